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
