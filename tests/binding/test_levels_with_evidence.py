"""Assessments in lists and sections: the level behind the name, and what shows it behind the level."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts

GOOD = "## 1) Definition of Good PM\n\n- **Framing** – says who is stuck\n- **Delivery** – ships on time\n\n"
WANTED = [("Framing", "Apply", ["The brief of 3 May named none"]), ("Delivery", "Analyze", ["It went out in slices"])]


def levels(body: str) -> list[tuple[Any, ...]]:
    found = parts(f"{GOOD}## 2) Current Assessment\n\n{body}\n")["assessment"]["levels"]
    return [(one["competency"], one.get("current"), one.get("evidence")) for one in found]


@pytest.mark.parametrize(
    "form",
    [
        "- {}: {}. {}",
        "- **{}**: {}. {}",
        "- {}: {}, {}",
        "- {} — {} — {}",
        "1. {} – {}. {}",
        "- {} → {}: {}",
        "- **{}: {}.** {}",
        "### {}: {}\n\n{}\n",
        "### {} ({})\n\n{}\n",
        "**{} – {}**\n{}\n",
        "### {}: {}\n\n- {}\n",
        "- {}: {}. Evidence: {}",
    ],
)
def test_what_stands_behind_a_level_shows_it(form: str) -> None:
    found = levels("\n".join(form.format(name, level, *evidence) for name, level, evidence in WANTED))
    assert found == WANTED


def test_ids_in_brackets_behind_a_level_are_its_evidence() -> None:
    assert levels("- Framing: Apply (E1, E2)\n- Delivery: Analyze (E3)") == [
        ("Framing", "Apply", ["E1", "E2"]),
        ("Delivery", "Analyze", ["E3"]),
    ]


@pytest.mark.parametrize("remark", [", shaky", " (just)", ". Strength.", " – a strength"])
def test_a_remark_is_no_evidence(remark: str) -> None:
    assert levels(f"- Framing: Apply{remark}\n- Delivery: Analyze{remark}") == [
        ("Framing", "Apply", None),
        ("Delivery", "Analyze", None),
    ]


def test_a_table_may_be_turned_though_its_cells_are_levels() -> None:
    table = "| | Framing | Delivery |\n|---|---|---|\n| Level | Apply | Analyze |\n| Evidence | a brief | a launch |\n"
    assert levels(table) == [("Framing", "Apply", ["a brief"]), ("Delivery", "Analyze", ["a launch"])]


def test_the_coach_has_the_last_word() -> None:
    table = "| Competency | Self | Coach | Evidence |\n|---|---|---|---|\n| Framing | Analyze | Apply | a brief |\n"
    assert levels(table) == [("Framing", "Apply", ["a brief"])]


@pytest.mark.parametrize(
    ("head", "bet"),
    [
        ("**Bet 1: Framing first. Understand → Analyse**", ("Framing first", "Understand", "Analyze")),
        ("**Bet 1: Framing, Know → Apply solid, Analyze on one brief.**", ("Framing", "Know", "Apply")),
        ("### Bet 1: Framing\n\nDelivery, B2 → B4.", ("Framing", "Understand", "Analyze")),
    ],
)
def test_a_step_in_the_head_of_a_bet_may_have_more_behind_it(head: str, bet: tuple[str, ...]) -> None:
    (found,) = parts(f"{GOOD}## 3) Shared Vision\n\n{head}\n\n- Why: it counts\n- Signals: two briefs\n")["vision"][
        "bets"
    ]
    assert (found["bet"], found["current"], found["target"]) == bet
