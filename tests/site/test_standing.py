"""What the site shows of where a PM stands."""

from __future__ import annotations

from pmcoach_lint.site.pack import Inside, summarize
from pmcoach_lint.site.standing import levels_of
from pmcoach_lint.site.trace import threads_of
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
    levels = [*levels_of(standing(PACK, "2026-10-12"))]
    assert [(level.competency, level.current, level.target, level.high) for level in levels] == [
        ("Customer discovery", "Know", "Apply", 3),
        ("Delegation (of outcomes)", "Understand", "Apply", 3),
        ("Delegation", "Apply", "Apply", 3),
    ]


def test_the_target_of_the_row_goes_before_both() -> None:
    levels = [*levels_of(standing(PACK.replace("Current | Expected |", "Current | Target |"), "2026-10-12"))]
    assert [level.target for level in levels] == ["Apply", "Analyze", "Analyze"]


CODED = """---
type: coaching-pack
pm: pm-40
start: 2026-10-05
weeks: 8
---

## Definition of “Good PM”

| Competency | Behaviours |
|---|---|
| C1 Outcome & metrics | States outcome, baseline and owner |
| C2 Saying no | Answers within ten days, with the reason |
| Plan B | Has one |

## Current assessment

| Competency | Current | Target | Evidence |
|---|---|---|---|
| C1 | Understand | Analyze | July report |
| (C2) | Apply | Analyze | Request log |
| Plan B | Apply | Analyze | Plan of 3 June |

## Growth bets

| Bet | Competency | Timeframe |
|---|---|---|
| A reasoned no | C2 | Weeks 1–8 |
"""


def test_codes_that_mean_one_thing_in_one_pack_alone_are_no_names() -> None:
    stands = standing(CODED, "2026-10-12")
    assert [level.competency for level in levels_of(stands)] == ["Outcome & metrics", "Saying no", "Plan B"]
    assert [thread.competency for thread in threads_of(stands)] == ["Saying no"]
    pack = summarize(stands.chain.pack, "packs/pm-40", (), Inside(stands))
    assert [bet.competency for bet in pack.bets] == ["Saying no"]


def test_a_longer_code_is_no_name_either() -> None:
    stands = standing(CODED.replace("C1", "COMP-1"), "2026-10-12")
    assert next(level.competency for level in levels_of(stands)) == "Outcome & metrics"
