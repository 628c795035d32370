"""The documents of a repository that may be published, and what is to be said of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from pmcoach_lint.audience import is_inside, visible
from pmcoach_lint.discovery import discover
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding
from pmcoach_lint.loading import load_document
from pmcoach_lint.rubric import Score
from pmcoach_lint.settings import Settings, true_path
from pmcoach_lint.site import doc, pack, placing, standard
from pmcoach_lint.site.checking import Checker, file_name, without_comments
from pmcoach_lint.site.doc import Doc
from pmcoach_lint.site.engagement import LEAD, Engagement
from pmcoach_lint.site.frameworks import Frameworks, frameworks_of
from pmcoach_lint.site.history import last_changes
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.placing import Named
from pmcoach_lint.site.release import visibility_of, why_withheld
from pmcoach_lint.site.standard import Standard
from pmcoach_lint.standards import FAMILY, Standards


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
    checker = Checker(settings, audience)
    named: list[Named] = []
    seen: list[tuple[Named, Doc]] = []
    for path in sorted(discover((), settings, force_exclude=False)):
        library.files.add(true_path(path))
        document = load_document(path, file_name(path, settings), catalogue)
        if document.doctype is not None and document.doctype.family == FAMILY:
            continue
        named.append(_named(document))
        reason = why_withheld(document)
        if reason:
            library.withheld.append(Withheld(document.source.file, reason))
        elif visible(visibility_of(document), audience):
            findings = checker.findings(path, document)
            seen.append((named[-1], _summary(without_comments(document, catalogue), findings, path, checker)))
        else:
            library.hidden += 1
    changed = last_changes(settings.root, {doc.file for _, doc in seen}) if is_inside(audience) else {}
    seen = [(each, replace(doc, changed=changed.get(doc.file))) for each, doc in seen]
    _place(library, named, seen, settings, checker.scores(list(_engaged(seen, settings))))
    _read_standards(library, Standards(settings, catalogue), checker, audience)
    return library


def _named(document: Document) -> Named:
    doctype = document.doctype
    return Named(document.source.file, doctype.name if doctype else "", doctype.family if doctype else "")


def _summary(document: Document, findings: tuple[Finding, ...], path: Path, checker: Checker) -> Doc:
    """What the site shows of a document; its page is found a place when all documents are known."""
    if document.doctype is not None and document.doctype.name == pack.TYPE:
        summary: Doc = pack.summarize(document, "", findings, checker.inside(path, document))
    else:
        summary = doc.summarize(document, "", findings)
    return replace(summary, visibility=str(visibility_of(document)))


def _engaged(seen: list[tuple[Named, Doc]], settings: Settings) -> Iterator[Path]:
    """Where the documents are that describe an engagement and may be seen."""
    yield from (settings.root / doc.file for _, doc in seen if doc.type == LEAD)


def _place(
    library: Library, named: list[Named], seen: list[tuple[Named, Doc]], settings: Settings, scores: Mapping[str, Score]
) -> None:
    """Put every document that may be seen where it belongs, with the place of its page; `scores` go by their files."""
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
        Engagement(
            folder,
            f"{engagements[folder]}/index",
            tuple(docs),
            next((scores[doc.file] for doc in docs if doc.file in scores), None),
        )
        for folder, docs in sorted(grouped.items())
    ]


def _read_standards(library: Library, standards: Standards, checker: Checker, audience: str) -> None:
    """Add the frameworks that hold for the repository and may be seen."""
    settings = checker.settings
    catalogue = Catalogue.of(settings)
    for name in standards.shadowed:
        library.withheld.append(Withheld(file_name(Path(name), settings), "another framework of its type counts"))
    for document in standards:
        path = Path(document.source.file)
        is_own = document.doctype is not None and document.doctype.name in standards.own
        file = file_name(path, settings) if is_own else ""
        reason = why_withheld(document)
        if reason:
            library.withheld.append(Withheld(file, reason))
        elif visible(visibility_of(document), audience):
            shown = without_comments(document, catalogue)
            findings = checker.findings(path, document) if is_own else ()
            library.standards.append(standard.summarize(shown, file, str(visibility_of(document)), findings))
        else:
            library.hidden += 1
    library.frameworks = frameworks_of(standards, {each.type for each in library.standards})
