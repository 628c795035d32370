"""What has been followed up in a pack: when something is due, and what the tracker says of each bet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import Cycle, as_day, cycle_of, due
from pmcoach_lint.coaching.parts import REVIEW_PLAN, REVIEWS, TRACKER, Node, Row, review_in
from pmcoach_lint.document import Document
from pmcoach_lint.names import name_key
from pmcoach_lint.syntax.source import view
from pmcoach_lint.syntax.yaml_marks import Path
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


_PLANNED = frozenset({"evidence", "question", "otherwise"})
"""What a review says that is planned: what to bring, what to answer, what to do if it is not on track."""


class Entry(NamedTuple):
    """A row of the tracker with its day: of one that names a week alone, the first of that week."""

    row: Row
    on: date

    @property
    def status(self) -> str:
        """What the row says of the bet; empty where it says nothing."""
        return self.row.node.text("status")


@view
def entries(chain: Chain) -> list[Entry]:
    """The rows of the tracker that have a day and do not wait for it, and the reviews with a result, the oldest first.

    They are put in order when somebody first asks.
    """
    cycle = cycle_of(chain.pack)
    held = (Row(node, (), ()) for node in chain.nodes(REVIEW_PLAN) if _has_result(node))
    rows = (*(row for row in chain.rows if not row.waits), *held)
    dated = [Entry(row, on) for row in rows if (on := day_of(row.node.value, cycle))]
    return sorted(dated, key=lambda entry: entry.on)


def says_anything(row: Row) -> bool:
    """Whether a row of the tracker says anything but of which bet it is, and when."""
    told = ("done", "feedback", "next", "status", "seen", "decision", "measures", "evidence")
    return any(map(row.node.value.get, told))


def _has_result(review: Node) -> bool:
    """Whether a review says what came of it, and is no row of the tracker already."""
    return "decision" in review.value and "seen" not in review.value


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


@view
def due_nodes(chain: Chain) -> tuple[Due, ...]:
    """What is planned for a week or a day: checkpoints, reviews of artifacts, reviews; those in the tracker as well.

    It is gathered when somebody first asks.
    """
    return tuple(_due_nodes(chain))


def _due_nodes(chain: Chain) -> Iterator[Due]:
    for place, bet in enumerate(chain.bets):
        yield from (Due(node, CHECKPOINT, place) for node in bet.planned("checkpoints"))
    for plan in chain.plans_of_none:
        yield from (Due(node, CHECKPOINT, None) for node in plan.nodes("checkpoints"))
    yield from (Due(node, ARTIFACT, None) for node in chain.nodes(REVIEWS))
    yield from (Due(node, REVIEW, None) for node in chain.nodes(REVIEW_PLAN))
    for row in chain.rows:
        if row.waits and row.node.path[:2] == TRACKER and (review := review_in(row.node)):
            yield Due(review, REVIEW, row.bets[0] if len(row.bets) == 1 else None)


def reviews_of(chain: Chain) -> list[Node]:
    """The reviews of all bets, held or planned: those of the review plan, and those in the tracker."""
    return [*chain.nodes(REVIEW_PLAN), *filter(None, map(review_in, chain.nodes(TRACKER)))]


def first_unseen(nodes: Iterable[Node], days: Iterable[date], cycle: Cycle, by: date) -> tuple[Node, date] | None:
    """The first of some records that was due before the day `by`, and since whose week nothing was written down.

    What was written down has its `days`.
    """
    seen = list(days)
    for node in nodes:
        when = due(node, cycle)
        if when and cycle.start <= when <= cycle.end and when < by and not was_looked_at(when, seen):
            return node, when
    return None


def reviews_planned(chain: Chain) -> list[Node]:
    """The reviews of all bets that are planned, also by the rows of the tracker."""
    return [node for node, kind, _ in due_nodes(chain) if kind == REVIEW]


def is_tracked(chain: Chain) -> bool:
    """Whether there is a tracker, be it that it has no row yet."""
    return "tracker" in chain.pack.data.get("follow_up", {}) or bool(chain.rows)


def is_kept(chain: Chain) -> bool:
    """Whether there is a tracker, or a place beside the reviews for what came of them."""
    return is_tracked(chain) or any(node.at("decision") in chain.pack.values for node in chain.nodes(REVIEW_PLAN))


def place_to_log(pack: Document, by: date) -> Path:
    """The list in which a pack writes down what was done.

    It is the tracker; or the reviews, where the part has the name of a tracker and holds them alone, unless they are a
    plan: what has still to come by the day `by`, without the levels that most of them saw, or what is to be looked at.
    """
    tracker = pack.binding.fields["follow_up"].fields["tracker"]
    followed, name = pack.data.get("follow_up", {}), pack.keys.get(TRACKER[:1])
    if "tracker" in followed or REVIEW_PLAN in pack.keys or not name:
        return TRACKER
    is_called_so = name_key(pack.text[slice(*name)]) in tracker.own_keys
    reviews, cycle = followed.get("reviews", ()), cycle_of(pack)
    days = [day for review in reviews if (day := day_of(review, cycle))]
    tells_levels = 2 * sum(bool(review.get("seen")) for review in reviews) >= len(reviews)
    is_plan = any(map(_PLANNED.intersection, reviews)) or not (tells_levels or (days and max(days) <= by))
    return REVIEW_PLAN if is_called_so and days and not is_plan else TRACKER


def running(chain: Chain, as_of: date) -> Cycle | None:
    """The cycle of a pack that is active, and has begun but not ended on the day `as_of`.

    None as well where there is neither a tracker to look at nor a place beside the reviews for what came of them, or
    none of the tracker's rows has a day: both are told elsewhere.
    """
    cycle, pack = cycle_of(chain.pack), chain.pack
    if cycle is None or pack.status != "active" or not cycle.start <= as_of <= cycle.end + CLOSING:
        return None
    return cycle if is_kept(chain) and not _has_no_day(chain) else None


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
