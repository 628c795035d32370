"""The agenda against the length of a session."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from pmcoach_lint.checks.words import spot, value_at
from pmcoach_lint.coaching.parts import AGENDA, Node, nodes_at
from pmcoach_lint.coaching.practice import at_least, at_most
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path

_LENGTH: Path = ("cadence", "session_length")
_FEWEST = 2
_LONGEST = 240
"""Minutes; what takes longer is no session, but all of them together. Our own figure."""
"""With one part alone there is no agenda to add up."""


@rule("PMC740", severity=None)
def agenda_over_time(document: Document) -> Offences:
    """The parts of the agenda add up to more minutes than a session has.

    Of a part that may take longer or shorter, the shortest counts. Where each part begins when the last one ends
    (`0–5`, `5–15`, `15–30`), these are the minutes of the session from which to which it lasts.

    Why it matters:
        What is cut when time runs out is the last part, and that is where the next reps are agreed.

    What to do:
        Shorten a part, or lengthen the session and the time that the coach gives.

    Bad:
        ## 5) Coaching Cadence + Session Toolkit

        **Session length:** 45 minutes

        ### 1:1 agenda

        | Item | Minutes |
        |---|---|
        | Wins | 5 |
        | Decisions | 15 |
        | Deep dive | 30 |
        | Next reps | 10 |

    Good:
        ## 5) Coaching Cadence + Session Toolkit

        **Session length:** 60 minutes

        ### 1:1 agenda

        | Item | Minutes |
        |---|---|
        | Wins | 5 |
        | Decisions | 15 |
        | Deep dive | 30 |
        | Next reps | 10 |
    """
    length = at_most(value_at(document, _LENGTH))
    items = [(node, minutes) for node, minutes in _timed(nodes_at(document, AGENDA)) if minutes]
    total = sum(minutes for _, minutes in items)
    if length and total > length:
        node = _first_beyond(items, length)
        message = f"The agenda adds up to {total} minutes, and a session has {length}. Here its time is up."
        hint = f"Shorten the parts by {total - length} minutes in all, or lengthen the session."
        related = (mention(document, _LENGTH, "the length of a session"),)
        yield offence(document, node.at("minutes"), message, hint, related)


@rule("PMC744", severity=Severity.WARNING)
def agenda_under_time(document: Document) -> Offences:
    """The parts of the agenda leave a third of the session or more without a plan.

    Of a part that may take longer or shorter, the longest counts. An agenda with a part that has no minutes is let be:
    it may take what is left. So is a shorter gap, which may be meant for what comes up.

    Why it matters:
        What has no place in the session is filled by whatever is loudest that day, and that is mostly status.

    What to do:
        Give the deep dive the time that is left, shorten the session, or write the gap down: `Whatever comes up`.

    Bad:
        ## 5) Coaching Cadence + Session Toolkit

        **Session length:** 60 minutes

        ### 1:1 agenda

        | Item | Minutes |
        |---|---|
        | Wins | 5 |
        | Decisions | 15 |
        | Next reps | 10 |

    Good:
        ## 5) Coaching Cadence + Session Toolkit

        **Session length:** 60 minutes

        ### 1:1 agenda

        | Item | Minutes |
        |---|---|
        | Wins | 5 |
        | Decisions | 15 |
        | Deep dive | 30 |
        | Next reps | 10 |
    """
    length, nodes = at_least(value_at(document, _LENGTH)), nodes_at(document, AGENDA)
    told = [at_most(node.value.get("minutes")) for node in nodes]
    minutes = [number for number in told if number]
    if not length or length > _LONGEST or len(minutes) < max(len(told), _FEWEST):
        return
    total = max(minutes) if _is_by_the_clock(nodes) else sum(minutes)
    if total * 3 <= length * 2:
        message = f"The agenda adds up to {total} minutes, and a session has {length}."
        hint = f"Say what the other {length - total} are for, or shorten the session."
        related = (mention(document, _LENGTH, "the length of a session"),)
        yield Offence(document.keys.get(AGENDA) or spot(document, AGENDA), message, hint, related=related)


def _is_by_the_clock(nodes: Sequence[Node]) -> bool:
    """Whether each part of an agenda begins when the last one ends, so that its minutes are those of the session."""
    told = [node.value.get("minutes") for node in nodes]
    ends = [0, *map(at_most, told)]
    return len(told) > 1 and all(
        isinstance(one, dict) and at_least(one) == end for one, end in zip(told, ends, strict=False)
    )


def _timed(nodes: Sequence[Node]) -> list[tuple[Node, int | None]]:
    """The parts of an agenda, each with its minutes, at least."""
    told = [node.value.get("minutes") for node in nodes]
    if _is_by_the_clock(nodes):
        return [(node, (at_most(one) or 0) - (at_least(one) or 0)) for node, one in zip(nodes, told, strict=True)]
    return [(node, at_least(one)) for node, one in zip(nodes, told, strict=True)]


def _first_beyond(items: list[tuple[Node, int]], length: int) -> Node:
    """The first part of an agenda with which it is over time."""
    reached = accumulate(minutes for _, minutes in items)
    return next(node for (node, _), taken in zip(items, reached, strict=True) if taken > length)
