"""What is told with the minutes that it takes, such as the parts of an agenda."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_NEXT_TIMED = regex(r"(?<=\))\s*[,;]\s+(?=[^\W\d_])|(?<!\s)\s+[/+→]\s+")
_NEXT_IN_MINUTES = regex(r"(?<!\s)(?:\s*[,;]|\s+[/+→])\s+")
_TIMED = regex(r"[^()\n]+\(~?\d[^()\n]{0,20}\)\s*\.?")
_UNTIMED = regex(r"[^()\d\n]+")
_MINUTES_IN_PART = regex(r"(?<![\w(])~?\d{1,3}(?:\s?[–-]\s?\d{1,3})?\s?(?:min(?:ute)?s?\b|m\b|['′’])", re.IGNORECASE)


def split_timed(text: str, span: Span) -> list[Span]:
    """The parts of a line that have their time each: `Wins (5), decisions (10)`, `wins 5 min, decisions 10 min`.

    Behind several with their time in brackets there may be one without any. The line itself where there are no such
    parts.
    """
    parts = _parted(text, span, _NEXT_TIMED)
    untimed = [part for part in parts if not _TIMED.fullmatch(text, *part)]
    if not untimed or (len(untimed) == 1 and len(parts) > 2 and _UNTIMED.fullmatch(text, *untimed[0])):
        return parts
    parts = _parted(text, span, _NEXT_IN_MINUTES)
    return parts if all(len(_MINUTES_IN_PART.findall(text, *part)) == 1 for part in parts) else [span]


def _parted(text: str, span: Span, between: re.Pattern[str]) -> list[Span]:
    """What is left of the text at `span` without what stands `between`."""
    cuts = [(span[0], span[0]), *(match.span() for match in between.finditer(text, *span)), (span[1], span[1])]
    return [(before[1], behind[0]) for before, behind in pairwise(cuts)]


def lengths_of_clock(rows: list[dict[str, Any]], name: str) -> None:
    """Make lengths of times that go on from each other, as in `0–5 min: wins`, `5–15 min: decisions`."""
    times = [row.get(name) for row in rows]
    spans = [time for time in times if isinstance(time, dict)]
    if len(spans) < 2 or len(spans) < len(times) or spans[0]["from"] != 0:
        return
    if all(before["to"] == behind["from"] for before, behind in pairwise(spans)):
        for row, time in zip(rows, spans, strict=True):
            row[name] = time["to"] - time["from"]
