"""Tables whose rows or columns are called by what they tell: elements of a cadence, prompts, cases, one assignment."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read

ELEMENTS = """## Coaching cadence and session toolkit

| Element | When | Length | Content |
|---|---|---|---|
| Coaching 1:1 | Every Monday | 45 min | artifact, reasoning, next rep |
| Artifact comments | Thursday | async | five at most |
| Review points | weeks 1, 4, 7 | 60 min | level check |
| Feedback moments | after each visit | | one thing to keep; one to try |

"""


def cadence(body: str) -> dict[str, Any]:
    found: dict[str, Any] = parts(body)["cadence"]
    return found


def test_the_rows_of_a_table_may_be_fields() -> None:
    document = read(ELEMENTS)
    assert document.offences == {}
    assert document.data["cadence"] == {
        "rhythm": "Every Monday",
        "session_length": 45,
        "agenda": [{"item": "artifact, reasoning, next rep"}],
        "feedback": ["after each visit"],
        "reviews": [{"week": 1}, {"week": 4}, {"week": 7}],
    }
    values, keys = document.values, document.keys
    assert document.text[slice(*keys["cadence", "rhythm"])] == "Coaching 1:1"
    assert document.text[slice(*keys["cadence", "session_length"])] == "Length"
    assert document.text[slice(*values["cadence", "session_length"])] == "45 min"
    assert document.text[slice(*values["cadence", "reviews", 1, "week"])] == "4"


def test_what_is_said_elsewhere_is_not_said_again() -> None:
    found = cadence(f"{ELEMENTS}**Cadence:** weekly, Tuesdays\n\n**Session length:** 30 min\n")
    assert (found["rhythm"], found["session_length"]) == ("weekly, Tuesdays", 30)


PROMPTS = """## Cadence

| Situation | Prompt |
|---|---|
| A ranking feels arbitrary | Which assumption flips it? |
| A loud request arrives | What would move it up? |
| An outage | *Directive: the coach decides, and explains afterwards* |
"""


def test_a_column_of_a_table_may_be_a_list() -> None:
    document = read(PROMPTS)
    assert document.offences == {}
    assert document.data["cadence"] == {
        "prompts": ["Which assumption flips it?", "What would move it up?"],
        "exceptions": ["An outage"],
    }
    assert document.text[slice(*document.keys["cadence", "prompts"])] == "Prompt"
    assert document.text[slice(*document.values["cadence", "exceptions", 0])] == "An outage"


@pytest.mark.parametrize(
    ("body", "part", "field", "value"),
    [
        (
            "## Assessment\n\n| Constraint (not skill) | By |\n|---|---|\n| No mandate | a |\n| Few pilots | b |\n",
            "assessment",
            "constraints",
            ["No mandate", "Few pilots"],
        ),
        (
            "## Follow-up\n\n| If this happens | Then |\n|---|---|\n| A visit fails | Call |\n| B1 at Apply | Go |\n",
            "follow_up",
            "adjust",
            "A visit fails → Call\nB1 at Apply → Go",
        ),
        (
            "## Cadence\n\n| Prompts | What changed? |\n|---|---|\n| Rhythm | weekly |\n",
            "cadence",
            "prompts",
            ["What changed?"],
        ),
        (
            "## Cadence\n\n| What for | Prompt |\n|---|---|\n| Craft | |\n| Focus | Note: why? |\n",
            "cadence",
            "prompts",
            ["Note: why?"],
        ),
    ],
)
def test_tables_of_one_list_or_text(body: str, part: str, field: str, value: object) -> None:
    assert parts(body)[part][field] == value


def test_one_assignment_told_in_rows_is_one() -> None:
    table = (
        "| Stretch assignment | Detail |\n|---|---|\n| Title | Alarm proposal |\n| Audience | The leads |\n| Due | |\n"
    )
    document = read(f"## Development plan\n\n### Bet 1: Frame first\n\n{table}")
    assert document.data["plan"]["bets"][0]["stretch"] == ["Alarm proposal; Audience: The leads"]


def test_a_table_that_names_nothing_is_left_alone() -> None:
    table = "| Element | Who | Why |\n|---|---|---|\n| Lunch | all | to talk |\n"
    assert cadence(f"## Cadence\n\n**Cadence:** weekly\n\n{table}") == {"rhythm": "weekly"}


@pytest.mark.parametrize(
    "line",
    [
        "**Weekly 1:1**, Tuesday, 45 min: 5 check-in, 20 artifact, 10 what was learned, 10 next rep.",
        "Weekly 1:1, 45 minutes. Agenda: 5 check-in, 20 artifact, 10 what was learned, 10 next rep",
        "Weekly, 45-min: 5 min check-in, 20 min artifact, 10 min what was learned, 10 min next rep",
    ],
)
def test_minutes_in_front_that_add_up_to_the_session_are_an_agenda(line: str) -> None:
    agenda = cadence(f"## Cadence\n\n- {line}\n")["agenda"]
    items = [("check-in", 5), ("artifact", 20), ("what was learned", 10), ("next rep", 10)]
    assert [(each["item"].rstrip("."), each["minutes"]) for each in agenda] == items


@pytest.mark.parametrize(
    "body",
    [
        "- Thursdays, 30 min\n- 5 check-in / 15 one page / 10 next rep",
        "| Meeting | When | Agenda |\n|---|---|---|\n| 1:1 | Thursdays | 5 check-in, 15 one page, 10 next rep |",
    ],
)
def test_minutes_in_front_that_go_by_fives_are_an_agenda_where_nothing_else_is_told(body: str) -> None:
    agenda = cadence(f"## Cadence\n\n{body}\n")["agenda"]
    assert [tuple(each.values()) for each in agenda] == [("check-in", 5), ("one page", 15), ("next rep", 10)]


@pytest.mark.parametrize(
    "line",
    [
        "Weekly, Tuesday, 45 min: 5 briefs, 10 calls, 20 tickets",  # 35
        "Weekly, Tuesday: 5 check-in, 20 artifact, 10 next rep",
        "Weekly, 30 min: 10 wins, 20 artifact",
        "3 wins, 20 artifact, 10 next rep",
        "5 briefs, 60 calls, 45 tickets",
    ],
)
def test_numbers_in_front_that_do_not_add_up_are_none(line: str) -> None:
    assert "agenda" not in cadence(f"## Cadence\n\n- {line}\n")


SNAPSHOT = """## Context snapshot

