"""Findings and offences as tests compare them."""

from __future__ import annotations

from pmcoach_lint.document import Document, read_document
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Finding
from pmcoach_lint.settings import Settings

Told = tuple[str, str, str, str]
"""A finding: code, severity, range as line:column-line:column, message."""


def read(text: str) -> Document:
    """The document that a text is."""
    return read_document(text.encode(), "pack.md")


def told(findings: tuple[Finding, ...]) -> list[Told]:
    return [
        (
            finding.code,
            str(finding.severity),
            f"{finding.range.start.line}:{finding.range.start.column}-{finding.range.end.line}:{finding.range.end.column}",
            finding.message,
        )
        for finding in findings
    ]


def lint(text: str, settings: Settings) -> list[Told]:
    return told(lint_bytes(text.encode(), "pack.md", settings).findings)


def offences_of(document: Document) -> list[tuple[str, str, str]]:
    """Each offence that the reader has told: its rule, the text at its place, its message."""
    return [
        (offence.rule, document.text[slice(*offence.span)], offence.message)
        for offences in document.offences.values()
        for offence in offences
    ]
