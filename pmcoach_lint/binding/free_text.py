"""Text without a name of its own: paragraphs known by their first words, changes, and what is said in passing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.free import first_stretch, found_in, free_pieces, length_of_first
from pmcoach_lint.binding.hits import is_named
from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import NOWHERE, Piece, Place, Region, Role, region_of
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_HOW_OFTEN = regex(r"\d|\b(?:\w*day|\w*week)", re.IGNORECASE)


class FreeText:
    """Reads text that bears no name, for an extraction.

    Every method takes the `binding` of an object, the pieces at `free` of the `region` in which that stands, the
    `data` read so far, to which it adds, and the `path` of the object.
    """

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.text = extraction.text

    def changes(self, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path) -> None:
        """Read the first sentence that says what is and what is to be: `Expert Executor → Strategic Advisor`."""
        uses = binding.change_uses
        for index in free_pieces(region, free) if uses else ():
            start, end = region.pieces[index].text
            stop = self.text.find(". ", start, end)
            said = self.text[start : stop if stop >= 0 else end].rstrip(".")
            if not all(
                use.name not in data and self.extraction.can_parse(binding.fields[use.name], said, use) for use in uses
            ):
                continue
            for use in uses:
                value = data[use.name] = self.extraction.parse(binding.fields[use.name], said, use)
                at = said.find(value) if use.part == "from" else said.rfind(value)  # not `Application` for Apply
                span = (start + at, start + at + len(value)) if at >= 0 else (start, start + len(said))
                self.extraction.values[(*path, use.name)] = span
            if stop < 0:
                free.remove(index)
            return

    def begun(self, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path) -> None:
        """Read paragraphs that are known by their first words: `If the PM names one rival, then …`."""
        for field, words in binding.begun_fields:
            if (*path, field.name) in self.extraction.values:
                continue
            pieces = [region.pieces[index] for index in _lines_of_nobody(region, free)]
            lines = [piece for piece in pieces if piece.role is Role.LINE and not is_named(binding, [piece])]
            first = next((line for line in lines if self.text[slice(*line.text)].lower().startswith(words)), None)
            if first:
                whole = [line for line in lines if line.group == first.group and line.text >= first.text]
                self.extraction.put(data, field, _run(whole), (*path, field.name))

    def free_text(self, binding: Holder, region: Region, free: list[int], data: dict[str, Any], path: Path) -> None:
        """Read the lines and items without a label, and the values that stand in the first of them."""
        values, put = self.extraction.values, self.extraction.put
        indexes = free_pieces(region, free)
        pieces = [region.pieces[index] for index in indexes]
        first, rest = binding.free_fields.get("first"), binding.free_fields.get("rest")
        if first and (*path, first.name) not in values and pieces:
            length = length_of_first(self.text, pieces, binding.found_fields)
            put(data, first, _run(pieces[:length]), (*path, first.name))
            indexes, pieces = indexes[length:], pieces[length:]
        elif first and path in self.extraction.introduced:
            self.introduced(first, data, path)
        if rest and rest.kind == "value":
            pieces = [region.pieces[index] for index in first_stretch(region, indexes)]
        if rest and (*path, rest.name) not in values and pieces:
            put(data, rest, _run(pieces), (*path, rest.name))
        listed, items = binding.free_fields.get("items"), [piece for piece in pieces if piece.role is Role.ITEM]
        if listed and (*path, listed.name) not in values and items:
            put(data, listed, _run(items), (*path, listed.name))
        if first and first.name in data:
            for use in binding.in_passing.get(first.names[0].key, ()):
                self.in_passing(binding.fields[use.name], use, data, path, values[(*path, first.name)])
            for name, value, span in found_in(self.text, values[(*path, first.name)], binding.found_fields):
                if (*path, name) not in values:
                    data[name], values[(*path, name)] = value, span

    def introduced(self, field: Binding, data: dict[str, Any], path: Path) -> None:
        """Read what introduces a list as the first of the text, where it says when: `Agenda: weekly, 45 min in all`."""
        at, span = (*path, field.name), self.extraction.introduced[path]
        if at not in self.extraction.values and _HOW_OFTEN.search(self.text, *span):
            self.extraction.put(data, field, Place(None, span, NOWHERE), at)

    def in_passing(self, field: Binding, use: Use, data: dict[str, Any], path: Path, span: Span) -> None:
        """Read what a text without a label says besides, if it does: `Weekly, Thursdays, 45 minutes`."""
        if field.name in data:
            return
        try:
            data[field.name] = self.extraction.parse(field, self.text[slice(*span)], use)
        except Unreadable:
            return
        self.extraction.values[(*path, field.name)] = span


def _lines_of_nobody(region: Region, free: list[int]) -> list[int]:
    """The pieces at `free` up to the first heading, and paragraphs behind lists and tables, which no label means."""
    pieces = region.pieces
    behind = (
        index
        for index in range(region.first + 1, region.last)
        if pieces[index].role is Role.LINE and pieces[index - 1].role in (Role.ITEM, Role.TABLE)
    )
    return sorted({*free_pieces(region, free), *behind})


def _run(pieces: list[Piece]) -> Place:
    """The place that a run of pieces is."""
    return Place(None, (pieces[0].text[0],) * 2, region_of(pieces))
