"""Which pieces of a text head an entry each: those that begin with a day, and those beside them that lack it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from pmcoach_lint.binding.named.hits import Hit
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.binding.own_text.days import day_in_front, days_within
from pmcoach_lint.readers.calendar import MONTH, WEEK_OF
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_ONLY_WEEK = regex(rf"(?:\*\*|__)?{WEEK_OF}\s[^—–:|·\n]{{3,24}}$", re.IGNORECASE)
"""A heading that is nothing but a week: `Week of 2 November`."""
_NUMBERED_MONTH = regex(rf"(?P<number>\d{{1,2}})\.\s(?:{MONTH})\s\d{{4}}", re.IGNORECASE)

_FEW = 3
"""So many paragraphs that begin with a day are entries of a log; fewer may as well be running text."""


def entry_heads(text: str, region: Region, free: Iterable[int], hits: list[Hit]) -> list[int]:
    """The indexes of the pieces that head an entry each; none where nothing is dated.

    A heading that begins with a day does, on any level. One that holds a day elsewhere does when it stands on the same
    level as those, or highest where no heading begins with one. A heading without a day on the same level is an entry
    as well when what stands below it has the labels of one: its day is then missing, and not the entry. Lines that
    begin with a day in bold head entries as well, but for those that stand below the heading of one. Where no heading
    does, plain paragraphs may.

    Args:
        text: the document.
        region: where to look.
        free: the indexes of the pieces in it that belong to nothing else.
        hits: the pieces in it that bear the name of a field of an entry, in their order.
    """
    pieces = region.pieces
    free = list(free)
    every = [index for index in free if pieces[index].role is Role.HEADING]
    spans = _numbered_months(text, [(index, pieces[index].text) for index in every])
    spans |= _weeks_with_days(text, pieces, every)
    headings = [index for index in every if index not in spans]
    leading = {index for index in headings if day_in_front(text, *pieces[index].text)}
    holding = {index for index in headings if index not in leading and days_within(text, pieces[index].text)}
    levels = {pieces[index].level for index in leading} or {min((pieces[index].level for index in holding), default=0)}
    heads = leading | {index for index in holding if pieces[index].level in levels}
    bold = [index for index in free if _is_bold(text, pieces[index]) and day_in_front(text, *pieces[index].text)]
    if heads:
        undated = undated_heads(region, [index for index in headings if index not in holding], hits)
        ends = [*headings, region.last]
        bold = [index for index in bold if ends[bisect_right(ends, index) - 1] not in heads]
        return sorted(heads.union(bold, (index for index in undated if pieces[index].level in levels)))
    return sorted([*bold, *_plain_lines(text, region, free, len(bold))])


def undated_heads(region: Region, headings: list[int], hits: list[Hit]) -> list[int]:
    """Those of the `headings` that stand above two or more labels of an entry, before the next heading."""
    at = [hit.at for hit in hits]
    named = {hit.at for hit in hits if hit.likeness < 2}  # “Decision: prices stay” only begins with a name
    unnamed = [index for index in headings if index not in named]
    heads = []
    for index, end in pairwise([*unnamed, region.last]):
        below = hits[bisect_right(at, index) : bisect_left(at, end)]
        if len({hit.use.name for hit in below}) > 1:
            heads.append(index)
    return heads


def _plain_lines(text: str, region: Region, free: list[int], others: int) -> list[int]:
    """The indexes of the paragraphs that begin with a day (`mon 9 - planning`), where they and `others` are many."""
    pieces = region.pieces
    begun = [
        index
        for index in free
        if pieces[index].role is Role.LINE
        and (index == region.first or pieces[index - 1].group != pieces[index].group)
        and not _is_bold(text, pieces[index])
        and day_in_front(text, *pieces[index].text)
    ]
    return begun if len(begun) + others >= _FEW else []


def _is_bold(text: str, piece: Piece) -> bool:
    """Whether a line begins in bold."""
    return piece.role is Role.LABEL or (piece.role is Role.LINE and text.startswith(("**", "__"), piece.text[0]))


def _numbered_months(text: str, headings: list[tuple[int, Span]]) -> set[int]:
    """Those of the `headings` that are the numbered parts of a log by months: `1. July 2026`, `2. August 2026`."""
    numbered = ((index, span) for index, span in headings if ". " in text[slice(*span)] and text[span[0]].isdecimal())
    months = [(index, match["number"]) for index, span in numbered if (match := _NUMBERED_MONTH.fullmatch(text, *span))]
    in_order = [int(number) for _, number in months] == list(range(1, len(months) + 1))
    return {index for index, _ in months} if in_order and len(months) > 1 else set()


def _weeks_with_days(text: str, pieces: list[Piece], headings: list[int]) -> set[int]:
    """Those of the `headings` that name a week above entries by days: `Week of 2 Nov` above `mon 2 – planning`."""
    weeks = [index for index in headings if _ONLY_WEEK.match(text, *pieces[index].text)]
    return {index for index in weeks if any(day_in_front(text, *piece.text) for piece in _below(pieces, index))}


def _below(pieces: list[Piece], heading: int) -> Iterator[Piece]:
    """What stands below a heading, up to the next one of its level."""
    level = pieces[heading].level
    return takewhile(lambda piece: not 0 < piece.level <= level, pieces[heading + 1 :])