| Item | Description |
|---|---|
| Business priority | Activation from 58% to 70% |
| Constraint 1 | Hardware lead time of 9 weeks; changes are out of reach |
| Constraint 2 (people) | Shared analyst: a day a week |
| Goal by 19 Feb | Brings problems to the committee without help |
| What nobody knows | Who owns pricing |
| Time per week for practice | 90 minutes |
"""


def test_rows_of_a_context_are_known_without_number_and_day_and_by_their_words() -> None:
    document = read(SNAPSHOT)
    assert document.offences == {}
    assert document.data["context"] == {
        "goal": "Brings problems to the committee without help",
        "time_budget": 90,
        "constraints": ["Hardware lead time of 9 weeks; changes are out of reach", "Shared analyst: a day a week"],
        "unknowns": ["Who owns pricing"],
    }
    text, path = document.text, ("context", "constraints")
    assert text[slice(*document.keys[path])] == "Constraint 1"
    assert text[slice(*document.values[(*path, 1)])] == "Shared analyst: a day a week"


@pytest.mark.parametrize("name", ["Business goal", "Tenure", "Request", "Stage 2", "Team 1", "Risk appetite"])
def test_a_row_of_something_else_is_left_alone(name: str) -> None:
    table = f"| Item | Detail |\n|---|---|\n| {name} | Sixteen months at Frostline |\n| Scope | The app |\n"
    assert parts(f"## Context\n\n{table}")["context"] == {"scope": "The app"}


def test_rows_of_a_plan_may_be_reps() -> None:
    plan = """## Development plan

### Bet 1: Frame first

