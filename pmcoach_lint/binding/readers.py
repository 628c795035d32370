"""The named readers of values: what people write in a cell or after a label, taken as data.

A schema names one with `x-read`. A reader gets the text, trimmed and without emphasis, and returns the value, or
raises `Unreadable` with the words for the author. It never guesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from pmcoach_lint.binding.bloom import DEFAULT_EDITION, LADDERS, WORDS
from pmcoach_lint.binding.dates import DateProblem, parse_date
from pmcoach_lint.binding.names import name_keys, nearest


class Context(NamedTuple):
    """What a reader may need to know of the document: the Bloom edition, the cycle's first day (ISO) and its weeks."""

    edition: int = DEFAULT_EDITION
    start: str | None = None
    weeks: int | None = None


class Unreadable(Exception):
    """A value that cannot be read: the `rule` that says so, message and hint, and the text that was likely meant."""

    def __init__(self, rule: str, message: str, hint: str, *, instead: str | None = None) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint
        self.instead = instead


LONGEST_CYCLE = 12
"""Weeks; the longest coaching cycle (`coaching-pms.md`: 4 to 12 weeks)."""

Reader = Callable[[str, Context], Any]

_ARROW = re.compile(r"\s*(?:-{1,2}>|=>|→|⇒|➜|➔|⟶|\bto\b)\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_LEVEL_NUMBER = re.compile(r"\b(?:l|level)?\s*([1-9])\b", re.IGNORECASE)
_UNKNOWN = {
    "unknown",
    "not assessed",
    "not yet assessed",
    "not yet known",
    "unclear",
    "not observed",
    "no evidence yet",
}
_NUMBER = r"\d+(?:[.,]\d+)?"
_DASH = r"\s*(?:-|–|—|to|until|through)\s*"


def read_level(text: str, context: Context) -> str:
    """A Bloom level, as verb, noun, -ing form or number: `Apply`, `Application`, `Applying (3)`, `L3`.

    Returns the level's verb, or `unknown` where the author says that it is not known.
    """
    bare = _BRACKETS.sub(" ", text).strip() or text.strip("() ")
    folded = " ".join(bare.casefold().split()).strip(" .?!")
    if folded in _UNKNOWN or not folded:
        return "unknown"
    words = [word.casefold() for word in _WORD.findall(bare)]
    levels = list(dict.fromkeys(WORDS[word] for word in words if word in WORDS))
    if len(levels) == 1:
        return levels[0]
    if len(levels) > 1:
        raise Unreadable(
            "not-a-level",
            f"“{text}” names {len(levels)} levels: {' and '.join(levels)}.",
            "Write the one level that the evidence shows.",
        )
    number = _LEVEL_NUMBER.search(bare)
    if number and not set(words) - {"l", "level"}:
        rung = int(number.group(1))
        if rung <= 6:
            return LADDERS[context.edition][rung - 1]
    raise _no_level(text, words, context)


def _no_level(text: str, words: list[str], context: Context) -> Unreadable:
    ladder = LADDERS[context.edition]
    close = next((near for word in words if (near := nearest(word, WORDS, cutoff=0.75))), None)
    meant = WORDS[close] if close else None
    question = f" Did you mean “{meant}”?" if meant else ""
    hint = f"The levels, from the lowest up, are {', '.join(ladder)}."
    return Unreadable("not-a-level", f"“{text}” is not a Bloom level.{question}", hint, instead=meant)


def read_level_change(text: str, context: Context) -> dict[str, str]:
    """A step up the ladder: `Apply → Analyze`, `Application --> Analysis`, `Apply to Analyze`, `Analysis (maintain)`.

    Returns the levels `from` and `to`, which are the same where a level is to be kept.
    """
    sides = [side for side in _ARROW.split(_BRACKETS.sub(" ", text)) if side.strip()]
    if len(sides) > 2:
        message = f"“{text}” goes over {len(sides)} levels."
        raise Unreadable("not-a-level", message, "Write the current and the target level: Apply → Analyze.")
    levels = [read_level(side.strip(), context) for side in sides or [text]]
    return {"from": levels[0], "to": levels[-1]}


def read_date(text: str, _context: Context) -> str:
    """A day: `2026-10-05`, `Mon 2026-10-05`, `5 October 2026`, `Oct 5, 2026`. Returns it in ISO form."""
    try:
        return parse_date(text).isoformat()
    except DateProblem as problem:
        raise Unreadable(problem.rule, problem.message, problem.hint, instead=problem.instead) from problem


_WEEKS = re.compile(
    rf"(?:weeks?|wks?|w)?\.?\s*(?P<first>\d{{1,3}})(?:{_DASH}(?:weeks?|wks?|w)?\.?\s*(?P<last>\d{{1,3}}))?",
    re.IGNORECASE,
)
_SPAN_OF_WEEKS = re.compile(r"(?P<last>\d{1,3})\s*-?\s*(?:weeks?|wks?)", re.IGNORECASE)
_DATES = re.compile(r"(?P<first>.*\d{4}\S*)\s*(?:–|—|→|\bto\b|\buntil\b|\s-\s)\s*(?P<last>\S.*\d{4})")


def read_weeks(text: str, context: Context) -> dict[str, int]:
    """Weeks of the cycle: `Weeks 1–8`, `W1-W4`, `Week 3`, `8 weeks`, or two dates. Returns `from` and `to`."""
    bare = _BRACKETS.sub("", text).strip(" .")
    if match := _SPAN_OF_WEEKS.fullmatch(bare):
        return {"from": 1, "to": int(match.group("last"))}
    if match := _WEEKS.fullmatch(bare):
        first = int(match.group("first"))
        last = int(match.group("last") or first)
        if first > last:
            message = f"“{text}” runs backwards."
            raise Unreadable("unreadable-value", message, f"Did you mean weeks {last}–{first}?")
        return {"from": first, "to": last}
    if bare.casefold() in {"weekly", "every week", "all weeks", "whole cycle", "all"}:
        return {"from": 1, "to": context.weeks or LONGEST_CYCLE}
    if (match := _DATES.fullmatch(bare)) and context.start:
        return {
            side: _week_of(match.group(group), context.start) for side, group in (("from", "first"), ("to", "last"))
        }
    raise Unreadable("unreadable-value", f"“{text}” names no weeks.", "Write them as Weeks 1–8, or Week 4.")


def _week_of(text: str, start: str) -> int:
    day = read_date(text, Context())
    days = (parse_date(day) - parse_date(start)).days
    return days // 7 + 1


def read_week(text: str, context: Context) -> int:
    """One week of the cycle: `Week 4`, `W4`, `4`."""
    weeks = read_weeks(text, context)
    if weeks["from"] != weeks["to"]:
        message = f"“{text}” names more than one week."
        raise Unreadable("unreadable-value", message, "Write one week: Week 4.")
    return weeks["from"]


_PER = re.compile(
    r"\s*(?:(?:per|a|an|each|every|/)\s*(?:week|session|1:1|rep|person|pm)|weekly|each)\s*$", re.IGNORECASE
)
_MINUTES = re.compile(
    rf"(?:~|≈|about|ca\.?|around|max\.?|up to)?\s*(?P<low>{_NUMBER})(?:{_DASH}(?P<high>{_NUMBER}))?"
    r"\s*(?P<unit>minutes?|mins?|m|′|'|hours?|hrs?|h)?\.?",
    re.IGNORECASE,
)
_HOURS_AND_MINUTES = re.compile(r"(\d+)\s*h(?:ours?|rs?)?\s*(?:and\s*)?(\d+)\s*(?:m(?:in(?:utes?)?)?)?", re.IGNORECASE)


def read_minutes(text: str, _context: Context) -> int | dict[str, int]:
    """A length of time: `45`, `45 min`, `1.5 hours`, `1 h 30`, `3 hours a week`, `30–90 min`.

    Returns minutes, or `from` and `to` in minutes.
    """
    bare = _PER.sub("", _BRACKETS.sub("", text)).strip(" .")
    if match := _HOURS_AND_MINUTES.fullmatch(bare):
        return int(match.group(1)) * 60 + int(match.group(2))
    match = _MINUTES.fullmatch(bare)
    if not match:
        hint = "Write minutes or hours: 45 min, or 1.5 hours."
        raise Unreadable("unreadable-value", f"“{text}” is no length of time.", hint)
    factor = 60 if (match.group("unit") or "").casefold().startswith("h") else 1
    low = round(_number(match.group("low")) * factor)
    if match.group("high") is None:
        return low
    return {"from": low, "to": round(_number(match.group("high")) * factor)}


_PERCENT = re.compile(rf"(?:~|≈|about|ca\.?)?\s*({_NUMBER})\s*(?:%|percent|per cent)?", re.IGNORECASE)


def read_percent(text: str, _context: Context) -> float:
    """A share: `40%`, `~40 %`, `40`. Returns the number."""
    match = _PERCENT.fullmatch(_BRACKETS.sub("", text).strip())
    if not match:
        raise Unreadable("unreadable-value", f"“{text}” is no percentage.", "Write a number with %: 40%.")
    return _number(match.group(1))


_AMOUNT = r"(?:\d{1,3}(?:[,  ’']\d{3})+|\d+)(?:\.\d+)?\s*[kKmM]?"
_CURRENCY = r"[$€£¥₹]|[A-Z]{2,3}\$|[A-Z]{3}"
_MONEY = re.compile(
    rf"(?:~|≈|about|ca\.?)?\s*(?P<before>{_CURRENCY})?\s*(?P<low>{_AMOUNT})"
    rf"(?:\s*(?:-|–|—|to)\s*(?:{_CURRENCY})?\s*(?P<high>{_AMOUNT}))?\s*(?P<after>{_CURRENCY})?"
    r"(?:\s*(?:/|per|an?\b|each)\s*(?P<per>hour|hr|h|day|week|month|mo|quarter|year|yr|project))?",
)
_PERIODS = {"hr": "hour", "h": "hour", "mo": "month", "yr": "year"}


def read_money(text: str, _context: Context) -> dict[str, Any]:
    """An amount of money: `$180/hour`, `€5,000–8,000 per month`, `12k USD`.

    Returns `from`, `to`, `currency` as it is written, and `per` (hour, day, week, month, ...) where it is given.
    """
    match = _MONEY.fullmatch(_BRACKETS.sub("", text).strip(" ."))
    currency = match and (match.group("before") or match.group("after"))
    if not match or not currency:
        hint = "Write a currency and an amount: $180/hour, or €5,000–8,000 per month."
        raise Unreadable("unreadable-value", f"“{text}” is no amount of money.", hint)
    low = _amount(match.group("low"))
    money: dict[str, Any] = {
        "from": low,
        "to": _amount(match.group("high") or match.group("low")),
        "currency": currency,
    }
    if period := match.group("per"):
        money["per"] = _PERIODS.get(period, period)
    return money


def _amount(text: str) -> float:
    factor = {"k": 1_000, "m": 1_000_000}.get(text[-1].lower(), 1)
    return float(re.sub(r"[^\d.]", "", text)) * factor


def _number(text: str) -> float:
    return float(text.replace(",", "."))


_ID = re.compile(r"[A-Z]{1,3}-?\d+(?:\.\d+)*")


def read_id(text: str, _context: Context) -> str:
    """A short identifier: `E1`, `B2`, `R1.2`. Returns it in upper case without brackets."""
    bare = text.strip("()[]#.: ").upper()
    if not _ID.fullmatch(bare):
        message = f"“{text}” is no id."
        raise Unreadable("unreadable-value", message, "Write a letter and a number: E1, B2, R1.2.")
    return bare


_CHECKED = {"x", "yes", "y", "done", "true", "✓", "✔", "✅", "☑", "[x]"}
_UNCHECKED = {"", "no", "n", "open", "false", "✗", "✘", "❌", "☐", "[ ]", "[]"}


def read_check(text: str, _context: Context) -> bool:
    """A check mark: `[x]`, `✓`, `yes`, or `[ ]`, `no`. A mark in front of a text counts."""
    folded = text.casefold().strip()
    mark = folded[:3] if folded.startswith("[") else folded
    if mark in _CHECKED or folded in _CHECKED:
        return True
    if mark in _UNCHECKED or folded in _UNCHECKED:
        return False
    raise Unreadable("unreadable-value", f"“{text}” is no check mark.", "Write [x] or [ ], or yes or no.")


def read_edition(text: str, _context: Context) -> int:
    """An edition of Bloom's taxonomy: `1956` or `2001`, `original` or `revised`."""
    folded = text.casefold()
    if "1956" in folded or folded == "original":
        return 1956
    if "2001" in folded or folded == "revised":
        return 2001
    message = f"“{text}” is no edition of Bloom's taxonomy."
    raise Unreadable("unknown-choice", message, "Write 1956 for the original, 2001 for the revised one.")


READERS: dict[str, Reader] = {
    "level": read_level,
    "level-change": read_level_change,
    "date": read_date,
    "week": read_week,
    "weeks": read_weeks,
    "minutes": read_minutes,
    "percent": read_percent,
    "money": read_money,
    "id": read_id,
    "check": read_check,
    "edition": read_edition,
}
"""All readers by the name that `x-read` uses."""


def read_value(reader: str, text: str, context: Context) -> Any:
    """The value that the reader of that name finds in `text`. Raises Unreadable."""
    value = _read_value(reader, text, context)
    return dict(value) if isinstance(value, dict) else value


@lru_cache(maxsize=4096)
def _read_value(reader: str, text: str, context: Context) -> Any:
    """Read what has not been read before: the same few levels, dates and lengths of time fill most cells."""
    return READERS[reader](text, context)


def read_choice(text: str, words: dict[str, Any], title: str) -> Any:
    """One of a fixed set of values, by any of its `words` (keys of names, see `name_key`).

    Raises Unreadable, naming the allowed ones, when `text` is none of them.
    """
    for key in name_keys(text):
        if key in words:
            return words[key]
    allowed = list(dict.fromkeys(str(value) for value in words.values()))
    near = nearest(text, [*words, *allowed])
    meant = (str(words[near]) if near in words else near) if near else None
    question = f" Did you mean “{meant}”?" if meant else ""
    hint = f"Write one of: {', '.join(allowed)}."
    raise Unreadable("unknown-choice", f"“{text}” is no {title}.{question}", hint, instead=meant)
