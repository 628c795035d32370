"""What stands behind an arrow: the artifact of a rep, and what softens a risk."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts


def rep(line: str) -> Any:
    return parts(f"## 4) Development Plan\n\n### Bet 1: Size it\n\n**Weekly reps**\n\n- {line}\n")["plan"]["bets"][0][
        "reps"
    ][0]


def risk(line: str) -> Any:
    return parts(f"## 7) Risks / Open questions / Next steps\n\n**Risks**\n\n- {line}\n")["closing"]["risks"][0]


@pytest.mark.parametrize("arrow", ["→", "->", "-->", "=>", "➡️"])
def test_the_artifact_of_a_rep_stands_behind_an_arrow(arrow: str) -> None:
    found = rep(f"Size one ticket (30 min, weeks 1–4) {arrow} sizing note")
    assert found == {
        "rep": "Size one ticket",
        "minutes": 30,
        "weeks": {"from": 1, "to": 4},
        "artifact": "sizing note",
    }


def test_labels_come_first() -> None:
    found = rep("Size one ticket → note (30 min). Artifact: sizing note")
    assert (found["rep"], found["artifact"], found["minutes"]) == ("Size one ticket → note", "sizing note", 30)


@pytest.mark.parametrize(
    "line",
    [
        "Rewrite one update from Apply → Analyze",
        "Cut the list from 14 → 7",
        "Intake → triage → decision, once",
        "Read a→b notes",
        "Look for arrows ->",
    ],
)
def test_other_arrows_are_of_the_text(line: str) -> None:
    assert rep(line) == {"rep": line}


def test_what_softens_a_risk_stands_behind_an_arrow() -> None:
    assert risk("Data freeze in December → run tests on exports") == {
        "risk": "Data freeze in December",
        "mitigation": "run tests on exports",
    }


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "**Interviews stall** – Likelihood M – Mitigation: ask two squads",
            {"risk": "**Interviews stall** – Likelihood M"},
        ),
        (
            "Interviews stall - likelihood M - Mitigation: ask two squads",
            {"risk": "Interviews stall - likelihood M"},
        ),
        (
            "Interviews stall – Likelihood: M – Impact: H – **Mitigation:** ask two squads",
            {"risk": "Interviews stall", "likelihood": "M", "impact": "H"},
        ),
        (
            "Interviews stall (Likelihood: M). Mitigation: ask two squads",
            {"risk": "Interviews stall", "likelihood": "M"},
        ),
    ],
)
def test_what_softens_a_risk_stands_behind_its_label_wherever_that_is(line: str, told: dict[str, str]) -> None:
    assert risk(line) == {**told, "mitigation": "ask two squads"}


@pytest.mark.parametrize("line", ["Freeze in December", "No time. Mitigation: one rep less"])
def test_a_risk_without_an_arrow_is_read_as_before(line: str) -> None:
    text, _, mitigation = line.partition(". Mitigation: ")
    assert risk(line) == {"risk": text} | ({"mitigation": mitigation} if mitigation else {})


def test_an_arrow_behind_the_weeks_is_no_part_of_what_is_done() -> None:
    plan = parts(
        "## 4) Development Plan\n\n### Timeline\n\n- Weeks 1–2 (5–16 Oct) → two visits\n- Week 3 -> one note\n"
    )
    assert [week["rep"] for week in plan["plan"]["weeks"]] == ["two visits", "one note"]
