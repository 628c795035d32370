"""Records that are told in two tables: what competencies look like in one, their ladders in the next."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.binding.tables.layout import Layout
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import plain
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import split_cells


def continued(layout: Layout, spans: list[Span], rows: list[dict[str, Any]]) -> list[int]:
    """With which of the `rows` of earlier tables each row of this one goes on; nothing where it has its own records.

    A table goes on with records when each of its rows bears the title of one, and it says of them what they lack.

    Args:
        layout: the columns of the table.
        spans: the rows of the table.
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
    for span in spans:
        cells = split_cells(text, span)
        key = name_key(plain(text[slice(*cells[column])])) if column < len(cells) else ""
        same = [number for number, name in enumerate(names) if name and (key == name or key.endswith(f" {name}"))]
        if len(same) != 1 or len(cells) != len(layout.table.header):
            return []
        numbers += same
    return numbers if len(set(numbers)) == len(numbers) else []
