"""From a document to its findings: one mistake is one finding, at its exact place, in the author's words."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Severity
from pmcoach_lint.settings import Settings, load_settings
from tests.effort import calls
from tests.linting import lint, told
from tests.packs import ACTIVE, EXAMPLES, WHOLE, replaced


def at(text: str, words: str, *, nth: int = 0) -> str:
    """The range of the nth place of `words` in `text`, counted independently of the code under test."""
    offset = [match.start() for match in re.finditer(re.escape(words), text)][nth]
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return f"{line}:{column}-{line}:{column + len(words)}"


def parts_of(text: str) -> list[str]:
    return re.split(r"(?m)^(?=## )", text)


class TestWholePacks:
    def test_the_smallest_whole_pack_has_no_finding(self, settings: Settings) -> None:
        assert lint(WHOLE, settings) == []

    @pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
    def test_the_examples_have_no_error(self, path: Path, settings: Settings) -> None:
        report = lint_bytes(path.read_bytes(), path.name, settings)
        allowed = {"PMC202"} if "status: draft" in report.text else set()
        assert {finding.code for finding in report.findings} == allowed
        assert all(finding.severity is Severity.WARNING for finding in report.findings)

    @pytest.mark.parametrize("change", [str, lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text])
    def test_line_ends_and_byte_order_marks_change_nothing(self, change: object, settings: Settings) -> None:
        assert callable(change)
        assert lint(change(WHOLE), settings) == []


LENGTH = (
    "How long the cycle is, without breaks. Less than 4 weeks is too short for a habit to show, more than 12 too long "
    "without a review: what takes longer is two cycles."
)


class TestOneMistakeIsOneFinding:
    def test_a_misspelt_target_level(self, settings: Settings) -> None:
        text = replaced(WHOLE, "| Apply | Analyze |", "| Apply | Analize |")
        assert lint(text, settings) == [
            ("PMC210", "error", at(text, "Analize"), "“Analize” is not a Bloom level. Did you mean “Analyze”?")
        ]

    def test_a_misspelt_level_in_any_cell_of_an_example(self, settings: Settings) -> None:
        text = ACTIVE.read_text(encoding="utf-8")
        rows = list(re.finditer(r"\| (?:Apply|Understand) \| (Analyze|Apply) \|", text))
        assert len(rows) > 3
        for row in rows:
            start, end = row.span(1)
            broken = text[:start] + "Analize" + text[end:]
            found = lint(broken, settings)
            line = text.count("\n", 0, start) + 1
            column = start - text.rfind("\n", 0, start)
            place = f"{line}:{column}-{line}:{column + 7}"
            assert found == [("PMC210", "error", place, "“Analize” is not a Bloom level. Did you mean “Analyze”?")]

    @pytest.mark.parametrize("path", [path for path in EXAMPLES if "status: draft" not in path.read_text("utf-8")])
    def test_part_4_before_part_3(self, path: Path, settings: Settings) -> None:
        parts = parts_of(path.read_text(encoding="utf-8"))
        document = read_document("".join(parts).encode(), path.name)
        heading = document.text[slice(*document.keys["plan",])]
        fourth = next(index for index, part in enumerate(parts) if part.startswith(f"## {heading}\n"))
        parts[fourth - 1], parts[fourth] = parts[fourth], parts[fourth - 1]
        text = "".join(parts)
        line = text[: text.index(f"## {heading}\n")].count("\n") + 1
        message = "Part 4, “Development Plan”, stands in the wrong place."
        assert lint(text, settings) == [("PMC304", "error", f"{line}:4-{line}:{4 + len(heading)}", message)]

    def test_a_deleted_measurement(self, settings: Settings) -> None:
        text = replaced(WHOLE, "#### Measurement\n\n- Briefs without rework\n\n", "")
        message = "The plan for bet “Frame first” has no “Measurement”."
        assert lint(text, settings) == [("PMC201", "error", at(text, "Bet 1: Frame first"), message)]

    def test_an_emptied_measurement(self, settings: Settings) -> None:
        text = replaced(WHOLE, "- Briefs without rework\n", "")
        message = "“Measurement” is empty for the plan for bet “Frame first”."
        line = text[: text.index("#### Measurement")].count("\n") + 1
        assert lint(text, settings) == [("PMC202", "error", f"{line}:17-{line}:17", message)]

    @pytest.mark.parametrize("old", ["start: 2026-10-05", "| 4 | 2026-10-30 |", "| 2026-10-09 | 1 |"])
    def test_an_impossible_date(self, old: str, settings: Settings) -> None:
        text = replaced(WHOLE, old, re.sub(r"2026-\d\d-\d\d", "2026-13-40", old))
        message = "“2026-13-40” is no date: there is no month 13."
        assert lint(text, settings) == [("PMC209", "error", at(text, "2026-13-40"), message)]

    def test_a_missing_part_points_to_where_it_belongs(self, settings: Settings) -> None:
        parts = parts_of(WHOLE)
        text = "".join(part for part in parts if not part.startswith("## 4)"))
        place = at(text, "5) Coaching Cadence + Session Toolkit")
        assert lint(text, settings) == [("PMC301", "error", place, "Part 4, “Development Plan”, is missing.")]

    def test_a_missing_last_part_points_to_the_last_line(self, settings: Settings) -> None:
        text = WHOLE[: WHOLE.index("## 7)")]
        message = "Part 7, “Risks / Open questions / Next steps”, is missing."
        last = text.rstrip().splitlines()[-1]
        assert lint(text, settings) == [("PMC301", "error", at(text, last), message)]

    @pytest.mark.parametrize(
        ("said", "hint", "edits"),
        [
            ("about 8", "Write the number alone: 8.", ["8"]),
            ("6-8", None, None),
            ("7.5", None, None),
            ("eight", None, None),
        ],
    )
    def test_a_number_with_words_is_told_to_stand_alone(
        self, settings: Settings, said: str, hint: str | None, edits: list[str] | None
    ) -> None:
        text = replaced(WHOLE, "weeks: 8", f"weeks: {said}")
        (found,) = (each for each in lint_bytes(text.encode(), "pack.md", settings).findings if each.code == "PMC206")
        assert found.message == f"Weeks must be a whole number, not “{said}”."
        assert found.hint == (hint or f"Write it in figures. {LENGTH}")
        assert (found.fix and [edit.text for edit in found.fix.edits]) == edits

    def test_missing_parts_that_belong_at_one_place_are_told_together(self, settings: Settings) -> None:
        text = WHOLE[: WHOLE.index("## 6)")]
        report = lint_bytes(text.encode(), "pack.md", settings)
        titles = "“Follow-up Tracker + Review Plan” and “Risks / Open questions / Next steps”"
        place = at(text, text.rstrip().splitlines()[-1])
        assert told(report.findings) == [("PMC301", "error", place, f"Parts 6 and 7, {titles}, are missing.")]
        assert report.findings[0].hint == (
            "They belong at the end, as “## 6) Follow-up Tracker + Review Plan” and "
            "“## 7) Risks / Open questions / Next steps”."
        )

    def test_headings_that_are_plain_text_are_pointed_at(self, settings: Settings) -> None:
        text = replaced(
            re.sub(r"(?m)^## (?=[3-6])", "", WHOLE), "## 7) Risks / Open questions / Next steps", "7. Risks"
        )
        report = lint_bytes(text.encode(), "pack.md", settings)
        lines = [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"\d[).] ", line)]
        assert len(lines) == 5
        on = ", ".join(map(str, lines))
        (found,) = (each for each in report.findings if each.code == "PMC301")
        assert found.message == f"5 headings are plain text here (lines {on}), so that their parts are missing."
        assert (found.range.start.line, found.range.start.column) == (lines[0], 1)
        assert found.hint == "Write “## ” in front of each of them: “## 3) Shared Vision”."

    def test_a_heading_that_is_plain_text_is_told_beside_a_part_that_is_missing(self, settings: Settings) -> None:
        text = replaced(WHOLE[: WHOLE.index("## 7)")], "## 2) Current Assessment", "Current assessment")
        messages = [each[3] for each in lint(text, settings) if each[0] == "PMC301"]
        assert messages == [
            "“Current assessment” is no heading, so that the part is missing.",
            "Part 7, “Risks / Open questions / Next steps”, is missing.",
        ]

    def test_a_misspelt_heading_is_pointed_at(self, settings: Settings) -> None:
        text = replaced(WHOLE, "## 3) Shared Vision", "## Shared Visoin")
        report = lint_bytes(text.encode(), "pack.md", settings)
        place = at(text, "Shared Visoin")
        assert told(report.findings) == [("PMC301", "error", place, "Part 3, “Shared Vision”, is missing.")]
        assert report.findings[0].hint == "Is it “Shared Visoin”? Then call it “Shared Vision (1–3 growth bets)”."

    def test_a_misspelt_heading_that_its_other_words_tell_is_read(self, settings: Settings) -> None:
        assert lint(replaced(WHOLE, "## 4) Development Plan", "## Developement Plan"), settings) == []

    @pytest.mark.parametrize("heading", ["4. The weeks ahead", "4) How pm-07 grows", "Part 4: The weeks ahead", "4)"])
    def test_a_heading_with_the_number_of_a_part_is_that_part(self, settings: Settings, heading: str) -> None:
        assert lint(replaced(WHOLE, "## 4) Development Plan", f"## {heading}"), settings) == []

    @pytest.mark.parametrize(
        "above",
        [
            "# Development plan for pm-07",
            "# Growing together\n\n> A non-HR coaching document.",
            "# pm-07\n\n## Context\n\n**Boundary:** Coaching, not performance management",
        ],
    )
    def test_a_plan_not_meant_to_stand_alone_lacks_the_other_parts(self, settings: Settings, above: str) -> None:
        plan = "## 4) Development Plan\n\n### Bet 1: Frame first\n\n**Weekly reps:** Write one brief (45 min)\n"
        text = f"---\ntype: coaching-pack\n---\n\n{above}\n\n{plan}"
        found = [place for code, _, place, _ in lint(text, settings) if code == "PMC301"]
        last = at(text, "**Weekly reps:** Write one brief (45 min)")
        assert found == [at(text, "4) Development Plan"), last]

    def test_a_number_further_down_is_no_part(self, settings: Settings) -> None:
        without = "".join(part for part in parts_of(WHOLE) if not part.startswith("## 4)"))
        text = f"{without}\n## Notes\n\n### 4) The weeks ahead\n\n- Ask the analyst\n"
        place = at(text, "5) Coaching Cadence + Session Toolkit")
        assert lint(text, settings) == [("PMC301", "error", place, "Part 4, “Development Plan”, is missing.")]

    def test_an_empty_part(self, settings: Settings) -> None:
        parts = parts_of(WHOLE)
        text = "".join(f"{part.splitlines()[0]}\n\n" if part.startswith("## 5)") else part for part in parts)
        place = at(text, "5) Coaching Cadence + Session Toolkit")
        message = "Part 5, “Coaching Cadence + Session Toolkit”, is empty."
        assert lint(text, settings) == [("PMC302", "error", place, message)]

    def test_a_repeated_part_names_the_first(self, settings: Settings) -> None:
        text = WHOLE + "\n## 6) Follow-up Tracker + Review Plan\n\nMore.\n"
        report = lint_bytes(text.encode(), "pack.md", settings)
        heading = "6) Follow-up Tracker + Review Plan"
        message = "“Follow-up Tracker + Review Plan” stands here for the second time; only the first one is read."
        assert told(report.findings) == [("PMC303", "error", at(text, heading, nth=1), message)]
        assert report.findings[0].related[0].range.start.line == text[: text.index("## 6)")].count("\n") + 1

    def test_a_missing_column(self, settings: Settings) -> None:
        lines = WHOLE.splitlines()
        head = next(index for index, line in enumerate(lines) if "Target level | Evidence |" in line)
        for index in range(head, next(index for index in range(head, len(lines)) if not lines[index])):
            lines[index] = lines[index].rsplit("|", 2)[0] + "|"
        text = "\n".join(lines)
        place = at(text, "Competency | Current level | Target level")
        message = "The table “Levels” has no column “Evidence”."
        assert lint(text, settings) == [("PMC501", "error", place, message)]

    def test_a_column_that_may_be_the_missing_one(self, settings: Settings) -> None:
        """The table may well tell it, in a column of its author's own: that is no error, even in an active pack."""
        text = replaced(WHOLE, "Target level | Evidence |", "Target level | Colour |")
        place = at(text, "Competency | Current level | Target level | Colour")
        message = "As far as it can be read, the table “Levels” has no column “Evidence”, and nothing reads “Colour”."
        assert lint(text, settings) == [("PMC501", "warning", place, message)]

    @pytest.mark.parametrize(
        ("row", "place", "message"),
        [
            (
                "| Frame first | Fewer | Two |",
                "| Frame first | Fewer | Two |",
                "This row has 3 cells, its table has 4 columns.",
            ),
            (
                "| Frame first | Fewer | Two | Weeks 1–8 | more |",
                "more |",
                "This row has 5 cells, its table has 4 columns.",
            ),
        ],
    )
    def test_a_ragged_row(self, row: str, place: str, message: str, settings: Settings) -> None:
        text = replaced(WHOLE, "| Frame first | Fewer reworks | Two briefs without rework | Weeks 1–8 |", row)
        assert lint(text, settings) == [("PMC502", "error", at(text, place), message)]

    def test_an_empty_cell(self, settings: Settings) -> None:
        text = replaced(WHOLE, "| Brief of 3 March named one cause |", "| |")
        line = text[: text.index("| Apply | Analyze | |")].count("\n") + 1
        column = len("| Problem framing | Apply | Analyze | ") + 1
        message = "“Evidence” is empty for competency “Problem framing”."
        assert lint(text, settings) == [("PMC202", "error", f"{line}:{column}-{line}:{column}", message)]

    def test_a_placeholder_in_a_cell(self, settings: Settings) -> None:
        text = replaced(WHOLE, "| Brief of 3 March named one cause |", "| TBD |")
        assert lint(text, settings) == [("PMC202", "error", at(text, "TBD"), "Evidence: “TBD” is still to fill in.")]

    def test_a_misspelt_key_is_not_reported_as_missing_too(self, settings: Settings) -> None:
        text = replaced(WHOLE, "weeks: 8", "wekks: 8")
        message = "“wekks” is no key of this type of document. Did you mean “weeks”?"
        assert lint(text, settings) == [("PMC106", "error", at(text, "wekks"), message)]

    @pytest.mark.parametrize(
        ("old", "new", "code", "words", "message"),
        [
            ("weeks: 8", "weeks: 3", "PMC207", "3", "Weeks is 3; it must be at least 4."),
            ("weeks: 8", "weeks: 13", "PMC207", "13", "Weeks is 13; it must be at most 12."),
            ("weeks: 8", "weeks: eight", "PMC206", "eight", "Weeks must be a whole number, not “eight”."),
            ("weeks: 8", "weeks: [8]", "PMC206", "[8]", "Weeks must be a whole number, not a list."),
            ("status: active", "status: actve", "PMC205", "actve", "“actve” is no status. Did you mean “active”?"),
            ("pm: pm-07", "pm: Some One", "PMC208", "Some One", "PM: “Some One” is not in the form that is needed."),
            (
                "coach: lead-02",
                "coach: Oda Quist, Head of Product",
                "PMC208",
                "Oda Quist, Head of Product",
                "Coach: “Oda Quist, Head of Product” is not in the form that is needed.",
            ),
            (
                "visibility: internal",
                "visibility: team:Two Words",
                "PMC208",
                "team:Two Words",
                "Visibility: “team:Two Words” is not in the form that is needed.",
            ),
        ],
    )
    def test_a_wrong_value_in_the_front_matter(
        self, old: str, new: str, code: str, words: str, message: str, settings: Settings
    ) -> None:
        text = replaced(WHOLE, f"\n{old}\n", f"\n{new}\n")
        line = text[: text.index(f"\n{new}\n") + 1].count("\n") + 1
        column = new.index(words) + 1
        assert lint(text, settings) == [(code, "error", f"{line}:{column}-{line}:{column + len(words)}", message)]

    @pytest.mark.parametrize(
        "coach",
        [
            "Head of Product",
            "director of product operations",
            "VP Product, Harbour Lights",
            "Group PM",
            "Interim Chief Product Officer (CPO)",
            "CPO",
            "co-founder",
            "Product Lead / Payments",
            "external coach",
        ],
    )
    def test_a_coach_may_be_named_by_role(self, coach: str, settings: Settings) -> None:
        assert lint(replaced(WHOLE, "coach: lead-02", f"coach: {coach}"), settings) == []

    @pytest.mark.parametrize("coach", ["Oda Quist", "Oda Quist (Head of Product)", "Quist, CPO", "somebody else"])
    def test_what_may_be_a_name_is_no_role(self, coach: str, settings: Settings) -> None:
        (finding,) = lint_bytes(
            replaced(WHOLE, "coach: lead-02", f"coach: {coach}").encode(), "p.md", settings
        ).findings
        assert (finding.code, finding.severity) == ("PMC208", "error")
        form = (
            "a handle of letters, digits, dots and dashes, such as lead-02, or a role, such as Head of Product; no name"
        )
        assert finding.hint == f"Write {form}."

    @pytest.mark.parametrize("role", ['"PM: Checkout"', "'PM: Checkout'", "|\n  PM: Checkout", ">-\n  PM:\n  Checkout"])
    def test_quotes_of_the_front_matter_are_no_part_of_the_value(self, role: str) -> None:
        document = read_document(replaced(WHOLE, "role: PM, Checkout", f"role: {role}").encode(), "pack.md")
        assert document.data["role"] == "PM: Checkout"

    def test_all_missing_keys_are_one_finding(self, settings: Settings) -> None:
        text = replaced(replaced(WHOLE, "pm: pm-07\n", ""), "coach: lead-02\n", "")
        assert lint(text, settings) == [
            ("PMC201", "error", "1:1-1:4", "The front matter has neither “pm” nor “coach”.")
        ]

    def test_an_ambiguous_reference_names_the_candidates(self, settings: Settings) -> None:
        text = replaced(WHOLE, "| Strategy and prioritization |", "| Problem solving |")
        text = replaced(text, "| Problem framing | Apply |", "| Problem | Apply |")
        report = lint_bytes(text.encode(), "pack.md", settings)
        place = at(text, "| Problem |").split("-")[0]
        line, column = map(int, place.split(":"))
        message = "“Problem” may mean “Problem framing” or “Problem solving”."
        assert told(report.findings) == [("PMC401", "error", f"{line}:{column + 2}-{line}:{column + 9}", message)]
        assert [related.message for related in report.findings[0].related] == ["may be meant", "may be meant"]


