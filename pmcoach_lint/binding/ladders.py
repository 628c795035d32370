"""Rungs of a ladder that are told without a label: `Know: names the goals`, `K: names / U: explains / Ap: uses`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Region
from pmcoach_lint.binding.record import Said
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.readers.registry import Unreadable, read_value
from pmcoach_lint.readers.rungs import Rung, rungs_in
from pmcoach_lint.readers.text import plain
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_FEWEST = 2


def with_ladder(rest: Rest, field: Binding) -> None:
    """Read the ladder whose rungs are told without a label in texts, which are then no longer free.

    There are two rungs at least.
    """
    title, found = field.title_field, field.found_fields[0] if field.found_fields else None
    if field.name in rest.data or title is None or found is None or found.reader != "level":
        return
    told: set[int] = set()
    rungs: list[Rung] = []
    for index, piece in rest.texts.items():
        if found_there := rungs_in(rest.text, piece.text, rest.extraction.context.edition, len(rungs)):
            told.add(index)
            rungs += found_there
    if len(rungs) >= _FEWEST:
        rest.extraction.values[rest.at(field.name)] = (rungs[0].word[0], rungs[-1].behaviour[1])
        rest.data[field.name] = rest.extraction.records.rungs(field, found, rungs, rest.at(field.name))
        rest.use_up(told)


def without_ladder(
    extraction: Extraction, binding: Holder, region: Region, path: Path
) -> tuple[Region, dict[str, Any]]:
    """Read a ladder that nothing names for the record that it stands in, so that nothing else takes it for its own.

    That is a table of one row whose columns are the levels (`| 1 | 2 | 3 |`), one of two columns with a level in each
    row, or a list of rungs right in the record.

    Args:
        extraction: what reads the document.
        binding: the record, which may have a ladder.
        region: where it stands.
        path: the record's path.

    Returns:
        The region without the ladder, and that by its name; the region itself where there is none.
    """
    field = binding.column_lists[0]
    title, found, at = field.title_field, field.found_fields[0], (*path, field.name)
    rest = Rest(extraction, binding, region, [*range(region.first, region.last)], {}, path)
    if not _is_named(field, region):
        items = rest._replace(free=[*rest.items])
        with_ladder(items, field)
        if items.data:
            return region.without(rest.items.keys() - items.free), items.data
    for index, table in rest.tables.items() if title else ():
        if told := _rungs_of(table, extraction):
            rungs: list[dict[str, Any]] = []
            for head, cell in told:
                extraction.records.add(rungs, at, Said(found, head), Said(title, cell), at=cell)
            extraction.values[at] = table.span
            return region.without({index}), {field.name: rungs}
    return region, {}


def _rungs_of(table: Table, extraction: Extraction) -> list[tuple[Span, Span]]:
    """The levels and what is seen on them, where a table has a column or a row for each and tells nothing else."""
    if len(table.row_spans) == 1 and _are_levels(table.titles, extraction):
        return list(zip(table.header, table.rows[0], strict=False))
    rows = table.rows if len(table.titles) == _FEWEST else []
    if rows and all(len(row) == _FEWEST for row in rows):
        firsts = tuple(extraction.text[slice(*row[0])] for row in rows)
        return [(row[0], row[1]) for row in rows] if _are_levels(firsts, extraction) else []
    return []


def _is_named(field: Binding, region: Region) -> bool:
    """Whether something in the region bears the name of the ladder."""
    return any(not field.own_keys.isdisjoint(piece.keys) for piece in region.pieces[region.first : region.last])


def is_of_levels(extraction: Extraction, table: Table) -> bool:
    """Whether the rows of a table begin with a level each: it is the ladder of several records side by side."""
    text = extraction.text
    firsts = tuple(plain(text[slice(*row[0])]) for row in table.rows if row)
    return len(table.titles) > _FEWEST and _are_levels(firsts, extraction)


def _are_levels(texts: tuple[str, ...], extraction: Extraction) -> bool:
    """Whether the texts are three levels or more, each another one."""
    try:
        levels = [read_value("level", plain(text), extraction.context) for text in texts]
    except Unreadable:
        return False
    return len(levels) > _FEWEST and len(set(levels)) == len(levels) and "unknown" not in levels
