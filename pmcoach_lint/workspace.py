"""Documents that belong together, and the standards that hold for them: what rules look at that look at several."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from typing import Any

from pmcoach_lint.binding.targets import Targets, target
from pmcoach_lint.document import Document
from pmcoach_lint.standards import Standards
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

Exists = Callable[[Document, str], bool | None]
"""Tells whether there is a file at a path, relative to a document; None when nobody can tell."""


class Booked(NamedTuple):
    """The time that an active pack takes of its coach: minutes a week, as they stand there.

    `budget` is what the pack says the coach has for all PMs together, in minutes a week; None where it says nothing.
    """

    coach: str
    file: str
    minutes: int
    budget: int | None


def coach_of(document: Document) -> str:
    """Who coaches in a pack: `lead-02`. A role is one person in one company alone: `CPO, Northwind`; "" for nobody."""
    told = (document.data.get(key) for key in ("coach", "company"))
    coach, company = (value if isinstance(value, str) else "" for value in told)
    is_role = " " in coach or coach.isalpha()
    return f"{coach}, {company}" if is_role and company and company not in coach else coach


class Workspace:
    """Documents that belong together: those of one client engagement, a pack and its competency model, or one alone.

    `documents` are in the order of their paths; all are of a known type. `standards` are the frameworks that hold for
    them: the team's own, where it has any, else the ones that come with pmcoach. `exists` tells which files there are
    beside them; without it, as for texts in memory, there are the documents and nothing else. `booked` is the time that
    active packs take of their coaches: those that were looked at in this run before, and then those of this workspace.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        standards: Standards,
        exists: Exists | None = None,
        booked: Sequence[Booked] = (),
    ) -> None:
        self.documents = tuple(document for document in documents if document.doctype)
        self.standards = standards
        self.exists = exists or _among({document.source.file for document in documents})
        self.booked = booked
        self.views: dict[Any, Any] = {}
        self._targets: dict[tuple[str, Path], Targets | None] = {}

    def of_type(self, name: str) -> list[Document]:
        """The documents of the type `name`."""
        return [document for document in self.documents if document.is_a(name)]

    def only(self, name: str) -> Document | None:
        """The one document of the type `name`; None when there is none, or when nobody can tell which one counts."""
        found = self.of_type(name)
        return found[0] if len(found) == 1 else None

    def holder(self, type_name: str) -> Document | None:
        """The document that holds the records of a type which others refer to: one of these, or the standard."""
        return self.only(type_name) or self.standards.find(type_name)

    def targets(self, type_name: str, to: Path) -> Targets | None:
        """The records that texts may refer to, at the path `to` of that type's document; None when there are none."""
        if (type_name, to) not in self._targets:
            holder = self.holder(type_name)
            known = Targets(*target(holder.binding, holder.data, to)) if holder else None
            self._targets[type_name, to] = known if known and known.records else None
        return self._targets[type_name, to]

    def title(self, type_name: str) -> str:
        """What documents of a type are called, in the middle of a sentence."""
        holder = self.holder(type_name)
        return (holder.doctype.title if holder and holder.doctype else type_name).lower()


def _among(files: set[str]) -> Exists:
    """Whether a path leads to one of `files`."""

    def exists(document: Document, target: str) -> bool:
        folder = posixpath.dirname(document.source.file)
        return posixpath.normpath(posixpath.join(folder, target)) in files

    return exists
