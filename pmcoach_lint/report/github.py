"""The format for GitHub Actions: workflow commands that become annotations beside the lines they are about.

The runner reads them from the log, so they are the one format in which `::error` is meant to be a command. What comes
from a document can be none: each command is one line, and only its last part, behind the second `::`, is free text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.finding import Finding
from pmcoach_lint.report import Report, Style, from_root
from pmcoach_lint.report.tally import Tally, found
from pmcoach_lint.report.text import summary
from pmcoach_lint.report.visible import visible, visible_lines, visible_place

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def render(reports: Iterable[Report], style: Style) -> Iterator[str]:
    """Give a group of commands for each file with findings, and at the end a line that counts all of them."""
    tally = Tally()
    for report in tally.counting(reports):
        if report.findings:
            file = visible(from_root(report.file, style))
            yield f"::group::{f'{file}: {found(report.findings)}'.translate(_IN_TEXT)}\n"
            for finding in report.findings:
                yield f"::{finding.severity} {_properties(finding, file)}::{_told(finding).translate(_IN_TEXT)}\n"
            yield "::endgroup::\n"
    yield f"{summary(tally, Style())}\n"


def _properties(finding: Finding, file: str) -> str:
    """Where the annotation stands, and what is over it. Columns are for a place on one line: others GitHub refuses."""
    start, end = finding.range
    places = {"title": f"{finding.code} {finding.rule}", "file": file, "line": start.line, "endLine": end.line}
    if start.line == end.line:
        places |= {"col": start.column, "endColumn": end.column}
    return ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in places.items())


def _told(finding: Finding) -> str:
    """What the annotation says, its place before it because the log shows the text alone."""
    line, column = finding.range.start
    lines = [f"{line}:{column}: {visible_lines(finding.message)}"]
    if finding.hint:
        lines.append(f"help: {visible_lines(finding.hint)}")
    lines += [
        f"note: {visible_place(each.file, each.range)}: {visible_lines(each.message)}" for each in finding.related
    ]
    return "\n".join(lines)
