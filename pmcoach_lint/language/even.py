"""Texts with one blank where people leave several, or what counts for no more than one, and the way back."""

from __future__ import annotations

import re

Even = tuple[str, list[int]]
"""A text with one blank in each gap, and the place where each of its signs stands."""


def even(text: str, start: int, end: int, gap: re.Pattern[str]) -> Even:
    """A stretch of a text with one blank in place of all that `gap` finds."""
    parts, places = [], list[int]()
    for found in gap.finditer(text, start, end):
        parts += [text[start : found.start()], " "]
        places += range(start, found.start() + 1)
        start = found.end()
    return "".join([*parts, text[start:end]]), [*places, *range(start, end)]
