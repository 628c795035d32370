"""What is told without a name or apart from its record: ladders in texts and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import Piece, Place, Region, Role
from pmcoach_lint.binding.records.in_text import ladder_in_text
from pmcoach_lint.binding.records.record import Said
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.binding.targets import Targets
from pmcoach_lint.binding.values import ValueReader
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.between import levels_spanned
from pmcoach_lint.readers.rung_heads import level_of_rung
from pmcoach_lint.readers.rungs import rungs_in
from pmcoach_lint.readers.rungs_in_turn import Rung
from pmcoach_lint.readers.text import plain, plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_PARTING = regex(r"\s*[,:(]\s*|\s*[–—]\s*|\s-\s|\s(?:for|of)\s")
_MARKS = "*_` \t:.)"
_EXAMPLE = regex(r"(?:for )?(?:an )?(?:example|e\.?g)\b\.?[\s:,(–—-]*(?:for |of |in )?", re.IGNORECASE)
_LONGEST_HEAD = 80
_FEWEST = 3
"""So many rows with a level each a table has that is a ladder, or several side by side."""
_FEWEST_RUNGS = 2
_NAMING = (Role.HEADING, Role.LABEL)


class Apart:
    """Reads what is told apart from the `records` of the list `field`, which stand at `path`, for an extraction."""

    def __init__(self, extraction: Extraction, field: Binding, records: list[Any], path: Path) -> None:
        self.extraction = extraction
        self.text = extraction.text
        self.field = field
        self.records = records
        self.path = path
        self.targets = Targets(field, records)

    def read(self, region: Region, free: list[int]) -> None:
        """Read what the pieces at `free` of the `region` tell of records that have said nothing of it themselves."""
        for ladder in self.field.column_lists:
            for place, index in enumerate(free):
                piece = region.pieces[index]
                if piece.table:
                    self.table(ladder, piece.table)
                    self.below_name(ladder, region, index)
                elif (record := self.headed(ladder, piece)) is not None:
                    self.put(ladder, record, _below(region, free[place:]))
                elif piece.name:
                    self.behind_name(piece.name, piece.value)

    def below_name(self, ladder: Binding, region: Region, index: int) -> None:
        """Read the table at `index` as the ladder of the record that the heading or label right above it names."""
        table, above = region.pieces[index].table, region.pieces[index - 1] if index > region.first else None
        told = rungs_of(table, self.extraction) if table and above and above.role in _NAMING else []
        record = self.named(self.text[slice(*(above.text))].strip(_MARKS)) if told and above else None
        levels = self.levels([head for head, _ in told]) if record is not None else []
        if table and above and levels:
            rungs = [(told[at][0], level, told[at][1]) for at, level in levels]
            self.add(ladder, record, above.text, rungs, table.span)

    def behind_name(self, name: Span, told: Span) -> bool:
        """Read the ladder behind the name of a record, and tell whether it is one: `Framing: K lists / U explains`."""
        rungs = rungs_in(self.text, told, self.extraction.context)
        record = self.named(self.text[slice(*name)].strip(_MARKS)) if len(rungs) >= _FEWEST_RUNGS else None
        for ladder in self.field.column_lists if record is not None else ():
            self.add(ladder, record, name, ((rung.word, rung.level, rung.behaviour) for rung in rungs), told)
        return record is not None

    def has_ladders(self, table: Table) -> bool:
        """Read a table that holds ladders of the records and nothing else, and tell whether it does."""
        return any(self.table(ladder, table) for ladder in self.field.column_lists)

    def table(self, ladder: Binding, table: Table) -> bool:
        """Read a table in which levels are rows and records columns, or the other way round; tell whether it is one.

        Such are `Level | Framing | Delegation`, and `# | Know | Understand | Apply` with the number of one in each row.
        """
        if ladder.title_field is None or ladder.found_fields[0].reader != "level":
            return False
        beside = self.beside_levels(table)
        heads = [header for at, header in enumerate(table.header) if at and at not in beside]
        levels = self.levels(heads)
        if levels:
            columns = [table.header.index(heads[at]) for at, _ in levels]
            records = [self.meant(row[0]) if row else None for row in table.rows]
            if None in records:
                return False
            for record, row in zip(records, table.rows, strict=True):
                told = zip(columns, levels, strict=True)
                rungs = [(table.header[at], level, row[at]) for at, (_, level) in told if at < len(row)]
                self.add(ladder, record, row[0], rungs, (row[0][0], row[-1][1]))
                self.add_beside(record, table, row, beside)
            return True
        levels = self.levels([row[0] for row in table.rows if row])
        records = [self.meant(header) for header in table.header[1:]] if all(table.rows) and levels else []
        for column, (record, header) in enumerate(zip(records, table.header[1:], strict=False), 1):
            rows = [(table.rows[at], level) for at, level in levels]
            below = ((row[0], level, row[column]) for row, level in rows if column < len(row))
            self.add(ladder, record, header, below, table.span)
        return any(record is not None for record in records)

    def beside_levels(self, table: Table) -> dict[int, Use]:
        """The columns of a table that hold single values of the records, such as the level that is expected."""
        uses = dict(map_columns(self.field, table.titles))
        return {at: use for at, use in uses.items() if at and self.field.fields[use.name].kind == "value"}

    def add_beside(self, record: int | None, table: Table, row: list[Span], beside: dict[int, Use]) -> None:
        """Give a record what the columns `beside` its ladder tell of it, and nothing else has."""
        for at, use in beside.items():
            if record is not None and at < len(row) and use.name not in self.records[record]:
                path = (*self.path, record)
                self.extraction.keys[(*path, use.name)] = table.header[at]
                self.extraction.records.put(self.records[record], self.field.fields[use.name], row[at], path, use)
                self.records[record] = self.field.in_order(self.records[record])

    def add(
        self, ladder: Binding, record: int | None, name: Span, rungs: Iterable[tuple[Span, Any, Span]], span: Span
    ) -> None:
        """Give a record the ladder that a table tells at `span`, if it has none; `name` is where the record is named.

        Each of the `rungs` is where its level stands, the level, and where it is said what is seen on it.
        """
        if record is None or ladder.name in self.records[record]:
            return
        at, told = (*self.path, record, ladder.name), list[dict[str, Any]]()
        for head, level, cell in rungs:
            said = Said(ladder.found_fields[0], head, level), Said(ladder.title_field, cell)
            self.extraction.records.add(told, at, *said, at=cell)
        self.extraction.keys[at], self.extraction.values[at] = name, span
        self.records[record][ladder.name] = told

    def levels(self, cells: list[Span]) -> list[tuple[int, Any]]:
        """What the cells say, by their places, where each is another level, or several: `Know → Understand`.

        Nothing where these are fewer than three.
        """
        context, told = self.extraction.context, list[tuple[int, Any]]()
        for at, text in enumerate(plain_at(self.text, cell) for cell in cells):
            level = level_of_rung(text, context)
            told += [(at, one) for one in ((level,) if level else levels_spanned(text, context) or (None,))]
        levels = {level for _, level in told}
        is_ladder = len(levels) == len(told) >= _FEWEST and levels.isdisjoint({None, "unknown"})
        return told if is_ladder else []

    def headed(self, ladder: Binding, piece: Piece) -> int | None:
        """Which record's ladder a piece is the head of: `Bloom ladder, C1 (Framing)`, `Ladder for delegation: …`."""
        if piece.role not in (Role.HEADING, Role.LABEL, Role.LINE):
            return None
        head = self.text[slice(*(piece.name or piece.text))].strip(_MARKS)
        for parting in _PARTING.finditer(head) if len(head) <= _LONGEST_HEAD else ():
            sides = head[: parting.start()], head[parting.end() :]
            for name, other in (sides, sides[::-1]):
                if name_key(name) in ladder.own_keys and (record := self.named(other.strip(_MARKS))) is not None:
                    return None if ladder.name in self.records[record] else record
        return None

    def meant(self, cell: Span) -> int | None:
        """The only record that a cell may mean, which may say more: `Framing looks like`, `Example: framing`."""
        text = plain_at(self.text, cell)
        words = (text[lead.end() :].rstrip(")") if (lead := _EXAMPLE.match(text)) else text).split()
        names = (" ".join(words[:end]) for end in range(len(words), max(len(words) - _FEWEST, 0), -1))
        return next((record for name in names if (record := self.named(name)) is not None), None)

    def named(self, text: str) -> int | None:
        """The only record that a text may mean."""
        targets = self.targets.resolve(text) if text else []
        return targets[0] if len(targets) == 1 else None

    def put(self, ladder: Binding, record: int, place: Place) -> None:
        """Read the ladder of a record at a place."""
        told: dict[str, Any] = {}
        self.extraction.put(told, ladder, place, (*self.path, record))
        rungs, found = told.get(ladder.name) or [], ladder.found_fields[0].name
        if any(found in rung for rung in rungs):  # else it says where the ladder is: “see the wiki”
            self.records[record][ladder.name] = rungs


