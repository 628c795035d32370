"""The frameworks as the site shows them: the team's own, else those that come with pmcoach."""

from __future__ import annotations

from dataclasses import dataclass

from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding
from pmcoach_lint.site import doc, reading
from pmcoach_lint.site.doc import Doc

FOLDER = "standards"
"""The folder of the site in which the pages of frameworks stand."""


@dataclass(frozen=True)
class Standard(Doc):
    """A framework. `about` says what it is; `is_own` tells that it is the team's. One of ours has no `file`."""

    about: str = ""
    is_own: bool = False


def summarize(document: Document, file: str, visibility: str, findings: tuple[Finding, ...]) -> Standard:
    """What the site shows of a framework.

    Args:
        document: The framework, of a known type.
        file: Its path in the repository; empty for one that comes with pmcoach.
        visibility: Who may see it.
        findings: What the linter says of it, where the readers may see that.

    Returns:
        The framework. Its page is called after its type, so that it stays in its place whosever it is.
    """
    base = doc.summarize(document, "", findings)
    described = document.doctype.schema.get("description") if document.doctype else None
    about = reading.text((document.marked.value or {}).get("description")) or reading.text(described)
    page = f"{FOLDER}/{base.type}"
    return doc.extended(base, Standard, file=file, page=page, visibility=visibility, about=about, is_own=bool(file))
