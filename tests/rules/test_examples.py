"""Every rule does what its own page says: it speaks up at the bad example, and is silent at the good one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_files
from pmcoach_lint.names import name_key
from pmcoach_lint.rules import Rule, all_rules
from pmcoach_lint.rules.explanation import Example
from pmcoach_lint.rules.registry import FAMILIES
from pmcoach_lint.settings import load_settings

WITHOUT_EXAMPLES = {
    *("PMC001", "PMC002", "PMC003", "PMC004", "PMC005", "PMC006", "PMC007", "PMC009", "PMC111", "PMC203"),
    *("PMC943", "PMC950"),
}
"""Files that no text can show, and a limit that no schema of ours sets; see `test_engine` and `checks/test_schema`.
And what holds by the settings only; see `test_privacy`."""

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{'bad' if example.bad else 'good'}-{number}")
    for rule in all_rules()
    for number, example in enumerate(rule.explanation.examples, 1)
]


def findings_of(rule: Rule, example: Example, folder: Path) -> list[str]:
    """What the rule says to the documents of an example, which lie together in one repository."""
    for name, text in example.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    settings = load_settings(folder, isolated=True)._replace(as_of=example.as_of)
    reports = lint_files([folder / name for name in example.files], settings)
    return [finding.message for report in reports for finding in report.findings if finding.code == rule.code]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_hold(rule: Rule, example: Example, tmp_path: Path) -> None:
    found = findings_of(rule, example, tmp_path)
    assert bool(found) is example.bad, found
    assert len(found) <= 1, "an example shows one offence"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_explains_itself(rule: Rule) -> None:
    explanation = rule.explanation
    assert re.fullmatch(r"PMC\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert int(rule.code[3]) in FAMILIES
    assert explanation.summary.endswith(".")
    assert explanation.why
    assert explanation.advice
    if rule.code not in WITHOUT_EXAMPLES:
        assert {example.bad for example in explanation.examples} == {True, False}


def test_the_rules_without_examples_have_none() -> None:
    assert {rule.code for rule in all_rules() if not rule.explanation.examples} == WITHOUT_EXAMPLES


def test_codes_and_names_are_unique() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len({name_key(rule.name) for rule in rules}) == len(rules)
