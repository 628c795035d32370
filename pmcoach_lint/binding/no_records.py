"""What stands beside the records of a list or a table: what introduces them, their total, a remark in a row."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.dates import DAY
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_TOTAL = regex(r"[\s|*_]*(?:total|sum|overall)\b[*_ ]*(?:[|:=(–—-]|\d)", near="total sum overall")
_FIRST_LETTERS = frozenset("tso")
_REMARK = regex(r"(?P<mark>[*_]{0,2})(?:\(.*\)|(?<=[*_])[^|*_]+)(?P=mark)")

_BEGINNING = 20
"""Within so many signs an item that tells of one of a few kinds names it."""

_WORDS = 4
"""Names of kinds have fewer words."""

_TIMED = frozenset({"minutes", "week", "date"})
_WHEN = regex(rf"\b(?:w(?:ee)?ks?\.?\s?\d|{DAY})", re.IGNORECASE)


def introduces(text: str, field: Binding, span: Span, below: list[Piece]) -> bool:
    """Whether the text at `span` behind the name of a list only introduces the records that stand `below`.

    So it does above a table, and where records are told with their time and the text is not: `Agenda: 45 minutes in
    all` above `- Wins (5)`, `Artifact reviews: every second week` above `- Week 2: two briefs`.
    """
    if any(piece.table for piece in below):
        return True
    if not any(piece.role is Role.ITEM for piece in below) or field.holders.keys().isdisjoint(_TIMED):
        return False
    return "minutes" in field.holders or not _WHEN.search(text, *span)


def tells_none(text: str, field: Binding, items: list[Piece]) -> bool:
    """Whether no item of a list names a record that goes by one of a few words: `about half goes on specs`."""
    words = field.title_field.words if field.title_field else None
    return bool(items) and bool(words) and not any(_begins_with(text, words or {}, item) for item in items)


def _begins_with(text: str, words: dict[str, Any], item: Piece) -> bool:
    """Whether one of the words stands among the first ones of an item, or is what is left to fill in there."""
    own = text[slice(*item.text)]
    first = name_key(own[:_BEGINNING]).split()
    return "[" in own or any(
        " ".join(first[begin:end]) in words for begin in range(len(first)) for end in range(begin + 1, begin + _WORDS)
    )


def without_total(text: str, field: Binding, spans: list[Span]) -> list[Span]:
    """The records that stand at `spans` without a last one that is what they add up to: `| **Total** | 45 |`.

    A calculation in money keeps its total, which is checked.
    """
    last = text[slice(*spans[-1])].lower() if spans else ""
    if last.lstrip("| *_")[:1] not in _FIRST_LETTERS or not _TOTAL.match(last):
        return spans
    return spans if any(bound.reader == "money" for bound in field.fields.values()) else spans[:-1]


def is_remark(text: str, cells: list[Span]) -> bool:
    """Whether a row holds nothing but a remark in brackets or italics: `| _(first entry in week 1)_ | | |`."""
    said = [cell for cell in cells if cell[0] < cell[1]]
    return len(said) == 1 < len(cells) and _REMARK.fullmatch(text, *said[0]) is not None
