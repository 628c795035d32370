"""Which columns of tables nothing has read, and which tables tell fields in their rows instead."""

from __future__ import annotations

from pmcoach_lint.document import Document
from pmcoach_lint.readers.text import is_nothing, plain
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table


def unread_columns(document: Document, table: Table) -> list[int]:
    """The columns, by index, of which neither the header nor a cell was read, and that have something in them."""
    read = document.read
    spare = [at for at, header in enumerate(table.header) if header not in read.names and not read.at(header)]
    return [at for at in spare if (cells := told_in(document, table, at)) and not any(map(read.at, cells))]


def told_in(document: Document, table: Table, column: int) -> list[Span]:
    """The cells of a column that have something in them."""
    cells = (row[column] for row in table.rows if column < len(row))
    return [cell for cell in cells if not is_nothing(plain(document.text[slice(*cell)]).strip())]


def tells_fields(document: Document, table: Table, depth: int) -> bool:
    """Whether rows or columns of a table tell fields of the part at that `depth`, or columns are records.

    Such are the meetings of a cadence, prompts with what they are for, days of review. Then its other columns only say
    more of these.
    """
    names = document.read.names
    heads = [path for header in table.header if (path := names.get(header))]
    rows = (path for row in table.rows for cell in row[:2] if (path := names.get(cell)))
    is_field = any(len(path) == depth + 1 for path in (*heads, *rows))
    return is_field or any(isinstance(path[-1], int) for path in heads)
