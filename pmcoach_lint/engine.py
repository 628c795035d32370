"""From files to findings: documents are read, checked by their schema and by every rule, and the findings sorted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from pmcoach_lint.checks.alike import told_once
from pmcoach_lint.checks.words import about
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Edit, Finding, Fix, Related, Severity
from pmcoach_lint.loading import report_failure, take_document
from pmcoach_lint.masking import Private, without_private
from pmcoach_lint.nearest import single_inside
from pmcoach_lint.paths import shown_path, true_path
from pmcoach_lint.repository import Group, Repository
from pmcoach_lint.rules import Rule
from pmcoach_lint.rules.forms import READING_RULES
from pmcoach_lint.ruleset import Prepared, Ruleset
from pmcoach_lint.settings import Settings
from pmcoach_lint.standards import FAMILY
from pmcoach_lint.suppressions import suppress
from pmcoach_lint.syntax.lines import line_break, line_end
from pmcoach_lint.syntax.source import Mention, Offence, Source
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.workspace import Workspace


class FileReport(NamedTuple):
    """What there is to say about one file.

    `file` is its path as it is shown. `text` is its text as far as it could be read, for excerpts; what is private in
    it is veiled. The findings are sorted. `asked_for` says whether the file is one of those to check: others are
    reported where these rely on them. `known` is how many findings a baseline has let pass.
    """

    file: str
    text: str
    findings: tuple[Finding, ...]
    asked_for: bool = True
    known: int = 0


def lint_files(paths: Iterable[Path], settings: Settings) -> Iterator[FileReport]:
    """Check the files at `paths` one after the other, holding in memory no more than one and what belongs to it.

    A finding at another document that speaks of one of these files is told as well, at the end; and so is, once, what
    is wrong with the schemas of the repository's own types.

    Raises:
        UsageError: A folder of schemas or standards that the settings name is none. It is raised before the first
            file is read.
    """
    return _reports(paths, Linter(settings))


def _reports(paths: Iterable[Path], linter: Linter) -> Iterator[FileReport]:
    for path in paths:
        yield linter.lint(path)
    yield from linter.beside()
    yield from linter.schemas()


def lint_schemas(settings: Settings, names: Collection[str] | None = None) -> Iterator[FileReport]:
    """What is wrong with the repository's own schemas: those called `names`, else those that documents have named."""
    return Linter(settings).schemas(names)


def lint_bytes(data: bytes, file: str, settings: Settings) -> FileReport:
    """Check a document that is in memory, as if it stood in `file`."""
    document = take_document(data, file, Catalogue.of(settings))
    return Linter(settings).lint(Path(file), document)


def lint_together(texts: Mapping[str, str], settings: Settings) -> list[FileReport]:
    """Check texts that are in memory, by file name, as documents that belong together."""
    catalogue = Catalogue.of(settings)
    documents = [take_document(text.encode(), name, catalogue) for name, text in texts.items()]
    return Linter(settings).lint_together(documents)


