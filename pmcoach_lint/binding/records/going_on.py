"""Tables that tell more of records that have been read before, each row of one that it names by title or id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.tables.layout import Layout
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import plain_cell
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table, split_cells
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.records.rows import TableReader


def go_on(reader: TableReader, layout: Layout, spans: list[Span], rows: list[Any], path: Path) -> bool:
    """Read a table that goes on with the records in `rows`, and tell whether it does.

    Args:
        reader: what reads tables.
        layout: the columns of the table.
        spans: its rows.
        rows: the records of earlier tables.
        path: the path of the list.
    """
    told = [split_cells(layout.table.text, span) for span in spans]
    numbers = _continued(layout, told, rows)
    for cells, number in zip(told, numbers, strict=False):
        rows[number] = _with_more(reader, layout, cells, rows[number], (*path, number))
    return bool(numbers)


def _continued(layout: Layout, told: list[list[Span]], rows: list[dict[str, Any]]) -> list[int]:
    """With which of the `rows` of earlier tables each row of this one goes on; nothing where it has its own records.

    A table goes on with records when each of its rows bears the title of one, and it says of them what they lack.

    Args:
        layout: the columns of the table.
        told: the cells of each of its rows.
        rows: the records of earlier tables.
    """
    title = layout.field.title_field
    column = next((held.column for held in layout.held if title and held.use.name == title.name), None)
    said = {held.use.name for held in layout.held} - {title.name if title else ""}
    if (
        title is None
        or column is None
        or not layout.field.required - said - {title.name}
        or any(map(said.intersection, rows))
    ):
        return []
    text, names = layout.table.text, [name_key(str(row.get(title.name, ""))) for row in rows]
    numbers = []
    for cells in told:
        key = name_key(plain_cell(text, cells, column))
        same = [number for number, name in enumerate(names) if name and (key == name or key.endswith(f" {name}"))]
        if len(same) != 1 or len(cells) != len(layout.table.header):
            return []
        numbers += same
    return numbers if len(set(numbers)) == len(numbers) else []


def _with_more(
    reader: TableReader, layout: Layout, cells: list[Span], record: dict[str, Any], path: Path
) -> dict[str, Any]:
    """Read a row that goes on with the `record` of an earlier table, which keeps its place and its title."""
    places = (reader.extraction.values, reader.extraction.keys)
    title = layout.field.title_field
    kept = [(where, at, where.pop(at, None)) for where in places for at in (path, (*path, title.name if title else ""))]
    more = reader.row(layout, cells, path)
    for where, at, span in kept:
        where.pop(at, None)
        if span is not None:
            where[at] = span
    return layout.field.in_order({**more, **record})


def told_besides(reader: TableReader, field: Binding, table: Table, rows: list[Any], path: Path) -> None:
    """Add to the records in `rows` what a `table` says of them besides, if each of its rows bears the id of one."""
    layout, ids = Layout(field, table, reader.extraction.context), {row.get("id"): at for at, row in enumerate(rows)}
    column = next((held.column for held in layout.held if held.use.name == "id"), None)
    if column is None:
        return
    named = [reader.text[slice(*cells[column])] if column < len(cells) else "" for cells in table.rows]
    for name, cells in zip(named, table.rows, strict=True) if ids.keys() >= set(named) else ():
        at = ids[name]
        record, own = rows[at], (*path, at)
        for index, use, bound, _, is_head in layout.held:
            if index < len(cells) and not is_head and use.name not in record:
                reader.extraction.keys[(*own, use.name)] = table.header[index]
                reader.put(record, bound, cells[index], own, use)
        rows[at] = layout.field.in_order(record)
