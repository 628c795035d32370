"""Shares of time that are told in sentences."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document, read_document
from tests.linting import offences_of

FRONT = "---\ntype: value-assessment\n---\n\n## Strategic Opportunity Analysis\n\n### Where my time goes\n\n"
IN_A_ROW = (
    "In October about 40% of my time was tactical (specs, 3% tickets), 20% went to meetings and process, 30% to "
    "strategic work and 10% to coaching. By March I'd like tactical down to 20%, operational down a little to 15%, "
    "strategic up slightly to 35%, and coaching tripled to 30%. The coaching number is what matters."
)
LISTED = (
    "Tactical: 55%; operational: 25%; strategic: 15%; coaching: 5%. Target: tactical 20%, operational 25%, "
    "strategic 30%, coaching 25%"
)
KINDS = ("tactical", "operational", "strategic", "capability building")


def read(text: str) -> Document:
    return read_document((FRONT + text).encode(), "assessment.md")


def rows(current: tuple[int, ...], target: tuple[int, ...] = ()) -> list[dict[str, Any]]:
    told = [{"work_type": kind, "current": share} for kind, share in zip(KINDS, current, strict=False)]
    for row, share in zip(told, target, strict=False):
        row["target"] = share
    return told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (IN_A_ROW, rows((40, 20, 30, 10), (20, 15, 35, 30))),
        ("Tactical 55%, operational 25%, strategic 15%, coaching 5%.", rows((55, 25, 15, 5))),
        (LISTED, rows((55, 25, 15, 5), (20, 25, 30, 25))),
        ("I spend 60 percent on tickets and 40 per cent on meetings.", rows((60, 40))),
        ("60% tactical and 40% operational. It should be 30% tactical and 70% operational.", rows((60, 40), (30, 70))),
        ("Over the quarter, tactical took 62.5 %, operational 37.5 % of it.", rows((62.5, 37.5))),  # type: ignore[arg-type]
    ],
)
def test_shares_are_read(text: str, expected: list[dict[str, Any]]) -> None:
    document = read(text + "\n")
    assert document.data["opportunities"]["time"] == expected
    assert document.offences == {}
    for at, row in enumerate(expected):
        path = ("opportunities", "time", at)
        for name in ("current", "target"):
            if name in row:
                start, end = document.values[(*path, name)]
                assert document.text[start:end].startswith(str(row[name]).rstrip("0").rstrip(".")[:2])
        start, end = document.values[(*path, "work_type")]
        assert document.text[start:end].isascii()


@pytest.mark.parametrize(
    "text",
    [
        "Most of my time is tactical, and about 40% of it could be somebody else's.",
        "Tactical or operational work takes 60%, strategic work and coaching the rest.",
        "Between 40% and 50% is tactical.",
        "Revenue grew by 4% and churn fell to 2%.",
        "Tactical 40%, tactical again 30%.",
    ],
)
def test_what_tells_no_shares_for_sure_is_not_read_as_some(text: str) -> None:
    document = read(text + "\n")
    rows = document.data["opportunities"].get("time", ())
    assert [row for row in rows if "current" in row or "target" in row] == []
    assert {rule for rule, _, _ in offences_of(document)} <= {"unknown-choice"}
