"""The cycle of a document that tells it in its first lines: `Eight weeks, from 30 November 2026 to 5 February 2027`."""

from __future__ import annotations

import re
from datetime import date

from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.cycles import NUMBER_OF_WEEKS, read_cycle
from pmcoach_lint.readers.registry import said_by
from pmcoach_lint.readers.unreadable import Context, Unreadable, in_digits
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_around
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

Told = dict[str, str | int | None]
"""What is told, by the names of the fields."""

_FIRST_LINES = 2500
"""How far down, in characters, people say when all of it happens."""

_FROM_TO = regex(rf"{DAY}(?:\s*[–—→]\s*|\s+(?:-|to|until|till|through)\s+)(?:{WEEKDAY}\.?,?\s+)?{DAY}", re.IGNORECASE)
_SAYS_CYCLE = regex(r"\b(?:cycle|weeks?|wks?|covers|runs|window|duration|period|timeframe|timeline)\b", re.IGNORECASE)
_ON = rf"\b\W*(?:on\s+|date\W+|by\s+)?(?:the\s+)?(?P<day>(?:{WEEKDAY}\.?,?\s+)?{DAY})"
_BEGINS = regex(rf"\b(?:starts?|starting|begins?|beginning|kicks? off|kick-?off|from){_ON}", re.IGNORECASE)
_UNTIL = regex(rf"\b(?:until|till|to|through|ends?|ending){_ON}", re.IGNORECASE)
_SHORTEST, _LONGEST = 28, 182
"""How many days a cycle lasts, four weeks to half a year: longer ones are how long somebody has been in a role."""


def cycle_told(text: str, body: int, context: Context) -> tuple[Told, dict[Path, Span]]:
    """What the first lines of a document, whose body begins at `body`, tell of its cycle.

    The `context` may tell the year of days that do not say theirs.

    Returns:
        Its `start`, `end` and `weeks`, and where each is told. Nothing where no line speaks of a cycle and of its first
        and last day, or several do; nor where none tells how many weeks it has and on which day it begins.
    """
    found: list[tuple[Span, Span]] = []
    for days in _FROM_TO.finditer(text, body, body + _FIRST_LINES):
        line = line_around(text, *days.span())
        if _SAYS_CYCLE.search(text, *line):
            found.append((days.span(), line))
    if not found:
        return _begun(text, body, context)
    if len(found) != 1:
        return {}, {}
    span, line = found[0]
    try:
        told = read_cycle(text[slice(*span)], context)
        weeks = read_cycle(text[slice(*line)], context)["weeks"] or told["weeks"]
    except Unreadable:
        return {}, {}
    first, last = _as_day(told["start"]), _as_day(told["end"])
    if not first or not last or not _SHORTEST <= (last - first).days <= _LONGEST:
        return {}, {}
    return told | {"weeks": weeks}, {(name,): span for name in told}


def _begun(text: str, body: int, context: Context) -> tuple[Told, dict[Path, Span]]:
    """The same where a line tells how many weeks there are and on which day they begin: `Start Jan 4, eight weeks`."""
    for begin in _BEGINS.finditer(text, body, body + _FIRST_LINES):
        line = line_around(text, *begin.span())
        weeks = NUMBER_OF_WEEKS.search(in_digits(text[slice(*line)]))
        first, last = begin.span("day"), _UNTIL.search(text, begin.end(), line[1])
        if weeks:
            told: Told = {"start": said_by("date", text[slice(*first)], context), "weeks": int(weeks["weeks"])}
            if last and (day := said_by("date", last["day"], context)):
                told["end"] = day
            return (told, dict.fromkeys([(name,) for name in told], first)) if told["start"] else ({}, {})
    return {}, {}


def _as_day(told: str | int | None) -> date | None:
    """The day that is told; None where there is none."""
    return date.fromisoformat(told) if isinstance(told, str) else None
