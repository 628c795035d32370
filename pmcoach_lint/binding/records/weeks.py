"""The weeks of a plan, and the reps in them, each told by a row, an item, a section or a cell."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import Region, Role, region_of
from pmcoach_lint.names import name_keys
from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

FEWEST = 2
"""Weeks that make a plan: one alone is a checkpoint, or a remark."""

ONE_WEEK = frozenset({"week", "wk", "w"})

_BET = r"(?:(?:growth\s+)?bets?\s+)?(?:[A-H]|B?\d{1,2})(?!\w)"
_BETS = (
    rf"(?:(?:growth\s+)?bets?\s+(?:[A-H]|B?\d{{1,2}})|B\d{{1,2}})(?!\w)(?:\s*(?:[,/+&]|\band\b)\s*{_BET})*"
    r"|(?:both|all)(?:\s+bets)?(?!\s*\w)"
)
WEEK_IN_FRONT = regex(
    r"[*_]{0,3}(?P<weeks>(?:weeks?|wks?|w)\.?\s?#?\d{1,2}(?:\s?(?:[–—-]|to)\s?(?:w(?:ee)?k?\s?)?\d{1,2})?)(?![\w.]*\d)"
    rf"(?:\s*\((?!{_BETS})[^()\n]*\))?[*_]{{0,3}}\s*(?:[:.·|–—-]+[*_]{{0,3}}(?:\s+|$)|(?=\s|$))\s*",
    re.IGNORECASE,
)
_DAY = rf"(?:{WEEKDAY}\.?,?\s)?(?:{DAY}|\d{{1,2}}\.\d{{1,2}}\.|\d{{1,2}}/\d{{1,2}})"
DAY_IN_FRONT = regex(
    rf"[*_]{{0,3}}(?P<weeks>(?P<day>{_DAY})(?:(?:\s?[–-]\s?|,\s|\s(?:and|to|&)\s)(?:{_DAY}|\d{{1,2}}\.?))*)[*_]{{0,3}}"
    r"(?:\s?:|\s(?:[–—-]|→))[*_]{0,3}\s+",
    re.IGNORECASE,
)
"""The first day of a week, or the days of several, in front of what is done then: `Dec 21, 28: off`."""

NUMBER_IN_FRONT = regex(
    rf"(?P<weeks>\d{{1,2}})(?:,?\s+\(?(?:(?:from|starts?|starting|w/c)\s)?{_DAY}\)?)?\s*(?::|[–—]|-(?=\s))\s+",
    re.IGNORECASE,
)
"""The number of a week, and its first day: `1, from 4 Jan: kick-off`."""

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
ANY_BET = regex(_BETS, re.IGNORECASE)


class WeekReader:
    """Reads the records of a list that are headed by weeks, or are the reps of one bet each, for an extraction."""

    def __init__(self, extraction: Extraction, holder: Holder, field: Binding) -> None:
        self.extraction = extraction
        self.text = extraction.text
        self.holder = holder
        self.field = field
        self.others = [bound for bound in holder.lists.values() if bound is not field and bound.nouns]

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
        if len(told) < FEWEST or not self.field.referring:
            return rows, region
        for index, match in told.items():
            at, piece = (*path, len(rows)), region.pieces[index]
            record = self.of_bet(match["bet"], match.span("bet"), at)
            self.extraction.values[at] = (piece.text[0], piece.end)
            self.extraction.records.head(self.field, (match.end(), piece.text[1]), record, at)
            rows.append(self.field.in_order(record))
        return rows, region.without(told)

    def of_bet(self, name: str, head: Span, path: Path) -> dict[str, Any]:
        """A record that says so far which bet it is for, as its column is headed."""
        bet = self.field.referring
        if bet is None:
            return {}
        self.extraction.values[(*path, bet.name)] = head
        return {bet.name: name}

    def sections(
        self, region: Region, heads: list[int], path: Path, earlier: list[Any] | None = None
    ) -> tuple[list[Any], Region]:
        """Read the weeks that are headed by the pieces at `heads`, in addition to those `earlier`."""
        pieces = region.pieces
        records: list[Any] = [*(earlier or [])]
        claimed: set[int] = set()
        for head, end in pairwise([*heads, region.last]):
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
        forms = (WEEK_IN_FRONT, DAY_IN_FRONT, NUMBER_IN_FRONT)
        week = next(filter(None, (form.match(self.text, *span) for form in forms)), None)
        start, end = (week.end() if week else span[0]), span[1]
        if week and self.field.week:
            weeks = week.span("weeks")
            if "day" in week.groupdict() and not self.extraction.can_parse(
                self.field.week, self.text[slice(*weeks)], Use(self.field.week.name)
            ):
                weeks = week.span("day")
            records.put(record, self.field.week, weeks, path)
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
def keys_of(titles: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The keys of the headers of a table."""
    return tuple(name_keys(plain(title)) for title in titles)


@cache
def beside(holder: Holder, weekly: Binding) -> Holder:
    """What else the object `holder` has beside its list `weekly`."""
    return holder.without((weekly.name,))
