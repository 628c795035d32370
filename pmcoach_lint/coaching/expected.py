"""Which parts a document of a type has to have, and which of them are not there."""

from __future__ import annotations

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.coaching.alone import left_out
from pmcoach_lint.coaching.parts import PLANS
from pmcoach_lint.coaching.practice import bets_hold_plan
from pmcoach_lint.document import Document


def parts(document: Document) -> list[Binding]:
    """The parts that a document of this type has, in their order."""
    binding = document.binding
    return [field for name, field in binding.fields.items() if field.is_section and name in binding.required]


def needed_parts(document: Document) -> list[Binding]:
    """The parts that a document has to have, after all that it holds."""
    return [part for part in parts(document) if not document.binding.excuses(part.name, document.data)]


def absent_parts(document: Document) -> list[Binding]:
    """Those of them that are not there: without what it leaves out on purpose, and a plan that its bets tell."""
    absent = [
        part for part in needed_parts(document) if (part.name,) not in document.keys and part.name not in document.data
    ]
    left = left_out(document) if absent else frozenset[str]()
    told = PLANS[0] if absent and bets_hold_plan(document) else ""
    return [part for part in absent if part.name not in left and part.name != told]
