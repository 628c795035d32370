"""Logs: the order of their entries, what kind of event each of them is, and whether its day has come."""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby, pairwise
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.checks.words import first_line, record_name
from pmcoach_lint.doctypes import LOG
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.rules.structure_order import longest_rise
from pmcoach_lint.syntax.source import Mention, Offence, Span
from pmcoach_lint.tuples import NamedTuple

_SEVERAL = 10
"""In a log of so many entries it is by choice that most do not say what kind they are. Our own figure."""


_MANY = 3
"""So many entries ahead of the day are told once: the day that counts as today may well be an old one."""


class _Entry(NamedTuple):
    """An entry of a log: its day (ISO), where that stands, and its title."""

    day: str
    span: Span
    title: str


@rule("PMC305")
def entry_out_of_order(document: Document) -> Offences:
    """An entry of a log is out of the order of its days.

    A log runs from new to old, or from old to new: which of the two is told by most of its entries. Where they do not
    tell, the newest comes first. Entries of the same day may stand in any order, and below headings whose weeks stand
    from new to old they may run from Monday to Friday.

    Why it matters:
        A new entry always goes to the same place. One that stands elsewhere is not found again, and two people file the
        same meeting twice.

    What to do:
        Move the entry to the place that the finding names.

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

    Good:
        ---
        type: event-log
        ---

        ## 2026-02-23 — Call — Prices

        ## 2026-03-02 — Meeting — Roadmap review

        ## 2026-03-09 — Workshop — What the roadmap is for
    """
    for name, field in document.binding.fields.items():
        if field.mark.get("order") == "newest-first" and field.day and name in document.data:
            for entries in _by_headings(document, _entries(document, name, field)):
                yield from _out_of_order(entries)


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


def _by_headings(document: Document, entries: list[_Entry]) -> list[list[_Entry]]:
    """The entries as one run, or those below each heading apart, where the stretches of time below these are in order.

    So a log may run from the newest week to the oldest, and from Monday to Friday within each.
    """
    heads = [piece.text[0] for piece in document.pieces if piece.level]
    runs = [[*run] for _, run in groupby(entries, key=lambda entry: bisect_left(heads, entry.span[0]))]
    if not 1 < len(runs) < len(entries):
        return [entries]
    spells = [(min(entry.day for entry in run), max(entry.day for entry in run)) for run in runs]
    falls = all(earlier[0] > later[1] for earlier, later in pairwise(spells))
    rises = all(earlier[1] < later[0] for earlier, later in pairwise(spells))
    return runs if falls or rises else [entries]


def _out_of_order(entries: list[_Entry]) -> Offences:
    days = [entry.day for entry in entries]
    rises = sum(later > earlier for earlier, later in pairwise(days))
    falls = sum(later < earlier for earlier, later in pairwise(days))
    newest_first = rises <= falls
    if not rises or not falls:
        return
    order = sorted(range(len(days)), key=days.__getitem__, reverse=newest_first)
    ranks = {index: rank for rank, index in enumerate(order)}
    in_order = longest_rise([ranks[index] for index in range(len(days))])
    kept = [entries[index] for index in sorted(in_order)]
    for index, entry in enumerate(entries):
        if index not in in_order:
            yield _misplaced(entry, kept, newest_first=newest_first)


def _misplaced(entry: _Entry, kept: list[_Entry], *, newest_first: bool) -> Offence:
    """The offence of an entry that stands in the wrong place among those that are `kept` where they are."""
    after = (other for other in kept if (other.day < entry.day if newest_first else other.day > entry.day))
    below = next(after, None)
    where, other = ("above", below) if below else ("below", kept[-1])
    first = "the newest comes first" if newest_first else "this log runs from old to new"
    message = f"The entry of {entry.day} is out of order: {first}."
    hint = f"It belongs {where} that of {other.day}" + (f", “{other.title}”." if other.title else ".")
    related = (Mention(other.span, f"it belongs {where} this one"),)
    return Offence(entry.span, message, hint, related=related)


@rule("PMC306", severity=Severity.WARNING)
def entries_without_kind(document: Document) -> Offences:
    """Entries of an event log do not say what kind of event they were.

    They are told once, at the first of them. A log that sorts its entries by the type of work instead, or in which few
    say what they were, is kept in another way, and none of it is told.

    Why it matters:
        Half a year later somebody looks for the decisions, or for the wins. Only the kind tells them from thirty calls.

    What to do:
        Say it behind the day: `2026-03-02 — Call — Prices before summer`. In a table, add a column “Type”.

    Bad:
        ---
        type: event-log
        ---

        ## 2026-03-02 — Prices before summer

    Good:
        ---
        type: event-log
        ---

        ## 2026-03-02 — Call — Prices before summer
    """
    if not document.is_a(LOG):
        return
    entries = document.data.get("entries", ())
    unsaid = [at for at, entry in enumerate(entries) if not {"kind", "work_type"} & entry.keys()]
    lacking = [at for at in unsaid if not document.is_settled(("entries", at, "kind"))]
    if lacking and (len(entries) < _SEVERAL or len(lacking) * 2 <= len(entries)):
        field = document.binding.fields["entries"]
        name = record_name(field, entries[lacking[0]])
        which = f"{len(lacking)} of {len(entries)} entries do" if len(lacking) > 1 else f"Entry “{name}” does"
        kinds = ", ".join(field.fields["kind"].schema["enum"])
        message = f"{which} not say what kind of event {'they were' if len(lacking) > 1 else 'it was'}."
        at = first_line(document, document.values[("entries", lacking[0])])
        hint = f"Say it behind the day, or in a column “Type”: {kinds}."
        yield Offence(at, message, hint)


@rule("PMC307", severity=Severity.WARNING)
def entry_in_the_future(document: Document, options: Options) -> Offences:
    """An entry of an event log bears a day that has not come yet.

    Of many such entries the first is told for all. What is still to come stands under “Coming up”.

    Why it matters:
        The log is what rates and assessments are held against. Hours of next month are in no client's memory, and a
        wrong day or year hides an entry where nobody looks for it.

    What to do:
        Put the day right, or move the entry to “Coming up” until it has happened.

    Bad:
        === as of 2026-11-20
        ---
        type: event-log
        ---

        ## 2026-12-24 — Call — Prices for the spring

        ## 2026-11-17 — Call — Prices before winter

    Good:
        === as of 2026-11-20
        ---
        type: event-log
        ---

        ## 2026-11-17 — Call — Prices before winter

        ## Coming up

        - 2026-12-24: prices for the spring
    """
    if not document.is_a(LOG) or not document.data.get("entries"):
        return
    today = options.as_of.isoformat()
    entries = _entries(document, "entries", document.binding.fields["entries"])
    ahead = [entry for entry in entries if entry.day > today]
    told = ahead if len(ahead) < _MANY else ahead[:1]
    hint = "Put the day right; what is still to happen stands under “Coming up”."
    for entry in told:
        which = f"{entry.day} has" if told is ahead else f"The days of {len(ahead)} entries, such as {entry.day}, have"
        yield Offence(entry.span, f"{which} not come yet (as of {options.as_of}).", hint)
