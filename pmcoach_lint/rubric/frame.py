"""A rubric as its document gives it: dimensions, criteria, bands."""

from __future__ import annotations

from collections.abc import Mapping

from pmcoach_lint.binding.targets import Targets
from pmcoach_lint.criteria import all_criteria
from pmcoach_lint.document import Document
from pmcoach_lint.rubric.model import HIGHEST, LOWEST, Band
from pmcoach_lint.tuples import NamedTuple


class Weighed(NamedTuple):
    """A criterion in a rubric: its name, its points, what earns it, and the rules whose findings spoil it.

    While it does not hold in full, its dimension scores `at_most` so much. `asked_by` are the ids of the questions that
    ask for it.
    """

    criterion: str
    points: int
    at_most: int
    earns: str
    spoilers: frozenset[str]
    asked_by: tuple[str, ...] = ()


class Dimension(NamedTuple):
    """A dimension of a rubric with its anchors, by the scores 1, 3 and 5, and its criteria."""

    name: str
    weight: int
    anchors: Mapping[int, str]
    criteria: tuple[Weighed, ...]

    def anchor(self, score: int) -> str:
        """What a score means, by the words of its anchor, or of the two that it lies between."""
        if score in self.anchors:
            return self.anchors[score]
        both = [self.anchors[near] for near in (score - 1, score + 1) if near in self.anchors]
        return f"Between “{'” and “'.join(both)}”" if len(both) > 1 else ""


class Rubric(NamedTuple):
    """A rubric: its dimensions and its bands. `find` tells which dimension a text names."""

    kind: str
    dimensions: tuple[Dimension, ...]
    bands: tuple[Band, ...]
    targets: Targets

    def find(self, text: str) -> str | None:
        """The name of the dimension that `text` names; None where it names none, or may name several."""
        places = self.targets.resolve(text)
        return self.targets.records[places[0]]["dimension"] if len(places) == 1 else None


def rubric_of(document: Document) -> Rubric:
    """The rubric that a document of a rubric's type holds.

    What cannot be read in it, and criteria that there are none of, count for nothing: that is a finding there.
    """
    data = document.data
    records = [record for record in data.get("dimensions", ()) if "dimension" in record]
    targets = Targets(document.binding.fields["dimensions"], records)
    weighed: dict[str, list[Weighed]] = {}
    for record in data.get("criteria", ()):
        name, places = record.get("criterion", "").strip("`"), targets.resolve(record.get("dimension", ""))
        if name in all_criteria() and len(places) == 1:
            dimension = records[places[0]]["dimension"]
            one = Weighed(
                name,
                record.get("points", 1),
                record.get("at_most", HIGHEST),
                record.get("earns", ""),
                frozenset(rule.strip("`") for rule in record.get("unless", ())),
                tuple(record.get("asked_by", ())),
            )
            weighed.setdefault(dimension, []).append(one)
    anchors = (("one", 1), ("three", 3), ("five", 5))
    return Rubric(
        kind=document.type,
        dimensions=tuple(
            Dimension(
                record["dimension"],
                record.get("weight", 1),
                {score: record[key] for key, score in anchors if key in record},
                tuple(weighed.get(record["dimension"], ())),
            )
            for record in records
        ),
        bands=tuple(
            Band(
                record["from"],
                record["band"],
                record.get("asks", "nothing"),
                record.get("advice", ""),
                record.get("least", LOWEST),
            )
            for record in data.get("bands", ())
            if {"from", "band"} <= record.keys()
        ),
        targets=targets,
    )
