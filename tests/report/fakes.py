"""Reports to render, built by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pmcoach_lint.finding import Finding, Position, Range, Severity


@dataclass(frozen=True)
class FakeReport:
    file: str
    text: str = ""
    findings: tuple[Finding, ...] = ()
    asked_for: bool = True
    known: int = 0


def span(line: int, column: int, end_column: int | None = None, *, end_line: int | None = None) -> Range:
    """A range on one line, or down to another; of no width when no end is given."""
    end = Position(end_line or line, column if end_column is None else end_column)
    return Range(Position(line, column), end)


def finding(place: Range | None = None, **fields: Any) -> Finding:
    values: dict[str, Any] = {
        "file": "packs/pm-07.md",
        "range": place or span(1, 1),
        "code": "PMC302",
        "rule": "not-a-level",
        "severity": Severity.ERROR,
        "message": '"Analize" is not a level.',
    }
    return Finding(**{**values, **fields})


def report(text: str, *findings: Finding, file: str = "packs/pm-07.md") -> FakeReport:
    return FakeReport(file, text, findings)
