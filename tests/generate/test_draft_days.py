"""On which days and in which weeks a draft sets what is to be done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pmcoach_lint.coaching.cycle import Cycle, cycle_of
from pmcoach_lint.document import Document
from pmcoach_lint.weekly.rhythm import read_rhythm
from tests.generate.intakes import (
    COMPLETE,
    drafted,
)


def test_days_off_are_avoided_and_each_date_lies_in_its_week() -> None:
    pack = drafted(COMPLETE)
    start = date(2027, 1, 11)
    dates = [
        (each["week"], date.fromisoformat(each["date"]))
        for records in (
            pack.data["plan"]["bets"][0]["checkpoints"],
            pack.data["cadence"]["reviews"],
            pack.data["follow_up"]["reviews"],
        )
        for each in records
    ]
    off = {date(2027, 2, 4), date(2027, 2, 5), date(2027, 3, 4)}
    assert all((day - start).days // 7 + 1 == week for week, day in dates)
    assert off.isdisjoint(day for _, day in dates)
    assert dates[1] == (4, date(2027, 2, 3))
    assert dates[2] == (8, date(2027, 3, 3))
    days = [date.fromisoformat(each["due"]) for each in pack.data["closing"]["next_steps"]]
    assert off.isdisjoint(days)
    assert all(start <= day < start + timedelta(weeks=2) for day in days)


@pytest.mark.parametrize(
    ("weeks", "expected"), [(4, [1, 4]), (5, [1, 5]), (6, [1, 4, 6]), (8, [1, 4, 8]), (12, [1, 4, 8, 12])]
)
def test_checkpoints_are_in_weeks_one_four_eight_and_the_last(weeks: int, expected: list[int]) -> None:
    pack = drafted({**COMPLETE, "I13": COMPLETE["I13"], "I16": {"Start": "2027-01-11", "Weeks": weeks}})
    assert [each["week"] for each in pack.data["plan"]["bets"][0]["checkpoints"]] == expected
    assert [each["week"] for each in pack.data["follow_up"]["reviews"]] == expected


def dated(pack: Document) -> list[tuple[int, date]]:
    """The weeks and days of all checkpoints and reviews of a draft."""
    lists = (
        *(plan["checkpoints"] for plan in pack.data["plan"]["bets"]),
        pack.data["cadence"]["reviews"],
        pack.data["follow_up"]["reviews"],
    )
    return [(each["week"], date.fromisoformat(each["date"])) for records in lists for each in records]


@pytest.mark.parametrize(
    ("off", "weeks"),
    [
        ("2027-02-01 to 2027-02-05", [1, 5, 8]),
        ("2027-03-01 to 2027-03-05", [1, 4, 7]),
        ("2027-02-08 to 2027-02-12", [1, 4, 8]),
    ],
    ids=["of a checkpoint", "the last one", "of a review"],
)
def test_nothing_is_set_for_a_week_that_is_off_altogether(off: str, weeks: list[int]) -> None:
    pack = drafted({**COMPLETE, "I16": {"Start": "2027-01-11", "Weeks": 8, "Days off": [off]}})
    first, last = map(date.fromisoformat, off.split(" to "))
    assert [each["week"] for each in pack.data["follow_up"]["reviews"]] == weeks
    assert not any(first <= day <= last for _, day in dated(pack))
    assert all((day - date(2027, 1, 11)).days // 7 + 1 == week for week, day in dated(pack))
    rhythm = read_rhythm(pack.data["cadence"]["rhythm"])
    assert rhythm
    assert not any(first <= day <= last for day in rhythm.sessions(Cycle(date(2027, 1, 11), 8)))


def test_artifacts_are_reviewed_in_sessions_where_the_two_meet_every_other_week() -> None:
    times = {**COMPLETE["I17"], "Meetings": "every two weeks on Thursdays", "Practice time": "60 minutes"}
    pack = drafted({**COMPLETE, "I17": times})
    reviews = [each["week"] for each in pack.data["cadence"]["reviews"][:2]]
    assert all(week % 2 for week in reviews)
    said = "For the checkpoints of weeks 4 and 8 the two meet besides their sessions."
    assert said in pack.data["assumptions"]


@pytest.mark.parametrize(
    ("work", "drafted_on", "used_on"),
    [
        ("The board wants a recommendation on 2027-02-17", "2027-02-11", "2027-02-17"),
        ("Northwind decides on February 17th", "2027-02-11", "2027-02-17"),
        ("Planning of the second quarter", "2027-02-25", "2027-03-03"),
        ("The council of 14 January", "2027-02-25", "2027-03-03"),
        ("The council of 14 June 2027", "2027-02-25", "2027-03-03"),
    ],
    ids=["a day", "without its year", "no day", "too early a day", "after the cycle"],
)
def test_stretch_work_is_used_on_the_day_that_the_coming_work_names(work: str, drafted_on: str, used_on: str) -> None:
    short = {**COMPLETE, "I14": [work], "I17": {**COMPLETE["I17"], "Practice time": "60 minutes"}}
    pack = drafted(short)
    found = {each["artifact"]: each["date"] for each in pack.data["cadence"]["reviews"]}
    assert found["Full draft of the stretch assignment of B1"] == drafted_on
    assert found["Stretch assignment of B1 as it is used"] == used_on
    assert f"The real work for it: {work}" in pack.text


def test_a_first_session_on_the_first_day_begins_a_rep_and_scores_none() -> None:
    pack = drafted({**COMPLETE, "I17": {**COMPLETE["I17"], "Meetings": "weekly 1:1, Mondays"}})
    first = pack.data["plan"]["bets"][0]["checkpoints"][0]
    assert first["date"] == "2027-01-11"
    assert "live case for the first" in first["signal"]
    step = next(each for each in pack.data["closing"]["next_steps"] if "Do R1.1" in each["step"])
    assert step["due"] == "2027-01-18"


def test_a_session_whose_day_is_off_is_moved_in_the_cadence_and_in_the_calendar() -> None:
    pack = drafted(COMPLETE)
    assert pack.data["cadence"]["rhythm"] == (
        "weekly 1:1, Thursdays at 14:00; on 2027-02-03 instead of 2027-02-04; on 2027-03-03 instead of 2027-03-04"
    )
    rhythm, cycle = read_rhythm(pack.data["cadence"]["rhythm"]), cycle_of(pack)
    assert rhythm
    assert cycle
    days = [day.isoformat() for day in rhythm.sessions(cycle)]
    assert days[3:] == ["2027-02-03", "2027-02-11", "2027-02-18", "2027-02-25", "2027-03-03"]
    assert set(cycle_days(pack)) <= set(days)


def cycle_days(pack: Document) -> list[str]:
    """The days of the checkpoints of a pack."""
    return [each["date"] for bet in pack.data["plan"]["bets"] for each in bet["checkpoints"]]


@pytest.mark.parametrize(
    ("off", "told"),
    [
        (["2027-02-04 to 2027-02-05", "2027-03-04"], False),
        (["2027-02-04", "2027-02-11", "2027-02-18", "2027-02-25", "2027-03-04"], False),
        (["2027-02-04 to 2027-02-10"], True),
    ],
)
def test_a_gap_in_the_rhythm_is_a_risk_where_there_is_one(off: list[str], told: bool) -> None:
    pack = drafted(COMPLETE | {"I15": None, "I16": {"Start": "2027-01-11", "Weeks": 8, "Days off": off}})
    risks = " ".join(each["risk"] for each in pack.data["closing"]["risks"])
    assert ("A gap of a week or more" in risks) is told


def test_a_single_weekday_is_taken_for_one_of_each_week() -> None:
    pack = drafted({"Meetings": "Tue 10:30", "I16": {"Start": "2027-01-11", "Weeks": 8}})
    assert pack.data["cadence"]["rhythm"] == "weekly, Tue 10:30"
    assert "“Tue 10:30” means once a week." in pack.data["assumptions"]
    assert pack.data["plan"]["bets"][0]["checkpoints"][0]["date"] == "2027-01-12"
