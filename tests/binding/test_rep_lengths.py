"""How long a rep takes, told by the name of its list: in a row of the bet's table, or above a list of reps."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts


def reps(body: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parts(f"## Development Plan\n\n### Bet 1: Framing\n\n{body}")["plan"]["bets"][0][
        "reps"
    ]
    return found


@pytest.mark.parametrize(
    ("name", "minutes"),
    [
        ("Weekly rep (40 min)", 40),
        ("**Weekly rep** (2 × 20 min)", 40),
        ("Weekly rep (Mondays, 30–45 min)", {"from": 30, "to": 45}),
        ("Weekly rep", 20),
        ("Weekly rep (with the designer)", 20),
    ],
)
def test_the_name_of_a_row_tells_how_long_the_rep_takes(name: str, minutes: Any) -> None:
    rows = f"| {name} | Size a request in 20 minutes, then say what moves it |\n| Measurement | a count |\n"
    (rep,) = reps(f"| Part | Detail |\n|---|---|\n{rows}")
    assert rep == {"rep": "Size a request in 20 minutes, then say what moves it", "minutes": minutes}


def test_a_length_for_each_is_that_of_reps_which_tell_none() -> None:
    first, second = reps("**Weekly reps (30 min each)**\n\n- Size a request\n- Write a frame (45 min)\n")
    assert (first["minutes"], second["minutes"]) == (30, 45)


def test_a_length_above_several_reps_may_be_that_of_all_together() -> None:
    assert not any("minutes" in rep for rep in reps("**Weekly reps (90 min)**\n\n- Size a request\n- Write a frame\n"))
