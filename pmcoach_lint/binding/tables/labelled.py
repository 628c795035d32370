"""Tables that are no records: a label and a value in each row, or values, lists and objects side by side."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.binding.outline import MISSING, NOWHERE, Place
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.columns import label_rows, list_held, lists_side_by_side, only_row, side_by_side
from pmcoach_lint.binding.tables.fields import FieldTable
from pmcoach_lint.readers.several import split_values
from pmcoach_lint.syntax.tables import Table


def read_label_tables(rest: Rest) -> None:
    """Read the tables that tell fields of the object."""
    binding, keys = rest.binding, rest.extraction.keys
    if binding.fields.keys() <= rest.data.keys():
        return  # all has been told
    for table in rest.tables.values():
        if list_held(binding, table.titles) or (rest.path and _lists(rest, table)):
            continue
        row = [*only_row(table, binding)]
        if not row and rest.path and FieldTable(rest, table).read():
            continue
        for use, cell, key in row or label_rows(rest.text, table, binding):
            if use.name not in rest.data:
                keys[rest.at(use.name)] = key
                rest.put(binding.fields[use.name], Place(None, cell, NOWHERE, use))
        if rest.path:
            _objects(rest, table)


def _lists(rest: Rest, table: Table) -> bool:
    """Read the lists that are the columns of a table: `| Risks | Open questions |`; tell whether all of them are."""
    extraction = rest.extraction
    columns = [*lists_side_by_side(table, rest.binding)]
    for use, cells, key in columns:
        if use.name in rest.data:
            continue
        field, at = rest.binding.fields[use.name], rest.at(use.name)
        spans = [span for cell in cells for span in split_values(rest.text, cell, field.between)]
        extraction.keys[at], extraction.values[at] = key, table.span
        if field.kind == "records":
            value: Any = extraction.records.heads(field, spans, at) or MISSING
        else:
            value = extraction.several(field, spans, at, table.span)
        if value is not MISSING:
            rest.data[use.name] = value
    return bool(columns)


def _objects(rest: Rest, table: Table) -> None:
    """Read the objects that a table sets side by side."""
    said, keys, values = set(rest.data), rest.extraction.keys, rest.extraction.values
    for holder, head, use, key, cell in side_by_side(rest.text, table, rest.binding):
        if holder in said:
            continue
        at, place = (*rest.at(holder), use.name), Place(None, cell, NOWHERE, use)
        keys[at[:-1]], keys[at], values[at[:-1]] = head, key, table.span
        field = rest.binding.fields[holder].fields[use.name]
        rest.extraction.put(rest.data.setdefault(holder, {}), field, place, at)
