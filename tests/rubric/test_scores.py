"""What the examples score and why, down to the record; and what holds of any score."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.generate.scaffold import scaffold
from pmcoach_lint.report import Style, score_json
from pmcoach_lint.report.score_text import render_scores, render_totals
from pmcoach_lint.rubric.files import Scorer
from pmcoach_lint.settings import Settings
from tests.packs import ROOT, WHOLE, replaced
from tests.rubric.scoring import (
    AS_OF,
    AS_TOLD,
    TOLD,
    criterion,
    dimension,
    entries,
    numbers,
    of_document,
    read_example,
    scored,
    text_of,
)

DATA = ROOT / "tests" / "data"
DIMENSIONS = [
    "Definition clarity",
    "Evidence-based assessment",
    "Growth bet selection",
    "Development plan specificity",
    "Cadence and toolkit",
    "Follow-up and adaptation",
]


@pytest.mark.parametrize(
    ("name", "expected", "total", "band"),
    [
        ("pm-03-discovery", [5, 5, 5, 5, 5, 5], 30, "Ship it"),
        ("pm-07-strategic", [5, 4, 5, 5, 5, 5], 29, "Ship it"),
        ("pm-12-executive", [5, 4, 5, 5, 5, 5], 29, "Ship it"),
        ("pm-21", [5, 3, 4, 3, 5, 5], 25, "Ship it with its assumptions"),
    ],
)
def test_what_the_example_packs_score(name: str, expected: list[int], total: int, band: str) -> None:
    result = scored(text_of(name))
    assert numbers(result) == dict(zip(DIMENSIONS, expected, strict=True))
    assert (result.total, result.out_of) == (total, 30)
    assert result.band
    assert result.band.name == band


@pytest.mark.parametrize(
    "text",
    [
        scaffold(next(each for each in Catalogue.own() if each.name == "coaching-pack")),
        (DATA / "blank-template.md").read_text(encoding="utf-8"),
        "---\ntype: coaching-pack\n---\n",
    ],
    ids=["scaffold", "template", "nothing"],
)
def test_a_blank_pack_scores_six(text: str) -> None:
    result = scored(text)
    assert set(numbers(result).values()) == {1}
    assert (result.total, result.out_of, len(result.questions)) == (6, 30, 5)


@pytest.mark.parametrize("name", ["value-assessment", "coaching-plan", "work-proposal"])
def test_a_blank_document_of_an_engagement_scores_five(name: str) -> None:
    for text in (
        scaffold(next(each for each in Catalogue.own() if each.name == name)),
        (DATA / f"blank-{name}.md").read_text(encoding="utf-8"),
    ):
        result = scored(text)
        assert (result.total, result.out_of) == (5, 25)


@pytest.mark.parametrize(("name", "total"), [("llm-bold", 23), ("llm-tables", 25), ("llm-template", 24), ("terse", 19)])
def test_packs_that_nobody_polished_lie_between(name: str, total: int) -> None:
    assert scored((DATA / f"{name}.md").read_text(encoding="utf-8")).total == total


def test_each_lost_point_names_its_record() -> None:
    result = scored(text_of("pm-21"))
    lost = [
        (one.criterion, record.range.start.line, record.range.start.column, record.words)
        for each in result.dimensions
        for one in each.criteria
        for record in one.lost
    ]
    text = text_of("pm-21").splitlines()
    apart = ", as far as they can be told apart."
    few = "rests on fewer than two firm examples."
    assert [(name, words) for name, _, _, words in lost] == [
        ("levels-evidenced", "Competency “Execution and delivery” has no level with a firm example behind it."),
        ("levels-evidenced", "Competency “Business acumen” has no level with a firm example behind it."),
        ("examples-enough", f"Competency “Problem framing and insight” rests on 1 firm example{apart}"),
        ("examples-enough", f"Competency “Stakeholder leadership” rests on 1 firm example{apart}"),
        ("bets-supported", f"Growth bet “B1: Hear it, count it, frame it” {few}"),
        ("bets-supported", f"Growth bet “B2: Know who decides what” {few}"),
        ("plan-measurement", "Growth bet “B2: Know who decides what” has no measurement."),
    ]
    at = {name: (line, column) for name, line, column, _ in lost}
    assert text[at["plan-measurement"][0] - 1] == "- TBD"
    assert text[at["examples-enough"][0] - 1][at["examples-enough"][1] - 1 :].startswith("E4 |")


def test_each_earned_point_names_its_record() -> None:
    gained = criterion(scored(text_of("pm-07-strategic")), "gaps-evidenced").gained
    assert [record.words for record in gained] == [
        "Competency “Problem framing and insight” rests on 3 examples.",
        "Competency “Strategy and prioritization” rests on 4 examples.",
        "Competency “Stakeholder leadership” rests on an example.",
        "Competency “Business acumen” rests on an example.",
    ]
    lines = text_of("pm-07-strategic").splitlines()
    assert [lines[record.range.start.line - 1][:5] for record in gained] == ["| E1 ", "| E4 ", "| E9 ", "| E11"]


def test_the_cheapest_improvement_is_the_one_that_lifts_a_score_with_the_fewest_records() -> None:
    result = scored(text_of("pm-21"))
    step = result.next_step
    assert step
    assert (step[0].dimension, step[1].criterion, step[1].leads_to, len(step[1].records)) == (
        "Development plan specificity",
        "plan-measurement",
        5,
        1,
    )
    assert [each.criterion for each in step[0].held_by] == ["plan-measurement"]
    whole = scored(text_of("pm-03-discovery"))
    assert whole.next_step is None


def test_a_gap_without_an_example_costs_what_the_rubric_says() -> None:
    text = replaced(WHOLE, "| Brief of 3 March named one cause |", "| He is not strategic enough |")
    result = scored(text)
    assert criterion(result, "gaps-evidenced").earned == 0
    (record,) = criterion(result, "gaps-evidenced").lost
    assert record.words.endswith("rests on no example.")
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "not strategic enough" in line)
    assert record.range.start.line == line


def test_what_is_only_assumed_of_the_time_there_is_earns_nothing() -> None:
    text = replaced(
        text_of("pm-07-strategic"), "**Time budget:** 3 hours a week", "**Time budget:** 3 hours a week (assumed)"
    )
    time = criterion(scored(text), "time-stated")
    assert (time.earned, time.points) == (0.5, 1)
    assert [(mark.words, mark.range.start.line) for mark in time.lost] == [
        ("The time that the PM has is only assumed.", 27)
    ]
    text = replaced(text_of("pm-07-strategic"), "weekly 1:1, Thursdays at 14:00", "weekly 1:1, Thursdays (assumed)")
    (lost,) = criterion(scored(text), "cadence-stated").lost
    assert lost.words == "How often coach and PM meet is only assumed."


def test_a_plan_from_a_level_that_nobody_has_seen_holds_plan_and_follow_up_back() -> None:
    text = WHOLE
    seen = numbers(scored(text))
    unseen = scored(replaced(text, "| Brief of 3 March named one cause |", "| Thin: said at intake, not seen yet |"))
    lost = {
        name: criterion(unseen, name).earned
        for name in ("bets-on-gaps", "bets-supported", "plan-for-this-pm", "progress-from-evidence")
    }
    assert set(lost.values()) == {0}
    (mark,) = criterion(unseen, "plan-for-this-pm").lost
    assert mark.words.endswith("is planned from a level for which no firm example was found.")
    less = {name for name, number in numbers(unseen).items() if number < seen[name]}
    assert {"Development plan specificity", "Follow-up and adaptation"} <= less
    assert numbers(unseen)["Development plan specificity"] <= 3


def test_on_its_first_day_a_pack_loses_nothing_for_an_empty_tracker() -> None:
    text = text_of("pm-12-executive")
    start, end = text.index("| 2026-09-29 | B1 |"), text.index("### Review plan")
    empty = text[:start] + "\n" + text[end:]
    assert dimension(scored(empty, as_of=date(2026, 9, 28)), "Follow-up and adaptation").score == 5
    assert dimension(scored(empty, as_of=date(2026, 10, 5)), "Follow-up and adaptation").score == 5
    late = dimension(scored(empty, as_of=date(2026, 10, 6)), "Follow-up and adaptation")
    assert (late.score, [one.criterion for one in late.criteria if one.lost]) == (3, ["tracker-kept"])


def test_of_a_blank_pack_no_criterion_speaks_of_a_bet() -> None:
    blank = scored(scaffold(next(each for each in Catalogue.own() if each.name == "coaching-pack")))
    words = [mark.words for each in blank.dimensions for one in each.criteria for mark in one.lost]
    assert "No row of a tracker was found that follows a bet." in words
    assert [each for each in words if "rowth bet 1" in each] == []


# What holds of any score


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=400),
    st.sampled_from(["coaching-pack", "engagement", "coaching-plan", "event-log"]),
)
def test_any_document_scores_within_bounds(text: str, kind: str) -> None:
    result = scored(f"---\ntype: {kind}\n---\n\n{text}")
    assert len(result.dimensions) * 1 <= result.total <= result.out_of
    assert all(1 <= each.score <= 5 for each in result.dimensions)
    assert all(0 <= one.earned <= one.points for each in result.dimensions for one in each.criteria)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_half_a_pack_scores_within_bounds(data: st.DataObject) -> None:
    lines = text_of("pm-21").splitlines(keepends=True)
    kept = data.draw(st.lists(st.booleans(), min_size=len(lines) - 20, max_size=len(lines) - 20))
    text = "".join([*lines[:20], *(line for line, keep in zip(lines[20:], kept, strict=True) if keep)])
    assert 6 <= scored(text).total <= 30


EVIDENCE = {
    "evidence",
    "strengths",
    "behaviours",
    "signals",
    "reps",
    "stretch",
    "artifacts",
    "commitments",
    "measurement",
    "checkpoints",
    "agenda",
    "prompts",
    "reviews",
    "exceptions",
    "tracker",
    "next_steps",
    "unknowns",
    "questions",
    "assumptions",
    "ladder",
}
"""Lists whose entries bear out what a pack claims. Rows of the assessment and bets are claims, and none of these."""


@pytest.mark.parametrize("name", ["pm-03-discovery", "pm-07-strategic", "pm-12-executive", "pm-21"])
def test_taking_evidence_away_never_raises_a_score(name: str) -> None:
    whole = of_document(read_example(name))
    places = [path for path in entries(read_example(name).data) if path[-2] in EVIDENCE]
    assert len(places) > 100
    for path in places[:: max(1, len(places) // 60)]:
        document = read_example(name)
        holder: Any = document.data
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = {} if isinstance(holder[path[-1]], dict) else ""
        less = of_document(document)
        worse = {each: (numbers(less)[each], numbers(whole)[each]) for each in numbers(whole)}
        assert all(now <= before for now, before in worse.values()), (path, worse)
        assert all(
            now.earned <= before.earned + 1e-9
            for mine, theirs in zip(less.dimensions, whole.dimensions, strict=True)
            for now, before in zip(mine.criteria, theirs.criteria, strict=True)
        ), path


def test_taking_lines_of_evidence_away_never_raises_a_score() -> None:
    """The same with the text: whole rows and items, read again."""
    text = text_of("pm-07-strategic")
    before = scored(text).total
    for line in [line for line in text.splitlines() if line.startswith(("| E", "| R", "- lead-02", "| 2026-1"))]:
        assert scored(text.replace(f"{line}\n", "", 1)).total <= before, line


def test_an_engagement_is_scored_as_a_whole() -> None:
    folder = ROOT / "packs" / "clients" / "northwind"
    files = sorted(folder.glob("*.md")) + sorted(folder.glob("*/*.md"))
    files.sort(key=lambda file: file.name != "engagement.md")
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    result = scored(texts)
    assert numbers(result) == {
        "Value-focused": 5,
        "Independence-building": 5,
        "Evidence-based": 4,
        "Actionable": 5,
        "Client-centred": 5,
    }
    (record,) = criterion(result, "log-kept").lost
    assert (record.file, record.words) == ("event-log.md", "The last entry is of 2026-10-01.")
    fresh = scored(texts, as_of=date(2026, 10, 2))
    assert fresh.total == fresh.out_of == 25
    without = scored({name: text for name, text in texts.items() if name != "event-log.md"})
    assert without.total < result.total
    assert date(2026, 10, 31) < AS_OF


def northwind(**changed: str) -> dict[str, str]:
    """The example engagement, with other documents in the place of some, by the stems of their files."""
    folder = ROOT / "packs" / "clients" / "northwind"
    files = sorted(folder.glob("*.md"), key=lambda file: file.name != "engagement.md")
    return {file.name: changed.get(file.stem, file.read_text("utf-8")) for file in files}


def test_a_draft_is_not_to_be_shown_however_much_it_scores() -> None:
    whole, day = northwind(), date(2026, 10, 2)
    assert scored(whole, as_of=day).held is None
    draft = northwind(proposal=replaced(whole["proposal.md"], "status: active", "status: draft"))
    band = scored(draft, as_of=day).band
    assert band
    assert (band.name, band.asks, band.advice) == (
        "Finish it before you show it",
        "assumptions",
        "Read proposal.md, which is a draft, and set the status when what stands there is yours.",
    )
    draft["event-log.md"] += "\n## 2026-10-01 — Call — Prices\n\n**What happened:** TBD\n"
    assert (held := scored(draft, as_of=day).held)
    assert held.advice.startswith("Fill in the place that is still open. Read proposal.md")
    over = {**draft, "engagement.md": replaced(whole["engagement.md"], "status: active", "status: completed")}
    assert scored(over, as_of=day).held is None, "what is over is shown to nobody any more"


def test_a_low_total_says_what_to_ask_and_not_what_to_finish() -> None:
    page = "---\ntype: engagement\nclient: northwind\nstatus: draft\n---\n\n## Scope\n\nTBD\n"
    result = scored({"engagement.md": page})
    assert result.held
    assert result.band
    assert result.band.asks == "questions"


def test_what_is_nowhere_is_told_without_a_place() -> None:
    result = scored({"engagement.md": "---\ntype: engagement\nclient: northwind\n---\n\n# Engagement\n"})
    lost = [record for each in result.dimensions for one in each.criteria for record in one.lost]
    assert {record.nowhere for record in lost if record.absent} == {True}
    assert result.absent == ("value-assessment", "work-proposal", "event-log")
    told = " ".join("".join(render_scores([result], Style())).split())
    assert "Not here yet: value-assessment, work-proposal and event-log. Much of what is missing" in told
    assert "- No proposal says which outcomes to expect." in told
    assert json.loads("".join(score_json.render_scores([result])))["scores"][0]["absent"] == list(result.absent)


def test_contributions_of_a_portfolio_count_as_artifacts() -> None:
    page = "---\ntype: engagement\nclient: northwind\nstatus: active\n---\n\n# Engagement: northwind\n"
    table = "| Contribution | Business outcome |\n|---|---|\n| The portal | 14 weeks |\n| The funnel | 3 days |\n"
    portfolio = f"---\ntype: evidence-portfolio\nclient: northwind\nstatus: active\n---\n\n{table}"
    lost = criterion(scored({"engagement.md": page}), "artifacts-kept").lost
    assert {each.words for each in lost} == {"Fewer than two artifacts are filed."}
    assert not criterion(scored({"engagement.md": page, "portfolio.md": portfolio}), "artifacts-kept").lost


REVIEWED = """\
---
type: coaching-pack
---

