"""What a schema refers to: other parts of its file, files beside it, and the shared parts that the package brings.

Nothing is ever fetched: an address is refused, and so is a way out of the folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pmcoach_lint.doctypes.files import SUFFIX, Node, SchemaFile
from pmcoach_lint.doctypes.keywords import Report, subschemas
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.regex import regex

MOST_PARTS = 20_000
"""How many parts a type may have when all that it refers to is written out."""

_FORM = regex(rf"(?P<file>\w[\w.-]*{re.escape(SUFFIX)})?#/\$defs/(?P<name>[\w.-]+)")
_LEFT_OUT = ("$schema", "$id", "$defs", "x-examples")
_FORMS = f"Write “#/$defs/name” for a part of this file, or “file{SUFFIX}#/$defs/name” for one of a file beside it."

OpenFile = Callable[[SchemaFile, str], SchemaFile | None]
"""Gives the file of a name that another file refers to, or None where there is none."""


def follow(reference: Any, file: SchemaFile, open_file: OpenFile) -> Node | None:
    """The part to which a `$ref` in `file` leads; None where it leads nowhere."""
    match = _FORM.fullmatch(reference) if isinstance(reference, str) else None
    holder = match and (open_file(file, match["file"]) if match["file"] else file)
    if not match or not holder or not isinstance(_parts(holder).get(match["name"]), dict):
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


class _Bundler:
    """Copies schemas and collects what they refer to, each part under a name of its own."""

    def __init__(self, open_file: OpenFile) -> None:
        self.open_file = open_file
        self.definitions: dict[str, Any] = {}
        self.names: dict[Node, str] = {}

    def copy(self, value: Any, file: SchemaFile) -> Any:
        """A copy of `value`, which stands in `file`."""
        if isinstance(value, list):
            return [part if isinstance(part, str) else self.copy(part, file) for part in value]
        if not isinstance(value, dict):
            return value
        copied = {key: part if isinstance(part, str) else self.copy(part, file) for key, part in value.items()}
        if part := follow(value.get("$ref"), file, self.open_file):
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


def check_reference(node: Node, open_file: OpenFile, report: Report) -> None:
    """Report the `$ref` of the schema at `node` where it leads nowhere."""
    reference = node.value.get("$ref")
    if not isinstance(reference, str) or follow(reference, node.file, open_file):
        return
    at = node.below("$ref")
    name = reference.partition("#")[0]
    match = _FORM.fullmatch(reference)
    if re.match(r"\w+:|//", reference):
        hint = f"Copy what you need into a file beside this one, and write “file{SUFFIX}#/$defs/name”."
        report(at, f"“{reference}” is an address. Schemas are never fetched from anywhere.", hint)
    elif "/" in name or "\\" in name:
        report(at, f"“{reference}” leads out of this folder.", _FORMS)
    elif not match:
        report(at, f"“{reference}” is no reference that can be followed.", _FORMS)
    elif holder := (open_file(node.file, name) if name else node.file):
        near = nearest(match["name"], _parts(holder))
        where = f"{holder.path.name} has" if name else "This file has"
        instead = f"{name}#/$defs/{near}" if near else None
        report(at, f"{where} no part “{match['name']}” in its “$defs”.{did_you_mean(near)}", _FORMS, instead)
    else:
        report(at, f"There is no file “{name}” beside this one, and the package brings none.", _FORMS)


class Endless(Exception):
    """A schema has no end, or is too large: at which node that shows."""

    def __init__(self, node: Node, message: str, hint: str) -> None:
        super().__init__(message)
        self.node = node
        self.message = message
        self.hint = hint


def check_size(file: SchemaFile, open_file: OpenFile) -> None:
    """Make sure that the schema of `file` has an end. Raises Endless."""
    size = _Size(open_file).of(Node(file, ()))
    if size > MOST_PARTS:
        message = f"With all that it refers to written out, this schema has {size:,} parts; {MOST_PARTS:,} are allowed."
        raise Endless(Node(file, ()), message, "Split it into several types, or refer to fewer parts.")


class _Size:
    """Counts the parts of a schema, those that it refers to as often as they would be written out."""

    def __init__(self, open_file: OpenFile) -> None:
        self.open_file = open_file
        self.known: dict[Node, int] = {}
        self.open: set[Node] = set()

    def of(self, node: Node) -> int:
        """The number of parts at and below `node`."""
        if node not in self.known:
            self.open.add(node)
            inside = [inner for inner in subschemas(node) if node.path or inner.path[:1] != ("$defs",)]
            self.known[node] = sum(1 + self.referred(inner) for inner in inside)
            self.open.discard(node)
        return self.known[node]

    def referred(self, node: Node) -> int:
        """The number of parts that the `$ref` at `node` brings in."""
        part = follow(node.value.get("$ref"), node.file, self.open_file)
        if part is None:
            return 0
        if part in self.open:
            message = f"“{node.value['$ref']}” leads back to itself, so a document of this type would have no end."
            raise Endless(node.below("$ref"), message, "Write the levels out that you need.")
        return self.of(part)


def _parts(file: SchemaFile) -> dict[str, Any]:
    parts = file.value.get("$defs")
    return parts if isinstance(parts, dict) else {}
