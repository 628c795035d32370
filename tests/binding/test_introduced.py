"""Names and lines that stand above records and are none: what introduces a list, or heads all of its records."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read, told

AGENDA = [{"item": "Wins", "minutes": 5}, {"item": "One brief", "minutes": 40}]
TABLE = "| Block | Minutes | Purpose |\n|---|---|---|\n| Wins | 5 | what moved |\n| One brief | 40 | on the table |\n"
ITEMS = "- Wins (5 min)\n- One brief (40 min)\n"
NESTED = "  - Wins (5 min)\n  - One brief (40 min)\n"


def cadence(body: str) -> Any:
    return parts(f"## 5) Coaching Cadence\n\n{body}")["cadence"]


# What introduces a list


@pytest.mark.parametrize(
    "body",
    [
        f"**1:1 structure:** Weekly, Thursdays, 45 minutes\n\n{TABLE}",
        f"**1:1 structure:** Weekly, Thursdays, 45 minutes\n{TABLE}",
        f"**Agenda:** Weekly, Thursdays, 45 minutes\n\n{ITEMS}",
        f"Agenda: Weekly, Thursdays, 45 minutes\n{ITEMS}",
        f"- **Agenda:** Weekly, Thursdays, 45 minutes\n{NESTED}",
        f"- Agenda: Weekly, Thursdays, 45 minutes\n\n{TABLE}".replace("\n|", "\n  |"),
    ],
)
def test_what_introduces_an_agenda_tells_the_cadence(body: str) -> None:
    assert cadence(body) == {"rhythm": "Weekly, Thursdays, 45 minutes", "session_length": 45, "agenda": AGENDA}


@pytest.mark.parametrize("line", ["as follows", "the same every time"])
def test_what_says_nothing_of_when_is_no_cadence(line: str) -> None:
    assert cadence(f"**Agenda:** {line}\n\n{ITEMS}") == {"agenda": AGENDA}


def test_a_cadence_of_its_own_comes_first() -> None:
    found = cadence(f"**Cadence:** every second Monday\n\n**Agenda:** 45 minutes in all\n\n{ITEMS}")
    assert found == {"rhythm": "every second Monday", "agenda": AGENDA}


@pytest.mark.parametrize("name", ["Artifact reviews", "- **Artifact reviews**"])
def test_what_introduces_reviews_is_none_and_no_cadence(name: str) -> None:
    indent = "  " if name[0] == "-" else ""
    body = f"{name}: every second week\n{indent}- Week 2: frame\n{indent}- Week 4: brief\n"
    assert cadence(body) == {"reviews": [{"artifact": "frame", "week": 2}, {"artifact": "brief", "week": 4}]}


@pytest.mark.parametrize(
    ("body", "risks"),
    [
        ("**Risks:** the freeze\n- the budget\n", ["the freeze", "the budget"]),
        ("- Risks: the freeze\n  - the budget\n", ["the freeze", "the budget"]),
        ("**Risks:** the freeze; the budget\n", ["the freeze", "the budget"]),
    ],
)
def test_records_without_times_stand_on_the_line_and_below_it(body: str, risks: list[str]) -> None:
    found = parts(f"## 7) Risks / Open questions / Next steps\n\n{body}")["closing"]["risks"]
    assert [risk["risk"] for risk in found] == risks


def test_a_review_on_the_line_is_one_of_those_below() -> None:
    found = cadence("**Artifact reviews:** week 2: frame\n- Week 4: brief\n")["reviews"]
    assert found == [{"artifact": "frame", "week": 2}, {"artifact": "brief", "week": 4}]


def test_a_table_under_another_label_is_not_of_the_agenda() -> None:
    body = f"**Agenda:** Wins (5), one brief (40)\n\nWhat we look at:\n\n{TABLE}"
    assert cadence(body)["agenda"][1] == {"item": "one brief", "minutes": 40}


# What heads all records

BEHAVIOURS = "- Observable behaviours:\n  - names who is stuck\n- Ladder:\n  - Know: lists the parts\n"
COMPETENCY = {
    "behaviours": ["names who is stuck"],
    "ladder": [{"level": "Know", "behaviour": "lists the parts"}],
}


@pytest.mark.parametrize(
    "heading",
    [
        "### 1.1 Competency model, observable behaviors and Bloom depth ladder\n\n",
        "### Competencies and ladders\n\nThree matter most here.\n\n",
        "### Competency model\n\n",
        "",
    ],
)
def test_a_heading_above_all_competencies_is_none_of_them(heading: str) -> None:
    body = f"{heading}**1. Problem framing**\n{BEHAVIOURS}\n**2. Product craft**\n{BEHAVIOURS}"
    assert parts(f"## 1) Definition of Good PM\n\n{body}")["definition"]["competencies"] == [
        {"competency": "Problem framing", **COMPETENCY},
        {"competency": "Product craft", **COMPETENCY},
    ]


def test_a_heading_with_behaviours_of_its_own_is_a_competency() -> None:
    body = f"### Problem framing\n\n**In practice**\n\n{BEHAVIOURS}\n### Product craft\n\n{BEHAVIOURS}"
    found = parts(f"## 1) Definition of Good PM\n\n{body}")["definition"]["competencies"]
    assert [one["competency"] for one in found] == ["Problem framing", "Product craft"]


# A column without a name


@pytest.mark.parametrize("header", ["", "   "])
def test_the_first_column_may_go_without_a_name(header: str) -> None:
    table = f"|{header}| Now | Target | Evidence |\n|---|---|---|---|\n| Framing | Apply | Analyze | brief |\n"
    found = parts(f"## 2) Current Assessment\n\n{table}")["assessment"]["levels"]
    assert found == [{"competency": "Framing", "current": "Apply", "target": "Analyze", "evidence": ["brief"]}]


def test_a_column_of_numbers_is_no_title() -> None:
    table = (
        "| | Competency | Now | Target | Evidence |\n|---|---|---|---|---|\n| 1 | Framing | Apply | Analyze | brief |\n"
    )
    assert parts(f"## 2) Current Assessment\n\n{table}")["assessment"]["levels"][0]["competency"] == "Framing"


def test_a_column_with_a_name_that_is_not_known_stays_unread() -> None:
    table = "| Thing | Now | Target | Evidence |\n|---|---|---|---|\n| Framing | Apply | Analyze | brief |\n"
    message = "The table “Levels” has no column “Competency”, and nothing reads “Thing”."
    assert told(f"## 2) Current Assessment\n\n{table}") == [
        ("missing-column", "Thing | Now | Target | Evidence", message)
    ]


# Numbers behind weeks, and words behind numbers


@pytest.mark.parametrize("text", ["wk4 3 notes without help", "week 4: 3 notes without help"])
def test_a_number_may_follow_a_week(text: str) -> None:
    body = f"## 4) Development Plan\n\n### Bet 1: Frame first\n\n**Checkpoints:** wk1 first note, {text}\n"
    assert parts(body)["plan"]["bets"][0]["checkpoints"] == [
        {"signal": "first note", "week": 1},
        {"signal": "3 notes without help", "week": 4},
    ]


@pytest.mark.parametrize("heading", ["Bet 3 (new, since week 5): Frame first", "Bet 3 \\- Frame first"])
def test_an_aside_behind_the_number_is_no_part_of_the_title(heading: str) -> None:
    body = f"## 3) Shared Vision\n\n### {heading}\n\n- Why it matters: two guesses failed\n"
    assert read(body).data["vision"]["bets"][0]["bet"] == "Frame first"


# What parts weeks in a line


@pytest.mark.parametrize(
    "line",
    [
        "Week 2: first brief · Week 6: second brief",
        "Week 2: first brief | Week 6: second brief",
        "Week 2: first brief. Week 6: second brief",
        "week 2 (first brief), week 6 (second brief)",
    ],
)
def test_weeks_in_a_line_are_parted_by_any_sign(line: str) -> None:
    assert cadence(f"**Artifact reviews:** {line}")["reviews"] == [
        {"artifact": "first brief", "week": 2},
        {"artifact": "second brief", "week": 6},
    ]


@pytest.mark.parametrize("line", ["Week 2: as in week 1. Then more", "Week 2: at 3.5 · as before"])
def test_a_week_within_a_sentence_parts_nothing(line: str) -> None:
    assert cadence(f"**Artifact reviews:** {line}")["reviews"] == [
        {"artifact": line.removeprefix("Week 2: "), "week": 2}
    ]


def test_escaped_dots_end_sentences_as_others_do() -> None:
    body = "* Risk: crunch in week 5\\. Mitigation: one rep.\n* Next step: pm-18 frames it by Nov 30, 2026\\.\n"
    found = parts(f"## 7) Risks / Open questions / Next steps\n\n{body}")["closing"]
    assert found["risks"] == [{"risk": "crunch in week 5", "mitigation": "one rep."}]
    assert found["next_steps"] == [{"step": "pm-18 frames it", "owner": "pm-18", "due": "2026-11-30"}]


def test_a_rule_by_which_plans_are_adjusted_may_have_a_colon() -> None:
    line = "If at risk 2 wks running: cut reps by half, keep the bet."
    rows = "| Date | Bet | Done |\n|---|---|---|\n| 2026-10-09 | B1 | one frame |\n"
    assert parts(f"## 6) Follow-up Tracker\n\n{rows}\n{line}\n")["follow_up"]["adjust"] == line
