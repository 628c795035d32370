"""The cycle of a document that tells it in its plan alone, with the days of its weeks: `| Wk 1 | 30-Nov |`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.registry import said_by
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.tuples import NamedTuple

_WORD = r"(?:weeks?|wks?|w|kw|cw)"
_WEEKS_AND_DAY = regex(
    rf"(?:^|(?<=\|))[ \t>]*(?:(?:[-*+]|•)\s|#+\s|\|)?[ \t]*[*_]{{0,3}}(?P<name>(?P<word>{_WORD}\.?[ \t]?#?)?"
    r"(?P<week>\d{1,2})(?:\s?[–-]\s?(?P<last>\d{1,2}))?)(?![\w/.])"
    r"(?:[ \t|:(,·*_-]|[–—]){1,9}(?:(?:starts?|starting|begins?|beginning|from)\s(?:on\s)?)?"
    rf"(?P<day>(?:{WEEKDAY}\.?,?\s)?(?:{DAY}|\d{{1,2}}[./]\d{{1,2}}\b\.?))",
    re.IGNORECASE | re.MULTILINE,
)
"""One week or several, and a day right behind them, where a line or a cell begins."""

_COLUMN_OF_WEEKS = regex(rf"\s*\|[ \t*_]*{_WORD}\b", re.IGNORECASE)
_ANY_WEEK = regex(
    rf"(?:\b{_WORD}\.?[ \t]?#?|^[ \t]*\|[ \t]*|(?=\d{{1,2}}[ \t-]?(?:weeks?|wks?)\b))"
    r"(?P<week>\d{1,2})\b(?:\s?[–-]\s?(?P<last>\d{1,2})\b)?",
    re.IGNORECASE | re.MULTILINE,
)
"""Weeks that are named, counted (`10 weeks`), or may be a row's."""

_WEEK = timedelta(weeks=1)
_TUESDAY = 1
_FEWEST = 2


class _Weeks(NamedTuple):
    """Weeks of a plan: the numbers of the first and the last, the day on which they begin, and where both stand."""

    first: int
    last: int
    day: date
    name: Span
    span: Span

    @property
    def is_of_calendar(self) -> bool:
        """Whether it is numbered as the calendar does, like `KW 49`."""
        return self.day.isocalendar().week == self.first


def first_and_last_week(text: str, body: int, context: Context) -> tuple[date, int | None, Span, Span] | None:
    """When a plan begins whose weeks tell their days, how many weeks it has, and where its first week and day stand.

    Returns:
        None where the days are not certainly the first ones of their weeks: where a week later is no week later, where
        the first one begins late in the week, or is told twice. No number of weeks where they are those of the
        calendar, some have no line, or there are later ones.
    """
    told = [*_told(text, body, context)]
    plan = _plan(told)
    if len(plan) < _FEWEST or plan[0].day.weekday() > _TUESDAY:
        return None
    first, last = plan[0], plan[-1]
    if any(other.first == first.first and other.day != first.day for other in told):
        return None
    covered = sum((each.last - each.first) for each in plan) + len(plan)
    is_whole = first.first == 1 and last.last == covered and last.day - first.day == (last.first - 1) * _WEEK
    later = any(int(match["last"] or match["week"]) > covered for match in _ANY_WEEK.finditer(text, body))
    return first.day, covered if is_whole and not later else None, first.name, first.span


def weeks_in_front(text: str, line: Span) -> int:
    """How many weeks a line begins with, and the day right behind them; 0 for a line that does not begin so."""
    match = _WEEKS_AND_DAY.match(text, *line)
    return int(match["last"] or match["week"]) - int(match["week"]) + 1 if match else 0


def _plan(told: list[_Weeks]) -> list[_Weeks]:
    """Those of the weeks `told` that follow each other from the first one on; none where the next is not on time.

    Weeks of one's own numbers may leave out breaks, and so begin later than their numbers say.
    """
    first = told[0] if told else None
    if not first or not (first.first == 1 or first.is_of_calendar):
        return []
    plan = [first]
    for each in told[1:]:
        before = plan[-1]
        is_due = each.day - before.day >= (each.first - before.first) * _WEEK and each.first > before.last
        if not (each.is_of_calendar and each.day > before.day if first.is_of_calendar else is_due):
            break
        plan.append(each)
    return plan if plan[1:] and plan[1].day - first.day == (first.last - first.first + 1) * _WEEK else []


def _told(text: str, body: int, context: Context) -> Iterator[_Weeks]:
    """The weeks that a text tells with a day whose year is certain; a number alone is one in a column of weeks."""
    for match in _WEEKS_AND_DAY.finditer(text, body):
        if not match["word"] and not _COLUMN_OF_WEEKS.match(text, text.rfind("\n\n", 0, match.start()) + 2):
            continue
        day = said_by("date", match["day"], context)
        week = int(match["week"])
        if day:
            yield _Weeks(
                week, int(match["last"] or week), date.fromisoformat(day), match.span("name"), match.span("day")
            )
