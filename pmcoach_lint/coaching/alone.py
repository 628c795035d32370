"""Parts that a pack leaves out on purpose; whether a plan stands alone, and says that it is no HR document."""

from __future__ import annotations

from pmcoach_lint.document import Document
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.yaml_marks import Path

BOUNDARY: Path = ("context", "boundary")
ALWAYS = "closing"
"""The part that is never left out on purpose (`coaching-pms`: risks, open questions and next steps, always)."""

_FOUNDATIONS = ("definition", "competency_model", "assessment")
_LABELLED = anycase(r"\bnon-HR\b|\b(?:no|not an?|is not|isn['’]t) (?:\w+ )?(?:HR|PIP|performance|personnel)\b")
_PLAN = anycase(r"\b(?:development|growth|coaching|practice|learning) plan\b|\bplan (?:only|alone)\b")


def stands_alone(document: Document) -> bool:
    """Whether it is a plan without what shows where that comes from: a definition of good, and an assessment."""
    data = document.data
    return "plan" in data and not any(part in data for part in _FOUNDATIONS)


def says_no_hr(document: Document) -> bool:
    """Whether a document says anywhere that it is no HR document."""
    return BOUNDARY in document.values or bool(_LABELLED.search(document.text, document.body))


def is_plan_alone(document: Document) -> bool:
    """Whether a document is meant to be a plan and nothing else: it says so above its first part, and is labelled.

    `coaching-pms` allows for such a plan where no coaching pack is called for, “clearly labeled as non-HR”.
    """
    if not stands_alone(document) or not says_no_hr(document):
        return False
    parts = {(name,) for name, field in document.binding.fields.items() if field.is_section}
    heads = (span[0] for path, span in document.keys.items() if path in parts and span[0] >= document.body)
    return bool(_PLAN.search(document.text, document.body, min(heads, default=len(document.text))))


def left_out(document: Document) -> frozenset[str]:
    """The parts that a document leaves out on purpose: all but those that it says it has, or but a plan alone.

    What it holds all the same is not among them.
    """
    parts = {name for name, field in document.binding.fields.items() if field.is_section}
    said = document.data.get("parts")
    named = {str(name).replace("-", "_") for name in said} & parts if isinstance(said, list) else set()
    if not named and not is_plan_alone(document):
        return frozenset()
    kept = named | {ALWAYS} if named else set()
    return frozenset(name for name in parts - kept if (name,) not in document.keys and name not in document.data)
