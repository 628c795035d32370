"""Competencies with an id, what the role expects of them, and ladders told apart from them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read, told

TABLE = """## Definition of “Good PM”

| ID | Competency | Behaviours | Expected (APM) |
|---|---|---|---|
| K1 | Customer discovery | Plans interviews around a question | Apply |
| K2 | Delegation (of outcomes) | Hands over outcomes with limits | Analyze |

"""
FRAME = [
    {"level": "Know", "behaviour": "lists interview types"},
    {"level": "Understand", "behaviour": "explains leading questions"},
    {"level": "Apply", "behaviour": "runs an interview"},
]
RUNGS = "- **Know:** lists interview types\n- Understand: explains leading questions\n- Apply – runs an interview\n"
ROWS = """| Level | K1 Customer discovery |
|---|---|
| Know | lists interview types |
| Understand | explains leading questions |
| Apply | runs an interview |
"""
LINE = "know = lists interview types; understand = explains leading questions; apply = runs an interview"


def competencies(body: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parts(TABLE + body)["definition"]["competencies"]
    return found


def test_ids_and_expected_levels_are_read() -> None:
    assert competencies("") == [
        {
            "id": "K1",
            "competency": "Customer discovery",
            "behaviours": ["Plans interviews around a question"],
            "expected": "Apply",
        },
        {
            "id": "K2",
            "competency": "Delegation (of outcomes)",
            "behaviours": ["Hands over outcomes with limits"],
            "expected": "Analyze",
        },
    ]


@pytest.mark.parametrize(
    "header",
    ["Expected", "Expected level", "Bloom depth expected at PM II", "Level expected", "Expected at this level"],
)
def test_what_the_role_expects_has_many_names(header: str) -> None:
    body = TABLE.replace("Expected (APM)", header)
    assert [each["expected"] for each in parts(body)["definition"]["competencies"]] == ["Apply", "Analyze"]


@pytest.mark.parametrize("header", ["Evidence at hand", "Looks at", "At expected cost"])
def test_what_only_speaks_of_something_is_what_the_role_expects_by_its_levels_alone(header: str) -> None:
    document = read(TABLE.replace("Expected (APM)", header))
    assert [each["expected"] for each in document.data["definition"]["competencies"]] == ["Apply", "Analyze"]
    told = f"“{header}” is read as “Expected level”: no column has that name."
    assert [offence.message for offence in document.offences["column-in-own-words"]] == [told]


@pytest.mark.parametrize(
    "ladder",
    [
        f"**Bloom ladder, K1 (Customer discovery)**\n\n{RUNGS}",
        f"**Bloom ladder for customer discovery**\n\n{RUNGS}",
        f"Bloom ladder for discovery\n\n{RUNGS}",
        f"Ladder of K1:\n\n{RUNGS}",
        f"### Bloom depth ladder: customer discovery\n\n{RUNGS}",
        f"### Customer discovery – Bloom ladder\n\n{RUNGS}",
        f"### Ladder (K1)\n\n{RUNGS}",
        f"Ladder, customer discovery: {LINE}",
        f"**Ladder for K1:** {LINE}.",
        f"### Bloom depth ladder\n\n{ROWS}",
    ],
)
def test_a_ladder_apart_is_that_of_the_competency_it_names(ladder: str) -> None:
    first, second = competencies(ladder)
    rungs = [rung | {"behaviour": rung["behaviour"].rstrip(".")} for rung in first["ladder"]]
    assert rungs == FRAME
    assert "ladder" not in second


def test_ladders_side_by_side_are_columns_of_their_competencies() -> None:
    head = "| | Discovery | K2 | Loudness |\n|---|---|---|---|\n"
    table = f"{head}| Know | a | b | c |\n| Apply | d | | f |\n| L4 | g | h | i |\n"
    document = read(f"{TABLE}### Ladders\n\n{table}")
    assert document.offences == {}
    first, second = document.data["definition"]["competencies"]
    assert first["ladder"] == [
        {"level": "Know", "behaviour": "a"},
        {"level": "Apply", "behaviour": "d"},
        {"level": "Analyze", "behaviour": "g"},
    ]
    assert second["ladder"] == [
        {"level": "Know", "behaviour": "b"},
        {"level": "Apply"},
        {"level": "Analyze", "behaviour": "h"},
    ]
    place = document.values["definition", "competencies", 1, "ladder", 2, "behaviour"]
    assert document.text[slice(*place)] == "h"


@pytest.mark.parametrize(
    "names", [("1", "2"), ("K1", "**K2**"), ("Customer discovery", "Delegation"), ("K1", "Delegation")]
)
def test_a_table_of_levels_goes_on_with_the_competencies_that_its_rows_name(names: tuple[str, str]) -> None:
    head = "| | Know | Understand | Apply |\n|---|---|---|---|\n"
    table = f"{head}| {names[0]} | a | b | c |\n| {names[1]} | d | e | f |\n"
    document = read(f"{TABLE}### Depth\n\n{table}")
    assert document.offences == {}
    ladders = [each["ladder"] for each in document.data["definition"]["competencies"]]
    assert [[rung["behaviour"] for rung in ladder] for ladder in ladders] == [["a", "b", "c"], ["d", "e", "f"]]
    assert document.text[slice(*document.values["definition", "competencies", 1, "ladder", 0, "behaviour"])] == "d"
    assert document.text[slice(*document.keys["definition", "competencies", 1, "ladder"])] == names[1]


@pytest.mark.parametrize("head", ["### Competency model\n\n", ""])
def test_a_ladder_below_the_competencies_is_none_of_them(head: str) -> None:
    assert [
        each["competency"] for each in parts(TABLE.replace("| ID", f"{head}| ID") + ROWS)["definition"]["competencies"]
    ] == [
        "Customer discovery",
        "Delegation (of outcomes)",
    ]
    assert competencies(ROWS)[0]["ladder"] == FRAME


def test_a_table_of_levels_that_names_another_competency_has_its_own_records() -> None:
    table = (
        "| Competency | Know | Understand | Apply |\n|---|---|---|---|\n| K1 | a | b | c |\n| Writing | d | e | f |\n"
    )
    assert [each["competency"] for each in competencies(table) if "ladder" in each][-1] == "Writing"


@pytest.mark.parametrize(
    "other",
    [
        f"**Bloom ladder, K3 (Writing)**\n\n{RUNGS}",  # no such competency
        f"**Notes for K1**\n\n{RUNGS}",  # no ladder
        "Ladder for K1: see the page of the team",  # where it is, and not what
        "Ladder for K1:\n\n- agreed in June\n- kept by lead-02\n",
        f"Ladders for K1 and K2\n\n{RUNGS}",  # whose?
        "| Month | K1 |\n|---|---|\n| May | a |\n| June | b |\n| July | c |\n",
        "| Level | K1 |\n|---|---|\n| Know | a |\n| Apply | b |\n| Total | c |\n",
    ],
)
def test_what_is_no_ladder_of_one_competency_is_left_alone(other: str) -> None:
    assert not any("ladder" in each for each in competencies(other))


def test_a_ladder_in_the_table_is_not_written_over() -> None:
    body = (
        TABLE.replace("Expected (APM)", "Bloom ladder")
        .replace(" Apply |", " Know: a; Apply: b |")
        .replace("Analyze", "")
    )
    first = parts(f"{body}Ladder for K1: {LINE}")["definition"]["competencies"][0]
    assert first["ladder"] == [{"level": "Know", "behaviour": "a"}, {"level": "Apply", "behaviour": "b"}]


ASSESSED = """## Current assessment

