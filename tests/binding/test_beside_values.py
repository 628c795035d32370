"""What stands beside a value that is read: behind a word in a column, behind a handle, below the bets."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read, told

ASSESSED = "## 2) Current Assessment\n\n"
VISION = "## 3) Shared Vision\n\n"


def levels(name: str, *cells: str) -> list[dict[str, Any]]:
    rows = "".join(f"| Skill {n} | Apply | {cell} | Note of {n} May |\n" for n, cell in enumerate(cells, 1))
    table = f"| Competency | Level | {name} | Evidence |\n|---|---|---|---|\n{rows}"
    assert told(ASSESSED + table) == []
    found: list[dict[str, Any]] = read(ASSESSED + table).data["assessment"]["levels"]
    return found


@pytest.mark.parametrize("name", ["Strength or gap", "Finding", "Our view", "Verdict"])
def test_what_stands_behind_the_word_for_a_gap_is_the_gap(name: str) -> None:
    one, other = levels(name, "Gap: says yes to everyone", "**Strength.** Writes it down")
    assert (one["standing"], one["gap"]) == ("gap", "says yes to everyone")
    assert other["standing"] == "strength"
    assert "gap" not in other


@pytest.mark.parametrize("name", ["Finding", "Reading"])
def test_strengths_and_gaps_are_no_kinds_of_gaps(name: str) -> None:
    found = levels(name, "gap", "strength", "gap", "unclear")
    assert [level["standing"] for level in found] == ["gap", "strength", "gap", "neither"]
    assert not any("gap_type" in level or "gap" in level for level in found)


@pytest.mark.parametrize("cell", ["Gap, also a limit", "Gap (scope)", "Gap: scope"])
def test_a_remark_of_one_word_is_no_gap(cell: str) -> None:
    assert "gap" not in levels("Strength or gap", cell, "Strength")[0]


def test_a_gap_with_a_column_of_its_own_stays_as_it_is() -> None:
    rows = "| Framing | Apply | Gap: says yes to all | no reason given | Note of 3 May |\n"
    table = f"| Competency | Level | Strength or gap | Gap | Evidence |\n|---|---|---|---|---|\n{rows}"
    assert read(ASSESSED + table).data["assessment"]["levels"][0]["gap"] == "no reason given"


def test_the_place_of_such_a_gap_is_behind_the_word() -> None:
    table = "| Competency | Level | Strength or gap | Evidence |\n|---|---|---|---|\n"
    document = read(f"{ASSESSED}{table}| Framing | Apply | Gap. Says yes to all | Note of 3 May |\n")
    start, end = document.values[("assessment", "levels", 0, "gap")]
    assert document.text[start:end] == "Says yes to all"


BETS = """- **Bet A, compare sites**
  - Discovery: Apply to Analyze
  - Why: three sites follow
  - How we can tell
    - One page on three sites
- **Bet B, triage**
  - Triage: Understand to Apply
  - Why: six days were lost
  - How we can tell
    - Eight of ten tickets say who is affected
"""
REMARK = "- pm-07 finds the first one more attractive, and the second one harder. Both of us agreed to them.\n"


def test_a_sentence_below_bets_is_no_bet() -> None:
    bets = read(VISION + BETS + REMARK).data["vision"]["bets"]
    assert [bet["bet"] for bet in bets] == ["Bet A, compare sites", "Bet B, triage"]


def test_how_one_can_tell_are_the_signals_of_a_bet() -> None:
    bets = read(VISION + BETS).data["vision"]["bets"]
    assert [bet["signals"] for bet in bets] == [
        ["One page on three sites"],
        ["Eight of ten tickets say who is affected"],
    ]
    assert not any("measurement" in bet for bet in bets)


@pytest.mark.parametrize(
    "more",
    [
        "- Bet C: say no in writing to what nobody has asked for with a reason that the PM can check\n",
        "- Say no: in writing, with a reason, to what nobody has asked for since the last release of May\n",
        "- Say no in writing\n",
        "- Say no in writing with a reason, from Understand to Apply, in the weeks between March and May\n",
    ],
)
def test_what_may_be_a_bet_stays_one(more: str) -> None:
    assert len(read(VISION + BETS + more).data["vision"]["bets"]) == 3


@pytest.mark.parametrize(
    ("front", "data"),
    [
        ("pm: pm-15 (carrier side)", {"pm": "pm-15"}),
        ("pm: pm-15 (Senior PM)", {"pm": "pm-15", "role": "Senior PM"}),
        ("pm: pm-15 (Ada Example)", {"pm": "pm-15 (Ada Example)"}),
        ("pm: pm-15 (Ada van Example)", {"pm": "pm-15 (Ada van Example)"}),
        ("org: Tailspin Freight", {"company": "Tailspin Freight"}),
        ("org: Northwind Freight / Onboarding", {"team": "Northwind Freight / Onboarding"}),
        ("status: agreed draft", {"status": "draft"}),
        ("status: agreed on 3 May", {"status": "active"}),
    ],
)
def test_what_the_front_matter_says_beside_a_value(front: str, data: dict[str, str]) -> None:
    found = read("", f"---\ntype: coaching-pack\n{front}\n---\n").data
    assert {key: found.get(key) for key in data} == data


CADENCE = "## 5) Coaching Cadence + Session Toolkit\n\n"


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("- **Session:** 10 min log; 20 min one brief; 10 min next rep.", ["log", "one brief", "next rep"]),
        (
            "**Course of a session (40 min):** 5 log · 25 one brief, read first · 10 next rep",
            ["log", "one brief, read first", "next rep"],
        ),
        ("**Shape:** log 10, one brief 20, next rep 10", ["log", "one brief", "next rep"]),
    ],
)
def test_the_parts_of_a_session_stand_behind_a_label_of_any_name(line: str, items: list[str]) -> None:
    cadence = read(f"{CADENCE}- **Rhythm:** every Tuesday\n- **Pre-work:** one page\n{line}\n").data["cadence"]
    assert [part["item"] for part in cadence["agenda"]] == items
    assert sum(part["minutes"] for part in cadence["agenda"]) == 40


def test_a_session_is_as_long_as_its_parts() -> None:
    line = "- **Session:** 10 min log; 20 min one brief; 20 min a question; 10 min next rep.\n"
    assert read(CADENCE + line).data["cadence"]["session_length"] == 60
    assert read(f"{CADENCE}- **Session:** 45 min; my time: 15 min\n").data["cadence"]["session_length"] == 45


def test_the_time_for_comments_is_no_part_of_a_session() -> None:
    text = "We meet on Thursdays; the coach has 15 minutes for comments. The session goes: "
    parts = "five minutes on the log, fifteen on the brief, ten on the next rep.\n"
    agenda = read(CADENCE + text + parts).data["cadence"]["agenda"]
    assert [(part["item"], part["minutes"]) for part in agenda] == [
        ("the log", 5),
        ("the brief", 15),
        ("the next rep", 10),
    ]


def test_what_the_coach_says_is_to_be_done_are_exceptions() -> None:
    text = "We meet on Thursdays.\n\nThe coach says what is to be done in two cases only: a deadline; data at risk.\n"
    assert len(read(CADENCE + text).data["cadence"]["exceptions"]) == 2
