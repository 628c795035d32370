"""Breaks in a cycle, of which the days do not count: `with a pause from 21 December to 1 January`."""

from __future__ import annotations

import re

from pmcoach_lint.regex import regex

PAUSE = r"paus(?:e[sd]?|ing)|breaks?|closed|freeze|holidays?|vacation|leave"
APART = (
    rf"\b(?:excl(?:\.|ud\w+|usive)?|except|not counting|without|minus|skip\w*|off|{PAUSE}"
    r"|(?:no|nothing)(?:\s[a-z]+)?(?:\s(?:on|in|between|from|during|over|for)\b|\s?$)|no\s[a-z]+(?=\s\d))"
)
"""What begins a remark about days that do not count, whatever the case."""

_BREAK = regex(
    rf"(?:(?:[a-z-]+\s){{0,2}}(?:{PAUSE}|shutdown|no (?:coaching|sessions?|meetings?|reps?))"
    r"|(?:(?:[a-z-]+\s)?(?:days?|weeks?|time|all|both|everyone)\s)?off)(?:\s*\([^()]*\))?[.!]?",
    re.IGNORECASE,
)


def says_break(text: str) -> bool:
    """Whether a text says that there is a break, and no more: `Winter break`, `closed`."""
    return _BREAK.fullmatch(text) is not None
