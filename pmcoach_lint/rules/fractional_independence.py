"""Rules about what a client can do alone afterwards: plans that make the coach needed, and what is left behind."""

from __future__ import annotations

from pmcoach_lint.checks.words import spot
from pmcoach_lint.doctypes import ASSESSMENT, ENGAGEMENT, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.language import lexicon, noted
from pmcoach_lint.language.cues import Words
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.engagement_people import lacking_at_the_end
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule, rule_across
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.workspace import Workspace

PLANNED = {
    PLAN: (
        "sessions.practice",
        "sessions.outcome",
        "transfer.frameworks.item",
        "transfer.habits.item",
        "graduation.criterion",
    ),
    PROPOSAL: (
        "proposed_addition",
        "proposed.scope",
        "proposed.deliverables.deliverable",
        "proposed.deliverables.purpose",
        "proposed.outcomes.outcome",
        "proposed.horizons.focus",
        "investment.proposed.gets",
    ),
    ASSESSMENT: (
        "opportunities.untapped.alternative",
        "opportunities.horizons.focus",
        "team.pms.coaching",
        "repositioning.quick_wins",
        "repositioning.deliverables.deliverable",
    ),
    ENGAGEMENT: ("horizons.focus", "horizons.value", "opportunities"),
}
"""Where each type says what is to be done or reached."""

_BINDING = (
    "everything|all|every|each ... goes|go|passes|runs|comes through|past|via|over me|us",
    "goes|go|passes|runs|routed through|via|past me|us",
    "needs|need|requires|require|with|after|get|gets|await|awaiting my|our approval|sign-off|go-ahead|ok|blessing",
    "wait|waits|waiting for|on my|our|me|us",
    "check|checks|clear|clears|align|aligns|confirm|confirms with me|us|the_coach first|before|beforehand",
    "ask|asks|call|calls|ping|pings|come_to|comes_to me|us|the_coach first|before|whenever|every_time|each_time",
    "only i|we can|know|knows|decide|approve|have",
    "call|sync|meeting|check-in|session with me|us to|for check|checking|approve|approval|confirm|decide|sign-off",
    "i|we|i'll|we'll ... own|run|manage|maintain|groom the|your|their ... roadmap|backlog|strategy",
    "i|we|i'll|we'll ... attend|join all|every ... meetings",
    "i|we approve|sign_off|decide everything|all|every|each",
    "single|sole point of contact|decision|truth is|with|through me|us",
    "i|we become|am|are your|their|the head_of_product|go-to|product_lead|gatekeeper|product_owner",
    "i|we stay|remain|continue as|to_be|being? your|the|their product_owner|pm|product_manager|go-to|lead",
    "always available|on_call|reachable",
    "available|on_call 24/7|around_the_clock|at_all_times|at_any_time",
    "rely|relies|relying|depend|depends|depending|lean|leans on|upon me|us|the_coach|fractional_pm",
    "cannot|can't do|work|run without me|us",
    "i|we answer|present|decide|speak|write|run|do it|this|them|that? for them|him|her|you",
    "i|we|i'll|we'll answer|present|decide|speak|write|rewrite ... for|of @",
    "forward|forwards|bring|brings|pass|passes ... difficult|hard|all|every .. requests|decisions|cases to me|us",
    "indispensable|irreplaceable",
    "open-ended|indefinite|permanent retainer|support|engagement|involvement|role",
    "long-term dependency|reliance|dependence",
)

_MINE = "i|we|i'll|we'll|i'd will?"
_IN_PLACE_OF_A_PM = noted(
    f"""
    {_MINE} take|takes ... off her|his|their|the_pm's|@'s desk|plate|hands|table|shoulders
    {_MINE} take_over ... from|for her|him|them|@
    {_MINE} decide|answer|prioritise|prioritize|approve|handle ... them|it|that|these|those myself|ourselves
    {_MINE} write|draft|send|present|answer|sign|decide ... in|on her|his|their|the_pm's|@'s name|place|stead|behalf
    {_MINE} handle|decide|prioritise|prioritize|present|do|make|take|rewrite ... for her|him|them|@
    {_MINE} sit_in|sit_in_on|sit in? every|each|all
    {_MINE} approve|check|rewrite|correct each|every|all|her|his|their specs|spec|briefs|brief|
        updates|update|decisions|decision|documents|document|prds|prd|answers|answer|drafts|draft
    requests|decisions|questions|specs|escalations|tickets|issues|prds|updates|drafts all|always|still|first?
        go|goes|come|comes|pass|are_sent|are_routed|get_sent|get_routed to|through|via|by|past me|us
    requests|decisions|escalations|conversations|stakeholders|cases are|get handled|answered|decided|taken by me|us
    stays|stay|remains|remain|kept|is_kept with|by|in me|us|my_hands|our_hands
    i|we ... fill|fill_in|update|maintain in|out? for her|him|them|@
    need|needs|needed me|us|i ... daily|every_day|permanently|full-time|full_time|for_good|indefinitely
    i|we|@ stay|stays|remain|remains|continue|continues embedded|full-time|full_time|daily|day-to-day|every_day
    daily call|sync|check-in|meeting|standup with|by me|us
    """
)
"""What the fractional PM does where a PM of the client would learn it."""

_ALLOWED = (
    "nobody|no_one|nothing ... for|through|on|past|via me|us|my",
    "nobody|no_one need|needs me|us",
    "no_longer|not need|needs|with|by|for me|us",
    "i|we will? no_longer|never|don't|won't|not|stop own|run|manage|maintain|owning|running|managing|maintaining",
)
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
    for hit in lexicon(_BINDING + _IN_PLACE_OF_A_PM, allow=_ALLOWED).at(document, *PLANNED.get(document.type, ())):
        message = f"“{hit.words}” makes the client need you more, not less."
        hint = "Say who on the client's side does it, and by when without you."
        yield Offence(hit.span, message, hint)


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
