"""The parts of the three documents in the other shapes in which people write them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.documents.filled import ASSESSMENT, ASSESSMENT_DATA, PLAN, PLAN_DATA, PROPOSAL, PROPOSAL_DATA
from tests.documents.reading import data, read
from tests.packs import replaced


def between(text: str, start: str, end: str, new: str) -> str:
    """`text` with what stands from `start` to `end` changed into `new`."""
    first = text.index(start)
    last = text.index(end, first + len(start)) if end else len(text)
    return text[:first] + new + text[last:]


SESSIONS = {
    "table": """\
| Session | Technique | Practice | Outcome |
|---|---|---|---|
| 1: {title_1} | {technique_1} | {practice_1} | {outcome_1} |
| Session 2 – {title_2} | {technique_2} | {practice_2} | {outcome_2} |
""",
    "table with numbers": """\
| # | Topic | Technique | Practice | Outcome |
|---|---|---|---|---|
| 1 | {title_1} | {technique_1} | {practice_1} | {outcome_1} |
| 2 | {title_2} | {technique_2} | {practice_2} | {outcome_2} |
""",
    "numbered list": """\
1. **{title_1}**
   - Technique: {technique_1}
   - Practice: {practice_1}
   - Outcome: {outcome_1}
2. **{title_2}**
   - **Technique**: {technique_2}
   - **Practice**: {practice_2}
   - **Outcome**: {outcome_2}
""",
    "bold lines": """\
**Session 1: {title_1}**
- Technique: {technique_1}
- Practice: {practice_1}
- Outcome: {outcome_1}

**Session 2 – {title_2}**
- Technique: {technique_2}
- Practice: {practice_2}
- Outcome: {outcome_2}
""",
    "headings without a noun": """\
### {title_1}

- **Technique:** {technique_1}
- **Practice:** {practice_1}
- **Outcome:** {outcome_1}

### {title_2}

- **Technique:** {technique_2}
- **Practice:** {practice_2}
- **Outcome:** {outcome_2}
""",
    "headings with numbers": """\
### 1. {title_1}
Technique: {technique_1}
Practice: {practice_1}
Outcome: {outcome_1}

### 2. {title_2}
Technique: {technique_2}
Practice: {practice_2}
Outcome: {outcome_2}
""",
    "tables below headings": """\
### Session 1: {title_1}

| | |
|---|---|
| Technique | {technique_1} |
| Practice | {practice_1} |
| Outcome | {outcome_1} |

### Session 2: {title_2}

