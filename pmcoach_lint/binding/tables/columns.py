"""Which table holds which records: by the names of its columns, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Column, Use
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.binding.tables.headers import DATED, DAY_OF_REVIEW, header_keys, numbered_columns
from pmcoach_lint.names import PM_HANDLE, name_key
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.tables import Table

_NO_WORD = regex(r"\bl?\d\b|[\W\d_]+")
"""What stands beside the word in a column that is a level: `L1 (Know)`, `Know (1)`."""

_FEWEST_NAMED = 2
"""How many columns must have a name for one without to be that of the records' own text."""

_WITH_START = 2
"""Where the first column headed by a day stands at the latest: behind what is counted, and how it was at the start."""

_MORE_COLUMNS = 1.01
"""What a column that fits counts: of two lists that fit equally well, a table holds that with more columns."""


_HOURS = regex(r"\b(?:h|hrs?|hours?)\b", re.IGNORECASE)
_PM = regex(rf"\W*{PM_HANDLE}\W*", re.IGNORECASE)

_NUMBERS = frozenset({"", "id", "no", "nr", "ref", "number", "item no"})
OF_TIME = frozenset({"date", "last-week"})
"""The readers of what may head the rows of a table by weeks or days."""

_WEEK = regex(r"\W*w(?:ee)?k?s?\b", re.IGNORECASE)
_BET = regex(r"(?:growth )?bet (?:\d|[a-h])|[a-z]\d", re.IGNORECASE)
_BY_WEEKS, _BY_DAYS = 0.5, 0.1

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
        and len(titles) == _FEWEST_NAMED
        and not titles[1]
        and title.name not in named
        and named
    ):
        return [(1, Use(title.name))]
    if not title or titles[:1] != ("",) or title.name in named or len(named) < _FEWEST_NAMED:
        return []
    return [(0, Use(title.name))]


def _find(key: str, headers: list[tuple[str, ...]], used: set[int]) -> int | None:
    for depth in range(max(map(len, headers), default=0)):
        for index, keys in enumerate(headers):
            if index not in used and len(keys) > depth and keys[depth] == key:
                return index
    return None


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
    if best is None and len(titles) > _FEWEST_NAMED:
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


def own_text(field: Binding, titles: tuple[str, ...]) -> Columns:
    """The column of what is tracked, where it has a name of its author's own: `To follow | Due | Status`."""
    held, title = map_columns(field, titles), field.title_field
    if not (field.others and title) or len(held) < _FEWEST_NAMED or names_records(field, titles):
        return []
    used = {index for index, _ in held}
    spare = [index for index, text in enumerate(titles) if index not in used and name_key(text) not in _NUMBERS]
    return [(spare[0], Use(title.name))] if spare and not goes_by_time(field, titles) else []


@lru_cache(maxsize=1024)
def goes_by_time(field: Binding, titles: tuple[str, ...]) -> bool:
    """Whether a table whose columns may be whatever its author counts has a row for each week or day."""
    first = next((use for at, use in map_columns(field, titles) if at == 0), None) if field.others else None
    return first is not None and field.fields[first.name].reader in OF_TIME


def _own_columns(field: Binding, titles: tuple[str, ...]) -> float:
    """What columns of the author's own count where a list of records takes them: less than those it knows.

    Below days they count little, since reviews have days as well. A column for a bet is one of a review.
    """
    if not goes_by_time(field, titles):
        return 0
    spare = len(titles) - len({at for at, _ in map_columns(field, titles)})
    by_weeks = _WEEK.match(titles[0])
    is_review = any((_BET.fullmatch if by_weeks else _BET.match)(plain(title)) for title in titles)
    if spare < _FEWEST_NAMED or is_review or not (by_weeks or not names_records(field, titles)):
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


def names_records(field: Binding, titles: tuple[str, ...]) -> bool:
    """Whether one of the columns with these `titles` is for the records' own text."""
    title = field.title_field
    return bool(title and any(use.name == title.name for _, use in map_columns(field, titles)))


def holds_all(field: Binding, titles: tuple[str, ...]) -> bool:
    """Whether columns with these `titles` hold the name of each record and all that it needs."""
    names = {use.name for _, use in map_columns(field, titles)}
    return field.title_field is not None and {field.title_field.name, *field.required} <= names


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


def days_above(field: Binding, titles: tuple[str, ...]) -> list[int]:
    """The columns of a table that are headed by a day each, where it holds records of `field` in columns; else none.

    There are two at least, one behind the other, and little stands beside them: a start in front, and behind them where
    it is counted.
    """
    if not field.levels_seen or len(titles) <= _FEWEST_NAMED:
        return []
    found = [column for column, title in enumerate(titles) if column and DAY_OF_REVIEW.fullmatch(plain(title))]
    if len(found) < _FEWEST_NAMED:
        return []
    is_run = found[-1] - found[0] == len(found) - 1 and found[0] <= _WITH_START and found[-1] >= len(titles) - 2
    return found if is_run or len(found) >= len(titles) - 2 else []
