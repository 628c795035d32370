"""How the rows of one table are read: what each of its columns holds, worked out once for all rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.tables.by_content import (
    Told,
    first_told,
    of_another,
    said_in,
    title_apart,
    told_besides,
    told_by_content,
)
from pmcoach_lint.binding.tables.columns import OF_TIME, TIME_TOLD, map_columns, names_records, own_text
from pmcoach_lint.binding.tables.glance import UNCLEAR, Glance, glance_for
from pmcoach_lint.binding.tables.offences import in_own_words
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.between import levels_spanned
from pmcoach_lint.readers.dates import DAY
from pmcoach_lint.readers.registry import Context, Unreadable, read_value, said_by
from pmcoach_lint.readers.several import split_values
from pmcoach_lint.readers.spells import tells_months
from pmcoach_lint.readers.text import is_nothing, plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.tables import Table, split_cells
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

_WHEN = ("when", "time")
_OF_THE_CYCLE = frozenset({"date", "week", "weeks", "numbered-weeks", "last-week", "timeframe"})
DAY_OR_WEEK = regex(rf"{DAY}|\bw(?:ee)?ks?\.?\s?\d|\d{{4}}|\d[./]\d", re.IGNORECASE)

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

    `held` are the columns that hold fields, in the schema's order; `spare` those that do not, by index. `lacking` are
    the fields that none holds, though each record needs them or their cells tell them, `wanted` the levels and choices
    that it may have besides. `ladders` are the lists whose records such columns may be, `others` the one that takes all
    that are left, which `has_no_time` where no week or day heads its rows. `rivals` are the columns of one of a few
    words that may be those of other fields, `headed` those whose header tells the time of another field for all rows.
    `is_plain` says that rows may be read at a glance.
    """

    held: list[Held]
    spare: list[int]
    lacking: list[Binding]
    wanted: list[Binding]
    ladders: list[Ladder]
    others: Ladder | None
    has_no_time: bool
    rivals: list[tuple[int, Binding, list[Binding]]]
    headed: list[tuple[int, Binding]]
    is_plain: bool


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
        told, by_content = _told_otherwise(field, table, context)
        plan = _plan(field, table.titles, (*told, *by_content))
        self.field = field
        self.table = table
        self.rungs: list[tuple[Ladder, list[Rung]]] = []
        self.has_no_time = plan.has_no_time
        self.headed = plan.headed
        self.is_named = len(plan.held) - len(by_content) > 1
        self.offences = [one for at, use in by_content for one in in_own_words(table, at, field.fields[use.name])]
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
        self._is_plain = plan.is_plain and all(ladder.glance for ladder, rungs in self.rungs if rungs)
        self._context = context

    @property
    def used(self) -> set[int]:
        """The columns that hold something, by index."""
        return {each.column for each in self.held} | {index for _, rungs in self.rungs for index, _ in rungs}

    def _rungs(self, ladder: Ladder, spare: list[int], context: Context) -> list[Rung]:
        """The columns whose header is the key of a record. One nearly so is an offence: `Analize` among the levels."""
        reader = ladder.field.found_fields[0].reader or ""
        rungs: list[Rung] = []
        problems: list[Offence] = []
        for index in spare:
            title = plain(self.table.titles[index])
            try:
                rungs.append((index, read_value(reader, title, context)))
            except Unreadable as problem:
                levels = levels_spanned(title, context) if reader == "level" and ladder.title.is_text else ()
                rungs += [(index, level) for level in levels]
                if problem.instead and not levels:
                    problems.append(problem.at(self.table.header[index]))
        self.offences += problems if len(problems) < len(spare) / 2 else []
        if not ladder.title.is_text:
            rungs = [rung for rung in rungs if self._may_hold(ladder.title, rung[0], context)]
        return rungs

    def _may_hold(self, field: Binding, column: int, context: Context) -> bool:
        """Whether most cells of a column can be read as the `field`, and are no mere numbers, or all are empty."""
        texts = [plain(self.table.text[slice(*row[column])]) for row in self.table.rows if column < len(row)]
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
        blank = {name: None for name in self.field.fields if name in read}
        records = [blank.copy() for _ in columns[0]]
        for name, values in read.items():
            for record, value in zip(records, values, strict=True):
                record[name] = value
        is_usual = all(object not in map(type, values) for values in read.values())
        return [*records] if is_usual else [*map(_told, records)]

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


