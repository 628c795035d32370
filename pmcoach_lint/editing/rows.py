"""A new row of a table, written as its neighbours are: with or without outer bars, padded or not."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.editing.listed import DATE, Listed, Neighbour, without_column
from pmcoach_lint.editing.planned import not_when, planned_day
from pmcoach_lint.editing.proof import Insertion, Refused
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_begin, line_break, line_end
from pmcoach_lint.syntax.source import Span, replaced
from pmcoach_lint.syntax.tables import Table, split_cells

ID = "id"

_ID = regex(r"(?P<before>.*?)(?P<number>\d{1,6})")


def without_rows(listed: Listed, blank: str) -> str:
    """The text of a document without those rows of a list that stand in a `blank` one just as well."""
    text, lines = listed.text, frozenset(blank.splitlines())
    spans = map(listed.span, range(len(listed.records)))
    found = [(line_begin(text, start), line_end(text, start)) for start, _ in spans]
    above = (line_end(text, line_begin(text, start - 1)) for start, _ in found)
    rows = [((end, stop), "") for end, (start, stop) in zip(above, found, strict=True) if text[start:stop] in lines]
    return replaced(text, rows)


def new_row(listed: Listed, texts: Mapping[str, str], beside: Neighbour | None) -> Insertion:
    """Where and how a new row is written: beside another one, or as the first of a table that has none yet.

    Args:
        listed: The list, the records of which are rows.
        texts: What the row says, by the names of its fields; in columns of the author's own, by their headers.
        beside: The row beside which it goes; None where there is none.

    Raises:
        Refused: There is no such table, there are several and none has a row, or it has no column for something.
    """
    text = listed.text
    if beside is None:
        table = _empty_table(listed)
        row = _written(listed, table, texts, None)
        return Insertion(line_end(text, table.span[1]), line_break(text, table.span[0]) + row)
    span, found = listed.span(beside.place), listed.table(beside.place)
    if found is None:
        title = listed.binding.title
        raise Refused(f"The rows of “{title}” are in no table that a row can be added to.", "Add it by hand.")
    texts = {**texts, **_numbered(listed, texts, beside)}
    return listed.insertion(beside, _written(listed, found, texts, span), line_break(text, span[0]))


def _numbered(listed: Listed, texts: Mapping[str, str], beside: Neighbour) -> dict[str, str]:
    """The id of a new row at the end of those that are numbered on: `016` behind `015`."""
    last = _ID.fullmatch(str(listed.records[beside.place].get(ID, "")))
    if last is None or ID in texts or beside.own not in (0, len(listed.records)):
        return {}
    number = str(int(last["number"]) + 1).zfill(len(last["number"]))
    new = f"{last['before']}{number}"
    return {} if any(record.get(ID) == new for record in listed.records) else {ID: new}


def last_row(listed: Listed, texts: Mapping[str, str]) -> Insertion:
    """Where and how a new row is written at the end of a list, as `new_row` does it."""
    number = len(listed.records)
    return new_row(listed, texts, Neighbour(number - 1, before=False) if number else None)


def empty_tables(listed: Listed) -> list[Table]:
    """The tables for a list that have no rows yet."""
    binding = listed.binding
    return [
        table
        for table in listed.tables
        if not table.rows and binding.required <= {use.name for _, use in map_columns(binding, table.titles)}
    ]


def _empty_table(listed: Listed) -> Table:
    """The one table for the list that has no rows yet."""
    fitting, binding = empty_tables(listed), listed.binding
    if len(fitting) != 1:
        columns = " | ".join(field.written_name for field in binding.fields.values() if field.mark.get("column"))
        what = "no table" if not fitting else "more than one empty table"
        raise Refused(f"There is {what} for “{binding.title}”.", f"Write its header: | {columns} |")
    if fitting[0].delimiter:
        raise Refused(f"The table for “{binding.title}” is broken: its line of dashes does not fit its header.")
    return fitting[0]


def _written(listed: Listed, table: Table, texts: Mapping[str, str], span: Span | None) -> str:
    """The line of the new row, in the form of the row at `span`, else in that of the header."""
    text, fields, places = listed.text, listed.binding.fields, listed.columns_in(table)
    cells = [""] * len(table.header)
    texts = {name: value for name, value in texts.items() if value}
    header = planned_day(listed, table) if DATE in texts else None
    if header:
        raise not_when(listed, header)
    texts = _in_columns(listed, texts, places)
    lacking = [fields[name].title if name in fields else name for name in texts if name not in places]
    if lacking:
        raise without_column(lacking, table, listed.own)
    for name, value in texts.items():
        cells[places[name]] = as_cell(value)
    like = span or (table.header[0][0], table.header[-1][1])
    start, stop = line_begin(text, like[0]), line_end(text, like[1])
    line = text[start:stop]
    lead = line[: len(line) - len(line.lstrip())] if span is None else text[start : span[0]]
    bare = line[len(lead) :].rstrip()
    gap = " " if " |" in bare or "| " in bare else ""
    cells = _padded(cells, text, table)
    row = f"{gap}|{gap}".join(cells)
    opens, closes = bare.startswith("|") or not cells[0].strip(), bare.endswith("|") or not cells[-1].strip()
    return f"{lead}{f'|{gap}' if opens else ''}{row}{f'{gap}|' if closes else ''}".rstrip()


def _in_columns(listed: Listed, texts: dict[str, str], places: Mapping[str, int]) -> dict[str, str]:
    """What a row says, with its title in front of what stands in its stead where that alone has a column."""
    title = listed.binding.title_field
    if title is None or title.name not in texts or title.name in places or title.instead not in places:
        return texts
    sentences = (texts[title.name].rstrip("."), texts.get(title.instead, ""))
    return {name: text for name, text in texts.items() if name != title.name} | {
        title.instead: ". ".join(filter(None, sentences))
    }


def _padded(cells: list[str], text: str, table: Table) -> list[str]:
    """The cells filled up to the width of their columns, where the bars of the whole table stand below each other."""
    spans = [(table.header[0][0], table.header[-1][1]), *table.row_spans]
    lines = [text[line_begin(text, start) : line_end(text, stop)] for start, stop in spans]
    bars = {tuple(place for place, sign in enumerate(line.rstrip()) if sign == "|") for line in lines}
    if len(bars) != 1 or len(table.header) < 2 or len(lines) < 2:
        return cells
    first = lines[0]
    places = list(bars.pop())
    edges = [*([] if first.lstrip().startswith("|") else [-1]), *places]
    edges += [] if first.rstrip().endswith("|") else [len(first)]
    widths = [after - before - 1 for before, after in pairwise(edges)]
    inner = [split_cells(first, (0, len(first)))[place][0] - edges[place] - 1 for place in range(len(cells))]
    if len(widths) != len(cells):
        return cells
    return [cell.ljust(max(0, width - 2 * gap)) for cell, width, gap in zip(cells, widths, inner, strict=True)]


def as_cell(value: str) -> str:
    """A text as a cell of a table holds it: on one line, its bars behind backslashes."""
    lines = [" ".join(line.split()) for line in value.strip().splitlines()]
    return "<br>".join(filter(None, lines)).replace("|", "\\|")
