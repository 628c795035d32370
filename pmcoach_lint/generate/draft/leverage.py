"""Which one to three bets to make: a score that anybody can check, and why the others lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from pmcoach_lint.generate.draft.facts import Facts
from pmcoach_lint.generate.draft.library import LEVELS, Area, Library, Step, next_level
from pmcoach_lint.generate.draft.matching import Piece

FORMULA = (
    "Leverage, out of 10: 3 if the goal of the cycle names the area; 1 for each situation that the coach has named, up "
    "to 2; 1 for each piece of evidence, up to 3; 1 if others or the PM speak of it; 1 if real work for it is coming "
    "up. 2 are taken off where a constraint stands in the way. What the goal or a challenge names comes first; of "
    "equals, what the goal names."
)


_GOAL, _SITUATIONS, _EVIDENCE, _CONSTRAINT = 3, 2, 3, 2
"""What the score of a bet's candidate is made of: points, at most."""
_FURTHER = ((5, 90, 6), (7, 180, 8))
"""The second bet and the third: the score that each needs, the minutes of practice a week, and the weeks."""


@dataclass(frozen=True)
class Candidate:
    """An area with its score, and where the PM stands in it.

    The goal of the cycle names it where it `is_wanted`; the `challenges` are those about it, the main one first.
    `lost` says why it is no bet; empty where it is one.
    """

    area: Area
    score: int
    pieces: tuple[Piece, ...]
    level: str
    is_assumed: bool
    is_strength: bool
    is_constrained: bool
    is_wanted: bool = False
    challenges: tuple[str, ...] = ()
    lost: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether it stays where it is: a strength, or no bet and nothing that the coach has named."""
        return self.is_strength or bool(self.lost and not self.is_named)

    @property
    def target(self) -> str:
        """The level to reach: the next one for what is to grow, the same one for the rest."""
        return self.level if self.is_kept else next_level(self.level)

    @property
    def is_named(self) -> bool:
        """Whether the coach has named it as something to grow."""
        return self.is_wanted or bool(self.challenges)

    @property
    def gaps(self) -> tuple[Piece, ...]:
        """The pieces of evidence that do not show a strength."""
        return tuple(piece for piece in self.pieces if not piece.is_strength)

    @property
    def step(self) -> Step | None:
        """The step up that a bet on it would be."""
        return self.area.steps.get(self.level)


def candidates_of(facts: Facts, library: Library) -> tuple[Candidate, ...]:
    """The areas that the intake speaks of, the bets first, each with its score; one at least."""
    found = [each for area in library.areas if (each := _candidate(area, facts, library))]
    if not any(_may_be_bet(each) for each in found):
        area = next((each for each in library.areas if each.name not in {one.area.name for one in found}), None)
        if area:
            found.append(Candidate(area, 0, (), facts.usual_level, True, False, False))
        elif found:
            found = _with_the_strongest_to_grow(found)
    ranked = sorted(found, key=lambda each: (not _may_be_bet(each), not each.is_named, -each.score, not each.is_wanted))
    return tuple(_decided(ranked, facts))


def _with_the_strongest_to_grow(found: list[Candidate]) -> list[Candidate]:
    """The candidates where all are strengths: the one that most speaks for is to grow all the same."""
    best = max((each for each in found if each.step), key=lambda each: each.score, default=None)
    return [replace(each, is_strength=False) if each is best else each for each in found]


def bets_among(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Those of the candidates that are bets."""
    return tuple(each for each in candidates if not each.lost)


def _candidate(area: Area, facts: Facts, library: Library) -> Candidate | None:
    def count(texts: tuple[str, ...]) -> int:
        return sum(library.area_of(text) == area for text in texts)

    pieces = tuple(piece for piece in facts.pieces if piece.area == area)
    goal = any(area in library.areas_of(text) for text in facts.wanted)
    challenges = tuple(each.text for each in facts.matched.challenges if each.area == area)
    strengths = any(each.area == area for each in facts.matched.strengths)
    feedback, work = count(facts.texts("state", "feedback")), count(facts.texts("goals", "work"))
    constraint = count(facts.texts("goals", "constraints"))
    if not (pieces or goal or challenges or strengths or feedback or count(facts.texts("good", "behaviours"))):
        return None
    gaps = [piece for piece in pieces if not piece.is_strength]
    score = _GOAL * goal + min(len(challenges), _SITUATIONS) + min(len(gaps), _EVIDENCE)
    score += bool(feedback) + bool(work) - _CONSTRAINT * bool(constraint)
    is_strength = (strengths or bool(pieces and not gaps)) and not (goal or challenges)
    level, is_assumed = _level(facts, pieces, is_strength=is_strength)
    return Candidate(area, max(score, 0), pieces, level, is_assumed, is_strength, bool(constraint), goal, challenges)


def _level(facts: Facts, pieces: tuple[Piece, ...], *, is_strength: bool) -> tuple[str, bool]:
    """Where the PM stands, and whether that is assumed: what most pieces show, of equals the lower one."""
    counted = Counter(piece.level for piece in pieces if piece.level)
    if counted:
        most = max(counted.values())
        return min((level for level, times in counted.items() if times == most), key=LEVELS.index), False
    usual = LEVELS.index(facts.usual_level) + (2 if is_strength else 0)
    return LEVELS[min(usual, len(LEVELS) - 2)], True


def _may_be_bet(candidate: Candidate) -> bool:
    return not candidate.is_strength and candidate.step is not None


def _decided(ranked: list[Candidate], facts: Facts) -> list[Candidate]:
    """The candidates with the reason why each of them lost, where it did."""
    decided: list[Candidate] = []
    bets = 0
    for each in ranked:
        lost = _why_not(each, bets, facts)
        bets += not lost
        decided.append(replace(each, lost=lost))
    return decided


def _why_not(candidate: Candidate, bets: int, facts: Facts) -> str:
    if candidate.is_strength:
        return "A strength: the bets build on it"
    if candidate.step is None:
        return "The library has no step up from there"
    if bets == 0:
        return ""
    if bets > len(_FURTHER):
        return "Three bets are the most that a cycle holds"
    score, minutes, weeks = _FURTHER[bets - 1]
    which = "second" if bets == 1 else "third"
    if candidate.score < score:
        return f"A {which} bet needs {score} points"
    if facts.practice < minutes:
        return f"A {which} bet needs {minutes} minutes of practice a week, and there are {facts.practice}"
    if facts.cycle.weeks < weeks:
        return f"A {which} bet needs {weeks} weeks, and there are {facts.cycle.weeks}"
    return ""
