"""Logs that are kept as tables, with columns in their authors' words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.document import Document, read_document
from pmcoach_lint.settings import load_settings
from tests.linting import lint, offences_of

FRONT = "---\ntype: event-log\nclient: Northwind\nvisibility: internal\nstatus: active\n---\n\n# Event log\n\n"


def log(head: str, *rows: str) -> Document:
    table = "".join(f"| {row} |\n" for row in (head, " | ".join(["---"] * (head.count("|") + 1)), *rows))
    return read_document(f"{FRONT}{table}".encode(), "packs/clients/northwind/event-log.md")


def values(document: Document, name: str) -> list[Any]:
    return [entry.get(name) for entry in document.data["entries"]]


@pytest.mark.parametrize(
    "title", ["Hours", "Hrs", "h", "Hours spent", "Time (h)", "Duration (hrs)", "Time spent (hours)"]
)
@pytest.mark.parametrize(
    ("cell", "minutes"), [("4", 240), ("1.5", 90), ("1,5", 90), ("~2", 120), ("0:45", 45), ("45 min", 45), ("2h", 120)]
)
def test_a_bare_number_below_hours_is_one_of_hours(title: str, cell: str, minutes: int) -> None:
    document = log(f"Date | What | {title}", f"2026-11-03 | Prices | {cell}", f"2026-11-02 | Terms | {cell}")
    assert document.offences == {}
    assert values(document, "duration") == [minutes, minutes]


def test_a_range_of_hours_is_one() -> None:
    document = log("Date | What | Hours", "2026-11-03 | Prices | 2–3")
    assert values(document, "duration") == [{"from": 120, "to": 180}]


def test_a_label_for_hours_is_one() -> None:
    text = f"{FRONT}## 2026-11-03 — Call — Prices\n\n**Hours:** 1.5\n"
    assert values(read_document(text.encode(), "log.md"), "duration") == [90]


@pytest.mark.parametrize(
    "title",
    ["What came of it", "What came out of it", "What changed", "Outcome", "What it led to", "Effect", "So what"],
)
def test_what_came_of_an_entry_is_its_impact(title: str) -> None:
    document = log(f"Date | What | {title}", "2026-11-03 | Prices | 60k freed", "2026-11-02 | Terms | –")
    assert document.offences == {}
    assert values(document, "impact") == ["60k freed", None]


@pytest.mark.parametrize("title", ["Week", "Week of", "W/c", "Week commencing"])
def test_a_log_may_go_by_weeks(title: str) -> None:
    document = log(f"{title} | What", "w/c 2026-11-02 | Prices", "w/c 2026-10-26 | Terms")
    assert values(document, "date") == ["2026-11-02", "2026-10-26"]


def test_time_and_work_are_known_by_their_cells_and_told() -> None:
    rows = ("2026-11-03 | Prices | 1.5h | strategic", "2026-11-02 | Terms | 20 min | ops")
    document = log("Date | What | Took | Bucket", *rows)
    assert values(document, "duration") == [90, 20]
    assert values(document, "work_type") == ["strategic", "operational"]
    assert [(rule, place, message) for rule, place, message in offences_of(document)] == [
        ("column-in-own-words", "Took", "“Took” is read as “Duration”: no column has that name."),
        ("column-in-own-words", "Bucket", "“Bucket” is read as “Work type”: no column has that name."),
    ]


UNREAD = "| Date | What | Type | Work | Upshot |\n|---|---|---|---|---|\n"
ROWS = (
    "| 2026-11-03 | Prices | Call | strategic | half a year at the old price |\n"
    "| 2026-11-02 | Terms | Call | strategic | no answer yet |\n"
)
SEPTEMBER = ROWS.replace("-11-", "-09-")


def test_a_column_that_nothing_reads_is_told_where_none_says_what_came_of_it(tmp_path: Path) -> None:
    assert lint(f"{FRONT}{UNREAD}{SEPTEMBER}", load_settings(tmp_path, isolated=True)) == [
        (
            "PMC505",
            "warning",
            "10:31-10:37",
            "Nothing reads “Upshot”, and no column of “Entries” is called “Business impact”.",
        ),
    ]


@pytest.mark.parametrize(
    "head",
    [
        UNREAD.replace("Work |", "Decisions |"),  # something says what came of it
        UNREAD.replace("Upshot", "Notes"),
        UNREAD.replace("Upshot", "Outcome"),
    ],
)
def test_other_columns_are_welcome(head: str) -> None:
    rows = ROWS.replace("strategic", "They stay") if "Decisions" in head else ROWS
    assert offences_of(read_document(f"{FRONT}{head}{rows}".encode(), "log.md")) == []


def test_a_column_of_marks_is_welcome() -> None:
    document = log("Date | What | Type | Billed", "2026-11-03 | Prices | Call | yes", "2026-11-02 | Terms | Call | no")
    assert offences_of(document) == []
