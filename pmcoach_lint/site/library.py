"""The documents of a repository that may be published, and what is to be said of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from pmcoach_lint.discovery import discover
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.engine import Linter
from pmcoach_lint.finding import Finding
from pmcoach_lint.loading import load_document
from pmcoach_lint.settings import Settings
from pmcoach_lint.site import doc, pack, placing, standard
from pmcoach_lint.site.audience import is_inside, is_visibility, visible
from pmcoach_lint.site.doc import Doc
from pmcoach_lint.site.engagement import Engagement
from pmcoach_lint.site.frameworks import Frameworks, frameworks_of
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.placing import Named
from pmcoach_lint.site.source import without_comments
from pmcoach_lint.site.standard import Standard
from pmcoach_lint.standards import FAMILY, Standards
from pmcoach_lint.suppressions import DIRECTIVE
from pmcoach_lint.syntax.source import Source

_VISIBILITY = "visibility"


class Withheld(NamedTuple):
    """A document that is not published although nobody said so, and why."""

    file: str
    reason: str


@dataclass
class Library:
    """The documents that may be seen, how many may not, and those that nobody can tell of.

    Documents of a client engagement stand with it; `others` are all that are neither packs nor belong to one.
    `standards` are the frameworks that hold for the repository, and `frameworks` what pages draw of them.
    """

    packs: list[Pack] = field(default_factory=list)
    engagements: list[Engagement] = field(default_factory=list)
    others: list[Doc] = field(default_factory=list)
    standards: list[Standard] = field(default_factory=list)
    frameworks: Frameworks = field(default_factory=Frameworks)
    hidden: int = 0
    withheld: list[Withheld] = field(default_factory=list)
    files: set[Path] = field(default_factory=set)

    def documents(self) -> Iterator[Doc]:
        """All documents that may be seen, frameworks excepted."""
        yield from self.packs
        for engagement in self.engagements:
            yield from engagement.docs
        yield from self.others


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
    linter = Linter(settings, lambda path: _beside(path, settings, catalogue, audience))
    named: list[Named] = []
    seen: list[tuple[Named, Doc]] = []
    for path in sorted(discover((), settings, force_exclude=False)):
        library.files.add(path.resolve())
        document = load_document(path, _shown(path, settings), catalogue)
        if document.doctype is not None and document.doctype.family == FAMILY:
            continue
        named.append(_named(document))
        reason = why_withheld(document)
        if reason:
            library.withheld.append(Withheld(document.source.file, reason))
        elif visible(visibility_of(document), audience):
            shown = _without_comments(document, catalogue)
            findings = linter.lint(path, _to_check(document, catalogue)).findings if is_inside(audience) else ()
            seen.append((named[-1], _summary(shown, findings)))
        else:
            library.hidden += 1
    _place(library, named, seen, settings)
    _read_standards(library, Standards(settings, catalogue), linter, settings, audience)
    return library


def _beside(path: Path, settings: Settings, catalogue: Catalogue, audience: str) -> Document:
    """A document next to one that is checked: nothing at all when the audience may not see it.

    Findings quote the documents that they compare.
    """
    document = load_document(path, _shown(path, settings), catalogue)
    if why_withheld(document) is None and visible(visibility_of(document), audience):
        return _to_check(document, catalogue)
    return Document(Source("", document.source.file))


def is_for_readers(data: bytes, catalogue: Catalogue) -> bool:
    """Whether the content of a file is a document that says who may see it, so that no other way may publish it.

    What says so and is of no known type counts as well: its type may be misspelt.
    """
    document = read_document(data, "", catalogue)
    says = document.doctype is not None and _VISIBILITY in document.binding.fields
    return says or _VISIBILITY in (document.marked.value or {})


def why_withheld(document: Document) -> str | None:
    """Why nobody can tell who may see a document, as the end of a sentence; None where it says so clearly."""
    if document.doctype is None:
        return "its front matter cannot be read, or names no known type"
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
    return document.binding.fields[_VISIBILITY].schema.get("default")


def _has_visibility(document: Document) -> bool:
    """Whether documents of this type say in their front matter who may see them."""
    field_ = document.binding.fields.get(_VISIBILITY)
    return field_ is not None and field_.frontmatter_key == _VISIBILITY


def _named(document: Document) -> Named:
    doctype = document.doctype
    return Named(document.source.file, doctype.name if doctype else "", doctype.family if doctype else "")


def _summary(document: Document, findings: tuple[Finding, ...]) -> Doc:
    """What the site shows of a document; its page is found a place when all documents are known."""
    if document.doctype is not None and document.doctype.name == pack.TYPE:
        return pack.summarize(document, "", findings)
    return doc.summarize(document, "", findings)


def _place(library: Library, named: list[Named], seen: list[tuple[Named, Doc]], settings: Settings) -> None:
    """Put every document that may be seen where it belongs, with the place of its page."""
    root = settings.folders[0].strip("/") if len(settings.folders) == 1 else placing.PACKS
    folders = placing.folders_of_engagements(named)
    engagements = placing.engagement_pages(folders, root)
    pages = placing.document_pages(named, engagements, root)
    grouped: dict[str, list[Doc]] = {}
    for each, summary in seen:
        placed = replace(summary, page=pages[each.file])
        folder = placing.engagement_of(each, folders)
        if isinstance(placed, Pack):
            library.packs.append(placed)
        elif folder is None:
            library.others.append(placed)
        else:
            grouped.setdefault(folder, []).append(placed)
    library.engagements = [
        Engagement(folder, f"{engagements[folder]}/index", tuple(docs)) for folder, docs in sorted(grouped.items())
    ]


def _read_standards(
    library: Library, standards: Standards, linter: Linter, settings: Settings, audience: str
) -> None:
    """Add the frameworks that hold for the repository and may be seen."""
    catalogue = Catalogue.of(settings)
    for name in standards.shadowed:
        library.withheld.append(Withheld(_shown(Path(name), settings), "another framework of its type counts"))
    for document in standards:
        path = Path(document.source.file)
        is_own = document.doctype is not None and document.doctype.name in standards.own
        file = _shown(path, settings) if is_own else ""
        reason = why_withheld(document)
        if reason:
            library.withheld.append(Withheld(file, reason))
        elif visible(visibility_of(document), audience):
            shown = _without_comments(document, catalogue)
            is_told = is_own and is_inside(audience)
            findings = linter.lint(path, _to_check(document, catalogue)).findings if is_told else ()
            library.standards.append(standard.summarize(shown, file, str(visibility_of(document)), findings))
        else:
            library.hidden += 1
    library.frameworks = frameworks_of(standards, {each.type for each in library.standards})


def _to_check(document: Document, catalogue: Catalogue) -> Document:
    """The document as it is checked: findings quote what they are about, so only comments to the linter stay."""
    return _without_comments(document, catalogue, DIRECTIVE)


def _without_comments(document: Document, catalogue: Catalogue, keep: re.Pattern[str] | None = None) -> Document:
    """The document as it reads without comments, which may stand around whole tables."""
    head, body = document.text[: document.body], document.text[document.body :]
    cleaned = without_comments(body, keep)
    if cleaned == body:
        return document
    return read_document((head + cleaned).encode(), document.source.file, catalogue)


def _shown(path: Path, settings: Settings) -> str:
    """The path from the root of the repository, with forward slashes."""
    try:
        return path.resolve().relative_to(settings.root.resolve()).as_posix()
    except ValueError:
        return path.name
