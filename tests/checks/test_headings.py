"""A heading that only leads to parts is no part that is empty or in the wrong place."""

from __future__ import annotations

import re

import pytest

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.settings import Settings
from tests.packs import WHOLE

CODES = ("PMC302", "PMC304")


def codes(text: str, settings: Settings) -> list[str]:
    return [each.code for each in lint_bytes(text.encode(), "pack.md", settings).findings if each.code in CODES]


def led(text: str) -> str:
    """The pack whose parts 3 and on stand below a heading `Plan`, one level down."""
    begin = text.index("## 3)")
    return (
        f"{text[:begin]}## Plan\n\n{text[begin:].replace('## ', '### ').replace('## 4) Development Plan', '## Reps')}"
    )


def test_a_heading_that_leads_to_parts_is_none(settings: Settings) -> None:
    assert codes(led(WHOLE), settings) == []


def test_a_part_that_is_empty_and_misplaced_is_still_told(settings: Settings) -> None:
    begin, end = WHOLE.index("## 3)"), WHOLE.index("## 4)")
    text = f"{WHOLE[:begin]}## 7) Risks / Open questions / Next steps\n\n{WHOLE[begin:end]}"
    assert codes(text, settings) == ["PMC302", "PMC304"]


FRONT = "---\ntype: engagement\nclient: Northwind\nstart: 2026-09-01\nstatus: active\nvisibility: internal\n---\n\n"


@pytest.mark.parametrize(
    ("headings", "severity", "message"),
    [
        (("Client maturty",), "error", "The part “Client maturity” is missing."),
        (("How we get on",), "warning", "As far as it can be read, the part “Client maturity” is missing."),
        ((), "error", "The part “Client maturity” is missing."),
    ],
)
def test_a_part_in_other_words_is_no_error(
    headings: tuple[str, ...], severity: str, message: str, settings: Settings
) -> None:
    parts = {
        "Scope": "The plan for spring.",
        "Rate and basis": "**Rate:** €9k a month\n\n**Basis:** fixed\n\n**Baseline:** €80 an hour",
        "Client expectations": "- “Tell us what to stop.”",
        "Client team": "- pm-31 (Pricing): works alone",
        "Stakeholders": "- ceo-01, sponsor: expects a plan",
        "Strategic opportunities": "- Pricing: €1m a year",
        "Relationship health": "**Trust:** they ask me first\n\n**Openness to change:** high",
        **dict.fromkeys(headings, "Discovery every week."),
        "Horizons": "| Horizon | Focus | Client value |\n|---|---|---|\n| NOW | Pricing | €1m |",
    }
    text = FRONT + "".join(f"## {name}\n\n{body}\n\n" for name, body in parts.items())
    found = [each for each in lint_bytes(text.encode(), "e.md", settings).findings if each.code == "PMC301"]
    assert [(each.severity, each.message) for each in found] == [(severity, message)]


@pytest.mark.parametrize(("body", "line"), [("\n\nNotes.\n", 11), ("", 1)])
def test_a_document_without_any_part_is_told_where_its_text_begins(body: str, line: int, settings: Settings) -> None:
    found = [each for each in lint_bytes((FRONT + body).encode(), "e.md", settings).findings if each.code == "PMC301"]
    [told] = [(each.range.start.line, each.message) for each in found]
    assert (told[0], re.sub(r"\d", "#", told[1])) == (line, "None of the # parts of an Engagement is here.")
