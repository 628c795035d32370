"""One table for risks, questions and next steps, with a column that says which is which."""

from __future__ import annotations

import pytest

from tests.binding.reading import parts, read

TABLE = """## Risks, open questions, next steps

| Kind | Item | Owner | Due |
|---|---|---|---|
| Risk | Retreats to tickets | lead-02 | watch weekly |
| Open question | Who may say no? | lead-02 | 2026-10-16 |
| Next step | Book both visits | pm-07 | 2026-10-09 |
| **Risks** | Four sites are few | | |
| Questions | Is January meant? | | |
"""
CLOSING = {
    "risks": [{"risk": "Retreats to tickets", "owner": "lead-02"}, {"risk": "Four sites are few"}],
    "questions": ["Who may say no?", "Is January meant?"],
    "next_steps": [{"step": "Book both visits", "owner": "pm-07", "due": "2026-10-09"}],
}


def test_each_row_is_an_entry_of_the_list_that_it_names() -> None:
    assert parts(TABLE)["closing"] == CLOSING


@pytest.mark.parametrize(
    "header", ["| Type | What | Owner | Due |", "| | Item | Who | By |", "| Category | Text | Owner | Due date |"]
)
def test_the_columns_may_be_called_otherwise(header: str) -> None:
    assert parts(TABLE.replace("| Kind | Item | Owner | Due |", header))["closing"] == CLOSING


def test_the_columns_may_stand_in_any_order() -> None:
    head = "## Risks / questions / next\n\n| Item | Due | Type |\n|---|---|---|\n"
    assert parts(f"{head}| Freeze | | Risk |\n| Who pays? | | Question |\n| Ask | 2026-10-09 | Next |\n")[
        "closing"
    ] == {
        "risks": [{"risk": "Freeze"}],
        "questions": ["Who pays?"],
        "next_steps": [{"step": "Ask", "due": "2026-10-09"}],
    }


def test_every_value_has_its_place() -> None:
    document = read(TABLE)
    for path, text in {
        ("closing", "risks", 1, "risk"): "Four sites are few",
        ("closing", "questions", 1): "Is January meant?",
        ("closing", "next_steps", 0, "due"): "2026-10-09",
    }.items():
        assert document.text[slice(*document.values[path])] == text
    assert document.text[slice(*document.keys["closing", "risks", 0, "risk"])] == "Item"


def test_what_cannot_be_read_is_told_at_its_cell() -> None:
    document = read(TABLE.replace("2026-10-09", "2026-13-09"))
    assert [document.text[slice(*offence.span)] for offence in document.offences["impossible-date"]] == ["2026-13-09"]


def test_what_has_a_heading_of_its_own_stays() -> None:
    document = read(f"{TABLE}\n### Open questions\n\n- Who reads it?\n")
    assert document.data["closing"]["questions"] == ["Who reads it?"]
    assert document.data["closing"]["risks"] == CLOSING["risks"]


@pytest.mark.parametrize("kind", ["Call", "Risk or question", ""])
def test_a_column_that_names_no_list_in_some_row_is_an_ordinary_one(kind: str) -> None:
    head = "## Risks / questions / next steps\n\n| Kind | Next step | Due |\n|---|---|---|\n"
    assert parts(f"{head}| Next step | Ask | 2026-10-09 |\n| {kind} | Write | 2026-10-12 |\n")["closing"] == {
        "next_steps": [{"step": "Ask", "due": "2026-10-09"}, {"step": "Write", "due": "2026-10-12"}]
    }


TYPED = """| # | Statement | Type | How we close it | By |
|---|---|---|---|---|
| A1 | Wants to move on | Assumption | Ask at the start | 1 Dec |
| U1 | What sales thinks | Unknown | One conversation | 4 Dec |
"""
LETTERED = """| Label | Assumption / unknown |
|---|---|
| A1 | Wants to move on |
| U1 | What sales thinks |
"""
TOLD = {"unknowns": ["What sales thinks"], "assumptions": ["Wants to move on"]}


@pytest.mark.parametrize("table", [TYPED, LETTERED, LETTERED.replace(" / ", " or ").replace("Label", "ID")])
@pytest.mark.parametrize("head", ["## Context\n\n", "## Context\n\n**Scope:** the app\n\n## What is not certain\n\n"])
def test_a_table_tells_of_which_list_its_entries_are_by_type_or_letter(head: str, table: str) -> None:
    document = read(f"# Pack\n\n{head}{table}")
    assert document.offences == {}
    found = document.data["context"]
    assert {name: found[name] for name in TOLD} == TOLD
    place = document.values["context", "unknowns", 0]
    assert document.text[slice(*place)] == "What sales thinks"


@pytest.mark.parametrize(
    "table",
    [
        LETTERED.replace("U1", "R1"),  # of neither
        LETTERED.replace("U1", "12"),
        LETTERED.replace("Assumption / unknown", "Statement"),
        TYPED.replace("| Unknown |", "| Guess |"),
        TYPED.replace("| Type |", "| Weight |"),
    ],
)
def test_a_table_that_does_not_say_it_of_all_entries_tells_nothing(table: str) -> None:
    found = parts(f"## Context\n\n**Scope:** the app\n\n{table}")["context"]
    assert "assumptions" not in found
    assert "unknowns" not in found


def test_a_table_of_levels_with_a_column_of_kinds_is_one_of_levels() -> None:
    table = """## 2) Current Assessment

| ID | Level today | Kind | Evidence |
|---|---|---|---|
| K1 | Understand | Gap | The fee came as one figure (8 October) |
| K2 | Analyze | Strength | Told apart what was seen and what was said (9 October) |
"""
    told = parts(table)["assessment"]
    assert "gaps" not in told
    assert "strengths" not in told
    assert [(level["competency"], level["current"], level["standing"]) for level in told["levels"]] == [
        ("K1", "Understand", "gap"),
        ("K2", "Analyze", "strength"),
    ]


@pytest.mark.parametrize("name", ["Strength or gap", "Strength / Gap", "Strong / Gap"])
@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ("Gap", "gap"),
        ("**Strong**", "strength"),
        ("Gap (moderate)", "gap"),
        ("Adequate", "neither"),
        ("At target", "neither"),
    ],
)
def test_a_column_says_what_is_a_strength_and_what_a_gap(name: str, said: str, standing: str) -> None:
    table = f"""## 2) Current Assessment

| Competency | Level today | {name} | Skill or constraint | Evidence |
|---|---|---|---|---|
| Framing | Understand | {said} | Skill | The fee came as one figure (8 October) |
"""
    (level,) = parts(table)["assessment"]["levels"]
    assert (level["standing"], level["gap_type"]) == (standing, "skill")


def test_a_gap_of_which_nobody_says_the_type_is_one_of_unknown_type() -> None:
    table = """## 2) Current Assessment

| Competency | Level today | Type | Evidence |
|---|---|---|---|
| Framing | Understand | Gap | The fee came as one figure (8 October) |
| Telling | Analyze | Strength | The board decided in one session (9 October) |
"""
    document = read(table)
    assert [level["gap_type"] for level in document.data["assessment"]["levels"]] == ["unknown", "none"]
    assert not document.offences
