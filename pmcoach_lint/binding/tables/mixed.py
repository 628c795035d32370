"""Tables that hold the entries of several lists, and say in a column of which: `Kind | Item | Owner | Due`."""

from __future__ import annotations

from functools import cache

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import plain, plain_at, plain_cell
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table

_KINDS = {"", "kind", "type", "category", "section", "group", "kind of item", "item type", "what kind"}
"""The headers of a column that says of which list an entry is, as `name_key` has them."""


_LETTERED = regex(r"[A-Za-z]-?\d{1,3}")
_NUMBER = regex(r"[A-Za-z]{0,2}-?\d{0,3}\.?")
_OR = regex(r"\s*/\s*|\s+(?:or|and|&)\s+|\s*,\s*", near="/ , or and &")


def _kinds(rest: Rest, table: Table) -> tuple[int, dict[str, list[Span]]] | None:
    """Which rows of a table are entries of which list, by its name, and the column that says so.

    None where no column names a list in every row; where letters do, they name more than one.
    """
    several = _lists_in_headers(rest, table)
    for column, title in enumerate(table.titles) if len(table.titles) > 1 else ():
        others = next((lists for at, lists in several.items() if at != column), {})
        of = others if others and _are_lettered(rest, table, column) else {}
        if name_key(title) not in _KINDS and not of:
            continue
        rows: dict[str, list[Span]] = {}
        for row, cells in zip(table.row_spans, table.rows, strict=True):
            said = plain_cell(rest.text, cells, column)
            name = of.get(said[:1].lower(), "") if of else _list_named(rest, said)
            if not name:
                break
            rows.setdefault(name, []).append(row)
        else:
            return (column, rows) if len(rows) > bool(of) else None
    return None


def _list_named(rest: Rest, said: str) -> str:
    """The list that a text names; empty for none."""
    uses = rest.binding.by_key.get(name_key(said), ()) if said else ()
    field = rest.binding.fields[uses[0].name] if uses else None
    return field.name if field and field.kind in ("records", "list") else ""


def _lists_in_headers(rest: Rest, table: Table) -> dict[int, dict[str, str]]:
    """The lists that a header names, where it names several: each by its first letter, as ids of entries have it.

    Such a table is `ID | Risk / question`, with `R1` and `Q1` as ids.
    """
    found: dict[int, dict[str, str]] = {}
    for at, names in _several(table.titles).items():
        lists = {name[:1].lower(): _list_named(rest, name) for name in names}
        if len(lists) == len(names) and all(lists.values()):
            found[at] = lists
    return found


def _are_lettered(rest: Rest, table: Table, column: int) -> bool:
    """Whether all cells of a column are ids with a letter in front."""
    ids = (plain_cell(rest.text, cells, column) for cells in table.rows)
    return all(map(_LETTERED.fullmatch, ids))


@cache
def _several(titles: tuple[str, ...]) -> dict[int, list[str]]:
    """What headers name that name several things, by their columns: `Risk / question`."""
    told = ((at, plain(title)) for at, title in enumerate(titles))
    return {at: [part.strip() for part in _OR.split(title)] for at, title in told if _OR.search(title)}


def read_mixed(rest: Rest, table: Table) -> bool:
    """Read the entries of several lists of an object out of a table, and tell whether it holds such."""
    extraction, fields, data = rest.extraction, rest.binding.fields, rest.data
    kinds = _kinds(rest, table)
    if kinds is None:
        return False
    column, rows = kinds
    if any(_holds_whole(field, table) for name, field in fields.items() if name not in rows):
        return False
    lists = [field for name, field in fields.items() if name in rows and name not in data]
    texts = _text_column(rest, lists, table, column)
    for field in lists:
        at = rest.at(field.name)
        part = _part(field, table, column, texts, rows[field.name])
        extraction.values[at] = table.span
        if field.kind == "records":
            data[field.name] = extraction.records.tables(field, [part], at)
        elif texts is not None:
            rest.tell_list(field, part.cells(texts), table.span)
    return True


def _holds_whole(field: Binding, table: Table) -> bool:
    """Whether a table has a column for all that the records of `field` need, so that its column of kinds is theirs."""
    if field.kind != "records" or not field.required:
        return False
    return set(field.required) <= {use.name for _, use in map_columns(field, table.titles)}


def _text_column(rest: Rest, lists: list[Binding], table: Table, column: int) -> int | None:
    """The column that says what the entries are: that of one list, by its name, else the first that none has.

    One that only numbers the rows is none.
    """
    held = [(index, field.fields[use.name]) for field in lists for index, use in map_columns(field, table.titles)]
    known = {index for index, _ in held} | {column}
    for index in range(len(table.titles)):
        cells = [plain_at(rest.text, cell) for cell in table.cells(index)]
        if all(_NUMBER.fullmatch(cell) for cell in cells):
            known.add(index)
    titles = (index for index, bound in held if bound.is_title and index != column)
    return next(titles, next((index for index in range(len(table.titles)) if index not in known), None))


def _part(field: Binding, table: Table, column: int, texts: int | None, rows: list[Span]) -> Table:
    """The table as that of one of its lists: its rows alone, with what they say in the column `texts`."""
    titles, title = [*table.titles], field.title_field
    titles[column] = "-"  # one without a name would be that of the records' own text
    if texts is not None and title and all(use.name != title.name for _, use in map_columns(field, tuple(titles))):
        titles[texts] = title.written_name
    return table.part(rows, tuple(titles))
