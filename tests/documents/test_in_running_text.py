"""What client documents tell without its name: terms in a paragraph, what becomes of it, the ladder in a line."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document
from tests.documents.reading import read

FRONT = "---\ntype: {type}\nclient: northwind\n---\n\n"
TAKEN = "pm-31 can turn requests down by March"
LEFT = "another year of tickets"


def told(kind: str, body: str) -> Document:
    document = read(kind, f"# Northwind\n\n{body}\n", FRONT)
    assert document.offences == {}
    return document


def impact(body: str) -> Any:
    return told("work-proposal", body).data.get("opportunity", {}).get("impact")


@pytest.mark.parametrize("kind", ["value-assessment", "work-proposal"])
@pytest.mark.parametrize(
    "text",
    [
        '15 h/wk, C$140/h, about C$9,100/mo. Scope on paper: "PM support".',
        "I'm at Northwind ten days a month at €900 a day, so €9,000 a month.",
        "Two days a week since May,\nfor £6,800 per four weeks.",
    ],
)
def test_the_first_paragraph_that_tells_work_and_price_is_the_engagement(kind: str, text: str) -> None:
    document = told(kind, f"Working paper of November.\n\n{text}\n\n## Recommendation\n\nGo on.")
    assert document.data["current_engagement"] == text
    assert document.text[slice(*document.values[("current_engagement",)])] == text


@pytest.mark.parametrize(
    "text",
    [
        "We met for two hours a week, and the budget is open.",
        "The invoice of €9,000 is due on Friday.",
        "One year in, things are well.",
    ],
)
def test_a_paragraph_that_tells_one_of_them_is_no_engagement(text: str) -> None:
    assert "current_engagement" not in told("value-assessment", f"{text}\n\n## The team\n\nTwo PMs.").data


def test_what_bears_the_name_of_the_engagement_counts() -> None:
    body = "20 h/week at €90/hour was the first offer.\n\n**Current engagement:** 12 h/week at €110/hour"
    assert told("value-assessment", body).data["current_engagement"] == "12 h/week at €110/hour"


@pytest.mark.parametrize(
    "body",
    [
        "## What's being missed\n\nNobody chooses.\n\n### If we do this\n\n{taken}\n\n### If we don't\n\n{left}",
        "## Where we are\n\nTickets.\n\n**If we do this:** {taken}\n\n**If we don't:** {left}",
        "## What we are not doing\n\nWe never choose.\n\n### If ignored\n\n{left}\n\n### If addressed\n\n{taken}",
    ],
)
def test_what_becomes_of_it_may_stand_below_anything(body: str) -> None:
    assert impact(body.format(taken=TAKEN, left=LEFT)) == {"addressed": TAKEN, "ignored": LEFT}


@pytest.mark.parametrize(
    "lines",
    [
        ("If it is addressed, {taken}.", " ", "If this is left alone, I expect {left}."),
        ("If we do something about it: {taken}.", "\n\n", "If we don't: {left}."),
        ("If you act, {taken}. I am sure.", "\n", "If you carry on, I see {left}. As before."),
    ],
)
def test_sentences_that_begin_with_what_becomes_of_it(lines: tuple[str, str, str]) -> None:
    taken, between, left = (line.format(taken=TAKEN, left=LEFT) for line in lines)
    body = f"## What we are not doing\n\nNobody chooses. {taken}{between}{left}"
    assert impact(body) == {"addressed": taken, "ignored": left}


@pytest.mark.parametrize(
    "text",
    [
        f"If it is addressed, {TAKEN}.",
        f"If this is left alone, I expect {LEFT}. That much is sure.",
        "What happens if we act or if we do nothing is for you to say.",
    ],
)
def test_one_side_alone_tells_no_impact(text: str) -> None:
    assert impact(f"## What we are not doing\n\nNobody chooses. {text}") is None


@pytest.mark.parametrize("gap", ["\nGap: I still write tickets.", "\n\n**Gap:** I still write tickets."])
@pytest.mark.parametrize(
    "target", ["Strategic Advisor", "Strategic Advisor by end of March", "Strategic Advisor by Q2"]
)
def test_the_ladder_in_a_line_behind_the_signals(target: str, gap: str) -> None:
    signals = "- Meetings: facilitator. Want: decision-shaper.\n- Work: execution. Want: advisory."
    body = f"## How they see me\n\n{signals}\n\nLadder: Expert Executor → {target}.{gap}"
    position = told("value-assessment", body).data["position"]
    assert [(row["current"], row["ideal"]) for row in position["signals"]] == [
        ("facilitator", "decision-shaper."),
        ("execution", "advisory."),
    ]
    assert position["ladder"]["current"] == "Expert Executor"
    assert position["ladder"]["target"].rstrip(".") == "Strategic Advisor"
    assert position["ladder"]["gap"] == "I still write tickets."


def test_what_only_looks_like_the_name_of_the_ladder_goes_on_with_the_text() -> None:
    body = "## How they see me\n\n- Meetings: facilitator. Want: decision-shaper.\n\nLaddering: no."
    assert "ladder" not in told("value-assessment", body).data["position"]


@pytest.mark.parametrize(
    "line",
    [
        "**Recommendation: go on until March.**",
        "**Recommendation:** go on until March.",
        "**My recommendation**: go on until March.",
    ],
)
def test_a_part_of_one_value_may_be_a_bold_line_anywhere(line: str) -> None:
    document = told("work-proposal", f"## 1. Management summary\n\n{line}\n\n## 2. The work\n\nTwo decisions.")
    assert document.data["recommendation"] == "go on until March."


def test_a_heading_counts_before_a_bold_line() -> None:
    body = "## 1. Management summary\n\n**Recommendation: go on.**\n\n## 7. Recommendation\n\nGo on until March."
    assert told("work-proposal", body).data["recommendation"] == "Go on until March."


@pytest.mark.parametrize("proposed", ["I'd like to propose one day for pricing.", "I suggest a smaller mandate."])
def test_the_engagement_ends_where_the_proposal_begins(proposed: str) -> None:
    now = "I'm at Northwind two days a week at £700 a day. It works."
    said = told("work-proposal", f"{now} {proposed} The rest may go.\n\n## Recommendation\n\nGo on.").data
    assert (said["current_engagement"], said["proposed_addition"]) == (now, proposed)


ON_LADDER = "On the value ladder I'd call myself an Expert Executor"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ON_LADDER}. The target is *Strategic Advisor* by May.", ("Expert Executor", "Strategic Advisor")),
        (f"{ON_LADDER}, not yet a Strategic Advisor. It will do.", ("Expert Executor", None)),
        (f"Past Staff Aug, I think. {ON_LADDER}.", ("Expert Executor", None)),
        (
            "**On the ladder:** now **Staff Aug**. Goal: **Expert Executor**.\n\nI don't want Strategic Advisor.",
            ("Staff Aug", "Expert Executor"),
        ),
        (
            f"{ON_LADDER}. We talk.\n\nI should like to be at Strategic Advisor.",
            ("Expert Executor", "Strategic Advisor"),
        ),
        (f"{ON_LADDER}. I don't want to be a Transformation Partner.", ("Expert Executor", None)),
    ],
)
def test_rungs_in_sentences(text: str, expected: tuple[str, str | None]) -> None:
    document = told("value-assessment", f"## How they see me\n\nKindly.\n\n{text}\n")
    ladder = document.data["position"]["ladder"]
    assert (ladder["current"], ladder.get("target")) == expected
    for name, value in ladder.items():
        assert document.text[slice(*document.values[("position", "ladder", name)])] == value


@pytest.mark.parametrize(
    "text",
    [
        "On the ladder I am Staff Aug for the buyers and Expert Executor for the team.",
        "On the ladder I want to be a Strategic Advisor.",
        "Somewhere between Staff Aug and Expert Executor on the ladder.",
        "They call me an Expert Executor.",
        "No ladder here.",
    ],
)
def test_a_rung_that_may_be_another_is_none(text: str) -> None:
    document = told("value-assessment", f"## How they see me\n\nKindly.\n\n{text}\n")
    assert "ladder" not in document.data["position"]


def test_what_is_missing_between_the_rungs_is_told_beside_them() -> None:
    listed = told(
        "value-assessment",
        f"## Where we stand\n\n{ON_LADDER}. The goal: Strategic Advisor.\n\nWhat is missing:\n\n- a seat\n- a number\n",
    )
    assert listed.data["position"]["ladder"]["gap"] == "- a seat\n- a number"
    said = told("value-assessment", f"## Where we stand\n\n{ON_LADDER}. What is missing is a seat. More another day.")
    assert said.data["position"]["ladder"]["gap"] == "What is missing is a seat."


def test_paragraphs_of_many_sentences_are_no_signals() -> None:
    text = "They like me. " + "I am asked to plan the sprint and to run the release meeting every week. " * 4
    assert told("value-assessment", f"## How they see me\n\n{text}\n").data.get("position", {}) == {}


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("**from tactical to strategic**. We have ten weeks.", "**from tactical to strategic**."),
        ("say no. And mean it. We have ten weeks.", "say no. And mean it."),
    ],
)
def test_a_goal_in_one_line_is_one_sentence(text: str, goal: str) -> None:
    assert told("coaching-plan", f"The goal, in one line: {text}\n\n## Success Metrics\n\nNone.").data["goal"] == goal
