"""Days of the week that do not go with the day beside them."""

from __future__ import annotations

import re
from datetime import date

from pmcoach_lint.coaching.cycle import Cycle, cycle_of
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.language.cues import Cues
from pmcoach_lint.readers.calendar import DAY
from pmcoach_lint.readers.dates import parse_date, without_year
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence

_WEEKDAYS = Cues(
    "mon, monday, tue, tues, tuesday, wed, wednesday, thu, thur, thurs, thursday, fri, friday, sat, saturday, sun, "
    "sunday"
)
_MAYBE = regex(r"[.,]*\s+(?:the\s+)?[\dJFMASONDjfmasond]")
_BEHIND = anycase(rf"\.?,?\s+(?:the\s+)?(?P<day>{DAY})(?![\w-]|/\d)")
_IN_FRONT = anycase(rf"(?<![\w./-])(?P<day>{DAY})(?:\s\(|\s?[:–—-]\s(?:our |the )?first )\Z")
_LONGEST = 40
"""So long a day is at most, with what stands between it and its weekday."""

_ENDS = anycase(r"\.?\)|\s(?:coaching |working )?(?:session|meeting|1:1|one-on-one|call|sync|deep dive|slot)\b")
"""What follows a weekday behind its day: `4 Dec (Fri)`, `4 Dec: first Friday session`."""


@rule("PMC771", severity=Severity.WARNING)
def weekday_disagrees(document: Document) -> Offences:
    """A day is said to be on another day of the week than it is: “Thursday, 4 December 2026” is a Friday.

    A day without its year is looked at where it lies within the cycle, and not where the assessment tells what was.

    Why it matters:
        One goes by the weekday and another by the date, and each waits for the other.

    What to do:
        Correct the weekday, or the date.

    Bad:
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        ---

        ## 7) Risks / Open questions / Next steps

        ### Next steps

        - First session on Thursday, 9 October 2026

    Good:
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        ---

        ## 7) Risks / Open questions / Next steps

        ### Next steps

        - First session on Friday, 9 October 2026
    """
    cycle, text = cycle_of(document), document.standing
    for start, end in _WEEKDAYS.places(document.source):
        found = _beside(text, start, end)
        day = _day_of(document, found, cycle) if found else None
        if found and day and f"{day:%a}".lower() != text[start : start + 3].lower():
            span = min(start, found.start("day")), max(end, found.end("day"))
            words = " ".join(text[slice(*span)].split())
            yield Offence(span, f"“{words}”: {day} is a {day:%A}.", "Correct the weekday, or the date.")


def _beside(text: str, start: int, end: int) -> re.Match[str] | None:
    """The day that goes with the weekday from `start` to `end` of a text."""
    if _MAYBE.match(text, end) and (found := _BEHIND.match(text, end)):
        return found
    is_behind = text[start - 1 : start] == "(" or text[max(0, start - 6) : start].lower() == "first "
    is_behind = is_behind and _ENDS.match(text, end) is not None
    return _IN_FRONT.search(text, max(0, start - _LONGEST), start) if is_behind else None


def _day_of(document: Document, found: re.Match[str], cycle: Cycle | None) -> date | None:
    """The day that is told, if its year is known."""
    if yearless := without_year(found["day"]):
        bare = yearless._replace(weekday="")
        years = {cycle.start.year, cycle.end.year} if cycle else set()
        days = [day for year in years if (day := bare.in_year(year)) and cycle and cycle.start <= day <= cycle.end]
        place = document.whereabouts.at(found.span("day")) if days else None
        return days[0] if len(days) == 1 and not (place and place[0][:1] == ("assessment",)) else None
    try:
        return parse_date(found["day"])
    except Unreadable:
        return None
