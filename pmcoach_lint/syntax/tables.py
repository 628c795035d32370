"""Tables as their author wrote them: every cell with its place, rows with too few or too many cells included."""

from __future__ import annotations

from copy import copy
from functools import lru_cache

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

MAX_COLUMNS = 100
"""More columns than any table that a person reads. A wider table is reported and its cells are not read."""

_ESCAPED = regex(r"\\.")


class Table:
    """A table: its header and its rows, as spans of `text` without the white space around them.

    `titles` are the texts of the `header` cells, and `row_spans` where each row stands. `delimiter` is the span and the
    number of columns of a delimiter row that does not fit the header (such a table shows as plain text), else None.
    `too_wide` says that the table was not read, having more than `MAX_COLUMNS` columns.
    """

    __slots__ = ("_rows", "delimiter", "header", "row_spans", "span", "text", "titles", "too_wide")

    def __init__(self, text: str, lines: list[Span]) -> None:
        self.text = text
        self.span = (lines[0][0], lines[-1][1])
        self.row_spans = lines[2:]
        self.header = split_cells(text, lines[0])
        columns = delimiter_columns(text[slice(*lines[1])])
        self.delimiter = (lines[1], columns) if columns != len(self.header) else None
        self.too_wide = len(self.header) > MAX_COLUMNS
        if self.too_wide:
            self.header, self.row_spans = [], []
        self.titles = tuple([text[start:end] for start, end in self.header])
        self._rows: list[list[Span]] | None = None

    def part(self, rows: list[Span], titles: tuple[str, ...]) -> Table:
        """The same table with some of its `rows` alone, and other `titles`."""
        part = copy(self)
        part.row_spans, part.titles, part._rows = rows, titles, None  # noqa: SLF001 - it is of this class
        return part

    @property
    def rows(self) -> list[list[Span]]:
        """The cells of each row, as many as are written and not as many as the header has."""
        if self._rows is None:
            self._rows = [*map(self.split, self.row_spans)]
        return self._rows

    def split(self, row: Span) -> list[Span]:
        """The cells of a row. A comment behind the last of them is none."""
        cells, width = split_cells(self.text, row), len(self.header)
        if len(cells) == width + 1 and _is_comment(self.text[slice(*cells[width])]):
            del cells[width]
        return cells

    def cells(self, column: int) -> list[Span]:
        """The cells of a column, of the rows that have so many."""
        return [row[column] for row in self.rows if column < len(row)]

    def columns(self) -> list[list[str]] | None:
        """What the cells of each column say, as it is written; None where one is empty or a row not in the usual form.

        That is a bar at either end, as many cells as the header has, and no sign that may mean something else than
        itself in the midst of a text: a backslash, a tag, an entity, a bracket.
        """
        spans, step = self.row_spans, len(self.header) + 1
        block = self.text[spans[0][0] : spans[-1][1]] if spans else ""
        if block[:2] != "| " or block[-2:] != " |" or block.count("|") != len(spans) * step or _is_marked(block):
            return None
        cells = block[2:-2].replace(" |\n| ", " | \n | ").split(" | ")
        if len(cells) != len(spans) * step - 1 or cells[step - 1 :: step] != ["\n"] * (len(spans) - 1):
            return None
        cells = [*map(str.strip, cells)]
        return [cells[column::step] for column in range(step - 1)] if cells.count("") < len(spans) else None

    def texts(self) -> list[list[str] | None]:
        """What the cells of each row say; None for a row that is not in the usual form (see `columns`).

        What stands alone in a row of several cells may be a remark, and is not taken for the usual form either.
        """
        text, width = self.text, len(self.header)
        return [_usual_texts(text[start:end], width) for start, end in self.row_spans]


def _is_comment(text: str) -> bool:
    """Whether a comment is all that there is."""
    return text.startswith("<!--") and text.find("-->") == len(text) - len("-->")


def _is_marked(text: str) -> bool:
    """Whether a sign in the text may mean something else than itself."""
    return "\\" in text or "<" in text or "&" in text or "[" in text


def _usual_texts(line: str, width: int) -> list[str] | None:
    if line[0] != "|" or line[-1] != "|" or _is_marked(line):
        return None
    cells = [*map(str.strip, line[1:-1].split("|"))]
    return cells if len(cells) == width and not cells.count("") == width - 1 > 0 else None


@lru_cache(maxsize=1024)
def delimiter_columns(line: str) -> int:
    """The number of columns of a delimiter row such as `|---|:--:|`; 0 when `line` is none."""
    cells = line.strip(" \t").removeprefix("|").removesuffix("|").split("|")
    dashes = [cell.strip(" \t").removeprefix(":").removesuffix(":") for cell in cells]
    return len(cells) if "|" in line and all(each and not each.strip("-") for each in dashes) else 0


def find_table(text: str, lines: list[Span]) -> int | None:
    """The index of the header among the lines of a paragraph; None when it holds no table.

    A table begins where a line with a bar stands above a delimiter row, and takes all lines that follow.
    """
    for index in range(1, len(lines)):
        start, end = lines[index]
        if text[start] in "|:-" and "|" in text[slice(*lines[index - 1])] and delimiter_columns(text[start:end]):
            return index - 1
    return None


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
