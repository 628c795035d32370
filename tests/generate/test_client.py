"""The folder of an engagement out of an intake: each PM's own four sessions, days, positioning, and what is open."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcoach_lint.engine import lint_files
from pmcoach_lint.finding import Severity
from pmcoach_lint.generate.intake.lines import Refused
from pmcoach_lint.settings import Settings
from tests.generate.clients import ANSWERS, TODAY, client, folder, session


def without(*questions: str) -> dict[str, Any]:
    return {key: value for key, value in ANSWERS.items() if key not in questions}


def plan(pm: str, answers: dict[str, Any] = ANSWERS) -> dict[str, Any]:
    return folder(answers)[f"coaching-plan-{pm}.md"].data


def days(pm: str, answers: dict[str, Any] = ANSWERS) -> list[str]:
    return [each["date"] for each in plan(pm, answers)["sessions"]]


# Answers


def test_a_complete_intake_leaves_no_question_open() -> None:
    made = session(ANSWERS)
    assert made.open == ()
    assert made.document.offences == {}
    assert made.data["position"]["time"][0] == {"work_type": "tactical", "current": 60, "target": 20}
    assert made.data["pms"]["team"][1]["level"] == "Analyze"


@pytest.mark.parametrize(
    ("question", "given", "message"),
    [
        ("E8", ["tactical | lots"], "“lots” is no percentage."),
        ("E8", ["busy | 60%"], "“busy” is no value of “Work type”."),
        ("E9", ["pm-51"], "“Capability” is missing."),
        ("E9", ["pm-51 | a | b | c | Apply | more"], "There are 6 values, and “Client team” has 5."),
        ("E9", [{"PM": "pm-51", "Capability": "Ships", "Mood": "good"}], "“Client team” has no “mood”."),
        ("E10", ["pm-51 | hardly"], "“hardly” is no value of “Starts with why”."),
        ("E16", "a fair price", "“a fair price” is no amount of money"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_and_nothing_is_kept(question: str, given: object, message: str) -> None:
    made = session()
    before = made.document.text
    [(_, field, value)] = made.given({question: given})
    with pytest.raises(Refused) as refused:
        made.answer(field, value)
    assert refused.value.message.startswith(message)
    assert made.document.text == before


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"E8": ["tactical | 60%", "operational | 50%"]}, "The shares of time today add up to 110%, and not to 100%."),
        (
            {"E7": {"Current level": "Strategic Advisor", "Target level": "Strategic Advisor"}},
            "The target level, Strategic Advisor, is the current level as well.",
        ),
        ({"E10": ["pm-59 | rarely"]}, "“pm-59” under “How often” is not in the client team."),
        ({"E9": ["pm-51 | a | b", "pm-51 | c | d"]}, "“pm-51” stands in the client team 2 times."),
        (
            {"E1": {"Start": "2027-03-01"}},
            "The first session is on 2027-01-19, before the engagement begins on 2027-03-01.",
        ),
    ],
)
def test_answers_that_cannot_hold_together_are_named(changed: dict[str, Any], message: str) -> None:
    assert message in client(ANSWERS | changed).unsettled


# Coaching plans


def test_sessions_have_days_every_two_weeks_and_none_of_them_is_off() -> None:
    assert days("pm-51") == ["2027-01-19", "2027-02-01", "2027-02-23", "2027-03-09"]


def test_the_second_pm_meets_in_the_weeks_between() -> None:
    assert days("pm-52") == ["2027-01-26", "2027-02-09", "2027-03-02", "2027-03-16"]


def test_after_a_week_off_they_still_take_turns() -> None:
    off = {**ANSWERS["E18"], "Days off": ["2027-01-25 to 2027-02-05", "2027-03-01 to 2027-03-05"]}
    met = {pm: days(pm, ANSWERS | {"E18": off}) for pm in ("pm-51", "pm-52")}
    assert met == {
        "pm-51": ["2027-01-19", "2027-02-16", "2027-03-09", "2027-03-23"],
        "pm-52": ["2027-02-09", "2027-02-23", "2027-03-16", "2027-03-30"],
    }


def test_several_weekdays_are_shared_out() -> None:
    team = [f"pm-5{number} | Bookings | Ships" for number in range(1, 5)]
    times = {"First session": "2027-01-18", "Meetings": "every two weeks, Tuesdays or Thursdays"}
    answers = without("E10", "E11", "E12") | {"E9": team, "E18": times}
    met = [days(f"pm-5{number}", answers)[0] for number in range(1, 5)]
    assert met == ["2027-01-19", "2027-01-26", "2027-01-21", "2027-01-28"]


def test_days_off_without_an_end_leave_the_days_to_a_person() -> None:
    off = {**ANSWERS["E18"], "Days off": ["2027-02-01 to 2027-12-31", "2028-01-01 to 2028-12-31"]}
    assert [each.get("date") for each in plan("pm-51", ANSWERS | {"E18": off})["sessions"]] == [
        "2027-01-19",
        *[None] * 3,
    ]


def test_without_a_first_session_they_begin_with_the_engagement() -> None:
    found = plan("pm-51", without("E18"))
    assert found["sessions"][0]["date"] == "2027-01-12"
    text = folder(without("E18"))["coaching-plan-pm-51.md"].text
    assert "- You meet every two weeks, Tuesdays: nobody has said when.\n" in text
    assert "- The first session is as soon as the engagement has begun.\n" in text


def test_each_session_is_for_the_level_of_this_pm_in_what_it_is_about() -> None:
    steps = {
        pm: [each["outcome"].rpartition("(")[2].rstrip(")") for each in plan(pm)["sessions"]]
        for pm in ("pm-51", "pm-52")
    }
    assert steps == {
        "pm-51": ["Understand → Apply", "Apply → Analyze", "Understand → Apply", "Understand → Apply"],
        "pm-52": ["Synthesize → Evaluate", "Analyze → Synthesize", "Apply → Analyze", "Analyze → Synthesize"],
    }


def test_a_session_starts_from_what_was_seen_and_ends_with_something_that_can_be_seen() -> None:
    first = plan("pm-51")["sessions"][0]
    assert "The case: took the sales team's export as it came on 3 November." in first["technique"]
    assert "Once a week, 45 minutes: fill in the one-page frame for one request of the week" in first["practice"]
    assert "Seen when this happens: the requester agrees to the frame" in first["outcome"]


def test_what_nobody_has_counted_is_left_to_a_person_in_one_word() -> None:
    text = folder(without("E12"))["coaching-plan-pm-51.md"].text
    rows = [line for line in text.splitlines() if line.endswith("| By 2027-03-23 |")]
    assert rows
    assert all(row.count("| TBD | TBD |") == 1 for row in rows)


def test_where_nothing_tells_the_sessions_apart_none_is_said_to_matter_most() -> None:
    bare = without("E10") | {"E9": ["pm-51 | Bookings | ships"]}
    documents = folder(bare)
    text = documents["coaching-plan-pm-51.md"].text
    assert "Known so far: Ships.\n\nSessions: every two weeks, Tuesdays at 10:00, 60 minutes.\n" in text
    assert "matters most" not in text
    (row,) = documents["value-assessment.md"].data["team"]["pms"]
    assert row["coaching"] == "The four sessions of the plan"
    assert "goal" not in documents["coaching-plan-pm-51.md"].data


def test_no_question_and_no_rep_comes_twice_in_a_plan() -> None:
    for pm in ("pm-51", "pm-52"):
        sessions = plan(pm)["sessions"]
        assert len({each["technique"].rpartition("Ask:")[2] for each in sessions}) == 4
        assert len({each["practice"] for each in sessions}) == 4


def test_the_goal_leads_from_where_a_pm_stops_to_the_next_level_where_it_matters_most() -> None:
    assert plan("pm-52")["goal"] == (
        "By 2027-03-30, from “does not speak to executives” to this: "
        "separates who decides, who can stop and who watches, and foresees the objection of each"
    )


def test_what_was_counted_is_the_baseline_of_its_metric_and_more_is_added_below() -> None:
    assert plan("pm-51")["metrics"][2:] == [
        {"metric": "Share of requests questioned", "baseline": "10%", "target": "50%", "timeframe": "By 2027-03-23"},
        {"metric": "Calls with customers", "baseline": "1", "target": "4", "timeframe": "By 2027-03-23"},
    ]


@pytest.mark.parametrize(
    ("counted", "metrics"),
    [
        ("Requests questioned", ["Share of strategic conversations", "Instances of upward influence"]),
        (
            "Share of all requests questioned a week",
            ["Share of strategic conversations", "Instances of upward influence"],
        ),
        ("upward influence", ["Share of strategic conversations"]),
    ],
)
def test_a_metric_that_was_counted_is_not_repeated_as_open(counted: str, metrics: list[str]) -> None:
    text = folder(ANSWERS | {"E12": [f"pm-51 | {counted} | 10% (2 of 20) | 50%"]})["coaching-plan-pm-51.md"].text
    rows = [line.split(" | ") for line in text.splitlines() if line.endswith("| By 2027-03-23 |")]
    assert len(rows) == 3
    assert [row[0].strip("| ") for row in rows][: len(metrics)] == metrics
    assert [row[1:3] for row in rows if row[0] == f"| {counted}"] == [["10% (2 of 20)", "50%"]]


# The other documents


def test_requests_are_positioned_and_those_without_an_answer_listed() -> None:
    documents = folder(ANSWERS)
    produced = documents["artifacts/client-needs.md"].data["produced"]
    assert (
        "| “Write the PRDs for the new checkout.” | Take the ticket, write the documents | “Which decisions" in produced
    )
    assert "| “Can you run the standups while she is away?” | Facilitate the meeting |" in produced
    assert "- “Give the board a slide on AI.”: what is it for, who decides with it, and by when?" in produced
    assert documents["engagement.md"].data["unknowns"] == [
        "“Give the board a slide on AI.”: what is it for, who decides with it, and by when?"
    ]


def test_what_the_client_may_read_holds_nothing_that_is_only_for_ones_own_side() -> None:
    documents = folder(ANSWERS)
    assessment = documents["value-assessment.md"].data
    told = [assessment["rate"]["basis"]["baseline"], *assessment["relationship"].values()]
    ladder = documents["value-assessment.md"].data["position"]["ladder"].values()
    gaps = [pm.gap for pm in client(ANSWERS).pms if pm.gap]
    assert len(told) == 3
    assert gaps
    for name in ("engagement.md", "proposal.md", "event-log.md"):
        text = documents[name].text.casefold()
        for private in (*map(str, told), *map(str, ladder), *gaps, "matrix", "value ladder", "talk to first"):
            assert private.casefold() not in text


def test_shares_ladder_and_alternatives_of_the_intake_stand_in_the_assessment() -> None:
    data = folder(ANSWERS)["value-assessment.md"].data
    assert data["position"]["ladder"]["current"] == "Expert Executor"
    assert [(row["current"], row["target"], row["shift"].lower()) for row in data["opportunities"]["time"]] == [
        (60, 20, "reduce"),
        (20, 15, "reduce"),
        (15, 40, "increase"),
        (5, 25, "increase"),
    ]
    assert data["opportunities"]["untapped"][0]["alternative"].startswith("Find out which bookings lose money")
    assert data["repositioning"]["conversation"]["with"] == "cpo-05"
    assert [row["level"] for row in data["team"]["pms"]] == ["Tactical (Apply)", "Strategic (Analyze)"]


def test_the_proposal_has_days_a_price_and_a_recommendation() -> None:
    data = folder(ANSWERS)["proposal.md"].data
    assert [row["timeline"] for row in data["proposed"]["deliverables"]] == ["2027-04-11", "2027-03-09", "2027-03-16"]
    assert data["investment"]["proposed"]["total"]["from"] == 6500
    assert (
        "On 12 April 2027 look at it together, at this mark: margin a booking, 5% (3% today)" in data["recommendation"]
    )


@pytest.mark.parametrize("given", ["pm-51 | Requests asked | 10% (2 of 20) | 50%", "- pm-51 | Asked - why | 1) | 3. x"])
def test_a_row_keeps_all_that_was_typed_in_its_cells(given: str) -> None:
    cells = [text.strip() for text in given.removeprefix("- ").split("|")]
    for answer in (given, [given]):
        counted = session({"E12": answer}).document.data["pms"]["counted"]
        assert [list(row.values()) for row in counted] == [cells]


def test_what_is_to_be_done_keeps_the_name_of_the_opportunity() -> None:
    rows = [
        {"Opportunity": "Trips that lose money", "Alternative": "Find out which, cpo-05 stops them", "Benefit": "€9k"},
        {"Opportunity": "Leaving customers", "Today": "nothing", "Benefit": "€100k"},
    ]
    documents = folder(ANSWERS | {"E15": rows})
    what = "Trips that lose money – find out which, cpo-05 stops them"
    proposal, assessment = documents["proposal.md"].data, documents["value-assessment.md"].data
    assert proposal["proposed_addition"] == what
    assert proposal["proposed"]["deliverables"][0]["deliverable"] == what
    assert proposal["proposed"]["scope"].startswith(f"- {what}.")
    assert proposal["recommendation"].startswith(f"Begin with one thing: t{what[1:]}. The reason")
    assert [row["outcome"] for row in proposal["proposed"]["outcomes"]] == [
        "Trips that lose money: €9k",
        "Leaving customers: €100k",
    ]
    assert [row["deliverable"] for row in assessment["repositioning"]["deliverables"]] == [what]
    assert f"help you more: t{what[1:]}. " in assessment["repositioning"]["conversation"]["message"]
    focuses = [row["focus"] for row in documents["engagement.md"].data["horizons"]]
    assert focuses[0] == what
    assert not focuses[1].startswith("Leaving")


def test_horizons_have_days_and_the_work_of_the_opportunities() -> None:
    rows = folder(ANSWERS)["engagement.md"].data["horizons"]
    assert [(row["horizon"], row["when"]) for row in rows] == [
        ("NOW", "2027-04-11"),
        ("NEXT", "2027-07-11"),
        ("LATER", {"from": "2027-07-11"}),
    ]
    assert rows[0]["focus"].startswith("Find out which bookings lose money")


def test_the_log_says_who_does_what_next() -> None:
    entry = folder(ANSWERS)["event-log.md"].data["entries"][0]
    assert [(row["owner"], row["due"]) for row in entry["actions"]] == [
        ("fractional-02", "2027-01-18"),
        ("pm-51", "2027-01-19"),
        ("pm-52", "2027-01-26"),
    ]


def test_what_nobody_has_said_is_unknown_and_not_made_up() -> None:
    documents = folder({"E1": {"Client": "Contoso"}})
    assert sorted(documents) == [
        *("artifacts/client-needs.md", "engagement.md", "event-log.md", "proposal.md", "value-assessment.md"),
    ]
    unknowns = documents["engagement.md"].data["unknowns"]
    assert len(unknowns) == 18
    assert unknowns[:2] == [
        "Start and adviser (E1)",
        "What was agreed: how many hours, for what, and what is left out? (E2)",
    ]
    assert "recommendation" not in documents["proposal.md"].data
    assert {
        len(documents[name].offences.get("still-to-fill", ())) > 9 for name in ("proposal.md", "engagement.md")
    } == {True}


def test_a_start_at_the_end_of_the_calendar_gives_sessions_without_days() -> None:
    late = ANSWERS | {"E1": {"Client": "Contoso", "Start": "9999-12-20"}}
    del late["E18"]
    assert all("date" not in each for each in plan("pm-51", late)["sessions"][1:])


def test_the_day_of_the_draft_is_the_only_thing_that_is_not_in_the_answers() -> None:
    one, two = folder(ANSWERS), folder(ANSWERS)
    assert {name: document.text for name, document in one.items()} == {
        name: document.text for name, document in two.items()
    }
    assert date(2026, 11, 30) == TODAY


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(sorted(ANSWERS))))
def test_whatever_was_answered_the_folder_lints_without_an_error(answered: set[str]) -> None:
    given_answers = {key: ANSWERS[key] for key in sorted(answered)}
    with TemporaryDirectory() as kept:
        root = Path(kept)
        for name, document in folder(given_answers).items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(document.text, encoding="utf-8")
        reports = lint_files(sorted(root.rglob("*.md")), Settings(root=root, as_of=TODAY))
        errors = [each for report in reports for each in report.findings if each.severity is Severity.ERROR]
    assert errors == []
