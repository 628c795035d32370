"""How a coaching pack stands on a day: the week, what is due, overdue and at risk, and the next session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import Cycle, cycle_of
from pmcoach_lint.coaching.followed import AT_RISK, day_of, entries
from pmcoach_lint.coaching.parts import Bet, Node, Row
from pmcoach_lint.document import Document
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.repository import Repository
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.due import Item, items_of
from pmcoach_lint.weekly.rhythm import Rhythm, next_session, read_rhythm, since


class BetStanding(NamedTuple):
    """How a bet stands by the latest row of the tracker that is about it; `row` is None when there is none yet.

    `latest` may also be one that waits for what it names. `level` is what `row` tells of the bet's; empty for nothing.
    """

    bet: Bet
    place: int
    row: Node | None
    latest: Node | None
    level: str = ""

    @property
    def name(self) -> str:
        """What the bet is called: its id, else its number."""
        return self.bet.name

    @property
    def status(self) -> str:
        """The status of that row; empty when it gives none."""
        return self.row.text("status") if self.row else ""

    @property
    def at_risk(self) -> bool:
        """Whether it is at risk."""
        return self.status in AT_RISK


class Standing:
    """How the pack of `chain` stands on the day `as_of`."""

    def __init__(self, chain: Chain, as_of: date) -> None:
        self.chain = chain
        self.as_of = as_of
        self.cycle: Cycle | None = cycle_of(chain.pack)

    @cached_property
    def week(self) -> int | None:
        """The week of the cycle: 0 and less before it, more than it has weeks after it. None when nobody can tell."""
        return self.cycle.week_of(self.as_of) if self.cycle else None

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All that falls due, by day."""
        return items_of(self.chain, self.cycle, self.as_of)

    @cached_property
    def overdue(self) -> tuple[Item, ...]:
        """What should have been done before this day and was not."""
        return tuple(item for item in self.items if item.day < self.as_of and not item.followed)

    @cached_property
    def due(self) -> tuple[Item, ...]:
        """What is due on this day or later in the same week, and is not done."""
        first = self.cycle.first_of(self.week) if self.cycle and self.week is not None else None
        last = first + timedelta(days=6) if first else self.as_of + timedelta(days=6)
        return tuple(item for item in self.items if self.as_of <= item.day <= last and not item.done)

    @cached_property
    def bets(self) -> tuple[BetStanding, ...]:
        """How each bet stands."""
        found = []
        for place, bet in enumerate(self.chain.bets):
            row = self.latest(row for row in bet.rows if not row.waits)
            level = self.chain.levels_seen(row).get(place, "") if row else ""
            found.append(BetStanding(bet, place, row, self.latest(bet.rows), level))
        return tuple(found)

    def latest(self, rows: Iterable[Row]) -> Node | None:
        """The latest of some rows up to this day; of several of that day the last one in the table."""
        dated = [(on, row.node) for row in rows if (on := day_of(row.node.value, self.cycle)) and on <= self.as_of]
        return max(dated, key=lambda found: (found[0], found[1].path), default=(None, None))[1]

    @cached_property
    def at_risk(self) -> tuple[BetStanding, ...]:
        """The bets that are at risk; none in a pack that is completed."""
        return tuple(bet for bet in self.bets if bet.at_risk and self.chain.pack.status != "completed")

    @cached_property
    def last_row(self) -> date | None:
        """The day of the tracker's latest row up to this day."""
        return max((row.on for row in entries(self.chain) if row.on <= self.as_of), default=None)

    @cached_property
    def rhythm(self) -> Rhythm | None:
        """When coach and PM meet, as far as the pack's words can be read."""
        text = value_at(self.chain.pack, ("cadence", "rhythm"))
        context = Context(start=self.cycle.start.isoformat()) if self.cycle else None
        return read_rhythm(text, context) if isinstance(text, str) else None

    @cached_property
    def sessions(self) -> list[date]:
        """The days of the sessions; none when the pack does not say on which weekday."""
        return self.rhythm.sessions(self.cycle) if self.rhythm and self.cycle else []

    @cached_property
    def session(self) -> date | None:
        """The next session, on this day or later."""
        return next_session(self.sessions, self.as_of)

    @cached_property
    def session_day(self) -> date:
        """The day of the next session: this day, where the pack does not tell of one."""
        return self.session or self.as_of

    @cached_property
    def for_session(self) -> tuple[Item, ...]:
        """What belongs to the next session: what has fallen due since the one before, and by the end of its day.

        Where the days of the sessions are not known, it is what is due in the week of this day.
        """
        if self.session is None:
            return self.due
        first, last = since(self.sessions, self.session), self.session
        return tuple(item for item in self.items if first <= item.day <= last and not item.done)


def standing_in(repository: Repository, document: Document, path: Path, as_of: date) -> Standing:
    """How a coaching pack of a repository, which stands at `path`, stands on a day."""
    workspace = repository.workspace([*repository.with_model(path, document)], {document: path})
    return Standing(Chain(workspace, document), as_of)
