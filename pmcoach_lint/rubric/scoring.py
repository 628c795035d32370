"""From documents to a score: each criterion looks, its points are added up, and the cheapest improvement is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil, floor

from pmcoach_lint.checks.doubts import unread_within
from pmcoach_lint.checks.headings import headings_of_nothing
from pmcoach_lint.checks.words import spot, value_at
from pmcoach_lint.coaching.alone import left_out
from pmcoach_lint.coaching.attested import items_of, signed_in, still_due
from pmcoach_lint.criteria import Case, Mark, all_criteria, registry
from pmcoach_lint.criteria.registry import COACHING
from pmcoach_lint.doctypes import ENGAGEMENT, PACK
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding
from pmcoach_lint.rubric.frame import Dimension, Rubric, Weighed, rubric_of
from pmcoach_lint.rubric.holding import assumed_in, held_back
from pmcoach_lint.rubric.model import (
    HIGHEST,
    LOWEST,
    Attested,
    Band,
    CriterionScore,
    DimensionScore,
    Improvement,
    Record,
    Said,
    Score,
)
from pmcoach_lint.rubric.questions import questions_for
from pmcoach_lint.standards import Standards
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Workspace

_SCORES: Path = ("quality_gate", "scores")
_ALMOST = 1e-9
"""Thirds of points may add up to a little less than a whole one."""


def rubric_for(document: Document) -> str | None:
    """The type of the rubric by which a document is scored; None for one that none is for."""
    if document.is_a(PACK):
        return COACHING
    return registry.ENGAGEMENT if document.family == ENGAGEMENT else None


def score(
    workspace: Workspace, main: Document, as_of: date, findings: Mapping[str, Sequence[Finding]] | None = None
) -> Score | None:
    """What a coaching pack, or a client engagement, scores.

    Args:
        workspace: the pack with the competency model that it names, or all documents of the engagement.
        main: the pack, or the document that stands for the engagement.
        as_of: the day.
        findings: what the linter says of the documents, by file: rubrics may name rules whose findings cost points.

    Returns:
        The score; None for a document that no rubric is for, and where the rubric has no dimension that can be read.
    """
    kind = rubric_for(main)
    document = workspace.standards.find(kind) if kind else None
    rubric = rubric_of(document) if document else None
    if rubric is None or not rubric.dimensions:
        return None
    said = _said_by_reviewer(main, rubric)
    kept = _about_what_is_there(rubric, main)
    if not kept:
        return None
    dimensions = tuple(_dimension(each, workspace, main, as_of, findings or {}, said.get(each.name)) for each in kept)
    names = {each.name for each in kept}
    result = Score(
        main.source.file,
        _title(main),
        rubric.kind,
        dimensions,
        _bands(rubric, kept, is_over=main.status == "completed"),
        not_scored=tuple(each.name for each in rubric.dimensions if each.name not in names),
        assumed=assumed_in(main) if rubric.kind == COACHING else (),
        held=held_back(workspace, rubric.kind, findings or {}) if main.status != "completed" else None,
    )
    return _with_what_is_asked(result, rubric, workspace, main, as_of)


def _about_what_is_there(rubric: Rubric, main: Document) -> tuple[Dimension, ...]:
    """The dimensions of a rubric without what they ask of parts that a pack leaves out on purpose."""
    left = left_out(main) if rubric.kind == COACHING else frozenset[str]()
    if not left:
        return rubric.dimensions
    known = all_criteria()
    kept = (
        each._replace(criteria=tuple(one for one in each.criteria if known[one.criterion].part not in left))
        for each in rubric.dimensions
    )
    return tuple(each for each in kept if each.criteria)


def _bands(rubric: Rubric, kept: Sequence[Dimension], *, is_over: bool) -> tuple[Band, ...]:
    """The bands of a rubric, brought down to the dimensions that are scored; none says what to do when all is over."""
    share = sum(each.weight for each in kept) / sum(each.weight for each in rubric.dimensions)
    return tuple(
        band._replace(low=ceil(band.low * share), advice="" if is_over else band.advice) for band in rubric.bands
    )


def _dimension(
    dimension: Dimension,
    workspace: Workspace,
    main: Document,
    as_of: date,
    findings: Mapping[str, Sequence[Finding]],
    said: Said | None,
) -> DimensionScore:
    criteria = tuple(
        _criterion(each, Case(workspace, main, as_of, findings, each.spoilers)) for each in dimension.criteria
    )
    number = _score(criteria)
    return DimensionScore(
        dimension.name,
        dimension.weight,
        number,
        dimension.anchor(number),
        criteria,
        _improvement(criteria, number),
        said,
        tuple(_unread(criteria, workspace, main)),
    )


def _criterion(weighed: Weighed, case: Case) -> CriterionScore:
    """What a criterion comes to: its points, in the share of what it looked at that holds."""
    marks = list(all_criteria()[weighed.criterion].look(case))
    gained = tuple(_record(mark) for mark in marks if mark.good)
    lost = tuple(_record(mark) for mark in marks if not mark.good)
    earned = weighed.points * len(gained) / len(marks) if marks else 0.0
    return CriterionScore(weighed.criterion, weighed.earns, weighed.points, weighed.at_most, earned, gained, lost)


def _record(mark: Mark) -> Record:
    document = mark.document
    place = document.range(spot(document, mark.path))
    return Record(document.source.file, place, mark.words, nowhere=not mark.path and not mark.good, absent=mark.absent)


def _unread(criteria: Iterable[CriterionScore], workspace: Workspace, main: Document) -> Iterator[Record]:
    """What is not read where points are lost: in the parts of a pack, or in all documents of an engagement."""
    lost = [each.criterion for each in criteria if each.lost]
    parts = {all_criteria()[name].part for name in lost}
    for document in [main] if main.is_a(PACK) else workspace.documents if lost else ():
        for each in unread_within(document, parts if main.is_a(PACK) else document.binding.fields):
            if each.counts or each.what != "label":
                words = f"the {each.what} “{each.name}”"
                yield Record(document.source.file, document.range(each.span), words)
    if main.is_a(PACK) and any(part and part not in main.data for part in parts):
        for span in headings_of_nothing(main):
            yield Record(main.source.file, main.range(span), f"the heading “{main.text[slice(*span)]}”")


def _score(criteria: Sequence[CriterionScore]) -> int:
    """The score from 1 to 5 for the points that were earned, and no more than what is missing allows.

    A dimension without criteria has nothing to earn.
    """
    points = sum(each.points for each in criteria)
    if not points:
        return LOWEST
    reached = LOWEST + floor((HIGHEST - LOWEST) * sum(each.earned for each in criteria) / points + _ALMOST)
    return min([reached, *(each.at_most for each in criteria if each.lost)])


def _improvement(criteria: tuple[CriterionScore, ...], number: int) -> Improvement | None:
    """The cheapest next thing to do: what lifts the score with the fewest records, else what earns most for each."""
    open_ones = [each for each in criteria if each.lost]
    leads_to = {
        each.criterion: _score([one._replace(earned=one.points, lost=()) if one is each else one for one in criteria])
        for each in open_ones
    }

    def cost(each: CriterionScore) -> tuple[bool, float, float]:
        missing = each.points - each.earned
        lifts = leads_to[each.criterion] > number
        return (not lifts, len(each.lost) if lifts else len(each.lost) / missing, -missing)

    best = min(open_ones, key=cost, default=None)
    return Improvement(best.criterion, best.earns, best.lost, leads_to[best.criterion]) if best else None


def _title(main: Document) -> str:
    """What is scored, in words: the pack by its PM, the engagement by its client."""
    name = main.data.get("pm") if rubric_for(main) == COACHING else main.data.get("client")
    return str(name or main.source.file.rpartition("/")[2])


def _with_what_is_asked(result: Score, rubric: Rubric, workspace: Workspace, main: Document, as_of: date) -> Score:
    """The score with what its band asks for, and with what people attest."""
    context, closing = main.data.get("context", {}), main.data.get("closing", {})
    unknowns = (*context.get("unknowns", ()), *closing.get("questions", ()), *main.data.get("unknowns", ()))
    band = result.band
    asks = band is not None and band.asks == "questions"
    return result._replace(
        assumptions=tuple(map(str, (*main.data.get("assumptions", ()), *context.get("assumptions", ())))),
        unknowns=tuple(map(str, unknowns)),
        questions=questions_for(result.dimensions, rubric, workspace.standards) if asks else (),
        attested=_attested(main, workspace.standards, as_of) if rubric.kind == COACHING else (),
    )


def _said_by_reviewer(main: Document, rubric: Rubric) -> dict[str, Said]:
    """A reviewer's scores by dimension. Of two for one dimension the first counts."""
    found: dict[str, Said] = {}
    for index, record in enumerate(value_at(main, _SCORES) or ()):
        name, number = rubric.find(str(record.get("dimension", ""))), record.get("score")
        if name and isinstance(number, int) and 1 <= number <= 5:
            place = main.range(spot(main, (*_SCORES, index, "score")))
            found.setdefault(name, Said(number, str(record.get("why", "")), main.source.file, place))
    return found


def _attested(main: Document, standards: Standards, as_of: date) -> tuple[Attested, ...]:
    """The items of the checklists that only a person can say, with who said them when, and what is open.

    In a pack that is not active nothing is open.
    """
    items = items_of(standards)
    due = still_due(main, items, as_of) if main.status == "active" else []
    signed = signed_in(main)
    return tuple(
        Attested(
            item.id,
            item.item,
            item.checklist,
            tuple((each.by, each.date) for each in signed if each.item == item.id),
            ", ".join(f"month {each.month}" if each.month else "open" for each in due if each.item is item),
        )
        for item in items
        if item.is_attested
    )
