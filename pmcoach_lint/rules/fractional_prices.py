"""Rules about how a fractional PM prices work: strategy by the hour, tactics by their value."""

from __future__ import annotations

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import ASSESSMENT, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.orders import order_in
from pmcoach_lint.engagement.position import OFFERED
from pmcoach_lint.engagement.rates import money_text, rate_of
from pmcoach_lint.language import lexicon
from pmcoach_lint.language.loose import planned
from pmcoach_lint.language.said import said_at
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
    "hourly billing|billed|invoicing|basis",
    "billed|invoiced|charged|paid as worked",
    "billed|invoiced|charged|paid|priced at|with an|the? hourly rate",
    "advisory|advice|strategic|coaching|days|scope ... ... billed|invoiced|charged ... ... an_hour|per_hour|hourly",
    "advisory|advice|strategy|strategic|coaching|sessions .. .. at|for ... per|an hour|h",
    "charged|billed|invoiced on_top|extra|in_addition at|with ... per|an hour",
    "billed|invoiced|charged|billing ... by|per|with|on time_sheet|timesheet|time_sheets|timesheets|recorded_hours",
    "payment|billing|invoice by|for hours worked|recorded|spent",
    "based on recorded|actual|worked hours",
    "hourly rate of? ... for coaching|strategy|advice|advisory",
    "each|every started hour",
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


_AT_AN_HOUR = anycase(
    r"\b(?:charged|billed|invoiced|additional|extra)\b[^.;|]{0,30}?\b(?:at|for|with)\b[^.;|]{0,12}?[$€£]\s?\d[\d.,]*"
    r"\s?(?:/|an\b|per\b)\s?h(?:our|r)?\b"
)
"""What is charged by the hour beside a sum."""

_TACTICAL = anycase(r"\b(?:tactical|tickets?|specs?|prds?|stor(?:y|ies)|execution|operational|support)\b")
"""Work of which an hour may have its price."""

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
    if not document.is_a(PROPOSAL) and not document.is_a(ASSESSMENT):
        return
    terms = value_at(document, OFFERED)
    terms = terms if isinstance(terms, dict) else {}
    hint = "Name one price for the period or the result, and what it changes."
    rate = rate_of(terms.get("rate"))
    words = " ".join([str(terms.get("terms", "")), *terms.get("gets", ())])
    if rate and "total" not in terms and not _ONE_SUM.search(words):
        amount = money_text(rate.low, rate.high, rate.currency)
        message = f"Strategic work is priced by the {rate.per} here, at {amount}."
        yield offence(document, (*OFFERED, "rate"), message, hint)
        return
    by_time = lexicon(_BY_TIME)
    hits = [(hit.text, hit.start, hit.end) for hit in (*by_time.at(document, *_TERMS), *by_time.beyond(document))]
    for text in (*said_at(document, *_TERMS), *planned(document)) if not hits else ():
        hits += [(text, *found.span()) for found in _AT_AN_HOUR.finditer(text.text)]
    for text, start, end in hits:
        if not _TACTICAL.search(text.text):
            message = f"“{' '.join(text.text[start:end].split())}” prices strategic work by time."
            yield Offence(text.span(start, end), message, hint)
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
