"""How the rows of one table are read: what each of its columns holds, worked out once for all rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.tables.by_content import names_values, said_in, told_by_cells
from pmcoach_lint.binding.tables.glance import UNCLEAR
from pmcoach_lint.binding.tables.level_heads import levels_above
from pmcoach_lint.binding.tables.offences import in_own_words
from pmcoach_lint.binding.tables.plan import Ladder, is_vague, plan_for
from pmcoach_lint.readers.calendar import DAY
from pmcoach_lint.readers.registry import Context, Unreadable, read_value, said_by
from pmcoach_lint.readers.several import split_values
from pmcoach_lint.readers.spells import tells_months
from pmcoach_lint.readers.text import is_nothing, plain, plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.tables import Table, split_cells
from pmcoach_lint.syntax.yaml_marks import Path

DAY_OR_WEEK = regex(rf"{DAY}|\bw(?:ee)?ks?\.?\s?\d|\d{{4}}|\d[./]\d", re.IGNORECASE)

Rung = tuple[int, Any]
"""A column that is a record, such as a rung of a ladder: its index, and what its header says."""


class Layout:
    """The columns of one table.

    `rungs` are the columns that are records, for each list of such records. `is_ordered` says that the values of a row
    come in the schema's order, `time` is what the first column tells of a table that goes by weeks or days and has
    columns of the author's own. `is_named` says that two columns at least bear names of fields: else it may be the rows
    that do. `offences` are what is wrong with the header.
    """

    __slots__ = (
        "_context",
        "_is_plain",
        "field",
        "has_no_time",
        "headed",
        "held",
        "is_named",
        "is_ordered",
        "offences",
        "rungs",
        "table",
        "time",
    )

    def __init__(self, field: Binding, table: Table, context: Context) -> None:
        told, by_content = told_by_cells(field, table, context)
        plan = plan_for(field, table.titles, (*told, *by_content))
        self.field = field
        self.table = table
        self.rungs: list[tuple[Ladder, list[Rung]]] = []
        self.has_no_time = plan.has_no_time
        self.headed = plan.headed
        self.is_named = len(plan.held) - len(by_content) > 1
        unsure = [(at, field.fields[use.name]) for at, use in by_content]
        unsure = [(at, bound) for at, bound in unsure if not names_values(bound, table, at, context)]
        self.offences = [one for at, bound in unsure for one in in_own_words(table, at, bound)]
        self.held = plan.held
        if plan.is_vague:
            self.held = [held for held in plan.held if not is_no_day(held.field, table, held.column, context)]
        spare = plan.spare
        for ladder in plan.ladders:
            rungs = self._rungs(ladder, spare, context)
            spare = [index for index in spare if all(index != taken for taken, _ in rungs)] if rungs else spare
            self.rungs.append((ladder, rungs))
        is_timed = plan.others and not self.has_no_time
        self.time = next((held.field for held in plan.held if held.column == 0), None) if is_timed else None
        if plan.others and spare:
            titles = ((index, plain(table.titles[index])) for index in spare)
            self.rungs.append((plan.others, [(index, title) for index, title in titles if title]))
        self.is_ordered = not self.rungs and not any(held.is_head for held in plan.held)
        is_plain = plan.is_plain and all(ladder.glance for ladder, rungs in self.rungs if rungs)
        self._is_plain = is_plain and bool(self.held)
        self._context = context

    @property
    def used(self) -> set[int]:
        """The columns that hold something, by index."""
        return {each.column for each in self.held} | {index for _, rungs in self.rungs for index, _ in rungs}

    def _rungs(self, ladder: Ladder, spare: list[int], context: Context) -> list[Rung]:
        """The columns whose header is the key of a record. One nearly so is an offence: `Analize` among the levels."""
        reader = ladder.field.found_fields[0].reader or ""
        levels = levels_above(self.table.titles, spare, context) if reader == "level" and ladder.title.is_text else {}
        rungs: list[Rung] = []
        problems: list[Offence] = []
        for index in spare:
            rungs += [(index, level) for level in levels.get(index, ())]
            try:
                key = None if index in levels else read_value(reader, plain(self.table.titles[index]), context)
                rungs += [(index, key)] if key is not None else []
            except Unreadable as problem:
                problems += [problem.at(self.table.header[index])] if problem.instead else []
        self.offences += problems if len(problems) < len(spare) / 2 else []
        if not ladder.title.is_text:
            rungs = [rung for rung in rungs if self._may_hold(ladder.title, rung[0], context)]
        return rungs

    def _may_hold(self, field: Binding, column: int, context: Context) -> bool:
        """Whether most cells of a column can be read as the `field`, and are no mere numbers, or all are empty."""
        texts = [plain_at(self.table.text, cell) for cell in self.table.cells(column)]
        texts = [text for text in texts if not is_nothing(text)]
        read = [text for text in texts if any(map(str.isalpha, text)) and said_by(field.reader, text, context)]
        return 2 * len(read) >= len(texts)

    def at_a_glance(self) -> list[dict[str, Any] | None]:
        """The record in each row; None where there is none, or where that takes a closer look."""
        if not self._is_plain:
            return [None] * len(self.table.row_spans)
        if (columns := self.table.columns()) is not None:
            return self._records(columns)
        rows = self.table.texts()
        records = iter(self._records([*zip(*filter(None, rows), strict=True)]))
        return [next(records) if row else None for row in rows]

    def _records(self, columns: Sequence[Sequence[str]]) -> list[dict[str, Any] | None]:
        """The records in the rows of which these are the `columns`; None where that takes a closer look."""
        if not columns:
            return []
        read = {held.use.name: held.glance(columns[held.column], self._context) for held in self.held if held.glance}
        for ladder, rungs in self.rungs:
            if rungs and ladder.glance:
                cells = [ladder.glance(columns[index], self._context) for index, _ in rungs]
                read[ladder.field.name] = [_steps(ladder, rungs, row) for row in zip(*cells, strict=True)]
        read = self.field.in_order(read)
        records = [dict(zip(read, row, strict=True)) for row in zip(*read.values(), strict=True)]
        is_usual = all(object not in map(type, values) for values in read.values())
        return [*records] if is_usual else [*map(_told, records)]

    def place(self, path: Path, values: dict[Path, Span], keys: dict[Path, Span]) -> None:
        """Add the places in a row that was read at a glance to `values` and `keys`, by their paths below its `path`."""
        table = self.table
        cells = split_cells(table.text, values[path])
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


def is_no_day(field: Binding, table: Table, column: int, context: Context) -> bool:
    """Whether a column `When` tells no days or weeks, whatever the `field` would have: `Tue 11:00`, `every time`."""
    if not is_vague(field, table.titles[column]):
        return False
    texts = said_in(table, column)
    if "spells" in field.mark and all(map(tells_months, texts)):
        return False
    return bool(texts) and not any(DAY_OR_WEEK.search(text) or said_by(field.reader, text, context) for text in texts)


def _steps(ladder: Ladder, rungs: list[Rung], said: tuple[Any, ...]) -> Any:
    """The records that are columns, in a row in which these `said` so much; UNCLEAR where one takes a closer look."""
    if UNCLEAR in said:
        return UNCLEAR
    found, title = ladder.found, ladder.title.name
    return [
        {found: key} if text is MISSING else {found: key, title: text}
        for (_, key), text in zip(rungs, said, strict=True)
    ]


def _told(record: dict[str, Any]) -> dict[str, Any] | None:
    """The record without what is missing in it; None where something in it takes a closer look."""
    if UNCLEAR in record.values():
        return None
    return {name: value for name, value in record.items() if value is not MISSING}
