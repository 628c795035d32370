"""Columns under names that are not known, told by what stands in them: levels, days, or the only text that is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.names import HANDLE, name_key
from pmcoach_lint.readers.registry import Context, Unreadable, read_choice, said_by
from pmcoach_lint.readers.text import is_nothing, is_placeholder, plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.tables import MAX_COLUMNS, Table

_FEWEST = 2
"""What fewer cells have in common may be by chance."""

_STEPS = ("level", "date")
_LAST_OF_TITLES = 1
"""Where the column at the latest stands that tells what a row is about: behind a number."""

_NO_TEXT = regex(rf"[\W\d_]*|{HANDLE}(?:\W.{{0,20}})?|(?:yes|no|high|low|med(?:ium)?)\.?", re.IGNORECASE)
"""What is no text of its own: a number, a handle, a mark. Ids are, since evidence is told by them."""

_ID = regex(r"[A-Z]{0,3}-?\d{1,2}\.?|[A-H]")

Told = tuple[tuple[int, Use], ...]
"""Columns by their index, each with what it holds."""


def told_by_content(
    table: Table, lacking: Sequence[Binding], spare: Sequence[int], context: Context, *, named: bool
) -> Told:
    """Tell which of the `spare` columns of a table hold the fields that it is `lacking`.

    Levels, days and choices are known by themselves. A text is known where one is lacking and one is left; what a
    row is about stands in front, unless each row is `named` by an id.
    """
    columns = {index: said_in(table, index) for index in spare}
    found: list[tuple[int, Use]] = []
    for field in lacking:
        if field.reader or field.words:
            index = next((index for index, said in columns.items() if _is_read(field, said, context)), None)
            if index is not None:
                found.append((index, Use(field.name)))
                del columns[index]
    furthest = MAX_COLUMNS if named else _LAST_OF_TITLES
    texts = [field for field in lacking if not (field.reader or field.words)]
    left = [index for index, said in columns.items() if is_text(said) and not _tells_steps(said, context)]
    if len(texts) == len(left) == 1 and (left[0] <= furthest or not texts[0].is_title):
        found.append((left[0], Use(texts[0].name)))
    return tuple(found)


def told_besides(table: Table, wanted: Sequence[Binding], spare: Sequence[int], context: Context) -> Told:
    """Tell which of the `spare` columns hold levels or choices that are `wanted`, though no row needs them.

    Only where one column can be one of them, and no other can: `Goal` above levels, `Skill or setup?` above
    `skill | constraint`. Scales that anything may be told in (`high`, `yes`) tell of none.
    """
    columns = {index: said_in(table, index) for index in spare}
    columns = {index: said for index, said in columns.items() if is_text(said)}
    fitting = [(index, field) for field in wanted for index, said in columns.items() if _is_read(field, said, context)]
    taken = [index for index, _ in fitting]
    names = [field.name for _, field in fitting]
    return tuple(
        (index, Use(field.name)) for index, field in fitting if taken.count(index) == names.count(field.name) == 1
    )


def first_told(field: Binding, table: Table, held: Sequence[Any], context: Context) -> Told:
    """Tell what heads the rows of a table in which no column bears the name of a time: days, or what is followed up.

    None where something else is known to stand there, or where the rows have a text of their own elsewhere.
    """
    title, date = field.title_field, field.holders.get("date")
    if not title or not date or any(each.column == 0 for each in held):
        return ()
    if _is_read(date, said_in(table, 0), context):
        return ((0, Use(date.name)),)
    return () if any(each.field.is_title for each in held) else ((0, Use(title.name)),)


def title_apart(field: Binding, table: Table, held: Sequence[Any]) -> Told:
    """Tell ids from names where the first column is called as the names are: `| Bet | Name |` above `| B1 | … |`.

    None where another column bears the name of the ids, or none another name of the titles.
    """
    title = field.title_field
    if not title or "id" not in field.fields or not any(each.column == 0 and each.field is title for each in held):
        return ()
    keys = [name_key(plain(text)) for text in table.titles]
    other = next((index for index, key in enumerate(keys) if index and key in title.own_keys), None)
    if other is None or any(each.use.name == "id" or each.column == other for each in held):
        return ()
    is_told = all(_ID.fullmatch(text) for text in said_in(table, 0))
    return ((0, Use("id")), (other, Use(title.name))) if is_told else ()


def of_another(rivals: Sequence[tuple[int, Binding, list[Binding]]], table: Table) -> Told:
    """Tell the columns whose cells are words of another field than their name is that of: `Type` above `S`, `T`, `S`.

    Args:
        rivals: each such column by its index, the field that its name is that of, and the others that it may hold.
        table: the table, with the cells.
    """
    found: list[tuple[int, Use]] = []
    for index, named, others in rivals:
        said = said_in(table, index)
        if said and not any(_is_word(named, text) for text in said):
            held = next((other for other in others if all(_is_word(other, text) for text in said)), None)
            found += [(index, Use(held.name))] if held else []
    return tuple(found)


def _is_word(field: Binding, text: str) -> bool:
    """Whether a text is one of the words of a field, or the first letter of one."""
    return text in field.initials or name_key(text) in field.words


def said_in(table: Table, index: int) -> list[str]:
    """What the cells of a column say, without those that say nothing."""
    texts = (plain(table.text[slice(*row[index])]) for row in table.rows if index < len(row))
    return [text for text in texts if not is_nothing(text) and not is_placeholder(text)]


def _is_read(field: Binding, said: list[str], context: Context) -> bool:
    """Whether most cells can be read as what the field should be, and are no mere numbers."""
    read = [text for text in said if not text.isdigit() and _reads(field, text, context)]
    return len(read) >= _FEWEST and 3 * len(read) >= 2 * len(said)


def _reads(field: Binding, text: str, context: Context) -> bool:
    if field.reader:
        return bool(said_by(field.reader, text, context))
    try:
        read_choice(text, field.words, "")
    except Unreadable:
        return False
    return True


def _tells_steps(said: list[str], context: Context) -> bool:
    """Whether most cells are levels or days, which are told beside others of their kind."""
    return any(2 * sum(bool(said_by(reader, text, context)) for text in said) > len(said) for reader in _STEPS)


def is_text(said: list[str]) -> bool:
    """Whether most cells say something in words."""
    return len(said) >= _FEWEST and 2 * sum(not _NO_TEXT.fullmatch(text) for text in said) > len(said)
