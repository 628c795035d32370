"""Reps that take place once, and sessions that take place too often."""

from __future__ import annotations

from tests.rules.cases import Case


def _once(text: str, at: str) -> Case:
    return Case("rep-done-once", True, text, "untimed", at, f"“{at}”: this is done once, and is no weekly rep.")


def _often(text: str, at: str) -> Case:
    message = f"“{at}” is more often than both can keep up."
    return Case("more-sessions-than-last", True, text, "rhythm", at, message)


ONCE = (
    _once("Once in the cycle: rank the wishes of the field team", "Once in the cycle"),
    _once("At the end of March, write a brief on all open wishes", "At the end of March"),
    _once("Go through the tickets in one go", "in one go"),
    _once("A one-off review of the roadmap", "one-off"),
    _once("Write the frame for the largest wish, only once", "only once"),
)
AGAIN = (
    "Once a week: rank the wishes of the field team",
    "At the end of each week, write a brief on one wish",
    "Every Friday, and once in the cycle with a peer",
    "Go through the tickets of the week in one go",
    "Rank three wishes; at the end of March, compare the rankings of all weeks",
    "Write a frame once a request has come in",
)
OFTEN = (
    _often("60-minute session on Mondays, Wednesdays and Fridays", "Mondays, Wednesdays and Fridays"),
    _often("A daily 30-minute coaching call", "daily"),
    _often("Check-in of 20 minutes every weekday", "every weekday"),
    _often("30 minutes daily", "daily"),
    _often("Three sessions of 45 minutes a week", "Three sessions of 45 minutes a week"),
    _often("Mon/Wed/Fri, 40 min", "Mon/Wed/Fri"),
)
SELDOM = (
    "45 minutes on Wednesdays; the daily stand-up of the team is another matter",
    "Fridays for 40 minutes, the Monday 1:1 stays for daily business",
    "Weekly, 45 minutes, no daily calls",
    "Tuesdays and Thursdays, 30 minutes each",
    "Thursdays, 50 minutes; written comments on Mondays, Wednesdays and Fridays",
    "Monday, Tuesday or Wednesday, whichever is free, 45 minutes",
    "Every working day without a session is for practice",
    "Three sessions of 60 minutes in all",
)

CASES = (
    *ONCE,
    *(Case("rep-done-once", False, text, "untimed") for text in AGAIN),
    *OFTEN,
    *(Case("more-sessions-than-last", False, text, "rhythm") for text in SELDOM),
)
