"""Headings: what belongs to one, whether it only leads to parts, and those below which nothing is read."""

from __future__ import annotations

from collections.abc import Iterable

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path


def end_of(pieces: list[Piece], at: int) -> int:
    """The index at which ends what belongs to the heading at the index `at`: that of the next one as high as it."""
    level = pieces[at].level
    return next((index for index in range(at + 1, len(pieces)) if 0 < pieces[index].level <= level), len(pieces))


def below(document: Document, path: Path) -> list[Piece] | None:
    """What belongs to the heading that names what is at `path`; None where no heading does."""
    name, pieces = document.keys.get(path), document.pieces
    at = next((at for at, piece in enumerate(pieces) if piece.level and piece.text == name), None)
    return None if at is None else pieces[at + 1 : end_of(pieces, at)]


def holds_parts(document: Document, part: Binding) -> bool:
    """Whether the heading of a part only leads to others, which stand below it with headings that are less high."""
    inside = below(document, (part.name,))
    if not inside:
        return False
    start, end = document.keys[(part.name,)][1], inside[-1].end
    return any(len(path) == 1 and start < where[0] < end for path, where in document.keys.items())


def unread_headings(document: Document, end: int) -> list[str]:
    """The headings as high as those of the parts below which nothing is read, where a part is missing.

    That is between the last part before the place `end` and that place; where the parts of a type have no numbers,
    people order them as they like, and it may be anywhere.
    """
    begin = max((span[0] for span in _names_of_parts(document) if span[0] < end), default=0)
    unread = headings_of_nothing(document)
    there = [span for span in unread if begin < span[0] < end]
    elsewhere = [] if document.binding.numbered_parts else unread
    return [document.text[slice(*span)] for span in there or elsewhere]


def headings_of_nothing(document: Document) -> list[Span]:
    """The headings as high as those of the parts below which nothing is read."""
    known = _names_of_parts(document)
    heads = [piece for piece in document.pieces if piece.role is Role.HEADING]
    levels = {head.level for head in heads if head.text in known}
    spans = [head.text for head in heads if head.level in levels]
    stops = [*(start for start, _ in spans[1:]), len(document.text)]
    return [
        span
        for span, stop in zip(spans, stops, strict=False)
        if span not in known and not document.read.at((span[0], stop))
    ]


def _names_of_parts(document: Document) -> set[Span]:
    """Where the headings of the parts stand."""
    return {span for span, path in document.read.names.items() if len(path) == 1}


def asked(unread: list[str], missing: Iterable[str]) -> str:
    """The question whether headings are the `missing` parts, by the names of these; nothing where there are none."""
    names = [*missing]
    if len(unread) == len(names):
        return " ".join(f"Nothing reads “{head}”: is it “{name}”?" for head, name in zip(unread, names, strict=True))
    told = in_a_row([f"“{head}”" for head in unread], "or")
    return f"Nothing reads {told}: is that where it is told?" if unread else ""
