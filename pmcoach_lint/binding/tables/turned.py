"""Tables that are turned: a column for each record, and a row for each field of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.names import name_keys
from pmcoach_lint.readers.text import plain
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.tables.rows import TableReader

Rows = list[tuple[int, Use]]
"""Which row of a table, by its number, holds what."""


def turned_rows(field: Binding, table: Table) -> Rows:
    """Which rows of `table` hold which fields of the records of `field`, where it has a column for each record.

    Nothing where the columns bear names of fields themselves, or where one column could be the only record and does not
    say by its noun that it is.
    """
    if len(table.titles) < 2 or len(map_columns(field, table.titles)) > 1:
        return []
    rows: Rows = []
    for number, cells in enumerate(table.rows):
        keys = name_keys(plain(table.text[slice(*cells[0])])) if len(cells) > 1 else ()
        rows += [(number, use) for use in next((field.by_key[key] for key in keys if key in field.by_key), ())]
    named = {use.name for _, use in rows}
    is_whole = len(table.titles) > 2 or bool(field.nouns and field.nouns.match(table.titles[1]))
    return rows if is_whole and len(named) > 1 and not named.isdisjoint(field.required) else []


def read_turned(reader: TableReader, field: Binding, table: Table, rows: Rows, path: Path, earlier: int) -> list[Any]:
    """Read the records that are the columns of `table`, behind so many `earlier` ones.

    Args:
        reader: what reads tables.
        field: the list of records.
        table: the table.
        rows: which of its rows hold what.
        path: the path of the list.
        earlier: how many records stand before these.
    """
    extraction = reader.extraction
    records: list[Any] = []
    for column, head in enumerate(table.header[1:], 1):
        at = (*path, earlier + len(records))
        record: dict[str, Any] = {}
        extraction.values[at] = extraction.keys[at] = head
        for number, use in rows:
            cells = table.rows[number]
            if column < len(cells) and use.name not in record:
                extraction.keys[(*at, use.name)] = cells[0]
                reader.put(record, field.fields[use.name], cells[column], (*at, use.name), use)
        reader.head(field, head, record, at, labels=False)
        if record:
            records.append({name: record[name] for name in field.fields if name in record})
    return records
