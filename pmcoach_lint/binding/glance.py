"""What a cell says, told at a glance: nearly all cells hold plain text, or a level, date or number met before.

A pack has hundreds of cells, and most of the time for a pack was spent on looking at each of them closely. Whatever is
empty, marked up, a placeholder or unreadable needs that closer look, which is `Extraction.value`; what both can read
they read alike.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.readers import Context, Unreadable, read_choice, read_plain, remembered
from pmcoach_lint.binding.values import BRIEF, may_be_marked_up, may_be_marked_up_briefly

UNCLEAR: Any = object()
"""Stands for what cannot be told at a glance."""

Glance = Callable[[str, Context], Any]
"""Tells what the text of a cell says, or that it is UNCLEAR.

Whoever is given a dictionary copies it: others are given the same one.
"""


@cache
def glance_for(field: Binding, use: Use) -> Glance | None:
    """How the cells of a column are read that hold `field` by way of `use`; None where each needs a closer look."""
    if field.kind != "value":
        return None
    reader = use.reader or field.reader
    if reader:
        return _by_reader(reader, use.part)
    if field.is_text:
        return _as_text
    return _as_chosen(field)


def _as_text(text: str, _context: Context) -> Any:
    """The text itself, where that is what it says."""
    if not text or (may_be_marked_up_briefly(text) if len(text) <= BRIEF else may_be_marked_up(text)):
        return UNCLEAR
    return text


@cache
def _by_reader(reader: str, part: str | None) -> Glance:
    """What a reader takes from the text, or the `part` of that."""

    @lru_cache(maxsize=4096)
    def read(text: str, context: Context) -> Any:
        if _as_text(text, context) is UNCLEAR:
            return UNCLEAR
        try:
            value = remembered(reader, text, context)
        except Unreadable:
            return UNCLEAR
        return value[part] if part and type(value) is dict else value

    return read


def _as_chosen(field: Binding) -> Glance:
    """One of a fixed set of values, or a number."""

    @lru_cache(maxsize=256)
    def read(text: str, context: Context) -> Any:
        if _as_text(text, context) is UNCLEAR:
            return UNCLEAR
        try:
            return read_choice(text, field.words, "") if field.words else read_plain(text, field.plain_kind or "")
        except Unreadable:
            return UNCLEAR

    return read