def _below(region: Region, indexes: list[int]) -> Place:
    """The place that the first of the pieces heads: what follows on its line, or the list right below it."""
    head, last = region.pieces[indexes[0]], indexes[0] + 1
    while last in indexes and region.pieces[last].role is Role.ITEM:
        last += 1
    return Place(head, head.value, Region(region.pieces, indexes[0] + 1, last))


def with_ladder(rest: Rest, field: Binding) -> None:
    """Read the ladder whose rungs are told without a label in texts, which are then no longer free.

    There are two rungs at least.
    """
    title, found = field.title_field, field.found_fields[0] if field.found_fields else None
    if field.name in rest.data or title is None or found is None or found.reader != "level":
        return
    told: set[int] = set()
    rungs: list[Rung] = []
    for index, piece in rest.texts.items():
        if found_there := rungs_in(rest.text, piece.text, rest.extraction.context, len(rungs)):
            told.add(index)
            rungs += found_there
    if len(rungs) >= _FEWEST_RUNGS:
        rest.extraction.values[rest.at(field.name)] = (rungs[0].word[0], rungs[-1].behaviour[1])
        rest.data[field.name] = rest.extraction.records.rungs(field, found, rungs, rest.at(field.name))
        rest.use_up(told)


def without_ladder(
    extraction: Extraction, binding: Holder, region: Region, path: Path
) -> tuple[Region, dict[str, Any]]:
    """Read a ladder that nothing names for the record that it stands in, so that nothing else takes it for its own.

    That is a table of one row whose columns are the levels (`| 1 | 2 | 3 |`), one of two columns with a level in each
    row, or a list of rungs right in the record.

    Args:
        extraction: what reads the document.
        binding: the record, which may have a ladder.
        region: where it stands.
        path: the record's path.

    Returns:
        The region without the ladder, and that by its name; the region itself where there is none.
    """
    field = binding.column_lists[0]
    title, found, at = field.title_field, field.found_fields[0], (*path, field.name)
    rest = Rest(extraction, binding, region, [*region.indexes], {}, path)
    is_named = _is_named(field, region)
    if not is_named:
        items = rest._replace(free=[*rest.items])
        with_ladder(items, field)
        if items.data:
            return region.without(rest.items.keys() - items.free), items.data
    for index, table in rest.tables.items() if title else ():
        if told := rungs_of(table, extraction):
            rungs: list[dict[str, Any]] = []
            for head, cell in told:
                extraction.records.add(rungs, at, Said(found, head), Said(title, cell), at=cell)
            extraction.values[at] = table.span
            return region.without({index}), {field.name: rungs}
    return (region, {}) if is_named else ladder_in_text(extraction, binding, region, path)


