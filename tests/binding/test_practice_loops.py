"""Plans with a practice loop for each bet: how the loop is headed, and the table and the labels below it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read, told

VISION = """\
## 3) Shared Vision

### Bet 1: Frame before fix

- **Why it matters:** we built what nobody asked for
- **Success signals:** two readers agree

### Bet 2: Say no in writing

- **Why it matters:** updates are asked for twice
- **Success signals:** no question twice

## 4) Development Plan

"""
BODY = """
| Week | Rep | Bloom level | Artifact |
|---|---|---|---|
| 1 (5 Oct) | Rewrite one opening | Apply | Opening v1 |
| 2 (12 Oct) | Holiday, no rep | — | — |

- **Measurement signal:** readers who agree
- **Coach commitment:** lead-02 reads it within 48 hours

"""


def plan(body: str) -> Any:
    return read(VISION + body).data["plan"]


@pytest.mark.parametrize(
    ("head", "bet"),
    [
        ("### Bet {} — Practice Loop", "Bet {}"),
        ("### Practice loop: Bet {}", "Bet {}"),
        ("### Practice loop for Bet {}: {}", "{}"),
        ("### Practice loop (Bet {}) — {}", "{}"),
        ("### 4.{} Bet {}: {}", "{}"),
        ("### 4.{} Practice loop for Bet {}", "Bet {}"),
        ("**Loop {letter} – Bet {}**", "Bet {}"),
        ("### Weekly reps — Bet {}", "Bet {}"),
        ("### Practice loop — {name}", "{}"),
        ("### {name}", "{}"),
    ],
)
def test_a_loop_is_headed_by_its_bet(head: str, bet: str) -> None:
    names = ("Frame before fix", "Say no in writing")

    def fill(form: str, number: int) -> str:
        name = names[number - 1]
        form = form.replace("{letter}", "AB"[number - 1]).replace("{name}", name)
        form = form.replace("4.{}", f"4.{number}").replace("Bet {}", f"Bet {number}")
        return form.replace("{}", name)

    plans = plan("".join(f"{fill(head, number)}\n{BODY}" for number in (1, 2)))["bets"]
    assert [each["bet"] for each in plans] == [fill(bet, 1), fill(bet, 2)]
    for each in plans:
        assert each["reps"] == [
            {
                "rep": "Rewrite one opening",
                "weeks": {"from": 1, "to": 1},
                "step": "Apply",
                "artifact": "Opening v1",
            },
            {"rep": "Holiday, no rep", "weeks": {"from": 2, "to": 2}},
        ]
        assert each["measurement"] == ["readers who agree"]
        assert each["commitments"] == ["lead-02 reads it within 48 hours"]
    assert told(VISION + "".join(f"{fill(head, number)}\n{BODY}" for number in (1, 2))) == []


def test_a_table_that_names_bets_is_that_of_all_plans_above_their_sections() -> None:
    table = "| Bet | Current → target | Artifacts | Measurement |\n|---|---|---|---|\n| 1 | Apply → Analyze | a | m |\n"
    assert [each["bet"] for each in plan(f"{table}\n### More\n\nNothing yet.\n")["bets"]] == ["1"]


def test_a_loop_without_measurement_is_still_told() -> None:
    body = "".join(f"### Bet {number} — Practice loop\n{BODY}" for number in (1, 2))
    plans = plan(body.replace("- **Measurement signal:** readers who agree\n", "", 1))["bets"]
    assert "measurement" not in plans[0]
    assert "measurement" in plans[1]


@pytest.mark.parametrize("mark", ["", "**"])
def test_labels_below_what_is_to_be_done_tell_more_of_it(mark: str) -> None:
    stretch = (
        f"### Stretch assignment\n\n{mark}Lead the beta decision.{mark}\n\n"
        "- **Support:** ds-2\n- **Audience:** the leads, 20 November\n"
    )
    told_of_it = plan(f"### Bet 1 — Practice loop\n{BODY}### Bet 2 — Practice loop\n{BODY}{stretch}")["stretch"]
    assert told_of_it == [
        f"{mark}Lead the beta decision.{mark} **Support:** ds-2; **Audience:** the leads, 20 November"
    ]


@pytest.mark.parametrize(
    "below",
    ["Two pieces of work:\n\n- **Memo:** for the leads\n- **Talk:** for all\n", "One of them.\n\n- a memo\n- a talk\n"],
)
def test_items_that_are_introduced_are_the_work_themselves(below: str) -> None:
    stretch = f"### Stretch assignment\n\n{below}"
    assert len(plan(f"### Bet 1 — Practice loop\n{BODY}### Bet 2 — Practice loop\n{BODY}{stretch}")["stretch"]) == 2
