"""Plans in a table with the weeks one way, and the bets the other way: however these are headed and called."""

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


def plan(body: str) -> Any:
    return parts(HEAD + body)["plan"]


def week(number: int, last: int | None = None) -> dict[str, int]:
    return {"from": number, "to": last or number}


@pytest.mark.parametrize("corner", ["Week", "Wk", "Week of", "Date", "", "Start"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Bet 1", "Bet 2"),
        ("Bet A rep", "Bet B rep"),
        ("Rep – Bet 1", "Rep – Bet 2"),
        ("Rep (bet 1)", "Rep (bet 2)"),
        ("Reps for B1", "Reps for B2"),
        ("A", "B"),
        ("Frame before fix", "Say no"),
        ("*Frame*", "No in writing"),
    ],
)
def test_each_bet_has_a_column(corner: str, first: str, second: str) -> None:
    table = (
        f"| {corner} | {first} | {second} | Artifact | Me |\n|---|---|---|---|---|\n"
        "| 5 Oct | one opening | one note | a page | read it |\n| 12 Oct | two openings | – | | |\n"
    )
    records = plan(table)["weeks"]
    assert [record["rep"] for record in records] == ["one opening", "one note", "two openings"]
    assert [record["weeks"] for record in records] == [week(1), week(1), week(2)]
    assert [(record.get("artifact"), record.get("commitment")) for record in records] == [
        ("a page", "read it"),
        ("a page", "read it"),
        (None, None),
    ]
    assert records[0]["bet"] == records[2]["bet"] != records[1]["bet"]
    assert told(HEAD + table) == []


def test_a_bet_may_have_a_column_for_its_artifact_too() -> None:
    records = plan(
        "| Week | Bet 1 rep | Bet 1 artifact | Bet 2 rep | Bet 2 artifact |\n|---|---|---|---|---|\n"
        "| 1 | one opening | page | one note | note |\n"
    )["weeks"]
    assert [(each["rep"], each["artifact"]) for each in records] == [("one opening", "page"), ("one note", "note")]


@pytest.mark.parametrize("day", ["Mon", "Start", "Date", "From"])
def test_a_day_beside_numbers_tells_the_week_since_numbers_pass_over_weeks_off(day: str) -> None:
    records = plan(
        f"| Wk | {day} | Bet 1 rep | Bet 2 rep |\n|---|---|---|---|\n| 1 | 5 Oct | one opening | one note |\n"
        "| – | 12 Oct | closed | closed |\n| 2 | 19 Oct | two | three |\n"
    )["weeks"]
    assert [each["weeks"]["from"] for each in records] == [1, 1, 3, 3]


def test_a_day_beside_a_run_of_weeks_is_its_first() -> None:
    records = plan(
        "| Wk | Mon | Bet 1 rep | Bet 2 rep |\n|---|---|---|---|\n| 1–2 | 5 Oct | one | two |\n"
        "| – | 19 Oct | closed | closed |\n| 3–4 | 26 Oct | three | four |\n"
    )["weeks"]
    assert [each["weeks"] for each in records] == [week(1, 2), week(1, 2), week(4, 5), week(4, 5)]


def test_month_and_day_before_the_cycle_are_no_run_of_weeks() -> None:
    table = (
        "| Wk | Mon | Bet 1 rep | Bet 2 rep |\n|---|---|---|---|\n| 1 | 02-03 | one | two |\n| 2 | 10-12 | a | b |\n"
    )
    assert [each["weeks"] for each in plan(table)["weeks"]] == [week(1), week(1), week(2), week(2)]


def test_a_week_off_without_number_and_day_is_none() -> None:
    records = plan(
        "| Week | Bet 1 | Bet 2 |\n|---|---|---|\n| 1 | one opening | one note |\n"
        "| – | freeze | freeze |\n| 2 | a | b |\n"
    )["weeks"]
    assert [each["rep"] for each in records] == ["one opening", "one note", "a", "b"]


@pytest.mark.parametrize(
    ("first", "second"), [("KW 41 (5.10.)", "KW 42 (12.10.)"), ("Week 1", "Week 2"), ("5 Oct", "12 Oct"), ("W1", "W2")]
)
@pytest.mark.parametrize(
    "rows", [("Bet 1 rep", "Bet 2 rep"), ("Bet 1: Frame", "Bet 2"), ("Frame before fix", "Say no")]
)
def test_weeks_may_be_the_columns(first: str, second: str, rows: tuple[str, str]) -> None:
    table = (
        f"|  | {first} | {second} |\n|:---|:---|:---|\n| **{rows[0]}** | one opening | two openings |\n"
        f"| **{rows[1]}** | one note | – |\n| **Artifact** | a page; a note | pages |\n"
        "| **I do (coach)** | read it | – |\n| **Measure** | readers | readers |\n"
    )
    records = plan(table)["weeks"]
    said = [(each["weeks"]["from"], each["rep"], each["artifact"], each["measurement"]) for each in records]
    assert said == [
        (1, "one opening", "a page; a note", "readers"),
        (1, "one note", "a page; a note", "readers"),
        (2, "two openings", "pages", "readers"),
    ]
    assert [each.get("commitment") for each in records] == ["read it", "read it", None]
    assert records[0]["bet"] == records[2]["bet"] != records[1]["bet"]
    assert told(HEAD + table) == []


MATRIX = "|  | Week 1 | Week 2 |\n|---|---|---|\n| Rep | one opening | two |\n| Artifact | a page | pages |\n"
REPS = [
    {"weeks": week(1), "rep": "one opening", "artifact": "a page"},
    {"weeks": week(2), "rep": "two", "artifact": "pages"},
]


def test_weeks_that_are_columns_may_be_of_no_bet() -> None:
    assert plan(MATRIX)["weeks"] == REPS


def test_weeks_that_are_columns_in_the_section_of_a_bet_are_its_reps() -> None:
    labels = "\n- **Measurement:** readers\n- **Coach commitment:** I read it\n\n"
    plans = plan(f"### Bet 1\n\n{MATRIX}{labels}### Bet 2\n\n{MATRIX}{labels}")["bets"]
    for each in plans:
        assert [{key: rep[key] for key in ("weeks", "rep", "artifact")} for rep in each["reps"]] == REPS
        assert "artifacts" not in each


def test_weeks_below_the_name_of_checkpoints_are_no_reps() -> None:
    table = "| | Week 1 | Week 4 |\n|---|---|---|\n| Bet 1 | one page | two pages |\n| Bet 2 | a note | notes |\n"
    assert "weeks" not in plan(f"- Measurement: m\n\n### Checkpoints\n\n{table}")


def test_columns_that_are_called_otherwise_are_those_of_no_bet() -> None:
    table = "| Week | Rep | Focus | Artifact |\n|---|---|---|---|\n| 1 | one opening | depth | page |\n"
    assert [each["rep"] for each in plan(table)["weeks"]] == ["one opening"]
