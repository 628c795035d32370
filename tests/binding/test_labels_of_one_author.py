"""What authors call by names of their own: a mitigation, an assumption behind its id, a day amid a step."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts


def first_risk(line: str) -> dict[str, Any]:
    risk: dict[str, Any] = parts(f"## Risks and next steps\n\n### Risks\n\n- {line}\n")["closing"]["risks"][0]
    return risk


@pytest.mark.parametrize("name", ["Mitigation", "Backup", "Counter", "Fallback", "Plan B", "Contingency"])
@pytest.mark.parametrize("risk", ["Rides may be cancelled.", "*Rides may be cancelled.*"])
def test_what_softens_a_risk_has_many_names(risk: str, name: str) -> None:
    said = first_risk(f"{risk} {name}: two firms nearby")
    assert (said["risk"].rstrip("."), said["mitigation"]) == ("Rides may be cancelled", "two firms nearby")


def test_a_bold_name_in_front_of_a_label_stays_with_what_is_behind_it() -> None:
    assert "mitigation" not in first_risk("**Rides.** Backup plans of others: none")


def test_an_id_may_say_in_brackets_of_what_kind_it_is() -> None:
    lines = (
        "- A1 (assumption): the round stays in May\n- U1 (unknown): who decides\n- A2 (assumption): the ladder holds\n"
    )
    context = parts(f"## Context snapshot\n\n**Assumptions / unknowns**\n\n{lines}")["context"]
    assert context == {"unknowns": ["who decides"], "assumptions": ["the round stays in May", "the ladder holds"]}


@pytest.mark.parametrize(
    ("step", "due"),
    [
        ("pm-07 sends the frame by Tuesday 6 October, noon", "2026-10-06"),
        ("First session on 7 Oct: both rate the brief", "2026-10-07"),
        ("Shadow the call on 8 Oct at nine", "2026-10-08"),
        ("Ask why it went live on 2 Sep without a note", None),  # before the cycle
        ("Rate what the team agreed 7 Oct or so", None),
        ("Rate what was agreed on 7 Oct, and on 8 Oct", None),
    ],
)
def test_a_step_tells_its_day_amid_other_words(step: str, due: str | None) -> None:
    (told,) = parts(f"## Risks and next steps\n\n### Next steps\n\n- {step}\n")["closing"]["next_steps"]
    assert (told["step"], told.get("due")) == (step, due)


def test_a_number_in_front_of_a_colon_is_how_long_a_part_of_a_session_takes() -> None:
    told = parts("## Coaching cadence\n\n- How the 40 minutes run\n    - 5: what was tried\n    - 15: one artifact\n")
    agenda = [{"item": "what was tried", "minutes": 5}, {"item": "one artifact", "minutes": 15}]
    assert told["cadence"]["agenda"] == agenda


def test_a_head_in_bold_may_hold_a_time_of_day() -> None:
    told = parts("## Coaching cadence\n\n**Pre-work (by Monday 15:00).** A link and one question.\n")
    assert told["cadence"]["pre_work"] == "A link and one question."


def test_a_coach_says_what_to_do_in_some_cases() -> None:
    told = parts("## Coaching cadence\n\n- When I say what to do\n    - A legal matter\n    - Less than a day left\n")
    assert told["cadence"]["exceptions"] == ["A legal matter", "Less than a day left"]


def test_a_goal_is_that_of_the_weeks_that_it_is_for() -> None:
    told = parts("## Context snapshot\n\n**Goal for these weeks.** Frames are written before tickets.\n")
    assert told["context"]["goal"] == "Frames are written before tickets."


def test_what_an_assessment_is_less_sure_of_is_unknown() -> None:
    rows = "| Competency | Current level | Evidence |\n|---|---|---|\n| Framing | Apply | one brief |\n"
    told = parts(f"## Current Assessment\n\n{rows}\n**What we are less sure of:** framing rests on one brief.\n")
    assert told["assessment"]["unknowns"] == ["framing rests on one brief."]
