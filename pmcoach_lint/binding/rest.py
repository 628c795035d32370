"""What is left of an object when all that bears a name has been read."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING, Piece, Place, Region, Role
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction


class Rest(NamedTuple):
    """The pieces at `free` of the `region` in which an object stands, which nothing has told yet what they are.

    What they tell is added to the `data` of the object, which is at `path`; what has told something is no longer free.
    """

    extraction: Extraction
    binding: Holder
    region: Region
    free: list[int]
    data: dict[str, Any]
    path: Path

    @property
    def text(self) -> str:
        """The document."""
        return self.extraction.text

    @property
    def pieces(self) -> dict[int, Piece]:
        """The pieces, by their indexes."""
        return {index: self.region.pieces[index] for index in self.free}

    @property
    def items(self) -> dict[int, Piece]:
        """Those of them that are items of a list."""
        return {index: piece for index in self.free if (piece := self.region.pieces[index]).role is Role.ITEM}

    @property
    def tables(self) -> dict[int, Table]:
        """The tables among them."""
        return {index: table for index in self.free if (table := self.region.pieces[index].table)}

    @property
    def texts(self) -> dict[int, Piece]:
        """The lines, items and quotations among them, up to the first heading."""
        found: dict[int, Piece] = {}
        for index, piece in self.pieces.items():
            if piece.role is Role.HEADING:
                break
            if piece.role is not Role.TABLE:
                found[index] = piece
        return found

    def at(self, name: str) -> Path:
        """The path of one of the fields."""
        return (*self.path, name)

    def is_told(self, name: str) -> bool:
        """Whether something has told the field, be it a value or not."""
        return self.at(name) in self.extraction.values

    def put(self, field: Binding, place: Place) -> None:
        """Read a field at a place."""
        self.extraction.put(self.data, field, place, self.path)

    def tell(self, name: str, value: Any, span: Span) -> None:
        """Put in a `value`, which stands at `span`."""
        self.data[name], self.extraction.values[self.at(name)] = value, span

    def say(self, use: Use, span: Span) -> None:
        """Put in what the text at `span` says of a field that nothing has told, if it says something of it."""
        value = self.extraction.parsed(self.binding.fields[use.name], self.text[slice(*span)], use)
        if value is not MISSING:
            self.tell(use.name, value, span)

    def tell_list(self, field: Binding, spans: list[Span], span: Span) -> None:
        """Put in the values of a list, which stands at `span`, of which each of the `spans` tells one, if they do."""
        value = self.extraction.several(field, spans, self.at(field.name), span)
        if value is not MISSING:
            self.data[field.name] = value

    def use_up(self, told: Collection[int]) -> None:
        """Take note that the pieces at these indexes have told what they are."""
        if told:
            self.free[:] = [index for index in self.free if index not in told]
