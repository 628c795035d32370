"""Rules about whose gain strategic work is: what the fractional PM puts in or gets, or what the client gets."""

from __future__ import annotations

from pmcoach_lint.doctypes import ASSESSMENT, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.language import Hit, lexicon, noted
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence

ARGUED = {
    ASSESSMENT: (
        "rate.proposition",
        "rate.evidence.impact",
        "opportunities.untapped.benefit",
        "repositioning.deliverables.value",
    ),
    PROPOSAL: (
        "proposed.deliverables.deliverable",
        "proposed.deliverables.purpose",
        "investment.proposed.gets",
        "investment.roi.statement",
        "opportunity.impact.addressed",
    ),
    "artifact": ("outcome",),
    "evidence-portfolio": ("entries.outcome",),
}
"""Where each type says what strategic work is worth."""

IGNORED = "opportunity.impact.ignored"

_BY_EFFORT = (
    "hours|days of my|pm|product_management|senior|fractional|consulting|advisory|dedicated pm? time|work|support",
    "hours|days a_week|a_month|per_week|per_month of my|our|pm|senior|fractional|dedicated pm? time|work|support",
    "hours|days a_week|a_month|per_week|per_month of time|work|support|availability|capacity",
    "years|years'|decades of? product|pm|relevant|industry|professional|leadership? management? experience|expertise",
    "my|our availability|expertise|seniority|hard_work|dedication",
    "more|extra|additional hours|days|time of? mine|ours|from_me|from_us",
    "always available|reachable|on_call",
    "available whenever|at_any_time|around_the_clock|on_short_notice|full_time",
    "hours|days of .. workshops|meetings|sessions|training|interviews|calls delivered|held|done|given|run? $",
    "hours i|we put_in|work|worked|spend|spent|invest|invested",
)
_SPARED = anycase(r"\b(?:sav\w+|free[ds]?|freeing|fewer|less|reduc\w+|cuts?|gives? back|back)\b")
_FOR_ITSELF = noted(
    """
    secure|secures|protect|protects|justify|justifies|extend|extends|fund|funds|fill|fills|pay_for|pays_for|raise|
        raises|guarantee|guarantees|keep|keeps ... my .. hours|contract|rate|fee|engagement|role|seat|days|retainer|
        income|position|mandate
    my contract|engagement|role|retainer|mandate|seat is|gets|will_be|can_be .. extended|renewed|secured|safe|secure
    more|extra|higher|better|steady .. hours|income|utilisation|utilization|revenue|work|projects|days|business
        for me
    higher|better rate|fee is? possible|for_me|justified
    makes|make a? higher|better rate|fee possible
    positions|position|establishes|establish|shows|proves me as
    i become|get|am visible|seen|established|recognised|recognized
    keeps|keep|gets|get me on|in the account|client|business|engagement
    """
)
"""What the fractional PM gains, in the place of what the client does."""

_LOSES = noted(
    """
    my|fractional|@'s hours|contract|engagement|retainer|rate|mandate ... reduced|cut|cancelled|canceled|lost|end|ends|
        ended|shrink|shrinks|at_risk|run_out|runs_out
    hours|contract|engagement|retainer of @ ... reduced|cut|cancelled|canceled|lost|end|ends|ended|shrink|shrinks
    i|we lose|would_lose|will_lose ... my|the|this|our engagement|contract|hours|income|retainer|mandate|client
    my role|position stays|remains ... tactical|commodity|small|operational
    """
)
"""What doing nothing costs the fractional PM."""

_TO_COME = anycase(r"\bby shifting\b|\bstrategic (?:advi\w+|work|partner\w*)\b")
"""Where a value proposition turns from what the client has today to what it can have."""


@rule("PMC652", severity=None)
def value_in_hours(document: Document) -> Offences:
    """The value of strategic work is told in hours, availability or experience, or is the fractional PM's own.

    Hours that the client's people save are an outcome, and no offence.
    Standard: Client-Centered; principle: the rate is defended with outcomes, never with hours or effort.

    Why it matters:
        Hours and years can be had from others, and then the talk is about the price of an hour. It is about you, too,
        and not about what the client wants to reach.

    What to do:
        Say what the client can do or decide because of it.

    Bad:
        ---
        type: work-proposal
        ---

        ## Investment

        ### Proposed

        - €12,500 a month
        - What it gets you: 12 hours a week of senior PM time

    Good:
        ---
        type: work-proposal
        ---

        ## Investment

        ### Proposed

        - €12,500 a month
        - What it gets you: The roll-out decided, and two PMs who run the review
    """
    hint = "Say what the client can do or decide because of it."
    for hit in lexicon(_BY_EFFORT).at(document, *ARGUED.get(document.type, ())):
        if _SPARED.search(hit.text.text) or (hit.text.path[-1] == "proposition" and not _to_come(hit)):
            continue
        message = f"“{hit.words}” is what you put in, not what the client gets."
        yield Offence(hit.span, message, hint)
    lost = lexicon(_LOSES).at(document, IGNORED) if document.is_a(PROPOSAL) else ()
    for hit in (*lexicon(_FOR_ITSELF).at(document, *ARGUED.get(document.type, ())), *lost):
        yield Offence(hit.span, f"“{hit.words}” is about you, not about what the client gets.", hint)


def _to_come(hit: Hit) -> bool:
    """Whether words of a value proposition stand behind the turn to what the client can have."""
    turn = _TO_COME.search(hit.text.text)
    return bool(turn and turn.start() < hit.start)
