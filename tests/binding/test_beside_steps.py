"""What takes a step up the ladder, where it stands in the same line as the step."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts

_PACK = """## Definition of “Good PM”

| Competency | Behaviours |
|---|---|
| Adoption leadership | plans the migration with the design |
| Early signal | tells what may slip |

## Shared Vision

### Bet A. Get it used

- {}
"""


def _bet(line: str) -> dict[str, Any]:
    bet: dict[str, Any] = parts(_PACK.format(line))["vision"]["bets"][0]
    return bet


@pytest.mark.parametrize(
    ("line", "competency"),
    [
        ("**From → to:** Understand → Analyze (adoption leadership)", "adoption leadership"),
        ("**Level:** Adoption leadership: Understand → Analyze", "Adoption leadership"),
        ("**Levels:** adoption, Understand → Analyze", "adoption"),
        ("Adoption leadership from Understand to Analyze", "Adoption leadership"),
        ("**Level:** Understand → Analyze on early signal, whatever else comes", "early signal"),
    ],
)
def test_what_takes_a_step_is_read_beside_it(line: str, competency: str) -> None:
    bet = _bet(line)
    assert (bet["competency"], bet["current"], bet["target"]) == (competency, "Understand", "Analyze")


@pytest.mark.parametrize(
    "line",
    [
        "**Level:** Understand → Analyze (by the end of week 8)",
        "**Level:** Understand → Analyze (adoption leadership and early signal)",
        "**Level:** Understand → Analyze (pricing)",
    ],
)
def test_what_is_no_competency_or_not_the_only_one_is_no_guess(line: str) -> None:
    assert "competency" not in _bet(line)
