"""The ladder that a record's own text tells among other things: `Cuts it. 1 knows the laws … 3 applies them …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.outline import Piece, Region, Role, region_of
from pmcoach_lint.readers.rungs import rungs_within
from pmcoach_lint.readers.several import begin_of_sentence
from pmcoach_lint.syntax.source import strip, trim
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_TEXTS = (Role.LINE, Role.LABEL)


def ladder_in_text(
    extraction: Extraction, binding: Holder, region: Region, path: Path
) -> tuple[Region, dict[str, Any]]:
    """Read the ladder that a line of a record tells beside something else, or behind a name that is none of ours.

    Args:
        extraction: what reads the document.
        binding: the record, which may have a ladder.
        region: where it stands, with nothing in it that is named as its ladder.
        path: the record's path.

    Returns:
        The region without the ladder, and that by its name; the region itself where there is none.
    """
    field, text = binding.column_lists[0], extraction.text
    found = field.found_fields[0] if field.found_fields else None
    for index in region.indexes if found and found.reader == "level" else ():
        piece = region.pieces[index]
        rungs = rungs_within(text, piece.text, extraction.context) if piece.role in _TEXTS else []
        if rungs and found:
            first, last = rungs[0].word[0], max(rungs[-1].word[1], rungs[-1].behaviour[1])
            extraction.values[*path, field.name] = (first, last)
            read = extraction.records.rungs(field, found, rungs, (*path, field.name))
            parts = [*region.pieces[region.first : index], *_beside(piece, first, last)]
            return region_of([*parts, *region.pieces[index + 1 : region.last]]), {field.name: read}
    return region, {}


def _beside(piece: Piece, first: int, last: int) -> list[Piece]:
    """What a line says before the sentence in which its ladder begins, and behind the ladder."""
    text, (start, end) = piece.outline.text, piece.text
    before = trim(text, (start, begin_of_sentence(text, piece.text, first)))
    behind = trim(text, strip(text, (last, end), "*_.;,)", ""))
    lines = [piece.outline.line(span) for span in (before, behind) if span[0] < span[1]]
    for line in lines:
        line.group = piece.group
    return lines
