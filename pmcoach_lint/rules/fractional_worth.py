"""Rules about what strategic work was worth: the outcome behind a contribution, and what the value is measured by."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import ASSESSMENT, LOG, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.language import Hit, lexicon
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence

CLAIMED = {
    ASSESSMENT: ("rate.evidence.impact", "opportunities.untapped.benefit"),
    "artifact": ("outcome",),
    "evidence-portfolio": ("entries.outcome",),
    PROPOSAL: ("proposed.outcomes.outcome",),
}
"""Where each type says which outcome a strategic contribution had, or is to have."""

ARGUED = {
    ASSESSMENT: ("rate.proposition", "rate.evidence.impact"),
    PROPOSAL: ("proposed.deliverables.deliverable", "investment.proposed.gets", "investment.roi.statement"),
    "artifact": ("outcome",),
    "evidence-portfolio": ("entries.outcome",),
}
"""Where each type says what strategic work is worth."""

_TOLD_IN = ("title", "happened")
RESULTS = ("decisions", "impact", "actions", "lessons", "follow_up")
"""What an entry of the log can have led to."""

_MORE = "better|improved|improves|more|increased|greater|stronger|enhanced|higher"
_NO_OUTCOME = (
    f"{_MORE} ... alignment|clarity|visibility|collaboration|communication|transparency|engagement|understanding",
    f"{_MORE} ... synergy|synergies",
    f"{_MORE} ... awareness|confidence|focus|buy-in|morale|teamwork",
    "positive|good|great|excellent|nice|strong feedback|reactions|reception|discussion|conversations",
    "well|positively|warmly received",
    "stakeholders|leadership|management|team|everyone|client ... happy|pleased|satisfied|impressed|aligned|on_board",
    "happy|pleased|satisfied|aligned stakeholders|leadership|management|team|client",
    "delivered|completed|finished|done on time",
    "on time and|, on|in|within budget",
    "added|adds|adding|creates|created|brings strategic|business|real|more|significant? value",
    "strategic impact|value|relevance|importance",
    "high|big|huge|major|significant|positive|strong impact",
    "thought leadership",
    "^ presented|shared|delivered|completed|created|documented|published|sent|written|held to|with|by|and|in|at|on|for",
    "^ presented|shared|delivered|completed|created|documented|published|sent|written|done|held $",
    "workshop|meeting|session|presentation|document|report|deck|roadmap was? held|done|delivered|completed|created $",
)
_ALLOWED = ("real value for|to|at",)
_OUTCOME = anycase(
    r"\d|[€$£%]|\b(?:deci[ds]\w*|stop(?:ped|s)?|dropp\w+|cancel\w*|sav(?:e|ed|es|ing|ings)|avoid\w*"
    r"|not (?:built|started|spent|hired)|released?|revenue|sales|churn|retention|margins?|renew\w*|contracts?"
    r"|conversion|costs?|customers?|users?|faster|weeks?|days?|hours?|months?|quarters?|risks?|fewer|twice|half"
    r"|halved|doubled|alone|without (?:me|us)"
    r"|themselves|funded|approved|signed|won|lost|kept)\b"
)
"""What somebody could look up: a figure, a decision, or a word for what a business counts."""

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
_SPARED = anycase(r"\b(?:sav\w+|free[ds]?|freeing|fewer|less|reduc\w+|cuts?|gives? back|won back)\b")
_LED_TO = anycase(
    r"\b(?:decide[sd]|agree[sd]|approve[sd]|decline[sd]|reject(?:s|ed)|accept(?:s|ed)|adopt(?:s|ed)|pause[sd]"
    r"|close[sd] (?:it|them|the)|turned down|signed|chose|choose|chosen|defer(?:s|red)?|stop(?:s|ped)|drop(?:s|ped)"
    r"|cancel(?:s|led)|withdr[ae]wn?|moved|shipped|goes live|went live)\b"
    r"|\d\s?%|\b\d+ (?:of|out of) \d+\b|\b\d+(?:[ -]\w+)? (?:minutes|hours|days|weeks|months)\b|[$€£]\s?\d"
)
_TO_COME = anycase(r"\bby shifting\b|\bstrategic (?:advi\w+|work|partner\w*)\b")
"""Where a value proposition turns from what the client has today to what it can have."""


@rule("PMC650", severity=None, within=())
def contribution_without_outcome(document: Document) -> Offences:
    """A strategic contribution is tied to no outcome of the business: only to how it was received, or that it was done.

    So is an expected outcome of a proposal whose target has no figure either. A text with a figure, a
    decision, or a word for what the business counts is let pass. That the outcome is left out altogether is a missing
    value (PMC201).
    Standards: Value-Focused, Evidence-Based; principle: let the premium rest on strategic value.

    Why it matters:
        “Better alignment” is what every invoice claims. Whoever has to sign the rate looks for a result of their own
        business, and finds none.

    What to do:
        Say what the client has now, or does not have to pay: a decision taken, weeks not spent, a figure before and
        after. If there is nothing yet, say when it will show and in what.

    Bad:
        ---
        type: value-assessment
        ---

        ## Rate Justification

        ### Evidence to Build

        | Strategic Contribution | Business Impact | Documentation |
        |---|---|---|
        | Pricing workshop | Better alignment across teams | Event log |

    Good:
        ---
        type: value-assessment
        ---

        ## Rate Justification

        ### Evidence to Build

        | Strategic Contribution | Business Impact | Documentation |
        |---|---|---|
        | Pricing workshop | Two plans dropped, €40k not spent | Event log |
    """
    told = set()
    for hit in lexicon(_NO_OUTCOME, allow=_ALLOWED).at(document, *CLAIMED.get(document.type, ())):
        beside = value_at(document, (*hit.text.path[:-1], "target")) or ""
        if hit.text.path not in told and not _OUTCOME.search(f"{hit.text.text} {beside}"):
            told.add(hit.text.path)
            message = f"“{hit.words}” is no outcome that the client could find in their business."
            hint = "Say what they have now or need not pay: a decision, weeks not spent, a figure before and after."
            yield Offence(hit.span, message, hint)


def has_result(entry: dict[str, Any]) -> bool:
    """Whether an entry of the log says what came of it: under a label, in its title, or in running text below it."""
    return any(entry.get(key) for key in RESULTS) or any(_LED_TO.search(str(entry.get(key, ""))) for key in _TOLD_IN)


@rule("PMC651", severity=Severity.WARNING)
def strategic_entry_without_result(document: Document) -> Offences:
    """Entries of the event log are strategic work, and say neither what was decided nor what it changed.

    They are told once, at the newest of them.
    Standard: Evidence-Based; principle: write down every strategic contribution, because it carries your rate.

    Why it matters:
        In half a year the log is all that is left of a talk. An entry without a result cannot back a rate.

    What to do:
        Add the decision or the business impact, or call the work what it was: operational.

    Bad:
        ---
        type: event-log
        ---

        ## 2026-06-23 — Meeting — Carrier portal

        **Work type:** Strategic

        **What happened:** A good talk about where the portal is going.

    Good:
        ---
        type: event-log
        ---

        ## 2026-06-23 — Meeting — Carrier portal

        **Work type:** Strategic

        **What happened:** A talk about where the portal is going.

        **Decisions:** The rewrite is off until the contracts are renewed.
    """
    if not document.is_a(LOG):
        return
    strategic = [
        (index, entry)
        for index, entry in enumerate(document.data.get("entries", []))
        if entry.get("work_type") == "strategic"
    ]
    bare = [index for index, entry in strategic if not has_result(entry)]
    bare = [index for index in bare if not document.is_settled(("entries", index, "impact"))]  # a column may tell it
    if not bare:
        return
    newest = max(bare, key=lambda index: str(document.data["entries"][index].get("date", "")))
    which = "This strategic entry says" if len(bare) == 1 else f"{len(bare)} of {len(strategic)} strategic entries say"
    message = f"{which} neither what was decided nor what it changed."
    hint = "Add the decision or the business impact, or call the work what it was."
    yield offence(document, ("entries", newest, "work_type"), message, hint)


@rule("PMC652", severity=None)
def value_in_hours(document: Document) -> Offences:
    """The value of strategic work is told in hours, availability or experience.

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
    for hit in lexicon(_BY_EFFORT).at(document, *ARGUED.get(document.type, ())):
        if _SPARED.search(hit.text.text) or (hit.text.path[-1] == "proposition" and not _to_come(hit)):
            continue
        message = f"“{hit.words}” is what you put in, not what the client gets."
        hint = "Say what the client can do or decide because of it."
        yield Offence(hit.span, message, hint)


def _to_come(hit: Hit) -> bool:
    """Whether words of a value proposition stand behind the turn to what the client can have."""
    turn = _TO_COME.search(hit.text.text)
    return bool(turn and turn.start() < hit.start)
