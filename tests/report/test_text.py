"""The text for people: every line of it, to the column."""

from __future__ import annotations

from pmcoach_lint.finding import Edit, Fix, Related, Severity
from pmcoach_lint.report import Style, renderer
from tests.report.fakes import FakeReport, finding, report, span

TABLE = "# Pack\n\n| Competency | Target level |\n|---|---|\n| Strategy | Analize |\n"


def rendered(*reports: FakeReport, width: int = 100, colour: bool = False) -> str:
    return "".join(renderer("text")(reports, Style(width, colour)))


def told(text: str, *findings: object, width: int = 100) -> str:
    """What is said before the summary."""
    output = rendered(report(text, *findings), width=width)  # type: ignore[arg-type]
    return output[: output.rindex("\n\n") + 1]


def test_a_finding_shows_its_line_with_carets_and_what_to_do() -> None:
    assert (
        rendered(report(TABLE, finding(span(5, 14, 21), hint='Write "Analyze".')))
        == """\
packs/pm-07.md:5:14: error PMC302 not-a-level
  "Analize" is not a level.
    |
  5 | | Strategy | Analize |
    |              ^^^^^^^
  help: Write "Analyze".

1 document checked: 1 error. Run pmcoach rule PMC302 to learn more.
"""
    )


def test_all_that_a_finding_may_carry_is_told() -> None:
    everything = finding(
        span(5, 14, 21),
        severity=Severity.WARNING,
        message="The first line.\nThe second line.",
        hint="Do this.\nThen that.",
        fix=Fix("Not told beside a hint", (), safe=True),
        related=(
            Related("packs/pm-07.md", span(3, 16, 28), "Its column is here."),
            Related("packs/b\n.md", span(1, 1), "And\nthere."),
        ),
        url="https://northwind.example/rules/PMC302/",
    )
    assert (
        told(TABLE, everything)
        == """\
packs/pm-07.md:5:14: warning PMC302 not-a-level
  The first line.
  The second line.
    |
  5 | | Strategy | Analize |
    |              ^^^^^^^
  help: Do this.
        Then that.
  note: packs/pm-07.md:3:16: Its column is here.
  note: packs/b\\x0a.md:1:1: And
        there.
"""
    )


def test_a_fix_without_a_hint_is_the_help() -> None:
    fix = Fix('Write "Analyze"', (Edit(span(5, 14, 21), "Analyze"),), safe=True)
    assert told(TABLE, finding(span(5, 14, 21), fix=fix)).splitlines()[-1] == '  help: Write "Analyze"'


def test_a_file_without_text_has_no_excerpt() -> None:
    assert (
        told("", finding(message="This file does not exist."))
        == """\
packs/pm-07.md:1:1: error PMC302 not-a-level
  This file does not exist.
"""
    )


def test_a_place_of_several_lines_shows_the_first_to_its_end() -> None:
    assert (
        told("a\n  - one two  \r\n  - three\n", finding(span(2, 5, 4, end_line=3)))
        == """\
packs/pm-07.md:2:5: error PMC302 not-a-level
  "Analize" is not a level.
    |
  2 |   - one two
    |     ^^^^^^^
"""
    )


def test_a_place_between_characters_has_one_caret() -> None:
    lines = told("ab\n", finding(span(1, 2)), finding(span(1, 3)), finding(span(2, 1))).splitlines()
    assert [line for line in lines if "^" in line] == ["    |  ^", "    |   ^", "    | ^"]


def test_a_place_beyond_the_text_is_brought_back_to_it() -> None:
    lines = told("ab\ncd", finding(span(2, 9, 12)), finding(span(1, 2, 99)), finding(span(7, 1))).splitlines()
    assert [line for line in lines if "|" in line] == [
        "    |",
        "  2 | cd",
        "    |   ^",
        "    |",
        "  1 | ab",
        "    |  ^",
    ]


def test_the_gutter_is_as_wide_as_the_number() -> None:
    assert (
        told("\n" * 1233 + "x\n", finding(span(1234, 1, 2)))
        == """\
packs/pm-07.md:1234:1: error PMC302 not-a-level
  "Analize" is not a level.
       |
  1234 | x
       | ^
"""
    )


def test_lines_end_where_the_reader_ends_them() -> None:
    lines = told("a\rb\x0bc\u2028d\r\ne\n", finding(span(2, 3, 4)), finding(span(3, 1, 2))).splitlines()
    assert [line for line in lines if "|" in line] == [
        "    |",
        "  2 | b\\x0bc\\u2028d",
        "    |      ^",
        "    |",
        "  3 | e",
        "    | ^",
    ]


def test_nothing_of_a_pack_acts_on_the_terminal() -> None:
    nasty = finding(
        span(1, 4, 5),
        file="packs/\x1b[31m\udce9.md",
        message="\x1b]0;title\x07 is \u202enot\u200b a level\r.",
        hint="\x9b2J",
    )
    assert (
        rendered(report("a\x1b[2Jb", nasty))
        == """\
packs/\\x1b[31m\\xe9.md:1:4: error PMC302 not-a-level
  \\x1b]0;title\\x07 is \\u202enot\\u200b a level\\x0d.
    |
  1 | a\\x1b[2Jb
    |       ^
  help: \\x9b2J

1 document checked: 1 error. Run pmcoach rule PMC302 to learn more.
"""
    )


