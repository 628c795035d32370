"""Reading a document's data without trust in its form: what is not there, or not as expected, is empty or None."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pmcoach_lint.checks.words import value_in
from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.site.prose import plain

_MOST = 1_000_000


def text(value: Any) -> str:
    """A text or number as plain text."""
    return plain(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def texts(value: Any) -> tuple[str, ...]:
    """The texts of a list."""
    return tuple(filter(None, map(text, value))) if isinstance(value, list) else ()


def number(value: Any) -> float | None:
    """A number that can be drawn and added up."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < _MOST else None


day = as_day
"""The day that a value is; None when it is none."""


def mapping(value: Any) -> Mapping[str, Any]:
    """A mapping, or an empty one."""
    return value if isinstance(value, dict) else {}


def records(value: Any) -> list[Mapping[str, Any]]:
    """The records of a list."""
    return [mapping(record) for record in value] if isinstance(value, list) else []


def inside(data: Mapping[str, Any], *path: str) -> Any:
    """What stands at `path`, or None."""
    return value_in(data, path)


def checked(value: Any) -> Iterator[bool]:
    """Of each record of a checklist, whether it is done."""
    return (record.get("done") is True for record in records(value))
