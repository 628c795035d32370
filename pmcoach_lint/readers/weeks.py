"""Weeks of a cycle, as people write them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

from pmcoach_lint.readers.calendar import DAY, MONTH, NTH, WEEKDAY
from pmcoach_lint.readers.dates import MONTH_AND_DAY, parse_date
from pmcoach_lint.readers.unreadable import (
    SIDES,
    UNTIL,
    Context,
    Unreadable,
    bared,
    in_digits,
    run_of,
    without_brackets,
)
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between

LONGEST_CYCLE = 12
"""Weeks; the longest coaching cycle (`coaching-pms.md`: 4 to 12 weeks)."""

_WEEK_WORD = r"(?:(?:working|coaching|cycle)\s+)?(?:weeks?|wks?|w)?\.?\s*#?"
_WEEKS = regex(
    rf"(?P<word>(?:from\s+)?{_WEEK_WORD})\s*(?P<first>\d{{1,3}})(?:{UNTIL}{_WEEK_WORD}\s*(?P<last>\d{{1,3}}))?",
    re.IGNORECASE,
)
_TWO_WEEKS = regex(r"(?P<word>weeks)\s(?P<first>\d{1,2})\s?(?:and|&|,)\s?(?P<last>\d{1,2})", re.IGNORECASE)
_NUMBER_OF_WEEKS = regex(
    r"(?:(?:for|the|all|first|in|within|over)\s+){0,2}(?P<last>\d{1,3})\s*-?\s*(?:(?:working|calendar|full)\s+)?(?:weeks?|wks?|w)|"
    rf"(?:until|till|through|by|up to|by the end of|ends|ending)\s+{_WEEK_WORD}\s*(?P<until>\d{{1,3}})",
    re.IGNORECASE,
)
_OPEN_END = regex(
    rf"(?:from\s+|starting\s+)?{_WEEK_WORD}\s*(?P<first>\d{{1,3}})\s*(?:\+|on|onwards?|to (?:the )?end)", re.IGNORECASE
)
_FROM = regex(rf"(?:from|starting(?: in)?)\s+{_WEEK_WORD}\s*(?P<first>\d{{1,3}})", re.IGNORECASE)
_PLAIN_WEEKS = regex(r"(?P<word>(?:[Ww]eeks? )?)(?P<first>[0-9]{1,3})(?:[–-](?P<last>[0-9]{1,3}))?")
_PLAIN_WEEK = regex(r"(?:[Ww]eek )?(?P<week>[0-9]{1,3})")
"""How most people write them: anything else needs the other patterns, which take long to compile."""
_NUMBER_AND_DAYS = regex(rf"#?(?P<week>\d{{1,2}})\s*[:·]\s+(?:{DAY}|[01]\d-[0-3]\d)\b.*", re.IGNORECASE)
_LENGTH_OF_DAY = len("09-14")
_NUMBERED = regex(r"#?(?P<week>\d{1,2})[a-z]?")
_OF_THE_CALENDAR = ("KW", "CW")
_EVERY_WEEK = {"weekly", "every week", "each week", "all weeks", "whole cycle", "the whole cycle", "all"}


_WEEKS_IN_FRONT = regex(
    rf"(?:all|first|from)?\s*(?:(?:weeks?|wks?|w)\.?\s*#?\d{{1,3}}(?:{UNTIL}{_WEEK_WORD}\s*\d{{1,3}})?|\d{{1,3}}\s*weeks\b)",
    re.IGNORECASE,
)
_REMARK = regex(r"(?:\s*[,;:]|\s[–—-])\s+(?=[^\W\d_])")
_WEEKS_WITHIN = regex(r"\b(?:weeks?|wks?|w)\.?\s*#?\s*\d{1,3}(?:\s*(?:[,&/]|and)\s*\d{1,3}\b)*", re.IGNORECASE)
_DAY_WITHIN = regex(r"(?<!\d)\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?(?!\d)|\d{4}-\d\d-\d\d")
_OTHER_WEEKS = regex(
    r"[,;:–—-]\s+(?:then|and|or|plus|also|again|but)\b|\b(?:except|not|without|skip\w*|extend\w*|until|up to|weekly)\b"
    r"|\d\s*(?:weeks?\b|(?:[-–—,&/+]|and\b)\s*\d)",
    re.IGNORECASE,
)
"""What makes more than a remark of what stands behind weeks: others, or some of these left out."""


def read_weeks(text: str, context: Context) -> dict[str, int]:
    """Weeks of the cycle: `Weeks 1–8`, `W1-W4`, `Week 3`, `8 weeks`, `8w`, `from week 5`, or two dates.

    Returns `from` and `to`. A bare number above 1 may be one week or a number of weeks, so it is not read.
    """
    if week := _week_of_month_and_day(text, context):
        return {"from": week, "to": week}
    if plain := _PLAIN_WEEKS.fullmatch(text):
        return _run_of_weeks(text, plain)
    bare = in_digits(bared(text, " .:"))
    if (match := _WEEKS_IN_FRONT.match(bare)) and _is_remark(bare[match.end() :], match.group()):
        bare = match.group()
    if match := _NUMBER_OF_WEEKS.fullmatch(bare):
        return {"from": 1, "to": int(match["last"] or match["until"])}
    if match := _OPEN_END.fullmatch(bare) or _FROM.fullmatch(bare):
        return run_of(text, "week", int(match["first"]), context.weeks or LONGEST_CYCLE)
    if (match := _WEEKS.fullmatch(bare)) or ((match := _TWO_WEEKS.fullmatch(bare)) and _is_next(match)):
        return _run_of_weeks(text, match)
    if bare.casefold() in _EVERY_WEEK:
        return {"from": 1, "to": context.weeks or LONGEST_CYCLE}
    days = [_day(side, context) for side in SIDES.split(bare)]
    if context.start and len(days) == 2 and days[0] and days[1]:
        first, last = (_week_of(text, day, context.start) for day in days)
        return run_of(text, "week", first, last)
    if (week := _before_day(bare)) and not bare[0].isdecimal():
        return {"from": week, "to": week}
    what = "single run of weeks" if re.search(r"\d", text) else "weeks"
    raise Unreadable(f"“{text}” names no {what}.", "Write them as Weeks 1–8, or Week 4.")


def read_numbered_weeks(text: str, context: Context) -> dict[str, int]:
    """Weeks of the cycle where a number alone is that of the week: `4`, `2 (12 Oct)`, `3b`, and all that `weeks` reads.

    Returns `from` and `to`.
    """
    bare = without_brackets(text).strip(" .:")
    if number := _NUMBERED.fullmatch(bare) or _NUMBER_AND_DAYS.fullmatch(bare):
        return {"from": int(number["week"]), "to": int(number["week"])}
    try:
        return read_weeks(text, context)
    except Unreadable:
        week = _before_day(bare)
        if not week and context.start and (day := _day(bare, context)):
            week = _week_of(text, day, context.start)
        if not week and bare[:2].upper() in _OF_THE_CALENDAR and (weeks := _of_the_calendar(bare, context)):
            return weeks
        if not week:
            raise
        return {"from": week, "to": week}


def read_last_week(text: str, context: Context) -> int:
    """One week of the cycle, or the last one of several: `3`, `W3`, `Weeks 3–4`, `3 (19 Oct)`."""
    return read_numbered_weeks(text, context)["to"]


def _week_of_month_and_day(text: str, context: Context) -> int | None:
    """The week of a day of the cycle, such as `09-14`; what can be a run of weeks as well (`10-12`) is that."""
    if len(text) != _LENGTH_OF_DAY or text[2] != "-" or not context.start:  # as nearly always
        return None
    if not MONTH_AND_DAY.fullmatch(text):
        return None
    weeks = context.weeks or LONGEST_CYCLE
    day = _day(text, context) if text[0] == "0" or not int(text[:2]) <= int(text[3:]) <= weeks else None
    with suppress(Unreadable):
        week = _week_of(text, day, context.start) if day else 0
        return week if 0 < week <= weeks else None
    return None


def _is_remark(text: str, weeks: str) -> bool:
    """Whether the `text` behind `weeks` is a remark that names no others: `weeks 1–8, midpoint check in week 4`."""
    if not _REMARK.match(text) or _OTHER_WEEKS.search(_DAY_WITHIN.sub(" ", _WEEKS_WITHIN.sub(" ", text))):
        return False
    told = [int(number) for number in re.findall(r"\d+", weeks)]
    first = 1 if _NUMBER_OF_WEEKS.fullmatch(weeks) else told[0]
    named = (int(number) for run in _WEEKS_WITHIN.findall(text) for number in re.findall(r"\d+", run))
    return all(first <= week <= told[-1] for week in named)


_STEP = regex(r"\b(?:by|until|in|at|end of) (?:the end of )?(?:week|wk|w)\.? ?(?P<week>\d{1,2})\b", re.IGNORECASE)
_ON_THE_WAY = regex(
    r"\s*[;,(]\s*(?:with\s)?(?:an?\s|the\s)?(?:mid|interim|intermediate|half|(?:first\s)?(?:look|check)|review)"
    r"[^;,(\d]*\d[^;,(]*$",
    re.IGNORECASE,
    near="mid interim intermediate half look check review",
)
"""What says behind the last day when it is looked at on the way: `5 February; mid-point 8 January`."""
_ANY_DAY = regex(DAY, re.IGNORECASE)
_REMARK_BEHIND = regex(r"\s*[;,(]\s*(?!(?:and|or|to|until|till|then|at|but|latest|extended)\b)[a-z].*\Z", re.DOTALL)
_LAST = regex(r"(?:(?:by|for|until|till|through|due|due by|before|on|end of|the end of)\s+){1,2}", re.IGNORECASE)


def read_timeframe(text: str, context: Context) -> dict[str, int]:
    """The weeks of the cycle in which something runs: as above, or up to a day: `by 27 November`, `2026-11-27`.

    Of several steps on the way the last counts: `first brief by week 3, full signal by week 9`.
    """
    try:
        return read_weeks(text, context)
    except Unreadable:
        if (aside := _ON_THE_WAY.search(text)) or (aside := _remark_behind(text, context)):
            text = text[: aside.start()]
            with suppress(Unreadable):
                return read_weeks(text, context)
        bare = bared(text)
        steps = [int(step["week"]) for step in _STEP.finditer(bare)]
        if len(steps) > 1 and len(steps) == len(re.findall(r"\d+", bare)):
            return {"from": 1, "to": max(steps)}
        day = _day(_LAST.sub("", bare, count=1), context)
        if not context.start:
            raise
        if day:
            return {"from": 1, "to": _week_of(text, day, context.start)}
        if weeks := _of_the_calendar(bare, context):
            return weeks
        raise


def _remark_behind(text: str, context: Context) -> re.Match[str] | None:
    """What says more behind the last day, and names no later one: `12 February, first note 18 December`."""
    aside = _REMARK_BEHIND.search(text)
    last = _day(_LAST.sub("", bared(text[: aside.start()]), count=1), context) if aside else None
    if aside is None or last is None:
        return None
    days = [_day(day.group(), context) for day in _ANY_DAY.finditer(aside[0])]
    return aside if all(day and day <= last for day in days) else None


def _of_the_calendar(text: str, context: Context) -> dict[str, int] | None:
    """The weeks of the cycle that lie in months, quarters or weeks of the calendar: `Feb–Mar`, `KW49 – KW06`."""
    from pmcoach_lint.readers.cycles import calendar_span  # noqa: PLC0415 - few texts name any

    span = calendar_span(text, context)
    if not span or not context.start:
        return None
    start = date.fromisoformat(context.start)
    last = start + timedelta(weeks=context.weeks or LONGEST_CYCLE, days=-1)
    first, until = max(span[0] or start, start), min(span[1], last)
    return {"from": (first - start).days // 7 + 1, "to": (until - start).days // 7 + 1} if first <= until else None


def _run_of_weeks(text: str, match: re.Match[str]) -> dict[str, int]:
    first = int(match["first"])
    if match["last"]:
        return run_of(text, "week", first, int(match["last"]))
    if first > 1 and not match["word"].strip(" #."):
        message = f"“{text}” may be week {first} or {first} weeks."
        raise Unreadable(message, f"Write Week {first}, or Weeks 1–{first}.")
    return {"from": first, "to": first}


def _is_next(match: re.Match[str]) -> bool:
    """Whether the second of two weeks is the one behind the first: `Weeks 1 and 2`."""
    return int(match["last"]) == int(match["first"]) + 1


def _day(text: str, context: Context) -> date | None:
    """The day that `text` names, or None when it names none."""
    try:
        return parse_date(text, context)
    except Unreadable as problem:
        if problem.rule == "impossible-date":
            raise
        return None


def _week_of(text: str, day: date | None, start: str) -> int:
    """The week of the cycle that holds the `day` that `text` names."""
    days = (day - date.fromisoformat(start)).days if day else -1
    if days < 0:
        message = f"“{text}” lies before the cycle, which starts on {start}."
        raise Unreadable(message, "Write weeks of the cycle: Weeks 1–8.")
    return days // 7 + 1


_WEEK = regex(rf"(?:(?:by|in|at|during|the|end|start|of)\s+){{0,4}}{_WEEK_WORD}\s*(?P<week>\d{{1,3}})", re.IGNORECASE)
_WEEK_BEFORE_DAY = regex(rf"{_WEEK_WORD}\s*(?P<week>\d{{1,2}})\s\d{{1,2}}/\d{{1,2}}", re.IGNORECASE)
_WEEK_AND_DAY = regex(rf"{_WEEK_WORD}\s*(?P<week>\d{{1,2}})\s*[,:/–—-]\s*(?P<day>.*\d{{4}}.*)", re.IGNORECASE)
_WEEK_THEN_DAY = regex(
    r"(?:(?P<word>weeks?|wks?|w)\.?\s*#?)?(?P<week>\d{1,2})(?P<joint>\s*[·:|,/]\s+|\s*[·|]\s*|\s+[–—-]\s+|\s+)"
    rf"(?:{WEEKDAY}\.?,?\s+)?(?:\d{{1,2}}{NTH}\s+(?:{MONTH})|(?:{MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?"
    r"|\d{1,2}[./]\d{1,2}\.?)\.?(?:\s*[–—-].*)?",
    re.IGNORECASE,
)
"""A week with its day, which needs no year: `2 · 7 Dec`, `W1 – 30 Nov`, `W5: 04/01`."""
_SEVERAL_WEEKS = regex(
    r"[2-9]\s*(?:weeks|wks)|\d{2,3}\s*(?:weeks|wks)|.*\d\s*\D{1,12}\d.*|weekly|every week", re.IGNORECASE
)


def _before_day(bare: str) -> int:
    """The week in front of a day; 0 for anything else. Before a dash or a space a number alone may be part of a run."""
    match = _WEEK_THEN_DAY.fullmatch(bare)
    if not match or not (match["word"] or match["joint"].strip(" –—-")):
        return 0
    return int(match["week"])


def read_week(text: str, context: Context) -> int:
    """One week of the cycle: `Week 4`, `W4`, `4`, `end of week 4`, or a day in it."""
    if plain := _PLAIN_WEEK.fullmatch(text):
        return int(plain["week"])
    bare = in_digits(bared(text, " .:"))
    if match := _WEEK.fullmatch(bare):
        return int(match["week"])
    if match := _WEEK_BEFORE_DAY.fullmatch(bare):  # the day has no year: the week is enough
        return int(match["week"])
    if week := _before_day(bare):
        return week
    if match := _WEEK_AND_DAY.fullmatch(bare):
        if _day(match["day"], context):
            return int(match["week"])
    elif context.start and (day := _day(bare, context)):
        return _week_of(text, day, context.start)
    what = "more than one week" if _SEVERAL_WEEKS.fullmatch(bare) else "no week"
    raise Unreadable(f"“{text}” names {what}.", "Write one week: Week 4.")


_ONE = r"(?:weeks?|wks?|w)\.?\s*#?\d"
_AND = r"(?:\s*[,&/]\s*(?:and\s+)?|\s+and\s+)"
_BEGINS = regex(rf"(?:(?:by|in|at|end of)\s+)?{_ONE}", re.IGNORECASE)
_NEXT_WEEK = regex(rf"(?:{_AND}|\s+[·•|]\s+|(?<=\w)\.\s+)(?={_ONE})", re.IGNORECASE)
_WEEKS_ALONE = regex(rf"(?P<first>(?:weeks|wks|week|wk|w)\.?\s*\d{{1,2}})(?:{_AND}\d{{1,2}})+\.?", re.IGNORECASE)
_NEXT_NUMBER = regex(r"\d{1,2}")


def split_weeks(text: str, span: Span) -> list[Span]:
    """The parts of a line that name a week each: `Week 2 (frame), Week 5 (log) and week 8`; else the line itself.

    Of weeks that share the word (`weeks 1, 4 and 8`) all but the first are the number alone.
    """
    if not _BEGINS.match(text, *span):
        return [span]
    if alone := _WEEKS_ALONE.fullmatch(text, *span):
        others = _NEXT_NUMBER.finditer(text, alone.end("first"), span[1])
        return [alone.span("first"), *(match.span() for match in others)]
    return between(span, (match.span() for match in _NEXT_WEEK.finditer(text, *span)))
