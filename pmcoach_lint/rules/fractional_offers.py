"""Rules about what a fractional PM offers: deliverables, and the case for the work."""

from __future__ import annotations

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import ASSESSMENT, LOG, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.orders import action_in, deed_of, is_delivery, order_in
from pmcoach_lint.language.chores import is_chore
from pmcoach_lint.language.said import lines_of, said_at
from pmcoach_lint.nearest import short
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.fractional_worth import RESULTS, has_result
from pmcoach_lint.rules.offences import Offences, offence, offence_at_word
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path

OFFERS: dict[str, tuple[tuple[Path, str, str], ...]] = {
    PROPOSAL: ((("proposed", "deliverables"), "deliverable", "purpose"),),
    ASSESSMENT: (
        (("repositioning", "deliverables"), "deliverable", "value"),
        (("opportunities", "untapped"), "alternative", "benefit"),
    ),
}
"""Where each type says what is offered: the list, and in its records the offer and what it is good for."""

SCOPE = ("proposed_addition", "proposed.scope")
"""Where a proposal says what is added."""

QUICK_WINS: Path = ("repositioning", "quick_wins")
IGNORED: Path = ("opportunity", "impact", "ignored")

_NOTHING_LOST = anycase(
    r"(?:[-–—]|none|nothing|n/?a|no (?:change|impact|risk)s?|unknown|risk or missed opportunity|no improvements?"
    r"|(?:the )?(?:status quo|business as usual)(?: (?:stays|remains|continues|goes on|persists))?"
    r"|(?:nothing|not much|little)(?: will)?(?: (?:changes?|happens?|improves?))?"
    r"|(?:things|everything|it|we|all|the (?:team|squad|product|business|work|company))(?: will)? (?:stays?|remains?"
    r"|continues?|goes on|go on)"
    r"(?: (?:as|like) (?:they|it|we) (?:are|is|do)| the same| as before| as is| as today| as now)?"
    r"|(?:a |the )?(?:missed|lost) (?:opportunit(?:y|ies)|value|chances?)"
    r"|(?:the )?(?:opportunit(?:y|ies)|chances?|value|potential) (?:is|are|will be|gets?) (?:missed|lost|wasted)"
    r"|(?:we|they|you|the client)(?: will)? (?:miss|lose)(?: out| (?:the|this) opportunity)?"
    r"|(?:the )?(?:positive )?(?:outcomes?|benefits?|improvements?) (?:will|do|does)(?: not|n[’']t) "
    r"(?:happen|materiali[sz]e|come))"
)
_REASON = anycase(
    r"\b(?:because|since|so that|so(?= \w+ \w+)|as(?= (?:it|this|they|the|we|you|there)\b)|given|due to|thanks to"
    r"|therefore|hence|(?:that|this) way|which is why|in order to|otherwise|reasons?|rationale|why|unless|before|until"
    r"|if(?! you (?:agree|like|want|are))|justif\w+|evidence|return|roi|payback|pays?|paid|worth|outweighs?|cheaper"
    r"|at stake|(?:problem|constraint|bottleneck|cause) (?:is|lies)"
    r"|costs?|saves?|earns?|loses?|risks?|more than|less than|faster|sooner|rather than|instead of|only way"
    r"|enough|needs?|depends?|means|prov\w+|shows?|avoids?"
    r"|(?:this|it|that|which) (?:gives|lets|frees|makes|keeps|turns|brings|removes|protects|ends|stops|opens|helps)"
    r"|to (?:avoid|reduce|increase|protect|secure|keep|prevent|free|recover|win|hit|meet|capture|unlock|stop|ensure"
    r"|raise|cut|retain|learn|prove|test|show|see|find out|make sure))\b"
    r"|%|\d+x|[€$£]\s?[\d.,]++\s?[kKmM]?+(?!\s*(?:/|per\b|an?\b|each\b|monthly|hourly))"
)
_BEYOND = "Offer what it is for: the decision, the direction, or somebody of the client who can do it."
_BOOK = "Book it as tactical, or say what was decided in it."
_CHANGED = anycase(
    r"\d\s?%|[$€£]\s?\d|\bfrom \S+ to \S+|\b\d+(?: \w+)? (?:fewer|less|more)\b|\b\d+ (?:of|out of) \d+\b"
)
"""What no mere delivery brings: a share, an amount, a figure that was another one before."""

_NO_ADDITION = anycase(
    r"\b(?:no|not|out of|without|until|instead|rather|stays?|remains?|ends?|stops?|fewer|less|replac\w+|hand\w*|last"
    r"|nobody|unused"
    r"|once|first|advis\w+|strateg\w+|direction|pms?|product owners?|from [^.;]{1,40} to|from (?:\d|[a-z]+ary))\b|\|"
    r"|→|->"
)
"""Delivery in a scope that goes, or is only there for a while."""

