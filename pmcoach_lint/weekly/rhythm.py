"""When coach and PM meet, out of the words in which a pack says it: “weekly 1:1, Wednesdays at 9:30”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import NamedTuple

from pmcoach_lint.coaching.cycle import Cycle
from pmcoach_lint.regex import regex

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = regex(
    r"\b(?:(?P<full>(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
    r"|(?P<short>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun))\b\.?",
    re.IGNORECASE,
)
_TIME = regex(
    r"(?<![\d:.-])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?!\d))?\s?(?P<half>[ap]\.?m\b)?(?![\d:%])", re.IGNORECASE
)
_NUMBERS = {"two": 2, "second": 2, "other": 2, "three": 3, "third": 3, "four": 4, "fourth": 4}
_EVERY_FEW = regex(
    r"\bevery\s+(?P<number>\d|two|second|other|three|third|four|fourth)(?:nd|rd|th)?\s+(?:weeks?|\w+days?)\b"
    r"|\b(?P<fortnight>fortnight(?:ly)?|bi-?weekly|every fortnight)\b",
    re.IGNORECASE,
)
_WEEKLY = regex(
    r"\b(?:weekly|(?:every|each|once a|once per|a|per)\s+week)\b|\b(?:every|each)\s+\w+days?\b", re.IGNORECASE
)
_MONTHLY = regex(r"\b(?:monthly|quarterly|daily|(?:every|each|a|per)\s+(?:month|quarter|day))\b", re.IGNORECASE)
_SKIPPING = (
    r"\b(?:none|not|no\s+(?:sessions?|meetings?|1:1s?)|except|excluding|skip(?:ping|ped)?|without)\s+(?:in\s+)?"
    r"weeks?\s+(?P<weeks>\d{1,2}(?:\s*(?:,|and|&|\+|to|[–-])\s*\d{1,2})*)"
)
_NOT_IN = regex(_SKIPPING, re.IGNORECASE)
_ASIDE = regex(rf"[\s,;:(–—-]*{_SKIPPING}\)?", re.IGNORECASE)
_TO = regex(r"\s*(?:[–-]|to|until)\s*")
_RANGE = regex(r"(\d{1,2})\s*(?:to|[–-])\s*(\d{1,2})|(\d{1,2})")


class Rhythm(NamedTuple):
    """When sessions are: on which `weekdays` (Monday is 0), every how many weeks, at what time, and in which not."""

    weekdays: tuple[int, ...]
    every: int
    at: time | None
    skipped: frozenset[int]

    def sessions(self, cycle: Cycle) -> list[date]:
        """The days of the sessions, in order; those in a skipped week are left out."""
        return [day for day in self.planned(cycle) if cycle.week_of(day) not in self.skipped]

    def planned(self, cycle: Cycle) -> list[date]:
        """The days of the sessions, in order, as if no week were skipped."""
        weeks = range(1, cycle.weeks + 1, self.every)
        return sorted(cycle.in_week(week, weekday) for week in weeks for weekday in self.weekdays)


def read_rhythm(text: str) -> Rhythm | None:
    """The rhythm that `text` tells of; None when it does not say on which weekday, or every how many weeks.

    Nothing is guessed: a single weekday without “weekly”, “every” or a plural may be that of one meeting.
    """
    days = list(_weekdays(text))
    few = _EVERY_FEW.search(text)
    plural = any(match[0].rstrip(".").endswith("s") and match["full"] for match in _WEEKDAY.finditer(text))
    if not days or _MONTHLY.search(text):
        return None
    if few:
        number = few["number"] or "two"
        every = _NUMBERS.get(number.lower(), 0) or int(number)
    elif _WEEKLY.search(text) or plural:
        every = 1
    else:
        return None
    return Rhythm(tuple(dict.fromkeys(days)), every, _time(text), frozenset(_skipped(text))) if every else None


def _weekdays(text: str) -> Iterator[int]:
    for match in _WEEKDAY.finditer(text):
        if match["full"] or match["short"][0].isupper():
            yield _WEEKDAYS.index(match[0][:3].lower())


def _time(text: str) -> time | None:
    """The one time of day that the text gives; None when it gives none, or several that are no range."""
    found = []
    for match in _TIME.finditer(text):
        if not match["minute"] and not match["half"]:
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if match["half"]:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        if hour < 24 and minute < 60:
            found.append((match.span(), time(hour, minute)))
    if not found:
        return None
    second_ends_first = len(found) == 2 and _TO.fullmatch(text[found[0][0][1] : found[1][0][0]])
    return found[0][1] if len(found) == 1 or second_ends_first else None


def _skipped(text: str) -> Iterator[int]:
    for match in _NOT_IN.finditer(text):
        for first, last, alone in _RANGE.findall(match["weeks"]):
            yield from [int(alone)] if alone else range(int(first), int(last) + 1)


def without_skipped(text: str) -> str:
    """The words for a rhythm without those that leave out weeks of one cycle."""
    return _ASIDE.sub("", text).strip()


def next_session(sessions: list[date], day: date) -> date | None:
    """The first session on `day` or after it."""
    return next((session for session in sessions if session >= day), None)


def since(sessions: list[date], session: date) -> date:
    """The day after the session before this one: what has fallen due since then belongs to it."""
    before = [day for day in sessions if day < session]
    return before[-1] + timedelta(days=1) if before else date.min
