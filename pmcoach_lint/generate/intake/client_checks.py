"""Where the answers about a client engagement contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from pmcoach_lint.engagement.logged import WORK_TYPES
from pmcoach_lint.engagement.position import not_above
from pmcoach_lint.generate.intake.bank import answer_at
from pmcoach_lint.standards import Standards
from pmcoach_lint.tuples import NamedTuple

_WHOLE = 100
LEVELS = ("Target level", "Current level")
"""The values that say where an engagement is to stand on the value ladder, and where it stands."""

_OF_PMS = (("often", "How often"), ("patterns", "How they work"), ("counted", "What was counted"))


class Contradiction(NamedTuple):
    """Two answers that cannot both hold: the names of the values, and what is wrong."""

    fields: tuple[str, str]
    message: str


def client_contradictions(
    data: dict[str, Any], off: frozenset[date], standards: Standards | None
) -> Iterator[Contradiction]:
    """What in the data of an engagement intake cannot hold together.

    Args:
        data: The data.
        off: The days off that it names.
        standards: Those whose value ladder holds; None leaves levels alone.
    """
    counted = Counter(str(row["pm"]) for row in _rows(data, "pms", "team") if row.get("pm"))
    yield from (
        Contradiction(("Client team", "PM"), f"“{pm}” stands in the client team {times} times.")
        for pm, times in counted.items()
        if times > 1
    )
    if data.get("adviser") in counted:
        message = f"“{data['adviser']}” is both the adviser and one of the client's PMs."
        yield Contradiction(("Adviser", "Client team"), message)
    if counted:
        yield from _of_strangers(data, set(counted))
    levels = (answer_at(data, ("position", key)) for key in ("current", "target"))
    if standards and (too_low := not_above(standards, *levels)):
        yield Contradiction(LEVELS, too_low)
    yield from _of_shares(_rows(data, "position", "time"))
    yield from _of_first(data, off)


def _rows(data: dict[str, Any], *path: str) -> list[dict[str, Any]]:
    return answer_at(data, path) or []


def _of_strangers(data: dict[str, Any], team: set[str]) -> Iterator[Contradiction]:
    """PMs of whom something is said, and who are not in the team."""
    for key, name in _OF_PMS:
        for pm in dict.fromkeys(str(row["pm"]) for row in _rows(data, "pms", key) if row.get("pm")):
            if pm not in team:
                yield Contradiction((name, "Client team"), f"“{pm}” under “{name}” is not in the client team.")


def _of_shares(rows: list[dict[str, Any]]) -> Iterator[Contradiction]:
    """Shares of time that are more than the whole, or, where each work type has one, less."""
    for key, what in (("current", "today"), ("target", "wanted")):
        shares = [row[key] for row in rows if isinstance(row.get(key), (int, float))]
        total = sum(shares)
        if total > _WHOLE or (len(shares) >= len(WORK_TYPES) and total != _WHOLE):
            message = f"The shares of time {what} add up to {total:g}%, and not to {_WHOLE}%."
            yield Contradiction(("Time shares", what.capitalize()), message)


def _of_first(data: dict[str, Any], off: frozenset[date]) -> Iterator[Contradiction]:
    """A first session before the engagement, or on a day off."""
    first, start = answer_at(data, ("logistics", "first")), data.get("start")
    if first and start and first < start:
        message = f"The first session is on {first}, before the engagement begins on {start}."
        yield Contradiction(("First session", "Start"), message)
    if first and date.fromisoformat(first) in off:
        yield Contradiction(("First session", "Days off"), f"The first session is on {first}, which is a day off.")
