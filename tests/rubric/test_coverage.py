"""Nothing that the two sources ask for is looked after by nobody, and whoever is named is there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from pmcoach_lint.rubric.coverage import coverage
from pmcoach_lint.rules import all_rules
from pmcoach_lint.settings import Settings
from pmcoach_lint.standards import Standards

CHECKS = tuple(coverage(Standards(Settings(root=Path("/nowhere")))))


def test_every_check_is_held_by_a_rule_that_exists_or_by_a_person() -> None:
    names = {rule.name for rule in all_rules()}
    assert [held.check for held in CHECKS if held.is_open] == []
    assert [name for held in CHECKS for name in held.rules if name not in names] == []


def test_all_that_the_sources_ask_for_is_there() -> None:
    """Eight steps, of which each has its checks; the four checklists; boundaries, standards and principles."""
    assert Counter((held.framework, held.part) for held in CHECKS) == {
        ("coaching-workflow", "checks"): 18,
        ("coaching-workflow", "boundaries"): 6,
        ("coaching-checklists", "items"): 18,
        ("quality-standards", "standards"): 5,
        ("principles", "principles"): 7,
    }
    steps = dict.fromkeys(held.beside for held in CHECKS if held.part == "checks")
    assert (len(steps), next(iter(steps))) == (8, "Intake, boundaries, coaching goal")
    lists = Counter(held.check[0] for held in CHECKS if held.part == "items")
    assert lists == {"A": 9, "B": 3, "C": 3, "D": 3}


def test_what_only_a_person_can_say_is_never_claimed_by_a_rule_alone() -> None:
    told = [held for held in CHECKS if held.part == "items" and held.check[0] in "CD"]
    assert all(held.attested and not held.rules for held in told)
