"""What is wrong with the form of a table: columns that are missing or in words of one's own, and rows of odd length."""

from __future__ import annotations

from collections.abc import Container

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.tables.by_content import is_text, said_in
from pmcoach_lint.nearest import in_a_row, nearest
from pmcoach_lint.readers.text import plain
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.tables import MAX_COLUMNS, Table
from pmcoach_lint.tuples import NamedTuple


def ragged_row(cells: list[Span], span: Span, width: int) -> Offence:
    """The offence of the row at `span`, whose `cells` are not as many as the `width` of its table."""
    number = f"{len(cells)} cell{'s' if len(cells) != 1 else ''}"
    message = f"This row has {number}, its table has {width} columns."
    if len(cells) > width:
        return Offence((cells[width][0], span[1]), message, "A | inside a cell is written \\|.", rule="ragged-row")
    return Offence(
        span, message, "Write a cell for each column; one with nothing to say stays empty.", rule="ragged-row"
    )


def missing_columns(field: Binding, table: Table, missing: Container[str], used: Container[int]) -> list[Offence]:
    """The offence of a table that has no columns for the fields `missing`, where there are such; else none.

    `used` are the columns, by index, that hold something else.
    """
    lacking = [bound for name, bound in field.fields.items() if name in missing]
    if not lacking or not table.header:
        return []
    names = [f"“{bound.written_name}”" for bound in lacking]
    message = f"The table “{field.title}” has no column{'s' if len(names) > 1 else ''} {in_a_row(names)}."
    titles = (plain(title) for index, title in enumerate(table.titles) if index not in used)
    spare = [title for title in titles if title]
    near = nearest(lacking[0].written_name, spare)
    hint = f"Is it the column “{near}”? Then rename it." if near else lacking[0].schema.get("description")
    if spare and not near:
        message = f"{message[:-1]}, and nothing reads {in_a_row([f'“{title}”' for title in spare], 'or')}."
    place = (table.header[0][0], table.header[-1][1])
    return [Offence(place, message, hint, rule="missing-column", unsure=bool(spare) and not near)]


def no_table(table: Table) -> Offence | None:
    """The offence of a table that other readers do not see as one, or that is too wide to read; else None."""
    if table.too_wide:
        message = f"This table has more than {MAX_COLUMNS} columns, so it was not read."
        place = (table.span[0], table.span[0])
        return Offence(place, message, "Turn it on its side, or split it.", rule="too-complex")
    if table.delimiter:
        span, columns = table.delimiter
        message = (
            f"The line of dashes has {columns} columns, the header above it {len(table.header)}; "
            "so this shows as plain text and not as a table."
        )
        return Offence(span, message, "Write one --- for each column.", rule="broken-table")
    return None


def in_own_words(table: Table, index: int, field: Binding) -> list[Offence]:
    """The offence of a column that is read as `field`, though it has another name; none where it has no name."""
    name = plain(table.titles[index])
    message = f"“{name}” is read as “{field.written_name}”: no column has that name."
    hint = f"If it is that, call it “{field.written_name}”; what you want to add may follow in brackets."
    instead = field.written_name if nearest(name, [field.written_name]) else None
    return [Offence(table.header[index], message, hint, instead, rule="column-in-own-words")] if name else []


class Unread(NamedTuple):
    """Columns that nothing reads, in a table that lacks one for the field `lacking`."""

    lacking: str
    offence: Offence


def unread_columns(field: Binding, table: Table, used: Container[int]) -> Unread | None:
    """The columns that hold nothing, where the table has none for a text that it should tell, nor for any other.

    `used` are the columns, by index, that hold something.
    """
    wanted = field.told_text
    if not wanted:
        return None
    spare = [index for index, title in enumerate(table.titles) if index not in used and plain(title)]
    spare = [index for index in spare if is_text(said_in(table, index))]
    held = (field.fields[use.name] for title in table.titles for use in field.uses_of(plain(title)))
    if not spare or any(bound.is_prose or (bound.kind == "list" and not bound.is_person) for bound in held):
        return None
    unread = in_a_row([f"“{plain(table.titles[index])}”" for index in spare], "or")
    message = f"Nothing reads {unread}, and no column of “{field.title}” is called “{wanted.written_name}”."
    hint = "If it is that, call it so; what you want to add may follow in brackets."
    return Unread(wanted.name, Offence(table.header[spare[0]], message, hint, rule="column-in-own-words"))
