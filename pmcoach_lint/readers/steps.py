"""A step up the ladder that a sentence tells: `Insight synthesis L3 → L5 by 27 Nov`, `From Understand to Analyze`."""

from __future__ import annotations

import re

from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.changes import ARROW
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip
from pmcoach_lint.tuples import NamedTuple

_LEVEL = r"(?P<level>(?:l|(?:level|step|stage|rung)\s)?\d(?:\s?/\s?6)?|[^\W\d_]+)"
_BEFORE = regex(rf"(?<![\w/.,-])[*_`]{{0,3}}{_LEVEL}[*_`]{{0,3}}(?:\s\([^()\n]*\))?\s*$", re.IGNORECASE)
_WORD = regex(rf"[*_`]{{0,3}}{_LEVEL}[*_`]{{0,3}}(?:\s\([^()\n]*\))?(?![\w/])", re.IGNORECASE)
_NUMBER = regex(r"(?:l|level\s|step\s|stage\s|rung\s)\d|\d\s?/\s?6", re.IGNORECASE)
_LEAD = regex(r"(?<![\w*_])(?P<lead>[*_]*from(?:\s+an?\s+[a-z]+|\s+the)?\s*)$", re.IGNORECASE)
_SENTENCE = regex(r"[.!?;]\s")
_EDGES = " \t\r\n\xa0,:;–—-(*_`"
_FURTHEST = 40
_MOST_WORDS = 6
_BETWEEN = 2
"""So many words may stand before the level that is to be reached: `to a confident Evaluate`."""


class Step(NamedTuple):
    """A step: the span of what takes it, if that is said; of the level so far, of the one to be reached; its end."""

    of: Span | None
    now: Span
    then: Span
    end: int


def step_in(text: str, span: Span, context: Context) -> Step | None:
    """The first step up the ladder that the text at `span` tells, to the last level where it goes over several.

    With “to” between them, levels must look like names: they are set off, begin with a capital, or stand behind “from”.
    """
    short = {word for word, _ in context.short}
    found: Step | None = None
    for arrow in ARROW.finditer(text, *span):
        if found and arrow.start() - found.end > 1:
            break
        now = found.then if found else _level_before(text, (span[0], arrow.start()), short)
        then = _level_behind(text, (arrow.end(), span[1]), short) if now else None
        if not now or not then:
            continue
        if found:
            found = Step(found.of, found.now, then[0], then[1])
            continue
        lead = _LEAD.search(text, span[0], strip(text, (span[0], now[0]), "", "*_`")[1])
        if arrow.group().strip().isalpha() and not lead and not all(_is_name(text, one) for one in (now, then[0])):
            continue
        found = Step(_holder(text, (span[0], lead.start("lead") if lead else now[0])), now, *then)
    return found


def _is_level(word: str, short: set[str]) -> bool:
    return word.casefold() in WORDS or word.casefold() in short or _NUMBER.fullmatch(word) is not None


def _is_name(text: str, level: Span) -> bool:
    """Whether a level is written as a name: `Apply`, `*apply*`, `L3`."""
    return not text[level[0]].islower() or text[level[0] - 1 : level[0]] in ("*", "_", "`")


def _level_before(text: str, span: Span, short: set[str]) -> Span | None:
    """The level at the end of the text at `span`."""
    match = _BEFORE.search(text, max(span[0], span[1] - _FURTHEST), span[1])
    return match.span("level") if match and _is_level(match["level"], short) else None


def _level_behind(text: str, span: Span, short: set[str]) -> tuple[Span, int] | None:
    """The level that the text at `span` begins with, and where that ends with what stands in brackets behind it."""
    start = span[0]
    for _ in range(_BETWEEN + 1):
        match = _WORD.match(text, start, span[1])
        if match is None:
            return None
        if _is_level(match["level"], short):
            return match.span("level"), match.end()
        start = match.end() + 1 if text[match.end() : match.end() + 1] == " " else match.end()
    return None


def _holder(text: str, span: Span) -> Span | None:
    """What takes the step: a few words right before it, in the same sentence."""
    start, end = span
    ends = [*_SENTENCE.finditer(text, start, end)]
    start = ends[-1].end() if ends else start
    start, end = strip(text, (start, end), _EDGES)
    return (start, end) if start < end and len(text[start:end].split()) <= _MOST_WORDS else None
