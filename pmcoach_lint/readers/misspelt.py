"""Words that are meant for levels and are none: misspelt ones, and levels of another ladder than Bloom's."""

from __future__ import annotations

from functools import lru_cache

from pmcoach_lint.nearest import is_one_slip
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.regex import regex

_FIRST_LETTERS = frozenset(word[0] for word in WORDS)
_SHORTEST = 4
_BEFORE = regex(r"(?P<word>[^\W\d_]{4,14})[*_`]*\s*(?:[→➔➜⇒»▸►↗]|[=–—-]+>)")
_BEHIND = regex(r"(?:[→➔➜⇒»▸►↗]|[=–—-]+>)\s*[*_`]*(?P<word>[^\W\d_]{4,14})(?!\w)")
_OF_SKILL = frozenset({"novice", "beginner", "advanced", "competent", "intermediate", "proficient", "expert", "master"})
"""The levels of the other ladder that people have in mind: Dreyfus and Dreyfus, A Five-Stage Model (1980)."""


@lru_cache(maxsize=256)
def is_misspelt(word: str) -> bool:
    """Whether a word is one slip of the pen away from a level's, and none itself."""
    folded = word.casefold()
    if len(folded) < _SHORTEST or folded[0] not in _FIRST_LETTERS or folded in WORDS:
        return False
    return any(is_one_slip(folded, form) for form in WORDS)


def meant_for_level(text: str) -> bool:
    """Whether a text is one word that is meant for a level and is none: `Analise`, `Expert`."""
    return text.casefold() in _OF_SKILL or (text.isalpha() and is_misspelt(text))


def beside_arrow(text: str) -> str:
    """The misspelt level before or behind an arrow in a text; empty where there is none."""
    if ">" not in text and text.isascii():
        return ""
    found = (match["word"] for form in (_BEFORE, _BEHIND) for match in form.finditer(text))
    return next((word for word in found if is_misspelt(word)), "")
