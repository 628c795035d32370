"""Shares, multipliers and amounts of money, as people write them."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.binding.unreadable import NUMBER, Context, Unreadable, number, without_brackets

_ABOUT = r"(?:~|≈|about|ca\.?)?\s*"
_PERCENT = re.compile(rf"{_ABOUT}({NUMBER})\s*(?:%|percent|per cent)?", re.IGNORECASE)


def read_percent(text: str, _context: Context) -> float:
    """A share: `40%`, `~40 %`, `40`. Returns the number."""
    match = _PERCENT.fullmatch(without_brackets(text))
    if not match:
        raise Unreadable("unreadable-value", f"“{text}” is no percentage.", "Write a number with %: 40%.")
    return number(match.group(1))


_UNTIL = r"\s*(?:[-–—]+|\bto\b)\s*"
_TIMES = r"(?:\s*(?:[x×]|times\b))?"
_AND_MORE = r"\s*(?:\+|and (?:up|more|above)|or more)"
_MULTIPLIER = re.compile(
    rf"{_ABOUT}[x×]?\s*(?P<low>{NUMBER}){_TIMES}"
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


_AMOUNT = r"(?:\d{1,3}(?:[,  ’']\d{3}){1,4}|\d{1,12})(?:\.\d{1,9})?(?:\s*[kKmM]\b)?"
_CURRENCY = r"[$€£¥₹]|[A-Z]{1,3}\$|[A-Z]{3}|(?i:usd|eur|gbp|chf|cad|aud|nzd|sek|nok|dkk|pln|inr|jpy|sgd)"
_MONEY = re.compile(
    rf"{_ABOUT}(?P<before>{_CURRENCY})?\s*(?P<low>{_AMOUNT})\s*(?P<after>{_CURRENCY})?"
    rf"(?:\s*(?:-|–|—|\bto\b)\s*(?P<before_high>{_CURRENCY})?\s*(?P<high>{_AMOUNT})\s*(?P<after_high>{_CURRENCY})?)?"
    r"(?:\s*(?:/|per\b|an?\b|each\b)\s*(?P<per>hour|hr|h|day|week|month|mo|quarter|year|yr|project))?"
)
_PERIODS = {"hr": "hour", "h": "hour", "mo": "month", "yr": "year"}
_FACTORS = {"k": 1_000, "m": 1_000_000}
_HINT = "Write a currency and an amount: $180/hour, or €5,000–8,000 per month."


def read_money(text: str, _context: Context) -> dict[str, Any]:
    """An amount of money: `$180/hour`, `€5,000–8,000 per month`, `12k USD`, `$5–8k`.

    Returns `from`, `to`, `currency` (a sign, or a code in capitals), and, where it is given, `per` (hour, month, ...).
    """
    match = _MONEY.fullmatch(without_brackets(text).strip(" ."))
    signs = [match[group] for group in ("before", "after", "before_high", "after_high")] if match else []
    currencies = {sign.upper() for sign in signs if sign}
    if not match or len(currencies) != 1:
        raise Unreadable("unreadable-value", f"“{text}” is no amount of money.", _HINT)
    low, high = _amount(text, match["low"]), _amount(text, match["high"] or match["low"])
    if match["high"] and match["low"][-1].isdigit() and not match["high"][-1].isdigit():
        low *= _FACTORS[match["high"][-1].lower()]  # “$5–8k” starts at five thousand
    if low > high:
        raise Unreadable("unreadable-value", f"“{text}” runs backwards.", "Write the smaller amount first.")
    money: dict[str, Any] = {"from": low, "to": high, "currency": currencies.pop()}
    if period := match["per"]:
        money["per"] = _PERIODS.get(period, period)
    return money


def _amount(text: str, amount: str) -> float:
    if re.fullmatch(r"\d{1,3}\.\d{3}", amount.strip()):
        message = f"“{text}” may be a thousand times more: it has a point before three digits."
        raise Unreadable("unreadable-value", message, "Write thousands with a comma, or with k: €5,000 or €5k.")
    return float(re.sub(r"[^\d.]", "", amount)) * _FACTORS.get(amount[-1].lower(), 1)