class TestSeverityFollowsStatus:
    @pytest.mark.parametrize(
        ("status", "severity"),
        [
            ("draft", "warning"),
            ("in-review", "warning"),
            ("In review", "warning"),
            ("active", "error"),
            ("completed", "error"),
        ],
    )
    def test_what_a_draft_may_lack(self, status: str, severity: str, settings: Settings) -> None:
        text = replaced(WHOLE, "status: active", f"status: {status}")
        lacking = replaced(text, "#### Measurement\n\n- Briefs without rework\n\n", "")
        found = [(code, told) for code, told, *_ in lint(lacking, settings) if code == "PMC201"]
        assert found == [("PMC201", severity)]

    def test_what_is_wrong_is_wrong_in_a_draft_too(self, settings: Settings) -> None:
        text = replaced(
            replaced(WHOLE, "status: active", "status: draft"), "| Apply | Analyze |", "| Apply | Analize |"
        )
        assert [found[:2] for found in lint(text, settings)] == [("PMC210", "error")]

    def test_many_placeholders_are_one_finding(self, settings: Settings) -> None:
        text = re.sub(r"(?m)^- [A-Z].*$", "- [to fill]", WHOLE)
        count = text.count("- [to fill]")
        found = lint(text, settings)
        assert [(code, message.partition(" (")[0]) for code, _, _, message in found] == [
            ("PMC202", f"{count} places are still to fill in")
        ]


