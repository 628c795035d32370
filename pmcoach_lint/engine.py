"""From files to findings: each document is read, checked by its schema and by every rule, and the findings sorted."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pmcoach_lint.checks.schema import schema_offences
from pmcoach_lint.document import Document, read_document
from pmcoach_lint.finding import Edit, Finding, Fix, Related, Severity
from pmcoach_lint.rules import Rule, all_rules
from pmcoach_lint.settings import Settings, shown_path
from pmcoach_lint.syntax.source import MAX_BYTES, Offence, Source, too_large

FAILURE = "rule-failed"
"""The rule by which failures of the tool itself are told."""

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
    """Check the files at `paths` one after the other, holding one in memory at a time."""
    for path in paths:
        file = shown_path(path)
        document = load_document(path, file)
        yield FileReport(file, document.text, lint_document(document, settings))


def lint_bytes(data: bytes, file: str, settings: Settings) -> FileReport:
    """Check a document that is in memory, under the name `file`."""
    document = _read(data, file)
    return FileReport(file, document.text, lint_document(document, settings))


def load_document(path: Path, file: str) -> Document:
    """Read the document at `path`. A file that cannot be read is a document with an offence, and never an error."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(file, "is a folder" if stat.S_ISDIR(status.st_mode) else "is no ordinary file")
        if status.st_size > MAX_BYTES:
            document = Document(Source("", file))
            document.report(too_large(status.st_size))
            return document
        with path.open("rb") as stream:
            return _read(stream.read(MAX_BYTES + 1), file)
    except FileNotFoundError:
        return _unreadable(file, "is not there any more")
    except PermissionError:
        return _unreadable(file, "may not be read by you")
    except OSError as error:
        return _unreadable(file, f"cannot be read: {(error.strerror or 'unknown error').lower()}")


def lint_document(document: Document, settings: Settings) -> tuple[Finding, ...]:
    """All findings about one document, sorted."""
    known = document.doctype is not None
    if known:
        try:
            for offence in schema_offences(document):
                document.report(offence)
        except Exception as error:  # noqa: BLE001 - a check that fails must not end the run
            _report_failure(document, "the check by the schema", error)
    findings: list[Finding] = []
    rules = [rule for rule in all_rules() if known or rule.reads_any_document]
    for rule in sorted(rules, key=lambda rule: rule.name == FAILURE):  # what has failed is known when all have run
        try:
            findings += [_finding(document, rule, offence, settings) for offence in rule.check(document)]
        except Exception as error:  # noqa: BLE001 - a rule that fails must not end the run
            _report_failure(document, f"the rule {rule.code} ({rule.name})", error)
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
        related=tuple(Related(document.source.file, document.range(span), words) for span, words in offence.related),
        url=f"{settings.site_url.rstrip('/')}/reference/rules/{rule.code.lower()}/" if settings.site_url else None,
    )


def _read(data: bytes, file: str) -> Document:
    """Read a document; should the reader itself fail, that is an offence of the document."""
    try:
        return read_document(data, file)
    except Exception as error:  # noqa: BLE001 - a reader that fails must not end the run
        document = Document(Source("", file))
        _report_failure(document, "reading the file", error)
        return document


def _report_failure(document: Document, what: str, error: Exception) -> None:
    """Take note that a part of the tool itself has failed. It shows no text of the document."""
    message = f"pmcoach failed here: {what} ended with {type(error).__name__}."
    hint = "Everything else was checked. Please report this, with the document's form but without its content."
    document.report(Offence(FAILURE, (0, 0), message, hint))


def _unreadable(file: str, why: str) -> Document:
    document = Document(Source("", file))
    document.report(Offence("unreadable-file", (0, 0), f"This file {why}.", None))
    return document
