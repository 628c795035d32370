"""The chain of each bet as the site shows it, and all that happens in a cycle by day: plain texts, read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pmcoach_lint.coaching.followed import CHECKPOINT, day_of
from pmcoach_lint.coaching.parts import Bet, Level, Node, measured
from pmcoach_lint.coaching.practice import at_most
from pmcoach_lint.site import reading
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.due import Item
from pmcoach_lint.weekly.standing import BetStanding, Standing


class Rep(NamedTuple):
    """A rep of a plan: what is practised, for how long, in which weeks (None: in all), and what it leaves behind."""

    id: str
    practice: str
    minutes: int | None
    weeks: tuple[int, int] | None
    artifact: str


class Log(NamedTuple):
    """A row of the tracker: the day, what was done, and how the bet stood."""

    day: date | None
    done: str
    status: str


class Thread(NamedTuple):
    """A bet and what hangs on it, from gap to tracker. `stands` are the places of its rows in the assessment."""

    id: str
    name: str
    competency: str
    stands: tuple[int, ...]
    evidence: tuple[str, ...]
    reps: tuple[Rep, ...]
    stretch: tuple[str, ...]
    artifacts: tuple[str, ...]
    commitments: tuple[str, ...]
    measurement: tuple[str, ...]
    checkpoints: tuple[Item, ...]
    log: tuple[Log, ...]


def threads_of(standing: Standing) -> tuple[Thread, ...]:
    """The bets of a pack with all that hangs on them."""
    stands = {level.node.path: place for place, level in enumerate(named_levels(standing))}
    return tuple(_thread(bet, standing, stands) for bet in standing.bets)


def happenings_of(standing: Standing) -> tuple[Item, ...]:
    """All that falls due in a pack, by day."""
    return tuple(map(plain_item, standing.items))


def named_levels(standing: Standing) -> list[Level]:
    """The rows of the assessment that name a competency: those that the site shows."""
    return [level for level in standing.chain.levels if reading.text(level.node.value.get("competency"))]


def said(node: Node) -> str:
    """What a piece of evidence says, with its id and its day where it has them."""
    if not isinstance(node.value, dict):
        return reading.text(node.value)
    record = reading.mapping(node.value)
    lead = " · ".join(filter(None, (reading.text(record.get(key)) for key in ("id", "date"))))
    text = reading.text(record.get("evidence"))
    return f"{lead}: {text}" if lead and text else lead or text


def _thread(bet: BetStanding, standing: Standing, stands: dict[Any, int]) -> Thread:
    record = bet.bet.node.value
    return Thread(
        id=bet.name,
        name=reading.text(record.get("bet")),
        competency=standing.chain.competencies.called(reading.text(record.get("competency")), bet.bet.competency),
        stands=tuple(stands[level.node.path] for level in bet.bet.levels if level.node.path in stands),
        evidence=tuple(filter(None, map(said, bet.bet.evidence))),
        reps=tuple(_reps(bet.bet)),
        stretch=_texts(bet.bet.planned("stretch")),
        artifacts=_texts(bet.bet.planned("artifacts")),
        commitments=_texts(bet.bet.planned("commitments")),
        measurement=_texts(bet.bet.planned("measurement")),
        checkpoints=tuple(
            plain_item(item) for item in standing.items if item.kind == CHECKPOINT and item.bet == bet.place
        ),
        log=tuple(_log(bet.bet, standing)),
    )


def _reps(bet: Bet) -> Iterator[Rep]:
    for node in bet.planned("reps"):
        record = reading.mapping(node.value)
        practice = reading.text(record.get("rep")) or reading.text(node.value)
        if practice:
            yield Rep(
                id=reading.text(record.get("id")),
                practice=practice,
                minutes=at_most(record.get("minutes")),
                weeks=_weeks(record.get("weeks")),
                artifact=reading.text(record.get("artifact")),
            )


def _log(bet: Bet, standing: Standing) -> Iterator[Log]:
    for row in bet.rows:
        record = row.node.value
        done = reading.text(record.get("done")) or reading.text(record.get("review")) or measured(row.node)
        yield Log(day_of(record, standing.cycle), done, reading.text(record.get("status")))


def _texts(nodes: Iterable[Node]) -> tuple[str, ...]:
    """What lines or records say, each as one text."""
    return tuple(filter(None, (_line(node.value) for node in nodes)))


def _line(value: Any) -> str:
    if isinstance(value, dict):
        return " · ".join(filter(None, map(reading.text, value.values())))
    return reading.text(value)


def _weeks(value: Any) -> tuple[int, int] | None:
    span = reading.mapping(value)
    first, last = span.get("from"), span.get("to")
    return (first, last) if isinstance(first, int) and isinstance(last, int) and 0 < first <= last else None


def plain_item(item: Item) -> Item:
    """Something that falls due, with its texts as plain ones."""
    return item._replace(text=reading.text(item.text), who=reading.text(item.who))
