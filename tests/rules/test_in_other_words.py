"""Competencies that are assessed in other words than they are defined by, or in more than one row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.settings import Settings
from tests.linting import Told, lint

HEAD = """\
---
type: coaching-pack
status: active
---

## 1) Definition of “Good PM”

| Competency | Observable behaviours |
|---|---|
| Commands a room of executives | Asks for one decision in the first two lines |
| Ships | Keeps the date, or moves it a week before |

## 2) Current Assessment

| Competency | Current level | Target level | Evidence |
|---|---|---|---|
"""
SEEN = "Deck of 28 May, 34 slides"


def found(rows: list[str], *codes: str) -> list[Told]:
    settings = Settings(root=Path(), as_of=date(2026, 10, 5))
    text = HEAD + "".join(f"| {row} |\n" for row in rows)
    return [one for one in lint(text, settings) if one[0] in codes]


@pytest.mark.parametrize(
    ("names", "strangers"),
    [
        (["Executive rooms", "Shipping"], []),
        (["Room of executives", "Ships"], []),
        (["Executive presence", "Shipping"], ["Executive presence"]),
        (["Shipping", "Ship it"], ["Shipping", "Ship it"]),  # which of them it is nobody can tell
        (["Ships", "Shipping"], ["Shipping"]),  # that one is taken
    ],
)
def test_an_assessed_competency_may_have_another_form_of_its_name(names: list[str], strangers: list[str]) -> None:
    rows = [f"{name} | Apply | Analyze | {SEEN}" for name in names]
    quoted = [message.split("”")[0].strip("“") for _, _, _, message in found(rows, "PMC412")]
    assert quoted == strangers


def test_a_second_row_of_one_competency_may_leave_out_what_the_first_has_told() -> None:
    rows = [f"Ships | Apply | Analyze | {SEEN}", "Ships | | | Release of 2 June on the day"]
    assert found(rows, "PMC202") == []


def test_a_row_of_another_competency_may_not() -> None:
    rows = [f"Ships | Apply | Analyze | {SEEN}", "Commands a room of executives | | | Release of 2 June on the day"]
    assert found(rows, "PMC202") == [
        ("PMC202", "error", "18:35-18:35", "“Current level” is empty for competency “Commands a room of executives”.")
    ]
