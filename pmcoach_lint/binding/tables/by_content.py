"""Columns under names that are not known, told by what stands in them: levels, days, or the only text that is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.tables.columns import names_records
from pmcoach_lint.binding.tables.level_heads import levels_above
from pmcoach_lint.binding.tables.plan import Held, Plan, Told, plan_for
from pmcoach_lint.names import HANDLE, name_key
from pmcoach_lint.readers.calendar import DAY
from pmcoach_lint.readers.choices import choice_said
from pmcoach_lint.readers.registry import Context, Unreadable, read_choice, said_by
from pmcoach_lint.readers.text import is_nothing, is_placeholder, plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.tables import MAX_COLUMNS, Table

_FEWEST = 2
"""What fewer cells have in common may be by chance."""

_STEPS = ("level", "date")
_LAST_OF_TITLES = 1
"""Where the column at the latest stands that tells what a row is about: behind a number."""

_NO_TEXT = regex(
    rf"[\W\d_]*|w(?:ee)?k?\s?\d{{1,2}}|{HANDLE}(?:\W.{{0,20}})?|(?:yes|no|high|low|med(?:ium)?)\.?", re.IGNORECASE
)
"""What is no text of its own: a number, that of a week, a handle, a mark. Ids are, since evidence is told by them."""

_DAY = regex(rf"[\W_]*{DAY}", re.IGNORECASE)
"""How the header of a column begins that tells something of that day."""

_HANDLE = regex(HANDLE, re.IGNORECASE)
_ID = regex(r"[A-Z]{0,3}-?\d{1,2}\.?|[A-H]")
_IDS = regex(r"[A-Z]{1,3}-?\d{1,2}(?:(?:\s?[,;+&/]\s?|\sand\s)[A-Z]{1,3}-?\d{1,2}){0,7}")


def told_by_cells(field: Binding, table: Table, context: Context) -> tuple[Told, Told]:
    """The columns that no name tells: first those that their place gives away, then those known by what they hold.

    Of the latter it is told that they are read so.
    """
    plan = plan_for(field, table.titles, ())
    first = _first_told(field, table, plan.held, context) if plan.has_no_time else ()
    told = first or _title_apart(plan, table) or _of_another(plan, table) or _below_nothing(field, table, context)
    plan = plan_for(field, table.titles, told)
    return told, _by_content(field, table, plan, context) if plan.spare else ()


def _by_content(field: Binding, table: Table, plan: Plan, context: Context) -> Told:
    """Tell which of the spare columns of a table hold fields that it lacks, or that are known by their cells.

    Levels, days and choices are known by themselves: those that are lacking in the first column that can be one, others
    where one column can be one of them and no other can (`Goal` above levels, `Skill or setup?` above `skill`). Scales
    that anything may be told in (`high`, `yes`) tell of none. A text is known where one is lacking and one is left.
    """
    lacking, wanted = plan.sought.lacking, plan.sought.wanted
    if plan.others and not (plan.has_no_time and names_records(field, table.titles)):
        lacking = []  # then what is spare is the author's own
    rungs = levels_above(table.titles, plan.spare, context) if plan.ladders and wanted else {}
    columns = {at: said_in(table, at) for at in plan.spare if lacking or (wanted and at not in rungs)}
    found: list[tuple[int, Use]] = []
    for bound in lacking:
        index = next(
            (at for at, said in columns.items() if _is_read(bound, said, context) or _refers(bound, said)), None
        )
        if index is not None:
            found.append((index, Use(bound.name)))
            del columns[index]
    columns = {index: said for index, said in columns.items() if is_text(said)}
    days = _later_days(table, plan)
    apart = {at: said for at, said in columns.items() if at not in rungs and at not in days}
    besides = _only_ones(wanted, apart, plan.held, context)
    texts = [bound for bound in lacking if not (bound.reader or bound.words)]
    spare = columns.keys() - dict(besides).keys() if len(texts) == 1 else ()
    left = [index for index in spare if not _tells_steps(columns[index], context)]
    if len(left) == 1 and (left[0] <= _furthest(plan) or not texts[0].is_title):
        found.append((left[0], Use(texts[0].name)))
    return (*found, *besides)


def _later_days(table: Table, plan: Plan) -> list[int]:
    """The spare columns that are headed by a day, as that of the level of today is: they tell what it was then."""
    is_day = any(held.use.name == "current" and _DAY.match(table.titles[held.column]) for held in plan.held)
    return [at for at in plan.spare if _DAY.match(table.titles[at])] if is_day else []


def _furthest(plan: Plan) -> int:
    """Where the column at the latest stands that tells what a row is about: in front, unless an id names each row."""
    return MAX_COLUMNS if any(held.use.name == "id" for held in plan.held) else _LAST_OF_TITLES


def _only_ones(wanted: list[Binding], columns: dict[int, list[str]], held: Sequence[Held], context: Context) -> Told:
    """The `columns` that can be one of the `wanted` fields alone, which no other column can be.

    In front of the level of today stands what it was before, and none that is aimed at: `Start | Now`. Of several
    fields a column is the one whose values most of its cells name: a kind of gap may be told by `Gap`, and is not it.
    """
    now = next((each.column for each in held if each.use.name == "current"), 0)
    fits = {
        (index, bound): sum(_names_value(bound, text, context) for text in said)
        for bound in wanted
        for index, said in columns.items()
        if (index > now or bound.reader != "level") and _is_read(bound, said, context)
    }
    fitting = [key for key, count in fits.items() if count == max(fits[other] for other in fits if other[0] == key[0])]
    taken, names = [index for index, _ in fitting], [bound.name for _, bound in fitting]
    return tuple(
        (index, Use(bound.name)) for index, bound in fitting if taken.count(index) == names.count(bound.name) == 1
    )


def _first_told(field: Binding, table: Table, held: Sequence[Held], context: Context) -> Told:
    """Tell what heads the rows of a table in which no column bears the name of a time: days, or what is followed up.

    None where something else is known to stand there, or where the rows have a text of their own elsewhere.
    """
    title, date = field.title_field, field.holders.get("date")
    if not title or not date or any(each.column == 0 for each in held):
        return ()
    if _is_read(date, said_in(table, 0), context):
        return ((0, Use(date.name)),)
    return () if any(each.field.is_title for each in held) else ((0, Use(title.name)),)


def _below_nothing(field: Binding, table: Table, context: Context) -> Told:
    """Tell the columns of a table without any header: the first is what each record is about.

    Others are days, handles, and the only text that is left, which may follow behind an arrow: `| it slips | cut B2 |`.
    """
    title = field.title_field
    if any(table.titles) or not title or not is_text(said_in(table, 0)):
        return ()
    columns = {at: said_in(table, at) for at in range(1, len(table.titles))}
    found: list[tuple[int, Use]] = [(0, Use(title.name))]
    for bound in field.fields.values():
        is_one = _is_read if bound.reader == "date" else _are_persons if bound.mark.get("find") == "person" else None
        at = next((at for at, said in columns.items() if is_one and is_one(bound, said, context)), None)
        if at is not None:
            found.append((at, Use(bound.name)))
            del columns[at]
    texts = [at for at, said in columns.items() if is_text(said)]
    follows = field.behind_arrow
    return (*found, *([(texts[0], Use(follows.name))] if follows and len(texts) == 1 else ()))


def _are_persons(_field: Binding, said: list[str], _context: Context) -> bool:
    """Whether the cells of a column are handles."""
    return len(said) >= _FEWEST and all(_HANDLE.fullmatch(text) for text in said)


def _title_apart(plan: Plan, table: Table) -> Told:
    """Tell ids from names where the first column is called as the names are: `| Bet | Name |` above `| B1 | … |`."""
    other = plan.sought.title
    is_told = other is not None and all(_ID.fullmatch(text) for text in said_in(table, 0))
    return ((0, Use("id")), other) if is_told and other else ()


def _of_another(plan: Plan, table: Table) -> Told:
    """Tell the columns whose cells are words of another field than their name is that of: `Type` above `S`, `T`."""
    found: list[tuple[int, Use]] = []
    for column, _, named, _, _ in plan.held if plan.sought.rivals else ():
        said = said_in(table, column) if named.words else []
        if said and not any(_is_word(named, text) for text in said):
            meant = (other for other in plan.sought.rivals if all(_is_word(other, text) for text in said))
            found += [(column, Use(other.name)) for other in islice(meant, 1)]
    return tuple(found)


def _is_word(field: Binding, text: str) -> bool:
    """Whether a text is one of the words of a field, or the first letter of one."""
    return text in field.initials or name_key(text) in field.words


def said_in(table: Table, index: int) -> list[str]:
    """What the cells of a column say, without those that say nothing."""
    texts = (plain_at(table.text, cell) for cell in table.cells(index))
    return [text for text in texts if not is_nothing(text) and not is_placeholder(text)]


def _is_read(field: Binding, said: list[str], context: Context) -> bool:
    """Whether most cells can be read as what the field should be, which is no text, and are no mere numbers."""
    read = [text for text in said if not text.isdigit() and _value(field, text, context)]
    return len(read) >= _FEWEST and 3 * len(read) >= 2 * len(said)


def names_values(field: Binding, table: Table, index: int, context: Context) -> bool:
    """Whether a column is surely a field of few values: all of its cells can be read, and most name one of these.

    Of what every new document has, it is told by which name people look for it.
    """
    said = said_in(table, index) if field.words and not field.mark.get("scaffold", True) else []
    named = sum(_names_value(field, text, context) for text in said)
    return 3 * named > 2 * len(said) and all(_value(field, text, context) for text in said)


def _names_value(field: Binding, text: str, context: Context) -> bool:
    """Whether a text has the name of a value of the field in it, and not other words for it alone."""
    return name_key(str(_value(field, text, context))) in name_key(text).split()


def _refers(field: Binding, said: list[str]) -> bool:
    """Whether most cells are nothing but ids, where the field is a list of what is told elsewhere: `E1, E3`.

    One cell holds several, or they begin like the name of that list: `P1` and `Q3` alone are no evidence.
    """
    if not field.reference or field.kind != "list":
        return False
    ids = [text for text in said if _IDS.fullmatch(text)]
    initial = field.reference["to"][-1][0].upper()
    is_told = any(" " in text or text.startswith(initial) for text in ids)
    return is_told and len(ids) >= _FEWEST and 3 * len(ids) >= 2 * len(said)


def _value(field: Binding, text: str, context: Context) -> Any:
    """What a text says by the reader or the words of the field; None for nothing."""
    if field.reader or not field.words:
        return said_by(field.reader, text, context)
    try:
        return read_choice(text, field.words, "")
    except Unreadable:
        return choice_said(text, field.words)


def _tells_steps(said: list[str], context: Context) -> bool:
    """Whether most cells are levels or days, which are told beside others of their kind."""
    return any(2 * sum(bool(said_by(reader, text, context)) for text in said) > len(said) for reader in _STEPS)


def is_text(said: list[str]) -> bool:
    """Whether most cells say something in words."""
    return len(said) >= _FEWEST and 2 * sum(not _NO_TEXT.fullmatch(text) for text in said) > len(said)
