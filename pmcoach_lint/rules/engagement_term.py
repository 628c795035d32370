"""Rules about the end of an engagement or of the coaching in it: days behind it, and graduation by the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import ASSESSMENT, LOG, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.term import WHAT, Term, day_in, near, term_of
from pmcoach_lint.language.hearsay import MONTHS
from pmcoach_lint.nearest import short
from pmcoach_lint.readers.calendar import DAY
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Mention, Offence
from pmcoach_lint.syntax.yaml_marks import Path

_DATED: dict[str, tuple[tuple[Path, str, str], ...]] = {
    PLAN: (
        (("sessions",), "date", "title"),
        (("check_ins",), "date", "topic"),
        (("reviews",), "date", "topic"),
    ),
    PROPOSAL: ((("proposed", "deliverables"), "timeline", "deliverable"),),
    LOG: ((("upcoming",), "date", "what"),),
}
"""What each type plans to be held or handed over within its term: the lists, the day, and what it is called."""

_AFTERWARDS = anycase(
    r"\b(?:follow[- ]?ups?|check[- ]?ins?|after(?:wards|care)?|alumni|optional|later|refresh\w*|booster|sparring"
    r"|renewal|next (?:term|contract|cycle|phase)|once .{0,30}\b(?:over|ended))\b"
)
"""What is meant to come behind the end."""
_DAY = anycase(DAY)
_WITHIN = anycase(
    r"\b(?:within|inside|during|before the end of|by the end of|until the end of|before)"
    rf" (?:the|this|our|my|your) (?:(?:current|present|running|proposed) )?{WHAT}\b"
    r"(?! (?:talk|renewal|review|starts?|begins?))",
    near="within inside during before end",
)
"""What a line says that is to happen in the term."""


@rule("PMC624", severity=None)
def after_its_term(document: Document) -> Offences:
    """Something that belongs into a contract, a term or a cycle has a day behind its end.

    The end is that which the head of the document tells. Held against it are the sessions, check-ins and reviews of a
    coaching plan, the deliverables of a proposal, what a log says is coming up, and lines that say themselves that they
    lie within the term. What is called a follow-up or check-in may come later.
    Standard: Actionable.

    Why it matters:
        What is planned for a day on which nobody is paid to come does not take place. It is most often the last step
        that this happens to: the review, the handover, the graduation.

    What to do:
        Put the day right, or say that it is a follow-up and who pays for it.

    Bad:
        ---
        type: coaching-plan
        cycle: 2026-10-05 to 2026-11-27
        ---

        ## Coaching Interventions

        ### Session 1: Saying no (2026-12-03)

        **Technique**: Play through three requests of last week

    Good:
        ---
        type: coaching-plan
        cycle: 2026-10-05 to 2026-11-27
        ---

        ## Coaching Interventions

        ### Session 1: Saying no (2026-11-26)

        **Technique**: Play through three requests of last week
    """
    if document.type not in (ASSESSMENT, PLAN, PROPOSAL, LOG):
        return
    term = term_of(document)
    yield from (*_planned(document, term), *_lines(document, term)) if term else ()


def _planned(document: Document, term: Term) -> Iterator[Offence]:
    """The sessions, reviews, deliverables or planned events behind the end of the term."""
    for part, when, what in _DATED.get(document.type, ()):
        for index, record in enumerate(value_at(document, part) or ()):
            day = day_in(str(record.get(when, "")), near(document))
            if day and day > term.end and not _AFTERWARDS.search(f"{record.get(what, '')} {record.get(when, '')}"):
                message, hint, related = _said(document, term, day)
                yield offence(document, (*part, index, when), message, hint, related)


def _lines(document: Document, term: Term) -> Iterator[Offence]:
    """The lines that say that they lie within the term, and tell one day, which does not."""
    lines = (document.source.line_span(match.start()) for match in _WITHIN.finditer(document.text, document.body))
    for line in dict.fromkeys(lines):
        told = list(_DAY.finditer(document.text, *line))
        day = day_in(told[0][0], near(document)) if len(told) == 1 else None
        if day and day > term.end:
            message, hint, related = _said(document, term, day)
            yield Offence(told[0].span(), message, hint, related=related)


def _said(document: Document, term: Term, day: date) -> tuple[str, str, tuple[Mention, ...]]:
    """The message, the hint and the place that tells the end of the term."""
    message = f"{day.isoformat()} lies behind the end of the {term.name}, {term.end.isoformat()}."
    hint = "Put the day right, or say that it is a follow-up and who pays for it."
    return message, hint, (Mention(term.span, f"the {term.name}", document.source),)


_ANYHOW = (
    r"(?:in any (?:case|event)|either way|regardless(?: of)?|no matter what|whatever (?:the|is|happens)"
    r"|automatic(?:ally)?|with or without (?:these|them|the criteria))"
)
_BY_THE_CALENDAR = anycase(
    rf"\b{_ANYHOW}\b[^.\n]{{0,60}}?\bgraduat(?:es?|ed|ion)\b|\bgraduat(?:es?|ed|ion)\b[^.\n]{{0,60}}?\b{_ANYHOW}\b",
    near="graduat",
)
_NOT_SO = anycase(r"\b(?:not|never|no|nobody|nothing|if she|if he|if they|if the pm|if pm-\w+)\b(?! matter)|n[’']t\b")
_DONE = r"(?:held|done|attended|completed?|finished|over|up|ended|ends|runs? out|behind (?:us|her|him|them))"
_SO_MANY = r"(?:\d+|two|three|four|six|eight|ten|twelve)"
_HELD = r"(?:sessions?|weeks|check-?ins?|talks|meetings|reviews?|workshops?|programme|program|plan)"
TIME_SERVED = anycase(
    rf"\W*(?:(?:all |the |both )*(?:\w+ )?(?:coaching )?sessions (?:(?:are|were|have been) )?{_DONE}|session \d {_DONE}"
    r"|(?:(?:they |she |he |pm-\w+ )?ha(?:s|ve) )?(?:attended|completed|finished|taken part in|been (?:to|in|at))"
    rf" (?:all|every|the|each)(?: of the)?(?: \w+)? (?:coaching )?{_HELD}(?:(?:,| and|, and) (?:all |the )?{_HELD})*"
    rf"|(?:the )?(?:coaching )?(?:cycle|term|contract|engagement|coaching|programme|program)"
    rf" (?:(?:is|has|are) )?{_DONE}"
    r"|(?:the )?(?:end of the|end of) (?:cycle|term|contract|coaching|engagement)"
    rf"|(?:after |at the end of )?(?:the )?{_SO_MANY} (?:weeks|months|(?:coaching )?(?:sessions|hours))"
    r"(?: (?:have passed|are (?:used up|spent)|are over|are done|after the start|of coaching"
    r"|in a row))?(?: without (?:complaints?|absence))?"
    rf"|(?:the )?(?:{MONTHS}|cycle|quarter|year) is (?:reached|over)"
    r"|(?:(?:she|he|they|pm-\w+) )?(?:has )?(?:completed|done|finished) (?:the|all|all the|her|his)"
    r" (?:exercises|homework|modules)"
    rf"|(?:on|by|from|at the end of|end of) (?:the )?(?:\d\S*|{MONTHS})(?: \d\S*|{MONTHS}){{0,2}}"
    r"|(?:the |our )?(?:contract|budget(?: for coaching)?|engagement|term|hours) (?:\w+ )?(?:ends?|runs? out|(?:is"
    r"|are) used up"
    r"|expires?|(?:is|are) over)(?: (?:in|on|at|by) [\w .-]{1,20})?"
    r"|(?:(?:she|he|they|pm-\w+) )?has (?:read|received|got|seen) all (?:the |of the )?(?:frameworks|templates"
    r"|materials?|books))\W*"
)
"""What a criterion says that is met by time alone."""


@rule("PMC636", severity=None)
def graduation_by_the_calendar(document: Document) -> Offences:
    """A PM graduates on a day, or by having been there, whatever they can do by then.

    Told are criteria that are met by time or attendance alone, and sentences by which somebody graduates in any case.
    Standard: Independence-Building.

    Why it matters:
        Graduation is the claim that somebody works without you. A calendar cannot back it, and the client finds out
        afterwards.

    What to do:
        Say what the PM does alone by then, and what happens if they do not: more weeks, fewer hours, another goal.

    Bad:
        ---
        type: coaching-plan
        ---

        ## Graduation Criteria

        - [ ] All four sessions have been held

    Good:
        ---
        type: coaching-plan
        ---

        ## Graduation Criteria

        - [ ] Turns down a request with the strategy as the reason, alone
    """
    if not document.is_a(PLAN):
        return
    hint = "Say what the PM does alone by then, and what happens if they do not."
    for index, record in enumerate(document.data.get("graduation") or ()):
        criterion = record.get("criterion", "") if isinstance(record, dict) else ""
        if TIME_SERVED.fullmatch(criterion):
            message = f"“{short(criterion)}” is met by time alone, and says nothing of what the PM can do."
            yield offence(document, ("graduation", index, "criterion"), message, hint)
    for match in _BY_THE_CALENDAR.finditer(document.text, document.body):
        begin, end = document.source.line_span(match.start())
        if not _NOT_SO.search(document.text, begin, end):
            message = f"“{short(' '.join(match[0].split()))}” lets the calendar decide, and not the criteria."
            yield Offence(match.span(), message, hint)
