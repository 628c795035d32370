"""The texts of a document, by what they say: a goal, a signal, a prompt. Schemas name that in `x-says`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.document import Document
from pmcoach_lint.syntax.source import Span, fold
from pmcoach_lint.syntax.yaml_marks import Path

_known: WeakKeyDictionary[Document, list[Said]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Said:
    """One text of a document.

    `path` is where it stands in the data, and `start` where it begins in the document. `text` is what is written
    there, mark-up included, so that a place in it is a place in the document. `folded` is the same in small letters,
    character by character. `says` is what the text is for, as its schema names it; empty where it names nothing.
    """

    path: Path
    start: int
    text: str
    folded: str
    says: str

    def span(self, start: int, end: int) -> Span:
        """The place in the document of a part of the text."""
        return self.start + start, self.start + end


def said(document: Document, *kinds: str) -> Iterator[Said]:
    """The texts of a document in the order of its schema; only those that say one of `kinds`, where any are given.

    Numbers, dates, levels and words of a fixed set are no texts. All are collected once for a document.
    """
    every = _known.get(document)
    if every is None:
        every = _known[document] = list(_collect(document))
    return iter(every) if not kinds else (one for one in every if one.says in kinds)


def said_at(document: Document, *places: str) -> Iterator[Said]:
    """The texts of a document at `places`, each the way down its data without the numbers of records: `rate.basis`."""
    return (one for one in said(document) if ".".join(step for step in one.path if isinstance(step, str)) in places)


def _collect(document: Document) -> Iterator[Said]:
    if document.doctype is None:
        return
    for name, binding in document.binding.fields.items():
        if name in document.data:
            yield from _texts(document, binding, (name,), document.data[name])


def _texts(document: Document, binding: Binding, path: Path, value: Any) -> Iterator[Said]:
    if isinstance(value, dict):
        for name, inner in binding.fields.items():
            if name in value:
                yield from _texts(document, inner, (*path, name), value[name])
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            yield from _texts(document, binding, (*path, place), inside)
    elif isinstance(value, str) and binding.is_text and path in document.values:
        start, end = document.values[path]
        text = document.text[start:end]
        yield Said(path, start, text, fold(text), str(binding.schema.get("x-says", "")))
