"""How a pack stands on a day: week, due, overdue, at risk."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcoach_lint.coaching.cycle import Cycle, cycle_of
from pmcoach_lint.document import read_document
from pmcoach_lint.weekly.standing import Standing
from tests.packs import PM_03, PM_07, PM_21, WHOLE, replaced
from tests.weekly.standings import standing


def told(standing: Standing, *, overdue: bool = False) -> list[tuple[str, str, str]]:
    items = standing.overdue if overdue else standing.due
    return [(item.kind, item.day.isoformat(), item.text[:18]) for item in items]


@pytest.mark.parametrize(
    ("day", "week"),
    [("2026-10-04", 0), ("2026-10-05", 1), ("2026-10-11", 1), ("2026-10-12", 2), ("2026-11-29", 8), ("2026-11-30", 9)],
)
def test_weeks_are_counted_from_the_first_day(day: str, week: int) -> None:
    assert standing(WHOLE, day).week == week


def test_a_cycle_knows_its_days() -> None:
    cycle = Cycle(date(2026, 10, 7), 6)
    assert cycle.end == date(2026, 11, 17)
    assert not cycle.is_over(date(2026, 11, 17))
    assert cycle.is_over(date(2026, 11, 18))
    assert cycle.due_in(1) == date(2026, 10, 13)  # the week ends on a Tuesday
    assert Cycle(date(2026, 10, 5), 8).due_in(1) == date(2026, 10, 9)  # on a Sunday: the Friday before


def test_this_week_holds_what_is_due_from_today_to_its_last_day() -> None:
    assert told(standing(PM_07, "2026-11-24")) == [
        ("next step", "2026-11-24", "Tell the owner of "),
        ("next step", "2026-11-24", "Cut the assessment"),
        ("next step", "2026-11-24", "Book one council m"),
        ("artifact review", "2026-11-25", "Opportunity assess"),
        ("checkpoint", "2026-11-26", "Two in a row at 6 "),
        ("checkpoint", "2026-11-26", "At least 8 of 10 r"),
        ("review", "2026-11-26", "Close: levels judg"),
        ("next step", "2026-11-26", "Score the last ins"),
    ]


def test_what_was_looked_at_is_not_overdue_and_what_was_not_is() -> None:
    later = standing(PM_07, "2026-12-01")
    assert ("checkpoint", "2026-11-26", "Two in a row at 6 ") in told(later, overdue=True)
    row = "| 2026-11-26 | B1 | R1.2: assessment read aloud | Met. | R1.1 | On track |\n"
    head = PM_07.index("|\n", PM_07.index("|---", PM_07.index("### Tracker"))) + 2
    seen = standing(PM_07[:head] + row + PM_07[head:], "2026-12-01")
    kinds = [item.kind for item in seen.overdue if item.kind != "next step"]
    assert kinds == ["checkpoint"], "only that of B2, of which no row speaks, is left"
    assert seen.overdue[-1].bet == 1 or any(item.bet == 1 for item in seen.overdue)


@pytest.mark.parametrize(("day", "overdue"), [("2026-11-20", False), ("2026-11-19", True)])
def test_a_row_of_the_days_before_is_about_what_was_due_as_the_check_of_checkpoints_sees_it(
    day: str, overdue: bool
) -> None:
    row = f"| {day} | B1 | R1.2: assessment read aloud | Met. | R1.1 | On track |\n"
    begin = PM_07.index("|\n", PM_07.index("|---", PM_07.index("### Tracker"))) + 2
    rows = PM_07[begin : PM_07.index("\n\n", begin) + 1].splitlines(keepends=True)
    kept = "".join(each for each in rows if each < "| 2026-11-19" and "B2" not in each)
    text = PM_07[:begin] + row + kept + PM_07[begin + sum(map(len, rows)) :]
    late = [item.bet for item in standing(text, "2026-12-01").overdue if item.kind == "checkpoint" and item.bet == 0]
    assert bool(late) is overdue


def test_a_row_of_a_day_to_come_settles_nothing_yet() -> None:
    row = "| 2026-10-09 | 1 | Brief | Cause named | Brief 2 | On track |\n"
    text = replaced(WHOLE, row, row + "| 2026-11-06 | 1 | Brief 3 | | | On track |\n")
    settled = (
        {item.day.isoformat(): item.done for item in standing(text, day).items if item.bet == 0}
        for day in ("2026-11-05", "2026-11-06")
    )
    assert list(settled) == [{"2026-10-30": False}, {"2026-10-30": True}]


def test_a_ticked_next_step_is_done() -> None:
    steps = "| Step | Owner | Due | Done |\n|---|---|---|---|\n| Send | pm-07 | 2026-10-09 | {} |\n"
    text = replaced(WHOLE, "- Send the brief by Friday\n", steps)
    assert told(standing(text.format("no"), "2026-10-12"), overdue=True) == [("next step", "2026-10-09", "Send")]
    assert told(standing(text.format("yes"), "2026-10-12"), overdue=True) == []


def test_nothing_is_overdue_or_at_risk_in_a_completed_pack() -> None:
    closed = standing(PM_03, "2027-01-01")
    assert (closed.overdue, closed.due, closed.at_risk) == ((), (), ())
    assert [bet.status for bet in closed.bets] == ["on track", "at risk"]


def test_a_bet_stands_as_its_latest_row_up_to_the_day_says() -> None:
    text = replaced(PM_21, "| R1.1 | On track |", "| R1.1 | At risk |")
    assert [bet.name for bet in standing(text, "2026-11-23").at_risk] == ["B1"]
    assert standing(text, "2026-11-19").at_risk == ()
    assert standing(text, "2026-11-19").bets[0].row is None


def test_a_step_beyond_a_completed_cycle_is_open_until_it_is_ticked() -> None:
    steps = "| Step | Owner | Due | Done |\n|---|---|---|---|\n| Send | pm-07 | 2026-12-09 | {} |\n"
    text = replaced(WHOLE, "- Send the brief by Friday\n", steps).replace("status: active", "status: completed")
    for ticked, done in (("no", False), ("yes", True)):
        (step,) = (each for each in standing(text.format(ticked), "2026-12-01").items if each.kind == "next step")
        assert step.done is done
    (step,) = (each for each in standing(text.format("no"), "2026-12-10").items if each.kind == "next step")
    assert step.done, "a closed pack leaves nothing overdue"


def test_a_row_that_waits_for_its_day_says_of_nothing_that_it_was_done() -> None:
    text = replaced(
        WHOLE, "| 2026-10-09 | 1 | Brief | Cause named | Brief 2 | On track |", "| 2026-10-30 | 1 | | | Brief 2 | |"
    )
    st = standing(text, "2026-11-02")
    assert [item.kind for item in st.overdue] == ["checkpoint", "artifact review"]
    assert (st.last_row, st.bets[0].row, st.bets[0].status) == (None, None, "")
    assert st.bets[0].latest
    assert st.bets[0].latest.value["next"] == "Brief 2"
    told = standing(text.replace("| 1 | | | Brief 2 | |", "| 1 | Brief | | Brief 2 | |"), "2026-11-02")
    assert (told.overdue, told.last_row) == ((), date(2026, 10, 30))
    assert standing(told.chain.pack.text, "2026-10-29").last_row is None, "its day is still to come"
    planned = standing(text.replace("| 1 | | | Brief 2 | |", "| 1 | Brief | | | Not started |"), "2026-11-02")
    assert ([item.kind for item in planned.overdue], planned.last_row) == (["checkpoint", "artifact review"], None)


def test_the_next_session_takes_what_has_fallen_due_since_the_one_before() -> None:
    st = standing(PM_07, "2026-11-20")
    assert st.session == date(2026, 11, 26)
    assert {item.day for item in st.for_session} == {date(2026, 11, day) for day in (24, 25, 26)}


def test_a_week_without_a_day_is_due_on_its_last_working_day() -> None:
    items = standing(WHOLE, "2026-10-12").items
    assert [(item.kind, item.week, item.day.isoformat(), item.dated) for item in items] == [
        ("checkpoint", 4, "2026-10-30", True),
        ("artifact review", 4, "2026-10-30", False),
    ]


@pytest.mark.parametrize(
    "change", [("weeks: 8", "weeks: yes"), ("weeks: 8", "weeks: 0"), ("start: 2026-10-05", "start: soon")]
)
def test_a_pack_without_a_cycle_has_no_weeks(change: tuple[str, str]) -> None:
    st = standing(replaced(WHOLE, *change), "2026-10-12")
    assert (st.cycle, st.week, st.session_day) == (None, None, date(2026, 10, 12))
    assert [item.kind for item in st.items] == ["checkpoint"], "what has a day of its own is still due on it"


@settings(deadline=None)
@given(st.dates(), st.integers(), st.integers(0, 10_000))
def test_no_number_leads_out_of_the_calendar(day: date, weeks: int, week: int) -> None:
    text = replaced(replaced(WHOLE, "weeks: 8", f"weeks: {weeks}"), "start: 2026-10-05", f"start: {day.isoformat()}")
    st = standing(text.replace("Week 4", f"Week {week}"), "2026-10-12")
    assert (st.due, st.overdue) is not None
    assert cycle_of(read_document(text.encode(), "a.md")) == st.cycle


_BOXES = "- [ ] **9 Oct 2026** – Check 1: two briefs\n- [x] **16 Oct 2026** – Check 2\n- [ ] **6 Nov 2026** – Close\n"
_CHECKS = (("10-09", "Check 1: two briefs"), ("10-16", "Check 2"), ("11-06", "Close"))
_TABLE = """\
| Date | Checkpoint | Bet | Evidence | Status |
|---|---|---|---|---|
| 2026-10-09 | Kick-off | Both | Agreed bets | Not started |
| 2026-11-06 | Close | Both | Briefs | Not started |
"""


def _followed(part: str) -> str:
    return WHOLE[: WHOLE.index("## 6)")] + f"## 6) Follow-up Tracker\n\n{part}\n" + WHOLE[WHOLE.index("## 7)") :]


@pytest.mark.parametrize(
    ("part", "overdue"),
    [
        (_TABLE, [("2026-10-09", "Kick-off", "Agreed bets"), ("2026-11-06", "Close", "Briefs")]),
        (_TABLE.replace("| Not started |\n| 2026-11", "| Done |\n| 2026-11"), [("2026-11-06", "Close", "Briefs")]),
        (_BOXES, [("2026-11-06", "Close", "")]),
        (_BOXES.replace("[x]", "[ ]"), [(f"2026-{day}", text, "") for day, text in _CHECKS]),
    ],
)  # fmt: skip
def test_checkpoints_in_the_tracker_fall_due(part: str, overdue: list[tuple[str, str, str]]) -> None:
    late = standing(_followed(f"### Tracker\n\n{part}"), "2026-11-20").overdue
    assert [(item.day.isoformat(), item.text, item.who) for item in late if item.kind == "review"] == overdue


@pytest.mark.parametrize(
    ("table", "overdue"),
    [
        ("| When | What we check | Status |\n|---|---|---|\n| 2026-10-09 | Kick-off | Planned |", ["Kick-off"]),
        ("| When | What to look at | Outcome |\n|---|---|---|\n| 2026-10-09 | Two briefs | |", ["Two briefs"]),
        ("| When | Review | Outcome |\n|---|---|---|\n| 2026-10-09 | Kick-off | Kept both |", []),
        ("| When | Review | Outcome |\n|---|---|---|\n| 2026-10-09 | Kick-off | TBD |", ["Kick-off"]),
        ("| Checkpoint | Date | Result / rating |\n|---|---|---|\n| Kick-off | 2026-10-09 | 2 |", []),
    ],
)  # fmt: skip
def test_a_review_is_overdue_until_it_has_a_result(table: str, overdue: list[str]) -> None:
    late = standing(_followed(f"### Review plan\n\n{table}"), "2026-10-20").overdue
    assert [item.text for item in late if item.kind == "review"] == overdue
