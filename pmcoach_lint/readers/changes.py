"""What changes from one thing to another: `team → executive`, `60% → 25%`."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.readers.amounts import read_percent
from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import regex

_ARROWS = r"(?:[-=]*|[–—─]*)>+|[→⇒➜➔⟶➡⟹➝↗»▸►]\ufe0f?"
ARROW = regex(rf"(?<!\s)\s*(?:{_ARROWS}|\bto\b)\s*", re.IGNORECASE)
"""What stands between the two sides of a change."""

_SIGN = regex(rf"(?<!\s)\s*(?:{_ARROWS})\s*")
_FEW_WORDS = r"[^\W\d_][\w-]*(?: [\w-]+){0,2}?"
_NOW_AND_THEN = regex(
    rf"({_FEW_WORDS}) (?:now|today|currently)[,;]? (?:and )?({_FEW_WORDS}) (?:by|until|from) [^,;.:]{{2,30}}",
    re.IGNORECASE,
)


def read_change(text: str, _context: Context) -> dict[str, str]:
    """What is and what is to be: `team → executive`, `team now, executive by May`. “to” alone is no sign of a change.

    Returns the texts `from` and `to`.
    """
    told = _NOW_AND_THEN.fullmatch(text.rstrip("."))
    sides = [side.strip() for side in (told.groups() if told else _SIGN.split(text))]
    if len(sides) != 2 or not all(sides):
        raise Unreadable("unreadable-value", f"“{text}” is no change.", "Write both sides: team → executive.")
    return dict(zip(("from", "to"), sides, strict=True))


def read_percent_change(text: str, context: Context) -> dict[str, Any]:
    """A share and what it is to become: `60% → 25%`, `60 to 25%`. Returns the numbers `from` and `to`."""
    sides = ARROW.split(text.strip())
    if len(sides) != 2 or not all(sides):
        raise Unreadable("unreadable-value", f"“{text}” is no change of a share.", "Write both: 60% → 25%.")
    return {"from": read_percent(sides[0], context), "to": read_percent(sides[1], context)}
