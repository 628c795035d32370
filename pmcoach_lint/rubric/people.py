"""What people say of a pack: a reviewer's own scores, and what only somebody can attest."""

from __future__ import annotations

from datetime import date

from pmcoach_lint.checks.words import spot, value_at
from pmcoach_lint.coaching.attested import attestations_of, items_of, still_due
from pmcoach_lint.document import Document
from pmcoach_lint.rubric.frame import Rubric
from pmcoach_lint.rubric.model import Attested, Said
from pmcoach_lint.standards import Standards
from pmcoach_lint.syntax.yaml_marks import Path

_SCORES: Path = ("quality_gate", "scores")


def said_by_reviewer(main: Document, rubric: Rubric) -> dict[str, Said]:
    """A reviewer's scores by dimension. Of two for one dimension the first counts."""
    found: dict[str, Said] = {}
    for index, record in enumerate(value_at(main, _SCORES) or ()):
        name, number = rubric.find(str(record.get("dimension", ""))), record.get("score")
        if name and isinstance(number, int) and 1 <= number <= 5:
            place = main.range(spot(main, (*_SCORES, index, "score")))
            found.setdefault(name, Said(number, str(record.get("why", "")), main.source.file, place))
    return found


def attested(main: Document, standards: Standards, as_of: date) -> tuple[Attested, ...]:
    """The items of the checklists that only a person can say, with who said them when, and what is open.

    In a pack that is not active nothing is open.
    """
    items = items_of(standards)
    due = still_due(main, items, as_of) if main.status == "active" else []
    signed = [each for each in attestations_of(main) if each.done and each.is_signed]
    return tuple(
        Attested(
            item.id,
            item.item,
            item.checklist,
            tuple((each.by, each.date) for each in signed if each.item == item.id),
            ", ".join(f"month {each.month}" if each.month else "open" for each in due if each.item is item),
        )
        for item in items
        if item.is_attested
    )
