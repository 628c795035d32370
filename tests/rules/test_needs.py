"""What each bet needs, wherever it is told: in the weeks of a plan, once for all of them, or by the bet itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.settings import Settings
from tests.linting import Told, lint

OWN = ("PMC416", "PMC424", "PMC425", "PMC426", "PMC724")
BETS = """\
---
type: coaching-pack
status: active
---

## 3) Shared Vision

| ID | Bet |
|---|---|
| B1 | Frame first |
| B2 | Say no |

## 4) Development Plan

"""
HEADER = "| Week | Bet | Rep | Artifact | Coach | Measure |\n|---|---|---|---|---|---|\n"
BOTH = "| 1 | B1, B2 | One brief | Brief | Reads it | Comments |\n"
ITEMS = "- Week 1: One brief. Artifact: brief. Coach: reads it\n- Week 2: One memo. Artifact: memo\n"
STRETCH = "\n**Stretch assignment:** the council in November\n"


def found(text: str) -> list[Told]:
    settings = Settings(root=Path(), as_of=date(2026, 10, 5))
    return [one for one in lint(text, settings) if one[0] in OWN]


@pytest.mark.parametrize(
    "plan",
    [
        HEADER + BOTH + STRETCH,
        HEADER.replace(" Measure |\n|---", " |\n|---")
        + BOTH.replace(" Comments |", " |")
        + f"{STRETCH}\n**Measurement:** comments on each brief\n",
        f"{ITEMS}{STRETCH}\n**Measurement:**\n\n- Bet 1: comments\n- Bet 2: refusals\n",
        f"{HEADER}| 1 | all | One brief | Brief | Reads it | Comments |\n| 2 | | Stretch: the council | Memo | | |\n",
    ],
    ids=["in-the-weeks", "once", "for-each", "all-and-none"],
)
def test_a_plan_by_weeks_may_tell_all_that_bets_need(plan: str) -> None:
    assert found(BETS + plan) == []


def test_what_weeks_tell_of_no_bet_is_told_once() -> None:
    plan = "| Week | Bet | Rep |\n|---|---|---|\n| 1 | B1 | One brief |\n| 2 | B2 | One memo |\n"
    assert found(BETS + plan) == [
        (
            "PMC424",
            "error",
            "13:4-13:23",
            "The plan names no artifacts, commitment of the coach or measurement.",
        ),
        ("PMC724", "error", "13:4-13:23", "The plan has no stretch assignment."),
    ]


def test_what_weeks_tell_of_one_bet_alone_is_told_of_the_other() -> None:
    plan = f"{HEADER}{BOTH.replace('B1, B2', 'B1')}| 2 | B2 | One memo | Memo | Reads it | |\n{STRETCH}"
    assert found(BETS + plan) == [
        ("PMC424", "error", "18:1-18:42", "The plan names no measurement for growth bet “B2: Say no”."),
    ]


def test_a_bet_of_which_no_week_is_has_no_plan() -> None:
    assert found(BETS + HEADER + BOTH.replace("B1, B2", "B1") + STRETCH) == [
        ("PMC416", "error", "11:8-11:14", "Growth bet “B2: Say no” has no plan in part 4."),
    ]


SECTION = "### B1: Frame first\n\n**Weekly reps:** One brief (45 min)\n\n**Stretch assignment:** the council\n"
OTHER = SECTION.replace("B1: Frame first", "B2: Say no")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("**Checkpoints:** W1 first brief; W4 two briefs\n", []),
        ("## 6) Follow-up\n\n**Reviews:** week 4: two briefs; week 8: all briefs\n", []),
        ("## 6) Follow-up\n\n**Reviews:** when we feel like it\n", ["B1: Frame first", "B2: Say no"]),
        ("## 6) Follow-up\n\n**9 October.** Start. Note 1.\n\n**6 November.** A real choice.\n", []),
        ("## 6) Follow-up\n\nAt week 4 and week 8 we both look at the count, and change the rep.\n", []),
        ("## 6) Follow-up\n\nWe look at it if need be, for example in week 4.\n", ["B1: Frame first", "B2: Say no"]),
        ("## 6) Follow-up\n\n- Mid review 13.11. (CW46): ratings\n- Closing 18.12.: ratings\n", []),
        ("## 6) Follow-up\n\nMidpoint (11/17): on track. Close-out 12/17: reread all.\n", []),
        ("## 6) Follow-up\n\nThe last one got 9/10, the one before 7/10.\n", ["B1: Frame first", "B2: Say no"]),
        ("### Timeline\n\n- KW51 (14.12.) interview 3, **check 1 on 17.12.**\n- KW52 free\n", []),
        ("### Timeline\n\n- Wk 3 (Jan 18): update. *Checkpoint 1, Jan 22*\n", []),
        ("", ["B1: Frame first", "B2: Say no"]),
    ],
)
def test_checkpoints_may_stand_in_part_6_or_on_a_timeline(more: str, expected: list[str]) -> None:
    is_own = more.startswith("**")
    plan = f"{SECTION}\n{more if is_own else ''}\n{OTHER}\n{more}"
    assert [message for code, _, _, message in found(BETS + plan) if code == "PMC425"] == [
        f"The plan for bet “{name}” has no checkpoints, and part 6 names no day or week to look at it."
        for name in expected
    ]


def test_a_timeline_that_nothing_reads_may_hold_checkpoints() -> None:
    plan = f"{SECTION}\n\n{OTHER}\n### Timeline\n\n- Wk 3 (Jan 18): one review a week\n"
    lacking = "has no checkpoints, and part 6 names no day or week to look at it."
    assert [message for code, _, _, message in found(BETS + plan) if code == "PMC425"] == [
        f"As far as it can be read, the plan for bet “{name}” {lacking}" for name in ("B1: Frame first", "B2: Say no")
    ]


ASSESSED = """\
---
type: coaching-pack
status: active
---

