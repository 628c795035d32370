"""Amounts of money as people write them, alone and inside a sentence."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.readers.money import find_hours, find_money
from pmcoach_lint.readers.registry import FINDERS, Context, Unreadable, read_value
from pmcoach_lint.readers.unreadable import several_figures
from tests.effort import bounded


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
        ("5k–8k EUR", {"from": 5000, "to": 8000, "currency": "€"}),
        ("12k USD", {"from": 12000, "to": 12000, "currency": "$"}),
        ("12k usd", {"from": 12000, "to": 12000, "currency": "$"}),
        ("USD 1.5M (budget)", {"from": 1_500_000, "to": 1_500_000, "currency": "$"}),
        ("CHF 5'000", {"from": 5000, "to": 5000, "currency": "CHF"}),
        ("5 000 €", {"from": 5000, "to": 5000, "currency": "€"}),
        ("€9,600 a month", {"from": 9600, "to": 9600, "currency": "€", "per": "month"}),
        ("€9,600 monthly", {"from": 9600, "to": 9600, "currency": "€", "per": "month"}),
        ("€9,600 per annum", {"from": 9600, "to": 9600, "currency": "€", "per": "year"}),
        ("about $9.6k/mo + VAT", {"from": 9600, "to": 9600, "currency": "$", "per": "month"}),
        ("€4,800 per sprint", {"from": 4800, "to": 4800, "currency": "€", "per": "sprint"}),
        ("from €90 to €160 per hour", {"from": 90, "to": 160, "currency": "€", "per": "hour"}),
        ("between €90 and €160 an hour", {"from": 90, "to": 160, "currency": "€", "per": "hour"}),
        ("150USD/hour", {"from": 150, "to": 150, "currency": "$", "per": "hour"}),
        ("€9,600 a month, invoiced in advance", {"from": 9600, "to": 9600, "currency": "€", "per": "month"}),
        ("€9,600 a month for 20 hours a week", {"from": 9600, "to": 9600, "currency": "€", "per": "month"}),
        ("−€24,960 a year", {"from": -24_960, "to": -24_960, "currency": "€", "per": "year"}),
        ("-$5–8k", {"from": -8000, "to": -5000, "currency": "$"}),
        ("$180 USD/hour", {"from": 180, "to": 180, "currency": "$", "per": "hour"}),
        ("US$180/hr", {"from": 180, "to": 180, "currency": "$", "per": "hour"}),
        ("$180 CAD an hour", {"from": 180, "to": 180, "currency": "CAD", "per": "hour"}),
        ("GBP 950 day rate", {"from": 950, "to": 950, "currency": "£", "per": "day"}),
        ("€9,600 pm", {"from": 9600, "to": 9600, "currency": "€", "per": "month"}),
        ("€120 p.h.", {"from": 120, "to": 120, "currency": "€", "per": "hour"}),
        ("$150ph", {"from": 150, "to": 150, "currency": "$", "per": "hour"}),
        ("$8,000 monthly retainer", {"from": 8000, "to": 8000, "currency": "$", "per": "month"}),
        ("$14,500 flat monthly fee", {"from": 14_500, "to": 14_500, "currency": "$", "per": "month"}),
        ("€120/hour × 20 hours a week", {"from": 120, "to": 120, "currency": "€", "per": "hour"}),
        ("c. EUR 11,440", {"from": 11_440, "to": 11_440, "currency": "€"}),
        ("nearly $5k per month", {"from": 5000, "to": 5000, "currency": "$", "per": "month"}),
        ("– EUR 12,360", {"from": -12_360, "to": -12_360, "currency": "€"}),
        ("+ EUR 2,060", {"from": 2060, "to": 2060, "currency": "€"}),
        ("EUR 37,080 lower", {"from": 37_080, "to": 37_080, "currency": "€"}),
        ("£6,800 per four weeks", {"from": 1700, "to": 1700, "currency": "£", "per": "week"}),
        ("£7,900–8,000 every 4 weeks", {"from": 1975, "to": 2000, "currency": "£", "per": "week"}),
        ("a contract tester ~€75/h", {"from": 75, "to": 75, "currency": "€", "per": "hour"}),
        ("15h/wk at $160/h", {"from": 160, "to": 160, "currency": "$", "per": "hour"}),
        ("two days a week at €700/day", {"from": 700, "to": 700, "currency": "€", "per": "day"}),
        ("agency quote: £70–80 an hour, October", {"from": 70, "to": 80, "currency": "£", "per": "hour"}),
        ("£1,500 a fortnight", {"from": 750, "to": 750, "currency": "£", "per": "week"}),
        ("€120/hour – from January 2027", {"from": 120, "to": 120, "currency": "€", "per": "hour"}),
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
        ("€120/hour, rising to 160", "“€120/hour, rising to 160” is no amount of money.", WRITE),
        ("€5,000 or 6,000", "“€5,000 or 6,000” is no amount of money.", WRITE),
        ("€120 minus 10%", "“€120 minus 10%” is no amount of money.", WRITE),
        ("up to €120/hour", "“up to €120/hour” is no amount of money.", WRITE),
        ("10% below €120/hour", "“10% below €120/hour” is no amount of money.", WRITE),
        ("3x €85/hour", "“3x €85/hour” is no amount of money.", WRITE),
        ("110 or €120/hour", "“110 or €120/hour” is no amount of money.", WRITE),
        ("not €120/hour", "“not €120/hour” is no amount of money.", WRITE),
        ("an hour is €120 less 10", "“an hour is €120 less 10” is no amount of money.", WRITE),
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


@pytest.mark.parametrize(
    "text",
    [
        "€120/hour, €9,600 a month",
        "€120/hour, about €9,600/month (20 h x 4 weeks)",
        "€120/hour (€9,600 a month)",
        "€120/hour = €9,600/month",
        "€120/h, 20 h/week, about €9,600 a month",
        "€120/hour, €28,800 over three months",
        "€120/hour (€28,800 in all)",
    ],
)
def test_an_amount_that_is_told_for_other_periods_as_well_is_the_first(text: str) -> None:
    assert read_value("money", text, Context()) == {"from": 120, "to": 120, "currency": "€", "per": "hour"}


@pytest.mark.parametrize(
    "text",
    [
        "€120/hour, then €9,600 a month",
        "€120/hour or €9,600 a month",
        "€120/hour, $9,600 a month",
        "€120/hour, €9,600",
        "€120/hour, €9,600 for the audit",
        "from €90/hour to €6,000/month",
        "£22k (Nov–Dec), £18k (Jan–Feb)",
        "€200 more than now, €300 with VAT",
    ],
)
def test_of_several_amounts_none_is_taken(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("money", text, Context())
    message = f"“{text}” tells several figures, from which not one can be taken."
    assert (caught.value.rule, caught.value.message) == ("told-in-sentences", message)


@given(st.integers(0, 999_999), st.sampled_from(["${:,}", "€{:,}", "{:,} USD", "CHF {}"]))
def test_an_amount_is_read_as_written(amount: int, form: str) -> None:
    money = read_value("money", form.format(amount), Context())
    assert money["from"] == money["to"] == amount


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20 hours/week, €120/hour, €10,400 a month", [("€120/hour", "hour"), ("€10,400 a month", "month")]),
        ("12 h a week at CHF 160 per hour for 2 PRD reviews", [("CHF 160 per hour", "hour")]),
        ("€120 → €160/hour", []),
        ("Net: −€200, fee -€5k a month", [("−€200", None), ("-€5k a month", "month")]),
        ("€12,000 in total; 3 SEO audits", [("€12,000", None)]),
        ("$90–$160/hour, whichever", [("$90–$160/hour", "hour")]),
        ("€1.200 a day", []),
        ("$200–100 a day", []),
        ("$5k–€8k", []),
        ("a retainer", []),
    ],
)
def test_amounts_inside_a_sentence(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(text[slice(*span)], money.get("per")) for span, money in FINDERS["money"](text)] == found


@pytest.mark.parametrize("space", [" ", "\t", "\xa0", " - ", "→ "])
@pytest.mark.parametrize("head", ["15", "a", "€140", "20 h"])
def test_wide_spaces_are_gone_over_once(head: str, space: str) -> None:
    text = f"{head}{space * 5_000}EUR"
    with bounded(5):  # a pattern that goes back over the spaces takes for ever
        find_hours(text)
        find_money(text)
        for reader in ("hours", "money"):
            with suppress(Unreadable):
                read_value(reader, text, Context())


def test_a_long_text_with_several_figures_is_quoted_in_short() -> None:
    text = "16 hours a week at $140 make $2,240 a week or about $9,700 a month. For that you get specs and a person"
    assert several_figures(text).message == (
        "“16 hours a week at $140 make $2,240 a week or about $9,700 …” tells several figures, "
        "from which not one can be taken."
    )
