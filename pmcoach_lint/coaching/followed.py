"""What has been followed up in a pack: when something is due, and what the tracker says of each bet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import day
from pmcoach_lint.coaching.parts import Node, Row

AT_RISK = "at risk"


class Entry(NamedTuple):
    """A row of the tracker with its day."""

    row: Row
    on: date

    @property
    def status(self) -> str:
        """What the row says of the bet; empty where it says nothing."""
        return str(self.row.node.value.get("status", ""))


def entries(chain: Chain) -> list[Entry]:
    """The rows of the tracker that have a day, the oldest first."""
    dated = [Entry(row, on) for row in chain.rows if (on := day(row.node.value.get("date")))]
    return sorted(dated, key=lambda entry: entry.on)


def entries_of(chain: Chain, place: int) -> list[Entry]:
    """The rows that are booked on the bet at `place`, or on none that anybody can tell, the oldest first.

    A row about “both”, or about the cycle, may well be about this bet.
    """
    return [entry for entry in entries(chain) if not entry.row.bets or place in entry.row.bets]


def due_nodes(chain: Chain) -> Iterator[tuple[Node, str]]:
    """What is planned for a week or a day, each with what it is called: checkpoints, reviews of artifacts, reviews."""
    for bet in chain.bets:
        yield from ((node, "checkpoint") for node in bet.planned("checkpoints"))
    for plan in chain.plans_of_none:
        yield from ((node, "checkpoint") for node in plan.nodes("checkpoints"))
    yield from ((node, "artifact review") for node in chain.nodes(("cadence", "reviews")))
    yield from ((node, "review") for node in chain.nodes(("follow_up", "reviews")))
