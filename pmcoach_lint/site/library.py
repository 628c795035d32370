"""The documents of a repository that may be published, and what is to be said of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.engine import lint_document
from pmcoach_lint.loading import load_document
from pmcoach_lint.settings import Settings
from pmcoach_lint.site.audience import is_inside, is_visibility, visible
from pmcoach_lint.site.pack import Pack, summarize
from pmcoach_lint.site.prose import unique
from pmcoach_lint.site.source import without_comments
from pmcoach_lint.discovery import discover

PACKS = "packs"
"""The folder of the site in which the pages of packs stand."""

_NO_NAME = re.compile(r"[^\w.-]+")
_KEPT = frozenset({"index", "readme"})
"""Names that MkDocs takes for the page of a folder."""


class Withheld(NamedTuple):
    """A document that is not published although nobody said so, and why."""

    file: str
    reason: str


@dataclass
class Library:
    """The packs that may be seen, how many may not, and those that nobody can tell of."""

    packs: list[Pack] = field(default_factory=list)
    hidden: int = 0
    withheld: list[Withheld] = field(default_factory=list)
    files: set[Path] = field(default_factory=set)


def read_library(settings: Settings, audience: str) -> Library:
    """Read all documents of a repository and keep those that `audience` may see.

    Args:
        settings: The settings of the repository, which say where documents live.
        audience: Whom the site is built for.

    Returns:
        The library. Of a document that may not be seen it holds nothing but the path.

    Raises:
        UsageError: A folder of the settings cannot be looked at.
    """
    library = Library()
    catalogue = Catalogue.of(settings)
    paths = sorted(discover((), settings, force_exclude=False))
    names = [_shown(path, settings) for path in paths]
    pages = _pages(names, settings)
    for path, name, page in zip(paths, names, pages, strict=True):
        library.files.add(path.resolve())
        document = load_document(path, name, catalogue)
        reason = why_withheld(document)
        if reason:
            library.withheld.append(Withheld(name, reason))
        elif visible(document.data.get("visibility"), audience):
            shown = _without_comments(document, catalogue)  # before it is checked: findings quote what they are about
            findings = lint_document(shown, settings) if is_inside(audience) else ()
            library.packs.append(summarize(shown, page, findings))
        else:
            library.hidden += 1
    return library


def is_for_readers(data: bytes, catalogue: Catalogue) -> bool:
    """Whether the content of a file is a document that says who may see it, so that no other way may publish it."""
    doctype = read_document(data, "", catalogue).doctype
    return doctype is not None and "visibility" in doctype.schema.get("properties", {})


def why_withheld(document: Document) -> str | None:
    """Why nobody can tell who may see a document, as the end of a sentence; None where it says so clearly."""
    if document.doctype is None:
        return "its front matter cannot be read, or names no known type"
    visibility = document.data.get("visibility")
    if visibility is None:
        return "its front matter does not say who may see it (visibility)"
    if not is_visibility(visibility):
        return "its visibility is none that there is"
    if any(again.key == "visibility" for again in document.marked.duplicates):
        return "its visibility is given twice"
    return None


def _without_comments(document: Document, catalogue: Catalogue) -> Document:
    """The document as it reads without comments, which may stand around whole tables."""
    head, body = document.text[: document.body], document.text[document.body :]
    cleaned = without_comments(body)
    if cleaned == body:
        return document
    return read_document((head + cleaned).encode(), document.source.file, catalogue)


def _shown(path: Path, settings: Settings) -> str:
    """The path from the root of the repository, with forward slashes."""
    try:
        return path.resolve().relative_to(settings.root.resolve()).as_posix()
    except ValueError:
        return path.name


def _pages(names: Iterable[str], settings: Settings) -> Iterator[str]:
    """The places of the pages for documents with these paths: below `packs/`, each its own, in safe characters."""
    only = settings.folders[0].strip("/") if len(settings.folders) == 1 else PACKS
    return (f"{PACKS}/{place}" for place in unique(_place(name, only) for name in names))


def _place(name: str, folder: str) -> str:
    """The path without its ending and without `folder` in front, each part in characters that any address can hold."""
    inner = name.removeprefix(f"{folder}/").rpartition(".")[0]
    parts = [_NO_NAME.sub("-", part).strip(".-") or "pack" for part in inner.split("/")]
    if parts[-1].lower() in _KEPT:
        parts[-1] = f"{parts[-1]}-pack"
    return "/".join(parts).lower()
