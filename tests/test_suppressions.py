"""Comments that let findings pass: where they hold, what they need, and what is told about them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.engine import Linter, lint_bytes
from pmcoach_lint.settings import Settings
from pmcoach_lint.suppressions import read_suppressions
from tests.effort import bounded
from tests.packs import WHOLE

WATCHED = {"PMC209", "PMC210", "PMC020", "PMC021", "PMC022"}
HEAD = "---\ntype: coaching-pack\nstatus: draft\n---\n\n## 2) Current Assessment\n\n"
TABLE = """\
| Competency | Current level | Target level | Evidence |
|---|---|---|---|
| Framing | Applay | Analyze | Brief of 3 March{first} |
| Strategy | Analyze | Creatin | Memo of 9 March{second} |
"""
PLAIN = TABLE.format(first="", second="")
IGNORE = "<!-- pmcoach: ignore PMC210 -- as agreed -->"


def told(text: str, settings: Settings | None = None) -> list[tuple[str, int, str]]:
    """What is told of levels, dates and comments: code, line, message."""
    linter = Linter(settings or Settings(root=Path()))
    report = linter.lint(Path("pack.md"), read_document(text.encode(), "pack.md"))
    return [
        (finding.code, finding.range.start.line, finding.message)
        for finding in report.findings
        if finding.code in WATCHED
    ]


def codes(text: str) -> list[tuple[str, int]]:
    return [(code, line) for code, line, _ in told(text)]


def test_without_a_comment_both_are_told() -> None:
    assert codes(HEAD + PLAIN) == [("PMC210", 10), ("PMC210", 11)]


class TestWhereItHolds:
    def test_in_a_row_for_that_row(self) -> None:
        assert codes(HEAD + TABLE.format(first=f" {IGNORE}", second="")) == [("PMC210", 11)]
        assert codes(HEAD + TABLE.format(first="", second=f" {IGNORE}")) == [("PMC210", 10)]

    @pytest.mark.parametrize("end", ["", " |"])
    def test_behind_the_last_bar_of_a_row_it_is_no_cell(self, end: str) -> None:
        rows = PLAIN.replace("Brief of 3 March |", f"Brief of 3 March | {IGNORE}{end}")
        assert codes(HEAD + rows) == [("PMC210", 11)]
        report = lint_bytes((HEAD + rows).encode(), "a.md", Settings(root=Path()))
        assert "PMC502" not in [each.code for each in report.findings]

    def test_a_cell_with_words_behind_the_last_bar_is_one_too_many(self) -> None:
        for extra in ("as agreed", f"as agreed {IGNORE}", f"{IGNORE} as agreed"):
            rows = PLAIN.replace("Brief of 3 March |", f"Brief of 3 March | {extra} |")
            report = lint_bytes((HEAD + rows).encode(), "a.md", Settings(root=Path()))
            assert "PMC502" in [each.code for each in report.findings]

    @pytest.mark.parametrize("between", ["\n", "\n\n", "\n<!-- another -->\n\n"])
    def test_on_a_line_of_its_own_for_the_next_block(self, between: str) -> None:
        assert codes(f"{HEAD}{IGNORE}{between}{PLAIN}") == []

    def test_not_for_the_block_before(self) -> None:
        lines = len(f"{HEAD}{PLAIN}\n".splitlines()) + 1
        assert codes(f"{HEAD}{PLAIN}\n{IGNORE}\n") == [("PMC210", 10), ("PMC210", 11), ("PMC020", lines)]

    def test_not_for_the_block_after_the_next(self) -> None:
        text = f"{HEAD}{IGNORE}\n\nA paragraph.\n\n{PLAIN}"
        assert codes(text) == [("PMC020", 8), ("PMC210", 14), ("PMC210", 15)]

    def test_for_a_whole_list(self) -> None:
        items = "- 2026-13-40: no options\n- 2026-14-40: one option\n"
        assert [code for code, _ in codes(f"{HEAD}### Evidence log\n\n{items}")] == ["PMC209", "PMC209"]
        comment = IGNORE.replace("PMC210", "PMC209")
        assert codes(f"{HEAD}### Evidence log\n\n{comment}\n\n{items}") == []

    def test_for_the_whole_file_from_anywhere(self) -> None:
        comment = IGNORE.replace("ignore", "ignore-file")
        assert codes(f"{HEAD}{PLAIN}\n{comment}\n") == []
        assert codes(f"{HEAD}{comment}\n\n{PLAIN}") == []

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_in_front_matter_for_its_line_or_the_next(self, end: str) -> None:
        text = "---\ntype: coaching-pack\n{before}start: 2026-13-40{behind}\n---\n".replace("\n", end)
        assert codes(text.format(before="", behind="")) == [("PMC209", 3)]
        assert codes(text.format(before="", behind="  # pmcoach: ignore impossible-date -- not fixed")) == []
        assert codes(text.format(before=f"# pmcoach: ignore PMC209 -- not fixed{end}", behind="")) == []

    @pytest.mark.parametrize("name", ["PMC210", "PMC2", "PMC", "not-a-level", "PMC209, PMC210", "PMC209 not-a-level"])
    def test_by_code_family_or_name(self, name: str) -> None:
        text = HEAD + TABLE.format(first=f" {IGNORE.replace('PMC210', name)}", second="")
        assert ("PMC210", 10) not in codes(text)
        assert ("PMC210", 11) in codes(text)

    @pytest.mark.parametrize("names", ["PMC210", "not-a-level", "PMC209 not-a-level", "PMC209, PMC210"])
    @pytest.mark.parametrize(
        "reason",
        [
            " -- as agreed",
            "--as agreed",
            " — as agreed",
            "—as agreed",
            " – as agreed\non 3 March",
            " - as agreed - on 3 March",
            " -as agreed",
            "- as agreed",
            ": as agreed",
            " --- as agreed",
            " - sign-off by lead-02",
        ],
    )
    def test_the_reason_stands_behind_a_dash(self, names: str, reason: str) -> None:
        found = codes(f"{HEAD}<!-- pmcoach: ignore {names}{reason} -->\n\n{PLAIN}")
        assert found == ([("PMC020", 8)] if "PMC209" in names else [])

    @pytest.mark.parametrize("words", ["PMC210", "PMC210 -", "PMC210 --", "not-a-level,", "PMC210 -- "])
    def test_a_dash_alone_is_no_reason(self, words: str) -> None:
        assert codes(f"{HEAD}<!-- pmcoach: ignore {words} -->\n\n{PLAIN}")[0] == ("PMC021", 8)

    @pytest.mark.parametrize("around", ["```\n{}\n```\n\n", "Write `{}` to let it pass.\n\n", "    {}\n\n"])
    def test_shown_as_code_it_is_text(self, around: str) -> None:
        found = codes(HEAD + around.format(IGNORE) + PLAIN)
        assert [code for code, _ in found] == ["PMC210", "PMC210"]

    @pytest.mark.parametrize("end", ["\r\n", "\r"])
    def test_other_line_ends(self, end: str) -> None:
        text = HEAD + TABLE.format(first=f" {IGNORE}", second="")
        assert codes(text.replace("\n", end)) == [("PMC210", 11)]


GAPS = """\
## 5) Coaching Cadence + Session Toolkit

