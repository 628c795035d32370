"""The proof of a change: the new text is read again, and says what it said before and what was to be said besides."""

from __future__ import annotations

from collections.abc import Callable

from pmcoach_lint.checks.words import leaves
from pmcoach_lint.document import Document
from pmcoach_lint.settings import UsageError
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

Read = Callable[[str], Document]
"""Reads a text as the document."""


class Refused(UsageError):
    """A change that cannot be made, or that would change something else."""


class Insertion(NamedTuple):
    """A text that is put in at one place; nothing is taken out."""

    at: int
    text: str

    def into(self, text: str) -> str:
        """The text with it."""
        return text[: self.at] + self.text + text[self.at :]


def same_but_for(before: Document, after: Document, path: Path, index: int) -> bool:
    """Whether `after` says what `before` says, and has one record more: the one at `index` of the list at `path`."""
    here, there = dict(leaves(before.data)), dict(leaves(after.data))
    depth = len(path)
    moved = {}
    for at, value in there.items():
        if at[:depth] == path and len(at) > depth and isinstance(at[depth], int):
            place = int(at[depth])
            if place == index:
                continue
            at = (*path, place - (place > index), *at[depth + 1 :])  # noqa: PLW2901 - where it stood before
        moved[at] = value
    return after.doctype is before.doctype and moved == here


def new_offence(before: Document, after: Document) -> Offence | None:
    """What cannot be read in `after` and could in `before`; None where there is no such thing."""
    known = [offence.message for found in before.offences.values() for offence in found]
    for found in after.offences.values():
        for offence in found:
            if offence.message not in known:
                return offence
            known.remove(offence.message)
    return None
