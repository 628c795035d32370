"""When nothing is to take place: the pauses, breaks and closures that a document tells, with their days."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from pmcoach_lint.document import Document
from pmcoach_lint.language.cues import Cues
from pmcoach_lint.language.excuses import is_negated
from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.cycles import read_cycle
from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.lines import line_around
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.tuples import NamedTuple

_ON = rf"(?:{WEEKDAY}\.?,?\s+)?{DAY}"
_RANGE = rf"(?:{_ON}|(?:{WEEKDAY}\.?,?\s+)?\d{{1,2}})\s?(?:-|–|—|to|until|till|through)\s?{_ON}"
_PAUSE = (
    r"(?:pauses?|paused|breaks?|closure|shut-?down|holidays?|(?:time|days?|weeks?)\soff"
    r"|(?:offices?|company|firm|we|everything)\s(?:(?:is|are|will\sbe)\s)?closed?"
    r"|(?:nothing|no\s(?:coaching|sessions?|reps?|meetings?))(?:\s(?:is|are))?(?:\s(?:planned|due))?"
    r"(?:\s(?:in|during)\sthe\s(?:pause|break|holidays))?)"
)
_JOINT = r"(?:[\s:(|*_–—-]|\b(?:from|of|between|during|over|on|for|in|the|weeks?|is|are|lasts|runs|planned)\b){1,12}?"
_PAUSE_FIRST = anycase(rf"\b{_PAUSE}{_JOINT}(?P<days>{_RANGE})")
_DAYS_FIRST = anycase(
    rf"(?P<days>{_RANGE})[\s)]{{0,2}}(?:[|:=]|\s?[–—-])?\s?(?:is\s(?:[\w-]+\s){{0,2}}[\w-]+,\s(?=nothing))?"
    r"(?:(?:is|are|as|an?|the|our|winter|summer|christmas|xmas|easter|holiday|year-end|company|\w+-week)\s){0,4}"
    rf"(?:{_PAUSE}|off|(?<![|]\s)closed)(?=[\s*_]*(?:[^\w\s*]|\Z|\n))"
)
_CUES = Cues(
    "pause, pauses, paused, break, breaks, closed, closure, offices close, office close, holidays, shutdown, "
    "nothing planned, nothing is planned, no coaching, no session, no sessions, time off"
)
_MAY_BE_DAYS = regex(
    r"\d[^|\d]{0,12}(?:-|–|—| to | until | till | through )[^|\d]{0,12}\d{1,2}(?!\d?-)[^\d]|-\d\d[^|\d]{1,8}20\d\d-"
)
_LONGEST = 31
"""Days; what lasts longer is no pause in a cycle, and rather told wrongly."""


class Pause(NamedTuple):
    """A pause: its first day and its last one, and where they are told."""

    first: date
    last: date
    span: Span

    def holds(self, day: date) -> bool:
        """Whether a day lies in its midst: what is due on its last day may be due by its end."""
        return self.first <= day < self.last


def may_pause(document: Document) -> bool:
    """Whether a document may tell a pause, as far as its words say: a glance."""
    return bool(_CUES.among(document.source))


def pauses_of(document: Document, start: date) -> list[Pause]:
    """The pauses that a document tells; days without a year are those of a cycle that begins on `start`."""
    context, text = Context(start=start.isoformat()), document.standing
    pauses: dict[tuple[date, date], Pause] = {}
    read = set[str]()
    for line in _lines(document):
        told = (_PAUSE_FIRST, _DAYS_FIRST) if _MAY_BE_DAYS.search(text, *line) else ()
        for match in (match for pattern in told for match in pattern.finditer(text, *line)):
            days = None if match["days"] in read else _days(match["days"], context)
            read.add(match["days"])
            is_told = days and 0 < (days[1] - days[0]).days <= _LONGEST
            if days and is_told and not is_negated(document.source.folded, match.start()):
                pauses[days] = Pause(*days, match.span("days"))
    return list(pauses.values())


def _lines(document: Document) -> Iterator[Span]:
    """The lines of a document in which there may be a word for a pause."""
    reached = 0
    for at, _ in _CUES.places(document.source):
        if at >= reached:
            line = line_around(document.standing, at)
            reached = line[1]
            yield line


def _days(text: str, context: Context) -> tuple[date, date] | None:
    """The first and the last day that a text tells; None where either of them cannot be read."""
    with suppress(Unreadable, ValueError):
        cycle = read_cycle(text, context)
        return date.fromisoformat(str(cycle["start"])), date.fromisoformat(str(cycle["end"]))
    return None
