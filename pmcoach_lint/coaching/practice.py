"""How much time practice takes: what single reps take, and what they add up to in a week."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.coaching.parts import BETS, PLANS, WEEKS, Node, in_weeks, nodes_at
from pmcoach_lint.doctypes import PACK
from pmcoach_lint.document import Document
from pmcoach_lint.regex import anycase
from pmcoach_lint.tuples import NamedTuple

_NOT_WEEKLY = anycase(
    r"\b(?:fortnight\w*|bi-?weekly|monthly|once|one-off|optional\w*|alternat\w*|instead of|in place of|in turns?"
    r"|every (?:other|second|third|two|three|2|3) weeks?|every (?:other|second|third) \w+|when(?:ever)? (?:there|one)"
    r"|or R?\d|twice (?:a|per) (?:month|cycle)|if (?:there|time))\b"
)


class Load(NamedTuple):
    """The heaviest weeks of a plan: the first and last of them, what they take in minutes, and by which reps."""

    first: int
    last: int
    minutes: int
    reps: tuple[Node, ...]


def plans_of(document: Document) -> tuple[Node, ...]:
    """The plans of a pack; none for a document of another type."""
    return nodes_at(document, PLANS) if document.is_a(PACK) else ()


def bets_hold_plan(document: Document) -> bool:
    """Whether the bets of a pack tell themselves what is practised, so that nothing is left for a plan to tell."""
    bets = nodes_at(document, BETS) if document.is_a(PACK) else ()
    return bool(bets) and all(bet.nodes("reps") for bet in bets)


def reps_of(document: Document) -> Iterator[Node]:
    """The reps of all plans of a pack, those that bets tell themselves, and those of a plan that goes by weeks."""
    if document.is_a(PACK):
        for holder in (*nodes_at(document, PLANS), *nodes_at(document, BETS)):
            yield from holder.nodes("reps")
        yield from in_weeks(nodes_at(document, WEEKS), "reps")


def at_least(minutes: Any) -> int | None:
    """The least that a length of time stands for, in minutes; None where there is none."""
    return _number(minutes.get("from") if isinstance(minutes, dict) else minutes)


def at_most(minutes: Any) -> int | None:
    """The most that a length of time stands for, in minutes; None where there is none."""
    return _number(minutes.get("to") if isinstance(minutes, dict) else minutes)


def _number(minutes: Any) -> int | None:
    return minutes if type(minutes) is int else None


def heaviest(document: Document, weeks: int, most: int) -> Load | None:
    """The weeks in which the reps of a pack take the most time, where that is more than `most` minutes; else None.

    Of each rep the least counts that it may take. Reps without weeks are done in every week. Those that say that they
    are not weekly, or stand in for another, are left out.
    """
    reps = [rep for rep in reps_of(document) if at_least(rep.value.get("minutes"))]
    if _fullest(reps, weeks)[0] <= most:
        return None
    reps = [rep for rep in reps if not _NOT_WEEKLY.search(_words(rep))]
    minutes, first, done = _fullest(reps, weeks)
    last = first
    while last < weeks and _done_in(reps, last + 1) == done:
        last += 1
    return Load(first, last, minutes, done) if minutes > most else None


def _fullest(reps: list[Node], weeks: int) -> tuple[int, int, tuple[Node, ...]]:
    """The most that the reps take in one week, in minutes; the first such week; and what is done in it."""
    starts = sorted({1, *(rep.value["weeks"]["from"] for rep in reps if "weeks" in rep.value)})
    every = [(week, _done_in(reps, week)) for week in starts if 1 <= week <= weeks]
    taken = [(sum(at_least(rep.value["minutes"]) or 0 for rep in done), -week, done) for week, done in every]
    minutes, week, done = max(taken, key=lambda one: one[:2])
    return minutes, -week, done


def _done_in(reps: list[Node], week: int) -> tuple[Node, ...]:
    """What is done in one week. Beside reps that say what is done, one that does not only says how long they take."""
    done = tuple(rep for rep in reps if (run := rep.value.get("weeks")) is None or run["from"] <= week <= run["to"])
    return tuple(rep for rep in done if rep.text("rep")) or done


def _words(rep: Node) -> str:
    span = rep.document.values.get(rep.path)
    return rep.document.standing[slice(*span)] if span else rep.text("rep")
