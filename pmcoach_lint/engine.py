"""From files to findings: each document is read, checked by its schema and by every rule, and the findings sorted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pmcoach_lint.checks.schema import schema_offences
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Edit, Finding, Fix, Related, Severity
from pmcoach_lint.loading import FAILURE, load_document, report_failure, take_document
from pmcoach_lint.rules import Rule, all_rules
from pmcoach_lint.settings import Settings, shown_path
from pmcoach_lint.syntax.source import Mention, Offence, Source

LIVE_STATUSES = frozenset({"active", "completed"})
"""In these, what a draft may still lack is an error."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What there is to say about one file.

    `file` is its path as it is shown. `text` is its text as far as it could be read, for excerpts. The findings are
    sorted.
    """

    file: str
    text: str
    findings: tuple[Finding, ...]


def lint_files(paths: Iterable[Path], settings: Settings) -> Iterator[FileReport]:
    """Check the files at `paths` one after the other, holding one in memory at a time.

    Raises:
        UsageError: A folder of schemas that the settings name is none. It is raised before the first file is read.
    """
    return _reports(paths, settings, Catalogue.of(settings))


def _reports(paths: Iterable[Path], settings: Settings, catalogue: Catalogue) -> Iterator[FileReport]:
    for path in paths:
        file = shown_path(path)
        document = load_document(path, file, catalogue)
        yield FileReport(file, document.text, lint_document(document, settings))


def lint_bytes(data: bytes, file: str, settings: Settings) -> FileReport:
    """Check a document that is in memory, under the name `file`."""
    document = take_document(data, file, Catalogue.of(settings))
    return FileReport(file, document.text, lint_document(document, settings))


def lint_document(document: Document, settings: Settings) -> tuple[Finding, ...]:
    """All findings about one document, sorted."""
    known = document.doctype is not None
    if known:
        try:
            for offence in schema_offences(document):
                document.report(offence)
        except Exception as error:  # noqa: BLE001 - a check that fails must not end the run
            report_failure(document, "the check by the schema", error)
    findings: list[Finding] = []
    rules = [rule for rule in all_rules() if known or rule.reads_any_document]
    for rule in sorted(rules, key=lambda rule: rule.name == FAILURE):  # what has failed is known when all have run
        try:
            findings += [_finding(document, rule, offence, settings) for offence in rule.check(document)]
        except Exception as error:  # noqa: BLE001 - a rule that fails must not end the run
            report_failure(document, f"the rule {rule.code} ({rule.name})", error)
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))


def severity_of(rule: Rule, document: Document) -> Severity:
    """How severe an offence against `rule` is in `document`: it may follow the document's status."""
    if rule.severity is not None:
        return rule.severity
    return Severity.ERROR if document.status in LIVE_STATUSES else Severity.WARNING


def _finding(document: Document, rule: Rule, offence: Offence, settings: Settings) -> Finding:
    place = document.range(offence.span)
    fix = None
    if offence.instead is not None:
        fix = Fix(f"Replace it by “{offence.instead}”", (Edit(place, offence.instead),), safe=False)
    return Finding(
        file=document.source.file,
        range=place,
        code=rule.code,
        rule=rule.name,
        severity=severity_of(rule, document),
        message=offence.message,
        why=rule.reason,
        hint=offence.hint,
        fix=fix,
        related=tuple(_related(mention, document.source) for mention in offence.related),
        url=f"{settings.site_url.rstrip('/')}/reference/rules/{rule.code.lower()}/" if settings.site_url else None,
    )


def _related(mention: Mention, present: Source) -> Related:
    source = mention.source or present
    return Related(source.file, source.range(mention.span), mention.words)
