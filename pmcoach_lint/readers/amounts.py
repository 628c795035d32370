"""Shares and multipliers, as people write them, and what changes from one thing to another."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.readers.calendar import SHORT_MONTH
from pmcoach_lint.readers.unreadable import (
    ABOUT,
    NUMBER,
    Context,
    Unreadable,
    bared,
    forwards,
    matched,
    number,
    without_brackets,
)
from pmcoach_lint.regex import regex

_SHARE = r"\s*(?:%|％|pct\.?|percent|per cent)"
_OTHERWISE = r"(?:more|less|fewer|up|down|higher|lower|better|worse|above|below|over|under|points?|to|growth)\b"
"""What follows on a share that is a difference, or a range."""

_PERCENT = regex(
    rf"{ABOUT}({NUMBER})(?:{_SHARE}?|{_SHARE}(?:\s*[,;]\s*|\s+(?!{_OTHERWISE}))(?P<remark>[^\d%→⇒➜>]*))",
    re.IGNORECASE,
)
_SHARES = regex(rf"{ABOUT}{NUMBER}{_SHARE}?\s*(?:[-–—]|\bto\b)\s*{NUMBER}{_SHARE}", re.IGNORECASE)
_ARROWS = "|".join((r"(?:[-=]*|[–—─]*)>+", *(rf"{signs}\ufe0f?" for signs in ("[→↗]", "[⇒➔-➾]", "[»⟶-⟹]", "[▸-►]"))))
"""Arrows by their shapes; each set is of two runs of signs at most, for which Python needs no map (see `regex`)."""

ARROW = regex(rf"(?<!\s)\s*(?:{_ARROWS}|\bto\b)\s*", re.IGNORECASE)
"""What stands between the two sides of a change."""

_SIGN = regex(rf"(?<!\s)\s*(?:{_ARROWS})\s*")
_FEW_WORDS = r"[\w~≈€$£][\w.%/-]*(?: [\w.%/-]+){0,2}?(?: or so)?"
_FIGURE = r"[~≈€$£]?\d[\w.%/-]*"
_NOW_AND_THEN = regex(
    rf"(?P<now>{_FEW_WORDS}) (?:now|today|currently|so far|at present|to date|this (?:year|quarter|month))"
    rf"[,;]? (?:and )?(?P<then>(?:{_FIGURE} by [^,;.:]{{2,25}}, )?{_FEW_WORDS}) "
    r"(?P<when>(?:by|until|from) [^,;.:()]{2,30})(?: \([^()]*\))?",
    re.IGNORECASE,
)
_TWO_SIDES = regex(
    r"(?P<was>[^(),;:→]{2,60}?),?\s"
    r"\((?:the\s)?(?:ideal(?:ly)?|target|goal|aim|wanted|want|should be|to be)(?:\sis)?[:=]?\s"
    r"(?P<aim>[^(),;:→]{2,60})\)"
    r"|(?P<now>[^(),;:→]{1,60}?)\s(?:now|today|currently|at present)[,;]\s(?:and\s)?"
    r"(?P<then>[^(),;:→]{1,60}?)\s(?:later|then|in future|(?:as )?(?:target|goal|ideal))",
    re.IGNORECASE,
    near="( now today currently present",
)
"""What is with what is to be: `advisor (ideal: decision-maker)`, `10 % now, 5 % later`."""

_BY_WHEN = regex(
    r",?\s(?:in(?=\s\d{1,2}\s(?:week|month)s?$)|by|until|before|within)\s(?:the\s)?(?:end|mid|middle|early|late|start|spring|summer|autumn|fall|winter|q[1-4]\b"
    rf"|h[12]\b|\d|{SHORT_MONTH})[^,;.:→>]{{0,24}}$",
    re.IGNORECASE,
)
"""When what is to be is reached, behind it: `Strategic Advisor by end of March`."""


def read_percent(text: str, _context: Context) -> float:
    """A share: `40%`, `~40 %`, `40`; a remark without figures may follow. Returns the number."""
    bare = without_brackets(text)
    match = _PERCENT.fullmatch(bare)
    if not match and _SHARES.fullmatch(bare):
        message = f"“{text}” is a range, and a range cannot be added up with the other shares."
        raise Unreadable(message, "Write the one figure that you plan with: 40%.")
    if not match:
        raise Unreadable(f"“{text}” is no percentage.", "Write a number with %: 40%.")
    share = number(match[1])
    return int(share) if share.is_integer() else share


_UNTIL = r"\s*(?:[-–—]+|\bto\b)\s*"
_TIMES = r"(?:\s*(?:[x×]|times\b))?"
_AND_MORE = r"\s*(?:\+|and (?:up|more|above)|or more)"
_MULTIPLIER = regex(
    rf"{ABOUT}[x×]?\s*(?P<low>{NUMBER}){_TIMES}"
    rf"(?:(?P<open>{_AND_MORE}){_TIMES}|{_UNTIL}[x×]?\s*(?P<high>{NUMBER}){_TIMES})?",
    re.IGNORECASE,
)


def read_multiplier(text: str, _context: Context) -> dict[str, float]:
    """How many times a base something is: `1x`, `1.5x`, `2–3x`, `2x to 3x`, `×2`, `5x+`.

    Returns `from` and `to`, which are the same where there is no range; an open end (`5x+`) has no `to`.
    """
    hint = "Write how many times the baseline it is: 1.5x, or 2–3x."
    match = matched(_MULTIPLIER, bared(text), "no multiplier", hint, text)
    low = number(match["low"])
    if match["open"]:
        return {"from": low}
    high = number(match["high"]) if match["high"] else low
    forwards(text, low, high, "Write the smaller number first: 2–3x.")
    return {"from": low, "to": high}


def read_change(text: str, _context: Context) -> dict[str, str]:
    """What is and what is to be: `team → executive`, `team now, executive by May`, `team (ideal: executive)`.

    “to” alone is no sign of a change. Returns the texts `from` and `to`, and `when`, where it says by when.
    """
    bare = text.rstrip(".")
    if told := _NOW_AND_THEN.fullmatch(bare):
        return {"from": told["now"], "to": told["then"], "when": told["when"]}
    if told := _TWO_SIDES.fullmatch(bare):
        return {"from": told["was"] or told["now"], "to": told["aim"] or told["then"]}
    by_when = _BY_WHEN.search(bare)
    sides = [side.strip() for side in _SIGN.split(bare[: by_when.start()] if by_when else bare)]
    if len(sides) != 2 or not all(sides):
        raise Unreadable(f"“{text}” is no change.", "Write both sides: team → executive.")
    when = {"when": by_when[0].strip(" ,")} if by_when else {}
    return {"from": sides[0], "to": sides[1], **when}


def read_percent_change(text: str, context: Context) -> dict[str, Any]:
    """A share and what it is to become: `60% → 25%`, `60 to 25%`, `60% now, 25% later`. Returns `from` and `to`."""
    told = _TWO_SIDES.fullmatch(text.strip().rstrip("."))
    sides = [told["was"] or told["now"], told["aim"] or told["then"]] if told else ARROW.split(text.strip())
    if len(sides) != 2 or not all(sides):
        raise Unreadable(f"“{text}” is no change of a share.", "Write both: 60% → 25%.")
    return {"from": read_percent(sides[0], context), "to": read_percent(sides[1], context)}
