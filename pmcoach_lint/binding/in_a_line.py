"""What a line without a label tells of a record: `*Problem framing, Apply to Analyze, weeks 1–8*`, `Weeks 1–12`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.free import free_pieces
from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING, Piece, Region, Role
from pmcoach_lint.readers.levels import level_today
from pmcoach_lint.readers.steps import Step, step_in
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between, strip, trim
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_NEXT = regex(r"\s*[,;]\s+|\s+[|·•/]\s+|\s+[–—-]\s+|\s+\(|\)\s*(?:[,;]\s+)?")
_WHEN = regex(
    r"[\s.,;:(*_–—-]*(?=(?:by|until|till|through|in|within|over|for|due|ends|ending|weeks?|w)\b)", re.IGNORECASE
)
_STOP = regex(r"[,;.)](?=\s)|\s(?:and|for|because|so|with)\b")
_LONGEST = 120
_MARKS = "*_ "


def read_lines(
    extraction: Extraction, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path
) -> None:
    """Read lines that say nothing but when, from which level to which, and of what; they are then no longer free.

    Args:
        extraction: what reads the document.
        binding: the record.
        region: where it stands.
        free: the indexes of the pieces in it that bear no name.
        data: what has been read of the record so far.
        path: the record's path.
    """
    for index in free_pieces(region, free):
        if binding.holders["timeframe"].name in data:
            return
        said = _told(extraction, binding, region.pieces[index])
        if said and not any(use.name in data for use, _, _ in said):
            for use, value, span in said:
                data[use.name], extraction.values[(*path, use.name)] = value, span
            free.remove(index)


def read_steps(
    extraction: Extraction, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path
) -> None:
    """Read the first line that tells a step up the ladder in a sentence: `From Apply to Analyze by 4 December`.

    The arguments are those of `read_lines`. What takes the step may stand before it as a sentence of its own.
    """
    if any(use.name in data for use in binding.change_uses):
        return
    text, weeks = extraction.text, binding.holders["timeframe"]
    of_what = binding.referring
    for index in free_pieces(region, free):
        piece = region.pieces[index]
        step = step_in(text, piece.text, extraction.context) if piece.role is Role.LINE else None
        if step is None:
            continue
        told = [*_sides(extraction, binding, step).values()]
        when = when_behind(extraction, weeks, (step.end, piece.text[1])) if weeks.name not in data else None
        told += [(Use(weeks.name), extraction.value_of(weeks, when, Use(weeks.name)), when)] if when else []
        holder = step.of or strip(text, (piece.text[0], step.now[0]), _MARKS, _MARKS + ".:,")
        if of_what and of_what.name not in data and extraction.is_known(of_what, text[slice(*holder)]):
            told.append((Use(of_what.name), plain(text[slice(*holder)]), holder))
        for use, value, span in told:
            data[use.name], extraction.values[(*path, use.name)] = value, span
        return


def read_today(
    extraction: Extraction, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path
) -> None:
    """Read the level of today out of the first line that tells it of the record: `Currently at Apply, I think`.

    The arguments are those of `read_lines`.
    """
    use = binding.level_so_far
    for index in free_pieces(region, free) if use and use.name not in data else ():
        start, end = region.pieces[index].text
        if told := level_today(extraction.text[start:end], extraction.context):
            span = (start + told[0], start + told[1])
            value = extraction.value_of(binding.fields[use.name], span, Use(use.name)) if use else MISSING
            if use and value is not MISSING:
                data[use.name], extraction.values[(*path, use.name)] = value, span
            return


def _told(extraction: Extraction, binding: Holder, piece: Piece) -> list[tuple[Use, Any, Span]]:
    """The values that a line consists of; none where it says when in no part, or has two parts that are no values."""
    text, (start, end) = extraction.text, piece.text
    if (piece.name and not piece.is_lead) or end - start > _LONGEST or piece.pieces:
        return []
    weeks, of_what = binding.holders["timeframe"], binding.referring
    found: dict[str, tuple[Use, Any, Span]] = {}
    others: list[Span] = []
    for part in _parts(text, strip(text, piece.text, _MARKS, _MARKS + ".")):
        uses = [use for use in (Use(weeks.name), *binding.change_uses) if use.name not in found]
        values = [(use, extraction.value_of(binding.fields[use.name], part, use)) for use in uses]
        told = [(use, value, part) for use, value in values if value is not MISSING]
        found.update({one[0].name: one for one in told})
        others += [] if told else [part]
    if weeks.name not in found or len(others) > (1 if of_what else 0):
        return []
    if others and of_what:
        step = step_in(text, others[0], extraction.context) if len(found) == 1 else None
        if step and step.end == others[0][1]:  # `Framing, Apply to Analyze` without a comma
            found.update(_sides(extraction, binding, step))
        if holder := step.of if step else others[0]:
            found[of_what.name] = (Use(of_what.name), plain(text[slice(*holder)]), holder)
    return [*found.values()]


def _sides(extraction: Extraction, binding: Holder, step: Step) -> dict[str, tuple[Use, Any, Span]]:
    """The levels of a step, by the names of the fields that hold them."""
    spans = {"from": step.now, "to": step.then}
    uses = ((Use(use.name), spans[str(use.part)]) for use in binding.change_uses)
    read = ((use, extraction.value_of(binding.fields[use.name], span, use), span) for use, span in uses)
    return {told[0].name: told for told in read if told[1] is not MISSING}


def when_behind(extraction: Extraction, field: Binding, span: Span) -> Span | None:
    """Where the text at `span`, which begins behind a step up the ladder, says by when: `, by 13 November`."""
    text = extraction.text
    match = _WHEN.match(text, *span)
    if match is None:
        return None
    start, end = match.end(), span[1]
    for stop in (*(found.start() for found in _STOP.finditer(text, start, end)), end):
        when = strip(text, (start, stop), "", " .,;)")
        if extraction.value_of(field, when, Use(field.name)) is not MISSING:
            return when
    return None


def _parts(text: str, span: Span) -> list[Span]:
    """The parts of a line between commas, dashes or other signs."""
    parts = [trim(text, part) for part in between(span, (match.span() for match in _NEXT.finditer(text, *span)))]
    return [part for part in parts if part[0] < part[1]]
