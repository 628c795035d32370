"""Which documents of a repository belong together, found and read only when one of them is asked about."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from pmcoach_lint.discovery import discover, documents_in, type_said_at
from pmcoach_lint.doctypes import ENGAGEMENT, MODEL, PACK, Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.loading import load_document
from pmcoach_lint.names import name_key
from pmcoach_lint.paths import git_root, is_there, shown_path, true_path
from pmcoach_lint.settings import Settings, UsageError
from pmcoach_lint.standards import Standards
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.workspace import Booked, Workspace, coach_of

Load = Callable[[Path], Document]


class Group(NamedTuple):
    """Documents that belong together, by their real paths; `key` tells one group from another."""

    key: str
    documents: dict[Path, Document]

    @property
    def places(self) -> dict[Document, Path]:
        """Where each of them stands."""
        return {document: path for path, document in self.documents.items()}


Note = Callable[[str, Any], None]
"""Is told what was looked at around a document: a question that `Repository.answer` takes, and what it was about."""


def _unnoted(_what: str, _about: Any) -> None:
    """Take no note of what was looked at."""


class Repository:
    """The documents around those that are checked. What has been looked at is remembered for the run.

    `load` reads a document, if not from its file, under the name by which that is shown.

    Whoever keeps what was found out about a document passes `note`: it is told of everything that this rests on,
    besides the document itself and the standards, and of all files as `content`.
    """

    def __init__(self, settings: Settings, load: Load | None = None, note: Note = _unnoted) -> None:
        self.settings = settings
        self.catalogue = Catalogue.of(settings)
        self.standards = Standards(settings, self.catalogue)
        self.load = load or self._read
        self._note = note
        self._answers: dict[tuple[str, Any], Any] = {}
        self._models: dict[Path, Document] = {}
        self._booked: dict[str, dict[str, Booked]] = {}

    def _read(self, path: Path) -> Document:
        return load_document(path, shown_path(path), self.catalogue)

    def answer(self, what: str, about: Any) -> Any:
        """The answer to a question about the files of the repository, looked up once."""
        if (what, about) not in self._answers:
            self._answers[what, about] = _QUESTIONS[what](self, about)
        return self._answers[what, about]

    def _ask(self, what: str, about: Any) -> Any:
        self._note(what, about)
        return self.answer(what, about)

    def workspace(self, documents: list[Document], places: Mapping[Document, Path] | None = None) -> Workspace:
        """The documents as a workspace, under the standards of the repository.

        Args:
            documents: the documents, in the order of their paths.
            places: where they stand; without it, they stand in memory only, and there are no files beside them.
        """
        for document in documents:
            if booking := booking_of(document):
                self._note("booked", (booking.coach, booking.file))
                self.book(booking)
        coaches = dict.fromkeys(map(coach_of, documents))
        booked = [booking for coach in coaches for booking in self._booked.get(coach, {}).values()]
        return Workspace(documents, self.standards, partial(self._exists, places) if places else None, booked)

    def book(self, booking: Booked) -> None:
        """Take note of the time that a pack takes of its coach."""
        self._booked.setdefault(booking.coach, {})[booking.file] = booking

    def booked(self, coach: str, but: str) -> tuple[Booked, ...]:
        """The time that the packs looked at so far take of a coach, without the one in the file `but`."""
        return tuple(booking for booking in self._booked.get(coach, {}).values() if booking.file != but)

    def _exists(self, places: Mapping[Document, Path], document: Document, target: str) -> bool | None:
        """Whether there is a file at `target`, a path relative to a document; None outside of the repository."""
        path = places.get(document)
        if path is None:
            return None
        file = Path(os.path.normpath(true_path(path).parent / target))
        found: bool | None = self._ask("is there", file)
        return found

    def is_there(self, file: Path) -> bool | None:
        """Whether there is a file; None where nobody can tell, and outside of the repository."""
        return is_there(file) if file.is_relative_to(true_path(self.settings.root)) else None

    def group_key(self, path: Path, document: Document) -> str | None:
        """What tells the engagement apart that `document` is a part of; None for a document that is part of none."""
        if document.family != ENGAGEMENT:
            return None
        folder = self._engagement_folder(path)
        if folder:
            return folder.as_posix()
        client = self._client_of(path, document)
        return f"{(self._client_folder(path, client) or true_path(path).parent).as_posix()}#{client}"

    def group(self, key: str, path: Path, document: Document) -> Group:
        """All documents of the engagement `key`, of which `document`, which stands at `path`, is a part."""
        own = true_path(path)
        found: dict[Path, Document] = {}
        for other in self._ask("members", (self._top(path, document), own.parent)):
            member = document if other == own else self.load(other)
            if member.doctype and self.group_key(other, member) == key:
                found[other] = member
        found.setdefault(own, document)
        return Group(key, dict(sorted(found.items())))

    def note(self, path: Path, document: Document) -> None:
        """Take note of what a document rests on whose engagement was put together for another one already."""
        for other in self._ask("members", (self._top(path, document), true_path(path).parent)):
            self._note("content", other)

    def model_of(self, path: Path, document: Document) -> Document | None:
        """The competency model that a pack names: by the path of its file, or by the model's name."""
        named = document.data.get(MODEL.replace("-", "_"))
        if not isinstance(named, str):
            return None
        for base in (true_path(path).parent, self.settings.root):
            file = true_path(base / named)
            if self._ask("type", file) == MODEL:
                return self._model(file)
        key = name_key(named)
        for file in self._ask("models", None):
            model = self._model(file)
            if key in (name_key(str(model.data.get("name", ""))), name_key(file.stem)):
                return model
        return None

    def with_model(self, path: Path, document: Document) -> dict[Document, Path]:
        """The document at `path`, and the competency model that it names, if any, with where they stand."""
        model = self.model_of(path, document)
        return {document: path, **({model: Path(model.source.file)} if model else {})}

    def _model(self, file: Path) -> Document:
        self._note("content", file)
        return self._models.get(file) or self._models.setdefault(file, self.load(file))

    def models(self, _: None = None) -> list[Path]:
        """The competency models in the settings' folders."""
        try:
            files = [true_path(file) for file in discover((), self.settings, force_exclude=False)]
        except UsageError:
            return []  # there is no such folder: only named files are checked
        return [file for file in files if self.answer("type", file) == MODEL]

    def members(self, where: tuple[Path | None, Path]) -> list[Path]:
        """The documents that may belong to an engagement: all in and below its folder, or those in one folder alone.

        In a folder of several clients there is no telling whose the folders below are. A document that is to be checked
        as if it stood in a folder that does not exist yet is alone.
        """
        top, folder = where
        if not (top or folder).is_dir():
            return []
        if top is None:
            return [file for file in documents_in(folder, self.settings) if self._is_of_engagement(file)]
        files = (true_path(file) for file in discover([top], self.settings, force_exclude=False))
        return [file for file in files if self._is_of_engagement(file)]

    def _top(self, path: Path, document: Document) -> Path | None:
        """The folder in and below which all documents of an engagement are; None where it is one among several."""
        return self._engagement_folder(path) or self._client_folder(path, self._client_of(path, document))

    def _engagement_folder(self, path: Path) -> Path | None:
        """The nearest folder at or above `path`, inside the repository, that holds a document of type engagement."""
        return next((folder for folder in self._above(path) if self._ask("is engagement", folder)), None)

    def _client_folder(self, path: Path, client: str) -> Path | None:
        """The topmost folder at or above `path` whose documents name this one client, and no other.

        There is none outside of a repository: below a folder such as that of all of a user's files may be anything.
        """
        if self._root_around(path) is None:
            return None
        found = [folder for folder in self._above(path) if self._ask("clients", folder) == (client,)]
        return found[-1] if found else None

    def _client_of(self, path: Path, document: Document) -> str:
        """The key of the client that a document names, or else the only one that those beside it name."""
        if own := name_key(str(document.data.get("client", ""))):
            return own
        beside = self._ask("clients", true_path(path).parent)
        return beside[0] if len(beside) == 1 else ""

    def _above(self, path: Path) -> Iterator[Path]:
        """The folders at and above `path`, up to the root of its repository; outside of any the nearest one."""
        place = true_path(path)
        root = self._root_around(path) or place.parent
        for folder in place.parents:
            yield folder
            if folder == root:
                return

    def _root_around(self, path: Path) -> Path | None:
        """The root of the repository that `path` is in: that of the settings, or else of git. None outside of any.

        Where neither a file of settings nor git says what belongs to it, it is what is in the settings' folders.
        """
        place, root = true_path(path), true_path(self.settings.root)
        own = [root] if self.settings.source else [root / folder for folder in self.settings.folders]
        is_own = any(place.is_relative_to(folder) for folder in own)
        return root if is_own else git_root(place.parent)

    def holds_engagement(self, folder: Path) -> bool:
        """Whether a folder holds a document of the type engagement."""
        return any(self._type_of(file) == ENGAGEMENT for file in documents_in(folder, self.settings))

    def clients_in(self, folder: Path) -> tuple[str, ...]:
        """The keys of the clients whom the documents right in a folder name."""
        mine = (self.load(file) for file in documents_in(folder, self.settings) if self._is_of_engagement(file))
        return tuple(sorted({key for each in mine if (key := name_key(str(each.data.get("client", ""))))}))

    def _is_of_engagement(self, file: Path) -> bool:
        doctype = self.catalogue.find(self._type_of(file))
        return doctype is not None and doctype.family == ENGAGEMENT

    def _type_of(self, file: Path) -> str:
        """The type of the document at `file`: that which it gives, or else that which its text tells."""
        return self.answer("type", file) or self.load(file).type

    def type_at(self, file: Path) -> str | None:
        """The type that the document at `file` gives in its front matter, as far as a glance tells."""
        said = type_said_at(file)
        doctype = self.catalogue.find(said) if said else None
        return doctype.name if doctype else said


_QUESTIONS: Mapping[str, Callable[[Repository, Any], Any]] = {
    "type": Repository.type_at,
    "is there": Repository.is_there,
    "models": Repository.models,
    "members": Repository.members,
    "is engagement": Repository.holds_engagement,
    "clients": Repository.clients_in,
}
"""What can be asked about the files of a repository."""


def booking_of(document: Document) -> Booked | None:
    """The time that a document takes of its coach, if it is an active pack that says so."""
    coach, cadence = coach_of(document), document.data.get("cadence")
    is_active = document.is_a(PACK) and document.status == "active"
    if not is_active or not coach or not isinstance(cadence, dict) or "coach_time" not in cadence:
        return None
    minutes, budget = cadence["coach_time"], cadence.get("coach_budget")
    least = minutes["from"] if isinstance(minutes, dict) else minutes
    most = budget["to"] if isinstance(budget, dict) else budget
    return Booked(coach, document.source.file, least, most)
