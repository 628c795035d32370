"""Tables the other way round: a column for each bet, lists as columns, and whole lists in one cell."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read, told

BETS = """| {} | Bet 1 | Bet 2 |
|---|---|---|
| Name | Value first | One order |
| Competency | Business acumen | Strategy |
| Level | Understand → Apply | Apply → Analyze |
| Why it matters | 5 of 8 were never used | Teams plan alone |
| Success signals | 6 with a value; 2 turned down | Q1 compares two |
| Timeframe | Weeks 1–9 | Weeks 4–9 |
"""
BET = {
    "bet": "Value first",
    "competency": "Business acumen",
    "current": "Understand",
    "target": "Apply",
    "why": "5 of 8 were never used",
    "signals": ["6 with a value", "2 turned down"],
    "timeframe": {"from": 1, "to": 9},
}
OTHER = {
    "bet": "One order",
    "competency": "Strategy",
    "current": "Apply",
    "target": "Analyze",
    "why": "Teams plan alone",
    "signals": ["Q1 compares two"],
    "timeframe": {"from": 4, "to": 9},
}


def vision(body: str) -> Any:
    return parts(f"## 3) Shared Vision\n\n{body}")["vision"]["bets"]


@pytest.mark.parametrize("corner", ["", "Field", "Element", "What"])
@pytest.mark.parametrize("heading", ["", "### Growth bets\n\n", "Two bets, not three:\n\n"])
def test_a_table_may_have_a_column_for_each_bet(corner: str, heading: str) -> None:
    assert vision(heading + BETS.format(corner)) == [BET, OTHER]


def test_the_title_may_stand_in_the_header() -> None:
    table = BETS.format("").replace("Bet 1", "Bet 1: Value first").replace("Bet 2", "One order")
    assert vision(table.replace("| Name | Value first | One order |\n", "")) == [BET, OTHER]


def test_one_bet_alone_may_be_the_column() -> None:
    lines = [line.rsplit(" | ", 1)[0] + " |" for line in BETS.format("").splitlines()]
    lines[1] = "|---|---|"
    assert vision("\n".join(lines)) == [BET]


def test_plans_stand_side_by_side() -> None:
    table = (
        "| | Bet 1 | Bet 2 |\n|---|---|---|\n| Hypothesis | If one, then it holds | If two, then it holds |\n"
        "| Weekly reps | Value one request (45 min) | Write an order (60 min) |\n"
        "| Checkpoints | Week 1: one note<br>Week 4: four notes | Week 6: an order |\n"
    )
    body = f"## 3) Shared Vision\n\n{BETS.format('')}\n## 4) Development Plan\n\n{table}"
    first, second = parts(body)["plan"]["bets"]
    assert first == {
        "bet": "Bet 1",
        "hypothesis": "If one, then it holds",
        "reps": [{"rep": "Value one request", "minutes": 45}],
        "checkpoints": [{"signal": "one note", "week": 1}, {"signal": "four notes", "week": 4}],
    }
    assert (second["bet"], second["reps"]) == ("Bet 2", [{"rep": "Write an order", "minutes": 60}])


def test_a_cell_of_a_turned_table_is_named_at_its_place() -> None:
    body = f"## 3) Shared Vision\n\n{BETS.format('').replace('Apply → Analyze', 'Apply → Analize')}"
    assert [(rule, text) for rule, text, _ in told(body)] == [("not-a-level", "Analize")]


def test_what_a_column_lacks_is_missing_in_its_record() -> None:
    table = BETS.format("").replace("Teams plan alone", "")
    assert "why" not in read(f"## 3) Shared Vision\n\n{table}").data["vision"]["bets"][1]


@pytest.mark.parametrize(
    "table",
    [
        "| | Then | Later |\n|---|---|---|\n| Strategy | 1 | 2 |\n",
        "| Quarter | Q3 | Q4 |\n|---|---|---|\n| Requests | 8 | 6 |\n| Used | 3 | 5 |\n",
        "| Field | Value |\n|---|---|\n| Why it matters | it does |\n| Timeframe | Weeks 1–8 |\n",
    ],
    ids=["columns", "figures", "labels"],
)
def test_other_tables_have_no_bet_in_their_columns(table: str) -> None:
    assert "bets" not in read(f"## 3) Shared Vision\n\n{table}").data["vision"]


# Lists side by side


@pytest.mark.parametrize(
    "rows", ["| Trusted | No data |\n| Fast | Fixed budget |\n", "| Trusted<br>Fast | No data<br>Fixed budget |\n"]
)
def test_lists_may_be_the_columns_of_a_table(rows: str) -> None:
    found = parts(f"## 2) Current Assessment\n\n| Strengths | Constraints |\n|---|---|\n{rows}")["assessment"]
    assert found == {"strengths": ["Trusted", "Fast"], "constraints": ["No data", "Fixed budget"]}


@pytest.mark.parametrize(
    "rows", ["| Freeze<br>Leave | Who pays? | Ask finance |\n", "| Freeze | Who pays? | Ask finance |\n| Leave | | |\n"]
)
def test_risks_questions_and_steps_may_be_the_columns_of_a_table(rows: str) -> None:
    table = f"| Risks | Open questions | Next steps |\n|---|---|---|\n{rows}"
    assert parts(f"## 7) Risks / Open questions / Next steps\n\n{table}")["closing"] == {
        "risks": [{"risk": "Freeze"}, {"risk": "Leave"}],
        "questions": ["Who pays?"],
        "next_steps": [{"step": "Ask finance"}],
    }


def test_a_cell_may_hold_a_whole_agenda() -> None:
    table = (
        "| Cadence | Length | Agenda | Prompts | Artifact reviews |\n|---|---|---|---|---|\n"
        "| Weekly, Fridays | 50 min | Wins (5), work (45) | Who uses it?<br>Why? | Week 3: notes; Week 7: order |\n"
    )
    assert parts(f"## 5) Cadence\n\n{table}")["cadence"] == {
        "rhythm": "Weekly, Fridays",
        "session_length": 50,
        "agenda": [{"item": "Wins", "minutes": 5}, {"item": "work", "minutes": 45}],
        "prompts": ["Who uses it?", "Why?"],
        "reviews": [{"artifact": "notes", "week": 3}, {"artifact": "order", "week": 7}],
    }


def test_a_row_may_be_known_by_its_words_beside_others_that_bear_names() -> None:
    table = """| | Bet A: Framing | Bet B: Writing |
|---|---|---|
| Why for Northwind | Churn has no owner | Decisions are reopened |
| Success signals | 2 frames a week | 6 briefs |
| Colour | red | blue |
"""
    found = parts(f"## 3) Shared Vision\n\n{table}")["vision"]["bets"]
    assert [bet["why"] for bet in found] == ["Churn has no owner", "Decisions are reopened"]
    assert [bet["signals"] for bet in found] == [["2 frames a week"], ["6 briefs"]]
