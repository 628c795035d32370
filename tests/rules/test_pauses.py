"""Days in a pause that the document itself tells: how pauses are told, and what may lie in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.test_contradictions import told

FRONT = "---\ntype: coaching-pack\nstart: 2026-11-30\nend: 2027-02-05\nweeks: 8\n---\n\n"
PACK = FRONT + "## Context snapshot\n\n**Timeframe:** {pause}\n\n## 6) Follow-up Tracker + Review Plan\n\n"
REVIEW = "### Review plan\n\n| Date | Review |\n|---|---|\n| {day} | Two frames |\n"
FOLLOW_UP = "| Date | Rep or artifact done | Owner |\n|---|---|---|\n| {day} | Frame 4 | pm-07 |\n"
PLAN = (
    "---\ntype: coaching-plan\ncycle: 2026-12-01 to 2027-02-19\ndate: 2026-11-23\n---\n\n# Plan\n\n"
    "Twelve weeks, {pause}.\n\n## Coaching Interventions\n\n### Session 2: Saying no ({day})\n\n"
    "**Technique**: Role-play\n"
)
PAUSE = "8 working weeks, pause from 21 December to 1 January"


@pytest.mark.parametrize(
    "pause",
    [
        PAUSE,
        "8 working weeks (pause 21 Dec – 1 Jan)",
        "The office is closed from Mon 21 December to Fri 1 January.",
        "21 December to 1 January is peak freeze, nothing planned",
        "8 weeks, with a break (2026-12-21 to 2027-01-01)",
        "Dec 21 – Jan 1: holiday pause",
        "Nothing is planned from 21 December to 1 January",
        "21 December to 1 January: closed",
    ],
)
@pytest.mark.parametrize("form", [REVIEW, FOLLOW_UP])
def test_days_in_a_pause(pause: str, form: str, tmp_path: Path) -> None:
    text = PACK.format(pause=pause) + form.format(day="2026-12-29")
    message = "2026-12-29 lies in the pause from 2026-12-21 to 2027-01-01."
    assert told("PMC772", text, tmp_path) == [("2026-12-29", message)]


@pytest.mark.parametrize(
    ("pause", "day"),
    [
        (PAUSE, "2027-01-01"),
        (PAUSE, "2027-01-04"),
        (PAUSE, "2026-12-18"),
        ("8 working weeks, code freeze from 21 December to 1 January", "2026-12-29"),
        ("A break is taken when it is needed, 30 November to 5 February", "2026-12-29"),
        ("8 working weeks without a break", "2026-12-29"),
        ("8 working weeks: coaching from 21 December to 15 January, then a break", "2026-12-29"),
        ("From 21 December to 1 January pm-07 breaks each request into questions", "2026-12-29"),
        ("21 December to 1 January: three closed deals are reviewed", "2026-12-29"),
        ("We do not pause from 21 December to 1 January", "2026-12-29"),
    ],
)
def test_days_beside_a_pause(pause: str, day: str, tmp_path: Path) -> None:
    assert not told("PMC772", PACK.format(pause=pause) + REVIEW.format(day=day), tmp_path)


def test_a_session_in_a_pause(tmp_path: Path) -> None:
    text = PLAN.format(pause="no sessions in the break from 21 December to 1 January", day="22 December 2026")
    assert [words for words, _ in told("PMC772", text, tmp_path)] == ["22 December 2026"]
    assert not told("PMC772", text.replace("22 December 2026", "12 January 2027"), tmp_path)


@pytest.mark.parametrize(("day", "is_told"), [("2027-02-12", True), ("2027-02-10", True), ("2027-02-09", False)])
def test_a_review_behind_the_last_day_that_is_told(day: str, is_told: bool, tmp_path: Path) -> None:
    text = PACK.format(pause=PAUSE) + REVIEW.format(day=day)
    assert [words for words, _ in told("PMC760", text, tmp_path)] == ([day] if is_told else [])
    without = text.replace("end: 2027-02-05\n", "").replace("weeks: 8", "weeks: 10").replace(PAUSE, "10 weeks")
    assert not told("PMC760", without, tmp_path)
