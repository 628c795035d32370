"""The first two parts of a draft: what good is here, and where the PM stands."""

from __future__ import annotations

from pmcoach_lint.generate.draft.facts import Facts
from pmcoach_lint.generate.draft.leverage import Candidate
from pmcoach_lint.generate.draft.library import LEVELS
from pmcoach_lint.generate.draft.outline import Outline
from pmcoach_lint.generate.markdown import TBD, begun, in_line, items, label, sentence, table
from pmcoach_lint.names import small

_BEHAVIOURS = 4


def context(facts: Facts) -> list[str]:
    """The snapshot above the parts."""
    lines = ["## Context snapshot", "", *label("Coaching goal", facts.goal or TBD)]
    lines += label("Scope", facts.text("person", "scope") or TBD)
    lines += label("Time budget", facts.given("practice_time", f"{facts.practice} minutes a week"))
    constraints = [*facts.texts("goals", "constraints"), *facts.texts("context", "pressures")]
    if constraints:
        lines += ["**Constraints:**", "", *items(constraints)]
    if facts.open:
        unknown = [
            f"{in_line(field.name)} ({question.id})"
            for question in facts.open
            for field in question.open_fields(facts.said)
        ]
        lines += label("Unknowns", "; ".join(unknown))
    boundary = "Coaching, not performance management. Nothing here feeds a rating, pay or a formal process"
    return [*lines, *label("Boundary", f"{boundary}; those belong to HR and have documents of their own.")]


def definition(outline: Outline) -> list[str]:
    """Part 1: scope, decision rights, and the competencies that the intake speaks of."""
    facts = outline.facts
    lines = label("Scope", facts.text("person", "scope") or TBD)
    rights = facts.texts("good", "decision_rights")
    lines += label("Decision rights", " ".join(map(sentence, rights)) if len(rights) > 1 else "".join(rights) or TBD)
    if product := facts.text("context", "product"):
        lines += label("Product", sentence(product))
    unwritten = "Nothing." if facts.text("good", "expectations") else "Unknown: nobody has said."
    lines += label("Expected in writing", facts.expectations or unwritten)
    lines += ["### Competency model", ""]
    header = ["Competency", "Observable behaviours", *LEVELS]
    rows = []
    for each in outline.candidates:
        own = [text for text in facts.texts("good", "behaviours") if _belongs(text, each, outline)]
        behaviours = [*own, *(text for text in each.area.behaviours if text not in own)][:_BEHAVIOURS]
        rows.append([each.area.name, behaviours, *(each.area.ladder.get(level, "") for level in LEVELS)])
    return [*lines, *table(header, rows)]


def _belongs(text: str, candidate: Candidate, outline: Outline) -> bool:
    """Whether a behaviour that the coach has named is one of this area; what names none belongs to the first bet."""
    area = outline.library.area_of(text)
    if area is None or area.name not in {each.area.name for each in outline.candidates}:
        return candidate is outline.candidates[0]
    return area == candidate.area


def assessment(outline: Outline) -> list[str]:
    """Part 2: the levels, the evidence, what to build on, and what no practice will change."""
    facts = outline.facts
    header = ["Competency", "Current level", "Target level", "Evidence", "Gap", "Gap type", "Priority"]
    rows = [
        [each.area.name, each.level, each.target, _evidence(each, facts), _gap(each, outline), *_kind(each)]
        for each in outline.candidates
    ]
    open_gap = [TBD, "–", "–", "–", "", "skill", "H"]
    rows += [[*open_gap[:4], each.text, *open_gap[5:]] for each in facts.matched.challenges if each.area is None]
    lines = ["### Levels", "", *table(header, rows), "### Evidence log", ""]
    log = [
        [each.id, each.date or TBD, each.text, each.artifact or TBD, each.area.name if each.area else TBD]
        for each in facts.pieces
    ]
    nothing = [["E1", TBD, TBD, TBD, outline.candidates[0].area.name]]
    lines += table(["ID", "Date", "Evidence", "Artifact", "Competency"], log or nothing)
    heard = list(facts.texts("state", "feedback"))
    heard += [f"Where {facts.pm} wants to go: {in_line(text)}"] if (text := facts.text("person", "aspiration")) else []
    if heard:
        lines += ["### What others and the PM say", "", *items(heard)]
    strengths = [each.text for each in facts.matched.strengths]
    lines += ["### Strengths to compound", "", *items(map(sentence, strengths) if strengths else [TBD])]
    lines += ["### Constraints to remove", ""]
    constraints = [f"{sentence(text)} {_way_out(text, facts)}" for text in facts.texts("goals", "constraints")]
    return [*lines, *items(constraints or ["None was named at intake."])]


def _way_out(constraint: str, facts: Facts) -> str:
    """What becomes of a constraint: somebody removes it or, where it is one of days, the plan goes around them."""
    coach = begun(facts.coach)
    days = facts.days_of(constraint)
    if not days:
        return f"{coach} looks for who can remove it, and says by week 2 what came of it."
    return "The plan goes around these days." if days <= facts.off else f"{coach} says by week 2 what moves for it."


def _evidence(candidate: Candidate, facts: Facts) -> str:
    if candidate.pieces:
        return ", ".join(piece.id for piece in candidate.pieces)
    if facts.unmatched:
        return "Thin: no piece of work is matched to it yet"
    strengths = [each.area for each in facts.matched.strengths]
    if candidate.is_named or candidate.area in strengths:
        return "Thin: said at intake, and no piece of work shows it yet"
    return "No piece of work yet: not seen"


def _gap(candidate: Candidate, outline: Outline) -> str:
    facts = outline.facts
    thin = "one piece of work only: provisional" if len(candidate.pieces) == 1 else ""
    if not candidate.pieces:
        ids = ", ".join(facts.unmatched)
        thin = f"not yet matched: {ids}; provisional" if ids else "no evidence yet: provisional"
    assumed = "level assumed, to be judged together" if candidate.is_assumed else ""
    remark = "; ".join(text for text in (thin, assumed) if text)
    if candidate.is_kept:
        gap = "None in this cycle" if candidate.is_strength else "None was named at intake"
    else:
        missing = candidate.area.ladder.get(candidate.target, "")
        said = ". ".join(text.rstrip(".") for text in candidate.challenges)
        gap = said or f"Not seen yet on the next level: {small(missing)}".rstrip(".")
    return f"{gap} ({remark})" if remark else gap


def _kind(candidate: Candidate) -> tuple[str, str]:
    if candidate.is_kept:
        return "none", "L"
    return ("both" if candidate.is_constrained else "skill"), ("M" if candidate.lost else "H")
