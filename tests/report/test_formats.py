"""The formats for programs, and the register of formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pmcoach_lint.finding import Edit, Fix, Related, Severity, fingerprints
from pmcoach_lint.report import FOR_PEOPLE, FORMATS, WITH_STATISTICS, Style, from_root, renderer
from pmcoach_lint.report.tally import Tally
from tests.report.fakes import FakeReport, finding, report, span

NO_CASES = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="pmcoach lint" tests="0" failures="0" errors="0">
<testsuite name="pmcoach lint" tests="0" failures="0" errors="0" skipped="0">
</testsuite>
</testsuites>
"""


def rendered(name: str, *reports: FakeReport) -> str:
    return "".join(renderer(name)(reports, Style()))


def test_every_format_is_a_module_of_its_own() -> None:
    folder = Path(__file__).parents[2] / "pmcoach_lint" / "report"
    with_render = {path.stem for path in folder.glob("*.py") if "\ndef render(" in path.read_text(encoding="utf-8")}
    assert {module.removeprefix("pmcoach_lint.report.") for module in FORMATS.values()} == with_render
    assert list(FORMATS) == ["text", "concise", "json", "sarif", "github", "gitlab", "junit"]
    assert set(FORMATS) >= FOR_PEOPLE | WITH_STATISTICS


@pytest.mark.parametrize(
    ("name", "nothing"),
    [
        ("text", "No documents found: nothing was checked.\n"),
        ("concise", ""),
        ("json", '{"version": 1, "findings": [], "files": 0}\n'),
        ("github", "No documents found: nothing was checked.\n"),
        ("gitlab", "[]\n"),
        ("junit", NO_CASES),
    ],
)
def test_every_format_says_nothing_well(name: str, nothing: str) -> None:
    assert rendered(name) == nothing


def test_concise_is_one_line_for_each_finding() -> None:
    assert rendered(
        "concise",
        report("", finding(span(5, 14, 21)), finding(span(6, 2), message="One.\n Two.", severity=Severity.WARNING)),
        report(""),
        report("", finding(file="a\n\x1b.md", message="\x1b[0m", hint="Not told.")),
    ) == (
        'packs/pm-07.md:5:14: error PMC302 "Analize" is not a level.\n'
        "packs/pm-07.md:6:2: warning PMC302 One. Two.\n"
        "a\\x0a\\x1b.md:1:1: error PMC302 \\x1b[0m\n"
    )


def test_json_holds_all_there_is() -> None:
    everything = finding(
        span(5, 14, 3, end_line=6),
        severity=Severity.WARNING,
        message='„Größe"\n\x1b',
        hint="Do this.",
        fix=Fix("Write it", (Edit(span(5, 14, 21), "Analyze"),), safe=False),
        related=(Related("packs/b.md", span(3, 16, 28), "Here."),),
        url="https://northwind.example/rules/PMC302/",
        singles=(finding(span(5, 14, 21), message="One."), finding(span(6, 1, 3), message="Other.")),
    )
    output = rendered("json", report("", everything), report("", finding()), report(""))
    first, second = (next(fingerprints([one], one.file)) for one in (everything, finding()))
    assert output.splitlines()[0] == '{"version": 1, "findings": ['
    assert '„Größe\\"\\n\\u001b' in output
    assert json.loads(output) == {
        "version": 1,
        "files": 3,
        "findings": [
            {
                "file": "packs/pm-07.md",
                "code": "PMC302",
                "rule": "not-a-level",
                "severity": "warning",
                "message": '„Größe"\n\x1b',
                "why": None,
                "hint": "Do this.",
                "range": {"start": {"line": 5, "column": 14}, "end": {"line": 6, "column": 3}},
                "related": [
                    {
                        "file": "packs/b.md",
                        "range": {"start": {"line": 3, "column": 16}, "end": {"line": 3, "column": 28}},
                        "message": "Here.",
                    }
                ],
                "places": [
                    {
                        "range": {"start": {"line": 5, "column": 14}, "end": {"line": 5, "column": 21}},
                        "message": "One.",
                    },
                    {
                        "range": {"start": {"line": 6, "column": 1}, "end": {"line": 6, "column": 3}},
                        "message": "Other.",
                    },
                ],
                "fix": {
                    "message": "Write it",
                    "safe": False,
                    "edits": [
                        {
                            "range": {"start": {"line": 5, "column": 14}, "end": {"line": 5, "column": 21}},
                            "text": "Analyze",
                        }
                    ],
                },
                "url": "https://northwind.example/rules/PMC302/",
                "fingerprint": first,
            },
            {
                "file": "packs/pm-07.md",
                "code": "PMC302",
                "rule": "not-a-level",
                "severity": "error",
                "message": '"Analize" is not a level.',
                "why": None,
                "hint": None,
                "range": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 1}},
                "related": [],
                "places": [],
                "fix": None,
                "url": None,
                "fingerprint": second,
            },
        ],
    }


