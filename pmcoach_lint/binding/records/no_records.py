"""What stands beside the records of a list: what introduces them, a total, a remark; more of them in a table below."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from pmcoach_lint.binding.labels import CHECKBOX
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.nouns import number_of
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.calendar import DAY
from pmcoach_lint.readers.registry import said_by
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.readers.text import plain, plain_at, plain_cell
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table

_TOTAL = regex(
    r"[\s|*_]*(?:(?:(?:total|sum|overall)\b|[σ∑])[*_ ]*(?:[|:=(–—-]|\d)|(?:in )?all[*_ ]*\|[\s\d.,%|*_h–—-]*$)",
    near="total sum overall σ ∑ all",
)
_AIM = regex(r"[\s|*_]*(?:target|goal|aim)\b")
_FIRST_LETTERS = frozenset("tsoiaσ∑")
_REMARK = regex(r"(?P<mark>[*_]{0,2})(?:\(.*\)|(?<=[*_])[^|*_]+)(?P=mark)")

_LEFT_OUT = ("…", "...")
"""What stands in a row in the stead of others."""

_BEGINNING = 20
"""Within so many signs an item that tells of one of a few kinds names it."""

_WORDS = 4
"""Names of kinds have fewer words."""

_FULL_LINE = 60
"""A line of so many signs that ends in the midst of a sentence is broken off, and goes on in the next."""

_ENDS = (".", "!", "?", ";", ":", "…")
_FEW = 2
"""So few lines may be long by chance."""

_SENTENCES = 3
_SENTENCE_WORDS = 10
_NOT_ONE = regex(r"[*_]*(?:not|no|none|parked|dropped|left out|rejected|considered|out of scope)\b", re.IGNORECASE)
"""How an item begins that says what was not chosen: `not picking C2 this time`."""

_MANY_WORDS = 40
"""So many sentences, of so many words together, are a paragraph of a text."""

_TIMED = frozenset({"minutes", "week", "date"})
_WHEN = regex(rf"\b(?:w(?:ee)?ks?\.?\s?\d|{DAY})", re.IGNORECASE)


def introduces(text: str, field: Binding, span: Span, below: list[Piece]) -> bool:
    """Whether the text at `span` behind the name of a list only introduces the records that stand `below`.

    So it does above a table, and where records are told with their time and the text is not: `Agenda: 45 minutes in
    all` above `- Wins (5)`, `Artifact reviews: every second week` above `- Week 2: two briefs`.
    """
    if any(piece.table for piece in below):
        return True
    if not any(piece.role is Role.ITEM for piece in below) or field.holders.keys().isdisjoint(_TIMED):
        return False
    return "minutes" in field.holders or not _WHEN.search(text, *span)


def tells_none(text: str, field: Binding, items: list[Piece]) -> bool:
    """Whether no item of a list names a record that goes by one of a few words: `about half goes on specs`."""
    words = field.title_field.words if field.title_field else None
    return bool(items) and bool(words) and not any(_begins_with(text, words or {}, item) for item in items)


def without_remarks(text: str, field: Binding, items: list[Piece]) -> list[Piece]:
    """The items without those that only say something of the others, which tell more of a record each below them.

    So does a sentence of many words without a label, a noun, or a level: `pm-12 prefers Bet A.`
    """
    if "sections" not in field.shapes or len(items) <= _FEW:
        return items
    told = [item for item in items if item.pieces and field.knows(key for one in item.pieces for key in one.keys)]
    if len(told) < _FEW:
        return items
    return [item for item in items if item in told or not _is_sentence(text, field, item)]


def _is_sentence(text: str, field: Binding, item: Piece) -> bool:
    """Whether an item is running text and has nothing in it that a record would tell."""
    said = text[slice(*item.text)]
    words = name_key(said).split()
    is_long = len(words) >= _SENTENCE_WORDS or _NOT_ONE.match(said) is not None
    is_noun = field.nouns is not None and field.nouns.match(text, *item.text) is not None
    is_bare = not (item.pieces or item.keys or is_noun)
    return is_bare and is_long and WORDS.keys().isdisjoint(words)


def with_boxes(text: str, items: list[Piece]) -> list[Piece]:
    """The items with a box that stand below one that only leads to them: `- ready when`, `  - [ ] plans ahead`."""
    leads = [item for item in items if any(CHECKBOX.match(text, *inside.text) for inside in item.pieces)]
    if len(leads) != 1 or any(CHECKBOX.match(text, *item.text) for item in items):
        return items
    return [inside for inside in leads[0].pieces if CHECKBOX.match(text, *inside.text)]


def is_running_text(text: str, lines: list[Piece]) -> bool:
    """Whether lines are paragraphs of many sentences, or go on from line to line, so that none of them is a record."""
    if 2 * sum(_is_paragraph(text, line.text) for line in lines) > len(lines):
        return True
    broken = [
        len(said) >= _FULL_LINE and not said.endswith(_ENDS)
        for line, following in pairwise(lines)
        if line.group == following.group
        for said in (text[slice(*line.text)].rstrip("*_ "),)
    ]
    return len(broken) >= _FEW and 2 * sum(broken) > len(broken)


def _is_paragraph(text: str, span: Span) -> bool:
    """Whether a line has so many words and sentences that it tells of more than one thing."""
    is_long = len(text[slice(*span)].split()) >= _MANY_WORDS
    return is_long and len(split_sentences(text, span)) >= _SENTENCES


def _begins_with(text: str, words: dict[str, Any], item: Piece) -> bool:
    """Whether one of the words stands among the first ones of an item, or is what is left to fill in there."""
    own = text[slice(*item.text)]
    first = name_key(own[:_BEGINNING]).split()
    return "[" in own or any(
        " ".join(first[begin:end]) in words for begin in range(len(first)) for end in range(begin + 1, begin + _WORDS)
    )


def without_total(text: str, field: Binding, spans: list[Span]) -> list[Span]:
    """The records that stand at `spans` without a last one that is what they add up to: `| **Total** | 45 |`.

    Below times, nor without one of what they are to be: `| Target, May | 6 |`. A calculation in money keeps its total,
    which is checked.
    """
    last = text[slice(*spans[-1])].lower() if spans else ""
    title = field.title_field
    if title and not title.own_keys.isdisjoint(_TIMED) and _AIM.match(last):
        return spans[:-1]
    if last.lstrip("| *_")[:1] not in _FIRST_LETTERS or not _TOTAL.match(last):
        return spans
    return spans if any(bound.reader == "money" for bound in field.fields.values()) else spans[:-1]


def without_gaps(table: Table, spans: list[Span]) -> list[Span]:
    """The rows at `spans` without those among others that only say that some are left out: `| … | |`."""
    text = table.text
    if not any(text.find(sign, *table.span) >= 0 for sign in _LEFT_OUT):
        return spans
    told = [[plain(text[slice(*cell)]) for cell in table.split(span)] for span in spans]
    gaps = [cells[0] in _LEFT_OUT and not any(cells[1:]) for cells in told]
    return spans if all(gaps) else [span for span, is_gap in zip(spans, gaps, strict=True) if not is_gap]


def is_remark(text: str, cells: list[Span]) -> bool:
    """Whether a row holds nothing but a remark in brackets or italics: `| _(first entry in week 1)_ | | |`."""
    said = [cell for cell in cells if cell[0] < cell[1]]
    return len(said) == 1 < len(cells) and _REMARK.fullmatch(text, *said[0]) is not None


def added_table(text: str, field: Binding, region: Region) -> int | None:
    """Which piece of the `region` is a table of more records, below the sections of others.

    A table that tells in short what the sections tell is none: one above them, one with as many rows, and one with a
    row that bears the title or the number of a section.

    Args:
        text: the document.
        field: the list of records.
        region: where all of them stand.

    Returns:
        The index of the table; None where there is none.
    """
    if not field.nouns or "sections" not in field.shapes:
        return None
    pieces = region.pieces
    tables = [index for index in region.indexes if pieces[index].table]
    if len(tables) != 1:
        return None
    heads = {}
    for piece in pieces[region.first : tables[0]]:
        noun = field.nouns.match(text, *piece.text) if piece.role in (Role.HEADING, Role.LABEL) else None
        if noun and (number := number_of(noun)):
            heads[name_key(plain(text[noun.end() : piece.text[1]]))] = number
    table = pieces[tables[0]].table
    titles = _titles(text, field, table) if heads and table else []
    if not titles or len(titles) >= len(heads) or not heads.keys().isdisjoint(map(name_key, titles)):
        return None
    numbers = [number_of(field.nouns.match(title)) for title in titles]
    return None if any(number in heads.values() for number in numbers) else tables[0]


def numbered_on(field: Binding, region: Region, heads: list[int], bare: list[int]) -> list[int]:
    """Those of the `bare` lines that head records as well, since their numbers follow those of the `heads` above."""
    last = max((_number(field, region.pieces[index]) for index in heads), default=0)
    return [index for index in bare if index > heads[-1] and _number(field, region.pieces[index]) > last > 0]


def _number(field: Binding, piece: Piece) -> int:
    """The number behind the noun at the front of a piece (2 for `Bet 2: Frame first`); 0 where there is none."""
    return number_of(field.nouns.match(piece.outline.text, *piece.text) if field.nouns else None) or 0


def _titles(text: str, field: Binding, table: Table) -> list[str]:
    """The titles in the rows of `table`; none where it has no column for them, or where a row bears none."""
    title = field.title_field
    column = next((at for at, use in map_columns(field, table.titles) if title and use.name == title.name), None)
    if column is None:
        return []
    titles = [plain_cell(text, cells, column) for cells in table.rows]
    return titles if all(titles) else []


def without_checklists(region: Region, context: Context) -> Region:
    """The region without tables in which most cells behind the first are check marks: `Bet | Reps | Artifacts`.

    They say of records that all is told, and tell none.
    """
    tables = {at: table for at in region.indexes if (table := region.pieces[at].table)}
    return region.without({at for at, table in tables.items() if _is_checked(table, context)})


def _is_checked(table: Table, context: Context) -> bool:
    """Whether most cells behind the first column are check marks."""
    said = [plain_at(table.text, cell) for cells in table.rows for cell in cells[1:]]
    return 2 * sum(said_by("check", text, context) is True for text in said) > len(said)
