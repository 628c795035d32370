"""Plans by phases, each with its weeks; and weeks with a column for the reps of each bet, by the bet's own id."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read

BETS = "## 3) Shared Vision\n\n### G1 Predict\n\n- Why: x\n\n### G2 Choose\n\n- Why: y\n\n"


def weeks(table: str) -> list[dict[str, Any]]:
    document = read(f"{BETS}## 4) Development Plan\n\n{table}")
    assert document.offences == {}
    assert "bets" not in document.data["plan"]
    found: list[dict[str, Any]] = document.data["plan"]["weeks"]
    return found


@pytest.mark.parametrize("name", ["Phase", "Stage", "Focus"])
def test_phases_with_their_weeks_are_weeks_of_the_plan(name: str) -> None:
    header = f"| {name} | Weeks | Reps (weekly) | Artifact |\n|---|---|---|---|\n"
    assert weeks(
        f"{header}| Watch | 1–3 (5 Oct to 23 Oct) | One diary | Diary |\n| Choose | 4–8 | One line | Log |\n"
    ) == [
        {"weeks": {"from": 1, "to": 3}, "rep": "One diary", "artifact": "Diary"},
        {"weeks": {"from": 4, "to": 8}, "rep": "One line", "artifact": "Log"},
    ]


def test_weeks_may_have_a_column_for_the_reps_of_each_bet() -> None:
    header = "| Weeks | G1 reps | G2 reps | Artifact |\n|---|---|---|---|\n"
    assert weeks(f"{header}| 1–2 | One review | One list | Notes |\n| 3–4 | | One table | Table |\n") == [
        {"weeks": {"from": 1, "to": 2}, "bet": "G1", "rep": "One review", "artifact": "Notes"},
        {"weeks": {"from": 1, "to": 2}, "bet": "G2", "rep": "One list", "artifact": "Notes"},
        {"weeks": {"from": 3, "to": 4}, "bet": "G2", "rep": "One table", "artifact": "Table"},
    ]


def test_a_table_with_a_row_for_each_bet_is_none_of_weeks() -> None:
    table = "| Bet | Weeks | Weekly reps | Artifacts |\n|---|---|---|---|\n| G1 | 1–4 | One review | Notes |\n"
    data = read(f"{BETS}## 4) Development Plan\n\n{table}").data["plan"]
    assert "bets" in data or data["weeks"][0]["bet"] == "G1"
