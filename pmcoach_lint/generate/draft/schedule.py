"""When things happen: reps within the time there is, checkpoints and reviews on days that are not off."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta

from pmcoach_lint.coaching.cycle import Cycle
from pmcoach_lint.generate.draft.facts import Facts
from pmcoach_lint.generate.draft.leverage import Candidate
from pmcoach_lint.generate.draft.library import Library, Rep
from pmcoach_lint.readers.calendar import DAY
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.rhythm import nearest_day, working_days

_THURSDAY = 3
_CHECKPOINTS = (1, 4, 8)
"""The weeks of checkpoints besides the last one (`coaching-pms`, its templates: weeks 1, 4 and 8 or 12)."""

_EARLIEST_STRETCH = 3
"""The first week in which stretch work can be used: reps come before it. Our own figure."""

_TIME_TO_PRACTISE = timedelta(days=2)
"""How long before a session a rep has to begin to be ready for it. Our own figure."""

_DAY = regex(rf"(?<![\w-]){DAY}(?![\w-])", re.IGNORECASE)


class Planned(NamedTuple):
    """A rep with its id and the weeks in which it is done."""

    id: str
    rep: Rep
    first: int
    last: int

    @property
    def weeks(self) -> str:
        """The weeks as they are written."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def day_in(facts: Facts, week: int) -> date:
    """The day of a week on which coach and PM meet; where it is off, the nearest working day of that week.

    Where the whole week is off, its meeting day stands.
    """
    rhythm = facts.rhythm
    wanted = facts.cycle.in_week(week, rhythm.weekdays[0] if rhythm else _THURSDAY)
    return nearest_day(wanted, _free(facts, week))


def begins_with_a_session(facts: Facts) -> bool:
    """Whether the first session comes before there has been a day to practise."""
    return day_in(facts, 1) - facts.cycle.start < _TIME_TO_PRACTISE


def _free(facts: Facts, week: int) -> list[date]:
    """The working days of a week that are not off."""
    return working_days(facts.cycle.first_of(week), facts.off)


def checkpoint_weeks(facts: Facts) -> list[int]:
    """The weeks in which a cycle is looked at: the first, the fourth, the eighth, and the last.

    Where one of them is off altogether, the nearest other week takes its place, of two the later one.
    """
    weeks = facts.cycle.weeks
    usual = (*(week for week in _CHECKPOINTS if week < weeks - 1), weeks)
    working = [week for week in range(1, weeks + 1) if _free(facts, week)]
    return sorted({_nearest(week, working) for week in usual})


def weeks_off(facts: Facts) -> list[int]:
    """The weeks that are off altogether."""
    return [week for week in range(1, facts.cycle.weeks + 1) if not _free(facts, week)]


def extra_weeks(facts: Facts) -> list[int]:
    """The weeks of checkpoints in which the two have no session: they meet every few weeks."""
    return [week for week in checkpoint_weeks(facts) if (week - 1) % _every(facts)]


def review_week(facts: Facts, week: int) -> int:
    """The week with a session that is nearest to the one that is wanted."""
    return _nearest(week, _session_weeks(facts))


def _session_weeks(facts: Facts) -> list[int]:
    return [week for week in range(1, facts.cycle.weeks + 1, _every(facts)) if _free(facts, week)]


def _every(facts: Facts) -> int:
    return facts.rhythm.every if facts.rhythm else 1


def _nearest(week: int, weeks: list[int]) -> int:
    return min(weeks, key=lambda other: (abs(other - week), -other), default=week)


class Stretch(NamedTuple):
    """A stretch assignment: what it is done for (empty where nobody has said), and when it is drafted and used."""

    work: str
    drafted: int
    used: int
    day: date


def plan_stretches(bets: Iterable[Candidate], facts: Facts, library: Library) -> list[Stretch]:
    """The stretch assignment of each bet, on the coming work that is about it, or on what no other bet has taken.

    It is used on the day that the coming work names, and in the last week where that names none in time.
    """
    left = list(facts.texts("goals", "work"))
    found = []
    for bet in bets:
        work = next((text for text in left if library.area_of(text) == bet.area), left[0] if left else "")
        if work:
            left.remove(work)
        day = _day_named(work, facts.cycle)
        used = facts.cycle.week_of(day) if day else checkpoint_weeks(facts)[-1]
        drafted = max((week for week in _session_weeks(facts) if week < used), default=used - 1)
        found.append(Stretch(work, drafted, used, day or day_in(facts, used)))
    return found


def _day_named(work: str, cycle: Cycle) -> date | None:
    """The last day of a cycle that a text names, with or without its year; None where that is too early a day."""
    days = []
    for match in _DAY.finditer(work):
        for text in (match[0], f"{match[0]} {cycle.start.year}", f"{match[0]} {cycle.end.year}"):
            with suppress(Unreadable):
                days.append(parse_date(text))
    within = [day for day in days if _EARLIEST_STRETCH <= cycle.week_of(day) <= cycle.weeks]
    return max(within, default=None)


def plan_reps(bets: Iterable[Candidate], facts: Facts) -> list[list[Planned]]:
    """The reps of each bet, so that no week holds more than the PM has time for, if one rep of each bet fits at all.

    The first rep is done in the first half, the third in the second half, and another one throughout if it fits.
    """
    weeks = facts.cycle.weeks
    half = (weeks + 1) // 2
    several = [each.step.reps for each in bets if each.step]
    firsts = _fitted([reps[0] for reps in several], several, facts.practice)
    lasts = _fitted([reps[min(2, len(reps) - 1)] for reps in several], several, facts.practice)
    load = max(sum(rep.minutes for rep in chosen) for chosen in (firsts, lasts)) if several else 0
    found = []
    for number, (reps, first, last) in enumerate(zip(several, firsts, lasts, strict=True), 1):
        chosen = [(first, 1, half), (last, half + 1, weeks)]
        more = next((rep for rep in reps if rep not in (first, last) and load + rep.minutes <= facts.practice), None)
        if more:
            chosen.append((more, 1, weeks))
            load += more.minutes
        found.append(_numbered(number, chosen))
    return found


def _fitted(wanted: list[Rep], several: list[tuple[Rep, ...]], practice: int) -> list[Rep]:
    """One rep of each bet: those that are wanted, or, from the last bet on, the shortest, until they fit."""
    chosen = list(wanted)
    for place in reversed(range(len(chosen))):
        if sum(rep.minutes for rep in chosen) > practice:
            chosen[place] = min(several[place], key=lambda rep: rep.minutes)
    return chosen


def _numbered(bet: int, chosen: list[tuple[Rep, int, int]]) -> list[Planned]:
    """The reps in the order in which they begin; one that goes on in the next half is one rep."""
    merged: dict[Rep, tuple[int, int]] = {}
    for rep, first, last in chosen:
        earlier = merged.get(rep, (first, last))
        merged[rep] = (min(earlier[0], first), max(earlier[1], last))
    ordered = sorted(merged.items(), key=lambda each: each[1][0])
    return [Planned(f"R{bet}.{number}", rep, *weeks) for number, (rep, weeks) in enumerate(ordered, 1)]


def busiest(planned: Iterable[list[Planned]], weeks: int) -> int:
    """The minutes of the week with the most practice."""
    reps = [each for bet in planned for each in bet]
    return max(
        sum(each.rep.minutes for each in reps if each.first <= week <= each.last) for week in range(1, weeks + 1)
    )
