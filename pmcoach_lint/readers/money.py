"""Amounts of money, as people write them."""

from __future__ import annotations

import re
from typing import Any

from pmcoach_lint.readers.unreadable import ABOUT, Context, Unreadable, before_remark, without_brackets
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_AMOUNT = r"(?:\d{1,3}(?:[,  ’']\d{3}){1,4}|\d{1,12})(?:\.\d{1,9})?(?:\s*[kKmM]\b)?"
_KNOWN = (
    r"(?i:(?<![a-z])(?:usd|eur|gbp|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|ron|inr|jpy|cny|sgd|hkd|krw|ils|try|aed|sar|zar|brl|mxn)"
    r"(?![a-z]))"
)
_SIGN = rf"[A-Z]{{0,3}}\$|[€£¥₹]|{_KNOWN}"
_UNITS = "hour|hr|h|day|week|wk|sprint|month|mo|quarter|year|yr|project"
_PER = (
    rf"(?:\s*(?:/|\b(?:per|an?|each|every)\b)\s*(?P<per>{_UNITS})\b"
    r"|\s+(?:(?:flat|fixed)\s+)?(?P<every>hourly|daily|weekly|monthly|quarterly|yearly|annually)\b"
    r"|\s+(?P<rate>hour|day|week|month)(?=\s+rate\b)"
    r"|\s+(?P<annum>per annum|p\.a\.)|\s*(?P<short>p\.?[hdm]\b\.?)(?!-)|\s+each\b)?"
)
_TAX = r"(?:\s*(?:\+|plus|before|without|excl(?:uding|\.)?|ex)\s*(?:VAT|GST|tax(?:es)?)\b)?"


def _money(sign: str) -> str:
    """The form of an amount of money, or of a range, with currencies of the form `sign`."""
    return (
        rf"(?:(?<!\S)(?P<minus>[-–−])(?=\S))?(?:(?:from|between)\s+)?{ABOUT}(?P<before>{sign})?\s*(?P<low>{_AMOUNT})\s*(?P<after>{sign})?"
        rf"(?:\s*(?:-|–|—|\bto\b|\band\b)\s*(?P<before_high>{sign})?\s*(?P<high>{_AMOUNT})\s*(?P<after_high>{sign})?)?"
        rf"{_PER}{_TAX}"
    )


_WHOLE = regex(_money(rf"{_SIGN}|[A-Z]{{3}}"))
_WITHIN = regex(rf"(?<![\w.,$€£¥₹]){_money(_SIGN)}(?!\w)")
_PERIODS = {"hr": "hour", "h": "hour", "wk": "week", "mo": "month", "yr": "year"}
_EVERY = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
_SHORT = {"h": "hour", "d": "day", "m": "month"}
_FACTORS = {"k": 1_000, "m": 1_000_000}
_SIGNS = {"EUR": "€", "GBP": "£", "INR": "₹", "USD": "$", "US$": "$"}
"""The sign of each currency whose sign means no other one. A yen's sign is that of the yuan, too."""
_DOLLARS = {"CAD", "AUD", "NZD", "SGD", "HKD"}
_REMARK = regex(
    r"\s*[,;×]\s|\s+[–—-]\s|\s+(?:for|based|invoiced|billed|paid|payable|fixed|flat|from|since|until|retainer|rate|fee)\b"
)
_ARROW_BEFORE, _ARROW_BEHIND = re.compile(r"(?:[-=]>|→)\s*\Z"), regex(r"\s*(?:[-=]+>|→)")
_OTHER_AMOUNT = regex(r"(?<!\d)(?!20\d\d\b)\d{3}|\d\s*[kKmM%]|[$€£¥₹]")
_HINT = "Write a currency and an amount: $180/hour, or €5,000–8,000 per month."


def read_money(text: str, _context: Context) -> dict[str, Any]:
    """An amount of money: `$180/hour`, `€5,000–8,000 per month`, `12k USD`, `from €90 to €160 per hour`.

    A remark may follow: `€9,600 a month, invoiced in advance`; a minus makes it negative. Returns `from`, `to`,
    `currency` (its sign, or its code in capitals), and, where it is given, `per` (hour, month, ...).
    """
    bare = " ".join(without_brackets(text).strip(" .").split())
    match = _WHOLE.fullmatch(bare) or before_remark(bare, _WITHIN, _REMARK, _OTHER_AMOUNT)
    if not match or len(_currencies(match)) != 1:
        raise Unreadable("unreadable-value", f"“{text}” is no amount of money.", _HINT)
    return _taken(text, match)


def find_money(text: str) -> list[tuple[Span, dict[str, Any]]]:
    """The amounts of money inside a text, each with its span.

    Those that have two meanings are left out, and so are the two sides of a change: `€120 → €160/hour`.
    """
    found = []
    for match in _WITHIN.finditer(text):
        changes = _ARROW_BEFORE.search(text, 0, match.start()) or _ARROW_BEHIND.match(text, match.end())
        if len(_currencies(match)) == 1 and not changes:
            try:
                found.append((trim(text, match.span()), _taken(match.group(), match)))
            except Unreadable:
                continue
    return found


def _currencies(match: re.Match[str]) -> set[str]:
    """The currencies that a match names, each by one name: `EUR` is `€`, and `$180 CAD` is in Canadian dollars."""
    signs = (match[group] for group in ("before", "after", "before_high", "after_high"))
    named = {_SIGNS.get(sign.upper(), sign.upper()) for sign in signs if sign}
    return named - {"$"} if named - {"$"} and named - {"$"} <= _DOLLARS else named


def _taken(text: str, match: re.Match[str]) -> dict[str, Any]:
    """The amount of money that a match in `text` stands for."""
    low, high = _amount(text, match["low"]), _amount(text, match["high"] or match["low"])
    if match["high"] and match["low"][-1].isdigit() and not match["high"][-1].isdigit():
        low *= _FACTORS[match["high"][-1].lower()]  # “$5–8k” starts at five thousand
    if low > high:
        raise Unreadable("unreadable-value", f"“{text}” runs backwards.", "Write the smaller amount first.")
    if match["minus"]:
        low, high = -high, -low
    money: dict[str, Any] = {"from": low, "to": high, "currency": _currencies(match).pop()}
    if period := match["per"] or match["rate"]:
        money["per"] = _PERIODS.get(period, period)
    elif match["short"]:
        money["per"] = _SHORT[match["short"].strip("p.")]
    elif match["every"] or match["annum"]:
        money["per"] = _EVERY.get(match["every"] or "", "year")
    return money


def _amount(text: str, amount: str) -> float:
    if re.fullmatch(r"\d{1,3}\.\d{3}", amount.strip()):
        message = f"“{text}” may be a thousand times more: it has a point before three digits."
        raise Unreadable("unreadable-value", message, "Write thousands with a comma, or with k: €5,000 or €5k.")
    value = float(re.sub(r"[^\d.]", "", amount)) * _FACTORS.get(amount[-1].lower(), 1)
    return int(value) if value.is_integer() else value
