"""Entries of the evidence portfolio, in several written styles."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_together
from pmcoach_lint.settings import load_settings
from tests.documents.logs import ENTRIES, log_text
from tests.linting import read

WHOLE = {
    "type": "artifact",
    "title": "Outcome roadmap for spring",
    "client": "Northwind",
    "date": "2026-03-20",
    "kind": "roadmap",
    "status": "final",
    "visibility": "client:northwind",
    "audience": "CEO and pm-31",
    "log": "2026-03-16",
    "produced": "One page with four outcomes.\n\n- replaces the list of 31 features",
    "contribution": "Settled what is not built before summer.",
    "outcome": "Churn fell from 4% to 3.1% by June.",
}

FRONT_MATTER = """\
---
type: artifact
client: Northwind
date: 2026-03-20
kind: roadmap
status: final
visibility: client:northwind
audience: CEO and pm-31
log: 2026-03-16
---

# Outcome roadmap for spring

## What was produced

One page with four outcomes.

- replaces the list of 31 features

## Strategic contribution

Settled what is not built before summer.

## Business outcome

Churn fell from 4% to 3.1% by June.
"""
LABELS = """\
---
type: artifact
visibility: client:northwind
---

# Artifact: Outcome roadmap for spring

**Client**: Northwind
**Date:** 20 March 2026
**Type:** Product roadmap
**Status:** Done
**For whom:** CEO and pm-31
**Log entry:** 2026-03-16

**What it is**

One page with four outcomes.

- replaces the list of 31 features

**Why it was strategic:** Settled what is not built before summer.

**Impact:** Churn fell from 4% to 3.1% by June.
"""
LIST = """\
---
type: artifact
title: Outcome roadmap for spring
visibility: client:northwind
---

- Customer: Northwind
- Delivered: Mar 20, 2026
- Artifact type: Roadmap
- Status: approved
- Audience: CEO and pm-31
- Log: 2026-03-16

### Description

One page with four outcomes.

- replaces the list of 31 features

### Strategic value

Settled what is not built before summer.

### Business result

Churn fell from 4% to 3.1% by June.
"""
TABLE = """\
---
type: artifact
visibility: client:northwind
status: final
---

# Roadmap – Artifact

| Field | Value |
|---|---|
| Title | Outcome roadmap for spring |
| Client | Northwind |
| Date | 2026-03-20 |
| Kind | roadmap |
| For whom | CEO and pm-31 |
| Log entry | 2026-03-16 |

## 1. What was produced

One page with four outcomes.

- replaces the list of 31 features

## 2. Strategic contribution

Settled what is not built before summer.

## 3. Business outcome

Churn fell from 4% to 3.1% by June.
"""
STYLES = {"front matter": FRONT_MATTER, "labels": LABELS, "list": LIST, "table": TABLE}


def findings(text: str, log: str | None = None) -> list[tuple[str, str, str]]:
    """Each finding about an artifact beside the log of its engagement: code, text at its place, message."""
    together = {"artifacts/roadmap.md": text, **({"event-log.md": log} if log else {})}
    report = lint_together(together, load_settings(Path.cwd(), isolated=True))[0]
    lines = text.split("\n")
    return [
        (
            finding.code,
            lines[finding.range.start.line - 1][finding.range.start.column - 1 : finding.range.end.column - 1],
            finding.message,
        )
        for finding in report.findings
    ]


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES)
def test_an_artifact_reads_the_same_however_it_is_written(text: str) -> None:
    document = read(text)
    assert document.offences == {}
    assert document.data == WHOLE
    assert findings(text, log_text(ENTRIES)) == []


def test_values_are_where_they_stand() -> None:
    for text, date, kind in ((FRONT_MATTER, "2026-03-20", "roadmap"), (LABELS, "20 March 2026", "Product roadmap")):
        document = read(text)
        assert text[slice(*document.values[("date",)])] == date
        assert text[slice(*document.values[("kind",)])] == kind
        assert text[slice(*document.values[("title",)])] == WHOLE["title"]
        assert text[slice(*document.values[("outcome",)])] == WHOLE["outcome"]


@pytest.mark.parametrize(
    "entry",
    [
        "2026-03-16",
        "16 March 2026",
        "Stop the loyalty rewrite",
        "Loyalty rewrite",
        "2026-03-16 — Decision — Stop the loyalty rewrite",
        "[Stop the loyalty rewrite](../event-log.md)",
    ],
)
def test_the_entry_of_the_log_may_be_named_by_its_day_or_title(entry: str) -> None:
    text = FRONT_MATTER.replace("log: 2026-03-16", f'log: "{entry}"')
    assert findings(text, log_text(ENTRIES)) == []


def test_an_entry_that_is_not_in_the_log_is_found() -> None:
    text = FRONT_MATTER.replace("log: 2026-03-16", "log: 2026-03-17")
    assert findings(text, log_text(ENTRIES)) == [("PMC402", "2026-03-17", "“2026-03-17” is not in the event log.")]
    assert findings(text) == []  # there is no log that it could be in


def test_two_entries_of_one_day_are_told_apart_by_title() -> None:
    log = log_text([{**ENTRIES[1], "date": "2026-03-16"}, ENTRIES[0]])
    [(code, _, message)] = findings(FRONT_MATTER, log)
    assert (code, message) == (
        "PMC402",
        "“2026-03-16” may mean “What the roadmap is for” or “Stop the loyalty rewrite”.",
    )
    text = FRONT_MATTER.replace("log: 2026-03-16", "log: 2026-03-16, the loyalty rewrite")
    assert findings(text, log) == []


def test_a_type_beside_the_front_matter_is_no_other_type_of_document() -> None:
    document = read(FRONT_MATTER.replace("kind: roadmap\n", ""))
    assert "kind" not in document.data
    assert findings(FRONT_MATTER.replace("kind: roadmap\n", ""))[0][2] == "The front matter has no “kind”."


@pytest.mark.parametrize(("status", "severity"), [("draft", "warning"), ("in-review", "warning"), ("final", "error")])
def test_what_an_artifact_lacks_weighs_as_much_as_its_status_says(status: str, severity: str) -> None:
    text = FRONT_MATTER.replace("status: final", f"status: {status}").partition("## Business outcome")[0]
    report = lint_together({"a.md": text}, load_settings(Path.cwd(), isolated=True))[0]
    assert [(finding.message, str(finding.severity)) for finding in report.findings] == [
        ("The part “Business outcome” is missing.", severity)
    ]
