"""Days, weeks and spans of time as leaders write them in tables: short years, weeks with their day, months."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.binding.above.own_day import day_first
from pmcoach_lint.readers.calendar import MONTHS
from pmcoach_lint.readers.registry import Context, Unreadable, read_value

CYCLE = Context(start="2026-11-30", weeks=10, day_first=True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22 Sep 26", "2026-09-22"),
        ("08 Oct 26", "2026-10-08"),
        ("Tue 22 September 26", "2026-09-22"),
        ("22.9.26", "2026-09-22"),
        ("22. 09. 26", "2026-09-22"),
        ("22/9/26", "2026-09-22"),
        ("04/12/26", "2026-12-04"),
        ("Dec 17", "2026-12-17"),
        ("Jan 7", "2027-01-07"),
        ("02.12.", "2026-12-02"),
        ("Fri 15.01.", "2027-01-15"),
        ("from 25/11", "2026-11-25"),
    ],
)
def test_a_day_with_a_short_year_or_none(text: str, day: str) -> None:
    assert read_value("date", text, CYCLE) == day


@pytest.mark.parametrize("text", ["Jun 26", "22 26", "Sep 22 26", "32 Sep 26", "22 Sep 6"])
def test_what_may_be_no_day_is_none(text: str) -> None:
    with pytest.raises(Unreadable):
        read_value("date", text, CYCLE)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("22/01/2027, 27/11/2026, PRD (08/26), page (07/26)", True),
        ("22/01/2027, 11/27/2026", None),
        ("15/10 and 26/11", True),
        ("15/10 and 11/26", None),
    ],
)
def test_days_tell_the_order_of_day_and_month_for_all(text: str, order: bool | None) -> None:
    assert day_first(text) is order


def test_the_order_of_day_and_month_is_not_guessed() -> None:
    with pytest.raises(Unreadable, match="could be 4 December or 12 April"):
        read_value("date", "04/12/26", Context())


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("1 · 30 Nov", 1),
        ("2 · 7 Dec (short)", 2),
        ("3: 14 Dec", 3),
        ("4, 21 Dec", 4),
        ("5 | Jan 4", 5),
        ("W1 · 30 Nov", 1),
        ("Week 2 – Mon 7 Dec", 2),
        ("W5: 04/01", 5),
        ("Week 6 11.1.", 6),
        ("W3 · 14 Dec – 18 Dec", 3),
        ("7 Dec", 2),
    ],
)
def test_a_week_with_its_day(text: str, week: int) -> None:
    assert read_value("numbered-weeks", text, CYCLE) == {"from": week, "to": week}


@pytest.mark.parametrize("text", ["1 – 30 Nov", "1 30 Nov", "17: two briefs", "30 Oct"])
def test_what_may_be_a_run_is_no_week_with_its_day(text: str) -> None:
    with pytest.raises(Unreadable):
        read_value("numbered-weeks", text, Context(start="2026-11-30"))


@pytest.mark.parametrize("text", ["Week 4 · 17 Dec", "W4, Dec 17", "wk 4 – Thu 17 Dec", "4 / 17 Dec"])
def test_one_week_and_its_day(text: str) -> None:
    assert read_value("week", text, CYCLE) == 4


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("W1-W10, Q1 goals due 15/01", 1, 10),
        ("Weeks 1–6, look at it on 2026-12-17", 1, 6),
        ("10 working weeks", 1, 10),
        ("2026-11-30 to 2026-12-24", 1, 4),
        ("KW49 - KW06", 1, 10),
        ("KW49/2026 – KW51/2026", 1, 3),
        ("Dec", 1, 5),
        ("December to February", 1, 10),
        ("Jan–Feb", 5, 10),
        ("Dec 2026 – Jan 2027", 1, 9),
        ("by end of January", 1, 9),
        ("through Feb", 1, 10),
        ("until December", 1, 5),
        ("Q1 2027", 5, 10),
        ("first brief by week 3, full signal by week 9", 1, 9),
        ("draft in week 4; council at the end of week 8", 1, 8),
    ],
)
def test_the_time_of_a_bet(text: str, first: int, last: int) -> None:
    assert read_value("timeframe", text, CYCLE) == {"from": first, "to": last}


@pytest.mark.parametrize(
    "text",
    ["mid December", "October", "Q3 2026", "W1-W4, then 12/01", "until the meeting in January", "some time in Feb"],
)
def test_a_time_that_is_none_of_the_cycle_is_told(text: str) -> None:
    with pytest.raises(Unreadable):
        read_value("timeframe", text, CYCLE)


@given(st.dates(date(2001, 1, 1), date(2098, 1, 1)), st.sampled_from(["{d} {m} {y}", "{d} {l} {y}", "{d}.{n}.{y}"]))
def test_a_short_year_is_one_of_this_century(day: date, form: str) -> None:
    month = MONTHS[day.month - 1]
    text = form.format(d=day.day, m=month[:3], l=month, n=day.month, y=f"{day.year % 100:02}")
    assert read_value("date", text, Context()) == day.isoformat()


@given(st.integers(1, 10), st.sampled_from(["{w} · {d}", "W{w}: {d}", "Week {w} – {d}", "{w}, {d}"]))
def test_any_week_of_the_cycle_with_its_day(week: int, form: str) -> None:
    day = date(2026, 11, 30) + timedelta(weeks=week - 1)
    told: dict[str, Any] = read_value("numbered-weeks", form.format(w=week, d=f"{day.day} {day:%b}"), CYCLE)
    assert told == {"from": week, "to": week}


@given(st.text(), st.sampled_from(["date", "week", "numbered-weeks", "timeframe"]))
def test_any_text_is_read_or_refused(text: str, reader: str) -> None:
    try:
        value = read_value(reader, text, CYCLE)
    except Unreadable:
        return
    assert value is not None  # a week 0 comes before the first
