"""Tables of records, whatever their columns are called and however they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.binding.reading import parts, read, told

LEVELS = [
    {
        "competency": "Framing",
        "current": "Apply",
        "target": "Analyze",
        "evidence": ["opened with a solution", "no rival written"],
        "gap": "first guess",
        "gap_type": "skill",
        "priority": "H",
    },
    {
        "competency": "Craft",
        "current": "unknown",
        "target": "Apply",
        "evidence": ["thin: one note"],
        "gap_type": "constraint",
        "priority": "M",
    },
]
COLUMNS = {
    "Competency": ["Framing", "Craft"],
    "Current level": ["Apply", "unknown"],
    "Target level": ["Analyze", "Apply"],
    "Evidence": ["opened with a solution<br>no rival written", "thin: one note"],
    "Gap": ["first guess", ""],
    "Gap type": ["Skill", "Constraint"],
    "Priority": ["H", "M"],
}


def table(columns: dict[str, list[str]], *, outer: bool = True) -> str:
    rows = [list(columns), ["---"] * len(columns), *([*row] for row in zip(*columns.values(), strict=True))]
    return "\n".join(f"| {' | '.join(row)} |" if outer else " | ".join(row) for row in rows) + "\n"


def assessment(columns: dict[str, list[str]], *, outer: bool = True) -> str:
    return f"## 2) Current Assessment\n\n{table(columns, outer=outer)}"


@pytest.mark.parametrize(
    "names",
    [
        ["Skill", "Current", "Target", "Evidence notes", "Gap", "Skill or constraint", "H/M/L"],
        ["Area", "Now", "Target Bloom level", "What we saw", "What is missing", "Type", "Prio"],
        ["Competence", "Current Bloom level", "Goal level", "Examples", "Gap notes", "Type of gap", "Priority (H/M/L)"],
        ["**Competency**", "*Current level*", "TARGET LEVEL", "Evidence (examples)", "gap", "Gap Type", "priority"],
        ["Competency area", "Level", "Target", "Evidence note", "Gap / notes", "Skill / constraint", "Priority:"],
        ["Competency", "Current level (Bloom)", "Target level (week 8)", "Evidence", "Gap", "Gap type", "Priority"],
        ["Competency", "Current<br>level", "Target<br>level", "Evidence", "Gap", "Gap type", "Priority"],
        ["1. Competency", "2. Current level", "3. Target level", "4. Evidence", "5. Gap", "6. Gap type", "7. Priority"],
        ["Competency", "Current level 📊", "🎯 Target level", "Evidence", "Gap", "Gap type", "Priority"],
    ],
)
def test_columns_by_other_names(names: list[str]) -> None:
    columns = dict(zip(names, COLUMNS.values(), strict=True))
    assert parts(assessment(columns))["assessment"]["levels"] == LEVELS


@given(
    st.permutations(list(COLUMNS)), st.booleans(), st.lists(st.sampled_from(["Notes", "Owner", "Trend"]), unique=True)
)
@settings(max_examples=40)
def test_columns_in_any_order_with_others_between(order: list[str], outer: bool, extra: list[str]) -> None:
    columns = {name: COLUMNS[name] for name in order}
    for name in extra:
        columns = {name: ["x", "y"], **columns}
    if not outer:
        columns["Gap"] = [cell or "–" for cell in columns["Gap"]]  # an empty cell at either end needs an outer bar
    assert parts(assessment(columns, outer=outer))["assessment"]["levels"] == LEVELS


def test_one_column_for_both_levels() -> None:
    columns = {
        "Competency": ["Framing", "Craft"],
        "Level change": ["Apply → Analyze", "L2 --> L3"],
        "Evidence": ["a", "b"],
    }
    assert parts(assessment(columns))["assessment"]["levels"] == [
        {"competency": "Framing", "current": "Apply", "target": "Analyze", "evidence": ["a"]},
        {"competency": "Craft", "current": "Understand", "target": "Apply", "evidence": ["b"]},
    ]


@pytest.mark.parametrize(
    ("cell", "evidence"),
    [
        ("E1, E3", ["E1", "E3"]),
        ("E1; E3", ["E1", "E3"]),
        ("E1 and E3", ["E1", "E3"]),
        ("one; two", ["one", "two"]),
        ("one<br>two", ["one", "two"]),
        ("- one<br>- two", ["one", "two"]),
        ("• one<br>• two", ["one", "two"]),
        ("- one - two", ["one", "two"]),
        ("1. one<br>2. two", ["one", "two"]),
        ("<ul><li>one</li><li>two</li></ul>", ["one", "two"]),
        ("**one**; *two*", ["one", "two"]),
        ("one (a; b); two", ["one (a; b)", "two"]),
        ("one &amp; two", ["one & two"]),
        ("one \\| two", ["one | two"]),
        ("one, two", ["one, two"]),
    ],
)
def test_several_bullets_in_one_cell(cell: str, evidence: list[str]) -> None:
    columns = {"Competency": ["Framing"], "Current": ["Apply"], "Target": ["Apply"], "Evidence": [cell]}
    assert parts(assessment(columns))["assessment"]["levels"][0]["evidence"] == evidence


def test_levels_in_the_header_are_a_ladder() -> None:
    for headers in (
        ["Know", "Understand", "Apply"],
        ["Knowledge", "Comprehension", "Application"],
        ["Knowing (1)", "Understanding (2)", "Applying (3)"],
        ["L1 – Know", "L2 – Understand", "L3 – Apply"],
    ):
        columns = {"Competency": ["Framing"], "Behaviours": ["a; b"]} | {name: [name.lower()] for name in headers}
        body = f"## 1) Definition of Good PM\n\n{table(columns)}"
        ladder = parts(body)["definition"]["competencies"][0]["ladder"]
        assert [rung["level"] for rung in ladder] == ["Know", "Understand", "Apply"]
        assert [rung["behaviour"] for rung in ladder] == [name.lower() for name in headers]


@pytest.mark.parametrize(
    "cell",
    [
        "Know: names it<br>Understand: explains it<br>Apply: does it",
        "- Know: names it<br>- Understand: explains it<br>- Apply: does it",
        "**Know:** names it<br>**Understand:** explains it<br>**Apply:** does it",
        "**Know** – names it<br>**Understand** – explains it<br>**Apply** – does it",
        "Know – names it; Understand – explains it; Apply – does it",
        "Knowledge: names it → Comprehension: explains it → Application: does it",
        "L1: names it<br>L2: explains it<br>L3: does it",
        "Know (L1): names it<br>Understand (L2): explains it<br>Apply (L3): does it",
    ],
)
def test_a_ladder_in_one_cell(cell: str) -> None:
    columns = {"Competency": ["Framing"], "Behaviours": ["a; b"], "Bloom ladder": [cell]}
    body = f"## 1) Definition of Good PM\n\n{table(columns)}"
    assert parts(body)["definition"]["competencies"][0]["ladder"] == [
        {"level": "Know", "behaviour": "names it"},
        {"level": "Understand", "behaviour": "explains it"},
        {"level": "Apply", "behaviour": "does it"},
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "Know → Understand → Apply",
        "Know -> Understand -> Apply",
        "Know/Understand/Apply",
        "Know<br>Understand<br>Apply",
    ],
)
def test_a_ladder_of_bare_levels(cell: str) -> None:
    columns = {"Competency": ["Framing"], "Behaviours": ["a; b"], "Bloom ladder": [cell]}
    body = f"## 1) Definition of Good PM\n\n{table(columns)}"
    ladder = parts(body)["definition"]["competencies"][0]["ladder"]
    assert ladder == [{"level": "Know"}, {"level": "Understand"}, {"level": "Apply"}]


def test_tables_that_explain_levels_are_no_records() -> None:
    legend = "| Level | What it means |\n|---|---|\n| Know | names it |\n| Apply | does it |\n\n"
    body = f"## 2) Current Assessment\n\n{legend}{table(COLUMNS)}"
    assert parts(body)["assessment"] == {"levels": LEVELS}


def test_two_tables_of_one_part_are_told_apart_by_their_columns() -> None:
    log = "| Date | Evidence | Competency |\n|---|---|---|\n| 2026-09-14 | opened with a solution | Framing |\n"
    for body in (f"{table(COLUMNS)}\n{log}", f"{log}\n{table(COLUMNS)}"):
        found = parts(f"## 2) Current Assessment\n\n{body}")["assessment"]
        assert found["levels"] == LEVELS
        assert found["evidence"] == [
            {"evidence": "opened with a solution", "date": "2026-09-14", "competency": "Framing"}
        ]


def test_a_table_cut_in_two_is_one_list() -> None:
    first = {name: column[:1] for name, column in COLUMNS.items()}
    second = {name: column[1:] for name, column in COLUMNS.items()}
    body = f"## 2) Current Assessment\n\n### Levels\n\n{table(first)}\nGoing on:\n\n{table(second)}"
    assert parts(body)["assessment"]["levels"] == LEVELS


def test_a_missing_column_is_told_once_at_the_header() -> None:
    columns = {name: COLUMNS[name] for name in ("Competency", "Target level", "Gap")} | {"Remarks": ["1", "2"]}
    found = told(assessment(columns))
    assert len(found) == 1
    rule, at, message = found[0]
    assert rule == "missing-column"
    assert at == "Competency | Target level | Gap | Remarks"
    assert "“Current level”" in message
    assert "“Evidence”" in message


def test_a_misspelt_column_is_read_as_the_one_it_may_be() -> None:
    columns = {{"Evidence": "Evidnce"}.get(name, name): column for name, column in COLUMNS.items()}
    document = read(assessment(columns))
    (offence,) = document.offences["column-in-own-words"]
    assert document.text[slice(*offence.span)] == "Evidnce"
    assert offence.message == "“Evidnce” is read as “Evidence”: no column has that name."
    assert offence.instead == "Evidence"
    assert document.data == read(assessment(COLUMNS)).data


def test_a_misspelt_column_without_text_is_told_with_the_one_it_may_be() -> None:
    columns = {{"Evidence": "Evidnce"}.get(name, name): column for name, column in COLUMNS.items()}
    document = read(assessment(columns | {"Evidnce": ["1", "2"]}))
    (offence,) = document.offences["missing-column"]
    assert offence.hint == "Is it the column “Evidnce”? Then rename it."


@pytest.mark.parametrize(
    ("row", "at", "message"),
    [
        ("| Framing | Apply |", "| Framing | Apply |", "This row has 2 cells, its table has 4 columns."),
        ("| Framing | Apply | Analyze | x | y | z |", "y | z |", "This row has 6 cells, its table has 4 columns."),
        ("| Framing |", "| Framing |", "This row has 1 cell, its table has 4 columns."),
    ],
)
def test_a_ragged_row_is_told_once(row: str, at: str, message: str) -> None:
    body = f"## 2) Current Assessment\n\n| Competency | Current | Target | Evidence |\n|---|---|---|---|\n{row}\n"
    assert told(body) == [("ragged-row", at, message)]


def test_a_broken_delimiter_row_is_told_and_the_table_read() -> None:
    body = assessment(COLUMNS).replace("| --- | --- |", "| --- |", 1)
    found = told(body)
    assert [rule for rule, _, _ in found] == ["broken-table"]
    assert read(body).data["assessment"]["levels"] == LEVELS


def test_an_unreadable_cell_is_told_at_the_cell_and_leaves_the_rest() -> None:
    columns = COLUMNS | {"Target level": ["Analize", "Apply"]}
    document = read(assessment(columns))
    (offence,) = document.offences["not-a-level"]
    assert document.text[slice(*offence.span)] == "Analize"
    assert offence.instead == "Analyze"
    expected = [{name: value for name, value in LEVELS[0].items() if name != "target"}, LEVELS[1]]
    assert document.data["assessment"]["levels"] == expected
    assert document.is_settled(("assessment", "levels", 0, "target"))
    assert not document.is_settled(("assessment", "levels", 1, "target"))


def test_rows_of_nothing_are_no_records() -> None:
    columns = {name: [*column, "", "–"] for name, column in COLUMNS.items()}
    columns["Competency"][3] = ""
    document = read(assessment(columns))
    assert document.data["assessment"]["levels"][:2] == LEVELS
    assert all(not record for record in document.data["assessment"]["levels"][2:])


def test_ten_thousand_columns_are_told_and_not_read() -> None:
    body = "## 2) Current Assessment\n\n" + "| Competency " * 10_000 + "|\n" + "|---" * 10_000 + "|\n"
    assert [rule for rule, _, _ in told(body)] == ["too-complex"]
