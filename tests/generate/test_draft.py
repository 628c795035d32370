"""The draft of a coaching pack: the shows of the source, and what holds for every draft."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.generate.draft.facts import facts_of
from pmcoach_lint.generate.draft.leverage import bets_among, candidates_of
from pmcoach_lint.generate.draft.library import LEVELS, read_library
from pmcoach_lint.generate.draft.outline import outline_of
from pmcoach_lint.generate.draft.pack import draft
from pmcoach_lint.generate.draft.schedule import busiest, plan_reps
from pmcoach_lint.rubric import Scorer
from pmcoach_lint.rubric.model import Score
from pmcoach_lint.settings import Settings
from pmcoach_lint.standards import Standards
from tests.generate.intakes import (
    COMPLETE,
    FIRST_EXAMPLE,
    SECOND_EXAMPLE,
    TODAY,
    drafted,
    findings,
    library,
    questions,
    session,
)

LIBRARY = library()


def section(document: Document, heading: str) -> str:
    """What stands below a heading, up to the next one that is as high."""
    level = heading.partition(" ")[0]
    return document.text.partition(f"\n{heading}\n")[2].partition(f"\n{level} ")[0]


# The shows


def test_the_first_example_gives_eight_weeks_on_strategy_with_an_opportunity_assessment() -> None:
    pack = drafted({"Coaching goal": FIRST_EXAMPLE})
    assert pack.data["weeks"] == 8
    bets = pack.data["vision"]["bets"]
    assert [bet["competency"] for bet in bets] == ["Strategy and prioritization"]
    plan = pack.data["plan"]["bets"][0]
    assert plan["stretch"][0].startswith("Opportunity assessment")
    assert len(plan["reps"]) >= 3
    assert all(30 <= rep["minutes"] <= 90 for rep in plan["reps"])
    levels = {each["competency"]: each["gap_type"] for each in pack.data["assessment"]["levels"]}
    assert levels == {"Strategy and prioritization": "skill", "Execution and delivery": "none"}
    assert len(pack.data["definition"]["competencies"][0]["ladder"]) == 6
    assert pack.data["cadence"]["rhythm"]
    assert len(pack.data["cadence"]["reviews"]) >= 3


def test_the_second_example_gives_stakeholder_maps_and_decision_briefs_with_pre_reads_as_reps() -> None:
    pack = drafted({"Coaching goal": SECOND_EXAMPLE})
    assert [bet["competency"] for bet in pack.data["vision"]["bets"]] == ["Stakeholder leadership"]
    plan = pack.data["plan"]["bets"][0]
    artifacts = " ".join(rep["artifact"] for rep in plan["reps"]).casefold()
    assert "stakeholder map" in artifacts
    assert "decision brief" in artifacts
    assert any("pre-read" in rep["rep"] for rep in plan["reps"])
    assert 3 <= len(pack.data["cadence"]["prompts"]) <= 5
    assert [each["week"] for each in pack.data["follow_up"]["reviews"]] == [1, 4, 8]


def test_what_has_a_bar_in_it_stays_one_cell_and_keeps_its_words() -> None:
    evidence = [{"date": "2026-11-02", "evidence": "Wrote “now | later” into the roadmap brief"}]
    pack = drafted({"Coaching goal": FIRST_EXAMPLE, "Evidence": evidence})
    (piece,) = pack.data["assessment"]["evidence"]
    assert piece["evidence"] == "Wrote “now | later” into the roadmap brief"
    assert piece["date"] == "2026-11-02"


def test_executives_are_nobody_who_executes() -> None:
    pack = drafted({"Coaching goal": "Two decisions hold after the meeting, and executives answer the brief."})
    assert [each["competency"] for each in pack.data["assessment"]["levels"]] == ["Stakeholder leadership"]


# What a complete intake gives


def test_a_complete_intake_gives_a_pack_whose_every_part_says_where_it_comes_from() -> None:
    pack = drafted(COMPLETE)
    data = pack.data
    assert (data["pm"], data["coach"], data["team"], data["start"]) == ("pm-31", "lead-04", "billing", "2027-01-11")
    assert data["definition"]["decision_rights"].startswith("Alone: the order of the backlog.")
    framing = next(each for each in data["definition"]["competencies"] if each["competency"].startswith("Problem"))
    assert framing["behaviours"][0] == COMPLETE["I11"][0]
    assert [(each["id"], each["competency"]) for each in data["assessment"]["evidence"]] == [
        ("E1", "Strategy and prioritization"),
        ("E2", "Problem framing and insight"),
        ("E3", "Problem framing and insight"),
    ]
    assert [each["competency"] for each in data["vision"]["bets"]] == [
        "Problem framing and insight",
        "Strategy and prioritization",
    ]
    assert "The real work for it: The council decides on 25 February" in section(
        pack, "## 4) Development Plan (practice loops + stretch work)"
    )
    assert data["assessment"]["constraints"][0].startswith("Product cannot see churn by invoice type")
    assert "unknowns" not in data["context"]


@pytest.mark.parametrize(
    ("answer", "is_nothing"),
    [
        ("No written ladder", True),
        ("None yet.", True),
        ("nothing", True),
        ("There is no ladder for PMs", True),
        ("We have none", True),
        ("n/a", True),
        ("No PM ships without a decision log; PM4: shapes the problem", False),
        ("Nobody is promoted without a case", False),
        ("The product ladder of March 2026", False),
        ("Not written down as a ladder, but our values say: customers first", False),
    ],
)
def test_where_nothing_is_expected_in_writing_the_bar_is_an_assumption(answer: str, is_nothing: bool) -> None:
    pack = drafted({**COMPLETE, "I10": answer})
    assert ("**Expected in writing:** Nothing." in pack.text) is is_nothing
    assert (f"**Expected in writing:** {answer}" in pack.text) is not is_nothing
    assert any(text.startswith("The bar is") for text in pack.data.get("assumptions", ())) is is_nothing


def test_the_bets_are_chosen_by_a_score_that_the_pack_shows_with_those_that_lost() -> None:
    pack = drafted(COMPLETE)
    text = section(pack, "### How the bets were chosen")
    assert text.startswith("\nLeverage, out of 10: 3 if the goal of the cycle names the area;")
    assert "| Strategy and prioritization | 5 | Bet |" in text
    assert "| Problem framing and insight | 6 | Bet |" in text
    assert "| Execution and delivery | 0 | A strength: the bets build on it |" in text


def test_of_equals_the_bet_is_on_what_the_goal_names() -> None:
    said = {
        "I7": ["The release slips"],
        "I8": ["2026-09-09: the release slipped (Plan)", "2026-09-10: no deadline held (Plan)"],
        "I13": "By March pm-31 brings one decision brief a month",
    }
    text = section(drafted(said), "### How the bets were chosen")
    assert "| Stakeholder leadership | 3 | Bet |" in text
    assert "| Execution and delivery | 3 | A second bet needs 5 points |" in text


def test_time_decides_whether_a_second_bet_is_made() -> None:
    short = {**COMPLETE, "I17": {**COMPLETE["I17"], "Practice time": "60 minutes"}}
    pack = drafted(short)
    assert len(pack.data["vision"]["bets"]) == 1
    assert "| A second bet needs 90 minutes of practice a week, and there are 60 |" in pack.text


def test_levels_come_from_the_evidence_where_the_coach_gives_them_and_else_are_assumed() -> None:
    evidence = [
        {"evidence": "The roadmap drops nothing", "artifact": "Plan", "date": "2026-09-09", "level": "Understand"}
    ]
    pack = drafted({"I8": evidence, "I4": {"PM": "pm-31", "Title": "Senior PM"}, "I6": ["Ships releases on time"]})
    levels = {each["competency"]: (each["current"], each["target"]) for each in pack.data["assessment"]["levels"]}
    assert levels == {
        "Strategy and prioritization": ("Understand", "Apply"),
        "Execution and delivery": ("Synthesize", "Synthesize"),
    }
    assert not any("in strategy" in text for text in pack.data["assumptions"])
    junior = drafted({"I13": "Frames problems first", "I4": {"Title": "Associate PM"}})
    assert junior.data["vision"]["bets"][0]["current"] == "Know"
    assert any("Know in problem framing" in text for text in junior.data["assumptions"])


def test_evidence_whose_words_point_to_no_area_is_named_as_not_yet_matched() -> None:
    pack = drafted(
        {
            "I7": ["Takes requests without a framed problem", "Writes metrics after the launch"],
            "I8": ["2026-11-09: three of four had no number (Jira)", "2026-11-10: agreed at once (Thread)"],
        }
    )
    assert [each.get("competency") for each in pack.data["assessment"]["evidence"]] == [None, None]
    for level in pack.data["assessment"]["levels"]:
        assert level["evidence"] == ["Thin: no piece of work is matched to it yet"]
        assert "(not yet matched: E1, E2; provisional; level assumed, to be judged together)" in level["gap"]
    assert "Which competency does each of these show: E1, E2?" in pack.data["closing"]["questions"]
    assert not [each for each in findings(pack.text) if each.code == "PMC411"]
    without = drafted({"I7": ["Takes requests without a framed problem"]}).data["assessment"]["levels"][0]
    assert without["evidence"] == ["Thin: said at intake, and no piece of work shows it yet"]
    assert "(no evidence yet: provisional;" in without["gap"]


SIGNS = "- – — -- : ; , . / | \\ * ** _ ` ~~ # > < <br> [1] [^1] & &amp; 1. 2) + = → “q” 'x' tickets 9 Nov 5%"


@settings(max_examples=20)
@given(st.lists(st.sampled_from(SIGNS.split()), min_size=1, max_size=9))
def test_a_draft_keeps_the_words_of_an_intake(signs: list[str]) -> None:
    words = f"It {' '.join(signs)}"
    said = dict.fromkeys(["Team", "Title", "Scope", "Coaching goal", "Decision rights"], words)
    pack = drafted({**said, "Evidence": [words], "Constraints": [f"- {words}", f"3. Nov {words}", f"x - {words}"]}).data
    assert [pack["team"], pack["role"], pack["context"]["goal"]] == [words] * 3
    assert [pack["definition"]["scope"], pack["definition"]["decision_rights"]] == [words] * 2
    assert pack["context"]["constraints"] == [words, f"3. Nov {words}", f"x - {words}"]
    assert pack["assessment"]["evidence"][0]["evidence"] == words


def test_days_are_no_constraint_that_anybody_removes() -> None:
    days = {"I16": {"Start": "2026-11-30", "Weeks": 8, "Days off": ["21 Dec - 1 Jan"]}, "I1": {"Coach": "lead-04"}}
    said = ["holidays 21 Dec–1 Jan", "code freeze 14–18 Dec", "no analyst until February"]
    pack = drafted({**days, "I15": said})
    assert pack.data["assessment"]["constraints"] == [
        "holidays 21 Dec–1 Jan. The plan goes around these days.",
        "code freeze 14–18 Dec. lead-04 says by week 2 what moves for it.",
        "no analyst until February. lead-04 looks for who can remove it, and says by week 2 what came of it.",
    ]
    assert "who removes which" in pack.text
    assert "who removes which" not in drafted({**days, "I15": said[:2]}).text


# What the rubric says of it, before any edit


def scored(tmp_path: Path, answers: dict[str, Any]) -> Score:
    path = tmp_path / "packs" / "draft.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(drafted(answers).text, encoding="utf-8")
    score = next(Scorer(Settings(root=tmp_path, as_of=TODAY)).scores([path]))
    assert score.out_of == 30
    return score


ABOUT_STAKEHOLDERS = {
    "I7": ["The same update of 900 words goes to 23 stakeholders; those who decide learn of it last."],
    "I8": [
        "2026-06-25: The update to 23 stakeholders named no decision; payments heard of it from a ticket (Update)",
        "2026-09-03: Presented three options to the executives without a recommendation (Presentation)",
        "2026-10-08: Legal and sales each got a version of the brief that the other did not know (Decision brief)",
    ],
    "I11": ["Sends a decision brief two days before the council", "Tells those who decide before those who watch"],
}


@pytest.mark.parametrize(
    ("goal", "more"), [(FIRST_EXAMPLE, {}), (SECOND_EXAMPLE, ABOUT_STAKEHOLDERS), (COMPLETE["I13"], {})]
)
def test_a_draft_from_a_complete_intake_scores_20_or_more(tmp_path: Path, goal: str, more: dict[str, Any]) -> None:
    score = scored(tmp_path, {**COMPLETE, "I13": goal, **more})
    assert score.total >= 26
    assert all(dimension.score >= 4 for dimension in score.dimensions)


def test_a_draft_from_a_thin_intake_scores_less_where_nothing_was_said(tmp_path: Path) -> None:
    thin, complete = scored(tmp_path, {"I13": SECOND_EXAMPLE}), scored(tmp_path, COMPLETE)
    less = {
        each.dimension
        for each, other in zip(thin.dimensions, complete.dimensions, strict=True)
        if each.score < other.score
    }
    assert thin.total <= 18
    assert complete.total >= 26
    assert less == {dimension.dimension for dimension in complete.dimensions}
    assert scored(tmp_path, {}).total <= thin.total
    assert thin.band
    assert thin.band.name == "Ask again first"
    assert scored(tmp_path, {"I13": FIRST_EXAMPLE}).total < 20


# What holds for every draft


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"I13": FIRST_EXAMPLE},
        {"I13": SECOND_EXAMPLE},
        COMPLETE,
        {"I13": "Everything at once", "I7": ["Roadmap", "Interviews", "Release", "Pre-read", "Prototype", "Margin"]},
        {
            "I8": ["| a | b |", "[x] <br> `code` **bold"],
            "I4": {"PM": "pm-1", "Title": "VP: “all”, #1", "Scope": "# <b>"},
        },
        {"I6": ["Strategy", "Research", "Launches", "Executives", "Design", "Pricing"]},
    ],
    ids=["nothing", "first", "second", "complete", "scattered", "odd", "strong everywhere"],
)
def test_a_draft_lints_without_an_error_and_is_the_same_each_time(answers: dict[str, Any]) -> None:
    pack = drafted(answers)
    assert [str(finding) for finding in findings(pack.text) if finding.severity is Severity.ERROR] == []
    assert drafted(answers).text == pack.text
    assert 1 <= len(pack.data["vision"]["bets"]) <= 3
    open_places = len(pack.offences.get("still-to-fill", ()))
    assert open_places == pack.text.count("TBD") - pack.text.count("“TBD”")
    assert pack.data["closing"]["risks"]
    assert pack.data["closing"]["questions"]
    assert pack.data["closing"]["next_steps"]


def test_the_less_is_known_the_more_is_marked_assumed_and_asked() -> None:
    thin, complete = drafted({"I13": FIRST_EXAMPLE}), drafted(COMPLETE)
    marked = [len(pack.offences.get("still-to-fill", ())) for pack in (thin, complete)]
    assert marked == [12, 2]
    assert [len(pack.data["assumptions"]) for pack in (thin, complete)] == [8, 4]
    assert "The PM has 2 hours a week for practice." in thin.data["assumptions"]
    assert "evidence (I8)" in thin.data["context"]["unknowns"]
    assert "Which two to five pieces of work show it, and what do they show? (I8)" in thin.data["closing"]["questions"]
    complete_rules = {finding.rule for finding in findings(complete.text)}
    assert complete_rules == {"still-to-fill"}


@given(
    st.integers(4, 12),
    st.sampled_from([30, 45, 60, 75, 90, 120, 150, 180, 240]),
    st.sampled_from(["Associate PM", "PM", "Principal PM"]),
    st.integers(0, 6),
)
def test_reps_fit_the_time_there_is_whatever_is_said(weeks: int, practice: int, title: str, start: int) -> None:
    said: dict[str, Any] = {
        "person": {"title": title},
        "goals": {"goal": "Frames problems, and says no to roadmap requests"},
        "state": {
            "challenges": ["Roadmap", "Interviews"],
            "evidence": [{"evidence": "Roadmap"}, {"evidence": "Frame"}] * 3,
        },
        "logistics": {
            "weeks": {"from": 1, "to": weeks},
            "practice_time": practice,
            "start": str(date(2027, 1, 11) + timedelta(days=start)),
        },
    }
    facts = facts_of(said, (), LIBRARY, TODAY)
    bets = bets_among(candidates_of(facts, LIBRARY))
    planned = plan_reps(bets, facts)
    assert len(planned) == len(bets)
    assert busiest(planned, weeks) <= max(practice, 60)
    for reps in planned:
        covered = {week for each in reps for week in range(each.first, each.last + 1)}
        assert covered == set(range(1, weeks + 1))
        assert len({each.id for each in reps}) == len(reps)


def test_a_strength_that_is_to_grow_is_asked_about() -> None:
    pack = drafted({"I13": "The roadmap has five items", "I6": ["Explains the strategy well"]})
    assert (
        "Strategy and prioritization is named as a strength and as something to grow: what differs between the two?"
        in pack.data["closing"]["questions"]
    )


def test_each_bet_goes_one_level_up() -> None:
    for answers in ({"I13": FIRST_EXAMPLE}, COMPLETE, {"I13": "Frames problems", "I4": {"Title": "Junior PM"}}):
        for bet in drafted(answers).data["vision"]["bets"]:
            assert LEVELS.index(bet["target"]) == LEVELS.index(bet["current"]) + 1


# A team's own libraries


def test_a_teams_own_library_counts(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "docs" / "standards"
    folder.mkdir(parents=True)
    own = """---
