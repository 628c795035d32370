"""Shares of time out of an event log."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

ENOUGH_ENTRIES = 5
"""With fewer entries a log says nothing about shares of time. Our own figure."""

ENOUGH_KNOWN = 0.5
"""At least this part of the entries must give duration and work type for the log to be held against a claim. Ours."""

DRIFT = 10
"""A stated share may differ from the logged one by so many points; one that moves by less may be said to stay. Ours."""

WORK_TYPES = ("tactical", "operational", "strategic", "capability building")
"""The types of work, from the least valuable to the client to the most."""

STRATEGIC = frozenset({"strategic", "capability building"})
"""The types of work that a higher rate is paid for, told together."""

SHARES: Path = ("opportunities", "time")
"""Where an assessment states the shares of time."""


class LoggedTime(NamedTuple):
    """What a log says about a stretch of time.

    `minutes` holds the minutes of each work type, `first` and `last` are the dates of the first and last entry that
    counts (ISO), and `indexes` say which entries of the log those are.
    """

    minutes: dict[str, float]
    first: str
    last: str
    indexes: tuple[int, ...]

    @property
    def total(self) -> float:
        """All minutes that were logged."""
        return sum(self.minutes.values())

    def share(self, work_type: str) -> float:
        """The share of a work type in percent."""
        return 100 * self.minutes.get(work_type, 0.0) / self.total

    @property
    def strategic(self) -> float:
        """The share of strategic work and capability building together, in percent."""
        return sum(map(self.share, STRATEGIC))


def shift_of(current: float, target: float) -> str:
    """In which direction a share of time is to go: `increase`, `reduce` or `maintain`."""
    return "maintain" if current == target else "increase" if current < target else "reduce"


def is_kept(shift: str, current: float, target: float) -> bool:
    """Whether a share goes the way that its row states; shares are estimates, and what stays may move by a little."""
    moved = shift_of(current, target)
    return shift == moved or (shift == "maintain" and abs(current - target) < DRIFT)


def logged_time(entries: list[dict[str, Any]], after: str, until: str) -> LoggedTime | None:
    """Add up the entries of a log by work type.

    Args:
        entries: The log's entries, as data.
        after: Only entries after this date count (ISO); all, when it is empty.
        until: Only entries up to this date count (ISO); all, when it is empty.

    Returns:
        The sums; None when too few entries give date, duration and work type to say anything.
    """
    inside = [
        (index, entry)
        for index, entry in enumerate(entries)
        if (date := entry.get("date")) and (not after or date > after) and (not until or date <= until)
    ]
    known = [index for index, entry in inside if is_counted(entry)]
    if len(known) < ENOUGH_ENTRIES or len(known) < ENOUGH_KNOWN * len(inside):
        return None
    return _added(entries, known)


def minutes_of(entry: dict[str, Any]) -> float:
    """How long an entry says it took, in minutes: the middle of a range, 0 where it does not say."""
    duration = entry.get("duration")
    if isinstance(duration, dict):
        return (float(duration["from"]) + float(duration["to"])) / 2
    return float(duration or 0)


def is_counted(entry: dict[str, Any]) -> bool:
    """Whether an entry tells its day, its work type and how long it took, so that shares of time can count it."""
    return isinstance(entry.get("date"), str) and bool(entry.get("work_type") and minutes_of(entry))


def by_month(entries: list[dict[str, Any]]) -> list[tuple[str, LoggedTime]]:
    """The logged time of each month of the calendar (2026-09) in which entries say their work type and how long."""
    months: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        if is_counted(entry):
            months.setdefault(entry["date"][:7], []).append(index)
    return [(month, _added(entries, places)) for month, places in sorted(months.items())]


def _added(entries: list[dict[str, Any]], places: list[int]) -> LoggedTime:
    minutes: dict[str, float] = {}
    for place in places:
        entry = entries[place]
        minutes[entry["work_type"]] = minutes.get(entry["work_type"], 0.0) + minutes_of(entry)
    dates = [entries[place]["date"] for place in places]
    return LoggedTime(minutes, min(dates), max(dates), tuple(places))
