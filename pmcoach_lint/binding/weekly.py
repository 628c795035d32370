"""Plans that go from week to week: a row, a list item or a section for each week, whichever bet it is for."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.hits import is_spoken
from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Region, Role, region_of
from pmcoach_lint.binding.tables.columns import map_columns
from pmcoach_lint.binding.tables.turned import turned_rows
from pmcoach_lint.names import name_keys
from pmcoach_lint.readers.text import is_nothing, plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_FEWEST = 2
"""Weeks that make a plan: one alone is a checkpoint, or a remark."""

_DEEPEST = 9
"""More than the level of any heading."""

_BET = r"(?:(?:growth\s+)?bets?\s+)?(?:[A-H]|B?\d{1,2})(?!\w)"
_BETS = (
    rf"(?:(?:growth\s+)?bets?\s+(?:[A-H]|B?\d{{1,2}})|B\d{{1,2}})(?!\w)(?:\s*(?:[,/+&]|\band\b)\s*{_BET})*"
    r"|(?:both|all)(?:\s+bets)?(?!\s*\w)"
)
_WEEK_IN_FRONT = regex(
    r"[*_]{0,3}(?P<weeks>(?:weeks?|wks?|w)\.?\s?#?\d{1,2}(?:\s?(?:[–—-]|to)\s?(?:w(?:ee)?k?\s?)?\d{1,2})?)(?![\w.]*\d)"
    rf"(?:\s*\((?!{_BETS})[^()\n]*\))?[*_]{{0,3}}\s*(?:[:.·|–—-]+[*_]{{0,3}}(?:\s+|$)|(?=\s|$))\s*",
    re.IGNORECASE,
)
_BET_IN_FRONT = regex(rf"[*_(\[]{{0,3}}(?P<bet>{_BETS})[*_)\]]{{0,3}}\s*(?:[:.·|–—-]+\s+|$)", re.IGNORECASE)
_BET_OF_REP = regex(
    rf"[*_]{{0,3}}(?:weekly |fortnightly |daily )?reps?\s?[,(–—-]?\s?(?:for )?(?P<bet>{_BETS})\)?"
    r"[*_]{0,3}\s?[:–—-][*_]{0,3}\s+",
    re.IGNORECASE,
    near="rep reps",
)
_BET_OF_ITEM = regex(
    rf"[*_(\[]{{0,3}}(?P<bet>{_BETS}|(?-i:[A-H])(?=[*_)\]]{{0,3}}\s?[:–—]))[*_)\]]{{0,3}}\s?[:.·|–—-]+[*_]{{0,3}}\s+",
    re.IGNORECASE,
)
"""How an item begins that names its bet: `Weekly rep, bet 1: …`; among reps `A: …` or `Bet 2 – …`."""

_BET_IN_BRACKETS = regex(rf"[(\[](?:for\s+)?(?P<bet>{_BETS})[)\]]", re.IGNORECASE)
_BET_BEHIND = regex(rf"\s[·|–—-]\s+(?P<bet>{_BETS})[.\s]*$", re.IGNORECASE)
_ANY_BET = regex(_BETS, re.IGNORECASE)
_BET_OF_COLUMN = regex(
    r"(?:(?P<bet>(?:growth\s+)?bet\s+(?:\d{1,2}|(?-i:[A-H]))|B\d)|(?:weekly\s+)?rep\s+(?:\d|(?-i:[A-H])))(?!\w)",
    re.IGNORECASE,
)
_LONGEST_FRONT = 8
_ONE_WEEK = frozenset({"week", "wk", "w"})
_ONE_REP = frozenset({"rep", "weekly rep", "practis rep", "rep of week"})
_OF_A_PLAN = frozenset({"hypothesis", "checkpoints", "checkpoint"})
"""Columns of the whole plan of a bet."""


class Weekly:
    """Reads the list of an object whose records are headed by weeks, for an extraction."""

    def __init__(self, extraction: Extraction, holder: Holder, field: Binding) -> None:
        self.extraction = extraction
        self.text = extraction.text
        self.holder = holder
        self.field = field
        self.others = [bound for bound in holder.lists.values() if bound is not field and bound.nouns]

    def read(self, region: Region, path: Path) -> tuple[list[Any], Region]:
        """Read the weeks that are told in the `region` of the object.

        Args:
            region: where the object stands.
            path: the path of the list.

        Returns:
            The records, none where nothing goes from week to week; and the region without what tells them.
        """
        pieces = region.pieces
        tables = {index: table for index in region.indexes if (table := pieces[index].table)}
        told = [index for index, table in tables.items() if self.is_told_by(table, region, index)]
        rows = self.extraction.records.tables(self.field, [tables[index] for index in told], path)
        for index, table in tables.items():
            if index not in told and bet_columns(table.titles):
                rows += self.crossed(table, path, len(rows))
                told.append(index)
        if told:
            rows, region = self.listed(region.without(told), self.field.own_keys, _DEEPEST, path, rows)
            return self.of_bets(region, path, rows)
        if self.is_spoken(region):
            return self.beside_plans(region, path)
        rows, rest = self.of_bets(region, path, [])
        if rows:
            return rows, rest
        heads = self.heads(region)
        if len(heads) < _FEWEST:
            return [], region
        said = sum(bool(_ANY_BET.search(self.text, pieces[index].text[0], pieces[index].end)) for index in heads)
        if said * 2 < len(heads) and not self.is_open(region, heads[0]):
            return [], region
        return self.sections(region, heads, path)

    def heads(self, region: Region) -> list[int]:
        """The pieces that begin with a week."""
        likely = (index for index in region.indexes if self.may_head(region.pieces[index]))
        return [index for index in likely if _WEEK_IN_FRONT.match(self.text, *region.pieces[index].text)]

    def beside_plans(self, region: Region, path: Path) -> tuple[list[Any], Region]:
        """Read the weeks below a name of the list that is no deeper than those of the plans: rows or items."""
        names = _timeline_names(self.holder, self.field)
        if not any(not names.isdisjoint(piece.keys) for piece in region.inside):
            return [], region
        tables = {at: table for at in region.indexes if (table := region.pieces[at].table)}
        told = [at for at, table in tables.items() if at > region.first and self.is_timeline(table, region, at, names)]
        if told and (len(told) == 1 or all(region.pieces[at - 1].level for at in told)):  # else each plan has its own
            rows = self.extraction.records.tables(self.field, [tables[at] for at in told], path)
            return rows, region.without({*told, *(at - 1 for at in told)})
        heads = [piece.level for piece in region.inside if any(is_spoken(bound, piece) for bound in self.others)]
        return self.listed(region, names, min((level for level in heads if level), default=_DEEPEST), path)

    def listed(
        self, region: Region, names: frozenset[str], level: int, path: Path, rows: list[Any] | None = None
    ) -> tuple[list[Any], Region]:
        """Read the weeks that are items below one of the `names`, which is a heading of that level at the deepest."""
        below, named = set[int](), False
        for index, piece in enumerate(region.inside, region.first):
            if piece.role is Role.ITEM:
                below.update((index,) if named else ())
            elif piece.level or piece.is_lead or piece.role is Role.LABEL:
                named = (piece.level or _DEEPEST) <= level and not names.isdisjoint(piece.keys)
        told = [index for index in self.heads(region) if index in below]
        if len(told) <= _FEWEST or 2 * len(told) < len(below):
            return rows or [], region
        weeks, _ = self.sections(region, told, path, rows)
        return weeks, region.without(below)

    def is_timeline(self, table: Table, region: Region, at: int, names: frozenset[str]) -> bool:
        """Whether the rows of the table at that place are weeks: it stands right below one of the list's `names`."""
        week, title, above = self.field.week, self.field.title_field, region.pieces[at - 1]
        keys = _keys_of(table.titles)
        is_by_week = week is not None and not week.own_keys.isdisjoint(keys[0])
        held = (use.name for _, use in map_columns(self.field, table.titles))
        return is_by_week and not names.isdisjoint(above.keys) and title is not None and title.name in held

    def of_bets(self, region: Region, path: Path, rows: list[Any]) -> tuple[list[Any], Region]:
        """Read reps each of which names its bet, in addition to `rows`: items, all of those below the list's name."""
        told, named = dict[int, re.Match[str]](), False
        for index, piece in enumerate(region.inside, region.first):
            if piece.role is Role.ITEM:
                match = (_BET_OF_ITEM if named else _BET_OF_REP).match(self.text, *piece.text)
                if match:
                    told[index] = match
                elif named:
                    return rows, region
            elif piece.level or piece.is_lead or piece.role is Role.LABEL:
                named = not self.field.own_keys.isdisjoint(piece.keys)
        if len(told) < _FEWEST or not self.field.referring:
            return rows, region
        for index, match in told.items():
            at, piece = (*path, len(rows)), region.pieces[index]
            record = self.of_bet(match["bet"], match.span("bet"), at)
            self.extraction.values[at] = (piece.text[0], piece.end)
            self.extraction.records.head(self.field, (match.end(), piece.text[1]), record, at)
            rows.append(self.field.in_order(record))
        return rows, region.without(told)

    def crossed(self, table: Table, path: Path, first: int) -> list[Any]:
        """Read a table with a row for each week and a column for each bet: a record for each cell that is not empty.

        Args:
            table: the table.
            path: the path of the list.
            first: the number of records before.
        """
        columns, records = bet_columns(table.titles), list[Any]()
        held = [(at, use) for at, use in map_columns(self.field, table.titles) if at not in columns]
        for cells in table.rows:
            for column, name in columns.items():
                if column < len(cells) and not is_nothing(plain(self.text[slice(*cells[column])])):
                    at = (*path, first + len(records))
                    self.extraction.values[at] = cells[column]
                    record = self.of_bet(name, table.header[column], at) if name else {}
                    self.extraction.records.head(self.field, cells[column], record, at, labels=False)
                    for index, use in held:
                        if index < len(cells) and use.name not in record:
                            field, where = self.field.fields[use.name], (*at, use.name)
                            self.extraction.records.put(record, field, cells[index], where, use)
                    records.append(self.field.in_order(record))
        if records:
            begin = self.extraction.values.get(path, table.span)[0]
            self.extraction.values[path] = (min(begin, table.span[0]), table.span[1])
        return records

    def of_bet(self, name: str, head: Span, path: Path) -> dict[str, Any]:
        """A record that says so far which bet it is for, as its column is headed."""
        bet = self.field.referring
        if bet is None:
            return {}
        self.extraction.values[(*path, bet.name)] = head
        return {bet.name: name}

    def is_told_by(self, table: Table, region: Region, at: int) -> bool:
        """Whether the rows of the table at that piece are weeks of the plan.

        It has a column for what is done, and one for the week, the first of all or called so. Where it does not say as
        well which bet that is for, nothing else may own it. A rep in each row may be told without its week, where the
        row says whose it is, or what somebody else gives to it.
        """
        week, title = self.field.week, self.field.title_field
        keys = _keys_of(table.titles)
        every = set(chain(*keys))
        is_by_week = week is not None and (week.own_keys.intersection(*keys[:1]) or _ONE_WEEK & every)
        is_by_rep = bool(_ONE_REP & every and not _OF_A_PLAN & every) or self.is_named(region, at)
        if not title or not (is_by_week or is_by_rep):
            return False
        names = {use.name for _, use in map_columns(self.field, table.titles)}
        says_whose = any(bound.reference and bound.name in names for bound in self.field.fields.values())
        if title.name not in names or not (is_by_week or says_whose or "commitment" in names):
            return False
        return says_whose or (self.is_open(region, at) and not self.is_spoken(region))

    def is_named(self, region: Region, at: int) -> bool:
        """Whether the piece at that place stands right below one of the list's names."""
        before = region.pieces[at - 1] if at > region.first else None
        return before is not None and not self.field.own_keys.isdisjoint(before.keys)

    def is_spoken(self, region: Region) -> bool:
        """Whether records of another list of the object have a section each, which then have weeks of their own."""
        return any(is_spoken(bound, piece) for bound in self.others for piece in region.inside)

    def told_in(self, weeks: list[Any]) -> set[str]:
        """The fields of the object that go with weeks, and that these tell one by one: `artifacts`."""
        told = frozenset().union(*(self.field.fields[name].own_keys for week in weeks for name in week))
        return {bound.name for key, bound in self.holder.with_weeks.items() if key in told}

    def has_others(self, region: Region) -> bool:
        """Whether records of another list are told in the `region`, each in a section or in a column of a table."""
        tables = [table for piece in region.inside if (table := piece.table)]
        return self.is_spoken(region) or any(turned_rows(bound, table) for bound in self.others for table in tables)

    def is_open(self, region: Region, at: int) -> bool:
        """Whether the piece at that place stands right in the object, or below one of the list's names."""
        level = _DEEPEST
        for piece in reversed(region.pieces[region.first : at]):
            if piece.level and piece.level >= level:
                continue
            if piece.level or (level == _DEEPEST and (piece.role is Role.LABEL or piece.is_lead)):
                if self.field.own_keys.isdisjoint(piece.keys):
                    return False
                level = piece.level or _DEEPEST - 1
        return True

    def may_head(self, piece: Piece) -> bool:
        """Whether a piece looks as if it began with a week: a closer look at all of them would take longer."""
        first = self.text[piece.text[0] : piece.text[0] + _LONGEST_FRONT].lstrip("*_").lower()
        return first.startswith(("week", "wk")) or (first[:1] == "w" and first[1:2].isdecimal())

    def sections(
        self, region: Region, heads: list[int], path: Path, earlier: list[Any] | None = None
    ) -> tuple[list[Any], Region]:
        """Read the weeks that are headed by the pieces at `heads`, in addition to those `earlier`."""
        pieces = region.pieces
        ends = [*heads[1:], region.last]
        records: list[Any] = [*(earlier or [])]
        claimed: set[int] = set()
        for head, end in zip(heads, ends, strict=True):
            piece, stop = pieces[head], self.stop(region, head, end)
            claimed.update(range(head, stop))
            below = Region(pieces, head + 1, stop)
            if piece.role is Role.ITEM:
                below = region_of(piece.pieces)
            at = (*path, len(records))
            self.extraction.keys[at] = piece.text
            self.extraction.values[at] = (piece.text[0], max(piece.end, below.span[1] if below.span else 0))
            records.append(self.record(piece.text, below, at))
        last = self.extraction.values[(*path, len(records) - 1)]
        self.extraction.values[path] = (self.extraction.values.get((*path, 0), last)[0], last[1])
        return records, region.without(claimed)

    def stop(self, region: Region, head: int, end: int) -> int:
        """Where what belongs to the week that is headed by the piece at `head` ends, at `end` the latest."""
        piece, names = region.pieces[head], beside(self.holder, self.field).by_key
        if piece.role is Role.ITEM:
            return head + 1
        for index in range(head + 1, end):
            other = region.pieces[index]
            if other.role is Role.HEADING and (not piece.level or other.level <= piece.level):
                return index
            if not piece.level and (other.role is Role.ITEM or any(key in names for key in other.keys)):
                return index
        return end

    def record(self, span: Span, below: Region, path: Path) -> dict[str, Any]:
        """Read one week out of the text at `span`, which begins with it, and what stands `below`."""
        records = self.extraction.records
        record = self.extraction.object(self.field, below, path) if below.first < below.last else {}
        week = _WEEK_IN_FRONT.match(self.text, *span)
        start, end = (week.end() if week else span[0]), span[1]
        if week and self.field.week:
            records.put(record, self.field.week, week.span("weeks"), (*path, self.field.week.name))
        bet = self.field.referring
        if bet and bet.name not in record:
            start, end = self.cut_bet(record, bet, (start, end), (*path, bet.name))
        rest = trim(self.text, (start, end))
        if rest[0] < rest[1]:
            records.head(self.field, rest, record, path)
        return self.field.in_order(record)

    def cut_bet(self, record: dict[str, Any], bet: Binding, span: Span, path: Path) -> Span:
        """Read which bets the week is for, at either end of its text or in brackets, and return what is left of it."""
        start, end = span
        front = _BET_IN_FRONT.match(self.text, start, end)
        found = [*_BET_IN_BRACKETS.finditer(self.text, start, end)] if not front else [front]
        behind = _BET_BEHIND.search(self.text, start, end) if not found else None
        found += [behind] if behind else []
        if not found:
            return span
        self.extraction.values[path] = found[-1].span("bet")
        record[bet.name] = ", ".join(dict.fromkeys(match["bet"] for match in found))
        if front:
            return (front.end(), end)
        return (start, found[-1].start()) if not self.text[found[-1].end() : end].strip(" .") else span


