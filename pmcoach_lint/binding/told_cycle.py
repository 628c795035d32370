"""The cycle of a document that tells it in its first lines: `Eight weeks, from 30 November 2026 to 5 February 2027`."""

from __future__ import annotations

import re
from datetime import date

from pmcoach_lint.readers.cycles import read_cycle
from pmcoach_lint.readers.dates import DAY
from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

Told = dict[str, str | int | None]
"""What is told, by the names of the fields."""

_FIRST_LINES = 2500
"""How far down, in characters, people say when all of it happens."""

_FROM_TO = regex(rf"{DAY}(?:\s*[–—→]\s*|\s+(?:-|to|until|till|through)\s+){DAY}", re.IGNORECASE)
_SAYS_CYCLE = regex(r"\b(?:cycle|weeks?|wks?|covers|runs|window|duration|period|timeframe|timeline)\b", re.IGNORECASE)
_SHORTEST, _LONGEST = 28, 182
"""How many days a cycle lasts, four weeks to half a year: longer ones are how long somebody has been in a role."""


def cycle_told(text: str, body: int) -> tuple[Told, dict[Path, Span]]:
    """What the first lines of a document, whose body begins at `body`, tell of its cycle.

    Returns:
        Its `start`, `end` and `weeks`, and where each is told. Nothing where no line speaks of a cycle and of its first
        and last day, or several do.
    """
    found: list[tuple[Span, Span]] = []
    for days in _FROM_TO.finditer(text, body, body + _FIRST_LINES):
        end = text.find("\n", days.end())
        line = (text.rfind("\n", 0, days.start()) + 1, end if end >= 0 else len(text))
        if _SAYS_CYCLE.search(text, *line):
            found.append((days.span(), line))
    if len(found) != 1:
        return {}, {}
    span, line = found[0]
    try:
        told = read_cycle(text[slice(*span)], Context())
        weeks = read_cycle(text[slice(*line)], Context())["weeks"]
    except Unreadable:
        return {}, {}
    first, last = _as_day(told["start"]), _as_day(told["end"])
    if not first or not last or not _SHORTEST <= (last - first).days <= _LONGEST:
        return {}, {}
    return told | {"weeks": weeks}, {(name,): span for name in told}


def _as_day(told: str | int | None) -> date | None:
    """The day that is told; None where there is none."""
    return date.fromisoformat(told) if isinstance(told, str) else None