def rungs_of(table: Table, reading: ValueReader) -> list[tuple[Span, Span]]:
    """The levels and what is seen on them, where a table has a column or a row for each and tells nothing else."""
    if len(table.row_spans) == 1 and _are_levels(table.titles, reading):
        return list(zip(table.header, table.rows[0], strict=False))
    rows = table.rows if len(table.titles) == _FEWEST_RUNGS else []
    if rows and all(len(row) == _FEWEST_RUNGS for row in rows):
        firsts = tuple(reading.text[slice(*row[0])] for row in rows)
        return [(row[0], row[1]) for row in rows] if _are_levels(firsts, reading) else []
    return []


def _is_named(field: Binding, region: Region) -> bool:
    """Whether something in the region bears the name of the ladder."""
    return any(not field.own_keys.isdisjoint(piece.keys) for piece in region.inside)


def is_of_levels(reading: ValueReader, table: Table) -> bool:
    """Whether the rows of a table begin with a level each: it is the ladder of several records side by side."""
    text = reading.text
    firsts = tuple(plain_at(text, row[0]) for row in table.rows if row)
    return len(table.titles) > _FEWEST_RUNGS and _are_levels(firsts, reading)


def holds_ladders(reading: ValueReader, table: Table) -> bool:
    """Whether a table is the ladder of several records, with a level at the head of each row or of each column."""
    is_turned = len(table.row_spans) > 1 and _are_levels(table.titles[1:], reading)
    return is_turned or is_of_levels(reading, table)


def _are_levels(texts: tuple[str, ...], reading: ValueReader) -> bool:
    """Whether the texts are three levels or more, each another one."""
    levels = {level_of_rung(plain(text), reading.context) for text in texts}
    return len(texts) > _FEWEST_RUNGS and len(levels) == len(texts) and levels.isdisjoint({None, "unknown"})
