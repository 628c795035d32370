"""Tables that hold the entries of several lists, and say in a column of which: `Kind | Item | Owner | Due`."""

from __future__ import annotations

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import plain
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table

_KINDS = {"", "kind", "type", "category", "section", "group", "kind of item", "item type", "what kind"}
"""The headers of a column that says of which list an entry is, as `name_key` has them."""


def _kinds(rest: Rest, table: Table) -> tuple[int, dict[str, list[Span]]] | None:
    """Which rows of a table are entries of which list, by its name, and the column that says so.

    None where no column names a list in every row.
    """
    for column, title in enumerate(table.titles):
        if name_key(title) not in _KINDS or len(table.titles) < 2:
            continue
        rows: dict[str, list[Span]] = {}
        for row, cells in zip(table.row_spans, table.rows, strict=True):
            key = name_key(plain(rest.text[slice(*cells[column])])) if column < len(cells) else ""
            uses = rest.binding.by_key.get(key, ()) if key else ()
            field = rest.binding.fields[uses[0].name] if uses else None
            if not field or field.kind not in ("records", "list"):
                break
            rows.setdefault(field.name, []).append(row)
        else:
            return (column, rows) if rows else None
    return None


def read_mixed(rest: Rest, table: Table) -> bool:
    """Read the entries of several lists of an object out of a table, and tell whether it holds such."""
    extraction, fields, data = rest.extraction, rest.binding.fields, rest.data
    kinds = _kinds(rest, table)
    if kinds is None:
        return False
    column, rows = kinds
    lists = [field for name, field in fields.items() if name in rows and name not in data]
    texts = _text_column(lists, table, column)
    for field in lists:
        at = rest.at(field.name)
        part = _part(field, table, column, texts, rows[field.name])
        extraction.values[at] = table.span
        if field.kind == "records":
            data[field.name] = extraction.records.tables(field, [part], at)
        elif texts is not None:
            spans = [cells[texts] for cells in part.rows if texts < len(cells)]
            value = extraction.several(field, spans, at, table.span)
            if value is not MISSING:
                data[field.name] = value
    return True


def _text_column(lists: list[Binding], table: Table, column: int) -> int | None:
    """The column that says what the entries are: that of one list, by its name, else the first that none has."""
    held = [(index, field.fields[use.name]) for field in lists for index, use in map_columns(field, table.titles)]
    known = {index for index, _ in held} | {column}
    titles = (index for index, bound in held if bound.is_title and index != column)
    return next(titles, next((index for index in range(len(table.titles)) if index not in known), None))


def _part(field: Binding, table: Table, column: int, texts: int | None, rows: list[Span]) -> Table:
    """The table as that of one of its lists: its rows alone, with what they say in the column `texts`."""
    titles, title = [*table.titles], field.title_field
    titles[column] = "-"  # one without a name would be that of the records' own text
    if texts is not None and title and all(use.name != title.name for _, use in map_columns(field, tuple(titles))):
        titles[texts] = title.written_name
    return table.part(rows, tuple(titles))
