"""At what time of the day sessions are, out of the words for their rhythm."""

from __future__ import annotations

import re
from datetime import time

from pmcoach_lint.regex import anycase

_CLOCK = r"(?<![\d:.-])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?!\d))?\s?(?P<half>[ap]\.?m\b\.?)?"
_UNTIL = (
    r"(?:\s*(?:[–-]|to|until|till)\s*(?P<to_hour>\d{1,2})(?:[:.h](?P<to_minute>\d{2})(?!\d))?"
    r"\s?(?P<to_half>[ap]\.?m\b)?)?(?![\d:%])"
)
_TIME = anycase(_CLOCK + _UNTIL)
"""A time, or one and that until which it goes on: `10:00`, `2pm`, `10-10:45`."""

_LAST_TIME = anycase(r"\b(?:by|before|until|till|due)\s+(?:\w+\s+){0,2}$")
_OR = anycase(r"\s*(?:/|\bor\b)\s*")


def time_of_day(text: str, *, alone: bool = False) -> time | None:
    """The first time of the day that the words for a meeting give; None for none, or where there is a choice of two.

    A time by which something is to be there is another one. With `alone`, several times are none: meetings on several
    weekdays may have one each.
    """
    found = [(match, at) for match in _TIME.finditer(text) if (at := _time(match))]
    found = [(match, at) for match, at in found if not _LAST_TIME.search(text, 0, match.start())]
    if not found or (alone and len(found) > 1):
        return None
    (match, at), *others = found
    is_choice = others and _OR.fullmatch(text, match.end(), others[0][0].start())
    return None if is_choice else at


def _time(match: re.Match[str]) -> time | None:
    """The time at which something begins; None for numbers that are none of the clock."""
    if not any(match[name] for name in ("minute", "half", "to_minute", "to_half")):
        return None
    begin = _of(match, "")
    end = _of(match, "to_") if match["to_hour"] else None
    if begin and end and match["to_half"] and not match["half"] and begin.hour + 12 <= end.hour:
        begin = begin.replace(hour=begin.hour + 12)  # “3:00–3:40 pm”
    return begin


def _of(match: re.Match[str], which: str) -> time | None:
    hour, minute, half = int(match[f"{which}hour"]), int(match[f"{which}minute"] or 0), match[f"{which}half"]
    if half:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
