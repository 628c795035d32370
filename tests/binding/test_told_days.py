"""Reviews that share a line, each with its day."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.readers.told_days import day_behind, split_told_days

FRONT = "---\ntype: coaching-pack\nstart: 2026-11-30\nweeks: 10\n---\n\n## 5) Coaching Cadence\n\n"


def reviews(line: str) -> list[Any]:
    document = read_document(
        f"{FRONT}**Artifact review points:** {line}\n\n**Prompts:** Who is stuck?\n".encode(), "a.md"
    )
    return [(one.get("date"), one.get("artifact")) for one in document.data["cadence"]["reviews"]]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Dec 11 (map + log, 2 pages), Jan 8 (memo v2), Jan 15 (minutes)",
            [("2026-12-11", "map + log, 2 pages"), ("2027-01-08", "memo v2"), ("2027-01-15", "minutes")],
        ),
        ("Fri 11 Dec: map, Fri 8 Jan: memo", [("2026-12-11", "map"), ("2027-01-08", "memo")]),
        ("2026-12-11 – map and 2027-01-08 – memo", [("2026-12-11", "map"), ("2027-01-08", "memo")]),
        ("guide on Dec 15, memo on Jan 22", [("2026-12-15", "guide"), ("2027-01-22", "memo")]),
        (
            "guide (15 Dec), memo (22 Jan) and tree (29 Jan).",
            [("2026-12-15", "guide"), ("2027-01-22", "memo"), ("2027-01-29", "tree")],
        ),
        ("guide on 15 December", [("2026-12-15", "guide")]),
        ("15 Dec, 22 Jan", [("2026-12-15", None), ("2027-01-22", None)]),
        # what is about a day that is no review's, or tells one thing with its day, stays together
        ("the deck that was sent on Dec 15, with notes", [(None, "the deck that was sent on Dec 15, with notes")]),
        ("notes of the calls on 3 November 2026", [(None, "notes of the calls on 3 November 2026")]),
        ("Dec 15: map, brief and log", [("2026-12-15", "map, brief and log")]),
    ],
)
def test_reviews_on_one_line(line: str, told: list[tuple[str | None, str | None]]) -> None:
    assert reviews(line) == told


def test_reviews_in_one_item() -> None:
    lines = "### Artifact review points\n\n- Dec 11 (map), Jan 8 (memo)\n- guide on Jan 22\n"
    document = read_document(f"{FRONT}{lines}".encode(), "a.md")
    told = document.data["cadence"]["reviews"]
    assert [(one["date"], one["artifact"]) for one in told] == [
        ("2026-12-11", "map"), ("2027-01-08", "memo"), ("2027-01-22", "guide"),
    ]  # fmt: skip
    assert [document.text[slice(*document.values["cadence", "reviews", at, "date"])] for at in range(3)] == [
        "Dec 11", "Jan 8", "Jan 22",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "Dec", "Dec 11", "on Dec 11", "the map, the log", "(Dec 11), (Jan 8)"])
def test_a_line_without_things_and_their_days_is_left_whole(text: str) -> None:
    assert split_told_days(text, (0, len(text))) == [(0, len(text))]
    assert day_behind(text, (0, len(text))) is None
