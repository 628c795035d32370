"""What a plan tells once for all of its bets, beside the plans of one bet each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.settings import Settings
from tests.binding.reading import FRONT, read
from tests.linting import lint

REPS = "- Rep: frame one request, 45 min\n- Artifact: a frame\n- Coach: reads it\n- Measure: frames that hold\n"
STRETCH = "the assessment of backhaul"


def plan(body: str) -> dict[str, Any]:
    found: dict[str, Any] = read(f"## 4) Development Plan\n\n{body}\n").data["plan"]
    return found


@pytest.mark.parametrize(("one", "other"), [("**Bet 1 (ALN)**", "**Bet 2 (DEC)**"), ("*Bet A*", "*Bet B*")])
def test_a_heading_as_high_as_that_above_plans_headed_by_labels_is_for_all_of_them(one: str, other: str) -> None:
    found = plan(f"### D.1 Practice loops\n\n{one}\n\n{REPS}\n{other}\n\n{REPS}\n### D.2 Stretch\n\n{STRETCH}\n")
    assert found["stretch"] == [STRETCH]
    assert [list(bet) for bet in found["bets"]] == [["bet", "reps", "artifacts", "commitments", "measurement"]] * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("### Bet 1", "### Bet 2"),
        ("**B1 — reps**", "**B2 — reps**"),
        ("*Bet A*", "*Bet B*"),
        ("**First bet**", "**Second bet**"),
    ],
)
@pytest.mark.parametrize(
    "told", [f"**Stretch assignments**\n\n1. {STRETCH}", f"*Stretch.* {STRETCH}", f"Stretch work: {STRETCH}"]
)
def test_a_paragraph_behind_plans_in_lists_is_for_all_of_them(one: str, other: str, told: str) -> None:
    found = plan(f"{one}\n\n{REPS}\n{other}\n\n{REPS}\n{told}\n")
    assert found["stretch"] == [STRETCH]
    assert [len(bet["reps"]) for bet in found["bets"]] == [1, 1]
    assert not any("stretch" in bet for bet in found["bets"])


def test_so_is_what_has_a_heading_beside_those_of_the_bets() -> None:
    found = plan(f"### Bet 1\n\n{REPS}\n### Bet 2\n\n{REPS}\n### Stretch\n{STRETCH}\n")
    assert found["stretch"] == [STRETCH]


def test_so_is_what_says_that_it_is() -> None:
    text = f"**Stretch:** {STRETCH}\n\n"
    found = plan(f"### Bet 1\n\n{REPS}\n{text}### Bet 2\n\n{REPS}\n{text}**Coach, for both bets:** opens doors\n")
    assert found["commitments"] == ["opens doors"]
    assert [bet["stretch"] for bet in found["bets"]] == [[STRETCH], [STRETCH]]


def test_so_is_what_stands_below_a_table_with_a_column_for_each_bet() -> None:
    found = plan(
        "| | Bet α | Bet β |\n|---|---|---|\n| Weekly reps | frame, 45 min | cut, 30 min |\n| Measurement | x | y |\n\n"
        f"Stretch assignment: {STRETCH}\n"
    )
    assert found["stretch"] == [STRETCH]
    assert [bet["bet"] for bet in found["bets"]] == ["Bet α", "Bet β"]


@pytest.mark.parametrize(
    "body",
    [
        f"### Bet 1\n\n{REPS}\n### Bet 2\n\n{REPS}- Stretch: {STRETCH}\n",
        f"### Bet 1\n\n**Rep:** frame\n\n### Bet 2\n\n**Rep:** cut\n\n**Stretch:** {STRETCH}\n",
        f"### Bet 1\n\n#### Reps\n\n- frame\n\n### Bet 2\n\n#### Reps\n\n- cut\n\n#### Stretch\n\n- {STRETCH}\n",
        f"### Bet 1\n\n### Reps\n\n- frame\n\n### Bet 2\n\n### Reps\n\n- cut\n\n### Stretch\n\n- {STRETCH}\n",
    ],
    ids=["an-item", "labels", "headings-below", "headings-on-one-level"],
)
def test_what_stands_among_the_fields_of_a_bet_is_its_own(body: str) -> None:
    found = plan(body)
    assert "stretch" not in found
    assert found["bets"][1]["stretch"] == [STRETCH]


def test_the_only_plan_keeps_what_stands_behind_it() -> None:
    found = plan(f"### Bet 1\n\n{REPS}\n**Stretch:** {STRETCH}\n")
    assert found["bets"][0]["stretch"] == [STRETCH]


def test_what_is_told_for_all_is_missing_nowhere(tmp_path: Path) -> None:
    heads = ("### Bet 1", "### Bet 2")
    reps = REPS.replace("- Coach: reads it\n", "")
    body = "".join(f"{head}\n\n{reps}\n" for head in heads)
    once = f"*Stretch.* {STRETCH}\n\n*Coach.* Reads all frames.\n"
    before, after = (
        {
            (code, message)
            for code, _, _, message in lint(f"{FRONT}## 4) Development Plan\n\n{each}", Settings(tmp_path))
        }
        for each in (body, body + once)
    )
    assert before - after == {
        ("PMC201", "The plan for bet 1 has no “Coach commitments”."),
        ("PMC201", "The plan for bet 2 has no “Coach commitments”."),
        ("PMC724", "The plan for bet 1 has no stretch assignment."),
        ("PMC724", "The plan for bet 2 has no stretch assignment."),
    }


BETS = (
    "## 3) Shared Vision\n\n**BET 1 – Frame first.** 2 → 3\nWhy: it pays.\nSignals: two readers agree\n\n"
    "**BET 2 – Cut.** {step}\nWhy: it pays.\nSignals: two readers agree\n\n"
)


@pytest.mark.parametrize(
    "label", ["Timeframe for both: ", "**Timeframe (both bets):** ", "Timeframe, all bets: ", "*By (for each bet)*: "]
)
def test_a_label_beside_bets_tells_when_all_of_them_run(label: str) -> None:
    document = read(f"{BETS.format(step='2 → 4, stable')}{label}weeks 2–6\n")
    first, second = document.data["vision"]["bets"]
    assert [(bet["bet"], bet["target"], bet["timeframe"]) for bet in (first, second)] == [
        ("Frame first", "Apply", {"from": 2, "to": 6}),
        ("Cut", "Analyze", {"from": 2, "to": 6}),
    ]
    assert document.text[slice(*document.values["vision", "bets", 0, "timeframe"])] == "weeks 2–6"


def test_a_bet_that_says_itself_when_it_runs_keeps_that() -> None:
    body = BETS.format(step="2 → 3").replace("Signals:", "Timeframe: weeks 1–4\nSignals:", 1)
    first, second = read(f"{body}Timeframe for both: weeks 2–6\n").data["vision"]["bets"]
    assert (first["timeframe"], second["timeframe"]) == ({"from": 1, "to": 4}, {"from": 2, "to": 6})


def test_a_step_in_numbers_is_no_run_of_weeks_and_is_told_once() -> None:
    document = read(BETS.format(step="2–3 → 4, stable (three in a row)"))
    assert all("timeframe" not in bet for bet in document.data["vision"]["bets"])
    (offence,) = document.offences["between-two-levels"]
    assert document.text[slice(*offence.span)].startswith("2–3")
