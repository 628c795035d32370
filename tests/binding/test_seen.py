"""Levels of bets from day to day: in tables with a column for each bet, in lines with a label for each."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.checks.schema import schema_offences
from pmcoach_lint.rules.follow_up_closing import progress_not_recorded
from tests.binding.reading import parts, read

BETS = """## Growth bets

| ID | Bet | Level | Why it matters | Success signals | Timeframe |
|---|---|---|---|---|---|
| B1 | Frame first | Know → Apply | two sprints | 8 of 10 answered | Weeks 1–8 |
| B2 | Say no | Apply → Analyze | nine items | 8 of 10 answered | Weeks 1–8 |

"""
TABLE = """## Follow-up tracker + review plan

| Checkpoint | Date | What is reviewed | Bet 1 level | Bet 2 level | Decision |
|---|---|---|---|---|---|
| Baseline | 2026-10-06 | The assessment | Know | Apply | |
| Midpoint | 2026-10-27 | Claim v1 | Understand | | Keep both |
| Close | 2026-11-26 | The memo | | | |
"""
BASELINE = [{"bet": "Bet 1", "level": "Know"}, {"bet": "Bet 2", "level": "Apply"}]
REVIEWS = [
    {"date": "2026-10-06", "review": "Baseline", "evidence": "The assessment", "seen": BASELINE},
    {
        "date": "2026-10-27",
        "review": "Midpoint",
        "evidence": "Claim v1",
        "seen": [{"bet": "Bet 1", "level": "Understand"}],
        "decision": "Keep both",
    },
    {"date": "2026-11-26", "review": "Close", "evidence": "The memo", "seen": []},
]


def reviews(body: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parts(body)["follow_up"]["reviews"]
    return found


def test_a_table_of_checkpoints_keeps_the_levels_of_bets() -> None:
    document = read(BETS + TABLE)
    assert document.offences == {}
    assert document.unclear == []
    assert document.data["follow_up"] == {"reviews": REVIEWS}
    place = document.values["follow_up", "reviews", 1, "seen", 0, "level"]
    assert document.text[slice(*place)] == "Understand"
    assert document.meant["follow_up", "reviews", "seen", "bet"]["Bet 2"] == [(("vision", "bets", 1),)]


@pytest.mark.parametrize(
    "columns",
    [
        ("Bet 1", "Bet 2"),
        ("B1", "B2"),
        ("B1 (framing)", "B2: say no"),
        ("**Bet 1**", "Bet 2 – level"),
        ("bet #1", "Bet 2"),
    ],
)
def test_the_columns_are_headed_by_bets(columns: tuple[str, str]) -> None:
    head = TABLE.replace("Bet 1 level", columns[0]).replace("Bet 2 level", columns[1])
    assert [each["level"] for each in reviews(BETS + head)[0]["seen"]] == ["Know", "Apply"]


def test_it_counts_below_a_heading_of_the_tracker_as_well() -> None:
    body = BETS + TABLE.replace("plan\n\n", "plan\n\n### Tracker\n\n")
    document = read(body)
    assert document.offences == {}
    assert document.data["follow_up"] == {"reviews": REVIEWS}


def test_a_session_may_be_called_by_its_week() -> None:
    rows = "| 2026-10-12 | Week 2 | Know |\n| 2026-11-11 | Week 6 (a day late) | Apply |\n"
    found = reviews(f"{BETS}## Follow-up\n\n| Date | Session | Bet 1 |\n|---|---|---|\n{rows}")
    assert [(each["week"], each["review"]) for each in found] == [(2, "Week 2"), (6, "Week 6 (a day late)")]


def test_a_misspelt_level_is_told_at_its_cell() -> None:
    document = read(BETS + TABLE.replace("Understand |", "Undrestand |"))
    (offence,) = document.offences["not-a-level"]
    assert document.text[slice(*offence.span)] == "Undrestand"
    assert offence.instead == "Understand"


@pytest.mark.parametrize(
    "table",
    [
        "| Date | Review | Better | B |\n|---|---|---|---|\n| 2026-10-06 | Baseline | Know | Apply |\n",
        "| Date | Review | Level |\n|---|---|---|\n| 2026-10-06 | Baseline | Know |\n",
    ],
)
def test_other_columns_hold_no_levels_of_bets(table: str) -> None:
    document = read(f"{BETS}## Review plan\n\n{table}")
    assert document.offences == {}
    assert document.data["follow_up"] == {"reviews": [{"date": "2026-10-06", "review": "Baseline"}]}


def test_figures_for_each_bet_are_measures_and_no_levels() -> None:
    head = "| Review | Date | Bet A (calls) | Bet B | Notes |\n|---|---|---|---|---|\n"
    rows = "| Baseline | 2026-10-06 | 5.5 | 1 of 5; 61 open | Agreed |\n| Mid | 2026-10-27 | ≤ 4 | | |\n"
    document = read(f"{BETS}## Tracker\n\n{head}{rows}")
    assert document.offences == {}
    assert document.data["follow_up"]["reviews"] == [
        {
            "date": "2026-10-06",
            "review": "Baseline",
            "measures": [{"bet": "Bet A", "measure": "5.5"}, {"bet": "Bet B", "measure": "1 of 5; 61 open"}],
            "decision": "Agreed",
        },
        {"date": "2026-10-27", "review": "Mid", "measures": [{"bet": "Bet A", "measure": "≤ 4"}]},
    ]
    place = document.values["follow_up", "reviews", 1, "measures", 0, "measure"]
    assert document.text[slice(*place)] == "≤ 4"


def test_levels_of_one_bet_and_figures_of_another_stand_side_by_side() -> None:
    table = "| Date | Check | B1 | B2 plan / actual |\n|---|---|---|---|\n| 2026-10-06 | Start | Know (1) | 20% / – |\n"
    assert reviews(f"{BETS}## Tracker\n\n{table}") == [
        {
            "date": "2026-10-06",
            "review": "Start",
            "seen": [{"bet": "B1", "level": "Know"}],
            "measures": [{"bet": "B2", "measure": "20% / –"}],
        }
    ]


@pytest.mark.parametrize(
    ("line", "review"),
    [
        (
            "2026-10-08: baseline, levels agreed. Bet 1: Know. Bet 2: Apply.",
            {"date": "2026-10-08", "review": "baseline, levels agreed", "seen": BASELINE},
        ),
        (
            "**2026-10-08** – baseline. Bet 1: Know, Bet 2: Apply; Evidence: two briefs",
            {"date": "2026-10-08", "review": "baseline", "evidence": "two briefs", "seen": BASELINE},
        ),
        (
            "2026-10-29: midpoint. Bet 1: __ Bet 2: __ Evidence: __",
            {"date": "2026-10-29", "review": "midpoint", "seen": []},
        ),
        (
            "2026-11-19: rehearsal. Bet 1: Analyze Bet 2: ? Evidence: the memo",
            {
                "date": "2026-11-19",
                "review": "rehearsal",
                "evidence": "the memo",
                "seen": [{"bet": "Bet 1", "level": "Analyze"}],
            },
        ),
    ],
)
def test_a_line_tells_levels_behind_labels(line: str, review: dict[str, Any]) -> None:
    for heading in ("## Tracker", "## Follow-up\n\n### Tracker", "## Follow-up\n\n### Review plan"):
        document = read(f"{BETS}{heading}\n\n- {line}\n- 2026-11-27: close. Bet 1: Know\n")
        assert document.offences == {}
        first, second = document.data["follow_up"]["reviews"]
        assert first == review
        assert second["seen"] == [{"bet": "Bet 1", "level": "Know"}]


@pytest.mark.parametrize(
    "line",
    [
        "2026-10-08: wrote two frames. Bet: B1. Next: a third",  # a row of a tracker
        "2026-10-08: wrote two frames. Bet: 1. Feedback: apply it to one more",
    ],
)
def test_a_row_of_the_tracker_is_one(line: str) -> None:
    found = parts(f"{BETS}## Tracker\n\n- {line}\n")["follow_up"]
    assert "reviews" not in found
    assert found["tracker"][0]["done"] == "wrote two frames"


@pytest.mark.parametrize("line", ["2026-10-08: a talk. Bet 1: keep going", "Bet 1: Know", "a talk about Bet 1: Know"])
def test_what_tells_no_level_on_a_day_is_none(line: str) -> None:
    assert "seen" not in str(read(f"{BETS}## Tracker\n\n- {line}\n").data.get("follow_up"))


def test_what_stands_around_the_list_is_read_as_ever() -> None:
    body = "## Tracker\n\n- 2026-10-08: baseline. Bet 1: Know\n\nAdjust: in week 4\n"
    assert read(BETS + body).data["follow_up"]["adjust"] == "in week 4"


def lacking(body: str) -> list[str]:
    document = read(body)
    told = [offence.message for offence in (*schema_offences(document), *progress_not_recorded(document))]
    return [message for message in told if "racker" in message]


def test_levels_from_day_to_day_need_no_other_tracker() -> None:
    without = "## Follow-up\n\n| Date | Review |\n|---|---|\n| 2026-10-06 | Baseline |\n"
    assert lacking(BETS + TABLE) == []
    assert lacking(BETS + TABLE.replace("| Know | Apply |", "| | |").replace("| Understand |", "| |")) == []
    assert lacking(BETS + TABLE.replace("| Know | Apply |", "| 5 | 6 |").replace("| Understand |", "| 7 |")) == []
    assert lacking(BETS + without) == ["There is no tracker, and no place beside the reviews for what came of them."]
    assert lacking(BETS + "## Follow-up\n\n**Judged by:** artifacts\n") == [
        "“Follow-up Tracker + Review Plan” has no “Tracker”."
    ]


def test_what_was_decided_has_a_column_beside_how_it_stands() -> None:
    table = (
        "## Follow-up tracker\n\n### Checkpoints\n\n"
        "| Date | Status | Evidence reviewed | Decision |\n|---|---|---|---|\n"
        "| 2026-10-27 | Complete | Briefs 1–4 | Keep both bets |\n| 2026-11-26 | Upcoming | Briefs 5–8 | – |\n"
    )
    assert reviews(table) == [
        {"date": "2026-10-27", "evidence": "Briefs 1–4", "decision": "Keep both bets"},
        {"date": "2026-11-26", "evidence": "Briefs 5–8"},
    ]
