"""Parts without a heading of their own, whose records have headings as high as those of the other parts.

Each such record may hold what others tell in parts of their own: `## Bet A`, and below it `### Follow-up`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.hits import Hit
from pmcoach_lint.binding.nouns import number_of
from pmcoach_lint.binding.outline import Piece, Place, Region, region_of
from pmcoach_lint.binding.whole import Whole

_LOWEST_LEVEL = 6
_LEVEL_OF_PARTS = 2
"""The level of headings that stands for that of the parts where none of these has a heading."""

_SEVERAL = 2


def records_alone(binding: Whole, region: Region, headed: dict[str, Place], claimed: set[int]) -> dict[str, Place]:
    """The place of the part that only headings of its numbered records tell: `## Bet 1 · Frame first`.

    It is the first of those that are missing and have such records; what they need beside may stand below them as well.

    Args:
        binding: the type of the document.
        region: where its parts stand.
        headed: the places of the parts that have headings.
        claimed: the pieces that belong to these.
    """
    lowest = max((place.piece.level for place in headed.values() if place.piece), default=_LEVEL_OF_PARTS)
    for name in binding.required_parts:
        field = binding.fields[name]
        heads = _heads(field, region, lowest, claimed) if name not in headed and field.inner_nouns else []
        if heads:
            told = _below(region, heads)
            begin = told[0].text[0]
            return {name: Place(None, (begin, begin), region_of(told), at=region.pieces.index(told[0]))}
    return {}


def parts_of_all(region: Region, hits: list[Hit], fields: Iterable[Binding]) -> list[Hit]:
    """The `hits` without the headings below numbered records, where several of these have a part of the same name each.

    Such a part is one of its record and not of the document: `### Follow-up` below `## Bet A` and below `## Bet B`.
    """
    headings = [hit for hit in hits if hit.piece.level]
    said = [(hit.use.name, hit.piece.keys[0]) for hit in headings]
    if len(said) == len(set(said)):
        return hits
    heads = {head for field in fields if field.inner_nouns for head in _heads(field, region, _LOWEST_LEVEL, ())}
    above = {index: head for head in sorted(heads) for index in _section(region, head)}
    records: dict[str, set[int]] = {}
    for hit in headings:
        records.setdefault(hit.use.name, set()).update({above[hit.at]} if hit.at in above else ())
    if all(len(each) < _SEVERAL for each in records.values()):
        return hits
    return [hit for hit in hits if not (hit.piece.level and hit.at in above)]


def _heads(field: Binding, region: Region, lowest: int, claimed: Container[int]) -> list[int]:
    """The headings of numbered records of a part, by index, those that stand highest and none below `lowest`."""
    heads = [
        index
        for index, piece in enumerate(region.inside, region.first)
        if 0 < piece.level <= lowest and index not in claimed and _is_numbered(field, piece)
    ]
    highest = min((region.pieces[head].level for head in heads), default=0)
    return [head for head in heads if region.pieces[head].level == highest]


def _section(region: Region, head: int) -> range:
    """What stands below a heading, up to the next that is as high."""
    level = region.pieces[head].level
    ends = (index for index in range(head + 1, region.last) if 0 < region.pieces[index].level <= level)
    return range(head + 1, next(ends, region.last))


def _below(region: Region, heads: list[int]) -> list[Piece]:
    """The headings of records, each with what stands below it."""
    return [region.pieces[index] for head in heads for index in (head, *_section(region, head))]


def _is_numbered(field: Binding, piece: Piece) -> bool:
    """Whether a heading bears the noun of a record of the part, and its number."""
    return any(number_of(noun.match(piece.outline.text, *piece.text)) is not None for noun in field.inner_nouns)
