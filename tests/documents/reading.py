"""Reading the documents of an engagement in a test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.checks.words import binding_at
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.readers.registry import Context, read_choice, read_value
from pmcoach_lint.readers.text import plain
from pmcoach_lint.settings import Settings
from pmcoach_lint.syntax.yaml_marks import Path
from tests.documents.filled import FRONT

_FRONT = ("type", "status", "visibility")


def read(kind: str, body: str, front: str = FRONT) -> Document:
    """The document that the `body` of a type makes."""
    return read_document((front.format(type=kind) + body).encode(), "packs/clients/northwind/a.md")


def data(kind: str, body: str, front: str = FRONT) -> dict[str, Any]:
    """What the document says, of which everything must be readable."""
    document = read(kind, body, front)
    assert document.offences == {}
    assert document.repeated == []
    return {name: part for name, part in document.data.items() if name not in _FRONT}


def findings(kind: str, body: str, settings: Settings, front: str = FRONT) -> list[tuple[str, int, str]]:
    """What the linter says: code, line and message."""
    report = lint_bytes((front.format(type=kind) + body).encode(), "a.md", settings)
    return [(finding.code, finding.range.start.line, finding.message) for finding in report.findings]


def leaves(document: Document) -> Iterator[tuple[Path, Binding, Any]]:
    """Every value of the document that stands below its front matter, with its path and binding."""
    pending: list[tuple[Path, Any]] = [((name,), part) for name, part in document.data.items() if name not in _FRONT]
    while pending:
        path, value = pending.pop()
        field = binding_at(document, path)
        assert field is not None
        if isinstance(value, list):
            pending += [((*path, number), part) for number, part in enumerate(value)]
        elif isinstance(value, dict) and field.fields:
            pending += [((*path, name), part) for name, part in value.items()]
        else:
            yield path, field, value


def said_at(document: Document, path: Path, field: Binding) -> Any:
    """What the text at the place of a value says by itself."""
    text = plain(document.text[slice(*document.values[path])])
    if field.reader:
        return read_value(field.reader, text, Context())
    return read_choice(text, field.words, field.title) if field.words else text
