"""The table of all rules with the number of texts that each is held to: `make table` writes it into the docs.

It is counted from what the tests run: the examples in the rules' own docstrings, and the cases beside this module.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path

from pmcoach_lint.rules import Rule, all_rules
from tests.rules.cases import all_cases

PAGE = Path(__file__).parents[2] / "docs" / "rule-cases.md"

_HEAD = """\
---
title: How the rules are tested
description: Every rule with the number of texts at which it must speak up, and of those at which it must be silent.
---

# How the rules are tested

A rule that cries wolf is switched off, and then it finds nothing at all. So each rule is held to texts at which it must
speak up (bad), and to texts at which it must be silent (good): the examples on the rule's own page, and further cases
taken from how people really write. The tests run every one of them. For rules about wording there are five or more of
each, beside the examples.

This page is written by `make table` from what the tests run, and a test fails when it is out of date.
"""
_ELSEWHERE = "on files"
"""What stands for a number where no text can show the offence: such rules are tested on files made for the purpose."""


def counted() -> dict[str, tuple[int, int]]:
    """How many bad and how many good texts each rule is held to, by its name."""
    numbers: Counter[tuple[str, bool]] = Counter((case.rule, case.bad) for case in all_cases())
    numbers.update((rule.name, example.bad) for rule in all_rules() for example in rule.explanation.examples)
    return {rule.name: (numbers[rule.name, True], numbers[rule.name, False]) for rule in all_rules()}


def page() -> str:
    """The page, as it is to stand in the docs."""
    counts = counted()
    parts = [_HEAD]
    for family, rules in groupby(all_rules(), key=lambda rule: rule.family):
        rows = [_row(rule, *counts[rule.name]) for rule in rules]
        parts.append("\n".join([f"## {family}\n", "| Rule | Bad | Good |", "|---|---:|---:|", *rows, ""]))
    bad, good = (sum(count[place] for count in counts.values()) for place in (0, 1))
    parts.insert(1, f"There are {len(counts)} rules, {bad:,} bad texts and {good:,} good ones.\n")
    return "\n".join(parts)


def _row(rule: Rule, bad: int, good: int) -> str:
    shown = f"{bad} | {good}" if bad or good else f"{_ELSEWHERE} | {_ELSEWHERE}"
    return f"| [{rule.code}](reference/rules/{rule.code.lower()}.md) {rule.name} | {shown} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
