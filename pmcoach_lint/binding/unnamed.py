"""What stands in a text without a name of its own: tables known by their columns, records by their noun, free text."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.binding.apart import Apart
from pmcoach_lint.binding.days import dated_items
from pmcoach_lint.binding.free import free_pieces
from pmcoach_lint.binding.free_text import FreeText
from pmcoach_lint.binding.heads import begins_with_id
from pmcoach_lint.binding.hits import find_hits
from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.in_a_line import read_lines, read_steps, read_today
from pmcoach_lint.binding.keeping import read_kept
from pmcoach_lint.binding.ladders import with_ladder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named_items import name_before_dash
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.binding.tables.columns import find_tables, list_held, map_columns
from pmcoach_lint.binding.tables.labelled import read_label_tables
from pmcoach_lint.binding.tables.layout import is_no_day
from pmcoach_lint.binding.tables.mixed import read_mixed
from pmcoach_lint.names import PM_HANDLE, name_keys
from pmcoach_lint.readers.timed import lengths_of_clock
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

_FEWEST_TIMED = 3
_TIMED = regex(
    r"[*_]{0,2}(?:\d{1,3}\s?(?:[–-]\s?\d{1,3}\s?)?(?:min(?:ute)?s?|m|['′’])(?=\W)|\d{1,2}[:.]\d\d\s?[–-]\s?\d{1,2}[:.]\d\d).+"
    r"|.+(?:\(~?\d{1,3}(?:\s?[–-]\s?\d{1,3})?(?:\s?(?:min(?:ute)?s?|m|['′’]))?\)|[,–—-]\s?\d{1,3}(?:\s?min(?:ute)?s?)?)\.?",
    re.DOTALL,
)
_PM = regex(rf"[*_`\s]*{PM_HANDLE}\b", re.IGNORECASE)


class Unnamed(FreeText):
    """Reads all that bears no name, for an extraction."""

    def read(self, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path) -> None:
        """Read all of it."""
        if free:
            self.loose(binding, region, free, data, path)
            if binding.column_lists:
                with_ladder(self.extraction, binding.column_lists[0], region, free, data, path)
            if binding.tells_weeks:
                read_lines(self.extraction, binding, region, free, data, path)
                read_steps(self.extraction, binding, region, free, data, path)
            if binding.level_so_far:
                read_today(self.extraction, binding, region, free, data, path)
            if binding.lists and binding.change_uses:
                self.changes(binding, region, free, data, path)  # before a list takes its line for a record
            if path and len(binding.fields) > 1:
                self.mixed(binding, region, free, data, path)
            if binding.keeps_levels:
                self.levels(binding.keeps_levels, region, free, data, path)
            self.unnamed_records(binding, region, free, data, path)
            self.apart(binding, region, free, data, path)
            read_label_tables(self.extraction, binding, [region.pieces[index] for index in free], data, path)
            self.changes(binding, region, free, data, path)
            self.in_minutes(binding, region, free, data, path)
        if binding.begun_fields:
            self.begun(binding, region, free, data, path)
        if binding.free_fields:
            self.free_text(binding, region, free, data, path)

    def loose(self, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path) -> None:
        """Read the parts whose own parts may stand alone: `Risks`, `Open questions`, `Next steps` as headings each."""
        fields = {name: field for name, field in binding.fields.items() if field.mark.get("loose")}
        heads = {
            name: [hit.at for hit in find_hits(field, region) if hit.piece.level]
            for name, field in fields.items()
            if (*path, name) not in self.extraction.keys
        }
        for name, own in heads.items():
            field, left = fields[name], set(free)
            first = next((at for at in own if at in left), None)
            if first is None:
                continue
            others = {at for other, at_others in heads.items() if other != name for at in at_others}.difference(own)
            last = first
            while last + 1 in left and last + 1 not in others:
                last += 1
            self.extraction.keys[(*path, name)] = region.pieces[first].text
            data[name] = self.extraction.object(field, Region(region.pieces, first, last + 1), (*path, name))
            free[:] = [index for index in free if not first <= index <= last]

    def mixed(self, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path) -> None:
        """Read tables of which a column says in which list each row belongs."""
        tables = [(index, table) for index in free if (table := region.pieces[index].table)]
        read = {index for index, table in tables if read_mixed(self.extraction, binding, table, data, path)}
        if read:
            free[:] = [index for index in free if index not in read]

    def unnamed_records(
        self, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path
    ) -> None:
        """Read lists of records without a heading: tables by their columns, sections by their noun."""
        pending = {name: field for name, field in binding.lists.items() if name not in data}
        every, claimed = free, set[int]()
        free = free if path else self.without_titles(region, free)
        for name, field in pending.items():
            if field.day and (rows := self.log(binding, field, region, free, (*path, name))):
                data[name] = rows
        for name, field in pending.items():
            if name not in data and (rows := self.before_tables(field, region, free, (*path, name))):
                data[name] = rows
        for block in _blocks(region, free) if pending else ():
            for name, tables in find_tables(binding, block).items():
                if name in pending and name not in data and not self.tells_no_days(pending[name], tables):
                    self.extraction.values[(*path, name)] = tables[0].span
                    data[name] = self.extraction.records.tables(pending[name], tables, (*path, name))
        for name, field in pending.items():
            is_open = name not in data and (field.nouns or not field.names)
            own = self.own(binding, field, region, free, path) if is_open else []
            if own and (rows := self.extraction.records.unnamed(field, region, own, (*path, name), claimed)):
                data[name] = rows
        every[:] = [index for index in every if index not in claimed]

    def log(self, binding: Holder, field: Binding, region: Region, free: list[int], path: Path) -> list[Any]:
        """Read a list whose records are headed by a day, but for tables that hold those of another list better."""
        held = {index: list_held(binding, table.titles) for index in free if (table := region.pieces[index].table)}
        own = [index for index in free if held.get(index) in (None, field.name)] if path[1:] else free
        return self.extraction.records.log(field, region, own, path)

    def dated(
        self, binding: Holder, field: Binding, region: Region, free: list[int], data: dict[str, Any], path: Path
    ) -> None:
        """Read list items that begin with a day each, where nothing says what they are, as days of review."""
        if not binding.lists.keys().isdisjoint(data):
            return
        items = dated_items(self.text, [region.pieces[index] for index in free])
        if len(items) >= _FEWEST_TIMED:
            at = (*path, field.name)
            self.extraction.values[at] = (items[0].text[0], items[-1].end)
            data[field.name] = self.extraction.records.items(field, items, at)
            free[:] = [index for index in free if region.pieces[index] not in items]

    def tells_no_days(self, field: Binding, tables: list[Table]) -> bool:
        """Whether the days by which tables would hold records are none: `When | What` above `Tue 11:00 | Critique`."""
        day = field.holders.get("date")
        columns = [
            (table, at)
            for table in tables
            for at, use in map_columns(field, table.titles)
            if day and use.name == day.name
        ]
        return bool(day and columns) and all(
            is_no_day(day, table, at, self.extraction.context) for table, at in columns if day
        )

    def levels(self, field: Binding, region: Region, free: list[int], data: dict[str, Any], path: Path) -> None:
        """Read the records of a list that tell levels of bets in a line each."""
        items = {index: piece for index in free if (piece := region.pieces[index]).role is Role.ITEM}
        at = (*path, field.name)
        rows = read_kept(self.extraction, field, [*items.values()], at) if field.name not in data else []
        if rows:
            data[field.name] = rows
            free[:] = [index for index in free if index not in items]

    def apart(self, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path) -> None:
        """Read what is told apart from the records of a list: ladders below the table of competencies; days alone."""
        if binding.keeps_levels:
            self.dated(binding, binding.keeps_levels, region, free, data, path)
        for field in binding.laddered:
            if field.name in data:
                Apart(self.extraction, field, data[field.name], (*path, field.name)).read(region, free)

    def before_tables(self, field: Binding, region: Region, free: list[int], path: Path) -> list[Any]:
        """Read records that are told otherwise than in the tables that stand among them, if they are."""
        records = self.extraction.records
        if len(path) == 1:
            return records.whole(field, region, free, path) if not field.names and not field.day else []
        items = _spoken(self.text, field, region, free) or _people(self.text, field, region, free)
        return records.items(field, items, path) if items else records.with_added(field, region, path)

    def own(self, binding: Holder, field: Binding, region: Region, free: list[int], path: Path) -> list[int]:
        """Those of the pieces at `free` in which the records of `field` may stand."""
        if not path and field.names:
            return _under_own_heads(self.text, field, region, free)
        if field.column_lists:
            return [index for index in free if not self.names_field(binding, region.pieces[index])]
        return free

    def names_field(self, binding: Holder, item: Piece) -> bool:
        """Whether an item names a field of the object in front of a dash: `Scope – the app`."""
        label = name_before_dash(self.text, item.text)
        return bool(label and any(key in binding.by_key for key in name_keys(self.text[slice(*label.name)])))

    def in_minutes(self, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path) -> None:
        """Read a list that a line without a label tells with its minutes: `Thursdays. Wins 5, decisions 10, reps 5`."""
        for name, field in binding.lists.items():
            if name in data or len(field.found_fields) != 1 or field.found_fields[0].reader != "minutes":
                continue
            if rows := self.timed_items(field, region, free, (*path, name)):
                data[name] = rows
                continue
            for index in free_pieces(region, free):
                if rows := self.extraction.records.in_minutes(field, region.pieces[index].text, (*path, name)):
                    self.extraction.values[(*path, name)] = region.pieces[index].text
                    data[name] = rows
                    break

    def timed_items(self, field: Binding, region: Region, free: list[int], path: Path) -> list[Any]:
        """Read the first list without a name each of whose items says how long it takes: `- 5 min: what changed`."""
        run: list[int] = []
        for index in [*free, region.last]:
            goes_on = (
                index < region.last and region.pieces[index].role is Role.ITEM and (not run or index == run[-1] + 1)
            )
            if goes_on and _TIMED.fullmatch(self.text, *region.pieces[index].text):
                run.append(index)
                continue
            if len(run) >= _FEWEST_TIMED:
                free[:] = [other for other in free if other not in run]
                items = [region.pieces[other] for other in run]
                self.extraction.values[path] = (items[0].text[0], items[-1].end)
                rows = self.extraction.records.items(field, items, path)
                lengths_of_clock(rows, field.found_fields[0].name)
                return rows
            run = []
        return []

    def without_titles(self, region: Region, free: list[int]) -> list[int]:
        """The pieces at `free` without headings that head no record of a document.

        Such are the only heading of the first level, which is the title of the whole, and those of what is said above
        the parts.
        """
        pieces, said_above = region.pieces, self.extraction.said_above
        titles = [index for index in free if pieces[index].level == 1]
        title = titles[0] if len(titles) == 1 else None
        return [
            index
            for index in free
            if index != title and not (pieces[index].level and said_above.intersection(pieces[index].keys))
        ]


def _spoken(text: str, field: Binding, region: Region, free: list[int]) -> list[Piece]:
    """The items among the pieces at `free`, where one of them begins with the noun of a record: `- Rep: one frame`."""
    nouns = field.nouns if "sections" not in field.shapes and "items" in field.shapes else None
    items = [piece for index in free if (piece := region.pieces[index]).role is Role.ITEM] if nouns else []
    return items if nouns and any(nouns.match(text, *item.text) for item in items) else []


def _people(text: str, field: Binding, region: Region, free: list[int]) -> list[Piece]:
    """The items among the pieces at `free` that begin with a handle, where the records are people: `- **pm-31.** …`."""
    title = field.title_field
    if not title or title.schema.get("x-says") != "person" or "items" not in field.shapes:
        return []
    items = (piece for index in free if (piece := region.pieces[index]).role is Role.ITEM)
    return [item for item in items if _PM.match(text, *item.text)]


def _under_own_heads(text: str, field: Binding, region: Region, free: list[int]) -> list[int]:
    """The pieces at `free` under headings that bear the noun or an id of a record of `field`, or are above its labels.

    A whole document may have parts of any other kind, which are no records for want of a name that is known.
    """
    pieces, hits = region.pieces, {hit.at for hit in find_hits(field, region)}
    kept: list[int] = []
    level, block = 0, []  # from the end: the level of a label's heading, and what stands below the next heading
    for index in reversed(free):
        block.append(index)
        if piece := pieces[index] if pieces[index].role is Role.HEADING else None:
            spoken = begins_with_id(text, piece.text) or (field.nouns and field.nouns.match(text, *piece.text))
            if spoken or piece.level < level or not hits.isdisjoint(block):
                kept += block
                level = piece.level if index in hits else 0
            block = []
    return kept[::-1]


def _blocks(region: Region, free: list[int]) -> list[list[Piece]]:
    """The pieces at `free`, parted by headings: what stands before the first one, then what stands below each."""
    blocks: list[list[Piece]] = [[]]
    for index in free:
        piece = region.pieces[index]
        if piece.role is Role.HEADING:
            blocks.append([])
        blocks[-1].append(piece)
    return blocks
