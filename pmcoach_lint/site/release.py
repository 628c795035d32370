"""Which documents may be released to whom. What is in doubt is released to nobody."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.audience import PRIVATE, is_visibility, visible
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.names import front_matter_key
from pmcoach_lint.nearest import nearest
from pmcoach_lint.regex import regex

_VISIBILITY, _TYPE = "visibility", "type"

_ALIKE = 0.8
"""How much like a key or a type a word must be to count as one that is misspelt: `article` is no `artifact`."""

_HEAD = 3000
"""In so many characters stands what may be meant as front matter, where nothing tells where that ends."""

_CODE = regex(r"(?m)^[ \t]*(?:```|~~~)")
_KEY = regex(r"(?m)(?:^|[{,])[ \t\"'*>-]*(?P<key>\w[\w-]*)[\"'*]*[ \t]*[:=][ \t\"'*_]*(?P<value>[\w :-]*\w)?")


def may_see(document: Document, audience: str) -> bool:
    """Whether an audience may see a document."""
    return why_withheld(document) is None and visible(visibility_of(document), audience)


def is_for_readers(data: bytes, catalogue: Catalogue) -> bool:
    """Whether the content of a file is a document that says who may see it, so that no other way may publish it.

    In doubt it is: its type or the key may be misspelt, and its front matter may be such that it cannot be read.
    """
    document = read_document(data, "", catalogue)
    if document.doctype and "type-unsaid" not in document.offences:
        return _VISIBILITY in document.binding.fields or _VISIBILITY in (document.marked.value or {})
    head = document.marked.value
    if isinstance(head, dict) and head:
        return any(_tells(str(key), value, catalogue) for key, value in head.items())
    said = ((found["key"], found["value"] or "") for found in _KEY.finditer(_first_words(document)))
    is_bare = document.fences is None  # where a page may well have lines of that form about something else
    return any(_tells(*each, catalogue) and not (is_bare and _is_odd(*each)) for each in said)


def _tells(key: str, value: Any, catalogue: Catalogue) -> bool:
    """Whether a key of the front matter, however it is spelt, makes it that of a document."""
    name = nearest(front_matter_key(key), (_VISIBILITY, _TYPE), cutoff=_ALIKE)
    if name != _TYPE or not isinstance(value, str):
        return name == _VISIBILITY
    known = catalogue.find(value) is not None or value in catalogue.problems
    return known or nearest(value, catalogue.names, cutoff=_ALIKE) is not None


def _is_odd(key: str, value: str) -> bool:
    """Whether a line that looks like a key says something else than who may see a document."""
    return front_matter_key(key) == _VISIBILITY and not is_visibility(value)


def _first_words(document: Document) -> str:
    """The text that may be meant as front matter, where none can be read."""
    fences = document.fences
    if fences and fences.closing:
        return document.text[slice(*fences.yaml)]
    return _CODE.split(document.text[:_HEAD])[0]


def why_withheld(document: Document) -> str | None:
    """Why nobody can tell who may see a document, as the end of a sentence; None where it says so clearly."""
    if document.doctype is None:
        return "its front matter cannot be read, or names no known type"
    if "type-unsaid" in document.offences:
        return "its front matter does not say what it is (type)"
    if not _has_visibility(document):
        return "documents of its type do not say who may see them (its schema has no visibility)"
    visibility = visibility_of(document)
    if visibility is None:
        return "its front matter does not say who may see it (visibility)"
    if not is_visibility(visibility):
        return "its visibility is none that there is"
    if any(again.key == _VISIBILITY for again in document.marked.duplicates):
        return "its visibility is given twice"
    return None


def visibility_of(document: Document) -> Any:
    """Who may see a document: what its front matter says, or what holds where documents of its type need not say it."""
    if _VISIBILITY in (document.marked.value or {}):
        return document.data.get(_VISIBILITY)
    if _VISIBILITY in document.binding.required or document.is_settled((_VISIBILITY,)):
        return None  # settled is what a misspelt key stands for
    default = document.binding.fields[_VISIBILITY].schema.get("default")
    return default if default != PRIVATE else None  # whoever says nothing is told that it is not published


def _has_visibility(document: Document) -> bool:
    """Whether documents of this type say in their front matter who may see them."""
    field_ = document.binding.fields.get(_VISIBILITY)
    return field_ is not None and field_.frontmatter_key == _VISIBILITY
