"""Calculations line by line: totals that hold however they are told, and those that do not."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.engagement.rates import hours_in
from pmcoach_lint.engagement.sums import WrongTotal, wrong_totals
from pmcoach_lint.readers.registry import Context, read_value


def lines(*rows: str) -> list[dict[str, Any]]:
    """The lines of a calculation, each written as `item | amount`."""
    pairs = (row.split(" | ") for row in rows)
    return [{"item": item, "amount": read_value("money", amount, Context())} for item, amount in pairs]


RIGHT = {
    "a total": ("Fewer returns | €40,000", "Weeks not spent | €20,000", "Total | €60,000"),
    "a total in bold": ("Fewer returns | €40k", "Weeks not spent | €20k", "**Total benefit** | €60k"),
    "rounded": ("Fewer returns | €40,210", "Weeks not spent | €19,880", "Total | €60,000"),
    "ranges": ("Fewer returns | €30–40k", "Weeks not spent | €10–20k", "Total | €40–60k"),
    "costs with a minus": ("Fewer returns | €40,000", "Fee | −€30,000", "Net | €10,000"),
    "costs without a minus": ("Fewer returns | €40,000", "Fee | €30,000", "Net benefit | €10,000"),
    "two costs without a minus": ("Returns | €40k", "Weeks | €20k", "Fee | €30k", "Licence | €5k", "Net | €25k"),
    "a sub-total in between": ("A | €1k", "B | €2k", "Subtotal | €3k", "C | €4k", "Total | €7k"),
    "a line after the total": ("A | €1k", "B | €2k", "Total | €3k", "In February | €9k"),
    "a word that only looks like it": ("Total waiting time avoided | €1k", "B | €2k", "C | €9k"),
    "one line only": ("Fee | €1k", "Total | €12k"),
    "other periods": ("Fee | €1k a month", "Licence | €2k a year", "Total | €14k a year"),
    "other currencies": ("Fee | €1k", "Licence | $2k", "Total | €9k"),
}
WRONG = {
    "a total": (("A | €40,000", "B | €20,000", "Total | €80,000"), WrongTotal(2, "€80,000", "€60,000")),
    "a sub-total": (("A | €1k", "B | €2k", "Sub-total | €4k", "Total | €3k"), WrongTotal(2, "€4,000", "€3,000")),
    "a net amount": (("A | €40k", "Fee | €30k", "Net | €25k"), WrongTotal(2, "€25,000", "€70,000")),
    "a range": (("A | €30–40k", "B | €10–20k", "Total | €40–80k"), WrongTotal(2, "€40,000–80,000", "€40,000–60,000")),
    "a grand total": (("A | $1.5M", "B | $500k", "Grand total | $2.5M"), WrongTotal(2, "$2,500,000", "$2,000,000")),
}


@pytest.mark.parametrize("rows", RIGHT.values(), ids=RIGHT)
def test_what_adds_up(rows: tuple[str, ...]) -> None:
    assert list(wrong_totals(lines(*rows))) == []


@pytest.mark.parametrize(("rows", "found"), WRONG.values(), ids=WRONG)
def test_what_does_not_add_up(rows: tuple[str, ...], found: WrongTotal) -> None:
    assert list(wrong_totals(lines(*rows))) == [found]


def test_nothing_is_added_up_across_a_line_that_cannot_be_read() -> None:
    rows = lines("A | €1k", "B | €2k", "Total | €9k")
    del rows[1]["amount"]
    assert list(wrong_totals(rows)) == []


@pytest.mark.parametrize(
    ("effort", "period", "hours"),
    [
        ("15 hours a week", "week", (15, 15)),
        ("15 hours a week", "month", (60, 65)),
        ("10–12 hours a week", "month", (40, 52)),
        ("60 hours a month", "year", (720, 720)),
        ("60 hours a month", "week", (60 * 12 / 52, 15)),
        ("two days a week", "month", None),
        ("15 hours", "month", None),
    ],
)
def test_a_month_has_four_weeks_or_a_few_days_more(effort: str, period: str, hours: tuple[float, float] | None) -> None:
    found = hours_in(read_value("hours", effort, Context()), period)
    assert found == (pytest.approx(hours) if hours else None)
