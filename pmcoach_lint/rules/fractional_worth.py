"""Rules about what strategic work was worth: the outcome behind a contribution."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import ASSESSMENT, LOG, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.language import lexicon
from pmcoach_lint.language.output import counts_output, is_output, is_reception
from pmcoach_lint.language.said import said_at
from pmcoach_lint.language.substance import is_explained
from pmcoach_lint.nearest import short
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path

CLAIMED = {
    ASSESSMENT: ("rate.evidence.impact", "opportunities.untapped.benefit", "repositioning.deliverables.value"),
    LOG: ("entries.impact",),
    "artifact": ("outcome",),
    "evidence-portfolio": ("entries.outcome",),
    PROPOSAL: ("proposed.outcomes.outcome",),
}
"""Where each type says which outcome a strategic contribution had, or is to have."""

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
    "synergy|synergies",
    "i|we have? become|became|am|are ... trusted|valued|key|strategic|respected partner|advisor|adviser|voice",
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

_OF_BUSINESS = anycase(
    r"[€$£%]|\b(?:deci[ds]\w*|revenue|sales|churn|retention|margins?|renew\w*|conversion|costs?|customers?|returns?"
    r"|share|rate|accepted|declined|alone|without (?:me|us))\b"
)
"""By what an outcome is measured that is no output, whatever it is called."""

_COUNTED = {PLAN: ("metrics.metric",), PROPOSAL: ("proposed.outcomes.metric",)}
_FIGURE = regex(r"\d+(?:[.,]\d+)*")
_LED_TO = anycase(
    r"\b(?:decide[sd]|agree[sd]|approve[sd]|decline[sd]|reject(?:s|ed)|accept(?:s|ed)|adopt(?:s|ed)|pause[sd]"
    r"|close[sd] (?:it|them|the)|turned down|signed|chose|choose|chosen|defer(?:s|red)?|stop(?:s|ped)|drop(?:s|ped)"
    r"|cancel(?:s|led)|withdr[ae]wn?|moved|shipped|goes live|went live)\b"
    r"|\d\s?%|\b\d+ (?:of|out of) \d+\b|\b\d+(?:[ -]\w+)? (?:minutes|hours|days|weeks|months)\b|[$€£]\s?\d"
)


@rule("PMC650", severity=None, within=())
def contribution_without_outcome(document: Document) -> Offences:
    """A strategic contribution is tied to no outcome of the business: only to how it was received, or that it was done.

    So is one of which only the output is counted, such as specs and tickets, and a measure of output that is to grow;
    and so is an expected outcome of a proposal whose target has no figure either. A text with a figure, a
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
    told: set[Path] = set()
    for hit in lexicon(_NO_OUTCOME, allow=_ALLOWED).at(document, *CLAIMED.get(document.type, ())):
        beside = value_at(document, (*hit.text.path[:-1], "target")) or ""
        if hit.text.path not in told and not is_explained(hit) and not _OUTCOME.search(f"{hit.text.text} {beside}"):
            told.add(hit.text.path)
            message = f"“{hit.words}” is no outcome that the client could find in their business."
            hint = "Say what they have now or need not pay: a decision, weeks not spent, a figure before and after."
            yield Offence(hit.span, message, hint)
    yield from _output_for_outcome(document, told)


def _output_for_outcome(document: Document, told: set[Path]) -> Offences:
    """Contributions of which only the output or the reception is told, and measures of output that is to grow."""
    hint = "Say what came of it: a decision, weeks not spent, a figure of the business before and after."
    counted = set()
    for text in said_at(document, *CLAIMED.get(document.type, ())):
        if text.path in told:
            continue
        if is_output(text.text) and not _OF_BUSINESS.search(_beside(document, text.path)):
            counted.add(text.path[:-1])
            yield Offence(text.span(0, len(text.text)), f"“{short(text.text)}” is output, and no outcome.", hint)
        elif is_reception(text.text):
            message = f"“{short(text.text)}” tells how it was taken, and no outcome."
            yield Offence(text.span(0, len(text.text)), message, hint)
    for text in said_at(document, *_COUNTED.get(document.type, ())):
        record = value_at(document, text.path[:-1])
        if text.path[:-1] not in counted and counts_output(text.text) and not _is_to_fall(record):
            yield Offence(text.span(0, len(text.text)), f"“{short(text.text)}” counts output, and no outcome.", hint)


def _beside(document: Document, path: Path) -> str:
    """How an expected outcome is measured."""
    return str(value_at(document, (*path[:-1], "metric")) or "")


def _is_to_fall(record: Any) -> bool:
    """Whether a measure is to have less of something in the end."""
    start, end = (_FIGURE.search(str(record.get(name, ""))) for name in ("baseline", "target"))
    return bool(start and end and float(end[0].replace(",", "")) < float(start[0].replace(",", "")))


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
