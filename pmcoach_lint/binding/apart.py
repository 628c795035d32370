"""Ladders that are told apart from the competencies they belong to: in a table or a line of their own, or a list."""

from __future__ import annotations

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

    def table(self, ladder: Binding, table: Table) -> None:
        """Read a table in which levels are rows, and records columns: `Level | Framing | Delegation`."""
        found, title = ladder.found_fields[0], ladder.title_field
        levels = [self.level(found, row[0]) for row in table.rows if row]
        if title is None or len(levels) < _FEWEST or None in levels or len(levels) < len(table.rows):
            return
        for column, header in enumerate(table.titles[1:], 1):
            record = self.meant(plain(header))
            if record is None or ladder.name in self.records[record]:
                continue
            at = (*self.path, record, ladder.name)
            rungs: list[dict[str, Any]] = []
            for level, row in zip(levels, table.rows, strict=True):
                if column < len(row):
                    told = Said(found, row[0], level), Said(title, row[column])
                    self.extraction.records.add(rungs, at, *told, at=row[column])
            self.extraction.keys[at], self.extraction.values[at] = table.header[column], table.span
            self.records[record][ladder.name] = rungs

    def level(self, found: Binding, cell: Span) -> Any:
        """What the first cell of a row says, by the reader of what is `found` there; None where it says nothing."""
        try:
            return read_value(found.reader or "", plain(self.text[slice(*cell)]), self.extraction.context)
        except Unreadable:
            return None

    def headed(self, ladder: Binding, piece: Piece) -> int | None:
        """Which record's ladder a piece is the head of: `Bloom ladder, C1 (Framing)`, `Ladder for delegation: …`."""
        if piece.role not in (Role.HEADING, Role.LABEL, Role.LINE):
            return None
        head = self.text[slice(*(piece.name or piece.text))].strip(_MARKS)
        for parting in _PARTING.finditer(head) if len(head) <= _LONGEST_HEAD else ():
            sides = head[: parting.start()], head[parting.end() :]
            for name, other in (sides, sides[::-1]):
                if name_key(name) in ladder.own_keys and (record := self.meant(other.strip(_MARKS))) is not None:
                    return None if ladder.name in self.records[record] else record
        return None

    def meant(self, text: str) -> int | None:
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
