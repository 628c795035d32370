"""What is struck through is gone: no rule takes it for a reference, a promise, a time or a placeholder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.settings import Settings
from tests.linting import Told, lint

LOG = """\

### Evidence log

| ID | Date | Evidence |
|---|---|---|
| E1 | 2026-09-01 | Brief of 1 September opened with the solution |
| E2 | 2026-09-11 | Brief of 11 September opened with the solution |
| E3 | 2026-09-21 | Brief of 21 September opened with the solution |
| ~~E7~~ | 2026-09-24 | ~~Brief of 24 September~~ |
"""
UNUSED = {name: f"{name} is named nowhere in the pack." for name in ("E1", "E2", "E3")}


def found(text: str, *codes: str) -> list[Told]:
    settings = Settings(root=Path(), as_of=date(2026, 10, 5))
    return [one for one in lint(text, settings) if one[0] in codes]


@pytest.mark.parametrize(
    ("cell", "unused"),
    [
        ("~~E1~~ E3, E2", ["E1"]),
        ("E1–E3", []),
        ("E1-E3", []),
        ("E1 to E3", []),
        ("E1, E3", ["E2"]),
        ("E1,E2;E3", []),
        ("E1 / E2 & E3", []),
        ("**E1**, [E2] (E3)", []),
        ("~~E1–E2~~ E3", ["E1", "E2"]),
        ("~~E9~~, E1, E2, E3", []),
        ("E1<br>~~E2~~<br>E3", ["E2"]),
        ("<del>E1</del> E2 and E3", ["E1"]),
    ],
)
def test_references_in_a_cell_of_evidence_come_out_right(cell: str, unused: list[str]) -> None:
    head = "---\ntype: coaching-pack\nstatus: active\n---\n\n## 2) Current Assessment\n\n"
    table = (
        "| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n| A | Apply | Analyze | {} |\n"
    )
    lines = {"E1": "16:3-16:5", "E2": "17:3-17:5", "E3": "18:3-18:5"}
    assert found(head + table.replace("{}", cell) + LOG, "PMC405", "PMC410", "PMC411") == [
        ("PMC411", "warning", lines[name], UNUSED[name]) for name in unused
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("## 7) Risks\n\n- ~~[Name] leaves~~ The analyst leaves\n", "PMC220"),
        ("## 4) Plan\n\n### B1\n\n**Coach commitments:** ~~lead-02 approves each brief;~~ reads one brief\n", "PMC820"),
        ("## 2) Current Assessment\n\n### Strengths to compound\n\n- Reads logs ~~, a quick learner~~\n", "PMC803"),
    ],
)
def test_struck_words_are_no_offence(text: str, code: str) -> None:
    head = "---\ntype: coaching-pack\n---\n\n"
    assert found(head + text, code) == []
    assert found(head + text.replace("~~", ""), code) != []


def test_a_struck_timeframe_says_no_time() -> None:
    bet = "## 3) Vision\n\n### B1: Frame first\n\n**Why:** Reworks\n\n**Signals:** 4 of 5 briefs pass ~~by week 8~~\n"
    text = f"---\ntype: coaching-pack\n---\n\n{bet}"
    assert found(text, "PMC428") == [
        ("PMC428", "warning", "7:9-7:20", "Growth bet “B1: Frame first” does not say when it runs.")
    ]


@pytest.mark.parametrize(
    ("third", "told"),
    [("", ["There is no “Bet 3” in this pack."]), ("\n**~~Bet 3 — Sales rhythm~~** closed, reached Apply.\n", [])],
)
def test_a_bet_that_is_struck_may_still_be_spoken_of(third: str, told: list[str]) -> None:
    bets = "".join(f"### Bet {at}: {name}\n\n**Why:** Reworks\n\n" for at, name in ((1, "Frame"), (2, "Ask")))
    text = f"---\ntype: coaching-pack\n---\n\n## 3) Vision\n\n{bets}{third}"
    text += "\n## 7) Next\n\n### Next steps\n\n- look at Bet 3\n"
    assert [message for _, _, _, message in found(text, "PMC405")] == told
