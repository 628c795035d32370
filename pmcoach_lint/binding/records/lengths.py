"""How long records take where none tells it alone: parts of an agenda by the clock, a rep by the name of its list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.readers.durations import length_told
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.readers.timed import go_by_fives, lengths_of_clock
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_NUMBER_IN_FRONT = regex(r"(?P<minutes>[1-9]\d?)(?:\s?(?:[.:-]|[–—]))?\s+(?=\D)")

_IN_NAME = regex(r"\((?P<said>[^()\n]*\d[^()\n]*)\)[\s*_:.]*$")
_EACH = regex(r"\b(?:each|per rep|a rep|apiece)\b", re.IGNORECASE)


def tell_length_in_name(extraction: Extraction, field: Binding, rows: list[dict[str, Any]], path: Path) -> None:
    """Put into the only one of the `rows`, or each, how long the name of their list says: `Weekly rep (40 min)`.

    That counts more than a length among the words of a rep: `Size it in 20 minutes, …`.
    """
    minutes, title = field.holders["minutes"], field.title_field
    name = extraction.keys.get(path)
    aside = _IN_NAME.search(extraction.text, *name) if name else None
    told = length_told(extraction.text, aside.span("said"), extraction.context) if aside else None
    if not aside or not told or (len(rows) > 1 and not _EACH.search(aside["said"])):
        return
    for at, row in enumerate(rows):
        where = extraction.values.get((*path, at, minutes.name), (0, 0))
        own = extraction.values.get((*path, at, title.name), (0, 0)) if title else (0, 0)
        if minutes.name not in row or own[0] <= where[0] < where[1] <= own[1]:
            row[minutes.name], extraction.values[*path, at, minutes.name] = told[1], told[0]
            rows[at] = field.in_order(row)


def tell_lengths(extraction: Extraction, field: Binding, rows: list[dict[str, Any]], path: Path) -> None:
    """Put into the `rows` of the list at `path` how long each takes, where they tell it only together."""
    title, minutes = field.title_field, field.only_minutes
    if not title or not minutes:
        return
    lengths_of_clock(rows, minutes.name)
    spans = [extraction.values.get((*path, at, title.name), (0, 0)) for at in range(len(rows))]
    found = [_NUMBER_IN_FRONT.match(extraction.text, *span) for span in spans if span[0] < span[1]]
    matches = [match for match in found if match]
    is_told = any(minutes.name in row for row in rows) or len(matches) < len(rows)
    if is_told or not go_by_fives([int(match["minutes"]) for match in matches]):
        return
    for at, (match, span) in enumerate(zip(matches, spans, strict=True)):
        own, length = (match.end(), span[1]), match.span("minutes")
        extraction.values |= {(*path, at, title.name): own, (*path, at, minutes.name): length}
        told = {title.name: plain_at(extraction.text, own), minutes.name: int(match["minutes"])}
        rows[at] = field.in_order(rows[at] | told)
