"""Weeks of a plan below headings of their own, in lists by days, and with letters for bets; and what goes with them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, told

HEAD = """\
## 3) Shared Vision

### Bet A: Frame before fix

- **Why it matters:** we built what nobody asked for
- **Success signals:** two readers agree

### Bet B: Say no in writing

- **Why it matters:** updates are asked for twice
- **Success signals:** no question twice

## 4) Development Plan

"""
ROWS = (
    "| Week of | Rep | Artifact | Done? | Coach |\n|---|---|---|---|---|\n"
    "| 5 Oct | one opening | a page | [x] | read it |\n| 12 Oct | two openings | a memo | [x] weak | – |\n\n"
)


def plan(body: str) -> dict[str, Any]:
    found: dict[str, Any] = parts(HEAD + body)["plan"]
    return found


def week(number: int, last: int | None = None) -> dict[str, int]:
    return {"from": number, "to": last or number}


@pytest.mark.parametrize("above", ["### Done\n\n", "### The first half (until the review)\n\n", "**So far**\n\n", ""])
def test_rows_of_weeks_may_stand_below_any_words_that_name_no_bet(above: str) -> None:
    data = plan(above + ROWS + "**Stretch:** the brief for January\n")
    assert data == {
        "weeks": [
            {"weeks": week(1), "rep": "one opening", "artifact": "a page", "commitment": "read it", "done": "[x]"},
            {"weeks": week(2), "rep": "two openings", "artifact": "a memo", "done": "[x] weak"},
        ],
        "stretch": ["the brief for January"],
    }


@pytest.mark.parametrize(("first", "second"), [("Bet A", "Bet B"), ("Frame before fix", "Say no in writing")])
def test_rows_of_weeks_below_the_name_of_a_bet_are_of_its_plan(first: str, second: str) -> None:
    below = "- **Measurement:** two readers\n\n| Week | Rep | Coach |\n|---|---|---|\n| 1 | one opening | read it |\n\n"
    data = plan(f"### {first}\n\n{below}### {second}\n\n{below}")
    assert [(each["bet"], len(each["reps"])) for each in data["bets"]] == [(first, 1), (second, 1)]
    assert "weeks" not in data


@pytest.mark.parametrize(
    ("first", "second"),
    [("Exercise A", "Exercise B"), ("Rep A", "Rep B"), ("A rep", "B rep"), ("Practice A", "Task B")],
)
def test_letters_behind_reps_are_those_of_bets(first: str, second: str) -> None:
    table = (
        f"| KW | from | {first} | {second} | Result |\n|---|---|---|---|---|\n| 41 | 5 Oct | a page | one no | memo |\n"
    )
    records = plan(f"{table}| 42 | 12 Oct | two pages | – | |\n")["weeks"]
    assert [(each["bet"][-1], each["rep"]) for each in records] == [
        ("A", "a page"),
        ("B", "one no"),
        ("A", "two pages"),
    ]
    assert [each["weeks"] for each in records] == [week(1), week(1), week(2)]


def test_numbers_behind_reps_are_those_of_no_bet() -> None:
    table = "| Week | Exercise 1 | Exercise 2 |\n|---|---|---|\n| 1 | a page | one no |\n| 2 | a memo | two |\n"
    assert all("bet" not in each for each in plan(table)["weeks"])


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("- 5 Oct: ", "- 12 Oct: ", "- 19 Oct, 26 Oct: "),
        ("- Oct 5 – ", "- Oct 12 – ", "- Oct 19, 26 – "),
        ("- **2026-10-05:** ", "- **2026-10-12:** ", "- **2026-10-19:** "),
        ("- Mon 5.10.: ", "- Mon 12.10.: ", "- Mon 19.10.: "),
    ],
)
def test_items_that_begin_with_the_same_day_of_each_week(first: str, second: str, third: str) -> None:
    data = plan(
        f"{first}the first page → page\n{second}two pages; one call → log\n{third}off\n\n"
        "Stretch:\n- bet A: the brief for January\n- bet B: the town hall\n\nMe:\n- bet A: notes in a day\n"
    )
    assert [(each["weeks"]["from"], each["rep"], each.get("artifact")) for each in data["weeks"]] == [
        (1, "the first page", "page"),
        (2, "two pages; one call", "log"),
        (3, "off", None),
    ]
    assert data["stretch"] == ["bet A: the brief for January", "bet B: the town hall"]
    assert data["commitments"] == ["bet A: notes in a day"]
    assert "bets" not in data


@pytest.mark.parametrize(
    "days",
    [("5 Oct", "13 Oct", "28 Oct"), ("5 Oct", "12 Oct"), ("12 Oct", "5 Oct", "19 Oct"), ("5 Oct", "12 Oct", "x")],
)
def test_other_days_are_no_weeks(days: tuple[str, ...]) -> None:
    assert "weeks" not in plan("".join(f"- {day}: two readers agree\n" for day in days))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("**Stretch task for A:** ", "**Stretch task for B:** "),
        ("**Stretch, bet A:** ", "**Stretch, bet B:** "),
        ("- **Stretch for bet 1:** ", "- **Stretch for bet 2:** "),
        ("Stretch B1: ", "Stretch B2: "),
    ],
)
def test_a_label_may_say_which_bet_it_is_for(first: str, second: str) -> None:
    between = "" if first.startswith("-") else "\n"
    data = plan(f"### By week\n\n{ROWS}### Beside\n\n{first}the brief\n{between}{second}the town hall\n")
    assert data["stretch"] == ["the brief", "the town hall"]


def test_a_table_of_figures_below_the_name_of_measurement_is_no_plan() -> None:
    data = plan(
        f"### Weekly reps\n\n{ROWS}### Measurement\n\n| Bet | Measure | Today | Target |\n|---|---|---|---|\n"
        "| 1 | Briefs sent back | 5 of 6 | ≤2 of 6 |\n| 2 | Noes in writing | 0 | 4 |\n\n"
        "### All there?\n\n| Bet | Reps | Artifacts | Measurement signal | Coach commitment |\n|---|---|---|---|---|\n"
        "| 1 | ✅ | ✅ | ✅ | ✅ notes in a day |\n| 2 | ✅ | ✅ | ✅ | ✅ |\n"
    )
    assert "bets" not in data
    assert data["measurement"] == [
        "Bet 1: Briefs sent back (Today: 5 of 6; Target: ≤2 of 6)",
        "Bet 2: Noes in writing (Today: 0; Target: 4)",
    ]
    assert "commitments" not in data


def test_a_table_of_plans_beside_weeks_stays_one() -> None:
    data = plan(
        f"### By week\n\n{ROWS}### By bet\n\n| Bet | Reps | Artifacts | Measurement | Coach commitment |\n"
        "|---|---|---|---|---|\n| A | one page | a page | two readers | notes |\n| B | one no | a memo | none | – |\n"
    )
    assert [each["bet"] for each in data["bets"]] == ["A", "B"]


def test_a_least_number_is_no_length_of_time() -> None:
    table = "| Week | Rep A | Rep B |\n|---|---|---|\n| 1 | call customers (min. 2) | two noes (30 min) |\n"
    assert [each.get("minutes") for each in plan(table)["weeks"]] == [None, 30]


def test_what_cannot_be_read_in_a_week_is_still_told() -> None:
    rows = ROWS.replace("12 Oct", "12 Okt or so")
    assert [rule for rule, _, _ in told(f"{HEAD}### Done\n\n{rows}")] == ["value-in-own-words"]
