"""What a fix proposes."""

from __future__ import annotations

from pmcoach_lint.syntax.source import Change
from pmcoach_lint.tuples import NamedTuple


class Proposal(NamedTuple):
    """A change that would put something right.

    `edits` do not overlap. `safe` says that the meaning stays what its author intended; a proposal that is not is a
    guess. `keeps_data` says that not a single value may change; otherwise values on the edited lines may.
    """

    message: str
    edits: tuple[Change, ...]
    safe: bool
    keeps_data: bool

    @property
    def start(self) -> int:
        """Where the first edit begins."""
        return min(span[0] for span, _ in self.edits)

    @property
    def end(self) -> int:
        """Where the last edit ends."""
        return max(span[1] for span, _ in self.edits)