@cache
def _keys_of(titles: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The keys of the headers of a table."""
    return tuple(name_keys(plain(title)) for title in titles)


@cache
def bet_columns(titles: tuple[str, ...]) -> dict[int, str]:
    """Which columns of a table that goes by weeks are those of one bet each: `| Week | Bet 1 rep | Bet 2 rep |`.

    Those of one rep each are of no bet: `| Week | Rep 1 (Tuesday) | Rep 2 (Thursday) |`.
    """
    if not titles or _ONE_WEEK.isdisjoint(_keys_of(titles)[0]):
        return {}
    heads = enumerate(map(plain, titles))
    found = {at: match["bet"] or "" for at, title in heads if (match := _BET_OF_COLUMN.match(title))}
    return found if len(found) >= _FEWEST else {}


@cache
def _timeline_names(holder: Holder, weekly: Binding) -> frozenset[str]:
    """The names of the list that are none of what stands inside the plans of single bets."""
    others = (bound for bound in holder.lists.values() if bound is not weekly and bound.nouns)
    return weekly.own_keys.difference(*(bound.by_key for bound in others))


@cache
def beside(holder: Holder, weekly: Binding) -> Holder:
    """What else the object `holder` has beside its list `weekly`."""
    return holder.without((weekly.name,))


@cache
def told_once(holder: Holder, weekly: Binding) -> Holder:
    """The same without other lists whose records are headed by a noun, such as plans of one bet each."""
    return holder.only(name for name, bound in beside(holder, weekly).fields.items() if not bound.nouns)
