"""Whether a cadence can be kept: the agenda against the session, and parts of the toolkit that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from pmcoach_lint.checks.words import spot
from pmcoach_lint.coaching.denials import says_none
from pmcoach_lint.coaching.parts import Node, nodes_at
from pmcoach_lint.coaching.practice import at_least, at_most
from pmcoach_lint.document import Document
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Mention, Offence
from pmcoach_lint.syntax.yaml_marks import Path

_AGENDA: Path = ("cadence", "agenda")
_LENGTH: Path = ("cadence", "session_length")
_TOOLS = {
    "prompts": ("coaching prompts", "Write three to five open questions that make the PM reason."),
    "reviews": ("artifact review points", "Say which piece of work is looked at in which week."),
    "exceptions": (
        "directive exceptions",
        "Say when the coach decides: safety, compliance, major customer impact, no time.",
    ),
}


@rule("PMC740", "agenda-over-time", severity=None)
def agenda_over_time(document: Document) -> Iterator[Offence]:
    """The parts of the agenda add up to more minutes than a session has.

    Of a part that may take longer or shorter, the shortest counts.

    Why it matters:
        What is cut when time runs out is the last part, and that is where the next reps are agreed.

    What to do:
        Shorten a part, or lengthen the session and the time that the coach gives.

    Bad:
        ---
        type: coaching-pack
        ---

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
        ---
        type: coaching-pack
        ---

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
    cadence = document.data.get("cadence")
    length = at_most(cadence.get("session_length")) if isinstance(cadence, dict) else None
    items = [
        (node, minutes) for node in nodes_at(document, _AGENDA) if (minutes := at_least(node.value.get("minutes")))
    ]
    total = sum(minutes for _, minutes in items)
    if length and total > length:
        node = _first_beyond(items, length)
        message = f"The agenda adds up to {total} minutes, and a session has {length}. Here its time is up."
        hint = f"Shorten the parts by {total - length} minutes in all, or lengthen the session."
        related = (Mention(spot(document, _LENGTH), "the length of a session"),)
        yield Offence("agenda-over-time", spot(document, node.at("minutes")), message, hint, related=related)


def _first_beyond(items: list[tuple[Node, int]], length: int) -> Node:
    """The first part of an agenda with which it is over time."""
    reached = accumulate(minutes for _, minutes in items)
    return next(node for (node, _), taken in zip(items, reached, strict=True) if taken > length)


@rule("PMC742", "toolkit-says-none", severity=None)
def toolkit_says_none(document: Document) -> Iterator[Offence]:
    """The cadence says that there are no prompts, no artifact review points, or no directive exceptions.

    Why it matters:
        Without review points work is looked at when it is too late to change. Without exceptions the coach either
        rescues every time, or lets a customer be harmed for the sake of learning.

    What to do:
        Say what it is, even if it is one line.

    Bad:
        ---
        type: coaching-pack
        ---

        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** weekly 1:1

        ### When to be directive

        - Never

    Good:
        ---
        type: coaching-pack
        ---

        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** weekly 1:1

        ### When to be directive

        - A legal date is at stake
    """
    cadence = document.data.get("cadence")
    for name, (what, hint) in _TOOLS.items() if isinstance(cadence, dict) else ():
        lines = nodes_at(document, ("cadence", name))
        texts = [line.value if isinstance(line.value, str) else line.value.get("artifact", "") for line in lines]
        if texts and all(map(says_none, texts)):
            yield Offence("toolkit-says-none", spot(document, lines[0].path), f"There are no {what}.", hint)
