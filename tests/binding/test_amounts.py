"""Shares and multipliers, as people write them."""

from __future__ import annotations

import pytest

from pmcoach_lint.readers.registry import Context, Unreadable, read_value


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("40%", 40),
        ("~40 %", 40),
        ("40", 40),
        ("12.5%", 12.5),
        ("12,5 %", 12.5),
        ("40 percent (now)", 40),
        ("approx. 40 %", 40),
        ("roughly 40 pct", 40),
        ("40% – mostly tickets", 40),
        ("40% of the time", 40),
        ("5 % at best", 5),
        ("maybe 40% or so", 40),
        ("40% in a good week", 40),
    ],
)
def test_a_share(text: str, share: float) -> None:
    assert read_value("percent", text, Context()) == share


@pytest.mark.parametrize(
    "text",
    [
        "half",
        "-5%",
        "40% → 20%",
        "40% – 35% next year",
        "40 of 100",
        "%",
        "40% more",
        "40% up",
        "40% points",
        "40% to less",
        "",
    ],
)
def test_what_is_no_share(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("percent", text, Context())
    assert caught.value.message == f"“{text}” is no percentage."
    assert caught.value.hint == "Write a number with %: 40%."


@pytest.mark.parametrize("text", ["40–50%", "~40% to 50%", "40-50 % (until May)"])
def test_a_range_of_shares_cannot_be_added_up(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("percent", text, Context())
    assert caught.value.message == f"“{text}” is a range, and a range cannot be added up with the other shares."
    assert caught.value.hint == "Write the one figure that you plan with: 40%."


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
