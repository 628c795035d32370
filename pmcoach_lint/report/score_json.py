"""Scores for programs: one JSON object with everything that the text says, and the records that earned points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pmcoach_lint.report.as_json import in_lines
from pmcoach_lint.report.visible import in_list
from pmcoach_lint.rubric.model import CriterionScore, DimensionScore, Improvement, Record, Score

VERSION = 1
"""The version of this format; it grows when a field changes its meaning or goes, not when one is added."""


def render_scores(scores: Iterable[Score]) -> Iterator[str]:
    """Give the version, then each score as it comes."""
    yield f'{{"version": {VERSION}, "scores": ['
    yield from in_list(map(as_data, scores))
    yield "}\n"


def as_data(score: Score) -> dict[str, Any]:
    """A score as plain data."""
    band, step = score.band, score.next_step
    return {
        "file": score.file,
        "title": score.title,
        "rubric": score.rubric,
        "total": score.total,
        "out_of": score.out_of,
        "band": {"name": band.name, "from": band.low, "asks": band.asks, "advice": band.advice} if band else None,
        "why_not_higher": score.why_not_higher,
        "not_scored": list(score.not_scored),
        "unread": [_record(each) for each in score.unread],
        "absent": list(score.absent),
        "dimensions": [_dimension(each) for each in score.dimensions],
        "next": {"dimension": step[0].dimension, **_improvement(step[1])} if step else None,
        "assumptions": list(score.assumptions),
        "unknowns": list(score.unknowns),
        "questions": list(score.questions),
        "reviewer_total": score.said_total,
        "attestations": [
            {
                "id": each.id,
                "item": each.item,
                "checklist": each.checklist,
                "said": [{"by": by, "date": date} for by, date in each.said],
                "due": each.due,
            }
            for each in score.attested
        ],
    }


def _dimension(each: DimensionScore) -> dict[str, Any]:
    said = each.said
    return {
        "dimension": each.dimension,
        "weight": each.weight,
        "score": each.score,
        "anchor": each.anchor,
        "earned": round(each.earned, 2),
        "points": each.points,
        "criteria": [_criterion(one) for one in each.criteria],
        "unread": [_record(record) for record in each.unread],
        "improvement": _improvement(each.improvement) if each.improvement else None,
        "reviewer": {"score": said.score, "why": said.why, "range": in_lines(said.range)} if said else None,
        "apart": each.is_apart,
    }


def _criterion(one: CriterionScore) -> dict[str, Any]:
    return {
        "criterion": one.criterion,
        "earns": one.earns,
        "points": one.points,
        "at_most": one.at_most,
        "earned": round(one.earned, 2),
        "gained": [_record(record) for record in one.gained],
        "lost": [_record(record) for record in one.lost],
    }


def _improvement(step: Improvement) -> dict[str, Any]:
    return {
        "criterion": step.criterion,
        "what": step.earns,
        "leads_to": step.leads_to,
        "records": [_record(record) for record in step.records],
    }


def _record(record: Record) -> dict[str, Any]:
    return {"file": record.file, "range": in_lines(record.range), "message": record.words}
