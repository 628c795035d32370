"""Which share of a time allocation is the one that is off, where the document tells."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.logged import SHARES
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_FIGURE = regex(r"\s*(\d+(?:\.\d+)?)\s*(?:h|hours?)?\s*$")


def odd_share(assessment: Document, column: str, off: float) -> int | None:
    """The row of the one share that is off by as much as the column is, by its hours or by what the row says of it."""
    rows: list[dict[str, Any]] = value_at(assessment, SHARES) or []
    told = assessment.text[slice(*_above_table(assessment))]
    hours = [_hours(row, told) for row in rows]
    known = [each for each in hours if each is not None]
    odd = []
    for index, row in enumerate(rows):
        share = row[column] - off
        kept = column == "target" and row.get("shift") == "maintain" and row.get("current") == share
        worked = column == "current" and len(known) == len(rows) and sum(known) > 0
        if kept or (worked and abs(100 * known[index] / sum(known) - share) < 1):
            odd.append(index)
    return odd[0] if len(odd) == 1 else None


def _above_table(assessment: Document) -> Span:
    """The text between the heading of the shares and their table."""
    table = assessment.keys.get((*SHARES, 0, "current"), (0, 0))[0]
    heading = assessment.keys.get(SHARES, (table, table))[1]
    return min(heading, table), table


def _hours(row: dict[str, Any], told: str) -> float | None:
    """The hours of a row: in its own cell, or in the text above the table, with the type of work behind the figure."""
    work = str(row.get("work_type", ""))
    match = _FIGURE.match(str(row.get("hours", "")))
    match = match or re.search(rf"(\d+(?:\.\d+)?)\s?(?:h|hours?)?\s?(?:of )?{re.escape(work)}", told, re.IGNORECASE)
    return float(match[1]) if match else None
