"""What a total comes to: what stands in its way, and what is said of what is missing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Severity
from pmcoach_lint.loading import take_document
from pmcoach_lint.report import Style
from pmcoach_lint.report.score_text import render_scores
from pmcoach_lint.rubric import Score, score
from pmcoach_lint.rubric.model import Band, DimensionScore
from pmcoach_lint.settings import Settings
from pmcoach_lint.standards import Standards
from pmcoach_lint.workspace import Workspace
from tests.packs import WHOLE, replaced
from tests.rubric.scoring import AS_OF, AS_TOLD, TOLD, criterion, numbers, of_document, scored, text_of

SETTINGS = Settings(root=Path("/nowhere"), as_of=AS_OF)
_TIMEFRAMES = "| Bet | Current | Target | Timeframe |\n|---|---|---|---|\n"
_PLAIN = "| Bet | Current | Target |\n|---|---|---|\n| Rank by cost | Understand | Analyze |\n"


def _with_bets(*weeks: str, tracker: str = "") -> str:
    """A pack with a bet for each of some timeframes, and these rows in its tracker."""
    rows = "".join(f"| Bet of {run} | Understand | Analyze | {run} |\n" for run in weeks)
    table = f"| Date | Bet | Rep done | Feedback |\n|---|---|---|---|\n{tracker}"
    return replaced(TOLD.format(**{**AS_TOLD, "tracker": f"### Tracker\n\n{table}"}), _PLAIN, _TIMEFRAMES + rows)


_DONE = "| 2026-10-06 | Bet 1 | Two ranked | |\n"


@pytest.mark.parametrize(
    ("weeks", "tracker", "as_of", "earned"),
    [
        (("weeks 1-8", "weeks 3-8"), "", "2026-10-05", 2),
        (("weeks 1-8", "weeks 3-8"), _DONE, "2026-10-05", 2),
        (("weeks 1-8", "weeks 3-8"), _DONE, "2026-10-25", 2),
        (("weeks 1-8", "weeks 3-8"), _DONE, "2026-10-27", 1),
        (("weeks 1-8", "weeks 3-8"), "", "2026-10-13", 1),
        (("weeks 1-8", "weeks 3-8"), "", "2026-10-27", 0),
        (("weeks 1-8",), "| 2026-10-14 | Bet 1 | | |\n", "2026-10-20", 0),
        (("weeks 1-8",), "| 2026-10-14 | Bet 1 | | |\n", "2026-10-06", 2),
        (("weeks 1-8",), "| 2026-10-14 | Bet 1 | Two ranked | |\n", "2026-10-20", 2),
    ],
)
def test_a_bet_owes_the_tracker_a_row_once_it_has_begun(
    weeks: tuple[str, ...], tracker: str, as_of: str, earned: float
) -> None:
    result = scored(_with_bets(*weeks, tracker=tracker), as_of=date.fromisoformat(as_of))
    assert criterion(result, "tracker-kept").earned == earned


def test_writing_down_what_was_done_never_costs_points() -> None:
    rows = ["| 2026-10-06 | Bet 1 | Two ranked | |\n", "| 2026-10-21 | Bet 2 | One brief | |\n"]
    for day in ("2026-10-05", "2026-10-12", "2026-10-20", "2026-11-02", "2026-11-30"):
        totals = [
            scored(
                _with_bets("weeks 1-8", "weeks 3-8", tracker="".join(rows[:some])), as_of=date.fromisoformat(day)
            ).total
            for some in range(3)
        ]
        assert totals == sorted(totals)


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ("Migration notice of 2 October 2026: 61 questions", "rests on a dated piece of work."),
        ("Announcement of 2026-10-02: no date in it", "rests on a dated piece of work."),
        ("Weekly sync, 3 November: reopened a decision", "rests on a dated piece of work."),
        ("Post of 12 May 2026 about the freeze: asked nobody", "rests on a dated piece of work."),
        ("Sync notes 2026-09-03: no owner", "rests on a dated piece of work."),
        (
            "On 2 October 2026 he answered by naming one option",
            "rests on no example in which a piece of work was found beside the day.",
        ),
        ("Brief on saved cards: one cause", "rests on no example in which a day was found beside the piece of work."),
        (
            "Named one cause and asked nobody",
            "rests on no example in which both a day and a piece of work were found.",
        ),
        (
            "Thin: said at intake, not seen yet",
            "rests on no firm example in which both a day and a piece of work were found.",
        ),
    ],
)
def test_what_an_example_lacks_to_be_looked_up_is_said(evidence: str, words: str) -> None:
    text = replaced(WHOLE, "| Brief of 3 March named one cause |", f"| {evidence} |")
    marks = criterion(scored(text), "evidence-on-record")
    assert [mark.words.partition("” ")[2] for mark in (*marks.gained, *marks.lost)] == [words]


@pytest.mark.parametrize(
    ("confidence", "is_said"),
    [
        ("medium (one example only)", True),
        ("Medium: single observation", True),
        ("low", True),
        ("thin", True),
        ("seen once", True),
        ("only two examples", True),
        ("high", False),
        ("medium", False),
        ("medium: two people saw it", False),
        ("high (three examples)", False),
        ("certain", False),
    ],
)
def test_a_confidence_may_call_its_examples_few(confidence: str, is_said: bool) -> None:
    rows = "| Competency | Current level | Target level | Evidence | Confidence |\n|---|---|---|---|---|\n"
    rows += f"| Framing | Understand | Apply | Brief of 3 March 2026: one cause | {confidence} |\n"
    text = f"---\ntype: coaching-pack\n---\n\n## 2) Current Assessment\n\n{rows}\n"
    text += "## 7) Risks\n\n**Open questions:** Who decides?"
    assert (criterion(scored(text), "uncertainty-labelled").earned == 1) is is_said


def test_weeks_that_lie_outside_of_the_cycle_are_called_so() -> None:
    (lost,) = criterion(scored(_with_bets("weeks 3-12"), linted=True), "bets-timeframe").lost
    assert lost.words == "Growth bet “Bet of weeks 3-12” has weeks that lie outside of the cycle."
    (lost,) = criterion(scored(_with_bets("soon"), linted=True), "bets-timeframe").lost
    assert lost.words == "Growth bet “Bet of soon” has no weeks or day that can be read."


@pytest.mark.parametrize(("status", "is_told"), [("active", True), ("completed", False)])
@pytest.mark.parametrize(("taken", "name"), [(1, "1 error first"), (3, "3 errors first")])
def test_errors_come_before_the_verdict(status: str, taken: int, name: str, is_told: bool) -> None:
    text = text_of("pm-07-strategic")
    finding = next(each for each in lint_bytes(b"---\ntype: coaching-pack\n---\n", "a.md", SETTINGS).findings)
    errors = [finding._replace(severity=Severity.ERROR)] * taken
    document = take_document(re.sub(r"(?m)^status: \w+$", f"status: {status}", text, count=1).encode(), "a.md")
    result = score(Workspace([document], Standards(SETTINGS)), document, AS_OF, {"a.md": errors})
    assert result
    assert result.band
    assert (result.band.name == name) is is_told
    assert result.band.advice.startswith("Mend the ") is is_told
    told = "".join(render_scores([result], Style()))
    assert (f"of 30: {name}" in told) is is_told


def test_warnings_stand_in_no_verdicts_way() -> None:
    text = replaced(text_of("pm-07-strategic"), "weekly 1:1, Thursdays at 14:00", "weekly 1:1, Thursdays at 14:00 TBD")
    result = scored(text, linted=True)
    assert result.held is None or "error" in result.held.name


@pytest.mark.parametrize(
    ("scores", "least", "name", "why"),
    [
        ((5, 5, 5, 5, 5, 5), 2, "Ship", ""),
        ((5, 5, 5, 5, 4, 2), 2, "Ship", ""),
        ((5, 5, 5, 5, 5, 1), 2, "Ask", "Not “Ship”, with “D5” at 1."),
        ((5, 5, 5, 3, 1, 1), 2, "Ask", "Not “Assume”, with “D4” at 1 and “D5” at 1."),
        ((5, 5, 5, 5, 5, 1), 1, "Ship", ""),
        ((3, 3, 3, 3, 3, 1), 2, "Ask", ""),
    ],
)
def test_a_dimension_below_the_least_of_a_band_caps_the_verdict(
    scores: tuple[int, ...], least: int, name: str, why: str
) -> None:
    bands = (
        Band(26, "Ship", "nothing", "", least),
        Band(20, "Assume", "assumptions", "", least),
        Band(6, "Ask", "questions", ""),
    )
    dimensions = tuple(DimensionScore(f"D{at}", 1, number, "", ()) for at, number in enumerate(scores))
    result = Score("a.md", "a", "coaching-rubric", dimensions, bands)
    assert result.band
    assert (result.band.name, result.why_not_higher) == (name, why)


def test_a_pack_without_a_definition_is_asked_about_first() -> None:
    text = text_of("pm-07-strategic")
    start, end = text.index("## 1)"), text.index("## 2)")
    result = scored(text[:start] + text[end:])
    assert numbers(result)["Definition clarity"] == 1
    assert result.total >= 20
    assert result.band
    assert (result.band.asks, len(result.questions)) == ("questions", 5)
    assert result.why_not_higher.endswith(", with “Definition clarity” at 1.")
    assert result.why_not_higher in "".join(render_scores([result], Style())).replace("\n", " ")


@pytest.mark.parametrize(
    ("there", "asked"),
    [
        ("", True),
        ("\n\n**Decision rights:** Alone: the backlog. With the lead: dates. Not at all: prices.", False),
    ],
)
def test_only_what_is_missing_is_asked(there: str, asked: bool) -> None:
    text = text_of("pm-07-strategic")
    start, end = text.index("## 1)"), text.index("## 2)")
    text = f"{text[:start]}## 1) Definition\n\n**Scope:** Renewals{there}\n\n{text[end:]}"
    questions = scored(text).questions
    assert any(each.startswith("What may the PM decide alone") for each in questions) is asked
    assert not any(each.startswith("What is the PM's title") for each in questions)


_NO_LEVEL = " (level assumed, to be judged together)"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("", ""),
        ("levels", "Not “Ship it”: each level is only assumed."),
        ("one level", ""),
        ("said", "Not “Ship it”: each level is only assumed."),
        ("plan", "Not “Ship it”: the cycle and the time for it are only assumed."),
        ("time", ""),
        ("holidays", ""),
    ],
)
def test_what_all_else_hangs_on_is_not_to_be_assumed(change: str, why: str) -> None:
    text = text_of("pm-03-discovery")
    listed = {
        "said": ["All levels are provisional."],
        "plan": ["The cycle starts on 2026-10-05, a Monday.", "The two meet once a week."],
        "time": ["The two meet once a week."],
        "holidays": ["Public holidays are working days."],
    }.get(change, [])
    text = replaced(text, "\nassumptions:\n", "\nassumptions:\n" + "".join(f"  - {line}\n" for line in listed))
    document = take_document(text.encode(), "a.md")
    for level in document.data["assessment"]["levels"][: {"levels": 99, "one level": 1}.get(change, 0)]:
        level["gap"] = level.get("gap", "") + _NO_LEVEL
    result = of_document(document)
    assert result.why_not_higher == why
    assert result.band
    assert (result.band.asks == "nothing") is (why == "")
