"""What the parts of a draft are written from: facts, areas with their scores, and what is planned for each bet."""

from __future__ import annotations

from dataclasses import dataclass

from pmcoach_lint.generate.draft.facts import Facts
from pmcoach_lint.generate.draft.leverage import Candidate, bets_among, candidates_of
from pmcoach_lint.generate.draft.library import Area, Library, Step
from pmcoach_lint.generate.draft.schedule import Planned, Stretch, plan_reps, plan_stretches
from pmcoach_lint.generate.markdown import TBD
from pmcoach_lint.tuples import NamedTuple


class Bet(NamedTuple):
    """A bet: its id, what was chosen for it, the step up that it is, its reps and its stretch assignment."""

    id: str
    chosen: Candidate
    step: Step
    reps: list[Planned]
    stretch: Stretch

    @property
    def area(self) -> Area:
        """The area it is in."""
        return self.chosen.area


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
    bets = (
        Bet(f"B{number}", each, each.step, reps, stretch)
        for number, (each, reps, stretch) in enumerate(planned, 1)
        if each.step
    )
    return Outline(facts, library, candidates, tuple(bets))
