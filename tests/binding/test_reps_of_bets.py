"""Reps that are told in a row or a line for each bet: with their minutes, weeks, hypothesis and what they leave."""

from __future__ import annotations

import pytest

from tests.binding.reading import parts, read

BETS = """## 3) Shared Vision

| ID | Bet | Why it matters | Success signals | Timeframe |
|---|---|---|---|---|
| B1 | Frame first | x | two briefs | Weeks 1–8 |
| B2 | Say no | y | three refusals | Weeks 3–8 |

## 4) Development Plan

"""


def test_a_row_for_each_bet_keeps_the_length_and_the_weeks_of_its_rep() -> None:
    found = parts(
        BETS + "| Bet | Hypothesis | Rep | Min | Weeks | Artifact | Coach does |\n|---|---|---|---|---|---|---|\n"
        "| B1 | If frames come first, plans hold, as guesses are tested | one frame | 45 | 1-8 | frame | reads it |\n"
        "| B2 | If no comes early, time is left, as fewer ask | one refusal | 30 | | letter | asks why |\n\n"
        "**Stretch assignment:** lead the pricing council\n\n**Measurement:** frames at 6 of 8\n"
    )["plan"]
    assert found == {
        "weeks": [
            {
                "weeks": {"from": 1, "to": 8},
                "bet": "B1",
                "hypothesis": "If frames come first, plans hold, as guesses are tested",
                "rep": "one frame",
                "minutes": 45,
                "artifact": "frame",
                "commitment": "reads it",
            },
            {
                "bet": "B2",
                "hypothesis": "If no comes early, time is left, as fewer ask",
                "rep": "one refusal",
                "minutes": 30,
                "artifact": "letter",
                "commitment": "asks why",
            },
        ],
        "stretch": ["lead the pricing council"],
        "measurement": ["frames at 6 of 8"],
    }


def test_a_table_of_plans_without_lengths_is_one() -> None:
    table = "| Bet | Hypothesis | Rep | Artifact |\n|---|---|---|---|\n| B1 | If x, y | one frame | frame |\n"
    (plan,) = read(BETS + table).data["plan"]["bets"]
    assert plan["hypothesis"] == "If x, y"


@pytest.mark.parametrize("number", ["bet 1", "Bet 1", "**Bet 1**"])
def test_what_has_a_length_behind_the_number_of_a_bet_is_its_rep(number: str) -> None:
    lines = f"- {number}: two calls, 60 min, weeks 1-8\n- bet 2: one refusal, 30 min\n"
    assert [plan["reps"] for plan in parts(BETS + lines)["plan"]["bets"]] == [
        [{"rep": "two calls", "minutes": 60, "weeks": {"from": 1, "to": 8}}],
        [{"rep": "one refusal", "minutes": 30}],
    ]


def test_a_name_of_a_bet_is_none() -> None:
    found = parts(f"{BETS}### Bet 1: Frame first, in 30 words\n\n**Weekly reps:** one frame (45 min)\n")["plan"]["bets"]
    assert found == [{"bet": "Frame first, in 30 words", "reps": [{"rep": "one frame", "minutes": 45}]}]


def test_what_a_rep_leaves_is_its_artifact() -> None:
    found = parts(f"{BETS}### bet 1\n\n- rep: two calls, 60 min, wk 1-8\n- leaves: call notes\n")["plan"]["bets"]
    assert found[0]["artifacts"] == ["call notes"]
    assert [rep["rep"] for rep in found[0]["reps"]] == ["two calls"]


def test_the_table_of_bets_may_tell_their_hypotheses() -> None:
    table = (
        "## 3) Shared Vision\n\n| Bet | Why it matters | Success signals | Hypothesis |\n|---|---|---|---|\n"
        "| Frame first | x | two briefs | If frames come first, plans hold |\n"
    )
    assert parts(table)["vision"]["bets"][0]["hypothesis"] == "If frames come first, plans hold"
