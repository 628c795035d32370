"""The named readers of values: what people write in a cell or after a label, taken as data.

A schema names one with `x-read`. A reader gets the text, trimmed and without emphasis, and returns the value, or
raises `Unreadable` with the words for the author. It never guesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pmcoach_lint.binding.amounts import read_multiplier, read_percent
from pmcoach_lint.binding.bloom import LADDERS, WORDS
from pmcoach_lint.binding.changes import ARROW, read_change, read_percent_change
from pmcoach_lint.binding.dates import DateProblem, parse_date
from pmcoach_lint.binding.durations import read_minutes, read_months, read_session_length, read_week, read_weeks
from pmcoach_lint.binding.effort import find_hours, read_hours
from pmcoach_lint.binding.money import find_money, read_money
from pmcoach_lint.binding.names import name_key, name_keys
from pmcoach_lint.binding.times import read_when
from pmcoach_lint.binding.unreadable import Context, Unreadable, without_brackets
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.blocks import BOXES
from pmcoach_lint.syntax.source import Span

__all__ = ["FINDERS", "READERS", "Context", "Unreadable", "read_choice", "read_plain", "read_value"]

Reader = Callable[[str, Context], Any]

_WORD = regex(r"[^\W\d_]+")
_LEVEL_NUMBER = regex(r"(?<![\w.,])(?:l|level|bloom(?:['’]?s)?(?: level)?)?\s*(\d+(?:[.,]\d+)?)(?!\w)", re.IGNORECASE)
_OUT_OF_SIX = regex(r"\s*(?:/|out of|of)\s*6\b", re.IGNORECASE)
_NUMBER_BESIDE = regex(r"(?:\bl(?:evel)?\s*|^)([1-9])(?![\w.,])", re.IGNORECASE)
_NUMBER_IN_BRACKETS = regex(r"\(\s*(?:l(?:evel)?\s*)?([1-9])\s*\)", re.IGNORECASE)
_NUMBER_WORDS = {"l", "level", "bloom", "bloom's", "s", "of", "out"}
_REMARK = regex(r"\s[–—-]\s|[:;]\s")
_FEW = 4
"""More words are running text, in which the name of a level may be an ordinary word."""
_DENIED = regex(r"\b(?:not|never|below|under|almost|nearly|without|beyond|above|no|yet to)\b|n['’]t\b", re.IGNORECASE)
_KEPT = regex(r"\b(?:maintain|keep|kept|hold|held|stay|sustain|same|unchanged|no change|steady)", re.IGNORECASE)
_UNKNOWN = {
    "unknown",
    "not assessed",
    "not yet assessed",
    "not yet known",
    "not known",
    "not known yet",
    "unclear",
    "not observed",
    "not yet observed",
    "no evidence yet",
    "no evidence",
}
_TOO_MANY = "Write the one level that the evidence shows."
_BOTH_LEVELS = "Write the current and the target level: Apply → Analyze."


def read_level(text: str, context: Context) -> str:
    """A Bloom level, as verb, noun, -ing form or number: `Apply`, `Application`, `Applying (3)`, `L3`.

    Returns the level's verb, or `unknown` where the author says that it is not known.
    """
    bare = _before_remark(without_brackets(text) or text.strip("() "))
    folded = " ".join(bare.casefold().split()).strip(" .?!")
    if folded in _UNKNOWN or not folded:
        return "unknown"
    words = [word.casefold() for word in _WORD.findall(bare)]
    levels = _named(bare)
    if len(levels) > 1:
        raise Unreadable("not-a-level", f"“{text}” names {len(levels)} levels: {' and '.join(levels)}.", _TOO_MANY)
    if levels and (len(words) <= _FEW or words[0] in WORDS):
        return _confirmed(text, bare, levels[0], context)
    numbers = _LEVEL_NUMBER.findall(_OUT_OF_SIX.sub("", bare))
    if not set(words) - _NUMBER_WORDS:
        rungs = {int(one) for one in numbers if one.isdecimal() and len(one) < 3}
        if len(numbers) > 1 and len(rungs) > 1:
            raise Unreadable("not-a-level", f"“{text}” names {len(numbers)} levels.", _TOO_MANY)
        if len(numbers) == len(rungs) == 1 and 1 <= min(rungs) <= len(LADDERS[context.edition]):
            return LADDERS[context.edition][min(rungs) - 1]
    raise _no_level(text, words, context)


def _named(text: str) -> list[str]:
    """The levels that words of `text` name, each once."""
    return list(dict.fromkeys(WORDS[word] for word in map(str.casefold, _WORD.findall(text)) if word in WORDS))


def _before_remark(bare: str) -> str:
    """The text without the remark behind its one level: `Apply – runs releases alone; analysis still needs help`."""
    for remark in _REMARK.finditer(bare):
        head, words = _named(bare[: remark.start()]), _WORD.findall(bare[remark.end() :])
        if len(head) == 1 and len(words) > 1 and words[0].casefold() not in WORDS:
            return bare[: remark.start()]
    return bare


def _confirmed(text: str, bare: str, level: str, context: Context) -> str:
    """The `level` that a word names, unless the text denies it or gives the number of another level beside it."""
    first = next(match for match in _WORD.finditer(bare) if match.group().casefold() in WORDS)
    if denied := _DENIED.search(bare, 0, first.end()):
        message = f"“{text}” says what the level is not (“{denied.group()}”)."
        raise Unreadable("not-a-level", message, "Write the level that the evidence shows.")
    ladder = LADDERS[context.edition]
    beside = [match.group(1) for match in _NUMBER_BESIDE.finditer(bare)]
    beside += [match.group(1) for match in _NUMBER_IN_BRACKETS.finditer(text)]
    for rung in map(int, beside):
        if rung <= len(ladder) and level in ladder and ladder[rung - 1] != level:
            message = f"“{text}” names two levels: {level}, and level {rung}, which is {ladder[rung - 1]}."
            raise Unreadable("not-a-level", message, _TOO_MANY)
    return level


def _no_level(text: str, words: list[str], context: Context) -> Unreadable:
    ladder = LADDERS[context.edition]
    close = next(((word, near) for word in words[:_FEW] if (near := nearest(word, WORDS, cutoff=0.75))), None)
    meant = WORDS[close[1]] if close and len(words) <= _FEW else None
    question = did_you_mean(meant)
    instead = re.sub(re.escape(close[0]), meant, text, count=1, flags=re.IGNORECASE) if close and meant else None
    hint = f"The levels, from the lowest up, are {', '.join(ladder)}."
    return Unreadable("not-a-level", f"“{text}” is not a Bloom level.{question}", hint, instead=instead)


def read_level_change(text: str, context: Context) -> dict[str, str]:
    """A step up the ladder: `Apply → Analyze`, `Application --> Analysis`, `Apply to Analyze`, `Analysis (maintain)`.

    Returns the levels `from` and `to`, which are the same where a level is to be kept.
    """
    bare = without_brackets(text)
    sides = [side.strip() for side in ARROW.split(bare)]
    if len(sides) == 1:
        return _kept_level(text, context)
    if not sides[0].removeprefix("from").removeprefix("From"):
        del sides[0]
    if len(sides) > 2:
        message = f"“{text}” goes over {len(sides)} levels."
        raise Unreadable("not-a-level", message, _BOTH_LEVELS)
    if len(sides) < 2 or not all(sides):
        raise Unreadable("not-a-level", f"“{text}” names only one of the two levels.", _BOTH_LEVELS)
    sides[0] = re.sub(r"^from\s+", "", sides[0], flags=re.IGNORECASE)
    return {"from": _side(text, sides[0], context), "to": _side(text, sides[1], context)}


def _side(text: str, side: str, context: Context) -> str:
    """The level on one side of the arrow in `text`."""
    try:
        return read_level(side, context)
    except Unreadable as problem:
        instead = text.replace(side, problem.instead, 1) if problem.instead else None
        raise Unreadable(problem.rule, problem.message, problem.hint, instead=instead) from problem


def _kept_level(text: str, context: Context) -> dict[str, str]:
    """A level that stays as it is: both its sides, when the author says so."""
    try:
        level = read_level(text, context)
    except Unreadable as problem:
        hint = _BOTH_LEVELS if problem.hint == _TOO_MANY else problem.hint
        raise Unreadable(problem.rule, problem.message, hint, instead=problem.instead) from problem
    if not _KEPT.search(text):
        hint = f"{_BOTH_LEVELS} Where it stays as it is: {level} (maintain)."
        raise Unreadable("not-a-level", f"“{text}” names only one of the two levels.", hint)
    return {"from": level, "to": level}


def read_date(text: str, _context: Context) -> str:
    """A day: `2026-10-05`, `Mon 2026-10-05`, `5 October 2026`, `Oct 5, 2026`. Returns it in ISO form."""
    try:
        return parse_date(text).isoformat()
    except DateProblem as problem:
        raise Unreadable(problem.rule, problem.message, problem.hint, instead=problem.instead) from problem


_ID = regex(r"[A-Z]{0,3}-?\d{1,6}(?:\.\d{1,6}){0,4}")


def read_id(text: str, _context: Context) -> str:
    """A short identifier: `E1`, `B2`, `R1.2`, or a number alone. Returns it in upper case without brackets."""
    bare = text.strip("()[]#.: ").upper()
    if not _ID.fullmatch(bare):
        message = f"“{text}” is no id."
        raise Unreadable("unreadable-value", message, "Write a letter and a number: E1, B2, R1.2.")
    return bare


_ORDINAL = regex(r"(?:phase|step|part|number|no|nr)?\.?\s*#?\s*(\d{1,4})\s*[.):]?", re.IGNORECASE)


def read_ordinal(text: str, _context: Context) -> int:
    """A place in an order: `1`, `2.`, `#3`, `Phase 4`. Returns the number."""
    match = _ORDINAL.fullmatch(without_brackets(text) or text.strip("() "))
    if not match:
        raise Unreadable("unreadable-value", f"“{text}” is no number in an order.", "Write a whole number: 1, 2, 3.")
    return int(match.group(1))


_RATING = regex(r"(\d+)\s*(?:(?:/|of|out of)\s*5)?(?:\s*[(–—:,;-].*)?", re.DOTALL)


def read_rating(text: str, _context: Context) -> int:
    """A score: `4`, `4/5`, `4 of 5`, with or without a remark behind it. Returns the number."""
    match = _RATING.fullmatch(without_brackets(text) or text.strip("() "))
    if not match:
        raise Unreadable("unreadable-value", f"“{text}” is no score.", "Write a whole number from 1 to 5.")
    return int(match.group(1))


_MARK = regex(rf"\[[ x]?\]|[{BOXES}]")
_CHECKED = {"x", "yes", "y", "done", "true", "[x]"} | set("✓✔✅☑")
_OPEN = {"", "no", "n", "not yet", "open", "pending", "in progress", "partly", "false", "[]"}
_UNCHECKED = _OPEN | set(BOXES) - _CHECKED


def read_check(text: str, _context: Context) -> bool:
    """A check mark: `[x]`, `✓`, `yes`, or `[ ]`, `no`. A mark in front of a text counts."""
    folded = text.casefold().strip(" .")
    mark = _MARK.match(folded)
    for form in (folded, mark.group().replace(" ", "") if mark else folded):
        if form in _CHECKED:
            return True
        if form in _UNCHECKED:
            return False
    raise Unreadable("unreadable-value", f"“{text}” is no check mark.", "Write [x] or [ ], or yes or no.")


def read_edition(text: str, _context: Context) -> int:
    """An edition of Bloom's taxonomy: `1956` or `2001`, `original` or `revised`."""
    folded = text.casefold()
    named = [year for year, word in ((1956, "original"), (2001, "revised")) if str(year) in folded or folded == word]
    if len(named) == 1:
        return named[0]
    message = f"“{text}” is no edition of Bloom's taxonomy."
    raise Unreadable("unknown-choice", message, "Write 1956 for the original, 2001 for the revised one.")


