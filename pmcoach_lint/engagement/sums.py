"""Calculations line by line: which of their totals are not what the lines above them add up to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import product
from typing import Any

from pmcoach_lint.engagement.rates import money_text
from pmcoach_lint.readers.unreadable import NUMBERS
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.lines import SENTENCE_END
from pmcoach_lint.tuples import NamedTuple

OFF = 0.01
"""Amounts are rounded when they are told: a total may be so far off. Our own figure."""

_TOTAL = anycase(r"^\W*(?:sub|grand )?-?(?:total|sum)\b|\btotal\W*$")
_NET = anycase(r"^\W*net\b")
_FEW = 8
"""Of more lines some two always add up to about anything. Our own figure."""

_SUM = r"(?P<{0}sign>[$€£])\s?(?P<{0}>\d{{1,3}}(?:[,.\s]\d{{3}})+|\d+)(?P<{0}k>k)?(?![\d.,]*\d)[*_]{{0,2}}"
_IN_WORDS = tuple(NUMBERS)[:12]
"""The months that a fee is told for are a year at most where they are told in a word."""

_FEE_FOR_MONTHS = anycase(
    rf"{_SUM.format('fee')}\s?(?:an? |per |/\s?)month\b[^.;\d$€£]{{0,12}}?(?:\b(?:for|over|x)|×)\s"
    rf"(?:the )?(?:(?:first|full|whole) )?(?P<months>\d{{1,2}}|{'|'.join(_IN_WORDS)}) months?\b"
    rf"(?P<between>[^.\n$€£]{{0,40}})(?<![-+]){_SUM.format('all')}\s?(?:in total|in all|total|altogether|overall)\b",
    near="month",
)
"""`$16,000 a month for three months, $48,000 in total`."""
_TOTAL_FOR_MONTHS = anycase(
    rf"{_SUM.format('fee')}\s?(?:an? |per |/\s?)month\b(?P<between>[^.;\n$€£]{{0,60}}?)(?<![-+]){_SUM.format('all')}"
    rf"\s(?:for|over|in) (?:the )?(?:(?:first|full|whole|all) )?(?P<months>\d{{1,2}}|{'|'.join(_IN_WORDS)}) months\b",
    near="months",
)
"""`$14,500 a month: $87,000 for six months`."""
_FEE_TOLD = anycase(
    rf"\b(?:fee|engagement|contract|offer|proposal|price|costs?)\b[^.;\n$€£]{{0,30}}?{_SUM.format('all')}"
    rf"\s?(?:in total|in all|altogether|overall|for (?:the )?(?:\d{{1,2}}|{'|'.join(_IN_WORDS)}) months)\b",
    near="month",
)
_MONTHS = anycase(rf"\b(\d{{1,2}}|{'|'.join(_IN_WORDS)}) months?\b", near="month")
_MORE = anycase(r"\b(?:plus|and|extra|discount|less|off|minus|vat|tax|expenses|of which|instead)\b|%")

Money = dict[str, Any]


class WrongProduct(NamedTuple):
    """A total that is `stated` at a place of a text, while so many months at a fee are as much as `made`."""

    start: int
    end: int
    stated: str
    made: str


def wrong_products(text: str) -> Iterator[WrongProduct]:
    """The totals in a text that are not the fee of a month times the months told between them."""
    for match in (*_FEE_FOR_MONTHS.finditer(text), *_TOTAL_FOR_MONTHS.finditer(text)):
        months = _number(match["months"])
        fee, total = _whole(match, "fee"), _whole(match, "all")
        same = match["feesign"] == match["allsign"] and not _MORE.search(match["between"])
        if same and abs(total - months * fee) > OFF * total:
            made = f"{months} months at {_told(match, fee)} are {_told(match, months * fee)}"
            yield WrongProduct(
                match.start("allsign"), max(match.end("all"), match.end("allk")), _told(match, total), made
            )


def wrong_fees(text: str, fees: Collection[float]) -> Iterator[WrongProduct]:
    """The fees that are told in all, and are none of the `fees` of a month times the months told beside them."""
    for match in _FEE_TOLD.finditer(text):
        around = slice(
            text.rfind("\n\n", 0, match.start()) + 1, (text.find("\n\n", match.end()) + 1 or len(text) + 1) - 1
        )
        months = [_number(told) for told in _MONTHS.findall(text[around])]
        total = _whole(match, "all")
        made = [(abs(total - fee * so_many), so_many, fee) for fee in fees for so_many in months]
        if (
            made
            and min(made)[0] > OFF * total
            and not _MORE.search(SENTENCE_END.split(text[match.start() :], maxsplit=1)[0])
        ):
            _, so_many, fee = min(made)
            sign = match["allsign"]
            amounts = [money_text(amount, amount, sign) for amount in (total, fee, fee * so_many)]
            words = f"{so_many} months at {amounts[1]} are {amounts[2]}"
            yield WrongProduct(match.start("allsign"), max(match.end("all"), match.end("allk")), amounts[0], words)


def _number(told: str) -> int:
    return int(told) if told.isdigit() else NUMBERS[told.casefold()]


def _told(match: re.Match[str], amount: float) -> str:
    return money_text(amount, amount, match["feesign"])


def _whole(match: re.Match[str], name: str) -> float:
    return float(re.sub(r"[,.\s]", "", match[name])) * (1000 if match[f"{name}k"] else 1)


class WrongTotal(NamedTuple):
    """The `line` of a calculation, from 0, whose amount is `stated`, while those above it have been `added` up."""

    line: int
    stated: str
    added: str


def wrong_totals(lines: list[dict[str, Any]]) -> Iterator[WrongTotal]:
    """The totals that are off.

    Args:
        lines: The lines of a calculation, each with `item` and `amount` (money).

    Yields:
        Each line that calls itself a total, a sum or net, and is not what the lines above make. Nothing from the first
        line on whose amount cannot be read, and nothing where amounts are in different currencies or periods.
    """
    parts: list[Money] = []
    for number, line in enumerate(lines):
        item, amount = line.get("item", ""), line.get("amount")
        if not amount:
            return
        net = _NET.search(item)
        if not net and not _TOTAL.search(item):
            parts.append(amount)
        elif len(parts) > 1 and _comparable([*parts, amount]):
            possible = _differences(parts) if net else iter([_sum(parts)])
            if not any(_is_about(amount, low, high) for low, high in possible):
                stated = money_text(amount["from"], amount["to"], amount["currency"])
                yield WrongTotal(number, stated, money_text(*_sum(parts), amount["currency"]))


def _comparable(amounts: list[Money]) -> bool:
    return len({(amount["currency"], amount.get("per")) for amount in amounts}) == 1


def _sum(parts: list[Money]) -> tuple[float, float]:
    return sum(part["from"] for part in parts), sum(part["to"] for part in parts)


def _differences(parts: list[Money]) -> Iterator[tuple[float, float]]:
    """What a net amount may be: people write what goes off with a minus and without."""
    yield _sum(parts)
    first, *others = parts[:_FEW]
    for signs in product((1, -1), repeat=len(others)):
        low, high = first["from"], first["to"]
        for sign, part in zip(signs, others, strict=True):
            ends = sorted((sign * part["from"], sign * part["to"]))
            low, high = low + ends[0], high + ends[1]
        yield low, high


def _is_about(amount: Money, low: float, high: float) -> bool:
    return bool(abs(amount["from"] - low) <= OFF * abs(low) and abs(amount["to"] - high) <= OFF * abs(high))
