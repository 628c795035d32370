"""Items of a list that are records: their name in front of a dash, and their fields in lines of their own."""

from __future__ import annotations

from pmcoach_lint.binding.labels import Label
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.readers.rungs import rungs_in
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_DASHED = regex(r"(?P<name>[^\W\d_][^–—:.;,!?|\n]{1,50}?)(?<!\s)\s+[–—-]\s+(?=\S)")
_MOST_WORDS = 5
_LINE = regex(r"[^\r\n]+")


def name_before_dash(text: str, span: Span) -> Label | None:
    """The name in front of a dash, and what follows it: `Problem framing – says who has the problem`."""
    match = _DASHED.match(text, *span)
    if match is None or len(match["name"].split()) > _MOST_WORDS:
        return None
    return Label(match.span("name"), (match.end(), span[1]), bold=False)


def opened(field: Binding, item: Piece, edition: int) -> Piece:
    """The item with those of its lines as pieces below it that bear the name of a field, or tell rungs of a ladder."""
    outline, text = item.outline, item.outline.text
    lines = [trim(text, match.span()) for match in _LINE.finditer(text, *item.text)]
    below = [outline.own_line(line) for line in lines[1:]]
    apart = (at for at, line in enumerate(below) if _is_apart(field, line, edition))
    first = next(apart, None)
    if first is None:
        return item
    piece = outline.labelled(Piece(outline, Role.ITEM, (item.text[0], lines[first][1]), item.group))
    piece.hold([*below[first:], *item.pieces])
    return piece


def _is_apart(field: Binding, line: Piece, edition: int) -> bool:
    """Whether a line within an item tells a field of the record."""
    return any(key in field.by_key for key in line.keys) or bool(rungs_in(line.outline.text, line.text, edition))
