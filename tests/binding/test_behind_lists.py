"""What stands behind a list: labels of something else in plain lines, and logs in shorthand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read, told

PART = "## 6) Follow-up Tracker + Review Plan\n\n"
CHECKPOINTS = "- 14 Oct: two maps\n- 4 Nov: the memo\n"
TABLE = "| Date | Review |\n|---|---|\n| 2026-10-14 | two maps |\n| 2026-11-04 | the memo |\n"
REVIEWS = [{"date": "2026-10-14", "review": "two maps"}, {"date": "2026-11-04", "review": "the memo"}]


def follow_up(body: str) -> dict[str, Any]:
    assert told(PART + body) == []
    found: dict[str, Any] = read(PART + body).data["follow_up"]
    return found


@pytest.mark.parametrize("head", ["**Checkpoints**", "checkpoints", "### Checkpoints"])
@pytest.mark.parametrize("items", [CHECKPOINTS, TABLE])
def test_plain_lines_behind_a_list_tell_what_they_name(head: str, items: str) -> None:
    lines = (
        "How we judge: by counts in the notes.\n\nHow we adjust: if two weeks bring no request, we take an old one.\n"
    )
    assert follow_up(f"{head}\n\n{items}\n{lines}") == {
        "judged": "by counts in the notes.",
        "reviews": REVIEWS,
        "adjust": "if two weeks bring no request, we take an old one.",
    }


def test_so_do_those_between_the_lists_of_a_part() -> None:
    found = read(
        "## 5) Cadence\n\n**Agenda**\n\n- Wins (5)\n- One bet (30)\n\nCoach time: 1 h a week\n\n"
        "**Prompts**\n\n- What would sink it?\n\nPre-work: the note by Monday\n"
    ).data["cadence"]
    assert found == {
        "coach_time": 60,
        "pre_work": "the note by Monday",
        "agenda": [{"item": "Wins", "minutes": 5}, {"item": "One bet", "minutes": 30}],
        "prompts": ["What would sink it?"],
    }


def test_what_does_not_read_as_what_it_names_stays_with_the_list() -> None:
    plan = read("## 4) Plan\n\n### Bet 1\n\n**Measurement**\n\n- score\n\nTarget: two in a row\n").data["plan"]["bets"][
        0
    ]
    assert "target" not in plan


@pytest.mark.parametrize("head", ["log", "**log**", "### Log"])
@pytest.mark.parametrize("before", ["", f"checkpoints\n\n{CHECKPOINTS}\n"])
def test_a_log_in_shorthand_is_the_tracker(head: str, before: str) -> None:
    items = (
        "- 8 oct bet 1: 1 call only. next: 2 calls. at risk\n"
        "- 15 oct B2 – three refusals. next: one more, on track\n"
        "- 22 oct bet: 1. two calls. next: none. status: on track\n"
    )
    assert follow_up(f"{before}{head}\n\n{items}")["tracker"] == [
        {"date": "2026-10-08", "bet": "bet 1", "done": "1 call only", "next": "2 calls", "status": "at risk"},
        {"date": "2026-10-15", "bet": "B2", "done": "three refusals", "next": "one more", "status": "on track"},
        {"date": "2026-10-22", "bet": "1", "done": "two calls", "next": "none", "status": "on track"},
    ]


def test_a_day_needs_nothing_behind_it_in_a_list_that_is_called_a_log() -> None:
    assert follow_up("**Log**\n\n- 8 oct one call. next: two\n")["tracker"] == [
        {"date": "2026-10-08", "done": "one call", "next": "two"}
    ]
