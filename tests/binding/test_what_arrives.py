"""What people write beside the usual forms, and what would be lost if it were not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.settings import Settings
from tests.binding.reading import FRONT, parts, read
from tests.linting import lint, offences_of

_REVIEWS = "## Follow-up\n\n### Review plan\n\n| When | Look at |\n|---|---|\n| {} | four frames |\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29 Oct MID", "2026-10-29"),
        ("29 Oct, close", "2026-10-29"),
        ("MID 29 Oct", "2026-10-29"),
        ("Check two: 29 Oct", "2026-10-29"),
        ("29 Oct ✔", "2026-10-29"),
        ("29 Oct?", "2026-10-29"),
        ("Thu 29 Oct mid cycle", "2026-10-29"),
        ("Oct 5 start", "2026-10-05"),
        ("2026-11-27 close", "2026-11-27"),
        ("**27 Nov end**", "2026-11-27"),
    ],
)
def test_a_day_may_say_what_it_is_for(text: str, day: str) -> None:
    assert parts(_REVIEWS.format(text))["follow_up"]["reviews"] == [{"date": day, "evidence": "four frames"}]


@pytest.mark.parametrize("text", ["29 Oct or later", "29 Oct if ready", "29 Oct next year", "29 Oct of the third week"])
def test_words_that_move_a_day_make_it_none(text: str) -> None:
    document = read(_REVIEWS.format(text))
    assert document.data["follow_up"]["reviews"] == [{"evidence": "four frames"}]
    assert [at for _, at, _ in offences_of(document)] == [text]


@pytest.mark.parametrize("question", ["15 or 30 minutes?", "2?", "By week 3 or 4?"])
def test_a_question_of_figures_is_no_blank(question: str) -> None:
    assert parts(f"## Open questions\n\n- {question}\n")["closing"]["questions"] == [question]


@pytest.mark.parametrize("blank", ["?", "??", "15 ??", "? / ?", "TBD"])
def test_a_question_mark_alone_stays_one(blank: str) -> None:
    assert [rule for rule, *_ in offences_of(read(f"## Open questions\n\n- {blank}\n"))] == ["still-to-fill"]


_PLAN = """## Growth bets

### B1: Frame first

{bet}

## Development Plan

### B1: Frame first

| Week | Practice | Result on paper | {coach} |
|---|---|---|---|
| 1 | Frame one request | one page | reads it the same day |
| 2 | Frame another | two pages | – |

