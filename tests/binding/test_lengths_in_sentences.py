"""How long a rep takes, where a sentence tells it, and where it tells the length of something else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts

_PLAN = "## Development Plan\n\n### Bet 1: Framing\n\n**Weekly reps**\n\n- {}\n"


def _rep(text: str) -> dict[str, Any]:
    rep: dict[str, Any] = parts(_PLAN.format(text))["plan"]["bets"][0]["reps"][0]
    return rep


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("One 30-minute visit at a depot: watch, and say nothing for the first 15 minutes", 30),
        ("Two 20-min calls from the panel; a surprise for each", 40),
        ("2 × 15-min stand-ins for the lead", 30),
        ("A page for a decision that is due, 45 min timebox. Thursdays.", 45),
        ("Spend half an hour with the support queue", 30),
        ("Write the outcome of one item in 45 minutes", 45),
        ("One 30–45-minute interview about a job that went wrong", {"from": 30, "to": 45}),
        ("Spend 2 h in the depot", 120),
        ("Sit in the depot for two hours, and write nothing", 120),
        ("Spend about 1h30 in the depot", 90),
        ("One hour of questions on the floor", 60),
        ("A 1.5h workshop with support", 90),
        ("45-minute review of the tree: change one branch", 45),
    ],
)
def test_a_length_in_a_sentence_is_read(text: str, minutes: Any) -> None:
    rep = _rep(text)
    assert rep["minutes"] == minutes
    assert rep["rep"] == text


@pytest.mark.parametrize(
    "text",
    [
        "Send the notes within 24 hours",
        "Cut the stand-up from 60 to 30 minutes",
        "Read the log of a 24-hour outage",
        "Ask one user about it an hour before the session",
        "Two calls, 30 minutes of notes and 10 minutes of tidying",
        "Find out why it takes 9 days",
        "Bring p95 below 1.5 h/job",
    ],
)
def test_the_length_of_something_else_is_not_that_of_the_rep(text: str) -> None:
    assert "minutes" not in _rep(text)


def test_a_length_at_the_edge_counts_before_one_in_the_sentence() -> None:
    assert _rep("Listen to a 30-minute call and write what you heard (50 min)")["minutes"] == 50
