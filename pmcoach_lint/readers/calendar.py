"""The calendar: the months and the days of the week by their names, and the forms in which people write a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_NAMES = "January February March April May June July August September October November December"
MONTHS = tuple(_NAMES.split())
MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|{name[3:4]})?" if len(name) > 3 else name for name in MONTHS)
"""The form of the name of a month."""

SHORT_MONTH = "|".join(name[:3].lower() for name in MONTHS)
"""How the name of a month begins, in small letters."""

NTH = r"(?:st|nd|rd|th|\.)?"
"""What may stand behind the number of a day: `5th`, `5.`."""

WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
"""The form of the name of a day of the week."""

DAY = (
    r"(?:\d{4}[-/.‐‑–−]\d{1,2}[-/.‐‑–−]\d{1,2}"
    rf"|\d{{1,2}}{NTH}[\s-]+(?:of\s+)?(?:{MONTH})\b\.?(?:,?[\s-]+\d{{4}}|,?\s?['’]\d\d\b)?"
    rf"|(?:{MONTH})\b\.?[\s-]+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}|,?\s?['’]\d\d\b)?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
)
"""The form of what is meant to be a day, whether it is one or not, to be looked for without regard to case."""

TIME_OF_DAY = (
    r"(?:at\s)?(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|h\b|uhr\b)|\d{1,2}:\d\d)"
    r"|noon|midday|(?:(?:at|over|after)\s)?lunch(?:time)?|morning|afternoon|evening|eod|cob|end of day"
)
"""The form of what is said behind a day of when in it something is: `Tue 24 Nov, 14:00`, `Fri 27 Nov, lunch`."""

WEEK_OF = r"(?:w/?[cb]|(?:week|wk)\s(?:of|commencing|beginning|starting|from))"
"""The form of what is said of a week in front of its first day: `w/c 26 Oct`."""

OF_MONTH = rf"{WEEKDAY}\.?,?\s+\d{{1,2}}{NTH}"
"""The form of a day below the heading of its month: `Mon 6`."""


def month_number(name: str) -> int:
    """The number of the month of that name, which may be short."""
    return next(number for number, month in enumerate(MONTHS, 1) if month[:3].lower() == name[:3].lower())


def month_span(year: int, first: int, last: int) -> tuple[date, date]:
    """The first and the last day of some months of a year, which are given by their numbers."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def weeks_between(first: date, last: date) -> int:
    """How many weeks there are from the first to the last day; a weekday is one week after the same one before."""
    return max(1, -(-(last - first).days // 7))
