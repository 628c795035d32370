"""Rules about what only a person can say of a pack: what is attested, by whom, and for which month."""

from __future__ import annotations

from pmcoach_lint.checks.words import spot
from pmcoach_lint.coaching.attested import ATTESTATIONS, Due, attestations_of, items_of, may_be_due, still_due
from pmcoach_lint.doctypes import PACK
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.yaml_marks import Path

_LETTER = regex(r"^[A-Z]\.\s+")
"""The letter in front of the name of a checklist, which the ids of its items begin with."""


@rule("PMC780", severity=Severity.WARNING)
def attestation_open(document: Document, options: Options) -> Offences:
    """An active pack lacks the word of a person on something that only a person can say.

    Such are the items of the checklists that are attested: whether the coach asked before answering, whether the bets
    were looked at this month. Nothing is due on the first day. What is attested at the start has a week. A month of a
    cycle is four weeks; what is looked at once is due a week after the first of them, what is looked at each month a
    week after each. A tick counts for the earliest month that has none yet, so one that comes late counts as well.

    Why it matters:
        Coaching goes wrong where no document shows it: in answers given too fast, and in months without a look back.

    What to do:
        Look back, together, and write down what is so: who says it and when, or what is still open.

    Bad:
        ---
        type: coaching-pack
        start: 2026-06-01
        weeks: 4
        status: active
        ---

        ## Quality gate

        - [x] A1 Agreed that this is coaching (pm-07, 2026-06-01)
        - [x] C1 Options before answers (lead-02, 2026-07-01)
        - [x] C2 Feedback by criteria (lead-02, 2026-07-01)
        - [x] C3 The PM needs the coach less (pm-07, 2026-07-01)
        - [x] D1 Assessment brought up to date (lead-02, 2026-07-01)
        - [ ] D2 Bets kept or changed
        - [x] D3 Progress acknowledged (lead-02, 2026-07-01)

    Good:
        ---
        type: coaching-pack
        start: 2026-06-01
        weeks: 8
        status: draft
        ---

        ## Quality gate

        - [ ] C1 Options before answers
    """
    if not document.is_a(PACK) or document.status != "active" or not may_be_due(document, options.as_of):
        return
    if not any(field.is_section for name, field in document.binding.fields.items() if name in document.data):
        return  # there is more to be said first
    items, attested = items_of(options.standards), [*attestations_of(document)]
    unsigned = {each.item for each in attested if each.done and not each.is_signed}  # of these another rule speaks
    due = [each for each in still_due(document, items, options.as_of) if each.item.id not in unsigned]
    known = {item.id for item in items}
    misnamed = [each.item[:1] for each in attested if each.item and each.item not in known]
    stated = {each.item: each.path for each in attested if not each.done}
    nowhere = ATTESTATIONS if ATTESTATIONS[:1] in document.keys else ("status",)
    grouped: dict[tuple[str, int], list[Due]] = {}
    for each in due:
        grouped.setdefault((each.item.checklist, each.month), []).append(each)
    told: dict[Path, list[list[Due]]] = {}  # one finding for all that stands nowhere: it is one thing to do
    for open_ones in grouped.values():
        if len(open_ones) <= misnamed.count(open_ones[0].item.id[:1].upper()):
            continue  # they are meant, under ids that there are none of
        place = next((stated[each.item.id] for each in open_ones if each.item.id in stated), nowhere)
        told.setdefault(place, []).append(open_ones)
    for place, lists in told.items():
        span = spot(document, place)
        singles = [_open(span, [[one]]) for open_ones in lists for one in open_ones]
        yield _open(span, lists)._replace(singles=tuple(singles)) if len(singles) > 1 else singles[0]


def _open(span: Span, lists: list[list[Due]]) -> Offence:
    """The offence of what nobody has confirmed yet, by checklist and month."""
    return Offence(span, f"Nobody has confirmed yet: {'; '.join(map(_open_in, lists))}.", _hint(lists))


def _open_in(due: list[Due]) -> str:
    """What is open in one checklist, for one month: an item in its own words, several by the name of their list."""
    month = f"month {due[0].month}" if due[0].month else ""
    if len(due) == 1:
        return f"“{due[0].item.item}” ({', '.join(filter(None, (due[0].item.id, month)))})"
    names = ", ".join(each.item.id for each in due)
    name = _LETTER.sub("", due[0].item.checklist)
    return f"{names} of the list “{name}”{f' ({month})' if month else ''}"


def _hint(lists: list[list[Due]]) -> str:
    """What to write, and for which months what is ticked already counts."""
    words = "What is so, write under a heading “Quality gate”, with who says it and when"
    hint = f"{words}: - [x] {lists[0][0].item.id} {lists[0][0].item.item} (who, day)."
    ticked = next((due for each in lists for due in each if due.ticked), None)
    if ticked:
        months = in_a_row([f"that of {day} for month {month}" for month, day in enumerate(ticked.ticked, 1)])
        hint += f" Month {ticked.month} was over on {ticked.over}. Each tick of {ticked.item.id} counts once: {months}."
    return hint


@rule("PMC781", severity=None)
def attestation_unsigned(document: Document) -> Offences:
    """An item is ticked, and nothing says who attests it, or when.

    Why it matters:
        A tick that is nobody's is worth nothing: a year later there is nobody to ask.

    What to do:
        Write the handle and the day behind the item.

    Bad:
        ## Quality gate

        - [x] C1 Options before answers

    Good:
        ## Quality gate

        - [x] C1 Options before answers (lead-02, 2026-11-05)
        - [ ] C2 Feedback by criteria
    """
    for each in attestations_of(document):
        if each.done and not each.is_signed:
            lacks = "who says it" if each.date else "when" if each.by else "who says it, and when"
            message = f"{each.item or 'This item'} is ticked, and nothing says {lacks}."
            hint = "Write the handle and the day behind it: (lead-02, 2026-11-05)."
            yield offence(document, each.path, message, hint)


@rule("PMC782", severity=None)
def unknown_checklist_item(document: Document, options: Options) -> Offences:
    """An item is attested by an id that none of the checklists has.

    Items without an id are a team's own remarks, and welcome.

    Why it matters:
        What is attested under a wrong id stays open, although somebody has looked.

    What to do:
        Write the id that the checklists have, or add the item to them.

    Bad:
        ## Quality gate

        - [x] C9 Options before answers (lead-02, 2026-11-05)

    Good:
        ## Quality gate

        - [x] C1 Options before answers (lead-02, 2026-11-05)
        - [x] The PM has read this pack first (pm-07, 2026-11-05)
    """
    named = [each for each in attestations_of(document) if each.item]
    known = [item.id for item in items_of(options.standards)] if named else []
    for each in named if known else ():
        if each.item not in known:
            message = f"The checklists have no item {each.item}."
            hint = f"They have: {', '.join(known)}."
            yield offence(document, each.path, message, hint)
