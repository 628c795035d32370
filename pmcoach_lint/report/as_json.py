"""The format for programs: one JSON object, written finding by finding."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pmcoach_lint.finding import Finding, Fix, Position, Range
from pmcoach_lint.report import Report, Style
from pmcoach_lint.report.visible import whole

VERSION = 1
"""The version of this format; it grows when a field changes its meaning or goes, not when one is added."""


def render(reports: Iterable[Report], style: Style) -> Iterator[str]:  # noqa: ARG001 - every format takes a style
    """Give the version, then each finding as it comes, and at the end the number of files that were checked."""
    yield f'{{"version": {VERSION}, "findings": ['
    files, before = 0, "\n"
    for report in reports:
        files += report.asked_for
        for finding in report.findings:
            yield before + whole(json.dumps(_finding(finding), ensure_ascii=False))
            before = ",\n"
    end = "\n" if before.startswith(",") else ""
    yield f'{end}], "files": {files}}}\n'


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "file": finding.file,
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "why": finding.why,
        "hint": finding.hint,
        "range": _range(finding.range),
        "related": [
            {"file": related.file, "range": _range(related.range), "message": related.message}
            for related in finding.related
        ],
        "fix": _fix(finding.fix) if finding.fix else None,
        "url": finding.url,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"range": _range(edit.range), "text": edit.text} for edit in fix.edits]
    return {"message": fix.message, "safe": fix.safe, "edits": edits}


def _range(place: Range) -> dict[str, Any]:
    return {"start": _position(place.start), "end": _position(place.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
