"""Every rule is held to its cases: it speaks up at the words at fault, in the right words, and is silent otherwise."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_files
from pmcoach_lint.rules import all_rules
from pmcoach_lint.settings import load_settings
from tests.rules.cases import FIELDS, Case, all_cases

CASES = list(all_cases())
WORDING = "PMC8"
ENOUGH = 5
"""So many good cases and so many bad ones has each rule about wording at least."""


def ranges_and_messages(case: Case, folder: Path) -> list[tuple[str, int, int, int, int]]:
    """The message and the range of each finding of the rule of a case."""
    file = folder / "a.md"
    file.write_text(case.document, encoding="utf-8", newline="")
    (report,) = lint_files([file], load_settings(folder, isolated=True)._replace(as_of=case.as_of))
    return [
        (found.message, *found.range.start, *found.range.end) for found in report.findings if found.rule == case.rule
    ]


def expected(case: Case) -> tuple[str, int, int, int, int]:
    """The message that a bad case must give, with the lines and columns of the words at fault."""
    document, at = case.document, case.at or case.text
    start = document.index(at, 0 if case.field == "whole" else FIELDS[case.field].index("{}"))
    lines = [(place, document.count("\n", 0, place) + 1) for place in (start, start + len(at))]
    first, last = ((line, place - document.rfind("\n", 0, place)) for place, line in lines)
    return (case.message, *first, *last)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.field}-{case.text[:40]}")
def test_a_rule_holds_its_cases(case: Case, tmp_path: Path) -> None:
    assert ranges_and_messages(case, tmp_path) == ([expected(case)] if case.bad else [])


def test_cases_are_of_rules_that_there_are_and_no_two_are_the_same() -> None:
    assert {case.rule for case in CASES} <= {rule.name for rule in all_rules()}
    assert len(set(CASES)) == len(CASES)


@pytest.mark.parametrize(
    "rule", [rule for rule in all_rules() if rule.code.startswith(WORDING)], ids=lambda rule: rule.code
)
def test_a_rule_about_wording_has_cases_enough(rule: object) -> None:
    counted = Counter(case.bad for case in CASES if case.rule == rule.name)  # type: ignore[attr-defined]
    assert min(counted[True], counted[False]) >= ENOUGH
