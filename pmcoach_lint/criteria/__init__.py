"""What a score is made of: criteria that look at the records of a document and say which of them hold.

A criterion is a function with a docstring that signs in under a name. The rubrics, which are documents, say what each
is worth; no rubric can name one that is not here, and a test sees to it that none here goes unused.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from pmcoach_lint.criteria.registry import Case, Criterion, Mark, registered
from pmcoach_lint.resources import modules_beside

__all__ = ["Case", "Criterion", "Mark", "all_criteria"]


@cache
def all_criteria() -> dict[str, Criterion]:
    """All criteria by their names: every module of this package is imported, and the criteria in it sign in."""
    for module in modules_beside(__file__):
        import_module(f"{__name__}.{module}")
    return {criterion.name: criterion for criterion in registered()}
