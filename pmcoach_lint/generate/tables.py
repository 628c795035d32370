"""The lists of a document as tables for a spreadsheet: one for each list of records, nested ones with their owner."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.checks.words import value_at
from pmcoach_lint.document import Document
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

_FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a text for a formula: also the wide forms, which some turn into plain ones."""

_PASSED_OVER = ("\t", "\r", "\n")
"""What some spreadsheets pass over at the beginning of a cell, and then take the rest for a formula."""


class Table(NamedTuple):
    """A table: what it is called, the names of its columns, and its rows."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class _List(NamedTuple):
    """A list of records of a type: the way to it through the schema, and the bindings of the lists that hold it."""

    path: tuple[str, ...]
    owners: tuple[tuple[tuple[str, ...], Binding], ...]
    binding: Binding


def tables_of(document: Document) -> list[Table]:
    """The tables of a document, one for each list of its type, in the order of the type; those without rows as well."""
    tables = []
    for name, each in _named(document.binding):
        header = [_title(owner, column) for owner, column in _of(each)]
        header += [column.title for column in _columns(each.binding)]
        rows = tuple(tuple(row) for row in _rows(document, each))
        tables.append(Table(name, tuple(header), rows))
    return tables


def to_csv(table: Table, *, bom: bool = False) -> str:
    """The table as CSV (RFC 4180), safe to open in a spreadsheet; with `bom`, for those that guess the encoding."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(map(harmless, table.header))
    writer.writerows([harmless(cell) for cell in row] for row in table.rows)
    return ("\ufeff" if bom else "") + stream.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: behind an apostrophe where it would, unless it is a number."""
    if not cell.lstrip().startswith(_FORMULA_STARTS) and not cell.startswith(_PASSED_OVER):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell


def _named(binding: Binding) -> list[tuple[str, _List]]:
    """The lists of a type with their names: the last step of the way, with the one before it where that is taken.

    A list that stands somewhere else in a new document takes what name is left.
    """
    lists = list(_lists(binding))
    taken: dict[str, _List] = {}
    for each in sorted(lists, key=lambda one: (not one.binding.mark.get("scaffold", True), len(one.owners))):
        name = next(
            name for length in range(1, 9) if (name := "-".join(each.path[-length:]).replace("_", "-")) not in taken
        )
        taken[name] = each
    return sorted(taken.items(), key=lambda item: lists.index(item[1]))


def _lists(binding: Binding) -> Iterator[_List]:
    """The lists of records in a type, outer ones before those that they hold."""
    pending: deque[_List] = deque([_List((), (), binding)])
    while pending:
        path, owners, holder = pending.popleft()
        inner = []
        for name, field in holder.fields.items():
            way = (*path, name)
            if field.kind == "records":
                yield _List(way, owners, field)
                inner.append(_List(way, (*owners, (way, field)), field))
            elif field.kind == "object":
                inner.append(_List(way, owners, field))
        pending.extendleft(reversed(inner))


def _columns(binding: Binding) -> list[Binding]:
    return [field for field in binding.fields.values() if field.kind not in ("records", "object")]


def _of(each: _List) -> list[tuple[Binding, Binding]]:
    """The columns that tell whose a nested record is: of each owner its day, or else its id, and its title."""
    return [
        (owner, column)
        for _, owner in each.owners
        for column in _columns(owner)
        if (column.name == "id" and not owner.day) or column is owner.title_field or column is owner.day
    ]


def _title(owner: Binding, column: Binding) -> str:
    """What a column is called that tells of the record that holds this one: Bet ID, Entry date, Competency."""
    noun: str = (owner.mark.get("nouns") or [owner.schema["items"].get("title", owner.title)])[0]
    if column.title == noun:
        return noun
    return f"{noun} {column.title if column.title.isupper() else column.title.lower()}"


def _rows(document: Document, each: _List) -> Iterator[list[str]]:
    for path in _places(document.data, each.path, ()):
        row = []
        for way, owner in each.owners:
            place = path[: _depth(way, path)]
            row += [_text(document, (*place, column.name)) for other, column in _of(each) if other is owner]
        yield row + [_text(document, (*path, column.name)) for column in _columns(each.binding)]


def _places(data: Any, way: tuple[str, ...], path: Path) -> Iterator[Path]:
    """The paths of the records at the end of the `way`."""
    if not way:
        yield path
        return
    value = data.get(way[0]) if isinstance(data, dict) else None
    if isinstance(value, list):
        for index, record in enumerate(value):
            yield from _places(record, way[1:], (*path, way[0], index))
    elif isinstance(value, dict):
        yield from _places(value, way[1:], (*path, way[0]))


def _depth(way: tuple[str, ...], path: Path) -> int:
    """How many steps of `path` lead to the record at the end of the `way`, which it lies in."""
    names = 0
    for depth, step in enumerate(path):
        names += isinstance(step, str)
        if names == len(way) and isinstance(step, int):
            return depth + 1
    return len(path)


def _text(document: Document, path: Path) -> str:
    """The value at `path` as the text of a cell: as it was read; as it was written where it has several parts."""
    value = value_at(document, path)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, dict):
        span = document.values.get(path)
        return document.text[slice(*span)] if span else ""
    return str(value)
