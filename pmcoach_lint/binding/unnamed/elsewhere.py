"""Lists that stand in another part than their own: the evidence that an assessment refers to, in the context."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Place, Region, Role, region_of
from pmcoach_lint.binding.tables.columns import map_columns, names_records
from pmcoach_lint.binding.tables.lists import list_held
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.names import name_key
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_FEWEST = 2
_WORD = regex(r"[*_]*(?P<word>[^\W\d_]+)")
_NAMED_ID = regex(r"\b(?P<id>[A-Z]{1,2}-?\d{1,3})\b")
_ID = regex(r"[*_`\[(]{0,4}(?P<id>[A-Za-z]{1,2}-?\d{1,3})\b")


def read_elsewhere(extraction: Extraction, binding: Whole, region: Region, data: dict[str, Any]) -> None:
    """Read the lists that may stand anywhere in a document, where the parts in `data` have none of their own.

    Args:
        extraction: what reads the document.
        binding: the parts of the document, and lists that are parts themselves.
        region: all of its text.
        data: what the parts have told, to which the lists are added.
    """
    for part, field in binding.anywhere:
        told = data.get(part)
        if type(told) is dict and field.name not in told:
            reader = Elsewhere(extraction, binding.fields[part], field, (part, field.name))
            rows = reader.read(region.pieces) or reader.referred(region.pieces, told) or reader.chosen(region.pieces)
            if rows:
                told[field.name] = rows
                data[part] = binding.fields[part].in_order(told)
    for field in binding.lists_anywhere:
        if field.name not in data:
            reader = Elsewhere(extraction, binding, field, (field.name,))
            rows = reader.by_columns(region.pieces) or reader.chosen(region.pieces) or reader.labelled(region.pieces)
            if rows:
                data[field.name] = rows


class Elsewhere:
    """Reads the list `field` of `binding`, a part or the whole, whose path is `path`, for an extraction."""

    def __init__(self, extraction: Extraction, binding: Holder, field: Binding, path: Path) -> None:
        self.extraction = extraction
        self.text = extraction.text
        self.binding = binding
        self.field = field
        self.path = path

    def read(self, pieces: list[Piece]) -> list[Any]:
        """Read the first list of `pieces` that bears a name of the field and whose entries bear ids; else nothing."""
        for head, below in self.named(pieces):
            tables = [piece.table for piece in below[:1] if piece.table and self.holds(piece.table)]
            items = [piece for piece in below if piece.role is Role.ITEM]
            has_ids = len(items) >= _FEWEST and all(map(self.has_id, items))
            if (not tables and not has_ids) or self.is_read((below[0].text[0], below[-1].end)):
                continue
            if head.name:
                self.extraction.keys[self.path] = head.name
            self.extraction.values[self.path] = (below[0].text[0], below[-1].end)
            reader = self.extraction.records
            return reader.tables(self.field, tables, self.path) or reader.items(self.field, items, self.path)
        return []

    def referred(self, pieces: list[Piece], told: dict[str, Any]) -> list[Any]:
        """Read the first list each entry of which bears an id, where what the part has `told` names several of them."""
        rows = (row for rows in told.values() if type(rows) is list for row in rows if type(row) is dict)
        ids = {match["id"] for row in rows for match in _NAMED_ID.finditer(str(row.get(self.field.name, "")))}
        for _, run in groupby(pieces, key=lambda piece: piece.role is Role.ITEM and piece.group) if ids else ():
            items = [piece for piece in run if piece.role is Role.ITEM]
            begins = [_ID.match(self.text, *item.text) for item in items]
            if all(begins) and len(ids.intersection(begin["id"] for begin in begins if begin)) >= _FEWEST:
                self.extraction.values[self.path] = span = (items[0].text[0], items[-1].end)
                return [] if self.is_read(span) else self.extraction.records.items(self.field, items, self.path)
        return []

    def by_columns(self, pieces: list[Piece]) -> list[Any]:
        """Read the first table that has the columns of the list, and that nothing else has read."""
        for table in (piece.table for piece in pieces if piece.table):
            is_one = (
                names_records(self.field, table.titles) and list_held(self.binding, table.titles) == self.field.name
            )
            if is_one and not self.is_read(table.span):
                self.extraction.values[self.path] = table.span
                return self.extraction.records.tables(self.field, [table], self.path)
        return []

    def labelled(self, pieces: list[Piece]) -> list[Any]:
        """Read what stands behind a bold label with a name of the list, and in items below: `**Next steps:** a; b`."""
        for index, piece in enumerate(pieces):
            if piece.role is Role.LABEL and not self.field.own_keys.isdisjoint(piece.keys[:1]):
                below = [*takewhile(lambda one: one.role is Role.ITEM, pieces[index + 1 :])]
                whole = (piece.value[0], below[-1].end if below else piece.value[1])
                if whole[0] < whole[1] and not self.is_read(whole):
                    place = Place(piece, piece.value, region_of(below))
                    return self.extraction.records.read(self.field, place, self.path) or []
        return []

    def chosen(self, pieces: list[Piece]) -> list[Any]:
        """Read the first list or table whose records begin with the words of a fixed set, all in their order.

        Such is one of what comes now, next and later. What something else has read is not looked at.
        """
        words = self.field.title_field.words if self.field.title_field else {}
        values = [*dict.fromkeys(words.values())]
        for _, run in groupby(pieces, key=lambda piece: (piece.role, piece.group)) if values else ():
            own = [*run]
            tables = [table for piece in own if (table := piece.table)]
            spans = [row[0] for table in tables for row in table.rows if row]
            spans = spans or [item.text for item in own if item.role is Role.ITEM]
            begun = [_WORD.match(self.text, *span) for span in spans]
            whole = (own[0].text[0], own[-1].end)
            if [begin and words.get(name_key(begin["word"])) for begin in begun] == values and not self.is_read(whole):
                self.extraction.values[self.path] = whole
                reader = self.extraction.records
                return reader.tables(self.field, tables, self.path) or reader.items(self.field, own, self.path)
        return []

    def named(self, pieces: list[Piece]) -> Iterator[tuple[Piece, list[Piece]]]:
        """The pieces that bear a name of the field, or begin with one, each with the table or the items below it."""
        for index, piece in enumerate(pieces):
            if any(key == own or key.startswith(f"{own} ") for key in piece.keys[:1] for own in self.field.own_keys):
                following = piece.pieces if piece.role is Role.ITEM else pieces[index + 1 :]
                below = [*takewhile(lambda one: one.role is Role.ITEM, following)] or following[:1]
                if below:
                    yield piece, below
            elif piece.role is Role.ITEM:
                yield from self.named(piece.pieces)
            elif piece.table and self.holds(piece.table):
                yield piece, [piece]

    def holds(self, table: Table) -> bool:
        """Whether a table holds the list, and ids of its entries."""
        names = {use.name for _, use in map_columns(self.field, table.titles)}
        is_one = "id" in names and names_records(self.field, table.titles)
        return is_one and list_held(self.binding, table.titles) == self.field.name

    def has_id(self, item: Piece) -> bool:
        """Whether an item begins with an id that has the first letter of the list: `E1` for evidence."""
        begin = _ID.match(self.text, *item.text)
        return bool(begin and begin["id"][0].lower() == self.field.name[0])

    def is_read(self, span: Span) -> bool:
        """Whether something has told a value inside the `span`, which may be all that stands in another part."""
        extraction = self.extraction
        told = extraction.values.values()
        return any(span[0] <= one[0] < one[1] <= span[1] and one != span for one in told)
