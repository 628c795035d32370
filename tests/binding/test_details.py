"""What packs tell besides: of risks, reviews, weeks, competencies and the parts of a session, in columns or labels."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.checks.words import value_at
from tests.linting import read
from tests.rules.cases import FRONT

RISKS = ("closing", "risks", 0)
REVIEWS = ("follow_up", "reviews", 0)


@pytest.mark.parametrize(
    ("body", "path", "value"),
    [
        (
            "## Risks\n\n| Risk | Likelihood | Impact |\n|---|---|---|\n| Freeze | M | High |\n",
            (*RISKS, "likelihood"),
            "M",
        ),
        ("## Risks\n\n| Risk | L | I | Do |\n|---|---|---|---|\n| Freeze | M | H | Ask |\n", (*RISKS, "impact"), "H"),
        ("## Risks\n\n- Freeze (likelihood: high; mitigation: ask)\n", (*RISKS, "likelihood"), "high"),
        ("## Risks\n\n- Freeze (likelihood: high; mitigation: ask)\n", (*RISKS, "mitigation"), "ask"),
        (
            (
                "## 6) Follow-up\n\n### Checkpoints\n\n"
                "| Week | Question | If no |\n|---|---|---|\n| 4 | Two yet? | Halve it |\n"
            ),
            (*REVIEWS, "otherwise"),
            "Halve it",
        ),
        (
            (
                "## 6) Follow-up\n\n### Checkpoints\n\n"
                "| Date | Checkpoint | Ask |\n|---|---|---|\n| 2026-11-06 | C1 | Two? |\n"
            ),
            (*REVIEWS, "question"),
            "Two?",
        ),
        (
            "## 4) Plan\n\n| Week | Rep | Bloom focus |\n|---|---|---|\n| 1 | Brief | Apply → Analyze |\n",
            ("plan", "weeks", 0, "step"),
            "Apply → Analyze",
        ),
        (
            "## 5) Cadence\n\n### Agenda\n\n| Topic | Minutes | Who leads |\n|---|---|---|\n| Wins | 5 | pm-31 |\n",
            ("cadence", "agenda", 0, "lead"),
            "pm-31",
        ),
        (
            (
                "## 1) Good PM\n\n"
                "| Competency | Why it matters here | Behaviours |\n|---|---|---|\n| Craft | One squad | Asks |\n"
            ),
            ("definition", "competencies", 0, "why"),
            "One squad",
        ),
        (
            "## 1) Good PM\n\n**Product:** Billing for small firms\n",
            ("definition", "product"),
            "Billing for small firms",
        ),
        ("## 1) Good PM\n\n**Role profile:** “owns a metric”\n", ("definition", "expectations"), "“owns a metric”"),
        ("## 2) Assessment\n\n**pm-07's own view:** agrees\n", ("assessment", "voices"), ["agrees"]),
        ("## 2) Assessment\n\n### What pm-07 wants\n\n- a group\n", ("assessment", "voices"), ["a group"]),
        ("## 3) Vision\n\n### Not chosen this cycle\n\nC5, as it fell.\n", ("vision", "chosen"), "C5, as it fell."),
        ("## 6) Follow-up\n\n### Evaluation approach\n\nBoth rate.\n", ("follow_up", "judged"), "Both rate."),
    ],
)
def test_what_is_told_besides_is_read(body: str, path: tuple[str | int, ...], value: Any) -> None:
    assert value_at(read(FRONT + body), path) == value
