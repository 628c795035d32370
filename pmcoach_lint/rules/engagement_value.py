"""Rules about what an engagement is worth: its place on the value ladder, and what backs the claims."""

from __future__ import annotations

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import PROPOSAL
from pmcoach_lint.engagement.backing import backing, missing, records_of
from pmcoach_lint.engagement.position import LADDER, assessment_for, assessments, not_above, rung_of
from pmcoach_lint.nearest import short
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import rule_across
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Workspace


@rule_across("PMC601")
def target_not_above_current(workspace: Workspace) -> Offences:
    """The target level of an engagement is not above its current one.

    Levels are those of the value ladder: Staff Aug, Expert Executor, Strategic Advisor, Transformation Partner,
    unless your team has a ladder of its own.

    Why it matters:
        An assessment is there to move the engagement up; without a higher target there is nothing to reposition.

    What to do:
        Set the level that the engagement is to reach, or correct the one that it has.

    Bad:
        ---
        type: value-assessment
        client: northwind
        ---

        ## Current Value Position

        ### Value Ladder Position

        - **Current Level**: Strategic Advisor
        - **Target Level**: Expert Executor
        - **Gap**: A seat in the quarterly review

    Good:
        ---
        type: value-assessment
        client: northwind
        ---

        ## Current Value Position

        ### Value Ladder Position

        - **Current Level**: Expert Executor
        - **Target Level**: Strategic Advisor
        - **Gap**: A seat in the quarterly review
    """
    for assessment in assessments(workspace):
        levels = (value_at(assessment, (*LADDER, key)) for key in ("current", "target"))
        message = not_above(workspace.standards, *levels)
        current = rung_of(workspace, assessment, (*LADDER, "current"))
        if message is None or current is None:
            continue
        ladder = workspace.standards.value_ladder
        hint = "Set the level that the engagement is to reach."
        if current + 1 < len(ladder):
            hint = f"The next level up is {ladder[current + 1].level}."
        related = (mention(assessment, (*LADDER, "current"), "the current level"),)
        yield offence(assessment, (*LADDER, "target"), message, hint, related)


@rule_across("PMC602")
def targets_disagree(workspace: Workspace) -> Offences:
    """A proposal aims at another level of the value ladder than the assessment it rests on.

    Why it matters:
        The client reads the proposal as the answer to the assessment; two targets are two different offers.

    What to do:
        Decide which level it is, and say so in both.

    Bad:
        === value-assessment.md
        ---
        type: value-assessment
        client: northwind
        ---

        ## Current Value Position

        ### Value Ladder Position

        - **Current Level**: Staff Aug
        - **Target Level**: Expert Executor

        === proposal.md
        ---
        type: work-proposal
        client: northwind
        ---

        **Target level**: Strategic Advisor

    Good:
        === value-assessment.md
        ---
        type: value-assessment
        client: northwind
        ---

        ## Current Value Position

        ### Value Ladder Position

        - **Current Level**: Staff Aug
        - **Target Level**: Strategic Advisor

        === proposal.md
        ---
        type: work-proposal
        client: northwind
        ---

        **Target level**: Strategic Advisor
    """
    for proposal in workspace.of_type(PROPOSAL):
        ladder = workspace.standards.value_ladder
        assessment = assessment_for(workspace, proposal)
        proposed = rung_of(workspace, proposal, ("target_level",))
        assessed = rung_of(workspace, assessment, (*LADDER, "target")) if assessment else None
        if assessment and proposed is not None and assessed is not None and proposed != assessed:
            message = f"The proposal aims at {ladder[proposed].level}, the assessment at {ladder[assessed].level}."
            hint = "Decide which level it is, and say so in both."
            related = (mention(assessment, (*LADDER, "target"), "the target of the assessment"),)
            yield offence(proposal, ("target_level",), message, hint, related)


@rule_across("PMC603", severity=None)
def claim_without_record(workspace: Workspace) -> Offences:
    """A strategic contribution is claimed that no log entry and no artifact shows.

    A claim is backed when its documentation names the date, title or number (`LOG #17`) of a log entry or the file or
    title of an artifact, or when one of them is plainly about the same thing. Without a log and without artifacts
    nothing is asked for.

    Why it matters:
        The record of strategic contributions is what justifies the rate. A claim without one is an opinion.

    What to do:
        Name the log entry or the artifact that shows it, log it now, or take the claim out.

    Bad:
        === value-assessment.md
        ---
        type: value-assessment
        client: northwind
        ---

        ## Rate Justification

        ### Evidence to Build

        | Strategic Contribution | Business Impact | Documentation |
        |---|---|---|
        | Stopped the carrier portal rewrite | €180k not spent | Decision of 2026-06-23 |

        === event-log.md
        ---
        type: event-log
        client: northwind
        ---

        ## 2026-06-16 — Meeting — Weekly planning

    Good:
        === value-assessment.md
        ---
        type: value-assessment
        client: northwind
        ---

        ## Rate Justification

        ### Evidence to Build

        | Strategic Contribution | Business Impact | Documentation |
        |---|---|---|
        | Stopped the carrier portal rewrite | €180k not spent | Decision of 2026-06-23 |

        === event-log.md
        ---
        type: event-log
        client: northwind
        ---

        ## 2026-06-23 — Decision — Carrier portal stays as it is
    """
    records = records_of(workspace)
    for assessment in assessments(workspace) if records else ():
        for index, row in enumerate(assessment.data.get("rate", {}).get("evidence", [])):
            claim, text = row.get("contribution", ""), row.get("documentation", "")
            if not claim or backing(text, claim, records):
                continue
            at: Path = ("rate", "evidence", index)
            lost = missing(text, records)
            path = (*at, "documentation") if lost else (*at, "contribution")
            message = f"No log entry and no artifact shows “{short(claim)}”."
            if lost:
                what = "artifact" if lost[0].endswith(("md", "markdown")) else "log entry of"
                message = f"There is no {what} {lost[0]}, which is to show “{short(claim)}”."
            hint = "Name the log entry or the artifact that shows it, log it now, or take the claim out."
            yield offence(assessment, path, message, hint)
