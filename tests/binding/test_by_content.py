"""Columns under names that are not known: read for what stands in them, and told; never a guess between two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from pmcoach_lint.document import Document, read_document

Rows = Sequence[tuple[str, ...]]


def read(part: str, header: str, rows: Rows) -> Document:
    lines = [header, "|---" * header.count(" | ") + "|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    table = "\n".join([f"| {lines[0]} |", *lines[1:]])
    return read_document(f"---\ntype: coaching-pack\n---\n\n{part}\n\n{table}\n".encode(), "pack.md")


def told(document: Document) -> list[tuple[str, str, str]]:
    return [
        (rule, document.text[slice(*each.span)], each.message)
        for rule, offences in document.offences.items()
        for each in offences
    ]


def levels(header: str, rows: Rows) -> tuple[list[dict[str, Any]], list[tuple[str, str, str]]]:
    document = read("## 2) Current Assessment", header, rows)
    return document.data["assessment"]["levels"], told(document)


def is_read_as(name: str, field: str) -> tuple[str, str, str]:
    return ("column-in-own-words", name, f"“{name}” is read as “{field}”: no column has that name.")


FRAMING = {"competency": "Framing", "current": "Apply", "evidence": ["opened with a solution"]}
CRAFT = {"competency": "Craft", "current": "Analyze", "evidence": ["caught two edge cases"]}


def test_columns_of_levels_that_are_headed_by_days_hold_no_target() -> None:
    rows = [("Framing", "Apply", "Apply", "Analyze"), ("Craft", "Analyze", "Analyze", "Analyze")]
    found, _ = levels("Competency | 26 Oct | 23 Nov | Expected", rows)
    assert [(one["current"], one.get("target"), one["expected"]) for one in found] == [
        ("Apply", None, "Analyze"),
        ("Analyze", None, "Analyze"),
    ]


@pytest.mark.parametrize("name", ["Start", "Then", "T0", "Where it stood", "On the ladder"])
def test_a_column_of_levels_is_known_by_them(name: str) -> None:
    rows = [("Framing", "Apply", "opened with a solution"), ("Craft", "4 Analyze", "caught two edge cases")]
    assert levels(f"Competency | {name} | Evidence", rows) == ([FRAMING, CRAFT], [is_read_as(name, "Current level")])


def test_of_two_columns_of_levels_the_first_is_where_it_began() -> None:
    rows = [
        ("Framing", "Apply", "Evaluate", "opened with a solution"),
        ("Craft", "Analyze", "Analyze", "caught two edge cases"),
    ]
    found, offences = levels("Competency | Spring | Autumn | Evidence", rows)
    assert [level["current"] for level in found] == ["Apply", "Analyze"]
    assert offences == [is_read_as("Spring", "Current level")]


@pytest.mark.parametrize("name", ["Summary", "Footing", "Behind it"])
def test_the_only_text_that_is_left_is_the_one_that_is_missing(name: str) -> None:
    rows = [("Framing", "Apply", "opened with a solution"), ("Craft", "Analyze", "caught two edge cases")]
    assert levels(f"Competency | Current level | {name}", rows) == ([FRAMING, CRAFT], [is_read_as(name, "Evidence")])


def test_what_a_row_is_about_stands_in_front() -> None:
    rows = [("1", "Framing", "Apply", "opened with a solution"), ("2", "Craft", "Analyze", "caught two edge cases")]
    header = "No. | What counts here | Current level | Evidence"
    assert levels(header, rows) == ([FRAMING, CRAFT], [is_read_as("What counts here", "Competency")])


def test_what_stands_behind_the_others_is_no_name() -> None:
    rows = [("Apply", "opened with a solution", "Seen by two"), ("Analyze", "caught two edge cases", "Seen by one")]
    _, offences = levels("Current level | Evidence | Remark", rows)
    message = "The table “Levels” has no column “Competency”, and nothing reads “Remark”."
    assert offences == [("missing-column", "Current level | Evidence | Remark", message)]


def test_a_text_behind_an_id_is_what_the_entry_says() -> None:
    rows = [
        ("E1", "3 March 2026", "Brief", "The problem took four lines"),
        ("E2", "5 March 2026", "Talk", "Two slices, on time"),
    ]
    document = read("## 2) Current Assessment\n\n### Evidence log", "ID | Date | Source | Found", rows)
    entries = document.data["assessment"]["evidence"]
    assert [(entry["id"], entry["evidence"]) for entry in entries] == [
        ("E1", "The problem took four lines"),
        ("E2", "Two slices, on time"),
    ]
    assert told(document) == [is_read_as("Found", "Evidence")]


def test_other_levels_are_no_text() -> None:
    rows = [
        ("Framing", "Know", "opened with a solution", "Apply"),
        ("Craft", "Apply", "caught two edge cases", "Analyze"),
    ]
    found = levels("Competency | In spring | Footing | Now", rows)
    assert found == ([FRAMING, CRAFT], [is_read_as("Footing", "Evidence")])


# Never a guess


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (
            "Competency | Current level | Notes | Footing",
            [
                ("Framing", "Apply", "as agreed in May", "opened with a solution"),
                ("Craft", "Analyze", "as agreed in June", "caught two edge cases"),
            ],
        ),
        ("Competency | Current level | Sure?", [("Framing", "Apply", "yes"), ("Craft", "Analyze", "no")]),
        ("Competency | Current level | Who", [("Framing", "Apply", "lead-02"), ("Craft", "Analyze", "pm-07")]),
        ("Competency | Current level | No.", [("Framing", "Apply", "1"), ("Craft", "Analyze", "2")]),
        ("Competency | Current level | Weight", [("Framing", "Apply", "20 %"), ("Craft", "Analyze", "80 %")]),
        ("Competency | Current level | Footing", [("Framing", "Apply", ""), ("Craft", "Analyze", "–")]),
    ],
    ids=["two texts", "marks", "handles", "numbers", "shares", "nothing"],
)
def test_between_two_or_for_no_text_the_column_is_missing(header: str, rows: Rows) -> None:
    found, offences = levels(header, rows)
    assert [rule for rule, _, _ in offences] == ["missing-column"]
    assert all("evidence" not in level for level in found)


def test_a_column_with_some_levels_among_words_is_none_of_levels() -> None:
    rows = [
        ("Framing", "Apply", "a solution"),
        ("Craft", "as in spring", "two cases"),
        ("Tempo", "as in spring", "ten days"),
    ]
    found, offences = levels("Competency | Then | Evidence", rows)
    assert [rule for rule, _, _ in offences] == ["missing-column"]
    assert all("current" not in level for level in found)


def test_numbers_alone_are_no_levels() -> None:
    rows = [("Framing", "3", "opened with a solution"), ("Craft", "4", "caught two edge cases")]
    found, _ = levels("Competency | Cases | Evidence", rows)
    assert all("current" not in level for level in found)


LEVELS = ("Framing", "Apply", "opened with a solution"), ("Craft", "Analyze", "caught two edge cases")


def with_column(*said: str) -> list[tuple[str, ...]]:
    return [(*row, text) for row, text in zip(LEVELS, said, strict=True)]


@pytest.mark.parametrize(
    ("name", "said", "field", "kinds"),
    [
        ("Of whose making?", ("skill", "constraint"), "Gap type", ["skill", "constraint"]),
        ("What it is", ("Skill gap", "both"), "Gap type", ["skill", "both"]),
    ],
)
def test_choices_that_no_row_needs_are_known_by_themselves(
    name: str, said: tuple[str, str], field: str, kinds: list[str]
) -> None:
    found, offences = levels(f"Competency | Current | Evidence | {name}", with_column(*said))
    assert [level["gap_type"] for level in found] == kinds
    assert offences == [is_read_as(name, field)]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Effort", ("high", "low")),  # may be how sure one is, or how urgent, or neither
        ("Agreed?", ("yes", "no")),
        ("In spring", ("Analyze", "Evaluate")),  # where one wants to be, or what the role asks for
        ("Note", ("skill, we think, and time", "she has never been shown a good one")),
    ],
)
def test_what_may_be_several_things_is_none(name: str, said: tuple[str, str]) -> None:
    found, offences = levels(f"Competency | Current | Evidence | {name}", with_column(*said))
    assert found == [FRAMING, CRAFT]
    assert offences == []


def test_of_two_columns_with_the_same_choices_neither_is_taken() -> None:
    rows = [(*row, "skill", "constraint") for row in LEVELS]
    found, _ = levels("Competency | Current | Evidence | Seen by me | Seen by them", rows)
    assert found == [FRAMING, CRAFT]


def test_in_a_tracker_a_column_of_colours_is_how_it_goes() -> None:
    rows = [("2026-10-06", "1", "two briefs sent", "green"), ("2026-10-13", "2", "one refusal", "amber")]
    document = read(
        "## 6) Follow-up Tracker + Review Plan\n\n### Tracker", "Date | Bet | What came of it | Colour", rows
    )
    measure = {"measure": "What came of it"}
    assert document.data["follow_up"]["tracker"] == [
        {
            "date": "2026-10-06",
            "bet": "1",
            "status": "on track",
            "measures": [{**measure, "value": "two briefs sent"}],
        },
        {"date": "2026-10-13", "bet": "2", "status": "at risk", "measures": [{**measure, "value": "one refusal"}]},
    ]
    assert is_read_as("Colour", "Status") in told(document)


@pytest.mark.parametrize(
    "said", ["maintain", "(keep)", "=", "no change", "Hold for now", "not this cycle", "not a focus", "stays as is"]
)
def test_a_target_that_is_to_stay_is_no_level_and_no_finding(said: str) -> None:
    rows = [
        ("Framing", "Apply", "Analyze", "opened with a solution"),
        ("Craft", "Apply", said, "caught two edge cases"),
    ]
    found, offences = levels("Competency | Current | Target | Evidence", rows)
    assert [level.get("target") for level in found] == ["Analyze", None]
    assert offences == []


@pytest.mark.parametrize(("column", "said"), [("Target", "Aply"), ("Target", "keeps notes"), ("Current", "maintain")])
def test_what_is_no_level_is_told_all_the_same(column: str, said: str) -> None:
    _, offences = levels(f"Competency | {column} | Evidence", [LEVELS[0], ("Craft", said, "caught two edge cases")])
    assert any(
        place == said and message.startswith(f"“{said}” is not a Bloom level.") for _, place, message in offences
    )


@pytest.mark.parametrize("name", ["Start", "Spring", "Back then"])
def test_what_stands_in_front_of_the_level_of_today_is_no_target(name: str) -> None:
    rows = [
        ("Framing", "Know", "Apply", "Analyze", "opened with a solution"),
        ("Craft", "Apply", "Analyze", "Analyze", "caught two edge cases"),
    ]
    found, offences = levels(f"Competency | {name} | Now | Bar | Evidence", rows)
    assert found == [{**FRAMING, "expected": "Analyze"}, {**CRAFT, "expected": "Analyze"}]
    assert offences == []


def test_what_stands_behind_it_may_be_one() -> None:
    rows = [
        ("Framing", "Apply", "Analyze", "Analyze", "opened with a solution"),
        ("Craft", "Analyze", "Synthesize", "Analyze", "caught two edge cases"),
    ]
    found, offences = levels("Competency | Now | By May | Bar | Evidence", rows)
    assert [level["target"] for level in found] == ["Analyze", "Synthesize"]
    assert offences == [is_read_as("By May", "Target level")]
