"""The named readers of values: what people write in a cell or after a label, taken as data.

A schema names one with `x-read`. A reader gets the text, trimmed and without emphasis, and returns the value, or
raises `Unreadable` with the words for the author. It never guesses. Where the schema has a `pattern` as well, that
says what is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pmcoach_lint.readers.amounts import read_change, read_multiplier, read_percent, read_percent_change
from pmcoach_lint.readers.choices import read_choice
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.durations import read_minutes, read_session_length
from pmcoach_lint.readers.level_changes import read_level_change
from pmcoach_lint.readers.levels import read_edition, read_level, read_practised_level
from pmcoach_lint.readers.money import find_hours, find_money, read_hours, read_money, with_period
from pmcoach_lint.readers.people import person_told, read_handle, read_visibility, role_beside, role_in_title, team_told
from pmcoach_lint.readers.spells import read_result
from pmcoach_lint.readers.spent import read_spent_hours, read_time_beside, read_time_spent
from pmcoach_lint.readers.times import read_months, read_when
from pmcoach_lint.readers.unreadable import Context, Unreadable, matched, without_brackets
from pmcoach_lint.readers.weeks import read_last_week, read_numbered_weeks, read_timeframe, read_week, read_weeks
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.meant import BOXES
from pmcoach_lint.syntax.source import Span

__all__ = ["FINDERS", "READERS", "Context", "Unreadable", "read_choice", "read_plain", "read_value"]

Reader = Callable[[str, Context], Any]


def read_date(text: str, context: Context) -> str:
    """A day: `2026-10-05`, `Mon 2026-10-05`, `5 October 2026`, `Oct 5`. Returns it in ISO form.

    In a document with a cycle a day needs no year.
    """
    return parse_date(text, context).isoformat()


def _cycle(text: str, context: Context) -> dict[str, Any]:
    """A cycle in one go: `10 weeks (30 Nov 2026 – 19 Feb 2027)`, `Dec 2026 to Feb 2027`."""
    from pmcoach_lint.readers.cycles import read_cycle  # noqa: PLC0415 - nearly all packs say start and weeks apart

    return read_cycle(text, context)


def _cycle_end(text: str, context: Context) -> dict[str, Any]:
    """The last day of a cycle of which the first one is known."""
    return _cycle(f"until {text}", context)


def _role(text: str, _context: Context) -> str:
    """What a person is, told behind the handle: `pm-12 (Senior PM)`."""
    hint = "Write it behind the handle: pm-12 (Senior PM)."
    return _found(role_beside(text), f"“{text}” does not say what somebody is.", hint)


def _team(text: str, _context: Context) -> str:
    """What a person works on, told behind what that person is: `pm-12 is a Senior PM on Search`."""
    hint = "Write it behind the role: pm-12 is a Senior PM on Search."
    return _found(team_told(text), f"“{text}” tells no team.", hint)


def _person(text: str, _context: Context) -> str:
    """The handle of the only person whom a title names: `Coaching pack: pm-12, Search`."""
    return _found(person_told(text), f"“{text}” does not name one person.", "Write the handle: pm-12.")


def _titled_role(text: str, _context: Context) -> str:
    """What the person is whom a title is about: `Coaching plan: Senior PM, Search`."""
    return _found(role_in_title(text), f"“{text}” tells no role.", "Write it: Coaching plan: Senior PM, Search.")


def _found(said: str | None, message: str, hint: str) -> str:
    """What a text says. Raises Unreadable where it does not say it."""
    if said is None:
        raise Unreadable(message, hint)
    return said


_ID = regex(r"[A-Z]{0,3}-?\d{1,6}(?:\.\d{1,6}){0,4}")
_LETTERED = regex(r"[A-Za-z]?\d{1,2}[a-z]")
"""A number with a letter behind it, as those write who number within a number: `1a`, `R2b`."""

_LETTERS = regex(r"[A-Z]{1,4}")
"""A short form of a name that serves as an id: `PC` for platform insight."""


def read_id(text: str, _context: Context) -> str:
    """A short identifier: `E1`, `B2`, `R1.2`, `1a`, a number alone, or capital letters. Returns it without brackets."""
    bare = text.strip("()[]#.: ")
    if (_LETTERS if bare.isalpha() else _LETTERED).fullmatch(bare):
        return bare
    bare = bare.upper()
    return matched(_ID, bare, "no id", "Write a letter and a number: E1, B2, R1.2.", text).group()


_BET = regex(
    r"[*_]*(?P<bet>(?:(?:growth\s+)?bet\s*#?|b-?)(?:\d{1,2}|(?<=t\s)[A-H]))\b"
    r"(?:\s*\(.*\)|\s*[:–—-]\s.*|\s+(?:level|bloom|plan(?:ned)?|target|actual|measure|result|now)\b.*)?[*_:]*",
    re.IGNORECASE | re.DOTALL,
)


def read_bet(text: str, _context: Context) -> str:
    """A bet by its number or id, as columns are headed and levels labelled: `Bet 1 level`, `B2`, `Bet A (framing)`."""
    return matched(_BET, text.strip(), "no bet", "Write its number or its id: Bet 1, B2.", text)["bet"]


_ORDINAL = regex(r"(?:phase|step|part|number|no|nr)?\.?\s*#?\s*(\d{1,4})\s*[.):]?", re.IGNORECASE)


def read_ordinal(text: str, _context: Context) -> int:
    """A place in an order: `1`, `2.`, `#3`, `Phase 4`. Returns the number."""
    bare = without_brackets(text) or text.strip("() ")
    return int(matched(_ORDINAL, bare, "no number in an order", "Write a whole number: 1, 2, 3.", text)[1])


_RATING = regex(r"(\d+)\s*(?:(?:/|of|out of)\s*5)?(?:\s*[(–—:,;-].*)?", re.DOTALL)


def read_rating(text: str, _context: Context) -> int:
    """A score: `4`, `4/5`, `4 of 5`, with or without a remark behind it. Returns the number."""
    bare = without_brackets(text) or text.strip("() ")
    return int(matched(_RATING, bare, "no score", "Write a whole number from 1 to 5.", text)[1])


_MARK = regex(rf"\[[ x]?\]|[{BOXES}]")
_REMARK = regex(r"\s*\([^()]*\)$")
_CHECKED = {"x", "yes", "y", "done", "true", "[x]"} | set("✓✔✅☑")
_OPEN = {"", "no", "n", "not yet", "open", "pending", "in progress", "partly", "false", "[]"}
_OPEN |= {"partially", "half", "mostly", "nearly", "started", "not started", "planned", "ongoing", "to do", "todo"}
_UNCHECKED = _OPEN | set(BOXES) - _CHECKED


def read_check(text: str, _context: Context) -> bool:
    """A check mark: `[x]`, `✓`, `yes`, or `[ ]`, `no`, with or without a remark. A mark in front of a text counts."""
    folded = text.casefold().strip(" .")
    mark = _MARK.match(folded)
    for form in (folded, mark.group().replace(" ", "") if mark else _REMARK.sub("", folded)):
        if form in _CHECKED:
            return True
        if form in _UNCHECKED:
            return False
    if len(text.split()) > 1:
        hint = "Write [x] or [ ] in front of it, or yes or no."
        raise Unreadable(f"“{text}” does not say whether it is done.", hint, rule="told-in-sentences")
    raise Unreadable(f"“{text}” is no check mark.", "Write [x] or [ ], or yes or no.")


READERS: dict[str, Reader] = {
    "handle": read_handle,
    "role": _role,
    "team": _team,
    "named-person": _person,
    "titled-role": _titled_role,
    "cycle": _cycle,
    "cycle-end": _cycle_end,
    "level": read_level,
    "level-change": read_level_change,
    "practised-level": read_practised_level,
    "change": read_change,
    "percent-change": read_percent_change,
    "date": read_date,
    "week": read_week,
    "weeks": read_weeks,
    "numbered-weeks": read_numbered_weeks,
    "last-week": read_last_week,
    "timeframe": read_timeframe,
    "months": read_months,
    "when": read_when,
    "minutes": read_minutes,
    "spent-hours": read_spent_hours,
    "time-spent": read_time_spent,
    "time-beside": read_time_beside,
    "session-length": read_session_length,
    "percent": read_percent,
    "multiplier": read_multiplier,
    "money": read_money,
    "hours": read_hours,
    "id": read_id,
    "bet": read_bet,
    "ordinal": read_ordinal,
    "rating": read_rating,
    "check": read_check,
    "edition": read_edition,
    "visibility": read_visibility,
    "result": read_result,
}
"""All readers by the name that `x-read` uses."""

FINDERS: dict[str, Callable[[str], list[tuple[Span, Any]]]] = {"money": find_money, "hours": find_hours}
"""The readers whose values can be told from the text around them, wherever they stand in it."""

COMPLETED: dict[str | None, Callable[[Any, str], Any]] = {"money": with_period}
"""The readers whose values the name in front of them may complete: `Monthly fee`."""


_BY_CYCLE = frozenset({"date", "week", "weeks", "numbered-weeks", "last-week", "timeframe", "cycle", "cycle-end"})
_BY_LADDER = frozenset({"level", "level-change", "practised-level"})
_BY_PEOPLE = frozenset({"person", "visibility"})


def narrowed(reader: str | None, context: Context) -> Context:
    """What the reader looks at of the `context`, so that what it has read in one document is known in another."""
    if reader in _BY_CYCLE:
        return context
    if reader in _BY_LADDER:
        return _of_ladder(context.edition, context.short)
    return Context(people=context.people) if context.people and reader in _BY_PEOPLE else _ANY


_ANY = Context()


@lru_cache(maxsize=64)
def _of_ladder(edition: int, short: tuple[tuple[str, str], ...]) -> Context:
    return Context(edition, short=short)


def read_value(reader: str, text: str, context: Context) -> Any:
    """The value that the reader of that name finds in `text`. Raises Unreadable."""
    value = remembered(reader, text, narrowed(reader, context))
    return dict(value) if type(value) is dict else value


def said_by(reader: str | None, text: str, context: Context) -> Any:
    """The same; None where the reader finds none, or is none."""
    try:
        return read_value(reader, text, context) if reader else None
    except Unreadable:
        return None


@lru_cache(maxsize=4096)
def remembered(reader: str, text: str, context: Context) -> Any:
    """The same for a `narrowed` context and a value that may be shared: the same few fill most cells."""
    return READERS[reader](text, context)


_PLAIN_NUMBER = regex(r"[-+]?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,15})?")


def read_plain(text: str, kind: str) -> Any:
    """A whole number, a number, or yes or no, where a schema wants one and names no reader.

    Any other text stays as it is: the schema then says what it should be.
    """
    if kind == "boolean":
        try:
            return read_check(text, Context())
        except Unreadable:
            return text
    if not _PLAIN_NUMBER.fullmatch(text):
        return text
    number = float(text.replace(",", ""))
    return int(number) if number.is_integer() else number
