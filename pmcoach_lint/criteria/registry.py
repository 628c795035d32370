"""The register of criteria, and what a criterion is given to look at."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.parts import Node, nodes_at
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from pmcoach_lint.document import Document
    from pmcoach_lint.finding import Finding
    from pmcoach_lint.syntax.yaml_marks import Path
    from pmcoach_lint.workspace import Workspace

COACHING = "coaching-rubric"
"""The rubric, by the name of its type, whose criteria look at one coaching pack."""

ENGAGEMENT = "engagement-rubric"
"""The rubric whose criteria look at all documents of a client engagement."""


class Mark(NamedTuple):
    """One thing that a criterion has looked at: where it stands, whether it holds, and what there is to say.

    `absent` is the type of the document in which it would stand, where there is no such document; else empty.
    """

    document: Document
    path: Path
    good: bool
    words: str
    absent: str = ""


Marks = Iterator[Mark]


class Criterion(NamedTuple):
    """A criterion: its name, the rubric it belongs to, the function that looks, and the part of a pack it looks at.

    `part` is empty where it looks at no one part.
    """

    name: str
    rubric: str
    look: Callable[[Case], Iterable[Mark]]
    part: str = ""

    @property
    def summary(self) -> str:
        """What it looks for, in a sentence."""
        return (inspect.getdoc(self.look) or "").partition("\n")[0]


_criteria: dict[str, Criterion] = {}


def criterion(
    rubric: str, part: str = ""
) -> Callable[[Callable[[Case], Iterable[Mark]]], Callable[[Case], Iterable[Mark]]]:
    """Register the decorated function, which has the criterion's name, for a `rubric` and a `part` of a pack."""

    def register(look: Callable[[Case], Iterable[Mark]]) -> Callable[[Case], Iterable[Mark]]:
        name = look.__name__.replace("_", "-")
        if name in _criteria:
            raise ValueError(f"two criteria are called {name}")
        _criteria[name] = Criterion(name, rubric, look, part)
        return look

    return register


def registered() -> Iterator[Criterion]:
    """All criteria that have signed in, in that order."""
    yield from _criteria.values()


