"""The format for GitLab's Code Quality report."""

from __future__ import annotations

import json
from typing import Any

from pmcoach_lint.finding import Related, Severity
from pmcoach_lint.report import Style, renderer
from tests.packs import replaced
from tests.report.fakes import FakeReport, finding, report, span
from tests.report.small import TEXT, linted, rendered, small_run


def issues(*reports: FakeReport, style: Style | None = None) -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = json.loads("".join(renderer("gitlab")(reports, style or Style())))
    return issues


def test_a_small_run_to_the_letter() -> None:
    assert (
        rendered("gitlab", *small_run())
        == """\
[
{"type": "issue", "check_name": "unknown-choice", "description": "“actve” is no status. Did you mean “active”? \
Write one of: draft, in-review, active, completed. (PMC205)", "categories": ["Style"], "severity": "major", \
"fingerprint": "19b134afe2be9f572e87135b23fb2a4d", "location": {"path": "packs/pm-07.md", "lines": {"begin": 9, \
"end": 9}}},
{"type": "issue", "check_name": "duplicate-key", "description": "The key “team” is given twice; the first one counts. \
Delete one of the two. (PMC105)", "categories": ["Style"], "severity": "major", \
"fingerprint": "6a84f53102ed5d1353a96f3c66032aa3", "location": {"path": "packs/pm-07.md", "lines": {"begin": 10, \
"end": 10}}},
{"type": "issue", "check_name": "not-a-level", "description": "“Analize” is not a Bloom level. Did you mean \
“Analyze”? The levels, from the lowest up, are Know, Understand, Apply, Analyze, Synthesize, Evaluate. (PMC210)", \
"categories": ["Style"], "severity": "major", "fingerprint": "49668ec1d68c5a44a84fb5391a693546", "location": \
{"path": "packs/pm-07.md", "lines": {"begin": 27, "end": 27}}},
{"type": "issue", "check_name": "still-to-fill", "description": "Cadence: “TBD” is still to fill in. How often coach \
and PM meet. (PMC202)", "categories": ["Style"], "severity": "minor", \
"fingerprint": "493b7af90cbdf21d78bc78e1f8c3647f", "location": {"path": "packs/pm-07.md", "lines": {"begin": 71, \
"end": 71}}}
]
"""
    )


def test_an_issue_has_what_gitlab_asks_for() -> None:
    """GitLab takes no issue without these, and shows no severity but its own five."""
    for issue in json.loads(rendered("gitlab", *small_run())):
        assert {name: type(issue[name]) for name in ("description", "check_name", "fingerprint", "severity")} == {
            "description": str,
            "check_name": str,
            "fingerprint": str,
            "severity": str,
        }
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert type(issue["location"]["path"]) is str
        assert type(issue["location"]["lines"]["begin"]) is int


def test_severities_are_those_of_the_findings() -> None:
    found = issues(report("", finding(), finding(severity=Severity.WARNING)))
    assert [issue["severity"] for issue in found] == ["major", "minor"]


def test_no_two_issues_of_a_run_have_one_fingerprint() -> None:
    twice = [report("", finding(), finding(), finding(span(2, 1))), report("", finding(file="b.md"), file="b.md")]
    assert len({issue["fingerprint"] for issue in issues(*twice)}) == 4


def test_fingerprints_stay_when_lines_are_added_above() -> None:
    longer = replaced(TEXT, "# Pack\n", "# Pack\n\nA word before.\n\nAnd another one.\n")
    before, after = (json.loads(rendered("gitlab", linted(text))) for text in (TEXT, longer))
    assert [issue["fingerprint"] for issue in before] == [issue["fingerprint"] for issue in after]
    assert [issue["location"]["lines"]["begin"] for issue in before] == [9, 10, 27, 71]
    assert [issue["location"]["lines"]["begin"] for issue in after] == [9, 10, 31, 75]


def test_fingerprints_do_not_depend_on_where_somebody_works() -> None:
    from_root = issues(report("", finding(file="coaching/a.md"), file="coaching/a.md"))
    below = issues(report("", finding(file="a.md"), file="a.md"), style=Style(root="/repo", here="/repo/coaching"))
    assert from_root == below


def test_a_place_of_several_lines_and_a_related_one() -> None:
    related = (Related("b.md", span(1, 1), "there"),)
    (issue,) = issues(report("", finding(span(5, 14, 3, end_line=6), message="One.\nTwo.", related=related)))
    assert issue["location"]["lines"] == {"begin": 5, "end": 6}
    assert issue["description"] == "One. Two. (PMC302)"
