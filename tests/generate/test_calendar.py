"""The calendar of a cycle, read back by the libraries that calendars are read with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import recurring_ical_events  # type: ignore[import-untyped]

from pmcoach_lint.generate.calendar import entries_of, session_entry, to_ics
from tests.packs import PM_03, PM_07, PM_21, replaced
from tests.weekly.standings import standing


def written(text: str, as_of: str = "2026-11-23") -> bytes:
    st = standing(text, as_of)
    return to_ics(entries_of(st), st)


def events(data: bytes) -> list[Any]:
    calendar: Any = icalendar.Calendar.from_ical(data)
    assert calendar.errors == []
    return list(calendar.walk("VEVENT"))


def by_uid(data: bytes) -> dict[str, Any]:
    found = {str(event["uid"]): event for event in events(data)}
    assert len(found) == len(events(data)), "every entry has an id of its own"
    return found


def test_all_that_has_a_day_is_there_and_a_whole_day_long() -> None:
    whole = [event for event in events(written(PM_03)) if "rrule" not in event]
    told = [(str(event["summary"]), event.decoded("dtstart")) for event in whole]
    assert told == [
        ("Coaching: artifact review, week 1", date(2026, 7, 8)),
        ("Coaching checkpoint, week 1 (B1)", date(2026, 7, 8)),
        ("Coaching checkpoint, week 1 (B2)", date(2026, 7, 8)),
        ("Coaching: progress review, week 1", date(2026, 7, 8)),
        ("Coaching: artifact review, week 3", date(2026, 7, 22)),
        ("Coaching checkpoint, week 4 (B1)", date(2026, 7, 29)),
        ("Coaching checkpoint, week 4 (B2)", date(2026, 7, 29)),
        ("Coaching: progress review, week 4", date(2026, 7, 29)),
        ("Coaching: artifact review, week 5", date(2026, 8, 5)),
        ("Coaching: artifact review, week 6", date(2026, 8, 11)),
        ("Coaching checkpoint, week 6 (B1)", date(2026, 8, 12)),
        ("Coaching checkpoint, week 6 (B2)", date(2026, 8, 12)),
        ("Coaching: progress review, week 6", date(2026, 8, 12)),
    ]
    assert all(event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1) for event in whole)
    assert {str(event["transp"]) for event in whole} == {"TRANSPARENT"}, "a reminder blocks nobody's day"


def test_a_calendar_shows_the_sessions_at_their_hour_and_not_in_weeks_without_one() -> None:
    calendar: Any = icalendar.Calendar.from_ical(written(PM_21))
    shown = recurring_ical_events.of(calendar).between(date(2026, 11, 1), date(2027, 3, 1))
    sessions = sorted(event.decoded("dtstart") for event in shown if str(event["summary"]) == "Coaching session")
    days = [date(2026, 11, 25) + timedelta(weeks=week) for week in range(12) if week + 1 not in (5, 6)]
    assert sessions == [datetime(day.year, day.month, day.day, 11) for day in days]  # noqa: DTZ001 - floating
    lengths = {e.decoded("dtend") - e.decoded("dtstart") for e in shown if str(e["summary"]) == "Coaching session"}
    assert lengths == {timedelta(minutes=45)}


@pytest.mark.parametrize(
    ("cadence", "first", "last", "count"),
    [
        ("every two weeks, Tuesdays at 10:00", "2026-10-06T10:00:00", "2026-11-17T10:00:00", 4),
        ("twice a week: Mondays and Thursdays", "2026-10-05", "2026-11-26", 16),
        ("weekly, Thursdays at 14:00; not on 2026-10-08", "2026-10-15T14:00:00", "2026-11-26T14:00:00", 7),
        ("Thursdays; on 2026-10-14 instead of 2026-10-15", "2026-10-08", "2026-11-26", 8),
        ("every other week on Thursdays and Mondays, except weeks 3", "2026-10-05", "2026-11-19", 6),
    ],
)
def test_a_calendar_shows_the_same_sessions_as_the_pack_has(cadence: str, first: str, last: str, count: int) -> None:
    text = replaced(PM_07, "weekly 1:1, Thursdays at 14:00", cadence)
    calendar: Any = icalendar.Calendar.from_ical(written(text))
    shown = recurring_ical_events.of(calendar).between(date(2026, 9, 1), date(2027, 3, 1))
    days = sorted(event.decoded("dtstart") for event in shown if str(event["summary"]) == "Coaching session")
    assert (days[0].isoformat(), days[-1].isoformat(), len(days)) == (first, last, count)
    plain = [day.date() if isinstance(day, datetime) else day for day in days]
    assert plain == standing(text, "2026-10-05").sessions


def test_no_summary_names_anybody_or_rates_anything_and_every_entry_is_private() -> None:
    for text in (PM_03, PM_07, PM_21):
        st = standing(text, "2026-11-23")
        handles = {str(st.chain.pack.data[key]) for key in ("pm", "coach", "team", "role")}
        words = {"apply", "analyze", "evaluate", "risk", "track", "missed"} | {name.lower() for name in handles}
        for event in events(to_ics(entries_of(st), st)):
            assert not [word for word in words if word in str(event["summary"]).lower()]
            assert not [word for word in words if word in str(event["uid"]).lower()]
            assert str(event["class"]) == "PRIVATE"


def test_a_day_before_an_alarm_says_no_more_than_the_summary() -> None:
    for event in events(written(PM_07)):
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("trigger") == timedelta(days=-1)
        assert (str(alarm["action"]), str(alarm["description"])) == ("DISPLAY", str(event["summary"]))


def test_an_entry_keeps_its_id_when_its_words_and_its_day_change() -> None:
    before = by_uid(written(PM_07))
    moved = PM_07.replace("2026-11-26", "2026-11-27").replace("Two in a row at 6", "Three in a row at 6")
    after = by_uid(written(moved, "2026-11-25"))
    assert before.keys() == after.keys()
    changed = [uid for uid in before if before[uid].decoded("dtstart") != after[uid].decoded("dtstart")]
    assert len(changed) == 3, "two checkpoints and the last review"


def test_another_cycle_has_other_ids() -> None:
    assert not by_uid(written(PM_07)).keys() & by_uid(written(PM_07.replace("pm-07", "pm-08"))).keys()


def test_the_file_is_the_same_each_time_and_stamped_with_the_day_that_counts() -> None:
    assert written(PM_07) == written(PM_07)
    assert {event.decoded("dtstamp") for event in events(written(PM_07))} == {datetime(2026, 11, 23, tzinfo=UTC)}


def test_whatever_a_pack_says_comes_back_as_it_was() -> None:
    odd = "Says “a; b, c” \\n \\ and BEGIN:VEVENT, " + "ä" * 200
    text = replaced(PM_03, "| Interview guide | researcher of the panel |", f"| {odd} | x:y;z |")
    described = [str(event["description"]) for event in events(written(text))]
    assert f"Artifact: {odd}\nReviewer: x:y;z\nPack: packs/pm-07.md" in described
    lines = written(text).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_one_session_is_an_entry_of_its_own() -> None:
    st = standing(PM_07, "2026-11-23")
    (event,) = events(to_ics([session_entry(st, "Wins first")], st))
    assert event.decoded("dtstart") == datetime(2026, 11, 26, 14)  # noqa: DTZ001 - floating
    assert str(event["description"]) == "Wins first"
