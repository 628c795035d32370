"""When sessions are, out of the words of a pack."""

from __future__ import annotations

from datetime import date, time

import pytest

from pmcoach_lint.coaching.cycle import Cycle
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.weekly.left_out import without_skipped
from pmcoach_lint.weekly.rhythm import Rhythm, next_session, read_rhythm, since

CYCLE = Cycle(date(2026, 10, 7), 6)  # begins on a Wednesday


@pytest.mark.parametrize(
    ("text", "weekdays", "every", "at", "skipped"),
    [
        ("weekly 1:1, Wednesdays at 9:30", (2,), 1, time(9, 30), ()),
        ("weekly 1:1, Wednesdays at 11:00, none in weeks 5 and 6", (2,), 1, time(11), (5, 6)),
        ("weekly, Thu 2pm", (3,), 1, time(14), ()),
        ("Every two weeks on Tuesday, 10:00–10:45", (1,), 2, time(10), ()),
        ("fortnightly, Mondays", (0,), 2, None, ()),
        ("biweekly 1:1 (Fri, 12 p.m.)", (4,), 2, time(12), ()),
        ("every other Friday at 9.30", (4,), 2, time(9, 30), ()),
        ("every other Fri", (4,), 2, None, ()),
        ("every Tue 10:30", (1,), 1, time(10, 30), ()),
        ("each Thu", (3,), 1, None, ()),
        ("every 3 weeks on a Monday", (0,), 3, None, ()),
        ("twice a week: Mondays and Thursdays", (0, 3), 1, None, ()),
        ("weekly 1:1 on Monday at 14h30, skip weeks 3-4", (0,), 1, time(14, 30), (3, 4)),
        ("Wednesdays", (2,), 1, None, ()),
        ("every other Tue 2pm", (1,), 2, time(14), ()),
        ("each Fri, 14h30", (4,), 1, time(14, 30), ()),
        ("Thursdays 10-10:45", (3,), 1, time(10), ()),
        ("Tuesdays 2–3pm", (1,), 1, time(14), ()),
        ("a 1:1 each Tuesday, 45 minutes", (1,), 1, None, ()),
    ],
)
def test_a_rhythm_is_read(
    text: str, weekdays: tuple[int, ...], every: int, at: time | None, skipped: tuple[int, ...]
) -> None:
    assert read_rhythm(text) == Rhythm(weekdays, every, at, frozenset(skipped))


@pytest.mark.parametrize(
    "text",
    [
        "weekly 1:1",  # on which day?
        "Tuesday 10:00",  # once, or every week?
        "monthly, first Monday",
        "Weekly, we wed practice to work and sat down for it",
        "[Weekly]",
        "as needed",
        "daily, Monday to Friday",
        "",
    ],
)
def test_what_does_not_say_when_is_no_rhythm(text: str) -> None:
    assert read_rhythm(text) is None


@pytest.mark.parametrize(
    ("text", "off", "moved"),
    [
        ("weekly 1:1, Thursdays at 14:00; not on 2027-03-04", ["2027-03-04"], []),
        ("Thursdays, except 4 March 2027 and 2027-03-18", ["2027-03-04", "2027-03-18"], []),
        ("weekly, Thursdays at 14:00, no session on Thursday, 4 March 2027", ["2027-03-04"], []),
        ("Thursdays at 14:00; on 2027-03-03 instead of 2027-03-04", [], [("2027-03-04", "2027-03-03")]),
        ("Thursdays (on Wednesday 3 March 2027 instead of 2027-03-04)", [], [("2027-03-04", "2027-03-03")]),
        ("weekly, Thursdays, except 4 March", [], []),  # of which year?
        ("weekly on Thursdays, not on 2027-02-30", [], []),
    ],
)
def test_single_days_are_left_out_or_moved(text: str, off: list[str], moved: list[tuple[str, str]]) -> None:
    rhythm = read_rhythm(text)
    assert rhythm
    assert rhythm.weekdays == (3,)
    assert sorted(map(str, rhythm.off)) == off
    assert [(str(day), str(to)) for day, to in rhythm.moved] == moved


def test_a_moved_session_is_held_on_its_other_day_and_one_that_is_off_is_not() -> None:
    rhythm = read_rhythm("Wednesdays; on 2026-10-15 instead of 2026-10-14; not on 2026-10-28; no sessions in week 3")
    assert rhythm
    assert [day.isoformat() for day in rhythm.sessions(CYCLE)] == [
        *("2026-10-07", "2026-10-15", "2026-11-04", "2026-11-11"),
    ]
    assert without_skipped("Wednesdays; on 2026-10-15 instead of 2026-10-14; not on 2026-10-28; none in week 3") == (
        "Wednesdays"
    )


def test_two_times_of_day_are_none() -> None:
    assert read_rhythm("Mondays at 9:00 and Thursdays at 15:00") == Rhythm((0, 3), 1, None, frozenset())


