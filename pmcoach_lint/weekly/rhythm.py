"""When coach and PM meet, out of the words in which a pack says it: “weekly 1:1, Wednesdays at 9:30”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, time, timedelta

from pmcoach_lint.coaching.cycle import Cycle
from pmcoach_lint.readers.dates import DAY, WEEKDAY, parse_date
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import line_around
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
    rf"\bevery\s+(?P<number>\d|two|second|other|three|third|four|fourth)(?:nd|rd|th)?\s+(?:weeks?|{WEEKDAY}|\w+days?)\b"
    r"|\b(?P<fortnight>fortnight(?:ly)?|bi-?weekly|every fortnight)\b",
    re.IGNORECASE,
)
_WEEKLY = regex(
    rf"\b(?:weekly|(?:every|each|once a|once per|a|per)\s+week)\b|\b(?:every|each)\s+(?:{WEEKDAY}|\w+days?)\b",
    re.IGNORECASE,
)
_UNTIL = regex(
    r"\b(?:weekly|every week|each week)\s+(?:through|until|till|to|up to)\s+week\s+(?P<week>\d{1,2})\b", re.IGNORECASE
)
"""Until when sessions are each week, where they get fewer later."""

_LONGEST_CYCLE = 54
"""A week that no cycle reaches."""

_TIMES_OF_DAY = regex(r"\s(?:mornings|afternoons|evenings|lunchtimes)\b", re.IGNORECASE)
_LAST_DAY = regex(r"\b(?:by|before|until|till|due)\s+(?:on\s+|the\s+|next\s+)?$", re.IGNORECASE)
_AND = regex(
    r"(?:\s(?:at\s)?\d{1,2}(?:[:.h]\d{2})?(?:\s?[ap]m)?)?\s*(?:,|/|&|\+|and|or|,\s*(?:and|or))\s*(?:on\s+|every\s+)?",
    re.IGNORECASE,
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
        weeks = range(1, cycle.span + 2, self.every)
        days = (cycle.in_week(week, weekday) for week in weeks for weekday in self.weekdays)
        return sorted(day for day in days if not cycle.is_over(day))


def read_rhythm(text: str) -> Rhythm | None:
    """The rhythm that `text` tells of; None when it does not say on which weekday, or every how many weeks.

    Nothing is guessed: a single weekday without “weekly”, “every” or a plural may be that of one meeting. What further
    sentences tell, such as when work is sent around, is another matter.
    """
    asides = (frozenset(_skipped(text)), frozenset(_days_off(text)), tuple(_moved(text)))
    text = without_skipped(text)
    days = _weekdays(text)
    if not days:
        return None
    meeting = _sentence(text, days[0].start())
    every, skipped = _every(meeting) or _every(text) or (0, frozenset())
    if not every and any(_is_plural(match) for match in days):
        every = 1
    if not every or _MONTHLY.search(meeting):
        return None
    weekdays = dict.fromkeys(_WEEKDAYS.index(match[0][:3].lower()) for match in days)
    return Rhythm(tuple(weekdays), every, _time(meeting), asides[0] | skipped, *asides[1:])


def _weekdays(text: str) -> list[re.Match[str]]:
    """The first weekday that is no last day for something, with those that are named in a row with it."""
    every = [match for match in _WEEKDAY.finditer(text) if match["full"] or match["short"][0].isupper()]
    every = [match for match in every if not _LAST_DAY.search(text, 0, match.start())]
    days = every[:1]
    for match in every[1:]:
        if not _AND.fullmatch(text, days[-1].end(), match.start()):
            break
        days.append(match)
    return days


def _is_plural(day: re.Match[str]) -> bool:
    """Whether a weekday is one of many: `Thursdays`, `Thursday mornings`."""
    names_many = bool(day["full"]) and day[0].rstrip(".").lower().endswith("s")
    return names_many or _TIMES_OF_DAY.match(day.string, day.end()) is not None


def _sentence(text: str, at: int) -> str:
    """The sentence of a text, or its line, in which `at` is."""
    line = line_around(text, at)
    start, stop = next((span for span in reversed(split_sentences(text, line)) if span[0] <= at), (line[0], len(text)))
    return text[start:stop]


def _every(text: str) -> tuple[int, frozenset[int]] | None:
    """Every how many weeks a text says that sessions are, and in which weeks there is none since they get fewer.

    None where it says nothing, or both without telling when the one ends.
    """
    few = _EVERY_FEW.search(text)
    if not few:
        return (1, frozenset()) if _WEEKLY.search(text) else None
    number = few["number"] or "two"
    every = _NUMBERS.get(number.lower(), 0) or int(number)
    before = text[: few.start()]
    if not _WEEKLY.search(before):
        return every, frozenset()
    until = _UNTIL.search(before)
    if not until or not every:
        return None
    last = int(until["week"])
    return 1, frozenset(week for week in range(last + 1, _LONGEST_CYCLE) if (week - last) % every)


def _time(text: str) -> time | None:
    """The one time of day that the text gives; None when it gives none, or several that are no range."""
    found: list[tuple[tuple[int, int], time, bool]] = []
    for match in _TIME.finditer(text):
        if not match["minute"] and not match["half"]:
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if match["half"]:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        if hour < 24 and minute < 60:
            found.append((match.span(), time(hour, minute), bool(match["half"])))
    if not found:
        return None
    (span, begin, has_half), *others = found
    is_range = len(others) == 1 and _TO.fullmatch(text, span[1], others[0][0][0])
    if is_range and others[0][2] and not has_half and begin.hour + 12 <= others[0][1].hour:
        begin = begin.replace(hour=begin.hour + 12)  # “3:00–3:40 pm”
    return begin if not others or is_range else None


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
