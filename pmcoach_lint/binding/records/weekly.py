"""Plans that go from week to week: a row, a list item or a section for each week, whichever bet it is for."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.named.hits import is_named, is_spoken
from pmcoach_lint.binding.outline import Piece, Region, Role, region_of
from pmcoach_lint.binding.records.crossed import Crossed
from pmcoach_lint.binding.records.sections import SectionHeads
from pmcoach_lint.binding.records.turned import turned_rows
from pmcoach_lint.binding.records.weeks import (
    ANY_BET,
    DAY_IN_FRONT,
    FEWEST,
    NUMBER_IN_FRONT,
    ONE_WEEK,
    WEEK_IN_FRONT,
    WeekReader,
    beside,
    keys_of,
)
from pmcoach_lint.binding.tables.columns import holds_all, map_columns
from pmcoach_lint.readers.told_days import are_weeks
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.syntax.yaml_marks import Path

_DEEPEST = 9
"""More than the level of any heading."""

_LONGEST_FRONT = 8
_ONE_REP = frozenset({"rep", "weekly rep", "practis rep", "rep of week"})
_OF_PHASES = frozenset({"phase", "stage", "step", "block", "focus", "theme"})
"""Columns that say what a few weeks are called; these stand in the next one then."""

_OF_A_PLAN = frozenset({"checkpoints", "checkpoint", "stretch", "stretch assignment", "stretch work"})
"""Columns of the whole plan of a bet."""

_HYPOTHESIS = frozenset({"hypothesis"})
"""One that is of the plan as well, unless others tell how long and when each rep is."""


class Weekly(WeekReader):
    """Reads the list of an object whose records are headed by weeks, for an extraction."""

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
        crossed = {at: each for at, table in tables.items() if (each := self.crossed(table, region, at))}
        plain = [at for at, table in tables.items() if at not in crossed and self.is_told_by(table, region, at)]
        rows = self.extraction.records.tables(self.field, [tables[index] for index in plain], path)
        for each in crossed.values():
            rows += each.read(path, len(rows))
        told = {*plain, *crossed}
        if told:
            rows, region = self.listed(region.without(told), self.field.own_keys, _DEEPEST, path, rows)
            return self.of_bets(region, path, rows)
        rows, rest = self.within_item(region, path)
        if rows:
            return rows, rest
        if self.is_spoken(region):
            return self.beside_plans(region, path)
        rows, rest = self.of_bets(region, path, [])
        if rows:
            return rows, rest
        heads = self.heads(region) or self.days_of_weeks(region)
        if len(heads) < FEWEST:
            return [], region
        said = sum(bool(ANY_BET.search(self.text, pieces[index].text[0], pieces[index].end)) for index in heads)
        if said * 2 < len(heads) and not self.is_open(region, heads[0]):
            return [], region
        return self.sections(region, heads, path)

    def within_item(self, region: Region, path: Path) -> tuple[list[Any], Region]:
        """Read the weeks that are items inside one that bears one of the list's names: `- timeline`, `  - w1: …`."""
        names = _timeline_names(self.holder, self.field)
        for index, piece in enumerate(region.inside, region.first):
            if piece.role is not Role.ITEM or len(piece.pieces) <= FEWEST or names.isdisjoint(piece.keys):
                continue
            inner = region_of(piece.pieces)
            numbers = [at for at in inner.indexes if NUMBER_IN_FRONT.match(self.text, *inner.pieces[at].text)]
            heads = self.heads(inner) or numbers
            if len(heads) > FEWEST and len(heads) * 2 >= len(piece.pieces):
                return self.sections(inner, heads, path)[0], region.without({index})
        return [], region

    def heads(self, region: Region) -> list[int]:
        """The pieces that begin with a week."""
        likely = (index for index in region.indexes if self.may_head(region.pieces[index]))
        return [index for index in likely if WEEK_IN_FRONT.match(self.text, *region.pieces[index].text)]

    def days_of_weeks(self, region: Region) -> list[int]:
        """The items of a list that begin with the first day of a week each, all on the same day of the week."""
        groups: dict[int, list[int]] = {}
        for index, piece in enumerate(region.inside, region.first):
            if piece.role is Role.ITEM:
                groups.setdefault(piece.group, []).append(index)
        for items in groups.values():
            days = [DAY_IN_FRONT.match(self.text, *region.pieces[index].text) for index in items]
            if len(items) > FEWEST and are_weeks(day["day"] for day in days if day) and all(days):
                return items
        return []

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
        if len(told) <= FEWEST or 2 * len(told) < len(below):
            return rows or [], region
        weeks, _ = self.sections(region, told, path, rows)
        return weeks, region.without(below)

    def is_timeline(self, table: Table, region: Region, at: int, names: frozenset[str]) -> bool:
        """Whether the rows of the table at that place are weeks: it stands right below one of the list's `names`."""
        week, title, above = self.field.week, self.field.title_field, region.pieces[at - 1]
        keys = keys_of(table.titles)
        is_by_week = week is not None and not week.own_keys.isdisjoint(keys[0])
        held = (use.name for _, use in map_columns(self.field, table.titles))
        return is_by_week and not names.isdisjoint(above.keys) and title is not None and title.name in held

    def is_told_by(self, table: Table, region: Region, at: int) -> bool:
        """Whether the rows of the table at that piece are weeks of the plan.

        It has a column for what is done, and one for the week, the first of all or called so. Where it does not say as
        well which bet that is for, nothing else may own it. A rep in each row may be told without its week, where the
        row says whose it is, or what somebody else gives to it.
        """
        week, title = self.field.week, self.field.title_field
        keys = keys_of(table.titles)
        every, heads = set(chain(*keys)), keys[1:2] if _OF_PHASES.intersection(*keys[:1]) else keys[:1]
        is_by_week = week is not None and (week.own_keys.intersection(*heads) or ONE_WEEK & every)
        names = {use.name for _, use in map_columns(self.field, table.titles)} if title else set()
        is_of_plan = _OF_A_PLAN & every or (_HYPOTHESIS & every and not names & {"minutes", "weeks"})
        is_by_rep = bool(_ONE_REP & every and not is_of_plan) or self.is_named(region, at)
        if not title or not (is_by_week or is_by_rep):
            return False
        says_whose = any(bound.reference and bound.name in names for bound in self.field.fields.values())
        if title.name not in names or not (is_by_week or says_whose or "commitment" in names):
            return False
        if says_whose:
            return True
        return not self.is_spoken(region) and (
            self.is_open(region, at) or (bool(is_by_week) and not self.names_bets(region))
        )

    def names_bets(self, region: Region) -> bool:
        """Whether headings or bold lines tell whose weeks stand below: not those in words like `Done`, `To do`."""
        return any(SectionHeads(self.extraction, bound, region).find([*region.indexes]) for bound in self.others)

    def crossed(self, table: Table, region: Region, at: int) -> Crossed | None:
        """What reads the table at that piece, if it has the weeks one way and bets, or what is done, the other way.

        One whose columns are weeks and that is of no bet stands right in the object, or below one of the list's names.
        """
        told = Crossed(self, table)
        is_of_bets = any(column.bet for column in told.columns.values())
        if told.is_turned and not is_of_bets and (not self.is_open(region, at) or self.is_spoken(region)):
            return None
        return told if told.columns and not self.is_of_checkpoints(region, at) else None

    def is_of_checkpoints(self, region: Region, at: int) -> bool:
        """Whether the table at that piece stands right below the name of what is looked at on the way."""
        keys = region.pieces[at - 1].keys if at > region.first else ()
        uses = [(bound, use) for bound in self.others for key in keys for use in bound.by_key.get(key, ())]
        return any(bound.fields[use.name].falls_due for bound, use in uses)

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
        """Whether records of another list are told in the `region`, in sections or in a table."""
        tables = [table for piece in region.inside if (table := piece.table)]
        told = (
            turned_rows(bound, table) or holds_all(bound, table.titles) for bound in self.others for table in tables
        )
        if self.is_spoken(region) or any(told) or any(self.heads_bets(bound, region) for bound in self.others):
            return True
        items = [piece.pieces for piece in region.inside if piece.role is Role.ITEM and piece.pieces]
        return any(sum(is_named(bound, inside) for inside in items) >= FEWEST for bound in self.others)

    def heads_bets(self, bound: Binding, region: Region) -> bool:
        """Whether several pieces head a record each by what it is for: `### Frame first`, `**For “Say no”**`."""
        heads = SectionHeads(self.extraction, bound, region).find([*region.indexes]) if bound.title_is_reference else []
        return len(heads) >= FEWEST

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


@cache
def _timeline_names(holder: Holder, weekly: Binding) -> frozenset[str]:
    """The names of the list that are none of what stands inside the plans of single bets."""
    others = (bound for bound in holder.lists.values() if bound is not weekly and bound.nouns)
    return weekly.own_keys.difference(*(bound.by_key for bound in others))


@cache
def told_once(holder: Holder, weekly: Binding) -> Holder:
    """The same without other lists whose records are headed by a noun, such as plans of one bet each."""
    return holder.only(name for name, bound in beside(holder, weekly).fields.items() if not bound.nouns)
