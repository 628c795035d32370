"""The catalogue of document types: one JSON Schema each, from the package's own `schemas/`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pmcoach_lint.resources import schema_folder

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
    def definitions(self) -> dict[str, Any]:
        """The shared parts that the schema refers to, by name."""
        definitions: dict[str, Any] = self.schema.get("$defs", {})
        return definitions

    @cached_property
    def gate(self) -> jsonschema_rs.Draft202012Validator:
        """The fast validator, which says yes or no."""
        import jsonschema_rs  # noqa: PLC0415 - takes 30 ms to import, and not every command validates

        return jsonschema_rs.Draft202012Validator(self.schema)


@cache
def catalogue() -> Mapping[str, DocType]:
    """All document types by name."""
    folder = schema_folder()
    names = sorted(path.name.removesuffix(SUFFIX) for path in folder.glob(f"*{SUFFIX}"))
    return MappingProxyType({name: doctype for name in names if (doctype := find_doctype(name))})


@cache
def doctype_names() -> tuple[str, ...]:
    """The names of all document types."""
    return tuple(catalogue())


@cache
def find_doctype(name: str) -> DocType | None:
    """The document type `name`, reading no other schema; None when there is none."""
    folder = schema_folder()
    known = name.replace("-", "").isalnum() and _is_type(folder, name)
    return load_doctype(folder, name) if known else None


def load_doctype(folder: Path, name: str) -> DocType:
    """Read the schema `name` in `folder` and bring what it refers to in other files inside."""
    path = folder / f"{name}{SUFFIX}"
    schema = _read(path)
    definitions = dict(schema.get("$defs", {}))
    bundled = _bundle(schema, folder, definitions)
    if definitions:
        bundled["$defs"] = definitions
    return DocType(name=name, title=bundled["title"], schema=bundled, path=path)


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
            definitions[pointer] = _bundle(_read(folder / file)["$defs"][pointer], folder, definitions)
        bundled["$ref"] = f"#/$defs/{pointer}"
    return bundled
