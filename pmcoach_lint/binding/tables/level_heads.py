"""Which columns are levels by their headers: `Apply`, `Know / Understand`, `What level 3 means`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmcoach_lint.names import name_key
from pmcoach_lint.readers.between import levels_spanned
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.registry import Context, said_by
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex

_LEVEL = regex(
    rf"\b(?:(?:(?:levels?|steps?|stages?|rungs?) ?|L)[1-6](?: ?[/–&-] ?[1-6])?|{'|'.join(WORDS)})\b", re.IGNORECASE
)
_FEWEST = 2
"""So many headers with the same words around their levels are those of a ladder."""


def levels_above(titles: tuple[str, ...], columns: Iterable[int], context: Context) -> dict[int, tuple[str, ...]]:
    """The levels that the headers of `columns` name, by index; of one that names no level alone, all that it spans.

    Headers in which levels stand among words are those of a ladder where these words are the same in several of them.
    """
    found: dict[int, tuple[str, ...]] = {}
    framed: dict[str, dict[int, tuple[str, ...]]] = {}
    for at in columns:
        title = plain(titles[at])
        if levels := _levels(title, context):
            found[at] = levels
        elif (word := _LEVEL.search(title)) and (levels := _two(word[0], context) or _levels(word[0], context)):
            frame = f"{name_key(title[: word.start()])}|{name_key(title[word.end() :])}"
            framed.setdefault(frame, {})[at] = levels
    for alike in framed.values():
        every = [level for levels in alike.values() for level in levels]
        if len(alike) >= _FEWEST and len(set(every)) == len(every):
            found |= alike
    return found


def _levels(title: str, context: Context) -> tuple[str, ...]:
    level = said_by("level", title, context)
    return (level,) if level else levels_spanned(title, context)


def _two(word: str, context: Context) -> tuple[str, ...]:
    """The two levels that follow each other which a word names: `level 5/6`, which alone may be a score."""
    levels = levels_spanned(word, context)
    return levels if len(levels) == _FEWEST else ()
