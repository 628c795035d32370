"""The format for GitHub Actions, read back by the rules of the program that runs them."""

from __future__ import annotations

import pytest

from pmcoach_lint.finding import Related, Severity
from pmcoach_lint.report import Style, renderer
from tests.report.fakes import FakeReport, finding, report, span
from tests.report.runner import Command, commands
from tests.report.small import rendered, small_run


def told(*reports: FakeReport, style: Style | None = None) -> list[Command]:
    return commands("".join(renderer("github")(reports, style or Style())))


def test_a_small_run_to_the_letter() -> None:
    assert (
        rendered("github", *small_run())
        == """\
::group::packs/pm-07.md: 3 errors, 1 warning
::error title=PMC205 unknown-choice,file=packs/pm-07.md,line=9,endLine=9,col=9,endColumn=14::9:9: “actve” is no \
status. Did you mean “active”?%0Ahelp: Write one of: draft, in-review, active, completed.
::error title=PMC105 duplicate-key,file=packs/pm-07.md,line=10,endLine=10,col=1,endColumn=5::10:1: The key “team” is \
given twice; the first one counts.%0Ahelp: Delete one of the two.%0Anote: packs/pm-07.md:6:1: given here first
::error title=PMC210 not-a-level,file=packs/pm-07.md,line=27,endLine=27,col=29,endColumn=36::27:29: “Analize” is not \
a Bloom level. Did you mean “Analyze”?%0Ahelp: The levels, from the lowest up, are Know, Understand, Apply, Analyze, \
Synthesize, Evaluate.
::warning title=PMC202 still-to-fill,file=packs/pm-07.md,line=71,endLine=71,col=14,endColumn=17::71:14: Cadence: \
“TBD” is still to fill in.%0Ahelp: How often coach and PM meet.
::endgroup::
2 documents checked: 3 errors, 1 warning. Run pmcoach rule PMC205 to learn more.
"""
    )


def test_each_file_with_findings_is_a_group() -> None:
    run = told(
        report("", finding(), finding(severity=Severity.WARNING)), report(""), report("", finding(), file="b.md")
    )
    assert [command.name for command in run] == ["group", "error", "warning", "endgroup", "group", "error", "endgroup"]
    assert [command.data for command in run if command.name == "group"] == [
        "packs/pm-07.md: 1 error, 1 warning",
        "b.md: 1 error",
    ]


@pytest.mark.parametrize(
    "text", ["100 % of 5:30, really", "a%0Ab", "%25", "key=value,key=value", "a::b::c", "%3A%2C", "…“→”"]
)
def test_what_has_a_meaning_in_a_command_comes_back_as_it_was(text: str) -> None:
    group, error, _ = told(report("", finding(message=text, hint=text), file=f"packs/{text}.md"))
    assert group.data == f"packs/{text}.md: 1 error"
    assert error.properties["file"] == f"packs/{text}.md"
    assert error.data == f"1:1: {text}\nhelp: {text}"


def test_a_place_on_several_lines_has_no_columns() -> None:
    """GitHub drops the columns of such a place, and says so in the log."""
    _, error, _ = told(report("", finding(span(5, 14, 3, end_line=6))))
    assert error.properties == {
        "title": "PMC302 not-a-level",
        "file": "packs/pm-07.md",
        "line": "5",
        "endLine": "6",
    }


def test_a_related_place_may_be_in_another_file() -> None:
    related = (Related("packs/clients/northwind/event-log.md", span(3, 16, 28), "logged\nhere"),)
    _, error, _ = told(report("", finding(related=related)))
    assert error.data.split("\n")[1:] == ["note: packs/clients/northwind/event-log.md:3:16: logged", "here"]


def test_files_are_named_from_the_root_of_the_repository() -> None:
    style = Style(root="/home/repo", here="/home/repo/coaching")
    group, error, _ = told(report("", finding(file="packs/a.md"), file="packs/a.md"), style=style)
    assert (group.data, error.properties["file"]) == ("coaching/packs/a.md: 1 error", "coaching/packs/a.md")


def test_commands_come_as_the_files_are_checked() -> None:
    pieces = renderer("github")(iter([report("", finding()), report("", finding())]), Style())
    assert [next(pieces)[:9] for _ in range(3)] == ["::group::", "::error t", "::endgrou"]
