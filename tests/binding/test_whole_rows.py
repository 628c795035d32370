"""Rows of tables that are one text each: measures with where they stand, stretch work with its day and its audience."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document
from tests.binding.reading import read, told

PLAN = """\
## 4) Development Plan

| Week | Rep | Coach commitment | Artifact |
|---|---|---|---|
| 1 | One frame, 45 min | I read it | the frame |
| 2 | One cut, 45 min | I read it | the cut |

"""


def plan(body: str) -> Document:
    return read(PLAN + body)


def texts(document: Document, name: str) -> list[Any]:
    data = document.data["plan"]
    bets: list[dict[str, Any]] = data.get("bets", [{}])
    return [*(text for bet in bets for text in bet.get(name, ())), *data.get(name, ())]


def measures(head: str, *rows: str) -> str:
    line = "|---" * head.count("|", 1) + "|"
    return "\n".join(["### Measurement", "", head, line, *rows, ""])


@pytest.mark.parametrize(
    ("head", "row", "text"),
    [
        ("| Measure | Baseline | Target |", "| Late blockers | 4 | 0 |", "Late blockers (Baseline: 4; Target: 0)"),
        (
            "| Bet | Signal | Now | Target | Source |",
            "| 1 | Options per brief | 1 | ≥3 | the briefs |",
            "Bet 1: Options per brief (Now: 1; Target: ≥3; Source: the briefs)",
        ),
        ("| Bet | Measured by | Base |", "| Frame first | Briefs sent back | 3 of 4 |",
         "Frame first: Briefs sent back (Base: 3 of 4)"),
        ("| # | Measure | Start |", "| 1 | Late blockers | 4 |", "Late blockers (Start: 4)"),
        ("| ID | Measure | Start |", "| M1 | Late blockers | 4 |", "Late blockers (Start: 4)"),
        ("| Measure | For | Start |", "| Late blockers | C1 | 4 |", "Late blockers (For: C1; Start: 4)"),
        ("| Measure | Baseline | Target |", "| Late blockers | – | TBD |", "Late blockers"),
        ("| Measure | Baseline | Target |", "| Late blockers | 4 |", "Late blockers (Baseline: 4)"),
        ("| Measure |", "| Late blockers |", "Late blockers"),
    ],
)  # fmt: skip
def test_what_other_columns_tell_of_a_measure_belongs_to_it(head: str, row: str, text: str) -> None:
    document = plan(measures(head, row))
    assert texts(document, "measurement") == [text]


def test_a_measure_stands_where_its_row_does() -> None:
    document = plan(measures("| # | Bet | Measure | Baseline | Note |", "| 1 | 1 | Late blockers | 4 | – |"))
    (path,) = [path for path in document.values if path[-2:] == ("measurement", 0)]
    assert document.text[slice(*document.values[path])] == "1 | Late blockers | 4"


def test_all_columns_of_a_table_of_measures_are_read() -> None:
    head = "| Measure | Baseline | 18 Dec | Target | Source |"
    body = PLAN + measures(head, "| Late blockers | 4 | 2 | 0 | the log |", "| Briefs sent back | 3 | 1 | 0 | me |")
    assert [offence for offence in told(body) if offence[0] == "left-unread"] == []


def test_a_column_of_another_list_is_no_part_of_the_text() -> None:
    plans = "## 4) Plan\n\n### Bet 1\n\n- Rep: one frame\n\n### Bet 2\n\n- Rep: one cut\n\n### What I do\n\n"
    table = "| Bet | Coach commitment | Measure |\n|---|---|---|\n| 1 | I read each draft | drafts read |\n"
    document = read(plans + table)
    assert texts(document, "commitments") == ["Bet 1: I read each draft"]
    assert all("I read" not in text for text in texts(document, "measurement"))


def test_several_texts_in_a_cell_stay_apart() -> None:
    document = plan(measures("| # | Measure | Base |", "| 1 | late blockers<br>briefs sent back | see |"))
    assert texts(document, "measurement") == ["late blockers", "briefs sent back"]


@pytest.mark.parametrize(
    ("table", "stretch"),
    [
        (
            "| Bet | Assignment | Owner | Due |\n|---|---|---|---|\n| 1 | Own the review | pm-07 | 2026-11-20 |\n",
            "Bet 1: Own the review (Owner: pm-07; Due: 2026-11-20)",
        ),
        ("| | |\n|---|---|\n| A | Own the carrier review |\n", "A: Own the carrier review"),
    ],
)
def test_stretch_work_is_told_in_a_row(table: str, stretch: str) -> None:
    assert texts(plan(f"### Stretch assignments\n\n{table}"), "stretch") == [stretch]


def test_prompts_in_columns_of_bets_are_prompts_each() -> None:
    table = "| Bet 1 | Bet 2 |\n|---|---|\n| What did you cut? | Who lost? |\n| What else? | |\n"
    document = read(f"## 5) Cadence\n\n### Coaching prompts\n\n{table}")
    assert document.data["cadence"]["prompts"] == ["What did you cut?", "Who lost?", "What else?"]
