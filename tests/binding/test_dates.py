"""Days, as people write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.binding.above.own_day import day_first
from pmcoach_lint.document import read_document
from pmcoach_lint.readers.calendar import MONTHS
from pmcoach_lint.readers.dates import lacks_year, parse_date, with_day_between
from pmcoach_lint.readers.registry import Context, Unreadable, read_value

DAY = date(2026, 10, 5)
HINT = "Write it as year-month-day: 2026-10-05."


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-05",
        "2026-10-5",
        "2026/10/05",
        "2026.10.05",
        "2026–10–05",
        "2026‑10‑05",
        "Mon 2026-10-05",
        "Monday, 2026-10-05",
        "2026-10-05 (Mon)",
        "2026-10-05, Monday",
        "2026-10-05 Mon",
        "2026-10-05 (week 1)",
        "(2026-10-05)",
        "2026-10-05.",
        "2026-10-05T10:00",
        "2026-10-05 10:00",
        "2026-10-05 at 10:00",
        "by 2026-10-05",
        "due: 2026-10-05",
        "by Monday, 5 October 2026",
        "week of 2026-10-05",
        "w/c 5 October 2026",
        "5 October 2026",
        "5 Oct 2026",
        "5. October 2026",
        "5-Oct-2026",
        "5th of October, 2026",
        "Mon 5 October 2026",
        "October 5, 2026",
        "Oct. 5 2026",
        "October 5th, 2026",
        "  2026-10-05  ",
    ],
)
def test_a_day_in_many_forms(text: str) -> None:
    assert parse_date(text) == DAY
    assert read_value("date", text, Context()) == "2026-10-05"


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-05 to 2026-10-09",
        "2026-10-05 – 2026-10-09",
        "05.10.2026 until 20.11.2026",
        "5/10/2026 to 23/10/2026 (holidays till 12/10/2026)",
        "5 to 9 October 2026",
        "5 Oct to 2 Nov 2026",
        "Oct 5 to Nov 2, 2026",
        "October 5, October 12 and October 19, 2026",
        "5 Oct through 8 Jan 2027",
    ],
)
def test_a_stretch_of_days_counts_from_the_first(text: str) -> None:
    assert parse_date(text, Context(day_first=True)) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/10/2026", date(2026, 10, 13)),
        ("10/13/2026", date(2026, 10, 13)),
        ("13.10.2026", date(2026, 10, 13)),
        ("5/5/2026", date(2026, 5, 5)),
        ("5 May 2026", date(2026, 5, 5)),
        ("Sept 9, 2026", date(2026, 9, 9)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_digits_are_read_where_only_one_order_is_possible(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2026-13-40", "“2026-13-40” is no date: there is no month 13.", HINT),
        ("2026-02-30", "“2026-02-30” is no date: February 2026 has 28 days.", HINT),
        ("2026-02-29", "“2026-02-29” is no date: February 2026 has 28 days.", HINT),
        ("30 February 2026", "“30 February 2026” is no date: February 2026 has 28 days.", HINT),
        ("31/04/2026", "“31/04/2026” is no date: April 2026 has 30 days.", HINT),
        ("2026-10-00", "“2026-10-00” is no date: October 2026 has 31 days.", HINT),
        ("0000-01-01", "“0000-01-01” is no date: there is no year 0.", "Write it as 2026-10-05."),
    ],
)
def test_a_day_that_no_calendar_has(text: str, message: str, hint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("date", text, Context())
    assert (caught.value.rule, caught.value.message, caught.value.hint) == ("impossible-date", message, hint)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("05/10/2026", "“05/10/2026” could be 5 October or 10 May.", "Write it as 2026-10-05 or 2026-05-10."),
        ("05-10-2026", "“05-10-2026” could be 5 October or 10 May.", "Write it as 2026-10-05 or 2026-05-10."),
        ("5 October", "“5 October” does not say the year.", HINT),
        ("Oct 5", "“Oct 5” does not say the year.", HINT),
        ("10/5", "“10/5” does not say the year.", HINT),
        ("October 2026", "“October 2026” is no date.", HINT),
        ("2026-10", "“2026-10” is no date.", HINT),
        ("20261005", "“20261005” is no date.", HINT),
        ("Friday", "“Friday” is no date.", HINT),
        ("week 3", "“week 3” is no date.", HINT),
        ("2026-10-05 – 2026-10-9x", "“2026-10-05 – 2026-10-9x” is no date.", HINT),
        ("2026-10-05 for 2026-10-09", "“2026-10-05 for 2026-10-09” is no date.", HINT),
        ("23 Oct to 5 Oct 2026", "“23 Oct to 5 Oct 2026” does not say the year.", HINT),
        ("5 to 9 things", "“5 to 9 things” is no date.", HINT),
        ("around 2026-10-05", "“around 2026-10-05” is no date.", HINT),
        ("monitored 2026-10-05", "“monitored 2026-10-05” is no date.", HINT),
        ("Octobr 5, 2026", "“Octobr 5, 2026” is no date.", HINT),
    ],
)
def test_what_is_no_day_or_could_be_two(text: str, message: str, hint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_date(text)
    assert (caught.value.rule, caught.value.message, caught.value.hint) == ("unreadable-value", message, hint)


NEAR = Context(start="2026-11-09", weeks=8)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 December", "2026-12-05"),
        ("Dec 5", "2026-12-05"),
        ("by Sat 5 Dec", "2026-12-05"),
        ("8 Sept", "2026-09-08"),
        ("15 June", "2026-06-15"),
        ("3rd of January", "2027-01-03"),
        ("March 1 (close)", "2027-03-01"),
        ("5 December 2025", "2025-12-05"),
    ],
)
def test_a_cycle_makes_the_year_certain(text: str, day: str) -> None:
    assert read_value("date", text, NEAR) == day


@pytest.mark.parametrize("text", ["5 May", "Fri 5 Dec", "31 November", "29 February", "5/12"])
def test_the_year_is_not_certain(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value("date", text, NEAR)
    assert caught.value.message == f"“{text}” does not say the year."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tue, Dec 15 *and* Tue, Jan 5 (two slots)", "2026-12-15"),
        ("3 and 17 December", "2026-12-03"),
        ("Dec 3 and 17", "2026-12-03"),
        ("Dec 3, 10 & 17, 2026", "2026-12-03"),
        ("Jan 13–14", "2027-01-13"),
        ("3 Dec, 17 Dec", "2026-12-03"),
        ("2026-12-01 and 2026-12-08", "2026-12-01"),
        ("2026-12-01, 2026-12-08 + 2026-12-15", "2026-12-01"),
    ],
)
def test_several_days_count_from_the_first(text: str, day: str) -> None:
    assert read_value("date", text, Context(start="2026-11-23")) == day


@pytest.mark.parametrize("text", ["Dec 15 or Jan 5", "3 or 17 December", "2026-12-01 or 2026-12-08", "Dec 3 and more"])
def test_days_to_choose_from_are_none(text: str) -> None:
    with pytest.raises(Unreadable):
        read_value("date", text, Context(start="2026-11-23"))


@pytest.mark.parametrize("start", ["0001-01-01", "9999-12-31"])
def test_the_calendar_ends_somewhere(start: str) -> None:
    with pytest.raises(Unreadable):
        read_value("date", "5 May", Context(start=start, weeks=8))


@given(st.dates(date(2000, 6, 1), date(2100, 1, 1)), st.integers(-150, 168))
def test_every_day_near_a_cycle_is_read_without_its_year(start: date, days: int) -> None:
    day = start + timedelta(days=days)
    context = Context(start=start.isoformat(), weeks=12)
    assert read_value("date", f"{day.day} {day:%B}", context) == day.isoformat()


def date_or_problem(text: str) -> date | Unreadable:
    try:
        return parse_date(text)
    except Unreadable as problem:
        return problem


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(
        ["{d.year}-{d.month:02}-{d.day:02}", "{d.day} {m} {d.year}", "{m} {d.day}, {d.year}", "{m:.3} {d.day} {d.year}"]
    ),
)
def test_every_day_is_read_as_itself(day: date, form: str) -> None:
    assert parse_date(form.format(d=day, m=MONTHS[day.month - 1])) == day


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["{d.day}.{d.month}.{d.year}", "{d:%d.%m.%Y}"]))
def test_who_writes_dots_writes_the_day_first(day: date, form: str) -> None:
    assert parse_date(form.format(d=day)) == day


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from("/-"))
def test_digits_are_the_day_or_refused_but_never_another_day(day: date, mark: str) -> None:
    for first, second in ((day.day, day.month), (day.month, day.day)):
        outcome = date_or_problem(f"{first:02}{mark}{second:02}{mark}{day.year}")
        if isinstance(outcome, Unreadable):
            assert "could be" in outcome.message
            assert day.isoformat() in outcome.hint
        else:
            assert outcome == day


@given(st.text(max_size=40) | st.from_regex(r"[0-9A-Za-z ,./()–-]{0,24}", fullmatch=True))
def test_no_text_makes_it_fail_otherwise(text: str) -> None:
    outcome = date_or_problem(text)
    assert isinstance(outcome, date) or text in outcome.message


CYCLE = (date(2026, 11, 2), date(2027, 1, 24))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26 Nov", "2026-11-26"),
        ("Nov 26th", "2026-11-26"),
        ("12 January", "2027-01-12"),
        ("by 26 Nov", "by 2026-11-26"),
        ("Thu 26 Nov", "Thu 2026-11-26"),
        ("26 Nov (Thu)", "2026-11-26 (Thu)"),
        ("due: 4 December.", "due: 2026-12-04."),
        ("05/12/2026", "2026-12-05"),
        ("03/11/2026", "2026-11-03"),
        ("11/26", "2026-11-26"),
        ("12/3", "2026-12-03"),
        ("1/20", "2027-01-20"),
    ],
)
def test_a_day_that_a_cycle_leaves_no_choice_of(text: str, expected: str) -> None:
    assert with_day_between(text, *CYCLE) == expected
    assert CYCLE[0] <= parse_date(expected) <= CYCLE[1]


@pytest.mark.parametrize(
    "text",
    [
        "1 Nov",  # the day before
        "25 January",  # the day after
        "3 March",
        "29 Feb",
        "31 Nov",
        "Fri 26 Nov",  # a Thursday in 2026
        "26 Nov (Wed)",
        "26 Nov 2025",  # it has its year
        "11/12/2026",  # 11 December and 12 November are both in it
        "05/10/2026",  # neither is
        "November",
        "26 Nov and 3 Dec",
        "week 3",
        "",
    ],
)
def test_a_day_is_never_guessed(text: str) -> None:
    assert with_day_between(text, *CYCLE) is None


def test_in_more_than_a_year_a_day_is_not_told() -> None:
    assert with_day_between("26 Nov", date(2026, 11, 2), date(2027, 11, 26)) is None


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_a_day_without_its_year_is_only_ever_one_of_the_cycle(day: date, start: date) -> None:
    end = start + timedelta(weeks=12)
    found = with_day_between(f"{day.day} {day:%b}", start, end)
    assert (found is None) == (not any(start <= one <= end for one in _same_days(day, (start.year, end.year))))
    assert found is None or start <= date.fromisoformat(found) <= end


def _same_days(day: date, years: tuple[int, int]) -> list[date]:
    found = []
    for year in set(years):
        with suppress(ValueError):
            found.append(day.replace(year=year))
    return found


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("15/10 start, 22/10 first check", True),
        ("15/10/2026\n29/10/26\n05/11/2026", True),
        ("10/15, then 10/22/2026", False),
        ("15/10, and nothing else", None),  # a ratio may look like it
        ("24/7 support, 3/14 interviews", None),
        ("15/10, 22/10, 10/29", None),
        ("8/10, 9/10", None),
        ("14/19, 18/20, 33/12", None),
        ("v1.15/10, 2.22/10, a/15/10/22/10", None),
        ("", None),
        ("/", None),
    ],
)
def test_several_days_of_one_order_tell_that_of_all(text: str, order: bool | None) -> None:
    assert day_first(text) is order


@pytest.mark.parametrize(("order", "day", "later"), [(True, "2026-10-12", "2026-11-05"), (False, "2026-12-10", "")])
def test_the_order_of_others_makes_a_day_certain(order: bool, day: str, later: str) -> None:
    context = Context(start="2026-10-12", weeks=8, day_first=order)
    assert read_value("date", "12/10/2026", context) == day
    assert read_value("date", "26/11" if order else "11/26", context) == "2026-11-26"
    if later:
        assert read_value("date", "05/11", context) == later


def test_an_order_makes_no_day_where_there_is_none() -> None:
    for text in ("31/11", "15/13", "0/5"):
        with pytest.raises(Unreadable, match="does not say the year"):
            read_value("date", text, Context(start="2026-10-12", weeks=8, day_first=True))
    with pytest.raises(Unreadable, match="does not say the year"):
        read_value("date", "26/11", Context(start="2026-10-12", weeks=8))


def test_the_days_of_a_document_are_read_in_one_order() -> None:
    rows = "".join(f"| {day} | B1 | Brief |\n" for day in ("15/10", "05/11", "26/11"))
    tracker = f"## 6) Follow-up Tracker\n\n| Date | Bet | Rep done |\n|---|---|---|\n{rows}"
    text = f"---\ntype: coaching-pack\nstart: 12/10/2026\nweeks: 8\n---\n\n{tracker}"
    document = read_document(text.encode(), "pack.md")
    assert document.data["start"] == "2026-10-12"
    assert [row["date"] for row in document.data["follow_up"]["tracker"]] == ["2026-10-15", "2026-11-05", "2026-11-26"]


@pytest.mark.parametrize("text", ["02.12.", "02.12", "2.12."])
def test_a_day_with_dots_and_without_its_year_begins_with_the_day(text: str) -> None:
    assert read_value("date", text, Context(start="2026-11-30", weeks=10)) == "2026-12-02"


@pytest.mark.parametrize("text", ["31.02.", "2.13."])
def test_a_day_with_dots_that_there_is_not_is_told(text: str) -> None:
    with pytest.raises(Unreadable):
        read_value("date", text, Context(start="2026-11-30", weeks=10))


def test_a_month_of_a_year_that_the_text_names_tells_no_order() -> None:
    assert day_first("since 02/11/2026: draft (07/26), launch (08/26); 13/11 and 27/11") is True
    assert day_first("draft (07/26), launch (08/26); 13/11 and 27/11") is None


@pytest.mark.parametrize(
    "text", ["20 Nov 2026, updated 26 Nov", "2026-11-20; last revised on 26 November", "20 Nov 2026"]
)
def test_a_day_that_was_updated_is_the_first(text: str) -> None:
    assert read_value("date", text, Context()) == "2026-11-20"


@pytest.mark.parametrize(
    ("text", "lacks"), [("by 5 February", True), ("30/11", True), ("5 Feb 2027", False), ("W3", False), ("3–4", False)]
)
def test_a_day_may_lack_its_year(text: str, lacks: bool) -> None:
    assert lacks_year(text) is lacks
