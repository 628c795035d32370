"""The frameworks that pages draw: the rungs of the value ladder, and the phases of the workflow."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, replace

from pmcoach_lint import standards
from pmcoach_lint.names import name_key
from pmcoach_lint.rubric.coverage import Held, coverage
from pmcoach_lint.site.reading import text
from pmcoach_lint.standards import LadderLevel, Standards
from pmcoach_lint.tuples import NamedTuple


class Rung(NamedTuple):
    """A level of the value ladder: its name, what the client sees in somebody there, and what that is worth."""

    name: str
    sees: str = ""
    multiplier: str = ""


def frameworks_of(known: Standards, seen: Container[str]) -> Frameworks:
    """The frameworks that hold for a repository, as far as readers may see them: `seen` are their types."""
    ladder, phases = standards.VALUE_LADDER in seen, standards.WORKFLOW_PHASES in seen
    checks = tuple(held for held in coverage(known) if held.framework in seen)
    return Frameworks(
        tuple(_rung(level) for level in known.value_ladder) if ladder else (),
        tuple(text(phase.phase) for phase in known.phases) if phases else (),
        known.rung,
        checks,
    )


def _rung(level: LadderLevel) -> Rung:
    return Rung(text(level.level), text(level.client_sees), level.multiplier.text if level.multiplier else "")


@dataclass(frozen=True)
class Frameworks:
    """The frameworks that hold for a repository; empty where there are none.

    `find_rung` tells the place on the ladder of a level as people write it. `checks` are all that the frameworks ask
    for, with who looks.
    """

    ladder: tuple[Rung, ...] = ()
    phases: tuple[str, ...] = ()
    find_rung: Callable[[str], int | None] = lambda _: None
    checks: tuple[Held, ...] = ()

    def without_worth(self) -> Frameworks:
        """The same without what a level is worth, and without what the documents are checked for."""
        return replace(self, ladder=tuple(rung._replace(multiplier="") for rung in self.ladder), checks=())

    def rung(self, level: str) -> int | None:
        """The place of a level on the ladder, counted from the bottom."""
        place = self.find_rung(level) if level else None
        return place if place is not None and place < len(self.ladder) else None

    def phase(self, phase: str) -> int | None:
        """The place of a phase, given by its name or its number, counted from the first."""
        keys = [name_key(name) for name in self.phases]
        if phase.isascii() and phase.isdigit() and 0 < int(phase[:4]) <= len(keys):
            return int(phase[:4]) - 1
        return keys.index(name_key(phase)) if phase and name_key(phase) in keys else None