_LEFT_OUT = anycase(r"\W*(?:out(?:side)? of (?:the )?scope|not (?:in|included|part)|excluded?)\b")

_NO_CHOICE = anycase(
    r"\b(?:both|all|each|either)\b[^.;]{0,30}?\b(?:ha(?:s|ve) (?:its|their)(?: own)? (?:\w+ )?(?:merits"
    r"|strengths|pros|advantages|points)"
    r"|(?:is|are|would be|would|seems?) (?:\w+ )?(?:viable|fine|possible|good|work|suitable|conceivable))\b"
    r"|\bgood (?:reasons|arguments) for [^.;]{1,30} (?:as well as|and) for\b|\bhard to say\b"
    r"|\b(?:depends|depend) on [^.;]{1,40} (?:which|whether)\b|\b(?:could|might|may) (?:also )?be considered\b"
    r"|\b(?:whatever|whichever)(?: \w+)? (?:suits|fits|pleases) you\b|\b(?:happy"
    r"|fine) (?:to go along )?with (?:either|both|any)\b"
    r"|\bleave (?:the|this|that) (?:choice|decision) (?:to|with|up to) you\b|\bno clear (?:favou?rite|preference"
    r"|winner)\b"
    r"|\b(?:should|can|may) (?:choose|pick|decide) what (?:fits|suits)\b"
)
_CHOICE = anycase(
    r"\b(?:we|i)(?:(?:'|’)d| would)? (?:\w+ )?(?:recommend|suggest|propose|advise|prefer)\b|\brecommendation (?:is|:)"
    r"|\A\W*(?:begin|start|take|go|choose|option \w+:|stay|replace|stop)\b"
)
"""A recommendation that names what is recommended may as well say what speaks for the others."""

_QUOTES = "“”„«»\"' "
_LONGEST_BARE = 60
"""Words; of a longer recommendation nobody can say that it gives no reason. Our own figure."""


@rule("PMC640", severity=None)
def low_value_deliverable(document: Document, options: Options) -> Offences:
    """A strategic deliverable is what the client would have asked for anyway.

    The positioning matrix pairs what clients ask for with two answers. A deliverable, or a strategic alternative, that
    is called like a request (`PRDs for checkout`, `Facilitation of standups`) and says nothing of a decision, a
    strategy or the client's own people is the answer that takes the order. So is a quick win (`Clear the open
    tickets`), and an entry of the log that is booked as strategic and has no result. That it is called strategic makes
    no other work of it.
    Standards: Value-Focused; principle: show clients who only want specs what they cannot see yet.

    Why it matters:
        Whoever delivers what was ordered is compared with everybody else who could have delivered it.

    What to do:
        Offer what the request is for: the decision, the strategy behind it, or somebody of the client who can do it.

    Bad:
        ---
        type: work-proposal
        ---

        ## Proposed Strategic Engagement

        ### Deliverables

        | Deliverable | Purpose | Timeline |
        |---|---|---|
        | PRDs for checkout | The squad can start | 2026-10-16 |

    Good:
        ---
        type: work-proposal
        ---

        ## Proposed Strategic Engagement

        ### Deliverables

        | Deliverable | Purpose | Timeline |
        |---|---|---|
        | Decision on the three bets for checkout | The squad builds one thing instead of three | 2026-10-16 |
    """
    for part, what, good_for in OFFERS.get(document.type, ()):
        for index, record in enumerate(value_at(document, part) or ()):
            need = order_in(record.get(what, ""), record.get(good_for, ""), options.standards.client_needs)
            if need:
                message = f"“{short(record[what])}” takes the order {_quoted(need.need)} and no more."
                hint = f"An answer that is worth more: {_quoted(need.high)}"
                yield offence(document, (*part, index, what), message, hint)
            elif is_delivery(record.get(what, ""), options.standards.client_needs, record.get(good_for, " ")):
                message = f"“{short(record[what])}” is a piece of delivery, and no decision, direction or capability."
                yield offence(document, (*part, index, what), message, _BEYOND)
    yield from _added_orders(document, options)
    yield from _quick_orders(document, options)
    yield from _booked_orders(document, options)


def _added_orders(document: Document, options: Options) -> Offences:
    """What a proposal adds, where it is delivery as before."""
    added = said_at(document, *SCOPE) if document.is_a(PROPOSAL) else ()
    for text in (line for whole in added for line in lines_of(whole)):
        if _LEFT_OUT.match(text.text):
            return
        if is_delivery(text.text, options.standards.client_needs, " ") and not _NO_ADDITION.search(text.text):
            message = f"“{short(text.text)}” is delivery, and no decision, direction or capability."
            yield Offence(text.span(0, len(text.text)), message, _BEYOND)


