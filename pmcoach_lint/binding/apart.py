"""Ladders that are told apart from the competencies they belong to: in a table or a line of their own, or a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Place, Region, Role
from pmcoach_lint.binding.record import Said
from pmcoach_lint.binding.targets import Targets
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.registry import Unreadable, read_value
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_PARTING = regex(r"\s*[,:(]\s*|\s*[–—]\s*|\s-\s|\s(?:for|of)\s")
_MARKS = "*_` \t:.)"
_LONGEST_HEAD = 80
_FEWEST = 3
"""So many rows with a level each a table has that is a ladder, or several side by side."""


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
                elif (record := self.headed(ladder, piece)) is not None:
                    self.put(ladder, record, _below(region, free[place:]))

    def has_ladders(self, table: Table) -> bool:
        """Read a table that holds ladders of the records and nothing else, and tell whether it does."""
        return any(self.table(ladder, table) for ladder in self.field.column_lists)

    def table(self, ladder: Binding, table: Table) -> bool:
        """Read a table in which levels are rows and records columns, or the other way round; tell whether it is one.

        Such are `Level | Framing | Delegation`, and `# | Know | Understand | Apply` with the number of one in each row.
        """
        if ladder.title_field is None or ladder.found_fields[0].reader != "level":
            return False
        levels = self.levels(ladder, table.header[1:])
        if levels:
            records = [self.meant(row[0]) if row else None for row in table.rows]
            if None in records:
                return False
            for record, row in zip(records, table.rows, strict=True):
                beside = zip(table.header[1:], levels, row[1:], strict=False)
                self.add(ladder, record, row[0], beside, (row[0][0], row[-1][1]))
            return True
        levels = self.levels(ladder, [row[0] for row in table.rows if row])
        records = [self.meant(header) for header in table.header[1:]] if len(levels) == len(table.rows) else []
        for column, (record, header) in enumerate(zip(records, table.header[1:], strict=False), 1):
            rows = zip(table.rows, levels, strict=True)
            below = ((row[0], level, row[column]) for row, level in rows if column < len(row))
            self.add(ladder, record, header, below, table.span)
        return any(record is not None for record in records)

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

    def levels(self, ladder: Binding, cells: list[Span]) -> list[Any]:
        """What the cells say where each of them is another level, and there are three or more; else nothing."""
        reader, texts = ladder.found_fields[0].reader or "", [plain(self.text[slice(*cell)]) for cell in cells]
        try:
            levels = [read_value(reader, text, self.extraction.context) for text in texts]
        except Unreadable:
            return []
        is_ladder = len(set(levels)) == len(levels) >= _FEWEST and "unknown" not in levels
        return levels if is_ladder else []

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
        """The only record that a cell may mean."""
        return self.named(plain(self.text[slice(*cell)]))

    def named(self, text: str) -> int | None:
        """The only record that a text may mean."""
        targets = self.targets.resolve(text) if text else []
        return targets[0] if len(targets) == 1 else None

    def put(self, ladder: Binding, record: int, place: Place) -> None:
        """Read the ladder of a record at a place."""
        told: dict[str, Any] = {}
        self.extraction.put(told, ladder, place, (*self.path, record, ladder.name))
        rungs, found = told.get(ladder.name) or [], ladder.found_fields[0].name
        if any(found in rung for rung in rungs):  # else it says where the ladder is: “see the wiki”
            self.records[record][ladder.name] = rungs


def _below(region: Region, indexes: list[int]) -> Place:
    """The place that the first of the pieces heads: what follows on its line, or the list right below it."""
    head, last = region.pieces[indexes[0]], indexes[0] + 1
    while last in indexes and region.pieces[last].role is Role.ITEM:
        last += 1
    return Place(head, head.value, Region(region.pieces, indexes[0] + 1, last))