def is_no_day(field: Binding, table: Table, column: int, context: Context) -> bool:
    """Whether a column `When` tells no days or weeks, whatever the `field` would have: `Tue 11:00`, `every time`."""
    if field.reader not in _OF_THE_CYCLE or name_key(table.titles[column]) not in _WHEN:
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


def _told_otherwise(field: Binding, table: Table, context: Context) -> tuple[Told, Told]:
    """The columns that no name tells: first those that their place gives away, then those known by what they hold."""
    plan = _plan(field, table.titles, ())
    first = first_told(field, table, plan.held, context) if plan.has_no_time else ()
    told = first or title_apart(field, table, plan.held) or of_another(plan.rivals, table)
    plan = _plan(field, table.titles, told) if told else plan
    if not plan.spare:
        return told, ()
    may_be_own = plan.others and not (plan.has_no_time and names_records(field, table.titles))
    named = any(held.use.name == "id" for held in plan.held)
    is_lacking = plan.lacking and not may_be_own
    needed = told_by_content(table, plan.lacking, plan.spare, context, named=named) if is_lacking else ()
    spare = [index for index in plan.spare if all(index != column for column, _ in needed)] if plan.wanted else []
    if plan.ladders:
        spare = [index for index in spare if not said_by("level", plain(table.titles[index]), context)]
    return told, (*needed, *(told_besides(table, plan.wanted, spare, context) if spare else ()))


@lru_cache(maxsize=1024)
def _plan(field: Binding, titles: tuple[str, ...], told: Told) -> Plan:
    by_content = {index for index, _ in told}
    named_by_header = [column for column in map_columns(field, titles) if column[0] not in by_content]
    columns = [*named_by_header, *own_text(field, titles), *told]
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
        Ladder(
            bound, bound.found_fields[0].name, title, glance_for(title) if title.name not in bound.required else None
        )
        for bound in field.column_lists
        if (title := bound.title_field)
    ]
    times = {each.column for each in held if each.field.reader in OF_TIME}
    own = field.others if 0 in times or not times else None
    others = Ladder(own, own.found_fields[0].name, own.title_field, None) if own and own.title_field else None
    is_plain = len(named) == len(columns) and all(each.glance and not each.is_head for each in held)
    spare = [index for index in range(len(titles)) if index not in used]
    lacking = [bound for name, bound in field.fields.items() if name in field.required - named and bound.names]
    title = field.title_field
    excused = {title.name} if title and title.instead in named else frozenset[str]()  # called by what stands instead
    lacking = [bound for bound in lacking if "all" not in bound.mark and not field.excuses(bound.name, named)]
    lacking = [bound for bound in lacking if bound.name not in excused]
    told_by_cells = (bound for name, bound in field.fields.items() if bound.mark.get("content") and name not in named)
    lacking += [bound for bound in told_by_cells if not bound.is_text]
    chosen = [bound for name, bound in field.fields.items() if bound.words and bound.initials and name not in named]
    rivals = [(each.column, each.field, chosen) for each in held if each.field.words and chosen]
    headed = [
        (each.column, bound)
        for name, bound in field.fields.items()
        if "headed" in bound.mark and name not in named
        for each in held
        if each.use.name == bound.mark["headed"] and TIME_TOLD.search(titles[each.column])
    ]
    lacking = [bound for bound in lacking if all(bound is not told for _, told in headed)]
    told_or_lacking = named.union(bound.name for bound in lacking)
    wanted = [
        bound
        for name, bound in field.fields.items()
        if name not in told_or_lacking and bound.names and (bound.words or bound.reader == "level")
    ]
    has_no_time = others is not None and not times
    return Plan(held, spare, lacking, wanted, ladders, others, has_no_time, rivals, headed, is_plain)