type: competency-library
title: Ours
version: 1
date: 2026-11-20
status: active
---

# Ours

## Areas

### Area 1: Strategy and prioritization

**Why it matters:** We say no too late.

**Words that point to it:** strateg; roadmap

**Observable behaviours:**

- Closes old requests in public

**Bloom ladder:**

- Apply: Closes ten a week
"""
    (folder / "competency-library.md").write_text(own, encoding="utf-8")
    found = read_library(Standards(Settings(root=tmp_path)))
    assert [(area.name, area.behaviours) for area in found.areas] == [
        ("Strategy and prioritization", ("Closes old requests in public",))
    ]
    assert set(found.areas[0].steps) == set(LEVELS[:-1])  # the practice library is still ours
    text = draft(outline_of(facts_of(session({"I13": "A roadmap"}).data, questions(), found, TODAY), found))
    assert "| Strategy and prioritization | Closes old requests in public |" in text


def test_where_the_pm_wants_to_go_stands_in_the_draft() -> None:
    assert "- Where pm-31 wants to go: wants to lead a group.\n" in drafted(COMPLETE).text


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("By April pm-44 ranks the backlog of search without help", "Strategy and prioritization"),
        ("In refinement pm-44 waits for the engineers to say what comes first", "Strategy and prioritization"),
        ("pm-9 needs to say no to sales", "Strategy and prioritization"),
        ("can't say no: whatever is asked for is done", "Strategy and prioritization"),
        ("turns down one request a month in writing", "Strategy and prioritization"),
        ("Has no view beyond the sprint", "Strategy and prioritization"),
        ("Talks about features, not outcomes", "Strategy and prioritization"),
        ("Ship on time without drama", "Execution and delivery"),
        ("Takes requests as they come and asks nobody what for", "Problem framing and insight"),
        ("Improve customer empathy", "Problem framing and insight"),
        ("Get better at using data to make decisions", "Problem framing and insight"),
        ("pm-3 presents to the board without me", "Stakeholder leadership"),
        ("Handle conflict between sales and engineering", "Stakeholder leadership"),
        ("Does not speak to executives", "Stakeholder leadership"),
        ("Write clear PRDs that engineers can build from", "Product craft"),
        ("My PM should develop better product sense", "Product craft"),
        ("pm-8 should own pricing and the P&L", "Business acumen"),
    ],
)
def test_what_coaches_really_write_leads_to_its_area(text: str, area: str) -> None:
    found = LIBRARY.area_of(text)
    assert found
    assert found.name == area
