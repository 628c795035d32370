"""Answers in a sentence to questions that ask for several values."""

from __future__ import annotations

from datetime import date

import pytest

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.generate.intake.bank import ENGAGEMENT_INTAKE, questions_of
from pmcoach_lint.generate.intake.parted import parted
from tests.generate.intakes import standards

TODAY = date(2026, 11, 28)


def said_of(number: str, text: str | None = None) -> dict[str, str] | None:
    """What a sentence says in answer to a question of the engagement bank; without one, that of the bank."""
    doctype = Catalogue.own().find(ENGAGEMENT_INTAKE)
    assert doctype
    question = next(each for each in questions_of(standards(), doctype) if each.id == number)
    return parted(question, text or question.example, TODAY)


def test_the_answers_that_the_bank_shows_are_taken() -> None:
    assert said_of("E1") == {"Client": "Contoso Travel", "Start": "2027-01-11", "Adviser": "fractional-02"}
    assert said_of("E3") == {
        "Rate": "€130 an hour",
        "Basis": "by timesheet, “the price of a senior one”",
        "Baseline": "An agency quoted €85 an hour for a contract PM in October",
    }
    assert said_of("E18") == {
        "First session": "2027-01-19",
        "Meetings": "every two weeks, Tuesdays at 10:00",
        "Session length": "60 minutes",
        "Days off": "2027-02-15 to 2027-02-19",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Halden Freight, since 5 October 2026. I go by fractional-01.",
            {"Client": "Halden Freight", "Start": "5 October 2026", "Adviser": "fractional-01"},
        ),
        ("Halden Freight, Oslo, since 5 October 2026", {"Client": "Halden Freight, Oslo", "Start": "5 October 2026"}),
        ("Halden Freight", None),
        ("Halden Freight; pm-31 has asked for me", None),
        ("Halden Freight, since 5 October 2026, since 9 November 2026", None),
    ],
)
def test_a_value_is_known_by_its_form_where_only_one_can_be_meant(text: str, said: dict[str, str] | None) -> None:
    assert said_of("E1", text) == said


@pytest.mark.parametrize("number", ["E6", "E7", "E14"])
def test_several_texts_are_not_told_apart(number: str) -> None:
    assert said_of(number) is None
