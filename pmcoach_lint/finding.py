"""What the tool says: findings, their places and their fixes.

This module depends on nothing else in the package. Every format, rule and view speaks in these terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters: an error fails the run, a warning does not unless asked to."""

    ERROR = "error"
    WARNING = "warning"


class Position(NamedTuple):
    """A place in a text: line and column, both 1-based and counted in characters."""

    line: int
    column: int


class Range(NamedTuple):
    """A stretch of text from `start` up to, not including, `end`."""

    start: Position
    end: Position


class Edit(NamedTuple):
    """One replacement: the text in `range` becomes `text`."""

    range: Range
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that would settle a finding.

    `safe` says that the document's meaning stays what its author intended; an unsafe fix is a proposal.
    """

    message: str
    edits: tuple[Edit, ...]
    safe: bool


class Related(NamedTuple):
    """Another place that a finding speaks of, with what there is to see at it."""

    file: str
    range: Range
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the author, at one place.

    `file` is the path as it is shown, with forward slashes. `code` and `rule` name the rule (`PMC302`,
    `not-a-level`); `message` says what is wrong in the author's words, `why` for what reason it matters and `hint`
    what to do about it. `url` is the address of the rule's page, where the settings know one.
    """

    file: str
    range: Range
    code: str
    rule: str
    severity: Severity
    message: str
    why: str | None = None
    hint: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    url: str | None = None

    @property
    def sort_key(self) -> tuple[str, Range, str, str]:
        """The order in which findings are shown: by file, then place, then code."""
        return (self.file, self.range, self.code, self.message)
