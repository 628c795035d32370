"""Who is meant in running text: handles and roles, and nothing less clear."""

from __future__ import annotations

import pytest

from pmcoach_lint.binding.people import person_in


@pytest.mark.parametrize(
    "text",
    [
        "pm-31",
        "lead-02",
        "CEO",
        "ceo",
        "Head of Sales",
        "head of customer success",
        "VP Product",
        "Product manager",
        "engineering lead",
        "client PM",
        "the client's team",
        "we",
        "pm-31 and CEO",
        "pm-31 + pm-32",
    ],
)
def test_handles_and_roles_are_people(text: str) -> None:
    assert person_in(text) == text


def test_what_only_points_to_a_person_is_set_aside() -> None:
    assert person_in("@pm-31") == "pm-31"
    assert person_in("by pm-31") == "pm-31"


@pytest.mark.parametrize(
    "text",
    [
        "Pricing page",
        "week-4",
        "sprint-12",
        "PROJ-123",
        "Draft",
        "ask finance",
        "pm-31 drafts it",
        "2026-03-02",
        "",
        "Note",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert person_in(text) is None
