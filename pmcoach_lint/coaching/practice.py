"""How much time practice takes: what single reps take, and what they add up to in a week."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pmcoach_lint.coaching.chain import PACK
from pmcoach_lint.coaching.mentions import PLANS
from pmcoach_lint.coaching.parts import Node, nodes_at
from pmcoach_lint.document import Document
from pmcoach_lint.regex import regex

_NOT_WEEKLY = regex(
    r"\b(?:fortnight\w*|bi-?weekly|monthly|once|one-off|optional\w*|alternat\w*|instead of|in place of|in turns?"
    r"|every (?:other|second|third|two|three|2|3) weeks?|every (?:other|second|third) \w+|when(?:ever)? (?:there|one)"
    r"|or R?\d|twice (?:a|per) (?:month|cycle)|if (?:there|time))\b",
    re.IGNORECASE,
)


class Load(NamedTuple):
    """The heaviest weeks of a plan: the first and last of them, what they take in minutes, and by which reps."""

    first: int
    last: int
    minutes: int
    reps: tuple[Node, ...]


def plans_of(document: Document) -> tuple[Node, ...]:
    """The plans of a pack; none for a document of another type."""
    is_pack = document.doctype is not None and document.doctype.name == PACK
    return nodes_at(document, PLANS) if is_pack else ()


def reps_of(document: Document) -> Iterator[Node]:
    """The reps of all plans of a pack."""
    for plan in plans_of(document):
        yield from plan.nodes("reps")


def at_least(minutes: Any) -> int | None:
    """The least that a length of time stands for, in minutes; None where there is none."""
    return minutes.get("from") if isinstance(minutes, dict) else minutes


def at_most(minutes: Any) -> int | None:
    """The most that a length of time stands for, in minutes; None where there is none."""
    return minutes.get("to") if isinstance(minutes, dict) else minutes


def heaviest(reps: Iterable[Node], weeks: int) -> Load | None:
    """The weeks in which the reps take the most time, at the least that each may take; None where nobody can tell.

    Reps without weeks are done in every week. Those that say that they are not weekly, or stand in for another, are
    left out.
    """
    counted = [rep for rep in reps if at_least(rep.value.get("minutes")) and not _NOT_WEEKLY.search(_words(rep))]
    loads: list[Load] = []
    for week in range(1, weeks + 1):
        done = tuple(rep for rep in counted if _is_done_in(rep, week))
        minutes = sum(at_least(rep.value["minutes"]) or 0 for rep in done)
        if loads and loads[-1].reps == done:
            loads[-1] = loads[-1]._replace(last=week)
        else:
            loads.append(Load(week, week, minutes, done))
    return max(loads, key=lambda load: load.minutes, default=None)


def _is_done_in(rep: Node, week: int) -> bool:
    weeks = rep.value.get("weeks")
    return weeks is None or weeks["from"] <= week <= weeks["to"]


def _words(rep: Node) -> str:
    span = rep.document.values.get(rep.path)
    return rep.document.text[slice(*span)] if span else str(rep.value.get("rep", ""))