## 2) Current Assessment

| Competency | Current level | Target level | Evidence | Priority |
|---|---|---|---|---|
| Strategy | Apply | Analyze | {evidence} | H |

## 3) Shared Vision

| ID | Bet | Why it matters |
|---|---|---|
| B1 | Frame first | Two launches missed |

## 5) Coaching Cadence

**Cadence:** {cadence}

## 6) Follow-up Tracker

**Review plan:** {reviews}

## 7) Risks / Open questions / Next steps

**Next steps:**
- {step}
"""
"""A pack in which one place says what another pack has fields for."""
USUAL = {
    "evidence": "Settles early",
    "cadence": "Weekly",
    "reviews": "We check in regularly.",
    "step": "Keep going",
}


@pytest.mark.parametrize(
    ("name", "place", "text", "earned"),
    [
        ("evidence-on-record", "evidence", "2026-09-14: the Q4 list of 11 epics, scores pasted in", 1),
        ("evidence-on-record", "evidence", "On 14 September she ran five interviews with our guide", 1),
        ("evidence-on-record", "evidence", "PRD for filters (Aug 2026) opens with a solution", 1),
        ("evidence-on-record", "evidence", "The PRD opens with a solution", 0),
        ("evidence-on-record", "evidence", "2026-10-01: billing was surprised", 0),
        ("examples-enough", "evidence", "Brief of 12 October: one cause. Notes of 2 October: “we knew”", 2),
        ("examples-enough", "evidence", "Brief of 12 October, begun on 2 October: one cause, e.g. price", 0),
        ("examples-enough", "evidence", "Brief of 12 October: one cause. Nobody had asked why", 0),
        ("cadence-stated", "cadence", "Weekly 1:1, 60 min", 1),
        ("cadence-stated", "cadence", "Every Thursday, 45 minutes", 1),
        ("cadence-stated", "cadence", "Weekly", 0.5),
        ("cadence-stated", "cadence", "Weekly, 30 min, and 60 min once a month", 1),
        ("cadence-stated", "cadence", "Thursdays 9:30–10:15, week by week", 1),
        ("time-stated", "cadence", "Weekly. Budget: about 4 h/week for the PM, 1.5 h for me", 1),
        ("time-stated", "cadence", "Weekly. I have 45 minutes a week for coaching", 0.5),
        ("time-stated", "cadence", "Weekly. Reps are capped at 3 hours a week", 0.5),
        ("time-stated", "cadence", "Weekly. Cost: 4 hrs/wk for the PM, 1.5 hrs/wk for me", 1),
        ("time-stated", "cadence", "Weekly. More than 1h/wk of mine is not realistic", 0.5),
        ("time-stated", "cadence", "Weekly. The data lead gives 2 h/wk of ds-2", 0),
        ("time-stated", "cadence", "Weekly. The analyst is available 6 hours a week", 0),
        ("time-stated", "cadence", "Weekly. Cut a document, 40 minutes a week", 0),
        ("reviews-planned", "reviews", "Progress is reviewed at weeks 1, 4 and 8 by the rubric.", 2),
        ("reviews-planned", "reviews", "Week 4 and week 8", 2),
        ("reviews-planned", "reviews", "weeks 4/8", 2),
        ("reviews-planned", "reviews", "We look at it in week 8.", 1),
        ("reviews-planned", "reviews", "We check in regularly.", 0),
        ("progress-judged", "reviews", "Progress is reviewed at weeks 1, 4 and 8 using artifacts.", 1),
        ("progress-judged", "reviews", "We check in regularly.", 0),
        ("review-evidence", "reviews", "At weeks 4 and 8 with the artifacts since the last one", 1),
        ("review-evidence", "reviews", "Week 8: against the baseline", 0),
        ("adjust-loop", "reviews", "Week 4. If constraints change, bets are re-scoped.", 1),
        ("adjust-loop", "reviews", "Weeks 4 and 8, whatever happens", 0),
        ("next-steps-owned", "step", "PM: draft the first frame by 2026-11-13", 1),
        ("next-steps-owned", "step", "pm-41: note for the backfill, by 2026-11-26", 1),
        ("next-steps-owned", "step", "Keep going by 2026-11-26", 0),
    ],
)
def test_what_is_said_in_passing_counts(name: str, place: str, text: str, earned: float) -> None:
    assert criterion(scored(REVIEWED.format(**{**USUAL, place: text})), name).earned == earned


def test_a_bet_on_no_competency_is_told_so() -> None:
    for name in ("bets-on-gaps", "bets-supported", "bets-top-priority"):
        (lost,) = criterion(scored(REVIEWED.format(**USUAL)), name).lost
        assert lost.words == "Growth bet “B1: Frame first” names no competency that was found in the assessment."


@pytest.mark.parametrize(
    ("name", "earned", "lost", "other"),
    [
        ("gaps-evidenced", 2, 0, {"current": "Analyze"}),
        ("bets-on-gaps", 2, 0, {"target": "Understand"}),
        ("strengths-named", 1, 0, {"evidence": ""}),
        ("plan-checkpoints", 1, 0, {"last": "at the end"}),
        ("tracker-kept", 2, 0, {"tracker": ""}),
        ("tied-to-context", 2, 0, {"evidence": ""}),
    ],
)
def test_what_is_told_in_another_place_counts(name: str, earned: float, lost: float, other: dict[str, str]) -> None:
    told = {**AS_TOLD, "evidence": ". Strength: writes well" if "evidence" in other else ""}
    if name == "tied-to-context":
        told["evidence"], other = "", {"evidence": "-"}
    assert criterion(scored(TOLD.format(**told)), name).earned == earned
    if name != "tied-to-context":
        assert criterion(scored(TOLD.format(**{**told, **other})), name).earned == lost


def test_a_bet_whose_gap_has_no_priority_is_told_so() -> None:
    (lost,) = criterion(scored(TOLD.format(**AS_TOLD)), "bets-top-priority").lost
    assert lost.words == "Growth bet “Rank by cost” takes up a gap for which no priority was found."


@pytest.mark.parametrize(
    ("said", "earned"),
    [
        ("pm-07 owns the renewals area", 1),
        ("In role for a year; pm-07 is responsible for renewals and their pricing", 1),
        ("Goal: by March pm-07 owns the renewals area", 0),
        ("pm-09 owns the renewals area", 0),
        ("pm-07 works well", 0),
    ],
)
def test_a_line_above_the_assessment_may_say_what_the_role_is_responsible_for(said: str, earned: float) -> None:
    text = TOLD.format(**AS_TOLD)
    told = text.replace("## 1)", f"- **Company:** Northwind; {said}\n\n## 1)")
    assert criterion(scored(told), "scope-stated").earned == earned
    late = text.replace("**Reviews:**", f"{said}.\n\n**Reviews:**")
    assert criterion(scored(late), "scope-stated").earned == 0


@pytest.mark.parametrize(
    ("rep", "time", "earned"),
    [
        ("Rank three requests (45 min)", "", 3),
        ("Rank three requests", "", 0),
        ("Rank three requests", "90 min a week", 3),
        ("Rank three requests", "8 hours a week", 0),
        ("Rank three requests (5 min)", "90 min a week", 0),
    ],
)
def test_a_rep_without_a_length_takes_what_time_there_is_each_week(rep: str, time: str, earned: float) -> None:
    text = TOLD.format(**AS_TOLD).replace("Rank three requests (45 min)", rep)
    told = text.replace("## 1)", f"**Time budget:** {time}\n\n## 1)") if time else text
    assert criterion(scored(told), "plan-reps").earned == earned


@pytest.mark.parametrize(
    ("last", "earned"), [("2026-11-23", 2), ("Nov 23", 2), ("11/23", 2), ("at the end", 1), ("TBD", 1)]
)
def test_a_day_that_cannot_be_reckoned_is_a_day(last: str, earned: float) -> None:
    text = TOLD.format(**{**AS_TOLD, "last": last}).replace("cycle-start: 2026-10-05\ncycle-weeks: 8\n", "")
    assert criterion(scored(text), "reviews-planned").earned == earned


@pytest.mark.parametrize(("as_of", "earned"), [("2026-10-05", 2), ("2026-11-16", 1)])
def test_rows_of_the_tracker_for_days_to_come_are_reviews(as_of: str, earned: float) -> None:
    rows = "| Date | Level | Calls |\n|---|---|---|\n| 2026-10-26 | | |\n| 2026-11-23 | | |"
    text = TOLD.format(**{**AS_TOLD, "tracker": f"### Tracker\n\n{rows}"})
    text = text[: text.index("**Reviews:**")]
    assert criterion(scored(text, as_of=date.fromisoformat(as_of)), "reviews-planned").earned == earned


@pytest.mark.parametrize(("result", "earned"), [("Result", 2), ("Room", 0)])
def test_before_the_first_week_a_review_plan_with_a_place_for_results_is_a_tracker(result: str, earned: float) -> None:
    rows = f"| Checkpoint | Date | Evidence | {result} |\n|---|---|---|---|\n| First | 2026-10-26 | Brief | |\n"
    text = TOLD.format(**{**AS_TOLD, "tracker": ""})
    text = text[: text.index("**Reviews:**")] + f"### Reviews\n\n{rows}"
    for day, expected in ((date(2026, 10, 6), earned), (date(2026, 11, 2), 0)):
        assert criterion(scored(text, as_of=day), "tracker-kept").earned == expected


@pytest.mark.parametrize("status", ["Not started", "Done"])
def test_checkpoints_in_the_tracker_are_reviews_that_are_planned(status: str) -> None:
    rows = f"| 2026-10-09 | Kick-off | Agreed bets | {status} |\n| 2026-11-06 | Close | Briefs | {status} |\n"
    table = f"### Tracker\n\n| Date | Checkpoint | Evidence | Status |\n|---|---|---|---|\n{rows}\n"
    text = WHOLE[: WHOLE.index("## 6)")] + f"## 6) Follow-up Tracker\n\n{table}" + WHOLE[WHOLE.index("## 7)") :]
    found = scored(text)
    assert (criterion(found, "reviews-planned").earned, criterion(found, "review-evidence").earned) == (2, 1)


@pytest.mark.parametrize(("said", "earned"), [("Strength", 1), ("A real strength", 1), ("Fine", 0), ("Skill", 0)])
def test_a_row_that_is_called_a_strength_names_one(said: str, earned: float) -> None:
    rows = f"| Framing | Understand | two briefs | Skill |\n| Writing | Analyze | the memo of 3 May | {said} |\n"
    table = f"| Competency | Level | Evidence | Gap type |\n|---|---|---|---|\n{rows}"
    text = f"---\ntype: coaching-pack\n---\n\n## 2) Current Assessment\n\n{table}"
    assert criterion(scored(text), "strengths-named").earned == earned


@pytest.mark.parametrize("is_lost", [True, False])
def test_what_is_not_read_is_shown_where_points_are_lost(is_lost: bool) -> None:
    """It may be just what the part lacks; where nothing is missing it is the author's own."""
    heading, own = "### When to be directive\n", "### Sayings that help\n"
    more = own if is_lost else f"{own}\nShe keeps them on a card.\n\n{heading}"
    text = replaced(text_of("pm-03-discovery"), heading, more)
    result = scored(text)
    line = text[: text.index("### Sayings")].count("\n") + 1
    places = [(each.range.start.line, each.range.start.column, each.words) for each in result.unread]
    assert places == ([(line, 5, "the heading “Sayings that help”")] if is_lost else [])
    told = "".join(render_scores([result], Style()))
    assert ("Not read, so that it earns nothing:" in told) is is_lost
    assert (f"{result.total} of 30 or more" in told) is is_lost
    totals = "".join(render_totals([result, scored(text_of("pm-07-strategic"))], Style())).splitlines()
    assert (f" {result.total} of 30 or more  " in totals[0]) is is_lost
    assert (" of 30          " in totals[1]) is is_lost
    assert ("look there first" in " ".join(told.split())) is is_lost
    assert [each.dimension for each in result.dimensions if each.unread] == (["Cadence and toolkit"] if is_lost else [])


