"""What a part says without labels: `20 hours/week, €120/hour, €10,400 a month`, and the lines that follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.readers.registry import FINDERS
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_WORD = regex(r"[^\W_]+")
_FEW = 2
"""So many words beside its values a line may have and still be nothing but values: `€10,400 a month in total`."""


def free_pieces(region: Region, free: list[int]) -> list[int]:
    """The indexes of the lines, items and quotations among the pieces at `free`, up to the first heading."""
    found: list[int] = []
    for index in free:
        role = region.pieces[index].role
        if role is Role.HEADING:
            break
        if role is not Role.TABLE:
            found.append(index)
    return found


def first_stretch(region: Region, indexes: list[int]) -> list[int]:
    """The first of the `indexes` that follow on each other, from the first text on that is not behind a label."""
    unlabelled = (at for at, index in enumerate(indexes) if region.pieces[index].role is not Role.LABEL)
    first = next(unlabelled, 0)
    last = first + 1
    while last < len(indexes) and indexes[last] == indexes[last - 1] + 1:
        last += 1
    return indexes[first:last]


def length_of_first(text: str, pieces: list[Piece], fields: tuple[Binding, ...]) -> int:
    """How many of the `pieces` make up the first text: an item or a paragraph, and what follows and is only values."""
    length = 1
    while length < len(pieces):
        piece, before = pieces[length], pieces[length - 1]
        goes_on = piece.role == before.role != Role.ITEM and piece.group == before.group
        if not goes_on and not _is_values(text, piece, fields):
            break
        length += 1
    return length


def _is_values(text: str, piece: Piece, fields: tuple[Binding, ...]) -> bool:
    """Whether the text of a piece is nothing but values of the `fields`."""
    spans = [span for field in fields for _, span in _candidates(text, piece.text, field)]
    words = [match for match in _WORD.finditer(text, *piece.text) if not _covered(match.start(), spans)]
    return bool(spans) and len(words) <= _FEW


def _covered(offset: int, spans: list[Span]) -> bool:
    return any(start <= offset < end for start, end in spans)


def found_in(text: str, span: Span, fields: tuple[Binding, ...]) -> Iterator[tuple[str, Any, Span]]:
    """The values of the `fields` inside the text at `span`, by name with their spans; what may be two is left out."""
    for field in fields:
        candidates = _candidates(text, span, field)
        if len(candidates) == 1:
            value, where = candidates[0]
            yield field.name, value, where


def _candidates(text: str, span: Span, field: Binding) -> list[tuple[Any, Span]]:
    """The values inside the text at `span` that may be meant by the `field`."""
    finder = FINDERS.get(field.reader or "")
    found = finder(text[slice(*span)]) if finder else []
    return [
        (value, (span[0] + start, span[0] + end))
        for (start, end), value in found
        if field.periods is None or value.get("per") in field.periods
    ]
