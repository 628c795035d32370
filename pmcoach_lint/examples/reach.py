"""The checks that a type makes of its documents, and those that one document breaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.whole import resolve
from pmcoach_lint.checks.schema import explainer
from pmcoach_lint.checks.words import way_of
from pmcoach_lint.doctypes.bindings import Property, holder, properties
from pmcoach_lint.doctypes.files import Node
from pmcoach_lint.doctypes.inspection import Inspection
from pmcoach_lint.document import Document
from pmcoach_lint.failures import read_failure
from pmcoach_lint.finding import Finding
from pmcoach_lint.tuples import NamedTuple

Key = tuple[str, ...]
"""What identifies a check: its kind, and the names of the properties on the way to what it looks at."""

READER, REFERENCE = "x-read", "x-ref"
STILL_TO_FILL = "still-to-fill"

_LIMITS: dict[str, str] = {
    "const": "is “{}”",
    "maxItems": "has at most {} entries",
    "maxLength": "has at most {} characters",
    "maximum": "is at most {}",
    "exclusiveMaximum": "is less than {}",
    "exclusiveMinimum": "is more than {}",
    "minItems": "has at least {} entries",
    "minLength": "has at least {} characters",
    "minimum": "is at least {}",
    "multipleOf": "is a multiple of {}",
    "uniqueItems": "names nothing twice",
}
"""Keywords with one value, and what they say of a property."""

_KINDS = {"integer": "a whole number", "number": "a number", "boolean": "yes or no"}


class Check(NamedTuple):
    """One check of a type: what identifies it, where the schema makes it, and what it makes sure of."""

    key: Key
    node: Node
    words: str


def checks_of(inspection: Inspection) -> list[Check]:
    """All checks that a type makes of its documents, in the order of its schema."""
    doctype = inspection.doctype
    if doctype is None:
        return []
    top = Node(inspection.file, ())
    checks = list(_required(doctype.binding, (), holder(doctype.binding, top, inspection.open), ""))
    for path, each, own in _with_paths(doctype.binding, top, inspection):
        checks += _checks_of_value(each.bound, path, own, doctype.definitions)
        if each.bound.kind in ("object", "records"):
            described = holder(each.bound, each.node, inspection.open)
            where = own if described.file.is_packaged else described
            checks += _required(each.bound, path, where, f" in {_inside(each.bound)}")
    return [check for check in checks if check.key[1:] != ("type",)]  # another type is not judged by this schema


def reached_by(document: Document, findings: tuple[Finding, ...]) -> set[Key]:
    """The checks of its type that `document` breaks; `findings` are all that was found in it."""
    if document.doctype is None:
        return set()
    return {*_failed(document), *_unreadable(document), *_unknown(document, findings)}


def _with_paths(binding: Binding, node: Node, inspection: Inspection) -> Iterator[tuple[Key, Property, Node]]:
    """All properties of a type, each with the names on the way to it, and where the type's own files speak of it."""
    way: list[tuple[Binding, Key, Node]] = [(binding, (), node)]
    for each in properties(binding, node, inspection.open):
        while way[-1][0] is not each.parent:
            way.pop()
        _, above, nearest = way[-1]
        path, own = (*above, each.bound.name), nearest if each.node.file.is_packaged else each.node
        way.append((each.bound, path, own))
        yield path, each, own


def _inside(bound: Binding) -> str:
    noun = bound.schema.get("items", {}).get("title") if bound.kind == "records" else None
    return f"each {str(noun).lower().removeprefix('the ')}" if noun else f"“{bound.title}”"


def _required(binding: Binding, path: Key, described: Node, where: str) -> Iterator[Check]:
    """The checks that what is required is there."""
    for name in binding.fields:
        if name in binding.required:
            title = binding.fields[name].title
            at = described.below(name) if name in described.value else described
            yield Check(("required", *path, name), at, f"“{title}” is there{where}.")


def _checks_of_value(bound: Binding, path: Key, node: Node, definitions: dict[str, Any]) -> Iterator[Check]:
    """The checks of the value that one property holds, or of each value of a list."""
    inner = resolve(bound.schema.get("items", {}), definitions) if bound.kind == "list" else {}
    schema = {**inner, **bound.schema}
    for kind, words in _said(bound, schema):
        yield Check((kind, *path), node, f"“{bound.title}” {words}.")


def _said(bound: Binding, schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a schema says of a property, keyword by keyword."""
    if bound.reader and "pattern" not in schema:  # else it refuses nothing, and the pattern does
        yield READER, f"can be read ({bound.reader})"
    elif bound.words:
        yield READER, f"is one of: {', '.join(map(str, schema['enum']))}"
    elif bound.plain_kind:
        yield "type", f"is {_KINDS[bound.plain_kind]}"
    if bound.reference:
        yield REFERENCE, f"means one of “{'/'.join(bound.reference['to'])}”, and only one"
    if "pattern" in schema:
        yield "pattern", f"has the form: {schema.get('x-form', schema['pattern'])}"
    for keyword, words in _LIMITS.items():
        trivial = keyword == "minLength" and schema.get(keyword) == 1  # what is empty is missing
        if schema.get(keyword) and not trivial and not bound.reader:
            yield keyword, words.format(schema[keyword]).replace("least 1 entries", "least 1 entry")


def _failed(document: Document) -> Iterator[Key]:
    """The keywords of the schema that the document's data breaks, where the reader has not told it already."""
    if document.doctype is None:
        return
    for failure in map(read_failure, explainer(document.doctype).iter_errors(document.data)):
        path = failure.path
        wanted = (failure.wanted,) if failure.keyword == "required" else ()
        if not document.is_settled((*path, *wanted)):
            yield (failure.keyword, *way_of((*path, *wanted)))


def _unreadable(document: Document) -> Iterator[Key]:
    """The values that a reader could not read."""
    offences = [offence for told in document.offences.values() for offence in told]
    places = {offence.span for offence in offences if offence.rule != STILL_TO_FILL}
    for path in document.settled:
        if document.values.get(path) in places:
            yield (READER, *way_of(path))


def _unknown(document: Document, findings: tuple[Finding, ...]) -> Iterator[Key]:
    """The references that lead nowhere, or may mean more than one record."""
    for reference in document.unclear:
        yield (REFERENCE, *way_of(reference.path))
    places = {finding.range for finding in findings}
    for outside in document.outside:
        if document.range(document.values[outside.path]) in places:
            yield (REFERENCE, *way_of(outside.path))
