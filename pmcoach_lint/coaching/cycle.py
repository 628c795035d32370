"""The cycle of a pack: its first and last day, and the day on which something is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from pmcoach_lint.binding.durations import LONGEST_CYCLE
from pmcoach_lint.coaching.parts import Node
from pmcoach_lint.document import Document

SHORTEST_CYCLE = 4
"""Weeks; the shortest coaching cycle (`coaching-pms.md`: 4 to 12 weeks). The schema says so of other ones."""

_WEEK = 7


class Cycle(NamedTuple):
    """A coaching cycle: its first day, and how many weeks it has."""

    start: date
    weeks: int

    @property
    def end(self) -> date:
        """The last day of the last week."""
        return self.last_day(self.weeks)

    def last_day(self, week: int) -> date:
        """The last day of a week, counted from 1."""
        return self.start + timedelta(days=week * _WEEK - 1)


def cycle_of(document: Document) -> Cycle | None:
    """The cycle of a pack; None where it does not say when it starts, or how long it is."""
    start, weeks = day(document.data.get("start")), weeks_of(document)
    return Cycle(start, weeks) if start and weeks else None


def weeks_of(document: Document) -> int | None:
    """How many weeks the cycle of a pack has; None where it does not say so, or where it can be no cycle."""
    weeks = document.data.get("weeks")
    return weeks if type(weeks) is int and SHORTEST_CYCLE <= weeks <= LONGEST_CYCLE else None


def day(value: object) -> date | None:
    """The day that a value of a document stands for, if it is one."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def due(node: Node, cycle: Cycle) -> date | None:
    """The day by which a checkpoint or a review is due: its date, else the end of its week."""
    week = node.value.get("week")
    return day(node.value.get("date")) or (cycle.last_day(week) if type(week) is int else None)
