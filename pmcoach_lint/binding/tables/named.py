"""Tables that are no records, since their rows or columns bear the names of fields: `Scope | The app`."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.binding.tables.headers import header_keys
from pmcoach_lint.names import name_key, name_keys
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.tuples import NamedTuple

_WITH_TWO = 3
"""So many columns has a table that sets two objects side by side."""


class LabelRow(NamedTuple):
    """A labelled value in a table: what its name stands for, its cell and that of its name."""

    use: Use
    cell: Span
    name: Span


def label_rows(text: str, table: Table, binding: Holder) -> Iterator[LabelRow]:
    """The rows of a two-column table that are labelled values.

    The header may be one as well, but not above rows that are none.
    """
    if len(table.header) != 2:
        return
    rows = [(cells, uses) for cells in table.rows if len(cells) > 1 and (uses := row_uses(text, cells[0], binding))]
    above = [(table.header, _uses(text, table.header[0], binding))] if rows or not table.row_spans else []
    for cells, uses in (*above, *rows):
        for use in uses:
            yield LabelRow(use, cells[1], cells[0])


def row_uses(text: str, name: Span, binding: Holder) -> tuple[Use, ...]:
    """What the first cell of a row stands for: `Constraint 2`, `Goal by 5 February`, `What nobody knows`."""
    if uses := _uses(text, name, binding):
        return uses
    said = plain_at(text, name)
    for key in header_keys(said):
        one, _, number = key.rpartition(" ")
        for other in (key, one, f"{one}s") if number.isdecimal() else (key,):
            if other in binding.by_key:
                return binding.by_key[other]
    told = binding.told_by_clues(name_key(said)) if binding.clues else None
    return (Use(told),) if told else ()


def only_row(table: Table, binding: Holder) -> Iterator[LabelRow]:
    """The only row of a table whose columns are fields of an object."""
    if len(table.row_spans) != 1:
        return
    columns = map_columns(binding, table.titles)
    uses = [(index, use) for index, use in columns if _fits_in_cells(binding.fields[use.name])]
    for index, use in uses if len(uses) > 1 else ():
        if index < len(table.rows[0]):
            yield LabelRow(use, table.rows[0][index], table.header[index])


def _fits_in_cells(field: Binding) -> bool:
    """Whether a field may be told in the cell of a table: a value, several, or records that may be told in a line."""
    return not field.fields or (field.kind == "records" and "items" in field.shapes)


def own_column(table: Table, names: int, binding: Holder) -> int | None:
    """The column that bears the name of the object itself, beside the one without a title that `names` its fields."""
    own = binding.own_keys if isinstance(binding, Binding) and not table.titles[names] else frozenset[str]()
    titles = enumerate(table.titles) if own else ()
    return next((at for at, title in titles if title and not own.isdisjoint(name_keys(title))), None)


def lists_side_by_side(table: Table, binding: Holder) -> Iterator[tuple[Use, list[Span], Span]]:
    """The columns of a table that are lists, where all of them are: their use, cells and header."""
    columns = map_columns(binding, table.titles)
    if not table.row_spans or len(columns) < 2 or len(columns) < len(table.titles):
        return
    fields = [binding.fields[use.name] for _, use in columns]
    if all(field.kind in ("list", "records") and _fits_in_cells(field) for field in fields):
        for index, use in columns:
            yield use, table.cells(index), table.header[index]


class Cell(NamedTuple):
    """A cell of a table that sets objects side by side: its object and that one's name, its use and the use's name."""

    object: str
    head: Span
    use: Use
    key: Span
    value: Span


def side_by_side(text: str, table: Table, binding: Holder) -> Iterator[Cell]:
    """The cells of a table in which objects are columns and their fields rows, or the other way round.

    Of two columns of which one is named, the other is the object that has the same fields: `| | SoW-01 | Proposed |`.
    """
    names = {*table.header[1:], *(row[0] for row in table.rows if row)} if binding.objects else ()
    holders = {
        name: use.name for name in names for use in _uses(text, name, binding)[::-1] if use.name in binding.objects
    }
    holders |= _other_of_two(table, binding, holders)
    for head, key, value in _crossings(table) if holders else ():
        for one, other, turned in ((head, key, False), (key, head, True)):
            holder = holders.get(one, "")
            for use in _uses(text, other, binding.fields[holder]) if holder else ():
                yield Cell(holder, one, use, other, value)
            if holder and not turned:
                break


def _other_of_two(table: Table, binding: Holder, holders: dict[Span, str]) -> dict[Span, str]:
    """The object that a column without a name of ours is, beside the only other one, which has such a name."""
    named = [holders[head] for head in table.header[1:] if head in holders]
    if len(table.header) != _WITH_TWO or len(named) != 1:
        return {}
    fields = binding.fields[named[0]].fields.keys()
    others = [name for name in binding.objects if name != named[0] and binding.fields[name].fields.keys() == fields]
    return {head: others[0] for head in table.header[1:] if head not in holders} if len(others) == 1 else {}


def _crossings(table: Table) -> Iterator[tuple[Span, Span, Span]]:
    """Each cell right of the first column, behind the header above it and the first cell of its row."""
    for row in table.rows:
        for head, cell in zip(table.header[1:], row[1:], strict=False):
            yield head, row[0], cell


def _uses(text: str, name: Span, binding: Holder) -> tuple[Use, ...]:
    """What a cell stands for as the name of a field."""
    said = plain_at(text, name)
    keys = (*name_keys(said), name_key(said.partition(",")[0]))  # “Proposed, Dec–May”
    return next((binding.by_key[key] for key in keys if key and key in binding.by_key), ())
