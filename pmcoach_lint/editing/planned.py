"""Rows that were written down before anything was done: what is planned in them, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pmcoach_lint.editing.listed import DATE, Listed
from pmcoach_lint.editing.manner import STATUS
from pmcoach_lint.editing.proof import Refused
from pmcoach_lint.names import name_key
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.tables import Table

_BY_WHEN = regex(r"(?:due|by|until|till|deadline|target|planned)\b", re.IGNORECASE)
"""How the header of a column begins that says by when something is to be done, and not when it was."""

BOX = "[ ]"
"""The box of what is open."""

_OPEN = "open"
_NAMED = 3


def planned_day(listed: Listed, table: Table) -> str | None:
    """The header of the column in which a table has its days, where it says by when; None where it does not."""
    column = listed.columns_in(table).get(DATE)
    header = plain(table.titles[column]) if column is not None else ""
    return header if _BY_WHEN.match(header) else None


def planned_row(listed: Listed, told: Mapping[str, str], day: date | None = None) -> int | None:
    """The number of the row that plans, by the name that it has there, what is told to be done; None without.

    Of several the first one counts; before others those that are called so to the letter, and of these that of `day`.
    """
    title, bet = listed.binding.title_field, told.get("bet")
    done = told.get(title.name, "") if title else ""
    same = {number: name for number, name in _planned(listed) if done and name_key(name) == name_key(done)}

    def fits(number: int) -> tuple[bool, bool]:
        return same[number].casefold() == done.casefold(), listed.records[number].get(DATE) == f"{day}"

    return max((each for each in same if bet in (None, listed.records[each].get("bet"))), key=fits, default=None)


def not_when(listed: Listed, header: str) -> Refused:
    """The refusal of a new row in a table that has no column for the day on which something was done."""
    names = [f"“{name}”" for number, name in _planned(listed) if STATUS in listed.records[number]][:_NAMED]
    hint = "Add a column “Date”, or write the row by hand."
    if names:
        hint = f"Give --done as a row that is open calls it ({in_a_row(names, 'or')}) to fill that in. {hint}"
    return Refused(f"“{header}” is the day by which something is planned; no column says when it was done.", hint)


def _planned(listed: Listed) -> Iterator[tuple[int, str]]:
    """The rows that plan something, by their numbers, and what that is called."""
    title = listed.binding.title_field
    for number, record in enumerate(listed.records):
        table, box = listed.table(number), listed.span_of(number, STATUS)
        is_box = table is None and box is not None and listed.text.startswith(BOX, box[0])
        is_row = table is not None and (record.get(STATUS) == _OPEN or _has_no_status(listed, record, table))
        if title and title.name in record and (is_box or is_row):
            yield number, str(record[title.name])


def _has_no_status(listed: Listed, record: Mapping[str, Any], table: Table) -> bool:
    """Whether a row of a table that says by when things are planned does not say how it goes."""
    return STATUS not in record and planned_day(listed, table) is not None
