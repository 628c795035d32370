"""Criteria of the coaching plans in a client engagement: who has one, and what each holds."""

from __future__ import annotations

from pmcoach_lint.checks.words import binding_at
from pmcoach_lint.coaching.parts import Node, nodes_at
from pmcoach_lint.criteria.registry import ENGAGEMENT, Case, Mark, Marks, criterion, each
from pmcoach_lint.doctypes import ASSESSMENT, PLAN
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.coached import pm_meant, pms_planned, says_why_not
from pmcoach_lint.names import name_key
from pmcoach_lint.syntax.yaml_marks import Path


@criterion(ENGAGEMENT)
def pms_coached(case: Case) -> Marks:
    """Each PM of the client's team has a coaching plan, or a reason why there is none."""
    planned = pms_planned(case.workspace.of_type(PLAN))

    def coached(node: Node) -> Path | None:
        is_told = pm_meant(node.text("pm")) in planned or says_why_not(node.value)
        return case.within(node, "plan") or (node.at("pm") if is_told else None)

    has, lacks = "has a coaching plan, or a reason", "has neither a coaching plan nor a reason"
    none = case.lacks_in(ASSESSMENT, "No assessment names a PM of the client's team.", "team", "pms")
    yield from each(case.records(ASSESSMENT, "team", "pms"), coached, has, lacks, none=none)


@criterion(ENGAGEMENT)
def habits_left(case: Case) -> Marks:
    """Each coaching plan names two frameworks or more to leave behind, and as many habits."""
    for name, noun in (("frameworks", "framework"), ("habits", "habit")):
        yield from _in_each_plan(case, ("transfer", name), 2, noun, "to leave behind")


@criterion(ENGAGEMENT)
def graduation_stated(case: Case) -> Marks:
    """Each coaching plan names three signs or more by which its PM is ready to go on alone."""
    yield from _in_each_plan(case, ("graduation",), 3, "sign", "of graduation")


@criterion(ENGAGEMENT)
def sessions_designed(case: Case) -> Marks:
    """Each coaching session has a practice and an outcome."""
    has, lacks = "has a practice and an outcome", "lacks a practice or an outcome"
    none = case.lacks("No coaching session is planned.")
    yield from case.each_in(PLAN, ("sessions",), ("practice", "outcome"), has, lacks, none)


@criterion(ENGAGEMENT)
def metrics_based(case: Case) -> Marks:
    """Each success metric of a coaching plan has a baseline and a target."""
    has, lacks = "has a baseline and a target", "lacks a baseline or a target"
    none = case.lacks("No coaching plan has a success metric.")
    yield from case.each_in(PLAN, ("metrics",), ("baseline", "target"), has, lacks, none)


@criterion(ENGAGEMENT)
def pms_observed(case: Case) -> Marks:
    """Each coaching plan describes how its PM works today: two patterns or more."""
    yield from _in_each_plan(case, ("assessment", "patterns"), 2, "pattern", "of work")


def _in_each_plan(case: Case, path: Path, number: int, noun: str, what: str) -> Marks:
    """A mark for each coaching plan: whether its list at `path` has as many entries as that.

    What the template brings along counts for nothing until the plan says whom it is for, and what for.
    """
    plans = case.workspace.of_type(PLAN)
    for plan in plans:
        brought = _brought_along(plan, path)
        found = [node for node in case.sound(nodes_at(plan, path)) if not _is_among(node, brought)]
        good = len(found) >= number
        named = f"{len(found) or 'no'} {noun}{'' if len(found) == 1 else 's'}"
        words = f"The plan for {plan.data.get('pm', 'a PM')} names {named} {what}."
        yield Mark(plan, path, good, words)
    if not plans:
        yield case.lacks("There is no coaching plan.")


def _brought_along(plan: Document, path: Path) -> frozenset[str]:
    """What the template has in a list already, of a plan that does not say whom it is for, and what for."""
    binding = binding_at(plan, path)
    if {"pm", "goal"} <= plan.data.keys() or binding is None:
        return frozenset()
    rows = binding.schema.get("default", ())
    return frozenset(name_key(str(value)) for row in rows for value in row.values())


def _is_among(node: Node, brought: frozenset[str]) -> bool:
    """Whether a record says nothing but what the template brought along."""
    said = [name_key(value) for value in node.value.values() if isinstance(value, str)]
    return any(value in brought for value in said)
