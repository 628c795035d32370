"""When things happen: reps within the time there is, checkpoints and reviews on days that are not off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from pmcoach_lint.generate.draft.facts import Facts
from pmcoach_lint.generate.draft.leverage import Candidate
from pmcoach_lint.generate.draft.library import Rep

_THURSDAY = 3
_WORKING_DAYS = 5
_CHECKPOINTS = (1, 4, 8)
"""The weeks of checkpoints besides the last one (`coaching-pms`, its templates: weeks 1, 4 and 8 or 12)."""


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
    days = (facts.cycle.first_of(week) + timedelta(days=number) for number in range(7))
    free = [day for day in days if day.weekday() < _WORKING_DAYS and day not in facts.off]
    return min(free, key=lambda day: (abs((day - wanted).days), day), default=wanted)


def checkpoint_weeks(weeks: int) -> list[int]:
    """The weeks in which a cycle is looked at: the first, the fourth, the eighth, and the last."""
    return sorted({*(week for week in _CHECKPOINTS if week < weeks - 1), weeks})


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
