"""Shares and multipliers, as people write them."""

from __future__ import annotations

import re

from pmcoach_lint.readers.unreadable import ABOUT, NUMBER, Context, Unreadable, number, without_brackets
from pmcoach_lint.regex import regex

_SHARE = r"\s*(?:%|％|pct\.?|percent|per cent)"
_PERCENT = regex(
    rf"{ABOUT}({NUMBER})(?:{_SHARE}?|{_SHARE}(?:\s*[,;]\s*|\s+(?:[–—-]\s+|of\b|today\b|now\b))(?P<remark>[^\d%]*))",
    re.IGNORECASE,
)
_SHARES = regex(rf"{ABOUT}{NUMBER}{_SHARE}?\s*(?:[-–—]|\bto\b)\s*{NUMBER}{_SHARE}", re.IGNORECASE)


def read_percent(text: str, _context: Context) -> float:
    """A share: `40%`, `~40 %`, `40`; a remark without figures may follow. Returns the number."""
    bare = without_brackets(text)
    match = _PERCENT.fullmatch(bare)
    if not match and _SHARES.fullmatch(bare):
        message = f"“{text}” is a range, and a range cannot be added up with the other shares."
        raise Unreadable("unreadable-value", message, "Write the one figure that you plan with: 40%.")
    if not match:
        raise Unreadable("unreadable-value", f"“{text}” is no percentage.", "Write a number with %: 40%.")
    share = number(match.group(1))
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
    match = _MULTIPLIER.fullmatch(" ".join(without_brackets(text).strip(" .").split()))
    if not match:
        hint = "Write how many times the baseline it is: 1.5x, or 2–3x."
        raise Unreadable("unreadable-value", f"“{text}” is no multiplier.", hint)
    low = number(match["low"])
    if match["open"]:
        return {"from": low}
    high = number(match["high"]) if match["high"] else low
    if low > high:
        raise Unreadable("unreadable-value", f"“{text}” runs backwards.", "Write the smaller number first: 2–3x.")
    return {"from": low, "to": high}
