"""Which table holds which list of records: by how many of its columns the list knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.tables.columns import (
    FEWEST_NAMED,
    Columns,
    days_above,
    goes_by_time,
    map_columns,
    names_records,
)
from pmcoach_lint.binding.tables.headers import header_keys
from pmcoach_lint.names import PM_HANDLE
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.tables import Table

_NO_WORD = regex(r"\bl?\d\b|[\W\d_]+")
"""What stands beside the word in a column that is a level: `L1 (Know)`, `Know (1)`."""

_MORE_COLUMNS = 1.01
"""What a column that fits counts: of two lists that fit equally well, a table holds that with more columns."""

_PM = regex(rf"\W*{PM_HANDLE}\W*", re.IGNORECASE)
_WEEK = regex(r"\W*w(?:ee)?k?s?\b", re.IGNORECASE)
_BET = regex(r"(?:growth )?bet (?:\d|[a-h])|[a-z]\d", re.IGNORECASE)
_BY_WEEKS, _BY_DAYS = 0.5, 0.1


@lru_cache(maxsize=1024)
def list_held(binding: Holder, titles: tuple[str, ...]) -> str | None:
    """Which list of records inside `binding` a table holds, by the `titles` of its columns; None where it holds none.

    A table fits a list when at least two of its columns do, and the columns that the list requires most; who does or
    watches something is said of whatever it is, and does not count where a list can do without it. One without
    a column for the records' own text that bears the name of a list of texts is that: `Open question | Who | By`.
    """
    best, best_score = None, 1.0
    first = binding.uses_of(titles[0]) if titles else ()
    tells_texts = bool(first) and binding.fields[first[0].name].kind == "list"
    for name, field in binding.lists.items():
        if "table" in field.shapes:
            columns = map_columns(field, titles)
            uses = [use for _, use in columns if not field.fields[use.name].is_beside]
            if tells_texts and not any(field.fields[use.name].is_title for use in uses):
                continue  # `Open question | Who | By` holds no steps
            if field.mark.get("scaffold") is False and not _is_surely(field, titles, columns):
                continue
            score = _MORE_COLUMNS * len(uses) + sum(0.5 for use in uses if use.name in field.required)
            own = _own_columns(field, titles)
            score += own
            kinds = (_is_ladder, _is_of_people, _is_headed) if len(uses) == 1 else ()
            if any(is_one(field, titles, columns[0]) for is_one in kinds):
                score += 1
            elif len(uses) < 2 and not own:
                continue
            if score > best_score and not _fits_inside(field, titles, len({at for at, _ in columns})):
                best, best_score = name, score
    if best is None and len(titles) > FEWEST_NAMED:
        return next((name for name, field in binding.lists.items() if days_above(field, titles)), None)
    return None if best and _is_of_object(binding, binding.lists[best], titles) else best


def _is_surely(field: Binding, titles: tuple[str, ...], columns: Columns) -> bool:
    """Whether a table that nothing names holds records of a list that few documents have.

    It has a column for their own text, and half of all are known: `Thing | Today | Goes to | How | Date` may be about
    anything.
    """
    return names_records(field, titles) and 2 * len({at for at, _ in columns}) >= len(titles)


def _is_of_object(binding: Holder, field: Binding, titles: tuple[str, ...]) -> bool:
    """Whether a table tells fields of the object `binding` rather than its list `field`.

    Either more of its columns bear names of those, or its first one is a list of texts and none is the records' own.
    """
    if binding.names_texts(titles[0]) and not names_records(field, titles):
        return True
    return sum(bool(binding.uses_of(title)) for title in titles) > len({at for at, _ in map_columns(field, titles)})


def _is_ladder(field: Binding, titles: tuple[str, ...], _held: tuple[int, Use]) -> bool:
    """Whether the other columns of a table are levels, beside the one that names the records."""
    return (
        bool(field.column_lists)
        and names_records(field, titles)
        and sum(_NO_WORD.sub("", title.casefold()) in WORDS for title in titles) > 1
    )


def _own_columns(field: Binding, titles: tuple[str, ...]) -> float:
    """What columns of the author's own count where a list of records takes them: less than those it knows.

    Below days they count little, since reviews have days as well. A column for a bet is one of a review.
    """
    if not goes_by_time(field, titles):
        return 0
    spare = len(titles) - len({at for at, _ in map_columns(field, titles)})
    by_weeks = _WEEK.match(titles[0])
    is_review = any((_BET.fullmatch if by_weeks else _BET.match)(plain(title)) for title in titles)
    if spare < FEWEST_NAMED or is_review or not (by_weeks or not names_records(field, titles)):
        return 0
    return spare * (_BY_WEEKS if by_weeks else _BY_DAYS)


def _is_headed(field: Binding, titles: tuple[str, ...], held: tuple[int, Use]) -> bool:
    """Whether the first column of a table, which is that of the records' own text, bears the name of the list."""
    index, use = held
    return index == 0 and field.fields[use.name].is_title and not field.own_keys.isdisjoint(header_keys(titles[0]))


def _is_of_people(field: Binding, titles: tuple[str, ...], held: tuple[int, Use]) -> bool:
    """Whether a table says of several PMs, one in each column, how it is with each record: `Habit | pm-31 | pm-32`."""
    index, use = held
    others = titles[1:] if index == 0 and field.fields[use.name].is_title else ()
    return bool(others) and all(_PM.fullmatch(title) for title in others)


def _fits_inside(field: Binding, titles: tuple[str, ...], fitting: int) -> bool:
    """Whether a list inside the records of `field`, such as the reps of a plan, has more columns than the `fitting`."""
    inner = (bound for bound in field.lists.values() if "table" in bound.shapes)
    return any(len({at for at, _ in map_columns(bound, titles)}) > fitting for bound in inner)


def find_tables(binding: Holder, pieces: Iterable[Piece]) -> dict[str, list[Table]]:
    """The tables among `pieces` that hold records of lists inside `binding`, by the names of the lists.

    One without titles right below the name of what the records hold is that: `**Stretch assignments**` above a table.
    """
    found: dict[str, list[Table]] = {}
    before: Piece | None = None
    for piece in pieces:
        name = list_held(binding, piece.table.titles) if piece.table else None
        if piece.table and name and not _is_inside(binding.fields[name], piece.table, before):
            found.setdefault(name, []).append(piece.table)
        before = piece
    return found


def _is_inside(field: Binding, table: Table, before: Piece | None) -> bool:
    """Whether a table that names no records of `field` stands below a bold label for something inside them."""
    if not before or before.role is not Role.LABEL or not before.is_bare or not field.title_field:
        return False
    return not names_records(field, table.titles) and field.knows(before.keys)
