"""Documents without headings, in which bold lines stand for them; and parts that nothing but their place tells."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read

PARTS = ("definition", "assessment", "vision", "plan", "cadence", "follow_up", "closing")

LETTERED = """**PM Coaching Pack**

**A. Background**

pm-07 takes over the spare parts shop in March.

**B. What is a good PM with us**

**B1. Discovery**

* Behaviour: talks to one mechanic a week

**B2. Delivery**

* Behaviour: stories are ready at planning

**C. Where is pm-07 today**

**B1 Discovery: level 2**

* Nine of 14 questions were “would you …”

**B2 Delivery: level 4**

* No open questions at planning in 3 sprints

**D. Growth bets**

**Bet 1: Ask about the last case**

Why: nobody knows what happens in the other 29%

When: weeks 1-8

Signals: 8 interviews with questions about the last case

**E. Development plan**

**Bet 1**

* Rep: one interview a week (30 min)
* Measure: share of questions about the last case

**F. Sessions**

Thursdays, 45 min

**Agenda**

* 5 min: what worked
* 20 min: one artifact
* 5 min: next rep

**G. Follow-up**

**Reviews**

* 2026-11-02: are three interviews done?

**H. Risks and open questions**

**Risks**

* Contacts are guarded → hotline calls instead
"""


def data(body: str) -> dict[str, Any]:
    return read(body).data


def test_lettered_lines_are_parts_and_the_other_bold_lines_stand_inside_them() -> None:
    found = data(LETTERED)
    assert [name for name in PARTS if name in found] == list(PARTS)
    assert [one["competency"] for one in found["definition"]["competencies"]] == ["Discovery", "Delivery"]
    assert [one["current"] for one in found["assessment"]["levels"]] == ["Understand", "Analyze"]
    assert found["vision"]["bets"][0]["signals"] == ["8 interviews with questions about the last case"]
    assert found["plan"]["bets"][0]["reps"][0]["rep"].startswith("one interview a week")
    assert [one["minutes"] for one in found["cadence"]["agenda"]] == [5, 20, 5]
    assert found["follow_up"]["reviews"][0]["date"] == "2026-11-02"
    assert found["closing"]["risks"] == [{"risk": "Contacts are guarded", "mitigation": "hotline calls instead"}]


def test_lines_without_marks_are_parts_where_they_are_named_so() -> None:
    bare = LETTERED
    for letter in "ABCDEFGH":
        bare = bare.replace(f"**{letter}. ", "**")
    assert data(bare) == data(LETTERED)


def test_of_two_lines_that_may_be_a_part_the_one_that_stands_in_order_counts() -> None:
    body = LETTERED.replace("**A. Background**", "**Where we are**").replace("**C. Where", "**Where")
    for letter in "BDEFGH":
        body = body.replace(f"**{letter}. ", "**")
    assert {**data(body), "context": {}} == data(LETTERED)


def test_numbers_inside_parts_do_not_run_on() -> None:
    body = LETTERED.replace("**A. Background**\n\npm-07 takes over the spare parts shop in March.\n\n", "")
    for number, letter in enumerate("BCDEFGH", 1):
        body = body.replace(f"**{letter}. ", f"**{number}. ")
    body = body.replace("**B1. Discovery", "**1. Discovery").replace("**B2. Delivery", "**2. Delivery")
    found = data(body)
    assert [one["competency"] for one in found["definition"]["competencies"]] == ["Discovery", "Delivery"]
    assert [one["current"] for one in found["assessment"]["levels"]] == ["Understand", "Analyze"]


def test_a_colon_leads_to_what_a_label_stands_for() -> None:
    body = LETTERED.replace("Signals: 8 interviews", "**Signals:**\n\n- 8 interviews")
    assert data(body) == data(LETTERED)


def test_bold_lines_below_headings_are_no_headings() -> None:
    document = read("## 1) Definition of “Good PM”\n\n**A. One**\n\n**B. Two**\n\n**C. Three**\n")
    assert [piece.level for piece in document.pieces] == [2, 0, 0, 0]


def test_a_few_bold_lines_in_running_text_are_no_headings() -> None:
    document = read("**Note**\n\nWe met.\n\n**Also**\n\nWe walked.\n\n**And**\n\nWe sat.\n")
    assert not any(piece.level for piece in document.pieces)


INSIDE = {
    "definition": "### Competency model\n\n- Framing",
    "assessment": "**Strengths**: clear writing",
    "vision": "### Bet 1: Frame first",
    "plan": "### Bet 1\n\n- Rep: one frame a week",
    "cadence": "**Prompts**\n\n- What else could it be?",
}
NAMES = ("Good PM", "Current assessment", "Growth bets", "Development plan", "Coaching cadence")


def headed(**others: str) -> list[str]:
    """Which parts of a pack are read, of which some bear `others` than their names."""
    headings = [others.get(part, name) for part, name in zip(INSIDE, NAMES, strict=True)]
    body = "\n\n".join(f"## {heading}\n\n{text}" for heading, text in zip(headings, INSIDE.values(), strict=True))
    return [name for name in PARTS if name in data(body)]


def test_the_only_heading_between_two_parts_is_the_part_that_is_missing_there() -> None:
    assert headed(plan="What you do each Friday") == list(INSIDE)
    assert headed(vision="Up and away") == list(INSIDE)


@pytest.mark.parametrize("heading", ["Something", "Odds and ends"])
def test_of_two_headings_between_two_parts_neither_is_told_by_its_place(heading: str) -> None:
    assert headed(assessment=heading, vision="Notes") == ["definition", "plan", "cadence"]


def test_a_heading_below_which_nothing_of_the_part_stands_is_not_told_by_its_place() -> None:
    body = "## Current assessment\n\ntext\n\n## Thanks\n\nTo all.\n\n## Development plan\n\ntext\n"
    assert "vision" not in data(body)


def test_what_stands_between_parts_that_follow_on_each_other_is_none_of_them() -> None:
    assert headed(plan="Development plan\n\ntext\n\n## A word on trust") == list(INSIDE)


def test_nothing_is_told_by_its_place_behind_the_last_part() -> None:
    assert headed(cadence="Change log") == ["definition", "assessment", "vision", "plan"]


def test_bold_lines_stay_labels_where_all_headings_are_of_the_first_level() -> None:
    document = read(
        "# Coaching pack\n\n# Context\n\n**Goal**\n\nA ranked list.\n\n# Growth bets\n\n"
        "**Bet 1: Frame first**\n\n- Why: it pays\n\n**Bet 2: Ask first**\n\n- Why: it sells\n\n"
        "# Cadence\n\n**Prompts**\n\n- What else?\n\n# Risks\n\n**Risks**\n\n- The freeze\n\n**Open questions**\n\n"
        "- Who reads it?\n\n**Next steps**\n\n- Ask\n"
    )
    assert [bet["bet"] for bet in document.data["vision"]["bets"]] == ["Frame first", "Ask first"]
    assert document.data["context"] == {"goal": "A ranked list."}
    assert document.data["closing"].keys() == {"risks", "questions", "next_steps"}


def test_an_entry_that_is_an_item_with_its_day_and_type_in_bold() -> None:
    log = (
        "---\ntype: event-log\nclient: northwind\n---\n\n## Event log\n\n"
        "- **2026-09-11 – T.** Wrote 14 tickets. Proof: board.\n"
        "- **2026-09-22 – S:** Asked what the form is for. Result: a test of two weeks. Proof: mail of the CFO.\n"
        "- **2026-09-23 (S)** The CFO chose the second vendor.\n"
    )
    assert read(log, front="").data["entries"] == [
        {
            "date": "2026-09-11",
            "title": "T",
            "work_type": "tactical",
            "happened": "Wrote 14 tickets.",
            "source": "board.",
        },
        {
            "date": "2026-09-22",
            "title": "S",
            "work_type": "strategic",
            "happened": "Asked what the form is for.",
            "impact": "a test of two weeks.",
            "source": "mail of the CFO.",
        },
        {"date": "2026-09-23", "title": "The CFO chose the second vendor.", "work_type": "strategic"},
    ]
