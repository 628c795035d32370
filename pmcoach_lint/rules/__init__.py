"""The rules: one module for each family, or several. To add a rule, add one function to its family's module."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module

from pmcoach_lint.nearest import nearest
from pmcoach_lint.resources import modules_beside
from pmcoach_lint.rules.explanation import Explanation
from pmcoach_lint.rules.registry import Rule, registered

__all__ = ["Explanation", "Rule", "all_rules", "codes_of", "nearest_rule", "rules_elsewhere"]

_ABOUT_CLIENTS = ("engagement_", "fractional_")
"""How the modules begin whose rules look at the documents of client engagements and at no others."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules, by code: every module of this package is imported, and the rules in it sign in."""
    _import(modules_beside(__file__))
    return tuple(registered())


@cache
def rules_elsewhere() -> tuple[Rule, ...]:
    """The rules about other documents than those of client engagements, by code. No more modules are imported."""
    _import(module for module in modules_beside(__file__) if not module.startswith(_ABOUT_CLIENTS))
    return tuple(rule for rule in registered() if not rule.reads_engagements_only)


def _import(modules: Iterable[str]) -> None:
    for module in modules:
        import_module(f"{__name__}.{module}")


def codes_of(selector: str, rules: Iterable[Rule]) -> frozenset[str]:
    """The codes of those `rules` that a code, the beginning of one, or a name stands for; none when it is none.

    Capital letters do not count.
    """
    name, code = selector.lower(), selector.upper()
    return frozenset(rule.code for rule in rules if rule.name == name or rule.code.startswith(code))


def nearest_rule(word: str) -> str | None:
    """The name or code of the rule that a word was most likely meant to be; None where it is like none.

    All codes are alike, so one that is wrong in more than a figure is nearest to nothing.
    """
    rules = all_rules()
    return nearest(word, (rule.name for rule in rules)) or nearest(word, (rule.code for rule in rules), cutoff=0.75)
