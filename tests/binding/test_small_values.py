"""Small values out of labels and sentences: to their ends, in several parts, and none where none is meant."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.readers.people import team_told
from tests.binding.reading import parts

TITLE = "# PM coaching pack for pm-07\n\n"


def bare(body: str) -> dict[str, Any]:
    return read_document((TITLE + body).encode(), "packs/pm-07.md").data


@pytest.mark.parametrize(
    ("text", "team"),
    [
        (
            "pm-07 (PM, 3 yrs) owns the route planner for the depots of the north: 7 engineers",
            "route planner for the depots of the north",
        ),
        ("pm-07 — PM II, owns “Dock Gates”", "Dock Gates"),
        ("pm-07 is a PM on Payments and has eight engineers", "Payments"),
        ("you own the portal.", "portal"),
        ('pm-07 crossed out "owns the roadmap" as not to be seen', None),
        ("pm-07's own view is not known", None),
        (
            "pm-07 owns whatever comes into any of the forty depots between the two coasts on every day of the week",
            None,
        ),
    ],
)
def test_a_team_is_told_to_its_end_or_not_at_all(text: str, team: str | None) -> None:
    assert team_told(text) == team


@pytest.mark.parametrize(
    ("row", "stage"),
    [
        ("Company / stage | Northwind Freight, seed, two markets", "seed, two markets"),
        ("Company and stage | Northwind Freight, seed, two markets", "seed, two markets"),
        ("Stage | live in 9 cities, ca. 1.3 million tickets", "live in 9 cities, ca. 1.3 million tickets"),
        ("Stage | Series B. Two markets", "Series B"),
    ],
)
def test_a_stage_is_told_to_its_end_and_without_the_company(row: str, stage: str) -> None:
    data = bare(f"| Who | pm-07, Product Manager |\n|---|---|\n| {row} |\n\n## Goal\n\nOne.\n\n## Development plan\n")
    assert data["stage"] == stage
    assert data["role"] == "Product Manager"


def test_a_label_with_a_slash_tells_one_value_where_no_company_stands_in_it() -> None:
    data = bare(
        "- **Coach / role:** lead-02, Director of Product\n- **PM:** pm-07\n\n## Goal\n\nOne.\n\n## Development plan\n"
    )
    assert data.get("role") != "Director of Product"


@pytest.mark.parametrize("label", ["Assumptions", "Assumptions / unknown"])
def test_a_goal_ends_where_assumptions_begin(label: str) -> None:
    data = bare(f"## Goal of the coaching\n\npm-07 brings one option by March.\n\n**{label}**\n\n- no ladder yet\n")
    assert data["context"]["goal"] == "pm-07 brings one option by March."


def test_a_goal_may_have_labels_of_its_own() -> None:
    data = bare("## Goal of the coaching\n\nTwo things.\n\n**By March**\n\n- one option\n")
    assert data["context"]["goal"] == "Two things.\n\n**By March**\n\n- one option"


def test_lettered_parts_stand_behind_a_head_in_bold() -> None:
    data = parts(
        "## 5) Coaching Cadence\n\n**Rhythm.** Tuesdays, 45 minutes.\n\n"
        "**Agenda.** (a) 5 min: what was tried. (b) 30 min: one page, read; in silence. (c) 10 min: what is next.\n"
    )
    assert data["cadence"]["agenda"] == [
        {"item": "what was tried.", "minutes": 5},
        {"item": "one page, read; in silence.", "minutes": 30},
        {"item": "what is next.", "minutes": 10},
    ]


def test_semicolons_part_what_is_a_single_sentence_behind_such_a_head() -> None:
    data = parts(
        "## 4) Development Plan\n\n### Bet 1\n\n**Artifacts.** 8 maps; two drafts; the log.\n\n"
        "**Coach commitments.** I read each map; late ones too. I ask no one else.\n"
    )
    (bet,) = data["plan"]["bets"]
    assert bet["artifacts"] == ["8 maps", "two drafts", "the log."]
    assert bet["commitments"] == ["I read each map; late ones too.", "I ask no one else."]


def test_a_remark_behind_a_head_is_none_of_several() -> None:
    data = parts("## 5) Coaching Cadence\n\n**Agenda** (30 min): wins 5, one page 20, next 5\n\n**Rhythm:** weekly\n")
    assert [each["minutes"] for each in data["cadence"]["agenda"]] == [5, 20, 5]


@pytest.mark.parametrize("label", ["When I tell instead of ask:", "**When I shall simply say.**"])
def test_when_a_coach_says_what_to_do(label: str) -> None:
    data = parts(f"## 5) Coaching Cadence\n\n**Rhythm:** weekly\n\n{label} freezes; recalls; contracts.\n")
    assert data["cadence"]["exceptions"] == ["freezes", "recalls", "contracts."]


def test_what_is_not_known_in_the_context_and_what_is_left_at_the_end() -> None:
    data = bare(
        "## Context\n\nNot known: what the depots think.\n\n## 5) Coaching Cadence\n\n**Rhythm:** weekly\n\n"
        "## Rest\n\n- Risk: the winter freeze.\n- Open: Who owns the runs? Who is told?\n- Next: send the memo\n"
    )
    assert data["context"]["unknowns"] == ["what the depots think."]
    assert data["closing"] == {
        "risks": [{"risk": "the winter freeze."}],
        "questions": ["Who owns the runs?", "Who is told?"],
        "next_steps": [{"step": "send the memo"}],
    }
