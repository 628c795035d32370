"""Effort: hours or days of work with the period in which they are spent, as people write them."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.readers.unreadable import ABOUT, NUMBER, Context, Unreadable, before_remark, number, without_brackets
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_WORDS = {"half an": 0.5, "half a": 0.5, "half": 0.5, "an": 1, "a": 1} | {
    word: value
    for value, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
_COUNT = rf"(?:{NUMBER}|\b(?:{'|'.join(_WORDS)})\b)"
_UNIT = r"hours?|hrs?|h|days?"
_PER = (
    r"(?:\s*(?:/|\b(?:per|an?|each|every)\b)\s*(?P<per>day|week|wk|sprint|month|mo|quarter|year|yr)\b"
    r"|\s+(?P<every>daily|weekly|monthly|quarterly|yearly|annually)\b)"
)
_RANGE = (
    rf"(?P<low>{_COUNT})\s*(?:(?:{_UNIT})?\s*(?:[-–—]|\bto\b)\s*(?P<high>{_COUNT}))?(?:\s*-?\s*(?P<unit>{_UNIT})\b\.?)"
)
_WHOLE = regex(rf"{ABOUT}{_RANGE}?(?:\s+of work)?{_PER}?", re.IGNORECASE)
_WITHIN = regex(rf"(?<![\w.,$€£¥₹]){ABOUT}{_RANGE}(?:\s+of work)?{_PER}?(?!\w)", re.IGNORECASE)
_REMARK = regex(r"\s*[,;:]\s|\s+[–—-]\s|\s+(?:for|of|with|on|across|from|until|split)\b")
_PERIODS = {
    "wk": "week",
    "mo": "month",
    "yr": "year",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
_HINT = "Write hours and the period: 20 hours a week."


def read_hours(text: str, _context: Context) -> dict[str, Any]:
    """Hours of work with their period: `20 hours a week`, `15–20 h/week`, `80 hours monthly`, `two days a week`.

    A remark may follow: `20 hours a week, Tuesday to Thursday`. Returns `hours` (or `days`) with the number, or with
    `from` and `to` for a range; and, where it is given, `per` (day, week, month, ...).
    """
    bare = " ".join(without_brackets(text).strip(" .").split())
    match = _WHOLE.fullmatch(bare) or before_remark(bare, _WITHIN, _REMARK, _WITHIN)
    if not match:
        raise Unreadable("unreadable-value", f"“{text}” does not say how many hours.", _HINT)
    return _taken(text, match)


def find_hours(text: str) -> list[tuple[Span, dict[str, Any]]]:
    """The hours or days with their period inside a text, each with its span; those without a period are left out."""
    found = []
    for match in _WITHIN.finditer(text):
        if match["per"] or match["every"]:
            try:
                found.append((trim(text, match.span()), _taken(match.group(), match)))
            except Unreadable:
                continue
    return found


def _taken(text: str, match: re.Match[str]) -> dict[str, Any]:
    """The hours that a match in `text` stands for."""
    low, high = _number(match["low"]), _number(match["high"] or match["low"])
    if low > high:
        raise Unreadable("unreadable-value", f"“{text}” runs backwards.", "Write the smaller number first.")
    unit = "days" if (match["unit"] or "").lower().startswith("d") else "hours"
    hours: dict[str, Any] = {unit: {"from": low, "to": high} if match["high"] else low}
    if period := (match["per"] or match["every"] or "").lower():
        hours["per"] = _PERIODS.get(period, period)
    return hours


def _number(text: str) -> float:
    """The number that a figure or a word stands for, whole where it is whole."""
    word = text.casefold()
    value = _WORDS[word] if word in _WORDS else number(text)
    return int(value) if value == int(value) else value
