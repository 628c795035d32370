"""The format for programs: one JSON object, written finding by finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pmcoach_lint.finding import Finding, Fix, Position, Range
from pmcoach_lint.report import Report, Style, from_root, printed
from pmcoach_lint.report.tally import Tally
from pmcoach_lint.report.visible import in_json, in_list

VERSION = 1
"""The version of this format; it grows when a field changes its meaning or goes, not when one is added."""


def render(reports: Iterable[Report], style: Style) -> Iterator[str]:
    """Give the version, then each finding as it comes, and at the end the number of files that were checked.

    With statistics, the count of each rule stands between the two.
    """
    yield f'{{"version": {VERSION}, "findings": ['
    tally = Tally()
    found = printed(tally.counting(reports), style)
    yield from in_list(_finding(finding, fingerprint, style) for finding, fingerprint in found)
    if style.statistics:
        yield f', "statistics": {in_json(_statistics(tally))}'
    yield f', "files": {tally.files}}}\n'


def _statistics(tally: Tally) -> list[dict[str, Any]]:
    return [{"code": code, "rule": rule, "count": count} for code, rule, count in tally.statistics()]


def _finding(finding: Finding, fingerprint: str, style: Style) -> dict[str, Any]:
    return {
        "file": from_root(finding.file, style),
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "why": finding.why,
        "hint": finding.hint,
        "range": in_lines(finding.range),
        "related": [
            {
                "file": from_root(related.file, style),
                "range": in_lines(related.range),
                "message": related.message,
            }
            for related in finding.related
        ],
        "places": [{"range": in_lines(single.range), "message": single.message} for single in finding.singles],
        "fix": _fix(finding.fix) if finding.fix else None,
        "url": finding.url,
        "fingerprint": fingerprint,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"range": in_lines(edit.range), "text": edit.text} for edit in fix.edits]
    return {"message": fix.message, "safe": fix.safe, "edits": edits}


def in_lines(place: Range) -> dict[str, Any]:
    """A range as lines and columns."""
    return {"start": _position(place.start), "end": _position(place.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