READERS: dict[str, Reader] = {
    "level": read_level,
    "level-change": read_level_change,
    "change": read_change,
    "percent-change": read_percent_change,
    "date": read_date,
    "week": read_week,
    "weeks": read_weeks,
    "months": read_months,
    "when": read_when,
    "minutes": read_minutes,
    "session-length": read_session_length,
    "percent": read_percent,
    "multiplier": read_multiplier,
    "money": read_money,
    "hours": read_hours,
    "id": read_id,
    "ordinal": read_ordinal,
    "rating": read_rating,
    "check": read_check,
    "edition": read_edition,
}
"""All readers by the name that `x-read` uses."""

FINDERS: dict[str, Callable[[str], list[tuple[Span, Any]]]] = {"money": find_money, "hours": find_hours}
"""The readers whose values can be told from the text around them, wherever they stand in it."""


_BY_CYCLE = frozenset({"week", "weeks"})
_BY_LADDER = frozenset({"level", "level-change"})


def narrowed(reader: str | None, context: Context) -> Context:
    """What the reader looks at of the `context`, so that what it has read in one document is known in another."""
    if reader in _BY_CYCLE:
        return context
    return Context(context.edition) if reader in _BY_LADDER else _ANY


_ANY = Context()


def read_value(reader: str, text: str, context: Context) -> Any:
    """The value that the reader of that name finds in `text`. Raises Unreadable."""
    value = remembered(reader, text, narrowed(reader, context))
    return dict(value) if type(value) is dict else value


