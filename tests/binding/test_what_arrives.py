"""What people write beside the usual forms, and what would be lost if it were not read."""

from __future__ import annotations

import pytest

from tests.binding.reading import parts, read, told
from tests.linting import offences_of

_REVIEWS = "## Follow-up\n\n### Review plan\n\n| When | Look at |\n|---|---|\n| {} | four frames |\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29 Oct MID", "2026-10-29"),
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
    assert [rule for rule, _, _ in told(f"## Open questions\n\n- {blank}\n")] == ["still-to-fill"]


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
    risks = "| Risk | L | I | Answer |\n|---|---|---|---|\n| the freeze | M | H | short reps |\n"
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
