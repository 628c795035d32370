"""Ladders whose levels stand among words at the head of columns, and those told in short forms and definition lists."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read, told

GOOD = "## 1) Definition of “Good PM”\n\n"
LEVELS = "## 2) Current Assessment\n\n"


def competencies(body: str) -> Any:
    return parts(f"{GOOD}{body}\n")["definition"]["competencies"]


def rungs(body: str) -> list[tuple[str, str]]:
    return [(rung["level"], rung["behaviour"]) for rung in competencies(body)[0]["ladder"]]


@pytest.mark.parametrize(
    "heads",
    [
        ("What level 2 means", "What level 3 means", "What level 4 means"),
        ("L2 looks like", "L3 looks like", "L4 looks like"),
        ("Seen at Understand", "Seen at Apply", "Seen at Analyze"),
        ("Understand: what we see", "Apply: what we see", "Analyze: what we see"),
    ],
)
def test_columns_with_the_same_words_around_their_levels_are_rungs(heads: tuple[str, ...]) -> None:
    table = f"| Skill | Behaviours | {' | '.join(heads)} |\n|---|---|---|---|---|\n"
    found = rungs(f"{table}| Pricing | names a floor | explains the tiers | sets one | finds the leak |")
    assert found == [("Understand", "explains the tiers"), ("Apply", "sets one"), ("Analyze", "finds the leak")]


def test_one_column_with_a_level_among_words_is_no_rung() -> None:
    table = "| Skill | Behaviours | Proof for level 3 |\n|---|---|---|\n"
    assert competencies(f"{table}| Pricing | names a floor | the March memo |") == [
        {"competency": "Pricing", "behaviours": ["names a floor"]}
    ]


@pytest.mark.parametrize("head", ["Remember / Understand", "Know / Understand", "Remember–Understand"])
def test_a_column_for_the_two_lowest_levels_is_two_rungs_and_no_expectation(head: str) -> None:
    rows = "| Pricing | names a floor | knows the tiers | sets one | finds the leak | new tier |\n"
    rows += "| Hiring | asks for work | knows the steps | runs one | sees bias | new loop |"
    found = competencies(
        f"| Skill | Behaviours | {head} | Apply | Analyse | Synthesise |\n|---|---|---|---|---|---|\n{rows}"
    )
    assert [rung["level"] for rung in found[0]["ladder"]] == ["Know", "Understand", "Apply", "Analyze", "Synthesize"]
    assert found[1]["ladder"][1] == {"level": "Understand", "behaviour": "knows the steps"}
    assert "expected" not in found[0]


def test_a_column_for_two_levels_may_have_words_around_them() -> None:
    table = "| Skill | Behaviours | What level 4 means | What level 5/6 means |\n|---|---|---|---|\n"
    found = rungs(f"{table}| Pricing | names a floor | finds the leak | writes the rule |")
    assert found == [("Analyze", "finds the leak"), ("Synthesize", "writes the rule"), ("Evaluate", "writes the rule")]


LEGEND = "Scale: K know · U understand · Ap apply · An analyse · S synthesise · E evaluate\n\n"
DEFINED = """**CST – costing**
: sees: a number with its range; the range holds
: K lists the inputs → U explains one → Ap fills the sheet
  → An finds the input that
  decides

**HIR – hiring**
: sees: a scorecard before the first call
"""


def test_terms_with_definitions_over_several_lines_are_competencies() -> None:
    first, second = competencies(LEGEND + DEFINED)
    assert first["competency"] == "CST – costing"
    assert first["behaviours"] == ["a number with its range", "the range holds"]
    assert [rung["level"] for rung in first["ladder"]] == ["Know", "Understand", "Apply", "Analyze"]
    assert second == {"competency": "HIR – hiring", "behaviours": ["a scorecard before the first call"]}


def test_a_legend_with_words_says_what_short_forms_stand_for() -> None:
    table = "| Axis | Reading | Error bar | From | Note |\n|---|---|---|---|---|\n"
    rows = "| Costing | An | ±½ | B4 | found the leak in May |\n| Hiring | U, at times Ap | ±1 | B1, B2 | two loops |\n"
    found = read(f"{LEVELS}{LEGEND}{table}{rows}").data["assessment"]["levels"]
    assert [(level["competency"], level["current"]) for level in found] == [
        ("Costing", "Analyze"),
        ("Hiring", "Understand"),
    ]
    assert found[1]["evidence"][:2] == ["B1", "B2"]
    assert [level["confidence"] for level in found] == ["±½", "±1"]


def test_a_column_of_ids_below_another_name_is_the_evidence() -> None:
    table = "| Competency | Current | Log | Owner |\n|---|---|---|---|\n"
    rows = "| Costing | Apply | E1 | lead-02 |\n| Hiring | Know | E1, E2 | lead-02 |\n"
    log = "### Evidence log\n\n- E1 2026-09-14: left the range out\n- E2 2026-09-21: asked for it\n"
    found = read(f"{LEVELS}{table}{rows}\n{log}").data["assessment"]["levels"]
    assert [level["evidence"] for level in found] == [["E1"], ["E1", "E2"]]


def test_a_column_of_other_ids_is_no_evidence() -> None:
    rows = "| Costing | Apply | P1 |\n| Hiring | Know | P2 |\n| Craft | Know | P3 |\n"
    found = read(f"{LEVELS}| Competency | Current | Severity |\n|---|---|---|\n{rows}").data["assessment"]["levels"]
    assert [(level.get("evidence"), level["priority"]) for level in found] == [(None, "H"), (None, "M"), (None, "L")]


def test_stages_in_one_line_are_no_step_of_the_plan() -> None:
    body = "## 4) Development Plan\n\n### B1: Cost it\n\n**Weekly reps:** one sheet\n\n"
    data = read(f"{body}weeks 1–2 old ones (Know → Understand) · weeks 3–5 new ones (Apply)\n").data
    assert "target" not in data["plan"]["bets"][0]


def test_the_heading_with_the_number_of_the_part_is_the_assessment() -> None:
    body = (
        "## 0. Where we are\n\n- [x] intake\n- [ ] plan\n\n## 1. What good looks like\n\n- **Costing:** a range\n\n"
        "## 2. Assessment\n\n| Competency | Current | Evidence |\n|---|---|---|\n| Costing | Apply | May sheet |\n\n"
        "## 3. Bets\n\n**Bet 1: Cost it**\n\n- Target level: Analyze\n"
    )
    document = read(body)
    assert document.data["assessment"]["levels"][0]["current"] == "Apply"
    assert not [rule for rule, _, _ in told(body) if rule == "part-out-of-order"]


def test_now_alone_heads_the_assessment() -> None:
    body = (
        "## Good PM here\n\n- **Costing** – a range\n\n"
        "## Now\n\n- Costing: **understand**. The sheet of May gave no range at all.\n\n"
        "## Bets\n\n1. **Costing** → analyze\n"
    )
    assert read(body).data["assessment"]["levels"] == [
        {
            "competency": "Costing",
            "current": "Understand",
            "evidence": ["The sheet of May gave no range at all."],
        }
    ]
