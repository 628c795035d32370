"""A team's own rubric counts whole; what a reviewer says stands beside it; and no criterion drifts from its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.criteria import all_criteria
from pmcoach_lint.engine import lint_files
from pmcoach_lint.resources import standards_folder
from pmcoach_lint.rules import all_rules
from pmcoach_lint.settings import Settings, load_settings
from pmcoach_lint.standards import Standards
from tests.packs import WHOLE, replaced
from tests.rubric.scoring import criterion, dimension, numbers, scored

RUBRICS = ("coaching-rubric", "engagement-rubric")
OURS = (standards_folder() / "coaching-rubric.md").read_text(encoding="utf-8")


def own(repo: Path, text: str) -> Path:
    path = repo / "docs" / "standards" / "rubric.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# What comes with the package


@pytest.mark.parametrize("kind", RUBRICS)
def test_a_rubric_names_each_of_its_criteria_once_and_no_other(kind: str) -> None:
    document = Standards(Settings(root=Path("/nowhere"))).find(kind)
    assert document
    named = [record["criterion"] for record in document.data["criteria"]]
    assert sorted(named) == sorted(name for name, each in all_criteria().items() if each.rubric == kind)
    rules = {rule.name for rule in all_rules()}
    assert [
        name for record in document.data["criteria"] for name in record.get("unless", ()) if name not in rules
    ] == []


@pytest.mark.parametrize("each", all_criteria().values(), ids=lambda each: each.name)
def test_each_criterion_says_what_it_looks_for(each: object) -> None:
    assert each.summary.endswith(".")  # type: ignore[attr-defined]


def test_the_bands_are_those_of_the_source() -> None:
    result = scored(WHOLE)
    assert [(band.low, band.asks) for band in result.bands] == [(26, "nothing"), (20, "assumptions"), (6, "questions")]
    document = Standards(Settings(root=Path("/nowhere"))).find("coaching-rubric")
    assert document
    assert all({"one", "three", "five"} <= record.keys() for record in document.data["dimensions"])


def test_at_most_five_questions_are_asked_and_those_for_the_lowest_first() -> None:
    questions = scored(WHOLE).questions
    assert len(questions) == 5
    assert questions[0] == "What is the PM's title, and what are they responsible for?"
    assert scored((Path(__file__).parents[2] / "packs" / "pm-03-discovery-depth.md").read_text()).questions == ()


# A team's own


def test_a_team_changes_weights_points_and_what_counts(tmp_path: Path) -> None:
    before = scored(WHOLE)
    text = replaced(OURS, "| Growth bet selection | 1 | Too many", "| Growth bet selection | 3 | Too many")
    lines = [line for line in text.splitlines() if "| bets-supported |" not in line and "| bets-on-gaps |" not in line]
    own(tmp_path, "\n".join(lines).replace("| bets-top-priority | 1 |", "| bets-top-priority | 9 |"))
    after = scored(WHOLE, tmp_path)
    assert (before.out_of, after.out_of) == (30, 40)
    assert [one.criterion for one in dimension(after, "Growth bet selection").criteria] == [
        "bets-few",
        "bets-top-priority",
        "bets-why",
        "bets-signals",
        "bets-timeframe",
    ]
    assert (criterion(after, "bets-top-priority").points, dimension(after, "Growth bet selection").score) == (9, 2)
    assert numbers(after)["Cadence and toolkit"] == numbers(before)["Cadence and toolkit"]


def test_a_criterion_that_there_is_none_of_is_told_at_its_cell(tmp_path: Path) -> None:
    path = own(tmp_path, replaced(OURS, "| bets-few |", "| bets-fwe |"))
    (finding,) = next(iter(lint_files([path], load_settings(tmp_path)))).findings
    line = path.read_text(encoding="utf-8").splitlines()[finding.range.start.line - 1]
    assert line[finding.range.start.column - 1 : finding.range.end.column - 1] == "bets-fwe"
    assert finding.message == "There is no criterion “bets-fwe” for this rubric. Did you mean “bets-few”?"
    assert finding.code == "PMC790"


def test_a_rule_that_there_is_none_of_is_told_at_its_cell(tmp_path: Path) -> None:
    path = own(tmp_path, replaced(OURS, "| Choose one to three bets | too-many |", "| Choose | too-mny |"))
    (finding,) = next(iter(lint_files([path], load_settings(tmp_path)))).findings
    assert (finding.code, finding.message) == (
        "PMC791",
        "There is no rule “too-mny”. Did you mean “too-many”?",
    )
    line = path.read_text(encoding="utf-8").splitlines()[finding.range.start.line - 1]
    assert line[finding.range.start.column - 1 :].startswith("too-mny |")


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        (
            "| Definition clarity | 1 | Traits",
            "| Definition clarity | 3 | Traits",
            "| 6 |",
            "The bands begin at 6, and with these weights totals go from 8 to 40.",
        ),
        (
            "| 26 | Ship it |",
            "| 60 | Ship it |",
            "| 60 |",
            "This band begins at 60, and the highest total is 30: nothing reaches it.",
        ),
        ("| 26 | Ship it |", "| 30 | Ship it |", "", ""),
        ("| 6 | Ask again first |", "| 1 | Ask again first |", "", ""),
        (
            "| 6 | Ask again first |",
            "| 10 | Ask again first |",
            "| 10 |",
            "The bands begin at 10, and with these weights totals go from 6 to 30.",
        ),
        ("| Definition clarity | 1 | Traits", "| Definition clarity | | Traits", "", ""),
    ],
)
def test_bands_fit_the_weights(tmp_path: Path, old: str, new: str, at: str, message: str) -> None:
    path = own(tmp_path, replaced(OURS, old, new))
    found = [
        (each.code, each.severity, each.message, each.range.start.line)
        for each in next(iter(lint_files([path], load_settings(tmp_path)))).findings
    ]
    lines = path.read_text(encoding="utf-8").splitlines()
    expected = [n for n, line in enumerate(lines, 1) if at and line.startswith(at)]
    assert found == [("PMC792", "warning", message, line) for line in expected]


def test_a_band_in_proportion_is_named(tmp_path: Path) -> None:
    path = own(tmp_path, replaced(OURS, "| Definition clarity | 1 | Traits", "| Definition clarity | 3 | Traits"))
    (found,) = next(iter(lint_files([path], load_settings(tmp_path)))).findings
    assert found.hint == "In the same proportion they would begin at 35, 27 and 8."


def test_a_rubric_that_cannot_be_read_scores_nothing_in_our_place(tmp_path: Path) -> None:
    own(tmp_path, OURS.partition("## Criteria")[0])
    assert set(numbers(scored(WHOLE, tmp_path)).values()) == {1}


def test_what_a_named_rule_finds_fault_with_earns_nothing() -> None:
    text = replaced(WHOLE, "| Two briefs without rework |", "| Feels more confident |")
    assert criterion(scored(text), "bets-signals").earned == 2
    after = criterion(scored(text, linted=True), "bets-signals")
    assert (after.earned, after.lost[0].words) == (
        0,
        "Growth bet “Frame first” has no success signal that somebody could see or count.",
    )


# A reviewer's own scores


def test_a_reviewers_scores_stand_beside_and_a_difference_of_two_is_named() -> None:
    gate = "\n## Quality gate\n\n| Dimension | Score | Why |\n|---|---|---|\n| Clarity | 4/5 | I know the team |\n"
    gate += "| Evidence | 3 | |\n| Cadence | 2 | No time |\n"
    result = scored(WHOLE + gate)
    said = {each.dimension: (each.said.score, each.score, each.is_apart) for each in result.dimensions if each.said}
    assert said == {
        "Definition clarity": (4, 1, True),
        "Evidence-based assessment": (3, 3, False),
        "Cadence and toolkit": (2, 2, False),
    }
    assert result.said_total is None
    first = dimension(result, "Definition clarity").said
    assert first
    line = (WHOLE + gate).splitlines()[first.range.start.line - 1]
    assert (first.why, line[first.range.start.column - 1 : first.range.end.column - 1]) == ("I know the team", "4/5")
