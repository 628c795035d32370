"""What has a name in a text: headings, labels, list items; and what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Any

from pmcoach_lint.binding.labels import split_label
from pmcoach_lint.binding.model import Use
from pmcoach_lint.binding.pictures import FIRST_PICTURE, SIGNS, without_pictures
from pmcoach_lint.names import keys_of_heading, name_keys
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.block import Block, Kind
from pmcoach_lint.syntax.source import Span, between, trim
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.tuples import NamedTuple

_BETWEEN_LABELS = frozenset("|·•")
_NEXT_LABEL = regex(r"\s+[|·•]\s+(?=\*\*|__)")
_BULLET = regex(rf"[{SIGNS}][ \t\xa0]+(?=\S)")
_ATTRIBUTES = regex(r"[ \t]*\{[#:.][^{}\n]*\}[ \t]*$")
"""What some programs write behind a heading: `{#2.-current-assessment}`."""
_MARKER = regex(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
_BARE_NAME = regex(r"(?P<mark>[*_]{0,3})(?P<name>[^\W_][^|`<\[\n.!?]{0,58}?)(?P=mark)(?:\s*\([^()\n]*\))?")
_SUMMARY = regex(
    r"<summary>(?:<[^<>]*>|\s)*(?P<name>[^<>\n]+?)(?:<[^<>]*>|\s)*(?::\s*(?P<value>[^<>\n]*?)\s*)?</summary>",
    re.IGNORECASE,
)
_STOPS = frozenset(".?!")
_STOPS_IN_QUOTES = frozenset(stop + quote for stop in ".?!" for quote in '"”’»')
_FOLDED = 6
_LED = (Kind.ITEM, Kind.TABLE)


class Role:
    """What a piece is: a heading, a bold label, a line of text, a list item, a table, or anything else."""

    HEADING = "HEADING"
    LABEL = "LABEL"
    LINE = "LINE"
    ITEM = "ITEM"
    TABLE = "TABLE"
    OTHER = "OTHER"


_TWO = 2
_OF_PANELS = (Role.HEADING, Role.LABEL, Role.TABLE)


class Piece:
    """One step of a text: a heading, a line of a paragraph, a list item, a table or another block.

    `text` is the span of its own words. Where it may be a label, `name` is the span of the label and `value` that of
    what follows on the line (empty when nothing does); `keys` are the label's keys. `pieces` are what stands inside
    an item. `group` tells apart the paragraphs and lists that pieces come from.
    """

    __slots__ = ("_blocks", "_pieces", "group", "keys", "level", "name", "outline", "role", "table", "text", "value")

    def __init__(self, outline: Outline, role: str, text: Span, group: int, inside: list[Block] | None = None) -> None:
        self.outline = outline
        self.role = role
        self.text = text
        self.group = group
        self.level = 0
        self.name: Span | None = None
        self.value: Span = (text[1], text[1])
        self.table: Table | None = None
        self.keys: tuple[str, ...] = ()
        self._blocks = inside or []
        self._pieces: list[Piece] | None = None

    def be_named(self, name: Span, value: Span) -> None:
        """Take note that the piece bears a name, and what follows it on the line."""
        self.name = name
        self.value = value
        self.keys = name_keys(self.outline.text[name[0] : name[1]])

    @property
    def pieces(self) -> list[Piece]:
        """What stands inside a list item, below its own text."""
        if self._pieces is None:
            self._pieces = self.outline.pieces(self._blocks) if self._blocks else []
        return self._pieces

    def as_item(self, *, with_name: bool) -> Piece:
        """What stands behind the label, or with it, and inside the piece, as an item of a list."""
        return Piece(self.outline, Role.ITEM, self.text if with_name else self.value, self.group, self._blocks)

    def hold(self, pieces: list[Piece]) -> None:
        """Take the `pieces` for what stands inside."""
        self._pieces = pieces

    @property
    def runs_in(self) -> bool:
        """Whether it is a paragraph or item with a bold head that ends as a sentence does: `**Framing.** A PM …`."""
        name, text = self.name, self.outline.text
        return (
            name is not None
            and self.role in (Role.LABEL, Role.ITEM)
            and (text[name[1] : name[1] + 1] in _STOPS or text[name[1] - 2 : name[1]] in _STOPS_IN_QUOTES)
            and text[name[0] - 1] in "*_"
        )

    @property
    def is_lead(self) -> bool:
        """Whether it is a line without a label that names the list or the table below: `Prompts`, `Bet 1`."""
        return self.role is Role.LINE and self.name is not None and self.value[0] == self.value[1]

    @property
    def end(self) -> int:
        """Where the piece ends, with all that stands inside."""
        inside = self.pieces
        return inside[-1].end if inside else self.text[1]


class Region(NamedTuple):
    """A run of pieces: those from `first` up to, not including, `last`."""

    pieces: list[Piece]
    first: int
    last: int

    @property
    def span(self) -> Span | None:
        """From the first piece's beginning to the last one's end, or None for no pieces."""
        if self.first >= self.last:
            return None
        return (self.pieces[self.first].text[0], self.pieces[self.last - 1].end)

    def without(self, claimed: Container[int]) -> Region:
        """The region without the pieces at `claimed`."""
        return region_of([self.pieces[index] for index in range(self.first, self.last) if index not in claimed])

    def behind(self, pieces: Iterable[Piece]) -> Region:
        """The region with other `pieces` before it."""
        return region_of([*pieces, *self.pieces[self.first : self.last]])


def region_of(pieces: list[Piece]) -> Region:
    """The region that all of the `pieces` are."""
    return Region(pieces, 0, len(pieces))


NOWHERE = Region([], 0, 0)

MISSING: Any = object()
"""Stands for a value that is not there."""


class Place(NamedTuple):
    """Where something named stands: the piece that names it, the text on the same line, and the region below.

    `use` says what the name stands for, `at` which piece it is among its neighbours, and `claims` which of them belong
    to it, from the first up to, not including, the last. `also` are others that bear the same name.
    """

    piece: Piece | None
    value: Span
    region: Region
    use: Use | None = None
    at: int = -1
    claims: Span = (0, 0)
    also: tuple[int, ...] = ()


class Outline:
    """Turns the blocks of a text into pieces."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.groups = 0

    def pieces(self, blocks: Iterable[Block]) -> list[Piece]:
        """The pieces of `blocks`, in order."""
        result: list[Piece] = []
        for block in blocks:
            self.groups += 1
            if block.kind in _LED and result and result[-1].role is Role.LINE:
                self._lead(result[-1])
            if block.kind is Kind.PARAGRAPH:
                result += self._paragraph(block)
            elif block.kind is Kind.HEADING:
                result.append(self._heading(block))
            elif block.kind is Kind.ITEM:
                result.append(self._item(block))
            elif block.kind is Kind.TABLE:
                piece = Piece(self, Role.TABLE, trim(self.text, (block.start, block.end)), self.groups)
                piece.table = block.table
                result.append(piece)
            elif block.kind is Kind.QUOTE:
                result += self._quoted(block)
            elif block.kind is not Kind.RULE:
                result.append(self._other(block))
        return result

    def _paragraph(self, block: Block) -> list[Piece]:
        """The lines of a paragraph, or what they are parted into."""
        result = self._signed(block.lines) or self._defined(block.lines)
        for line in () if result else block.lines:
            piece = self.line(line)
            parts = self._parts(piece) if piece.role is Role.LABEL else []
            result += map(self.line, parts) if parts else [piece]
        return result

    def _signed(self, lines: list[Span]) -> list[Piece]:
        """The items that lines are in front of which stand signs of two kinds: `● Framing`, `○ Know: names it`."""
        text = self.text
        first = text[lines[0][0] : lines[0][0] + 1]
        if first.isascii() or len({text[line[0] : line[0] + 1] for line in lines}) != _TWO:
            return []
        bullets = [_BULLET.match(text, *line) for line in lines]
        items: list[Piece] = []
        for bullet, line in zip(bullets, lines, strict=True):
            if bullet is None:
                return []
            item = self.labelled(Piece(self, Role.ITEM, (bullet.end(), line[1]), self.groups))
            if text[line[0]] == first:
                items.append(item)
            else:
                items[-1].hold([*items[-1].pieces, item])
        return items

    def _defined(self, lines: list[Span]) -> list[Piece]:
        """The term of a definition list, and the items that its definitions are: `Bet one`, `: *Rep* — cut a test`."""
        text = self.text
        if len(lines) == 1 or not all(text.startswith(": ", *line) for line in lines[1:]):
            return []
        term = self.line(lines[0])
        if term.role is Role.LINE:
            self._lead(term)
        return [
            term,
            *(self.labelled(Piece(self, Role.ITEM, (start + 2, end), self.groups)) for start, end in lines[1:]),
        ]

    def _quoted(self, block: Block) -> list[Piece]:
        """The pieces of a quotation: one, or all that is in it where it is a panel with headings, labels or tables."""
        start = block.children[0].start if block.children else block.start  # behind the > of a quotation
        piece = Piece(self, Role.OTHER, trim(self.text, (start, block.end)), self.groups, block.children)
        return piece.pieces if any(inside.role in _OF_PANELS for inside in piece.pieces) else [piece]

    def _other(self, block: Block) -> Piece:
        """What is no text of its own: code, or HTML, which may be the name of what is folded up below it."""
        span = trim(self.text, (block.start, block.end))
        summary = _SUMMARY.search(self.text, *span) if block.kind is Kind.HTML else None
        if summary is None:
            return Piece(self, Role.OTHER, span, self.groups)
        name = without_pictures(self.text, summary.span("name"))
        piece = Piece(self, Role.LABEL, name, self.groups)
        piece.be_named(name, summary.span("value") if summary["value"] else (name[1], name[1]))
        if "<strong>" in self.text[slice(*span)] or "<b>" in self.text[slice(*span)]:  # set off as a heading is
            piece.role, piece.level, piece.value = Role.HEADING, _FOLDED, (name[1], name[1])
        return piece

    def _lead(self, piece: Piece) -> None:
        """Take a bare line above a list or a table for the name of that: `Prompts`, `1:1 agenda (45 min)`."""
        match = _BARE_NAME.fullmatch(self.text, *piece.text) if piece.name is None else None
        if match:
            piece.be_named(match.span("name"), piece.value)

    def _parts(self, piece: Piece) -> list[Span]:
        """The labelled values on one line: `**Client**: Northwind | **Date**: 2026-10-05`; none where there is one."""
        if _BETWEEN_LABELS.isdisjoint(self.text[slice(*piece.value)]):
            return []
        cuts = [match.span() for match in _NEXT_LABEL.finditer(self.text, *piece.value)]
        return between(piece.text, cuts) if cuts else []

    def _heading(self, block: Block) -> Piece:
        text = block.lines[0] if block.lines else trim(self.text, (block.start, block.end))
        if self.text[text[0] : text[0] + 1] >= FIRST_PICTURE:
            text = without_pictures(self.text, text)
        if self.text[text[1] - 1] == "}" and (attributes := _ATTRIBUTES.search(self.text, *text)):
            text = (text[0], attributes.start())
        underlined = self.text[block.start] != "#" and self.text[block.start : block.end].lstrip()[:1] != "#"
        label = split_label(self.text, text) if underlined else None
        if label and label.bold:
            piece = Piece(self, Role.LABEL, text, self.groups)  # a bold label above a rule, not a heading
            piece.be_named(label.name, label.value)
            return piece
        piece = Piece(self, Role.HEADING, text, self.groups)
        piece.level = block.level
        piece.name = text
        piece.keys = keys_of_heading(self.text[text[0] : text[1]], block.level)
        return piece

    def line(self, line: Span) -> Piece:
        """The piece that a line of text is."""
        if not self.text[line[0] : line[0] + 1].isascii():
            bullet = _BULLET.match(self.text, *line)
            line = without_pictures(self.text, (bullet.end(), line[1]) if bullet else line)
        label = split_label(self.text, line)
        piece = Piece(self, Role.LABEL if label and label.bold else Role.LINE, line, self.groups)
        if label:
            piece.be_named(label.name, label.value)
        return piece

    def own_line(self, line: Span) -> Piece:
        """The piece that a line of text is which no other goes on with."""
        self.groups += 1
        return self.line(line)

    def labelled(self, piece: Piece) -> Piece:
        """The `piece` with the name that its text bears, if it does."""
        if label := split_label(self.text, piece.text):
            piece.be_named(label.name, label.value)
        return piece

    def _item(self, block: Block) -> Piece:
        if block.lines:
            text = (block.lines[0][0], block.lines[-1][1])
            if self.text[text[0] : text[0] + 1] >= FIRST_PICTURE:
                text = without_pictures(self.text, text)
        else:
            marker = _MARKER.match(self.text, block.start)
            spot = min(marker.end(), block.end) if marker else block.end
            text = trim(self.text, (spot, spot))
        piece = self.labelled(Piece(self, Role.ITEM, text, block.ordinal, block.children))
        if not piece.name and block.children and block.children[0].kind in _LED:
            self._lead(piece)
        return piece


def with_line(place: Place) -> Region:
    """The region of a place, and before it what stands on the line of its label: `**Current:** 20 hours a week`."""
    if place.piece is None or place.value[0] == place.value[1]:
        return place.region
    below = place.region
    line = Piece(place.piece.outline, Role.LINE, place.value, place.piece.group)
    return below.behind([line])
