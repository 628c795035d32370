"""What a cell says, told at a glance: nearly all cells hold plain text, or a level, date or number met before.

A pack has hundreds of cells, and most of the time for a pack was spent on looking at each of them closely. Whatever is
marked up, a placeholder or unreadable needs that closer look, which is `Extraction.value` and `Extraction.several`;
what both can read they read alike.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.readers import Context, Unreadable, read_choice, read_plain, remembered
from pmcoach_lint.binding.values import BRIEF, is_nothing, is_plain, plain, says_none, split_values

UNCLEAR: Any = object()
"""Stands for what cannot be told at a glance."""

Glance = Callable[[str, Context], Any]
"""Tells what the text of a cell in a row of the usual form says, that it is MISSING, or that it is UNCLEAR.

Whoever is given a dictionary copies it: others are given the same one.
"""


@cache
def glance_for(field: Binding, use: Use | None = None) -> Glance | None:
    """How the cells of a column are read that hold `field` by way of `use`; None where each needs a closer look."""
    if field.kind not in ("value", "list"):
        return None
    reader = (use and use.reader) or field.reader
    if reader:
        one = _by_reader(reader, use.part if use else None)
    elif field.is_text:
        one = _as_text
    else:
        one = _as_chosen(field)
    return one if field.kind == "value" else _as_list(field, one)


_MAY_BEGIN = frozenset("ABCDEGHIJKLMOPQRSUVWZ")
"""Letters with which no placeholder begins."""


def _as_text(text: str, _context: Context) -> Any:
    """The text itself, or without marks of emphasis around it, where that is what it says."""
    if len(text) > BRIEF and (text[0] in _MAY_BEGIN or is_plain(text)):
        return text
    return _seen(text)


@lru_cache(maxsize=8192)
def _seen(text: str) -> Any:
    """The same, looked up: the same few names, levels and dates fill most cells."""
    text = plain(text)
    if is_nothing(text):
        return MISSING
    return text if is_plain(text) else UNCLEAR


@cache
def _by_reader(reader: str, part: str | None) -> Glance:
    """What a reader takes from the text, or the `part` of that."""
    nothing: Any = False if reader == "check" else MISSING

    @lru_cache(maxsize=4096)
    def read(text: str, context: Context) -> Any:
        told = _as_text(text, context)
        if told is MISSING or told is UNCLEAR:
            return nothing if told is MISSING else UNCLEAR
        try:
            value = remembered(reader, told, context)
        except Unreadable:
            return UNCLEAR
        return value[part] if part and type(value) is dict else value

    return read


def _as_chosen(field: Binding) -> Glance:
    """One of a fixed set of values, or a number."""

    @lru_cache(maxsize=256)
    def read(text: str, context: Context) -> Any:
        told = _as_text(text, context)
        if told is MISSING or told is UNCLEAR:
            return told
        try:
            return read_choice(told, field.words, "") if field.words else read_plain(told, field.plain_kind or "")
        except Unreadable:
            return UNCLEAR

    return read


def _as_list(field: Binding, one: Glance) -> Glance:
    """Several values in one cell, each of which `one` can tell."""

    def read(text: str, context: Context) -> Any:
        spans = split_values(text, (0, len(text)), field.between)
        if len(spans) == 1 and says_none(text, spans[0]):
            return UNCLEAR
        values = [one(text[start:end], context) for start, end in spans]
        if UNCLEAR in values or MISSING in values:
            return UNCLEAR
        return [dict(value) if type(value) is dict else value for value in values] or MISSING

    return read
