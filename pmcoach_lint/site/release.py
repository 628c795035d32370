"""Which documents may be released to whom. What is in doubt is released to nobody."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.audience import PRIVATE, is_visibility, visible
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_document

_VISIBILITY = "visibility"


def may_see(document: Document, audience: str) -> bool:
    """Whether an audience may see a document."""
    return why_withheld(document) is None and visible(visibility_of(document), audience)


def is_for_readers(data: bytes, catalogue: Catalogue) -> bool:
    """Whether the content of a file is a document that says who may see it, so that no other way may publish it.

    What says so and is of no known type counts as well: its type may be misspelt.
    """
    document = read_document(data, "", catalogue)
    is_named = document.doctype is not None and "type-unsaid" not in document.offences  # else it may be any page
    says = is_named and _VISIBILITY in document.binding.fields
    return says or _VISIBILITY in (document.marked.value or {})


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
