"""Reviews with a column for each: `| | Start | CP1 22 Oct | CP2 5 Nov |`, above rows of levels and of counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.record import Said
from pmcoach_lint.readers.dates import DAY
from pmcoach_lint.readers.text import is_nothing, plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.tables.rows import TableReader

_WHEN = regex(rf"(?P<before>[^\d]{{0,30}}(?:\d{{1,2}}\s+)?)\b(?P<day>{DAY})(?P<behind>.{{0,20}})", re.IGNORECASE)
_FEWEST = 2
_MARKS = " \t*_:,;.()–—-"


def days_above(field: Binding, titles: tuple[str, ...]) -> list[int]:
    """The columns of a table that are headed by a day each, where it holds records of `field` in columns; else none.

    There are two at least, and nothing but a start stands beside them.
    """
    if not field.levels_seen or len(titles) <= _FEWEST:
        return []
    found = [column for column, title in enumerate(titles) if column and _WHEN.fullmatch(plain(title))]
    return found if len(found) >= max(_FEWEST, len(titles) - 2) else []


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
    records: list[Any] = []
    for column in days:
        at = (*path, len(records))
        records.append(_record(reader, field, table, column, at))
    return records


def _record(reader: TableReader, field: Binding, table: Table, column: int, path: Path) -> dict[str, Any]:
    extraction, head = reader.extraction, table.header[column]
    extraction.values[path] = extraction.keys[path] = head
    record: dict[str, Any] = {}
    when = _WHEN.fullmatch(extraction.text, *head)
    date = field.holders.get("date")
    if when and date:
        reader.put(record, date, when.span("day"), (*path, date.name))
        name = when["before"].strip(_MARKS) or when["behind"].strip(_MARKS)
        start = extraction.text.find(name, *head)
        if name and field.title_field:
            reader.put(record, field.title_field, (start, start + len(name)), (*path, field.title_field.name))
    seen, counted = field.levels_seen, field.fields.get("evidence")
    level = seen.title_field if seen else None
    if not seen or not level:
        return record
    of, told = seen.found_fields[0], list[dict[str, Any]]()
    others: list[tuple[str, Span]] = []
    for cells in table.rows:
        cell = cells[column] if column < len(cells) else (0, 0)
        said = plain(extraction.text[slice(*cell)])
        if is_nothing(said):
            continue
        name = plain(extraction.text[slice(*cells[0])])
        is_level = any(map(str.isalpha, said)) and extraction.value_of(level, cell, Use(level.name)) is not MISSING
        if not is_level or not extraction.is_known(of, name):
            others.append((f"{name}: {said}", cell))
            continue
        reader.add(told, (*path, seen.name), Said(of, cells[0], name), Said(level, cell), at=cell)
    record[seen.name] = told
    if others and counted:
        record[counted.name] = "; ".join(text for text, _ in others)
        extraction.values[(*path, counted.name)] = others[0][1]
    return {name: record[name] for name in field.fields if name in record}
