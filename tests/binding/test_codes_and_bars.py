"""Competencies with a code in front of their name, and what a role expects of several told in one line."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts

BELOW = "\n  - behaviours\n    - asks two days ahead\n"
TABLE = "| Competency | What you'd see |\n|---|---|\n| Framing | Names it |\n| Pre-wiring | Asks early |\n\n"


def competencies(body: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parts(f"## 1) Definition of Good PM\n\n{body}\n")["definition"]["competencies"]
    return found


@pytest.mark.parametrize("form", ["- **{}** {}", "- __{}__ {}"])
@pytest.mark.parametrize("name", ["bringing partners along", "Platform craft", "delivery"])
def test_a_name_follows_its_code(form: str, name: str) -> None:
    first, second = competencies(form.format("ALIGN", name) + BELOW + form.format("UX", "writing that works") + BELOW)
    assert (first["id"], first["competency"], first["behaviours"]) == ("ALIGN", name, ["asks two days ahead"])
    assert (second["id"], second["competency"]) == ("UX", "writing that works")


def test_what_somebody_does_is_no_name() -> None:
    first, second = competencies("- **UX** tests wording with users each week\n- **Craft** writes it short\n")
    assert (first["competency"], first["behaviours"]) == ("UX", ["tests wording with users each week"])
    assert (second["competency"], second["behaviours"]) == ("Craft", ["writes it short"])


@pytest.mark.parametrize(
    "line",
    [
        "Senior bar: Framing L4, Pre-wiring L3",
        "**Bar:** Framing (Analyze); Pre-wiring (Apply)",
        "Expected level: Framing at Analyze, Pre-wiring at Apply.",
        "- PM II bar: Framing 4 · Pre-wiring 3",
        "*Expected*: Framing L4 and Pre-wiring L3",
    ],
)
def test_one_line_tells_the_bar_of_each(line: str) -> None:
    assert [one.get("expected") for one in competencies(TABLE + line)] == ["Analyze", "Apply"]


@pytest.mark.parametrize("line", ["Senior bar: see the wiki", "Bar: Framing L4, Sales L3", "Bar: Framing L4"])
def test_what_names_something_else_tells_none(line: str) -> None:
    assert [one.get("expected") for one in competencies(TABLE + line)] == [None, None]
