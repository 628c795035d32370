"""Lengths behind dashes, owners of steps, a rhythm in shorthand, decision rights in the context, prose in lists."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import FRONT, read


def part(body: str, name: str, front: str = FRONT) -> dict[str, Any]:
    found: dict[str, Any] = read(body, front).data[name]
    return found


@pytest.mark.parametrize("dash", ["-", "\\-", "–"])
def test_a_length_stands_behind_a_dash_after_a_colon_as_well(dash: str) -> None:
    body = f"## 5) Cadence\n\n**Agenda**\n\n1. Wins {dash} 5 min\n2. Deep dive: one item or query {dash} 25 min\n"
    assert part(body, "cadence")["agenda"] == [
        {"item": "Wins", "minutes": 5},
        {"item": "Deep dive: one item or query", "minutes": 25},
    ]


@pytest.mark.parametrize("label", ["- *mitigation:*", "\\- *mitigation:*", "\\- **Mitigation:**"])
def test_a_label_stands_behind_an_escaped_dash(label: str) -> None:
    body = f"## 7) Risks\n\n### Risks\n\n* A reshuffle takes the focus {label} keep the column\n"
    assert part(body, "closing")["risks"] == [{"risk": "A reshuffle takes the focus", "mitigation": "keep the column"}]


@pytest.mark.parametrize(
    ("step", "told", "owner"),
    [
        ("Move the notes (APM, 2026-10-09)", "Move the notes", "APM"),
        ("Move the notes (APM-01, 2026-10-09)", "Move the notes", "APM-01"),
        ("coach books the tests (by 2026-10-09)", "coach books the tests", "coach"),
        ("PM picks two drafts (by 2026-10-09)", "PM picks two drafts", "PM"),
    ],
)
def test_a_step_belongs_to_the_role_or_the_handle_that_it_names(step: str, told: str, owner: str) -> None:
    body = f"## 7) Risks\n\n### Next steps\n\n- [ ] {step}\n"
    (found,) = part(body, "closing", FRONT.replace("pm: pm-07", "pm: APM-01"))["next_steps"]
    assert found == {"step": told, "owner": owner, "due": "2026-10-09", "done": False}


def test_a_ticket_is_no_person() -> None:
    (found,) = part("## 7) Risks\n\n### Next steps\n\n- Move the notes (OPS-12, 2026-10-09)\n", "closing")["next_steps"]
    assert "owner" not in found


def test_a_rhythm_in_shorthand_tells_its_length_and_the_time_of_the_coach() -> None:
    line = "cadence: thursdays 9:30 weekly, 40 min. me 1h/wk, he has 2h"
    assert part(f"## 5) Cadence\n\n{line}\n", "cadence") == {
        "rhythm": line.removeprefix("cadence: "),
        "session_length": 40,
        "coach_time": 60,
    }


@pytest.mark.parametrize(
    "above",
    [
        "## Context snapshot\n\n**Scope:** checkout\n**Decision rights:** alone on texts\n",
        "## Context snapshot\n\n- Scope: checkout\n- Decision rights: alone on texts\n",
        "## Context snapshot\n\n| Scope | checkout |\n|---|---|\n| Decision rights | alone on texts |\n",
        "# Pack\n\n**Responsible for:** checkout\n**Decision rights:** alone on texts\n",
    ],
)
def test_decision_rights_may_stand_in_the_context(above: str) -> None:
    found = part(f"{above}\n## 7) Risks\n\n### Risks\n\n- A freeze\n", "context")
    assert found == {"scope": "checkout", "decision_rights": "alone on texts"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Requests come by mail; I count them by Friday. Nobody gives us a cost; I ask the CFO.",
            ["Requests come by mail; I count them by Friday.", "Nobody gives us a cost; I ask the CFO."],
        ),
        ("no cost data; no designer", ["no cost data", "no designer"]),
        ("No cost data. Since May; No designer.", ["No cost data. Since May", "No designer."]),
    ],
)
def test_semicolons_inside_sentences_part_no_values(line: str, told: list[str]) -> None:
    assert (
        part(f"## 2) Current assessment\n\n**Constraints, not skill:** {line}\n", "assessment")["constraints"] == told
    )
