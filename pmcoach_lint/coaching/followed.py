"""What has been followed up in a pack: when something is due, and what the tracker says of each bet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from weakref import WeakKeyDictionary

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import Cycle, as_day, cycle_of
from pmcoach_lint.coaching.parts import REVIEW_PLAN, REVIEWS, TRACKER, Node, Row
from pmcoach_lint.tuples import NamedTuple

CHECKPOINT, ARTIFACT, REVIEW = "checkpoint", "artifact review", "review"
"""What is planned for a day: a checkpoint of a bet, the review of an artifact, one of all bets."""

AT_RISK = frozenset({"at risk", "missed"})
"""The statuses of a tracker's row by which a bet is at risk."""

EARLY = 6
"""Days; a row so long before something is due may be about it: it was looked at in the session of that week."""

MONTH = 31
"""Days; after so many without a row in the tracker nothing else is said of what it lacks."""

_WEEKS_TO_CLOSE = 2
CLOSING = timedelta(weeks=_WEEKS_TO_CLOSE)
"""Closing a cycle may take so long after its last day."""


class Entry(NamedTuple):
    """A row of the tracker with its day: of one that names a week alone, the first of that week."""

    row: Row
    on: date

    @property
    def status(self) -> str:
        """What the row says of the bet; empty where it says nothing."""
        return self.row.node.text("status")


_known: WeakKeyDictionary[Chain, list[Entry]] = WeakKeyDictionary()


def entries(chain: Chain) -> list[Entry]:
    """The rows of the tracker that have a day and do not wait for it, the oldest first.

    They are put in order when somebody first asks.
    """
    found = _known.get(chain)
    if found is None:
        found = _known[chain] = _dated(chain)
    return found


def _dated(chain: Chain) -> list[Entry]:
    cycle = cycle_of(chain.pack)
    dated = [Entry(row, on) for row in chain.rows if not row.waits and (on := day_of(row.node.value, cycle))]
    return sorted(dated, key=lambda entry: entry.on)


def day_of(row: Mapping[str, Any], cycle: Cycle | None) -> date | None:
    """The day of a row, or the first one of its week; None where it has neither, or a week of the calendar."""
    if day := as_day(row.get("date")):
        return day
    week = row.get("week")
    return cycle.first_of(week) if cycle and type(week) is int and week <= cycle.last_week + _WEEKS_TO_CLOSE else None


def entries_of(chain: Chain, place: int) -> list[Entry]:
    """The rows that are booked on the bet at `place`, or on none that anybody can tell, the oldest first.

    A row about “both”, or about the cycle, may well be about this bet.
    """
    return [entry for entry in entries(chain) if not entry.row.bets or place in entry.row.bets]


def was_looked_at(day: date, rows: Iterable[date]) -> bool:
    """Whether one of the tracker's rows, of which the days are given, may be about what was due on a day."""
    return any((day - on).days <= EARLY for on in rows)


class Due(NamedTuple):
    """What is planned for a week or a day: its record, what it is called, and the place of the bet it belongs to."""

    node: Node
    kind: str
    bet: int | None


def due_nodes(chain: Chain) -> Iterator[Due]:
    """What is planned for a week or a day: checkpoints, reviews of artifacts, reviews."""
    for place, bet in enumerate(chain.bets):
        yield from (Due(node, CHECKPOINT, place) for node in bet.planned("checkpoints"))
    for plan in chain.plans_of_none:
        yield from (Due(node, CHECKPOINT, None) for node in plan.nodes("checkpoints"))
    yield from (Due(node, ARTIFACT, None) for node in chain.nodes(REVIEWS))
    yield from (Due(node, REVIEW, None) for node in chain.nodes(REVIEW_PLAN))


def running(chain: Chain, as_of: date) -> Cycle | None:
    """The cycle of a pack that is active, and has begun but not ended on the day `as_of`.

    None as well where there is no tracker to look at, or none of its rows has a day: both are told elsewhere.
    """
    cycle, pack = cycle_of(chain.pack), chain.pack
    is_kept = "tracker" in pack.data.get("follow_up", {}) or bool(chain.rows)
    unread = not is_kept or _has_no_day(chain)
    if cycle is None or pack.status != "active" or unread:
        return None
    return cycle if cycle.start <= as_of <= cycle.end + CLOSING else None


def _has_no_day(chain: Chain) -> bool:
    """Whether the tracker has rows, and none of them a day."""
    cycle = cycle_of(chain.pack)
    return bool(chain.nodes(TRACKER)) and not any(day_of(row.node.value, cycle) for row in chain.rows)


def last_entry(chain: Chain, as_of: date) -> Entry | None:
    """The last row of the tracker by the day `as_of`; None where there is none."""
    return next((entry for entry in reversed(entries(chain)) if entry.on <= as_of), None)


def days_silent(chain: Chain, cycle: Cycle, as_of: date) -> int:
    """The days since the last row of the tracker, or since the cycle began."""
    last = last_entry(chain, as_of)
    return (as_of - max(last.on if last else cycle.start, cycle.start)).days


def followed_cycle(chain: Chain, as_of: date) -> Cycle | None:
    """The cycle that runs on the day `as_of` and whose tracker has a row of the last month."""
    cycle = running(chain, as_of)
    return cycle if cycle and days_silent(chain, cycle, as_of) <= MONTH else None
