"""A level between two: `Know / Understand`, `somewhere between Apply and Analyze`, `3–4`, `2.5`."""

from __future__ import annotations

import re

from pmcoach_lint.readers.bloom import LADDERS, LOWEST, WORDS
from pmcoach_lint.readers.unreadable import Context, Unreadable, without_brackets
from pmcoach_lint.regex import regex

_TWO_SIDES = regex(
    r"(?:(?:somewhere|half[ -]?way)\s+)?(?:(?:in[ -])?between\s+)?(?P<one>[^\s/–—&,;-]+(?:\s*\([^()]*\))?)"
    r"\s*(?P<joint>/|[–—,&-]|\bor\b|\band\b|\bbis\b)\s*(?P<other>[^\s/–—&,;-]+)(?P<rest>(?:\s[a-z ]{3,20})?)",
    re.IGNORECASE,
)
_TO = regex(r"\s*(?:→|-{1,2}>|[/–—&,-]|\b(?:to|and|or)\b)\s*", re.IGNORECASE)
_IN_FRONT = regex(r"^(?:[lb]|(?:level|step|rung|stage)s?)\s*(?=\d)")
_HALF = regex(r"(?:l|level)?\s*([1-5])[.,]5", re.IGNORECASE)

_TWO = 2


def between_levels(text: str, bare: str, context: Context) -> Unreadable | None:
    """What is wrong with a level between two that follow each other (`Know / Understand`, `3–4`, `2.5`), if it is one.

    The lower one counts until the author settles for one. A fraction of figures (`2/3`) may be a score.
    """
    ladder = LADDERS[context.edition]
    if half := _HALF.fullmatch(bare):
        rungs = [int(half[1]), int(half[1]) + 1]
    else:
        match = _TWO_SIDES.fullmatch(bare.rstrip(" ."))
        if not match or (match["joint"] == "/" and match["one"].isdigit()):
            return None
        if any(word in WORDS for word in match["rest"].casefold().split()):
            return None
        rungs = sorted(_rung(match[side], ladder, context) for side in ("one", "other"))
    if rungs[0] < 1 or rungs[1] != rungs[0] + 1:
        return None
    lower, upper = ladder[rungs[0] - 1], ladder[rungs[1] - 1]
    message = f"“{text}” is between two levels: {lower} and {upper}."
    hint = f"Settle for one of them. Until then the lower one counts: {lower}."
    return Unreadable(message, hint, rule="between-two-levels", value=lower)


def levels_spanned(text: str, context: Context) -> tuple[str, ...]:
    """The levels from one to another that the head of a column names: `Know → Understand`, `L3–L6`; else none."""
    ladder, sides = LADDERS[context.edition], _TO.split(text)
    rungs = [_rung(without_brackets(side) or side, ladder, context) for side in sides] if len(sides) == _TWO else [0]
    return ladder[rungs[0] - 1 : rungs[-1]] if 0 < rungs[0] < rungs[-1] else ()


def _rung(word: str, ladder: tuple[str, ...], context: Context) -> int:
    """The rung of the level that a word, a short form or a figure stands for; 0 for anything else."""
    told = word.strip("*_ .").casefold()
    told = _IN_FRONT.sub("", told)
    if told.isdecimal() and told.isascii():
        return int(told) if len(told) == 1 and int(told) <= len(ladder) else 0
    level = dict(context.short).get(told) or WORDS.get(told.partition(" ")[0], "")
    return ladder.index(level) + 1 if level in ladder else int(level in LOWEST)
