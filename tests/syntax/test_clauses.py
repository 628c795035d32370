"""Numbers that are there to cite a clause by are no part of what it says; amounts are."""

from __future__ import annotations

import pytest

from pmcoach_lint.syntax.block import all_texts
from pmcoach_lint.syntax.blocks import read_blocks
from pmcoach_lint.syntax.clauses import without_clause_numbers
from tests.binding.reading import parts


def lines_of(text: str) -> list[str]:
    blocks = all_texts(read_blocks(text).top)
    standing = without_clause_numbers(text, blocks)
    assert len(standing) == len(text)
    return [standing[slice(*line)] for block in blocks for line in block.lines]


@pytest.mark.parametrize(
    "text",
    [
        "1.1 One.\n\n1.2 Two.\n\n2.1 Three.\n\n2.2 Four.",
        "- 1.1.1 One.\n- 1.1.2 Two.\n- 1.1.3 Three.\n- 1.1.4. Four.",
        "1.1 One.\n1.2 Two.\n1.3 Three.\n1.4 Four.",
        "1.1 One.\n  - 1.1.1 Two.\n  - 1.1.2 Three.\n\n1.2 Four.",
    ],
)
def test_numbers_that_go_on_are_passed_over(text: str) -> None:
    assert lines_of(text) == ["One.", "Two.", "Three.", "Four."]


@pytest.mark.parametrize(
    "text",
    [
        "1.1 One.\n\n1.2 Two.\n\n1.3 Three.",
        "2.5 hours each week\n\n4.5 hours of sessions\n\n3.2 a month\n\n1.7 in the last one",
        "- 4.4 goes out in March\n- 4.6 goes out in May\n- 5.2 is planned\n- 5.4 is not",
        "- 4.1. the pilots sign\n- 11.1. their first run\n- 18.1. what they say\n- 25.1. the decision",
    ],
)
def test_amounts_and_names_stay(text: str) -> None:
    assert lines_of(text) == [line.removeprefix("- ") for line in text.split("\n") if line]


def test_a_pack_with_numbered_clauses_is_read_as_one_without() -> None:
    body = """## 1. What a good PM is

{}**Framing.** Says who is stuck before what to build.
  - {}Observable: the first page names one planner.
  - {}L2: restates a request. L3: fills in the frame. L4: finds the cause.

## 4. Development plan

{}**Bet A.**
  - {}*Weekly rep.* Frame one request of the depot.
  - {}*Stretch.* Lead the talk with the depot.
  - {}*Coach commitment.* I read each frame.
"""
    numbers = ("1.1", "1.1.1", "1.1.2", "4.1", "4.1.1", "4.1.2", "4.1.3")
    data = parts(body.format(*(f"{number} " for number in numbers)))
    assert data == parts(body.format(*[""] * len(numbers)))
    (bet,) = data["plan"]["bets"]
    assert bet["stretch"] == ["Lead the talk with the depot."]
    assert bet["commitments"] == ["I read each frame."]
