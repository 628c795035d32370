"""Which sessions of a rhythm are left out, or moved to another day, out of the words that tell it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.tuples import NamedTuple

_LEFT_OUT = (
    r"\b(?:none|not|no\s+(?:sessions?|meetings?|1:1s?)|except|excluding|skip(?:ping|ped)?|without|(?:break|paused?):?)"
    r"\s+"
)
_WEEKS = r"weeks?\s+(?P<weeks>\d{1,2}(?:\s*(?:,|and|&|\+|to|[–-])\s*\d{1,2})*)"
_NAMED_DAY = rf"(?:{WEEKDAY}\.?,?\s+)?{DAY}(?!\w)"
_STRETCH = rf"{_NAMED_DAY}(?:\s*(?:[–-]|to|until|through)\s*{_NAMED_DAY})?"
_AND = r"\s*(?:,|and|&|\+)\s*(?:on\s+)?"
_SKIPPING = rf"{_LEFT_OUT}(?:in\s+)?{_WEEKS}"
_DAYS = rf"{_LEFT_OUT}(?:on\s+|from\s+)?(?P<days>{_STRETCH}(?:{_AND}{_STRETCH})*)"
_WEEK_OF = rf"{_LEFT_OUT}(?:in\s+)?(?:the\s+)?weeks?\s+(?:of|from)\s+(?P<week>{_NAMED_DAY}(?:{_AND}{_NAMED_DAY})*)"
_INSTEAD = rf"\b(?:but\s+)?(?:on\s+)?(?P<to>{_NAMED_DAY})\s+instead\s+of\s+(?:on\s+)?(?P<off>{_NAMED_DAY})"
_NOT_IN = anycase(_SKIPPING)
_NOT_ON = anycase(_DAYS)
_NOT_IN_WEEK_OF = anycase(_WEEK_OF)
_MOVED = anycase(_INSTEAD)
_ONE_DAY = anycase(_NAMED_DAY)
_ONE_STRETCH = anycase(_STRETCH)
_ASIDES = tuple(anycase(rf"[\s,;:(–—-]*{aside}\)?") for aside in (_INSTEAD, _WEEK_OF, _DAYS, _SKIPPING))
_RANGE = regex(r"(\d{1,2})\s*(?:to|[–-])\s*(\d{1,2})|(\d{1,2})")
_LONGEST = 62
"""Days; a longer stretch is no break of a cycle."""


class LeftOut(NamedTuple):
    """The weeks of the cycle and the days without a session, and those that are moved, by the day they leave."""

    weeks: frozenset[int]
    off: frozenset[date]
    moved: tuple[tuple[date, date], ...]


def left_out(text: str, context: Context | None = None) -> LeftOut:
    """What the words for a rhythm leave out or move; a day without its year is that of the cycle in the `context`."""
    return LeftOut(frozenset(_skipped(text)), frozenset(_days_off(text, context)), tuple(_moved(text, context)))


def without_skipped(text: str) -> str:
    """The words for a rhythm without those about weeks and days of one cycle, which are left out or moved."""
    for aside in _ASIDES:
        text = aside.sub("", text)
    return text.strip()


def _skipped(text: str) -> Iterator[int]:
    for match in _NOT_IN.finditer(text):
        for first, last, alone in _RANGE.findall(match["weeks"]):
            yield from [int(alone)] if alone else range(int(first), int(last) + 1)


def _days_off(text: str, context: Context | None) -> Iterator[date]:
    for match in _NOT_ON.finditer(text):
        for stretch in _ONE_STRETCH.finditer(match["days"]):
            days = _days(stretch[0], context)
            length = (days[-1] - days[0]).days if days else -1
            yield from (days[0] + timedelta(days=number) for number in range(min(length, _LONGEST) + 1))
    for match in _NOT_IN_WEEK_OF.finditer(text):
        for day in _days(match["week"], context):
            monday = day - timedelta(days=day.weekday())
            yield from (monday + timedelta(days=number) for number in range(7))


def _days(text: str, context: Context | None) -> list[date]:
    """The days that a text names, as far as they can be read."""
    found = []
    for day in _ONE_DAY.finditer(text):
        with suppress(Unreadable):
            found.append(parse_date(day[0], context))
    return found


def _moved(text: str, context: Context | None) -> Iterator[tuple[date, date]]:
    for match in _MOVED.finditer(text):
        with suppress(Unreadable):
            yield parse_date(match["off"], context), parse_date(match["to"], context)
