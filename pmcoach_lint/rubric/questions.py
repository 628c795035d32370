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
    """At most five questions, of those that ask for what is missing in a dimension.

    The rubric says which these are; where it does not, they are those that feed such a dimension. Those for the lowest
    score come first, and among them the one that is asked earliest. Without a bank of questions the cheapest
    improvements of the lowest dimensions stand in their place: what to find out is known all the same.
    """
    low = {each.dimension: each.score for each in dimensions if each.improvement}
    asked = _asked_for(dimensions, rubric)
    bank = BANK_OF.get(rubric.kind)
    document = standards.find(bank) if bank else None
    ranked: list[tuple[int, int, str]] = []
    groups = document.data.get("groups", ()) if document else ()
    for question in (question for group in groups for question in group.get("questions", ())):
        if asked:
            fed = asked.get(question.get("id"), [])
        else:
            fed = [low[name] for text in question.get("feeds", ()) if (name := rubric.find(text)) in low]
        if fed and "question" in question:
            ranked.append((min(fed), question.get("rank", len(ranked) + 1), question["question"]))
    if ranked:
        return tuple(question for _, _, question in sorted(ranked)[:QUESTIONS_AT_ONCE])
    steps = [(each.score, each.improvement) for each in dimensions if each.improvement]
    return tuple(step.earns for _, step in sorted(steps, key=lambda step: step[0])[:QUESTIONS_AT_ONCE])


def _asked_for(dimensions: Sequence[DimensionScore], rubric: Rubric) -> dict[str, list[int]]:
    """By the id of a question, the scores of the dimensions in which a criterion misses a point that it asks for."""
    asks = {one.criterion: one.asked_by for each in rubric.dimensions for one in each.criteria}
    found: dict[str, list[int]] = {}
    for each in dimensions:
        for question in (question for one in each.criteria if one.lost for question in asks[one.criterion]):
            found.setdefault(question, []).append(each.score)
    return found
