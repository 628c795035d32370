"""The format for GitLab: a Code Quality report, which a merge request shows as a list and beside its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pmcoach_lint.finding import Finding, Severity
from pmcoach_lint.report import Report, Style, from_root, printed
from pmcoach_lint.report.visible import folded, in_list

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def render(reports: Iterable[Report], style: Style) -> Iterator[str]:
    """Give a list of issues, one for each finding. GitLab tells by the fingerprints which ones a change has brought."""
    yield "["
    yield from in_list(
        _issue(finding, from_root(finding.file, style), each) for finding, each in printed(reports, style)
    )
    yield "\n"


def _issue(finding: Finding, file: str, fingerprint: str) -> dict[str, Any]:
    start, end = finding.range
    words = " ".join(filter(None, (finding.message, finding.hint, f"({finding.code})")))
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": folded(words),
        "categories": ["Style"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": {"path": file, "lines": {"begin": start.line, "end": end.line}},
    }
