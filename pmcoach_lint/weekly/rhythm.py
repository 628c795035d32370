"""When coach and PM meet, out of the words in which a pack says it: “weekly 1:1, Wednesdays at 9:30”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, time, timedelta

from pmcoach_lint.coaching.cycle import Cycle
from pmcoach_lint.readers.dates import DAY, WEEKDAY, parse_date
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple

_WORKING_DAYS = 5
"""The days of a week on which people work, from Monday on."""


def is_working_day(day: date) -> bool:
    """Whether people work on a day, as far as its weekday tells."""
    return day.weekday() < _WORKING_DAYS


def working_days(begin: date, off: frozenset[date]) -> list[date]:
    """The working days of the seven from `begin` on that are not `off`."""
    week = (begin + timedelta(days=number) for number in range(7))
    return [day for day in week if is_working_day(day) and day not in off]


def nearest_day(wanted: date, days: Iterable[date]) -> date:
    """The one of some `days` that is nearest to the one that is wanted, of two the earlier; that one without any."""
    return min(days, key=lambda day: (abs((day - wanted).days), day), default=wanted)


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
_LEFT_OUT = r"\b(?:none|not|no\s+(?:sessions?|meetings?|1:1s?)|except|excluding|skip(?:ping|ped)?|without)\s+"
_SKIPPING = (
    rf"{_LEFT_OUT}(?:in\s+)?"
    r"weeks?\s+(?P<weeks>\d{1,2}(?:\s*(?:,|and|&|\+|to|[–-])\s*\d{1,2})*)"
)
_NAMED_DAY = rf"(?:{WEEKDAY}\.?,?\s+)?{DAY}(?!\w)"
_DAYS = rf"{_LEFT_OUT}(?:on\s+)?(?P<days>{_NAMED_DAY}(?:\s*(?:,|and|&|\+)\s*(?:on\s+)?{_NAMED_DAY})*)"
_INSTEAD = rf"\b(?:but\s+)?(?:on\s+)?(?P<to>{_NAMED_DAY})\s+instead\s+of\s+(?:on\s+)?(?P<off>{_NAMED_DAY})"
_NOT_IN = regex(_SKIPPING, re.IGNORECASE)
_NOT_ON = regex(_DAYS, re.IGNORECASE)
_MOVED = regex(_INSTEAD, re.IGNORECASE)
_ONE_DAY = regex(_NAMED_DAY, re.IGNORECASE)
_ASIDES = tuple(regex(rf"[\s,;:(–—-]*{aside}\)?", re.IGNORECASE) for aside in (_INSTEAD, _DAYS, _SKIPPING))
_TO = regex(r"\s*(?:[–-]|to|until)\s*")
_RANGE = regex(r"(\d{1,2})\s*(?:to|[–-])\s*(\d{1,2})|(\d{1,2})")


class Rhythm(NamedTuple):
    """When sessions are: on which `weekdays` (Monday is 0), every how many weeks, at what time.

    None are in the weeks `skipped`, and none on the days `off`; some are `moved` to another day, by the day they leave.
    """

    weekdays: tuple[int, ...]
    every: int
    at: time | None
    skipped: frozenset[int]
    off: frozenset[date] = frozenset()
    moved: tuple[tuple[date, date], ...] = ()

    def sessions(self, cycle: Cycle) -> list[date]:
        """The days of the sessions, in order, as they are held."""
        held = [day for day in self.planned(cycle) if cycle.week_of(day) not in self.skipped and day not in self.off]
        to = dict(self.moved)
        return sorted(dict.fromkeys(to.get(day, day) for day in held))

    def planned(self, cycle: Cycle) -> list[date]:
        """The days of the sessions, in order, as if none were left out or moved."""
        weeks = range(1, cycle.weeks + 1, self.every)
        return sorted(cycle.in_week(week, weekday) for week in weeks for weekday in self.weekdays)


def read_rhythm(text: str) -> Rhythm | None:
    """The rhythm that `text` tells of; None when it does not say on which weekday, or every how many weeks.

    Nothing is guessed: a single weekday without “weekly”, “every” or a plural may be that of one meeting.
    """
    asides = (frozenset(_skipped(text)), frozenset(_days_off(text)), tuple(_moved(text)))
    text = without_skipped(text)
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
    return Rhythm(tuple(dict.fromkeys(days)), every, _time(text), *asides) if every else None


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


def _days_off(text: str) -> Iterator[date]:
    for match in _NOT_ON.finditer(text):
        for day in _ONE_DAY.finditer(match["days"]):
            with suppress(Unreadable):
                yield parse_date(day[0])


def _moved(text: str) -> Iterator[tuple[date, date]]:
    for match in _MOVED.finditer(text):
        with suppress(Unreadable):
            yield parse_date(match["off"]), parse_date(match["to"])


def without_skipped(text: str) -> str:
    """The words for a rhythm without those about weeks and days of one cycle, which are left out or moved."""
    for aside in _ASIDES:
        text = aside.sub("", text)
    return text.strip()


def next_session(sessions: list[date], day: date) -> date | None:
    """The first session on `day` or after it."""
    return next((session for session in sessions if session >= day), None)


def since(sessions: list[date], session: date) -> date:
    """The day after the session before this one: what has fallen due since then belongs to it."""
    before = [day for day in sessions if day < session]
    return before[-1] + timedelta(days=1) if before else date.min
