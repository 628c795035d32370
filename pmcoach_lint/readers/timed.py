"""What is told with the minutes that it takes, such as the parts of an agenda."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between

_NEXT_STEP = regex(r"(?<!\s)\s+[/→]\s+")
_DIGIT = regex(r"\d")
_NEXT_TIMED = regex(r"(?<=\))\s*[,;]\s+(?=[^\W\d_])|(?<!\s)\s+[/+→]\s+")
_NEXT_IN_MINUTES = regex(r"(?<!\s)(?:\s*[,;]|\s+[/+→])\s+")
_TIMED = regex(r"[^()\n]+\(~?\d[^()\n]{0,20}\)\s*\.?")
_UNTIMED = regex(r"[^()\d\n]+")
_MINUTES_IN_PART = regex(r"(?<![\w(])~?\d{1,3}(?:\s?[–-]\s?\d{1,3})?\s?(?:min(?:ute)?s?\b|m\b|['′’])", re.IGNORECASE)

_FEWEST = 3
_NEXT_STRETCH = regex(r"(?<=[^\W\d_]|\))[.:]\s+|(?<=\d)[.:]\s+(?=[^\W\d_])|(?<!\s)\s+[–—-]\s+|\s\((?=[^\W\d_])")
_NEXT_IN_LIST = regex(r"(?<!\s)(?:\s*[,;]|\s+[|/·+→])\s+")
_IN_MINUTES = regex(
    r"(?P<item>[^\W\d_][^\d\n()]*?)(?<!\s)\s+\(?(?P<minutes>[1-9]\d?)(?:\s?(?:min(?:ute)?s?|m|['′’]))?\)?\.?"
)
_IN_FRONT = regex(r"(?P<minutes>[1-9]\d?)(?:\s?(?:min(?:ute)?s?|m|['′’]))?\s+(?P<item>[^\W\d_][^\d\n()]*?)\.?")
_LENGTH = regex(r"(?<![\d.,])(?P<minutes>\d{2,3})[\s-]?min(?:ute)?s?\b", re.IGNORECASE)
_DAY = regex(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|w(?:ee)?ks?|days?|bets?|kw|pm)\.?$"
)
"""What a number behind says which one it is, and not how long it takes."""


def split_timed(text: str, span: Span) -> list[Span]:
    """The parts of a line that have their time each: `Wins (5), decisions (10)`, `wins 5 min, decisions 10 min`.

    Behind several with their time in brackets there may be one without any. Where nothing is said of times, parts may
    stand between slashes or arrows: `what slipped / artifact / next rep`. The line itself where there are no such
    parts.
    """
    parts = _parted(text, span, _NEXT_TIMED)
    untimed = [part for part in parts if not _TIMED.fullmatch(text, *part)]
    if not untimed or (len(untimed) == 1 and len(parts) > 2 and _UNTIMED.fullmatch(text, *untimed[0])):
        return parts
    parts = _parted(text, span, _NEXT_IN_MINUTES)
    if all(len(_MINUTES_IN_PART.findall(text, *part)) == 1 for part in parts):
        return parts
    parts = _parted(text, span, _NEXT_STEP)
    return parts if len(parts) >= _FEWEST and not _DIGIT.search(text, *span) else [span]


def told_in_minutes(text: str, span: Span) -> list[tuple[Span, Span]]:
    """The parts of a text that end with a number each, which can only be minutes: `wins 5, decisions 10, next reps 5`.

    They are the whole text, or one sentence of it, or what stands behind a dash or a colon in it; there are three of
    them at least. Numbers in front are minutes where they add up to those that the text names: `45 min: 5 wins, 30 one
    brief, 10 next reps`.

    Returns:
        Of each part where it says what is done, and where it says how long; nothing where there are no such parts.
    """
    if sum(map(str.isdigit, text[slice(*span)])) < _FEWEST:
        return []
    for stretch in _parted(text, span, _NEXT_STRETCH):
        parts = [_IN_MINUTES.fullmatch(text, *part) for part in _parted(text, stretch, _NEXT_IN_LIST)]
        found = [part for part in parts if part]
        if len(found) < len(parts) or len(found) < _FEWEST or any(int(part["minutes"]) % 5 for part in found):
            continue
        items = {part["item"].lower() for part in found}
        if len(items) == len(found) and not any(_DAY.search(item) for item in items):
            return [(part.span("item"), part.span("minutes")) for part in found]
    return _told_in_front(text, span)


def _told_in_front(text: str, span: Span) -> list[tuple[Span, Span]]:
    """The parts of a text that begin with their minutes, which add up to the length that it names."""
    lengths = {int(match["minutes"]) for match in _LENGTH.finditer(text, *span)}
    for stretch in _parted(text, span, _NEXT_STRETCH) if lengths else ():
        parts = [_IN_FRONT.fullmatch(text, *part) for part in _parted(text, stretch, _NEXT_IN_LIST)]
        found = [part for part in parts if part]
        if len(found) == len(parts) >= _FEWEST and sum(int(part["minutes"]) for part in found) in lengths:
            return [(part.span("item"), part.span("minutes")) for part in found]
    return []


def _parted(text: str, span: Span, parting: re.Pattern[str]) -> list[Span]:
    """What is left of the text at `span` without what is `parting` it."""
    return between(span, (match.span() for match in parting.finditer(text, *span)))


def lengths_of_clock(rows: list[dict[str, Any]], name: str) -> None:
    """Make lengths of times that go on from each other, as in `0–5 min: wins`, `5–15 min: decisions`."""
    times = [row.get(name) for row in rows]
    spans = [time for time in times if isinstance(time, dict)]
    if len(spans) < 2 or len(spans) < len(times) or spans[0]["from"] != 0:
        return
    if all(before["to"] == behind["from"] for before, behind in pairwise(spans)):
        for row, time in zip(rows, spans, strict=True):
            row[name] = time["to"] - time["from"]
