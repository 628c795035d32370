"""Other names by which people call what a pack holds, taken from packs that were written without any tool."""

from __future__ import annotations

import pytest

from tests.binding.reading import parts

BETS = "## 3) Shared Vision\n\n- **B1: Frame first**\n\n"
PLAN = f"{BETS}## 4) Development Plan\n\n### B1: Frame first\n\n"


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Big work (stretch) :", "stretch"),
        ("**Real work:**", "stretch"),
        ("Me, I engage :", "commitments"),
        ("**What I ask of lead-02:**", "commitments"),
        ("#### What I ask of lead-02\n\n", "commitments"),
    ],
)
def test_what_a_plan_holds_has_other_names(label: str, field: str) -> None:
    (plan,) = parts(f"{PLAN}Reps: one brief a week\n\n{label} the council in November\n")["plan"]["bets"]
    assert plan[field] == ["the council in November"]


def test_behaviours_and_ladders_have_other_names() -> None:
    text = "**1. PRIORITISATION**\n\nWe can see :\n- says no\n\nScale :\n- KNOW : lists them\n- UNDERSTAND : says why\n"
    (one,) = parts(f"## 1) Good PM\n\nFor each the scale.\n\n{text}")["definition"]["competencies"]
    assert (one["competency"], one["behaviours"]) == ("PRIORITISATION", ["says no"])
    assert [rung["level"] for rung in one["ladder"]] == ["Know", "Understand"]


@pytest.mark.parametrize(
    "said", ["40 min", "Thu 11:00, 40 min, weekly. Async: comments by Tue EOD", "Thursdays, 40 min"]
)
def test_a_session_may_say_how_long_it_is_and_more(said: str) -> None:
    assert parts(f"## 5) Cadence\n\nSession: {said}\n")["cadence"]["session_length"] == 40


def test_the_flow_of_a_session_is_its_agenda() -> None:
    text = "## 5) Cadence\n\n**Flow of a Wednesday**\n\n1. Watch the walk in silence\n2. Next rep\n"
    assert [item["item"] for item in parts(text)["cadence"]["agenda"]] == ["Watch the walk in silence", "Next rep"]


@pytest.mark.parametrize(
    "line", ["**I decide over pm-13's head** only if an outage hits", "- I decide myself only when\n  - an outage hits"]
)
def test_exceptions_are_told_by_who_decides(line: str) -> None:
    [told] = parts(f"## 5) Cadence\n\nCadence: weekly\n\n{line}\n")["cadence"]["exceptions"]
    assert told.endswith("an outage hits")


def test_the_course_of_a_session_is_its_agenda() -> None:
    agenda = parts("## 5) Cadence\n\n**Course.** 10 what happened · 20 the map · 10 next steps\n")["cadence"]["agenda"]
    assert [item["minutes"] for item in agenda] == [10, 20, 10]


def test_the_competency_of_a_bet_may_be_its_area() -> None:
    table = (
        "| Bet | Area | Why | Signals |\n|---|---|---|---|\n| Say no | Trade-offs | Two late launches | Two noes |\n"
    )
    model = "## 1) Good PM\n\n| Competency | Behaviours |\n|---|---|\n| Trade-offs | Says no |\n\n"
    found = parts(f"{model}## 3) Shared Vision\n\n{table}")
    assert found["vision"]["bets"][0]["competency"] == "Trade-offs"
