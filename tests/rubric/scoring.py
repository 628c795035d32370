"""Scores of texts in memory, and of what is left of a pack when something is taken out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.loading import take_document
from pmcoach_lint.rubric import Score, score
from pmcoach_lint.rubric.model import CriterionScore, DimensionScore
from pmcoach_lint.settings import Settings
from pmcoach_lint.standards import Standards
from pmcoach_lint.workspace import Workspace
from tests.packs import ROOT

AS_OF = date(2026, 11, 23)
TOLD = """\
---
type: coaching-pack
pm: pm-07
cycle-start: 2026-10-05
cycle-weeks: 8
---

## 1) Definition of Good PM

| Competency | Observable behaviours |
|---|---|
| Prioritization | Ranks the renewal backlog by churn; drops requests aloud |

## 2) Current Assessment

| Competency | Current level | Evidence |
|---|---|---|
| Prioritization | {current} | Renewal backlog of 3 March: ranked by who asked, no churn figure{evidence} |

## 3) Growth bets

| Bet | Current | Target |
|---|---|---|
| Rank by cost | Understand | {target} |

## 4) Development plan

### Bet 1

**Weekly reps:** Rank three requests (45 min)

## 6) Follow-up

{tracker}

**Reviews:**

| Review | {when} |
|---|---|
| First | {first} |
| Last | {last} |
"""
AS_TOLD = {
    "current": "Understand",
    "target": "Analyze",
    "evidence": "",
    "tracker": "| Date | Rep done |\n|---|---|\n| 2026-10-12 | Two ranked |",
    "when": "Date",
    "first": "2026-10-26",
    "last": "2026-11-23",
}


def scored(
    text: str | Mapping[str, str], root: Path = Path("/nowhere"), as_of: date = AS_OF, *, linted: bool = False
) -> Score:
    """The score of a pack, or of several texts by file name of which the first stands for the engagement."""
    settings = Settings(root=root, as_of=as_of)
    catalogue = Catalogue.of(settings)
    texts = {"a.md": text} if isinstance(text, str) else text
    documents = [take_document(each.encode(), name, catalogue) for name, each in texts.items()]
    findings = {name: lint_bytes(each.encode(), name, settings).findings for name, each in texts.items() if linted}
    result = score(Workspace(documents, Standards(settings, catalogue)), documents[0], as_of, findings)
    assert result
    return result


def of_document(document: Document, as_of: date = AS_OF) -> Score:
    """The score of a document that was read."""
    result = score(Workspace([document], Standards(Settings(root=Path("/nowhere")))), document, as_of)
    assert result
    return result


def read_example(name: str) -> Document:
    """An example pack, by the beginning of its name."""
    path = next((ROOT / "packs").glob(f"{name}*.md"))
    return take_document(path.read_bytes(), path.name)


def text_of(name: str) -> str:
    """The text of an example pack, by the beginning of its name."""
    return next((ROOT / "packs").glob(f"{name}*.md")).read_text(encoding="utf-8")


def numbers(result: Score) -> dict[str, int]:
    """The scores by dimension."""
    return {each.dimension: each.score for each in result.dimensions}


def dimension(result: Score, name: str) -> DimensionScore:
    return next(each for each in result.dimensions if each.dimension == name)


def criterion(result: Score, name: str) -> CriterionScore:
    return next(one for each in result.dimensions for one in each.criteria if one.criterion == name)


def entries(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all entries of all lists in some data."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from entries(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield (*path, index)
            yield from entries(value, (*path, index))
