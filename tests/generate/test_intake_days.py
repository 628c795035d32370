"""The days that answers name, as busy people write them: what each is taken for, and what is said about that."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.generate.intake.answers import take
from pmcoach_lint.generate.intake.bank import answer_at, fields_of
from pmcoach_lint.generate.intake.checks import off_days
from pmcoach_lint.generate.intake.days import days_in
from pmcoach_lint.generate.intake.lines import Refused
from pmcoach_lint.readers.unreadable import Unreadable
from tests.generate.intakes import intake_type, session

TODAY = date(2026, 11, 27)
"""A Friday."""

FIELDS = {field.name: field for field in fields_of(intake_type()).values()}
OPEN = "“{}” begins with no day, so its date stays open."


@pytest.mark.parametrize(
    ("line", "day", "text"),
    [
        ("2026-11-03 - committed in the thread", "2026-11-03", "committed in the thread"),
        ("2026-11-03 -- agreed - twice", "2026-11-03", "agreed - twice"),
        ("3 Nov 2026 - committed", "2026-11-03", "committed"),
        ("3 Nov 2026 — committed", "2026-11-03", "committed"),
        ("2026-11-03 (Tue): committed", "2026-11-03", "committed"),
        ("2026-11-03, 14:00: committed", "2026-11-03", "2026-11-03, 14:00: committed"),
        ("week of 2 Nov 2026: agreed", "week of 2026-11-02", "agreed"),
    ],
)
def test_evidence_on_a_day_with_its_year(line: str, day: str, text: str) -> None:
    taken = take(FIELDS["Evidence"], line, TODAY)
    assert taken.rows == ((day, text, "", "", ""),)
    assert taken.remarks == ()


@pytest.mark.parametrize(
    ("line", "words", "day", "text"),
    [
        ("Oct 14: said yes", "Oct 14", "2026-10-14", "said yes"),
        ("14 Oct - said yes", "14 Oct", "2026-10-14", "said yes"),
        ("14 Oct | said yes", "14 Oct", "2026-10-14", "said yes"),
        ("15 Dec: the board deck", "15 Dec", "2025-12-15", "the board deck"),
        ("week of 2 Nov: in the review", "week of 2 Nov", "week of 2026-11-02", "in the review"),
        ("w/c 2 Nov - in the review", "w/c 2 Nov", "week of 2026-11-02", "in the review"),
        ("on Tue 3 Nov: committed", "Tue 3 Nov", "2026-11-03", "committed"),
        ("On 14 Oct she committed", "14 Oct", "2026-10-14", "On 14 Oct she committed"),
        ("2–6 Nov: reviewed", "2–6 Nov", "2026-11-02", "2–6 Nov: reviewed"),
        ("10/28: no metric", "10/28", "2026-10-28", "no metric"),
        ("12/11: no metric", "12/11", "2026-11-12", "no metric"),
        ("3.11.: no metric", "3.11.", "2026-11-03", "no metric"),
        ("yesterday: committed", "yesterday", "2026-11-26", "committed"),
        ("last Tuesday: committed", "last Tuesday", "2026-11-24", "committed"),
        ("last Friday - committed", "last Friday", "2026-11-20", "committed"),
        ("yesterday she committed", "yesterday", "2026-11-26", "yesterday she committed"),
        ("2 days ago - committed", "2 days ago", "2026-11-25", "committed"),
        ("Tue: committed", "Tue", "2026-11-24", "committed"),
    ],
)
def test_evidence_on_a_day_without_its_year_was_seen_on_the_last_one(
    line: str, words: str, day: str, text: str
) -> None:
    taken = take(FIELDS["Evidence"], [line], TODAY)
    assert taken.rows == ((day, text, "", "", ""),)
    assert taken.remarks == (f"“{words}” is taken for {day}.",)


@pytest.mark.parametrize(
    "line",
    [
        "last month: sales asked, and got it",
        "last month: said no",
        "Fri: said no",
        "Mondays: skips the notes",
        "3 March releases slipped",
        "May 5 tickets slipped",
        "3 of 4 tickets had no metric",
        "2 - 3 tickets a week",
        "Q3: missed the number",
    ],
)
def test_evidence_without_a_day_is_kept_as_it_is_and_told(line: str) -> None:
    taken = take(FIELDS["Evidence"], line, TODAY)
    assert taken.rows == (("", line, "", "", ""),)
    assert taken.remarks == (OPEN.format(line),)
    assert take(FIELDS["Evidence"], line, None).remarks == ()


def test_a_line_that_yaml_takes_for_a_mapping_is_a_line() -> None:
    taken = take(FIELDS["Evidence"], [{"9 Nov": "3 of 4 - no metric (Board)"}, {"2026-11-03": "committed"}], TODAY)
    assert [row[:3] for row in taken.rows] == [
        ("2026-11-09", "3 of 4 - no metric", "Board"),
        ("2026-11-03", "committed", ""),
    ]
    assert take(FIELDS["Feedback"], [{"Sales lead": "fast - but"}, "x"], TODAY).items == ("Sales lead: fast - but", "x")
    with pytest.raises(Refused):
        take(FIELDS["Feedback"], [{"Sales lead": ["a", "b"]}], TODAY)


def test_a_day_by_its_name_may_lack_its_year_too() -> None:
    taken = take(FIELDS["Evidence"], {"date": "14 Oct", "evidence": "said yes", "artifact": "Thread"}, TODAY)
    assert taken.rows == (("2026-10-14", "said yes", "Thread", "", ""),)
    taken = take(FIELDS["Evidence"], {"date": "2–6 Nov", "evidence": "reviewed"}, TODAY)
    assert taken.rows == (("2026-11-02", "2–6 Nov: reviewed", "", "", ""),)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("Evidence", "11/9: no metric", "“11/9” may be 11 September or 9 November."),
        ("Evidence", "Tue 4 Nov: no metric", "“Tue 4 Nov” is no such day: its weekday is another."),
        ("Evidence", "31 Sep: no metric", "“31 Sep” is no date: there is no such day."),
        ("Evidence", {"date": "autumn", "evidence": "x"}, "“autumn” is no date."),
        ("Evidence", "14 Oct", "A piece of evidence has to say what was seen."),
        ("Start", "26 Nov", "2026-11-26 is past: today is 2026-11-27."),
        ("Start", "tomorrow", "2026-11-28 is a Saturday."),
        ("Start", "early January", "“early January” is no date."),
        ("Start", "1/12/2026", "“1/12/2026” could be 1 December or 12 January."),
        ("Days off", "24, 25 and 26 Dec", "“24, 25 and 26 Dec” is no day, and no run of days."),
        ("Days off", "not before 24 Dec", "“not before 24 Dec” is no day, and no run of days."),
        ("Days off", "Fridays", "“Fridays” is no day, and no run of days."),
    ],
)
def test_a_day_that_is_not_certain_is_asked_for_again(name: str, text: object, message: str) -> None:
    with pytest.raises(Refused) as refused:
        take(FIELDS[name], text, TODAY)
    assert refused.value.message == message
    assert refused.value.hint


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("week of 30 Nov", "2026-11-30"),
        ("30 Nov", "2026-11-30"),
        ("Jan 11", "2027-01-11"),
        ("7.12.", "2026-12-07"),
        ("12/7", "2026-12-07"),
        ("Monday", "2026-11-30"),
        ("next week", "2026-11-30"),
    ],
)
def test_a_start_without_its_year_is_the_next_one(text: str, day: str) -> None:
    taken = take(FIELDS["Start"], text, TODAY)
    assert taken.text == day
    assert taken.remarks == (f"“{text}” is taken for {day}.",)
    assert take(FIELDS["Start"], "30 November 2026", TODAY).remarks == ()


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("21 Dec - 1 Jan", ["2026-12-21 to 2027-01-01"]),
        ("Dec 21–Jan 1", ["2026-12-21 to 2027-01-01"]),
        ("21 Dec - 1 Jan 2027", ["21 Dec - 1 Jan 2027"]),
        ("21 Dec 2026 - 1 Jan 2027", ["21 Dec 2026 - 1 Jan 2027"]),
        ("2026-12-24..2026-12-27", ["2026-12-24..2026-12-27"]),
        ("24-26 Dec", ["2026-12-24 to 2026-12-26"]),
        ("Dec 24–26, 2026", ["Dec 24–26, 2026"]),
        ("24 Dec, 31 Dec and 1 Jan", ["2026-12-24", "2026-12-31", "2027-01-01"]),
        ("week of 21 Dec", ["2026-12-21 to 2026-12-27"]),
        ("24 Dec (Thu, early close)", ["2026-12-24 (Thu, early close)"]),
        ("holidays 21 Dec - 1 Jan", ["holidays 2026-12-21 to 2027-01-01"]),
        ("Q4 close 18 Dec - 4 Jan", ["Q4 close 2026-12-18 to 2027-01-04"]),
        ("Offsite: 15-16 Jan", ["Offsite: 2027-01-15 to 2027-01-16"]),
    ],
)
def test_days_off_are_kept_as_they_were_told_or_with_their_year(text: str, items: list[str]) -> None:
    taken = take(FIELDS["Days off"], [text], TODAY)
    assert list(taken.items) == items
    assert all(days_in(item)[0] >= TODAY for item in items)
    assert bool(taken.remarks) == (text not in items)


def test_weeks_from_and_to_are_the_most_of_them_which_is_told() -> None:
    taken = take(FIELDS["Weeks"], "8-10", TODAY)
    assert (taken.text, taken.remarks) == ("10 weeks", ("“8-10” is taken for 10 weeks.",))
    assert take(FIELDS["Weeks"], "8 wks", TODAY).remarks == ()


def test_no_days_off_is_an_answer() -> None:
    made = session({"Days off": "none"})
    assert answer_at(made.data, FIELDS["Days off"].path) == []


def test_days_off_in_a_file_lie_behind_the_start() -> None:
    assert len(off_days(["24-26 Dec", "1 Jan", "some time"], "2026-11-30")) == 4
    assert off_days(["1 Jan"]) == frozenset()


@given(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 40), st.sampled_from(["-", " - ", "–", " to ", ".."])
)
def test_a_run_of_days_is_from_its_first_to_its_last(first: date, length: int, joint: str) -> None:
    last = date.fromordinal(first.toordinal() + length)
    for form in ("%Y-%m-%d", "%d %b %Y", "%B %d, %Y"):
        assert days_in(f"{first:{form}}{joint}{last:{form}}") == (first, last)
        assert days_in(f"{first:{form}}") == (first, first)


@given(st.text(st.sampled_from("1234 DecJanMonweekof-–:,.()/tohe2026"), max_size=30))
def test_any_text_is_days_or_is_not(text: str) -> None:
    with suppress(Unreadable):
        first, last = days_in(text, TODAY)
        assert first <= last
