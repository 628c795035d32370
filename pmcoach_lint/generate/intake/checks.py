"""Where answers contradict each other, and where an answer has no place in coaching."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from pmcoach_lint.coaching.practice import at_least
from pmcoach_lint.generate.intake.bank import ENGAGEMENT_INTAKE, answer_at
from pmcoach_lint.generate.intake.client_checks import Contradiction, client_contradictions
from pmcoach_lint.generate.intake.days import days_in
from pmcoach_lint.language.boundaries import boundary_of
from pmcoach_lint.language.contacts import emails, phone_numbers
from pmcoach_lint.language.crossings import Boundary
from pmcoach_lint.language.listed import Listed
from pmcoach_lint.language.special import special_in
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.readers.calendar import MONTH, MONTHS
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.standards import Standards
from pmcoach_lint.syntax.source import Source
from pmcoach_lint.weekly.rhythm import is_working_day, read_rhythm

_WEEKS_SAID = regex(r"\b(\d{1,2})[- ]weeks?\b|\bin (\d{1,2}) weeks\b", re.IGNORECASE)
_BY = regex(
    rf"\bby (?:(?P<day>\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} (?:{MONTH}) \d{{4}})"
    rf"|(?P<end>the end of )?(?P<month>{MONTH})(?: (?P<year>\d{{4}}))?)\b(?! \d)",
    re.IGNORECASE,
)
_LATER = timedelta(days=14)
"""A goal may look so far beyond its cycle. Our own figure."""

_SHORTEST_REP = 30
"""Minutes (`coaching-pms`, its templates: reps of 30 to 90 minutes each)."""

_ANYWHERE = frozenset({"performance-process", "hr-documentation", "investigation"})
"""Matters that end an intake wherever they turn up; the others only where the answer says what is wanted."""

WANTED = frozenset({"Coaching goal", "Challenges"})
"""The values in which a coach says what the cycle is wanted for."""


def boundary_in(name: str, text: str) -> Boundary | None:
    """The boundary that the answer for the value called `name` crosses; None where coaching can go on."""
    boundary = boundary_of(text)
    if boundary and (boundary.name in _ANYWHERE or name in WANTED):
        return boundary
    return None


def personal_in(text: str, names: tuple[str, ...] = ()) -> str | None:
    """What in an answer is nobody's business at work, told without repeating it; None where there is nothing.

    It is what the rules about privacy find in documents: health, family, faith and the like, how to reach somebody, and
    the real `names` that a team has listed.
    """
    source = Source(text, "")
    kinds = [kind.what for kind, _ in special_in(source)]
    kinds += ["an e-mail address"] if next(emails(source), None) else []
    kinds += ["a phone number"] if next(phone_numbers(source, ()), None) else []
    kinds += ["a name on your list of real names"] if names and Listed(names).places(source) else []
    if not kinds:
        return None
    what = in_a_row(list(dict.fromkeys(kinds)), "and")
    return f"This holds {what}. A pack needs what was done at work; say that, and leave the rest unsaid."


def contradictions(data: dict[str, Any], standards: Standards | None = None) -> Iterator[Contradiction]:
    """What in the data of an intake cannot hold together; levels of the value ladder only by the `standards`."""
    logistics = data.get("logistics", {})
    if data.get("type") == ENGAGEMENT_INTAKE:
        yield from client_contradictions(data, off_days(logistics.get("days_off", ()), data.get("start")), standards)
        return
    if data.get("pm") and data.get("pm") == data.get("coach"):
        yield Contradiction(("PM", "Coach"), f"“{data['pm']}” is both the PM and the coach.")
    goal = str(answer_at(data, ("goals", "goal")) or "")
    yield from _of_weeks(logistics.get("weeks"), goal)
    yield from _of_end(logistics, goal)
    yield from _of_days_off(logistics)
    practice, coach, session = (
        at_least(logistics.get(key)) for key in ("practice_time", "coach_time", "session_length")
    )
    if practice and practice < _SHORTEST_REP:
        message = f"{practice} minutes of practice a week hold no rep: one takes {_SHORTEST_REP} to 90 minutes."
        yield Contradiction(("Practice time", "Coaching goal"), message)
    rhythm = read_rhythm(str(logistics.get("meetings", "")))
    weekly = rhythm is None or rhythm.every == 1
    if coach and session and weekly and session > coach:
        message = f"A session takes {session} minutes, and the coach has {coach} minutes a week."
        yield Contradiction(("Session length", "Coach time"), message)
    strengths = {_key(text) for text in answer_at(data, ("person", "strengths")) or ()}
    for text in answer_at(data, ("state", "challenges")) or ():
        if _key(text) in strengths:
            yield Contradiction(("Strengths", "Challenges"), f"“{text}” is named as a strength and as a challenge.")


def _of_weeks(weeks: dict[str, int] | None, goal: str) -> Iterator[Contradiction]:
    for match in _WEEKS_SAID.finditer(goal):
        said = int(match[1] or match[2])
        if weeks and said != weeks["to"]:
            yield Contradiction(
                ("Weeks", "Coaching goal"), f"The goal speaks of {said} weeks, the cycle has {weeks['to']}."
            )


def _of_end(logistics: dict[str, Any], goal: str) -> Iterator[Contradiction]:
    """A goal that is to be reached long after the cycle: by a day, a month, or the end of one."""
    start, weeks = logistics.get("start"), logistics.get("weeks")
    if not start or not weeks:
        return
    first = date.fromisoformat(start)
    end = first + timedelta(weeks=weeks["to"], days=-1)
    for match in _BY.finditer(goal):
        by = _day_meant(match, first)
        if by and by > end + _LATER:
            message = f"The goal is to be reached “{match[0]}”, and the cycle ends on {end}."
            yield Contradiction(("Coaching goal", "End of the cycle"), message)


def _day_meant(match: re.Match[str], start: date) -> date | None:
    """The day that a goal names, of a month its first one or, of its end, one of the last; None for none there is."""
    if match["day"]:
        try:
            return parse_date(match["day"])
        except Unreadable:
            return None
    month = next(at for at, name in enumerate(MONTHS, 1) if name[:3].casefold() == match["month"][:3].casefold())
    year = int(match["year"] or start.year + (month < start.month))
    return date(year, month, 28 if match["end"] else 1) if year else None


def _of_days_off(logistics: dict[str, Any]) -> Iterator[Contradiction]:
    start, weeks = logistics.get("start"), logistics.get("weeks")
    if not start:
        return
    first = date.fromisoformat(start)
    off = off_days(logistics.get("days_off", ()), start)
    if first in off:
        yield Contradiction(("Start", "Days off"), f"The cycle starts on {first}, which is a day off.")
    if weeks:
        days = [first + timedelta(days=number) for number in range(weeks["to"] * 7)]
        working = list(filter(is_working_day, days))
        if sum(day in off for day in working) * 2 > len(working):
            message = f"More than half of the {weeks['to']} weeks from {first} are days off."
            yield Contradiction(("Weeks", "Days off"), message)


def off_days(texts: Any, start: str | None = None) -> frozenset[date]:
    """All days off, those that can be read; those without their year are the ones after the `start` of the cycle."""
    near = date.fromisoformat(start) if start else None
    found: set[date] = set()
    for text in texts:
        try:
            first, last = days_in(text, near)
        except Unreadable:
            continue
        found.update(first + timedelta(days=number) for number in range(min((last - first).days + 1, 366)))
    return frozenset(found)


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
