"""Outcomes of a proposal and bounds in tables that are no better than today: which are told, and what is let pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.test_contradictions import told

PLAN = "---\ntype: coaching-plan\n---\n\n"
OUTCOMES = (
    "---\ntype: work-proposal\n---\n\n## Proposed Strategic Engagement\n\n### Expected Outcomes\n\n"
    "| Outcome | Metric | Baseline | Target |\n|---|---|---|---|\n| {} |\n"
)
WEIGHTS = PLAN + "## Scorecard\n\n| What | Weight | Goal |\n|---|---|---|\n| Claims | {} |\n"
CONTEXT = PLAN + "## Business Context\n\n| What | Today | Goal |\n|---|---|---|\n| Claims | {} |\n"


@pytest.mark.parametrize(
    ("form", "row", "words"),
    [
        (OUTCOMES, "Less need for me | Hours on specs | about 9 | 12", "12"),
        (OUTCOMES, "Lower no-show rate | Share of visits | 14.2% | 16%", "16%"),
        (OUTCOMES, "More orders online | Share of orders | 41% | 38%", "38%"),
        (CONTEXT, "$840,000 in 2025/26 | under $900,000", "under $900,000"),
        (CONTEXT, "62 % | at least 60 %", "at least 60 %"),
        (CONTEXT, "€1.2m (last year) | below €1.5m", "below €1.5m"),
        (CONTEXT, "4% | < 5%", "< 5%"),
    ],
)
def test_targets_that_are_no_better(form: str, row: str, words: str, tmp_path: Path) -> None:
    assert [found for found, _ in told("PMC637", form.format(row), tmp_path)] == [words]


@pytest.mark.parametrize(
    ("form", "row"),
    [
        (OUTCOMES, "Less need for me | Hours a week | 24 | 4 per month"),
        (OUTCOMES, "Less need for me | Hours a month | 24 | 30 per quarter"),
        (OUTCOMES, "Lower price | Price | $40 | 45% off"),
        (CONTEXT, "$940,000 in 2025/26 | under $900,000"),
        (CONTEXT, "52 % | at least 60 %"),
        (CONTEXT, "$40 | under 45 %"),
        (CONTEXT, "$900k | under $1,000"),
        (WEIGHTS, "30 % | at least 25 %"),
    ],
)
def test_targets_that_may_be_better(form: str, row: str, tmp_path: Path) -> None:
    assert not told("PMC637", form.format(row), tmp_path)
