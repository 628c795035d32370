"""Why a document is not to be shown yet, however much it scores: errors, open places, drafts, and what is assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pmcoach_lint.coaching.parts import LEVELS, Node, nodes_at
from pmcoach_lint.criteria.registry import ENGAGEMENT
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding, Severity
from pmcoach_lint.regex import anycase
from pmcoach_lint.rubric.model import Band
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Workspace

_TO_FILL = "still-to-fill"
"""The rule about places that only hold the place of what is to be said."""

_NAME = "Finish it before you show it"

_ASSUMED = anycase(r"\bassumed\b")
_ASSUMED_LEVEL = anycase(r"\blevels? (?:is |are )?(?:only )?assumed\b|\bassumed levels?\b|\(assumed\b|\A\W*assumed\b")
_LEVELS = anycase(r"\b(?:all|the|both|these) (?:current |starting )?levels\b")
_CYCLE = anycase(r"\bcycle\b.{0,40}\b(?:start|beg[iu]n|weeks?|last)|\bstart(?:s| date| day)?\b")
_TIME = anycase(r"\b(?:minutes|hours|time)\b.{0,40}\bweek|\bonce a week|\btime budget|\bpractice time")

_TIMES: tuple[Path, ...] = (("context", "time_budget"), ("cadence", "rhythm"), ("cadence", "coach_time"))


def held_back(workspace: Workspace, kind: str, findings: Mapping[str, Sequence[Finding]]) -> Band | None:
    """What to do before documents are shown; None where nothing speaks against it.

    Errors do, and of an engagement open places and drafts: a document without a status may be as finished as any.
    """
    found = (finding for each in workspace.documents for finding in findings.get(each.source.file, ()))
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    todo = _unfinished(workspace) if kind == ENGAGEMENT else []
    name = _NAME if todo else "1 error first" if errors == 1 else f"{errors} errors first"
    if errors:
        what = "error" if errors == 1 else f"{errors} errors"
        todo.insert(0, f"Mend the {what} that pmcoach lint finds.")
    return Band(0, name, "assumptions", " ".join(todo)) if todo else None


def _unfinished(workspace: Workspace) -> list[str]:
    """What is to be done to documents that are not finished."""
    places = sum(len(document.offences.get(_TO_FILL, ())) for document in workspace.documents)
    drafts = [document for document in workspace.documents if document.data.get("status") == "draft"]
    todo = []
    if places:
        todo.append(f"Fill in {'the place that is' if places == 1 else f'the {places} places that are'} still open.")
    if drafts:
        which = f"the {len(drafts)} of {len(workspace.documents)} documents that are drafts"
        if len(drafts) == 1:
            which = f"{drafts[0].source.file.rpartition('/')[2]}, which is a draft"
        todo.append(f"Read {which}, and set the status when what stands there is yours.")
    return todo


def assumed_in(pack: Document) -> tuple[str, ...]:
    """What a pack only assumes of that on which all else in it hangs; empty where it is little.

    All levels are much, and so are the cycle and the time for it together: with one of these two, a plan is a plan.
    """
    context = pack.data.get("context", {})
    said = [str(text) for text in (*pack.data.get("assumptions", ()), *context.get("assumptions", ()))]
    rows = [level for level in nodes_at(pack, LEVELS) if "current" in level.value]
    levels = any(map(_LEVELS.search, said)) or (bool(rows) and all(map(_is_assumed, rows)))
    times = any(map(_TIME.search, said)) or any(_ASSUMED.search(_line(pack, path)) for path in _TIMES)
    plan = times and any(map(_CYCLE.search, said))
    return (*(["each level"] if levels else ()), *(["the cycle", "the time for it"] if plan else ()))


def _is_assumed(level: Node) -> bool:
    """Whether a row of the assessment says that its level was assumed."""
    given = level.document.values.get(level.at("current"), (0, 0))
    said = (
        level.document.text[slice(*given)],
        level.text("gap"),
        *(str(line.value) for line in level.nodes("evidence")),
    )
    return any(map(_ASSUMED_LEVEL.search, said))


def _line(document: Document, path: Path) -> str:
    """The line of the text on which a value stands; empty where there is none."""
    span = document.values.get(path)
    return document.text[slice(*document.source.line_span(span[0]))] if span else ""
