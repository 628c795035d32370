"""What backs a claim: entries of a log that are about the same thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.engagement.backing import backing, records_of, resting_on
from pmcoach_lint.settings import Settings
from pmcoach_lint.standards import Standards
from pmcoach_lint.workspace import Workspace
from tests.effort import bounded

LOG = """\
---
type: event-log
client: northwind
---

## 2026-11-12 — pm-61 presents to the board

Twelve minutes on the retention bet, without me.

## 2026-11-20 — Renewals

pm-62 told pm-61 what she heard.
"""


def _alone(text: str, file: str) -> Workspace:
    """An engagement of a single document."""
    return Workspace([read_document(text.encode(), file)], Standards(Settings(root=Path("/nowhere"))))


@pytest.mark.parametrize(
    ("claim", "days"),
    [
        ("pm-61 presenting to the board", ["2026-11-12"]),
        ("pm-61 at the board", ["2026-11-12"]),
        ("pm-62 presenting to the board", []),
        ("pm-61 presents prices", []),
        ("Renewals", []),
        ("The board", []),
    ],
)
def test_a_short_claim_is_backed_by_all_that_it_is_about(claim: str, days: list[str]) -> None:
    workspace = _alone(LOG, "log.md")
    assert [record.date for record in backing("", claim, records_of(workspace))] == days


NUMBERED = """\
---
type: event-log
client: northwind
---

| # | Date | Type | Event |
|---|---|---|---|
| 9 | 2026-10-22 | Analysis | 71% of losses are told by phone |
| 14 | 2026-11-05 | Decision | The dashboard is declined |
| 17 | 2026-11-12 | Meeting | The vendor prices the way out |
"""


@pytest.mark.parametrize(
    ("text", "claim", "days"),
    [
        ("Minutes W46", "SteerCo re-framing (LOG #17)", ["2026-11-12"]),
        ("log 9 and 14", "Loss types", ["2026-10-22", "2026-11-05"]),
        ("see entries #9, #17", "Two decisions", ["2026-10-22", "2026-11-12"]),
        ("Entry 14", "First no", ["2026-11-05"]),
        ("#14", "First no", ["2026-11-05"]),
        ("17 people were there", "A workshop", []),
        ("PRD-14, page 9", "A playbook", []),
        ("log #3", "A playbook", []),
        ("catalog 17", "A playbook", []),
    ],
)
def test_a_claim_may_name_entries_by_their_numbers(text: str, claim: str, days: list[str]) -> None:
    workspace = _alone(NUMBERED, "log.md")
    assert [record.date for record in backing(text, claim, records_of(workspace))] == days


def test_what_shares_some_words_with_a_claim_backs_it_and_is_no_work_that_it_rests_on() -> None:
    front = "---\ntype: artifact\ntitle: Plan by renewal risk\n---\n\n"
    text = f"{front}## What was produced\n\nA plan that ranks six items from the last quarter\n"
    (record,) = records_of(_alone(text, "artifacts/plan.md"))
    claim = "Cut the plan from 14 to 6 items"
    assert backing("Minutes", claim, [record]) == [record]
    assert resting_on("Minutes", claim, [record]) == []
    assert resting_on("artifacts/plan.md", claim, [record]) == [record]
    assert resting_on("", "A plan by renewal risk of six items", [record]) == [record]


def test_a_word_without_end_names_no_file_and_takes_no_time() -> None:
    with bounded(5):
        assert resting_on("a-b-" * 5000 + " memo.md", "Prices read", []) == []
