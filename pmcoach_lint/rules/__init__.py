"""The rules: one module for each family, or several. To add a rule, add one function to its family's module."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pmcoach_lint.rules.registry import Explanation, Rule, registered

__all__ = ["Explanation", "Rule", "all_rules", "codes_of"]


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules, by code: every module of this package is imported, and the rules in it sign in."""
    for module in iter_modules(__path__, f"{__name__}."):
        import_module(module.name)
    return tuple(registered())


def codes_of(selector: str, rules: Iterable[Rule]) -> frozenset[str]:
    """The codes of those `rules` that a code, the beginning of one, or a name stands for; none when it is none.

    Capital letters do not count.
    """
    name, code = selector.lower(), selector.upper()
    return frozenset(rule.code for rule in rules if rule.name == name or rule.code.startswith(code))
