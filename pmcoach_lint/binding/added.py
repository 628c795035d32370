"""Records that are told in two shapes: most in a section each, and those added later in a table or a line below."""

from __future__ import annotations

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.nouns import number_of
from pmcoach_lint.binding.outline import Piece, Region, Role
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import plain
from pmcoach_lint.syntax.tables import Table, split_cells


def added_table(text: str, field: Binding, region: Region) -> int | None:
    """Which piece of the `region` is a table of more records, below the sections of others.

    A table that tells in short what the sections tell is none: one above them, one with as many rows, and one with a
    row that bears the title or the number of a section.

    Args:
        text: the document.
        field: the list of records.
        region: where all of them stand.

    Returns:
        The index of the table; None where there is none.
    """
    if not field.nouns or "sections" not in field.shapes:
        return None
    pieces = region.pieces
    tables = [index for index in range(region.first, region.last) if pieces[index].table]
    if len(tables) != 1:
        return None
    heads = {}
    for piece in pieces[region.first : tables[0]]:
        noun = field.nouns.match(text, *piece.text) if piece.role in (Role.HEADING, Role.LABEL) else None
        if noun and (number := number_of(noun)):
            heads[name_key(plain(text[noun.end() : piece.text[1]]))] = number
    table = pieces[tables[0]].table
    titles = _titles(text, field, table) if heads and table else []
    if not titles or len(titles) >= len(heads) or not heads.keys().isdisjoint(map(name_key, titles)):
        return None
    numbers = [number_of(field.nouns.match(title)) for title in titles]
    return None if any(number in heads.values() for number in numbers) else tables[0]


def numbered_on(field: Binding, region: Region, heads: list[int], bare: list[int]) -> list[int]:
    """Those of the `bare` lines that head records as well, since their numbers follow those of the `heads` above."""
    last = max((_number(field, region.pieces[index]) for index in heads), default=0)
    return [index for index in bare if index > heads[-1] and _number(field, region.pieces[index]) > last > 0]


def _number(field: Binding, piece: Piece) -> int:
    """The number behind the noun at the front of a piece (2 for `Bet 2: Frame first`); 0 where there is none."""
    return number_of(field.nouns.match(piece.outline.text, *piece.text) if field.nouns else None) or 0


def _titles(text: str, field: Binding, table: Table) -> list[str]:
    """The titles in the rows of `table`; none where it has no column for them, or where a row bears none."""
    title = field.title_field
    column = next((at for at, use in map_columns(field, table.titles) if title and use.name == title.name), None)
    if column is None:
        return []
    rows = [split_cells(text, span) for span in table.row_spans]
    titles = [plain(text[slice(*cells[column])]) if column < len(cells) else "" for cells in rows]
    return titles if all(titles) else []
