"""Offences that most records of a list have alike are told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.checks.words import binding_at, way_of
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Together
from pmcoach_lint.syntax.source import Mention, Offence
from pmcoach_lint.syntax.yaml_marks import Path

MANY = 3
"""So many places of a list that are alike are told once: it was meant so, and is no slip."""


MOST_ALONE = 5
"""How many places that are still to fill in are shown one by one; more than that are one finding."""


def told_once(document: Document, offences: Iterable[Offence]) -> tuple[list[Offence], list[Offence]]:
    """Part the offences that one rule has found into those that stand alone and those that stand for many.

    The second ones stand for `MANY` or more, and for half or more of the values that are in the same column or list.
    What can be put right without asking stands alone.
    """
    told = list(offences)
    alone: list[Offence] = []
    if len(told) < MANY:
        return told, []
    columns: dict[Path, list[Offence]] = {}
    for offence in told:
        column = () if offence.instead else _column(document, offence)
        (columns.setdefault(column, []) if column else alone).append(offence)
    alike: list[Offence] = []
    for column, found in columns.items():
        if len(found) >= MANY and 2 * len(found) >= _length(document, column):
            alike.append(_together(document, column, found))
        else:
            alone += found
    return alone, alike


def as_one(document: Document, offence: Offence, stands_for: Iterable[Offence], together: Together) -> Offence:
    """An offence that tells several, in the words for them; where it stands and all else is that of `offence`."""
    singles = tuple(single for each in stands_for for single in each.singles or (each,))
    lines = [document.source.position(start).line for start, _ in sorted({single.span for single in singles})]
    message = together.tell([single.message for single in singles], lines)
    return offence._replace(message=message, singles=singles, together=together)


def few_or_one(
    document: Document, offences: list[Offence], words: str, hint: str, most: int = MOST_ALONE
) -> Iterator[Offence]:
    """Some offences one by one; more than `most` as a single one that is told in those `words`, and a `hint`."""
    if len(offences) <= most:
        yield from offences
    else:
        whole = Offence(offences[0].span, "", hint, everywhere=True)
        yield as_one(document, whole, offences, Together(words, most + 1))


def _column(document: Document, offence: Offence) -> Path:
    """The way to the value at which an offence stands, without the places in lists; empty if it is in no list."""
    found = document.whereabouts.at(offence.span)
    path = found[0] if found else ()
    column = way_of(path)
    return column if len(column) < len(path) else ()


def _length(document: Document, column: Path) -> int:
    return sum(way_of(path) == column for path in document.values)


def _together(document: Document, column: Path, offences: list[Offence]) -> Offence:
    first, *others = offences
    binding = binding_at(document, column[:-1])
    where = f" under “{binding.title}”" if binding and len(column) > 1 else ""
    related = (*first.related, *(Mention(offence.span, "the same here", offence.source) for offence in others))
    words = f"{{first}} It is the same with {{others}} more{where}."
    return as_one(document, first._replace(related=related), offences, Together(words, MANY))
