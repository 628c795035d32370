"""How the rows of one table are read: what each of its columns holds, worked out once for all rows."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from pmcoach_lint.binding.glance import UNCLEAR, Glance, glance_for
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.readers import Context, Unreadable, narrowed, read_value
from pmcoach_lint.binding.tables import map_columns
from pmcoach_lint.binding.values import plain, split_values
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.tables import Table, split_cells
from pmcoach_lint.syntax.yaml_marks import Path

Rung = tuple[int, Any]
"""A column that is a record, such as a rung of a ladder: its index, and what its header says."""


class Held(NamedTuple):
    """A column that holds a field: which it is, what it holds, and how it is read at a glance.

    `is_head` says that it is the text of the record, which is taken apart where values that may stand in it have no
    column of their own.
    """

    column: int
    use: Use
    field: Binding
    glance: Glance | None
    is_head: bool


class Ladder(NamedTuple):
    """Columns that are records of the list `field`: the name of what their headers say, and what their cells hold."""

    field: Binding
    found: str
    title: Binding
    glance: Glance | None


class Plan(NamedTuple):
    """What the columns of all tables with the same header hold.

    `held` are the columns that hold fields, in the schema's order; `spare` those that do not, by index. `ladders` are
    the lists whose records such columns may be. `is_plain` says that rows may be read at a glance.
    """

    held: list[Held]
    spare: list[int]
    ladders: list[Ladder]
    is_plain: bool


class Layout:
    """The columns of one table.

    `rungs` are the columns that are records, for each list of such records. `is_ordered` says that the values of a row
    come in the schema's order. `offences` are what is wrong with the header.
    """

    __slots__ = ("_glances", "field", "held", "is_ordered", "offences", "rungs", "table")

    def __init__(self, field: Binding, table: Table, context: Context) -> None:
        plan = _plan(field, table.titles)
        self.field = field
        self.table = table
        self.held = plan.held
        self.offences: list[Offence] = []
        self.rungs = [(ladder, self._rungs(ladder.field, plan.spare, context)) for ladder in plan.ladders]
        self.is_ordered = not self.rungs and not any(held.is_head for held in plan.held)
        self._glances = [
            (held.use.name, held.column, held.glance, narrowed(held.use.reader or held.field.reader, context))
            for held in (plan.held if plan.is_plain else ())
            if held.glance
        ]

    def _rungs(self, field: Binding, spare: list[int], context: Context) -> list[Rung]:
        """The columns whose header is the key of a record. One nearly so is an offence: `Analize` among the levels."""
        reader = field.found_fields[0].reader or ""
        rungs: list[Rung] = []
        problems: list[Offence] = []
        for index in spare:
            try:
                rungs.append((index, read_value(reader, plain(self.table.titles[index]), context)))
            except Unreadable as problem:
                if problem.instead:
                    header = self.table.header[index]
                    problems.append(Offence(problem.rule, header, problem.message, problem.hint, problem.instead))
        self.offences += problems if len(problems) < len(spare) / 2 else []
        return rungs

    def at_a_glance(self, row: Span) -> dict[str, Any] | None:
        """The record in a row; None where there is none, or where that takes a closer look."""
        texts = self.table.texts(row) if self._glances else None
        if texts is None or texts.count("") == len(texts) - 1 > 0:
            return None  # what stands alone in a row may be a remark
        record: dict[str, Any] = {}
        for name, index, glance, context in self._glances:
            value = glance(texts[index], context)
            if value is UNCLEAR:
                return None
            if value is not MISSING:
                record[name] = dict(value) if type(value) is dict else value
        for ladder, rungs in self.rungs:
            if rungs:
                steps = self._steps(ladder, rungs, texts)
                if steps is None:
                    return None
                record[ladder.field.name] = steps
        return record if self.is_ordered else self.in_order(record)

    def _steps(self, ladder: Ladder, rungs: list[Rung], texts: list[str]) -> list[Any] | None:
        """The records that are columns, in a row that says `texts`; None where that takes a closer look."""
        records: list[Any] = []
        for index, key in rungs:
            value = ladder.glance(texts[index], Context()) if ladder.glance else UNCLEAR
            if value is UNCLEAR:
                return None
            records.append({ladder.found: key} if value is MISSING else {ladder.found: key, ladder.title.name: value})
        return records

    def place(self, row: Span, path: Path, values: dict[Path, Span], keys: dict[Path, Span]) -> None:
        """Add the places in a row that was read at a glance to `values` and `keys`, by their paths below its `path`."""
        table = self.table
        cells = split_cells(table.text, row)
        for column, use, field, _, _ in self.held:
            at, cell = (*path, use.name), cells[column]
            keys[at], values[at] = table.header[column], cell
            if field.kind == "list" and (spans := split_values(table.text, cell, field.between)):
                values[at] = (spans[0][0], spans[-1][1])
                values.update({(*at, number): span for number, span in enumerate(spans)})
        for ladder, rungs in self.rungs:
            for number, (column, _) in enumerate(rungs):
                steps: Path = (*path, ladder.field.name)
                at = (*steps, number)
                values[steps] = (cells[0][0], cells[-1][1])
                values[at] = values[(*at, ladder.title.name)] = cells[column]
                values[(*at, ladder.found)] = table.header[column]

    def in_order(self, record: dict[str, Any]) -> dict[str, Any]:
        """The record with its values in the order of the schema."""
        return {name: record[name] for name in self.field.fields if name in record}


@lru_cache(maxsize=1024)
def _plan(field: Binding, titles: tuple[str, ...]) -> Plan:
    columns = map_columns(field, titles)
    order = list(field.fields)
    named = {use.name for _, use in columns}
    apart = not all(bound.name in named for bound in field.found_fields)
    held = [
        Held(index, use, bound, glance_for(bound, use), apart and bound.is_title)
        for index, use in sorted(columns, key=lambda column: order.index(column[1].name))
        for bound in (field.fields[use.name],)
    ]
    used = {index for index, _ in columns}
    ladders = [
        Ladder(bound, bound.found_fields[0].name, title, glance_for(title) if title.is_text else None)
        for bound in field.column_lists
        if (title := bound.title_field)
    ]
    is_plain = all(each.glance and not each.is_head for each in held)
    return Plan(held, [index for index in range(len(titles)) if index not in used], ladders, is_plain)
