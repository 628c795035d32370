"""What has a name in a text: headings, labels, list items; and what belongs to it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Use
from pmcoach_lint.names import name_key, name_keys
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.block import Block
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from pmcoach_lint.binding.outlining import Outline

_LONGEST_ID = 4
_KIND_OF_ID = regex(r"[A-Z]{1,2}\d{1,2}\s?\((?P<name>[^\W\d_][^()\n]{2,30})\):")
"""What kind of thing an id is of, in brackets behind it: `A1 (assumption): …`."""

_STOPS = frozenset(".?!")
_STOPS_IN_QUOTES = frozenset(stop + quote for stop in ".?!" for quote in '"”’»')


class Role:
    """What a piece is: a heading, a bold label, a line of text, a list item, a table, or anything else."""

    HEADING = "HEADING"
    LABEL = "LABEL"
    LINE = "LINE"
    ITEM = "ITEM"
    TABLE = "TABLE"
    OTHER = "OTHER"


class Piece:
    """One step of a text: a heading, a line of a paragraph, a list item, a table or another block.

    `text` is the span of its own words. Where it may be a label, `name` is the span of the label and `value` that of
    what follows on the line (empty when nothing does); `keys` are the label's keys. `pieces` are what stands inside
    an item. `group` tells apart the paragraphs and lists that pieces come from. `numbered` is where the number of a
    heading ends that has the letter of its part: `D2. Timeline` in `D. Plan`.
    """

    __slots__ = (
        *("_blocks", "_pieces", "group", "keys", "level", "name", "numbered", "outline", "role", "table", "text"),
        "value",
    )

    def __init__(self, outline: Outline, role: str, text: Span, group: int, inside: list[Block] | None = None) -> None:
        self.outline = outline
        self.role = role
        self.text = text
        self.group = group
        self.level = 0
        self.numbered = 0
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
        if name[1] - name[0] <= _LONGEST_ID and (kind := _KIND_OF_ID.match(self.outline.text, name[0])):
            self.keys = (*self.keys, name_key(kind["name"]))

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
    def own(self) -> Span:
        """Its own words, without a number that has the letter of its part."""
        return (self.numbered, self.text[1]) if self.numbered else self.text

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
    def is_bare(self) -> bool:
        """Whether nothing follows its name on the line."""
        return self.value[0] == self.value[1]

    @property
    def is_lead(self) -> bool:
        """Whether it is a line without a label that names the list or the table below: `Prompts`, `Bet 1`."""
        return self.role is Role.LINE and self.name is not None and self.is_bare

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

    @property
    def indexes(self) -> range:
        """The indexes of the pieces."""
        return range(self.first, self.last)

    @property
    def inside(self) -> list[Piece]:
        """The pieces themselves."""
        return self.pieces[self.first : self.last]

    def without(self, claimed: Container[int]) -> Region:
        """The region without the pieces at `claimed`."""
        return region_of([self.pieces[index] for index in self.indexes if index not in claimed])

    def behind(self, pieces: Iterable[Piece]) -> Region:
        """The region with other `pieces` before it."""
        return region_of([*pieces, *self.inside])


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

    @property
    def is_bare(self) -> bool:
        """Whether nothing follows on the line."""
        return self.value[0] == self.value[1]


def stretch(span: Span, use: Use | None = None) -> Place:
    """The place that is the text at `span` and nothing more, such as a cell."""
    return Place(None, span, NOWHERE, use)


def with_line(place: Place) -> Region:
    """The region of a place, and before it what stands on the line of its label: `**Current:** 20 hours a week`."""
    if place.piece is None or place.is_bare:
        return place.region
    below = place.region
    line = Piece(place.piece.outline, Role.LINE, place.value, place.piece.group)
    return below.behind([line])