| Element | Plan |
|---|---|
| Weekly rep 1 | One frame a week; compare two causes (30 min) |
| Weekly rep 2 (from week 4) | Two calls with customers, 45 min |
| Fortnightly rep | One note across sources |
| Measurement signal | Share of frames with a cause |
"""
    (found,) = parts(plan)["plan"]["bets"]
    assert [(rep["rep"], rep.get("minutes")) for rep in found["reps"]] == [
        ("One frame a week; compare two causes", 30),
        ("Two calls with customers", 45),
        ("One note across sources", None),
    ]
    assert found["measurement"] == ["Share of frames with a cause"]


@pytest.mark.parametrize("others", ["Who", "Who | By", "Owner | Due | Done"])
def test_questions_with_somebody_to_answer_them_are_no_next_steps(others: str) -> None:
    count = others.count("|") + 1
    table = f"| Open question | {others} |\n|---{'|---' * count}|\n| Who owns pricing? |{' |' * count}\n"
    document = read(f"## 7) Risks / Open questions / Next steps\n\n{table}\n**Next steps**\n\n- Ask by Friday\n")
    assert document.offences == {}
    assert document.data["closing"]["questions"] == ["Who owns pricing?"]
    assert [step["step"] for step in document.data["closing"]["next_steps"]] == ["Ask by Friday"]


def test_steps_that_are_open_stay_steps() -> None:
    table = "| Open | Step | Owner | Due |\n|---|---|---|---|\n| yes | Ask sales | pm-07 | 2026-10-09 |\n"
    assert "next_steps" in parts(f"## 7) Risks / Open questions / Next steps\n\n{table}")["closing"]


@pytest.mark.parametrize("header", ["Strengths to use", "Strengths of pm-07", "Her strengths"])
def test_strengths_are_known_by_the_words_above_them(header: str) -> None:
    table = f"| {header} | How |\n|---|---|\n| Site visits | They feed the frames |\n"
    assert parts(f"## Current assessment\n\n{table}")["assessment"] == {"strengths": ["Site visits"]}


@pytest.mark.parametrize("header", ["Strong winds", "Level", "Weakness", "Habit"])
def test_what_is_not_called_a_strength_is_none(header: str) -> None:
    table = f"| {header} | How |\n|---|---|\n| Site visits | They feed the frames |\n"
    assert "strengths" not in parts(f"## Current assessment\n\n{table}").get("assessment", {})


def test_an_agenda_may_stand_in_a_column_of_that_name() -> None:
    table = "| Min | Agenda | Who |\n|---|---|---|\n| 5 | Wins | both |\n| 25 | Brief, own rating first | pm-07 |\n"
    assert parts(f"## Cadence\n\n{table}")["cadence"]["agenda"] == [
        {"item": "Wins", "minutes": 5},
        {"item": "Brief, own rating first", "minutes": 25},
    ]


def prompts(table: str) -> Any:
    return parts(f"## 5) Coaching Cadence + Session Toolkit\n\n### Coaching prompts\n\n{table}\n")["cadence"]["prompts"]


def test_prompts_are_what_stands_in_their_column() -> None:
    purposes = "| Purpose | Prompt |\n|---|---|\n| Apply | What did you see? |\n| Autonomy | What is your call? |\n"
    assert prompts(purposes) == ["What did you see?", "What is your call?"]
    numbered = (
        "| # | Prompt | When |\n|---|---|---|\n| 1 | What did you see? | early |\n| 2 | What is your call? | late |\n"
    )
    assert prompts(numbered) == ["What did you see?", "What is your call?"]


def test_prompts_by_level_are_all_cells_beside_the_levels() -> None:
    levels = (
        "| Depth | Insight | Council |\n|---|---|---|\n| Understand | Why avoid it? | What do they need? |\n"
        "| Apply | What did you see? | |\n| Analyze | Which causes the others? | Which objection? |\n"
    )
    assert prompts(levels) == [
        "Why avoid it?",
        "What do they need?",
        "What did you see?",
        "Which causes the others?",
        "Which objection?",
    ]
    plain = "| Question by heart | Use |\n|---|---|\n| What did you see? | early |\n| What is your call? | late |\n"
    assert prompts(plain) == ["What did you see?", "What is your call?"]


@pytest.mark.parametrize("head", ["Constraints, as opposed to skill", "What is not skill", "Skill and constraints"])
def test_constraints_are_what_the_table_of_gaps_says_of_them(head: str) -> None:
    table = "| Observation | Constraint |\n|---|---|\n| No baseline | The event is missing |\n| Six metrics | No |\n"
    told = parts(f"## 2) Current Assessment\n\n### {head}\n\n{table}\n")["assessment"]
    assert told["constraints"] == ["The event is missing (Observation: No baseline)"]


def test_what_stands_beside_minutes_is_what_is_done_in_them() -> None:
    head = "## 5) Coaching Cadence + Session Toolkit\n\n### 1:1 agenda\n\n"
    told = parts(f"{head}| Min | |\n|---|---|\n| 0–5 | Commitments |\n| 5–20 | The note |\n")["cadence"]["agenda"]
    assert told == [{"item": "Commitments", "minutes": 5}, {"item": "The note", "minutes": 15}]
    three = read(f"{head}| Min | | Who |\n|---|---|---|\n| 5 | Wins | PM |\n").data
    assert three["cadence"]["agenda"] == [{"minutes": 5}]
