"""Amounts of money, and of hours or days of work, with the period that they are for, as people write them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from pmcoach_lint.readers.unreadable import (
    ABOUT,
    NUMBER,
    NUMBERS,
    PERIODS,
    Context,
    Unreadable,
    bared,
    before_remark,
    forwards,
    found_in,
    number,
    several_figures,
)
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_AMOUNT = r"(?:\d{1,3}(?:[,  ’']\d{3}){1,4}|\d{1,12})(?:\.\d{1,9})?(?:\s*[kKmM]\b)?"
_KNOWN = (
    r"(?i:(?<![a-z])(?:usd|eur|gbp|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|ron|inr|jpy|cny|sgd|hkd|krw|ils|try|aed|sar|zar|brl|mxn)"
    r"(?![a-z]))"
)
_SIGN = rf"[A-Z]{{0,3}}\$|[€£¥₹]|{_KNOWN}"
_UNITS = "hour|hr|h|day|week|wk|sprint|month|mo|quarter|year|yr|project|(?<=p/)[dwm]"
_A = r"(?:/|\bp/|\b(?:per|an?|each|every)\b)"
"""What stands between an amount and its period: `/month`, `a month`, `p/m`."""

_EVERY = "daily|weekly|monthly|quarterly|yearly|annually"
_PER_WEEKS = (
    rf"(?:\s*{_A}\s*"
    r"(?:(?P<weeks>two|three|four|six|[2-6])[\s-]?(?:weeks?|wks?)|(?P<two>fortnight))\b)"
)
"""A period of several weeks, in which amounts are told: `£6,800 per four weeks`, `20 hours a fortnight`."""

_PER = (
    rf"(?:\s*{_A}\s*(?P<per>{_UNITS})\b"
    rf"|\s+(?:(?:flat|fixed)\s+)?(?P<every>hourly|{_EVERY})\b"
    r"|\s+(?P<rate>hour|day|week|month)(?=\s+rate\b)"
    rf"|{_PER_WEEKS}"
    r"|\s+(?P<annum>per annum|p\.a\.)|\s*(?P<short>p\.?[hdm]\b\.?)(?!-)|\s+each\b)?"
)
_TAX = r"(?:\s*(?:\+|plus|before|without|excl(?:uding|\.)?|ex)\s*(?:VAT|GST|tax(?:es)?)\b)?"
_WORDS = {"half an": 0.5, "half a": 0.5, "half": 0.5, "an": 1, "a": 1} | {
    word: value for word, value in NUMBERS.items() if value <= 10
}
_COUNT = rf"(?:{NUMBER}|\b(?:{'|'.join(_WORDS)})\b)"
_UNIT_OF_WORK = r"hours?|hrs?|h|days?|d(?=\s?(?:/|per\b|pw\b|pm\b))"
_PER_PERIOD = (
    rf"(?:\s*{_A}\s*(?P<per>day|week|wk|sprint|month|mo|quarter|year|yr|w|m)\b"
    rf"|{_PER_WEEKS}"
    rf"|\s+(?P<every>{_EVERY})\b)"
)
_RANGE = (
    rf"(?P<low>{_COUNT})(?:\s*+(?:(?:{_UNIT_OF_WORK})\s*+)?(?:[-–—]|\bto\b)\s*+(?P<high>{_COUNT}))?"
    rf"(?:\s*+-?\s*+(?P<unit>{_UNIT_OF_WORK})\b\.?)"
)
_HOURS = regex(rf"{ABOUT}{_RANGE}?(?:\s+of work)?{_PER_PERIOD}?", re.IGNORECASE)
_HOURS_WITHIN = regex(rf"(?<![\w.,$€£¥₹]){ABOUT}{_RANGE}(?:\s+of work)?{_PER_PERIOD}?(?!\w)", re.IGNORECASE)
_HOURS_CHANGE = regex(
    rf"{ABOUT}{_COUNT}\s*+(?:(?:{_UNIT_OF_WORK})\s*+)?(?:(?:→|[-=]>|[,;/]|\b(?:then|later)\b)\s*+)+{ABOUT}{_COUNT}",
    re.IGNORECASE,
)
_REMARK_ON_HOURS = regex(r"\s*[,;:]\s|\s+[–—-]\s|\s+(?:for|of|with|on|across|from|until|split)\b")
_PERIODS_OF_WORK = {**PERIODS, "w": "week", "m": "month", "d": "day"}
_HINT_FOR_HOURS = "Write hours and the period: 20 hours a week."


def _money(sign: str) -> str:
    """The form of an amount of money, or of a range, with currencies of the form `sign`."""
    return (
        rf"(?:(?<!\S)(?:(?P<minus>[-–−])(?=\S)|\+\s?))?(?:(?:from|between)\s+)?{ABOUT}(?:(?P<before>{sign})\s*+)?(?P<low>{_AMOUNT})(?:\s*+(?P<after>{sign}))?"
        rf"(?:\s*+(?:-|–|—|\bto\b|\band\b)\s*+(?:(?P<before_high>{sign})\s*+)?(?P<high>{_AMOUNT})"
        rf"(?:\s*+(?P<after_high>{sign}))?)?"
        rf"{_PER}{_TAX}"
    )


_WHOLE = regex(rf"(?P<apart>[-–−]\s)?{_money(rf'{_SIGN}|[A-Z]{{3}}')}")
_WITHIN = regex(rf"(?<![\w.,$€£¥₹]){_money(_SIGN)}(?!\w)")
_SHORT = {"h": "hour", "d": "day", "m": "month"}
_FACTORS = {"k": 1_000, "m": 1_000_000}
_SIGNS = {"EUR": "€", "GBP": "£", "INR": "₹", "USD": "$", "US$": "$"}
"""The sign of each currency whose sign means no other one. A yen's sign is that of the yuan, too."""
_DOLLARS = {"CAD", "AUD", "NZD", "SGD", "HKD"}
_REMARK = regex(
    r"\s*[,;×]\s|\s+[–—-]\s|\s+(?:for|by|based|invoiced|billed|paid|payable|fixed|flat|from|since|until|retainer|rate|fee)\b"
    r"|\s+(?:lower|higher|less|more|saved|net|gross|total|in (?:all|total))\b"
)
_NAMED_PERIOD = regex(
    rf"\b(?:(?P<every>hourly|{_EVERY})"
    r"|(?:per|an?|each|every)\s(?P<per>hour|day|week|month|quarter|year)|(?P<of>hour|day|week|month)\s(?:rate|fee))\b",
    re.IGNORECASE,
)
_AGAIN = regex(r"[\s,;(=≈~–—]+(?:(?:or about|i\.e\.,?|that is|which is|makes|say)\s+)?")
"""What stands between an amount and the same for another period."""

