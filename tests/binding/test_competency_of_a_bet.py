"""The competency that a bet grows, in brackets behind its name."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read

DEFINED = (
    "## Definition of “Good PM”\n\n| Competency | Behaviours |\n|---|---|\n| A. Framing | a |\n| B. Briefs | b |\n\n"
)


def bets(body: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(f"{DEFINED}## Growth bets\n\n{body}").data["vision"]["bets"]
    return found


@pytest.mark.parametrize(
    ("named", "competency"),
    [("(A and B)", "A and B"), ("(B)", "B"), ("(framing)", "framing"), ("(Framing, Briefs)", "Framing, Briefs")],
)
def test_what_stands_in_brackets_is_the_competency_where_it_is_known(named: str, competency: str) -> None:
    heading, item = (
        f"### Bet 1 — Closed for good {named}\n\n- Why: b\n",
        f"1. **Closed for good** {named}\n   - Why: b\n",
    )
    for body in (heading, item):
        (bet,) = bets(body)
        assert (bet["bet"], bet["competency"]) == ("Closed for good", competency)


@pytest.mark.parametrize("aside", ["(at last)", "(A and Z)", "(until May)"])
def test_other_words_in_brackets_stay_with_the_name(aside: str) -> None:
    (bet,) = bets(f"### Bet 1 — Closed for good {aside}\n\n- Why: b\n- Competency: B\n")
    assert bet["competency"] == "B"
    assert aside == "(until May)" or bet["bet"] == f"Closed for good {aside}"


@pytest.mark.parametrize(
    ("change", "until"),
    [
        ("Understand → Analyze, 13 November 2026.", 6),
        ("Understand → Analyze by 13 November 2026", 6),
        ("Understand → Analyze, weeks 1–4", 4),
        ("Understand → Analyze, with help", None),
    ],
)
def test_what_stands_behind_a_step_says_when_it_is_reached(change: str, until: int | None) -> None:
    (bet,) = bets(f"### Bet 1 — Closed for good (B)\n\n- **From → to:** {change}\n- Why: b\n")
    assert (bet["target"], bet.get("timeframe", {}).get("to")) == ("Analyze", until)
