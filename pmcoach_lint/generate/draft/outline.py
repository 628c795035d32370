"""What the parts of a draft are written from: facts, areas with their scores, and what is planned for each bet.

On how little that rests is told as doubts: challenges that point to no competency, a first bet that none of them names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmcoach_lint.generate.draft.facts import Facts, has_figure
from pmcoach_lint.generate.draft.leverage import Candidate, bets_among, candidates_of
from pmcoach_lint.generate.draft.library import Area, Library, Step
from pmcoach_lint.generate.draft.schedule import Planned, Stretch, plan_reps, plan_stretches
from pmcoach_lint.generate.markdown import TBD, begun, in_line
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple


class Bet(NamedTuple):
    """A bet: its id, what was chosen for it, the step up that it is, its reps, its stretch assignment, its `aims`.

    These are what the goal of the cycle asks for in figures.
    """

    id: str
    chosen: Candidate
    step: Step
    reps: list[Planned]
    stretch: Stretch

    aims: tuple[str, ...]

    @property
    def area(self) -> Area:
        """The area it is in."""
        return self.chosen.area

    @property
    def signals(self) -> list[str]:
        """What shows that it pays off: what the goal says in figures, and what the library knows."""
        return [*self.aims, *self.step.signals]


@dataclass(frozen=True)
class Outline:
    """All that is known and decided of a pack before a word of it is written."""

    facts: Facts
    library: Library
    candidates: tuple[Candidate, ...]
    bets: tuple[Bet, ...]

    @property
    def first_reps(self) -> str:
        """The ids of the reps that the cycle begins with."""
        return " and ".join(bet.reps[0].id for bet in self.bets) or TBD


def outline_of(facts: Facts, library: Library) -> Outline:
    """The outline of a pack: what the facts and the libraries make of it."""
    candidates = candidates_of(facts, library)
    chosen = bets_among(candidates)
    planned = zip(chosen, plan_reps(chosen, facts), plan_stretches(chosen, facts, library), strict=True)
    aims = _aims(facts, library, chosen)
    bets = (
        Bet(f"B{number}", each, each.step, reps, stretch, tuple(aims[number - 1]))
        for number, (each, reps, stretch) in enumerate(planned, 1)
        if each.step
    )
    return Outline(facts, library, candidates, tuple(bets))


def _aims(facts: Facts, library: Library, bets: tuple[Candidate, ...]) -> list[list[str]]:
    """What the goal asks for in figures, for each bet: with the bet it is about, else with the first one."""
    found: list[list[str]] = [[] for _ in bets]
    for text in filter(has_figure, facts.wanted):
        areas = library.areas_of(text)
        at = next((number for number, bet in enumerate(bets) if bet.area in areas), 0)
        found[at].append(begun(text.removeprefix("and ").rstrip(".")))
    return found


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
