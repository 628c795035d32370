"""What the site shows of where a PM stands."""

from __future__ import annotations

from pmcoach_lint.site.standing import levels_of
from tests.weekly.standings import standing

PACK = """---
type: coaching-pack
pm: pm-07
start: 2026-10-05
weeks: 8
---

## Definition of “Good PM”

| ID | Competency | Behaviours |
|---|---|---|
| K1 | Customer discovery | Plans interviews around a question |
| K2 | Delegation (of outcomes) | Hands over outcomes with limits |

## Current assessment

| ID | Current | Expected | Evidence |
|---|---|---|---|
| K1 | Know | Apply | Notes of 5 visits |
| K2 Handing over | Understand | Analyze | Plan of 3 March |
| Delegation | Apply | Analyze | Plan of 3 June |

## Growth bets

| Bet | Competency | From → to |
|---|---|---|
| Hand over | K2 | Understand → Apply |
"""


def test_names_stand_for_ids_and_what_a_bet_aims_at_goes_before_what_the_role_asks_for() -> None:
    levels = levels_of(standing(PACK, "2026-10-12"))
    assert [(level.competency, level.current, level.target, level.high) for level in levels] == [
        ("Customer discovery", "Know", "Apply", 3),
        ("Delegation (of outcomes)", "Understand", "Apply", 3),
        ("Delegation", "Apply", "Apply", 3),
    ]


def test_the_target_of_the_row_goes_before_both() -> None:
    levels = levels_of(standing(PACK.replace("Current | Expected |", "Current | Target |"), "2026-10-12"))
    assert [level.target for level in levels] == ["Apply", "Analyze", "Analyze"]
