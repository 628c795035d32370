"""On how little a draft rests: challenges that point to no competency, and a first bet that none of them names."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.generate.draft.outline import Outline
from pmcoach_lint.generate.markdown import in_line
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple


class Doubt(NamedTuple):
    """Something to settle before a draft is relied on: what it is, what to do, and which answer it is about."""

    message: str
    hint: str
    path: Path


def doubts(outline: Outline) -> Iterator[Doubt]:
    """What to settle, the challenges first."""
    facts = outline.facts
    for at, each in enumerate(facts.matched.challenges):
        if each.area is None:
            message = f"The challenge “{each.text}” points to no competency of the library, so no bet is made of it."
            hint = "Write the name of its competency in front of it, or behind a piece of evidence that shows it."
            yield Doubt(message, hint, ("state", "challenges", at))
    bet = next((each.chosen for each in outline.bets), None)
    if bet is None:
        return
    area, known = in_line(bet.area.name), [each for each in facts.matched.challenges if each.area]
    if bet.score and not bet.challenges and not (bet.is_wanted and not facts.matched.challenges):
        why = "the goal" if bet.is_wanted else in_a_row([each.id for each in bet.gaps]) or "another answer"
        others = "no challenge names it" if bet.is_wanted else "neither the goal nor a challenge names one"
        message = f"The first bet is on {area} on the word of {why} alone: {others}."
        yield Doubt(message, "Say in the goal or in a challenge which competency is to grow.", ("goals", "goal"))
    loose = facts.unmatched
    if len(loose) * 2 > len(facts.pieces) and (bet.pieces or known):
        message = (
            f"Of {len(facts.pieces)} pieces of evidence {len(loose)} are matched to no competency: {in_a_row(loose)}."
        )
        yield Doubt(message, "Write the competency that each shows under Area.", ("state", "evidence", 0))
