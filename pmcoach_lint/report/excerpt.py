"""The line of a document that a finding is about, with carets under the exact characters."""

from __future__ import annotations

from functools import cached_property

from pmcoach_lint.finding import Range
from pmcoach_lint.regex import regex
from pmcoach_lint.report.visible import Cell, cells
from pmcoach_lint.tuples import NamedTuple

CUT = "…"
_LINE_END = regex(r"\r\n|\n|\r")


class Excerpt(NamedTuple):
    """A line as it is shown, and where the carets go under it: after so many columns, and so many."""

    line: str
    indent: int
    carets: int


class Lines:
    """The lines of a text, found once and only when there is something to show."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self._text))]

    def excerpt(self, place: Range, width: int) -> Excerpt | None:
        """The first line of `place` within `width` columns, or None when the text has no such line."""
        number = place.start.line
        if not self._text or not 1 <= number <= len(self._starts):
            return None
        begin = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        line = self._text[begin:end].rstrip("\r\n")
        first = min(place.start.column - 1, len(line))
        last = place.end.column - 1 if place.end.line == number else len(line.rstrip())
        return crop(line, first, max(first, min(last, len(line))), width)


def crop(line: str, start: int, end: int, width: int) -> Excerpt:
    """Show `line` within `width` columns so that the characters from `start` up to `end` are seen.

    Args:
        line: A line of text, of any length.
        start: The offset of the first character to mark.
        end: The offset after the last one; the same as `start` for a place between two characters.
        width: How many columns there are.

    Returns:
        The line, cut at either side where it is too long, and the carets.
    """
    reach = 4 * width  # more characters than can be shown; the rest of a line of megabytes is not looked at
    offset = max(0, start - reach)
    row = cells(line[offset : start + reach])
    first, last = start - offset, min(end - offset, len(row))
    if len(row) < len(line) or _columns(row) > width:
        left, right = _window(row, first, last, width - 2 * len(CUT))
    else:
        left, right = 0, len(row)
    before = CUT if offset + left > 0 else ""
    after = CUT if offset + right < len(line) else ""
    shown = before + "".join(cell.shown for cell in row[left:right]) + after
    indent = len(before) + _columns(row[left:first])
    return Excerpt(shown.rstrip(), indent, max(1, _columns(row[first : min(last, right)])))


def _window(row: list[Cell], first: int, last: int, room: int) -> tuple[int, int]:
    """Which of the cells to show in `room` columns: the marked ones, then as much as fits on both sides."""
    lead = _columns(row[:first])
    left = 0 if lead <= room // 3 else first
    right, room = _grow_right(row, first, last, room - _columns(row[left:first]))
    left, room = _grow_left(row, left, room, keep=0 if lead <= room else room // 2)
    right, room = _grow_right(row, right, len(row), room)
    left, room = _grow_left(row, left, room, keep=0)
    while left < first and row[left].width == 0:  # a mark without its letter would sit on the sign of the cut
        left += 1
    return left, right


def _grow_right(row: list[Cell], right: int, limit: int, room: int) -> tuple[int, int]:
    """Move `right` on while there is room, up to `limit`; returns it and the room that is left."""
    while right < limit and row[right].width <= room:
        room -= row[right].width
        right += 1
    return right, room


def _grow_left(row: list[Cell], left: int, room: int, *, keep: int) -> tuple[int, int]:
    """Move `left` back while there is room, but for `keep` columns; returns it and the room that is left."""
    while left > 0 and row[left - 1].width <= room - keep:
        left -= 1
        room -= row[left].width
    return left, room


def _columns(row: list[Cell]) -> int:
    return sum(cell.width for cell in row)
