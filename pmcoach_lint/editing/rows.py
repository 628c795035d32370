"""A new row of a table, written as its neighbours are: with or without outer bars, padded or not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.checks.words import value_at
from pmcoach_lint.document import Document
from pmcoach_lint.editing.columns import columns_of, table_of, tables_in, without_column
from pmcoach_lint.editing.order import Neighbour, neighbour
from pmcoach_lint.editing.proof import Insertion, Refused, line_break, line_start, line_stop
from pmcoach_lint.syntax.source import Span, replaced
from pmcoach_lint.syntax.tables import Table, split_cells
from pmcoach_lint.syntax.yaml_marks import Path


def without_rows(document: Document, path: Path, blank: str) -> str:
    """The text of a document without those rows of a list that stand in a `blank` one just as well."""
    text, lines = document.text, frozenset(blank.splitlines())
    spans = (document.values[(*path, index)] for index in range(len(value_at(document, path) or ())))
    found = [(line_start(text, start), line_stop(text, start)) for start, _ in spans]
    above = (line_stop(text, line_start(text, start - 1)) for start, _ in found)
    rows = [((end, stop), "") for end, (start, stop) in zip(above, found, strict=True) if text[start:stop] in lines]
    return replaced(text, rows)


def new_row(
    document: Document, path: Path, binding: Binding, texts: Mapping[str, str], day: date, days: list[date | None]
) -> tuple[Insertion, int]:
    """Where and how a new row of the list at `path` is written, and its place in the list.

    Args:
        document: The document.
        path: The path of the list, the records of which are rows.
        binding: Its binding.
        texts: What the row says, by the names of its fields; in columns of the author's own, by their headers.
        day: The day by which it is placed.
        days: The days of the rows that there are.

    Raises:
        Refused: There is no such table, there are several and none has a row, or it has no column for something.
    """
    if not days:
        return last_row(document, path, binding, texts, 0), 0
    newest_first = binding.mark.get("order") == "newest-first"
    beside = neighbour(days, day, newest_first=newest_first)
    return _beside(document, path, binding, texts, beside), beside.own


def last_row(document: Document, path: Path, binding: Binding, texts: Mapping[str, str], number: int) -> Insertion:
    """Where and how a new row is written at the end of the list at `path`, which has `number` rows.

    Raises:
        Refused: There is no such table, or it has no column for something.
    """
    if number:
        return _beside(document, path, binding, texts, Neighbour(number - 1, before=False))
    table = _empty_table(document, binding)
    row = _written(document.text, table, binding, columns_of(document, path, binding, table), texts, None)
    return Insertion(line_stop(document.text, table.span[1]), line_break(document.text, table.span[0]) + row)


def _beside(document: Document, path: Path, binding: Binding, texts: Mapping[str, str], beside: Neighbour) -> Insertion:
    text = document.text
    span = document.values[(*path, beside.place)]
    table = table_of(document, (*path, beside.place))
    if table is None:
        raise Refused(f"The rows of “{binding.title}” are in no table that a row can be added to.", "Add it by hand.")
    row = _written(text, table, binding, columns_of(document, path, binding, table), texts, span)
    if beside.before:
        return Insertion(line_start(text, span[0]), row + line_break(text, span[0]))
    return Insertion(line_stop(text, span[1]), line_break(text, span[0]) + row)


def is_in_table(document: Document, path: Path) -> bool:
    """Whether the first record of the list at `path` is the row of a table."""
    return table_of(document, (*path, 0)) is not None


def waits_for_rows(document: Document, binding: Binding) -> bool:
    """Whether there is a table for the list that has no rows yet."""
    return bool(_empty_tables(document, binding))


def _empty_tables(document: Document, binding: Binding) -> list[Table]:
    return [
        table
        for table in tables_in(document.pieces)
        if not table.rows and binding.required <= {use.name for _, use in map_columns(binding, table.titles)}
    ]


def _empty_table(document: Document, binding: Binding) -> Table:
    """The one table for the list that has no rows yet."""
    fitting = _empty_tables(document, binding)
    if len(fitting) != 1:
        columns = " | ".join(field.written_name for field in binding.fields.values() if field.mark.get("column"))
        what = "no table" if not fitting else "more than one empty table"
        raise Refused(f"There is {what} for “{binding.title}”.", f"Write its header: | {columns} |")
    if fitting[0].delimiter:
        raise Refused(f"The table for “{binding.title}” is broken: its line of dashes does not fit its header.")
    return fitting[0]


def _written(
    text: str, table: Table, binding: Binding, places: Mapping[str, int], texts: Mapping[str, str], span: Span | None
) -> str:
    """The line of the new row, in the form of the row at `span`, else in that of the header."""
    cells = [""] * len(table.header)
    texts = {name: value for name, value in texts.items() if value}
    lacking = [binding.fields[name].title if name in binding.fields else name for name in texts if name not in places]
    if lacking:
        raise without_column(lacking, table)
    for name, value in texts.items():
        cells[places[name]] = as_cell(value)
    like = span or (table.header[0][0], table.header[-1][1])
    start, stop = line_start(text, like[0]), line_stop(text, like[1])
    line = text[start:stop]
    lead = line[: len(line) - len(line.lstrip())] if span is None else text[start : span[0]]
    bare = line[len(lead) :].rstrip()
    gap = " " if " |" in bare or "| " in bare else ""
    cells = _padded(cells, text, table)
    row = f"{gap}|{gap}".join(cells)
    return f"{lead}{f'|{gap}' if bare.startswith('|') else ''}{row}{f'{gap}|' if bare.endswith('|') else ''}".rstrip()


def _padded(cells: list[str], text: str, table: Table) -> list[str]:
    """The cells filled up to the width of their columns, where the bars of the whole table stand below each other."""
    spans = [(table.header[0][0], table.header[-1][1]), *table.row_spans]
    lines = [text[line_start(text, start) : line_stop(text, stop)] for start, stop in spans]
    bars = {tuple(place for place, sign in enumerate(line.rstrip()) if sign == "|") for line in lines}
    if len(bars) != 1 or len(table.header) < 2 or len(lines) < 2:
        return cells
    first = lines[0]
    places = list(bars.pop())
    edges = [*([] if first.lstrip().startswith("|") else [-1]), *places]
    edges += [] if first.rstrip().endswith("|") else [len(first)]
    widths = [after - before - 1 for before, after in pairwise(edges)]
    inner = [split_cells(first, (0, len(first)))[place][0] - edges[place] - 1 for place in range(len(cells))]
    if len(widths) != len(cells):
        return cells
    return [cell.ljust(max(0, width - 2 * gap)) for cell, width, gap in zip(cells, widths, inner, strict=True)]


def as_cell(value: str) -> str:
    """A text as a cell of a table holds it: on one line, its bars behind backslashes."""
    lines = [" ".join(line.split()) for line in value.strip().splitlines()]
    return "<br>".join(filter(None, lines)).replace("|", "\\|")
