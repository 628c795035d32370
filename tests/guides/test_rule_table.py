"""The table of rules in the docs says what the tests really run."""

from __future__ import annotations

from collections import Counter

from pmcoach_lint.rules import all_rules
from tests.rules.table import PAGE, counted, page
from tests.rules.test_cases import CASES
from tests.rules.test_examples import EXAMPLES


def test_the_table_in_the_docs_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: make table"


def test_the_numbers_are_those_of_the_tests_that_run() -> None:
    ran: Counter[tuple[str, bool]] = Counter((case.rule, case.bad) for case in CASES)
    for parameters in EXAMPLES:
        rule, example = parameters.values
        ran[rule.name, example.bad] += 1  # type: ignore[union-attr]
    assert counted() == {rule.name: (ran[rule.name, True], ran[rule.name, False]) for rule in all_rules()}