class Linter:
    """One run over documents. Each is checked by itself and together with the documents that belong to it.

    `repository` reads the documents; it gives each the name under which findings show it.
    """

    def __init__(self, settings: Settings, repository: Repository | None = None) -> None:
        self._catalogue = Catalogue.of(settings)
        self._settings = settings
        self._repository = repository or Repository(settings)
        self._group = Group("", {})
        self._found: dict[Path, list[Finding]] = {}
        self._private: dict[Document, Private] = {}
        self._rules = Ruleset(settings, self._repository.standards)
        self._linted: dict[Path, str] = {}
        self._waiting: dict[Path, FileReport] = {}
        self._standards: set[str] = set()

    def lint(self, path: Path, document: Document | None = None) -> FileReport:
        """Check the file at `path`, or `document`, which is to stand there."""
        document = document or self._met(path) or self._repository.load(path)
        across, beside = self._findings_across(path, document)
        file = document.source.file
        if document.doctype is None or document.doctype.family == FAMILY:
            self._standards.add(file)
        return self._report(path, document, [finding._replace(file=file) for finding in across], beside)

    def lint_together(self, documents: list[Document]) -> list[FileReport]:
        """Check documents as ones that belong together, wherever they stand."""
        across: dict[Document, list[Finding]] = {}
        for document, finding in self._check_across(self._repository.workspace(documents), documents[0]):
            across.setdefault(document, []).append(finding)
        beside = dict.fromkeys(documents, Path())
        return [self._report(Path(), document, across.get(document, []), beside) for document in documents]

    def private(self, path: Path, document: Document) -> Private:
        """What is private in `document`, which stands at `path`; looked for once while it belongs to others."""
        found = self._private.get(document)
        if found is None:
            findings = self._ask(self._rules.private(document), document)
            found = Private(document.source, tuple(self._rules.held_at(path, findings)))
            if document in self._group.documents.values():
                self._private[document] = found
        return found

    def beside(self) -> Iterator[FileReport]:
        """The findings at documents that were not checked themselves, as far as they matter to one that was.

        Such speak of it, or are errors in a framework of the team that it was held to.
        """
        linted = set(self._linted.values())
        for path, report in sorted(self._waiting.items()):
            concerned = [
                finding
                for finding in self._rules.held_at(path, report.findings)
                if any(place.file in linted for place in finding.related)
            ]
            if concerned:
                yield report._replace(findings=tuple(concerned), asked_for=False)
        for path, document in self._repository.standards.consulted.items():
            if document.source.file not in self._standards:
                report = self.lint(path, document)
                errors = tuple(finding for finding in report.findings if finding.severity is Severity.ERROR)
                if errors:
                    yield report._replace(findings=errors, asked_for=False)

    def schemas(self, names: Collection[str] | None = None) -> Iterator[FileReport]:
        """What is wrong with the schemas called `names`, else with those that documents have named so far."""
        for name in names or ():
            self._catalogue.find(name)
        files: dict[str, Document] = {}
        for name, problems in self._catalogue.problems.items():
            for offence in problems if names is None or name in names else ():
                source = offence.source or Source("", name)
                files.setdefault(source.file, Document(source)).report(offence)
        for file in sorted(set(files) - self._standards):  # without what was checked by its own name
            yield self._report(Path(file), files[file], [], {})._replace(asked_for=False)

    def _findings_across(self, path: Path, document: Document) -> tuple[list[Finding], Mapping[Document, Path]]:
        """What the rules find at `document` that look across documents, and which these are, with their paths."""
        key = self._repository.group_key(path, document)
        if key is None:
            places = self._repository.with_model(path, document)
            workspace = self._repository.workspace([*places], {document: path})
            return [found for own, found in self._check_across(workspace, document) if own is document], places
        if key != self._group.key:
            self._enter(self._repository.group(key, path, document), document)
        else:
            self._repository.note(path, document)
        place = true_path(path)
        self._linted[place] = document.source.file
        self._waiting.pop(place, None)
        return self._found.get(place, []), self._group.places

    def _report(
        self, path: Path, document: Document, across: list[Finding], beside: Mapping[Document, Path]
    ) -> FileReport:
        """What there is to say about the document at `path`, with what was found `across` it and those `beside` it."""
        private = self.private(path, document)
        held = list(self._rules.held_at(path, [*self._findings(document), *across]))
        held += (finding for finding in private.found if self._rules.asks(frozenset({finding.code})))
        kept = suppress(document, held, self._rules.codes_of, self._rules.asks)
        kept += self._rules.held_at(path, self._ask(self._rules.last, document))
        others = [self.private(where, each) for each, where in beside.items() if each is not document] if across else []
        text, kept = without_private(document.source, [private, *others], kept)
        document.views.clear()  # they refer back to the document, which would stay until Python looks for cycles
        return FileReport(document.source.file, text, tuple(sorted(kept, key=lambda each: each.sort_key)))

    def _met(self, path: Path) -> Document | None:
        """The document at `path` if it was read already, together with one that it belongs to."""
        document = self._group.documents.get(true_path(path)) if self._group.documents else None
        return document if document and document.source.file == shown_path(path) else None

    def _enter(self, group: Group, document: Document) -> None:
        """Check the documents of an engagement together, of which `document` is the first that was asked for."""
        self._group = group
        self._found = {}
        self._private = {}
        places = group.places
        for member, finding in self._check_across(self._repository.workspace([*places], places), document):
            self._found.setdefault(places[member], []).append(finding)
        for path in self._found.keys() - self._linted.keys():
            member = group.documents[path]
            private = [self.private(where, each) for each, where in places.items()]
            text, findings = without_private(member.source, private, self._found[path])
            self._waiting[path] = FileReport(member.source.file, text, tuple(findings))

    def _check_across(self, workspace: Workspace, document: Document) -> Iterator[tuple[Document, Finding]]:
        """What the rules find that look across documents, each with the document it stands in.

        Should a rule fail, that is an offence of `document`.
        """
        by_source = {id(member.source): member for member in workspace.documents}
        for rule, check in self._rules.across(workspace.documents) if by_source else ():
            try:
                found: dict[int, list[Offence]] = {}
                for offence in check(workspace):
                    found.setdefault(id(offence.source), []).append(offence)
                for source, offences in found.items():
                    member = by_source[source]
                    yield from ((member, finding) for finding in self._told(member, rule, offences))
            except Exception as error:  # noqa: BLE001 - a rule that fails must not end the run
                report_failure(document, f"the rule {rule.code} ({rule.name})", error)
        workspace.views.clear()  # they refer back to it, as those of a document do

    def _findings(self, document: Document) -> list[Finding]:
        """What the schema and the rules find that look at one document."""
        if document.doctype:
            try:
                if not document.doctype.gate.is_valid(document.data):
                    from pmcoach_lint.checks.schema import schema_offences  # noqa: PLC0415 - most are as they should be

                    for offence in schema_offences(document):
                        document.report(offence)
            except Exception as error:  # noqa: BLE001 - a check that fails must not end the run
                report_failure(document, "the check by the schema", error)
        return self._ask(self._rules.local(document), document)

    def _ask(self, rules: list[Prepared], document: Document) -> list[Finding]:
        """What the `rules` find in a document. Should one fail, that is an offence of the document."""
        findings: list[Finding] = []
        for rule, check in rules:
            try:
                if offences := list(check(document)):
                    findings += self._told(document, rule, offences)
            except Exception as error:  # noqa: BLE001 - a rule that fails must not end the run
                report_failure(document, f"the rule {rule.code} ({rule.name})", error)
        return findings

    def _told(self, document: Document, rule: Rule, offences: Iterable[Offence]) -> list[Finding]:
        """The findings of one rule: one by one, but for what looks like a form of the author's own."""
        form = self._rules.form
        if form is None or rule.name not in READING_RULES:
            return [self._finding(document, rule, offence) for offence in offences]
        alone, alike = told_once(document, offences)
        return [
            *(self._finding(document, rule, offence) for offence in alone if self._rules.asks(frozenset({rule.code}))),
            *(self._finding(document, form, offence) for offence in alike),
        ]

    def _finding(self, document: Document, rule: Rule, offence: Offence) -> Finding:
        place = document.range(offence.span)
        site = self._settings.site_url
        if document.doctype and (rule.within is not None or offence.unsure):
            from pmcoach_lint.checks.doubts import doubted  # noqa: PLC0415 - in most documents nothing is missing

            offence = doubted(document, rule.within, offence)
        return Finding(
            file=document.source.file,
            range=place,
            code=rule.code,
            rule=rule.name,
            severity=Severity.WARNING if offence.unsure else self._rules.severity(rule, document),
            message=single_inside(offence.message),
            why=rule.reason,
            hint=offence.hint,
            fix=_fix(document, offence),
            related=tuple(_related(mention, document.source) for mention in offence.related),
            url=rule.page(site) if site else None,
            about="" if offence.everywhere or rule.private else about(document, offence.span),
            private=rule.private,
            singles=tuple(self._finding(document, rule, single) for single in offence.singles),
            together=offence.together,
        )


def _fix(document: Document, offence: Offence) -> Fix | None:
    """What would settle an offence; None where only its author knows."""
    if offence.spare is not None:
        return Fix("Delete it", (Edit(document.range(offence.spare), ""),), safe=True)
    if offence.front is not None:
        return Fix("Add front matter", (Edit(document.range((0, 0)), offence.front),), safe=True)
    if offence.line is not None:
        end = line_end(document.text, offence.span[1])
        edit = Edit(document.range((end, end)), f"{line_break(document.text, end)}{offence.line}")
        return Fix(f"Add “{offence.line}”", (edit,), safe=True)
    if offence.instead is not None:
        edit = Edit(document.range(offence.span), offence.instead)
        return Fix(f"Replace it by “{offence.instead}”", (edit,), safe=False)
    return None


def _related(mention: Mention, present: Source) -> Related:
    source = mention.source or present
    return Related(source.file, source.range(mention.span), mention.words)
