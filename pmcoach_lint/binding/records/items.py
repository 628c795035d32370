"""The records that are items of a list, and the own text of a record, be it an item or a head."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Any

from pmcoach_lint.binding.labels import Label
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.hits import is_named
from pmcoach_lint.binding.outline import NOWHERE, Piece, Region, Role, region_of
from pmcoach_lint.binding.own_text.days import (
    begins_with_day,
    dated_items,
    day_in_front,
    entry_items,
    in_bold_and_behind,
    is_day_alone,
)
from pmcoach_lint.binding.own_text.heads import HeadReader
from pmcoach_lint.binding.records.apart import Apart
from pmcoach_lint.binding.records.in_segments import SegmentReader
from pmcoach_lint.binding.records.no_records import tells_none, with_boxes, without_remarks, without_total
from pmcoach_lint.binding.records.record import RecordReader
from pmcoach_lint.binding.records.run_in import Paragraphs
from pmcoach_lint.binding.records.stages import read_stages, split_stages
from pmcoach_lint.readers.rungs import rungs_in
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.readers.timed import says_minutes
from pmcoach_lint.readers.told_days import split_told_days
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip, trim
from pmcoach_lint.syntax.yaml_marks import Path

_DASHED = regex(r"(?P<name>[^\W\d_][^–—:.;,!?|\n]{1,50}?)(?<!\s)\s+[–—-]\s+(?=\S)")
_MOST_WORDS = 5
_FEWEST_RUNGS = 3
_LINE = regex(r"[^\r\n]+")
_WEEK_OFF = regex(r"[*_]{0,2}w(?:ee)?k?\s?\d{1,2}\b[^:\n]{0,25}:[*_]{0,2}\s*\\?[–—-]", re.IGNORECASE)
"""A week in which nothing is to be done: `W7: –`."""
_SECTION_NUMBER = regex(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[^\W\d_])")


class ItemReader(RecordReader):
    """Reads records that are told in items for an extraction."""

    def items(self, field: Binding, items: list[Piece], path: Path, earlier: list[Any] | None = None) -> list[Any]:
        """Read the records that are list items, in addition to those `earlier`; those of a log begin with a day."""
        records: list[Any] = earlier or []
        if field.day:
            dated = entry_items(self.text, items) or dated_items(self.text, items, sure=path in self.extraction.keys)
            items, others = dated, [] if dated else items
        else:
            others = items if field.falls_due else []
        if others and (told := SegmentReader(self, field).read(others, path)):
            return [*records, *told]
        if tells_none(self.text, field, items):
            return records
        items = self.records_in(field, items)
        is_text = "items" in field.shapes  # then an item is the record's own text, whatever stands out in it
        for item in items:
            at = (*path, len(records))
            if "weeks" in field.holders and not item.pieces and _WEEK_OFF.fullmatch(self.text, *item.text):
                continue
            if field.only_minutes and self.is_stretch(item):
                records = self.items(field, item.pieces, path, records)
                continue
            if not item.pieces and (parts := self.parts(field, item.text, at)):
                records += parts
                continue
            self.extraction.values[at] = (item.text[0], item.end)
            said = len(self.extraction.settled)
            below = region_of(item.pieces)
            own, below = self.own_of_item(field, item, below)
            record = self.with_head(field, below, own, at)
            if is_text and (inside := _told_inside(field, item, record)):
                self.inside(field, inside, record, records, path)
            elif record or len(self.extraction.settled) > said:
                records.append(record)
        return records

    def records_in(self, field: Binding, items: list[Piece]) -> list[Piece]:
        """The items that are records: none that leads to boxes, says something of the others, or adds them up."""
        items = with_boxes(self.text, items) if "check" in field.holders else items
        items = without_remarks(self.text, field, items)
        is_total = bool(items) and not without_total(self.text, field, [items[-1].text])
        return items[:-1] if is_total else items

    def parts(self, field: Binding, span: Span, first: Path) -> list[Any]:
        """Read the records that are parts of one item, the first of them at that path; none where it is one record."""
        if stages := split_stages(field, self.text, span):
            return read_stages(self, field, stages, first)
        days = split_told_days(self.text, span) if field.falls_due else []
        records = []
        for number, span in enumerate(days if len(days) > 1 else (), int(first[-1])):
            at = (*first[:-1], number)
            self.extraction.values[at] = span
            records.append(self.with_head(field, NOWHERE, span, at))
        return records

    def is_stretch(self, item: Piece) -> bool:
        """Whether an item is a stretch of a session, and those inside tell how long each part takes: `- During`."""
        inside = item.pieces
        timed = [one for one in inside if one.role is Role.ITEM and says_minutes(self.text, one.text)]
        own_end = inside[0].text[0] if inside else item.end
        return len(timed) > 1 and len(timed) == len(inside) and not says_minutes(self.text, (item.text[0], own_end))

    def inside(self, field: Binding, items: list[Piece], said: dict[str, Any], records: list[Any], path: Path) -> None:
        """Read the records that are `items` below what is said of all of them: `By 2026-11-30`."""
        values = self.extraction.values
        places = {name: values[(*path, len(records), name)] for name in said}
        for item in items:
            at = (*path, len(records))
            values[at] = (item.text[0], item.end)
            record = self.with_head(field, region_of(item.pieces), item.text, at)
            values.update({(*at, name): places[name] for name in said if name not in record})
            records.append(field.in_order({**said, **record}))

    def labelled_items(self, field: Binding, pieces: list[Piece], path: Path) -> list[Any]:
        """Read the records that are the items of a list, if each begins with its name: `- **Framing** – names ...`.

        An item may also be the name alone, above the labels of its record, or tell a value with it: `Framing → Apply`.
        """
        items = [piece for piece in pieces if piece.role is Role.ITEM]
        if not items or "items" in field.shapes:
            return []
        context, dashed = self.extraction.context, "rest" in field.free_fields
        if field.column_lists:
            rungs = [item for item in items if rungs_in(self.text, item.text, context)]  # of a ladder for all records
            items = [item for item in items if len(rungs) < _FEWEST_RUNGS or item not in rungs]
            items = [opened(field, item, context) for item in items]
        paragraphs = Paragraphs(self.extraction, field)
        names = [name_before_dash(self.text, item.text) if dashed and not item.name else None for item in items]
        if not all(
            item.name or name or is_named(field, item.pieces[:1]) or paragraphs.tells_more(item)
            for item, name in zip(items, names, strict=True)
        ):
            return []
        records: list[Any] = []
        for item, name in zip(items, names, strict=True):
            if field.column_lists and self.is_ladder_of(field, item, records, path):
                continue
            if name:
                records.append(self.behind_dash(field, item, name, (*path, len(records))))
            else:
                records = self.items(field, [item], path, records)
        return records

    def is_ladder_of(self, field: Binding, item: Piece, records: list[Any], path: Path) -> bool:
        """Whether an item is the ladder of one of the `records`, behind its name, which it then gets."""
        apart, dashed = Apart(self.extraction, field, records, path), name_before_dash(self.text, item.text)
        if dashed and apart.behind_name(dashed.name, dashed.value):
            return True
        return bool(item.name and apart.behind_name(item.name, item.value))

    def behind_dash(self, field: Binding, item: Piece, label: Label, path: Path) -> dict[str, Any]:
        """Read the record that is an item with its name in front of a dash."""
        self.extraction.values[path] = (item.text[0], item.end)
        record = self.extraction.object(field, region_of(item.pieces), path)
        title, rest = field.title_field, field.free_fields["rest"]
        if title:
            self.put(record, title, label.name, path)
        put = self.put_before if type(record.get(rest.name)) is list else self.put
        put(record, rest, label.value, path)
        return field.in_order(record)

    def own_of_item(self, field: Binding, item: Piece, below: Region) -> tuple[Span, Region]:
        """The own text of a record that an item is, and what else belongs to the record, like all `below`."""
        if item.runs_in and "items" not in field.shapes:
            return self.own_text(field, item, below)
        if field.day and "rest" in field.free_fields and (parted := in_bold_and_behind(self.text, item)):
            head, behind = parted
            if behind[0] < behind[1] and not self.text.endswith((")", "]"), *head):
                return head, below.behind(Paragraphs(self.extraction, field).labelled_parts(item, behind))
        bold = Paragraphs(self.extraction, field).before_step(item) if field.tells_weeks else None
        return (bold[0], below.behind(bold[1])) if bold else (item.text, below)

    def own_text(self, field: Binding, piece: Piece, below: Region) -> tuple[Span, Region]:
        """The own text of a record that is headed by `piece`, and what else belongs to the record, like all `below`."""
        paragraphs = Paragraphs(self.extraction, field)
        parted = in_bold_and_behind(self.text, piece) if field.day else None
        parted = parted or self.first_sentence(field, piece, below)
        if parted:
            head, behind = parted
            below = region_of([line for line in below.inside if line.text[1] > behind[1]])
            return head, below.behind(paragraphs.labelled_parts(piece, behind))
        if piece.runs_in and piece.name and field.day and (front := day_in_front(self.text, *piece.text)):
            return (piece.text, below) if front.end > piece.name[1] else (piece.name, below)
        if piece.runs_in and piece.name:
            return piece.name, below.behind(paragraphs.told_behind(piece))
        if field.tells_weeks and (bold := paragraphs.before_step(piece)):
            return bold[0], below.behind(bold[1])
        if piece.role is Role.ITEM and piece.name and piece.is_bare and self.text[piece.text[0]] in "*_":
            return piece.name, below
        if piece.role is Role.LABEL and piece.name and piece.is_bare:
            if field.nouns and (asked := field.nouns.asked(self.text, piece.text)):
                return asked, below.behind([piece])
            below = below.behind(self.in_brackets(piece, piece.name)) if field.tells_weeks else below
            return paragraphs.answered(piece.name, below) or (self.unnumbered(piece.name), below)
        return self.unnumbered(piece.text) if piece.role is Role.HEADING else piece.text, below

    def unnumbered(self, name: Span) -> Span:
        """A name without the number of its section: `1.2 Requirements`."""
        number = _SECTION_NUMBER.match(self.text, *name)
        return (number.end(), name[1]) if number else name

    def in_brackets(self, piece: Piece, name: Span) -> list[Piece]:
        """What stands in brackets behind a name in bold, as a line of its own: `**Say it once** (Memos 2 → 4)`."""
        span = strip(self.text, (name[1], piece.text[1]), "*_: (", "*_: )")
        return [Piece(piece.outline, Role.LINE, span, piece.group)] if span[0] < span[1] else []

    def first_sentence(self, field: Binding, piece: Piece, below: Region) -> tuple[Span, Span] | None:
        """What an entry in running text is about, and what it goes on to say: `**15 June**: First day. Rules written`.

        None where it is one sentence, unless that begins below the day, or where labels say more of the record.
        """
        rest = field.free_fields.get("rest") if field.day else None
        is_alone = rest is not None and rest.is_prose and is_day_alone(self.text, piece)
        if not is_alone and (not rest or not rest.is_prose or not begins_with_day(self.text, piece)):
            return None
        lines = self.paragraph(piece, below, apart=is_alone)
        if is_alone:
            lines = [*takewhile(lambda line: not field.knows(line.keys), lines)]  # `impact: one field less`
        end = lines[-1].text[1] if lines else piece.text[1]
        if HeadReader(self.text, field, self.extraction.context).inline_labels(piece.text[0], end):
            return None
        (start, stop), *others = split_sentences(self.text, (piece.text[0], end))
        is_plain = self.text.endswith(".", start, stop) and not self.text.endswith("..", start, stop)
        if others and len(self.text[others[0][0] : end].split()) > 1:
            return (start, stop - is_plain), (others[0][0], end)
        return ((start, stop - is_plain), (stop, end)) if is_alone and lines else None

    def paragraph(self, piece: Piece, below: Region, *, apart: bool) -> list[Piece]:
        """The lines that go on with what `piece` begins; where that is `apart`, the paragraph below it."""
        lines = list(takewhile(lambda each: each.role is Role.LINE, below.inside))
        group = lines[0].group if lines and apart else piece.group
        return list(takewhile(lambda each: each.group == group, lines))


def name_before_dash(text: str, span: Span) -> Label | None:
    """The name in front of a dash, and what follows it: `Problem framing – says who has the problem`."""
    match = _DASHED.match(text, *span)
    if match is None or len(match["name"].split()) > _MOST_WORDS:
        return None
    return Label(match.span("name"), (match.end(), span[1]), bold=False)


def opened(field: Binding, item: Piece, context: Context) -> Piece:
    """The item with those of its lines as pieces below it that bear the name of a field, or tell rungs of a ladder."""
    outline, text = item.outline, item.outline.text
    lines = [trim(text, match.span()) for match in _LINE.finditer(text, *item.text)]
    below = [outline.own_line(line) for line in lines[1:]]
    apart = (at for at, line in enumerate(below) if _is_apart(field, line, context))
    first = next(apart, None)
    if first is None:
        return item
    piece = outline.labelled(Piece(outline, Role.ITEM, (item.text[0], lines[first][1]), item.group))
    piece.hold([*below[first:], *item.pieces])
    return piece


def _is_apart(field: Binding, line: Piece, context: Context) -> bool:
    """Whether a line within an item tells a field of the record."""
    return field.knows(line.keys) or bool(rungs_in(line.outline.text, line.text, context))


def _told_inside(field: Binding, item: Piece, record: dict[str, Any]) -> list[Piece]:
    """The items inside one that tells something of a record, but not what it is; none where they bear names."""
    title, inside = field.title_field, item.pieces
    is_open = title is not None and bool(record) and title.name not in record
    is_open = is_open and not any(field.fields[name].has_records for name in record)
    is_alike = is_open and all(one.role is Role.ITEM and not field.knows(one.keys) for one in inside)
    return inside if is_alike else []
