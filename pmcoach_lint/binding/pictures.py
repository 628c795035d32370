"""Pictures in front of what is said: `🎯 Coaching goal: ...`, `🟢 Two briefs`."""

from __future__ import annotations

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.meant import BOXES
from pmcoach_lint.syntax.source import Span

PICTURES = regex(
    r"(?:[\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+[ \t\xa0]*(?=\S)"
)
FIRST_PICTURE = "\u2300"
"""The first of them in order: what begins with a sign before it, such as any letter of ours, has none in front."""

SIGNS = "•◦‣▪●○·"
"""Signs that people put in front of lines instead of the `-` of a list."""
_TELLING = frozenset(f"{BOXES}{SIGNS}🟢🟡🟠🔴⚠")
"""Pictures that say something: that a box is ticked, how it goes."""


def without_pictures(text: str, span: Span) -> Span:
    """The span without pictures in front; those that say something stay, unless a bold label follows."""
    start, end = span
    ornament = PICTURES.match(text, start, end)
    if not ornament or (text[start] in _TELLING and not text.startswith("**", ornament.end())):
        return span
    return (ornament.end(), end)
