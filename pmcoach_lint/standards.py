"""The frameworks that documents are held to: the team's own, where it has any, else those that come with the package.

Each is a document like any other: Markdown with front matter, of a type of the family `standard`. A team's own counts
whole. What it does not say, or says so that it cannot be read, is never filled in from the package's one: a check that
needs it is silent, and the gap itself is a finding in the team's file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from math import inf
from pathlib import Path
from typing import Any

from pmcoach_lint.binding.targets import Targets
from pmcoach_lint.discovery import discover, may_say_type, type_said_at
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.loading import load_document
from pmcoach_lint.paths import shown_path
from pmcoach_lint.resources import standards_folder
from pmcoach_lint.settings import Settings, optional_folders
from pmcoach_lint.tuples import NamedTuple

FAMILY = "standard"
"""The family of the types that are frameworks."""

VALUE_LADDER = "value-ladder"
HORIZONS = "horizons"
POSITIONING_MATRIX = "positioning-matrix"
WORKFLOW_PHASES = "workflow-phases"
INTAKE_BANK = "intake-bank"
ENGAGEMENT_BANK = "engagement-bank"

QUESTIONS_AT_ONCE = 5
"""Questions in a round of intake: people answer no more (`coaching-pms`, its intake: 3–5 at a time, never more)."""


class Span(NamedTuple):
    """A range of numbers: `high` is infinite where its end is open. `text` is how people write it."""

    low: float
    high: float
    text: str


class LadderLevel(NamedTuple):
    """A level of the value ladder. `multiplier` is None where nobody can read how much it is worth."""

    level: str
    client_sees: str
    multiplier: Span | None


class Horizon(NamedTuple):
    """A horizon of an engagement, its months counted from the start: `high` is infinite where its end is open."""

    name: str
    low: float
    high: float
    text: str
    focus: str
    value: str

    def holds(self, low: float, high: float | None = None) -> bool:
        """Whether a month, or all from `low` to `high`, lie in the horizon, its ends included."""
        return self.low <= low and (low if high is None else high) <= self.high


class ClientNeed(NamedTuple):
    """What a client asks for, the answer that takes the order, and the answer that opens a better conversation.

    `also` is what else it is called.
    """

    need: str
    low: str
    high: str
    also: tuple[str, ...] = ()


class Phase(NamedTuple):
    """A phase of the workflow, with its number counted from 1."""

    number: int
    phase: str
    steps: tuple[str, ...]


class _Found(NamedTuple):
    """What is in a team's folders: by type, the frameworks that count and their paths; and the files that do not.

    Of the latter some are of a type that is there already, and of some nobody can tell the type.
    """

    own: dict[str, Document]
    paths: dict[str, Path]
    shadowed: dict[str, Document]
    untold: list[Path]


class Standards:
    """The frameworks that hold for one repository, read when they are asked for, each once.

    Raises:
        UsageError: A folder of standards that the settings name is none.
    """

    def __init__(self, settings: Settings, catalogue: Catalogue | None = None) -> None:
        self._settings = settings
        self._catalogue = catalogue or Catalogue.of(settings)
        self._folders = tuple(optional_folders(settings, "standards"))
        self._read: dict[Path, Document] = {}
        self._asked: dict[str, Document | None] = {}
        self._looked: dict[str | None, _Found] = {}

    def __iter__(self) -> Iterator[Document]:
        """All frameworks, by the names of their types."""
        names = (doctype.name for doctype in self._catalogue if doctype.family == FAMILY)
        return (document for name in names if (document := self.find(name)))

    def find(self, name: str) -> Document | None:
        """The framework of the type `name` that counts; None where there is none."""
        if name not in self._asked:
            self._asked[name] = self._found(name).own.get(name) or self._load_packaged(name)
        return self._asked[name]

    @property
    def own(self) -> Mapping[str, Document]:
        """The team's own frameworks by type, those of an earlier folder before all of a later one."""
        return self._found(None).own

    @property
    def shadowed(self) -> Mapping[str, Document]:
        """The frameworks for which there is no telling why they are there: by file, with the first of that type there.

        Of two in one folder the second is such. In a later folder it is not: there it may hold for others.
        """
        return self._found(None).shadowed

    def first_of(self, document: Document) -> Document | None:
        """The framework because of which there is no telling why `document`, of the same type, is there; or None."""
        return self._found(document.type or None).shadowed.get(document.source.file)

    @property
    def consulted(self) -> dict[Path, Document]:
        """What was read of the team's for what was asked: its own of each type, and what nobody can tell the type of.

        The latter come first.
        """
        paths = [path for name in self._asked for path in self._found(name).untold]
        paths += [self._found(name).paths[name] for name in self._asked if name in self._found(name).paths]
        return {path: self._read[path] for path in paths}

    @cached_property
    def value_ladder(self) -> tuple[LadderLevel, ...]:
        """The levels from the lowest up."""
        return tuple(
            LadderLevel(
                record["level"],
                _text(record, "client_sees"),
                _times(record.get("multiplier")),
            )
            for record in self.records(VALUE_LADDER, "levels", "level")
        )

    @cached_property
    def horizons(self) -> tuple[Horizon, ...]:
        """The horizons from the first on, without those whose months nobody can read."""
        return tuple(_horizon(record) for record in self.records(HORIZONS, "horizons", "horizon") if "months" in record)

    @cached_property
    def client_needs(self) -> tuple[ClientNeed, ...]:
        """What clients ask for, with both answers."""
        return tuple(
            ClientNeed(record["need"], _text(record, "low"), _text(record, "high"), tuple(record.get("also", ())))
            for record in self.records(POSITIONING_MATRIX, "needs", "need")
        )

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """The phases from the first on."""
        return tuple(
            Phase(number, record["phase"], tuple(step["step"] for step in record.get("steps", ()) if "step" in step))
            for number, record in enumerate(self.records(WORKFLOW_PHASES, "phases", "phase"), 1)
        )

    def rung(self, text: str) -> int | None:
        """The place on the value ladder, from 0, of the level that `text` names; None where it names none, or several.

        A level is named by its name, a clear short form of it, or its number counted from 1.
        """
        return _only(self._levels, text)

    def phase(self, said: str | int) -> Phase | None:
        """The phase that a number counted from 1 or a text names (`5`, `Phase 5`, `Graduation`); None if it is none."""
        place = _only(self._phases, str(said))
        return None if place is None else self.phases[place]

    @cached_property
    def _levels(self) -> Targets | None:
        return self._targets(VALUE_LADDER, "levels", "level")

    @cached_property
    def _phases(self) -> Targets | None:
        return self._targets(WORKFLOW_PHASES, "phases", "phase")

    def _targets(self, name: str, part: str, key: str) -> Targets | None:
        document = self.find(name)
        return Targets(document.binding.fields[part], list(self.records(name, part, key))) if document else None

    def records(self, name: str, part: str, key: str) -> Iterator[dict[str, Any]]:
        """The records of a framework that say at least what they are called."""
        document = self.find(name)
        return (record for record in (document.data.get(part, ()) if document else ()) if key in record)

    def _load_packaged(self, name: str) -> Document | None:
        path = standards_folder() / f"{name}.md"
        return load_document(path, shown_path(path), self._catalogue) if path.is_file() else None

    def _found(self, name: str | None) -> _Found:
        """What of the type `name`, or of any, is in the team's folders."""
        if name not in self._looked:
            self._looked[name] = self._look_for(name)
        return self._looked[name]

    @cached_property
    def _files(self) -> list[list[tuple[Path, str | None]]]:
        """What may be frameworks in each of the team's folders, with the type where a glance tells it for sure."""
        files = (discover([folder], self._settings, force_exclude=False) for folder in self._folders)
        return [[(path, self._type_at(path)) for path in sorted(each) if may_say_type(path)] for each in files]

    def _type_at(self, path: Path) -> str | None:
        said = type_said_at(path)
        return said if said and self._catalogue.has_schema(said) else None

    def _look_for(self, name: str | None) -> _Found:
        """Look through the team's folders; a file is read only if a glance does not tell that it is of another type."""
        found = _Found({}, {}, {}, [])
        for files in self._files:
            here: dict[str, Document] = {}
            for path in (path for path, said in files if name is None or said in (name, None)):
                document = self._document(path)
                doctype = document.doctype
                if doctype is None:
                    found.untold.append(path)
                elif doctype.family == FAMILY and doctype.name in here:
                    found.shadowed[document.source.file] = here[doctype.name]
                elif doctype.family == FAMILY:
                    here[doctype.name] = document
                    found.own.setdefault(doctype.name, document)
                    found.paths.setdefault(doctype.name, path)
        return found

    def _document(self, path: Path) -> Document:
        if path not in self._read:
            self._read[path] = load_document(path, shown_path(path), self._catalogue)
        return self._read[path]


def _only(targets: Targets | None, text: str) -> int | None:
    """The one place among `targets` that a text names."""
    places = targets.resolve(text) if targets else []
    return places[0] if len(places) == 1 else None


def _text(record: dict[str, Any], key: str) -> str:
    return str(record.get(key, ""))


def _times(value: dict[str, float] | None) -> Span | None:
    if value is None:
        return None
    low, high = value["from"], value.get("to", inf)
    text = f"{low:g}x" if low == high else f"{low:g}x and more" if high == inf else f"{low:g}–{high:g}x"
    return Span(low, high, text)


def _horizon(record: dict[str, Any]) -> Horizon:
    low, high = record["months"]["from"], record["months"].get("to", inf)
    text = f"month {low} and later" if high == inf else f"months {low}–{high:g}"
    return Horizon(record["horizon"], low, high, text, _text(record, "focus"), _text(record, "value"))