**Measures:** frames that hold
"""


@pytest.mark.parametrize("coach", ["Coach", "Me", "I do", "Manager does", "My part"])
def test_a_rep_tells_what_it_leaves_and_what_the_coach_does(coach: str) -> None:
    plan = parts(_PLAN.format(bet="", coach=coach))["plan"]["bets"][0]
    assert [(rep.get("artifact"), rep.get("commitment")) for rep in plan["reps"]] == [
        ("one page", "reads it the same day"),
        ("two pages", None),
    ]


@pytest.mark.parametrize("week", ["Week", "Week of", "w/c", "Week (Monday)", "Week starting", "Wk"])
@pytest.mark.parametrize("coach", ["GPM does", "Coach's part", "Manager support", "Me"])
def test_weeks_are_headed_in_many_ways(week: str, coach: str) -> None:
    bets = "## Growth bets\n\n### B1: Frame first\n\n### B2: Say it\n\n"
    table = f"| {week} | Bet 1 rep | Bet 2 rep | {coach} |\n|---|---|---|---|\n| 5 Oct | Frame one | – | reads it |\n"
    assert parts(f"{bets}## Development Plan\n\n{table}")["plan"]["weeks"] == [
        {"weeks": {"from": 1, "to": 1}, "bet": "Bet 1", "rep": "Frame one", "commitment": "reads it"}
    ]


def test_one_bet_alone_may_have_its_column_of_reps() -> None:
    table = "| Week | B1 rep | Artifact |\n|---|---|---|\n| 1 | Frame one | page |\n"
    weeks = parts(f"## Growth bets\n\n### B1: Frame first\n\n## Development Plan\n\n{table}")["plan"]["weeks"]
    assert weeks == [{"weeks": {"from": 1, "to": 1}, "bet": "B1", "rep": "Frame one", "artifact": "page"}]


@pytest.mark.parametrize(
    ("label", "where"),
    [
        ("**Evaluation approach:** by frames", "judged"),
        ("To judge progress we lay the frame beside the ladder.", "judged"),
        ("We judge like this: two frames in a row.", "judged"),
        ("Judged by the ladder above; both of us score.", "judged"),
        ("**If constraints change:** the analyst leaves → two sources instead of three", "adjust"),
    ],
)
def test_how_progress_is_judged_and_plans_change(label: str, where: str) -> None:
    assert (
        where
        in parts(f"## Follow-up\n\n### Reviews\n\n- 29 Oct: keep or change\n\n### Other\n\n{label}\n")["follow_up"]
    )


def test_a_window_may_be_written_as_a_standard_does() -> None:
    document = read("", "---\ntype: coaching-pack\npm: pm-07\nwindow: 2026-10-05/2026-11-27\n---\n\n")
    assert (document.data["start"], document.data["weeks"]) == ("2026-10-05", 8)


_SESSION = "## Cadence\n\n{}\n\n## Open questions\n\n- Who decides?\n"
_AGENDA = [
    {"item": "what happened", "minutes": 5},
    {"item": "one brief, on paper", "minutes": 25},
    {"item": "next rep", "minutes": 10},
]


@pytest.mark.parametrize(
    "told_as",
    [
        "**Agenda:** 5 what happened · 25 one brief, on paper · 10 next rep",
        "Tuesdays, 40 min: 5 what happened, 25 one brief, on paper, 10 next rep",
        "Tuesdays 15:00. This is how they go:\n\n1. 5 – what happened\n2. 25 – one brief, on paper\n3. 10 – next rep",
        "### Agenda\n\n- 5: what happened\n- 25: one brief, on paper\n- 10: next rep",
        "### Agenda\n\n- 5 what happened\n- 25 one brief, on paper\n- 10 next rep",
    ],
)
def test_numbers_in_front_of_all_parts_are_their_minutes(told_as: str) -> None:
    document = read(_SESSION.format(told_as))
    assert document.data["cadence"]["agenda"] == _AGENDA
    at = ("cadence", "agenda", 1)
    assert document.text[slice(*document.values[*at, "minutes"])] == "25"
    assert document.text[slice(*document.values[*at, "item"])] == "one brief, on paper"


@pytest.mark.parametrize(
    "items",
    [
        ["2 wins", "1 decision", "3 reps"],  # so many of them
        ["5 wins", "25 lines", "decisions"],  # the last has none
        ["10 wins", "60 lines", "90 reps"],  # no session is so long
        ["5 wins", "5 reps"],
    ],
)
def test_other_numbers_in_front_are_part_of_the_text(items: list[str]) -> None:
    listed = "\n".join(f"- {item}" for item in items)
    agenda = read(_SESSION.format(f"### Agenda\n\n{listed}")).data["cadence"]["agenda"]
    assert agenda == [{"item": item} for item in items]


def test_a_table_whose_first_column_bears_the_name_of_a_list_is_that() -> None:
    risks = "| Risk | Seen by | Hue |\n|---|---|---|\n| the freeze | three | red |\n"
    steps = "| Step | Who |\n|---|---|\n| agree this | lead-02 |\n"
    closing = parts(f"## Risks / Open questions / Next steps\n\n{risks}\n{steps}")["closing"]
    assert closing == {"risks": [{"risk": "the freeze"}], "next_steps": [{"step": "agree this", "owner": "lead-02"}]}


def _numbered(*titles: str) -> str:
    return "\n\n".join(f"## {title}\n\n**Risk:** the freeze" for title in titles)


def test_a_part_may_be_told_by_its_bare_number() -> None:
    document = read(_numbered("5 Cadence", "6 Follow-up", "7 ⚠️ / ❓"))
    assert document.data["closing"] == {"risks": [{"risk": "the freeze"}]}


@pytest.mark.parametrize(
    "titles",
    [
        ("5 Cadence", "6 Follow-up", "8 ⚠️ / ❓"),
        ("5 Cadence", "2 Follow-up", "7 ⚠️ / ❓"),  # so many of something
        ("5) Cadence", "6) Follow-up", "7 days later"),  # parts have another sign
        ("Cadence", "6 Follow-up", "7 ⚠️ / ❓"),
    ],
)
def test_a_bare_number_alone_tells_no_part(titles: tuple[str, ...]) -> None:
    assert "closing" not in read(_numbered(*titles)).data


def test_questions_are_parted_by_dots() -> None:
    asked = parts("## Risks\n\n- The freeze\n\n**Open:** Who decides? • may it cost anything? • and then?\n")[
        "closing"
    ]["questions"]
    assert asked == ["Who decides?", "may it cost anything?", "and then?"]


_BETS = """## Assessment