def _quick_orders(document: Document, options: Options) -> Offences:
    """Quick wins of an assessment that do what was ordered."""
    wins = value_at(document, QUICK_WINS) if document.is_a(ASSESSMENT) else None
    for index, win in enumerate(wins or ()):
        action, claim = action_in(win)
        need = order_in(action, claim, options.standards.client_needs) if action else None
        if need:
            message = f"“{short(action)}” takes the order {_quoted(need.need)} and shifts nothing."
            hint = f"An answer that is worth more: {_quoted(need.high)}"
            yield offence(document, (*QUICK_WINS, index), message, hint)
        elif ":" not in (deed := deed_of(win)) and is_chore(deed) and not _NO_ADDITION.search(deed):
            message = f"“{short(deed)}” is a piece of delivery, and shifts nothing."
            yield offence(document, (*QUICK_WINS, index), message, _BEYOND)


def _booked_orders(document: Document, options: Options) -> Offences:
    """Entries of the log that are booked as strategic and say nothing but that an order was fulfilled."""
    for index, entry in enumerate(document.data.get("entries", ()) if document.is_a(LOG) else ()):
        if entry.get("work_type") != "strategic" or "title" not in entry:
            continue
        told = " ".join(str(entry.get(name, "")) for name in ("happened", *RESULTS))
        need = order_in(entry["title"], told, options.standards.client_needs)
        if not has_result(entry) and need:
            message = f"“{short(entry['title'])}” is booked as strategic, and takes the order {_quoted(need.need)}."
            yield offence(document, ("entries", index, "title"), message, _BOOK)
        elif is_delivery(entry["title"], options.standards.client_needs, told=told) and not _CHANGED.search(told):
            message = f"“{short(entry['title'])}” is booked as strategic, and is a piece of delivery."
            yield offence(document, ("entries", index, "title"), message, _BOOK)


@rule("PMC643", severity=None, within=())
def nothing_if_ignored(document: Document) -> Offences:
    """A proposal says “if ignored”, and nothing that would happen.

    That it is left out altogether is a missing value (PMC201).
    Standards: Value-Focused, Client-Centered.

    Why it matters:
        Clients do not weigh your offer against others. They weigh it against doing nothing, and this line is the only
        one that says what doing nothing costs.

    What to do:
        Say what the business loses, by when, and how much: a renewal, a release built in vain, a competitor's head
        start.

    Bad:
        ---
        type: work-proposal
        ---

        ## The Opportunity

        ### Business Impact

        If ignored: The status quo remains.

    Good:
        ---
        type: work-proposal
        ---

        ## The Opportunity

        ### Business Impact

        If ignored: Two hospitals decide in March without a plan against no-shows.
    """
    text = value_at(document, IGNORED) if document.is_a(PROPOSAL) else None
    if isinstance(text, str) and _NOTHING_LOST.fullmatch(text.strip(" .!*_")):
        message = f"“{short(text)}” does not say what it costs to do nothing."
        hint = "Say what the business loses, by when, and how much."
        yield offence(document, IGNORED, message, hint)


@rule("PMC644", severity=None, within=())
def recommendation_without_reason(document: Document) -> Offences:
    """A recommendation says what to do, and not why; or it finds something good in each way, and takes none.

    Standards: Actionable, Evidence-Based.

    Why it matters:
        A recommendation is read by somebody who was in none of the talks before it. Without the reason they can only
        trust you or not.

    What to do:
        Add the one reason that decides it: what it brings, what waiting costs, why this size and why now.

    Bad:
        ---
        type: work-proposal
        ---

        ## Recommendation

        We recommend moving forward with the proposed strategic engagement.

    Good:
        ---
        type: work-proposal
        ---

        ## Recommendation

        Begin in October, because the renewals of the first quarter are decided by Christmas.
    """
    text = document.data.get("recommendation") if document.is_a(PROPOSAL) else None
    undecided = _NO_CHOICE.search(text) if isinstance(text, str) and not _CHOICE.search(text) else None
    if undecided:
        message = f"“{undecided[0]}” recommends nothing."
        hint = "Name the one that you would take in the client's place, and what decides it."
        yield offence_at_word(document, ("recommendation",), undecided[0], message, hint)
    elif isinstance(text, str) and len(text.split()) <= _LONGEST_BARE and not _REASON.search(text):
        message = "The recommendation says what to do, and not why."
        hint = "Add the one reason that decides it: what it brings, what waiting costs, why now."
        yield offence(document, ("recommendation",), message, hint)


def _quoted(text: str) -> str:
    """A text of the matrix in the quotation marks of messages, whether it has its own or not."""
    bare = text.strip(_QUOTES)
    return f"“{bare}”"
