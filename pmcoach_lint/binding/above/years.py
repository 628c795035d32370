"""The years of days that do not say theirs, where records stand in the order of their days: the entries of a log.

A year is taken from the heading above (`## June 2026`), from what the title or the front matter says of the time that
the whole is about, from the entries beside, from the day that the document itself bears, or from the days of the week:
near a year that the text tells, Fri 20 Nov is in one alone. It is never guessed: a day that may lie in either of two
years stays one that cannot be read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.above.own_day import TOLD_YEAR
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.readers.calendar import MONTH, month_number
from pmcoach_lint.readers.dates import YearlessDay, day_alone, of_month
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_NEAR = 150
"""So many days may lie between an entry and the next one: half a year before and half a year after differ enough."""

_ASTRAY = 31
"""An entry that lies so many days or more on the wrong side of the one beside it may as well be of another year."""

_WRITTEN = 60
"""So many days may lie between the day of the document and the entry at one of the ends of the list."""

_FEWEST = 3
"""So many entries must be on their day of the week in a year that nothing else tells."""

_PERIOD = "period"
"""The property of a document that may say which time it is about."""

_WRITTEN_IN = ("date", "began")
"""The properties of a document that may hold the day on which it was begun, or last kept."""

_UNREADABLE = "unreadable-value"
_HINT = "Say it once: as `date: 2026-11-16` in the front matter, or in a heading above them, such as June 2026."

_MONTH_AND_YEAR = regex(
    rf"(?P<first>{MONTH})\b\.?(?:\s*(?:[-–—/&+]|\bto\b|\band\b)\s*(?P<last>{MONTH})\b\.?)?,?\s+(?P<year>\d{{4}})\b(?!-)",
    re.IGNORECASE,
)
_NUMBERED_MONTH = regex(rf"\d{{1,2}}[.)]\s+(?P<month>(?:{MONTH})\b)", re.IGNORECASE)
_IN_DIGITS = regex(r"(?P<year>\d{4})[-/](?P<month>0[1-9]|1[0-2])(?![-/\d])")
_ANY_YEAR = regex(r"(?<![\w.-])20\d{2}(?![\w.-]\d)")
_OPEN = regex(r"(?:since|from|started|began)\b", re.IGNORECASE)
_YEAR_ALONE = regex(r"(?:(?:q[1-4]|h[12]|year)[\s/-]*)?(?P<year>\d{4})(?:[\s/-]*(?:q[1-4]|h[12]))?", re.IGNORECASE)


class _Above(NamedTuple):
    """What a heading says of the days below it: where it stands, the year, and the months from `first` to `last`."""

    at: int
    year: int
    first: int
    last: int

    def day(self, day: YearlessDay) -> date | None:
        """The day below the heading; None where it is in another month."""
        if not day.month:
            return day._replace(month=self.first).in_year(self.year) if self.first == self.last else None
        return day.in_year(self.year) if self.first <= day.month <= self.last else None


def complete_years(reading: Extraction, binding: Whole, data: dict[str, Any], pieces: Sequence[Piece]) -> None:
    """Put the days of ordered records into `data` that do not say their year, where it is certain.

    Args:
        reading: what has been read; that such a day cannot be read is taken out of it.
        binding: the type of the document.
        data: its data; `date` and `began` are the days that the document itself bears, `period` is what it is about.
        pieces: its headings and lines.
    """
    written = [data[name] for name in _WRITTEN_IN if name in data]
    for field in binding.ordered:
        day, rows = field.holders.get("date"), data.get(field.name, ())
        if day and any(day.name not in row for row in rows):
            above = [*_whole(reading.text, pieces, str(data.get(_PERIOD, ""))), *_headings(reading.text, pieces)]
            _Days(reading, field, day, rows).complete(above, written)
        if day:  # what comes up lies near the newest entry
            written += sorted(row[day.name] for row in rows if day.name in row)[-1:]


class _Days:
    """The days of the records of one list."""

    def __init__(self, reading: Extraction, field: Binding, day: Binding, rows: list[dict[str, Any]]) -> None:
        self.reading = reading
        self.field = field
        self.day = day
        self.rows = rows
        self.known = {at: date.fromisoformat(row[day.name]) for at, row in enumerate(rows) if day.name in row}
        texts = {at: reading.text[slice(*self.span(at))] for at in range(len(rows)) if at not in self.known}
        order = reading.context.day_first
        told = {at: day_alone(text, day_first=order) or of_month(text) for at, text in texts.items()}
        self.missing = {at: found for at, found in told.items() if found}

    def span(self, at: int) -> Span:
        """Where the day of the record stands."""
        return self.reading.values.get((self.field.name, at, self.day.name), (0, 0))

    def complete(self, above: Sequence[_Above], written: Iterable[str]) -> None:
        """Find the years, by what stands `above` or the days `written` in the document, and take what is certain."""
        starts = [heading.at for heading in above]
        for at, day in self.missing.items():
            place = bisect_right(starts, self.span(at)[0]) - 1
            if place >= 0 and (found := above[place].day(day)):
                self.known[at] = found
        for kept in written if not self.known else ():
            with suppress(TypeError, ValueError):  # what a type of one's own calls its date may be any text
                self.begin(date.fromisoformat(kept))
        if not self.known:
            self.begin_by_weekdays()
        self.spread()
        for at in self.missing.keys() & self.known.keys():
            self.take(at)
        if not self.known and len(self.missing) > 1:
            self.tell_once()

    def begin(self, written: date) -> None:
        """Take the entry at that end of the list which is nearest to the day on which the document was written."""
        ends = {at for at in (0, len(self.rows) - 1) if at in self.missing}
        near = {at: found for at in ends if (found := _nearest(self.missing[at], written, _WRITTEN))}
        if near:
            at = min(near, key=lambda at: abs(near[at] - written))
            self.known[at] = near[at]

    def begin_by_weekdays(self) -> None:
        """Take the first entry of that year, near one that the text tells, in which most are on their day of the week.

        In the years beside it none of them is, so that a few tell which it is.
        """
        told = {2000 + int(year["year"]) for year in TOLD_YEAR.finditer(self.reading.text)}
        dated = {at: day for at, day in self.missing.items() if day.weekday and day.month}
        years = {year + step for year in told if dated for step in (-1, 0, 1)}
        fits = {year: [at for at, day in dated.items() if day.in_year(year)] for year in years}
        best = max(fits.values(), key=len, default=[])
        fitting = [year for year, entries in fits.items() if len(entries) == len(best)]
        if len(best) >= _FEWEST and len(fitting) == 1 and (first := dated[best[0]].in_year(fitting[0])):
            self.known[best[0]] = first

    def spread(self) -> None:
        """Go from the known days to those beside them, down and then up."""
        rising = self.rising()
        for order, step in ((range(len(self.rows)), -1), (range(len(self.rows) - 1, -1, -1), 1)):
            beside: date | None = None
            for at in order:
                found = _nearest(self.missing[at], beside, _NEAR) if beside and at in self.missing else None
                if found and beside and rising * step * (found - beside).days < _ASTRAY:
                    self.known.setdefault(at, found)
                beside = self.known.get(at, beside)

    def rising(self) -> int:
        """1 where the days run from old to new, -1 where they run from new to old, 0 where that cannot be told."""
        days = [
            day for at in range(len(self.rows)) if (day := self.known.get(at) or self.missing.get(at)) and day.month
        ]
        steps = [_apart(earlier, later) for earlier, later in pairwise(days)]
        rises = sum((step > 0) - (step < 0) for step in steps)
        return (rises > 0) - (rises < 0)

    def take(self, at: int) -> None:
        """Take over the day of one record: it can be read after all."""
        path, span = (self.field.name, at, self.day.name), self.span(at)
        row = {**self.rows[at], self.day.name: self.known[at].isoformat()}
        self.rows[at] = self.field.in_order(row)
        self.reading.settled.discard(path)
        self.drop({span})

    def drop(self, spans: set[Span]) -> None:
        """Say no more that the days at these spans cannot be read."""
        kept = [each for each in self.reading.offences if each.rule != _UNREADABLE or each.span not in spans]
        self.reading.offences = kept

    def tell_once(self) -> None:
        """Say in one place that none of the days says its year."""
        spans = sorted(self.span(at) for at in self.missing)
        self.drop(set(spans))
        message = f"{len(spans)} days here do not say their year, and nothing else tells it."
        self.reading.offences.append(Offence(spans[0], message, _HINT, rule=_UNREADABLE))


def _nearest(day: YearlessDay, other: date, within: int) -> date | None:
    """The day in that year in which it is not farther than `within` days from the `other` one, if there is such."""
    days = [found for year in range(other.year - 1, other.year + 2) if (found := day.in_year(year))]
    near = [found for found in days if abs(found - other).days <= within]
    return near[0] if len(near) == 1 else None


def _apart(earlier: date | YearlessDay, later: date | YearlessDay) -> int:
    """How many days later the one is, about, whatever the years: half a year at most, and less than none if earlier."""
    days = (later.month - earlier.month) * 30 + later.day - earlier.day
    return (days + 180) % 360 - 180


def _whole(text: str, pieces: Sequence[Piece], period: str) -> Iterator[_Above]:
    """What the `period` of a document, or else its title, says of all days below: `November 2026`, `Log, Q4 2026`."""
    title = next((piece for piece in pieces if piece.role is Role.HEADING), None)
    for said in (period, text[slice(*title.text)] if title and title.level == 1 else ""):
        months = list(_MONTH_AND_YEAR.finditer(said))
        years = {int(year[0]) for year in _ANY_YEAR.finditer(said)}
        if len(years) == 1 and len(months) <= 1 and not (_OPEN.match(said) and not months):
            yield _month_of(0, months[0]) if months else _Above(0, years.pop(), 1, 12)
            return


def _month_of(at: int, match: re.Match[str]) -> _Above:
    """The month or months that a heading at a place names with their year."""
    first = month_number(match["first"])
    last = month_number(match["last"] or match["first"])
    return _Above(at, int(match["year"]), min(first, last), last)


def _headings(text: str, pieces: Iterable[Piece]) -> Iterator[_Above]:
    """What the headings say of the days below them; one that says no year is passed over."""
    for piece in pieces:
        if piece.role is not Role.HEADING:
            continue
        start, end = piece.text
        if numbering := _NUMBERED_MONTH.match(text, start, end):
            start = numbering.start("month")
        if match := _MONTH_AND_YEAR.match(text, start, end):
            yield _month_of(start, match)
        elif match := _IN_DIGITS.match(text, start, end):
            yield _Above(start, int(match["year"]), int(match["month"]), int(match["month"]))
        elif match := _YEAR_ALONE.fullmatch(text, start, end):
            yield _Above(start, int(match["year"]), 1, 12)
