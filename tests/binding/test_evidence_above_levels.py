"""The evidence that was looked at, above the levels that it shows; and levels that a role asks for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts

GOOD = "## 1) Definition of Good PM\n\n- **Framing** – says who is stuck\n- **Delivery** – ships on time\n\n"
LOG = "| ID | What | Date |\n|---|---|---|\n| E1 | Brief “Refunds” | 2026-09-04 |\n| E2 | Launch | 2026-10-06 |\n"
ROWS = "| Framing | Apply | Analyze | E1 names no segment | Skill |\n| Delivery | Analyze | Analyze | E2 | none |\n"
WANTED = [("Framing", "Apply", "Analyze"), ("Delivery", "Analyze", "Analyze")]


def assessed(body: str) -> dict[str, Any]:
    found: dict[str, Any] = parts(f"{GOOD}## 2) Current Assessment\n\n{body}\n")["assessment"]
    return found


def table(*titles: str) -> str:
    return f"| {' | '.join(titles)} |\n|{'---|' * len(titles)}\n{ROWS}"


@pytest.mark.parametrize(
    "above", ["Evidence list\n\n", "**Evidence**\n\n", "### Evidence reviewed\n\n", "Evidence:\n\n"]
)
@pytest.mark.parametrize(
    "titles",
    [
        ("Comp.", "Now", "Target", "Evidence", "Skill or constraint?"),
        ("Competency", "Level today", "Goal", "What was seen", "Cause"),
        ("Skill", "Current", "Target level", "Evidence", "Type"),
    ],
)
def test_a_table_of_levels_below_the_evidence_needs_no_name(above: str, titles: tuple[str, ...]) -> None:
    found = assessed(f"{above}\n\n{LOG}\n{table(*titles)}")
    assert [(one["competency"], one["current"], one["target"]) for one in found["levels"]] == WANTED
    assert [(one["id"], one["date"]) for one in found["evidence"]] == [("E1", "2026-09-04"), ("E2", "2026-10-06")]


def test_it_needs_none_below_evidence_in_a_line_either() -> None:
    line = "**Evidence base (2 pieces):** [a] the brief of September; [b] two steering rounds\n\n"
    found = assessed(line + table("Competency", "Now", "Target", "Evidence", "Skill or constraint?"))
    assert [(one["competency"], one["current"], one["target"]) for one in found["levels"]] == WANTED
    assert [one["evidence"] for one in found["evidence"]] == ["[a] the brief of September", "[b] two steering rounds"]


def test_a_second_table_of_evidence_stays_evidence() -> None:
    second = "| ID | Evidence | Competency |\n|---|---|---|\n| E3 | Review | Framing |\n"
    found = assessed(f"{table('Competency', 'Now', 'Target', 'Evidence', 'Cause')}\n### Evidence\n\n{LOG}\n{second}")
    assert [one["id"] for one in found["evidence"]] == ["E1", "E2", "E3"]
    assert len(found["levels"]) == 2


@pytest.mark.parametrize(
    "title",
    [
        "Target level for role",
        "Target for the role",
        "Target for L6",
        "Goal for Senior PM",
        "Target for the next level",
    ],
)
def test_what_a_role_asks_for_is_no_target_of_the_cycle(title: str) -> None:
    (first, _) = assessed(table("Competency", "Now", title, "Evidence", "Cause"))["levels"]
    assert (first["expected"], first.get("target")) == ("Analyze", None)


@pytest.mark.parametrize("title", ["Target for Q1", "Target for pm-07", "Target", "Goal for December"])
def test_what_a_cycle_aims_at_is(title: str) -> None:
    (first, _) = assessed(table("Competency", "Now", title, "Evidence", "Cause"))["levels"]
    assert (first.get("expected"), first["target"]) == (None, "Analyze")
