"""A list of a document into which a record is written: its records, where they stand, and what its columns hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.checks.words import binding_at, value_at
from pmcoach_lint.coaching.cycle import cycle_of
from pmcoach_lint.coaching.followed import day_of
from pmcoach_lint.document import Document
from pmcoach_lint.editing.proof import Insertion, Refused
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_begin, line_end
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

DATE, WEEK = "date", "week"

_NUMBERED = regex(r"(?P<before>\D*)\d")


class Neighbour(NamedTuple):
    """The record beside which a new one goes, and whether it goes `before` that one."""

    place: int
    before: bool

    @property
    def own(self) -> int:
        """The place of the new record."""
        return self.place if self.before else self.place + 1


class Listed:
    """A list of a document, by its path: the records that it has, and where a new one would stand.

    Raises:
        Refused: Documents of this type have no such list.
    """

    def __init__(self, document: Document, path: Path) -> None:
        binding = binding_at(document, path)
        if binding is None:
            raise Refused(f"Documents of this type have no list “{path[-1]}”.")
        self.document, self.path, self.binding, self.text = document, path, binding, document.text
        self.records: list[dict[str, Any]] = value_at(document, path) or []
        self._columns: dict[Table, dict[str, int]] = {}

    def span(self, number: int) -> Span:
        """Where a record stands."""
        return self.document.values[(*self.path, number)]

    def span_of(self, number: int, name: str) -> Span | None:
        """Where a field of a record stands."""
        return self.document.values.get((*self.path, number, name))

    def head(self, number: int) -> Span:
        """Where the heading of a record stands, or the record itself, where it has none."""
        return self.document.keys.get((*self.path, number)) or self.span(number)

    def beside(self, day: date) -> Neighbour:
        """The neighbour of a record of `day`, in the order in which the file has its records, of which there are some.

        Records that are in no order by days get the new one at the end where the latest ones stand.
        """
        cycle = cycle_of(self.document)
        days = [day_of(record, cycle) for record in self.records]
        known = [each for each in days if each]
        newest_first = self.binding.mark.get("order") == "newest-first"
        if known and known[0] != known[-1]:
            newest_first = known[0] > known[-1]
        if newest_first:
            place = next((at for at, each in enumerate(days) if each and each <= day), None)
            if place is not None or not known:
                return Neighbour(place or 0, before=True)
            return Neighbour(len(days) - 1, before=False)
        place = next((at for at in range(len(days) - 1, -1, -1) if (each := days[at]) and each <= day), None)
        if place is not None or not known:
            return Neighbour(len(days) - 1 if place is None else place, before=False)
        return Neighbour(0, before=True)

    def insertion(self, beside: Neighbour, written: str, gap: str) -> Insertion:
        """A record as it is `written`, put in beside its neighbour with a `gap` between the two."""
        begin, (start, stop) = self.head(beside.place)[0], self.span(beside.place)
        if beside.before:
            return Insertion(line_begin(self.text, min(begin, start)), written + gap)
        return Insertion(line_end(self.text, stop), gap + written)

    @cached_property
    def tables(self) -> list[Table]:
        """The tables of the document, inside items as well, in the order of the text."""
        return list(_tables_in(self.document.pieces))

    def table(self, number: int = 0) -> Table | None:
        """The table of which a record is a row; None where it is none, or is not there."""
        return self._tables_of_rows.get(self.document.values.get((*self.path, number), (0, 0)))

    @cached_property
    def _tables_of_rows(self) -> dict[Span, Table]:
        return {span: table for table in reversed(self.tables) for span in table.row_spans}

    def columns_in(self, table: Table) -> dict[str, int]:
        """Which column of a table holds which field; the records that are its rows tell of those with unknown names.

        Returns:
            The number of each column, counted from 0, by the name of its field; of one that is the author's own, by
            what its header says.
        """
        known = self._columns.get(table)
        if known is None:
            known = self._columns[table] = self._columns_of(table)
        return known

    def _columns_of(self, table: Table) -> dict[str, int]:
        places = {use.name: place for place, use in map_columns(self.binding, table.titles) if use.part is None}
        read = self._read_in(table)
        places = {name: place for name, place in places.items() if place not in read or name in read[place]}
        for column, names in read.items():
            name = next((name for name in self.binding.fields if name in names and name not in places), None)
            if name and column not in places.values():
                places[name] = column
        if self._others is not None:
            places.pop(self._others.name, None)
            taken = set(places.values())
            titles = [plain(title) for title in table.titles]
            places |= {title: at for at, title in enumerate(titles) if title and at not in taken}
        return places

    def _read_in(self, table: Table) -> dict[int, set[str]]:
        """The names of the fields that are read in the columns of a table."""
        rows = dict(zip(table.row_spans, table.rows, strict=True))
        read: dict[int, set[str]] = {}
        for number, record in enumerate(self.records):
            for name in record:
                span = self.span_of(number, name)
                cells = enumerate(rows.get(self.span(number), ()) if span else ())
                column = next((at for at, (start, end) in cells if span and start <= span[0] < end), None)
                if column is not None:
                    read.setdefault(column, set()).add(name)
        return read

    @cached_property
    def columns(self) -> dict[str, int] | None:
        """The same of the table in which the first record stands; None where it stands in none."""
        table = self.table()
        return self.columns_in(table) if table else None

    @property
    def own(self) -> list[str]:
        """The headers of those columns that are the author's own."""
        return [name for name in self.columns or () if name not in self.binding.fields]

    @property
    def _others(self) -> Binding | None:
        """The field that takes the columns which nothing else takes."""
        return next((field for field in self.binding.fields.values() if "others" in field.shapes), None)

    def measured(self, record: Mapping[str, Any], header: str) -> str | None:
        """What a record has in the column of the author's own that has this `header`."""
        found = record.get(self._others.name) if self._others else None
        told = found if isinstance(found, list) else []
        return next((str(one["value"]) for one in told if plain(str(one.get("measure"))) == header), None)

    @property
    def is_by_weeks(self) -> bool:
        """Whether its table says in which week something was, and not on which day."""
        return self.columns is not None and WEEK in self.columns and DATE not in self.columns

    def week_of(self, day: date) -> int:
        """The week of the cycle in which a day is.

        Raises:
            Refused: The document does not say when its cycle begins, or the day is before it.
        """
        cycle = cycle_of(self.document)
        week = cycle.week_of(day) if cycle else 0
        if week < 1:
            unknown = "belongs to no week, as the pack does not say when its cycle begins"
            why = "is before the cycle" if cycle else unknown
            raise Refused(f"The tracker goes by weeks, and {day} {why}.", "Give the --date of a day in the cycle.")
        return week

    def week_as_told(self, week: int) -> str:
        """A week in the form in which the records tell theirs: `W3` beside `W2 (12 Oct)`."""
        for number in reversed(range(len(self.records))):
            span = self.span_of(number, WEEK) or (0, 0)
            if numbered := _NUMBERED.match(self.text[slice(*span)]):
                return f"{numbered['before']}{week}"
        return str(week)


def without_column(lacking: list[str], table: Table, own: list[str]) -> Refused:
    """The refusal of what has no column in a table that has these columns of its author's `own`."""
    headers = ", ".join(filter(None, map(plain, table.titles)))
    way = f"or put it there (--measure “{own[-1]}: …”)" if own else "add a column, or write the row by hand"
    message = f"The table has no column for {in_a_row([f'“{name}”' for name in lacking], 'or')}."
    other = [title for title in map(plain, table.titles) if title in lacking]
    message += f" Its column {in_a_row([f'“{name}”' for name in other])} holds something else." if other else ""
    return Refused(message, f"It has: {headers}. Leave this out, {way}.")


def _tables_in(pieces: list[Piece]) -> Iterator[Table]:
    for piece in pieces:
        if piece.table:
            yield piece.table
        yield from _tables_in(piece.pieces)
