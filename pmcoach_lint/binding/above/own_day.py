"""What a document tells of all its days: which day it bears itself, and whether those in numbers begin with the day."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

from pmcoach_lint.names import front_matter_key
from pmcoach_lint.readers.calendar import DAY, MONTH, WEEKDAY, month_number
from pmcoach_lint.readers.dates import parse_date, without_year
from pmcoach_lint.readers.registry import said_by
from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import Marked

_OWN = """
date dated day created updated update upd written issued reviewed review revised modified edited prepared touched
changed change generated published opened closed effective start starts started begins agreed sent
"""
_SAYS = frozenset(_OWN.split())
"""Words in the names of the keys that hold such a day: `last-updated`, `date_issued`, `closed_on`."""

_OTHERS = "next birth joined hired by due until deadline end ends valid expires"
NOT_OWN = frozenset(_OTHERS.split())
"""Words in the names of keys that hold another day, the next one or the last: `decision-requested-by`."""

_FULL = regex(rf"(?<![\w.-]){DAY}(?![\w-])", re.IGNORECASE)
_TITLE = regex(r"^#[ \t].+", re.MULTILINE)
_TWO_YEARS = regex(
    rf"\b(?P<first>{MONTH})\b\.?\s?(?:[-–—]|to)\s?(?:{MONTH})\b\.?\s+['’]?(?:20)?(?P<one>\d\d)\s?/\s?(?:20)?(?P<two>\d\d)\b",
    re.IGNORECASE,
)
_WHEN = regex(
    rf"\b(?:(?:(?:{MONTH})\b\.?\s?(?:[-–—]|to)\s?)?(?:{MONTH})\b\.?|Q[1-4])\s+\d{{4}}(?![\d-])", re.IGNORECASE
)
_WRITTEN = regex(
    r"\b(?:draft|version|written|updated?|revised|issued|edit(?:ed)?|touched|changed?|prepared|as of|status"
    r"|(?<![^\W\d_]\s)date(?=:))\b"
    rf"(?:\s(?:v?\d[\d.]{{0,3}}|on))?[*_]*[:,]?[*_]*\s\(?(?:{WEEKDAY}\.?,?\s)?(?P<day>{DAY})(?![\w-])",
    re.IGNORECASE,
)
_ALONE = regex(
    rf"(?:^|[|·])[ \t*_>-]*(?:date\W{{1,4}})?(?:{WEEKDAY}\.?,?\s)?(?P<day>{DAY})[*_]*[ \t]*(?:$|[|·(])",
    re.IGNORECASE | re.MULTILINE,
)
"""The day alone, as on a letter or between other things that are told: `Coaching pack | 23-Nov-2026 | for pm-07`."""

_FIRST_LINES = 600
"""So far down, in characters, people say when they wrote it."""

_LONGEST = timedelta(days=150)
"""So far from each other the days may lie: with more between them, either year may be meant."""

_FEWEST = 2
"""So many days in the text tell when it was written: a single one may be about long ago."""

_ON_WEEKDAY = regex(rf"\b{WEEKDAY}\.?,?\s+(?:{DAY}|\d{{1,2}}/\d{{1,2}}(?![/\d]))", re.IGNORECASE)
TOLD_YEAR = regex(r"(?<![\w.])(?:20|['’])(?P<year>\d\d)(?![\w.]\d|[\d%])")
"""A year wherever it stands, with its century or without: `artifacts/2026-11-17-memo`, `Sept 14 '26`."""

_ON_THEIRS = 3
"""So many days must be on their day of the week in years in which they lie near each other."""

_SLASHED = regex(r"\D?(?<![\d/.,])(?P<one>\d{1,2})/(?P<two>\d{1,2})(?:/\d{4}|/\d{2})?(?![\d/%])")
_SURE = 2
"""So many days that can only be read in one order, and none in the other, tell the order of all."""


def own_day(marked: Marked) -> str | None:
    """The last of the days (ISO) that the front matter gives as its own; None for none, or where they lie far apart."""
    said = [(front_matter_key(str(key)).split("-"), str(value)) for key, value in (marked.value or {}).items()]
    own = [text for words, text in said if not _SAYS.isdisjoint(words) and NOT_OWN.isdisjoint(words)]
    days = [day for text in own if (day := _full_day(text))]
    return max(days).isoformat() if days and max(days) - min(days) <= _LONGEST else None


def day_of_title(text: str, body: int) -> str | None:
    """The first day (ISO) of the months or the quarter in the title of a text: `KD, Nov–Jan 26/27`, `Q4 2026`."""
    title = _TITLE.search(text, body)
    months = _TWO_YEARS.search(title[0]) if title else None
    if months and int(months["one"]) + 1 == int(months["two"]):
        return date(2000 + int(months["one"]), month_number(months["first"]), 1).isoformat()
    when = _WHEN.search(title[0]) if title else None
    told = said_by("when", when[0], Context()) if when else None
    return str(told["from"]) if isinstance(told, dict) else None


def day_of_opening(text: str, body: int) -> str | None:
    """The day (ISO) on which the first lines of a text say that it was written: `Draft 2, 21 Nov 2026`."""
    for form in (_WRITTEN, _ALONE):
        said = form.search(text, body, body + _FIRST_LINES)
        if said and (day := _full_day(said["day"])):
            return day.isoformat()
    return None


def day_told(text: str, body: int) -> str | None:
    """A day (ISO) amidst those that a text tells with their years, or else with their days of the week.

    None for too few, or where they lie far apart.
    """
    days = sorted(day for match in _FULL.finditer(text, body) if (day := _full_day(match[0])))
    if len(days) < _FEWEST:
        days = _on_their_weekdays(text, body)
    amidst = days[(len(days) - 1) // 2] if days else None
    return amidst.isoformat() if amidst and max(days[-1] - amidst, amidst - days[0]) <= _LONGEST else None


def _on_their_weekdays(text: str, body: int) -> list[date]:
    """The days of a text without their years, where near a year that it tells all are on their day of the week.

    In the years beside it they are on other ones, so that a few tell which it is.
    """
    told = {2000 + int(year["year"]) + step for year in TOLD_YEAR.finditer(text, body) for step in (-1, 0, 1)}
    named = {match[0] for match in _ON_WEEKDAY.finditer(text, body)} if told else ()
    order = day_first(text) if named else None
    yearless = {day for each in named if (day := without_year(each, day_first=order)) and day.weekday}
    possible = sorted(found for year in told for day in yearless if (found := day.in_year(year)))
    runs = [[day for day in possible if first <= day <= first + _LONGEST] for first in possible]
    longest = max(runs, key=len, default=[])
    others = [run for run in runs if len(run) == len(longest) and run[0] > longest[-1]]
    return longest if len(longest) >= max(_ON_THEIRS, len(yearless)) and not others else []


def day_first(text: str) -> bool | None:
    """Whether days with strokes begin with the day in a text, as in `15/10`; None where that is not certain."""
    pairs = []
    stroke = text.find("/", 1)
    while stroke >= 0:
        if text[stroke - 1].isdigit() and (match := _SLASHED.match(text, max(0, stroke - 2))):
            pairs.append((int(match["one"]), int(match["two"])))
        stroke = text.find("/", stroke + 1)
    days = sum(two <= 12 < one <= 31 for one, two in pairs)
    months = sum(one <= 12 < two <= 31 and f"20{two}" not in text for one, two in pairs)  # `08/26` may be of 2026
    return days > 0 if max(days, months) >= _SURE and min(days, months) == 0 else None


def _full_day(text: str) -> date | None:
    """The day that a text tells with its year; None for anything else."""
    with suppress(Unreadable):
        return parse_date(text)
    return None
