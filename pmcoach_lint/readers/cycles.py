"""A cycle told in one go: `10 weeks (30 Nov 2026 – 19 Feb 2027)`, `Dec 2026 → Feb 2027`, `KW49/2026 – KW8/2027`.

Days that it excludes (`excl. 21/12 – 01/01`) are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta

from pmcoach_lint.readers.breaks import APART, PAUSE
from pmcoach_lint.readers.calendar import DAY, MONTH, WEEKDAY, month_number, month_span, weeks_between
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.unreadable import Context, Unreadable, in_digits
from pmcoach_lint.readers.weeks import LONGEST_CYCLE
from pmcoach_lint.regex import regex

NUMBER_OF_WEEKS = regex(
    r"(?<![\w.,/-])(?P<weeks>\d{1,2})[\s-]*(?:(?:working|calendar|coaching|full|school|business|net)[\s-]+)?(?:weeks?|wks?)\b",
    re.IGNORECASE,
)
_OF_THEM = regex(
    r"(?P<all>\d{1,2})[\s-]*(?:[a-z]+ )?(?:weeks?|wks?)\b[^;]{0,40}?"
    r"\bof (?:them|which|those|these|that)\b,?\s(?P<weeks>\d{1,2})\b"
    r"(?![^;.)]{0,30}\b(?:off|breaks?|holidays?|not|vacation|pauses?|paused|skipped|excluded|closed|out)\b)",
    re.IGNORECASE,
    near="of",
)
"""How many weeks there are without breaks, of those with them: `10 weeks, of which 8 active`, and not `of which 2`."""
_AT_WORK = regex(
    r"(?<![\w.,/-])(?P<weeks>\d{1,2})\s(?:working|active|net)\s(?:weeks?|wks?)\b", re.IGNORECASE, near="week wk"
)
_APART = regex(APART, re.IGNORECASE)
_APART_BEFORE = regex(
    r"[,;(]\s*[^,;()]*\s(?:excluded|left out|not counted)\b", re.IGNORECASE, near="excluded left counted"
)
"""Such a remark that ends with what it is about: `(8 weeks, 2026-12-21..2027-01-01 excluded)`."""

_ISO_WEEK = r"(?:KW|CW|W|weeks?)\s?(?P<week>\d{1,2})(?:\s?[/-]\s?|\s)(?P<of>\d{4})|(?P<in>\d{4})-?W(?P<at>\d{2})"
_POINT = regex(
    rf"(?<![\w/-])(?:(?P<iso>{_ISO_WEEK})|(?P<day>{DAY})"
    rf"|(?P<name>(?:{MONTH})\b)\.?(?:\s+(?P<year>\d{{4}})\b(?!-))?|(?P<ym>\d{{4}}-\d\d)|(?:KW|CW)\s?(?P<kw>\d{{1,2}})|Q(?P<quarter>[1-4])[\s/-]?(?P<q>\d{{4}}))(?![\w-])",
    re.IGNORECASE,
)
"""A day, week, month or quarter."""

_RUN_OF_DAYS = rf"{DAY}\s?(?:-|[–—]|\b(?:to|until|till|through)\b)\s?(?:{WEEKDAY}\.?,?\s)?{DAY}"
_DAYS_OFF = regex(
    rf"(?<!-)(?<!\bno )(?<!\bwithout )(?<!\bwithout a )(?<!\bwithout any )(?!(?:no|without)(?: an?| any)? (?:{PAUSE}))"
    rf"{APART}(?!-\w)[^\d;.()]{{0,25}}{_RUN_OF_DAYS}|{_RUN_OF_DAYS}\s(?:is\s|are\s)?(?:{PAUSE}|off)(?=\s*(?:[;,.)]|$))",
    re.IGNORECASE,
)
"""The days of a break with what says so: `a pause from 21 December to 1 January`, `21 December to 1 January off`."""

_RUN_OF_WEEKS = regex(
    r"\b(?:KW|CW|W(?=\d\d))\s?(\d{1,2})\s?(?:-|[–—]|to\b)\s?(?:KW|CW|W)?\s?(\d{1,2})(?![\d-])", re.IGNORECASE, near="w"
)
"""A run of weeks of the calendar: `CW 41-51`, `KW49–KW52`."""

_INTERVAL = regex(r"(?<=\d{4}-\d\d-\d\d)\s?/\s?(?=\d{4}-\d\d-\d\d)")
"""What parts the two days of a span of time as a standard writes it: `2026-10-05/2026-11-27`."""

_LAST = regex(
    r"\b(?:until|till|to|through|by|ends?|ending)\W*(?:(?:the\s+)?(?:end|(?P<middle>middle))\s+of\s+)?$", re.IGNORECASE
)
_MIDDLE = 15
"""The day that is meant by the middle of a month."""
_YEAR = regex(r"\b\d{4}\b")
_HALF_A_YEAR = timedelta(weeks=26)
_THREE_MONTHS = timedelta(days=92)
_HINT = "Write the first day and the weeks apart: start: 2026-10-05, and weeks: 8."

Days = tuple[date, date]
"""The first and the last day of a day, a week, a month or a quarter."""


def read_cycle(text: str, context: Context) -> dict[str, str | int | None]:
    """What a text tells of a cycle: its `start` and `end` (ISO), and its number of `weeks`; None for what it does not.

    Weeks that are not told are reckoned from the first to the last day; three months, a quarter, are twelve weeks.
    """
    weeks = _number_of_weeks(in_digits(text))
    first, last = _first_and_last(text, context)
    if first and last and first > last:
        message = f"“{text}” ends before it begins."
        raise Unreadable(message, _HINT)
    begin = first or (date.fromisoformat(context.start) if context.start and last else None)
    if last and begin and begin <= last:
        weeks = weeks or _weeks(begin, last)
    if not (first or last or weeks):
        raise Unreadable(f"“{text}” tells no cycle.", _HINT)
    start, end = (day.isoformat() if day else None for day in (first, last))
    return {"start": start, "end": end, "weeks": weeks}


def _number_of_weeks(text: str) -> int | None:
    """How many weeks a text tells, without those of breaks where it says so; None where it tells none."""
    if (part := _OF_THEM.search(text)) and int(part["all"]) < 2 * int(part["weeks"]):
        return int(part["weeks"])
    match = _AT_WORK.search(text) or NUMBER_OF_WEEKS.search(text)
    return int(match["weeks"]) if match else None


def _weeks(first: date, last: date) -> int:
    """How many weeks there are from the first to the last day, where three months are twelve."""
    whole = weeks_between(first, last)
    return min(whole, LONGEST_CYCLE) if last - first < _THREE_MONTHS else whole


def _first_and_last(text: str, context: Context) -> tuple[date | None, date | None]:
    """The first and the last day that a text tells, of which either may be missing."""
    text = _INTERVAL.sub(" – ", _RUN_OF_WEEKS.sub(r"CW\1 – CW\2", text))
    apart = _APART_BEFORE.search(text) or _APART.search(text)
    if apart:
        text = _DAYS_OFF.sub(" ", text)
        apart = _APART_BEFORE.search(text) or _APART.search(text)
    bare = text[: apart.start()] if apart and _POINT.search(text, 0, apart.start()) else text
    years = [int(year) for year in _YEAR.findall(bare)]
    told = [(match, _days(match, years, context)) for match in _POINT.finditer(bare)]
    points = [(match, days) for match, days in told if days]
    if not points:
        return None, None
    if told[0][1] is None and len(told) > 1:  # the first of them cannot be read for certain
        return None, points[-1][1][1]
    (match, days), *others = points
    if others and match["day"] and others[0][0]["day"] and not any(later["day"] for later, _ in others[1:]):
        others = others[:1]  # weeks or months behind the two days say the same, and less exactly
    if others:
        last = others[-1][1][1]
        if days[0] > last and not _YEAR.search(match[0]):
            days = _days(match, [last.year - 1], context) or days
        return days[0], last
    if until := _LAST.search(bare, 0, match.start()):
        return None, days[0].replace(day=_MIDDLE) if until["middle"] and match["name"] else days[1]
    return days if match["quarter"] else (days[0], None)


_WORDS_OF_A_SPAN = regex(r"(?:[\W\d_]|\b(?:from|to|until|till|through|by|in|during|end|of|the|and)\b)*", re.IGNORECASE)


def calendar_span(text: str, context: Context) -> tuple[date | None, date] | None:
    """The first and the last day of the weeks, months or quarters that a text names and nothing else.

    The first is None where the text only says until when. A month without its year is that of the cycle.
    """
    points = [(match, days) for match in _POINT.finditer(text) if (days := _days(match, [], context))]
    if not points or not _WORDS_OF_A_SPAN.fullmatch(_POINT.sub(" ", text)):
        return None
    first, last = points[0][1][0], points[-1][1][1]
    if len(points) == 1 and _LAST.search(text, 0, points[0][0].start()):
        return None, last
    return first, last


def _of_cycle(years: Callable[[int], Days], context: Context) -> Days | None:
    """What is told without its year, in the year in which it is near the cycle; None where there is no such."""
    begin = context.start or context.near
    start = date.fromisoformat(begin) if begin else None
    near = [years(year) for year in (start.year, start.year + 1)] if start else []
    return next((days for days in near if start and days[1] >= start and days[0] <= start + _HALF_A_YEAR), None)


def _days(match: re.Match[str], years: list[int], context: Context) -> Days | None:
    """The first and the last day of what was found; None for what is none, or does not say its year for certain."""
    with suppress(ValueError, Unreadable):
        if match["iso"]:
            year, week = (match["of"], match["week"]) if match["week"] else (match["in"], match["at"])
            return _week(int(year), int(week))
        if match["kw"]:
            number = int(match["kw"])
            if len(set(years)) == 1:
                return _week(years[0], number)
            return _of_cycle(lambda year: _week(year, number), context)
        if match["day"]:
            return next(_whole_days(match["day"], years, context), None)
        if match["ym"]:
            year, month = map(int, match["ym"].split("-"))
            return month_span(year, month, month)
        if match["q"]:
            return month_span(int(match["q"]), 3 * int(match["quarter"]) - 2, 3 * int(match["quarter"]))
        if year := match["year"] or (years[0] if len(set(years)) == 1 else None):
            month = month_number(match["name"])
            return month_span(int(year), month, month)
        return _of_cycle(lambda year: month_span(year, *[month_number(match["name"])] * 2), context)
    return None


def _week(year: int, number: int) -> Days:
    """The first and the last day of a week of the calendar."""
    monday = date.fromisocalendar(year, number, 1)
    return monday, monday + timedelta(days=6)


def _whole_days(text: str, years: list[int], context: Context) -> Iterator[Days]:
    """The day that a text names; one without its year by the only one that is told beside it."""
    told = [text, *(f"{text} {year}" for year in years[:1] if not _YEAR.search(text))]
    for each in reversed(told):
        with suppress(Unreadable):
            day = parse_date(each, context)
            yield day, day
