"""Texts that nothing reads, and whether they tell of today or of what is to come."""

from __future__ import annotations

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.language.loose import TO_COME, TODAY, loose_texts, planned


def told(text: str) -> list[tuple[str, str]]:
    document = read_document(f"---\ntype: coaching-plan\n---\n\n# Plan\n\n{text}\n".encode(), "a.md")
    return [(one.text, one.says) for one in loose_texts(document)]


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        ("Where we stand", TODAY),
        ("What happened after the launch", TODAY),
        ("Actions of last week", TODAY),
        ("Conversations held", TODAY),
        ("After the coaching", TO_COME),
        ("Next conversations", TO_COME),
        ("My way of working", ""),
    ],
)
def test_a_heading_says_of_what_time_it_is(heading: str, says: str) -> None:
    assert told(f"## {heading}\n\nAsks why.\n\n- Says no\n  - Says who") == [
        ("Asks why.", says),
        ("Says no", says),
        ("Says who", says),
    ]


def test_comments_and_code_are_no_texts() -> None:
    assert told("## My way\n\n<!-- Asks why -->\n\n```\nSays no\n```\n\n> Says who") == [("Says who", "")]


def test_what_opens_a_plan_tells_why_it_was_written() -> None:
    text = "---\ntype: coaching-plan\n---\n\n# Plan\n\nAsked in May.\n\n## My way\n\nAsks.\n"
    document = read_document(text.encode(), "a.md")
    assert [one.text for one in planned(document)] == ["Asks."]
