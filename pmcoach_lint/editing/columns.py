"""What the columns of a table hold into which a record is written, and the week that it is told by where no day is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.checks.words import binding_at, value_at
from pmcoach_lint.coaching.cycle import cycle_of
from pmcoach_lint.document import Document
from pmcoach_lint.editing.proof import Refused
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

DATE, WEEK = "date", "week"

_NUMBERED = regex(r"(?P<before>\D*)\d")


def tables_in(pieces: list[Piece]) -> Iterator[Table]:
    """The tables among pieces, inside items as well, in the order of the text."""
    for piece in pieces:
        if piece.table:
            yield piece.table
        yield from tables_in(piece.pieces)


def table_of(document: Document, path: Path) -> Table | None:
    """The table of which the record at `path` is a row; None where it is none."""
    span = document.values[path]
    return next((table for table in tables_in(document.pieces) if span in table.row_spans), None)


def columns_of(document: Document, path: Path, binding: Binding, table: Table) -> dict[str, int]:
    """Which column of a table holds which field of the records of a list.

    Args:
        document: The document.
        path: The path of the list.
        binding: Its binding.
        table: The table; the records that are rows of it tell of the columns whose names are not known.

    Returns:
        The number of each column, counted from 0, by the name of its field; of one that is the author's own, by what
        its header says.
    """
    places = {use.name: place for place, use in map_columns(binding, table.titles) if use.part is None}
    rows = dict(zip(table.row_spans, table.rows, strict=True))
    for number in range(len(value_at(document, path) or ())):
        cells = rows.get(document.values[(*path, number)], [])
        for name in binding.fields.keys() - places.keys():
            span = document.values.get((*path, number, name))
            column = next((at for at, (start, end) in enumerate(cells) if span and start <= span[0] < end), None)
            if column is not None and column not in places.values():
                places[name] = column
    own = _field_of_others(binding)
    if own is not None:
        places.pop(own.name, None)
        taken = set(places.values())
        titles = [plain(title) for title in table.titles]
        places |= {title: at for at, title in enumerate(titles) if title and at not in taken}
    return places


def columns_told(document: Document, path: Path) -> dict[str, int] | None:
    """The same of the table in which the first record of a list stands; None where it stands in none."""
    binding = binding_at(document, path)
    table = table_of(document, (*path, 0)) if binding and value_at(document, path) else None
    return columns_of(document, path, binding, table) if binding and table else None


def own_among(columns: Mapping[str, int], binding: Binding) -> list[str]:
    """The headers of those of the columns of a table (see `columns_of`) that are the author's own."""
    return [name for name in columns if name not in binding.fields]


def measured(record: Mapping[str, object], binding: Binding, header: str) -> str | None:
    """What a record has in the column of the author's own that has this `header`."""
    own = _field_of_others(binding)
    found = record.get(own.name) if own else None
    told = found if isinstance(found, list) else []
    return next((str(one["value"]) for one in told if plain(str(one.get("measure"))) == header), None)


def without_column(lacking: list[str], table: Table) -> Refused:
    """The refusal of what has no column in a table."""
    headers = filter(None, map(plain, table.titles))
    hint = f"It has: {', '.join(headers)}. Leave this out, add a column, or write the row by hand."
    return Refused(f"The table has no column for {in_a_row([f'“{name}”' for name in lacking], 'or')}.", hint)


def _field_of_others(binding: Binding) -> Binding | None:
    """The field that takes the columns which nothing else takes."""
    return next((field for field in binding.fields.values() if "others" in field.shapes), None)


def is_by_weeks(columns: Mapping[str, int]) -> bool:
    """Whether a table says in which week something was, and not on which day."""
    return WEEK in columns and DATE not in columns


def week_of(document: Document, day: date) -> int:
    """The week of the cycle in which a day is.

    Raises:
        Refused: The document does not say when its cycle begins, or the day is before it.
    """
    cycle = cycle_of(document)
    week = cycle.week_of(day) if cycle else 0
    if week < 1:
        why = "is before the cycle" if cycle else "belongs to no week, as the pack does not say when its cycle begins"
        raise Refused(f"The tracker goes by weeks, and {day} {why}.", "Give the --date of a day in the cycle.")
    return week


def week_as_told(document: Document, path: Path, week: int) -> str:
    """A week in the form in which the records of a list tell theirs: `W3` beside `W2 (12 Oct)`."""
    for number in reversed(range(len(value_at(document, path) or ()))):
        span = document.values.get((*path, number, WEEK), (0, 0))
        if numbered := _NUMBERED.match(document.text[slice(*span)]):
            return f"{numbered['before']}{week}"
    return str(week)
