"""Which competency a bet is about, where it may say so in several ways."""

from __future__ import annotations

import pytest

from tests.binding.reading import FRONT
from tests.weekly.standings import standing

PACK = (
    FRONT
    + """\
## 1) Definition of “Good PM”

| Competency | Observable behaviours |
|---|---|
| Framing | Names who is stuck |
| Strategy | Writes what is left out |
| Craft | Tests wording |

## 2) Current Assessment

| Competency | Current level | Target level | Evidence |
|---|---|---|---|
| Framing | Apply | Analyze | Brief of 3 March |
| Strategy | {strategy} | Memo of 9 March |
| Craft | Apply | Apply | Notes of 9 March |

## 3) Shared Vision

| # | Bet | Why it matters |{head}
|---|---|---|{rule}
| 1 | {bet} | Two sprints went into a guess |{cell}

## 4) Development Plan

### Bet 1: {bet} ({step})

**Hypothesis:** If the guesses are tested, then plans hold.
"""
)
USUAL = {
    "strategy": "Understand | Apply",
    "head": "",
    "rule": "",
    "cell": "",
    "bet": "Test the guess",
    "step": "Apply → Analyze",
}


def competencies(**said: str) -> list[str]:
    """The competencies as the assessment calls them that the only bet is about."""
    (bet,) = standing(PACK.format(**{**USUAL, **said}), "2026-10-12").chain.bets
    return [str(level.node.value["competency"]) for level in bet.levels]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, ["Framing"]),
        ({"step": "Understand -> Apply"}, ["Strategy"]),
        ({"bet": "Strategy"}, ["Strategy"]),
        ({"head": " Competency |", "rule": "---|", "cell": " Strategy |"}, ["Strategy"]),
        ({"step": "Apply → Evaluate"}, []),
        ({"step": "as agreed"}, []),
        ({"step": "Apply → Apply"}, []),
    ],
)
def test_a_bet_is_about_what_it_names_or_the_only_gap_with_its_step(said: dict[str, str], expected: list[str]) -> None:
    assert competencies(**said) == expected


def test_of_two_gaps_with_its_step_neither_is_meant() -> None:
    assert competencies(strategy="Apply | Analyze") == []


@pytest.mark.parametrize("said", ["strategy", "STRATEGY", "Strategy"])
def test_a_competency_is_spelt_as_where_it_is_defined(said: str) -> None:
    column = {"head": " Competency |", "rule": "---|", "cell": f" {said} |"}
    chain = standing(PACK.format(**{**USUAL, **column}), "2026-10-12").chain
    assert chain.competencies.called(said, chain.bets[0].competency) == "Strategy"
