"""Rules about how a fractional PM prices work: strategy by the hour, tactics by their value."""

from __future__ import annotations

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.orders import order_in
from pmcoach_lint.engagement.position import OFFERED
from pmcoach_lint.engagement.rates import money_text, rate_of
from pmcoach_lint.language import lexicon
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.syntax.source import Offence

_TERMS = ("investment.proposed.terms", "investment.proposed.gets")
"""Where a proposal says for what it is paid."""


_BY_TIME = (
    "time and material|materials",
    "t&m",
    "billed|invoiced|charged|paid|priced by the hour|day",
    "billed|invoiced|charged|paid|priced hourly|daily",
    "hourly billing|billed|invoicing",
    "pay as you go",
)


_BY_VALUE = (
    "value-based",
    "outcome-based",
    "results-based",
    "performance-based",
    "value pricing|price|fee",
    "success|performance|outcome fee|bonus",
    "priced by value|outcome|result",
    "share of the savings|gains|revenue",
)


_ONE_SUM = anycase(r"\b(?:fixed|flat|lump|retainer|package|value|outcome|per project|for the project|all-?in|capped)\b")


@rule("PMC641", severity=None)
def strategy_by_the_hour(document: Document) -> Offences:
    """A strategic work proposal sells time: its price is one of hours or days, with no sum for what they bring.

    A rate beside a fixed total is no offence: that is how a client compares.
    Principle: sell tactical work by the hour, and strategy by what it is worth.

    Why it matters:
        A price by the hour invites the talk about hours. The best advice takes ten minutes and would earn the least.

    What to do:
        Name one price for the period or the result, and what it changes. Leave hours to the tactical work.

    Bad:
        ---
        type: work-proposal
        ---

        ## Investment

        ### Proposed

        - Hours: 12 hours a week
        - Rate: €240 per hour

    Good:
        ---
        type: work-proposal
        ---

        ## Investment

        ### Proposed

        - Hours: 12 hours a week
        - Total: €12,500 a month
    """
    terms = value_at(document, OFFERED) if document.is_a(PROPOSAL) else None
    if not isinstance(terms, dict):
        return
    hint = "Name one price for the period or the result, and what it changes."
    rate = rate_of(terms.get("rate"))
    words = " ".join([str(terms.get("terms", "")), *terms.get("gets", ())])
    if rate and "total" not in terms and not _ONE_SUM.search(words):
        amount = money_text(rate.low, rate.high, rate.currency)
        message = f"Strategic work is priced by the {rate.per} here, at {amount}."
        yield offence(document, (*OFFERED, "rate"), message, hint)
        return
    for hit in lexicon(_BY_TIME).at(document, *_TERMS):
        message = f"“{hit.words}” prices strategic work by time."
        yield Offence(hit.span, message, hint)
        return


@rule("PMC642", severity=None)
def tactics_by_value(document: Document, options: Options) -> Offences:
    """A price by value is asked for work that only takes orders.

    It is such work when all the deliverables of a proposal are low-value responses of the positioning matrix.
    Principles: sell tactical work by the hour; let the premium rest on strategic value.

    Why it matters:
        Anybody can be hired to write specs. A premium for it does not survive the first comparison, and takes the
        trust in the next price along.

    What to do:
        Price the tactical work by the hour, or deliver what is worth the price.

    Bad:
        ---
        type: work-proposal
        ---

        ## Proposed Strategic Engagement

        ### Deliverables

        | Deliverable | Purpose | Timeline |
        |---|---|---|
        | PRDs for checkout | The squad can start | 2026-10-16 |

        ## Investment

        ### Proposed

        - €14,000 a month, value-based

    Good:
        ---
        type: work-proposal
        ---

        ## Proposed Strategic Engagement

        ### Deliverables

        | Deliverable | Purpose | Timeline |
        |---|---|---|
        | Decision on the three bets for checkout | One is built, two are not | 2026-10-16 |

        ## Investment

        ### Proposed

        - €14,000 a month, value-based
    """
    if not document.is_a(PROPOSAL):
        return
    hit = next(lexicon(_BY_VALUE).at(document, *_TERMS), None)
    offers = value_at(document, ("proposed", "deliverables")) or ()
    needs = options.standards.client_needs if hit and offers else ()
    if hit and needs and all(order_in(one.get("deliverable", ""), one.get("purpose", ""), needs) for one in offers):
        message = f"The price is “{hit.words}”, and all that is delivered takes orders."
        hint = "Price the tactical work by the hour, or deliver what is worth the price."
        yield Offence(hit.span, message, hint)
