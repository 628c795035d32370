"""Which column of a table holds which field of a record: by the names of its columns, in any order."""

from __future__ import annotations

import re
from functools import lru_cache

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Column, Use
from pmcoach_lint.binding.tables.headers import DATED, DAY_OF_REVIEW, header_keys, numbered_columns
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex

FEWEST_NAMED = 2
"""How many columns must have a name for one without to be that of the records' own text."""

_WITH_START = 2
"""Where the first column headed by a day stands at the latest: behind what is counted, and how it was at the start."""


_HOURS = regex(r"\b(?:h|hrs?|hours?)\b", re.IGNORECASE)

_NUMBERS = frozenset({"", "id", "no", "nr", "ref", "number", "item no"})
OF_TIME = frozenset({"date", "last-week"})
"""The readers of what may head the rows of a table by weeks or days."""

Columns = list[tuple[int, Use]]
"""Which column, by index, holds what. One column may feed two fields: a level change."""


@lru_cache(maxsize=1024)
def map_columns(binding: Holder, titles: tuple[str, ...]) -> Columns:
    """Tell which column of a table holds which field of `binding`, by the `titles` of its columns.

    Written names come before aliases, names of a whole value before names of a part of one, and among aliases those
    of a record's own text come first: `Rep | Minutes` holds texts, while in `Rep | Practice` the first holds ids.
    Where a level change tells two fields and the other columns but one of them, these are of something else. Tables
    with the same titles are given the same list.
    """
    headers = [header_keys(plain(title)) for title in titles]
    every = frozenset(key for keys in headers for key in keys)
    fields = [
        (name, columns)
        for name, field in sorted(binding.fields.items(), key=lambda item: not item[1].is_title)
        if (columns := [column for column in field.names if column.key in every])
    ]
    taken: Columns = numbered_columns(binding, titles)
    done = {use.name for _, use in taken}
    changing = _told_by_change(fields)
    for is_part, canonical in ((False, True), (False, False), (True, True), (True, False)):
        for name, columns in fields:
            for column in columns:
                if name in done or column.canonical is not canonical or (column.use.part is not None) is not is_part:
                    continue
                if name in changing and not (is_part or canonical):
                    continue
                used = {index for index, use in taken if use.part is None or not is_part}
                index = _find(column.key, headers, used)
                if index is not None:
                    taken.append((index, column.use))
                    done.add(name)
    taken += _in_own_words(binding, titles, taken, done)
    taken = [(index, _in_hours(binding.fields[use.name], use, titles[index])) for index, use in taken]
    own = _above_nothing(binding, titles, taken)
    return [*own, *(held for held in taken if held[0] not in dict(own))]  # nothing is no sign `#` above ids


def _in_hours(field: Binding, use: Use, title: str) -> Use:
    """What a column holds, with that a bare number is one of hours where its title says so: `Time (h)`."""
    is_bare = field.reader in ("minutes", "time-spent") and use.reader is None
    return use._replace(reader="spent-hours") if is_bare and _HOURS.search(title) else use


def _told_by_change(fields: list[tuple[str, list[Column]]]) -> set[str]:
    """The fields that a column tells as what changes, where not all of them have a column of their own.

    A share alone is that of today, so that another column may well tell the one to reach.
    """
    parted = ((name, [column.use for column in columns if column.use.part]) for name, columns in fields)
    changing = {name for name, uses in parted if any(use.reader != "percent-change" for use in uses)}
    whole = {name for name, columns in fields if any(not column.use.part for column in columns)}
    return set() if changing <= whole else changing


