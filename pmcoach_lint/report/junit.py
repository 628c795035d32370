"""The format of test reports, JUnit XML, which nearly every CI system shows: each file is a test case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.finding import Finding, Severity
from pmcoach_lint.report import Report, Style, from_root
from pmcoach_lint.report.concise import line_about
from pmcoach_lint.report.tally import found
from pmcoach_lint.report.visible import in_xml, visible, visible_place

_SUITE = "pmcoach lint"


def render(reports: Iterable[Report], style: Style) -> Iterator[str]:
    """Give one suite with a test case for each file, which fails if what was found there makes the run fail.

    The counts stand before the cases, so nothing is given before the last file was checked.
    """
    cases: list[str] = []
    failures = 0
    for report in reports:
        failing = [finding for finding in report.findings if _fails(finding, style)]
        others = [finding for finding in report.findings if not _fails(finding, style)]
        failures += bool(failing)
        cases.append(_case(from_root(report.file, style), failing, others))
    counts = f'name="{_SUITE}" tests="{len(cases)}" failures="{failures}" errors="0"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n<testsuite {counts} skipped="0">\n'
    yield from cases
    yield "</testsuite>\n</testsuites>\n"


def _fails(finding: Finding, style: Style) -> bool:
    return style.fail_on is Severity.WARNING or finding.severity is Severity.ERROR


def _case(file: str, failing: list[Finding], others: list[Finding]) -> str:
    """The test case of a file: what makes it fail, and on its output what does not."""
    name = in_xml(visible(file))
    head = f'<testcase name="{name}" classname="{_SUITE}" file="{name}"'
    if not failing and not others:
        return f"{head}/>\n"
    lines = [f"{head}>\n"]
    if failing:
        kind = failing[0].severity
        lines.append(f'<failure type="{kind}" message="{found(failing)}">{_told(failing)}</failure>\n')
    if others:
        lines.append(f"<system-out>{_told(others)}</system-out>\n")
    return "".join([*lines, "</testcase>\n"])


def _told(findings: list[Finding]) -> str:
    """What the findings say, as text of XML: a line for each, and below it what to do and what else it speaks of."""
    lines = []
    for finding in findings:
        lines.append(line_about(finding))
        if finding.hint:
            lines.append(f"  help: {finding.hint}")
        lines += [f"  note: {visible_place(each.file, each.range)}: {each.message}" for each in finding.related]
    return in_xml("\n".join(lines))
