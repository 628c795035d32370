"""How long work took, as logs tell it: in minutes and hours, and in days."""

from __future__ import annotations

import re

from pmcoach_lint.readers.durations import ABOUT_LENGTH, DAY, DAYS, LENGTH, read_minutes
from pmcoach_lint.readers.unreadable import NUMBER, UNTIL, Context, bared, forwards, in_digits, number
from pmcoach_lint.regex import anycase, regex

HOURS_A_DAY = 8
"""How many hours of work a day is taken for, wherever days and hours are held against each other. Our own figure."""

_DAYS = regex(
    rf"(?:(?P<low>{NUMBER})(?:{UNTIL}(?P<high>{NUMBER}))?|an?|(?:(?:an?|1)\s)?(?:full|whole))?[\s-]*"
    rf"(?P<part>half|[½¼¾]|(?:a\s)?quarter\sof)?(?:(?<=\w)\san?)?[\s-]*(?<=[\s\d½¼¾-]){DAY}",
    re.IGNORECASE,
)
_REMARK_ON_DAYS = regex(r"[,;.]\s|\s(?:[–-]\s|(?:on|at|with|in|for|of|from|remote|plus)\b(?! an?\b))")
_FIGURE = re.compile(r"\d")
_SIGNS_OF_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_BY_COLON = regex(r"(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d)(?:\s?h(?:(?:ou)?rs?)?)?")
_LATEST_BY_COLON = 8 * 60
"""Minutes; what is later is rather a time of the day."""


def read_time_spent(text: str, context: Context) -> int | dict[str, int]:
    """How long something took, which may be told in days: `90 min`, `2 h`, `half a day`, `2–3 days`, `1:30`.

    Returns minutes, or `from` and `to` in minutes.
    """
    bare = ABOUT_LENGTH.sub("", bared(in_digits(text)))
    clock = _by_colon(bare)
    if clock and clock < _LATEST_BY_COLON:
        return clock
    remark = _REMARK_ON_DAYS.search(bare)
    head = bare[: remark.start()] if remark and not _FIGURE.search(bare, remark.end()) else bare
    days = _DAYS.fullmatch(head)
    return _of_days(text, days) if days else read_minutes(text, context)


def _by_colon(text: str) -> int:
    """The minutes in hours and minutes with a colon between; 0 for any other text."""
    clock = _BY_COLON.fullmatch(text)
    return int(clock["hours"]) * 60 + int(clock["minutes"]) if clock else 0


def _of_days(text: str, days: re.Match[str]) -> int | dict[str, int]:
    """The minutes of work in so many days: two in `2 days`, one in `2 half days`, one and a half in `1½ days`."""
    part = (days["part"] or "").lower()
    more = _SIGNS_OF_PARTS.get(part, 0.0) if days["low"] else 0.0
    share = 1.0 if more or not part else _SIGNS_OF_PARTS.get(part, 0.5 if part == "half" else 0.25)
    low = number(days["low"] or "1")
    high = number(days["high"] or days["low"] or "1")
    forwards(text, low, high, "Write the smaller number first: 1–2 days.")
    least, most = (round((each * share + more) * HOURS_A_DAY * 60) for each in (low, high))
    return {"from": least, "to": most} if days["high"] else least


_BARE_HOURS = regex(rf"(?:{NUMBER})(?:{UNTIL}(?:{NUMBER}))?", re.IGNORECASE)


def read_spent_hours(text: str, context: Context) -> int | dict[str, int]:
    """A length of time where a bare number is one of hours, as below `Hours`: `1.5`, `2–3`, `1:30`, or `45 min`.

    Returns minutes, or `from` and `to` in minutes.
    """
    bare = ABOUT_LENGTH.sub("", bared(text)).strip(" .")
    if clock := _by_colon(bare):
        return clock
    return read_time_spent(f"{bare} h" if _BARE_HOURS.fullmatch(bare) else text, context)


_TIME_WITHIN = anycase(rf"(?<![\w.,:/–-])(?:{LENGTH}|{DAYS})(?!/)")


def read_time_beside(text: str, context: Context) -> dict[str, int | dict[str, int]]:
    """The time that stands beside something else, as `minutes`: 180 in `tactical, 3h`. Nothing where there is none."""
    found = _TIME_WITHIN.findall(text)
    return {"minutes": read_time_spent(found[0], context)} if len(found) == 1 else {}
