"""Lines that tell several things with a day each: `Dec 11 (map), Jan 8 (brief)`, `guide on Dec 15, memo on Jan 22`."""

from __future__ import annotations

import re

from pmcoach_lint.readers.calendar import DAY, NTH, SHORT_MONTH, WEEKDAY
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between, trim

_DAY = rf"(?:{WEEKDAY}\.?,?\s+)?{DAY}"
_AND = r"(?:\s*(?:[,;|/+]|·)\s*(?:and\s+)?|\s+and\s+)"
_MAY_TELL = regex(
    rf"\d{NTH}[\s-]+(?:of )?(?:{SHORT_MONTH})|(?:{SHORT_MONTH})[a-z]*\.?[\s-]+\d|\d[-/.]\d\d?[-/.]\d", re.IGNORECASE
)
"""What is in every day, and takes less to look for: most lines tell none."""

_JOINTS = (",", ";", "|", "/", "+", "·", " and ")
_IN_FRONT = regex(rf"(?:(?:on|by)\s+)?{_DAY}(?!\w)\s*(?:[(:]|-\s|[–—]\s)", re.IGNORECASE)
_NEXT = regex(rf"{_AND}(?=(?:on\s+|by\s+)?{_DAY}(?!\w)\s*(?:[(:]|-\s|[–—]\s))", re.IGNORECASE)
_BEHIND = regex(rf"[^\W\d_][^()\n]*?(?:\son\s|\sby\s|\s?\(|:\s)(?:on\s)?{_DAY}\)?", re.IGNORECASE)
_ON = regex(rf"(?<!\s)(?:,?\s+on|\s+by)\s+(?P<day>{_DAY})\.?$", re.IGNORECASE)


def split_told_days(text: str, span: Span) -> list[Span]:
    """The parts of a line that each tell a thing with its day, in front or behind; else the line itself."""
    line = text[slice(*span)]
    one = _MAY_TELL.search(line) if any(map(line.__contains__, _JOINTS)) else None
    if one is None or not _MAY_TELL.search(line, one.end()):
        return [span]
    if _IN_FRONT.match(text, *span):
        cuts = [match.span() for match in _NEXT.finditer(text, *span) if not _is_inside(text, span[0], match.start())]
        return [trim(text, part) for part in between(span, cuts)]
    parts: list[Span] = []
    start = span[0]
    while told := _BEHIND.match(text, start, span[1]):
        parts.append(told.span())
        joint = _JOINT.match(text, told.end(), span[1])
        if not joint:
            break
        start = joint.end()
    is_all = bool(parts) and not text[parts[-1][1] : span[1]].strip(" .")
    return parts if is_all and len(parts) > 1 else [span]


_JOINT = regex(_AND, re.IGNORECASE)


def day_behind(text: str, span: Span) -> tuple[Span, Span] | None:
    """What stands in front of the day at the end of a text, and that day: `guide on Dec 15`; None for no such day."""
    match = _ON.search(text, *span) if _MAY_TELL.search(text, *span) else None
    return ((span[0], match.start()), match.span("day")) if match and match.start() > span[0] else None


def _is_inside(text: str, start: int, at: int) -> bool:
    """Whether a place is inside of brackets."""
    return text.count("(", start, at) > text.count(")", start, at)
