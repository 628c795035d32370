"""Logs whose weeks have headings, with a table of entries below each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.document import Document, read_document
from pmcoach_lint.settings import Settings
from tests.linting import lint

_FRONT = "---\ntype: event-log\nclient: Northwind\ndate: 2026-11-23\nvisibility: internal\n---\n\n# Event log\n\n"
_SETTINGS = Settings(root=Path("empty"))
_HEAD = "| Day | What | Type | Hours | Who decided |\n|---|---|---|---|---|\n"
_LATER = f"{_HEAD}| Mon 16 Nov | Options for the COO | S | 3 | COO |\n| Wed 18 Nov | pm-31 | C | 1.5 | pm-31 |\n\n"
_EARLIER = f"{_HEAD}| Tue 10 Nov | Minutes | O | 2 | COO |\n| Fri 13 Nov | Reading of claims | S | 4 | COO |\n\n"


def read(body: str) -> Document:
    return read_document(f"{_FRONT}{body}".encode(), "packs/clients/northwind/event-log.md")


def out_of_order(body: str) -> list[str]:
    return [message for code, _, _, message in lint(f"{_FRONT}{body}", _SETTINGS) if code == "PMC305"]


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("Week 47 (16–20 November)", "Week 46 (9–13 November)"),
        ("16–20 November", "9–13 November"),
        ("CW 47, 16 to 20 November", "CW 46, 9 to 13 November"),
    ],
)
def test_the_rows_below_a_week_are_the_entries(later: str, earlier: str) -> None:
    entries: list[dict[str, Any]] = read(f"## {later}\n\n{_LATER}## {earlier}\n\n{_EARLIER}").data["entries"]
    assert [entry["date"] for entry in entries] == ["2026-11-16", "2026-11-18", "2026-11-10", "2026-11-13"]
    assert entries[0] == {
        "date": "2026-11-16",
        "title": "Options for the COO",
        "duration": 180,
        "work_type": "strategic",
        "decided_by": "COO",
    }


def test_an_entry_of_a_day_keeps_the_table_below_it() -> None:
    steps = "| By | Step |\n|---|---|\n| 20 Nov | Write to the COO |\n"
    [entry] = read(f"## 2026-11-16 — Meeting — Options\n\n**Decisions:** B\n\n### Action items\n\n{steps}").data[
        "entries"
    ]
    assert entry["date"] == "2026-11-16"


def test_weeks_may_run_back_and_the_days_of_each_forward() -> None:
    assert out_of_order(f"## Week 47\n\n{_LATER}## Week 46\n\n{_EARLIER}") == []
    assert out_of_order(f"## Week 46\n\n{_EARLIER}## Week 47\n\n{_LATER}") == []
    amiss = _LATER + "| Tue 17 Nov | Figures | S | 1 | COO |\n\n"
    swapped = amiss.replace("|\n\n| Tue", "|\n| Tue")
    assert len(out_of_order(f"## Week 47\n\n{swapped}## Week 46\n\n{_EARLIER}")) == 1


def test_what_stands_below_other_headings_is_no_entry() -> None:
    head = "## How the ratio moved\n\n| Month | Hours | T | O | S | C | S + C |\n|---|---|---|---|---|---|---|\n"
    ratio = f"{head}| October | 76 | 45% | 22% | 22% | 11% | 33% |\n\n"
    points = "## What I learned\n\n- Ask for the cost\n\n## Open points\n\n- [ ] Second reading\n"
    found = read(f"## Week 47\n\n{_LATER}{ratio}{points}").data
    assert len(found["entries"]) == 2
    assert found["ratio"][0]["both"] == "33%"
    assert found["upcoming"] == [{"what": "Second reading", "done": False}]


def test_a_column_of_entries_that_nothing_reads_is_told() -> None:
    table = "| Date | What | Type | Weather |\n|---|---|---|---|\n| 16 Nov | Options | S | rain |\n"
    message = "Nothing reads the column “Weather”, so no check, score or report knows of it."
    assert message in [
        said for code, _, _, said in lint(f"{_FRONT}## Week 47\n\n{table}", _SETTINGS) if code == "PMC219"
    ]
