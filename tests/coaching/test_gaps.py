"""What is missing by a row of the assessment: up to its target, or to what the role expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.coaching.evidence import says_thin
from pmcoach_lint.coaching.parts import Node, nodes_at
from pmcoach_lint.coaching.steps import gap_of, step_of
from pmcoach_lint.settings import Settings
from tests.binding.reading import FRONT, read
from tests.linting import lint


def body(head: str, row: str) -> str:
    columns = "|---" * (head.count("|") - 1)
    return f"## Current assessment\n\n{head}\n{columns}|\n{row}\n"


def row_of(head: str, row: str) -> Node:
    return nodes_at(read(body(head, row)), ("assessment", "levels"))[0]


@pytest.mark.parametrize(
    ("head", "cells", "gap", "step"),
    [
        ("| Competency | Current | Expected |", "| Framing | Apply | Evaluate |", ("Evaluate", 3), None),
        (
            "| Competency | Current | Target | Expected |",
            "| Framing | Apply | Analyze | Evaluate |",
            ("Analyze", 1),
            ("Analyze", 1),
        ),
        ("| Competency | Current | Expected |", "| Framing | Analyze | Apply |", ("Apply", -1), None),
        ("| Competency | Current |", "| Framing | Apply |", None, None),
    ],
)
def test_a_target_goes_before_what_is_expected(
    head: str, cells: str, gap: tuple[str, int] | None, step: tuple[str, int] | None
) -> None:
    row = row_of(head, cells)
    told = [(each.target, each.rungs) if each else None for each in (gap_of(row), step_of(row))]
    assert told == [gap, step]


@pytest.mark.parametrize(
    ("confidence", "thin"),
    [
        ("Low: one data point", True),
        ("low", True),
        ("Thin so far", True),
        ("High", False),
        ("Medium", False),
        ("", False),
    ],
)
def test_low_confidence_says_that_there_is_little_behind_a_level(confidence: str, thin: bool) -> None:
    head = "| Competency | Current | Expected | Evidence | Confidence |"
    assert says_thin(row_of(head, f"| Framing | Apply | Analyze | Brief of 3 March | {confidence} |")) is thin


def test_a_gap_to_what_is_expected_wants_evidence_like_any_other() -> None:
    settings = Settings(root=Path("/nowhere"), select=("PMC410",))
    head = "| Competency | Current | Expected | Evidence | Confidence |"
    opinion = "| Framing | Apply | {} | She is not strategic enough | {} |"
    (found,) = lint(FRONT + body(head, opinion.format("Analyze", "High")), settings)
    assert found[0] == "PMC410"
    assert found[3] == "The gap in “Framing” rests on an opinion: “She is not strategic enough”."
    assert lint(FRONT + body(head, opinion.format("Apply", "High")), settings) == []
    assert lint(FRONT + body(head, opinion.format("Analyze", "Low")), settings) == []


def test_evidence_may_begin_with_the_number_of_its_entry() -> None:
    table = "| Competency | Current level | Evidence |\n|---|---|---|\n| Framing | Apply | {} |\n\n"
    log = (
        "### Evidence log\n\n| # | Evidence |\n|---|---|\n| 1 | Engineering was not asked |\n| 2 | One cause named |\n"
    )

    def unused(said: str) -> list[str]:
        text = f"{FRONT}## 2) Current Assessment\n\n### Levels\n\n{table.format(said)}{log}"
        return [one[3] for one in lint(text, Settings(root=Path("/"))) if one[0] == "PMC411"]

    assert unused("1 (engineering was not asked)") == ["2 is named nowhere in the pack."]
    assert unused("2, from the memo of May") == ["1 is named nowhere in the pack."]
