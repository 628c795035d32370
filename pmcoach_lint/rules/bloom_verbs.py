"""Whether the behaviours in the ladders of competencies begin with verbs of their level."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pmcoach_lint.checks.words import spot
from pmcoach_lint.coaching.ladders import ladders
from pmcoach_lint.coaching.parts import Node
from pmcoach_lint.coaching.verbs import UNDERSTAND, Heights, height_of, leading_verb, levels_at, says_more
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import in_a_row, short
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import Option, Options, rule
from pmcoach_lint.syntax.source import Offence


@rule(
    "PMC706",
    Option("verbs", {}, 'Verbs of your own with their levels, such as `{ map = ["Understand", "Analyze"] }`.'),
    severity=None,
)
def verb_of_another_level(document: Document, options: Options) -> Offences:
    """A behaviour begins with a verb that belongs two levels or more above or below its place in the ladder.

    Only verbs about which the lists of both editions leave no doubt count: one lists what one knows, and judges on the
    highest level. Verbs that people use on many levels, such as “explain” or “compare”, are left alone, and so is a low
    verb beside words that make it more: “names which assumption carries the case”.

    Why it matters:
        The verb is what will be seen. “Lists the goals” under Evaluate makes somebody who can recite them look like
        somebody who can choose between them.

    What to do:
        Move the behaviour to the level of its verb, or say what is done on this one.

    Bad:
        ## 1) Definition of “Good PM”

        ### Competency model

        | Competency | Observable behaviours | Know | Understand | Apply |
        |---|---|---|---|---|
        | Strategy | Ties work to one goal | Judges rival directions | Explains each goal | Ranks by the goals |

    Good:
        ## 1) Definition of “Good PM”

        ### Competency model

        | Competency | Observable behaviours | Know | Understand | Apply |
        |---|---|---|---|---|
        | Strategy | Ties work to one goal | Lists the goals | Explains each goal | Ranks by the goals |
    """
    edition, own = document.edition, options["verbs"]
    for ladder in ladders(document):
        for number, step in enumerate(ladder.steps):
            verb = leading_verb(str(step.get("behaviour", "")), own)
            if verb and _is_off(step, edition, verb[1]):
                yield _verb_off(document, ladder.rungs[number], edition, *verb)


def _is_off(step: dict[str, Any], edition: int, heights: Heights) -> bool:
    """Whether heights, of the verb with which the behaviour of a step begins, are two or more away from its level."""
    place, (low, high) = height_of(step["level"], edition), heights
    if place is None:
        return False
    too_low = place - high >= 2
    return low - place >= 2 or (too_low and not (high <= UNDERSTAND and says_more(str(step["behaviour"]))))


def _verb_off(document: Document, node: Node, edition: int, word: str, heights: Heights) -> Offence:
    """The offence of a behaviour that begins with a verb of some heights, two or more away from its level."""
    text, level = str(node.value["behaviour"]), node.value["level"]
    levels = levels_at(heights, edition)
    message = f"“{word}” stands at {level}, and is a verb of {in_a_row(levels, 'or')}."
    start, end = document.values[node.at("behaviour")]
    at = document.standing.find(word, start, end)
    span = (at, at + len(word)) if at >= 0 else spot(document, node.at("behaviour"))
    hint = f"Move “{short(text)}” there, or say what is done at {level}."
    return Offence(span, message, hint)


_WORD = regex(r"[^\W_]+")
_SAYS_NOTHING = 3
"""So many rungs of a ladder that differ in nothing but their verb say nothing. Our own figure."""


@rule("PMC707", severity=None)
def ladder_repeats_itself(document: Document) -> Offences:
    """The rungs of a ladder are the names of its levels, each with the same words behind it.

    Why it matters:
        “Applies the strategy” and “analyses the strategy” cannot be told apart by what somebody does. Two people will
        put the same PM on two levels, and both are right.

    What to do:
        Say for each level what somebody does then, in which piece of work.

    Bad:
        ## 1) Definition of “Good PM”

        ### Competency model

        | Competency | Observable behaviours | Know | Understand | Apply |
        |---|---|---|---|---|
        | Strategy | Ties work to one goal | Knows the strategy | Understands the strategy | Applies the strategy |

    Good:
        ## 1) Definition of “Good PM”

        ### Competency model

        | Competency | Observable behaviours | Know | Understand | Apply |
        |---|---|---|---|---|
        | Strategy | Ties work to one goal | Lists the goals | Explains each goal | Ranks by the goals |
    """
    for ladder in ladders(document):
        same: dict[str, list[Node]] = {}
        for number, step in enumerate(ladder.steps):
            behind = _behind_level(str(step.get("behaviour", "")))
            if behind:
                same.setdefault(behind, []).append(ladder.rungs[number])
        for nodes in same.values():
            if len(nodes) >= _SAYS_NOTHING:
                levels = in_a_row([str(node.value["level"]) for node in nodes], "and")
                message = f"{levels} say the same here, but for the name of the level."
                hint = "Say for each level what somebody does then, and in which piece of work."
                yield offence(document, nodes[0].at("behaviour"), message, hint)


@lru_cache(maxsize=2048)
def _behind_level(text: str) -> str | None:
    """What stands behind the name of a level with which a behaviour begins; None where it begins otherwise."""
    first = _WORD.search(text)
    if not first or first[0].casefold() not in WORDS:
        return None
    return " ".join(_WORD.findall(text[first.end() :].casefold())) or None
