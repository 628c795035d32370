"""Packs in which each bet holds all that is said of it, and only what holds for all stands in parts of its own."""

from __future__ import annotations

import pytest

from tests.binding.reading import read, told

BY_BET = """# Two bets with pm-07

{lead}{mark} Bet A · Frame first

{mark}# Good, here

- Says who is stuck before there is a design

{mark}# Where pm-07 is: Apply

- Two of three briefs began with the answer.

{mark}# Where we go: Analyze

**Why:** the guess cost two sprints

We'll see it when
- [ ] two frames hold

{mark}# Reps

| Week | Do | Leave behind |
|---|---|---|
| Oct 5 | Cut the brief to one page | page |
| Oct 12 | Ask who is stuck | note |

**I promise:** remarks by Friday noon

{mark}# Follow-up

Nov 6: both pages side by side.

{mark} Bet B · Choose by criteria

{mark}# Where pm-07 is: Understand

{mark}# Where we go: Apply

**Why:** nine items served whoever asked

{mark}# Reps

| Week of | Do | Leave behind |
|---|---|---|
| Oct 19 | Write the rule first | rule card |

{mark}# Follow-up

Nov 13: count the answers.

{end} Risks

- Two bets are many
"""
FORMS = {
    "on the level of parts": BY_BET.format(lead="", mark="##", end="##"),
    "below a part of their own": BY_BET.format(lead="## Growth bets\n\n", mark="###", end="##"),
    "above deeper parts": BY_BET.format(lead="", mark="##", end="## Around the bets\n\n###"),
}
BETS = [
    {
        "bet": "Frame first",
        "current": "Apply",
        "target": "Analyze",
        "why": "the guess cost two sprints",
        "signals": ["two frames hold"],
        "reps": [
            {"rep": "Cut the brief to one page", "weeks": {"from": 1, "to": 1}, "artifact": "page"},
            {"rep": "Ask who is stuck", "weeks": {"from": 2, "to": 2}, "artifact": "note"},
        ],
        "commitments": ["remarks by Friday noon"],
    },
    {
        "bet": "Choose by criteria",
        "current": "Understand",
        "target": "Apply",
        "why": "nine items served whoever asked",
        "reps": [{"rep": "Write the rule first", "weeks": {"from": 3, "to": 3}, "artifact": "rule card"}],
    },
]


@pytest.mark.parametrize("form", FORMS)
def test_parts_inside_bets_are_of_the_bets(form: str) -> None:
    document = read(FORMS[form])
    assert document.data["vision"] == {"bets": BETS}
    assert document.data["closing"]["risks"] == [{"risk": "Two bets are many"}]
    assert not {"definition", "assessment", "plan", "follow_up"} & document.data.keys()
    assert document.repeated == []


def test_a_part_that_stands_twice_outside_of_bets_is_told() -> None:
    bets = "## Bet 1 · Frame first\n\n**Why:** a guess\n\n## Bet 2 · Choose\n\n**Why:** nine\n\n"
    document = read(f"{bets}## Cadence\n\nWeekly, 45 min\n\n## Cadence\n\nMonthly\n")
    again = [(each.name, each.again.text[0]) for each in document.repeated]
    assert again == [("cadence", document.text.rindex("Cadence"))]


def test_a_part_below_the_last_bet_alone_is_one_of_the_document() -> None:
    body = "## Bet 1 · Frame first\n\n**Why:** a guess\n\n## Bet 2 · Choose\n\n**Why:** nine\n\n### Risks\n\n- One\n"
    assert read(body).data["closing"]["risks"] == [{"risk": "One"}]


@pytest.mark.parametrize("level", ["Apply", "apply (3)", "L3"])
def test_a_level_stands_behind_the_colon_of_its_heading(level: str) -> None:
    body = f"## Growth bets\n\n### Bet 1: Frame first\n\n#### Current: {level}\n\nTwo briefs began with the answer.\n"
    assert told(body) == []
    assert read(body).data["vision"]["bets"] == [{"bet": "Frame first", "current": "Apply"}]


@pytest.mark.parametrize("heading", ["Our week", "Our 1:1s", "When we meet"])
def test_the_cadence_stands_around_the_bets(heading: str) -> None:
    text = (
        FORMS["above deeper parts"]
        + f"\n### {heading}\n\nThursday 3:00–3:50 pm\n\n- 0–5 settle\n- 5–40 the work\n- 40–50 next\n"
    )
    agenda = [("settle", 5), ("the work", 35), ("next", 10)]
    assert [(part["item"], part["minutes"]) for part in read(text).data["cadence"]["agenda"]] == agenda
