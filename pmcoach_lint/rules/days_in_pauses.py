"""Days on which, by the document's own word, nothing is to take place."""

from __future__ import annotations

from datetime import date

from pmcoach_lint.checks.words import spot
from pmcoach_lint.coaching.cycle import as_day, cycle_of
from pmcoach_lint.coaching.parts import REVIEW_PLAN, REVIEWS, TRACKER, nodes_at
from pmcoach_lint.doctypes import PACK, PLAN
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.language.pauses import may_pause, pauses_of
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Mention, Offence, Span

Places = list[tuple[date, Span]]
"""Days, each with where it stands."""


@rule("PMC772", severity=Severity.WARNING)
def day_in_a_pause(document: Document) -> Offences:
    """A review, a session or a follow-up is set for a day in a pause that the document itself tells.

    A pause is told with its first and its last day: “pause 21 December – 1 January”, “the office is closed from …”.
    What is due on its last day may be due by its end. In a coaching plan for a client the sessions, check-ins and
    reviews are looked at.

    Why it matters:
        Nobody comes. Whoever notices moves it on their own, and the week behind the pause begins with a missed day.

    What to do:
        Move it in front of the pause or behind it, or correct the pause.

    Bad:
        ---
        type: coaching-pack
        start: 2026-11-30
        weeks: 8
        ---

        ## Context snapshot

        **Timeframe:** 8 working weeks, pause from 21 December 2026 to 1 January 2027

        ## 6) Follow-up Tracker + Review Plan

        ### Review plan

        | Date | Review |
        |---|---|
        | 2026-12-29 | Two frames |

    Good:
        ---
        type: coaching-pack
        start: 2026-11-30
        weeks: 8
        ---

        ## Context snapshot

        **Timeframe:** 8 working weeks, pause from 21 December 2026 to 1 January 2027

        ## 6) Follow-up Tracker + Review Plan

        ### Review plan

        | Date | Review |
        |---|---|
        | 2027-01-05 | Two frames |
    """
    if not (document.type in (PACK, PLAN) and may_pause(document)):
        return
    start, days = _in_pack(document) if document.is_a(PACK) else _in_plan(document)
    start = start or min((day for day, _ in days), default=None)
    pauses = pauses_of(document, start) if start else []
    for day, span in dict.fromkeys(days):
        pause = next((pause for pause in pauses if pause.holds(day)), None)
        if pause:
            message = f"{day} lies in the pause from {pause.first} to {pause.last}."
            related = (Mention(pause.span, "the pause", document.source),)
            yield Offence(span, message, "Move it in front of the pause or behind it.", related=related)


def _in_pack(pack: Document) -> tuple[date | None, Places]:
    """When the cycle of a pack begins, and the days of its reviews and follow-ups."""
    cycle = cycle_of(pack)
    nodes = (node for part in (REVIEWS, TRACKER, REVIEW_PLAN) for node in nodes_at(pack, part))
    days = [(day, spot(pack, node.at("date"))) for node in nodes if (day := as_day(node.value.get("date")))]
    return cycle.start if cycle else None, days


def _in_plan(plan: Document) -> tuple[date | None, Places]:
    """When the cycle of a coaching plan for a client begins, and the days of its sessions, check-ins and reviews."""
    from pmcoach_lint.engagement.term import day_in, near, term_of  # noqa: PLC0415 - packs need none of it

    term, context = term_of(plan), near(plan)
    nodes = (node for part in ("sessions", "check_ins", "reviews") for node in nodes_at(plan, (part,)))
    told = ((day_in(node.text("date"), context), node) for node in nodes)
    return term.start if term else None, [(day, spot(plan, node.at("date"))) for day, node in told if day]