| ID | Current | Expected | Evidence | Confidence |
|---|---|---|---|---|
| K1 | Know | Apply | Notes of 5 visits | High |
| (K2) | Understand | Analyze | Plan of 3 March | Low: one data point |
"""


def test_an_assessment_names_competencies_by_id_and_what_is_expected() -> None:
    document = read(TABLE + ASSESSED)
    assert document.offences == {}
    assert document.unclear == []
    assert document.data["assessment"]["levels"] == [
        {
            "competency": "K1",
            "current": "Know",
            "expected": "Apply",
            "evidence": ["Notes of 5 visits"],
            "confidence": "High",
        },
        {
            "competency": "(K2)",
            "current": "Understand",
            "expected": "Analyze",
            "evidence": ["Plan of 3 March"],
            "confidence": "Low: one data point",
        },
    ]


def test_the_level_to_reach_may_be_told_elsewhere() -> None:
    head = "## Current assessment\n\n| Competency | Current | Evidence |\n|---|---|---|\n"
    assert told(f"{head}| Framing | Know | Brief of 3 March |\n") == []


@pytest.mark.parametrize("name", ["K1", "K1 Customer discovery", "K1: discovery", "Customer discovery", "discovery"])
def test_a_competency_is_known_by_id_and_name(name: str) -> None:
    document = read(TABLE + ASSESSED.replace("K1", name, 1).replace("| ID |", "| Competency |"))
    assert document.unclear == []
    assert document.meant["assessment", "levels", "competency"][name] == [(("definition", "competencies", 0),)]


def test_numbers_before_competencies_do_not_keep_c1_from_being_the_first() -> None:
    body = TABLE.replace("| ID |", "| # |").replace("| K1 |", "| 1 |").replace("| K2 |", "| 2 |")
    document = read(body + ASSESSED.replace("(K2)", "C2").replace("K1", "C1"))
    assert document.unclear == []
    meant = document.meant["assessment", "levels", "competency"]
    assert meant == {"C1": [(("definition", "competencies", 0),)], "C2": [(("definition", "competencies", 1),)]}
