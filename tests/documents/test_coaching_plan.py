"""Coaching plans for one PM of a client, in the forms and the words of their authors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.document import Document, read_document
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.settings import load_settings

_FRONT = "---\ntype: coaching-plan\nclient: Northwind\npm: pm-31\ndate: 2026-10-12\n---\n\n"


def read(text: str) -> Document:
    return read_document(f"{_FRONT}{text}\n".encode(), "plan.md")


def sessions(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(f"## Sessions\n\n{text}").data["sessions"]
    return found


def metrics(header: str, row: str) -> list[dict[str, Any]]:
    dashes = "---".join("|" * header.count("|"))
    found: list[dict[str, Any]] = read(f"## Success Metrics\n\n{header}\n{dashes}\n{row}").data["metrics"]
    return found


@pytest.mark.parametrize(
    "head",
    [
        "- **Session 1: Saying no** · October 29 · ✅ Done",
        "- ▸ **Session 1: Saying no** · October 29 · Done",
        "- Session 1: Saying no · Oct 29 · held",
        "- **Session 1: Saying no** – 29 October – completed",
        "### Session 1: Saying no (29 October, done)",
        "**First session, 29.10.2026. Saying no**",
        "**First session, held 29.10.2026. Saying no**",
    ],
)
def test_a_session_tells_its_day_and_whether_it_was_held(head: str) -> None:
    below = f"\n{'    - ' if head[0] == '-' else ''}We played a call with sales.\n\n"
    other = head.replace("1:", "2:").replace("First", "Second")
    (first, second) = sessions(f"{head}{below}{other}{below}")
    assert first.pop("state", "held") == "held"
    assert first == {"title": "Saying no", "date": "2026-10-29", "technique": "We played a call with sales."}
    assert second["title"] == "Saying no"


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("planned", "planned"),
        ("⏳ Planned", "planned"),
        ("called off", "cancelled"),
        ("✅ Done", "held"),
        ("soon", None),
    ],
)
def test_the_state_of_a_session_is_one_of_a_few_words(word: str, state: str | None) -> None:
    (session,) = sessions(f"- Session 1: Saying no · 2026-10-29 · {word}\n    - Role-play.")
    assert session.get("state") == state


def test_sessions_in_paragraphs_of_several_lines_are_headed_by_their_ordinals() -> None:
    line = "We took the open topics of the portal and asked of each one why it"
    text = "Every one takes 90 minutes, and the rest of the two hours that we have is\nfor calls.\n\n"
    ordinals = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
    text += "\n\n".join(
        f"**{name} session, 0{at}.10.2026. Topic {at}.**\n{line}\nmatters." for at, name in enumerate(ordinals, 1)
    )
    found = sessions(text)
    assert [(session["date"], session["title"]) for session in found] == [
        (f"2026-10-0{at}", f"Topic {at}.") for at in range(1, 7)
    ]
    assert found[0]["technique"] == f"{line} matters."


def test_lines_of_running_text_are_no_sessions(tmp_path: Path) -> None:
    line = "We take the open topics of the portal one by one and ask of each why it"
    document = read(f"## Sessions\n\n{line}\n{line}\n{line} matters.")
    assert "sessions" not in document.data
    findings = lint_bytes(document.text.encode(), "plan.md", load_settings(tmp_path, isolated=True)).findings
    (finding,) = [finding for finding in findings if finding.code in ("PMC213", "PMC302")]
    assert finding.message == (
        "“Coaching Interventions” is told in a form from which no “Session”, “Technique”, “Practice” or “Outcome” "
        "can be taken."
    )
    assert (*finding.range.start,) == (10, 1)


def test_lines_that_are_whole_each_may_be_sessions() -> None:
    line = "Session with the whole team on what the winter is for, and what it is not."
    assert len(sessions(f"{line}\n{line}\n{line}")) == 3


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("| Measure | Baseline (Sep 28) | Latest (Nov 9) | Target by January 15 |", "| Asked why | 3 | 8 | 12 |",
         {"baseline": "3", "target": "12", "latest": "8", "timeframe": "January 15"}),
        ("| Number | Start (14.09. to 25.09.) | Now (09.11.) | Goal on 29.01.2027 |", "| Asked why | 3 | 8 | 12 |",
         {"baseline": "3", "target": "12", "latest": "8", "timeframe": "29.01.2027"}),
        ("| Metric | Baseline | Target (Q1 2027) |", "| Asked why | 3 | 12 |",
         {"baseline": "3", "target": "12", "timeframe": "Q1 2027"}),
        ("| Metric | Start | End of March |", "| Asked why | 3 | 12 |",
         {"baseline": "3", "target": "12", "timeframe": "End of March"}),
        ("| Metric | Baseline | Target | By when |", "| Asked why | 3 | 12 | March |",
         {"baseline": "3", "target": "12", "timeframe": "March"}),
        ("| Metric | Baseline | Target by March | Timeframe |", "| Asked why | 3 | 12 | 8 weeks |",
         {"baseline": "3", "target": "12", "timeframe": "8 weeks"}),
    ],
)  # fmt: skip
def test_the_header_of_the_target_may_tell_by_when(header: str, row: str, expected: dict[str, Any]) -> None:
    assert metrics(header, row) == [{"metric": "Asked why", **expected}]


def test_the_time_in_a_header_stands_there() -> None:
    table = "| Metric | Baseline | Target by 15 January |\n|---|---|---|\n| Asked why | 3 | 12 |\n| Said no | 0 | 2 |\n"
    document = read(f"## Success Metrics\n\n{table}")
    for at in range(2):
        assert document.text[slice(*document.values[("metrics", at, "timeframe")])] == "15 January"


def test_a_table_that_tells_no_time_lacks_it() -> None:
    table = "| Metric | Baseline | Target |\n|---|---|---|\n| Asked why | 3 | 12 |\n"
    (offence,) = read(f"## Success Metrics\n\n{table}").offences["missing-column"]
    assert offence.message.startswith("The table “Success Metrics” has no column “Timeframe”")


_INDICATORS = (
    "- **Asks why:** rarely. Of 14 wishes 12 were taken as they came.\n- **Looks ahead:** sometimes, in lists\n"
)


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("I want all two at **usually** by March.", "usually"),
        ("The goal is “usually” on all 2.", "usually"),
        ("All three should be at usually.", None),  # there are two
        ("All two are rarely or usually seen.", None),
        ("All two matter.", None),
        ("Usually they meet.", None),
    ],
)
def test_a_sentence_may_tell_the_target_of_all_indicators(said: str, target: str | None) -> None:
    document = read(f"## Current Assessment\n\n{_INDICATORS}\n{said}")
    told = document.data["assessment"]["indicators"]
    assert [(each["indicator"], each["current"], each.get("target")) for each in told] == [
        ("Asks why", "rarely", target),
        ("Looks ahead", "sometimes", target),
    ]
    if target:
        assert document.text[slice(*document.values[("assessment", "indicators", 1, "target")])] == "usually"


def test_a_target_of_ones_own_is_kept() -> None:
    rows = "| Asks why | rarely | sometimes |\n| Looks ahead | rarely | |\n"
    table = f"| Indicator | Current | Target |\n|---|---|---|\n{rows}"
    document = read(f"## Current Assessment\n\n{table}\nAll two at usually later.")
    assert [each.get("target") for each in document.data["assessment"]["indicators"]] == ["sometimes", None]


def test_indicators_by_days_and_what_stays_without_a_heading() -> None:
    data = read(
        "## Where pm-31 is\n\n| Indicator | October 12 | November 20 | Where we want to be |\n|---|---|---|---|\n"
        "| Starts with why | Rarely | Sometimes | Usually |\n\n"
        "## Sessions\n\n- Session 1: Why – we ask\n\n"
        "## What stays behind when I go\n\n- [x] Template\n- [ ] Intake form\n\n**Habits**\n\n- [x] Friday note\n\n"
        "## When is pm-31 ready\n\n- Two reports without me\n"
    ).data
    assert data["assessment"]["indicators"] == [
        {"indicator": "Starts with why", "current": "sometimes", "target": "usually"}
    ]
    assert data["transfer"] == {
        "frameworks": [{"item": "Template", "done": True}, {"item": "Intake form", "done": False}],
        "habits": [{"item": "Friday note", "done": True}],
    }
    assert data["graduation"] == [{"criterion": "Two reports without me"}]


def test_sessions_may_stand_in_a_table_week_by_week() -> None:
    head = "| Wk | Starts | Session (60') | He does on his own | Exit test |\n|---|---|---|---|---|\n"
    rows = "| w1 | 30 Nov | Reframe two tickets | A why on each new one | 8 of 10 have one |\n"
    more = "| w2 | 7 Dec | Say no | 2 in writing | Both kept |\n"
    assert read(f"## Week matrix\n\n{head}{rows}{more}").data["sessions"] == [
        {"title": "Reframe two tickets", "practice": "A why on each new one", "outcome": "8 of 10 have one"},
        {"title": "Say no", "practice": "2 in writing", "outcome": "Both kept"},
    ]
