"""Days amid other words: several things with a day each (`guide on Dec 15, memo on Jan 22`), a day and its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from pmcoach_lint.readers.calendar import DAY, NTH, SHORT_MONTH, WEEKDAY
from pmcoach_lint.readers.dates import YearlessDay, day_and_month
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between, trim

_IN_NUMBERS = r"\d{1,2}\.\d{1,2}\.(?!\d)|[01]\d-[0-3]\d(?![\d-])"
_DAY = rf"(?:{WEEKDAY}\.?,?\s+)?(?:{DAY}|{_IN_NUMBERS})"
_AND = r"(?:\s*(?:[,;|/+]|·|→|->)\s*(?:and\s+)?|\s+and\s+)"
_MAY_TELL = regex(
    rf"\d{NTH}[\s-]+(?:of )?(?:{SHORT_MONTH})|(?:{SHORT_MONTH})[a-z]*\.?[\s-]+\d|\d[-/.]\d\d?[-/.]\d|{_IN_NUMBERS}",
    re.IGNORECASE,
)
"""What is in every day, and takes less to look for: most lines tell none."""

_JOINTS = (". ", ",", ";", "|", "/", "+", "·", "→", "->", " and ")
_IN_FRONT = regex(rf"(?:(?:on|by)\s+)?{_DAY}(?!\w)\s*(?:[(:]|-\s|[–—]\s)", re.IGNORECASE)
_NEXT = regex(
    rf"(?:{_AND}|(?<=[^\W\d_]{{3}})\.\s+)(?=(?:on\s+|by\s+)?{_DAY}(?!\w)\s*(?:[(:]|-\s|[–—]\s))", re.IGNORECASE
)
_BEHIND = regex(rf"[^\W\d_][^()\n]*?(?:\son\s|\sby\s|\s?\(|:\s)(?:on\s)?{_DAY}\)?", re.IGNORECASE)
_ON = regex(rf"(?<!\s)(?:,?\s+on|\s+by)\s+(?P<day>{_DAY})\.?$", re.IGNORECASE)

_ONE_DAY = regex(DAY, re.IGNORECASE)
_ONE_OF_DAYS = regex(rf"(?:{WEEKDAY}\.?,?\s)?(?:{DAY}|\d{{1,2}}\.\d{{1,2}}\.)", re.IGNORECASE)
_ONLY_DAYS = regex(rf"{_ONE_OF_DAYS.pattern}(?:\s*(?:[,;&/]|\band\b)\s*{_ONE_OF_DAYS.pattern})*\.?", re.IGNORECASE)
_NAMED = r"[^\W\d_][\w-]*"
_REMARKED = regex(
    rf"(?P<day>(?:{WEEKDAY}\.?,?\s)?{DAY})"
    r"(?!,?\s(?:or|if|and|to|until|till|through|next|last|this|weeks?|months?|years?|onwards?|ish|plus|minus|at|of)\b)"
    rf"(?:,?\s{_NAMED}){{1,2}}",
    re.IGNORECASE,
)
"""A day with a word or two behind it that say what it is for, and do not move it: `8 Jan mid`, `Dec 1 start`."""

_GONE_ON_ABOUT = regex(
    rf"(?P<day>(?:{WEEKDAY}\.?,?\s)?{DAY})[,;]\s(?!(?:or|if|and|then|until|till|{WEEKDAY})\b)"
    r"(?!.*\b(?:mov|postpon|shift|slip|cancel|delay|later|instead|not\b|resched))[^\W\d_][^→>]*",
    re.IGNORECASE,
)
"""A day, and behind a comma what is said of it, which does not move it: `28 Sep, six sessions so far`."""

_CALLED = regex(
    rf"(?:(?!(?:before|after|not|no|since|past|until|till|or|if|last|next|{WEEKDAY})\b){_NAMED}\s?[:,]?\s){{1,2}}"
    rf"(?P<day>(?:{WEEKDAY}\.?,?\s)?{DAY})",
    re.IGNORECASE,
)
"""The same with the words in front: `Midpoint 8 Jan`, `Check: 8 Jan`."""

_MARKS = " ?✓✔✅☑"
"""What stands behind a day that is not certain, or done with."""

_WEEK = 7
_ANY_YEAR = 2026
"""A year without a leap day, as is the one behind it: most days of a cycle are on the same days of the week."""


def split_told_days(text: str, span: Span) -> list[Span]:
    """The parts of a line that each tell a thing with its day, in front or behind; else the line itself."""
    line = text[slice(*span)]
    one = _MAY_TELL.search(line) if any(map(line.__contains__, _JOINTS)) else None
    if one is None or not _MAY_TELL.search(line, one.end()):
        return [span]
    if _IN_FRONT.match(text, *span):
        cuts = [match.span() for match in _NEXT.finditer(text, *span) if not _is_inside(text, span[0], match.start())]
        return [trim(text, part) for part in between(span, cuts)]
    parts: list[Span] = []
    start = span[0]
    while told := _BEHIND.match(text, start, span[1]):
        parts.append(told.span())
        joint = _JOINT.match(text, told.end(), span[1])
        if not joint:
            break
        start = joint.end()
    is_all = bool(parts) and not text[parts[-1][1] : span[1]].strip(" .")
    return parts if is_all and len(parts) > 1 else [span]


_JOINT = regex(_AND, re.IGNORECASE)


def day_behind(text: str, span: Span) -> tuple[Span, Span] | None:
    """What stands in front of the day at the end of a text, and that day: `guide on Dec 15`; None for no such day."""
    match = _ON.search(text, *span) if _MAY_TELL.search(text, *span) else None
    return ((span[0], match.start()), match.span("day")) if match and match.start() > span[0] else None


def split_days(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the days from `start` to `end` of a text, when nothing but days stands there: `16 Nov, 7 Dec`."""
    if not _ONLY_DAYS.fullmatch(text, start, end):
        return []
    return [match.span() for match in _ONE_OF_DAYS.finditer(text, start, end)]


def beside_words(text: str) -> str | None:
    """The day in a text with a word or two beside it that say what it is for (`8 Jan MID`); None for any other."""
    bare = text.strip(" *_.")
    remarked = _REMARKED.fullmatch(bare) or _CALLED.fullmatch(bare)
    if remarked is None and len(_ONE_DAY.findall(bare)) == 1:
        remarked = _GONE_ON_ABOUT.fullmatch(bare)
    day = remarked["day"] if remarked else bare.rstrip(_MARKS)
    return day if day != bare else None


def names_days(text: str) -> bool:
    """Whether `text` is a stretch from one day to another: `Nov 30 → Jan 29`, `by 18 Dec, at the latest 8 Jan`."""
    return len(_ONE_DAY.findall(text)) > 1


def _is_inside(text: str, start: int, at: int) -> bool:
    """Whether a place is inside of brackets."""
    return text.count("(", start, at) > text.count(")", start, at)


def are_weeks(days: Iterable[str]) -> bool:
    """Whether days, with or without their years, are in order and all on the same day of the week."""
    year, known = _ANY_YEAR, list[date]()
    for text in days:
        told = day_and_month(text)
        year += bool(told and known and told[0] < known[-1].month)
        day = YearlessDay(*told, "").in_year(year) if told else None
        if day is None or (known and (day <= known[-1] or (day - known[-1]).days % _WEEK)):
            return False
        known.append(day)
    return bool(known)
