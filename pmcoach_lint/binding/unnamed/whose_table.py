"""Whose a table is that no name heads: whether it has the records of a list in its rows, or something else."""

from __future__ import annotations

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.records.apart import rungs_of
from pmcoach_lint.binding.records.sections import SectionHeads
from pmcoach_lint.binding.records.turned import turned_rows
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.by_content import said_in
from pmcoach_lint.binding.tables.columns import map_columns, names_records
from pmcoach_lint.binding.tables.layout import is_no_day
from pmcoach_lint.readers.registry import said_by
from pmcoach_lint.syntax.tables import Table

_MOST_WORDS = 2
"""What ticks something off has no more words: `not yet`."""


def is_turned(rest: Rest, table: Table) -> bool:
    """Whether a table without a name for its rows has a record of a list in each of its other columns."""
    bounds = (bound for bound in rest.binding.lists.values() if bound.nouns and "table" in bound.shapes)
    return table.titles[:1] == ("",) and any(turned_rows(bound, table) for bound in bounds)


def is_inside(rest: Rest, field: Binding, table: Table) -> bool:
    """Whether a table holds no records of `field`, but something inside one.

    Such is the ladder of one, with a level and what is seen in each row, and one that names none of them below the
    heading of one, or does no more than tick them off.
    """
    if field.column_lists and rungs_of(table, rest.extraction):
        return True
    if not field.title_is_reference or "sections" not in field.shapes:
        return False
    if names_records(field, table.titles) and not only_ticks(rest, table):
        return False
    heads = SectionHeads(rest.extraction, field, rest.region).find(rest.free)
    return bool(heads) and table.span[0] > rest.region.pieces[heads[0]].text[0]


def only_ticks(rest: Rest, table: Table) -> bool:
    """Whether a table says in all columns but the first no more than yes or no of each thing: it checks them."""
    said = [text for at in range(1, len(table.titles)) for text in said_in(table, at)]
    context = rest.extraction.context
    return bool(said) and all(
        len(text.split()) <= _MOST_WORDS and said_by("check", text, context) is not None for text in said
    )


def tells_no_days(rest: Rest, field: Binding, tables: list[Table]) -> bool:
    """Whether the days by which tables would hold records are none: `When | What` above `Tue 11:00 | Critique`."""
    day, context = field.holders.get("date"), rest.extraction.context
    if day is None:
        return False
    columns = [(table, at) for table in tables for at, use in map_columns(field, table.titles) if use.name == day.name]
    return bool(columns) and all(is_no_day(day, table, at, context) for table, at in columns)
