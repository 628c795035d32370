"""What a schema refers to: other parts of its file, files beside it, and the shared parts that the package brings.

Nothing is ever fetched: an address is refused, and so is a way out of the folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pmcoach_lint.doctypes.files import SUFFIX, Node, SchemaFile
from pmcoach_lint.regex import regex

FORM = regex(rf"(?P<file>\w[\w.-]*{re.escape(SUFFIX)})?#/\$defs/(?P<name>[\w.-]+)")
_LEFT_OUT = ("$schema", "$id", "$defs", "x-examples")

_ONE = {
    "additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then", "unevaluatedItems",
    "unevaluatedProperties",
}  # fmt: skip
_SEVERAL = {"allOf", "anyOf", "oneOf", "prefixItems"}
_NAMED = {"$defs", "dependentSchemas", "patternProperties", "properties"}
INSIDE = _ONE | _SEVERAL | _NAMED
"""The keywords inside of which schemas stand: one, a list of several, or several by their names."""

OpenFile = Callable[[SchemaFile, str], SchemaFile | None]
"""Gives the file of a name that another file refers to, or None where there is none."""


def subschemas(node: Node) -> Iterator[Node]:
    """The schema at `node` and all schemas inside it."""
    yield node
    for key, part in node.value.items():
        at = node.below(key)
        if key in _ONE and isinstance(part, dict):
            yield from subschemas(at)
        elif key in _SEVERAL and isinstance(part, list):
            inner = [at.below(place) for place, each in enumerate(part) if isinstance(each, dict)]
            yield from (found for each in inner for found in subschemas(each))
        elif key in _NAMED and isinstance(part, dict):
            inner = [at.below(name) for name, each in part.items() if isinstance(each, dict)]
            yield from (found for each in inner for found in subschemas(each))


def follow(reference: Any, file: SchemaFile, open_file: OpenFile) -> Node | None:
    """The part to which a `$ref` in `file` leads; None where it leads nowhere."""
    match = FORM.fullmatch(reference) if isinstance(reference, str) else None
    holder = match and (open_file(file, match["file"]) if match["file"] else file)
    if not match or not holder or not isinstance(parts_of(holder).get(match["name"]), dict):
        return None
    return Node(holder, ("$defs", match["name"]))


def chain(node: Node, open_file: OpenFile) -> list[Node]:
    """The schema at `node` and, where it says no more than to what it refers, that as well; and so on."""
    nodes = [node]
    while (after := follow(nodes[-1].value.get("$ref"), nodes[-1].file, open_file)) is not None:
        nodes.append(after)
    return nodes


def bundle(file: SchemaFile, open_file: OpenFile) -> dict[str, Any]:
    """The schema of `file` with all that it refers to in other files brought inside."""
    bundler = _Bundler(open_file)
    top = {key: part for key, part in file.value.items() if key not in _LEFT_OUT}
    schema: dict[str, Any] = bundler.copy(top, file)
    return {**schema, "$defs": bundler.definitions} if bundler.definitions else schema


def parts_of(file: SchemaFile) -> dict[str, Any]:
    """The parts of a schema file to which others may refer, by name."""
    parts = file.value.get("$defs")
    return parts if isinstance(parts, dict) else {}


class _Bundler:
    """Copies schemas and collects what they refer to, each part under a name of its own."""

    def __init__(self, open_file: OpenFile) -> None:
        self.open_file = open_file
        self.definitions: dict[str, Any] = {}
        self.names: dict[Node, str] = {}

    def copy(self, schema: Any, file: SchemaFile) -> Any:
        """A copy of a schema, which stands in `file`, and of all that are inside it."""
        if not isinstance(schema, dict):
            return schema
        copied = dict(schema)
        for key in filter(INSIDE.__contains__, schema):
            part = schema[key]
            if key in _ONE:
                copied[key] = self.copy(part, file)
            elif key in _SEVERAL:
                copied[key] = [self.copy(each, file) for each in part]
            else:
                copied[key] = {name: self.copy(each, file) for name, each in part.items()}
        if "$ref" in schema and (part := follow(schema["$ref"], file, self.open_file)):
            copied["$ref"] = f"#/$defs/{self.name(part)}"
        return copied

    def name(self, part: Node) -> str:
        """The name under which `part` is collected."""
        if part not in self.names:
            name = str(part.path[-1])
            while name in self.definitions:
                name = f"{part.file.path.name.removesuffix(SUFFIX)}-{name}"
            self.names[part] = name
            self.definitions[name] = {}  # stands in while what it refers to is brought inside
            self.definitions[name] = self.copy(part.value, part.file)
        return self.names[part]
