"""Plans in a table with the weeks one way, and the bets and what is told of each week the other way."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Use
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.binding.targets import Targets
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.breaks import says_break
from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.registry import said_by
from pmcoach_lint.readers.text import is_nothing, plain, plain_at, plain_cell, says_none
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from pmcoach_lint.binding.records.weeks import WeekReader

_FEWEST = 2
_WEEKS = frozenset({"week", "weeks", "wk", "wks", "w", "kw", "cw"})
_DAYS = frozenset({"", "date", "dates", "day", "when", "mon", "monday", "start", "starts", "from", "starting", "of"})
"""What heads weeks that are told by their days, in front or beside their numbers."""

_BET = r"(?P<bet>(?:growth\s+)?bet\s+(?:\d{1,2}|(?-i:[A-H]))|B\d|(?-i:[A-Z]{1,2}\d|[A-H])(?=\s+reps?\b))"
_REPS = r"(?:weekly\s+)?(?:reps?|practi[cs]e|exercises?|tasks?|work)"
_BET_IN_FRONT = regex(rf"(?:{_BET}|{_REPS}\s+(?:\d|(?P<letter>(?-i:[A-H]))))(?!\w)", re.IGNORECASE)
_BET_BEHIND = regex(
    rf"{_REPS}\s*(?:[:(]|[–—]|\s-|\bfor\b)?\s*"
    r"(?P<bet>(?:growth\s+)?bet\s+(?:\d{1,2}|(?-i:[A-H]))|B\d)\s*\)?",
    re.IGNORECASE,
    near="bet b1 b2 b3",
)
_REP = regex(rf"\b{_REPS}\b", re.IGNORECASE)
_DAY_OR_WEEK = regex(
    rf"(?:(?:KW|CW)\s?\d|(?:{WEEKDAY}\.?,?\s+)?(?:{DAY}|\d{{1,2}}[./]\d{{1,2}}(?!\d)|[01]\d-[0-3]\d))", re.IGNORECASE
)
_NUMBERS = regex(r"\d{1,2}\s?-\s?\d{1,2}")
_MARKS = " :–—-()"


class Column(NamedTuple):
    """A column for one bet: the name of that, empty where it is of none, and what it tells; None for the rep."""

    bet: str
    use: Use | None = None


class Grid(NamedTuple):
    """A table that is turned, so that its rows are weeks, which are columns in the document."""

    titles: tuple[str, ...]
    header: list[Span]
    rows: list[list[Span]]


class Crossed:
    """Reads a table that goes by weeks one way, for what reads weeks.

    `columns` are those that tell something of one bet each; there are none where the table is none of these.
    """

    def __init__(self, reader: WeekReader, table: Table) -> None:
        self.reader, self.text, self.table, self.field = reader, reader.text, table, reader.field
        self.is_turned = self._is_turned()
        self.grid: Grid | Table = _turned(table) if self.is_turned else table
        self.named = map_columns(self.field, self.grid.titles)
        self.columns = self._columns() if self.is_turned or self._goes_by_weeks() else {}

    def read(self, path: Path, first: int) -> list[Any]:
        """Read a record for each cell that tells a rep, behind the `first` records of the list at that `path`."""
        values, records = self.reader.extraction.values, list[Any]()
        for cells in self.grid.rows:
            time, number = self._time(cells), plain_at(self.text, cells[0])
            is_off = bool(number) and is_nothing(number)  # a week off between numbered ones
            if time is None and is_off:
                continue
            for column, told in self.columns.items():
                said = plain_cell(self.text, cells, column)
                if is_off and said and (says_break(said) or says_none(self.text, cells[column])):
                    continue
                if told.use is None and not is_nothing(said):
                    records.append(self._record(column, cells, time, (*path, first + len(records))))
        if records:
            begin = values.get(path, self.table.span)[0]
            values[path] = (min(begin, self.table.span[0]), self.table.span[1])
        return records

    def _record(self, column: int, cells: list[Span], time: int | None, path: Path) -> dict[str, Any]:
        """Read the rep in one cell, with what else its row tells of its bet and its week, which `time` tells."""
        grid, extraction, bet = self.grid, self.reader.extraction, self.columns[column].bet
        extraction.values[path] = cells[column]
        record = self.reader.of_bet(bet, grid.header[column], path) if bet else {}
        extraction.records.head(self.field, cells[column], record, path, labels=False)
        own = [(at, told.use) for at, told in self.columns.items() if told.bet == bet and told.use]
        beside = [(at, use) for at, use in self.named if at not in self.columns and use.name != self._week]
        when = [(0 if time is None else time, Use(self._week))] if self._week else []
        for at, use in (*when, *own, *beside):
            if at < len(cells) and use.name not in record:
                extraction.keys[(*path, use.name)] = grid.header[0 if use.name == self._week else at]
                extraction.records.put(record, self.field.fields[use.name], cells[at], path, use)
        weeks = record.get(self._week) if time else None
        if weeks and weeks["from"] == weeks["to"]:  # the first day of a run of weeks: `4–6 | 4 Jan`
            last = weeks["from"] + self._length(plain_at(self.text, cells[0])) - 1
            record[self._week] = {"from": weeks["from"], "to": last}
        return self.field.in_order(record)

    @property
    def _week(self) -> str:
        """The name of the field for the week."""
        return self.field.week.name if self.field.week else ""

    def _time(self, cells: list[Span]) -> int | None:
        """The column that tells the week of a row: that of its day, since numbers may pass over weeks off; or none."""
        for at, title in enumerate(self.grid.titles[1:], 1):
            if name_key(plain(title)) in _DAYS and at < len(cells) and self._is_day(plain_at(self.text, cells[at])):
                return at
        return 0 if self._is_week(plain_at(self.text, cells[0])) else None

    def _is_day(self, text: str) -> bool:
        """Whether a text tells a week by its days, and not as a run of numbers: `11-23` may be either."""
        is_run = _NUMBERS.fullmatch(text) is not None and self._length(text) > 1
        return bool(self.reader.extraction.context.start) and not is_run and self._is_read(text)

    def _length(self, text: str) -> int:
        """How many weeks a text tells."""
        told = said_by("numbered-weeks", text, self.reader.extraction.context)
        return told["to"] - told["from"] + 1 if isinstance(told, dict) else 1

    def _is_read(self, text: str) -> bool:
        """Whether a text can be read as a week of the cycle."""
        context = self.reader.extraction.context
        return any(map(str.isdecimal, text)) and said_by("numbered-weeks", text, context) is not None

    def _is_week(self, text: str) -> bool:
        """Whether a text tells a week of the cycle; by its form, where it is not known when that begins."""
        is_open = not self.reader.extraction.context.start
        return self._is_read(text) or bool(is_open and _DAY_OR_WEEK.match(text))

    def _goes_by_weeks(self) -> bool:
        """Whether the rows of the table are weeks: its first column is headed so, or holds their days."""
        key = name_key(plain(self.grid.titles[0])) if self.grid.titles else "-"
        if key.partition(" ")[0] in _WEEKS:  # `Week of`, `Week starting`
            return True
        return key in _DAYS and self._are_weeks(self.table.cells(0))

    def _is_turned(self) -> bool:
        """Whether the columns of the table are weeks, and its rows are not."""
        header = self.table.header
        return len(header) > _FEWEST and self._are_weeks(header[1:]) and not self._are_weeks(self.table.cells(0))

    def _are_weeks(self, cells: list[Span]) -> bool:
        """Whether nearly all cells are weeks, two at least."""
        told = sum(self._is_week(plain_at(self.text, cell)) for cell in cells)
        return told >= _FEWEST and told > 2 * len(cells) // 3

    def _columns(self) -> dict[int, Column]:
        """The columns that are of one bet each; of weeks that are columns, the one for the rep where it is of none."""
        found = {at: told for at, title in enumerate(self.grid.titles) if (told := self._column(plain(title)))}
        if len({told.bet for told in found.values()}) >= _FEWEST or any(map(_REP.search, self._titles(found))):
            return found
        found = self._called()
        title = self.field.title_field
        if not found and self.is_turned and title:
            return {at: Column("") for at, use in self.named if use.name == title.name}
        return found

    def _titles(self, columns: dict[int, Column]) -> list[str]:
        return [self.grid.titles[at] for at in columns]

    def _column(self, title: str) -> Column | None:
        """What a column tells that says which bet it is for: `Bet 1`, `Bet 1 rep`, `Rep (bet 1)`, `Bet 2 artifact`."""
        if behind := _BET_BEHIND.fullmatch(title):
            return Column(behind["bet"])
        front = _BET_IN_FRONT.match(title)
        if front is None:
            return None
        rest = title[front.end() :].strip(_MARKS)
        uses = self.field.uses_of(rest) if rest else ()
        is_rep = not uses or self.field.fields[uses[0].name].is_title
        lettered = front["letter"] if front["letter"] and self._known and self._known.resolve(front["letter"]) else ""
        return Column(front["bet"] or lettered, None if is_rep else uses[0])

    @property
    def _known(self) -> Targets | None:
        """The bets that have been read."""
        bet = self.field.referring
        return self.reader.extraction.known(bet) if bet else None

    def _called(self) -> dict[int, Column]:
        """The columns that are called as bets are, two at least: `Frame first`, `B` below `Bet B`."""
        known = self._known
        if known is None:
            return {}
        named = {at for at, _ in self.named}
        spare = {at: plain(title) for at, title in enumerate(self.grid.titles) if at and at not in named}
        meant = {at: known.resolve(title) for at, title in spare.items() if name_key(title) not in _DAYS}
        found = {at: one[0] for at, one in meant.items() if len(one) == 1}
        if len(found) < _FEWEST or len(set(found.values())) < len(found):
            return {}
        return {at: Column(plain(self.grid.titles[at])) for at in found}


def _turned(table: Table) -> Grid:
    """A table with its columns as rows."""
    lines = [table.header, *table.rows]
    columns = [[*column] for column in zip_longest(*lines, fillvalue=(0, 0))]
    header = columns[0]
    return Grid(tuple(table.text[slice(*cell)] for cell in header), header, columns[1:])
