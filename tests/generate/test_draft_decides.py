"""What a draft decides on: the coach's own words come before stray ones, and what they do not settle is told."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.generate.draft.facts import facts_of, has_figure
from pmcoach_lint.generate.draft.outline import doubts, outline_of
from tests.generate.intakes import TODAY, drafted, findings, library, questions, session

LIBRARY = library()
PROMISES = {
    "I6": ["Ends tests on time: on 3 September gave up the checkout trial after the fortnight that was agreed"],
    "I7": [
        "When a director wants something in a call, pm-14 commits to it before anybody knows the cost.",
        "Status mails list what was released, and not what it changed.",
    ],
    "I8": [
        "2026-10-06: roadmap call: the CFO wanted invoices in May, pm-14 said yes in the room (notes)",
        "2026-10-20: status mail lists nine items that were released, without a figure (mail)",
        "2026-09-03: gave up the checkout trial after the fortnight that was agreed, wrote up the test (pricing test)",
    ],
    "I13": "By March pm-14 answers each exec request with a price within 3 days, and the pre-read has 1 page.",
}


def settled(answers: dict[str, Any]) -> list[tuple[str, tuple[str | int, ...]]]:
    """What is to be settled before a draft out of these answers is relied on, and which answer it is about."""
    outline = outline_of(facts_of(session(answers).data, questions(), LIBRARY, TODAY), LIBRARY)
    return [(each.message, each.path) for each in doubts(outline)]


def levels_of(answers: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of the assessment of a draft out of these answers."""
    return list(drafted(answers).data["assessment"]["levels"])


def test_the_main_challenge_is_the_gap_of_the_first_bet_and_a_strength_none() -> None:
    pack = drafted(PROMISES)
    assert [bet["competency"] for bet in pack.data["vision"]["bets"]] == ["Stakeholder leadership"]
    first, *others = pack.data["assessment"]["levels"]
    assert first["gap"].startswith(
        "When a director wants something in a call, pm-14 commits to it before anybody knows the cost. Status mails "
        "list what was released, and not what it changed ("
    )
    assert first["evidence"] == ["E1", "E2"]
    assert [(each["evidence"], each["gap_type"]) for each in others if "E3" in each["evidence"]] == [(["E3"], "none")]
    assert not settled(PROMISES)


def test_what_the_goal_asks_for_in_figures_is_a_signal_of_the_bet() -> None:
    (bet,) = drafted(PROMISES).data["vision"]["bets"]
    assert bet["signals"][:2] == [
        "By March pm-14 answers each exec request with a price within 3 days",
        "The pre-read has 1 page",
    ]


@pytest.mark.parametrize(
    ("text", "has_one"),
    [
        ("answers requests within 2 days", True),
        ("at most five items on the roadmap", True),
        ("brings 2–3 options", True),
        ("churn falls by 3%", True),
        ("By 5 March 2027 pm-31 frames problems", False),
        ("By 2027-03-05 the notes are shorter", False),
        ("Build an 8-week coaching plan", False),
        ("by week 6 the notes are shorter", False),
        ("the Q1 review goes well", False),
    ],
)
def test_days_and_the_length_of_the_cycle_are_no_figures_of_a_goal(text: str, has_one: bool) -> None:
    assert has_figure(text) is has_one


def test_the_area_that_the_coach_writes_counts_before_the_words_of_a_piece() -> None:
    piece = {"date": "2026-10-06", "evidence": "The prototype was late", "artifact": "Test", "area": "Communication"}
    said = {"I7": ["Tells nobody of a change"], "I8": [piece]}
    pack = drafted(said)
    assert pack.data["assessment"]["evidence"][0]["competency"] == "Stakeholder leadership"
    unknown = drafted({**said, "I8": [{**piece, "area": "Juggling"}]})
    assert "competency" not in unknown.data["assessment"]["evidence"][0]


