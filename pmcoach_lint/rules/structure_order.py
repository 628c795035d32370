"""Whether each part of a document stands there once, and in its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pmcoach_lint.checks.headings import holds_parts
from pmcoach_lint.coaching.expected import parts
from pmcoach_lint.document import Document
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.rules.structure import numbered, sentence
from pmcoach_lint.syntax.source import Mention, Offence, Span


@rule("PMC303")
def repeated_part(document: Document) -> Offences:
    """A part stands in the document twice.

    Why it matters:
        Only the first one is read. What the second says is lost to checks, scores and the tracker.

    What to do:
        Bring the two together under one heading.

    Bad:
        ## 4) Development Plan

        First half.

        ## 6) Follow-up Tracker

        Rows.

        ## 4) Development Plan

        Second half.

    Good:
        ## 4) Development Plan

        Both halves.

        ## 6) Follow-up Tracker

        Rows.
    """
    for again in document.repeated:
        title = document.binding.fields[again.name].title
        message = f"“{title}” stands here for the second time; only the first one is read."
        related = (Mention(again.first.text, "stands here first"),)
        hint = "Bring the two together under one heading."
        yield Offence(again.again.text, message, hint, related=related)


@rule("PMC304")
def misplaced_part(document: Document) -> Offences:
    """A part stands before another one that it builds on.

    Only types whose parts are numbered have an order; elsewhere parts may stand as the author likes.

    Why it matters:
        Readers of many packs look for each thing in its place; and a plan that stands before its bets was often
        written before them.

    What to do:
        Move the part to the place that the finding names.

    Bad:
        ## 4) Development Plan

        The plan.

        ## 3) Shared Vision

        The bets.

    Good:
        ## 3) Shared Vision

        The bets.

        ## 4) Development Plan

        The plan.
    """
    if not document.binding.numbered_parts:
        return
    expected = parts(document)
    placed: list[tuple[Span, int]] = sorted(
        (document.keys[(part.name,)], number) for number, part in enumerate(expected) if (part.name,) in document.keys
    )
    in_order = longest_rise([number for _, number in placed])
    for index, (span, number) in enumerate(placed):
        part = expected[number]
        if index in in_order or holds_parts(document, part):
            continue
        later = [other for _, other in placed[index + 1 :] if other < number]
        if later:
            other = expected[max(later)]
            where = f"It belongs after {numbered(document, other)}."
        else:
            other = expected[min(known for _, known in placed[:index] if known > number)]
            where = f"It belongs before {numbered(document, other)}."
        message = sentence(document, part, "stands in the wrong place")
        related = (Mention(document.keys[(other.name,)], f"“{other.title}” stands here"),)
        yield Offence(span, message, where, related=related)


def longest_rise(numbers: Sequence[int]) -> set[int]:
    """The indexes of the longest rising run among `numbers`; of equal ones that with the lowest end."""
    tails: list[int] = []
    ends: list[int] = []  # for each length, the index of the number that a run of that length ends with
    before: list[int] = []
    for index, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [index]
    run = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        run.add(index)
        index = before[index]
    return run
