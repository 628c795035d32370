"""The cycle of a document that tells it in its first lines, or in its plan: `Eight weeks, from 30 November 2026`."""

from __future__ import annotations

import re
from datetime import date

from pmcoach_lint.binding.above.first_week import first_and_last_week, weeks_in_front
from pmcoach_lint.binding.above.own_day import day_told
from pmcoach_lint.readers.breaks import APART
from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.cycles import NUMBER_OF_WEEKS, read_cycle
from pmcoach_lint.readers.registry import said_by
from pmcoach_lint.readers.unreadable import Context, Unreadable, in_digits
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_around
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

Told = dict[str, str | int | None]
"""What is told, by the names of the fields."""


class Cycle(NamedTuple):
    """What is told of a cycle, and where; `keys` are what stands for a name there, and gives way to a real one."""

    told: Told
    values: dict[Path, Span]
    keys: dict[Path, Span]


_NOTHING = Cycle({}, {}, {})

_FIRST_LINES = 2500
"""How far down, in characters, people say when all of it happens."""

_FROM_TO = regex(rf"{DAY}(?:\s*[–—→]\s*|\s+(?:-|to|until|till|through)\s+)(?:{WEEKDAY}\.?,?\s+)?{DAY}", re.IGNORECASE)
_OFF = regex(rf"{APART}[^.;:]{{0,30}}$", re.IGNORECASE)
"""What stands in front of the days of a break: `with a pause from 21 December to 1 January`."""
_SAYS_CYCLE = regex(r"\b(?:cycle|weeks?|wks?|covers|runs|window|duration|period|timeframe|timeline)\b", re.IGNORECASE)
_ON = rf"\b\W*(?:on\s+|date\W+|by\s+)?(?:the\s+)?(?P<day>(?:{WEEKDAY}\.?,?\s+)?{DAY})"
_BEGINS = regex(rf"\b(?:starts?|starting|begins?|beginning|kicks? off|kick-?off|from){_ON}", re.IGNORECASE)
_UNTIL = regex(rf"\b(?:until|till|to|through|ends?|ending){_ON}", re.IGNORECASE)
_SHORTEST, _LONGEST = 28, 182
"""How many days a cycle lasts, four weeks to half a year: longer ones are how long somebody has been in a role."""


def cycle_told(text: str, body: int, context: Context) -> Cycle:
    """What the first lines of a document, whose body begins at `body`, tell of its cycle.

    The `context` may tell the year of days that do not say theirs.

    Returns:
        Its `start`, `end` and `weeks`, and where each is told. Nothing where several lines speak of a cycle and of its
        first and last day; nor where none does, none tells how many weeks it has and on which day it begins, and the
        weeks of the plan do not tell it.
    """
    found: list[tuple[Span, Span]] = []
    for days in _FROM_TO.finditer(text, body, body + _FIRST_LINES):
        line = line_around(text, *days.span())
        is_off = _OFF.search(text, line[0], days.start()) is not None
        if not is_off and _SAYS_CYCLE.search(text, *line) and weeks_in_front(text, line) != 1:  # one week is no cycle
            found.append((days.span(), line))
    if not found:
        return _begun(text, body, context)
    if len(found) != 1:
        return _NOTHING
    span, line = found[0]
    try:
        told = read_cycle(text[slice(*span)], context)
        weeks = read_cycle(text[slice(*line)], context)["weeks"] or told["weeks"]
    except Unreadable:
        return _NOTHING
    first, last = _as_day(told["start"]), _as_day(told["end"])
    if not first or not last or not _SHORTEST <= (last - first).days <= _LONGEST:
        return _NOTHING
    return Cycle(told | {"weeks": weeks}, {(name,): span for name in told}, {})


def _begun(text: str, body: int, context: Context) -> Cycle:
    """The same where a line tells how many weeks there are and on which day they begin: `Start Jan 4, eight weeks`."""
    for begin in _BEGINS.finditer(text, body, body + _FIRST_LINES):
        line = line_around(text, *begin.span())
        weeks = NUMBER_OF_WEEKS.search(in_digits(text[slice(*line)]))
        first, last = begin.span("day"), _UNTIL.search(text, begin.end(), line[1])
        if weeks:
            told: Told = {"start": said_by("date", text[slice(*first)], context), "weeks": int(weeks["weeks"])}
            if last and (day := said_by("date", last["day"], context)):
                told["end"] = day
            return Cycle(told, dict.fromkeys([(name,) for name in told], first), {}) if told["start"] else _NOTHING
    return _planned(text, body, context)


def _planned(text: str, body: int, context: Context) -> Cycle:
    """The same where the plan alone tells it, with the days of its weeks, and no line says another day."""
    near = context if context.near else context._replace(near=day_told(text, body))
    found = first_and_last_week(text, body, near)
    if not found:
        return _NOTHING
    start, weeks, name, span = found
    for begin in _BEGINS.finditer(text, body, body + _FIRST_LINES):
        is_of_weeks = weeks_in_front(text, line_around(text, *begin.span()))
        if not is_of_weeks and said_by("date", begin["day"], near) != start.isoformat():
            return _NOTHING
    told: Told = {"start": start.isoformat()} | ({"weeks": weeks} if weeks else {})
    paths = [(field,) for field in told]
    return Cycle(told, dict.fromkeys(paths, span), dict.fromkeys(paths, name))


def _as_day(told: str | int | None) -> date | None:
    """The day that is told; None where there is none."""
    return date.fromisoformat(told) if isinstance(told, str) else None