@lru_cache(maxsize=4096)
def remembered(reader: str, text: str, context: Context) -> Any:
    """The same for a `narrowed` context and a value that may be shared: the same few fill most cells."""
    return READERS[reader](text, context)


_PLAIN_NUMBER = regex(r"[-+]?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,15})?")


def read_plain(text: str, kind: str) -> Any:
    """A whole number, a number, or yes or no, where a schema wants one and names no reader.

    Any other text stays as it is: the schema then says what it should be.
    """
    if kind == "boolean":
        try:
            return read_check(text, Context())
        except Unreadable:
            return text
    if not _PLAIN_NUMBER.fullmatch(text):
        return text
    number = float(text.replace(",", ""))
    return int(number) if number.is_integer() else number


_ASIDE = regex(
    r"\s*[,;/|.(]\s*|\s+(?=(?:to|by|from|with|via|through|for|as|in|on|at|until|since|because|when|while|where"
    r"|slightly|a little|a bit|somewhat|significantly|substantially|sharply|strongly|gradually|over time)\b"
    r"|[-+–−~]?\d)",
    re.IGNORECASE,
)


def read_choice(text: str, words: dict[str, Any], title: str) -> Any:
    """One of a fixed set of values, by any of its `words` (keys of names, see `name_key`); a remark may follow.

    Raises Unreadable, naming the allowed ones, when `text` is none of them.
    """
    for key in name_keys(text):
        if key in words:
            return words[key]
    value = words.get(text.strip()) or _before_aside(text, words)
    if value is not None:
        return value
    allowed = list(dict.fromkeys(str(value) for value in words.values()))
    near = nearest(text, [*words, *allowed])
    meant = (str(words[near]) if near in words else near) if near else None
    question = did_you_mean(meant)
    hint = f"Write one of: {', '.join(allowed)}."
    raise Unreadable("unknown-choice", f"“{text}” is no {title}.{question}", hint, instead=meant)


def _before_aside(text: str, words: dict[str, Any]) -> Any:
    """The value before a remark (`Reduce by ten points`), unless the remark names another one; else None."""
    for aside in _ASIDE.finditer(text):
        value = words.get(name_key(text[: aside.start()]))
        if value is not None:
            rest = name_key(text[aside.end() :]).split()
            runs = (" ".join(rest[i:j]) for i in range(len(rest)) for j in range(i + 1, min(i + 4, len(rest)) + 1))
            return None if any(words.get(run, value) != value for run in runs) else value
    return None