- Framing: Apply

## Bet 1 · Frame first

**Why it matters:** two sprints

**Reps:** frame one request (30 min)

## Bet 2 – Say what it did

| | |
|---|---|
| From → to | Understand → Apply |
| Stretch | the talk in November |

Reps: write one page (40 min)

## Cadence

**Prompts:** What would sink it?
"""


def test_bets_may_have_headings_as_high_as_those_of_the_parts() -> None:
    document = read(_BETS)
    first, second = document.data["vision"]["bets"]
    assert (first["bet"], first["why"], first["reps"][0]["minutes"]) == ("Frame first", "two sprints", 30)
    assert (second["bet"], second["current"], second["target"]) == ("Say what it did", "Understand", "Apply")
    assert second["stretch"] == ["the talk in November"]
    assert "Bet 1" not in str(document.data["assessment"])


@pytest.mark.parametrize(
    ("body", "missing"),
    [(_BETS, ["Part 1", "Parts 6 and 7"]), (_BETS.replace("Reps", "Notes"), ["Part 1", "Part 4", "Parts 6 and 7"])],
)
def test_no_plan_is_missing_where_each_bet_tells_its_reps(body: str, missing: list[str]) -> None:
    found = lint(FRONT.replace("status: active", "status: draft") + body, Settings(root=Path("/")))
    assert [message.split(",")[0] for code, *_, message in found if code == "PMC301"] == missing


def test_a_heading_without_a_number_is_no_bet() -> None:
    assert "vision" not in read(_BETS.replace("Bet 1 ·", "Slices:").replace("Bet 2 –", "Pages:")).data


def test_a_table_without_a_header_is_told_by_its_cells() -> None:
    head = "| | | |\n|---|---|---|\n"
    risks = f"## Risks\n\n{head}| the freeze | high | shorter reps |\n| I rescue | low | stay silent |\n\n"
    steps = f"## Next steps\n\n{head}| agree this | lead-02 | 6 Oct |\n| find the notes | pm-07 | 8 Oct |\n"
    assert parts(risks + steps)["closing"] == {
        "risks": [
            {"risk": "the freeze", "mitigation": "shorter reps"},
            {"risk": "I rescue", "mitigation": "stay silent"},
        ],
        "next_steps": [
            {"step": "agree this", "owner": "lead-02", "due": "2026-10-06"},
            {"step": "find the notes", "owner": "pm-07", "due": "2026-10-08"},
        ],
    }


def test_boxes_and_dashes_may_have_backslashes_before_them() -> None:
    steps = "* \\[ \\] pm\\-07 picks three notes \\- Oct 6  \n* \\[x\\] lead\\-02: find the room, Oct 8\n"
    assert parts(f"## Next steps\n\n{steps}")["closing"]["next_steps"] == [
        {"step": "pm-07 picks three notes", "owner": "pm-07", "due": "2026-10-06", "done": False},
        {"step": "find the room", "owner": "lead-02", "due": "2026-10-08", "done": True},
    ]


@pytest.mark.parametrize("days", ["Oct 5 → Nov 27", "Oct 5 – Nov 27", "Oct 5 to Nov 27"])
def test_days_of_a_bet_in_a_pack_without_a_start_are_no_slip(days: str) -> None:
    document = read(f"## Bets\n\n### B1: Frame first\n\n**Timeframe:** {days}\n", "---\ntype: coaching-pack\n---\n\n")
    assert document.offences == {}


@pytest.mark.parametrize("coach", ["VP Product (lead-02)", "cpo-assist (lead-02)", "lead-02 (VP Product)"])
def test_a_coach_is_told_behind_the_office(coach: str) -> None:
    assert read("", f"---\ntype: coaching-pack\ncoach: {coach}\n---\n\n").data["coach"] == "lead-02"


@pytest.mark.parametrize("coach", ["Jane Miller (lead-02)", "pm-12 (lead-02)"])
def test_another_name_before_a_handle_is_no_office(coach: str) -> None:
    assert read("", f"---\ntype: coaching-pack\ncoach: {coach}\n---\n\n").data["coach"] == coach


@pytest.mark.parametrize(
    "told_as",
    [
        "- C1 **Saying no**\n  - answers in a week\n- C2 **Adoption**\n  - sets a number\n",
        "- **C1 Saying no**\n  - answers in a week\n- **C2: Adoption**\n  - sets a number\n",
        "### C1 Saying no\n\n- answers in a week\n\n### C2: Adoption\n\n- sets a number\n",
    ],
)
def test_competencies_in_lists_and_sections_have_ids(told_as: str) -> None:
    competencies = parts(f"## Definition of Good PM\n\n{told_as}")["definition"]["competencies"]
    assert [(each["id"], each["competency"], each["behaviours"]) for each in competencies] == [
        ("C1", "Saying no", ["answers in a week"]),
        ("C2", "Adoption", ["sets a number"]),
    ]


_RUN_IN = """## 1) Definition of Good PM

