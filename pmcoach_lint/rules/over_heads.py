"""Whether a step goes over the head of somebody whose matter it is, or leaves them out."""

from __future__ import annotations

from pmcoach_lint.document import Document
from pmcoach_lint.language.heads import passed_over
from pmcoach_lint.language.said import said
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence


@rule("PMC906", severity=None)
def goes_over_a_head(document: Document) -> Offences:
    """A step goes over the head of somebody whose matter it is, or those whom it concerns hear of it too late.

    Such are a talk with the COO before the VP knows, a page that goes straight to the board when the sponsor says no,
    and PMs who are to be told afterwards. That it is not done is no offence, nor is what somebody was seen to do.
    Standards: Client-Centered; map what stakeholders expect, and plan the conversations that shift it.

    Why it matters:
        It works once. Whoever was passed over pays for the next step with trust, and the PM learns to go around people.

    What to do:
        Go to the person whose matter it is first, and ask them how to take it further, and with whom.

    Bad:
        ---
        type: value-assessment
        ---

        ## Repositioning Plan

        ### Conversation to Have

        **With:** the COO, on Friday, before I raise it with the VP Product

    Good:
        ---
        type: value-assessment
        ---

        ## Repositioning Plan

        ### Conversation to Have

        **With:** the VP Product, on Friday, and then with the COO together
    """
    if document.family == "standard":
        return
    for span in passed_over(document.source, document.body, for_client=document.family != "coaching"):
        if any(text.start <= span[0] < text.start + len(text.text) for text in said(document, "gap", "evidence")):
            continue  # what somebody was seen to do is no step
        words = " ".join(document.text[slice(*span)].split())
        message = f"“{words}” passes over somebody whose matter it is."
        yield Offence(span, message, "Go to them first, and ask how to take it further, and with whom.")
