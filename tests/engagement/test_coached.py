"""Which PMs of a client are coached, and of whom it is said why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.coaching.parts import nodes_at
from pmcoach_lint.document import read_document
from pmcoach_lint.engagement.coached import pm_meant, says_why_not
from tests.rubric.scoring import criterion, scored

ASSESSMENT = """\
---
type: value-assessment
client: northwind
---

## Client Team Assessment

### PM Team Strategic Capability

| PM | Current Level | Gap | Coaching Opportunity |
|---|---|---|---|
| {pm} | Tactical | Takes requests as they come | {coaching} |
"""
PLAN = """\
---
type: coaching-plan
client: northwind
pm: pm-31
---

# Client PM Coaching Plan

## Graduation Criteria

{criteria}
"""


@pytest.mark.parametrize("text", ["pm-31", "pm-31, core", "pm-31 (core, EU)", "PM-31"])
def test_a_pm_is_meant_whatever_stands_behind(text: str) -> None:
    assert pm_meant(text) == pm_meant("pm-31")


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        ("Writes too late (no plan: leaves in January)", True),
        ("On leave until March", True),
        ("Does not write it down, and leaves decisions to others", False),
        ("No rhythm of her own", False),
    ],
)
def test_a_reason_may_stand_in_any_cell(gap: str, expected: bool) -> None:
    text = ASSESSMENT.format(pm="pm-32", coaching="Rewrite updates").replace("Takes requests as they come", gap)
    (row,) = nodes_at(read_document(text.encode(), "a.md"), ("team", "pms"))
    assert says_why_not(row.value) is expected


@pytest.mark.parametrize(
    ("coaching", "expected"),
    [
        ("No plan: leaves in August", True),
        ("Monthly decision review rather than coaching", True),
        ("Group clinics only", True),
        ("Reframe one request a week", False),
        ("Executive communication", False),
    ],
)
def test_reasons_why_there_is_no_plan(coaching: str, expected: bool) -> None:
    document = read_document(ASSESSMENT.format(pm="pm-32", coaching=coaching).encode(), "a.md")
    (row,) = nodes_at(document, ("team", "pms"))
    assert says_why_not(row.value) is expected


@pytest.mark.parametrize(
    ("pm", "coaching", "earned"),
    [("pm-31, core", "Reframe", 2), ("pm-32", "A review instead of coaching", 2), ("pm-32", "Reframe", 0)],
)
def test_the_score_knows_a_pm_as_the_rule_does(pm: str, coaching: str, earned: float) -> None:
    texts = {"plan.md": PLAN.format(criteria="- Frames"), "a.md": ASSESSMENT.format(pm=pm, coaching=coaching)}
    assert criterion(scored(texts, Path("/nowhere")), "pms-coached").earned == earned


@pytest.mark.parametrize(
    ("criteria", "earned"),
    [
        ("- Opens with the reason\n- Declines with an offer\n- Is rung before I am", 2),
        ("- Frames work in business terms, every time\n- Plans across time horizons\n- Is understood by executives", 0),
        ("- Opens with the reason\n- Plans across time horizons\n- Is understood by executives", 0),
    ],
)
def test_of_a_plan_without_a_goal_only_what_the_template_did_not_bring_counts(criteria: str, earned: float) -> None:
    assert criterion(scored({"plan.md": PLAN.format(criteria=criteria)}), "graduation-stated").earned == earned
