"""The ladders of competencies: which levels they describe, and in which order."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from pmcoach_lint.coaching.parts import COMPETENCIES, Node, nodes_at
from pmcoach_lint.coaching.steps import rung
from pmcoach_lint.doctypes import MODEL
from pmcoach_lint.document import Document
from pmcoach_lint.syntax.source import view
from pmcoach_lint.syntax.yaml_marks import Path


class Ladder:
    """The ladder of a competency: the record that it belongs to, and its `steps`, each with its level.

    It has no steps where a level could not be read, which is told already. `levels` are those of all steps, as they are
    written. `is_described` says whether all rungs say what is seen on their level, or none does and the levels alone
    stand there. `places` tells where the described levels stand on the ladder of the document's edition, from 1, as
    they are written, and `reach` the lowest and the highest of them; nothing lies between where there are fewer than
    two.
    """

    def __init__(self, competency: Node) -> None:
        self.competency = competency
        steps = competency.value.get("ladder")
        whole = isinstance(steps, list) and all("level" in step for step in steps)
        self.steps: list[dict[str, Any]] = steps if whole and not _has_unread_level(competency) else []
        self.levels: list[str] = [step["level"] for step in self.steps]
        self.is_described = len({"behaviour" in step for step in self.steps}) < 2
        edition = competency.document.edition
        described = [step["level"] for step in self.steps if self.is_described or "behaviour" in step]
        self.places = [place for level in described if (place := rung(level, edition))]
        self.reach = (min(self.places), max(self.places)) if len(self.places) > 1 else (0, 0)

    @property
    def name(self) -> str:
        """What the competency is called."""
        return self.competency.text("competency")

    @cached_property
    def rungs(self) -> tuple[Node, ...]:
        """The rungs."""
        return self.competency.nodes("ladder") if self.steps else ()

    @property
    def described(self) -> tuple[Node, ...]:
        """The rungs that say what is seen on their level; all of them where none does."""
        return self.rungs if self.is_described else tuple(node for node in self.rungs if "behaviour" in node.value)

    @property
    def place(self) -> Any:
        """Where the first of its rungs stands; that of another ladder where one is told for several competencies."""
        return self.competency.document.values.get(self.rungs[0].at("behaviour"), self.competency.path)


@view
def ladders(document: Document) -> tuple[Ladder, ...]:
    """The ladders of a pack or a competency model that have more than one level; one for several of them once."""
    return tuple({(ladder.place, *ladder.levels): ladder for ladder in reversed(_all(document))}.values())[::-1]


@view
def _all(document: Document) -> tuple[Ladder, ...]:
    found = map(Ladder, nodes_at(document, COMPETENCIES[1:] if document.is_a(MODEL) else COMPETENCIES))
    return tuple(ladder for ladder in found if len(ladder.steps) > 1)


def ladder_of(competency: Node) -> Ladder | None:
    """The ladder of a competency, if it has one of more than one level."""
    return _by_path(competency.document).get(competency.path)


@view
def _by_path(document: Document) -> dict[Path, Ladder]:
    return {ladder.competency.path: ladder for ladder in _all(document)}


def _has_unread_level(competency: Node) -> bool:
    """Whether something in the list of competencies, such as the header of a column, should be a level and is none."""
    unread = competency.document.offences.get("not-a-level")
    if not unread:
        return False
    start, end = competency.document.values.get(competency.path[:-1], (0, 0))
    return any(start <= offence.span[0] < end for offence in unread)
