"""What changes from one thing to another."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.checks.schema import schema_offences
from pmcoach_lint.document import read_document
from pmcoach_lint.readers.registry import Context, Unreadable, read_value

FRONT = "---\ntype: value-assessment\nclient: contoso\ndate: 2026-10-05\nstatus: draft\nvisibility: private\n---\n\n"


def data(body: str) -> dict[str, Any]:
    document = read_document((FRONT + body).encode(), "value-assessment.md")
    assert document.offences == {}
    return document.data


@pytest.mark.parametrize("arrow", [" → ", "->", " --> ", " ⇒ "])
def test_both_sides_of_a_change(arrow: str) -> None:
    assert read_value("change", f"team{arrow}executive", Context()) == {"from": "team", "to": "executive"}
    assert read_value("percent-change", f"60%{arrow}25%", Context()) == {"from": 60, "to": 25}


@pytest.mark.parametrize("text", ["60 to 25%", "60% → 25 %", "~60% → 25%"])
def test_shares_as_people_write_them(text: str) -> None:
    assert read_value("percent-change", text, Context()) == {"from": 60, "to": 25}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("team now, executive by May", "by May"),
        ("team → executive by May", "by May"),
        ("team today, and executive by the end of the year.", "by the end of the year"),
        ("team currently; executive from 2027-01-01", "from 2027-01-01"),
    ],
)
def test_what_is_now_and_what_by_then(text: str, when: str) -> None:
    assert read_value("change", text, Context()) == {"from": "team", "to": "executive", "when": when}


@pytest.mark.parametrize(
    "text",
    [
        "team (ideal: executive)",
        "team (target: executive)",
        "team (should be executive)",
        "team (the goal is executive)",
        "team now, executive later",
        "team today; and executive then",
    ],
)
def test_what_is_and_what_is_to_be_without_an_arrow(text: str) -> None:
    assert read_value("change", text, Context()) == {"from": "team", "to": "executive"}


def test_shares_of_now_and_later() -> None:
    assert read_value("percent-change", "10 % now, 5 % later", Context()) == {"from": 10, "to": 5}


def test_in_so_many_weeks_is_by_when() -> None:
    told = {"from": "5–10 %", "to": "30 %", "when": "in 12 weeks"}
    assert read_value("change", "5–10 % → 30 % in 12 weeks", Context()) == told


@pytest.mark.parametrize(
    "text",
    [
        *("team (so far)", "team (ideal)", "team now, and no more"),
        *("team", "→ executive", "a → b → c", "asks to decide", "team now", "executive by May", "team now, executive"),
        "Nobody asks us anything now, the board calls by May",
        "team now, executive by May, board by June",
    ],
)
def test_what_is_no_change(text: str) -> None:
    for reader in ("change", "percent-change"):
        with pytest.raises(Unreadable):
            read_value(reader, text, Context())


def test_signals_and_shares_as_lists() -> None:
    body = (
        "## Current Value Position\n\n### How Client Sees You\n\n"
        "- Access: team → executive\n- Role: guest (ideal: host)\n\n"
        "## Strategic Opportunity Analysis\n\n### Time allocation\n\n"
        "- Tactical: 60% → 25%\n- Strategic: 40 % now, 75 % later\n"
    )
    found = data(body)
    assert found["position"]["signals"] == [
        {"signal": "Access", "current": "team", "ideal": "executive"},
        {"signal": "Role", "current": "guest", "ideal": "host"},
    ]
    assert found["opportunities"]["time"] == [
        {"work_type": "tactical", "current": 60, "target": 25},
        {"work_type": "strategic", "current": 40, "target": 75},
    ]


def test_shares_in_one_column() -> None:
    body = (
        "## Strategic Opportunity Analysis\n\n| Work type | Current → target |\n|---|---|\n| Tactical | 60% → 25% |\n"
    )
    assert data(body)["opportunities"]["time"] == [{"work_type": "tactical", "current": 60, "target": 25}]


def test_both_rungs_of_the_ladder_in_one_sentence_are_found_where_they_stand() -> None:
    said = "Expert Executor now, Strategic Advisor by spring"
    for body in (f"### Value ladder\n\n{said}. A seat is missing.\n", f"**Value ladder:** {said}\n"):
        text = f"{FRONT}## Current Value Position\n\n{body}"
        document = read_document(text.encode(), "value-assessment.md")
        ladder = document.data["position"]["ladder"]
        assert ladder == {"current": "Expert Executor", "target": "Strategic Advisor"}
        for key, value in ladder.items():
            assert text[slice(*document.values["position", "ladder", key])] == value


def test_rungs_behind_labels_count_before_a_sentence() -> None:
    ladder = "Staff Aug → Expert Executor\n\n**Target:** Strategic Advisor\n"
    body = f"## Current Value Position\n\n### Value ladder\n\n{ladder}"
    assert data(body)["position"]["ladder"] == {"target": "Strategic Advisor"}


def test_a_part_in_which_nothing_can_be_read_is_not_called_empty() -> None:
    text = f"{FRONT}## Current Value Position\n\n**Value ladder:** Advisor by spring, if the pilot holds\n"
    (offence,) = [
        each
        for each in schema_offences(read_document(text.encode(), "value-assessment.md"))
        if "Value Ladder" in each.message
    ]
    assert offence.message == "“Value Ladder Position” says nothing that can be read."
    assert text[slice(*offence.span)] == "Advisor by spring, if the pilot holds"
    assert offence.hint
    assert offence.hint.startswith("Write what it is made of on a line each: **Current Level:** …; **Target Level:** …")


@pytest.mark.parametrize(
    "line",
    [
        "Ladder: Expert Executor → Strategic Advisor. Gap: nobody asks me first. Not even the CPO.",
        "**Value ladder**: Expert Executor → Strategic Advisor. **Missing**: nobody asks me first. Not even the CPO.",
    ],
)
def test_a_sentence_behind_a_change_may_bear_a_label(line: str) -> None:
    ladder = data(f"## How they see me\n\n- Access: team → executive\n\n{line}\n")["position"]["ladder"]
    assert ladder == {
        "current": "Expert Executor",
        "target": "Strategic Advisor",
        "gap": "nobody asks me first. Not even the CPO.",
    }
