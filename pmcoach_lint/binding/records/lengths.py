"""How long the parts of an agenda take, where all of them together tell it: by the clock, or by a number in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.readers.timed import go_by_fives, lengths_of_clock
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_NUMBER_IN_FRONT = regex(r"(?P<minutes>[1-9]\d?)(?:\s?(?:[.:-]|[–—]))?\s+(?=\D)")


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
