"""The cycle of a pack as days: its weeks, and the day on which something is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from pmcoach_lint.coaching.parts import Node
from pmcoach_lint.document import Document
from pmcoach_lint.readers.calendar import weeks_between
from pmcoach_lint.readers.weeks import LONGEST_CYCLE
from pmcoach_lint.syntax.source import view
from pmcoach_lint.tuples import NamedTuple

SHORTEST_CYCLE = 4
"""Weeks; the shortest coaching cycle (`coaching-pms.md`: 4 to 12 weeks). The schema says so of other ones."""

_DAYS = 7
_LAST_WORKING_DAY = 4
"""Friday, as Python counts the days of a week."""

_SHORTEST, _LONGEST = timedelta(weeks=1), timedelta(weeks=26)
"""A last day that is nearer to the first one, or farther from it, is a slip of the pen."""

_WEEKS_IN_A_YEAR = 52
_FIRST_YEAR, _LAST_YEAR = 1, 9980
"""Python's calendar has an end on either side, and no cycle may come near it."""


def as_day(value: Any) -> date | None:
    """The day that a value of a document's data is; None when it is none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


class Cycle(NamedTuple):
    """A coaching cycle: its first day, and how many weeks it has. Week 1 begins on that day, whatever weekday it is.

    `last` is the last day as it is stated: breaks make a cycle longer than its weeks. Without it, it ends with them.
    """

    start: date
    weeks: int
    last: date | None = None

    @property
    def end(self) -> date:
        """The last day."""
        return self.last or self.start + timedelta(days=_DAYS * self.weeks - 1)

    @property
    def span(self) -> int:
        """How many weeks of the calendar there are up to its last day, breaks and all."""
        return weeks_between(self.start, self.last) if self.last else self.weeks

    @property
    def last_week(self) -> int:
        """The last week that its author may speak of, who may count the weeks of breaks or not."""
        return max(self.weeks, self.span)

    def week_of(self, day: date) -> int:
        """The number of the week that `day` is in: 0 and less before the cycle, more than its `span` after it."""
        week = (day - self.start).days // _DAYS + 1
        if self.last is None or day < self.last:
            return week
        return self.span if day == self.last else max(week, self.span + 1)

    def first_of(self, week: int) -> date:
        """The first day of a week."""
        return self.start + timedelta(days=_DAYS * (week - 1))

    def in_week(self, week: int, weekday: int) -> date:
        """The day of a week that is a `weekday`, Monday being 0."""
        first = self.first_of(week)
        return first + timedelta(days=(weekday - first.weekday()) % _DAYS)

    def due_in(self, week: int) -> date:
        """The day by which something is due of which only the week is known: the last working day of that week."""
        last = self.first_of(week) + timedelta(days=_DAYS - 1)
        return last - timedelta(days=max(0, last.weekday() - _LAST_WORKING_DAY))

    def is_over(self, day: date) -> bool:
        """Whether the last day has passed."""
        return day > self.end


@view
def cycle_of(pack: Document) -> Cycle | None:
    """The cycle of a coaching pack; None when it does not say when it begins or how long it is."""
    start, weeks = as_day(pack.data.get("start")), pack.data.get("weeks")
    if start is None or not isinstance(weeks, int) or isinstance(weeks, bool) or weeks < 1:
        return None
    within = start.year > _FIRST_YEAR and start.year + weeks // _WEEKS_IN_A_YEAR < _LAST_YEAR
    last = as_day(pack.data.get("end"))
    is_near = last is not None and _SHORTEST <= last - start <= _LONGEST
    return Cycle(start, weeks, last if is_near else None) if within else None


def weeks_of(pack: Document) -> int | None:
    """How many weeks the cycle of a pack has; None where it does not say so, or where it can be no cycle."""
    weeks = pack.data.get("weeks")
    return weeks if type(weeks) is int and SHORTEST_CYCLE <= weeks <= LONGEST_CYCLE else None


def due(node: Node, cycle: Cycle) -> date | None:
    """The day by which a checkpoint or a review is due: its date, else by the end of its week."""
    week = node.value.get("week")
    return as_day(node.value.get("date")) or (cycle.due_in(week) if type(week) is int else None)
