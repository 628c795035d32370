"""Objects whose own fields stand apart in what holds them: `### If we do this` below `## What is being missed`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.hits import find_hits
from pmcoach_lint.binding.named.reach import place_of
from pmcoach_lint.binding.outline import Piece, Region, Role, region_of
from pmcoach_lint.binding.own_text.standing import standing_in
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_NAMING = (Role.HEADING, Role.LABEL)


def read_inner(extraction: Extraction, binding: Holder, region: Region, path: Path) -> tuple[Region, dict[str, Any]]:
    """Read the objects inside an object that no name heads, by the headings, labels and sentences of their fields.

    Args:
        extraction: what reads the document.
        binding: the object that holds them.
        region: where it stands.
        path: its path.

    Returns:
        The region without the headings and labels that are theirs, and these objects by their names.
    """
    data: dict[str, Any] = {}
    for field in binding.loose_objects:
        pieces = region.inside
        naming = [piece for piece in pieces if not field.own_keys.isdisjoint(piece.keys)]
        is_own = bool(naming) and _name_a_field(field, naming)
        if naming and not is_own:
            continue
        claimed = _named(field, region, (*_NAMING, Role.ITEM) if is_own else _NAMING)
        spoken, theirs = standing_in(field, region) if "speaks-of" in field.mark and not claimed else ([], set())
        claimed = claimed if not spoken else theirs | _named(field, region, (*_NAMING, Role.LINE))
        told = [region.pieces[index] for index in sorted(claimed - theirs)] or ([] if spoken else _begun(field, pieces))
        told = sorted([*told, *spoken], key=lambda piece: piece.text)
        if not told or (is_own and len(told) == len(naming)):
            continue
        at, inner = (*path, field.name), region_of(told)
        extraction.keys[at], extraction.values[at] = told[0].text, inner.span or told[0].text
        data[field.name] = extraction.object(field, inner, at)
        if spoken:  # who says it in sentences may have said the rest in others
            extraction.settled.update((*at, name) for name in field.fields if name not in data[field.name])
        region = region.without(claimed) if claimed else region
    return region, data


def opened(binding: Holder, region: Region) -> Region:
    """The region of an object, in which what stands inside an item stands behind it where it tells several fields.

    Such an item is the first text of all: `- Tuesdays, 50 min`, with `- Agenda: …` and `- Pre-work: …` inside.
    """
    pieces: list[Piece] = []
    for piece in region.inside if "first" in binding.free_fields else ():
        inside = piece.pieces if piece.role is Role.ITEM and not binding.knows(piece.keys) else []
        told = {use.name for each in inside for key in each.keys for use in binding.by_key.get(key, ())}
        pieces += [Piece(piece.outline, Role.ITEM, piece.text, piece.group), *inside] if len(told) > 1 else [piece]
    return region_of(pieces) if len(pieces) > region.last - region.first else region


def _name_a_field(field: Binding, naming: list[Piece]) -> bool:
    """Whether the pieces that name an object name a field of it as well, and may be meant so: `Rate: …`, `Basis: …`."""
    return all(piece.role is not Role.HEADING and not field.by_key.keys().isdisjoint(piece.keys) for piece in naming)


def _named(field: Binding, region: Region, roles: tuple[str, ...]) -> set[int]:
    """The indexes of all that belongs to the headings, labels and so on (`roles`) of the fields of an object."""
    hits = [hit for hit in find_hits(field, region) if hit.piece.role in roles and hit.likeness < 2]
    claimed: set[int] = set()
    ends = [*(hit.at for hit in hits), region.last]
    for hit, stop in zip(hits, ends[1:], strict=True):
        place = place_of(field.fields[hit.use.name], region, hit.at, stop, hit.use)
        claimed.update((hit.at, *range(*place.claims)))
    return claimed


def _begun(field: Binding, pieces: list[Piece]) -> list[Piece]:
    """The sentences by the first words of which all fields of an object are known, each with what follows on it."""
    begun = field.begun_fields
    if not begun or not field.required <= {inner.name for inner, _ in begun}:
        return []
    words = tuple(word for _, begins in begun for word in begins)
    lines = [piece for piece in pieces if piece.role in (Role.LINE, Role.LABEL)]
    told: list[Piece] = []
    for group in dict.fromkeys(piece.group for piece in lines):
        paragraph = [piece for piece in lines if piece.group == group]
        outline, start, end = paragraph[0].outline, paragraph[0].text[0], paragraph[-1].text[1]
        lowered = outline.text[start:end].lower()
        if not any(word in lowered for word in words):
            continue
        sentences = [first for first, _ in split_sentences(outline.text, (start, end))]
        starts = [first for first in sentences if lowered.startswith(words, first - start)]
        for first, stop in pairwise([*starts, end]):
            span = (first, len(outline.text[:stop].rstrip()))
            told.append(Piece(outline, Role.LINE, span, -1 - len(told)))
    said = [piece.outline.text[slice(*piece.text)].lower() for piece in told]
    return told if all(any(text.startswith(begins) for text in said) for _, begins in begun) else []