def test_a_long_line_is_cut_around_the_carets() -> None:
    row = "| " + "before " * 30 + "| Analize | " + "after " * 30 + "|"
    column = row.index("Analize") + 1
    assert (
        told(row, finding(span(1, column, column + 7)), width=60)
        == f"""\
packs/pm-07.md:1:{column}: error PMC302 not-a-level
  "Analize" is not a level.
    |
  1 | …before before before | Analize | after after after a…
    |                         ^^^^^^^
"""
    )


def test_a_long_place_is_cut_at_the_end_of_the_line() -> None:
    row = "| " + "word " * 40 + "|"
    assert (
        told(row, finding(span(1, 3, 203)), width=40)
        == """\
packs/pm-07.md:1:3: error PMC302 not-a-level
  "Analize" is not a level.
    |
  1 | | word word word word word word …
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""
    )


def test_a_narrow_terminal_still_shows_the_place() -> None:
    assert (
        told("x" * 50, finding(span(1, 26, 28)), width=1)
        == """\
packs/pm-07.md:1:26: error PMC302 not-a-level
  "Analize" is not a level.
    |
  1 | …xxxxxxxxxxxxxxxxxx…
    |          ^^
"""
    )


def test_the_summary_says_what_was_found_and_what_to_do() -> None:
    error, warning = finding(), finding(code="PMC301", severity=Severity.WARNING)
    clean = report("x")
    assert rendered() == "No documents found: nothing was checked.\n"
    assert rendered(clean) == "1 document checked, nothing to fix.\n"
    assert rendered(*[clean] * 1200) == "1,200 documents checked, nothing to fix.\n"

    def summary(*reports: FakeReport) -> str:
        return rendered(*reports).splitlines()[-1]

    assert summary(clean, report("", warning)) == (
        "2 documents checked: 1 warning. Run pmcoach rule PMC301 to learn more."
    )
    assert summary(report("", warning, error), report("", error), clean) == (
        "3 documents checked: 2 errors, 1 warning. Run pmcoach rule PMC302 to learn more."
    )


def test_the_last_line_says_what_the_tool_can_do_itself() -> None:
    safe = finding(fix=Fix("Write the other", (), safe=True))
    guess = finding(fix=Fix("Write the other", (), safe=False))

    def last(*reports: FakeReport) -> str:
        return rendered(*reports).splitlines()[-1]

    assert last(report("", safe)) == "pmcoach lint --fix puts it right."
    assert last(report("", safe, finding())) == "pmcoach lint --fix puts 1 of them right."
    assert last(report("", guess)) == "pmcoach lint --fix --unsafe-fixes takes a guess at it."
    assert last(report("", guess), report("", guess)) == (
        "pmcoach lint --fix --unsafe-fixes takes a guess at 2 of them."
    )
    assert last(report("", safe, guess, safe)) == (
        "pmcoach lint --fix puts 2 of them right; with --unsafe-fixes it takes a guess at 1 more."
    )


def test_colours_are_only_added() -> None:
    reports = [
        report(
            TABLE,
            finding(span(5, 14, 21), hint="Do this.", related=(Related("a.md", span(1, 1), "Here."),)),
            finding(span(1, 1), severity=Severity.WARNING),
        ),
    ]
    coloured = rendered(*reports, colour=True)
    assert (
        coloured
        == """\
\x1b[1mpacks/pm-07.md:5:14\x1b[0m: \x1b[1;31merror\x1b[0m \x1b[1mPMC302\x1b[0m not-a-level
  "Analize" is not a level.
    \x1b[2m|\x1b[0m
  \x1b[2m5\x1b[0m \x1b[2m|\x1b[0m | Strategy | Analize |
    \x1b[2m|\x1b[0m              \x1b[1;31m^^^^^^^\x1b[0m
  \x1b[1;36mhelp:\x1b[0m Do this.
  \x1b[1;34mnote:\x1b[0m a.md:1:1: Here.

\x1b[1mpacks/pm-07.md:1:1\x1b[0m: \x1b[1;33mwarning\x1b[0m \x1b[1mPMC302\x1b[0m not-a-level
  "Analize" is not a level.
    \x1b[2m|\x1b[0m
  \x1b[2m1\x1b[0m \x1b[2m|\x1b[0m # Pack
    \x1b[2m|\x1b[0m \x1b[1;33m^\x1b[0m

1 document checked: \x1b[1;31m1 error\x1b[0m, \x1b[1;33m1 warning\x1b[0m. Run pmcoach rule PMC302 to learn more.
"""
    )
    for sign in ("1", "2", "1;31", "1;33", "1;34", "1;36", "0"):
        coloured = coloured.replace(f"\x1b[{sign}m", "")
    assert coloured == rendered(*reports)
    assert rendered(report(""), colour=True) == "1 document checked, \x1b[1;32mnothing to fix\x1b[0m.\n"


def test_findings_are_told_as_they_come() -> None:
    taken = []

    def reports() -> object:
        for number in (1, 2):
            taken.append(number)
            yield report("x", finding(span(1, 1)))

    pieces = renderer("text")(reports(), Style())  # type: ignore[arg-type]
    next(pieces)
    assert taken == [1]


def test_why_it_matters_is_told_with_the_first_of_its_kind() -> None:
    reason = "The distance between the levels is what the whole pack is about. " * 2
    first = finding(why=reason.strip(), hint="Write a level.")
    text = told(TABLE, first, first, width=60)
    assert text.count("why:") == 1
    assert (
        """
  why: The distance between the levels is what the whole
       pack is about. The distance between the levels is
       what the whole pack is about.
  help: Write a level.
"""
        in text
    )
