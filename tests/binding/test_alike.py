"""Lists under names of the author's own, known by what all their items have."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read

AGENDA = [
    {"item": "Artifact, in silence", "minutes": 5},
    {"item": "One decision: recommendation first", "minutes": 20},
    {"item": "Next rep", "minutes": 10},
]


def cadence(body: str) -> dict[str, Any]:
    document = read(f"## 5) Coaching Cadence + Session Toolkit\n\n{body}")
    assert document.offences == {}
    found: dict[str, Any] = document.data["cadence"]
    return found


@pytest.mark.parametrize("head", ["**Running the session**", "**How we spend it**", "### The hour"])
@pytest.mark.parametrize(
    "items",
    [
        "- *5* – Artifact, in silence\n- *20* – One decision: recommendation first\n- *10* – Next rep\n",
        "- **5** Artifact, in silence\n- **20** One decision: recommendation first\n- **10** Next rep\n",
        "1. 5 min: Artifact, in silence\n2. 20 min: One decision: recommendation first\n3. 10 min: Next rep\n",
        "- Artifact, in silence (5)\n- One decision: recommendation first (20)\n- Next rep (10 min)\n",
    ],
)
def test_a_list_with_minutes_is_the_agenda(head: str, items: str) -> None:
    assert cadence(f"**Cadence:** weekly\n\n{head}\n\n{items}") == {"rhythm": "weekly", "agenda": AGENDA}


def test_minutes_may_stand_behind_the_name_of_each_part() -> None:
    body = "**Running it**\n\n1. *Replay (10):* one conversation\n2. *Map (15):* where it is stuck\n3. *Commit (5)*\n"
    agenda = cadence(body)["agenda"]
    assert [part["minutes"] for part in agenda] == [10, 15, 5]


def test_the_line_above_may_say_how_long_a_session_is() -> None:
    body = "**50-minute structure**\n- Read (5): the artifact\n- Probe (35): the coach asks\n- Close (10): next rep\n"
    found = cadence(body)
    assert found["session_length"] == 50
    assert "rhythm" not in found


@pytest.mark.parametrize(
    "head", ["**Every Tuesday, 13:00–13:45.**", "**Tuesdays, 45 min**", "Weekly on Tuesday, in person when possible."]
)
def test_a_line_above_that_says_when_is_how_often_sessions_are(head: str) -> None:
    body = f"{head}\n\n- Read (5): the artifact\n- Probe (30): the coach asks\n- Close (10): next rep\n"
    assert cadence(body)["rhythm"].strip("*").startswith(head.strip("*")[:9])


@pytest.mark.parametrize(
    "items",
    [
        "- Reads one brief (2) a week\n- Sits in on calls\n- Answers within a day\n",
        "- Read (5): the artifact\n- Close (10): next rep\n",  # two may be by chance
        "- The plan of 2026 (draft)\n- The map (version 2)\n- The memo (short)\n",
    ],
)
def test_a_list_without_minutes_throughout_is_none(items: str) -> None:
    assert "agenda" not in cadence(f"**Cadence:** weekly\n\n**Beside that**\n\n{items}")


QUESTIONS = ["Which choice cannot be undone?", "What is the cheapest thing to learn? Really.", "Who would object?"]


@pytest.mark.parametrize("head", ["**Probing list**", "### From the pocket"])
def test_a_list_of_questions_is_one_of_prompts(head: str) -> None:
    items = "".join(f"- {question}\n" for question in QUESTIONS)
    assert cadence(f"**Cadence:** weekly\n\n{head}\n\n{items}") == {"rhythm": "weekly", "prompts": QUESTIONS}


def test_questions_beside_prompts_that_bear_their_name_are_no_prompts() -> None:
    asked = "### Prompts\n\n- What would change your mind?\n\n### For the PM to ask me\n\n"
    found = cadence(asked + "".join(f"- {question}\n" for question in QUESTIONS))
    assert found == {"prompts": ["What would change your mind?"]}


def test_a_list_in_which_only_some_are_questions_is_none() -> None:
    found = cadence("**Cadence:** weekly\n\n**Notes**\n\n- Who decides?\n- The lead does\n- And when?\n")
    assert "prompts" not in found
