"""Texts that go from one cycle into the next: without the ids and the days that are over with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.generate.markdown import one_line
from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import regex

_MENTION = regex(r"(?<![\w.])[A-Z]{1,3}-?\d+(?:\.\d+)*(?![\w]|\.\d)")
_OF_BET = regex(r"[*_]*Bet \d{1,2}[*_]*\s?[:–—][*_]*\s*")
_LONGEST_NAME = 40
_NAMED_DAY = rf"(?:{WEEKDAY}\.?,?\s+)?{DAY}(?![\w-])"
_DUE = regex(rf"\b(?:by|until|till|before|due)\s+(?:the\s+)?(?P<day>{_NAMED_DAY})", re.IGNORECASE)
_ANY = regex(rf"(?<![\w/-])(?P<day>{_NAMED_DAY})", re.IGNORECASE)


def gone(chain: Chain, carried: list[int]) -> dict[str, str]:
    """The ids of the bets that are not carried, and of their reps, each with the name that stands for it."""
    names = {}
    for place, bet in enumerate(chain.bets):
        if place not in carried:
            for value, name in ((bet.node.value, "bet"), *((rep.value, "rep") for rep in bet.planned("reps"))):
                if value.get("id"):
                    names[str(value["id"])] = f"“{_short(str(value.get(name, '')))}”"
    return names


def renamed(text: str, names: Mapping[str, str]) -> str:
    """A text in which what is gone is called by its name."""
    return _MENTION.sub(lambda match: names.get(match[0], match[0]), text) if names else text


def without_bet(value: Any) -> Any:
    """A line without the bet that it begins with, in whose plan it stands from now on: `Bet 2: claims tested`."""
    return _OF_BET.sub("", value, count=1) if isinstance(value, str) and _OF_BET.match(value) else value


def with_days_marked(text: str, last: date, first: date, *, every: bool = False) -> str:
    """A text in which a day by which something was due stands to be filled in, where it lies before the new cycle.

    Args:
        text: The text: `one consent flow signed by 13 Nov`.
        last: The first day of the last cycle, near which days without their year are.
        first: The first day of the new one.
        every: Whether any day in it is one on which something is due, as in what is still to be done.
    """
    near = Context(start=last.isoformat())

    def marked(match: re.Match[str]) -> str:
        day = match["day"].rstrip(".")
        try:
            is_over = parse_date(day, near) < first
        except Unreadable:
            return match[0]
        return match[0].replace(day, f"[add a day (was {day})]") if is_over else match[0]

    return (_ANY if every else _DUE).sub(marked, text)


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONGEST_NAME else text[:_LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