@pytest.mark.parametrize(("heading", "unread"), [("## What else", ["the heading “What else”"]), ("", [])])
def test_a_heading_that_nothing_reads_may_be_a_part_that_is_missing(heading: str, unread: list[str]) -> None:
    text = text_of("pm-03-discovery")
    start = text.index("## 5)")
    end = text.index("\n## ", start)
    result = scored(f"{text[:start]}{heading}\n\nWe meet.\n{text[end:]}")
    assert [each.words for each in result.unread] == unread
    assert result.words.endswith(" or more") is bool(unread)


@pytest.mark.parametrize(("named", "said", "earned"), [("Prioritization", "Strength", 1), ("Strengths", "Fine", 0)])
def test_a_strength_may_stand_in_a_column_that_nothing_reads(named: str, said: str, earned: float) -> None:
    table = (
        f"| Competency | Level | Evidence | Gap or limit? |\n|---|---|---|---|\n| {named} | Apply | A list | {said} |\n"
    )
    text = f"---\ntype: coaching-pack\n---\n\n## 2) Current Assessment\n\n{table}"
    assert criterion(scored(text), "strengths-named").earned == earned


@pytest.mark.parametrize("select", [None, ("PMC2",)])
def test_nothing_private_is_told_with_a_score(
    select: tuple[str, ...] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A score may stand in the log of a CI system: what the linter masks is masked there as well, whatever it tells."""
    text = replaced(WHOLE, "### When to be directive\n", "### Clouds of jane.doe@fabrikam.io\n")
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(text.replace("Problem framing", "Framing by jane.doe@fabrikam.io"), encoding="utf-8")
    result = Scorer(Settings(root=tmp_path, select=select)).score(Path("a.md"))
    assert result
    assert result.file == "a.md"
    told = "".join(render_scores([result], Style(), explain=True))
    data = "".join(score_json.render_scores([result]))
    for output in (told, data):
        assert "jane" not in output
        assert "Clouds of j…@…" in output
        assert "Framing by j…@…" in output


def test_who_has_attested_an_item_is_told_though_the_checklist_spells_its_id_small(tmp_path: Path) -> None:
    own = tmp_path / "docs/standards/coaching-checklists.md"
    own.parent.mkdir(parents=True)
    lists = (ROOT / "docs/standards/coaching-checklists.md").read_text(encoding="utf-8")
    own.write_text(replaced(lists, "| C1 |", "| c1 |"), encoding="utf-8")
    pack = tmp_path / "a.md"
    pack.write_text(f"{WHOLE}\n## Quality Gate\n\n- [x] C1 asked first (lead-02, 2026-11-04)\n", encoding="utf-8")
    result = Scorer(Settings(root=tmp_path)).score(pack)
    assert result
    assert [each.said for each in result.attested if each.id == "C1"] == [(("lead-02", "2026-11-04"),)]
