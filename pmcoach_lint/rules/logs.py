"""The order of logs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.checks.words import first_line, record_name
from pmcoach_lint.document import Document
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.rules.structure_order import longest_rise
from pmcoach_lint.syntax.source import Mention, Offence, Span
from pmcoach_lint.tuples import NamedTuple


class _Entry(NamedTuple):
    """An entry of a log: its day (ISO), where that stands, and its title."""

    day: str
    span: Span
    title: str


@rule("PMC305", "entry-out-of-order")
def entry_out_of_order(document: Document) -> Iterator[Offence]:
    """An entry of a log stands below one that is older.

    A log is kept with the newest entry first. Entries of the same day may stand in any order.

    Why it matters:
        Whoever opens the log sees first what happened last, and a new entry always goes to the same place. One that
        stands further down is not found again, and two people file the same meeting twice.

    What to do:
        Move the entry to the place that the finding names. Where the whole log runs the other way, turn it round.

    Bad:
        ---
        type: event-log
        ---

        ## 2026-03-16 — Decision — Stop the rewrite

        ## 2026-03-02 — Meeting — Roadmap review

        ## 2026-03-09 — Workshop — What the roadmap is for

        ## 2026-02-23 — Call — Prices

    Good:
        ---
        type: event-log
        ---

        ## 2026-03-16 — Decision — Stop the rewrite

        ## 2026-03-09 — Workshop — What the roadmap is for

        ## 2026-03-02 — Meeting — Roadmap review

        ## 2026-02-23 — Call — Prices
    """
    for name, field in document.binding.fields.items():
        if field.mark.get("order") == "newest-first" and field.day and name in document.data:
            yield from _out_of_order(_entries(document, name, field))


def _entries(document: Document, name: str, field: Binding) -> list[_Entry]:
    """The dated entries of a log as they stand in the text."""
    day = field.day.name if field.day else ""
    records: list[dict[str, Any]] = document.data[name]
    entries = [
        _Entry(record[day], first_line(document, document.values[(name, index, day)]), record_name(field, record))
        for index, record in enumerate(records)
        if day in record
    ]
    return sorted(entries, key=lambda entry: entry.span)


def _out_of_order(entries: list[_Entry]) -> Iterator[Offence]:
    days = [entry.day for entry in entries]
    rises = sum(later > earlier for earlier, later in pairwise(days))
    falls = sum(later < earlier for earlier, later in pairwise(days))
    if rises > falls and rises > 1:
        message = f"This log runs from old to new: it begins on {days[0]} and ends on {days[-1]}."
        related = (Mention(entries[-1].span, "the last entry"),)
        yield Offence("entry-out-of-order", entries[0].span, message, "Turn it round: newest first.", related=related)
        return
    ranks = {index: rank for rank, index in enumerate(sorted(range(len(days)), key=days.__getitem__, reverse=True))}
    in_order = longest_rise([ranks[index] for index in range(len(days))])
    kept = [entries[index] for index in sorted(in_order)]
    for index, entry in enumerate(entries):
        if index not in in_order:
            yield _misplaced(entry, kept)


def _misplaced(entry: _Entry, kept: list[_Entry]) -> Offence:
    """The offence of an entry that stands in the wrong place among those that are `kept` where they are."""
    older = next((other for other in kept if other.day < entry.day), None)
    newer = kept[-1]
    where, other = ("above", older) if older else ("below", newer)
    message = f"The entry of {entry.day} is out of order: the newest comes first."
    hint = f"It belongs {where} that of {other.day}" + (f", “{other.title}”." if other.title else ".")
    related = (Mention(other.span, f"it belongs {where} this one"),)
    return Offence("entry-out-of-order", entry.span, message, hint, related=related)
