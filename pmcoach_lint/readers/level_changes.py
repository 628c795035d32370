"""Steps on Bloom's ladder, from one level to another: `Apply → Analyze`, `Apply to Analyze`, `Analysis (maintain)`."""

from __future__ import annotations

import re

from pmcoach_lint.readers.amounts import ARROW
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.levels import OTHER_LADDER, TOO_MANY, read_level
from pmcoach_lint.readers.rungs import step_in
from pmcoach_lint.readers.unreadable import Context, Unreadable, without_brackets
from pmcoach_lint.regex import regex

_KEPT_WORDS = r"\b(?:maintain|keep|kept|hold|held|stay|sustain|same|unchanged|no change|steady)"
_KEPT = regex(_KEPT_WORDS, re.IGNORECASE)
_NOW_AND_THEN = regex(
    r"(?:(?:is|now|currently|today)\s+){0,2}(?:at\s+)?(?P<now>[^\W\d_]+)(?:\s+(?:now|today|currently))?[,;.]?\s+"
    r"(?:(?:and|but)\s+)?(?:should\s+(?:be|reach)|(?:is\s+)?to\s+(?:be|reach)|needs?\s+to\s+(?:be|reach)|"
    r"(?:aim(?:ing|s)?|heading|target(?:ing|s)?|goal|wanted|want(?:s|ing)?)(?:\s+(?:at|for|is))?)\s*:?\s+(?:at\s+)?"
    r"(?P<then>[^\W\d_]+)(?:\s+for now)?[.]?",
    re.IGNORECASE,
    near="should to need aim heading target goal want",
)
_STEP_IN_NUMBERS = regex(
    r"(?!(?:from|weeks?|wks?|months?|days?)\b)[^\W\d_][^;→>\n]*?(?<=[\s:*])(?:levels?\s?|L)?(?P<now>[1-6])\s*(?:→|-{1,2}>|to\b)"
    r"\s*(?:levels?\s?|L)?(?P<then>[1-6])\**\s*(?:(?:[;,+]|\band\b)\s*|\.?$)",
    re.IGNORECASE,
    near="→ > to",
)
"""A step in numbers behind what takes it, up to the next one: `Framing 3 → 5; `."""
_STEP, _DASHES = 3, frozenset({"–", "—", "-", "--"})
_BOTH_LEVELS = "Write the current and the target level: Apply → Analyze."


def _first_of_several(text: str) -> re.Match[str] | None:
    """The first of several steps in numbers: `Framing 3 → 5; Memos 2 → 4`; None where a text tells something else."""
    first = step = _STEP_IN_NUMBERS.match(text)
    while step and step.end() < len(text):
        step = _STEP_IN_NUMBERS.match(text, step.end())
    return first if step and step is not first else None


def tells_change(text: str) -> bool:
    """Whether a text may be a step up the ladder, or say that a level stays, which the reader is to find out."""
    is_step = ARROW.search(text) is not None or is_dashed_step(text)
    return is_step or says_kept(text) or _NOW_AND_THEN.search(text) is not None


def is_dashed_step(text: str) -> bool:
    """Whether a text is two levels with a dash between them and no more: `Understand – Analyze`."""
    words = text.casefold().split()
    return len(words) == _STEP and words[1] in _DASHES and words[0] in WORDS and words[2] in WORDS


def says_kept(text: str) -> bool:
    """Whether there is a word in a text that may say that a level stays."""
    return _KEPT.search(text) is not None


def read_level_change(text: str, context: Context) -> dict[str, str]:
    """A step up the ladder: `Apply → Analyze`, `Application --> Analysis`, `Apply to Analyze`, `Analysis (maintain)`.

    It may be told in words: `currently at Apply, should be at Analyze`. Of several steps the first counts, and a step
    over several levels ends at the last.

    Returns the levels `from` and `to`, which are the same where a level is to be kept.
    """
    usual = text.split(" → ")
    if is_dashed_step(text):
        usual = text.split()[::2]
    if len(usual) == 2 and usual[0].isalpha() and usual[1].isalpha():
        return _both_sides(text, usual, context)
    if (first := _first_of_several(text)) and first["now"] < first["then"]:
        return _both_sides(text, [first["now"], first["then"]], context)
    bare = without_brackets(text)
    told = _NOW_AND_THEN.fullmatch(bare.replace("*", ""))
    sides = [side.strip() for side in (told.groups() if told else ARROW.split(text if ")" in usual[0] else bare))]
    if len(sides) == 1:
        return _kept_level(text, context)
    if not sides[0].removeprefix("from").removeprefix("From"):
        del sides[0]
    step = step_in(text, (0, len(text)), context)
    if step and (len(sides) > 2 or step.of):  # `C1 Apply → Analyze; C2 Know → Apply`
        return _both_sides(text, [text[slice(*step.now)], text[slice(*step.then)]], context)
    if len(sides) > 2:
        message = f"“{text}” goes over {len(sides)} levels."
        raise Unreadable(message, _BOTH_LEVELS, rule="not-a-level")
    if len(sides) < 2 or not all(sides):
        raise _only_one(text)
    sides[0] = re.sub(r"^from\s+", "", sides[0], flags=re.IGNORECASE)
    return _both_sides(text, sides, context)


def _both_sides(text: str, sides: list[str], context: Context) -> dict[str, str]:
    """The levels on both sides of the arrow; Unreadable with those that can be read, or the lower one between two."""
    change: dict[str, str] = {}
    unclear: list[Unreadable] = []
    for part, side in zip(("from", "to"), sides, strict=True):
        try:
            change[part] = _side(text, side, context)
        except Unreadable as problem:
            unclear.append(problem)
            change |= {part: problem.value} if type(problem.value) is str else {}
    if unclear:
        raise unclear[0].but(value=change or None)
    return change


def _side(text: str, side: str, context: Context) -> str:
    """The level on one side of the arrow in `text`."""
    try:
        return read_level(side, context)
    except Unreadable as problem:
        instead = text.replace(side, problem.instead, 1) if problem.instead else None
        raise problem.but(instead=instead) from problem


def _kept_level(text: str, context: Context) -> dict[str, str]:
    """A level that stays as it is: both its sides, when the author says so."""
    try:
        level = read_level(text, context)
    except Unreadable as problem:
        if problem.value:  # nobody tells whether it is one level between two, or a step from one to the other
            message = problem.message.replace("is between two levels", "names 2 levels")
            raise Unreadable(message, _BOTH_LEVELS, rule="not-a-level") from problem
        raise problem.but(hint=_BOTH_LEVELS if problem.hint in (TOO_MANY, OTHER_LADDER) else problem.hint) from problem
    if not _KEPT.search(text):
        raise _only_one(text, f" Where it stays as it is: {level} (maintain).")
    return {"from": level, "to": level}


def _only_one(text: str, more: str = "") -> Unreadable:
    """What is wrong with a text that names one level; `more` is what else may be done about it."""
    return Unreadable(f"“{text}” names only one of the two levels.", f"{_BOTH_LEVELS}{more}", rule="not-a-level")
