"""Rules about what a client can do alone afterwards: plans that make the coach needed, and what is left behind."""

from __future__ import annotations

from pmcoach_lint.checks.words import spot
from pmcoach_lint.doctypes import PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.leaning import leaning
from pmcoach_lint.finding import Severity
from pmcoach_lint.language.cues import Words
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.engagement_people import lacking_at_the_end
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule, rule_across
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.workspace import Workspace

_LEAVING = Words(
    "coach coached coaches coaching teach teaches teaching taught train trains training mentor mentoring enable "
    "enables enabling handover handbook playbook playbooks template templates checklist alone independent "
    "independently independence themselves capability capabilities habit habits learn learns learning practise "
    "practises shadow shadowing graduate graduates graduation transfer transferred successor"
)
"""A proposal without any of these words, and without a turn such as those below, leaves nothing behind."""
_ALONE = anycase(
    r"\bwithout (?:me|us|you)\b|\bhand\w* (?:[\w-]+ ){0,3}over\b"
    r"|\b(?:team|squad|pms?|pm-\w+|they|lead)(?: that| who)?(?: will| can| then)? "
    r"(?:runs?|writes?|owns?|chairs?|leads?|decides?|does|do|takes?|holds?|keeps?)\b"
)


@rule("PMC660", severity=None)
def makes_itself_needed(document: Document) -> Offences:
    """A plan makes the client need the fractional PM more.

    Read are what PMs are to practise and reach, what is left behind, and what a proposal, an assessment or an
    engagement sets out to do, by its coaching and on its horizons as well; not what is said about today. So is what you
    do in the place of a PM: “I take the requests off her desk”.
    Standard: Independence-Building; principles: coach the team so that nothing hangs on you; make their PMs better, and
    do not become their PM.

    Why it matters:
        A step that goes through you works until the day you are not there. The client pays for the step, and learns to
        wait.

    What to do:
        Say who on the client's side does it, and by when without you.

    Bad:
        ---
        type: coaching-plan
        ---

        ## Coaching Interventions

        ### Session 1: Saying no

        **Technique**: Play through three requests of last week

        **Practice**: Check with me first before turning a request down

        **Outcome**: They decline work that does not fit

    Good:
        ---
        type: coaching-plan
        ---

        ## Coaching Interventions

        ### Session 1: Saying no

        **Technique**: Play through three requests of last week

        **Practice**: Turn one request down, and tell me afterwards what happened

        **Outcome**: They decline work that does not fit, without asking first
    """
    for span in leaning(document):
        words = " ".join(document.text[slice(*span)].split())
        message = f"“{words}” makes the client need you more, not less."
        yield Offence(span, message, "Say who on the client's side does it, and by when without you.")


@rule("PMC661", severity=None, within=())
def nothing_stays_behind(document: Document) -> Offences:
    """A proposal says nowhere what the client will be able to do alone.

    One word of it is enough: coaching, a handover, a template, somebody who runs it without you.
    That a coaching plan lacks its habits or its frameworks to leave behind is a missing value (PMC201).
    Standard: Independence-Building; principle: coach the team so that nothing hangs on you.

    Why it matters:
        Strategic work that ends with you ends when you do. What is worth a premium is a client who can do it again.

    What to do:
        Add a deliverable that stays: a habit with a day and an owner, a template that was used once, a PM who has done
        it alone.

    Bad:
        ---
        type: work-proposal
        ---

        ## Proposed Strategic Engagement

        ### Deliverables

        | Deliverable | Purpose | Timeline |
        |---|---|---|
        | Decision brief | One page for the board | Monthly until March |

    Good:
        ---
        type: work-proposal
        ---

        ## Proposed Strategic Engagement

        ### Deliverables

        | Deliverable | Purpose | Timeline |
        |---|---|---|
        | Decision brief | One page for the board; pm-31 writes the third one alone | Monthly until March |
    """
    if not document.is_a(PROPOSAL) or _LEAVING.are_in(document.source):
        return
    offers = document.data.get("proposed", {}).get("deliverables", ())
    if any("deliverable" in offer for offer in offers) and not _ALONE.search(document.text, document.body):
        message = "Nothing in this proposal says what the client will be able to do alone."
        hint = "Add a deliverable that stays: a habit with an owner, a template, a PM who has done it alone."
        path = ("proposed", "deliverables")
        yield Offence(document.keys.get(path, spot(document, path)), message, hint)


@rule_across("PMC662", severity=Severity.WARNING)
def nothing_handed_over(workspace: Workspace) -> Offences:
    """The engagement is in its last phase, and a coaching plan has not one framework or habit ticked.

    Standard: Independence-Building; principle: work towards the day on which the client does not need you every day.

    Why it matters:
        What has not been handed over by then goes when you go.

    What to do:
        Hand over one framework with an occasion on which it is used, and tick it; or say why it has to wait.

    Bad:
        === engagement.md
        ---
        type: engagement
        client: northwind
        phase: 5
        ---

        === plan.md
        ---
        type: coaching-plan
        client: northwind
        pm: pm-31
        ---

        ## Knowledge Transfer Artifacts

        ### Frameworks to Leave Behind

        - [ ] Checklist: strategic or tactical?

        ### Habits to Install

        - [ ] Weekly strategic reflection

        ## Graduation Criteria

        - [ ] Turns down a request with the strategy as the reason, alone

    Good:
        === engagement.md
        ---
        type: engagement
        client: northwind
        phase: 5
        ---

        === plan.md
        ---
        type: coaching-plan
        client: northwind
        pm: pm-31
        ---

        ## Knowledge Transfer Artifacts

        ### Frameworks to Leave Behind

        - [x] Checklist: strategic or tactical?

        ### Habits to Install

        - [ ] Weekly strategic reflection

        ## Graduation Criteria

        - [ ] Turns down a request with the strategy as the reason, alone
    """
    for plan, last in lacking_at_the_end(workspace, _nothing_ticked):
        message = f"The engagement is in {last.words}, and nothing of this plan has been handed over yet."
        hint = "Hand over one framework with an occasion on which it is used, and tick it."
        span = plan.keys.get(("transfer",), spot(plan, ("transfer",)))
        yield Offence(span, message, hint, related=(last,), source=plan.source)


def _nothing_ticked(plan: Document) -> bool:
    """Whether a plan's frameworks and habits have boxes, and none is ticked."""
    transfer = plan.data.get("transfer", {})
    boxes = [item["done"] for part in ("frameworks", "habits") for item in transfer.get(part, ()) if "done" in item]
    return bool(boxes) and not any(boxes)
