"""The days that answers name: with a year or without it, in words, as the week that one begins, as runs of them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pmcoach_lint.binding.own_text.days import day_in_front
from pmcoach_lint.readers.calendar import DAY, MONTH, MONTHS, WEEKDAY
from pmcoach_lint.readers.dates import YearlessDay, lacks_year, parse_date, with_day_between, without_year
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple

_WEEK = r"(?:the\s+)?(?:week\s+(?:of|commencing|beginning|starting)|w/?c)\b:?\s+(?:the\s+)?"
_IN_NUMBERS = r"\d{1,2}(?:/\d{1,2}(?![/\d])|\.\d{1,2}\.(?!\d))"
_ONE = (
    rf"(?:{WEEKDAY}\.?,?\s+)?(?:the\s+)?"
    rf"(?:\d{{1,2}}-(?:{MONTH})-\d{{2}}\b|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2}}\b|{DAY}|{_IN_NUMBERS})"
)
_LED = regex(rf"(?P<on>on\s+)?(?P<week>{_WEEK})?", re.IGNORECASE)
_FIRST = regex(_ONE, re.IGNORECASE)
_JOINT = regex(r"\s*(?:[:,–—]|--?(?=\s))")
_ALONE = regex(rf"(?:(?:on|from)\s+)?{_ONE}(?:,?\s\(?{WEEKDAY}\b\.?\)?)?", re.IGNORECASE)
_NUMBERS = regex(r"(?P<one>\d{1,2})[/.](?P<two>\d{1,2})\.?")
_IN_WORDS = regex(
    rf"(?:(?P<past>yesterday|(?P<ago>\d{{1,2}})\s+days?\s+ago)\b|(?:(?P<word>today|tomorrow)|(?P<week>next\s+week)"
    rf"|(?:on\s+)?(?:(?P<next>(?:this|next)\s+)|(?P<last>last\s+))?(?P<weekday>{WEEKDAY})(?<!ys))(?=\s*(?:[:,–—]|--?\s|$)))",
    re.IGNORECASE,
)
_JOINTS = regex(r"(?:\s*(?:[:,·|–—)\]*_`]|-{1,2}(?=\s)))*\s*")
"""What may stand between a day and what was seen on it."""

_RUN = r"\s*(?:\b(?:to|till?|until|through|thru)\b|–|—|--?|\.\.+|…)\s*"
_TH = r"(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>,?\s+\d{4})?"
_RUNS = (
    regex(rf"(?:from\s+)?(?P<first>{_ONE}){_RUN}(?P<last>{_ONE})", re.IGNORECASE),
    regex(
        rf"(?P<first>\d{{1,2}}){_TH}{_RUN}(?P<last>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<month>{MONTH})\b\.?{_YEAR}",
        re.IGNORECASE,
    ),
    regex(
        rf"(?P<month>{MONTH})\b\.?\s+(?P<first>\d{{1,2}}){_TH}{_RUN}(?P<last>\d{{1,2}}){_TH}{_YEAR}",
        re.IGNORECASE,
    ),
)
_ASIDE = regex(rf"(?P<days>.+?)(?P<aside>(?:\s*\((?=[^()]*\)$)|\s*[:;]\s|\s[–—-]+\s)(?!.*{DAY}).*)", re.IGNORECASE)
"""Days, and what is said about them."""

_NAME = regex(
    rf"(?!{_WEEK}|(?:from|on)\s|(?:{WEEKDAY}|{MONTH})\b)[^\W\d](?:[^\d:]|(?<=[^\W\d])\d)*?"
    rf"(?::\s+|\s+(?=(?:from\s+)?{_ONE}{_RUN}{_ONE}|\d{{1,2}}{_TH}{_RUN}\d))",
    re.IGNORECASE,
)
"""What days are called in front of them: `Holidays 21 Dec to 1 Jan`, `Offsite: 15 Jan`."""

_OF_WEEK = regex(rf"{_WEEK}(?P<day>.+)", re.IGNORECASE)

_NEAR, _FAR = timedelta(days=150), timedelta(days=364)
"""How far away a day without its year is: near or, where none is there, less than a year."""

_LEAP_YEAR = 2024
_REST_OF_WEEK = timedelta(days=6)
_NO_RUN = "Write 2026-12-24, or 2026-12-24 to 2027-01-01."

Window = tuple[date, date]


class Seen(NamedTuple):
    """The day that a piece of evidence begins with: its words, how it is written down, and what was seen on it.

    `is_assumed` says that the words could mean the day of another year as well.
    """

    words: str
    written: str
    rest: str
    is_assumed: bool


def day_seen(text: str, as_of: date | None) -> Seen | None:
    """The day that a piece of evidence begins with; None where it begins otherwise.

    A day without its year is the last one before `as_of`. What says more than one day stays with what was seen.

    Raises:
        Unreadable: There is no such day, or it may be two, or it lies in the future.
    """
    if as_of and (match := _IN_WORDS.match(text)) and (day := _in_words(match, as_of, ahead=False)):
        joint = _JOINT.match(text, match.end())
        rest = _behind(text, match.end()) if joint or match.end() == len(text) else text
        return Seen(match[0], day.isoformat(), rest, True)
    led = _LED.match(text)
    begin = led.end() if led else 0
    if led and led["on"] and (one := _FIRST.match(text, begin)):
        words, rest = one[0], _behind(text, one.end()) if _JOINT.match(text, one.end()) else text
    elif found := day_in_front(text, begin, len(text)):
        whole = text[found.day[0] : found.end].rstrip(" :,·|/•–—-*_)]`")
        words = text[slice(*found.day)]
        rest = _behind(text, found.end) if _ALONE.fullmatch(whole) else text
    else:
        return None
    day = past_day(words, as_of)
    week = (led["week"] or "") if led else ""
    return Seen(f"{week}{words}", f"week of {day}" if week else f"{day}", rest, lacks_year(words))


def past_day(text: str, as_of: date | None) -> date:
    """The day that a text names; of those without their year the last one.

    Raises:
        Unreadable: It is none, may be two, or lies in the future.
    """
    day = _day(text, *((as_of - far, as_of) for far in (_NEAR, _FAR) if as_of))
    if as_of and day > as_of:
        raise Unreadable(f"“{text}” lies in the future: nobody can have seen it yet.", "Correct the date.")
    return day


def day_ahead(text: str, as_of: date | None) -> date:
    """The day that a text names as the first of something; of those without their year the nearest.

    Raises:
        Unreadable: It is none, or may be two.
    """
    if as_of and (match := _IN_WORDS.fullmatch(text)) and (day := _in_words(match, as_of, ahead=True)):
        return day
    return _day(text, *((as_of, as_of + _NEAR), (as_of - _NEAR, as_of)) if as_of else ())


def days_in(text: str, near: date | None = None) -> Window:
    """The first and the last day of a day off, or of a run of them: `2026-12-24 to 2027-01-01`, `24–27 Dec`.

    Args:
        text: The text, which may end with a remark: `24 Dec (office closed)`.
        near: The day from which on days without their year are meant; None where they need one.

    Raises:
        Unreadable: It is none.
    """
    bare = text[len(name_of(text)) : len(text) - len(aside_of(text))]
    of_week = _OF_WEEK.fullmatch(bare)
    first, last = _sides(of_week["day"] if of_week else bare)
    window = [(near, near + _FAR)] if near else []
    try:
        if lacks_year(first) and not lacks_year(last):
            end = _day(last)
            begin = _day(first, (end - _FAR, end))
        else:
            begin = _day(first, *window)
            end = _day(last, (begin, begin + _FAR))
    except Unreadable as problem:
        raise Unreadable(problem.message, _NO_RUN) from None
    if begin > end:
        raise Unreadable(f"“{text}” is no day, and no run of days.", _NO_RUN)
    return begin, begin + _REST_OF_WEEK if of_week else end


def name_of(text: str) -> str:
    """What a text calls a run of days, in front of it: `Holidays 21 Dec to 1 Jan`; empty where it calls it nothing."""
    name = _NAME.match(text)
    return name[0] if name else ""


def aside_of(text: str) -> str:
    """What a text says behind a day or a run of days: `24 Dec (office closed)`; empty where it says nothing."""
    aside = _ASIDE.fullmatch(text)
    return aside["aside"] if aside else ""


def _sides(text: str) -> tuple[str, str]:
    """The words for the first and for the last day of a run; twice the same for a single day."""
    for run in _RUNS:
        if match := run.fullmatch(text.rstrip(".")):
            told = match.groupdict()
            if not told.get("month"):
                return match["first"], match["last"]
            year = (told["year"] or "").strip(" ,")
            first, last = (f"{number} {told['month']} {year}".strip() for number in match.group("first", "last"))
            return first, last
    if not _ALONE.fullmatch(text):
        raise Unreadable(f"“{text}” is no day, and no run of days.", _NO_RUN)
    return text, text


def _day(text: str, *windows: Window) -> date:
    """The day that a text names; one without its year is the only one in the first of the `windows` that has one."""
    try:
        return parse_date(text)
    except Unreadable as problem:
        if not windows or not lacks_year(text):
            raise
        for first, last in windows:
            if day := _within(text, first, last):
                return day
        raise _in_doubt(text) or problem from None


def _within(text: str, first: date, last: date) -> date | None:
    """The only day of that name from `first` to `last`."""
    yearless, numbers = without_year(text), _NUMBERS.fullmatch(text.strip())
    if numbers and "." in text:  # whoever writes dots writes the day first
        yearless = YearlessDay(int(numbers["two"]), int(numbers["one"]), "")
    if yearless is None:
        found = with_day_between(text, first, last)
        return parse_date(found) if found else None
    days = [yearless.in_year(year) for year in range(first.year, last.year + 1)]
    return next((day for day in days if day and first <= day <= last), None)


def _in_doubt(text: str) -> Unreadable | None:
    """Why it is not certain which day a text without a year names."""
    hint = "Write the month as a word, or the day as year-month-day."
    numbers = _NUMBERS.fullmatch(text.strip())
    if numbers and max(one := int(numbers["one"]), two := int(numbers["two"])) <= len(MONTHS) and min(one, two):
        return Unreadable(f"“{text}” may be {one} {MONTHS[two - 1]} or {two} {MONTHS[one - 1]}.", hint)
    yearless = without_year(text)
    if yearless and not yearless._replace(weekday="").in_year(_LEAP_YEAR):
        return Unreadable(f"“{text}” is no date: there is no such day.", "Correct the date.")
    if yearless and yearless.weekday:
        return Unreadable(f"“{text}” is no such day: its weekday is another.", "Correct one of the two.")
    return None


def _in_words(match: re.Match[str], as_of: date, *, ahead: bool) -> date | None:
    """The day that words such as `yesterday` name, seen from a day; None where that is not certain."""
    if match["week"]:
        return as_of + timedelta(days=7 - as_of.weekday()) if ahead else None
    if match["weekday"]:
        wanted = next(at for at in range(7) if f"{date(2001, 1, 1 + at):%a}".lower() == match["weekday"][:3].lower())
        away = (wanted - as_of.weekday()) % 7
        if (not away and not match["last"]) or match["last" if ahead else "next"]:
            return None
        return as_of + timedelta(days=away if ahead else away - 7)
    days = int(match["word"].lower() == "tomorrow") if match["word"] else -int(match["ago"] or 1)
    return as_of + timedelta(days=days) if ahead or days <= 0 else None


def _behind(text: str, end: int) -> str:
    """What was seen, behind the day and what parts it from that."""
    joints = _JOINTS.match(text, end)
    return text[joints.end() if joints else end :]
