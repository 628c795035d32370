"""Reps that are done in another way from a week on, one stage behind the other: `Weeks 1–4: one. From week 5: two`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import NOWHERE
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between, trim
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.records.record import RecordReader

_WEEKS = (
    r"(?P<weeks>from\sweek\s\d{1,2}(?:\son(?:wards?)?)?|weeks?\s\d{1,2}(?:\s?(?:[-–—]|to|and)\s?\d{1,2})?)[*_]*\s?:\s"
)
_NEXT = regex(rf"(?<=[.;!?)])\s+(?=[*_]*{_WEEKS})", re.IGNORECASE, near="week")
_BEGINS = regex(rf"[*_]*{_WEEKS}[*_]*", re.IGNORECASE, near="week")


def split_stages(field: Binding, text: str, span: Span) -> list[Span]:
    """The stages of a text, each of which but the first begins with its weeks; none where there are no such."""
    if not field.is_done_in_weeks:
        return []
    cuts = [match.span() for match in _NEXT.finditer(text, *span)]
    return between(span, cuts) if cuts else []


def read_stages(reader: RecordReader, field: Binding, spans: list[Span], first: Path) -> list[dict[str, Any]]:
    """Read the records that are stages, the first of them at that path, which may tell for all how long one takes."""
    records = list[dict[str, Any]]()
    values, minutes = reader.extraction.values, field.holders["minutes"].name
    for number, span in enumerate(spans, int(first[-1])):
        at = (*first[:-1], number)
        values[at] = span
        record = reader.with_head(field, NOWHERE, span, at)
        if records and minutes in records[0] and minutes not in record:
            record[minutes], values[*at, minutes] = records[0][minutes], values[*first, minutes]
        records.append(field.in_order(record))
    return records


def weeks_in_front(reader: RecordReader, field: Binding, record: dict[str, Any], path: Path) -> None:
    """Put the weeks in front of what a `record` is called into it: `From week 5: two pages`."""
    weeks, title = field.holders["weeks"], field.title_field
    if title is None or weeks.name in record or title.name not in record:
        return
    own = reader.extraction.values[*path, title.name]
    begin = _BEGINS.match(reader.text, *own)
    if begin and begin.end() < own[1]:
        reader.put(record, weeks, begin.span("weeks"), path)
        reader.put(record, title, trim(reader.text, (begin.end(), own[1])), path)
