"""Weeks of the cycle, months of an engagement and lengths of time, as people write them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import product
from types import ModuleType
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pmcoach_lint.readers import durations, weeks
from pmcoach_lint.readers.registry import READERS, Context, Unreadable, read_value

CYCLE = Context(start="2026-10-05", weeks=8)


def told(reader: str, text: str, context: Context = CYCLE) -> tuple[str, str, str]:
    with pytest.raises(Unreadable) as caught:
        read_value(reader, text, context)
    return caught.value.rule, caught.value.message, caught.value.hint


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Weeks 1–8", 1, 8),
        ("weeks 1-8.", 1, 8),
        ("Weeks 1 — 8", 1, 8),
        ("Weeks 1 to 8", 1, 8),
        ("week 1 through 8", 1, 8),
        ("Week 1 until week 8", 1, 8),
        ("from week 1 to week 4", 1, 4),
        ("Weeks 1 → 8", 1, 8),
        ("Weeks 1 -> 8", 1, 8),
        ("W1-W4", 1, 4),
        ("working weeks 1–5", 1, 5),
        ("coaching week 3", 3, 3),
        ("w1–4", 1, 4),
        ("wk 1–wk 4", 1, 4),
        ("1–4", 1, 4),
        ("3-6", 3, 6),
        ("all eight weeks", 1, 8),
        ("weeks three to eight", 3, 8),
        ("Week six", 6, 6),
        ("weeks 1–6, reached 11 Nov, keep light", 1, 6),
        ("Weeks 2–8; the hard part", 2, 8),
        ("all eight weeks, with a break at the end of October", 1, 8),
        ("Weeks 1–8 (of twelve)", 1, 8),
        ("weeks 1–8, midpoint check in week 4.", 1, 8),
        ("Weeks 2-7; review in weeks 4 and 7", 2, 7),
        ("W1–W6 – reached 11 Nov, kept light", 1, 6),
        ("weeks 1–8: kept light", 1, 8),
        ("Week 3", 3, 3),
        ("Week #3", 3, 3),
        ("w3", 3, 3),
        ("1", 1, 1),
        ("8 weeks", 1, 8),
        ("8w", 1, 8),
        ("8-week", 1, 8),
        ("first 4 weeks", 1, 4),
        ("all 8 weeks", 1, 8),
        ("through week 6", 1, 6),
        ("by week 6", 1, 6),
        ("from week 5", 5, 8),
        ("weeks 5+", 5, 8),
        ("week 5 onwards", 5, 8),
        ("weekly", 1, 8),
        ("Every week", 1, 8),
        ("2026-10-05 – 2026-11-27", 1, 8),
        ("2026-10-05 to 2026-11-27", 1, 8),
        ("2026-10-19–2026-10-30", 3, 4),
        ("5 October 2026 – 30 October 2026", 1, 4),
    ],
)
def test_weeks(text: str, first: int, last: int) -> None:
    assert read_value("weeks", text, CYCLE) == {"from": first, "to": last}


def test_every_week_of_a_cycle_of_unknown_length_goes_to_the_longest() -> None:
    assert read_value("weeks", "weekly", Context()) == {"from": 1, "to": 12}


WRITE_WEEKS = "Write them as Weeks 1–8, or Week 4."


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("8–4", "“8–4” runs backwards, from week 8 to week 4.", "Did you mean weeks 4–8?"),
        ("from week 9", "“from week 9” runs backwards, from week 9 to week 8.", "Did you mean weeks 8–9?"),
        ("8", "“8” may be week 8 or 8 weeks.", "Write Week 8, or Weeks 1–8."),
        ("Weeks 1, 2, 3", "“Weeks 1, 2, 3” names no single run of weeks.", WRITE_WEEKS),
        ("Weeks 1–4, 6–8", "“Weeks 1–4, 6–8” names no single run of weeks.", WRITE_WEEKS),
        ("Weeks 1–4, then 6–8", "“Weeks 1–4, then 6–8” names no single run of weeks.", WRITE_WEEKS),
        ("weeks 1–6, extended to 8", "“weeks 1–6, extended to 8” names no single run of weeks.", WRITE_WEEKS),
        ("weeks 1–4, check in week 8", "“weeks 1–4, check in week 8” names no single run of weeks.", WRITE_WEEKS),
        ("weeks 1–8, not week 4", "“weeks 1–8, not week 4” names no single run of weeks.", WRITE_WEEKS),
        ("Weeks 1–8, 10", "“Weeks 1–8, 10” names no single run of weeks.", WRITE_WEEKS),
        ("4–8 weeks", "“4–8 weeks” names no single run of weeks.", WRITE_WEEKS),
        ("Q4", "“Q4” names no single run of weeks.", WRITE_WEEKS),
        ("2 months", "“2 months” names no single run of weeks.", WRITE_WEEKS),
        ("soon", "“soon” names no weeks.", WRITE_WEEKS),
        ("every two weeks", "“every two weeks” names no weeks.", WRITE_WEEKS),
        ("October–November 2026", "“October–November 2026” names no single run of weeks.", WRITE_WEEKS),
        (
            "2026-09-01 – 2026-11-27",
            "“2026-09-01 – 2026-11-27” lies before the cycle, which starts on 2026-10-05.",
            "Write weeks of the cycle: Weeks 1–8.",
        ),
        (
            "2026-11-27 – 2026-10-05",
            "“2026-11-27 – 2026-10-05” runs backwards, from week 8 to week 1.",
            "Did you mean weeks 1–8?",
        ),
    ],
)
def test_weeks_that_cannot_be_read(text: str, message: str, hint: str) -> None:
    assert told("weeks", text) == ("unreadable-value", message, hint)


def test_dates_that_no_calendar_has_are_told_as_such() -> None:
    assert told("weeks", "2026-10-05 – 2026-13-01")[0] == "impossible-date"
    assert told("week", "2026-02-30")[0] == "impossible-date"


def test_dates_are_no_weeks_while_the_start_is_unknown() -> None:
    assert told("weeks", "2026-10-05 – 2026-11-27", Context())[1].endswith("names no single run of weeks.")
    assert told("week", "2026-10-05", Context())[1] == "“2026-10-05” names more than one week."


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("Week 4", 4),
        ("week 4:", 4),
        ("W4", 4),
        ("Wk. 4", 4),
        ("4", 4),
        ("4.", 4),
        ("Week #4", 4),
        ("end of week 4", 4),
        ("by the end of week 4", 4),
        ("Week 4 (2026-10-29)", 4),
        ("Week 4 – 2026-10-29", 4),
        ("2026-10-29", 4),
        ("2026-10-05", 1),
        ("Thu 29 October 2026", 4),
    ],
)
def test_one_week(text: str, week: int) -> None:
    assert read_value("week", text, CYCLE) == week


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Week 4–5", "“Week 4–5” names more than one week."),
        ("Weeks 4 and 8", "“Weeks 4 and 8” names more than one week."),
        ("8 weeks", "“8 weeks” names more than one week."),
        ("weekly", "“weekly” names more than one week."),
        ("mid-cycle", "“mid-cycle” names no week."),
        ("after week 4", "“after week 4” names no week."),
    ],
)
def test_what_is_not_one_week(text: str, message: str) -> None:
    assert told("week", text) == ("unreadable-value", message, "Write one week: Week 4.")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        ("45 min", 45),
        ("45min.", 45),
        ("45′", 45),
        ("60m", 60),
        ("45 minutes each", 45),
        ("~45 min", 45),
        ("about 45 minutes", 45),
        ("max. 60 min", 60),
        ("≤ 60 min", 60),
        ("at least 30 min", 30),
        ("45 min (timer on)", 45),
        ("1.5 hours", 90),
        ("1,5 h", 90),
        ("1 h 30", 90),
        ("1h30", 90),
        ("1 hour and 30 minutes", 90),
        ("3 hours a week", 180),
        ("~3 hours/week", 180),
        ("3 hrs per week", 180),
        ("3 hours weekly", 180),
        ("3 hours a week in total", 180),
        ("3 hours in the week", 180),
        ("50 min, weekly", 50),
        ("45 min per rep", 45),
        ("an hour", 60),
        ("half an hour", 30),
        ("two and a half hours", 150),
        ("an hour and a half a week", 90),
        ("I have 80 minutes a week for this, pm-07 two and a half hours.", 150),
        ("From 7 Dec 2026 to 5 March 2027. I have 80 minutes a week, pm-07 two and a half hours.", 150),
        ("½ hour", 30),
        ("two hours a week", 120),
        ("just over 2 hours", 120),
        ("30-min", 30),
        ("two-hour", 120),
        ("30–45-minute", {"from": 30, "to": 45}),
        ("1,500 minutes", 1500),
        ("0", 0),
        ("30–90 min", {"from": 30, "to": 90}),
        ("30-60 min per rep", {"from": 30, "to": 60}),
        ("45 to 60 minutes", {"from": 45, "to": 60}),
        ("2–3 hours a week", {"from": 120, "to": 180}),
        ("30 min – 1 hour", {"from": 30, "to": 60}),
        ("20-30", {"from": 20, "to": 30}),
        ("3 h a week from the team lead", 180),
        ("PM: 3 h/week; Coach: 1.5 h/week", 180),
        ("45 minutes of coaching a week, plus two hours of practice", 120),
        ("1h session + 3h practice weekly", 180),
        ("weekly 1:1 (45 min) and about 2 hours of reps per week", 120),
        ("30 min 1:1, 60–90 min a week for deliberate practice", {"from": 60, "to": 90}),
        ("coach 60 min, PM 120 min", 120),
        ("about 3h/week from pm-44, 1h/week from me", 180),
        ("3 hours a week (PM), 1 hour (coach)", 180),
        ("3 h weekly for the PM plus 1h of coaching", 180),
        ("Forty-five minutes", 45),
        ("ninety minutes a week", 90),
        ("twenty to thirty minutes", {"from": 20, "to": 30}),
    ],
)
def test_lengths_of_time(text: str, minutes: Any) -> None:
    assert read_value("minutes", text, CYCLE) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90 min", 90),
        ("ca. 2 h", 120),
        ("1:30", 90),
        ("0:45", 45),
        ("2:15 h", 135),
        ("1 day", 480),
        ("a day", 480),
        ("one full day", 480),
        ("2 days", 960),
        ("two days on site", 960),
        ("1 day, with the squad", 480),
        ("0.5d", 240),
        ("0,25 days", 120),
        ("half a day", 240),
        ("about half a day", 240),
        ("½ day", 240),
        ("1½ days", 720),
        ("a half-day", 240),
        ("4 half days", 960),
        ("a quarter of a day", 120),
        ("1–2 days", {"from": 480, "to": 960}),
    ],
)
def test_time_spent_may_be_told_in_days(text: str, minutes: Any) -> None:
    assert read_value("time-spent", text, CYCLE) == minutes


@pytest.mark.parametrize("text", ["14:00", "9:30", "days", "1 day a week", "2 days, 3 h each", "half", "day 2"])
def test_what_is_no_time_spent(text: str) -> None:
    assert told("time-spent", text)[1] == f"“{text}” is no length of time."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tactical, 3h", {"minutes": 180}),
        ("strategic (half a day)", {"minutes": 240}),
        ("tactical", {}),
        ("3h tactical, 1h strategic", {}),
        ("T", {}),
    ],
)
def test_time_beside_something_else(text: str, told: dict[str, Any]) -> None:
    assert read_value("time-beside", text, CYCLE) == told


WRITE_MINUTES = "Write minutes or hours: 45 min, or 1.5 hours."
ONE_LENGTH = "Write the one that is meant here, and the others where they belong."


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("a while", "“a while” is no length of time.", WRITE_MINUTES),
        ("1:30", "“1:30” is no length of time.", WRITE_MINUTES),
        ("10:00–10:50", "“10:00–10:50” is no length of time.", WRITE_MINUTES),
        ("2 days", "“2 days” is no length of time.", WRITE_MINUTES),
        ("3 hours a month", "“3 hours a month” is no length of time.", WRITE_MINUTES),
        ("2 × 45 min", "“2 × 45 min” is no length of time.", WRITE_MINUTES),
        ("45 min h", "“45 min h” is no length of time.", WRITE_MINUTES),
        ("min", "“min” is no length of time.", WRITE_MINUTES),
        ("2h and 3h", "“2h and 3h” names more than one length of time.", ONE_LENGTH),
        ("1 h for prep; 2 h for reps", "“1 h for prep; 2 h for reps” names more than one length of time.", ONE_LENGTH),
        ("1.5", "“1.5” may be minutes or hours.", "Write 1.5 hours, or 90 min."),
        ("90–30 min", "“90–30 min” runs backwards.", "Write the smaller number first: 30–90 min."),
    ],
)
def test_what_is_no_length_of_time(text: str, message: str, hint: str) -> None:
    assert told("minutes", text) == ("unreadable-value", message, hint)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("0-3 mo", 0, 3),
        ("0–3 months", 0, 3),
        ("3 - 6 mo.", 3, 6),
        ("3–6", 3, 6),
        ("months 3–6", 3, 6),
        ("month 3 to month 6", 3, 6),
        ("from month 3 to 6", 3, 6),
        ("M0–M3", 0, 3),
        ("6–12 months (retainer)", 6, 12),
        ("3 months", 0, 3),
        ("first 3 months", 0, 3),
        ("up to 3 months", 0, 3),
        ("< 3 months", 0, 3),
        ("month 4", 4, 4),
        ("M4", 4, 4),
        ("by the end of month 4", 4, 4),
    ],
)
def test_months(text: str, first: int, last: int) -> None:
    assert read_value("months", text, CYCLE) == {"from": first, "to": last}


@pytest.mark.parametrize(
    "text",
    [
        "6+ mo",
        "6+ months",
        "6 months+",
        "6 months and beyond",
        "6 months or more",
        "month 6 onwards",
        "from month 6",
        "from 6 months on",
        "after 6 months",
        "beyond month 6",
    ],
)
def test_months_with_an_open_end(text: str) -> None:
    assert read_value("months", text, CYCLE) == {"from": 6}


WRITE_MONTHS = "Write them as 0–3 months, or 6+ months."


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("6", "“6” may be month 6 or 6 months.", "Write Month 6, or 0–6 months."),
        ("6–3 months", "“6–3 months” runs backwards, from month 6 to month 3.", "Did you mean months 3–6?"),
        ("Q2", "“Q2” names no single run of months.", WRITE_MONTHS),
        ("2 weeks", "“2 weeks” names no single run of months.", WRITE_MONTHS),
        ("months 1, 2, 3", "“months 1, 2, 3” names no single run of months.", WRITE_MONTHS),
        ("2026-10-05", "“2026-10-05” names no single run of months.", WRITE_MONTHS),
        ("soon", "“soon” names no months.", WRITE_MONTHS),
    ],
)
def test_months_that_cannot_be_read(text: str, message: str, hint: str) -> None:
    assert told("months", text) == ("unreadable-value", message, hint)


_TWO_DIGITS = 10


@given(st.integers(1, 99), st.integers(0, 60), st.sampled_from("-–—"), st.sampled_from(["", "Weeks ", "w", "week "]))
def test_a_run_of_weeks_is_read_as_written(first: int, more: int, dash: str, word: str) -> None:
    last = first + more
    assume(word or dash != "-" or first < _TWO_DIGITS)  # `10-12` may be a day of the cycle
    assert read_value("weeks", f"{word}{first}{dash}{last}", CYCLE) == {"from": first, "to": last}
    assert read_value("week", f"{word}{first}", CYCLE) == first


@given(st.integers(0, 600), st.sampled_from(["{}", "{} min", "{} minutes", "{}m", "about {} min", "{} min a week"]))
def test_minutes_are_read_as_written(minutes: int, form: str) -> None:
    assert read_value("minutes", form.format(minutes), CYCLE) == minutes


@given(st.integers(0, 40), st.sampled_from(["{} h", "{} hours", "{} hours a week", "{}h/week"]))
def test_hours_are_sixty_minutes(hours: int, form: str) -> None:
    assert read_value("minutes", form.format(hours), CYCLE) == hours * 60


def value_or_problem(reader: str, text: str, context: Context) -> Any:
    try:
        return read_value(reader, text, context)
    except Unreadable as problem:
        return problem


@given(
    st.sampled_from(sorted(READERS)),
    st.text(max_size=60)
    | st.from_regex(r"[0-9 .,:/%$€–→>()a-zA-Z-]{0,40}", fullmatch=True)
    | st.integers(0, 10**400).map(str),
    st.sampled_from([CYCLE, Context(), Context(edition=2001)]),
)
def test_every_reader_reads_or_says_why_not(reader: str, text: str, context: Context) -> None:
    value = value_or_problem(reader, text, context)
    if isinstance(value, Unreadable):
        known = {"unreadable-value", "impossible-date", "not-a-level", "unknown-choice", "told-in-sentences"}
        assert value.rule in known
        assert value.message.endswith((".", "?"))
        assert value.hint.endswith((".", "?"))
    else:
        assert json.loads(json.dumps(value, allow_nan=False)) == value


@pytest.mark.parametrize(
    ("module", "name", "read"),
    [
        (weeks, "_PLAIN_WEEKS", weeks.read_weeks),
        (weeks, "_PLAIN_WEEK", weeks.read_week),
        (durations, "_PLAIN_MINUTES", durations.read_minutes),
    ],
)
def test_the_usual_forms_are_read_as_by_the_long_patterns(
    module: ModuleType, name: str, read: Callable[[str, Context], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    prefixes = ("", "Week ", "week ", "Weeks ", "weeks ")
    amounts = ("0", "1", "4", "08", "12", "120", "1–8", "8–1", "4-4", "0–0", "3 - 4")
    units = ("", " min", "min", " hours", "hour", " a week", " hours/week", " minutes each", " min each each")
    texts = ["".join(parts) for parts in product(prefixes, amounts, units)]
    assert sum(bool(getattr(module, name).fullmatch(text)) for text in texts) >= 10
    seen = [outcome(read, text) for text in texts]
    monkeypatch.setattr(module, name, re.compile("(?!)"))
    assert seen == [outcome(read, text) for text in texts]


def outcome(read: Callable[[str, Context], object], text: str) -> object:
    try:
        return read(text, Context())
    except Unreadable as problem:
        return problem.message, problem.hint


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("09-07", (1, 1)),
        ("09-14", (2, 2)),
        ("10-26", (8, 8)),
        ("10-12", (6, 6)),  # the cycle has eight weeks
        ("01-08", (1, 8)),  # no day of the cycle
        ("2: 09-14 to 09-18", (2, 2)),
        ("3 · 21 Sep – 25 Sep", (3, 3)),
    ],
)
def test_weeks_may_be_told_by_month_and_day(text: str, weeks: tuple[int, int]) -> None:
    found = read_value("numbered-weeks", text, Context(start="2026-09-07", weeks=8))
    assert found == {"from": weeks[0], "to": weeks[1]}


def test_what_may_be_weeks_and_a_day_is_weeks() -> None:
    assert read_value("weeks", "10-12", Context(start="2026-09-07", weeks=12)) == {"from": 10, "to": 12}
