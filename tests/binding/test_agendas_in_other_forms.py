"""Agendas with letters in front, by the clock without a sign, and in a block of code; columns that say yes or no."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read, told

CADENCE = "## 5) Coaching Cadence + Session Toolkit\n\n"
ASSESSED = "## 2) Current Assessment\n\n"


def agenda(body: str) -> list[tuple[str, Any]]:
    found = read(CADENCE + body).data["cadence"]["agenda"]
    return [(part["item"], part.get("minutes")) for part in found]


@pytest.mark.parametrize("name", ["**Agenda.**", "**Agenda:**"])
def test_parts_in_one_line_may_bear_letters_in_brackets(name: str) -> None:
    line = f"{name} (a) 5 min: the week. (b) 25 min: one sheet, read first. (c) 10 min: next rep\n"
    assert agenda(line) == [("the week.", 5), ("one sheet, read first.", 25), ("next rep", 10)]


TIMED = ["0–5 the week", "5–32 one sheet", "32–37 a live case", "37–45 next rep"]
PARTS = [("the week", 5), ("one sheet", 27), ("a live case", 5), ("next rep", 8)]


def test_a_number_of_things_in_front_is_no_time() -> None:
    assert agenda("**Agenda**\n\n- wins (5)\n- 3–5 calls, one each\n- next rep (10)\n")[1][0].startswith("3–5 calls")


@pytest.mark.parametrize("above", ["**Agenda**\n\n", "Every Tuesday at 9.\n\n"])
def test_minutes_from_and_to_need_no_sign_behind_them(above: str) -> None:
    assert agenda(above + "".join(f"- {part}\n" for part in TIMED)) == PARTS


@pytest.mark.parametrize(("before", "behind"), [("    ", ""), ("", "")])
def test_lines_of_code_that_begin_with_their_minutes_are_the_agenda(before: str, behind: str) -> None:
    lines = "".join(f"{before}{part.replace(' ', '  ', 1)}\n" for part in TIMED)
    code = lines if before else f"```text\n{lines}```\n"
    cadence = read(f"{CADENCE}Weekly, Tuesdays at 9.\n\n{code}{behind}").data["cadence"]
    assert [(part["item"], part["minutes"]) for part in cadence["agenda"]] == PARTS
    assert cadence["rhythm"] == "Weekly, Tuesdays at 9."


TABLE = "| Observation | Constraint | Skill gap | Why |\n|---|---|---|---|\n"


def test_yes_in_a_column_is_about_what_the_row_says_and_no_is_nothing() -> None:
    rows = "| No decision | Partly: no owner | Partly: no talks before | E3 |\n| No range | No | Yes | E1 |\n"
    rows += "| Late data | Yes: one analyst | No | E2 |\n| Legal late | Partly: queue | Unclear | E4 |\n"
    found = read(f"{ASSESSED}### Constraints vs. Skill Gaps\n\n{TABLE}{rows}").data["assessment"]
    assert found["gaps"] == ["Partly: no talks before", "No range"]
    assert len(found["constraints"]) == 3


def test_a_row_that_is_called_a_skill_gap_is_no_constraint() -> None:
    table = "| Observation | Constraint or skill gap? | Action |\n|---|---|---|\n"
    rows = "| No range | **Skill gap** | bet 1 |\n| No data | **Constraint** – one analyst | ask |\n"
    rows += "| No goals | **Mixed** – nobody asked | say so |\n"
    found = read(f"{ASSESSED}### Constraints vs. Skill Gaps\n\n{table}{rows}").data["assessment"]["constraints"]
    assert [text.partition(" (")[0] for text in found] == ["No data", "No goals"]


def test_a_level_between_two_is_told_once_for_a_step() -> None:
    body = "## 3) Shared Vision\n\n**BET 1 — Cost it.** 2–3 → 4, stable (three in a row)\nWhy: it slips\n"
    assert [rule for rule, _, _ in told(body)].count("between-two-levels") == 1
