"""Columns that hold one value of a list each, and bear numbers: `Signal 1 | Signal 2 | Signal 3`."""

from __future__ import annotations

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Use
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import plain

_SECOND = "2"
_NUMBERS = "123456789"


def numbered_columns(binding: Holder, titles: tuple[str, ...]) -> list[tuple[int, Use]]:
    """The columns, two at least, that together tell a list of texts of `binding`, each with the field."""
    keys = [name_key(plain(title)) for title in titles] if any(_SECOND in title for title in titles) else []
    told: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        if key[-1:] in _NUMBERS and key[-2:-1] == " ":
            told.setdefault(key[:-2], []).append(index)
    return [
        (index, Use(name))
        for key, columns in told.items()
        if len(columns) > 1 and (name := _list_named(binding, key))
        for index in columns
    ]


def _list_named(binding: Holder, key: str) -> str | None:
    """The list of texts that bears a name, or that its words tell; None for anything else."""
    name = binding.by_key[key][0].name if key in binding.by_key else binding.told_by_clues(key)
    field = binding.fields[name] if name else None
    return name if field and field.kind == "list" and field.is_text else None
