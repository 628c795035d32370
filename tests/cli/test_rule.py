"""`pmcoach rule`: what it shows is the rule's own documentation."""

from __future__ import annotations

import pytest

from pmcoach_lint.cli.rule import _explained, _listed
from pmcoach_lint.finding import Severity
from pmcoach_lint.rules import Rule, all_rules
from tests.cli.conftest import Ended, Run


def not_a_level(document: object) -> tuple[()]:
    """A level is none.

    It is
    no level.

    Why it matters:
        It does.

        Really.

    What to do:
        Write one.

    Bad:
        | a |

        | b |

    Good:
        - a
    """
    return ()


def missing_part(document: object) -> tuple[()]:
    """A part is missing."""
    return ()


def x(document: object) -> tuple[()]:
    """A part is missing."""
    return ()


FULL = Rule("PMC210", Severity.ERROR, not_a_level)
SHORT = Rule("PMC301", None, missing_part)
MILD = Rule("PMC302", Severity.WARNING, x)


def test_a_rule_is_explained_whole() -> None:
    assert (
        "".join(_explained(FULL))
        == """\
PMC210 not-a-level

A level is none.
Always an error.

It is
no level.

Why it matters:

  It does.

  Really.

What to do:

  Write one.

Bad:

    | a |

    | b |

Good:

    - a
"""
    )
    assert (
        "".join(_explained(SHORT))
        == """\
PMC301 missing-part

A part is missing.
A warning while the document is a draft or in review, an error once it is active.
"""
    )
    always = "Always a warning: it does not make a check fail."
    assert "".join(_explained(MILD)) == f"PMC302 x\n\nA part is missing.\n{always}\n"


def test_rules_are_listed_by_family() -> None:
    assert (
        "".join(_listed((FULL, SHORT, MILD)))
        == """\
Content
  PMC210  not-a-level   A level is none.

Structure
  PMC301  missing-part  A part is missing.
  PMC302  x             A part is missing.
"""
    )
    assert "".join(_listed(())) == ""


def test_every_rule_is_listed_and_explained_by_code_and_by_name(run: Run) -> None:
    assert run("rule") == Ended(0, "".join(_listed(all_rules())))
    for rule in all_rules():
        explained = Ended(0, "".join(_explained(rule)))
        assert run("rule", rule.code) == explained
        assert run("rule", rule.name) == explained
        assert run("rule", rule.code.lower()) == explained


@pytest.mark.parametrize(
    ("wanted", "question"),
    [
        ("not-a-levle", " Did you mean “not-a-level”?"),
        ("Not a level", " Did you mean “not-a-level”?"),
        ("PMC2100", " Did you mean “PMC210”?"),
        ("PMC999", ""),  # all codes are alike
        ("zzz", ""),
        ("", ""),
    ],
)
def test_an_unknown_rule_is_told_with_the_nearest(run: Run, wanted: str, question: str) -> None:
    assert run("rule", wanted) == Ended(
        2, "", f"Error: There is no rule “{wanted}”.{question}\npmcoach rule lists all of them.\n"
    )


@pytest.mark.parametrize("begin", ["PMC2", "pmc21"])
def test_the_beginning_of_codes_lists_their_rules(run: Run, begin: str) -> None:
    meant = [rule for rule in all_rules() if rule.code.startswith(begin.upper())]
    assert len(meant) > 1
    assert run("rule", begin) == Ended(0, "".join(_listed(tuple(meant))))


def test_the_figures_of_a_code_are_enough(run: Run) -> None:
    assert run("rule", "210") == run("rule", "PMC210")
    assert run("rule", "21") == run("rule", "PMC21")
