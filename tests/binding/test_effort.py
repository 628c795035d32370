"""Hours and days of work with their period, as people write them, alone and inside a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.registry import FINDERS, Context, Unreadable, read_value


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("20 hours a week", {"hours": 20, "per": "week"}),
        ("20 hours/week", {"hours": 20, "per": "week"}),
        ("~20h/wk", {"hours": 20, "per": "week"}),
        ("20 hrs weekly", {"hours": 20, "per": "week"}),
        ("20 a week", {"hours": 20, "per": "week"}),
        ("20", {"hours": 20}),
        ("80 hours of work per month", {"hours": 80, "per": "month"}),
        ("15–20 h/week", {"hours": {"from": 15, "to": 20}, "per": "week"}),
        ("15 hours to 20 hours each week", {"hours": {"from": 15, "to": 20}, "per": "week"}),
        ("7.5 hours a day", {"hours": 7.5, "per": "day"}),
        ("two days a week", {"days": 2, "per": "week"}),
        ("1.5 days per sprint", {"days": 1.5, "per": "sprint"}),
        ("half a day a week", {"days": 0.5, "per": "week"}),
        ("half an hour a day", {"hours": 0.5, "per": "day"}),
        ("20 hours a week (Tuesday to Thursday)", {"hours": 20, "per": "week"}),
        ("20 hours a week, 4 of them with the leads", {"hours": 20, "per": "week"}),
        ("8 d/m", {"days": 8, "per": "month"}),
        ("2 d/wk", {"days": 2, "per": "week"}),
        ("12 h/w", {"hours": 12, "per": "week"}),
        ("32 hours per four weeks", {"hours": 8, "per": "week"}),
        ("5–6 days a fortnight", {"days": {"from": 2.5, "to": 3}, "per": "week"}),
        ("20 hours a week on discovery", {"hours": 20, "per": "week"}),
    ],
)
def test_hours_of_work(text: str, hours: dict[str, Any]) -> None:
    assert read_value("hours", text, Context()) == hours


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("a lot", "“a lot” does not say how many hours.", "Write hours and the period: 20 hours a week."),
        ("3 dpw", "“3 dpw” does not say how many hours.", "Write hours and the period: 20 hours a week."),
        ("20–15 hours a week", "“20–15 hours a week” runs backwards.", "Write the smaller number first."),
    ],
)
def test_what_does_not_say_how_many(text: str, message: str, hint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("hours", text, Context())
    assert (caught.value.rule, caught.value.message, caught.value.hint) == ("unreadable-value", message, hint)


@pytest.mark.parametrize(
    "text",
    [
        "9 → 7 → 4 d/m, indicative",
        "20 h, then 12 h a week",
        "20/12 hours a week",
        "20 hours a week, later 10 hours a week",
    ],
)
def test_of_several_numbers_none_is_taken(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("hours", text, Context())
    message = f"“{text}” tells several figures, from which not one can be taken."
    assert (caught.value.rule, caught.value.message) == ("told-in-sentences", message)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20 hours/week, €120/hour, €10,400 a month", ["20 hours/week"]),
        ("Two days a week in the squad, 10 hours a month for the board", ["Two days a week", "10 hours a month"]),
        ("20–15 hours a week", []),
        ("workshops of 3 hours, €120 an hour", []),
    ],
)
def test_hours_inside_a_sentence(text: str, found: list[str]) -> None:
    assert [text[slice(*span)] for span, _ in FINDERS["hours"](text)] == found
