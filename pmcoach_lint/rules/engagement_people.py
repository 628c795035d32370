"""Rules about the PMs of a client: their plans, and how they graduate."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pmcoach_lint.coaching.parts import nodes_at
from pmcoach_lint.doctypes import ASSESSMENT, ENGAGEMENT, PLAN
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.coached import pm_meant, pms_planned, says_why_not
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import rule_across
from pmcoach_lint.syntax.source import Mention
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Workspace

PMS: Path = ("team", "pms")


@rule_across("PMC630", severity=None)
def pm_without_plan(workspace: Workspace) -> Offences:
    """A PM of the client's team has neither a coaching plan nor a reason why there is none.

    The reason stands in the row of the assessment: in a column “Coaching plan”, or where the coaching opportunity is.

    Why it matters:
        Whoever is assessed and then left out learns that the assessment was not about them.

    What to do:
        Write a coaching plan for the PM, or say in the row why there is none: “No plan: leaves in August”.

    Bad:
        === value-assessment.md
        ---
        type: value-assessment
        client: northwind
        ---

        ## Client Team Assessment

        ### PM Team Strategic Capability

        | PM | Current Level | Gap | Coaching Opportunity |
        |---|---|---|---|
        | pm-31 | Tactical | Takes requests as they come | Reframe one request a week |
        | pm-32 | Tactical | Reports output | Rewrite the monthly update |

        === plan.md
        ---
        type: coaching-plan
        client: northwind
        pm: pm-31
        ---

    Good:
        === value-assessment.md
        ---
        type: value-assessment
        client: northwind
        ---

        ## Client Team Assessment

        ### PM Team Strategic Capability

        | PM | Current Level | Gap | Coaching Opportunity |
        |---|---|---|---|
        | pm-31 | Tactical | Takes requests as they come | Reframe one request a week |
        | pm-32 | Tactical | Reports output | No plan: on parental leave from July |

        === plan.md
        ---
        type: coaching-plan
        client: northwind
        pm: pm-31
        ---
    """
    plans = workspace.of_type(PLAN)
    if not plans:
        return  # no coaching has been planned for anybody yet
    missing = _without_plan(workspace, plans)
    for row, assessment, path in missing[len(_strangers(workspace, plans)) :]:
        message = f"{row} has no coaching plan, and nothing says why."
        hint = "Write one, or say in the row why there is none: “No plan: leaves in August”."
        yield offence(assessment, path, message, hint)


@rule_across("PMC631")
def plan_for_a_stranger(workspace: Workspace) -> Offences:
    """A coaching plan is for a PM whom neither the assessment nor the engagement knows.

    Why it matters:
        A plan without an assessed starting point coaches what somebody guessed.

    What to do:
        Correct the handle, or add the PM to the team table.

    Bad:
        === value-assessment.md
        ---
        type: value-assessment
        client: northwind
        ---

        ## Client Team Assessment

        ### PM Team Strategic Capability

        | PM | Current Level | Gap | Coaching Opportunity |
        |---|---|---|---|
        | pm-31 | Tactical | Takes requests as they come | Reframe one request a week |

        === plan.md
        ---
        type: coaching-plan
        client: northwind
        pm: pm-13
        ---

    Good:
        === value-assessment.md
        ---
        type: value-assessment
        client: northwind
        ---

        ## Client Team Assessment

        ### PM Team Strategic Capability

        | PM | Current Level | Gap | Coaching Opportunity |
        |---|---|---|---|
        | pm-31 | Tactical | Takes requests as they come | Reframe one request a week |

        === plan.md
        ---
        type: coaching-plan
        client: northwind
        pm: pm-31
        ---
    """
    team = _team(workspace)
    for plan in _strangers(workspace, workspace.of_type(PLAN)):
        question = did_you_mean(nearest(plan.data["pm"], team))
        message = f"{plan.data['pm']} is in no team table of this engagement.{question}"
        first = next(iter(team.values()))
        hint = f"There: {', '.join(team)}. Correct the handle, or add the PM to the team table."
        yield offence(plan, ("pm",), message, hint, (first,))


@rule_across("PMC632")
def no_way_to_graduate(workspace: Workspace) -> Offences:
    """The engagement is in its last phase, and a coaching plan does not say when its PM has graduated.

    Why it matters:
        An engagement that does not say when it is done has no end, and the client learns to need it.

    What to do:
        Write down what the PM must do alone for the coaching to end, under “Graduation Criteria”.

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

        ## Graduation Criteria

        - [ ] Turns down a request with the strategy as the reason, alone
    """
    for plan, last in lacking_at_the_end(workspace, lambda plan: not plan.data.get("graduation")):
        message = f"The engagement is in {last.words}, and this plan has no graduation criteria."
        hint = "Write down what the PM must do alone for the coaching to end."
        path: Path = ("graduation",) if ("graduation",) in plan.keys else ("type",)
        yield offence(plan, path, message, hint, (last,))


def lacking_at_the_end(workspace: Workspace, lacks: Callable[[Document], bool]) -> Iterator[tuple[Document, Mention]]:
    """The coaching plans that lack something though the engagement is in its last phase, each with where it says so."""
    plans = list(filter(lacks, workspace.of_type(PLAN)))
    engagement = workspace.only(ENGAGEMENT) if plans else None
    said = engagement.data.get("phase") if engagement else None
    phase = workspace.standards.phase(said) if said else None
    if engagement and phase and phase.number >= len(workspace.standards.phases):
        last = mention(engagement, ("phase",), f"phase {phase.number}")
        yield from ((plan, last) for plan in plans)


def _team(workspace: Workspace) -> dict[str, Mention]:
    """The PMs of the client by their handles, each with the place that names them."""
    team: dict[str, Mention] = {}
    for document in workspace.documents:
        for node in (*nodes_at(document, PMS), *nodes_at(document, PMS[:1])):
            if pm := node.text("pm"):
                team.setdefault(pm, mention(document, node.at("pm"), "the team"))
    return team


def _strangers(workspace: Workspace, plans: list[Document]) -> list[Document]:
    """The plans for PMs whom no team table knows; none as long as there is no such table."""
    known = {pm_meant(pm) for pm in _team(workspace)}
    return [plan for plan in plans if known and plan.data.get("pm") and pm_meant(plan.data["pm"]) not in known]


def _without_plan(workspace: Workspace, plans: list[Document]) -> list[tuple[str, Document, Path]]:
    """The PMs in the assessments' team tables who have neither a plan nor a reason, each with the place."""
    planned = pms_planned(plans)
    found = []
    for assessment in workspace.of_type(ASSESSMENT):
        for row in nodes_at(assessment, PMS):
            pm = row.text("pm")
            if pm and pm_meant(pm) not in planned and not says_why_not(row.value):
                found.append((pm, assessment, row.at("pm")))
    return found
