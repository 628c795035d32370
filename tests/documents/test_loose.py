"""What is read of a pack without the names that a form gives: bare lines, lists for tables, values on one line.

`tests/data` holds packs that are written so from the first line to the last.
"""

from __future__ import annotations

import pytest

from tests.binding.reading import parts


def test_items_without_a_name_are_no_competencies() -> None:
    assert parts("## 1) Definition of “Good PM”\n\n- We use the model of the team.\n- It is on the wall.\n") == {
        "definition": {}
    }


@pytest.mark.parametrize("text", ["- **Framing** – names who is stuck", "- Framing: names who is stuck"])
@pytest.mark.parametrize("heading", ["", "### Competencies\n\n"])
def test_items_with_a_name_are_competencies(heading: str, text: str) -> None:
    found = parts(f"## 1) Definition of “Good PM”\n\n{heading}{text}\n")["definition"]["competencies"]
    assert found == [{"competency": "Framing", "behaviours": ["names who is stuck"]}]


@pytest.mark.parametrize("change", ["Apply → Apply (maintain)", "Apply, no change", "Apply (unchanged)"])
def test_a_level_that_stays_may_stand_behind_the_name(change: str) -> None:
    body = f"## Where pm-07 stands (assessment)\n\n- **Framing**: {change}\n  - Evidence: brief of 3 March\n"
    (level,) = parts(body)["assessment"]["levels"]
    assert level == {"competency": "Framing", "current": "Apply", "target": "Apply", "evidence": ["brief of 3 March"]}


@pytest.mark.parametrize(
    ("text", "length"),
    [("Weekly, Mondays, 30 min", 30), ("Every other Thursday for 45 minutes", 45), ("When there is time", None)],
)
def test_a_cadence_needs_no_label(text: str, length: int | None) -> None:
    cadence = parts(f"## Cadence\n\n{text}\n\n**Pre-work:** one page\n")["cadence"]
    assert (cadence["rhythm"], cadence.get("session_length")) == (text, length)


@pytest.mark.parametrize("heading", ["## Bet: Frame first", "## Bet 1: Frame first", "## Growth bet: Frame first"])
def test_the_heading_of_a_bet_is_not_that_of_the_part(heading: str) -> None:
    assert "vision" not in parts(f"## Development Plan\n\nText.\n\n{heading}\n\n**Why it matters:** Two sprints lost\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wins (5), decisions (10 min), next reps (5).", ["Wins", "decisions", "next reps"]),
        ("Wins (5); one bet (20–30); next reps (5)", ["Wins", "one bet", "next reps"]),
        ("Wins (5), decisions", ["Wins (5), decisions"]),
        ("Wins, losses, decisions (10)", ["Wins, losses, decisions"]),
    ],
)
def test_an_agenda_on_one_line(text: str, expected: list[str]) -> None:
    agenda = parts(f"## Cadence\n\nAgenda: {text}\n")["cadence"]["agenda"]
    assert [each["item"] for each in agenda] == expected


def test_the_context_needs_no_heading() -> None:
    body = "Goal: fewer escalations\nTime: 2h/week\n\n## Goals of the company\n\nTime: all of it\n"
    assert parts(body)["context"] == {"goal": "fewer escalations", "time_budget": 120}
    both = "Goal: one\n\n## Context\n\n**Coaching goal:** two\n"
    assert parts(both)["context"] == {"goal": "two"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("weekly, 45 min; coach time: 1 h a week", ("weekly, 45 min", 45, 60)),
        ("weekly, 45 min. Coach time: 1 h a week. Session length: 50 min", ("weekly, 45 min", 50, 60)),
        ("weekly; coach time: when there is any", ("weekly; coach time: when there is any", None, None)),
        ("weekly; note: no fixed day", ("weekly; note: no fixed day", None, None)),
        ("weekly; pre-work: one page", ("weekly; pre-work: one page", None, None)),
    ],
)
def test_a_value_may_stand_behind_another_on_its_line(text: str, expected: tuple[str, int | None, int | None]) -> None:
    cadence = parts(f"## Cadence\n\n**Cadence:** {text}\n")["cadence"]
    assert (cadence["rhythm"], cadence.get("session_length"), cadence.get("coach_time")) == expected


@pytest.mark.parametrize(
    "text", ["Wins 5 min · One bet 25 minutes · Next reps 5'", "Wins 5 min | One bet 25 min | Next 5 min"]
)
def test_an_agenda_needs_no_brackets(text: str) -> None:
    agenda = parts(f"## Cadence\n\n**Agenda:** {text}\n")["cadence"]["agenda"]
    assert [each["minutes"] for each in agenda] == [5, 25, 5]


def test_a_rep_that_ends_with_minutes_is_not_that_long() -> None:
    reps = "- Explain the frame in 5 minutes (30 min)\n- Say it in 5 min\n"
    body = f"## Development Plan\n\n### B1: Frame\n\n**Weekly reps:**\n\n{reps}"
    assert parts(body)["plan"]["bets"][0]["reps"] == [
        {"rep": "Explain the frame in 5 minutes", "minutes": 30},
        {"rep": "Say it in 5 min"},
    ]


def test_a_ladder_in_one_cell_parted_by_its_bold_levels() -> None:
    body = (
        "## Good PM\n\n| Competency | Observable behaviours | Bloom ladder |\n|---|---|---|\n"
        "| Framing | Names **who** is stuck | **Know:** lists **Apply:** fills **Analyze:** rules out |\n"
    )
    (competency,) = parts(body)["definition"]["competencies"]
    assert [rung["behaviour"] for rung in competency["ladder"]] == ["lists", "fills", "rules out"]
    assert competency["behaviours"] == ["Names **who** is stuck"]
