"""What a score is made of: values that say everything there is to show, and depend on no document any more."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.finding import Range
from pmcoach_lint.tuples import NamedTuple

LOWEST, HIGHEST = 1, 5
"""The scores that a dimension can have."""

_OR_MORE = " or more"

APART = 2
"""So many points between a reviewer's score and the tool's are worth a talk. Our own figure."""


class Record(NamedTuple):
    """A record that earned a point or lost one: where it stands, and what there is to say of it.

    `nowhere` says that it is not there at all, nor the document it would stand in: `range` is then the beginning.
    `absent` is the type of that document, where it is known.
    """

    file: str
    range: Range
    words: str
    nowhere: bool = False
    absent: str = ""


class CriterionScore(NamedTuple):
    """What a criterion came to: `earned` of its `points`, the records that earned them, and those that lost them.

    While a point is missing, the dimension scores `at_most` so much.
    """

    criterion: str
    earns: str
    points: int
    at_most: int
    earned: float
    gained: tuple[Record, ...]
    lost: tuple[Record, ...]


class Improvement(NamedTuple):
    """The cheapest next thing to do for a dimension: what to do, at which records, and the score it leads to."""

    criterion: str
    earns: str
    records: tuple[Record, ...]
    leads_to: int


class Said(NamedTuple):
    """What a reviewer says of a dimension: the score, the reason, and where it stands."""

    score: int
    why: str
    file: str
    range: Range


class DimensionScore(NamedTuple):
    """The score of a dimension from 1 to 5, with the anchor nearest to it, all criteria, and what to do next.

    `unread` is what stands in parts that lost points, and is not read: it may be what they lack.
    """

    dimension: str
    weight: int
    score: int
    anchor: str
    criteria: tuple[CriterionScore, ...]
    improvement: Improvement | None = None
    said: Said | None = None
    unread: tuple[Record, ...] = ()

    @property
    def more(self) -> str:
        """What is said behind the score where it may be higher, as not all was read; empty else."""
        return _OR_MORE if self.unread else ""

    @property
    def points(self) -> int:
        """How many points there are."""
        return sum(each.points for each in self.criteria)

    @property
    def earned(self) -> float:
        """How many of them were earned."""
        return sum(each.earned for each in self.criteria)

    @property
    def held_by(self) -> tuple[CriterionScore, ...]:
        """The criteria without which the score would be higher, whatever else was earned."""
        return tuple(each for each in self.criteria if each.lost and each.at_most <= self.score < HIGHEST)

    @property
    def is_apart(self) -> bool:
        """Whether the reviewer's score is so far from this one that the two should be talked about."""
        return self.said is not None and abs(self.said.score - self.score) >= APART


class Band(NamedTuple):
    """A band of totals: the lowest one, the name, what it asks for, and what to do.

    A document with a dimension that scores below `least` is not in it.
    """

    low: int
    name: str
    asks: str
    advice: str
    least: int = LOWEST


class Attested(NamedTuple):
    """An item that only a person can say: who said it and when, where anybody did. `due` is what is open, in words."""

    id: str
    item: str
    checklist: str
    said: tuple[tuple[str, str], ...]
    due: str


class Score(NamedTuple):
    """What a pack, or an engagement, scores by a rubric.

    `assumptions` and `unknowns` are what the document lists as such; `questions` are what to ask next, at most five,
    where the band asks for it. `attested` are the items that only a person can say. `not_scored` are the dimensions
    about parts that the document leaves out on purpose. `assumed` is what so much hangs on, and is only assumed, that
    no band holds which asks for nothing. `held` stands in the place of a band that lets it be shown, while the
    documents are not fit to be shown.
    """

    file: str
    title: str
    rubric: str
    dimensions: tuple[DimensionScore, ...]
    bands: tuple[Band, ...]
    assumptions: tuple[str, ...] = ()
    unknowns: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    attested: tuple[Attested, ...] = ()
    not_scored: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    held: Band | None = None

    @property
    def total(self) -> int:
        """The sum of all scores, each as often as it counts."""
        return sum(each.score * each.weight for each in self.dimensions)

    @property
    def out_of(self) -> int:
        """The highest total there is."""
        return sum(HIGHEST * each.weight for each in self.dimensions)

    @property
    def words(self) -> str:
        """The total and what there is, which say that it may be higher where not all was read."""
        return f"{self.total} of {self.out_of}{self.more}"

    @property
    def more(self) -> str:
        """What is said behind the total where it may be higher; empty else."""
        return _OR_MORE if self.unread else ""

    @property
    def unread(self) -> tuple[Record, ...]:
        """What is not read and may be what lost points: with it the total may be higher."""
        return tuple(dict.fromkeys(record for each in self.dimensions for record in each.unread))

    @property
    def absent(self) -> tuple[str, ...]:
        """The types of the documents that are not there, for want of which points are lost."""
        lost = (record for each in self.dimensions for one in each.criteria for record in one.lost)
        return tuple(dict.fromkeys(record.absent for record in lost if record.absent))

    @property
    def band(self) -> Band | None:
        """The band that the document is in, or what holds it back; None where the rubric has none so low."""
        fit = (band for band in self._by_total if not self._below(band) and not self._is_assumed(band))
        reached = next(fit, None)
        return self.held if self.held and reached and reached.asks != "questions" else reached

    @property
    def why_not_higher(self) -> str:
        """In a sentence, why the document is not in the band that its total belongs to; empty where it is."""
        best = next(self._by_total, None)
        if best is None or self.band in (best, self.held):
            return ""
        if low := self._below(best):
            said = " and ".join(f"“{each.dimension}” at {each.score}" for each in low)
            return f"Not “{best.name}”, with {said}."
        return (
            f"Not “{best.name}”: {' and '.join(self.assumed)} {'are' if len(self.assumed) > 1 else 'is'} only assumed."
        )

    @property
    def _by_total(self) -> Iterator[Band]:
        """The bands that the total is high enough for, the highest first."""
        return iter(sorted((band for band in self.bands if band.low <= self.total), key=lambda band: -band.low))

    def _below(self, band: Band) -> list[DimensionScore]:
        """The dimensions that score too low for a band."""
        return [each for each in self.dimensions if each.score < band.least]

    def _is_assumed(self, band: Band) -> bool:
        """Whether too much is assumed for a band that asks for nothing."""
        return bool(self.assumed) and band.asks == "nothing"

    @property
    def said_total(self) -> int | None:
        """The sum of a reviewer's scores; None where a dimension has none."""
        said = [each.said.score * each.weight if each.said else None for each in self.dimensions]
        known = [number for number in said if number is not None]
        return sum(known) if known and len(known) == len(said) else None

    @property
    def next_step(self) -> tuple[DimensionScore, Improvement] | None:
        """The cheapest improvement of all: the fewest records to change for another point."""
        steps = [(each, each.improvement) for each in self.dimensions if each.improvement]
        return min(steps, key=lambda step: (step[1].leads_to <= step[0].score, len(step[1].records)), default=None)