## 2) Current Assessment

| Competency | Current level | Evidence |
|---|---|---|
| Framing | Apply | Brief of 3 March opens with the solution |

## 3) Shared Vision

"""


@pytest.mark.parametrize(
    "bets",
    [
        "| Bet | Competency | Target level |\n|---|---|---|\n| Frame first | Framing | Analyze |\n",
        "**Bet 1: Framing, Apply → Analyze**\n\n- Why: we build what nobody needs\n",
    ],
)
def test_the_level_to_reach_may_stand_in_the_bet(bets: str) -> None:
    assert found(ASSESSED + bets) == []


def test_a_level_to_reach_that_nothing_names_is_told_once() -> None:
    bets = "| Bet | Competency |\n|---|---|\n| Frame first | Framing |\n| Frame again | Framing |\n"
    assert found(ASSESSED + bets) == [
        ("PMC426", "error", "8:1-8:42", "Neither the assessment nor a bet says which level is to be reached."),
    ]


def test_a_level_to_reach_that_one_bet_lacks_is_told_of_it() -> None:
    bets = (
        "| Bet | Competency | Target level |\n|---|---|---|\n| Frame first | Framing | Analyze |\n| Cut | Scoping | |\n"
    )
    more = ASSESSED.replace("\n\n## 3)", "\n| Scoping | Apply | Spec of May |\n\n## 3)")
    assert [one for one in found(more + bets) if one[0] == "PMC426"] == [
        ("PMC426", "error", "18:3-18:6", "Growth bet “Cut” does not say which level is to be reached."),
    ]


WHY = "\n**Hypothesis:** If pm-07 frames first, rework falls, because causes come first.\n"


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (
            SECTION + WHY + OTHER,
            [("PMC427", "warning", "22:5-22:15", "The plan for bet “B2: Say no” has no hypothesis.")],
        ),
        (SECTION + OTHER, []),
        (SECTION + WHY + OTHER + WHY, []),
        (HEADER + BOTH + STRETCH, []),
    ],
    ids=["one", "all", "none", "by-weeks"],
)
def test_a_hypothesis_is_missing_only_where_another_plan_has_one(plan: str, expected: list[Told]) -> None:
    settings = Settings(root=Path(), as_of=date(2026, 10, 5))
    assert [one for one in lint(BETS + plan, settings) if one[0] == "PMC427"] == expected


@pytest.mark.parametrize(("heading", "expected"), [("###", []), ("####", ["B1: Frame first"])])
def test_a_stretch_assignment_with_a_heading_beside_those_of_the_bets_is_for_all(
    heading: str, expected: list[str]
) -> None:
    reps = "**Weekly reps:** One brief (45 min)\n"
    plan = f"### B1: Frame first\n\n{reps}\n### B2: Say no\n\n{reps}\n{heading} Stretch assignment\n\nThe council\n"
    assert [message for code, _, _, message in found(BETS + plan) if code == "PMC724"] == [
        f"The plan for bet “{name}” has no stretch assignment." for name in expected
    ]


VISION = "## 3) Shared Vision\n\n"
WHOLE = (
    "| ID | Bet | Why it matters | Success signals |\n|---|---|---|---|\n"
    "| B1 | Frame first | We build what nobody needs | 4 of 5 briefs pass |\n"
    "| B2 | Say no | The roadmap holds 41 items | Roadmap at 12 items |\n"
)
FRAME = "### B1: Frame first\n\n**Why:** We build what nobody needs.\n\n**Signals:** 4 of 5 briefs pass"
REFUSE = "### B2: Say no\n\n**Why:** since September, 41 items.\n\n**Signals:** Roadmap at 12 items"
BY_WEEKS = f"\n## 4) Development Plan\n\n{HEADER}"
BY_BET = "\n## 4) Development Plan\n\n"


@pytest.mark.parametrize("status", ["draft", "active"])
@pytest.mark.parametrize(
    ("bets", "expected"),
    [
        (WHOLE, [("8:1-8:48", "No growth bet says when it runs.")]),
        (
            (
                "| Bet | Why it matters | Success signals | Timeframe |\n|---|---|---|---|\n"
                "| Frame first | Reworks | 4 of 5 briefs | Weeks 1–8 |\n| Say no | 41 items | 12 items |  |\n"
            ),
            [("11:34-11:34", "Growth bet “Say no” does not say when it runs.")],
        ),
        (
            f"{FRAME} by the end of November\n\n{REFUSE}\n",
            [("14:9-14:15", "Growth bet “B2: Say no” does not say when it runs.")],
        ),
        (
            f"{WHOLE}{BY_WEEKS}{BOTH.replace('B1, B2', 'B1')}",
            [("11:8-11:14", "Growth bet “B2: Say no” does not say when it runs.")],
        ),
        (f"{WHOLE}{BY_WEEKS}{BOTH}", []),
        (
            f"{WHOLE}{BY_BET}{SECTION}\n**Checkpoints:** W1 one brief; W8 all\n\n{OTHER}\n**Checkpoints:** W4 a list\n",
            [],
        ),
        (
            (
                f"{WHOLE}{BY_BET}### B1\n\n**Reps:** One brief (45 min, weeks 1–4)\n\n"
                "### B2\n\n**Reps:** One no (weeks 5–8)\n"
            ),
            [],
        ),
        (
            (
                f"{WHOLE}{BY_BET}### B1\n\n**Stretch:** The council, 2026-11-20\n\n"
                "### B2\n\n**Stretch:** The fair on 26 November\n"
            ),
            [],
        ),
        ("- Frame first\n- Say no\n", []),  # what lacks all is told once, by another rule
    ],
    ids=["none", "empty-cell", "words", "week-of-another", "weeks", "checkpoints", "reps", "stretch", "bare"],
)
def test_a_bet_that_nowhere_says_when_it_runs_is_a_matter_for_a_warning(
    status: str, bets: str, expected: list[tuple[str, str]]
) -> None:
    settings = Settings(root=Path(), as_of=date(2026, 10, 5))
    text = f"---\ntype: coaching-pack\nstatus: {status}\n---\n\n{VISION}{bets}"
    found = [(at, message) for code, severity, at, message in lint(text, settings) if code == "PMC428"]
    assert found == expected


@pytest.mark.parametrize(
    ("said", "is_said"),
    [
        ("by the middle of December", True),
        ("Know → Apply (week 3) → Analyze (week 6)", True),
        ("Five weeks for Analyze, ten for Synthesize", True),
        ("both in the week of 23 November", True),
        ("By 26 November", True),
        ("from week 4 on", True),
        ("before the end of the cycle", True),
        ("W1–W6", True),
        ("until 2026-11-27", True),
        ("by Q1", True),
        ("shared within two days, each naming what is given up", False),
        ("baseline from the September brief", False),
        ("under 15 comments a week", False),
        ("one brief per week", False),
        ("signed by the CFO", False),
        ("read by finance and sales", False),
    ],
)
def test_words_of_a_bet_may_say_when_it_runs(said: str, is_said: bool) -> None:
    settings = Settings(root=Path(), as_of=date(2026, 10, 5))
    text = f"---\ntype: coaching-pack\n---\n\n{VISION}{FRAME}, {said}.\n"
    assert [one[0] for one in lint(text, settings) if one[0] == "PMC428"] == ([] if is_said else ["PMC428"])
