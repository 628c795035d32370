"""Parts without a heading of their own, whose records have headings as high as those of the other parts."""

from __future__ import annotations

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.nouns import number_of
from pmcoach_lint.binding.outline import Piece, Place, Region, region_of
from pmcoach_lint.binding.whole import Whole


def records_alone(binding: Whole, region: Region, headed: dict[str, Place], claimed: set[int]) -> dict[str, Place]:
    """The place of the part that only headings of its numbered records tell: `## Bet 1 · Frame first`.

    It is the first of those that are missing and have such records; what they need beside may stand below them as well.

    Args:
        binding: the type of the document.
        region: where its parts stand.
        headed: the places of the parts that have headings.
        claimed: the pieces that belong to these.
    """
    level = max((place.piece.level for place in headed.values() if place.piece), default=0)
    for name in binding.required_parts:
        field = binding.fields[name]
        told = _below(field, region, level, claimed) if name not in headed and level and field.inner_nouns else []
        if told:
            begin = told[0].text[0]
            return {name: Place(None, (begin, begin), region_of(told), at=region.pieces.index(told[0]))}
    return {}


def _below(field: Binding, region: Region, level: int, claimed: set[int]) -> list[Piece]:
    """The headings of the records of a part on that level, each with what stands below it."""
    told: list[Piece] = []
    is_below = False
    for index, piece in enumerate(region.inside, region.first):
        if 0 < piece.level <= level:
            is_below = piece.level == level and index not in claimed and _is_numbered(field, piece)
        if is_below:
            told.append(piece)
    return told


def _is_numbered(field: Binding, piece: Piece) -> bool:
    """Whether a heading bears the noun of a record of the part, and its number."""
    return any(number_of(noun.match(piece.outline.text, *piece.text)) is not None for noun in field.inner_nouns)