**Bringing people to a choice.** Talks with each before the meeting.

**Sense of customers.** Puts the evidence beside the claim.

**Writing that is read.** The first sentence is the ask.

**Holding the line on scope.** Something else visibly goes out.

For depth we use these words, here for the first of them:

- *Know*: can name the stakeholders
- *Apply*: writes a map of them
- *Analyze*: tells an objection from the real one
"""


def test_paragraphs_with_bold_heads_are_competencies_and_the_rungs_below_them_are_none() -> None:
    competencies = read(_RUN_IN).data["definition"]["competencies"]
    assert [(each["competency"], each["behaviours"]) for each in competencies] == [
        ("Bringing people to a choice", ["Talks with each before the meeting."]),
        ("Sense of customers", ["Puts the evidence beside the claim."]),
        ("Writing that is read", ["The first sentence is the ask."]),
        ("Holding the line on scope", ["Something else visibly goes out."]),
    ]


def test_words_that_stand_in_every_name_name_no_competency() -> None:
    levels = "## 2) Assessment\n\nOn scope I say *apply*. Seen once.\n\nOn the choice of words: *know*. Two notes.\n"
    found = read(f"{_RUN_IN}\n{levels}").data["assessment"].get("levels", [])
    assert {"On", "to", "of", "that"}.isdisjoint(level["competency"] for level in found)


_LEVELS = "| Competency | Now | Target | Evidence |\n|---|---|---|---|\n| Framing | Apply | Analyze | Brief of May |\n"


@pytest.mark.parametrize("name", ["Evidence log", "Evidence set", "Evidence base"])
def test_a_table_behind_a_list_of_evidence_tells_something_else(name: str) -> None:
    told = parts(f"## Current Assessment\n\n**{name}**\n\n1. The launch in May\n2. Two briefs\n\n{_LEVELS}")[
        "assessment"
    ]
    assert [entry["evidence"] for entry in told["evidence"]] == ["The launch in May", "Two briefs"]
    assert told["levels"] == [
        {"competency": "Framing", "current": "Apply", "target": "Analyze", "evidence": ["Brief of May"]}
    ]


def test_what_was_seen_stands_beside_the_competencies() -> None:
    body = "- evidence set\n  - The launch in May\n- Framing: **apply**\n  - Two briefs\n- Craft: **analyze**\n"
    told = parts(f"## Current Assessment\n\n{body}")["assessment"]
    assert [row["competency"] for row in told["levels"]] == ["Framing", "Craft"]
    assert [entry["evidence"] for entry in told["evidence"]] == ["The launch in May"]


@pytest.mark.parametrize("name", ["Rejected", "Considered and rejected", "Not picked"])
def test_a_bet_that_was_turned_down_is_none(name: str) -> None:
    bets = "- Frame first\n  - why: two sprints were lost\n- Say no\n  - why: trust\n"
    told = parts(f"## Growth bets\n\n{bets}- {name}\n  - Craft: it can wait\n")["vision"]
    assert [bet["bet"] for bet in told["bets"]] == ["Frame first", "Say no"]
    assert told["chosen"] == "Craft: it can wait"


_REPS = (
    "## Development Plan\n\n### Bet 1: Frame first\n\n{}\n  - W1: Frame one request\n  - {}\n  - W3: Frame another\n"
)


@pytest.mark.parametrize("reps", ["- reps", "- **Weekly reps:**"])
@pytest.mark.parametrize("week", ["W2: –", "W2 (10-12): -", "**Week 2:** —", "w2: \\-"])
def test_a_week_with_a_dash_is_one_without_a_rep(reps: str, week: str) -> None:
    document = read(_REPS.format(reps, week))
    told = document.data["plan"]["bets"][0]["reps"]
    assert [(rep["rep"], rep["weeks"]["from"]) for rep in told] == [("Frame one request", 1), ("Frame another", 3)]
    assert "“w2" not in str(lint(document.text, Settings(root=Path("/")))).casefold()


def test_a_week_with_nothing_behind_it_is_still_to_fill_in() -> None:
    document = read(_REPS.format("- **Weekly reps:**", "W2:"))
    assert len(document.data["plan"]["bets"][0]["reps"]) == 3


def test_no_backslash_stays_of_a_sign_that_is_cut_off() -> None:
    bets = "**Bet 1 \\- Frame first\\.** It matters\\. *Why:* two sprints were lost\\.\n"
    told = parts(f"## Growth bets\n\n{bets}")["vision"]["bets"][0]
    assert told["bet"] == "Frame first"


@pytest.mark.parametrize(
    "label", ["*Success signals:*", "**Success signals:**", "Success signals:", "*Success signals*:"]
)
def test_a_label_at_the_end_of_a_paragraph_names_the_list_below(label: str) -> None:
    bets = (
        f"**Bet 1 – Frame first.** Two sprints were lost. *Why:* it costs trust. {label}\n\n- one brief\n- no rework\n"
    )
    told = parts(f"## Growth bets\n\n{bets}")["vision"]["bets"][0]
    assert (told["why"], told["signals"]) == ("it costs trust", ["one brief", "no rework"])


@pytest.mark.parametrize("name", ["Stretch assignment, bet {}", "Stretch assignment, for bet {}", "Stretch, bet {}"])
def test_a_label_may_say_which_bet_it_is_for(name: str) -> None:
    weeks = "| Week | Bet 1 rep | Bet 2 rep |\n|---|---|---|\n| 1 | One brief | One no |\n| 2 | Two briefs | Two |\n"
    lines = "".join(f"**{name.format(number)}:** lead it\n\n" for number in (1, 2))
    assert parts(f"## Development Plan\n\n{weeks}\n{lines}")["plan"]["stretch"] == ["lead it", "lead it"]


@pytest.mark.parametrize("between", [". ", "; ", "\\. "])
def test_two_rungs_in_a_cell_are_two(between: str) -> None:
    table = "| Competency | Behaviours | Bloom ladder |\n|---|---|---|\n| Data | Asks first | {} |\n"
    cell = f"Apply: reads a chart{between}Analyze: explains a change"
    told = parts(f"## Definition of “Good PM”\n\n{table.format(cell)}")["definition"]["competencies"][0]
    assert told["ladder"] == [
        {"level": "Apply", "behaviour": "reads a chart"},
        {"level": "Analyze", "behaviour": "explains a change"},
    ]


@pytest.mark.parametrize("day", ["(10-12)", "(2026-10-12)", "(12 Oct)", "(12–16 Oct)", "(Oct 12):"])
def test_the_day_of_a_week_is_none_of_its_rep(day: str) -> None:
    week = f"W2 {day}" if day.endswith(":") else f"W2 {day}:"
    told = parts(_REPS.format("- **Weekly reps:**", f"{week} Frame a second one"))["plan"]["bets"][0]["reps"]
    assert [(rep["rep"], rep["weeks"]["from"]) for rep in told][1] == ("Frame a second one", 2)


def test_a_day_by_which_a_rep_is_due_stays() -> None:
    told = parts(_REPS.format("- **Weekly reps:**", "W2: Frame a second one (12 Oct)"))["plan"]["bets"][0]["reps"]
    assert told[1]["rep"] == "Frame a second one (12 Oct)"
