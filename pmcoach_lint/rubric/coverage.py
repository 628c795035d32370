"""Who looks after what: each check of the frameworks, with the rules that hold it, or a person who attests it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.coaching.attested import ATTESTED
from pmcoach_lint.standards import Standards
from pmcoach_lint.tuples import NamedTuple

_PARTS = {
    "coaching-workflow": (("checks", "check", "step"), ("boundaries", "boundary", "instead")),
    "coaching-checklists": (("items", "item", "checklist"),),
    "quality-standards": (("standards", "standard", "meaning"),),
    "principles": (("principles", "principle", "practice"),),
}
"""Where frameworks keep their checks, by type: the list, what a record is called, and what is told beside it."""


class Held(NamedTuple):
    """A check: the type of its framework, the part it stands in, what it says, and the names of the rules that hold it.

    `beside` is its step or checklist, or what it means; `attested` says that a person has to look.
    """

    framework: str
    part: str
    check: str
    beside: str
    rules: tuple[str, ...]
    attested: bool

    @property
    def is_open(self) -> bool:
        """Whether nobody looks."""
        return not self.rules and not self.attested


def coverage(standards: Standards) -> Iterator[Held]:
    """All checks of the frameworks that hold for a repository, in the order in which they are met."""
    for kind, parts in _PARTS.items():
        document = standards.find(kind)
        data = document.data if document else {}
        steps = {str(step.get("number")): str(step.get("step", "")) for step in data.get("steps", ())}
        for part, name, beside in parts:
            for record in data.get(part, ()):
                if name in record:
                    held = _held(kind, part, record, name, beside)
                    yield held._replace(beside=steps.get(held.beside, held.beside))


def _held(kind: str, part: str, record: dict[str, Any], name: str, beside: str) -> Held:
    holders = [holder.strip("`") for holder in record.get("held_by", ())]
    label = record.get("id")
    check = f"{label}: {record[name]}" if label else record[name]
    rules = tuple(holder for holder in holders if holder != ATTESTED)
    return Held(kind, part, check, str(record.get(beside, "")), rules, ATTESTED in holders)
