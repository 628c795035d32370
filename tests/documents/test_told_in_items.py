"""Documents of a client whose parts are lists where others have tables, and whose headings run in."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document, read_document


def read(kind: str, body: str) -> Document:
    front = f"---\ntype: {kind}\nstatus: active\nvisibility: internal\n---\n\n"
    return read_document((front + body).encode(), "packs/clients/northwind/document.md")


def data(kind: str, body: str) -> dict[str, Any]:
    document = read(kind, body)
    assert document.offences == {}
    return document.data


@pytest.mark.parametrize(
    ("line", "current", "target"),
    [
        ("Connects to outcomes: Rarely → Usually", "rarely", "usually"),
        ("**Connects to outcomes**: Sometimes -> Usually", "sometimes", "usually"),
        ("**Connects to outcomes** — almost never → now and then", "rarely", "sometimes"),
        ("Connects to outcomes (Rarely → Usually)", "rarely", "usually"),
        ("Connects to outcomes. Current: Rarely. Target: Usually", "rarely", "usually"),
    ],
)
def test_an_indicator_tells_how_often_now_and_then(line: str, current: str, target: str) -> None:
    body = f"## Current Assessment\n\n### Strategic Thinking Indicators\n\n- {line}\n"
    assert data("coaching-plan", body)["assessment"]["indicators"] == [
        {"indicator": "Connects to outcomes", "current": current, "target": target}
    ]


@pytest.mark.parametrize("line", ["Connects to outcomes: 1 → 3", "Connects to outcomes: Rarely → at length"])
def test_what_says_nothing_of_how_often_is_no_change(line: str) -> None:
    body = f"## Current Assessment\n\n### Strategic Thinking Indicators\n\n- {line}\n"
    assert read("coaching-plan", body).data["assessment"]["indicators"] == [{"indicator": line}]


@pytest.mark.parametrize(
    "line", ["**How they prioritize**: first in, first out", "How they prioritize: first in, first out"]
)
def test_a_pattern_is_told_behind_its_name(line: str) -> None:
    body = f"## Current Assessment\n\n### Work Pattern\n\n- {line}\n"
    assert data("coaching-plan", body)["assessment"]["patterns"] == [
        {"pattern": "How they prioritize", "observation": "first in, first out"}
    ]


def test_opportunities_and_pms_are_told_in_items() -> None:
    body = (
        "## Strategic Opportunity Analysis\n\n### Untapped Value\n\n"
        "1. **Carrier pricing** — I write tickets. Instead: a memo for the COO. Benefit: two points of margin\n\n"
        "## Client Team Assessment\n\n### PM Team Strategic Capability\n\n"
        "- **pm-31 (core)**: Tactical. Gap: never asks why. Coaching: reframe one ticket a week\n"
    )
    found = data("value-assessment", body)
    assert found["opportunities"]["untapped"] == [
        {
            "opportunity": "Carrier pricing",
            "current_state": "I write tickets",
            "alternative": "a memo for the COO",
            "benefit": "two points of margin",
        }
    ]
    assert found["team"]["pms"] == [
        {
            "pm": "pm-31 (core)",
            "level": "Tactical",
            "gap": "never asks why",
            "coaching": "reframe one ticket a week",
        }
    ]


def test_an_item_without_a_name_stays_whole() -> None:
    body = "## Strategic Opportunity Analysis\n\n### Untapped Value\n\n- Carrier pricing is done by habit\n"
    found = data("value-assessment", body)["opportunities"]["untapped"]
    assert found == [{"opportunity": "Carrier pricing is done by habit"}]


@pytest.mark.parametrize("mark", ["**", "__"])
@pytest.mark.parametrize("text", ["Prices are set by habit. Nobody looks.", "Prices are set by habit.\nNobody looks."])
def test_a_heading_may_run_in(mark: str, text: str) -> None:
    body = f"## The Opportunity\n\n{mark}Current state.{mark} {text}\n\n{mark}Untapped value.{mark} A third is spot.\n"
    assert data("work-proposal", body)["opportunity"] == {"current_state": text, "untapped_value": "A third is spot."}


@pytest.mark.parametrize(
    "line",
    [
        "*Current state.* Prices are set by habit.",
        "**Current state. And more.** Prices are set by habit.",
        "**the current state.** Prices are set by habit.",
        "**Current state?**Prices are set by habit.",
    ],
)
def test_a_sentence_that_stands_out_is_no_heading(line: str) -> None:
    assert "current_state" not in read("work-proposal", f"## The Opportunity\n\n{line}\n").data["opportunity"]