_IN_ALL = regex(
    r"\s+(?:in (?:all|total)|altogether"
    r"|(?:for|over) (?:the |all |these )*(?:\w+ )?(?:term|contract|engagement|weeks|months)\b)"
)
"""What stands behind an amount that is that of all periods together."""

_OTHERWISE = regex(
    r"[%→>=×*]|\d\s*x\b|\b(?:not?|never|without|than|more|less|plus|minus|times|twice|double|half|instead|over|under|above"
    r"|below|beyond|up to|at (?:least|most)|max(?:imum)?|min(?:imum)?|saves?|saving|by|if|was|were|until)\b",
    re.IGNORECASE,
)
"""Words in front of an amount by which it is another one than that of what is named."""

_ARROW_BEFORE, _ARROW_BEHIND = re.compile(r"(?:[-=]>|→)\s*\Z"), regex(r"\s*(?:[-=]+>|→)")
_OTHER_AMOUNT = regex(r"(?<!\d)(?!20\d\d\b)\d{3}|\d\s*[kKmM%]|[$€£¥₹]")
_HINT = "Write a currency and an amount: $180/hour, or €5,000–8,000 per month."


def read_money(text: str, _context: Context) -> dict[str, Any]:
    """An amount of money: `$180/hour`, `€5,000–8,000 per month`, `12k USD`, `from €90 to €160 per hour`.

    A remark may follow: `€9,600 a month, invoiced in advance`; a minus makes it negative. What is told for several
    weeks becomes that of one: `£6,800 per four weeks`. Returns `from`, `to`, `currency` (its sign, or its code in
    capitals), and, where it is given, `per` (hour, month, ...).
    """
    bare = bared(text)
    match = _WHOLE.fullmatch(bare) or before_remark(bare, _WITHIN, _REMARK, _OTHER_AMOUNT) or _behind_words(bare)
    if not match and len(found := find_money(bare)) > 1:
        if _is_told_again(bare, found):
            return found[0][1]
        raise several_figures(text)
    if not match or len(_currencies(match)) != 1:
        raise Unreadable(f"“{text}” is no amount of money.", _HINT)
    return _taken(text, match)


def _is_told_again(text: str, found: list[tuple[Span, dict[str, Any]]]) -> bool:
    """Whether several amounts are one, told for other periods as well: `$165/hour, about $11,430/month`.

    So is what it comes to in all: `$3,000 a month, $9,000 for the term`. Hours may stand between: `$165/h, 20 h/week`.
    """
    periods = [money.get("per") or (_IN_ALL.match(text, end) and "all") for (_, end), money in found]
    between = (_HOURS_WITHIN.sub("", text[one[1] : other[0]]) for (one, _), (other, _) in pairwise(found))
    is_one = None not in periods and len({*periods}) == len(periods) and len({one["currency"] for _, one in found}) == 1
    return is_one and text[0] not in "fF" and found[0][0][0] == 0 and all(map(_AGAIN.fullmatch, between))