class Case:
    """What a criterion looks at: `main`, the document that is scored, with those that belong to it, on a day.

    `findings` are what the linter says of the documents, by file. Where a rubric says of a criterion that it holds not
    while certain rules find fault (`spoilers`), whatever such a finding points at counts as if it were not there.
    """

    def __init__(
        self,
        workspace: Workspace,
        main: Document,
        as_of: date,
        findings: Mapping[str, Sequence[Finding]],
        spoilers: frozenset[str] = frozenset(),
    ) -> None:
        self.workspace = workspace
        self.main = main
        self.as_of = as_of
        self._spoilt = {
            file: [finding.range.start for finding in found if finding.rule in spoilers]
            for file, found in (findings if spoilers else {}).items()
        }

    @cached_property
    def chain(self) -> Chain:
        """What hangs on what in the pack."""
        return Chain(self.workspace, self.main)

    def value(self, *path: str | int) -> Any:
        """The value at a path of the document that is scored."""
        return value_at(self.main, path)

    def nodes(self, *path: str | int) -> tuple[Node, ...]:
        """The records, or lines, of a list in the document that is scored."""
        return nodes_at(self.main, path)

    def holds(self, document: Document, path: Path) -> bool:
        """Whether something stands at `path` of a document, and no finding spoils it."""
        if value_at(document, path) in (None, "", [], {}):
            return False
        starts = self._spoilt.get(document.source.file)
        span = document.values.get(path)
        if not starts or span is None:
            return True
        place = document.range(span)
        return not any(place.start <= start <= place.end for start in starts)

    def within(self, node: Node, *names: str) -> Path | None:
        """The path of the first of a record's values `names`, where all of them hold; None where one does not."""
        paths = [node.at(name) for name in names]
        return paths[0] if all(self.holds(node.document, path) for path in paths) else None

    def first_held(self, paths: Iterable[Path]) -> Path | None:
        """The first of these paths of the document that is scored where something stands that holds."""
        return next((path for path in paths if self.holds(self.main, path)), None)

    def sound(self, nodes: Iterable[Node]) -> list[Node]:
        """Those of some records, or lines, that hold."""
        return [node for node in nodes if self.holds(node.document, node.path)]

    def stated(self, path: Path, has: str, lacks: str) -> Mark:
        """The mark of a single value: whether it is there."""
        return self.found(path if self.holds(self.main, path) else None, path, has, lacks)

    def found(self, found: Path | None, path: Path, has: str, lacks: str) -> Mark:
        """The mark of what may stand in several places: where it was `found`, or that it is not there, at `path`."""
        return Mark(self.main, path if found is None else found, found is not None, lacks if found is None else has)

    def records(self, kind: str, *path: str | int) -> list[Node]:
        """The records of a list that hold, in all documents of the type `kind`."""
        return self.sound(node for document in self.workspace.of_type(kind) for node in nodes_at(document, path))

    def newest(self, kind: str) -> Document | None:
        """The newest document of a type: it is the one that counts."""
        return max(self.workspace.of_type(kind), key=lambda document: str(document.data.get("date", "")), default=None)

    def stated_in(self, kind: str, path: Path, has: str, lacks: str) -> Mark:
        """The mark of a single value in the newest document of a type; a bad one where there is no such document."""
        document = self.newest(kind)
        if document and self.holds(document, path):
            return Mark(document, path, True, has)
        return self.lacks_in(kind, lacks, *path)

    def each_in(self, kind: str, path: Path, names: Sequence[str], has: str, lacks: str, none: Mark) -> Marks:
        """A mark for each record of a list in all documents of a type: good where all its values `names` hold."""
        yield from each(self.records(kind, *path), lambda node: self.within(node, *names), has, lacks, none=none)

    def lacks_in(self, kind: str, words: str, *path: str | int) -> Mark:
        """A bad mark of the newest document of a type, in which something is missing at a path, or that is absent."""
        document = self.newest(kind)
        if document:
            return Mark(document, path, False, words)
        return self.lacks(words)._replace(absent=kind)

    def lacks(self, words: str, *path: str | int) -> Mark:
        """A bad mark of the document that is scored: what is missing, in words, and at which path."""
        return Mark(self.main, path, False, words)


def each(
    nodes: Sequence[Node], find: Callable[[Node], Path | None], has: str, lacks: str, *, none: Mark | None = None
) -> Marks:
    """A mark for each of `nodes`: good where `find` gives the path of what it looks for.

    Args:
        nodes: the records that are looked at.
        find: gives the path of what is looked for in a record; None where it is not there.
        has: what is said of a record that has it, behind its name.
        lacks: what is said of one that has not.
        none: the mark where there are no records.
    """
    for node in nodes:
        path = find(node)
        words = f"{node.subject} {lacks if path is None else has}."
        yield Mark(node.document, node.path if path is None else path, path is not None, words)
    if not nodes and none:
        yield none


def is_placed(node: Node) -> bool:
    """Whether a record gives a week or a day, be it one that cannot be reckoned: `Dec 11`, where no year is told."""
    if node.is_placed:
        return True
    spans = (node.document.values.get(node.at(name)) for name in ("week", "date"))
    return any(span and any(map(str.isdigit, node.document.text[slice(*span)])) for span in spans)


def at_least(number: int, found: Sequence[Node], where: Mark, has: str = "") -> Marks:
    """A mark for each of the first `number` of what was found, and a bad one, `where`, for each that is missing.

    `has` is what is said of one that was found; without it, that it is there.
    """
    for node in found[:number]:
        yield Mark(node.document, node.path, True, has or f"{node.subject} is there.")
    for _ in range(number - len(found)):
        yield where
