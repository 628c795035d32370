"""When something happens: months of an engagement, a month or quarter of the calendar, a day, or a run of days."""

from __future__ import annotations

import re
from datetime import date
from math import ceil
from typing import Any

from pmcoach_lint.readers.calendar import MONTH, month_number, month_span
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.unreadable import SIDES, UNTIL, Context, Unreadable, bared, forwards, run_of, without_brackets
from pmcoach_lint.regex import regex

_MONTH_WORD = r"(?:months?|mos?|m)?\.?\s*#?"
_NUMBERED_MONTH = regex(
    r"(?:(?:by|in|at|during|the|end|start|of)\s+){0,4}(?:months?|mo|m)\.?\s*#?\s*(?P<month>\d{1,3})", re.IGNORECASE
)
_RUN_OF_MONTHS = regex(
    rf"(?:from\s+)?{_MONTH_WORD}\s*(?P<first>\d{{1,3}})\s*(?P<unit>{_MONTH_WORD})"
    rf"(?:{UNTIL}{_MONTH_WORD}\s*(?P<last>\d{{1,3}})\s*{_MONTH_WORD})?",
    re.IGNORECASE,
)
_OPEN_RUN_OF_MONTHS = regex(
    rf"(?:from\s+|after\s+|beyond\s+)?{_MONTH_WORD}\s*(?P<first>\d{{1,3}})\s*{_MONTH_WORD}"
    rf"\s*(?:\+|and (?:beyond|later|on|more|up)|or (?:later|more)|on|onwards?)\s*{_MONTH_WORD}|"
    rf"(?:after|beyond|from)\s+{_MONTH_WORD}\s*(?P<after>\d{{1,3}})\s*{_MONTH_WORD}",
    re.IGNORECASE,
)
_UP_TO_RUN_OF_MONTHS = regex(
    rf"(?:up to|until|till|within|the first|first|<)\s*(?:the end of\s+)?{_MONTH_WORD}\s*(?P<last>\d{{1,3}})\s*"
    rf"{_MONTH_WORD}",
    re.IGNORECASE,
)


def read_months(text: str, _context: Context) -> dict[str, int]:
    """Months from the start of an engagement: `0–3 mo`, `3-6 months`, `6+ months`, `first 3 months`, `month 4`.

    Returns `from` and `to`; an open end (`6+ months`) has no `to`. A bare number may be one month or a number of
    months, so it is not read.
    """
    bare = bared(text, " .:")
    if match := _UP_TO_RUN_OF_MONTHS.fullmatch(bare):
        return {"from": 0, "to": int(match["last"])}
    if match := _OPEN_RUN_OF_MONTHS.fullmatch(bare):
        return {"from": int(match["first"] or match["after"])}
    if match := _NUMBERED_MONTH.fullmatch(bare):
        return {"from": int(match["month"]), "to": int(match["month"])}
    match = _RUN_OF_MONTHS.fullmatch(bare)
    if not match:
        what = "single run of months" if re.search(r"\d", bare) else "months"
        raise Unreadable(f"“{text}” names no {what}.", "Write them as 0–3 months, or 6+ months.")
    first = int(match["first"])
    if match["last"]:
        return run_of(text, "month", first, int(match["last"]))
    if not match["unit"].strip(" #."):
        message = f"“{text}” may be month {first} or {first} months."
        raise Unreadable(message, f"Write Month {first}, or 0–{first} months.")
    return {"from": 0, "to": first}


_MONTH = regex(rf"(?P<name>{MONTH})\b\.?,?(?:\s+(?P<year>\d{{4}}))?", re.IGNORECASE)
_NUMBERED = regex(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})")
_QUARTER = regex(r"Q(?P<one>[1-4])[\s/-]*(?P<year>\d{4})|(?P<first>\d{4})[\s/-]*Q(?P<two>[1-4])", re.IGNORECASE)
_SHORT_YEAR = regex(
    rf"(?P<when>\b(?:{MONTH})\b\.?\s?(?:[-–—]|to\b)\s?(?:{MONTH})\b\.?|\bQ[1-4])\s+['’]?(?P<year>\d{{2}})$",
    re.IGNORECASE,
)
"""Two months or a quarter with a year without its century, which can be no day: `Sep–Nov 26`, `Q4 26`."""

_SHORT_YEARS = regex(
    rf"(?P<first>(?:{MONTH})\b\.?)\s+['’]?(?P<one>\d{{2}})(?P<to>\s?[-–—]\s?|\s+to\s+)(?P<last>(?:{MONTH})\b\.?)\s+['’]?(?P<two>\d{{2}})",
    re.IGNORECASE,
)
_FIRST_YEAR = 24
"""Two months, each with a number of this year or later, are years where the second is the next one: `Dec 26–Feb 27`."""

_OPEN = regex(
    r"(?:from|since)\s+(?P<from>.+?)(?:\s(?:on|onwards?))?|(?P<first>.+?)\s(?:on|onwards?|and (?:later|beyond|after))",
    re.IGNORECASE,
)
"""From when on, without an end: `from June 2026`, `June 2026 onward`."""