| Week | Artifact | Reviewer |
|---|---|---|
| 2 | TBD | TBD |
| 4 | TBD | TBD |
| 6 | TBD | TBD{third} |
| 8 | TBD | lead-02 |
"""


class TestOfWhatIsToldTogether:
    """A comment takes what it holds for out of a finding that stands for several places."""

    PACK = f"---\ntype: coaching-pack\npm: pm-07\n---\n\n{GAPS}"
    COMMENT = " <!-- pmcoach: ignore PMC202 -- chosen in week 1 -->"

    @staticmethod
    def found(text: str, code: str) -> list[tuple[str, int, str]]:
        report = lint_bytes(text.encode(), "pack.md", Settings(root=Path(), as_of=date(2026, 11, 20)))
        return [
            (each.code, each.range.start.line, each.message)
            for each in report.findings
            if each.code in {code, "PMC020"}
        ]

    def test_its_line(self) -> None:
        message = "7 places are still to fill in (lines 10, 11, 12, 13)."
        assert self.found(self.PACK.format(third=""), "PMC202") == [("PMC202", 10, message)]
        message = "5 places are still to fill in"
        found = self.found(self.PACK.format(third=self.COMMENT), "PMC202")
        assert [line for _, line, _ in found] == [10, 10, 11, 11, 13]
        assert {code for code, _, _ in found} == {"PMC202"}

    def test_the_rest_is_told_together_as_long_as_it_is_much(self) -> None:
        text = self.PACK.format(third=self.COMMENT) + "| 9 | TBD | TBD |\n"
        message = "7 places are still to fill in (lines 10, 11, 13, 14)."
        assert self.found(text, "PMC202") == [("PMC202", 10, message)]

    def test_all_of_it(self) -> None:
        text = self.PACK.format(third="").replace("| Week", f"{self.COMMENT.strip()}\n\n| Week")
        assert self.found(text, "PMC202") == []

    def test_where_nothing_is_to_fill_it_is_told(self) -> None:
        text = self.PACK.format(third="").replace("lead-02 |", f"lead-02 |\n| 9 | Memo | lead-02{self.COMMENT} |")
        assert [code for code, _, _ in self.found(text, "PMC202")] == ["PMC202", "PMC020"]

    def test_a_form_of_ones_own(self) -> None:
        rows = "".join(f"| C{row} | {level} | Apply | Memo{{}} |\n" for row, level in enumerate(("Gold", *["Tin"] * 3)))
        text = f"{HEAD}| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n{rows}"
        comment = " <!-- pmcoach: ignore PMC216 -- our own ladder -->"
        (one,) = self.found(text.format("", "", "", ""), "PMC216")
        assert one[:2] == ("PMC216", 10)
        assert one[2].endswith("It is the same with 3 more under “Levels”.")
        (one,) = self.found(text.format(comment, "", "", ""), "PMC216")
        assert one[:2] == ("PMC216", 11)
        assert "“Tin”" in one[2]
        assert one[2].endswith("It is the same with 2 more under “Levels”.")
        two = self.found(text.format(comment, "", comment, ""), "PMC216")
        assert [line for _, line, _ in two] == [11, 13]
        assert not any("It is the same" in message for _, _, message in two)


class TestWhatIsTold:
    def test_without_a_reason_it_lets_nothing_pass(self) -> None:
        comment = "<!-- pmcoach: ignore PMC210 -->"
        found = told(HEAD + TABLE.format(first=f" {comment}", second=""))
        assert found[1] == ("PMC021", 10, "This comment does not say why, so it lets nothing pass.")
        assert [code for code, _, _ in found] == ["PMC210", "PMC021", "PMC210"]

    def test_what_lets_nothing_pass_is_told_by_rule(self) -> None:
        comment = "<!-- pmcoach: ignore PMC210, PMC209 -- as agreed -->"
        found = told(HEAD + TABLE.format(first=f" {comment}", second=""))
        message = "Nothing here offends against PMC209, so there is nothing to ignore."
        assert found == [("PMC020", 10, message), ("PMC210", 11, found[1][2])]

    def test_a_rule_that_is_not_asked_may_be_named(self) -> None:
        comment = "<!-- pmcoach: ignore PMC209 -- as agreed -->"
        assert told(f"{HEAD}{comment}\n\n{PLAIN}", Settings(root=Path(), select=("PMC020",))) == []

    def test_a_rule_that_there_is_not(self) -> None:
        found = told(f"{HEAD}<!-- pmcoach: ignore PMC7777 -- as agreed -->\n")
        assert found == [("PMC022", 8, "There is no rule “PMC7777”.")]

    @pytest.mark.parametrize("words", ["skip", "ignore", "ignore -- as agreed", "", "ignore-next PMC210 -- x"])
    def test_what_cannot_be_read(self, words: str) -> None:
        found = told(f"{HEAD}<!-- pmcoach: {words} -->\n")
        assert found == [("PMC022", 8, "This comment to pmcoach cannot be read.")]

    @pytest.mark.parametrize(
        "comment",
        [
            "<!-- pmcoach ignore PMC210 -- as agreed -->",
            "<!-- PMCoach: ignore-file PMC2 -- all of it -->",
            "<!-- PMCOACH: IGNORE PMC210 -- as agreed -->",
            "<!-- pmcoach-lint: ignore PMC210 -- as agreed -->",
            "<!--pmcoach  ignore-file PMC210-->",
            "<!-- Pmcoach\nignore PMC210 -- as agreed -->",
        ],
    )
    def test_what_is_nearly_a_comment_to_the_tool(self, comment: str) -> None:
        found = told(f"{HEAD}{comment}\n")
        assert found == [("PMC022", 8, "This comment to pmcoach cannot be read.")]

    @pytest.mark.parametrize(
        "line",
        ["# pmcoach ignore PMC209 -- x", "# PMCoach: ignore PMC209 -- x", "# <!-- pmcoach: ignore PMC209 -- x -->"],
    )
    def test_in_front_matter_as_well(self, line: str) -> None:
        report = lint_bytes(HEAD.replace("status:", f"{line}\nstatus:").encode(), "a.md", Settings(root=Path()))
        (found,) = [each for each in report.findings if each.code in WATCHED]
        assert (found.code, found.range.start.line, found.range.end.column) == ("PMC022", 3, len(line) + 1)
        assert found.hint == "Write # pmcoach: ignore PMC401 -- the reason."

    def test_above_a_heading_it_holds_for_that_line_alone(self) -> None:
        text = f"{HEAD}{IGNORE}\n\n### Levels\n\n{PLAIN}"
        report = lint_bytes(text.encode(), "a.md", Settings(root=Path()))
        (found,) = [each for each in report.findings if each.code == "PMC020"]
        assert found.hint
        assert found.hint.startswith("It holds for the line of the heading alone: put it below that")
        below = lint_bytes(f"{HEAD}### Levels\n\n{IGNORE}\n\n{PLAIN}".encode(), "a.md", Settings(root=Path()))
        assert not [each for each in below.findings if each.code in WATCHED]
        beside = lint_bytes(f"{HEAD}{IGNORE}\n\nA line.\n\n{PLAIN}".encode(), "a.md", Settings(root=Path()))
        (other,) = [each for each in beside.findings if each.code == "PMC020"]
        assert other.hint == "Delete the comment."

    def test_what_is_told_of_comments_cannot_be_let_pass(self) -> None:
        comment = "<!-- pmcoach: ignore-file PMC02 -- all of it -->"
        assert ("PMC020", 8) in codes(f"{HEAD}{comment}\n\n<!-- pmcoach: ignore PMC209 -- x -->\n")


def test_other_comments_are_none_of_ours() -> None:
    others = "<!-- pmcoach should ignore PMC210 -->\n<!-- ignore PMC210 -->"
    assert codes(f"{HEAD}{others}\n\n{PLAIN}") == [
        ("PMC210", 13),
        ("PMC210", 14),
    ]
    for words in (
        "`<!-- pmcoach ignore PMC210 -- x -->`",
        "Ask pmcoach: ignore nothing",
        "<!-- pmcoaching ignored -->",
    ):
        assert codes(f"{HEAD}{words}\n") == []
    assert codes(f"{HEAD}```text\n<!-- PMCoach: ignore PMC210 -- x -->\n```\n") == []


@pytest.mark.parametrize("comment", ["<!-- pmcoach: ignore PMC202", "<!-- pmcoach ignore PMC202"])
def test_comments_that_are_never_closed_are_gone_over_once(comment: str) -> None:
    document = read_document((WHOLE + f"\n- a {comment}\n" * 20_000).encode(), "pm-07.md")
    with bounded(10):  # to look for the end of each is to go over all of the text each time
        assert list(read_suppressions(document)) == []
    assert document.offences == {}
