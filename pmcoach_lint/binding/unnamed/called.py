"""Records in a part without a name of their list, known by how each is called: `How requests come in: as they are`."""

from __future__ import annotations

from itertools import pairwise

from pmcoach_lint.binding.model import Use
from pmcoach_lint.binding.named.reach import place_of
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.rest import Rest

_FEWEST = 2
"""One alone may be said of anything."""


def read_called(rest: Rest) -> None:
    """Read the lines with a label that begins as the names of the records do, each with what stands below it."""
    for name, field in rest.binding.lists.items():
        words = tuple(f"{word} " for word in field.mark.get("called", ()))
        if not words or name in rest.data or rest.is_told(name):
            continue
        heads = [at for at, piece in rest.pieces.items() if _is_head(rest.text, piece, words)]
        if len(heads) < _FEWEST:
            continue
        items: list[Piece] = []
        for at, stop in pairwise([*heads, rest.region.last]):
            item, place = rest.pieces[at].as_item(with_name=True), place_of(field, rest.region, at, stop, Use(name))
            if rest.pieces[at].is_bare:
                item.hold(place.region.inside)
                rest.use_up(range(*place.claims))
            items.append(item)
        records, path = rest.extraction.records, rest.at(name)
        rest.extraction.values[path] = (items[0].text[0], items[-1].end)
        rest.data[name] = records.items(field, [rest.extraction.outline.labelled(item) for item in items], path)
        rest.use_up(heads)


def _is_head(text: str, piece: Piece, words: tuple[str, ...]) -> bool:
    """Whether a line or a label is called as such a record."""
    named = piece.name if piece.role in (Role.LABEL, Role.LINE) else None
    return named is not None and text[slice(*named)].lstrip("*_ ").startswith(words)
