"""Where coaching ends: matters that a coaching document is no place for, each with the place to go instead."""

from __future__ import annotations

from pmcoach_lint.coaching.alone import BOUNDARY, says_no_hr, stands_alone
from pmcoach_lint.document import Document
from pmcoach_lint.language import boundaries
from pmcoach_lint.language.crossings import Boundary, crossings
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence


@rule("PMC901", severity=None)
def formal_performance_process(document: Document) -> Offences:
    """A coaching document takes up a performance-improvement plan, a formal warning or a dismissal.

    To write about the boundary is welcome: “this is not a PIP”, “a PIP belongs to HR”.

    Why it matters:
        A formal process has rights, records and deadlines of its own. Mixed with coaching, the PM stops showing what
        is hard, and neither of the two can be relied on afterwards.

    What to do:
        Take it to your company's HR process. A development plan may go on beside it, clearly labelled as non-HR.

    Bad:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## 7) Risks / Open questions / Next steps

        If week 8 shows no change, pm-07 goes on a PIP.

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## Context snapshot

        **Boundary:** This is not a PIP. A PIP belongs to HR.
    """
    yield from _crossed(document, boundaries.PERFORMANCE)


@rule("PMC902", severity=None)
def hr_documentation(document: Document) -> Offences:
    """A coaching document serves, or is passed on, as documentation for HR.

    Why it matters:
        Notes for learning hold doubts and first attempts. Whoever has to fear the file writes nothing true any more.

    What to do:
        Leave what belongs into a personnel file to HR and its forms, and keep the pack out of it.

    Bad:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## 6) Follow-up Tracker + Review Plan

        Send the tracker to HR at the end of each month.

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## 6) Follow-up Tracker + Review Plan

        The tracker is never sent to HR.
    """
    yield from _crossed(document, boundaries.HR_RECORDS)


@rule("PMC903", severity=None)
def investigation(document: Document) -> Offences:
    """A coaching document takes up a complaint about somebody's conduct, or an investigation.

    Why it matters:
        Such a complaint is owed a fair hearing, and discretion. A pack that is read by several people gives neither.

    What to do:
        Report it to HR or the office for complaints, take it out of the pack, and let coaching wait.

    Bad:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## 2) Current Assessment

        A harassment complaint against pm-07 is still open.

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## 2) Current Assessment

        Followed up the complaint of a carrier about late labels, and found the cause in two days.
    """
    yield from _crossed(document, boundaries.INVESTIGATION)


@rule("PMC904", severity=None)
def compensation(document: Document) -> Offences:
    """A coaching document decides, justifies or negotiates somebody's pay or level.

    The money of a product, of customers and of a client engagement is none of this.

    Why it matters:
        When pay hangs on what the pack says, it turns into a negotiation, and no gap will be admitted in it.

    What to do:
        Take it to the levelling or compensation programme of the company.

    Bad:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## 6) Follow-up Tracker + Review Plan

        The score in week 8 decides about her salary.

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## 6) Follow-up Tracker + Review Plan

        Nothing in here decides about her salary.
    """
    yield from _crossed(document, boundaries.COMPENSATION)


@rule("PMC905", severity=None)
def conflict_mediation(document: Document) -> Offences:
    """A coaching document sets out to settle a conflict between people.

    To weigh conflicting interests of departments is a PM's work, and no offence.

    Why it matters:
        A conflict calls for a conversation now. In a plan for one of the two it has been decided already whose it is.

    What to do:
        Take the help there is for difficult conversations, and coach what is left when it is over.

    Bad:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## 4) Development Plan

        lead-02 mediates between pm-07 and pm-12 in week 2.

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## 4) Development Plan

        pm-07 mediates between the interests of sales and operations.
    """
    yield from _crossed(document, boundaries.CONFLICT)


@rule("PMC910", severity=None)
def plan_without_label(document: Document) -> Offences:
    """A development plan stands alone, and nothing says that it is no HR document.

    A plan stands alone where a pack has neither a definition of good, nor an assessment, nor bets.

    Why it matters:
        Without the parts that show where it comes from, a list of things that somebody must do by a date reads like
        the beginning of a formal process.

    What to do:
        Label it in its context: `**Boundary:** A coaching plan, not an HR document.`

    Bad:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## 4) Development Plan

        ### Bet 1: Frame first

        **Weekly reps:** Write one brief (45 min)

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        ## Context snapshot

        **Boundary:** A coaching plan, not an HR document.

        ## 4) Development Plan

        ### Bet 1: Frame first

        **Weekly reps:** Write one brief (45 min)
    """
    if not stands_alone(document) or "vision" in document.data or not _is_about_a_person(document):
        return
    if not says_no_hr(document):
        message = "This development plan stands alone, and nothing says that it is no HR document."
        hint = "Add a label to its context: **Boundary:** A coaching plan, not an HR document."
        yield Offence(document.keys[("plan",)], message, hint)


def _crossed(document: Document, boundary: Boundary) -> Offences:
    """Where a document about a person crosses the boundary."""
    if not boundary.cues.among(document.source) or not _is_about_a_person(document):
        return
    label = document.values.get(BOUNDARY, (0, 0))
    for span in crossings(boundary, document.source, document.body, label):
        message = f"This is about {boundary.what}, which no coaching document is the place for."
        yield Offence(span, message, boundary.instead)


def _is_about_a_person(document: Document) -> bool:
    """Whether the document is about a PM, as coaching packs and coaching plans are."""
    return "pm" in document.binding.fields
