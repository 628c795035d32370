"""Whether what is to come back each week does, and no more often than both can keep up: reps and sessions."""

from __future__ import annotations

import re

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.parts import PLANS, Node, nodes_at
from pmcoach_lint.coaching.practice import at_least, at_most
from pmcoach_lint.doctypes import PACK
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.language.said import text_at
from pmcoach_lint.readers.calendar import MONTH, WEEKDAY
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, offence_at_word
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path

_RHYTHM: Path = ("cadence", "rhythm")

_SPELL = rf"(?:the |this )?(?:cycle|quarter|coaching|programme|program|period|term|{MONTH})"
_ONCE = anycase(
    r"\b(?:(?:only |just )?once (?:in|during|within|over|by|at|before) "
    rf"(?:the (?:end|middle|start) of )?{_SPELL}\b|one-?off\b|(?:only|just) once\b|once(?=:)"
    rf"|(?:at|towards|by|before|in) (?:the )?(?:end|middle|start|beginning) of {_SPELL}\b"
    r"|(?:a|one) single (?:time|session|workshop|afternoon|morning)\b|in one go\b|a one-time\b)",
    near="once one end middle start beginning single",
)
_AGAIN = anycase(
    r"\b(?:week(?:s|ly|days?)?|fortnight\w*|every|each|daily|per|times|twice|regularly|again|until|from)\b"
    rf"|\b{WEEKDAY}\b|\ba (?:day|month)\b"
)


@rule("PMC726", severity=Severity.WARNING)
def rep_done_once(document: Document) -> Offences:
    """The only rep of a bet takes place once: “once in the cycle”, “at the end of January”.

    A bet with another rep is let pass, and so is one that says somewhere how often it comes back.

    Why it matters:
        A step up the ladder is made by doing the same thing again with what was learned the last time. What is done
        once is a task, however good it is.

    What to do:
        Cut it down to what fits into 30 to 90 minutes of each week, and make the large piece the stretch assignment.

    Bad:
        ## 4) Development Plan

        ### B1: Frame first

        #### Weekly reps

        - Once in the cycle: write a frame for the largest request

    Good:
        ## 4) Development Plan

        ### B1: Frame first

        #### Weekly reps

        - Write a frame for the largest request of the week
    """
    for plan in nodes_at(document, PLANS) if document.is_a(PACK) else ():
        reps = plan.nodes("reps")
        text = reps[0].text("rep") if len(reps) == 1 and not _spans_weeks(reps[0]) else ""
        found = _ONCE.search(text)
        if found and not _AGAIN.search(text[: found.start()] + text[found.end() :]):
            message = f"“{found[0]}”: this is done once, and is no weekly rep."
            hint = "Cut it down to a part that fits into each week, and make the rest the stretch assignment."
            yield offence_at_word(document, reps[0].at("rep"), found[0], message, hint)


def _spans_weeks(rep: Node) -> bool:
    """Whether a rep says of itself that it runs over several weeks."""
    weeks = rep.value.get("weeks")
    first, last = at_least(weeks), at_most(weeks)
    return first is not None and last is not None and first < last


_SESSIONS = r"(?:sessions?|calls?|check-?ins?|1:1s?|one-on-ones?|meetings?|talks?|coaching|syncs?|stand-?ups?)"
_DAILY = r"(?:daily|(?:on )?(?:every|each) (?:working |week)?day)"
_JOINED = r"(?:,? (?:and|&) |, ?|/)"
_OFTEN = anycase(
    rf"\b{_DAILY}\b(?=[^.;,\n]{{0,40}}\b{_SESSIONS}(?!\w))"
    rf"|\b{_DAILY}(?=\s*(?:[,;.()]|$|at \d|for \d))"
    rf"|\b{WEEKDAY}(?:{_JOINED}{WEEKDAY}){{2,}}\b"
    rf"|\b(?:three|four|five|six|[3-7])(?: times|(?: \w+)? {_SESSIONS})(?: of [^.;,\n]{{0,15}})?"
    r" (?:a|per|each|every) week\b",
    re.MULTILINE,
    near="daily every each times and days, / three four five",
)
"""That something takes place each day, on three days of the week, or three times in it."""
_NOT_COACHED = anycase(
    r"\b(?:no|not|never|without|instead of|status|operational|operative|ops|team|engineering|async\w*|written|message"
    r"|comments?|notes?|or|alternat\w*|rotat\w*|stays?|remains?|usual|(?:if|when|where) needed|first week|weeks? \d"
    r"|business|free)\b"
)


@rule("PMC745", severity=Severity.WARNING)
def more_sessions_than_last(document: Document) -> Offences:
    """The cadence has the coach and the PM meet three times a week or more: a daily call, a session on three weekdays.

    Meetings that are no coaching, and what goes on in writing, do not count.

    Why it matters:
        A cadence is worth what is left of it in week six. What takes hours of both each week is cancelled first, and a
        PM who can ask every day asks before thinking.

    What to do:
        Meet once a week for 30 to 60 minutes, and leave the rest to comments on the work.

    Bad:
        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** 60-minute session on Mondays, Wednesdays and Fridays

    Good:
        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** 45-minute session on Wednesdays, written comments on Fridays
    """
    if not document.is_a(PACK) or not value_at(document, _RHYTHM) or _RHYTHM not in document.values:
        return
    said = text_at(document, _RHYTHM)
    found = _OFTEN.search(said.text)
    if found and not _NOT_COACHED.search(_clause(said.text, found.start(), found.end())):
        message = f"“{found[0]}” is more often than both can keep up."
        hint = "Meet once a week for 30 to 60 minutes, and leave the rest to comments on the work."
        yield Offence(said.span(*found.span()), message, hint)


def _clause(text: str, start: int, end: int) -> str:
    """What is said around a place, up to the next stop."""
    begin = max(text.rfind(stop, 0, start) for stop in ".;\n") + 1
    ends = [at for stop in ".;,\n" if (at := text.find(stop, end)) >= 0]
    return text[begin : min(ends, default=len(text))]
