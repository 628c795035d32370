"""Tables that are no records: a label and a value in each row, or values, lists and objects side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.outline import MISSING, NOWHERE, Piece, Place
from pmcoach_lint.binding.tables.columns import label_rows, list_held, lists_side_by_side, only_row, side_by_side
from pmcoach_lint.binding.tables.fields import FieldTable
from pmcoach_lint.readers.several import split_values
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction


def read_label_tables(
    extraction: Extraction, binding: Holder, pieces: list[Piece], data: dict[str, Any], path: Path
) -> None:
    """Read the tables among the `pieces` that tell fields of the object `binding`, at `path`, into its `data`."""
    if binding.fields.keys() <= data.keys():
        return  # all has been told
    for table in (piece.table for piece in pieces):
        if not table or list_held(binding, table.titles) or (path and _lists(extraction, binding, table, data, path)):
            continue
        row = [*only_row(table, binding)]
        if not row and path and FieldTable(extraction, binding, table, data, path).read():
            continue
        for use, cell, key in row or label_rows(extraction.text, table, binding):
            if use.name not in data:
                extraction.keys[(*path, use.name)] = key
                place = Place(None, cell, NOWHERE, use)
                extraction.put(data, binding.fields[use.name], place, (*path, use.name))
        if path:
            _objects(extraction, binding, table, data, path)


def _lists(extraction: Extraction, binding: Holder, table: Table, data: dict[str, Any], path: Path) -> bool:
    """Read the lists that are the columns of a table: `| Risks | Open questions |`; tell whether all of them are."""
    columns = [*lists_side_by_side(table, binding)]
    for use, cells, key in columns:
        if use.name in data:
            continue
        field, at = binding.fields[use.name], (*path, use.name)
        spans = [span for cell in cells for span in split_values(extraction.text, cell, field.between)]
        extraction.keys[at], extraction.values[at] = key, table.span
        if field.kind == "records":
            value: Any = extraction.records.heads(field, spans, at) or MISSING
        else:
            value = extraction.several(field, spans, at, table.span)
        if value is not MISSING:
            data[use.name] = value
    return bool(columns)


def _objects(extraction: Extraction, binding: Holder, table: Table, data: dict[str, Any], path: Path) -> None:
    """Read the objects that a table sets side by side."""
    said, keys, values = set(data), extraction.keys, extraction.values
    for holder, head, use, key, cell in side_by_side(extraction.text, table, binding):
        if holder in said:
            continue
        at, place = (*path, holder, use.name), Place(None, cell, NOWHERE, use)
        keys[at[:-1]], keys[at], values[at[:-1]] = head, key, table.span
        extraction.put(data.setdefault(holder, {}), binding.fields[holder].fields[use.name], place, at)