| Technique | Practice | Outcome |
|---|---|---|
| {technique_2} | {practice_2} | {outcome_2} |
""",
}


@pytest.mark.parametrize("shape", SESSIONS)
def test_sessions_in_every_shape(shape: str) -> None:
    sessions = PLAN_DATA["sessions"]
    words = {f"{name}_{number}": text for number, one in enumerate(sessions, 1) for name, text in one.items()}
    written = "## Coaching Interventions\n\n" + SESSIONS[shape].format(**words) + "\n"
    assert data("coaching-plan", between(PLAN, "## Coaching Interventions", "## Knowledge", written)) == PLAN_DATA


@pytest.mark.parametrize("heading", ["{} (2026-09-21)", "{} – 21 September 2026"])
def test_a_session_may_have_its_day_in_the_heading(heading: str) -> None:
    old = "### Session 1: Strategic Reframing"
    said = data("coaching-plan", replaced(PLAN, old, heading.format(old)))
    assert said["sessions"][0] == {**PLAN_DATA["sessions"][0], "date": "2026-09-21"}


@pytest.mark.parametrize(
    ("done", "open_"),
    [("- [X]", "- [ ]"), ("* [x]", "* [ ]"), ("1. [x]", "1. [ ]"), ("- ✅", "- ☐"), ("- ✔️", "- ❌"), ("- ☑", "- ☐")],
)
def test_check_boxes_in_every_form(done: str, open_: str) -> None:
    said = data("coaching-plan", PLAN.replace("- [x]", done).replace("- [ ]", open_))
    assert said == PLAN_DATA


def test_a_check_box_has_its_place() -> None:
    document = read("coaching-plan", PLAN)
    boxes = {
        number: document.text[slice(*document.values[("graduation", number, "done")])]
        for number in range(len(document.data["graduation"]))
    }
    assert boxes == {0: "[x]", 1: "[ ]", 2: "[ ]"}


@pytest.mark.parametrize(
    "table",
    [
        "| Criterion | Met |\n|---|---|\n| {} | x |\n| {} |  |\n| {} | – |\n",
        "| Met? | Criterion |\n|---|---|\n| [x] | {} |\n| [ ] | {} |\n| [ ] | {} |\n",
        "| Criteria | Done |\n|---|---|\n| {} | ✅ |\n| {} | ❌ |\n| {} | no |\n",
    ],
)
def test_a_checklist_may_be_a_table(table: str) -> None:
    criteria = [one["criterion"] for one in PLAN_DATA["graduation"]]
    said = data("coaching-plan", between(PLAN, "- [x] Consistently", "", f"\n{table.format(*criteria)}"))
    assert said == PLAN_DATA


def test_an_item_without_a_box_says_nothing_about_being_done() -> None:
    said = data("coaching-plan", PLAN.replace("- [x] ", "- ").replace("- [ ] ", "- "))
    assert said["transfer"]["habits"] == [{"item": one["item"]} for one in PLAN_DATA["transfer"]["habits"]]


LADDER = ASSESSMENT_DATA["position"]["ladder"]


@pytest.mark.parametrize(
    "written",
    [
        "**Current Level**: {current}\n\n**Target Level**: {target}\n\n**Gap**: {gap}\n",
        "Current level: {current}\nTarget level: {target}\nGap: {gap}\n",
        "| Current level | {current} |\n|---|---|\n| Target level | {target} |\n| Gap | {gap} |\n",
        "| | |\n|---|---|\n| Current | {current} |\n| Target | {target} |\n| What’s missing | {gap} |\n",
        "| Current level | Target level | Gap |\n|---|---|---|\n| {current} | {target} | {gap} |\n",
        "#### Current level\n\n{current}\n\n#### Target level\n\n{target}\n\n#### Gap\n\n{gap}\n",
        "- Level: {current} → {target}\n- Gap: {gap}\n",
        "{current} → {target}\n\n**Gap**: {gap}\n",
        "{current} now, {target} by spring.\n\n**Gap**: {gap}\n",
        "{current} today, {target} by March 2027. It is agreed with cpo-01.\n\n- Gap: {gap}\n",
        "- {current} today, and {target} until summer\n- Gap: {gap}\n",
    ],
)
def test_the_ladder_in_every_shape(written: str) -> None:
    body = between(ASSESSMENT, "- **Current Level**", "---\n\n## Strategic Opp", f"\n{written.format(**LADDER)}\n")
    assert data("value-assessment", body) == ASSESSMENT_DATA


MESSAGE = ASSESSMENT_DATA["repositioning"]["conversation"]["message"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (f"**Message**: {MESSAGE}", MESSAGE),
        (f"**Message**:\n{MESSAGE}", MESSAGE),
        (f"**Message**:\n\n{MESSAGE}", MESSAGE),
        ("**Message**:\n\n" + re.sub("^", "> ", MESSAGE, flags=re.MULTILINE), MESSAGE),
        ("**Message:**\n" + re.sub("^", ">", MESSAGE, flags=re.MULTILINE), MESSAGE),
        (f"- **Message**: {MESSAGE}", MESSAGE),
        (
            f"**Message**: {MESSAGE}".replace(".\nI could", ".\n\nI could"),
            MESSAGE.replace(".\nI could", ".\n\nI could"),
        ),
        ("**Message**: “One.\n\nTwo.”\n\nNot said.", "“One.\n\nTwo.”"),
        (MESSAGE, MESSAGE),
        (re.sub("^", "> ", MESSAGE, flags=re.MULTILINE), MESSAGE),
    ],
)
def test_a_quoted_message_over_several_lines(written: str, message: str) -> None:
    body = between(ASSESSMENT, "**Message**", "### Deliverable", f"\n{written}\n\n")
    conversation = data("value-assessment", body)["repositioning"]["conversation"]
    assert conversation == {"with": "VP Product", "message": message}


def test_the_place_of_a_message_holds_all_of_it() -> None:
    document = read("value-assessment", ASSESSMENT)
    span = document.values[("repositioning", "conversation", "message")]
    assert document.text[slice(*span)] == MESSAGE


@pytest.mark.parametrize("marks", [("- ", "- "), ("1) ", "2) "), ("- [ ] ", "- [x] "), ("**1.** ", "**2.** ")])
def test_quick_wins_in_every_kind_of_list(marks: tuple[str, str]) -> None:
    body = replaced(replaced(ASSESSMENT, "1. Open", f"{marks[0]}Open"), "2. Ask", f"{marks[1]}Ask")
    wins = data("value-assessment", body)["repositioning"]["quick_wins"]
    bare = [re.sub(r"^\*\*\d\.\*\* ", "", win) for win in wins]
    assert bare == ASSESSMENT_DATA["repositioning"]["quick_wins"]


@pytest.mark.parametrize(
    ("row", "time"),
    [
        ("Tactical | ~55 % | 20 | reduce", ("tactical", 55, 20, "reduce")),
        ("**Tactical** | 55% (of 88 hours) | 20% | Reduce by 35 points", ("tactical", 55, 20, "reduce")),
        ("Tactical – specs | 55 | 20 | ↓ Reduce", ("tactical", 55, 20, "reduce")),
        ("Tactical: specs | 55.5% | 20% | ↓", ("tactical", 55.5, 20, "reduce")),
        ("Execution | 55% | 55% | =", ("tactical", 55, 55, "maintain")),
        ("Tactical work | 55% | 55% | No change", ("tactical", 55, 55, "maintain")),
        ("Ops (meetings) | 10% | 20% | More, until the leads are there", ("operational", 10, 20, "increase")),
        ("Capability building / coaching | 10% | 20% | Grow to a fifth", ("capability building", 10, 20, "increase")),
    ],
)
def test_rows_of_the_time_allocation(row: str, time: tuple[Any, ...]) -> None:
    body = replaced(ASSESSMENT, "| Tactical (specs, tickets) | 55% | 20% | Reduce |", f"| {row} |")
    first = data("value-assessment", body)["opportunities"]["time"][0]
    assert tuple(first.values()) == time


@pytest.mark.parametrize(
    ("written", "shift"),
    [
        ("Reduce slightly", "reduce"),
        ("Increase significantly", "increase"),
        ("↑ Increase (hand over to pm-31)", "increase"),
        ("Reduce −30 points", "reduce"),
        ("Increase to 35%", "increase"),
    ],
)
def test_a_remark_may_follow_a_shift(written: str, shift: str) -> None:
    body = replaced(ASSESSMENT, "| 20% | Reduce |", f"| 20% | {written} |")
    assert data("value-assessment", body)["opportunities"]["time"][0]["shift"] == shift


@pytest.mark.parametrize("sign", ["•", "◦", "▪", "●"])
def test_signs_of_other_programs_make_lists(sign: str) -> None:
    body = replaced(ASSESSMENT, "- [ ] Start with", "- Start with")
    start, end = body.index("- Start with"), body.index("## Repositioning Plan")
    gaps = f"{sign} Start with why\n{sign} Say no\n\n"
    found = data("value-assessment", body[:start] + gaps + body[end:])["team"]["thinking_gaps"]
    assert found == [{"gap": "Start with why"}, {"gap": "Say no"}]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("Reduce, or maintain", "“Reduce, or maintain” is no required shift."),
        ("Sideways", "“Sideways” is no required shift."),
        ("Not to reduce", "“Not to reduce” is no required shift."),
    ],
)
def test_a_shift_that_may_be_two_is_not_guessed(written: str, message: str) -> None:
    document = read("value-assessment", replaced(ASSESSMENT, "| 20% | Reduce |", f"| 20% | {written} |"))
    assert [offence.message.partition(" Did")[0] for offence in document.offences["choice-in-own-words"]] == [message]
    assert "shift" not in document.data["opportunities"]["time"][0]


@pytest.mark.parametrize("form", ["**{}**: ", "**{}:** ", "- {}: ", "- **{}**: ", "{}: "])
def test_the_impact_in_every_form(form: str) -> None:
    body = PROPOSAL
    for name in ("If addressed", "If ignored"):
        body = replaced(body, f"{name}: ", form.format(name))
    assert data("work-proposal", body) == PROPOSAL_DATA


def test_headings_that_name_nothing_are_no_sessions() -> None:
    body = "\n## PM profile\n\n- Role: PM\n\n## Session notes\n\nOne memo.\n\n## Goal\n\nTwo options a review.\n"
    assert "sessions" not in read("coaching-plan", body).data


@pytest.mark.parametrize("head", ["## Session 1: Options", "## Options\n\n**Technique:** questions", "### Options"])
def test_sessions_need_no_part_of_their_own(head: str) -> None:
    sessions = read("coaching-plan", f"\n## PM profile\n\n- Role: PM\n\n{head}\n\n**Practice:** one memo\n").data[
        "sessions"
    ]
    assert [(session["title"], session["practice"]) for session in sessions] == [("Options", "one memo")]


def test_what_is_left_behind_may_be_headed_alone() -> None:
    heads = {"PM profile": "Two years", "Work pattern": "Alone", "Frameworks": "A memo", "Habits": "A log"}
    body = "".join(f"\n## {head}\n\n- {text}\n" for head, text in heads.items())
    data = read("coaching-plan", body).data
    assert [each["pattern"] for each in data["assessment"]["patterns"]] == ["Alone"]
    assert data["transfer"] == {"frameworks": [{"item": "A memo"}], "habits": [{"item": "A log"}]}
