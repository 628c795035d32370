"""What can be kept up: reps of a day, exceptions that are the rule, and days on another weekday."""

from __future__ import annotations

from tests.rules.cases import Case


def _long(text: str, at: str) -> Case:
    return Case("rep-length", True, text, "untimed", at, f"This rep takes “{at}”.")


def _anytime(text: str) -> Case:
    message = f"“{text}” is no exception: it lets the coach decide at any time."
    return Case("toolkit-says-none", True, text, "directive", text, message)


def _weekday(text: str, told: str, day: str) -> Case:
    return Case("weekday-disagrees", True, text, "step", told, f"“{told}”: {day}.")


NO_RHYTHM = (
    "as needed",
    "Sessions whenever there is time",
    "when pm-07 asks",
    "ad hoc",
    "by arrangement",
    "Flexible, depending on workload",
    "no fixed rhythm",
    "We meet on request",
    "From time to time",
)
RHYTHM = (
    "weekly 1:1, ad hoc in between",
    "Every second Thursday, more when needed",
    "Whenever both are in Leeds, which is each Wednesday",
    "As needed, and at least twice a month",
    "Tuesdays, when there is no release",
    "When there is a draft, 1:1 on it",
    "Flexible Fridays",
    "The usual slot, and on request",
)

LONG = (
    _long("Rework the whole set of interviews (plan a full day)", "a full day"),
    _long("Spend one whole day with a customer", "one whole day"),
    _long("Block half a day for the roadmap", "half a day"),
    _long("Go through the notes, takes a day", "takes a day"),
    _long("Write a brief (1 day)", "1 day"),
)
SHORT = (
    "Rewrite one update out of a full day's notes",
    "Answer one request within one working day",
    "Pick the request of the day",
    "Call one customer, with a visit half a day, else about 1,5 h",
    "Send it one full day before the session",
    "Compare one full day of orders with the plan",
)

ANYTIME = (
    _anytime("Whenever I see a better solution"),
    _anytime("When I disagree"),
    _anytime("If the coach knows the answer"),
    _anytime("When I’d do it differently"),
    _anytime("At the coach's discretion"),
    _anytime("In most cases"),
    _anytime("Any time it is faster to tell"),
)
AT_TIMES = (
    "When I see a risk that pm-07 cannot know of",
    "When I disagree and it cannot be undone",
    "Not when I merely disagree",
    "If I think it would harm a customer",
    "A legal date is at stake",
    "In all cases of fraud",
    "When pm-07 asks for it",
    "When the decision has to be taken within the hour",
)

OTHER_DAYS = (
    _weekday("First session on Thursday, 9 October 2026", "Thursday, 9 October 2026", "2026-10-09 is a Friday"),
    _weekday("Tue 7 Oct: notes", "Tue 7 Oct", "2026-10-07 is a Wednesday"),
    _weekday("Review on 2026-10-30 (Mon)", "2026-10-30 (Mon", "2026-10-30 is a Friday"),
    _weekday("9 Oct: first Thursday session", "9 Oct: first Thursday", "2026-10-09 is a Friday"),
)
THOSE_DAYS = (
    "First session on Friday, 9 October 2026",
    "9 Oct: book the Thursday sessions",
    "9 Oct: first Friday session",
    "Fri 9 Oct – Mon 12 Oct: pre-read",
    "Send it by 7 Oct, for Friday",
    "Thursday 3 December: after the cycle, in whatever year",
    "Thursday 31 November",
    "Fridays, 9 October to 13 November",
)

CASES = (
    *LONG,
    *(Case("rep-length", False, text, "untimed") for text in SHORT),
    *ANYTIME,
    *(Case("toolkit-says-none", False, text, "directive") for text in AT_TIMES),
    *(Case("toolkit-says-none", True, text, "rhythm", text, f"“{text}” is no rhythm.") for text in NO_RHYTHM),
    *(Case("toolkit-says-none", False, text, "rhythm") for text in RHYTHM),
    *OTHER_DAYS,
    *(Case("weekday-disagrees", False, text, "step") for text in THOSE_DAYS),
    Case("weekday-disagrees", False, "Roadmap review on Thursday 9 October: no cost", "claim"),
)
