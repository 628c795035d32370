"""Rules about when a fractional PM delivers: times that are none."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.checks.words import spot, value_at
from pmcoach_lint.coaching.vague import Vocabulary
from pmcoach_lint.doctypes import ASSESSMENT, LOG, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.language.said import said_at
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path

DELIVERABLES: Path = ("proposed", "deliverables")

_STEPPED = (ASSESSMENT, PLAN, PROPOSAL, LOG)
_DUE: tuple[tuple[Path, str], ...] = (
    (DELIVERABLES, "timeline"),
    (("next_steps",), "by"),
    (("gaps",), "by"),
    (("rate", "evidence"), "by"),
    (("transfer", "frameworks"), "by"),
)
"""Where a document tells by when something is there or done."""

_ACTIONS = {ASSESSMENT: ("repositioning.quick_wins",), PLAN: ("transfer.habits.item",)}
"""Where each type says what is done in its time."""

_START = r"(?:the )?(?:start|kick-?off|begin(?:ning)?|go-?ahead|signature|signing)"
_UNDATED = (
    r"at some (?:point|time|stage)(?: (?:soon|later|in (?:the )?future))?|some ?(?:day|time)(?: soon)?"
    r"|sooner or later"
    r"|(?:when|if|as)(?:ever)? (?:there is|there['’]s|(?:we|i|you|they) have) (?:some |enough )?time"
    r"|(?:when|if|as(?: soon as)?|once) (?:the |our |their )?(?:time|calendars?|capacity|workload|budget|diary|season)"
    r" (?:allows?|permits?)"
    r"|when(?:ever)? (?:it fits|things (?:are|have) \w+|it is convenient)|once things (?:are|have) \w+"
    r"|in the near(?:er)? future|eventually|in due (?:course|time)"
)
"""Times that nobody can miss."""

_OPEN_TIME = anycase(
    rf"(?:{_UNDATED}|as (?:and when )?(?:needed|required|necessary|requested|appropriate)"
    r"|when(?:ever)? (?:needed|required|possible)|on (?:demand|request)|asap|as soon as (?:possible|we can|i can)"
    rf"|(?:(?:very )?soon|early(?: on)?|shortly|some time)(?: after {_START})?|later(?: on)?"
    r"|(?:in (?:the )?)?future|one day"
    r"|(?:soon|some ?time|at some point)? ?(?:in|over|during) the (?:next|coming) (?:few )?(?:weeks|months)"
    r"|(?:some ?time )?(?:(?:early|later?) )?(?:in|after) the new year|(?:early |late )?next year"
    r"|(?:still )?(?:to be|not yet|not) (?:agreed|fixed|decided|scheduled|dated|planned|set)(?: yet)?"
    r"|no (?:date|day|time) yet|over time|as we go|on-?going"
    r"|continuous(?:ly)?|open(?:-ended)?|indefinite(?:ly)?|always|flexible)"
)
_RARE = (
    r"from time to time|(?:every )?now and (?:then|again)|once in a while|every so often|occasionally"
    r"|time permitting"
    r"|(?:when(?:ever)?|if) possible"
)
_SOME_DAY = rf"(?P<when>{_UNDATED}|{_RARE})"
_SOME_DAY_FIRST = anycase(rf"[\W_]*(?P<when>{_UNDATED}|{_RARE}|(?:soon|later(?: on)?)(?=[*_]*[:,]))(?![\w’'-])")
_SOME_DAY_LAST = anycase(rf"(?<![\w’'-])(?<!for ){_SOME_DAY}(?=[\s.!*_)]*(?:\Z|\s[-–—]\s))")


_NO_TIME = Vocabulary(
    """
    agreed aligned allows available capacity coming convenient depending early earliest eventually flexible gradually
    later mid-term new open possible ready rolling soon sooner shortly some spare suits tba tbc tbd
    """,
    """
    best calendar client client's decided fixed few holidays kick-off long-term months next of point possible progress
    quarter soon spring stage start summer autumn team time times vp weeks winter year
    """,
)
"""Times of which no word is a day, a week or a figure: `as soon as the calendar allows`, `in the new year`."""

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_FAR = anycase(
    rf"[\W_]*(?P<when>(?:(?:in|by|from|over|during|until|next|after)\b[^:;,.|\n]{{0,30}}?\b(?:{'|'.join(_MONTHS)}"
    rf"|quarters?"
    r"|months?|q[1-4]|spring|summer(?: holidays)?|autumn|winter|year)\b(?: 20\d\d)?(?: on)?))"
    r"(?=\s*[:,]|\s(?:i|we|start|begin|run|set|hold|build|introduce|offer|propose|present|ask|plan|take|have)\b)"
)
"""How a quick win of this week begins that is none of this week."""


_IN_MONTH = anycase(
    rf"\b(?P<when>(?:in|by|from|until|end of|before) (?:early |mid-|late )?(?P<month>{'|'.join(_MONTHS)})(?: 20\d\d)?)"
    r"(?=\W*(?:\Z|\s[-–—]\s))"
)
_SOON = 1
"""A quick win may fall into the next month, as weeks do not ask for it."""


def _far_off(win: str, written: Any) -> re.Match[str] | None:
    """The words by which a quick win is to come later than this week, as far as that is plain."""
    found = _IN_MONTH.search(win) if isinstance(written, str) else None
    if found and (_MONTHS.index(found["month"].lower()) + 1 - int(written[5:7])) % len(_MONTHS) > _SOON:
        return found
    return _FAR.match(win)


def _is_no_time(when: str) -> bool:
    return bool(_OPEN_TIME.fullmatch(when.strip(" .!*_()"))) or _NO_TIME.is_all_of(when)


@rule("PMC645", severity=None, within=())
def deliverable_without_end(document: Document) -> Offences:
    """A deliverable has no time: it is ongoing, as needed, or comes some day.

    Next steps, frameworks and evidence that are to come, quick wins of an assessment and habits of a coaching plan are
    looked at as well: “at some point”, “from time to time”, “in the new year”. A quick win is one of this week.

    Standard: Actionable; principle: work towards the day on which the client does not need you every day.

    Why it matters:
        What is never done cannot be accepted, and cannot end. It is how an engagement becomes a habit of the client.

    What to do:
        Name a day, a week, or a last time: “monthly until March”.

    Bad:
        ---
        type: work-proposal
        ---

        ## Proposed Strategic Engagement

        ### Deliverables

        | Deliverable | Purpose | Timeline |
        |---|---|---|
        | Decision briefs | One page for the board | As needed |

    Good:
        ---
        type: work-proposal
        ---

        ## Proposed Strategic Engagement

        ### Deliverables

        | Deliverable | Purpose | Timeline |
        |---|---|---|
        | Decision briefs | One page for the board | Monthly until March |
    """
    for part, name in _DUE if document.type in _STEPPED else ():
        for index, record in enumerate(value_at(document, part) or ()):
            when = record.get(name, "")
            if _is_no_time(when):
                message = f"“{when}” is no time by which anybody could see that this is done."
                hint = "Name a day, a week, or a last time: “monthly until March”."
                yield Offence(spot(document, (*part, index, name)), message, hint)
    yield from _some_day(document)
    for said in said_at(document, "repositioning.quick_wins") if document.is_a(ASSESSMENT) else ():
        if match := _far_off(said.text, document.data.get("date")):
            message = f"“{match['when']}” is not this week, and a quick win is."
            yield Offence(said.span(*match.span("when")), message, "Take the part of it that can be done this week.")


def _some_day(document: Document) -> Offences:
    """Actions and habits whose time is told, and is none."""
    for said in said_at(document, *_ACTIONS.get(document.type, ())):
        for match in (_SOME_DAY_FIRST.match(said.text), _SOME_DAY_LAST.search(said.text)):
            if match:
                message = f"“{match['when']}” is no time at which anybody could see that this is done."
                hint = "Name a day, or what it goes with: “every Friday”, “before each planning”."
                yield Offence(said.span(*match.span("when")), message, hint)
                break
