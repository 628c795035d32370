"""How far up the ladder a bet or a row of the assessment wants to go, and where it says so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pmcoach_lint.coaching.parts import Bet, Node
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.bloom import LOWEST, level_number
from pmcoach_lint.tuples import NamedTuple


class Step(NamedTuple):
    """From one level to another: the record that says so, both levels, and how many rungs up that is.

    `rungs` is 0 where the level stays, and negative where it goes down.
    """

    node: Node
    current: str
    target: str
    rungs: int


def rung(level: object, edition: int) -> int | None:
    """The rung of a level from 1, in `edition`; None for one that is unknown, or that only the other edition has.

    The lowest level is the same in both, by two names.
    """
    return _rung(str(level), edition)


@lru_cache(maxsize=64)
def _rung(level: str, edition: int) -> int | None:
    return 1 if level in LOWEST else level_number(level, edition)


def step_of(node: Node) -> Step | None:
    """The step that a record tells; None where it does not give two levels that can be compared."""
    return _step(node, "target")


def gap_of(node: Node) -> Step | None:
    """The step that is missing by a row of the assessment: up to its target, else to what the role expects."""
    return _step(node, "target" if "target" in node.value else "expected")


def step_towards(node: Node, aim: object) -> Step | None:
    """The step from the level that a record tells to the one that something else wants (`aim`)."""
    edition = node.document.edition
    low, high = rung(node.value.get("current"), edition), rung(aim, edition)
    return None if low is None or high is None else Step(node, node.value["current"], str(aim), high - low)


def _step(node: Node, aim: str) -> Step | None:
    return step_towards(node, node.value.get(aim))


def told_of(bet: Bet) -> tuple[Node, ...]:
    """The records that tell the levels of a bet: itself, its plans, and the one row that assesses its competency."""
    row = _assessed(bet)
    return (bet.node, *bet.plans, *([row] if row else ()))


def _assessed(bet: Bet) -> Node | None:
    """The one row that assesses the competency of a bet; None for none, and for several.

    It counts where the bet names its competency, or is called by its name; not where words of it stand in its title.
    """
    named = "competency" in bet.node.value
    key = name_key(bet.node.text("bet"))
    rows = [level.node for level in bet.levels if named or name_key(level.node.text("competency")) == key]
    return rows[0] if len(rows) == 1 else None


def steps_of(bet: Bet) -> Iterator[Step]:
    """The steps that are told of a bet: by itself, by its plans, and by the assessment of its competency.

    One that says no more than which level is to be reached begins where its competency is assessed.
    """
    found = [step for node in bet.told_by if (step := step_of(node))]
    if not found and (row := _assessed(bet)):
        aims = (node for node in (bet.node, *bet.plans) if "target" in node.value)
        steps = ((node, step_towards(row, node.value["target"])) for node in aims)
        found = [step._replace(node=node) for node, step in steps if step]
    yield from found
