"""The check of what a schema refers to: it must be there, and all of it together have an end. Nothing is fetched."""

from __future__ import annotations

import re

from pmcoach_lint.doctypes.files import SUFFIX, Node, SchemaFile
from pmcoach_lint.doctypes.keywords import Report
from pmcoach_lint.doctypes.references import FORM, OpenFile, follow, parts_of, subschemas
from pmcoach_lint.nearest import did_you_mean, nearest

MOST_PARTS = 20_000
"""How many parts a type may have when all that it refers to is written out."""

_FORMS = f"Write “#/$defs/name” for a part of this file, or “file{SUFFIX}#/$defs/name” for one of a file beside it."


def check_reference(node: Node, open_file: OpenFile, report: Report) -> None:
    """Report the `$ref` of the schema at `node` where it leads nowhere."""
    reference = node.value.get("$ref")
    if not isinstance(reference, str) or follow(reference, node.file, open_file):
        return
    at = node.below("$ref")
    name = reference.partition("#")[0]
    match = FORM.fullmatch(reference)
    if re.match(r"\w+:|//", reference):
        hint = f"Copy what you need into a file beside this one, and write “file{SUFFIX}#/$defs/name”."
        report(at, f"“{reference}” is an address. Schemas are never fetched from anywhere.", hint)
    elif "/" in name or "\\" in name:
        report(at, f"“{reference}” leads out of this folder.", _FORMS)
    elif not match:
        report(at, f"“{reference}” is no reference that can be followed.", _FORMS)
    elif holder := (open_file(node.file, name) if name else node.file):
        near = nearest(match["name"], parts_of(holder))
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
