"""Shares, multipliers and amounts of money, as people write them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.binding.readers import Context, Unreadable, read_value


@pytest.mark.parametrize(
    ("text", "share"),
    [("40%", 40), ("~40 %", 40), ("40", 40), ("12.5%", 12.5), ("12,5 %", 12.5), ("40 percent (now)", 40)],
)
def test_a_share(text: str, share: float) -> None:
    assert read_value("percent", text, Context()) == share


@pytest.mark.parametrize("text", ["half", "-5%", "40–50%", "40 of 100", "%", ""])
def test_what_is_no_share(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("percent", text, Context())
    assert caught.value.message == f"“{text}” is no percentage."
    assert caught.value.hint == "Write a number with %: 40%."


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("$180/hour", {"from": 180, "to": 180, "currency": "$", "per": "hour"}),
        ("$180/hr", {"from": 180, "to": 180, "currency": "$", "per": "hour"}),
        ("£180 an hour", {"from": 180, "to": 180, "currency": "£", "per": "hour"}),
        ("A$180/h", {"from": 180, "to": 180, "currency": "A$", "per": "hour"}),
        ("€5,000–8,000 per month", {"from": 5000, "to": 8000, "currency": "€", "per": "month"}),
        ("$5-8k a month", {"from": 5000, "to": 8000, "currency": "$", "per": "month"}),
        ("$5k-$8k/mo", {"from": 5000, "to": 8000, "currency": "$", "per": "month"}),
        ("5k–8k EUR", {"from": 5000, "to": 8000, "currency": "EUR"}),
        ("12k USD", {"from": 12000, "to": 12000, "currency": "USD"}),
        ("12k usd", {"from": 12000, "to": 12000, "currency": "USD"}),
        ("USD 1.5M (budget)", {"from": 1_500_000, "to": 1_500_000, "currency": "USD"}),
        ("CHF 5'000", {"from": 5000, "to": 5000, "currency": "CHF"}),
        ("5 000 €", {"from": 5000, "to": 5000, "currency": "€"}),
    ],
)
def test_an_amount_of_money(text: str, money: dict[str, Any]) -> None:
    assert read_value("money", text, Context()) == money


WRITE = "Write a currency and an amount: $180/hour, or €5,000–8,000 per month."


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("180", "“180” is no amount of money.", WRITE),
        ("a lot", "“a lot” is no amount of money.", WRITE),
        ("$5k–€8k", "“$5k–€8k” is no amount of money.", WRITE),
        ("€8,000–5,000", "“€8,000–5,000” runs backwards.", "Write the smaller amount first."),
        (
            "€5.000",
            "“€5.000” may be a thousand times more: it has a point before three digits.",
            "Write thousands with a comma, or with k: €5,000 or €5k.",
        ),
    ],
)
def test_what_is_no_amount_of_money(text: str, message: str, hint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("money", text, Context())
    assert (caught.value.rule, caught.value.message, caught.value.hint) == ("unreadable-value", message, hint)


@given(st.integers(0, 999_999), st.sampled_from(["${:,}", "€{:,}", "{:,} USD", "CHF {}"]))
def test_an_amount_is_read_as_written(amount: int, form: str) -> None:
    money = read_value("money", form.format(amount), Context())
    assert money["from"] == money["to"] == amount


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1x", 1, 1),
        ("1.5x", 1.5, 1.5),
        ("1,5 x", 1.5, 1.5),
        ("×2", 2, 2),
        ("2 times", 2, 2),
        ("2", 2, 2),
        ("~2x", 2, 2),
        ("1x (baseline)", 1, 1),
        ("2-3x", 2, 3),
        ("2–3×", 2, 3),
        ("2x–3x", 2, 3),
        ("3 to 5x", 3, 5),
        ("1.5 – 2 times", 1.5, 2),
    ],
)
def test_a_multiplier(text: str, low: float, high: float) -> None:
    assert read_value("multiplier", text, Context()) == {"from": low, "to": high}


@pytest.mark.parametrize("text", ["5x+", "5+ x", "5x and up", "5x or more"])
def test_a_multiplier_with_an_open_end(text: str) -> None:
    assert read_value("multiplier", text, Context()) == {"from": 5}


WRITE_TIMES = "Write how many times the baseline it is: 1.5x, or 2–3x."


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("x", "“x” is no multiplier.", WRITE_TIMES),
        ("150%", "“150%” is no multiplier.", WRITE_TIMES),
        ("$180/hour", "“$180/hour” is no multiplier.", WRITE_TIMES),
        ("2x or 3x", "“2x or 3x” is no multiplier.", WRITE_TIMES),
        ("double", "“double” is no multiplier.", WRITE_TIMES),
        ("-2x", "“-2x” is no multiplier.", WRITE_TIMES),
        ("3x–2x", "“3x–2x” runs backwards.", "Write the smaller number first: 2–3x."),
    ],
)
def test_what_is_no_multiplier(text: str, message: str, hint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("multiplier", text, Context())
    assert (caught.value.rule, caught.value.message, caught.value.hint) == ("unreadable-value", message, hint)
