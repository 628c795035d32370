"""What a record says of others and of its time without a label: `Frame first (framing)`, `Know → Apply, 11 March`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.binding.own_text.in_a_line import when_behind
from pmcoach_lint.binding.targets import meanings
from pmcoach_lint.readers.rungs import step_in
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.records.record import RecordReader

_ABOUT = regex(r"\s*[*_]*\((?P<name>[^()\n]{1,80})\)[*_.\s]*$")


def tell_when(reader: RecordReader, field: Binding, record: dict[str, Any], path: Path) -> None:
    """Put into a `record` what stands behind its step up the ladder of when that is: `Know → Apply, 11 March`."""
    weeks, target = field.holders["timeframe"], next((use for use in field.change_uses if use.part == "to"), None)
    told = reader.extraction.values.get((*path, target.name)) if target and weeks.name not in record else None
    step = step_in(reader.text, told, reader.extraction.context) if told else None
    if not told or not step:
        return
    day = strip(reader.text, (step.end, told[1]), " ,;", " .")
    when = when_behind(reader.extraction, weeks, (step.end, told[1])) or day
    if when[0] < when[1] and reader.extraction.value_of(weeks, when, Use(weeks.name)) is not MISSING:
        reader.put(record, weeks, when, path)


def before_referred(reader: RecordReader, field: Binding, title: Span, record: dict[str, Any], path: Path) -> Span:
    """Put what a record is about, in brackets at the end of its `title`, into `record`; return what is before it.

    That is so where others are named there: `Frame first (problem framing)`, `Closed for good (A and B)`.
    """
    about = field.referring
    aside = _ABOUT.search(reader.text, *title) if about and not about.is_title and about.name not in record else None
    known = reader.extraction.known(about) if about and aside else None
    if aside is None or about is None or known is None or not known.records:
        return title
    named = meanings(known, plain_at(reader.text, aside.span("name")), many=True)
    if any(len(one) != 1 for one in named):
        return title
    reader.put(record, about, aside.span("name"), path)
    return strip(reader.text, (title[0], aside.start()), "*_", "*_ ")
