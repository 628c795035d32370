"""What stands below the records of a list under a heading of its own, and is something else: `### Check-ins`."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from pmcoach_lint.binding.labels import CHECKBOX
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.hits import Hit
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.binding.tables.columns import map_columns, names_records
from pmcoach_lint.readers.calendar import MONTH
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.tables import Table

_WHEN = regex(rf"\b(?:{MONTH}|[ck]?w(?:ee)?ks?|days?|months?|year|20\d\d|q[1-4])\b", re.IGNORECASE)
"""What a heading says that tells a time."""

_OF_PARTS = (1, 2)
"""The levels of the headings of the parts beside a log, whose own entries have headings as well."""

_FEWEST = 2
"""So many columns a table has in common with another of the same records, beside that of their own text."""


def own_records(field: Binding, region: Region) -> Region:
    """The region of a list up to its own records, and those below other headings that look like them.

    What is headed may part the records as well (`### Leading`): so it is where none stands above the first heading,
    where a table has the same columns, and where items have a box each as those above have, or those above have none.
    """
    heads = [at for at in region.indexes if region.pieces[at].level]
    if not heads or "sections" in field.shapes or "self" in field.shapes:
        return region
    own = region.pieces[region.first : heads[0]]
    table = next((piece.table for piece in own if piece.table), None)
    items = [piece for piece in own if piece.role is Role.ITEM]
    if not table and not _are_boxes(items):
        return region
    others: set[int] = set()
    for at, end in zip(heads, (*heads[1:], region.last), strict=True):
        below = region.pieces[at + 1 : end]
        if not (_goes_on(field, table, below) if table else _are_boxes(below)):
            others.update(range(at, end))
    return region.without(others) if others else region


def within_parts(region: Region, hits: list[Hit]) -> list[Hit]:
    """Those of the `hits` in a log that head a part of it, or stand in one: what is inside an entry is the entry's."""
    parts = {hit.at for hit in hits if hit.piece.level in _OF_PARTS}
    heads = [-1, *(at for at in region.indexes if region.pieces[at].level in _OF_PARTS)]
    return [hit for hit in hits if hit.piece.level and heads[bisect_right(heads, hit.at) - 1] in parts]


def is_of_others(field: Binding, region: Region) -> bool:
    """Whether what stands below the name of a list of rows is something else: other headings, or tables of others.

    Such is `PM | September | November` below `Positioning`.
    """
    tables = [table for piece in region.inside if (table := piece.table)]
    if field.shapes != ("table",) or any(names_records(field, one.titles) for one in tables):
        return False
    return bool(tables) or any(piece.level for piece in region.inside)


def tells_no_record(field: Binding, record: dict[str, Any], below: Region) -> bool:
    """Whether a heading in the part of a list that few documents have is above something else than a record of it."""
    is_seldom = field.mark.get("scaffold") is False and below.span is not None
    return is_seldom and field.title_field is not None and record.keys() <= {field.title_field.name}


def without_other_heads(region: Region, left: list[Piece], tables: list[Table]) -> list[Piece]:
    """The pieces `left` of a log kept in `tables`, without those below headings of something else.

    A log goes on below a heading that says when it was (`### October`), or that is above one of the tables as well.
    """
    head: Piece | None = None
    heads: dict[int, Piece | None] = {}
    for piece in region.inside:
        head = piece if piece.level else head
        heads[id(piece)] = head
    kept = {id(table) for table in tables}
    own = {id(heads[id(piece)]) for piece in region.inside if id(piece.table) in kept}
    return [piece for piece in left if (above := heads[id(piece)]) is None or id(above) in own or _says_when(above)]


def _says_when(head: Piece) -> bool:
    """Whether a heading tells a day, week, month or year."""
    return _WHEN.search(head.keys[0] if head.keys else "") is not None


def _goes_on(field: Binding, table: Table, below: list[Piece]) -> bool:
    """Whether a table stands `below` that has the columns of the `table` above."""
    known = _columns(field, table)
    found = [_columns(field, piece.table) for piece in below if piece.table]
    return any(len(known & names) >= min(len(known), _FEWEST) for names in found)


def _columns(field: Binding, table: Table) -> set[str]:
    """The fields that columns of a table hold."""
    return {use.name for _, use in map_columns(field, table.titles)}


def _are_boxes(pieces: list[Piece]) -> bool:
    """Whether there are items among the `pieces`, and all of them have a box."""
    items = [piece for piece in pieces if piece.role is Role.ITEM]
    return bool(items) and all(CHECKBOX.match(item.outline.text, *item.text) for item in items)