def test_json_is_utf_8_whatever_the_file_is_called() -> None:
    output = rendered("json", report("", finding(file="caf\udce9.md")))
    assert json.loads(output.encode("utf-8"))["findings"][0]["file"] == "caf\ufffd.md"


def test_json_comes_finding_by_finding() -> None:
    pieces = renderer("json")([report("", finding(), finding())], Style())
    begin = [piece[:12] for piece in pieces]
    assert begin == ['{"version": ', '\n{"file": "p', ',\n{"file": "', "\n]", ', "files": 1']


def test_statistics_count_each_rule_the_most_frequent_first() -> None:
    findings = [finding(code="PMC500", rule="b"), *[finding()] * 11, finding(code="PMC101", rule="a")]
    counting = Style(statistics=True)
    text = "".join(renderer("text")([report("", *findings)], counting))
    assert text.endswith(
        """
11  PMC302 not-a-level
 1  PMC101 a
 1  PMC500 b

1 document checked: 13 errors. Run pmcoach rule PMC500 to learn more.
"""
    )
    assert json.loads("".join(renderer("json")([report("", *findings)], counting)))["statistics"] == [
        {"code": "PMC302", "rule": "not-a-level", "count": 11},
        {"code": "PMC101", "rule": "a", "count": 1},
        {"code": "PMC500", "rule": "b", "count": 1},
    ]


def test_statistics_of_nothing_are_no_lines() -> None:
    counting = Style(statistics=True)
    assert "".join(renderer("text")([report("")], counting)) == "1 document checked, nothing to fix.\n"
    nothing = '{"version": 1, "findings": [], "statistics": [], "files": 1}\n'
    assert "".join(renderer("json")([report("")], counting)) == nothing


@pytest.mark.parametrize(
    ("file", "here", "path"),
    [
        ("packs/a.md", "/home/repo", "packs/a.md"),
        ("a.md", "/home/repo/packs", "packs/a.md"),
        ("../packs/./a.md", "/home/repo/docs", "packs/a.md"),
        ("/home/repo/packs/a.md", "/home/repo/docs", "packs/a.md"),
        ("/home/repo2/a.md", "/home/repo", "/home/repo2/a.md"),
        ("../a.md", "/home/repo", "../a.md"),
        ("/srv/a.md", "/", "/srv/a.md"),
    ],
)
def test_programs_know_a_file_by_its_path_from_the_root(file: str, here: str, path: str) -> None:
    assert from_root(file, Style(root="/home/repo", here=here)) == path


def test_without_a_root_a_file_is_known_by_the_path_that_is_shown() -> None:
    assert from_root("packs/../a.md", Style(here="/home/repo")) == "packs/../a.md"
    assert from_root("etc/a.md", Style(root="/", here="/home")) == "home/etc/a.md"


def test_the_tally_knows_what_fails() -> None:
    def tally(*severities: Severity) -> tuple[int, int, str | None, bool, bool]:
        count = Tally()
        findings = [finding(severity=severity, code=f"PMC30{number}") for number, severity in enumerate(severities)]
        assert len(list(count.counting([report("", *findings), report("")]))) == 2
        assert count.files == 2
        return count.errors, count.warnings, count.worst, count.fails(Severity.ERROR), count.fails(Severity.WARNING)

    error, warning = Severity.ERROR, Severity.WARNING
    assert tally() == (0, 0, None, False, False)
    assert tally(warning, warning) == (0, 2, "PMC300", False, True)
    assert tally(warning, error, error) == (2, 1, "PMC301", True, True)
