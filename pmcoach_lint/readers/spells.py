"""What stands in a value's stead: of a day what comes back, of a level that it stays, of an amount another figure."""

from __future__ import annotations

import re

from pmcoach_lint.readers.calendar import DAY, MONTH, WEEKDAY
from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import regex

_PENDING = regex(
    r"[\W_]*(?:(?:not|none|nothing)(?: yet)?(?: (?:started|begun|done|held|due|decided|known|planned))?(?: yet)?"
    r"|planned|pending|scheduled|upcoming|open|waiting|to[ -]?(?:do|come|follow|be (?:done|held|decided|planned))"
    r"|tb[acd]|todo|in progress|in preparation|ongoing|on-?going|under ?way|started|future|later|next)?[\W_]*",
    re.IGNORECASE,
)
"""Words and pictures of what is still to come: `⚪ Planned`, `Not started`, `TBD`, `⏳`."""

_DONE = regex(r"[✅✓✔☑👍🟢🔴❌✗✘🎉🏁]")
"""Pictures that alone tell how it went."""

_LONGEST = 40


def is_pending(text: str) -> bool:
    """Whether a text says no more than that something is still to come: `⚪ Planned`, `not yet`, `TBD`."""
    return len(text) <= _LONGEST and _PENDING.fullmatch(text) is not None and not _DONE.search(text)


def read_result(text: str, _context: Context) -> str:
    """What came of something, in its author's words. Raises Unreadable where that is still to come."""
    if is_pending(text):
        raise Unreadable(f"“{text}” tells no result.", "Write what came of it.")
    return text


_SPELL = (
    rf"(?:(?:early|mid|late|since)[\s-]+)?"
    rf"(?:\d{{4}}-\d\d|(?:q[1-4]|h[12]|0?[1-9]|1[0-2])\s?/\s?\d{{4}}|(?:(?:{MONTH}|q[1-4]|h[12])\.?,?\s?)?(?:\d{{4}}|['’]\d\d)|{MONTH})"
)
_SPELLS = regex(
    rf"{_SPELL}(?:\s?(?:[–-]|to|until|and|,)\s?{_SPELL})?(?:\s*\([^()]*\)|\s+(?:to date|so far))?", re.IGNORECASE
)
"""Months, quarters or years, with or without a remark: `2026-08`, `May – November 2026`, `Q1 2026 (from February)`."""

_RECURRING = regex(
    rf"(?:(?:bi-?|semi-?)?(?:daily|weekly|monthly|quarterly)|fortnightly|ongoing|on-?going|continuous(?:ly)?|rolling"
    rf"|recurring|standing|always|throughout|regularly|(?:as|when|if|where) needed|ad[ -]hoc|any ?time|open|whole cycle"
    rf"|(?:every|each|once|twice|(?:\d|two|three)\s?(?:x|×|times))\s.*|(?:per|before|after|at|with|within)\s(?!\d).*"
    rf"|(?:{WEEKDAY})s\b.*|(?:{WEEKDAY})\W{{1,3}}(?:(?:bi-?)?weekly|fortnightly|monthly))(?:[\s,;:(–—-]\D*)?",
    re.IGNORECASE,
)
"""What comes back, or goes on: `weekly`, `each Friday`, `per change`, `ongoing`."""


_STAYS = regex(
    r"[(=≈→\s]*(?:(?:maintain(?:ed)?|keep|kept|hold|stays?|sustain(?:ed)?|same|steady|unchanged|as (?:is|now|today)"
    r"|no (?:change|target|goal|move)|not (?:a focus|in focus|a bet|targeted|this (?:cycle|time|round|quarter))"
    r"|next cycle|later|parked)(?:\s(?:it|this|that|level|as is|where it is|for now|this cycle|here))?|=)[.)\s]*",
    re.IGNORECASE,
)
"""What says that a level is not to change in this cycle: `maintain`, `(keep)`, `not this cycle`."""


def stays(text: str) -> bool:
    """Whether a text says, in the stead of a level to reach, that it stays as it is."""
    return _STAYS.fullmatch(text) is not None


def tells_months(text: str) -> bool:
    """Whether a text tells months, quarters or years, and no day: `May – November 2026`, `August (from the 24th)`."""
    return _SPELLS.fullmatch(text.strip(" .")) is not None


_FROM_THEN_ON = regex(
    rf"(?:(?:from|as of|starting)\s)?(?:{WEEKDAY}\.?,?\s)?(?:{DAY}|\d{{1,2}}[/.-]\d{{1,2}}\.?)"
    r"\s?(?:\+|on|onwards?|and (?:on|later|onwards?))\.?",
    re.IGNORECASE,
    near="on later +",
)
"""A day from which something goes on: `4 Jan onwards`, `from 01-04 on`."""


_TIME = regex(rf"\b(?:{DAY}|(?:{MONTH})\b\.?,?\s?\d{{4}})", re.IGNORECASE)
_LONGEST_SPELL = 60
"""In so many signs several days or months are a stretch of time: `24 Sep (raised) → 8 Oct (decided)`."""


def is_spell(text: str) -> bool:
    """Whether a text tells months, quarters, years, or what comes back or goes on, and no day: `weekly`."""
    bare = text.strip(" .")
    if any(form.fullmatch(bare) for form in (_SPELLS, _RECURRING, _FROM_THEN_ON)):
        return True
    return len(bare) <= _LONGEST_SPELL and " or " not in bare and len(_TIME.findall(bare)) > 1


_MEASURE = regex(
    r"(?:[~≈<>≤≥]=?|about|around|roughly|over|at least|ca\.?|c\.)?\s*[+-]?\d[\d.,]*(?:\s?[–-]\s?\d[\d.,]*)?\s?"
    r"(?:x|×|%|times|percent|points?|pp|(?::|to)\s?\d[\d.,]*|(?:hours|days|weeks|months|years|sprints)(?:\s\w+)?)\.?",
    re.IGNORECASE,
)


def is_measure(text: str) -> bool:
    """Whether a text tells another figure than an amount of money: `≈ 5.3x`, `1:5`, `12 %`, `6 weeks`."""
    return _MEASURE.fullmatch(text.strip()) is not None
