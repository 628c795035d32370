"""Where an engagement stands by its documents: its assessments, the value ladder, and the baseline of its rate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import ASSESSMENT, ENGAGEMENT, LOG, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.rates import Rate, rate_of
from pmcoach_lint.standards import LadderLevel, Standards
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.workspace import Workspace

LADDER: Path = ("position", "ladder")
RATE: Path = ("rate", "rate")
BASELINE: Path = ("rate", "baseline")
CURRENT_RATE: Path = ("rate", "basis", "rate")
ASSESSED_BASELINE: Path = ("rate", "basis", "baseline")
EVIDENCE: Path = ("rate", "evidence")
CURRENT: Path = ("investment", "current")
OFFERED: Path = ("investment", "proposed")

_IN_FRONT = (ENGAGEMENT, ASSESSMENT, PROPOSAL, PLAN, LOG)
"""Which documents stand for an engagement, in this order; any of another type comes behind them."""


class Target(NamedTuple):
    """The `level` of the value ladder that an engagement is to reach, and where it is said."""

    level: LadderLevel
    document: Document
    path: Path


class Baseline(NamedTuple):
    """What extra hands cost in an engagement: the rate, where it is said, and whether it was `reckoned` from there."""

    rate: Rate
    document: Document
    path: Path
    reckoned: bool


def lead_of(documents: Iterable[Document]) -> Document:
    """The document that stands for an engagement among its `documents`, of which there is at least one."""
    return min(documents, key=_place_in_front)


def _place_in_front(document: Document) -> int:
    kind = document.doctype.name if document.doctype else ""
    return _IN_FRONT.index(kind) if kind in _IN_FRONT else len(_IN_FRONT)


def dated(document: Document) -> str:
    """The date of a document, to sort by; empty where it gives none."""
    date = document.data.get("date")
    return date if isinstance(date, str) else ""


def assessments(workspace: Workspace) -> list[Document]:
    """The assessments of an engagement, the oldest first."""
    return sorted(workspace.of_type(ASSESSMENT), key=dated)


def assessment_for(workspace: Workspace, document: Document) -> Document | None:
    """The assessment that holds for `document`: the last one that was there on its date, else the last one."""
    all_of_them = assessments(workspace)
    date = dated(document)
    before = [assessment for assessment in all_of_them if not date or dated(assessment) <= date]
    return next(reversed(before or all_of_them), None)


def rung_of(workspace: Workspace, document: Document, path: Path) -> int | None:
    """The rung of the value ladder, from 0, that the text at `path` names; None where it names none."""
    text = value_at(document, path)
    return workspace.standards.rung(text) if isinstance(text, str) else None


def not_above(standards: Standards, current: Any, target: Any) -> str | None:
    """That the target level of an engagement is not above its current one, in a sentence.

    Args:
        standards: Those whose value ladder holds.
        current: What names the current level.
        target: What names the target level.

    Returns:
        The sentence; None where the target is above, or where one of the two names no level of the ladder.
    """
    ladder = standards.value_ladder
    now, then = (standards.rung(text) if isinstance(text, str) else None for text in (current, target))
    if now is None or then is None or then > now:
        return None
    same = "the current level as well" if then == now else f"below the current level, {ladder[now].level}"
    return f"The target level, {ladder[then].level}, is {same}."


def target_of(workspace: Workspace, proposal: Document) -> Target | None:
    """The level that a proposal aims at, by itself or by the assessment it rests on."""
    assessment = assessment_for(workspace, proposal)
    for document, path in ((proposal, ("target_level",)), (assessment, (*LADDER, "target"))):
        level = rung_of(workspace, document, path) if document else None
        if document and level is not None:
            return Target(workspace.standards.value_ladder[level], document, path)
    return None


def baseline_of(workspace: Workspace, proposal: Document) -> Baseline | None:
    """What extra hands cost in an engagement, as it is stated, or reckoned from a present rate and its level."""
    engagement, assessment = workspace.only(ENGAGEMENT), assessment_for(workspace, proposal)
    for document, path in ((engagement, BASELINE), (assessment, ASSESSED_BASELINE)):
        if document and (stated := rate_of(value_at(document, path))):
            return Baseline(stated, document, path, reckoned=False)
    level = rung_of(workspace, assessment, (*LADDER, "current")) if assessment else None
    multiplier = workspace.standards.value_ladder[level].multiplier if level is not None else None
    if multiplier is None:
        return None
    for document, path in ((engagement, RATE), (assessment, CURRENT_RATE), (proposal, (*CURRENT, "rate"))):
        rate = rate_of(value_at(document, path)) if document else None
        if document and rate:
            return Baseline(rate.times(1 / multiplier.high, 1 / multiplier.low), document, path, reckoned=True)
    return None
