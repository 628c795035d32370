"""When nothing is to take place: the pauses, breaks and closures that a document tells, with their days."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from pmcoach_lint.document import Document
from pmcoach_lint.language.cues import Cues
from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.cycles import read_cycle
from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.lines import line_around
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.tuples import NamedTuple

_ON = rf"(?:{WEEKDAY}\.?,?\s+)?{DAY}"
_RANGE = rf"(?:{_ON}|(?:{WEEKDAY}\.?,?\s+)?\d{{1,2}})\s?(?:-|–|—|to|until|till|through)\s?{_ON}"
_WORDS = (
    r"(?:pauses?|paused|breaks?|closed|closure|(?:offices?|we|company)\sclose|off|holidays?|shut-?down"
    r"|nothing\s(?:is\s)?(?:planned|due)|none|(?:no|without)\s(?:coaching|sessions?|reps?|meetings?))"
)
_PAUSE_FIRST = anycase(rf"\b{_WORDS}\b[^.;|()\n]{{0,30}}?[|:(]?[^.;|()\n\d]{{0,20}}?(?P<days>{_RANGE})")
_DAYS_FIRST = anycase(
    rf"(?P<days>{_RANGE})[\s)]{{0,2}}(?:\||:|,|=|\s[–—-])?\s?(?:(?:is|are|as)\s)?(?:an?\s|the\s)?(?:[\w-]+,?\s){{0,3}}?"
    rf"{_WORDS}\b"
)
_CUES = Cues(
    "pause, pauses, paused, break, breaks, closed, closure, offices close, office close, holidays, shutdown, "
    "nothing planned"
)
_MAY_BE_DAYS = regex(
    r"\d[^|\d]{0,12}(?:-|–|—| to | until | till | through )[^|\d]{0,12}\d{1,2}(?!\d?-)[^\d]|-\d\d[^|\d]{1,8}20\d\d-"
)
_REACH = 90
"""So far from the word for it the days of a pause are told, at most."""
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
    context, text, pauses = Context(start=start.isoformat()), document.standing, {}
    for at, end in _CUES.places(document.source):
        line = line_around(text, at)
        near = max(line[0], at - _REACH), min(line[1], end + _REACH)
        if not _MAY_BE_DAYS.search(text, *near):
            continue
        match = _PAUSE_FIRST.search(text, *near) or _DAYS_FIRST.search(text, *near)
        days = _days(match["days"], context) if match else None
        if match and days and 0 < (days[1] - days[0]).days <= _LONGEST:
            pauses[days] = Pause(*days, match.span("days"))
    return list(pauses.values())


def _days(text: str, context: Context) -> tuple[date, date] | None:
    """The first and the last day that a text tells; None where either of them cannot be read."""
    with suppress(Unreadable, ValueError):
        cycle = read_cycle(text, context)
        return date.fromisoformat(str(cycle["start"])), date.fromisoformat(str(cycle["end"]))
    return None