def _in_own_words(binding: Holder, titles: tuple[str, ...], taken: Columns, done: set[str]) -> Columns:
    """The columns that bear no name of ours: those that the clues of their words tell, and the last that is a time.

    With that goes the last of several that clues tell: `CW40 | Evidence CW40 | CW48 | Evidence CW48`.
    """
    used = {index for index, _ in taken}
    spare = [(index, plain(title)) for index, title in enumerate(titles) if index not in used and title]
    clues = [(index, binding.told_by_clues(name_key(title))) for index, title in spare] if binding.clues else []
    told = {index: name for index, name in clues if name and name not in done and not binding.fields[name].words}
    dated = next(
        (name for name, field in binding.fields.items() if field.mark.get("dated") in DATED and name not in done), None
    )
    when = DATED[binding.fields[dated].mark["dated"]] if dated else None
    days = [index for index, title in spare if index not in told and when.fullmatch(title)] if when else []
    order = [*told.items()] if len(days) > 1 else [*told.items()][::-1]
    found = [(index, Use(name)) for name, index in {name: index for index, name in order}.items()]
    done |= {use.name for _, use in found}
    return [*found, (days[-1], Use(dated))] if days and dated else found


def _above_nothing(binding: Holder, titles: tuple[str, ...], taken: Columns) -> Columns:
    """The first column, where nothing stands above it, as that of the records' own text: `| | Current | Target |`.

    Beside minutes it may be the other one of two: `| Min | |`.
    """
    title = binding.title_field
    named = {use.name for _, use in taken}
    if (
        title
        and binding.only_minutes
        and len(titles) == FEWEST_NAMED
        and not titles[1]
        and title.name not in named
        and named
    ):
        return [(1, Use(title.name))]
    if not title or titles[:1] != ("",) or title.name in named or len(named) < FEWEST_NAMED:
        return []
    return [(0, Use(title.name))]


def _find(key: str, headers: list[tuple[str, ...]], used: set[int]) -> int | None:
    for depth in range(max(map(len, headers), default=0)):
        for index, keys in enumerate(headers):
            if index not in used and len(keys) > depth and keys[depth] == key:
                return index
    return None


def own_text(field: Binding, titles: tuple[str, ...]) -> Columns:
    """The column of what is tracked, where it has a name of its author's own: `To follow | Due | Status`."""
    held, title = map_columns(field, titles), field.title_field
    if not (field.others and title) or len(held) < FEWEST_NAMED or names_records(field, titles):
        return []
    used = {index for index, _ in held}
    spare = [index for index, text in enumerate(titles) if index not in used and name_key(text) not in _NUMBERS]
    return [(spare[0], Use(title.name))] if spare and not goes_by_time(field, titles) else []


@lru_cache(maxsize=1024)
def goes_by_time(field: Binding, titles: tuple[str, ...]) -> bool:
    """Whether a table whose columns may be whatever its author counts has a row for each week or day."""
    first = next((use for at, use in map_columns(field, titles) if at == 0), None) if field.others else None
    return first is not None and field.fields[first.name].reader in OF_TIME


def names_records(field: Binding, titles: tuple[str, ...]) -> bool:
    """Whether one of the columns with these `titles` is for the records' own text."""
    title = field.title_field
    return bool(title and any(use.name == title.name for _, use in map_columns(field, titles)))


def holds_all(field: Binding, titles: tuple[str, ...]) -> bool:
    """Whether columns with these `titles` hold the name of each record and all that it needs."""
    names = {use.name for _, use in map_columns(field, titles)}
    return field.title_field is not None and {field.title_field.name, *field.required} <= names


def days_above(field: Binding, titles: tuple[str, ...]) -> list[int]:
    """The columns of a table that are headed by a day each, where it holds records of `field` in columns; else none.

    There are two at least, one behind the other, and little stands beside them: a start in front, and behind them where
    it is counted.
    """
    if not field.levels_seen or len(titles) <= FEWEST_NAMED:
        return []
    found = [column for column, title in enumerate(titles) if column and DAY_OF_REVIEW.fullmatch(plain(title))]
    if len(found) < FEWEST_NAMED:
        return []
    is_run = found[-1] - found[0] == len(found) - 1 and found[0] <= _WITH_START and found[-1] >= len(titles) - 2
    return found if is_run or len(found) >= len(titles) - 2 else []
