"""Fixes that findings bring with them: a misspelt word, a comment that lets nothing pass, a type that is not said."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding, Position
from pmcoach_lint.fixes.proposal import Proposal
from pmcoach_lint.syntax.source import Source


def from_findings(document: Document, findings: tuple[Finding, ...]) -> Iterator[Proposal]:
    """The fixes of the findings."""
    for finding in findings:
        if finding.fix is None:
            continue
        edits = tuple(
            ((_offset(document.source, edit.range.start), _offset(document.source, edit.range.end)), edit.text)
            for edit in finding.fix.edits
        )
        (span, new), *_ = edits
        old = document.text[slice(*span)]
        done = f"“{old}” → “{new}”" if old and new else finding.message
        yield Proposal(f"{finding.code} {done}", edits, finding.fix.safe, keeps_data=not (old and new))


def _offset(source: Source, position: Position) -> int:
    """The offset of the character at `position`."""
    return source.line_starts[position.line - 1] + position.column - 1
