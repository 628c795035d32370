"""The format of one line for each finding, for editors and other programs that read lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.finding import Finding
from pmcoach_lint.report import Report, Style
from pmcoach_lint.report.visible import folded, visible_place


def render(reports: Iterable[Report], style: Style) -> Iterator[str]:  # noqa: ARG001 - every format takes a style
    """Tell each finding on a line: its place, how severe it is, the rule's code and the message."""
    for report in reports:
        for finding in report.findings:
            yield f"{line_about(finding)}\n"


def line_about(finding: Finding) -> str:
    """The line that tells a finding."""
    place = visible_place(finding.file, finding.range)
    return f"{place}: {finding.severity} {finding.code} {folded(finding.message)}"
