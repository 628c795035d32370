"""What the linter says of a document, as far as those inside may read it: findings quote what they compare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pmcoach_lint.audience import is_inside
from pmcoach_lint.coaching.attested import CHECKLISTS
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_again
from pmcoach_lint.engine import Linter
from pmcoach_lint.finding import Finding
from pmcoach_lint.loading import load_document
from pmcoach_lint.paths import true_path
from pmcoach_lint.regex import regex
from pmcoach_lint.repository import Repository
from pmcoach_lint.rubric import Score
from pmcoach_lint.rubric.files import Scorer
from pmcoach_lint.rubric.questions import BANK_OF
from pmcoach_lint.rubric.scoring import rubric_for
from pmcoach_lint.rules import all_rules
from pmcoach_lint.settings import Settings
from pmcoach_lint.site import source
from pmcoach_lint.site.ground import content_mark, framework_marks, schema_marks
from pmcoach_lint.site.kept import Kept
from pmcoach_lint.site.pack import Inside
from pmcoach_lint.site.release import may_see
from pmcoach_lint.standards import Standards
from pmcoach_lint.suppressions import DIRECTIVE
from pmcoach_lint.syntax.links import file_links
from pmcoach_lint.syntax.source import Change, Source, replaced
from pmcoach_lint.weekly.standing import standing_in
from pmcoach_lint.workspace import Booked

_NOTE = regex(r"<!--.*?(?:-->|(?=[\"']?\s*\Z))", re.DOTALL)
"""A comment in a value of the front matter; one that is not closed takes the rest of it."""


class Checker:
    """Checks the documents that one audience may see.

    A document is checked together with those that belong to it. To the linter, those that the audience may not see
    are not there. What it then misses in them is no finding: it is told only what holds when all of them are read.
    Findings quote what they are about, so no comments are read but those to the linter.
    """

    def __init__(self, settings: Settings, audience: str, kept: Kept) -> None:
        self.settings = settings
        self.audience = audience
        self.catalogue = Catalogue.of(settings)
        self.kept = kept
        self._around = Repository(settings, self._load_seen, kept.note)
        self._whole = Repository(settings, self._load, kept.note)
        ground = (settings, settings.today, audience, schema_marks(settings), framework_marks(settings))
        kept.begin(ground, self._answer)
        self._seen = Linter(settings, self._around)
        self._all = Linter(settings, self._whole)
        self._scorer = Scorer(settings, self._around, self.findings)
        self._standards = Standards(settings, self.catalogue)
        self._across = frozenset(rule.code for rule in all_rules() if rule.across)

    def book(self, booking: Booked) -> None:
        """Take note of the time that a pack takes of its coach: what comes after it is checked with that in mind."""
        self._around.book(booking)
        self._whole.book(booking)

    def findings(self, path: Path, document: Document) -> tuple[Finding, ...]:
        """What is to be said of `document`, which stands at `path`; nothing to people outside. Each is checked once."""
        return self.kept.once(("findings", true_path(path)), lambda: self._findings(path, document))

    def _findings(self, path: Path, document: Document) -> tuple[Finding, ...]:
        if not is_inside(self.audience):
            return ()
        self.kept.note("content", true_path(path))
        found = self._seen.lint(path, without_comments(document, self.catalogue, DIRECTIVE)).findings
        if not any(finding.code in self._across for finding in found):
            return found
        true = {_key(finding) for finding in self._all.lint(path).findings}
        return tuple(finding for finding in found if finding.code not in self._across or _key(finding) in true)

    def inside(self, path: Path, document: Document) -> Inside:
        """How a coaching pack, which stands at `path`, stands on the day of the build, and what it scores."""
        standing = standing_in(self._around, document, path, self.settings.today)
        if not is_inside(self.audience):
            return Inside(standing)
        portable = without_file_links(document, self.catalogue)
        alone = standing if portable is document else standing_in(self._around, portable, path, standing.as_of)
        return Inside(standing, self._score(path, document), alone)

    def scores(self, leads: Iterable[Path]) -> dict[str, Score]:
        """What engagements score, by the files at `leads` that describe them; nothing to people outside."""
        if not is_inside(self.audience):
            return {}
        found = (self.kept.once(("score", path), self._engagement_score, path) for path in leads)
        return {score.file: score for score in found if score}

    def _engagement_score(self, path: Path) -> Score | None:
        return self._score(path, self._load_seen(path))

    def _score(self, path: Path, document: Document) -> Score | None:
        """What is scored speaks in the words of frameworks: nothing, where the audience may not see one of them."""
        rubric = rubric_for(document) or ""
        kinds = (rubric, CHECKLISTS, BANK_OF.get(rubric))
        spoken = [self._standards.find(kind) for kind in kinds if kind]
        if not all(may_see(framework, self.audience) for framework in spoken if framework):
            return None
        return self._scorer.score(path, document)

    def _answer(self, what: str, about: Any) -> Any:
        """The answer to a question about what stands around a document."""
        if what == "content":
            return content_mark(about)
        return self._around.booked(*about) if what == "booked" else self._around.answer(what, about)

    def _load(self, path: Path) -> Document:
        self.kept.note("content", true_path(path))
        document = load_document(path, file_name(path, self.settings), self.catalogue)
        return without_comments(document, self.catalogue, DIRECTIVE)

    def _load_seen(self, path: Path) -> Document:
        """The document at `path`, or nothing at all when the audience may not see it."""
        document = self._load(path)
        return document if may_see(document, self.audience) else Document(Source("", document.source.file))


def without_comments(document: Document, catalogue: Catalogue, keep: re.Pattern[str] | None = None) -> Document:
    """The document as it reads without comments, which may stand around whole tables; those of the form `keep` stay."""
    text, body = document.text, document.body
    if "<!--" not in text:
        return document
    cleaned = replaced(text[:body], _notes(document)) + source.without_comments(text[body:], keep)
    return document if cleaned == text else read_again(document, cleaned, catalogue)


def _notes(document: Document) -> Iterator[Change]:
    """The changes that take the comments out of the values of the front matter. Each ends with its value at the latest.

    A value that is nothing else stays as an empty one.
    """
    for span in document.marked.leaves():
        for comment in _NOTE.finditer(document.text, *span):
            yield comment.span(), '""' if comment.span() == span else ""


def without_file_links(document: Document, catalogue: Catalogue) -> Document:
    """The document with links that lead nowhere where they led to files, which may be hidden from its readers."""
    changes = [(link.span, "#") for link in file_links(document.text, document.body)]
    if not changes:
        return document
    return read_again(document, replaced(document.text, changes), catalogue)


def file_name(path: Path, settings: Settings) -> str:
    """The path from the root of the repository, with forward slashes."""
    return settings.from_root(path) or path.name


def _key(finding: Finding) -> tuple[object, ...]:
    """What makes a finding the same: the related places may lie in documents that read otherwise."""
    return (finding.code, finding.range, finding.message)
