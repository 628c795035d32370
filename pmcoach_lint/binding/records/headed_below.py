"""What stands below the records of a list under a heading of its own, and is something else: `### Check-ins`."""

from __future__ import annotations

from pmcoach_lint.binding.labels import CHECKBOX
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.syntax.tables import Table

_FEWEST = 2
"""So many columns a table has in common with another of the same records, beside that of their own text."""


def own_records(field: Binding, region: Region) -> Region:
    """The region of a list up to its own records, and those below other headings that look like them.

    What is headed may part the records as well (`### Leading`): so it is where none stands above the first heading,
    where a table has the same columns, and where items have a box each as those above have.
    """
    heads = [at for at in region.indexes if region.pieces[at].level]
    if not heads or "sections" in field.shapes or "self" in field.shapes:
        return region
    own = region.pieces[region.first : heads[0]]
    table = next((piece.table for piece in own if piece.table), None)
    items = [piece for piece in own if piece.role is Role.ITEM]
    if not table and not items:
        return region
    others: set[int] = set()
    for at, end in zip(heads, (*heads[1:], region.last), strict=True):
        below = region.pieces[at + 1 : end]
        if not (_goes_on(field, table, below) if table else _are_boxes(items) and _are_boxes(below)):
            others.update(range(at, end))
    return region.without(others) if others else region


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
