"""Lists of records, in each of the shapes in which people write them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.named.hits import find_hits, is_named, may_head, told_again
from pmcoach_lint.binding.named.reach import place_of
from pmcoach_lint.binding.outline import Piece, Place, Region, Role
from pmcoach_lint.binding.own_text.days import entry_items
from pmcoach_lint.binding.own_text.heads import HeadReader
from pmcoach_lint.binding.records.apart import Apart, holds_ladders, rungs_of
from pmcoach_lint.binding.records.digests import DigestReader
from pmcoach_lint.binding.records.going_on import told_besides
from pmcoach_lint.binding.records.headed_below import own_records, tells_no_record, without_other_heads
from pmcoach_lint.binding.records.items import ItemReader
from pmcoach_lint.binding.records.lines import LineReader
from pmcoach_lint.binding.records.no_records import added_table, introduces, is_running_text, tells_none
from pmcoach_lint.binding.records.rows import TableReader
from pmcoach_lint.binding.records.sections import SectionHeads, undated_heads
from pmcoach_lint.binding.records.turned import turned_rows
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import says_no_such, says_none
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

_FEW = 3
_BOXES = ("[ ]", "[x]", "[X]")
"""How items begin that are ticked off: so many with a day each are what is followed up, and no days of review."""


class Records(TableReader, LineReader, ItemReader, DigestReader):
    """Reads lists of records for an extraction."""

    def read(self, field: Binding, place: Place, path: Path) -> list[Any] | None:
        """Read a list of records at a place that is named after it; the first shape present wins.

        Returns None when nothing is there; a table without rows is an empty list.
        """
        region = own_records(field, place.region)
        self.extraction.values[path] = region.span or place.value
        only = place.value if not place.is_bare else region.span or place.value
        if "minItems" not in field.schema and says_none(self.text, only):
            return []
        as_text = "items" in field.shapes  # else text is about the records: “We use the team's model.”
        pieces = region.inside
        if as_text and not place.is_bare and not self.is_introduced(field, place, pieces, path):
            return self.on_line(field, place, pieces, path) or None
        own = own_table(field, pieces)
        for shape in ("table",) if own else field.shapes:
            rows: list[Any] = []
            if shape == "table":
                tables = [own] if own else [piece.table for piece in pieces if piece.table]
                rows = self.with_added(field, region, path) or self.above_ladders(field, region, path)
                rows = rows or self.beside_ladders(field, region, tables, path)
                if tables and not rows:
                    return rows
            elif shape == "sections":
                rows = self.sections(field, region, list(region.indexes), path)
            elif shape == "items":
                items = [piece for piece in pieces if piece.role is Role.ITEM]
                rows = self.numbered_rungs(field, items, path) or self.items(field, items, path)
            elif shape == "self":
                rows = self.itself(field, region, path)
            if rows:
                return rows
        told = [piece for piece in pieces if piece.role in (Role.LINE, Role.LABEL)] if as_text else []
        is_none = tells_none(self.text, field, told) or is_running_text(self.text, told)
        lines = [] if is_none else [piece.text for piece in told]
        return self.shares(field, region.span, path) or self.heads(field, lines, path) or None

    def above_ladders(self, field: Binding, region: Region, path: Path) -> list[Any]:
        """Read the records that have a bold name each with items below, whose ladders a table may tell further down."""
        free = [*region.indexes]
        heads = SectionHeads(self.extraction, field, region).above_items(free) if field.column_lists else []
        return self.under_heads(field, region, free, heads, path, None) if heads else []

    def beside_ladders(self, field: Binding, region: Region, tables: list[Table], path: Path) -> list[Any]:
        """Read the records that are in tables, and the tables that are the ladder of one that is named above them."""
        several = field.column_lists and len(tables) > 1
        ladders = [table for table in tables if rungs_of(table, self.extraction)] if several else []
        rows = self.tables(field, [table for table in tables if table not in ladders] if ladders else tables, path)
        if ladders:
            within = [at for at in region.indexes if region.pieces[at].table in ladders]
            Apart(self.extraction, field, rows, path).read(region, within)
        return rows

    def is_introduced(self, field: Binding, place: Place, below: list[Piece], path: Path) -> bool:
        """Whether the text on the line of a list's name only introduces the records `below`; what it says is kept."""
        found = not self.is_of_one(field, path) and introduces(self.text, field, place.value, below)
        if found and "minutes" in field.holders:
            self.extraction.introduced[path[:-1]] = place.value
        return found

    def on_line(self, field: Binding, place: Place, below: list[Piece], path: Path) -> list[Any]:
        """Read the records that are told behind the name of their list, and in the items `below`."""
        if self.is_of_one(field, path):
            return self.heads(field, [place.piece.text if place.piece else place.value], path)
        told = self.parts_of_line(field, place, path)
        return self.items(field, [piece for piece in below if piece.role is Role.ITEM], path, told)

    def is_of_one(self, field: Binding, path: Path) -> bool:
        """Whether the name in front of the records is the noun of one of them: `Weekly rep: ...`."""
        name = self.extraction.keys.get(path)
        return bool(field.nouns and name and field.nouns.name(name_key(self.text[slice(*name)])))

    def with_added(self, field: Binding, region: Region, path: Path) -> list[Any]:
        """Read the records that have a section each, and those added in a table below; none where there is no such."""
        added = added_table(self.text, field, region)
        if added is None:
            return []
        table = region.pieces[added].table
        rows = self.sections(field, region._replace(last=added), [*range(region.first, added)], path)
        return self.tables(field, [table] if table else [], path, rows)

    def log(self, field: Binding, region: Region, free: list[int], path: Path) -> list[Any]:
        """Read a list whose records are headed by a day: its sections, and the tables that belong to none of them.

        A log may be kept as tables alone, one for each month, and an older part of it may still be one.
        """
        claimed: set[int] = set()
        rows = self.sections(field, region, free, path, claimed)
        left = [region.pieces[index] for index in free if index not in claimed]
        tables = [piece.table for piece in left if piece.table and self.holds_log(field, piece.table)]
        if rows and tables:
            told = self.days_told(field, rows, path) | self.days_of_items(region.pieces[index] for index in claimed)
            tables = [table for table in tables if not self.is_digest(field, table, told)]
        rows = self.tables(field, tables, path, rows)
        is_whole = len(path) == 1  # else a part of it, which has other lists as well, whose items they may be
        if is_whole and rows and tables:
            left = without_other_heads(region, left, tables)
        items = entry_items(self.text, left) if (is_whole or not rows) and "items" in field.shapes else []
        if is_whole and rows:  # beside entries, what is ticked off is what is to be done
            items = [item for item in items if not self.text.startswith(_BOXES, *item.text)]
            items = self.without_digests(items, self.days_told(field, rows, path))
        is_ticked = len(items) >= _FEW and all(self.text.startswith(_BOXES, *item.text) for item in items)
        if (is_whole and rows) or is_ticked or any(self.has_labels(field, item) for item in items):
            return self.items(field, items, path, rows)
        return rows

    def whole(self, field: Binding, region: Region, free: list[int], path: Path) -> list[Any]:
        """Read the records that a whole document consists of: a heading each, with the noun, an id or labels of one.

        A table that names all of its records by ids of theirs tells more of them.
        """
        hits = find_hits(field, region)
        spoken = may_head(field, region, free, {hit.at for hit in hits})[0]
        headings = [index for index in free if region.pieces[index].role is Role.HEADING]
        if field.shapes[0] != "sections" or not (spoken or undated_heads(region, headings, hits)):
            return []
        claimed: set[int] = set()
        rows = self.sections(field, region, free, path, claimed)
        for table in (region.pieces[index].table for index in free if index not in claimed):
            if table:
                told_besides(self, field, table, rows, path)
        return rows

    def has_labels(self, field: Binding, item: Piece) -> bool:
        """Whether a list item names more of its record: `2026-10-08: five questions. Feedback: two were answers`."""
        reader = HeadReader(self.text, field, self.extraction.context)
        return is_named(field, item.pieces) or bool(reader.inline_labels(*item.text))

    def unnamed(
        self, field: Binding, region: Region, free: list[int], path: Path, claimed: set[int] | None = None
    ) -> list[Any]:
        """Read a list of records that has no heading of its own: its sections, or the region as the only one.

        The indexes of all pieces that belong to sections, and of tables, are added to `claimed`.
        """
        rows = self.sections(field, region, free, path, claimed) if "sections" in field.shapes else []
        if not rows and "self" in field.shapes and not self.is_one_of_several(field):
            rows = self.itself(field, Region(region.pieces, free[0], free[-1] + 1), path)
        if not rows and "items" in field.shapes:
            items = [index for index in free if region.pieces[index].role is Role.ITEM]
            items = SectionHeads(self.extraction, field, region).of_others(items)
            rows = self.items(field, [region.pieces[index] for index in items], path)
        if not rows and "table" in field.shapes:
            tables = {at: table for at in free if (table := region.pieces[at].table) and turned_rows(field, table)}
            rows = self.tables(field, [*tables.values()], path)
            if claimed is not None:
                claimed.update(tables)
        return rows

    def sections(
        self, field: Binding, region: Region, free: list[int], path: Path, claimed: set[int] | None = None
    ) -> list[Any]:
        """Read the records that have a heading or a bold label each, out of the pieces at `free`.

        The indexes of all pieces that belong to them are added to `claimed`.
        """
        heads = SectionHeads(self.extraction, field, region).find(free)
        if not heads:
            return self.labelled_items(field, [region.pieces[index] for index in free], path)
        return self.under_heads(field, region, free, heads, path, claimed)

    def under_heads(
        self, field: Binding, region: Region, free: list[int], heads: list[int], path: Path, claimed: set[int] | None
    ) -> list[Any]:
        """Read the records that the pieces at `heads` head."""
        records: list[Any] = []
        unclaimed = frozenset(free)
        last = heads[-1] + 1 if _are_paragraphs(region, heads) else region.last
        for index, end in pairwise([*heads, last]):
            piece, stop = region.pieces[index], end
            if piece.runs_in:  # what stands behind it may be something else than its record
                stop = next((other for other in range(index + 1, end) if other not in unclaimed), end)
            stop = told_again(field, region, index, self.before_ladders(field, region, index + 1, stop))
            place = place_of(field, region, index, stop, Use(field.name), whole=True)
            below = place.region
            if claimed is not None:
                claimed.update((index, *range(*place.claims)))
            at = (*path, len(records))
            self.extraction.keys[at] = piece.text
            self.extraction.values[at] = (piece.text[0], below.span[1] if below.span else piece.text[1])
            own, inside = self.own_text(field, piece, below)
            record = self.with_head(field, inside, own, at)
            if field.day and field.title_field and field.title_field.name not in record:
                record = self.called_by_first(field, field.title_field, inside, record, at)
            if tells_no_record(field, record, below):
                del self.extraction.keys[at], self.extraction.values[at]
            elif record or not self.says_there_is_none(below, at):
                records.append(record)
        return records

    def says_there_is_none(self, below: Region, at: Path) -> bool:
        """Whether what stands below the head of a record says that there is none: `None. It waits.`, `n/a`."""
        if not below.span or not says_no_such(self.text, below.span):
            return False
        del self.extraction.keys[at], self.extraction.values[at]
        return True

    def before_ladders(self, field: Binding, region: Region, first: int, last: int) -> int:
        """Where from `first` to `last` a table with the ladders of all records stands, or what introduces it."""
        pieces = region.pieces
        for index in range(first, last) if field.column_lists else ():
            table = pieces[index].table
            if table and holds_ladders(self.extraction, table):
                above = pieces[index - 1]
                is_name = above.role is Role.LABEL and above.is_bare
                introduced = index > first and (is_name or self.text.endswith(":", *above.text))
                return index - introduced
        return last

    def is_one_of_several(self, field: Binding) -> bool:
        """Whether the records are to name others, of which there are several: one without a name is none of theirs."""
        known = self.extraction.known(field.title_field) if field.title_field and field.names_another else None
        return known is not None and len(known.records) > 1

    def itself(self, field: Binding, region: Region, path: Path) -> list[Any]:
        """Read the region itself as the only record, when anything in it bears the name of a field."""
        if not any(hit.use.name for hit in find_hits(field, region)):
            return []
        at = (*path, 0)
        if region.span:
            self.extraction.values[at] = region.span
        record = self.extraction.object(field, region, at)
        return [record] if record else []


def own_table(field: Binding, pieces: list[Piece]) -> Table | None:
    """The table with all records right below the name of their list, where they may stand in sections as well.

    What has a heading below such a table only says more of them: `3.1 Session notes`.
    """
    if field.shapes[:2] != ("sections", "table"):
        return None
    first = next((piece for piece in pieces if piece.table or piece.level), None)
    is_own = first and first.table and field.required <= {use.name for _, use in map_columns(field, first.table.titles)}
    return first.table if first and is_own else None


def _are_paragraphs(region: Region, heads: list[int]) -> bool:
    """Whether all records but the last are a paragraph each: then that is one as well, whatever stands below it."""
    is_run = len(heads) > _FEW and heads[-1] - heads[0] == len(heads) - 1
    return is_run and all(region.pieces[index].runs_in for index in heads)
