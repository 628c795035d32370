"""Documents of a client whose parts are lists where others have tables, and whose headings run in."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document, read_document


def read(kind: str, body: str) -> Document:
    front = f"---\ntype: {kind}\nstatus: active\nvisibility: internal\n---\n\n"
    return read_document((front + body).encode(), "packs/clients/northwind/document.md")


def data(kind: str, body: str) -> dict[str, Any]:
    document = read(kind, body)
    assert document.offences == {}
    return document.data


@pytest.mark.parametrize(
    ("line", "current", "target"),
    [
        ("Connects to outcomes: Rarely → Usually", "rarely", "usually"),
        ("**Connects to outcomes**: Sometimes -> Usually", "sometimes", "usually"),
        ("**Connects to outcomes** — almost never → now and then", "rarely", "sometimes"),
        ("Connects to outcomes (Rarely → Usually)", "rarely", "usually"),
        ("Connects to outcomes: rarely (target: usually)", "rarely", "usually"),
        ("Connects to outcomes: rarely now, usually later", "rarely", "usually"),
        ("Connects to outcomes. Current: Rarely. Target: Usually", "rarely", "usually"),
    ],
)
def test_an_indicator_tells_how_often_now_and_then(line: str, current: str, target: str) -> None:
    body = f"## Current Assessment\n\n### Strategic Thinking Indicators\n\n- {line}\n"
    assert data("coaching-plan", body)["assessment"]["indicators"] == [
        {"indicator": "Connects to outcomes", "current": current, "target": target}
    ]


@pytest.mark.parametrize("line", ["Connects to outcomes: 1 → 3", "Connects to outcomes: Rarely → at length"])
def test_what_says_nothing_of_how_often_is_no_change(line: str) -> None:
    body = f"## Current Assessment\n\n### Strategic Thinking Indicators\n\n- {line}\n"
    assert read("coaching-plan", body).data["assessment"]["indicators"] == [{"indicator": line}]


@pytest.mark.parametrize(
    "line", ["**How they prioritize**: first in, first out", "How they prioritize: first in, first out"]
)
def test_a_pattern_is_told_behind_its_name(line: str) -> None:
    body = f"## Current Assessment\n\n### Work Pattern\n\n- {line}\n"
    assert data("coaching-plan", body)["assessment"]["patterns"] == [
        {"pattern": "How they prioritize", "observation": "first in, first out"}
    ]


def test_opportunities_and_pms_are_told_in_items() -> None:
    body = (
        "## Strategic Opportunity Analysis\n\n### Untapped Value\n\n"
        "1. **Carrier pricing** — I write tickets. Instead: a memo for the COO. Benefit: two points of margin\n\n"
        "## Client Team Assessment\n\n### PM Team Strategic Capability\n\n"
        "- **pm-31 (core)**: Tactical. Gap: never asks why. Coaching: reframe one ticket a week\n"
    )
    found = data("value-assessment", body)
    assert found["opportunities"]["untapped"] == [
        {
            "opportunity": "Carrier pricing",
            "current_state": "I write tickets",
            "alternative": "a memo for the COO",
            "benefit": "two points of margin",
        }
    ]
    assert found["team"]["pms"] == [
        {
            "pm": "pm-31 (core)",
            "level": "Tactical",
            "gap": "never asks why",
            "coaching": "reframe one ticket a week",
        }
    ]


def test_an_item_without_a_name_stays_whole() -> None:
    body = "## Strategic Opportunity Analysis\n\n### Untapped Value\n\n- Carrier pricing is done by habit\n"
    found = data("value-assessment", body)["opportunities"]["untapped"]
    assert found == [{"opportunity": "Carrier pricing is done by habit"}]


@pytest.mark.parametrize("mark", ["**", "__", "*", "_"])
@pytest.mark.parametrize("text", ["Prices are set by habit. Nobody looks.", "Prices are set by habit.\nNobody looks."])
def test_a_heading_may_run_in(mark: str, text: str) -> None:
    body = f"## The Opportunity\n\n{mark}Current state.{mark} {text}\n\n{mark}Untapped value.{mark} A third is spot.\n"
    assert data("work-proposal", body)["opportunity"] == {"current_state": text, "untapped_value": "A third is spot."}


@pytest.mark.parametrize(
    "line",
    [
        "*Current state.*Prices are set by habit.",
        "*Current state of all prices now.* Prices are set by habit.",
        "**Current state. And more.** Prices are set by habit.",
        "**the current state.** Prices are set by habit.",
        "**Current state?**Prices are set by habit.",
    ],
)
def test_a_sentence_that_stands_out_is_no_heading(line: str) -> None:
    assert "current_state" not in read("work-proposal", f"## The Opportunity\n\n{line}\n").data["opportunity"]


@pytest.mark.parametrize(
    ("item", "pm", "level"),
    [
        ("- **pm-31, core.** Thinks in systems.", "pm-31, core", "Thinks in systems."),
        ("- pm-b: takes every request home", "pm-b", "takes every request home"),
        ("- **PM-31** – tactical", "PM-31", "tactical"),
    ],
)
def test_the_pms_of_a_team_need_no_heading_of_their_own(item: str, pm: str, level: str) -> None:
    body = f"## The product team\n\nTwo PMs, since spring.\n\n{item}\n- The sales lead sits in\n"
    assert data("value-assessment", body)["team"]["pms"] == [{"pm": pm, "level": level}]


def test_a_list_about_something_else_is_no_team() -> None:
    body = "## The product team\n\n- Meets on Mondays\n- Reports to the COO, as pm-31 does\n"
    assert "pms" not in data("value-assessment", body)["team"]


def test_what_stays_may_be_told_in_one_table() -> None:
    table = "| Thing | State | Where it will live |\n|---|---|---|\n| Checklist | done, on the wall | Wiki |\n"
    found = data("coaching-plan", f"## What stays behind when I go\n\n{table}")
    assert found["transfer"] == {"frameworks": [{"item": "Checklist", "state": "done, on the wall", "where": "Wiki"}]}


def test_criteria_may_say_how_far_they_are() -> None:
    table = "| Sign | Today |\n|---|---|\n| Plans across now, next and later | not yet |\n"
    found = data("coaching-plan", f"## When pm-b doesn't need me any more\n\n{table}")
    assert found["graduation"] == [{"criterion": "Plans across now, next and later", "state": "not yet"}]


@pytest.mark.parametrize(
    ("line", "date", "duration"),
    [
        ("**Date**: 2026-11-19, 60 minutes", "2026-11-19", 60),
        ("**When:** Thu 19 November 2026 (90 min)", "2026-11-19", 90),
        ("**Date**: 19 Nov 2026, half a day", "2026-11-19", None),
        ("**Date**: 2026-11-19\n\n**Duration**: 45 min", "2026-11-19", 45),
    ],
)
def test_a_session_says_how_long_it_is_behind_its_day(line: str, date: str, duration: int | None) -> None:
    [session] = data("coaching-plan", f"## Coaching Interventions\n\n### Session 1: Reframing\n\n{line}\n")["sessions"]
    assert (session["title"], session["date"], session.get("duration")) == ("Reframing", date, duration)


def test_sessions_need_no_years_where_their_order_tells_them() -> None:
    head = "## The four sessions\n\n| # | When | Theme |\n|---|---|---|\n"
    rows = "| 1 | 25 Nov, 90 min | Why |\n| 2 | 9 Dec | No |\n| 3 | 13 Jan, half day | Top |\n"
    front = "---\ntype: coaching-plan\ndate: 2026-11-16\n---\n\n"
    document = read_document((front + head + rows).encode(), "plan.md")
    assert [session["date"] for session in document.data["sessions"]] == ["2026-11-25", "2026-12-09", "2027-01-13"]


def test_thinking_gaps_may_be_told_of_each_pm_in_a_column() -> None:
    table = "| Habit I look for | pm-a | **pm-b** |\n|---|---|---|\n| Asks why before what | yes | now and then |\n"
    assert data("value-assessment", f"## The product team\n\n{table}")["team"] == {
        "thinking_gaps": [{"gap": "Asks why before what"}]
    }


def test_a_table_of_something_else_in_columns_is_none_of_thinking_gaps() -> None:
    table = "| Habit | Week 1 | Week 2 |\n|---|---|---|\n| Asks why before what | yes | no |\n"
    assert data("value-assessment", f"## The product team\n\n{table}")["team"] == {}


@pytest.mark.parametrize(
    "line",
    [
        "1. Saying no (5 Jan 2027): a rehearsal with the buyer; practice: one no a week; outcome: two are declined",
        "- Saying no (5 Jan 2027): a rehearsal with the buyer. Practice: one no a week. Outcome: two are declined",
    ],
)
def test_what_is_done_in_a_session_stands_behind_its_name(line: str) -> None:
    other = "Writing upward (19 Jan 2027): the mail again; practice: outcome first; outcome: an answer"
    body = f"## Sessions\n\n{line}\n{line.split(maxsplit=1)[0].replace('1', '2')} {other}\n"
    [session, _] = data("coaching-plan", body)["sessions"]
    assert session == {
        "title": "Saying no",
        "date": "2027-01-05",
        "technique": "a rehearsal with the buyer",
        "practice": "one no a week",
        "outcome": "two are declined",
    }


def test_a_session_with_its_technique_below_keeps_its_title() -> None:
    body = "## Sessions\n\n### Session 1: Saying no: the buyer\n\n- Technique: a rehearsal\n- Practice: one no\n"
    [session] = data("coaching-plan", body)["sessions"]
    assert (session["title"], session["technique"]) == ("Saying no: the buyer", "a rehearsal")
