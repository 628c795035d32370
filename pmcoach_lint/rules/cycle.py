"""Whether what the front matter says of the cycle fits together."""

from __future__ import annotations

from datetime import date

from pmcoach_lint.coaching.cycle import Cycle, as_day, cycle_of
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.readers.calendar import weeks_between
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import rule

_BREAK = anycase(
    r"\b(?:breaks?|pauses?|paused|holidays?|vacation|leave|time off|days off|christmas|easter|new year|shut-?down"
    r"|freeze|excl\w*|no sessions?|skip\w*)\b"
)
_FEWER, _MORE, _BREAKS = -1, 2, 3
"""How many weeks a cycle may last fewer, or more, than it has; more where it speaks of a break. Our own figures."""


@rule("PMC769", severity=Severity.WARNING)
def end_and_weeks_disagree(document: Document) -> Offences:
    """The weeks of the cycle and its last day do not fit together.

    Breaks make a cycle longer than its weeks: up to three weeks more are left alone where the pack speaks of a break,
    and two where it does not. The last day is what counts for the agenda, the calendar and the pages.

    Why it matters:
        Half of the readers plan for the one, and half for the other. What falls due in between is held by nobody.

    What to do:
        Correct `weeks`, or `end`.

    Bad:
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        end: 2026-12-25
        ---

    Good:
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        end: 2026-11-27
        ---
    """
    cycle, last = cycle_of(document), as_day(document.data.get("end"))
    if cycle is None or last is None:
        return
    away = _weeks_longer(document, cycle, last)
    if last < cycle.start:
        message = f"The cycle ends on {last}, before it begins on {cycle.start}."
    elif away:
        end, side = Cycle(cycle.start, cycle.weeks).end, "later" if away > 0 else "earlier"
        message = (
            f"{cycle.weeks} weeks from {cycle.start} end on {end}; the last day is {last}, {abs(away)} weeks {side}."
        )
    else:
        return
    related = (mention(document, ("weeks",), "the weeks of the cycle"),)
    yield offence(document, ("end",), message, "Correct `weeks`, or `end`.", related)


def _weeks_longer(document: Document, cycle: Cycle, last: date) -> int:
    """How many weeks more a cycle lasts than it has, or fewer (below 0); 0 where breaks may account for it."""
    more = weeks_between(cycle.start, last) - cycle.weeks
    most = _BREAKS if more > _MORE and _BREAK.search(document.text) else _MORE
    return 0 if _FEWER <= more <= most else more
