"""How a pack stands: what each competency was assessed at and by what, what is due, and what is stuck.

All of it is reckoned where the terminal's commands reckon it too (`coaching/`, `weekly/`), so that both say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pmcoach_lint.coaching.parts import REACHED, Key
from pmcoach_lint.coaching.parts import Level as Assessed
from pmcoach_lint.coaching.practice import at_most
from pmcoach_lint.coaching.steps import rung
from pmcoach_lint.names import name_key
from pmcoach_lint.site import reading
from pmcoach_lint.site.trace import named_levels, plain_item, said
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.due import Item
from pmcoach_lint.weekly.overview import pack_line
from pmcoach_lint.weekly.standing import BetStanding, Standing


class Level(NamedTuple):
    """A competency as it was assessed: both levels by name and by rung (from 1), and what the assessment rests on.

    `key` is the same for the same name in another spelling. `reached` and `at_end` are the level at the end of a cycle
    that was closed. What nobody can tell is empty or None. `is_coached` says whether a bet takes the competency up;
    where no bet names any, all of them are.
    """

    competency: str
    key: str
    current: str
    target: str
    low: int | None
    high: int | None
    evidence: tuple[str, ...]
    reached: str = ""
    at_end: int | None = None
    is_coached: bool = True

    @property
    def is_missed(self) -> bool:
        """Whether the cycle ended below the level that was wanted, of a competency that was coached."""
        return bool(self.is_coached and self.at_end and self.high and self.at_end < self.high)


class Stand(NamedTuple):
    """How a pack stands on a day: the week of its cycle, what is due and overdue, which bets are at risk, what is next.

    `coach_minutes` is what it costs its coach a week.
    """

    as_of: date
    week: int | None = None
    due: tuple[Item, ...] = ()
    overdue: tuple[Item, ...] = ()
    at_risk: tuple[str, ...] = ()
    next_session: date | None = None
    coach_minutes: int | None = None


def stand_of(standing: Standing) -> Stand:
    """How a pack stands, as plain texts."""
    line = pack_line(standing)
    data: Mapping[str, Any] = standing.chain.pack.data
    live = line.status not in ("completed", "draft")
    return Stand(
        as_of=standing.as_of,
        week=line.week,
        due=tuple(map(plain_item, line.due)) if live else (),
        overdue=tuple(map(plain_item, line.overdue)) if live else (),
        at_risk=tuple(map(_bet, standing.at_risk)),
        next_session=line.next_session,
        coach_minutes=at_most(reading.inside(data, "cadence", "coach_time")),
    )


def _aim(standing: Standing, level: Assessed) -> Any:
    """The level that is wanted: the target of the row, else that of the bet on it, else what the role asks for."""
    bets = [bet for bet in standing.chain.bets if level in bet.levels]
    rows = [level.node, *(node for bet in bets for node in (bet.node, *bet.plans))]
    aims = (row.value.get("target") for row in rows)
    return next(filter(None, aims), level.node.value.get("expected"))


def levels_of(standing: Standing) -> Iterator[Level]:
    """The rows of a pack's assessment that name a competency."""
    edition = standing.chain.pack.edition
    closed = _closed(standing)
    coached = [level for bet in standing.chain.bets for level in bet.levels]
    for level in named_levels(standing):
        record = level.node.value
        name = standing.chain.competencies.called(reading.text(record.get("competency")), level.competency)
        current, target = reading.text(record.get("current")), reading.text(_aim(standing, level))
        reached = next((text for key, text in closed if standing.chain.competencies.same(key, level.competency)), "")
        yield Level(
            competency=name,
            key=name_key(name),
            current=current,
            target=target,
            low=rung(current, edition) if current else None,
            high=rung(target, edition) if target else None,
            evidence=tuple(filter(None, map(said, level.evidence))),
            reached=reached,
            at_end=rung(reached, edition) if reached else None,
            is_coached=not coached or level in coached,
        )


def _closed(standing: Standing) -> list[tuple[Key, str]]:
    """The levels at the end of the cycle, each with the competency that it is of, where that is clear."""
    found = []
    for node in standing.chain.nodes(REACHED):
        keys = standing.chain.competencies.of(node)
        if len(keys) == 1:
            found.append((keys[0], reading.text(node.value.get("reached"))))
    return found


def _bet(bet: BetStanding) -> str:
    """A bet by its id or number, and its name where it has one."""
    name = reading.text(bet.bet.node.value.get("bet"))
    return f"{bet.name}: {name}" if name else bet.name