def test_a_challenge_is_about_what_the_piece_that_shows_it_is_said_to_be_about() -> None:
    piece = {
        "date": "2026-10-06",
        "evidence": "Lost the thread when three people talked",
        "artifact": "Call",
        "area": "Stakeholder leadership",
    }
    (level,) = levels_of({"I7": ["Loses the thread when people talk at once"], "I8": [piece]})
    assert level["competency"] == "Stakeholder leadership"
    assert level["gap"].startswith("Loses the thread when people talk at once (")


def test_a_challenge_that_points_nowhere_is_told_and_left_open_in_the_assessment() -> None:
    said = {
        "I7": ["Loses the thread when people talk at once", "Misses half of the deadlines"],
        "I8": ["2026-10-06: nine items without an owner (list)"],
    }
    challenge = "The challenge “Loses the thread when people talk at once” points to no competency of the library"
    assert settled(said) == [
        (f"{challenge}, so no bet is made of it.", ("state", "challenges", 0)),
        ("Of 1 pieces of evidence 1 are matched to no competency: E1.", ("state", "evidence", 0)),
    ]
    pack = drafted(said)
    assert [bet["competency"] for bet in pack.data["vision"]["bets"]] == ["Execution and delivery"]
    assert "| TBD | – | – | – | Loses the thread when people talk at once | skill | H |" in pack.text
    assert any("Loses the thread" in text for text in pack.data["assumptions"])
    assert {each.rule for each in findings(pack.text)} == {"still-to-fill"}


def test_a_bet_on_a_stray_word_is_told() -> None:
    said = {
        "I7": ["Loses the thread when people talk at once"],
        "I8": ["2026-10-06: three readers asked what the PRD wants (PRD)"],
    }
    assert [message for message, _ in settled(said)][1:] == [
        "The first bet is on product craft on the word of E1 alone: neither the goal nor a challenge names one."
    ]
    named = {**said, "I13": "Writes acceptance criteria that need no meeting"}
    assert [message for message, _ in settled(named)][1:] == [
        "The first bet is on product craft on the word of the goal alone: no challenge names it."
    ]


def test_what_nobody_named_is_no_gap_and_no_bet_before_what_is_named() -> None:
    said = {
        "I7": ["Drops nothing when something comes in: the roadmap only grows"],
        "I8": [f"2026-10-0{day}: the prototype was late (Test)" for day in (5, 6, 7)],
        "I13": "Ends each month with fewer items",
    }
    first, second = levels_of(said)
    assert first["competency"] == "Strategy and prioritization"
    assert second["gap"].startswith("None was named at intake")
    assert second["current"] == second["target"]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("A migration is announced with the date in the last line", "Stakeholder leadership"),
        ("After a sync nobody knows who does what", "Stakeholder leadership"),
        ("commits to a VP before the cost is known", "Stakeholder leadership"),
        ("The CEO heard of it from a customer", "Stakeholder leadership"),
        ("said yes in the room", "Stakeholder leadership"),
        ("Executes every release by the checklist", "Execution and delivery"),
        ("The crowd of tickets is never sorted by priority", "Strategy and prioritization"),
    ],
)
def test_where_people_are_told_something_is_about_leading_them(text: str, area: str) -> None:
    found = LIBRARY.area_of(text)
    assert found
    assert found.name == area


def test_words_of_other_companies_in_capitals_are_whole_words() -> None:
    assert LIBRARY.area_of("cooks every Friday, and vpns") is None
    found = LIBRARY.area_of("both VPs wait")
    assert found
    assert found.name == "Stakeholder leadership"


@pytest.mark.parametrize("text", ["the prıcing page", "PRİCİNG", "STRAẞE", "ſtakeholder update", "VPs ask"])
def test_letters_that_are_only_nearly_those_of_a_word_are_no_reason_to_fail(text: str) -> None:
    known = {area.name for area in library().areas}
    area = library().area_of(text)
    assert area is None or area.name in known
    assert library().area_of("the prıcing page") is None
