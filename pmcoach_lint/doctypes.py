"""The types of documents: one JSON Schema each, from the package's own `schemas/` and from a repository's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding, compile_binding
from pmcoach_lint.resources import schema_folder
from pmcoach_lint.settings import Settings, optional_folders

if TYPE_CHECKING:
    import jsonschema_rs

SUFFIX = ".schema.json"


@dataclass(frozen=True, eq=False)
class DocType:
    """A type of document: its name as front matter gives it, its title, and its schema with all `$ref`s inside."""

    name: str
    title: str
    schema: dict[str, Any]
    path: Path

    @property
    def family(self) -> str:
        """What the type belongs to: `coaching`, `engagement` or `standard`."""
        return str(self.schema.get("x-family", "coaching"))

    @property
    def is_numbered(self) -> bool:
        """Whether the parts of a new document are numbered."""
        return bool(self.schema.get("x-numbered"))

    @property
    def definitions(self) -> dict[str, Any]:
        """The shared parts that the schema refers to, by name."""
        definitions: dict[str, Any] = self.schema.get("$defs", {})
        return definitions

    @cached_property
    def binding(self) -> Binding:
        """Which property is written where, compiled."""
        return compile_binding("", self.schema, self.definitions)

    @cached_property
    def gate(self) -> jsonschema_rs.Draft202012Validator:
        """The fast validator, which says yes or no."""
        import jsonschema_rs  # noqa: PLC0415 - takes 30 ms to import, and not every command validates

        return jsonschema_rs.Draft202012Validator(self.schema)


class Catalogue:
    """The types of documents that there are for one repository: the package's own, and those in its `folders`.

    A type is read when it is asked for, once, and no other schema with it. Where two folders hold a type of the same
    name the first one counts, and the package's own before any other: rules rely on what they say.
    """

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        self.folders = folders
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
        """The names of all types."""
        files = [path for folder in (*self.folders, schema_folder()) for path in folder.glob(f"*{SUFFIX}")]
        names = sorted({path.name.removesuffix(SUFFIX) for path in files})
        return tuple(name for name in names if self.find(name))

    def __iter__(self) -> Iterator[DocType]:
        """All types by name."""
        return (doctype for name in self.names if (doctype := self.find(name)))

    def find(self, name: str) -> DocType | None:
        """The type `name`, reading no other schema; None when there is none."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> DocType | None:
        if not name.replace("-", "").isalnum():
            return None
        folders = (folder for folder in (schema_folder(), *self.folders) if _is_type(folder, name))
        return next((load_doctype(folder, name) for folder in folders), None)


def forget() -> None:
    """Have the schemas read again: in a program that runs for long, they may have changed."""
    _catalogue.cache_clear()
    _read.cache_clear()


def load_doctype(folder: Path, name: str) -> DocType:
    """Read the schema `name` in `folder` and bring what it refers to in other files inside."""
    path = folder / f"{name}{SUFFIX}"
    schema = _read(path)
    definitions: dict[str, Any] = {}
    bundled = _bundle(schema, folder, definitions)
    if definitions or "$defs" in bundled:
        bundled["$defs"] = {**definitions, **bundled.get("$defs", {})}
    return DocType(name=name, title=bundled["title"], schema=bundled, path=path)


@cache
def _catalogue(folders: tuple[Path, ...]) -> Catalogue:
    return Catalogue(folders)


def _folders(settings: Settings) -> Iterator[Path]:
    """The folders in which a repository has schemas of its own."""
    packaged = schema_folder()
    return (folder for folder in optional_folders(settings, "schemas") if not folder.samefile(packaged))


def _is_type(folder: Path, name: str) -> bool:
    """Whether the schema describes documents: it says which `type` of front matter it is for."""
    path = folder / f"{name}{SUFFIX}"
    return path.is_file() and _read(path).get("properties", {}).get("type", {}).get("const") == name


@cache
def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def _bundle(node: Any, folder: Path, definitions: dict[str, Any]) -> Any:
    """A copy of `node` in which `other.schema.json#/$defs/x` has become `#/$defs/x`, collecting those definitions."""
    if isinstance(node, list):
        return [_bundle(part, folder, definitions) for part in node]
    if not isinstance(node, dict):
        return node
    bundled = {key: _bundle(part, folder, definitions) for key, part in node.items()}
    file, _, pointer = bundled.get("$ref", "").partition("#/$defs/")
    if file:
        if pointer not in definitions:
            definitions[pointer] = {}  # stands in while what it refers to is brought inside
            path = folder / file if (folder / file).is_file() else schema_folder() / file
            definitions[pointer] = _bundle(_read(path)["$defs"][pointer], path.parent, definitions)
        bundled["$ref"] = f"#/$defs/{pointer}"
    return bundled
