"""Headings of a log that stand above several entries, and are none themselves: months, weeks, stretches of days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from pmcoach_lint.binding.outline import Piece
from pmcoach_lint.binding.own_text.days import day_in_front
from pmcoach_lint.readers.calendar import DAY, MONTH, WEEK_OF, WEEKDAY
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_ONLY_WEEK = regex(rf"(?:\*\*|__)?{WEEK_OF}\s[^—–:|·\n]{{3,24}}$", re.IGNORECASE)
"""A heading that is nothing but a week: `Week of 2 November`."""
_SPELL = regex(r"\b(?:[ck]?w(?:ee)?ks?\b|(?<![\d./-])\d{1,2}\s?[-–]\s?\d{1,2}\b(?![./-]))", re.IGNORECASE)
"""What a heading says that is of several days: `Week 47`, `16–20 November`."""
_ROW_OF_DAY = regex(rf"[*_`]{{0,3}}(?:{WEEKDAY}\.?,?\s+)?(?:{DAY}|\d{{1,2}}[./-]\d)", re.IGNORECASE)
_NUMBERED_MONTH = regex(rf"(?P<number>\d{{1,2}})\.\s(?:{MONTH})\s\d{{4}}", re.IGNORECASE)


def numbered_months(text: str, headings: list[tuple[int, Span]]) -> set[int]:
    """Those of the `headings` that are the numbered parts of a log by months: `1. July 2026`, `2. August 2026`."""
    numbered = ((index, span) for index, span in headings if ". " in text[slice(*span)] and text[span[0]].isdecimal())
    months = [(index, match["number"]) for index, span in numbered if (match := _NUMBERED_MONTH.fullmatch(text, *span))]
    in_order = [int(number) for _, number in months] == list(range(1, len(months) + 1))
    return {index for index, _ in months} if in_order and len(months) > 1 else set()


def weeks_with_days(text: str, pieces: list[Piece], headings: list[int]) -> set[int]:
    """Those of the `headings` that name a week above entries by days: `Week of 2 Nov` above `mon 2 – planning`.

    Entries in a table that has a day in front of each row may stand below any stretch of days: `Week 47 (16–20 Nov)`.
    """
    weeks = [index for index in headings if _ONLY_WEEK.match(text, *pieces[index].text)]
    found = {index for index in weeks if any(day_in_front(text, *piece.text) for piece in _below(pieces, index))}
    spells = (index for index in headings if _is_spell(text, pieces[index].text))
    return found.union(index for index in spells if any(map(_goes_by_days, _below(pieces, index))))


def _is_spell(text: str, head: Span) -> bool:
    """Whether a heading says several days, and not behind one day, as that of an entry does: `16 Nov – week plan`."""
    spell, day = _SPELL.search(text, *head), _ROW_OF_DAY.match(text, *head)
    return spell is not None and (day is None or spell.start() < day.end())


def _goes_by_days(piece: Piece) -> bool:
    """Whether a piece is a table each row of which begins with a day: `| Mon 16 Nov | Options for the COO |`."""
    rows = piece.table.rows if piece.table else []
    text = piece.outline.text
    return bool(rows) and all(cells and _ROW_OF_DAY.match(text, *cells[0]) for cells in rows)


def _below(pieces: list[Piece], heading: int) -> Iterator[Piece]:
    """What stands below a heading, up to the next one of its level."""
    level = pieces[heading].level
    return takewhile(lambda piece: not 0 < piece.level <= level, pieces[heading + 1 :])
