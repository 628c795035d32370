"""Rules about whose gain strategic work is: what the fractional PM puts in or gets, or what the client gets."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.doctypes import ASSESSMENT, LOG, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.language import Hit, lexicon, noted
from pmcoach_lint.language.excuses import is_excused
from pmcoach_lint.language.loose import loose_texts
from pmcoach_lint.language.said import said_at
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence, Span

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
    "hours|days|weekends|evenings of .. preparation|research|writing|effort",
    "i|we worked|spent ... hours|days|weekends|evenings|nights|weeks",
    "effort|work|time went|goes into it|this|that|the",
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

_MINE = anycase(
    r"\b(?:gives|lets|allows|keeps|makes|gets|brings|earns) me\b(?!\s+(?:to say|time to))[^.;|\n]{0,60}"
    r"|\b(?:i get|i can show|i become|i gain|i win)\b[^.;|\n]{0,40}"
    r"|\bmy (?:reference|profile|standing|portfolio|visibility|reputation|career|network)s?\b"
    r"|\bfor the fractional pm\b"
    r"|\bfoot in the door\b|\bharder to replace\b|\bmakes? (?:me|us) (?:\w+ )?(?:needed|visible|irreplaceable)\b"
    r"|\b(?:visibility|scope|work|reputation|access|standing) for me\b"
)
"""The same, told in free words."""

_MY_NEED = anycase(
    r"\b(?:my other clients?|(?:the |a )?clients? (?:that )?i (?:am|will|would|have|may)\b[^.;|\n]{0,15}?\blos\w+"
    r"|(?:earned|deserve|need) (?:a|this|the) raise|my (?:own )?(?:income|rent|living|utili[sz]ation|cash flow"
    r"|pipeline|bills)"
    r"|(?:fill|bridge|in) (?:my|the) (?:slow|quiet|empty) (?:\w+ )?(?:months?|spring|summer|autumn|winter|calendar"
    r"|weeks))\b"
)
"""What the fractional PM needs, where a rate is argued: `my other clients pay more`."""

_QUOTED = regex(r"[\"“”]")
"""What somebody of the client may have said of their own gain."""

_MY_LOSS = anycase(
    r"\A\W*(?:my|our|the (?:fractional|outside|external)|(?:fpm|fractional|advis[eo]r|consultant)-\w+(?:(?:'"
    r"|’)s)?)\b[^.;|\n]{0,60}"
    r"|\A\W*i\b(?! (?:expect|think|see|estimate|reckon|fear|believe|assume|would expect))[^.;|\n]{0,60}"
    r"|\b(?:keep|need|book|hire|pay)\w*(?: for)? an? (?:outside|external|fractional)\b[^.;|\n]{0,20}"
    r"|\b(?:follow-up|further|next|new) (?:project|contract|engagement|mandate)s?\b|\b(?:cheaper"
    r"|another) (?:contractor|consultant|freelancer)\b"
)
_CLIENT_LOSES = anycase(
    r"\b(?:you|yours?|customers?|users?|revenue|renewals?|churn|market|competitors?|deadline|release|team|squad"
    r"|pms|pm-\w+)\b|[€$£%]"
)
"""Whose loss it is: of the fractional PM, and of nobody else."""

_PER = r"(?:an?|per|each|every|/)"
_SUM = r"[€$£]\s?\d[\d.,]*k?"
_MUCH = r"(?:\d+|more|full|an?|one|two|three|four)"
_PUT_IN = anycase(
    rf"\b(?:charge|invoice|bill)\b|\b(?:hourly|daily|day) rate|{_SUM}\s?{_PER}\s?(?:h|hour|day)\b"
    rf"|\b(?:{_MUCH} )+(?:\w+ )?hours?\b|\b(?:{_MUCH} )+days? (?:{_PER}|each|every|of)\b|\b(?:my|the) (?:rate|fee"
    rf"|price)\b"
    r"|\b(?:retainer|on call|reachable|years (?:of|in)|worth my while|senior|available)\b"
)
"""Hours, days, and the price of one, behind the turn to what the client can have."""

_WORTH = anycase(
    r"\b(?:worth(?! my)|value|sav\w+|avoid\w*|protect\w*|deci\w+|choos\w+|choice|stop\w*|drop\w*|less|fewer|faster"
    r"|earlier"
    r"|sooner|instead|revenue|sales|claims?|renew\w*|churn|customers?|costs? (?:fall|drop)\w*|margin|savings|alone"
    r"|themselves"
    r"|without me|your (?:team|pms?|squads?)|the (?:team|pms?|squads?|board|project|regions?)|outcomes?|returns?"
    r"|loss\w*"
    r"|keeps?|rests?|downtime|exposure|penalt\w+|prevent\w*|reduc\w+|increas\w+)\b"
)
"""What a client can have: without a word of it there is nothing but what is put in."""

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
    told = []
    for hit in lexicon(_BY_EFFORT).at(document, *ARGUED.get(document.type, ())):
        if _SPARED.search(hit.text.text) or (hit.text.path[-1] == "proposition" and not _to_come(hit)):
            continue
        message = f"“{hit.words}” is what you put in, not what the client gets."
        told.append(hit.text.path)
        yield Offence(hit.span, message, hint)
    if ("rate", "proposition") not in told:
        yield from _priced_by_hours(document)
    lost = lexicon(_LOSES).at(document, IGNORED) if document.is_a(PROPOSAL) else ()
    spans = [hit.span for hit in (*lexicon(_FOR_ITSELF).at(document, *ARGUED.get(document.type, ())), *lost)]
    spans += [
        span for span in _own_gains(document) if not any(span[0] < end and start < span[1] for start, end in spans)
    ]
    for span in spans:
        words = " ".join(document.text[slice(*span)].split())
        yield Offence(span, f"“{words}” is about you, not about what the client gets.", hint)


def _priced_by_hours(document: Document) -> Offences:
    """Where the value that is to come is told in a price of hours, or in so many of them."""
    for text in said_at(document, "rate.proposition") if document.is_a(ASSESSMENT) else ():
        turn = _TO_COME.search(text.text)
        told = text.text[turn.end() :] if turn else ""
        found = _PUT_IN.search(text.text, turn.end()) if turn and not _WORTH.search(told) else None
        if found:
            message = f"“{found[0].strip()}” is what you put in, not what the client gets."
            yield Offence(text.span(*found.span()), message, "Say what the client can do or decide because of it.")


def _own_gains(document: Document) -> Iterator[Span]:
    """Where free words tell what the fractional PM gains, or would lose."""
    places = tuple(place for place in ARGUED.get(document.type, ()) if not place.endswith("proposition"))
    for text in said_at(document, *places):
        for found in _MINE.finditer(text.text):
            if not is_excused(text.folded, *found.span()) and not _QUOTED.search(text.text):
                yield text.span(*found.span())
    argued = said_at(document, "rate.basis.basis", "rate.proposition", *places) if document.type in ARGUED else ()
    for text in (*argued, *(loose_texts(document) if document.type in ARGUED or document.is_a(LOG) else ())):
        yield from (text.span(*found.span()) for found in _MY_NEED.finditer(text.text))
    for text in said_at(document, IGNORED) if document.is_a(PROPOSAL) else ():
        lost = _MY_LOSS.search(text.text)
        if lost and not _CLIENT_LOSES.search(text.text):
            yield text.span(*lost.span())


_TAKEN = anycase(
    r"\bI (?:alone )?(?:decided|chose|made the (?:\w+ )?(?:decision|call)|took the decision)\b(?! (?:not"
    r"|to (?:ask|leave|let|join|write|wait|show|hand"
    r"|propose|recommend|bring|stop (?:doing|writing)|step)|with|together|against))[^.;|\n]{0,30}"
    r"|\band (?:then )?decided (?:for|on|against) (?:option|the)\b[^.;|\n]{0,15}"
    r"|\bI (?:saved|rescued|single-?handed(?:ly)?|turned (?:it|the \w+) around)\b[^.;|\n]{0,20}"
    r"|\bwithout (?:me|my (?:intervention|help|work|input)),? (?:nobody|no one|they|it|the|nothing"
    r"|this)\b[^.;|\n]{0,30}"
    r"|\bthanks to me(?: alone)?\b|\b(?:mine|me) alone\b|\ball (?:of it )?(?:mine|my (?:work|doing))\b"
    r"|\bsingle-?handed(?:ly)?\b"
    r"|\bnobody else\b[^.;|\n]{0,25}\b(?:could|would|can)\b|\bit was my (?:decision|call)\b|\bonly (?:because of"
    r"|through|thanks to) me\b"
)
_CREDITED = {
    LOG: ("entries.title", "entries.happened", "entries.decisions", "entries.impact", "contributions"),
    "evidence-portfolio": ("entries", "contributions"),
    PROPOSAL: ("contributions",),
    "artifact": ("decision", "outcome"),
}
_PARTS_OF_CREDIT = ("", ".title", ".contribution", ".decision", ".credit", ".outcome", ".impact")


@rule("PMC655", severity=None)
def credit_taken(document: Document) -> Offences:
    """A contribution is told as a decision of your own, or as what nobody at the client could have done.

    That you recommended it, brought the options, or asked the question is what a decision of the client owes you.
    Standards: Client-Centered, Evidence-Based.

    Why it matters:
        The client was there. Who reads that you decided, or that it was all yours, remembers who did, and doubts the
        rest.

    What to do:
        Say who decided, and what you did for it.

    Bad:
        ---
        type: event-log
        ---

        ## 2026-06-23 — Decision — I decided to drop the rewrite

    Good:
        ---
        type: event-log
        ---

        ## 2026-06-23 — Decision — The CPO dropped the rewrite, on the page with three options
    """
    places = [f"{place}{part}" for place in _CREDITED.get(document.type, ()) for part in _PARTS_OF_CREDIT]
    texts = [*said_at(document, *places)]
    texts += loose_texts(document) if places else []
    seen = 0
    for text in sorted(texts, key=lambda one: one.start):
        for found in _TAKEN.finditer(text.text):
            span = text.span(*found.span())
            if span[0] >= seen and not is_excused(text.folded, *found.span()):
                seen = span[1]
                words = " ".join(document.text[slice(*span)].split())
                message = f"“{words}” takes what is the client's for your own."
                yield Offence(span, message, "Say who decided, and what you did for it.")


def _to_come(hit: Hit) -> bool:
    """Whether words of a value proposition stand behind the turn to what the client can have."""
    turn = _TO_COME.search(hit.text.text)
    return bool(turn and turn.start() < hit.start)
