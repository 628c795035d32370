"""The level that the head of a rung names, whatever number its author counts it by: `4 Synthesize`, `Step 2: Apply`."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.registry import said_by
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.regex import regex

_COUNTED = regex(r"(?:L|level\s|step\s|stage\s|rung\s)?\d\s?[.):–—-]?\s?(?P<name>[^\W\d_]+)")


def level_of_rung(text: str, context: Context) -> Any:
    """The level that a text names at the head of a rung; None for none.

    Whether it stands where it belongs is another question: a number that only counts the rungs does not hide it.
    """
    level = said_by("level", text, context)
    counted = _COUNTED.fullmatch(text.lower()) if level is None else None
    return WORDS.get(counted["name"]) if counted else level
