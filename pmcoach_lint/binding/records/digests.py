"""What tells in short what the entries of a log tell, by the days of these: it tells no entries of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.own_text.days import day_in_front
from pmcoach_lint.binding.records.record import RecordReader
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.readers.dates import day_and_month
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

_FEW = 3
"""Days that a list names by chance are fewer."""


class DigestReader(RecordReader):
    """Tells digests of a log from its entries."""

    def holds_log(self, field: Binding, table: Table) -> bool:
        """Whether the rows of `table` are records of a log: it has columns for the day and the record's own text."""
        names = {use.name for _, use in map_columns(field, table.titles)}
        title = field.title_field
        return bool(field.day and field.day.name in names and (not title or title.name in names))

    def is_digest(self, field: Binding, table: Table, told: set[tuple[int, int] | None]) -> bool:
        """Whether all days of a `table` are `told` by entries that have been read: it sums them up, and tells no more.

        Such is a table of contributions at the end of a log, and one of contents at its beginning.
        """
        column = next((at for at, use in map_columns(field, table.titles) if field.day and use.name == field.day.name))
        said = {self.day_at(span) for span in table.cells(column)}
        return bool(said) and None not in said and said <= told

    def days_told(self, field: Binding, rows: list[Any], path: Path) -> set[tuple[int, int] | None]:
        """The months and days of the records of a log that have been read."""
        day, values = field.day, self.extraction.values
        spans = (values.get((*path, number, day.name), (0, 0)) for number in range(len(rows)) if day)
        return {self.day_at(span) for span in spans}

    def day_at(self, span: Span) -> tuple[int, int] | None:
        """The month and the day that stand at `span`."""
        return day_and_month(plain_at(self.text, span), day_first=self.extraction.context.day_first)

    def without_digests(self, items: list[Piece], told: set[tuple[int, int] | None]) -> list[Piece]:
        """The items without lists of which all days are `told` by entries: they say in short what changed when."""
        lists = [[item for item in items if item.group == group] for group in dict.fromkeys(one.group for one in items)]
        fronts = [[day_in_front(self.text, *item.text) for item in own] for own in lists]
        days = [{self.day_at(front.day) for front in own if front} for own in fronts]
        is_digest = [len(said) >= _FEW and None not in said and said <= told for said in days]
        return [item for own, in_short in zip(lists, is_digest, strict=True) if not in_short for item in own]

    def days_of_items(self, pieces: Iterable[Piece]) -> set[tuple[int, int] | None]:
        """The months and days by which the items below such records go, as in a log by weeks: `- 07.09 [T] 5h`."""
        items = [piece.text for piece in pieces if piece.role is Role.ITEM]
        days = [front.day for span in items if (front := day_in_front(self.text, *span))]
        words = [self.text[slice(*span)].partition(" ")[0] for span in items]
        return {day_and_month(day) for day in (*words, *(self.text[slice(*day)] for day in days))}
