"""Days that cannot be right: of evidence, of reviews, of stretch work and of next steps."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from pmcoach_lint.settings import Settings
from tests.effort import calls
from tests.linting import Told, lint

_FRONT = """---
type: coaching-pack
pm: pm-07
start: {start}
weeks: 8
{more}status: active
visibility: internal
---

"""


def _told(body: str, tmp_path: Path, code: str, start: str = "2026-10-05", more: str = "") -> list[Told]:
    settings = Settings(root=tmp_path, as_of=date(2026, 11, 20))
    return [one for one in lint(_FRONT.format(start=start, more=more) + body, settings) if one[0] == code]


def _assessed(evidence: str) -> str:
    head = "## 2) Current Assessment\n\n| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n"
    return f"{head}| Framing | Apply | Analyze | {evidence} |\n"


def _tracked(*rows: str) -> str:
    head = "| Date | Bet | Rep or artifact done | Coach feedback | Next rep | Status |\n|---|---|---|---|---|---|\n"
    return f"## 6) Follow-up Tracker + Review Plan\n\n{head}{''.join(f'| {row} |{chr(10)}' for row in rows)}"


_DONE = "B1 | First brief | Names the cause | R1.2 | On track"


_LOG = "\n### Evidence log\n\n| ID | Date | Evidence | Artifact |\n|---|---|---|---|\n| E1 | {} | No ask | Memo |\n"


@pytest.mark.parametrize(
    ("body", "start"),
    [
        (_assessed("Memo of 2027-11-05: no ask"), "2026-10-05"),
        (_assessed("Memo of 2026-12-05: no ask"), "2026-10-05"),
        (_assessed("E1") + _LOG.format("2027-10-12"), "2026-10-05"),
        (_assessed("Memo of 2027-11-05: no ask"), "2026-11-23"),
        (_tracked(f"2026-10-09 | {_DONE}", f"2027-10-16 | {_DONE}"), "2026-10-05"),
    ],
)
def test_evidence_of_a_day_to_come(body: str, start: str, tmp_path: Path) -> None:
    [(_, severity, _, message)] = _told(body, tmp_path, "PMC429", start)
    assert severity == "warning"
    assert message.endswith("has not come yet (as of 2026-11-20), and nobody can have seen this.")


@pytest.mark.parametrize(
    ("body", "start"),
    [
        (_assessed("Memo of 2026-09-14: no ask"), "2026-10-05"),
        (_assessed("Memo of 2026-11-20: no ask"), "2026-10-05"),
        (_assessed("Memo in spring: no ask"), "2026-10-05"),
        (_assessed("Case 2027-99-05: no ask"), "2026-10-05"),
        (_assessed("E1") + _LOG.format("2026-10-12"), "2026-10-05"),
        (_tracked(f"2026-10-09 | {_DONE}", f"2026-10-16 | {_DONE}"), "2026-10-05"),
        (_tracked(f"2026-10-09 | {_DONE}", "2026-11-27 | B1 | First brief | | R1.2 | On track"), "2026-10-05"),
        (_tracked(*(f"2026-11-{day} | {_DONE}" for day in (19, 26, 27))), "2026-10-05"),  # read on an earlier day
        (_assessed("Memo of 2026-12-05: no ask"), "2026-12-07"),  # a pack that is written as if its time had come
    ],
)
def test_evidence_that_may_have_been_seen(body: str, start: str, tmp_path: Path) -> None:
    assert _told(body, tmp_path, "PMC429", start) == []


def test_the_day_of_evidence_is_told_at_its_word(tmp_path: Path) -> None:
    [(_, _, place, _)] = _told(_assessed("Memo of 2027-11-05: no ask"), tmp_path, "PMC429")
    assert place == "14:39-14:49"


def _reviews(*rows: str) -> str:
    head = "## 6) Follow-up Tracker + Review Plan\n\n### Review plan\n\n| Week | Date | Review |\n|---|---|---|\n"
    return head + "".join(f"| {row} | Frames |\n" for row in rows)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (("2 | 2026-10-16", "4 | 2026-11-27"), "2026-11-27 lies in week 8, and this review is set for week 4."),
        (
            ("2 | 2026-10-16", "4 | 2025-10-30", "8 | 2026-11-27"),
            "2025-10-30 lies outside of the cycle, and this review is set for week 4.",
        ),
    ],
)
def test_a_review_in_another_week_than_it_says(rows: tuple[str, ...], message: str, tmp_path: Path) -> None:
    found = _told(_reviews(*rows, "6 | 2026-11-13"), tmp_path, "PMC770")
    assert [one[3] for one in found] == [message]


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        (("2 | 2026-10-16", "4 | 2026-10-30"), ""),
        (("2 | 2026-10-16", "4 | 2026-11-13"), ""),  # with two weeks of holidays
        (("2 | 2026-10-16", "8 | 2026-12-25"), "end: 2026-12-27\n"),  # with a break that the front matter tells
        (("42 | 2026-10-16", "44 | 2026-10-30", "46 | 2026-11-13"), ""),  # weeks of the year
    ],
)
def test_a_review_near_its_week(rows: tuple[str, ...], more: str, tmp_path: Path) -> None:
    assert _told(_reviews(*rows), tmp_path, "PMC770", more=more) == []


@pytest.mark.parametrize(
    ("rows", "more", "message"),
    [
        (("6 | 2026-11-03", "8 | 2026-11-26"), "", "2026-11-03 lies in week 5, and this review is set for week 6."),
        (("5 | 2026-10-30", "8 | 2026-11-27"), "", "2026-10-30 lies in week 4, and this review is set for week 5."),
        (("6 | 2026-11-27", "8 | 2026-11-26"), "", "2026-11-27 lies in week 8, and this review is set for week 6."),
        (("4 | 2026-11-06",), "end: 2026-11-29\n", "2026-11-06 lies in week 5, and this review is set for week 4."),
    ],
)
def test_a_review_that_clashes_with_others(rows: tuple[str, ...], more: str, message: str, tmp_path: Path) -> None:
    others = () if more else ("2 | 2026-10-16", "4 | 2026-10-30", "5 | 2026-11-06")
    found = _told(_reviews(*others, *rows), tmp_path, "PMC770", more=more)
    assert [one[3] for one in found] == [message]


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        (("2 | 2026-10-16", "4 | 2026-11-06", "6 | 2026-11-20", "8 | 2026-12-04"), ""),  # a week off that is not told
        (("2 | 2026-10-16", "4 | 2026-10-30", "4 | 2026-11-03", "6 | 2026-11-12"), ""),  # looked at a little later
        (("4 | 2026-11-02", "8 | 2026-11-27"), "end: 2026-11-29\n"),  # on the Monday after
    ],
)
def test_reviews_that_go_together(rows: tuple[str, ...], more: str, tmp_path: Path) -> None:
    assert _told(_reviews(*rows), tmp_path, "PMC770", more=more) == []


def test_many_days_take_no_more_than_their_number(tmp_path: Path) -> None:
    def work(number: int) -> int:
        days = (date(2026, 10, 5) + timedelta(days=at * 16 % 50) for at in range(number))
        body = _reviews(*(f"{1 + at % 8} | {day}" for at, day in enumerate(days)))
        return calls(lambda: _told(body, tmp_path, "PMC770"))

    work(300)  # what is worked out once
    assert work(1200) < 6 * work(300)


def _next(step: str) -> str:
    return f"## 7) Risks / Open questions / Next steps\n\n### Next steps\n\n- {step}\n"


@pytest.mark.parametrize("day", ["2024-10-06", "2026-08-06", "2027-02-12", "2028-10-06"])
def test_a_next_step_of_another_year(day: str, tmp_path: Path) -> None:
    [(_, severity, _, message)] = _told(_next(f"Agree this pack (coach, {day})"), tmp_path, "PMC770")
    assert severity == "warning"
    assert message == f"This step is due on {day}, and the cycle lasts from 2026-10-05 to 2026-11-29."


@pytest.mark.parametrize("day", ["2026-09-28", "2026-10-06", "2027-01-20"])
def test_a_next_step_near_the_cycle(day: str, tmp_path: Path) -> None:
    assert _told(_next(f"Agree this pack (coach, {day})"), tmp_path, "PMC770") == []


@pytest.mark.parametrize("day", ["2025-10-16", "2026-06-16", "2026-12-29", "2027-10-16"])
def test_a_row_of_the_tracker_far_outside(day: str, tmp_path: Path) -> None:
    rows = _tracked(f"2026-10-09 | {_DONE}", f"{day} | {_DONE}")
    [(_, _, _, message)] = _told(rows, tmp_path, "PMC770")
    assert message == f"This row is of {day}, and the cycle lasts from 2026-10-05 to 2026-11-29."


def _goal(said: str, label: str = "Coaching goal") -> str:
    return f"## Context snapshot\n\n**{label}:** {said}\n\n**Scope:** checkout\n"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("By 30 June 2027 pm-07 decides alone.", "30 June 2027"),
        ("By April 2027 three briefs get decided.", "April 2027"),
    ],
)
def test_a_goal_far_behind(said: str, day: str, tmp_path: Path) -> None:
    [(_, _, _, message)] = _told(_goal(said), tmp_path, "PMC727")
    assert message == f"“{day}” is after the cycle, which ends on 2026-11-29."


def test_a_goal_long_before(tmp_path: Path) -> None:
    [(_, _, _, message)] = _told(_goal("pm-07 decides alone until 2025-11-27."), tmp_path, "PMC770")
    assert message == "The goal is for 2025-11-27 (2025-11-27), and the cycle lasts from 2026-10-05 to 2026-11-29."


@pytest.mark.parametrize(
    "said",
    [
        "By 27 November 2026 pm-07 decides alone.",
        "By the end of December 2026 pm-07 decides alone.",
        "By 27 November pm-07 prepares the decision of 30 June 2027.",
        "By week 8 there is a plan for 2027.",
    ],
)
def test_a_goal_for_the_cycle(said: str, tmp_path: Path) -> None:
    assert _told(_goal(said), tmp_path, "PMC770") == _told(_goal(said), tmp_path, "PMC727") == []


def test_a_next_step_before_what_is_tracked(tmp_path: Path) -> None:
    rows = "| Ask support | pm-07 | 2026-10-12 |\n| Send it | pm-07 | 2026-11-23 |\n| Book it | pm-07 | 2026-11-24 |\n"
    steps = f"\n## 7) Next steps\n\n### Next steps\n\n| Step | Owner | Due |\n|---|---|---|\n{rows}"
    tracked = _tracked(f"2026-11-13 | {_DONE}") + steps
    [(_, _, _, message)] = _told(tracked, tmp_path, "PMC770")
    assert message == "This step was due on 2026-10-12, and the tracker goes on to 2026-11-13."
    assert _told(tracked.replace("2026-11-13 | B1", "2026-10-09 | B1"), tmp_path, "PMC770") == []
    assert _told(tracked.replace("2026-11-24", "2026-10-13"), tmp_path, "PMC770") == []  # none of them is looked after


def _stretch(said: str) -> str:
    bets = "## 3) Shared Vision\n\n| ID | Bet |\n|---|---|\n| B1 | Frame first |\n\n"
    return f"{bets}## 4) Development Plan\n\n### B1: Frame first\n\n#### Stretch assignment\n\n- {said}\n"


def test_stretch_work_that_is_due_after_the_cycle(tmp_path: Path) -> None:
    [(_, _, place, message)] = _told(_stretch("Lead the swap, due 2027-04-12"), tmp_path, "PMC760")
    assert message == "This stretch assignment is due on 2027-04-12, and the cycle ends on 2026-11-29."
    assert place == "22:22-22:32"


@pytest.mark.parametrize(
    "said", ["Lead the swap, due 2026-11-27", "Lead the swap, due 2026-12-04", "Lead the swap for 2027-04-12"]
)
def test_stretch_work_within_it(said: str, tmp_path: Path) -> None:
    assert _told(_stretch(said), tmp_path, "PMC760") == []
