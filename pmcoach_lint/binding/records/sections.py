"""Which pieces of a text head a record each: by a day, a noun or an id, by labels below, or as headings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.hits import (
    Hit,
    find_hits,
    heads_below,
    heads_items,
    heads_labels,
    may_head,
    tells_record,
)
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.binding.own_text.days import day_in_front, days_within
from pmcoach_lint.binding.records.apart import holds_ladders, is_of_levels
from pmcoach_lint.binding.records.group_heads import numbered_months, weeks_with_days
from pmcoach_lint.binding.records.no_records import numbered_on
from pmcoach_lint.binding.records.run_in import Paragraphs
from pmcoach_lint.binding.targets import Targets
from pmcoach_lint.names import is_short_form, name_key
from pmcoach_lint.readers.rungs import rungs_in
from pmcoach_lint.readers.text import plain, plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.tables import Table

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_LABEL_RANK = 7
_BEHIND_NAME = regex(r"\s*(?:[:→]|-{1,2}>|[–—]|\s-\s)")
"""What parts a name from what is told of it: `Alignment → Apply`, `Delivery: level 4`."""

_WORD = regex(r"[*_]*(?P<word>[^\W\d_]+)")
_NAMING = (Role.HEADING, Role.LABEL)
_FEW = 3
"""So many paragraphs that begin with a day are entries of a log; fewer may as well be running text."""


def entry_heads(text: str, region: Region, free: Iterable[int], hits: list[Hit]) -> list[int]:
    """The indexes of the pieces that head an entry each; none where nothing is dated.

    A heading that begins with a day does, on any level. One that holds a day elsewhere does when it stands on the same
    level as those, or highest where no heading begins with one. A heading without a day on the same level is an entry
    as well when what stands below it has the labels of one: its day is then missing, and not the entry. Lines that
    begin with a day in bold head entries as well, but for those that stand below the heading of one. Where no heading
    does, plain paragraphs may.

    Args:
        text: the document.
        region: where to look.
        free: the indexes of the pieces in it that belong to nothing else.
        hits: the pieces in it that bear the name of a field of an entry, in their order.
    """
    pieces = region.pieces
    free = list(free)
    every = [index for index in free if pieces[index].role is Role.HEADING]
    spans = numbered_months(text, [(index, pieces[index].text) for index in every])
    spans |= weeks_with_days(text, pieces, every)
    headings = [index for index in every if index not in spans]
    leading = {index for index in headings if day_in_front(text, *pieces[index].text)}
    holding = {index for index in headings if index not in leading and days_within(text, pieces[index].text)}
    levels = {pieces[index].level for index in leading} or {min((pieces[index].level for index in holding), default=0)}
    heads = leading | {index for index in holding if pieces[index].level in levels}
    bold = [index for index in free if _is_bold(text, pieces[index]) and day_in_front(text, *pieces[index].text)]
    if heads:
        undated = undated_heads(region, [index for index in headings if index not in holding], hits)
        ends = [*headings, region.last]
        bold = [index for index in bold if ends[bisect_right(ends, index) - 1] not in heads]
        return sorted(heads.union(bold, (index for index in undated if pieces[index].level in levels)))
    return sorted([*bold, *_plain_lines(text, region, free, len(bold))])


def undated_heads(region: Region, headings: list[int], hits: list[Hit]) -> list[int]:
    """Those of the `headings` that stand above two or more labels of an entry, before the next heading."""
    at = [hit.at for hit in hits]
    named = {hit.at for hit in hits if hit.likeness < 2}  # “Decision: prices stay” only begins with a name
    unnamed = [index for index in headings if index not in named]
    heads = []
    for index, end in pairwise([*unnamed, region.last]):
        level = region.pieces[index].level
        below = [
            hit for hit in hits[bisect_right(at, index) : bisect_left(at, end)] if not 0 < hit.piece.level <= level
        ]
        if len({hit.use.name for hit in below}) > 1:
            heads.append(index)
    return heads


def _plain_lines(text: str, region: Region, free: list[int], others: int) -> list[int]:
    """The indexes of the paragraphs that begin with a day (`mon 9 - planning`), where they and `others` are many."""
    pieces = region.pieces
    begun = [
        index
        for index in free
        if pieces[index].role is Role.LINE
        and (index == region.first or pieces[index - 1].group != pieces[index].group)
        and not _is_bold(text, pieces[index])
        and day_in_front(text, *pieces[index].text)
    ]
    return begun if len(begun) + others >= _FEW else []


def _is_bold(text: str, piece: Piece) -> bool:
    """Whether a line begins in bold."""
    return piece.role is Role.LABEL or (piece.role is Role.LINE and text.startswith(("**", "__"), piece.text[0]))


class SectionHeads:
    """Tells which pieces of a `region` head a record of the list `field` each."""

    def __init__(self, extraction: Extraction, field: Binding, region: Region) -> None:
        self.extraction = extraction
        self.text = extraction.text
        self.field = field
        self.region = region

    def find(self, free: list[int]) -> list[int]:
        """The indexes of the pieces that head a record each: those with its noun or an id, else all headings."""
        field, region = self.field, self.region
        hits = find_hits(field, region)
        if field.day and (dated := entry_heads(self.text, region, free, hits)):
            return dated
        named = {hit.at for hit in hits}
        spoken, headings, bare = may_head(field, region, free, named)
        if field.column_lists and len(beside := self.beside_ladders(free)) > max(1, len(spoken)):
            return beside
        if field.column_lists and len(headings) > 1:
            headings = [index for index in headings if not self.heads_ladders(index)]
        if len(headings) == 1 and not spoken:
            if heads_items(field, region, headings[0], free):
                return []
            headings = heads_below(field, region, headings[0], free) or headings
        if field.day or not field.names:  # no heading of the whole says where the records begin and end
            every = [index for index in free if region.pieces[index].role is Role.HEADING]
            labelled = undated_heads(region, every, hits)
            if field.day and labelled and self.is_in_tables(free):  # beside these, pieces of work have such labels
                labelled = [index for index in labelled if self.tells_day(field.day, index, hits)]
            headings = labelled if field.day else labelled or headings
        if not spoken and not bare and not headings:
            headings = self.no_headings([index for index in free if index not in named])
        if not spoken:
            return bare or self.naming(free, self.of_others(self.highest(headings)))
        heads = self.highest(spoken)
        return heads + numbered_on(field, region, heads, bare) if bare else heads

    def is_in_tables(self, free: list[int]) -> bool:
        """Whether tables hold the entries of a log."""
        tables = (self.region.pieces[index].table for index in free)
        return any(table and self.extraction.records.holds_log(self.field, table) for table in tables)

    def tells_day(self, day: Binding, heading: int, hits: list[Hit]) -> bool:
        """Whether a label below a heading, and above the next one, tells the day of an entry."""
        pieces = self.region.pieces
        end = next((at for at in range(heading + 1, self.region.last) if pieces[at].level), self.region.last)
        return any(heading < hit.at < end and hit.use.name == day.name for hit in hits)

    def no_headings(self, free: list[int]) -> list[int]:
        """The lines that head a record each where no heading does."""
        field, region, reads = self.field, self.region, self.extraction.reads
        paragraphs = Paragraphs(self.extraction, field)
        above = paragraphs.above_labels(region.pieces, free)
        telling = [index for index in free if tells_record(field, region.pieces[index], reads)]
        return (
            self.chosen(free)
            or [index for index in free if heads_labels(field, region, index)]
            or (above if set(telling) <= set(above) else telling)
            or paragraphs.that_are_records(region.pieces, free)
            or self.above_rungs(free)
            or self.above_items(free)
        )

    def chosen(self, free: list[int]) -> list[int]:
        """The bold lines that each begin with a word of a fixed set, by which records go: `**NOW: Show it**`."""
        words = self.field.title_field.words if self.field.title_field else {}
        labels = {index: self.region.pieces[index] for index in free if words}
        begun = {
            index: words.get(name_key(match["word"]))
            for index, piece in labels.items()
            if piece.role is Role.LABEL and (match := _WORD.match(self.text, *piece.text))
        }
        told = [value for value in begun.values() if value is not None]
        return [*begun] if 1 < len(told) == len(begun) == len(set(told)) else []

    def beside_ladders(self, free: list[int]) -> list[int]:
        """The headings and bold lines that are called as columns or rows of a table with the ladders of all records."""
        called = ((index, self.region.pieces[index]) for index in self.called_in_ladders(free))
        bare = [index for index, piece in called if piece.is_bare and piece.role is not Role.ITEM]
        return self.highest([index for index in bare if not self.heads_ladders(index)])

    def called_in_ladders(self, free: list[int]) -> list[int]:
        """The headings, bold names and items that are called as columns or rows of a table with all ladders are."""
        names = [key for title in self.names_of_ladders() if (key := name_key(plain(title)))]
        called = []
        for index in free if names else ():
            piece = self.region.pieces[index]
            is_name = piece.is_bare or piece.runs_in or piece.role is Role.ITEM
            if piece.name and is_name and piece.role in (Role.HEADING, Role.LABEL, Role.ITEM):
                said = name_key(self.said(index))
                if any(is_short_form(said, name) or is_short_form(name, said) for name in names):
                    called.append(index)
        return called

    def names_of_ladders(self) -> list[str]:
        """What the records are called in the tables that tell the ladders of all of them side by side."""
        names: list[str] = []
        for table in (table for piece in self.region.inside if (table := piece.table)):
            if is_of_levels(self.extraction, table):
                names += table.titles[1:]
            elif holds_ladders(self.extraction, table):
                names += [self.text[slice(*row[0])] for row in table.rows if row]
        return names

    def heads_ladders(self, index: int) -> bool:
        """Whether right below a heading a table with the ladders of all records stands."""
        table = self.table_below(index)
        return table is not None and holds_ladders(self.extraction, table)

    def table_below(self, index: int) -> Table | None:
        """The table right below a heading."""
        return self.region.pieces[index + 1].table if index + 1 < self.region.last else None

    @property
    def others(self) -> Targets | None:
        """The records of another list by which these are called; None where they have names of their own."""
        title = self.field.title_field
        return self.extraction.known(title) if title and self.field.title_is_reference else None

    def said(self, index: int) -> str:
        """What a piece says: its name, or all of it."""
        piece = self.region.pieces[index]
        start, end = piece.own if piece.numbered else piece.name or piece.text
        nouns = self.field.nouns
        return plain_at(self.text, (nouns.behind_plan(self.text, start, end) if nouns else start, end))

    def of_others(self, heads: list[int]) -> list[int]:
        """The `heads`, unless they are to name records of another list and none of them does: `Commitments`, `Reps`.

        What tells the level of each may name one that nothing else does, but not with a table right below.
        """
        is_named = self.field.names_another or all(map(self.table_below, heads))
        known = self.others if is_named else None
        return heads if not known or not known.records or any(map(known.resolve, map(self.said, heads))) else []

    def naming(self, free: list[int], heads: list[int]) -> list[int]:
        """The `heads`, or the headings and bold lines that name records of another list where none of `heads` does.

        Such are `**Framing: Apply**` and `**Craft: Analyze**` below “Level by competency”, and
        `### Practice loop: Frame first`, which begins with the name of a field.
        """
        known = self.others
        if known is None or not known.records:
            return heads
        lines = [index for index in free if index in heads or self.region.pieces[index].role in _NAMING]
        told = ((index, self.said(index)) for index in lines)
        naming = [index for index, text in told if known.likely(text) or known.likely(_BEHIND_NAME.split(text)[0])]
        return heads if len(naming) < 2 or not set(naming).isdisjoint(heads) else self.highest(naming)

    def above_rungs(self, free: list[int]) -> list[int]:
        """The bold lines that head a record with its ladder each, the rungs of which are the items below."""
        pieces, context = self.region.pieces, self.extraction.context
        labels = [index for index in free if pieces[index].role is Role.LABEL]
        heads = [index for index in labels if pieces[index].is_bare]
        if not self.field.column_lists or len(heads) < 2 or len(heads) < len(labels):
            return []
        for head, end in pairwise([*heads, self.region.last]):
            items = [piece for piece in pieces[head:end] if piece.role is Role.ITEM]
            if not any(rungs_in(self.text, item.text, context) for item in items):
                return []
        return heads

    def above_items(self, free: list[int]) -> list[int]:
        """The bold lines that head a record each, right below the name of the list, with nothing but items below."""
        pieces, first = self.region.pieces, self.region.first
        is_named = first > 0 and not self.field.own_keys.isdisjoint(pieces[first - 1].keys)
        labels = [index for index in free if pieces[index].role is Role.LABEL] if is_named else []
        if len(labels) < 2 or labels[0] != first or not all(pieces[index].is_bare for index in labels):
            return []
        end = next((at for at in range(labels[-1], self.region.last) if pieces[at].level), self.region.last)
        below = [pieces[head + 1 : stop] for head, stop in pairwise([*labels, end])]
        return labels if all(items and all(one.role is Role.ITEM for one in items) for items in below) else []

    def highest(self, indexes: list[int]) -> list[int]:
        """Those of the pieces that stand highest: headings by their level, then labels and lines, then items."""

        def rank(index: int) -> int:
            piece = self.region.pieces[index]
            if piece.role is Role.HEADING:
                return piece.level
            return _LABEL_RANK if piece.role in (Role.LABEL, Role.LINE) else _LABEL_RANK + 1

        highest = min(map(rank, indexes), default=0)
        return [index for index in indexes if rank(index) == highest]
