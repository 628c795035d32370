"""What a coaching pack wants to be done on which day, and whether it was."""

from __future__ import annotations

from datetime import date
from typing import Any

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import Cycle, as_day
from pmcoach_lint.coaching.followed import ARTIFACT, CHECKPOINT, REVIEW, Due, due_nodes, entries, was_looked_at
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

STEP = "next step"
"""What may fall due beside checkpoints and reviews: a next step."""

_NAMES = {
    CHECKPOINT: ("date", "signal", ""),
    ARTIFACT: ("date", "artifact", "reviewer"),
    REVIEW: ("date", "review", "evidence"),
    STEP: ("due", "step", "owner"),
}
"""The names of the values of what falls due, in its order: its day, what it is, and who does it or what is brought."""

_LAST_WEEK = 520
"""A higher number is no week of anything, and might lead out of the calendar."""


class Item(NamedTuple):
    """Something that falls due.

    `path` is its place in the pack's data, `text` what it says, `who` who reviews or does it (or what is to be
    brought), `bet` the place of the bet that it belongs to. `week` is the week of the cycle that it names, or that its
    day lies in; `dated` tells whether the day was written, or reckoned from the week. `done` says that the pack shows
    it was looked at: the tracker has a row of that day or later (of that bet, where it has one), or it is ticked.
    `followed` says the same, or that it has one of the days just before, which may be about it.
    """

    kind: str
    path: Path
    text: str
    who: str
    bet: int | None
    week: int | None
    day: date
    dated: bool
    done: bool
    followed: bool


def items_of(chain: Chain, cycle: Cycle | None, as_of: date) -> tuple[Item, ...]:
    """All that falls due in a pack, by day, and whether it was looked at up to the day `as_of`.

    What names neither a day nor, in a known cycle, a week is left out. A row of a later day is planned.
    """
    rows = [(entry.on, entry.row.bets) for entry in entries(chain) if entry.on <= as_of]
    settled = chain.pack.status == "completed"
    found = []
    steps = (Due(node, STEP, None) for node in chain.nodes(("closing", "next_steps")))
    for node, kind, bet in (*due_nodes(chain), *steps):
        names = _NAMES[kind]
        day, week = as_day(node.value.get(names[0])), _week(node.value.get("week"))
        dated = day is not None
        if day is None and (week is None or cycle is None):
            continue
        day = day or (cycle.due_in(week) if cycle and week is not None else date.max)
        if week is None and cycle:
            week = cycle.week_of(day)
        about = [at for at, bets in rows if kind != STEP and (bet is None or not bets or bet in bets)]
        closed = settled and (kind != STEP or day <= as_of)  # a step may lead beyond the cycle
        done = closed or any(at >= day for at in about) or node.value.get("done") is True
        followed = done or was_looked_at(day, about)
        text, who = (" ".join(node.text(name).split()) for name in names[1:])
        if kind == REVIEW and not text:
            text, who = who, ""  # what is looked at is all that is told of it
        found.append(Item(kind, node.path, text, who, bet, week, day, dated, done, followed))
    order = list(_NAMES)
    return tuple(sorted(found, key=lambda item: (item.day, order.index(item.kind), item.path)))


def _week(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LAST_WEEK else None
