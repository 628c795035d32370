"""Rows of a table that are one text each: what is counted, with where it stands and what it is to come to."""

from __future__ import annotations

from collections.abc import Container

from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import is_nothing, is_placeholder, plain, plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table
from pmcoach_lint.tuples import NamedTuple

WHOSE = frozenset({"bet", "growth bet"})
"""What heads the column that tells which bet a row is about."""

_NUMBERS = frozenset({"", "id", "no", "nr", "ref"})
"""What heads a column that numbers the rows: `#` has no key."""

NUMBER = regex(r"\W*[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,2})?\W*")
"""What is in the cell of a column that only numbers the rows: `3.`, `QW1`."""

_SHORT = regex(r"[A-Z]{0,2}-?\d{1,2}|[A-H]")
"""What stands for a bet in its column: `2`, `B1`, `A`."""


class WholeRow(NamedTuple):
    """A row as one text, and where in the document it stands."""

    text: str
    span: Span


def whole_row(table: Table, cells: list[Span], own: int, elsewhere: Container[str]) -> WholeRow | None:
    """What a row tells, whose text is in the column `own`: `Bet 2: options per brief (Baseline: 1; Target: 3)`.

    None where no other column tells more, or that one tells nothing. Columns whose key is among those `elsewhere` tell
    of something else, and numbers in front of nothing.
    """
    said = [plain_at(table.text, cell) for cell in cells]
    if own >= len(said) or not _tells(said[own]):
        return None
    titles = [plain(title) for title in table.titles[: len(said)]]
    columns = [
        (at, title)
        for at, title in enumerate(titles)
        if at == own
        or (_tells(said[at]) and name_key(title) not in elsewhere and not _is_number(title, said[at], at < own))
    ]
    whose = {at: title for at, title in columns if _is_whose(title) or (not title and at < own)}
    more = [f"{title}: {said[at]}" for at, title in columns if at != own and title and at not in whose]
    if not whose and not more:
        return None
    before = "".join(f"{_whose(title, said[at])}: " for at, title in whose.items())
    behind = f" ({'; '.join(more)})" if more else ""
    return WholeRow(f"{before}{said[own]}{behind}", (cells[columns[0][0]][0], cells[columns[-1][0]][1]))


def are_short(table: Table, rows: list[list[Span]]) -> bool:
    """Whether the first cells of all `rows` stand for a bet each: `A`, `2`."""
    return all(len(cells) > 1 and _SHORT.fullmatch(plain_at(table.text, cells[0])) for cells in rows)


def _is_number(title: str, said: str, is_in_front: bool) -> bool:
    """Whether a cell only numbers its row."""
    return is_in_front and bool(title) and name_key(title) in _NUMBERS and NUMBER.fullmatch(said) is not None


def _tells(said: str) -> bool:
    return not is_nothing(said) and not is_placeholder(said)


def _is_whose(title: str) -> bool:
    return name_key(title) in WHOSE


def _whose(title: str, said: str) -> str:
    return f"{title} {said}".lstrip() if _SHORT.fullmatch(said) else said
