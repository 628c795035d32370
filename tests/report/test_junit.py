"""The format of test reports, read by a library that reads them from any program."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.finding import Related, Severity
from pmcoach_lint.report import Style, renderer
from tests.report.fakes import FakeReport, finding, report, span
from tests.report.small import rendered, small_run

junitparser = pytest.importorskip("junitparser")


def suite(*reports: FakeReport, style: Style | None = None) -> Any:
    """The one suite of a report, as the library reads it."""
    xml = junitparser.JUnitXml.fromstring("".join(renderer("junit")(reports, style or Style())).encode())
    (only,) = xml
    return only


def test_a_small_run_to_the_letter() -> None:
    assert (
        rendered("junit", *small_run())
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="pmcoach lint" tests="2" failures="1" errors="0">
<testsuite name="pmcoach lint" tests="2" failures="1" errors="0" skipped="0">
<testcase name="packs/pm-07.md" classname="pmcoach lint" file="packs/pm-07.md">
<failure type="error" message="3 errors">packs/pm-07.md:9:9: error PMC205 “actve” is no status. Did you mean “active”?
  help: Write one of: draft, in-review, active, completed.
packs/pm-07.md:10:1: error PMC105 The key “team” is given twice; the first one counts.
  help: Delete one of the two.
  note: packs/pm-07.md:6:1: given here first
packs/pm-07.md:27:29: error PMC210 “Analize” is not a Bloom level. Did you mean “Analyze”?
  help: The levels, from the lowest up, are Know, Understand, Apply, Analyze, Synthesize, Evaluate.</failure>
<system-out>packs/pm-07.md:71:14: warning PMC202 Cadence: “TBD” is still to fill in.
  help: How often coach and PM meet.</system-out>
</testcase>
<testcase name="packs/pm-08.md" classname="pmcoach lint" file="packs/pm-08.md"/>
</testsuite>
</testsuites>
"""
    )


def test_the_counts_are_those_of_the_cases() -> None:
    told = suite(
        report("", finding(), finding()),
        report("", finding(severity=Severity.WARNING), file="b.md"),
        report("", file="c.md"),
    )
    assert (told.name, told.tests, told.failures, told.errors, told.skipped) == ("pmcoach lint", 3, 1, 0, 0)
    told.update_statistics()
    assert (told.tests, told.failures, told.errors, told.skipped) == (3, 1, 0, 0)
    assert [case.name for case in told] == ["packs/pm-07.md", "b.md", "c.md"]
    assert [case.is_passed for case in told] == [False, True, True]


def test_a_case_fails_with_its_errors_and_tells_its_warnings() -> None:
    (case,) = suite(
        report("", finding(span(5, 14), message="A & B", hint="<b>"), finding(severity=Severity.WARNING, message="W"))
    )
    (failure,) = case.result
    assert (failure.type, failure.message) == ("error", "1 error")
    assert failure.text == "packs/pm-07.md:5:14: error PMC302 A & B\n  help: <b>"
    assert case.system_out == "packs/pm-07.md:1:1: warning PMC302 W"


def test_warnings_fail_a_case_when_they_fail_the_run() -> None:
    warned = report("", finding(severity=Severity.WARNING))
    strict = suite(warned, style=Style(fail_on=Severity.WARNING))
    assert (strict.failures, next(iter(strict)).result[0].type) == (1, "warning")
    both = report("", finding(severity=Severity.WARNING), finding())
    (case,) = suite(both, style=Style(fail_on=Severity.WARNING))
    assert (case.result[0].message, case.system_out) == ("1 error, 1 warning", None)


def test_files_and_related_places_are_named() -> None:
    related = (Related("packs/b.md", span(3, 16), "said\nthere"),)
    style = Style(root="/repo", here="/repo/coaching")
    (case,) = suite(report("", finding(file="a.md", related=related), file="a.md"), style=style)
    assert case.name == "coaching/a.md"
    assert case.result[0].text.split("\n")[1:] == ["  note: packs/b.md:3:16: said", "there"]
