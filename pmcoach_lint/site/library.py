"""The documents of a repository that may be published, and what is to be said of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from pmcoach_lint.audience import audiences, is_inside, seen_of, visible
from pmcoach_lint.discovery import discover
from pmcoach_lint.doctypes import ENGAGEMENT, PACK
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding
from pmcoach_lint.loading import load_document
from pmcoach_lint.names import name_key
from pmcoach_lint.paths import true_path
from pmcoach_lint.repository import booking_of
from pmcoach_lint.settings import Settings
from pmcoach_lint.site import doc, pack, placing, standard
from pmcoach_lint.site.checking import Checker, file_name, without_comments
from pmcoach_lint.site.doc import Doc
from pmcoach_lint.site.engagement import Engagement
from pmcoach_lint.site.frameworks import Frameworks, frameworks_of
from pmcoach_lint.site.history import last_changes, last_commit
from pmcoach_lint.site.kept import Kept
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.placing import Named
from pmcoach_lint.site.release import visibility_of, why_withheld
from pmcoach_lint.site.standard import Standard
from pmcoach_lint.standards import FAMILY, Standards
from pmcoach_lint.suppressions import DIRECTIVE
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.workspace import Booked


class Withheld(NamedTuple):
    """A document that is not published although nobody said so, and why."""

    file: str
    reason: str


@dataclass
class Library:
    """The documents that may be seen, how many may not, and those that nobody can tell of.

    Documents of a client engagement stand with it; `others` are all that are neither packs nor belong to one.
    `standards` are the frameworks that hold for the repository, and `frameworks` what pages draw of them. `audiences`
    are the teams and clients that the repository knows: those for which a document is, seen here or not, and the teams
    of packs.
    """

    packs: list[Pack] = field(default_factory=list)
    engagements: list[Engagement] = field(default_factory=list)
    others: list[Doc] = field(default_factory=list)
    standards: tuple[Standard, ...] = ()
    frameworks: Frameworks = field(default_factory=Frameworks)
    hidden: int = 0
    withheld: list[Withheld] = field(default_factory=list)
    files: set[Path] = field(default_factory=set)
    audiences: set[str] = field(default_factory=set)

    def documents(self) -> Iterator[Doc]:
        """All documents that may be seen, frameworks excepted."""
        yield from self.packs
        for engagement in self.engagements:
            yield from engagement.docs
        yield from self.others

    def told(self, audience: str, *, has_reference: bool) -> Iterator[str]:
        """What is published and what is not, without a word of any document's content."""
        yield f"Documents published for the audience “{audience}”: {sum(1 for _ in self.documents())}."
        if self.hidden:
            yield f"Documents left out, being private or meant for somebody else: {self.hidden}."
        if not has_reference:
            yield "Left out: the reference, and the frameworks of pmcoach itself. “reference: true” puts them in."
        for withheld in self.withheld:
            yield f"Not published: {withheld.file}: {withheld.reason}."


class _Looked(NamedTuple):
    """What there is to know of a document: why it is withheld, or its summary if it may be seen, without a place yet.

    `booking` is the time that it takes of a coach, and `audiences` are the teams and clients that it names.
    """

    named: Named
    reason: str | None = None
    doc: Doc | None = None
    booking: Booked | None = None
    audiences: frozenset[str] = frozenset()


def read_library(settings: Settings, audience: str, kept: Kept | None = None) -> Library:
    """Read all documents of a repository and keep those that `audience` may see.

    Args:
        settings: The settings of the repository, which say where documents live.
        audience: Whom the site is built for.
        kept: What was found out when the site was built before.

    Returns:
        The library. Of a document that may not be seen it holds nothing but the path.

    Raises:
        UsageError: A folder of the settings cannot be looked at.
    """
    library = Library()
    checker = Checker(settings, audience, kept or Kept())
    kept = checker.kept
    named: list[Named] = []
    seen: list[tuple[Named, Doc]] = []
    for path in sorted(discover((), settings, force_exclude=False)):
        library.files.add(true_path(path))
        looked = kept.once(("document", path), partial(_look, path, checker))
        library.audiences |= looked.audiences
        if looked.named.family == FAMILY:
            continue
        named.append(looked.named)
        if looked.reason:
            library.withheld.append(Withheld(looked.named.file, looked.reason))
        elif looked.doc:
            seen.append((looked.named, looked.doc))
        else:
            library.hidden += 1
        if looked.booking:
            checker.book(looked.booking)
    _place(library, named, _dated(seen, checker), checker)
    read = kept.once("standards", lambda: _read_standards(checker))
    library.hidden += read.hidden
    library.withheld += read.withheld
    library.audiences |= read.audiences
    return replace(library, standards=read.standards, frameworks=read.frameworks)


