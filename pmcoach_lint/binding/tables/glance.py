"""What a cell says, told at a glance: nearly all cells hold plain text, or a level, date or number met before.

A pack has hundreds of cells, and most of the time for a pack was spent on looking at each of them closely. Whatever is
marked up, a placeholder or unreadable needs that closer look, which is `Extraction.value` and `Extraction.several`;
what both can read they read alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import repeat
from string import ascii_lowercase
from typing import Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.readers.registry import Context, Unreadable, narrowed, read_choice, read_plain, remembered
from pmcoach_lint.readers.several import split_values
from pmcoach_lint.readers.text import BRIEF, ODD_START, is_nothing, is_plain, plain, says_none

UNCLEAR: Any = object()
"""Stands for what cannot be told at a glance."""

Glance = Callable[[Sequence[str], Context], list[Any]]
"""Tells what each cell of a column says, of rows in the usual form: its value, or that it is MISSING or UNCLEAR."""

_Cell = Callable[[str, Context], Any]
"""Tells the same of one cell, for a narrowed context. A dictionary is given to others as well."""

_MAY_BE_ODD = frozenset("*_`~-–—[<…?%.fFnNtTxXyY")
"""How a placeholder begins, or a text that is marked up."""

_IN_WORDS = frozenset(" " + ascii_lowercase)
"""What follows the first letter of a text, and not that of an id."""


@cache
def glance_for(field: Binding, use: Use | None = None) -> Glance | None:
    """How the cells of a column are read that hold `field` by way of `use`; None where each needs a closer look."""
    reader = (use and use.reader) or field.reader
    if reader:
        column = _read(reader, _by_reader(reader, use.part if use else None))
    else:
        column = _texts if field.is_text else _read(None, _as_chosen(field))
    if field.may_be_none:
        column = _without_dashes(column)
    return {"value": column, "list": _lists(column, field.between)}.get(field.kind)


def _without_dashes(column: Glance) -> Glance:
    """The same, but that a dash, which says more than an empty cell does, cannot be told at a glance."""

    def read(texts: Sequence[str], context: Context) -> list[Any]:
        told = column(texts, context)
        if MISSING in told:
            return [UNCLEAR if value is MISSING and text else value for value, text in zip(told, texts, strict=True)]
        return told

    return read


def _texts(texts: Sequence[str], _context: Context) -> list[Any]:
    """The texts themselves, or without marks of emphasis around them, where that is what they say."""
    return [
        text
        if len(text) > BRIEF and "**" not in text and (text[0] not in _MAY_BE_ODD or not ODD_START.match(text))
        else _seen(text)
        for text in texts
    ]


def _read(reader: str | None, cell: _Cell) -> Glance:
    """What `cell` tells of each text, with what that `reader` may know of the context."""

    def read(texts: Sequence[str], context: Context) -> list[Any]:
        values = [*map(cell, texts, repeat(narrowed(reader, context)))]
        return [dict(each) if type(each) is dict else each for each in values] if dict in map(type, values) else values

    return read


def _lists(column: Glance, between: tuple[str, ...]) -> Glance:
    """The several values in each cell, each of which `column` can tell."""

    def read(text: str, context: Context) -> Any:
        parts = _parts(text, between)
        if len(parts) == 1 and says_none(text, (0, len(text))):
            return UNCLEAR
        values = column(parts, context)
        return UNCLEAR if UNCLEAR in values or MISSING in values else values or MISSING

    return lambda texts, context: [read(text, context) for text in texts]


@lru_cache(maxsize=8192)
def _seen(text: str) -> Any:
    """The same of one text, looked up: the same few names, levels and dates fill most cells."""
    text = plain(text)
    if is_nothing(text):
        return MISSING
    return text if is_plain(text) else UNCLEAR


@cache
def _by_reader(reader: str, part: str | None) -> _Cell:
    """What a reader takes from the text, or the `part` of that."""
    nothing: Any = False if reader == "check" else MISSING

    @lru_cache(maxsize=4096)
    def read(text: str, context: Context) -> Any:
        told = _texts([text], context)[0]
        if told is MISSING or told is UNCLEAR:
            return nothing if told is MISSING else UNCLEAR
        try:
            value = remembered(reader, told, context)
        except Unreadable:
            return UNCLEAR
        return value.get(part, MISSING) if part and type(value) is dict else value

    return read


def _as_chosen(field: Binding) -> _Cell:
    """One of a fixed set of values, or a number."""

    @lru_cache(maxsize=256)
    def read(text: str, context: Context) -> Any:
        told = _texts([text], context)[0]
        if told is MISSING or told is UNCLEAR:
            return told
        try:
            return read_choice(told, field.words, "") if field.words else read_plain(told, field.plain_kind or "")
        except Unreadable:
            return UNCLEAR

    return read


def _parts(text: str, between: tuple[str, ...]) -> list[str]:
    """The several values in the text of a cell; those of sentences with semicolons between them are told at once."""
    if len(text) > BRIEF and text[1] in _IN_WORDS and not (")" in text or "“" in text or '"' in text or "`" in text):
        parts = text.split("; ")
        if (
            text.count(";") == len(parts) - 1
            and (not between or len(parts) > 1)
            and all(p[:1].isalpha() for p in parts)
        ):
            return [*map(str.strip, parts)]
    return [text[start:end] for start, end in split_values(text, (0, len(text)), between)]
