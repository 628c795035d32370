"""Levels of bets that are kept from day to day: in a table below the name of another list, or in items with a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Place
from pmcoach_lint.binding.own_text.days import dated_items
from pmcoach_lint.binding.records.record import levels_told
from pmcoach_lint.binding.tables.columns import days_above
from pmcoach_lint.binding.tables.layout import Layout
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction


def kept_elsewhere(
    extraction: Extraction, binding: Holder, keeps: Binding, places: dict[str, Place]
) -> dict[str, Place]:
    """The `places`, with that of the list that `keeps` levels of bets where another list is headed by its own name.

    Such is a table of checkpoints with a column for each bet, below the heading of the tracker; or for each day.
    """
    for name, place in places.items():
        if binding.fields[name].kind != "records" or keeps.name in places:
            continue
        pieces = place.region.inside
        tables = [Layout(keeps, piece.table, extraction.context) for piece in pieces if piece.table]
        is_kept = bool(tables) and all(
            any(rungs for _, rungs in layout.rungs) or days_above(keeps, layout.table.titles) for layout in tables
        )
        if is_kept or _levels_in(extraction, dated_items(extraction.text, pieces)):
            return {keeps.name if each == name else each: where for each, where in places.items()}
    return places


def read_kept(extraction: Extraction, keeps: Binding, items: list[Piece], path: Path) -> list[Any]:
    """Read the records that are list items with a day and the levels of bets; none where no item tells of any."""
    dated = dated_items(extraction.text, items)
    if not _levels_in(extraction, dated):
        return []
    extraction.values[path] = (dated[0].text[0], dated[-1].end)
    return extraction.records.items(keeps, dated, path)


def _levels_in(extraction: Extraction, items: list[Piece]) -> bool:
    """Whether one of the items tells the level of a bet."""
    return any(levels_told(extraction.text, item.text, extraction.context) for item in items)
