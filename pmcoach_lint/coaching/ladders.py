"""The ladders of competencies: which levels they describe, and in which order."""

from __future__ import annotations

from functools import cached_property, lru_cache

from pmcoach_lint.coaching.competencies import MODEL
from pmcoach_lint.coaching.parts import Node
from pmcoach_lint.coaching.steps import rung
from pmcoach_lint.document import Document
from pmcoach_lint.syntax.yaml_marks import Path

_PACK_MODEL: Path = ("definition", "competencies")


class Ladder:
    """The ladder of a competency: the record that it belongs to, and its rungs, each with its level.

    It has no rungs where a level could not be read, which is told already.
    """

    def __init__(self, competency: Node) -> None:
        self.competency = competency
        rungs = competency.nodes("ladder")
        whole = all("level" in node.value for node in rungs) and not _has_unread_level(competency)
        self.rungs = rungs if whole else ()

    @property
    def name(self) -> str:
        """What the competency is called."""
        return str(self.competency.value.get("competency", ""))

    @cached_property
    def described(self) -> tuple[Node, ...]:
        """The rungs that say what is seen on their level; all of them where none does and the levels alone stand."""
        return tuple(node for node in self.rungs if "behaviour" in node.value) or self.rungs

    @cached_property
    def places(self) -> list[int]:
        """Where the described levels stand on the ladder of the document's edition, from 1, as they are written."""
        edition = self.competency.document.edition
        return [place for node in self.described if (place := rung(node.value["level"], edition))]


@lru_cache(maxsize=4)
def ladders(document: Document) -> tuple[Ladder, ...]:
    """The ladders of a pack or a competency model that have more than one level, kept for the rules that follow."""
    kind = document.doctype.name if document.doctype else ""
    to = _PACK_MODEL[1:] if kind == MODEL else _PACK_MODEL
    holder = document.data if kind == MODEL else document.data.get("definition")
    records = holder.get("competencies") if isinstance(holder, dict) else None
    found = (Ladder(Node(document, (*to, index), record)) for index, record in enumerate(records or ()))
    return tuple(ladder for ladder in found if len(ladder.rungs) > 1)


def _has_unread_level(competency: Node) -> bool:
    """Whether something in the list of competencies, such as the header of a column, should be a level and is none."""
    start, end = competency.document.values.get(competency.path[:-1], (0, 0))
    unread = competency.document.offences.get("not-a-level", ())
    return any(start <= offence.span[0] < end for offence in unread)
