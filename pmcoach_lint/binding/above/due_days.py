"""By when what an entry of a log wants is due, where a sentence tells it: `Send the notes by 25 Nov, owner pm-31`.

A day without its year lies near the entry's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.names import HANDLE
from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.registry import Context, said_by
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_BY = regex(
    rf"(?:\b(?:by|until|due(?:\s(?:on|by))?)\s+|[,(–—]\s*(?:on\s)?)(?P<day>(?:{WEEKDAY}\.?,?\s+)?{DAY})(?=\s*(?:[,;.()]|\Z))",
    re.IGNORECASE,
)
_OWNER = regex(rf"[,;(]\s*owner:?\s+(?P<who>{HANDLE}|[A-Z]{{2,4}})\b", re.IGNORECASE, near="owner")


def due_told(text: str, near: str) -> str | None:
    """The day (ISO) by which a text wants something, near that of what it belongs to; None where it tells none."""
    day = _BY.search(text)
    found = said_by("date", day["day"], Context(near=near)) if day and near else None
    return found if isinstance(found, str) else None


def tell_due_days(reading: Extraction, field: Binding, rows: list[dict[str, Any]]) -> None:
    """Put the days by which things are due, and who does them, into the `rows` of a log where sentences tell them."""
    for inner in field.lists.values():
        due, title = inner.holders.get("date"), inner.title_field
        if not field.day or not due or due.is_title or not title:
            continue
        for at, row in enumerate(rows):
            for number, action in enumerate(row.get(inner.name, ())):
                _tell(reading, inner, action, (field.name, at, inner.name, number), str(row.get(field.day.name, "")))


def _tell(reading: Extraction, inner: Binding, action: dict[str, Any], path: Path, near: str) -> None:
    """Put the day and the owner that the text of an action tells into it, where nothing else does."""
    due, title = inner.holders["date"], inner.title_field
    span = reading.values.get((*path, title.name)) if title else None
    if not span:
        return
    day = _BY.search(reading.text, *span) if due.name not in action else None
    value = said_by("date", day["day"], Context(near=near)) if day and near else None
    if day and value:
        action[due.name], reading.values[(*path, due.name)] = value, day.span("day")
    person = next((bound for bound in inner.fields.values() if bound.is_person), None)
    who = _OWNER.search(reading.text, *span) if person and person.name not in action else None
    if person and who:
        action[person.name], reading.values[(*path, person.name)] = who["who"], who.span("who")