_LEAD = regex(r"(?:(?:by|in|during|until|till|from|end of|the end of|starting(?: in)?)\s+)+", re.IGNORECASE)
_WEEKS = regex(
    r"(?:(?:by|in|during|end of|the end of|from)\s+){0,2}(?:weeks?|wks?|w)\.?\s*#?(?P<first>\d{1,3})"
    r"(?:\s*(?:[-–—]|\bto\b)\s*(?:weeks?|wks?|w)?\.?\s*#?(?P<last>\d{1,3}))?",
    re.IGNORECASE,
)
_LENGTH = regex(
    r"(?:(?:the )?first|within|up to|by)\s+(?:the first\s+)?(?P<length>\d{1,3})\s*-?\s*(?P<unit>days?|weeks?|wks?)"
    r"|(?:by\s+)?days?\s+(?:[01]\s*(?:[-–—]|\bto\b)\s*)?(?P<day>\d{1,3})",
    re.IGNORECASE,
)
_WEEKS_A_MONTH = 52 / 12
_DAYS_A_MONTH = 30
"""As in the usual plan for 30, 60 and 90 days, which is one for three months."""
_EARLIER_FIRST = "Write the earlier one first."
_HINT = "Write months of the engagement (0–3 months), a month (June 2026), or a day (2026-06-15)."

Days = tuple[date, date]
"""The first and the last day."""


def read_when(text: str, context: Context) -> str | dict[str, Any]:
    """When: `0–3 months`, `weeks 1–6`, `first 90 days`, `June 2026`, `Sep–Nov 26`, `2026-06-15`, or between two days.

    Returns a day in ISO form; or `from` and `to`, as numbers of months or as days. An open end (`6+ months`) has no
    `to`. Weeks and days from the start are those months of the engagement in which they lie.
    """
    bare = " ".join((without_brackets(text) or text.strip("() ")).strip(" .:").split())
    try:
        return dict(read_months(bare, context))
    except Unreadable:
        pass
    if months := _months_of(text, bare):
        return months
    opened = None if SIDES.search(bare) else _OPEN.fullmatch(bare)
    days = _days_of(text, _in_full(_LEAD.sub("", (opened["from"] or opened["first"]) if opened else bare)))
    if days is None:
        raise Unreadable(f"“{text}” does not say when.", _HINT)
    first, last = days
    if opened:
        return {"from": first.isoformat()}
    forwards(text, first, last, _EARLIER_FIRST)
    return first.isoformat() if first == last else {"from": first.isoformat(), "to": last.isoformat()}


def _months_of(text: str, bare: str) -> dict[str, Any] | None:
    """The months in which the weeks or days lie that `bare` counts from the start."""
    if match := _LENGTH.fullmatch(bare):
        days = (match["unit"] or "d").lower().startswith("d")
        length = int(match["length"] or match["day"])
        return {"from": 0, "to": ceil(length / (_DAYS_A_MONTH if days else _WEEKS_A_MONTH))}
    if not (match := _WEEKS.fullmatch(bare)):
        return None
    first, last = int(match["first"]), int(match["last"] or match["first"])
    forwards(text, first, last, _EARLIER_FIRST)
    return {"from": int(max(first - 1, 0) / _WEEKS_A_MONTH), "to": ceil(last / _WEEKS_A_MONTH)}


def _in_full(bare: str) -> str:
    """The text with the centuries of its years, where these can be no days."""
    years = _SHORT_YEARS.fullmatch(bare)
    if years and _FIRST_YEAR <= int(years["one"]) == int(years["two"]) - 1:
        return f"{years['first']} 20{years['one']} – {years['last']} 20{years['two']}"
    return _SHORT_YEAR.sub(r"\g<when> 20\g<year>", bare)


def _days_of(text: str, bare: str) -> Days | None:
    """The first and last day of what `bare` names."""
    if SIDES.search(bare):
        return _between(text, SIDES.split(bare)) or _stretch(text, bare, None)
    return _stretch(text, bare, None) or _between(text, bare.split("-"))


def _between(text: str, sides: list[str]) -> Days | None:
    """The first and last day of what two sides name."""
    if len(sides) != 2:
        return None
    last = _stretch(text, sides[1], None)
    first = _stretch(text, sides[0], last[1].year if last else None)
    if first and last and first[0] > last[1] and _MONTH.fullmatch(sides[0]) and not sides[0][-1].isdigit():
        first = _stretch(text, sides[0], last[1].year - 1)  # `Dec–Feb 2027` begins in the year before
    return (first[0], last[1]) if first and last else None


def _stretch(text: str, bare: str, year: int | None) -> Days | None:
    """The days of one month, quarter or day; a month without a year is one of `year`."""
    if match := _QUARTER.fullmatch(bare):
        first = 3 * int(match["one"] or match["two"]) - 2
        return _months(text, int(match["year"] or match["first"]), first, first + 2)
    if match := _NUMBERED.fullmatch(bare):
        return _months(text, int(match["year"]), int(match["month"]), int(match["month"]))
    if match := _MONTH.fullmatch(bare):
        if not match["year"] and not year:
            raise Unreadable(f"“{text}” does not say the year.", "Write it as June 2026.")
        month = month_number(match["name"])
        return _months(text, int(match["year"] or year or 0), month, month)
    try:
        day = parse_date(bare)
    except Unreadable as problem:
        if problem.rule == "impossible-date" or "could be" in problem.message:
            raise
        return None
    return day, day


def _months(text: str, year: int, first: int, last: int) -> Days:
    """The first day of one month and the last day of another."""
    if not 1 <= last <= 12 or year < 1:
        raise Unreadable(f"“{text}” is no time: there is no month {last}.", _HINT, rule="impossible-date")
    return month_span(year, first, last)
