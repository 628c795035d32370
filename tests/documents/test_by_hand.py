"""A pack as a coach writes it by hand after the seven parts: read whole, whatever the headings, labels and arrows."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.settings import Settings
from tests.linting import read

PACK = (Path(__file__).parents[1] / "data" / "by-hand.md").read_text(encoding="utf-8")
PARTS = (
    'Definition of "Good PM" (in this context)',
    "Current Assessment (evidence-based)",
    "Shared Vision",
    "Development Plan",
    "Coaching Cadence",
    "Follow-up Tracker",
    "Risks, open questions, next steps",
)


def numbered(form: str) -> str:
    text = PACK
    for number, part in enumerate(PARTS, 1):
        assert f"## {part}\n" in text
        text = text.replace(f"## {part}\n", f"## {form.format(number)}{part}\n")
    return text


@pytest.mark.parametrize("form", ["{}) ", "{}. ", "{} – ", "Part {}: "])
def test_parts_are_read_numbered_or_not(form: str) -> None:
    assert read(numbered(form)).data == read(PACK).data


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r" --> ", " → "),
        (r" --> ", " -> "),
        (r"\*\*:", ":**"),
        (r"(?m)^\*\*([A-Z][^*:]+)\*\*$", r"### \1"),
        (r"<br>", "; "),
        (r"Comprehension", "Understand"),
    ],
)
def test_arrows_labels_and_levels_are_read_in_every_form(old: str, new: str) -> None:
    text = re.sub(old, new, PACK)
    assert text != PACK
    stretch = {"stretch": None}  # the one text that holds an arrow as words
    plans = [[bet | stretch for bet in read(each).data["plan"]["bets"]] for each in (text, PACK)]
    assert plans[0] == plans[1]
    assert read(text).data | {"plan": None} == read(PACK).data | {"plan": None}


def test_what_the_template_asks_for_is_all_there() -> None:
    data = read(PACK).data
    assert data["context"]["assumptions"] == ["The ladder of 2025 still applies"]
    assert [row["level"] for row in data["definition"]["competencies"][2]["ladder"]] == [
        "Know",
        "Understand",
        "Apply",
        "Analyze",
        "Synthesize",
        "Evaluate",
    ]
    assert data["definition"]["competencies"][1]["behaviours"] == [
        "Says what is left out",
        "Gives the reason in one line",
    ]
    assert [len(row["evidence"]) for row in data["assessment"]["levels"]] == [2, 1, 1]
    assert [len(bet["signals"]) for bet in data["vision"]["bets"]] == [2, 2]
    assert [(bet["current"], bet["target"]) for bet in data["plan"]["bets"]] == [
        ("Apply", "Analyze"),
        ("Understand", "Apply"),
    ]
    assert [[rep["minutes"] for rep in bet["reps"]] for bet in data["plan"]["bets"]] == [[45, 60], [30]]
    assert data["cadence"]["exceptions"] == [
        "safety",
        "compliance",
        "major customer impact",
        "time-critical decisions",
    ]
    assert [row["status"] for row in data["follow_up"]["tracker"]] == ["on track", "at risk"]
    assert len(data["follow_up"]["reviews"]) == 1
    assert [step["due"] for step in data["closing"]["next_steps"]] == ["2026-09-14", "2026-09-18"]


def test_it_has_no_finding_but_that_nobody_has_attested_it() -> None:
    settings = Settings(root=Path(), as_of=date(2026, 9, 16))
    findings = lint_bytes(PACK.encode(), "by-hand.md", settings).findings
    assert [(finding.code, finding.message) for finding in findings] == [
        (
            "PMC780",
            (
                "Nobody has confirmed yet: “Coach and PM have agreed that this is coaching; the pack says so, and "
                "where performance management belongs” (A1)."
            ),
        )
    ]
