"""Assessments in nested lists: what was looked at, then a line for each competency with what shows its level."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read, told

GOOD = """## 1) Definition of Good PM

- **ALIGN** – brings partners along
- **CRAFT** – tests wording

"""
VISION = "## 3) Shared Vision\n\n"


def assessed(body: str) -> dict[str, Any]:
    found: dict[str, Any] = parts(f"{GOOD}## 2) Current Assessment\n\n{body}\n")["assessment"]
    return found


@pytest.mark.parametrize("sources", ["sources", "Evidence", "**Evidence base**", "What I looked at:", "Evidence list"])
@pytest.mark.parametrize("levels", ["per competency", "Levels", "**By competency**", "By skill:"])
def test_what_was_looked_at_and_levels_are_groups_of_a_list(sources: str, levels: str) -> None:
    body = f"- {sources}\n  - `S1` thread, 2026-09-21\n  - `S2` update, 2026-10-15\n"
    body += f"- {levels}\n  - ALIGN — **L2**, bar L4\n    - S1: raised late\n    - S2: no options\n  - CRAFT — L3, ok\n"
    found = assessed(body + "    - four tests in October\n")
    first, second = found["levels"]
    assert (first["competency"], first["current"], first["expected"]) == ("ALIGN", "Understand", "Analyze")
    assert first["evidence"] == ["S1: raised late", "S2: no options"]
    assert (second["competency"], second["current"], second["evidence"]) == (
        "CRAFT",
        "Apply",
        ["four tests in October"],
    )
    assert [one["id"] for one in found["evidence"]] == ["S1", "S2"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ALIGN — L2, bar L4", ("Understand", None, "Analyze")),
        ("ALIGN: L2 (bar: L4)", ("Understand", None, "Analyze")),
        ("**ALIGN** – Understand; target Apply", ("Understand", "Apply", None)),
        ("ALIGN: **Understand**, expected Analyze", ("Understand", None, "Analyze")),
        ("ALIGN — L2, target L3, bar L4", ("Understand", "Apply", "Analyze")),
    ],
)
def test_other_levels_stand_by_name_behind_that_of_today(line: str, told: tuple[str | None, ...]) -> None:
    first, _ = assessed(f"- {line}\n  - the thread of May\n- CRAFT: L3\n  - four tests\n")["levels"]
    assert (first["current"], first.get("target"), first.get("expected")) == told
    assert first["evidence"] == ["the thread of May"]


def test_a_level_between_two_counts_and_is_told() -> None:
    body = f"{GOOD}## 2) Current Assessment\n\n- ALIGN — **L2/L3**, bar L4\n  - a thread\n- CRAFT — L3\n  - a test\n"
    assert [one["current"] for one in read(body).data["assessment"]["levels"]] == ["Understand", "Apply"]
    assert told(body) == [("between-two-levels", "**L2/L3**", "“L2/L3” is between two levels: Understand and Apply.")]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("ALIGN L2 → L3 solid, L4 on one case", ("ALIGN", "Understand", "Apply")),
        ("ALIGN L2 → L3", ("ALIGN", "Understand", "Apply")),
        ("CRAFT Apply → Analyze, twice in a row", ("CRAFT", "Apply", "Analyze")),
    ],
)
def test_a_bet_may_be_called_by_its_step_with_a_remark(title: str, wanted: tuple[str, str, str]) -> None:
    body = f"{GOOD}{VISION}- **BET-1: {title}**\n  - why: late surprises\n  - by 22 Jan 2027\n"
    (bet,) = parts(body)["vision"]["bets"]
    assert (bet.get("competency", bet["bet"]), bet["current"], bet["target"]) == wanted


def test_a_step_from_between_two_levels_is_not_what_a_bet_is_about() -> None:
    body = f"{GOOD}{VISION}- **BET-1: ALIGN L2/3 → L4**\n  - why: late surprises\n  - by 22 Jan 2027\n"
    (bet,) = read(body).data["vision"]["bets"]
    assert (bet.get("competency", bet["bet"]), bet["current"], bet["target"]) == ("ALIGN", "Understand", "Analyze")
