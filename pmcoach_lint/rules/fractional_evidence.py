"""Rules about what backs a claim in a document for a client: something to look up, or talk and memory."""

from __future__ import annotations

from pmcoach_lint.doctypes import ASSESSMENT, LOG, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.language.excuses import is_negated, is_quoted
from pmcoach_lint.language.hearsay import hearsay_among, is_remembered
from pmcoach_lint.language.said import said_at
from pmcoach_lint.nearest import short
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence

_DOCUMENTED = {
    ASSESSMENT: ("rate.evidence.documentation",),
    LOG: ("entries.source",),
    "evidence-portfolio": ("entries.evidence",),
    PLAN: (),
    PROPOSAL: (),
}
"""Where each type says in what a contribution can be looked up."""


@rule("PMC653", severity=None)
def claim_on_hearsay(document: Document) -> Offences:
    """A claim about the client or a PM rests on talk, a feeling or somebody's memory, and on nothing to look up.

    Such are what “everybody knows”, what “is well known in the industry”, a “general impression”, what is so “as in
    most companies”, and documentation that is “to be written up when needed”. A sentence with a day, a figure,
    somebody's words or an occasion is let pass, and so is an assumption that is called one.
    Standard: Evidence-Based; principle: document every strategic contribution.

    Why it matters:
        The first question of whoever pays is “how do you know?”. One claim that nobody can check makes the others look
        alike.

    What to do:
        Name the count, the document, the meeting with its day or the person's words; or call it an assumption, and say
        who checks it by when.

    Bad:
        ---
        type: value-assessment
        ---

        ## Client Team Assessment

        ### PM Team Strategic Capability

        | PM | Current Level | Gap | Coaching Opportunity |
        |---|---|---|---|
        | pm-31 | Tactical | Everybody knows that she never says no | Two requests a week, asked why |

    Good:
        ---
        type: value-assessment
        ---

        ## Client Team Assessment

        ### PM Team Strategic Capability

        | PM | Current Level | Gap | Coaching Opportunity |
        |---|---|---|---|
        | pm-31 | Tactical | Took in 14 of 14 requests since 1 September | Two requests a week, asked why |
    """
    if document.type not in _DOCUMENTED:
        return
    hint = "Name the count, the document, the meeting with its day or somebody's words; or call it an assumption."
    folded = document.source.folded
    wished, until = document.values.get(("graduation",), (0, 0))  # no claim, but what is hoped for
    for start, end in hearsay_among(document.source):
        if not wished <= start < until and not is_quoted(folded, start, end) and not is_negated(folded, start):
            words = " ".join(document.source.text[start:end].split())
            yield Offence((start, end), f"“{words}” backs nothing that anybody could look up.", hint)
    for text in said_at(document, *_DOCUMENTED[document.type]):
        if is_remembered(text.text):
            message = f"“{short(text.text)}” is in nobody's files."
            hint = "Say in which file, mail or entry of the log it is kept, with its day, or by when you write it down."
            yield Offence(text.span(0, len(text.text)), message, hint)
