"""Tables that are turned: a column for each record, and a row for each field of it, or for what is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.records.record import Said
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.binding.tables.headers import DAY_OF_REVIEW
from pmcoach_lint.binding.tables.named import row_uses
from pmcoach_lint.readers.text import is_nothing, plain_at
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.records.rows import TableReader

_MARKS = " \t*_:,;.()–—-"
Rows = list[tuple[int, Use]]
"""Which row of a table, by its number, holds what."""


def turned_rows(field: Binding, table: Table) -> Rows:
    """Which rows of `table` hold which fields of the records of `field`, where it has a column for each record.

    Nothing where the columns bear names of fields themselves, or where one column could be the only record and does not
    say by its noun that it is.
    """
    if len(table.titles) < 2 or len(map_columns(field, table.titles)) > 1:
        return []
    firsts = [(number, cells[0]) for number, cells in enumerate(table.rows) if len(cells) > 1]
    names = tuple(plain_at(table.text, cell) for _, cell in firsts)
    rows = [(firsts[at][0], use) for at, use in map_columns(field, names) if names[at]]
    if rows:  # then what else there is may be told in words of its own: `Why for Northwind`
        told = {number for number, _ in rows}
        rows += [(at, use) for at, cell in firsts if at not in told for use in row_uses(table.text, cell, field)]
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
                reader.put(record, field.fields[use.name], cells[column], at, use)
        reader.head(field, head, record, at, labels=False)
        if record:
            records.append(field.in_order(record))
    return records


def read_by_days(reader: TableReader, field: Binding, table: Table, days: list[int], path: Path) -> list[Any]:
    """Read the records whose days head the columns `days`; the levels in them are those of what heads their rows.

    What is no level is told as what is looked at on that day.

    Args:
        reader: what reads tables.
        field: the list of records.
        table: the table.
        days: its columns that are headed by a day.
        path: the path of the list.
    """
    return [_record(reader, field, table, column, (*path, number)) for number, column in enumerate(days)]


def _record(reader: TableReader, field: Binding, table: Table, column: int, path: Path) -> dict[str, Any]:
    extraction, head = reader.extraction, table.header[column]
    extraction.values[path] = extraction.keys[path] = head
    record: dict[str, Any] = {}
    when = DAY_OF_REVIEW.fullmatch(extraction.text, *head)
    date = field.holders.get("date")
    if when and date:
        reader.put(record, date, when.span("day"), path)
        name = when["before"].strip(_MARKS) or when["behind"].strip(_MARKS)
        start = extraction.text.find(name, *head)
        if name and field.title_field:
            reader.put(record, field.title_field, (start, start + len(name)), path)
    seen, counted = field.levels_seen, field.beside_levels
    level = seen.title_field if seen else None
    if not seen or not level:
        return record
    of, told = seen.found_fields[0], list[dict[str, Any]]()
    others: list[tuple[str, Span]] = []
    for cells in table.rows:
        cell = cells[column] if column < len(cells) else (0, 0)
        said = plain_at(extraction.text, cell)
        if is_nothing(said):
            continue
        name = plain_at(extraction.text, cells[0])
        is_level = any(map(str.isalpha, said)) and extraction.value_of(level, cell, Use(level.name)) is not MISSING
        if not is_level or not extraction.is_known(of, name):
            others.append((f"{name}: {said}", cell))
            continue
        reader.add(told, (*path, seen.name), Said(of, cells[0], name), Said(level, cell), at=cell)
    if told or any(extraction.is_known(of, plain_at(extraction.text, cells[0])) for cells in table.rows if cells):
        record[seen.name] = told
    if others and counted:
        record[counted.name] = "; ".join(text for text, _ in others)
        extraction.values[(*path, counted.name)] = others[0][1]
    return field.in_order(record)
