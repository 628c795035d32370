"""Stretches of time that are no days: a month, a quarter, a year."""

from __future__ import annotations

import re

from pmcoach_lint.readers.dates import MONTH
from pmcoach_lint.regex import regex

_SPELL = (
    rf"(?:(?:early|mid|late|since)[\s-]+)?"
    rf"(?:\d{{4}}-\d\d|(?:(?:{MONTH}|q[1-4]|h[12])\.?,?\s?)?(?:\d{{4}}|['’]\d\d)|{MONTH})"
)
_SPELLS = regex(rf"{_SPELL}(?:\s?(?:[–-]|to|until|and|,)\s?{_SPELL})?", re.IGNORECASE)
"""Months, quarters or years: `2026-08`, `May – November 2026`, `Q1 2026`."""


def is_spell(text: str) -> bool:
    """Whether a text tells months, quarters or years and no day: `2026-08`, `May – November 2026`."""
    return _SPELLS.fullmatch(text.strip(" .")) is not None
