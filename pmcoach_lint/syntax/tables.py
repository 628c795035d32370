"""Tables as their author wrote them: every cell with its place, rows with too few or too many cells included."""

from __future__ import annotations

import re
from functools import lru_cache

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

MAX_COLUMNS = 100
"""More columns than any table that a person reads. A wider table is reported and its cells are not read."""

_DELIMITER = regex(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_ESCAPED = regex(r"\\.")


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


@lru_cache(maxsize=1024)
def delimiter_columns(line: str) -> int:
    """The number of columns of a delimiter row such as `|---|:--:|`; 0 when `line` is none."""
    if "-" not in line or not _DELIMITER.fullmatch(line) or ("|" not in line):
        return 0
    return len(line.strip().strip("|").split("|"))


def find_table(text: str, lines: list[Span]) -> int | None:
    """The index of the header among the lines of a paragraph; None when it holds no table.

    A table begins where a line with a bar stands above a delimiter row, and takes all lines that follow.
    """
    for index in range(1, len(lines)):
        start, end = lines[index]
        if text[start] in "|:-" and "|" in text[slice(*lines[index - 1])] and delimiter_columns(text[start:end]):
            return index - 1
    return None


def read_table(text: str, lines: list[Span]) -> Table:
    """Read the table whose header, delimiter row and rows are `lines` of `text`."""
    header = split_cells(text, lines[0])
    columns = delimiter_columns(text[slice(*lines[1])])
    table = Table((lines[0][0], lines[-1][1]), lines[2:], header, [])
    if columns != len(header):
        table.delimiter = (lines[1], columns)
    if len(header) > MAX_COLUMNS:
        table.too_wide = True
        table.header = []
    else:
        is_usual = _usual_row(len(header)).fullmatch if text.find("\\", *table.span) < 0 else None
        for row in table.row_spans:
            found = is_usual(text, *row) if is_usual else None
            table.rows.append([*found.regs[1:]] if found else split_cells(text, row))
    return table


@lru_cache(maxsize=MAX_COLUMNS)
def _usual_row(columns: int) -> re.Pattern[str]:
    """The usual form of a row: a bar at either end, and words in every cell. It gives all cells at once."""
    return re.compile(r"\|" + r" +([^|\s](?:[^|]*[^|\s])?) +\|" * columns)


def split_cells(text: str, span: Span) -> list[Span]:
    """The spans of the cells of one row, outer pipes or not. A pipe behind a backslash is part of its cell."""
    start, end = span
    row = text[start:end]
    if "\\" in row:
        row = _ESCAPED.sub("xx", row)
    if row[:2] == "| " and row[-2:] == " |":
        pieces = row[2:-2].split(" | ")
        if row.count("|") == len(pieces) + 1:  # the usual way to write a row: nothing but ` | ` between its cells
            return _spans(pieces, start + 2, 3)
    if row[:1] == "|":
        row = row[1:]
        start += 1
    if row[-1:] == "|":
        row = row[:-1]
    return _spans(row.split("|"), start, 1)


def _spans(pieces: list[str], start: int, gap: int) -> list[Span]:
    """The spans of the words in each of `pieces`, of which the first begins at `start`, with `gap` between them."""
    cells = []
    for piece in pieces:
        end = start + len(piece)
        words = piece.strip()
        if words == piece:
            cells.append((start, end))
        else:
            begin = start + (piece.index(words) if words else 1)
            cells.append((begin, begin + len(words)))
        start = end + gap
    return cells