class TestFindings:
    def test_a_likely_word_is_an_unsafe_fix(self, settings: Settings) -> None:
        text = replaced(WHOLE, "| Apply | Analyze |", "| Apply | Analize |")
        (finding,) = lint_bytes(text.encode(), "pack.md", settings).findings
        assert finding.fix is not None
        assert (finding.fix.safe, finding.fix.edits) == (False, ((finding.range, "Analyze"),))

    def test_the_address_of_the_rule_comes_from_the_settings(self, tmp_path: Path) -> None:
        (tmp_path / "pmcoach.toml").write_text('site-url = "https://coaching.example/docs/"\n', encoding="utf-8")
        (finding,) = lint_bytes(b"", "pack.md", load_settings(tmp_path)).findings
        assert finding.url == "https://coaching.example/docs/reference/rules/pmc005/"

    def test_no_address_without_a_site(self, settings: Settings) -> None:
        (finding,) = lint_bytes(b"", "pack.md", settings).findings
        assert finding.url is None

    def test_findings_are_sorted_by_place(self, settings: Settings) -> None:
        text = replaced(replaced(WHOLE, "weeks: 8", "weeks: 3"), "| Apply | Analyze |", "| Aply | Analize |")
        places = [finding.range for finding in lint_bytes(text.encode(), "pack.md", settings).findings]
        assert len(places) == 3
        assert places == sorted(places)


def test_a_step_that_cannot_be_read_is_one_finding(settings: Settings) -> None:
    """It is read twice, for the level before and the one after."""
    text = replaced(ACTIVE.read_text(encoding="utf-8"), "| Apply → Analyze |", "| Apply → Analize |")
    assert lint(text, settings) == [
        (
            "PMC210",
            "error",
            at(text, "Analize"),
            "“Analize” is not a Bloom level. Did you mean “Analyze”?",
        )
    ]


@pytest.mark.parametrize(
    "line",
    ["- TBD (owner: pm-03)\n", "see [link](a.md) and [x](#hi)\n\n", "- ![pic](p.png)\n", "- `code` and [TBD]\n"],
)
def test_work_grows_with_the_length_and_no_faster(line: str, settings: Settings) -> None:
    lines_of = (WHOLE + "\n## Notes\n\n" + line * count for count in (20, 250, 1000))
    _, shorter, longer = (calls(partial(lint, text, settings)) for text in lines_of)
    assert longer < 4.4 * shorter  # four times the length; sixteen times the work would be quadratic
