"""From files to scores: one for each coaching pack, and one for each client engagement that a file belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from pmcoach_lint.doctypes import ENGAGEMENT
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.position import lead_of
from pmcoach_lint.engine import Linter
from pmcoach_lint.finding import Finding
from pmcoach_lint.masking import masker
from pmcoach_lint.paths import true_path
from pmcoach_lint.repository import Repository
from pmcoach_lint.rubric.model import Score
from pmcoach_lint.rubric.scoring import rubric_for, score
from pmcoach_lint.settings import Settings

Find = Callable[[Path, Document], Sequence[Finding]]
"""Gives what the linter says of a document, which stands at a path."""


class Scorer:
    """Scores documents, each engagement once, whichever of its documents is asked about.

    `repository` reads the documents, and `find` gives what the linter says of one: whoever has read and checked the
    documents already hands both over, so that nothing is done twice. `unread` are the files that were asked about and
    of which nobody can tell what they are, `void` the rubrics by which nothing can be scored.

    Raises:
        UsageError: A folder of schemas or standards that the settings name is none.
    """

    def __init__(self, settings: Settings, repository: Repository | None = None, find: Find | None = None) -> None:
        self._repository = repository or _remembering(Repository(settings))
        self._settings = settings
        self._find = find or (lambda path, document: self._linter.lint(path, document).findings)
        self._as_of = settings.today
        self._scored: set[str] = set()
        self.unread: list[str] = []
        self.void: set[str] = set()

    @cached_property
    def _linter(self) -> Linter:
        return Linter(self._settings, self._repository)

    @property
    def faulty(self) -> list[str]:
        """The team's own frameworks that scores were held to and in which something is wrong, void rubrics included.

        Files that are `unread` are not among them.
        """
        own = {framework.source.file for framework in self._repository.standards.consulted.values()}
        found = {report.file for report in self._linter.beside() if report.file in own}
        return sorted((found | self.void) - set(self.unread))

    def scores(self, paths: Iterable[Path]) -> Iterator[Score]:
        """The scores of the packs and engagements among the files at `paths`, in their order; other files have none."""
        return filter(None, map(self.score, paths))

    def score(self, path: Path, document: Document | None = None) -> Score | None:
        """The score of the pack at `path`, or of the engagement that the document there belongs to.

        Returns:
            The score, without what is private in the documents; None for a document that no rubric is for, and for an
            engagement that was scored already.
        """
        document = document or self._repository.load(path)
        if document.doctype is None:
            self.unread.append(document.source.file)
        kind = rubric_for(document)
        if kind is None:
            return None
        rubric = self._repository.standards.find(kind)
        if rubric and not rubric.data.get("dimensions"):
            self.void.add(rubric.source.file)
        places = self._places(path, document)
        workspace = self._repository.workspace(list(places), places)
        main = lead_of(workspace.documents) if document.family == ENGAGEMENT else document
        if main.source.file in self._scored:
            return None
        self._scored.add(main.source.file)
        private = [self._linter.private(place, each) for each, place in places.items()]
        findings = {each.source.file: self._find(place, each) for each, place in places.items()}
        result = score(workspace, main, self._as_of, findings)
        return result and masker(private)(result)

    def _places(self, path: Path, document: Document) -> dict[Document, Path]:
        """The documents that are looked at together, with where they stand."""
        key = self._repository.group_key(path, document)
        if key:
            return self._repository.group(key, path, document).places
        return self._repository.with_model(path, document)


def _remembering(repository: Repository) -> Repository:
    """The repository, which reads each document once."""
    read, known = repository.load, dict[Path, Document]()

    def load(path: Path) -> Document:
        place = true_path(path)
        if place not in known:
            known[place] = read(path)
        return known[place]

    repository.load = load
    return repository
