"""What to ask next: questions of the banks that feed the dimensions which score lowest."""

from __future__ import annotations

from collections.abc import Sequence

from pmcoach_lint.criteria.registry import COACHING, ENGAGEMENT
from pmcoach_lint.rubric.frame import Rubric
from pmcoach_lint.rubric.model import DimensionScore
from pmcoach_lint.standards import ENGAGEMENT_BANK, INTAKE_BANK, QUESTIONS_AT_ONCE, Standards

BANK_OF = {COACHING: INTAKE_BANK, ENGAGEMENT: ENGAGEMENT_BANK}
"""By the type of a rubric, the type of the document with its questions, each with the dimensions that it feeds."""


def questions_for(dimensions: Sequence[DimensionScore], rubric: Rubric, standards: Standards) -> tuple[str, ...]:
    """At most five questions, of those that feed a dimension in which points are missing.

    Those for the lowest score come first, and among them the one that is asked earliest. Without a bank of questions
    the cheapest improvements of the lowest dimensions stand in their place: what to find out is known all the same.
    """
    low = {each.dimension: each.score for each in dimensions if each.improvement}
    bank = BANK_OF.get(rubric.kind)
    document = standards.find(bank) if bank else None
    ranked: list[tuple[int, int, str]] = []
    groups = document.data.get("groups", ()) if document else ()
    for question in (question for group in groups for question in group.get("questions", ())):
        fed = [low[name] for text in question.get("feeds", ()) if (name := rubric.find(text)) in low]
        if fed and "question" in question:
            ranked.append((min(fed), question.get("rank", len(ranked) + 1), question["question"]))
    if ranked:
        return tuple(question for _, _, question in sorted(ranked)[:QUESTIONS_AT_ONCE])
    steps = [(each.score, each.improvement) for each in dimensions if each.improvement]
    return tuple(step.earns for _, step in sorted(steps, key=lambda step: step[0])[:QUESTIONS_AT_ONCE])