def _behind_words(text: str) -> re.Match[str] | None:
    """The only amount in a text, when words or hours stand in front of it: `contract PM ~€85/h`, `12h/wk at $180/h`."""
    match = next((found for found in _WITHIN.finditer(text) if any(_currencies(found))), None)
    if not match or _OTHERWISE.search(text, 0, match.start()):
        return None
    rest = _HOURS_WITHIN.sub("", text[: match.start()]) + text[match.end() :]
    is_last = match.end() == len(text) or _REMARK.match(text, match.end())
    return match if is_last and not any(map(str.isdigit, rest)) else None


def with_period(money: dict[str, Any], name: str) -> dict[str, Any]:
    """The amount with the period that its `name` tells, if it has none: `Monthly fee`, `Per month`, `Day rate`."""
    match = _NAMED_PERIOD.search(name)
    if not match or "per" in money:
        return money
    said = (match["every"] or match["per"] or match["of"]).lower()
    return {**money, "per": PERIODS.get(said, said)}


def find_money(text: str) -> list[tuple[Span, dict[str, Any]]]:
    """The amounts of money inside a text, each with its span.

    Those that have two meanings are left out, and so are the two sides of a change: `€120 → €160/hour`.
    """
    alone = (
        match
        for match in _WITHIN.finditer(text)
        if len(_currencies(match)) == 1
        and not _ARROW_BEFORE.search(text, 0, match.start())
        and not _ARROW_BEHIND.match(text, match.end())
    )
    return found_in(alone, _taken)


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
    forwards(text, low, high, "Write the smaller amount first.")
    if match["minus"] or match.groupdict().get("apart"):
        low, high = -high, -low
    money: dict[str, Any] = {"from": low, "to": high, "currency": _currencies(match).pop()}
    if weeks := _weeks_in(match):
        money.update({side: _whole(round(money[side] / weeks, 2)) for side in ("from", "to")}, per="week")
    elif period := match["per"] or match["rate"] or match["every"]:
        money["per"] = PERIODS.get(period) or _PERIODS_OF_WORK.get(period, period)
    elif match["short"] or match["annum"]:
        money["per"] = _SHORT[match["short"].strip("p.")] if match["short"] else "year"
    return money


def _amount(text: str, amount: str) -> float:
    if re.fullmatch(r"\d{1,3}\.\d{3}", amount.strip()):
        message = f"“{text}” may be a thousand times more: it has a point before three digits."
        raise Unreadable(message, "Write thousands with a comma, or with k: €5,000 or €5k.")
    return _whole(float(re.sub(r"[^\d.]", "", amount)) * _FACTORS.get(amount[-1].lower(), 1))


def _weeks_in(match: re.Match[str]) -> int:
    """How many weeks the period has in which an amount is told; 0 where it is none of weeks."""
    said = match["weeks"]
    return (NUMBERS.get(said.lower()) or int(said)) if said else 2 * bool(match["two"])


def _whole(value: float) -> float:
    """The number, as one without a point where it is whole."""
    return int(value) if value == int(value) else value


def read_hours(text: str, _context: Context) -> dict[str, Any]:
    """Hours of work with their period: `20 hours a week`, `15–20 h/week`, `80 hours monthly`, `two days a week`.

    A remark may follow: `20 hours a week, Tuesday to Thursday`. Returns `hours` (or `days`) with the number, or with
    `from` and `to` for a range; and, where it is given, `per` (day, week, month, ...).
    """
    bare = bared(text)
    match = _HOURS.fullmatch(bare) or before_remark(bare, _HOURS_WITHIN, _REMARK_ON_HOURS, _HOURS_WITHIN)
    if not match and (_HOURS_CHANGE.match(bare) or len(_HOURS_WITHIN.findall(bare)) > 1):
        raise several_figures(text)
    if not match:
        raise Unreadable(f"“{text}” does not say how many hours.", _HINT_FOR_HOURS)
    return _hours_taken(text, match)


def find_hours(text: str) -> list[tuple[Span, dict[str, Any]]]:
    """The hours or days with their period inside a text, each with its span; those without a period are left out."""
    return found_in(
        (match for match in _HOURS_WITHIN.finditer(text) if match["per"] or match["every"] or _weeks_in(match)),
        _hours_taken,
    )


def _hours_taken(text: str, match: re.Match[str]) -> dict[str, Any]:
    """The hours that a match in `text` stands for."""
    low, high = _number(match["low"]), _number(match["high"] or match["low"])
    forwards(text, low, high, "Write the smaller number first.")
    unit = "days" if (match["unit"] or "").lower().startswith("d") else "hours"
    weeks = _weeks_in(match)
    if weeks:
        low, high = (_whole(round(value / weeks, 2)) for value in (low, high))
    hours: dict[str, Any] = {unit: {"from": low, "to": high} if match["high"] else low}
    if period := "week" if weeks else (match["per"] or match["every"] or "").lower():
        hours["per"] = _PERIODS_OF_WORK.get(period, period)
    return hours


def _number(text: str) -> float:
    """The number that a figure or a word stands for, whole where it is whole."""
    word = text.casefold()
    return _whole(_WORDS[word] if word in _WORDS else number(text))
