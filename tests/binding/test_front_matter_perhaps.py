"""Keys of the front matter that may hold one thing or another: who and whom, and the cycle in one go."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.coaching.cycle import cycle_of
from pmcoach_lint.document import Document
from pmcoach_lint.readers.cycles import read_cycle
from pmcoach_lint.readers.unreadable import Context, Unreadable
from tests.binding.reading import FRONT, read
from tests.linting import offences_of

PEOPLE = "pm: pm-07\nrole: Product Manager, Checkout\ncoach: lead-02\n"
CYCLE = "start: 2026-10-05\nweeks: 8\n"


def with_people(lines: str) -> Document:
    return read("", FRONT.replace(PEOPLE, f"{lines}\n"))


def with_cycle(lines: str) -> Document:
    return read("", FRONT.replace(CYCLE, f"{lines}\n"))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("participant: pm-19\npage_owner: lead-05", ("pm-19", None, "lead-05")),
        ("who: pm-02\nfrom: founder-01", ("pm-02", None, "founder-01")),
        ("to: pm-01\nfrom: cpo-01", ("pm-01", None, "cpo-01")),
        ("Person: '@pm-11'\nCoach: '@group-pm-clinical'", ("pm-11", None, "group-pm-clinical")),
        ("Coachee: pm-23 (Associate PM -> PM)\nOwner: gpm-03", ("pm-23", "Associate PM -> PM", "gpm-03")),
        ("subject: pm-12 (Senior Product Manager)\ncoach: lead-05", ("pm-12", "Senior Product Manager", "lead-05")),
        ("pm: pm-18\ncoach: lead-05\nlevel:\n  title: PM\n  ladder: P3", ("pm-18", None, "lead-05")),
        (
            "client: pm-07 (Product Manager II)\ncoach: lead-02 (Head of Product)",
            ("pm-07", "Product Manager II", "lead-02"),
        ),
        ("for: lead-14\ncoachee: pm-03\nrole: GPM", ("pm-03", "GPM", "lead-14")),
        ("pm: pm-31, Senior PM\nlead: lead-11 – VP Product", ("pm-31", "Senior PM", "lead-11")),
        ("pm: {handle: pm-07, role: APM}\ncoach: lead-02", ("pm-07", "APM", "lead-02")),
        ("pm: pm-07\ncoach: VP Product, Harbour Lights", ("pm-07", None, "VP Product, Harbour Lights")),
        (
            "for: KD\nby: Interim Head of Product, Harbour Lights",
            ("KD", None, "Interim Head of Product, Harbour Lights"),
        ),
        ("for: K.D.\nowner: Group PM", ("K.D.", None, "Group PM")),
    ],
)
def test_who_coaches_whom(lines: str, expected: tuple[str | None, ...]) -> None:
    document = with_people(lines)
    assert tuple(document.data.get(name) for name in ("pm", "role", "coach")) == expected
    assert document.offences == {}


def test_what_is_told_points_at_its_place() -> None:
    document = with_people("subject: pm-12 (Senior PM)\nfrom: lead-05")
    texts = [document.text[slice(*document.values[(name,)])] for name in ("pm", "role", "coach")]
    assert texts == ["pm-12 (Senior PM)", "pm-12 (Senior PM)", "lead-05"]
    assert document.text[slice(*document.keys[("coach",)])] == "from"


@pytest.mark.parametrize(
    "lines",
    [
        "to: the whole team\nclient: Northwind\nfrom: Berlin",
        "client: northwind\nowner: finance\nfor: everybody",
        "to: lead-02\nauthor: AI assistant, for lead-05",
        "name: pm coaching pack\nowner: pm-07",
        "for: HR\nowner: Senior Product Manager, Checkout",
        "to: VPN\nauthor: Anna Schmidt, Head of Product",
    ],
)
def test_other_things_under_such_keys_are_left_alone(lines: str) -> None:
    document = with_people(lines)
    assert {"pm", "role", "coach"}.isdisjoint(document.data)
    assert document.offences == {}


def test_a_key_of_its_own_counts_before_any_other() -> None:
    document = read("", FRONT.replace(PEOPLE, f"{PEOPLE}to: pm-08\nfrom: lead-09\nsubject: pm-07\n"))
    assert (document.data["pm"], document.data["coach"]) == ("pm-07", "lead-02")


@pytest.mark.parametrize("text", ["pm-07 (Anna Miller)", "Anna Miller", "the new PM", "pm-07 / pm-08"])
def test_what_may_be_a_name_is_no_handle(text: str) -> None:
    document = with_people(f"pm: {text}\nrole: PM\ncoach: lead-02")
    assert document.data["pm"] == text  # of which the schema says that it has another form


@pytest.mark.parametrize(
    ("lines", "start", "weeks", "end"),
    [
        ("cycle: 10 weeks (02/11/2026 - 22/01/2027, excl. 21/12 - 01/01)", "2026-11-02", 10, "2027-01-22"),
        ("window: 2026-11-02..2027-01-22 (10 weeks, 2026-12-21..2027-01-01 excluded)", "2026-11-02", 10, "2027-01-22"),
        ("Cycle: December 2026 → February 2027 (12 weeks incl. break)", "2026-12-01", 12, "2027-02-28"),
        ("cycle: 4 weeks, 2026-11-30 to 2026-12-24", "2026-11-30", 4, "2026-12-24"),
        ("timeframe: 10 weeks (30 Nov 2026 – 19 Feb 2027)", "2026-11-30", 10, "2027-02-19"),
        ("for the period: 1 December 2026 to 26 February 2027", "2026-12-01", 12, "2027-02-26"),
        ("Duration: KW49/2026 - KW08/2027", "2026-11-30", 12, "2027-02-28"),
        ("cycle: Q1 2027", "2027-01-01", 12, "2027-03-31"),
        ("cycle: 30 Nov – 22 Jan 2027", "2026-11-30", 8, "2027-01-22"),
        ("cycle:\n  length_weeks: 12\n  start: 2026-11-30\n  end: 2027-03-05", "2026-11-30", 12, "2027-03-05"),
        ("cycle: 10 working weeks\nstart: 2026-11-30\nend: 2027-02-19", "2026-11-30", 10, "2027-02-19"),
        ("cycle_start: 2026-11-30\ncycle_end: 2027-01-22", "2026-11-30", 8, "2027-01-22"),
        ("cycle: 2\nweeks: 8\nfrom: 2026-11-30\nto: 2027-02-05", "2026-11-30", 8, "2027-02-05"),
        ("from: 2026-11-30\nto: 2027-01-22", "2026-11-30", 8, "2027-01-22"),
        ("start: 2026-11-30\nlength: 8 wks, starts mon", "2026-11-30", 8, None),
        ("start: 2026-11-30\nweeks: 8 weeks", "2026-11-30", 8, None),
        ("start: 2026-11-30\nduration: ten weeks", "2026-11-30", 10, None),
    ],
)
def test_a_cycle_told_in_one_go(lines: str, start: str, weeks: int, end: str | None) -> None:
    document = with_cycle(lines)
    assert tuple(document.data.get(name) for name in ("start", "weeks", "end")) == (start, weeks, end)
    assert document.offences == {}


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("10 weeks, to the middle of March 2027", "2027-03-15"),
        ("10 weeks, to the end of March 2027", "2027-03-31"),
        ("10 weeks, until March 2027", "2027-03-31"),
    ],
)
def test_a_month_until_which_a_cycle_lasts_is_not_its_first(text: str, end: str) -> None:
    assert read_cycle(text, Context()) == {"start": None, "end": end, "weeks": 10}


def test_a_cycle_told_twice_counts_as_its_own_keys_say() -> None:
    document = read("", FRONT.replace("weeks: 8", "weeks: 8\ncycle: 10 weeks from 2026-11-30"))
    assert (document.data["start"], document.data["weeks"]) == ("2026-10-05", 8)


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "cycle: {}",
        "cycle: {1: 2}",
        "cycle: 2",
        "cycle: autumn",
        "length: 8",
        "cycle: [TBD]",
    ],
)
def test_what_tells_no_cycle_is_left_alone(lines: str) -> None:
    document = with_cycle(lines)
    assert {"start", "weeks", "end"}.isdisjoint(document.data)
    assert document.offences == {}


@pytest.mark.parametrize(
    ("end", "last", "span"),
    [
        ("2027-02-05", date(2027, 2, 5), 10),  # breaks make it longer than its weeks
        ("2027-01-22", date(2027, 1, 22), 8),  # it ends on a Friday
        ("2027-01-25", date(2027, 1, 25), 8),  # on the weekday on which it began
        ("2026-12-24", date(2026, 12, 24), 4),
        ("2028-02-05", date(2027, 1, 24), 8),  # a slip of the pen
        ("2026-11-05", date(2027, 1, 24), 8),
    ],
)
def test_a_cycle_lasts_until_its_last_day_as_it_is_stated(end: str, last: date, span: int) -> None:
    cycle = cycle_of(with_cycle(f"cycle_start: 2026-11-30\nweeks: 8\ncycle_end: {end}"))
    assert cycle
    assert (cycle.weeks, cycle.end, cycle.span) == (8, last, span)
    assert cycle.week_of(last) == span
    assert cycle.week_of(last + timedelta(days=1)) > span


@pytest.mark.parametrize(
    ("end", "weeks"), [("2027-02-09", 10), ("2027-02-08", 10), ("2027-02-10", 11), ("2027-02-05", 10)]
)
def test_from_one_weekday_to_the_same_one_is_whole_weeks(end: str, weeks: int) -> None:
    assert with_cycle(f"cycle_start: 2026-12-01\ncycle_end: {end}").data["weeks"] == weeks


def test_a_cycle_that_ends_before_it_begins_is_none() -> None:
    with pytest.raises(Unreadable) as caught:
        read_cycle("2027-02-05 to 2026-11-30", Context())
    assert caught.value.message == "“2027-02-05 to 2026-11-30” ends before it begins."


@pytest.mark.parametrize(
    "key", ["growth_bets", "prepared_on", "coaching_only", "evidence-quality", "skill", "Focus", "pause"]
)
def test_what_describes_the_text_is_welcome(key: str) -> None:
    assert offences_of(read("", FRONT.replace("weeks: 8", f"weeks: 8\n{key}: x"))) == []


DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@given(
    DAYS, st.integers(4, 12), st.sampled_from(["{0} – {1}", "{0} to {1}", "from {0} until {1}", "{0} → {1}, weekly"])
)
def test_a_cycle_from_day_to_day_has_its_weeks(start: date, weeks: int, form: str) -> None:
    end = start + timedelta(weeks=weeks, days=-3)
    said: dict[str, Any] = read_cycle(form.format(start.isoformat(), end.isoformat()), Context())
    assert said == {"start": start.isoformat(), "end": end.isoformat(), "weeks": weeks}


@given(st.text())
def test_any_text_tells_a_cycle_or_is_refused(text: str) -> None:
    try:
        said = read_cycle(text, Context())
    except Unreadable:
        return
    assert said.keys() == {"start", "end", "weeks"}
    assert any(said.values())


def test_a_last_day_is_not_taken_for_the_first_one_that_cannot_be_read() -> None:
    text = "10 weeks (02/11/2026 - 22/01/2027, excl. 21/12 - 01/01)"
    assert read_cycle(text, Context()) == {"start": None, "end": "2027-01-22", "weeks": 10}
    assert read_cycle(text, Context(day_first=True)) == {"start": "2026-11-02", "end": "2027-01-22", "weeks": 10}


@pytest.mark.parametrize(
    "apart",
    [
        ". No coaching on 24 Dec and 31 Dec.",
        ". No sessions between 24 and 31 December.",
        ", nothing in the week of 28 Dec",
        "; the office is closed 24 Dec - 1 Jan",
        "; we skip 28 Dec",
    ],
)
def test_days_without_sessions_behind_a_cycle_are_not_its_last_one(apart: str) -> None:
    text = f"Ten weeks, Mon 7 December 2026 to Fri 12 February 2027{apart}"
    assert read_cycle(text, Context()) == {"start": "2026-12-07", "end": "2027-02-12", "weeks": 10}


@pytest.mark.parametrize(
    "text",
    [
        "pause 21 December to 1 January",
        "no coaching from 21 December to 1 January",
        "Break: 21 Dec 2026 – 1 Jan 2027",
        "21 December to 1 January off",
    ],
)
def test_a_break_alone_is_no_cycle(text: str) -> None:
    with pytest.raises(Unreadable):
        read_cycle(text, Context(start="2026-11-30"))


@pytest.mark.parametrize(
    ("text", "start", "end", "weeks"),
    [
        ("8 weeks with a pause from 21 December to 1 January", None, None, 8),
        ("Break 21 Dec 2026 to 1 Jan 2027, cycle from 30 Nov 2026 to 5 Feb 2027", "2026-11-30", "2027-02-05", 10),
        ("Kick-off 30 Nov 2026, ends 5 Feb 2027", "2026-11-30", "2027-02-05", 10),
        ("Skip-level talks 30 Nov 2026 to 5 Feb 2027", "2026-11-30", "2027-02-05", 10),
        ("Without a break from 30 Nov 2026 to 5 Feb 2027", "2026-11-30", "2027-02-05", 10),
    ],
)
def test_the_days_of_a_break_are_none_of_the_cycle(text: str, start: str, end: str, weeks: int) -> None:
    assert read_cycle(text, Context()) == {"start": start, "end": end, "weeks": weeks}