@pytest.mark.parametrize(
    ("text", "weekdays", "at"),
    [
        ("Weekly, Thu 10:00, 30m. pm-41 posts artifacts by Wed EOD.", (3,), "10:00"),
        ("Fridays 2pm, 40 mins. Call cards in by Thursday 6pm.", (4,), "14:00"),
        ("Notes by Monday evening, then each Tuesday at 10:00", (1,), "10:00"),
        ("Wednesdays 15:00, 50 min. Delivery is banned from this slot; it has Monday.", (2,), "15:00"),
        ("Tuesdays 40 min since 20 Oct, Mondays collided with support", (1,), None),
        ("Weekly, Thursday 9:30. A checkpoint every second week, a sponsor update monthly.", (3,), "09:30"),
        ("Forty-five minutes on Wednesday mornings. The draft arrives on Tuesday.", (2,), None),
        ("- Weekly 40 min, Thursday\n  - One voice note on Mondays", (3,), None),
        ("Tuesdays and Thursdays at 9:00, weekly", (1, 3), "09:00"),
        ("1:1 Thursdays 3:00–3:40 pm", (3,), "15:00"),
        ("Thursdays 11:30–12:10 pm", (3,), "11:30"),
        ("Weekly 1:1, Thu 10:00, 45 min. Prep: note in the doc by Wed 5pm.", (3,), "10:00"),
        ("Weekly 1:1, Thu 10:00, 45 min, notes by 18:00", (3,), "10:00"),
        ("Weekly 1:1 (30 min, Monday 10:00) plus a fortnightly 45 min craft session (Thursday).", (0,), "10:00"),
        ("Weekly 1:1 on Monday, craft session every second Thursday.", (0,), None),
        ("Weekly 1:1 on Tuesday at 9:00 and a shadow session monthly", (1,), "09:00"),
        ("Mondays at 9:00 or 14:00, weekly", (0,), None),
    ],
)
def test_only_what_tells_of_the_session_counts(text: str, weekdays: tuple[int, ...], at: str | None) -> None:
    rhythm = read_rhythm(text)
    assert rhythm
    assert (rhythm.weekdays, rhythm.every, rhythm.at and f"{rhythm.at:%H:%M}") == (weekdays, 1, at)


def test_sessions_that_get_fewer_after_a_week() -> None:
    rhythm = read_rhythm(
        "Friday, 9:00 to 9:50, weekly through week 8; then every two weeks. A rehearsal on the Tuesday."
    )
    assert rhythm
    assert (rhythm.weekdays, rhythm.every) == ((4,), 1)
    assert sorted(week for week in rhythm.skipped if week < 14) == [9, 11, 13]


@pytest.mark.parametrize(
    "text", ["Every week in October, then every other week. Wednesday, 16:30.", "By Friday, weekly", "Meet on Monday"]
)
def test_what_leaves_the_days_open_is_no_rhythm(text: str) -> None:
    assert read_rhythm(text) is None


def test_the_sessions_lie_inside_the_cycle_whatever_day_it_begins_on() -> None:
    every_week = Rhythm((1,), 1, None, frozenset({2}))
    assert every_week.sessions(CYCLE) == [date(2026, 10, day) for day in (13, 27)] + [
        date(2026, 11, day) for day in (3, 10, 17)
    ]
    assert Rhythm((2,), 2, None, frozenset()).sessions(CYCLE) == [
        date(2026, 10, 7),
        date(2026, 10, 21),
        date(2026, 11, 4),
    ]


def test_the_next_session_may_be_today_and_there_is_none_after_the_last() -> None:
    days = [date(2026, 10, 7), date(2026, 10, 14)]
    assert next_session(days, date(2026, 10, 7)) == date(2026, 10, 7)
    assert next_session(days, date(2026, 10, 8)) == date(2026, 10, 14)
    assert next_session(days, date(2026, 10, 15)) is None
    assert since(days, days[1]) == date(2026, 10, 8)
    assert since(days, days[0]) == date.min


@pytest.mark.parametrize(
    "text",
    [
        "Tuesdays; no sessions in week 5",
        "Tuesdays (not in weeks 3, 4)",
        "Tuesdays, skip weeks 3-4",
        "Tuesdays, except weeks 2 and 6",
        "Tuesdays",
    ],
)
def test_a_rhythm_without_the_weeks_that_it_leaves_out(text: str) -> None:
    assert without_skipped(text) == "Tuesdays"


def test_sessions_are_held_until_the_stated_last_day() -> None:
    rhythm = read_rhythm("weekly, Tuesdays")
    assert rhythm
    longer = Cycle(date(2026, 12, 1), 10, date(2027, 2, 23))
    assert [rhythm.sessions(longer)[place] for place in (0, -1)] == [date(2026, 12, 1), date(2027, 2, 23)]
    shorter = Cycle(date(2026, 12, 1), 10, date(2027, 1, 4))
    assert rhythm.sessions(shorter)[-1] == date(2026, 12, 29)


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("Thu 10am weekly, 45m, not 26 Nov", ["2026-11-26"]),
        ("weekly, Thu 10:00 except the week of 23 Nov", ["2026-11-26"]),
        ("weekly, Thursdays; no sessions 21 Dec – 1 Jan", ["2026-12-24", "2026-12-31"]),
        ("weekly, Thursdays (break: 24 Dec to 31 Dec, and 14 Jan)", ["2026-12-24", "2026-12-31"]),
        ("weekly, Thursdays, not on 31 Feb", []),
    ],
)
def test_days_without_a_year_are_those_of_the_cycle(text: str, off: list[str]) -> None:
    rhythm = read_rhythm(text, Context(start="2026-11-02"))
    assert rhythm
    planned = rhythm.planned(Cycle(date(2026, 11, 2), 10))
    held = rhythm.sessions(Cycle(date(2026, 11, 2), 10))
    assert [day.isoformat() for day in planned if day not in held] == off
