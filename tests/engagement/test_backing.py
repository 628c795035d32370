"""What backs a claim: entries of a log that are about the same thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.document import read_document
from pmcoach_lint.engagement.backing import backing, records_of
from pmcoach_lint.settings import Settings
from pmcoach_lint.standards import Standards
from pmcoach_lint.workspace import Workspace

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
    workspace = Workspace([read_document(LOG.encode(), "log.md")], Standards(Settings(root=Path("/nowhere"))))
    assert [record.date for record in backing("", claim, records_of(workspace))] == days
