"""How much of the fractional PM the horizons of an engagement take: what comes later is to take less of it."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.document import Document
from pmcoach_lint.readers.money import find_hours
from pmcoach_lint.readers.unreadable import NUMBERS
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

_WEEKS = {"day": 5.0, "week": 1.0, "month": 0.25, "quarter": 0.08}
"""How often a week each period comes, in working days. A month has four weeks."""

_ADVERBS = {"daily": 5.0, "weekly": 1.0, "fortnightly": 0.5, "biweekly": 0.5, "monthly": 0.25, "quarterly": 0.08}
_TIMES = {"once": 1.0, "twice": 2.0, "every": 1.0, "each": 1.0}
_OFTEN = anycase(
    rf"\b(?:(?P<adverb>{'|'.join(_ADVERBS)})"
    r"|(?P<times>once|twice|every|each|(?P<count>\d|two|three|four|five)(?:\s?x|\stimes|\sdays))"
    r"(?:\s(?:an?|per|every|each))?\s(?P<other>other\s|two\s|second\s)?(?P<period>day|week|month|quarter)s?)\b"
)


def not_less_later(document: Document, path: Path) -> Iterator[Span]:
    """Where the horizons at `path` say that the client needs as much of the fractional PM later as before, or more."""
    rows: object = document.data
    for step in path:
        rows = rows.get(step) if isinstance(rows, dict) else None
    named = [(row.get("horizon"), number, row) for number, row in enumerate(rows if isinstance(rows, list) else ())]
    places = {name: (number, str(row.get("involvement", ""))) for name, number, row in named}
    if "NEXT" not in places or "LATER" not in places:
        return
    (_, before), (number, later) = places["NEXT"], places["LATER"]
    for reckoned in (_hours, _often):
        then, now = reckoned(later), reckoned(before)
        if then and now:
            if then[1] >= now[1]:
                start, _ = document.values[*path, number, "involvement"]
                yield (start + then[0][0], start + then[0][1])
            return


def _hours(text: str) -> tuple[Span, float] | None:
    """The first hours a week that a text tells, with their span."""
    for span, hours in find_hours(text):
        amount, per = hours.get("hours"), hours.get("per")
        if isinstance(amount, int | float) and per in _WEEKS:
            return span, amount * _WEEKS[per]
    return None


def _often(text: str) -> tuple[Span, float] | None:
    """How often a week something is, by the first words of a text that tell it, with their span."""
    match = _OFTEN.search(text)
    if match is None:
        return None
    if match["adverb"]:
        return match.span(), _ADVERBS[match["adverb"].casefold()]
    count = (match["count"] or "").casefold()
    times = (NUMBERS.get(count) or float(count)) if count else _TIMES[match["times"].casefold()]
    return match.span(), times * _WEEKS[match["period"].casefold()] / (2 if match["other"] else 1)
