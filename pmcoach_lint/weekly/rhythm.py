"""When coach and PM meet, out of the words in which a pack says it: “weekly 1:1, Wednesdays at 9:30”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time, timedelta

from pmcoach_lint.coaching.cycle import Cycle
from pmcoach_lint.readers.calendar import WEEKDAY
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.lines import line_around
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.clock import time_of_day
from pmcoach_lint.weekly.left_out import left_out, without_skipped

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
_WEEKDAY = anycase(
    r"\b(?:(?P<full>(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
    r"|(?P<short>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun))\b\.?"
)
_NUMBERS = {"two": 2, "second": 2, "other": 2, "three": 3, "third": 3, "four": 4, "fourth": 4}
_EVERY_FEW = anycase(
    rf"\bevery\s+(?P<number>\d|two|second|other|three|third|four|fourth)(?:nd|rd|th)?\s+(?:weeks?|{WEEKDAY}|\w+days?)\b"
    r"|\b(?P<fortnight>fortnight(?:ly)?|bi-?weekly|every fortnight)\b"
)
_WEEKLY = anycase(
    rf"\b(?:weekly|(?:every|each|once a|once per|a|per)\s+week)\b|\b(?:every|each)\s+(?:{WEEKDAY}|\w+days?)\b"
)
_UNTIL = anycase(r"\b(?:weekly|every week|each week)\s+(?:through|until|till|to|up to)\s+week\s+(?P<week>\d{1,2})\b")
"""Until when sessions are each week, where they get fewer later."""

_SAME = anycase(r"(?:weekly|(?:every|each) week)\s+(?:through|until|till|to|up to)\b|(?:from|after)\s")
"""How words begin that tell for how long the same meetings are held so often."""

_LONGEST_CYCLE = 54
"""A week that no cycle reaches."""

_TIMES_OF_DAY = anycase(r"\s(?:mornings|afternoons|evenings|lunchtimes)\b")
_LAST_DAY = anycase(r"\b(?:by|before|until|till|due)\s+(?:on\s+|the\s+|next\s+)?$")
_AND = anycase(
    r"(?:\s(?:at\s)?\d{1,2}(?:[:.h]\d{2})?(?:\s?[ap]m)?)?\s*(?:,|/|&|\+|and|or|,\s*(?:and|or))\s*(?:on\s+|every\s+)?"
)
_MONTHLY = anycase(r"\b(?:monthly|quarterly|daily|(?:every|each|a|per)\s+(?:month|quarter|day))\b")
_NEXT_MEETING = anycase(r"\s*(?:[,;+&]|\bplus\b|\band\b|\n)\s*(?!\s|then\b)")
"""What may part one kind of meeting from another: `weekly 1:1 on Monday, craft session every second Thursday`."""


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


def read_rhythm(text: str, context: Context | None = None) -> Rhythm | None:
    """The rhythm that `text` tells of; None when it does not say on which weekday, or every how many weeks.

    Nothing is guessed: a single weekday without “weekly”, “every” or a plural may be that of one meeting. What further
    sentences tell, such as when work is sent around, is another matter, and so are meetings of another rhythm that
    follow. The `context` may tell the year of days that are left out.
    """
    asides = left_out(text, context)
    text = without_skipped(text)
    days = weekdays_in(text)
    if not days:
        return None
    meeting = _meeting(text, days)
    every, skipped = _every(meeting) or _every(text) or (0, frozenset())
    if not every and any(_is_plural(match) for match in days):
        every = 1
    if not every or _MONTHLY.search(meeting):
        return None
    weekdays = dict.fromkeys(_WEEKDAYS.index(match[0][:3].lower()) for match in days)
    at = time_of_day(meeting, alone=len(days) > 1)
    return Rhythm(tuple(weekdays), every, at, asides.weeks | skipped, asides.off, asides.moved)


def weekdays_in(text: str) -> list[re.Match[str]]:
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


def _sentence(text: str, at: int) -> Span:
    """The sentence of a text, or its line, in which `at` is."""
    line = line_around(text, at)
    return next((span for span in reversed(split_sentences(text, line)) if span[0] <= at), (line[0], len(text)))


def _meeting(text: str, days: list[re.Match[str]]) -> str:
    """What a text says of the meetings on the `days`: their sentence, up to meetings with a rhythm of their own."""
    start, stop = _sentence(text, days[0].start())
    for joint in _NEXT_MEETING.finditer(text, days[-1].end(), stop):
        before, behind = text[start : joint.start()], text[joint.end() : stop]
        is_told = _says_how_often(before) or any(map(_is_plural, days))
        if is_told and (_says_how_often(behind) or _MONTHLY.search(behind)) and not _SAME.match(behind):
            return before
    return text[start:stop]


def _says_how_often(text: str) -> bool:
    return bool(_WEEKLY.search(text) or _EVERY_FEW.search(text))


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


def next_session(sessions: list[date], day: date) -> date | None:
    """The first session on `day` or after it."""
    return next((session for session in sessions if session >= day), None)


def since(sessions: list[date], session: date) -> date:
    """The day after the session before this one: what has fallen due since then belongs to it."""
    before = [day for day in sessions if day < session]
    return before[-1] + timedelta(days=1) if before else date.min
