"""The lists of a document as tables for a spreadsheet: one for each list of records, nested ones with their owner."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

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


class _Place(NamedTuple):
    """Where a record stands, or what holds a list: its path, and those of the records that hold it."""

    path: Path
    owners: tuple[Path, ...] = ()


class _List(NamedTuple):
    """A list of records of a type: the way to it through the schema, what holds and describes it, and its records."""

    way: tuple[str, ...]
    owners: tuple[Binding, ...]
    binding: Binding
    records: list[_Place]


def tables_of(document: Document) -> list[Table]:
    """The tables of a document, one for each list of its type, in the order of the type; those without rows as well."""
    tables = []
    for name, each in _named(list(_lists(document, document.binding, (), (), [_Place(())]))):
        header = [_title(owner, column) for owner in each.owners for column in _telling(owner)]
        header += [column.title for column in _columns(each.binding)]
        rows = tuple(tuple(_row(document, each, place)) for place in each.records)
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


def _named(lists: list[_List]) -> list[tuple[str, _List]]:
    """The lists of a type with their names: the last step of the way, with the one before it where that is taken.

    A list that stands somewhere else in a new document takes what name is left.
    """
    taken: dict[str, _List] = {}
    for each in sorted(lists, key=lambda one: (not one.binding.mark.get("scaffold", True), len(one.owners))):
        name = next(
            name for length in range(1, 9) if (name := "-".join(each.way[-length:]).replace("_", "-")) not in taken
        )
        taken[name] = each
    return sorted(taken.items(), key=lambda item: lists.index(item[1]))


def _lists(
    document: Document, holder: Binding, way: tuple[str, ...], owners: tuple[Binding, ...], places: list[_Place]
) -> Iterator[_List]:
    """The lists of records below what a `way` leads to, outer ones before those that they hold.

    `places` are those of the holder, of which there may be as many as there are records that hold it.
    """
    inner = []
    for name, field in holder.fields.items():
        there = [_Place((*place.path, name), place.owners) for place in places]
        if field.kind == "records":
            records = [
                _Place((*place.path, index), place.owners)
                for place in there
                for index in range(len(value_at(document, place.path) or ()))
            ]
            yield _List((*way, name), owners, field, records)
            held = [_Place(path, (*above, path)) for path, above in records]
            inner.append((field, (*way, name), (*owners, field), held))
        elif field.kind == "object":
            inner.append((field, (*way, name), owners, there))
    for each in inner:
        yield from _lists(document, *each)


def _columns(binding: Binding) -> list[Binding]:
    return [field for field in binding.fields.values() if field.kind not in ("records", "object")]


def _telling(owner: Binding) -> list[Binding]:
    """The columns that tell whose a nested record is: of its owner the day, or else the id, the week, and the title."""
    return [
        column
        for column in _columns(owner)
        if (column.name == "id" and not owner.day)
        or column in (owner.title_field, owner.day)
        or (column.reader == "last-week" and owner.others)
    ]


def _title(owner: Binding, column: Binding) -> str:
    """What a column is called that tells of the record that holds this one: Bet ID, Entry date, Competency."""
    noun: str = (owner.mark.get("nouns") or [owner.schema["items"].get("title", owner.title)])[0]
    if column.title == noun:
        return noun
    return f"{noun} {column.title if column.title.isupper() else column.title.lower()}"


def _row(document: Document, each: _List, place: _Place) -> Iterator[str]:
    for owner, path in zip(each.owners, place.owners, strict=True):
        yield from (_text(document, (*path, column.name)) for column in _telling(owner))
    yield from (_text(document, (*place.path, column.name)) for column in _columns(each.binding))


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
