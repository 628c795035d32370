"""What a line or a cell says that bears no known name: `Nature | Coaching, not a PIP`, `HR gets nothing of it`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_KIND = regex(r"\b(?:coaching|development(?:al)?)\b", re.IGNORECASE)
_FEW_WORDS = 10
"""So many words, and a name of what it is instead, lead to what it is not."""


def read_by_sentence(extraction: Extraction, binding: Whole, pieces: list[Piece], data: dict[str, Any]) -> None:
    """Read the texts that are known by what they say, where nothing bears their name, up to the next part.

    Args:
        extraction: what reads the document.
        binding: the parts of the document.
        pieces: all of its text.
        data: what the parts have told, to which it is added.
    """
    for part, field in binding.by_sentence:
        if field.name in data.get(part, {}) or (part, field.name) in extraction.values:
            continue
        says, values = re.compile(field.mark["sentence"], re.IGNORECASE), extraction.values
        parts = (name for name, bound in binding.fields.items() if bound.kind == "object" and name in data)
        others = (values[(name,)][0] for name in parts if name != part and (name,) in values)
        told = _texts(pieces, min(others, default=len(extraction.text)), {*extraction.keys.values()})
        span = next((span for span in told if says.search(extraction.text, *span)), None)
        span = _short(extraction.text, span, says) if span else None
        if span and not any(start <= span[0] < span[1] <= end for start, end in _leaves(extraction, data)):
            data[part] = binding.fields[part].in_order(
                {**data.get(part, {}), field.name: plain_at(extraction.text, span)}
            )
            values[(part, field.name)] = span
            values.setdefault((part,), span)


def _short(text: str, span: Span, says: re.Pattern[str]) -> Span:
    """What of the text at `span` says so: the sentences that do, and a few words before them: `Coaching. No PIP`."""
    sentences = split_sentences(text, span)
    saying = [at for at, each in enumerate(sentences) if says.search(text, *each)]
    if not saying:
        return span
    first = last = saying[0]
    while last + 1 in saying:
        last += 1
    before = text[slice(*sentences[first - 1])] if first else ""
    first -= bool(_KIND.search(before)) and len(before.split()) <= _FEW_WORDS
    return sentences[first][0], sentences[last][1]


def _texts(pieces: list[Piece], end: int, named: set[Span]) -> Iterator[Span]:
    """The texts in `pieces` that stand before the `end`, without those behind names that are `named` already."""
    for piece in pieces:
        if piece.text[0] >= end:
            return
        if piece.table:
            yield from (cell for row in piece.table.rows for cell in row[1:] if row[0] not in named)
        elif piece.role is not Role.OTHER and piece.role is not Role.HEADING and piece.name not in named:
            yield piece.value if piece.name and not piece.is_bare else piece.text
            yield from _texts(piece.pieces, end, named)


def _leaves(extraction: Extraction, data: dict[str, Any]) -> Iterator[Span]:
    """Where single texts stand that have been read."""
    return (span for path, span in extraction.values.items() if type(_at(data, path)) is str)


def _at(data: Any, path: Path) -> Any:
    """The value at a path; None where there is none."""
    for step in path:
        if type(data) is dict:
            data = data.get(step)
        else:
            data = data[step] if type(data) is list and type(step) is int and step < len(data) else None
    return data
