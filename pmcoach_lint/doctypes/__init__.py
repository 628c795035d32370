"""The types of documents: one JSON Schema each, from the package's own `schemas/` and from a repository's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pmcoach_lint.doctypes.doctype import ASSESSMENT, ENGAGEMENT, LOG, MODEL, PACK, PLAN, PROPOSAL, DocType
from pmcoach_lint.doctypes.files import PROBLEM, SUFFIX, SchemaFile, named_by, packaged
from pmcoach_lint.doctypes.references import bundle
from pmcoach_lint.nearest import nearest
from pmcoach_lint.paths import shown_path
from pmcoach_lint.resources import schema_folder
from pmcoach_lint.settings import Settings, optional_folders
from pmcoach_lint.syntax.source import Offence, Source

if TYPE_CHECKING:
    from pmcoach_lint.doctypes.inspection import Inspection

__all__ = [
    "ASSESSMENT",
    "ENGAGEMENT",
    "LOG",
    "MODEL",
    "PACK",
    "PLAN",
    "PROPOSAL",
    "SUFFIX",
    "Catalogue",
    "DocType",
    "forget",
]


class Catalogue:
    """The types of documents that there are for one repository: the package's own, and those in its `folders`.

    A type is read when it is asked for, once, and no other schema with it. A repository's own type is checked first:
    `find` gives only what documents can be read by, and `problems` is what has been found wrong so far. The package's
    own types come before any other of the same name, because rules rely on what they say.
    """

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        self.folders = folders
        self.problems: dict[str, list[Offence]] = {}
        self._found: dict[str, DocType | None] = {}

    @staticmethod
    def own() -> Catalogue:
        """The catalogue of the package's own types only."""
        return _catalogue(())

    @staticmethod
    def of(settings: Settings) -> Catalogue:
        """The catalogue of a repository. Whoever asks again gets the same one.

        Raises:
            UsageError: A folder that the settings name is none.
        """
        return _catalogue(tuple(_folders(settings)))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all types that documents can have."""
        return tuple(sorted(name for name in {*_packaged_names(), *self.local_names} if self.find(name)))

    @cached_property
    def local_names(self) -> tuple[str, ...]:
        """The names of the repository's own types, those included that cannot be used."""
        paths = (path for folder in self.folders for path in folder.glob(f"*{SUFFIX}") if _looks_like_type(path))
        return tuple(sorted({path.name.removesuffix(SUFFIX) for path in paths}))

    def __iter__(self) -> Iterator[DocType]:
        """All types by name."""
        return (doctype for name in self.names if (doctype := self.find(name)))

    def find(self, name: str) -> DocType | None:
        """The type `name`, reading no other schema; None when there is none, or when it cannot be used.

        `name` may also be an alias of the type, and either may be written as words: `Event Log`.
        """
        if name not in self._found:
            key = "-".join(name.lower().replace("-", " ").replace("_", " ").split())
            if key != name:
                if self.folders and name in self.local_names:
                    self._misname(name, key)
                self._found[name] = self.find(key)
            else:
                is_name = name.replace("-", "").isalnum() and name.isascii()
                self._found[name] = self._look_up(name) or self._known_as(name) if is_name else None
        return self._found[name]

    def has_schema(self, name: str) -> bool:
        """Whether there is a schema of this name, be it of a type that can be used, and read or not."""
        return any((folder / f"{name}{SUFFIX}").is_file() for folder in (schema_folder(), *self.folders))

    def nearest(self, name: str) -> str | None:
        """The type that a name was most likely meant to be: the one most like it, or the only one it is a word of."""
        having = [known for known in self.names if name.casefold() in known.split("-")]
        return nearest(name, self.names) or (having[0] if len(having) == 1 else None)

    def _look_up(self, name: str) -> DocType | None:
        """Find a type that was not asked for before."""
        found = _packaged_type(name)
        for path in (folder / f"{name}{SUFFIX}" for folder in self.folders):
            if not path.is_file():
                continue
            if found:
                self._refuse(name, path, found)
                continue
            if (shared := packaged(path.name)) and path.read_bytes() == shared.path.read_bytes():
                continue  # what several types of the package share, copied along with one of them
            from pmcoach_lint.doctypes.inspection import Inspection  # noqa: PLC0415 - most have only our types

            inspection: Inspection = Inspection(path)
            found = inspection.doctype
            if inspection.offences:
                self.problems[name] = inspection.offences
                return None
        return found

    def _misname(self, name: str, key: str) -> None:
        """Take note of a schema whose file has a name that no type can have."""
        path = next(path for folder in self.folders if (path := folder / f"{name}{SUFFIX}").is_file())
        source = Source(path.read_bytes().decode("utf-8", "replace"), shown_path(path))
        message = f"“{name}” is no name of a type: it has small letters, digits and hyphens, such as “{key}”."
        hint = f"Call the file {key}{SUFFIX}, with the same name in “const”, or remove it."
        self.problems[name] = [Offence(source.line_span(0), message, hint, source=source, rule=PROBLEM)]

    def _known_as(self, alias: str) -> DocType | None:
        """The type that has this alias. Only schemas in which the word stands are read."""
        if alias in self.problems:
            return None
        names = named_by(alias, (schema_folder(), *self.folders))
        found = (doctype for name in names if (doctype := self.find(name)) and alias in doctype.aliases)
        return next(found, None)

    def _refuse(self, name: str, path: Path, taken: DocType) -> None:
        """Take note of a schema whose name is taken; an exact copy does no harm."""
        content = path.read_bytes()
        if content == taken.path.read_bytes():
            return
        if packaged(path.name):
            message = f"The type “{name}” comes with the package, and cannot be replaced: its rules rely on it."
        else:
            message = f"There is another type “{name}” in {shown_path(taken.path)}, which counts."
        source = Source(content.decode("utf-8", "replace"), shown_path(path))
        hint = f"Give this type another name: the file's, and that in “const”. {shown_path(path)} is not used."
        offence = Offence(source.line_span(0), message, hint, source=source, rule=PROBLEM)
        self.problems.setdefault(name, []).append(offence)


def forget() -> None:
    """Have the schemas read again: in a program that runs for long, they may have changed."""
    _catalogue.cache_clear()
    _packaged_type.cache_clear()
    packaged.cache_clear()


@cache
def _catalogue(folders: tuple[Path, ...]) -> Catalogue:
    return Catalogue(folders)


def _folders(settings: Settings) -> Iterator[Path]:
    """The folders in which a repository has schemas of its own."""
    ours = schema_folder()
    return (folder for folder in optional_folders(settings, "schemas") if not folder.samefile(ours))


@cache
def _packaged_type(name: str) -> DocType | None:
    """The type `name` that comes with the package, or None."""
    file = packaged(f"{name}{SUFFIX}")
    if file is None or file.value.get("properties", {}).get("type", {}).get("const") != name:
        return None
    return DocType(name, file.value["title"], bundle(file, _open_packaged), file.path)


def _packaged_names() -> list[str]:
    names = (path.name.removesuffix(SUFFIX) for path in schema_folder().glob(f"*{SUFFIX}"))
    return [name for name in names if _packaged_type(name)]


def _open_packaged(_file: SchemaFile, name: str) -> SchemaFile | None:
    return packaged(name)


def _looks_like_type(path: Path) -> bool:
    """Whether a schema seems to be one of a type of documents; other tools have schemas as well."""
    try:
        text = path.read_bytes() if path.is_file() else b""
    except OSError:
        return True
    return b'"x-markdown"' in text and b'"const"' in text
