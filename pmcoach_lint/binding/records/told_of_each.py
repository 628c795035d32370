"""A level that one line tells of several records by their names: `Senior bar: Framing L4, Delivery L3`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING, Piece
from pmcoach_lint.binding.records.record import NAME_AND_LEVEL
from pmcoach_lint.binding.targets import Targets
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between, trim
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_BETWEEN = regex(r"\s*[,;·|/]\s*|\s+and\s+|\.\s*$")


def tell_of_each(extraction: Extraction, field: Binding, records: list[Any], path: Path, piece: Piece) -> bool:
    """Put the levels that a label tells of several `records` into those that lack them, and tell whether it does.

    Args:
        extraction: what reads the document.
        field: the list of the records.
        records: these, which have been read before.
        path: the path of the list.
        piece: a line or item with a label.
    """
    use = next(iter(field.uses_of(extraction.text[slice(*(piece.name or piece.text))])), None)
    name = use.name if use else field.told_by_clues(piece.keys[0])
    bound = field.fields[name] if name else None
    if bound is None or bound.reader != "level" or piece.is_bare:
        return False
    told = _levels(extraction, bound, Targets(field, records), piece.value)
    for record, level, where in told:
        if bound.name not in records[record]:
            at = (*path, record, bound.name)
            records[record][bound.name], extraction.values[at] = level, where
            extraction.keys[at] = piece.name or piece.text
            records[record] = field.in_order(records[record])
    return bool(told)


def _levels(extraction: Extraction, bound: Binding, targets: Targets, span: Span) -> list[tuple[int, Any, Span]]:
    """Which record each part of the text at `span` names, with its level and where that stands.

    Nothing where one of the parts, two at least, names none.
    """
    text = extraction.text
    parts = [trim(text, part) for part in between(span, (cut.span() for cut in _BETWEEN.finditer(text, *span)))]
    told: list[tuple[int, Any, Span]] = []
    for part in (part for part in parts if part[0] < part[1]):
        match = NAME_AND_LEVEL.fullmatch(text, *part)
        meant = targets.resolve(plain_at(text, match.span("name"))) if match else []
        level = extraction.value_of(bound, match.span("level"), Use(bound.name)) if match else MISSING
        if match is None or len(meant) != 1 or level is MISSING:
            return []
        told.append((meant[0], level, match.span("level")))
    return told if len(told) > 1 else []
