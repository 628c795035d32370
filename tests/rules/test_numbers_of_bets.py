"""Reps and rows that bear the number of another bet, or of one that there is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.settings import Settings
from tests.linting import lint

_FRONT = (
    "---\ntype: coaching-pack\npm: pm-07\nstart: 2026-10-05\nweeks: 8\nstatus: active\nvisibility: internal\n---\n\n"
)


def _plan(*bets: tuple[str, ...]) -> str:
    """A pack with so many bets, with the ids of the reps of each."""
    rows = "".join(f"| B{number} | Bet number {number} |\n" for number in range(1, len(bets) + 1))
    plans = "".join(
        f"### B{number}: Bet number {number}\n\n#### Weekly reps\n\n| Rep | Practice |\n|---|---|\n"
        + "".join(f"| {rep} | Write case {at} of {number} |\n" for at, rep in enumerate(reps, 1))
        + "\n"
        for number, reps in enumerate(bets, 1)
    )
    return f"{_FRONT}## 3) Shared Vision\n\n| ID | Bet |\n|---|---|\n{rows}\n## 4) Development Plan\n\n{plans}"


def _messages(text: str, tmp_path: Path, *codes: str) -> list[str]:
    return [message for code, _, _, message in lint(text, Settings(root=tmp_path)) if code in codes]


@pytest.mark.parametrize(
    ("bets", "message"),
    [
        ((("R1.1", "R2.2"), ("R2.1",)), "R2.2 stands in the plan of B1 and bears the number of bet 2."),
        (
            (("R3.1", "R1.2"), ("R2.1",)),
            "R3.1 stands in the plan of B1 and bears the number of a bet that there is not.",
        ),
        ((("R1.1", "R1.2"), ("R1.3",)), "R1.3 stands in the plan of B2 and bears the number of bet 1."),
    ],
)
def test_a_rep_with_the_number_of_another_bet(bets: tuple[tuple[str, ...], ...], message: str, tmp_path: Path) -> None:
    assert _messages(_plan(*bets), tmp_path, "PMC419") == [message]


@pytest.mark.parametrize(
    "bets",
    [
        (("R1.1", "R1.2"), ("R2.1",)),
        (("R1.1", "R2.1"), ("R1.2", "R2.2")),  # numbered by weeks
        (("R1.1", "R1.2", "R2.1"),),
        (("R1", "R2"), ("R3",)),
    ],
)
def test_reps_that_bear_other_numbers(bets: tuple[tuple[str, ...], ...], tmp_path: Path) -> None:
    assert _messages(_plan(*bets), tmp_path, "PMC419") == []


_TRACKER = (
    "## 6) Follow-up Tracker + Review Plan\n\n| Date | Bet | Rep or artifact done | Next rep | Status |\n"
    "|---|---|---|---|---|\n| 2026-10-09 | {} |\n"
)


@pytest.mark.parametrize(
    ("row", "is_off"),
    [
        ("B2 | | R1.1 | open", True),
        ("B2 | | R2.1 | open", False),
        ("B2 | R2.1 | R1.1 | on track", False),  # the other bet comes next
    ],
)
def test_what_is_planned_for_a_bet_is_its_own(row: str, is_off: bool, tmp_path: Path) -> None:
    found = _messages(_plan(("R1.1", "R1.2"), ("R2.1",)) + _TRACKER.format(row), tmp_path, "PMC421")
    assert ["R1.1 is a rep of" in message for message in found] == ([True] if is_off else [])


def test_a_bet_that_there_is_not_is_told_once(tmp_path: Path) -> None:
    weeks = (
        "## 4) Development Plan\n\n| Week | Bet | Rep |\n|---|---|---|\n| 1 | B1 | Frame it |\n| 2 | B4 | Frame two |\n"
    )
    bets = "## 3) Shared Vision\n\n| ID | Bet |\n|---|---|\n| B1 | Frame first |\n\n"
    assert _messages(f"{_FRONT}{bets}{weeks}", tmp_path, "PMC405") == ["There is no “B4” in the growth bets."]


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("period:\n  from: 2026-12-70\n  to: 2027-02-12", "2026-12-70"),
        ("period:\n  from: 2026-12-07\n  to: 2027-02-32", "2027-02-32"),
    ],
)
def test_a_day_that_there_is_not_is_told_in_a_group_of_keys(period: str, day: str, tmp_path: Path) -> None:
    text = f"---\ntype: coaching-pack\npm: pm-07\n{period}\nweeks: 10\nvisibility: internal\n---\n\n# Pack\n"
    found = [(place, message) for code, _, place, message in lint(text, Settings(root=tmp_path)) if code == "PMC209"]
    line, column = (5, 9) if "from: 2026-12-70" in period else (6, 7)
    assert [place for place, _ in found] == [f"{line}:{column}-{line}:{column + 10}"]
    assert found[0][1].startswith(f"“{day}” is no date")
    assert "start" not in "".join(_messages(text, tmp_path, "PMC201"))
