"""Tables as their author wrote them: every cell with its place, rows with too few or too many cells included."""

from __future__ import annotations

import re

from pmcoach_lint.syntax.source import Span, trim

MAX_COLUMNS = 100
"""More columns than any table that a person reads. A wider table is reported and its cells are not read."""

_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_ESCAPED = re.compile(r"\\.")


class Table:
    """A table: its header cells and its rows of cells, all as spans without the white space around them.

    `rows` hold as many cells as are written, not as many as the header has. `delimiter` is the span and the number of
    columns of a delimiter row that does not fit the header (such a table shows as plain text), else None.
    `too_wide` says that the table was not read, having more than `MAX_COLUMNS` columns.
    """

    __slots__ = ("delimiter", "header", "row_spans", "rows", "span", "too_wide")

    def __init__(self, span: Span, row_spans: list[Span], header: list[Span], rows: list[list[Span]]) -> None:
        self.span = span
        self.row_spans = row_spans
        self.header = header
        self.rows = rows
        self.delimiter: tuple[Span, int] | None = None
        self.too_wide = False


def delimiter_columns(line: str) -> int:
    """The number of columns of a delimiter row such as `|---|:--:|`; 0 when `line` is none."""
    if "-" not in line or not _DELIMITER.fullmatch(line) or ("|" not in line):
        return 0
    return len(line.strip().strip("|").split("|"))


def read_table(text: str, span: Span, lines: list[Span]) -> Table:
    """Read the table at `span` of `text`, whose header row is the first of `lines`, its rows the others."""
    spans = [trim(text, line) for line in lines]
    header = split_cells(text, spans[0])
    table = Table(span, spans[1:], header, [])
    if len(header) > MAX_COLUMNS:
        table.too_wide = True
        table.header = []
    else:
        table.rows = [split_cells(text, row) for row in spans[1:]]
    return table


def split_cells(text: str, span: Span) -> list[Span]:
    """The spans of the cells of one row, outer pipes or not. A pipe behind a backslash is part of its cell."""
    start, end = span
    row = text[start:end]
    if "\\" in row:
        row = _ESCAPED.sub("xx", row)
    pieces = row.split("|")
    cells = []
    for piece in pieces:
        words = piece.strip()
        begin = start + (piece.index(words) if words else min(1, len(piece)))
        cells.append((begin, begin + len(words)))
        start += len(piece) + 1
    if len(cells) > 1 and not pieces[0].strip():
        del cells[0]
    if len(cells) > 1 and not pieces[-1].strip() and row.endswith("|"):
        del cells[-1]
    return cells
