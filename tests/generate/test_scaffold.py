"""A new document has every part of its schema, and nothing wrong with it but what is still to fill in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pmcoach_lint.doctypes import Catalogue, DocType
from pmcoach_lint.document import read_document
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.generate.scaffold import scaffold
from pmcoach_lint.settings import load_settings

PACK = next(doctype for doctype in Catalogue.own() if doctype.name == "coaching-pack")
TYPES = [pytest.param(doctype, id=doctype.name) for doctype in Catalogue.own()]


@pytest.mark.parametrize("doctype", TYPES)
def test_a_scaffold_lints_with_nothing_but_gaps(doctype: DocType, tmp_path: Path) -> None:
    report = lint_bytes(scaffold(doctype).encode(), "new.md", load_settings(tmp_path, isolated=True))
    assert [(finding.code, str(finding.severity)) for finding in report.findings] == [("PMC202", "warning")]


@pytest.mark.parametrize("doctype", TYPES)
def test_every_gap_of_a_scaffold_is_found(doctype: DocType) -> None:
    text = scaffold(doctype)
    document = read_document(text.encode(), "new.md")
    reported = [offence.span for offence in document.offences["still-to-fill"]]
    holes = [match.span() for match in re.finditer(r"\[(?! \]|x\])[^\]\n]+\]", text)]
    unreported = [hole for hole in holes if not any(start <= hole[0] and hole[1] <= end for start, end in reported)]
    for start, end in unreported:  # a sentence with several is one gap, told at the first of them
        before = max(span[1] for span in reported if span[1] <= start)
        assert not {"|", "\n"} & set(text[before:start]), text[start:end]


def test_a_coaching_pack_has_its_parts_numbered_in_order() -> None:
    headings = [line for line in scaffold(PACK).splitlines() if line.startswith("## ")]
    assert headings == [
        "## Context snapshot",
        "## 1) Definition of “Good PM” (in this context)",
        "## 2) Current Assessment (evidence-based)",
        "## 3) Shared Vision (1–3 growth bets)",
        "## 4) Development Plan (practice loops + stretch work)",
        "## 5) Coaching Cadence + Session Toolkit",
        "## 6) Follow-up Tracker + Review Plan",
        "## 7) Risks / Open questions / Next steps",
    ]


def test_a_new_pack_is_a_draft_that_nobody_else_sees() -> None:
    document = read_document(scaffold(PACK).encode(), "new.md")
    assert (document.data["status"], document.data["visibility"]) == ("draft", "private")
