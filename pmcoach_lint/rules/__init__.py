"""The rules: one module for each family. To add a rule, add one function to its family's module."""

from __future__ import annotations

from functools import cache

from pmcoach_lint.rules import content, files, frontmatter, references, structure, tables
from pmcoach_lint.rules.registry import Explanation, Rule, registered

__all__ = ["Explanation", "Rule", "all_rules", "content", "files", "frontmatter", "references", "structure", "tables"]


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules, by code."""
    return tuple(registered())