def without_playbook(library: Library) -> Library:
    """The library without the frameworks that come with the package, and without what work on a level is worth.

    What pages draw of them in a few words stays: it explains the documents. A framework of one's own is there where it
    says that the audience may see it.
    """
    own = tuple(each for each in library.standards if each.is_own)
    return replace(library, standards=own, frameworks=library.frameworks.without_worth())


def _dated(seen: list[tuple[Named, Doc]], checker: Checker) -> list[tuple[Named, Doc, date | None]]:
    """The documents with the day of the last commit that changed each, for those inside."""
    changed: Mapping[str, date] = {}
    if is_inside(checker.audience):
        root, files = checker.settings.root, frozenset(doc.file for _, doc in seen)
        changed = checker.kept.once("history", lambda *_: last_changes(root, files), files, last_commit(root))
    return [(each, doc, changed.get(doc.file)) for each, doc in seen]


def _look(path: Path, checker: Checker) -> _Looked:
    """Read the document at `path`, and find out what there is to know of it."""
    checker.kept.note("content", true_path(path))
    catalogue = checker.catalogue
    document = load_document(path, file_name(path, checker.settings), catalogue)
    client = name_key(str(document.data.get("client", "")))
    named = Named(document.source.file, document.type, document.family, client)
    reason = why_withheld(document)
    if reason or named.family == FAMILY or not visible(visibility_of(document), checker.audience):
        return _Looked(named, reason, audiences=frozenset() if reason else _named_in(document))
    checked = without_comments(document, catalogue, DIRECTIVE)
    findings = checker.findings(path, checked)
    summary = _summary(without_comments(document, catalogue), findings, path, checker)
    return _Looked(named, doc=summary, booking=booking_of(checked), audiences=_named_in(document))


def _named_in(document: Document) -> frozenset[str]:
    """The teams and clients that a document is for, and the team of its PM."""
    team = name_key(str(document.data.get("team", ""))).replace(" ", "-")
    return frozenset([*audiences(str(visibility_of(document))), f"team:{team}"])


def _summary(document: Document, findings: tuple[Finding, ...], path: Path, checker: Checker) -> Doc:
    """What the site shows of a document; its page is found a place when all documents are known."""
    if document.is_a(PACK):
        summary: Doc = pack.summarize(document, "", findings, checker.inside(path, document))
    else:
        summary = doc.summarize(document, "", findings)
    return replace(summary, visibility=_told_visibility(document, checker))


def _told_visibility(document: Document, checker: Checker) -> str:
    return seen_of(str(visibility_of(document)), checker.audience)


def _leads(seen: list[tuple[Named, Doc, date | None]], folders: Mapping[str, str]) -> dict[str, str]:
    """The files that stand for engagements, by folder: of those seen the one of that type, else the first one."""
    leads: dict[str, str] = {}
    for named, _, _ in seen:
        folder = placing.engagement_of(named, folders)
        if folder is not None and (named.type == ENGAGEMENT or (folders[folder] and folder not in leads)):
            leads[folder] = named.file
    return leads


def _place(library: Library, named: list[Named], seen: list[tuple[Named, Doc, date | None]], checker: Checker) -> None:
    """Put every document that may be seen where it belongs, with the place of its page, and score engagements."""
    settings = checker.settings
    folders = placing.folders_of_engagements(named)
    scores = checker.scores([settings.root / file for file in _leads(seen, folders).values()])
    root = settings.folders[0].strip("/") if len(settings.folders) == 1 else placing.PACKS
    engagements = placing.engagement_pages(folders, root)
    pages = placing.document_pages(named, engagements, root)
    grouped: dict[str, list[Doc]] = {}
    for each, summary, changed in seen:
        placed = checker.kept.once(("placed", each.file), _placed, summary, pages[each.file], changed)
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


def _placed(doc: Doc, page: str, changed: date | None) -> Doc:
    return replace(doc, page=page, changed=changed)


def _read_standards(checker: Checker) -> Library:
    """The frameworks that hold for the repository: those that may be seen, and what is to be said of the others."""
    settings, catalogue = checker.settings, checker.catalogue
    known = Standards(settings, catalogue)
    withheld = [
        Withheld(file_name(Path(name), settings), "another framework of its type counts") for name in known.shadowed
    ]
    found: list[Standard] = []
    hidden = 0
    named: set[str] = set()
    for document in known:
        path = Path(document.source.file)
        is_own = document.type in known.own
        file = file_name(path, settings) if is_own else ""
        reason = why_withheld(document)
        named |= frozenset() if reason else _named_in(document)
        if reason:
            withheld.append(Withheld(file, reason))
        elif visible(visibility_of(document), checker.audience):
            shown = without_comments(document, catalogue)
            findings = checker.findings(path, document) if is_own else ()
            found.append(standard.summarize(shown, file, _told_visibility(document, checker), findings))
        else:
            hidden += 1
    drawn = frameworks_of(known, {each.type for each in found})
    return Library(standards=tuple(found), frameworks=drawn, hidden=hidden, withheld=withheld, audiences=named)
