"""Rates and terms of an engagement, brought to one unit so that they can be compared."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.readers.spent import HOURS_A_DAY
from pmcoach_lint.tuples import NamedTuple

WEEKS_A_MONTH = 52 / 12
_WEEKS_IN = {
    "week": (1.0, 1.0),
    "month": (4.0, WEEKS_A_MONTH),
    "quarter": (12.0, 3 * WEEKS_A_MONTH),
    "year": (48.0, 52.0),
}
"""How many weeks there are in a period: by four weeks a month, as some people reckon, and by the calendar."""

_ROUNDING = 0.005
"""Rates are told in whole amounts: so much of a difference is none. Our own figure."""


class Rate(NamedTuple):
    """What one unit of work costs: from and to an amount in a currency, for an hour, a day, or another period.

    `rough` says that it was reckoned from a range of hours, so that not all between its ends need be meant.
    """

    low: float
    high: float
    currency: str
    per: str
    rough: bool = False

    @property
    def text(self) -> str:
        """The rate as it is told: €150 an hour, €6,000–8,000 a month."""
        return f"{money_text(self.low, self.high, self.currency)} {PER[self.per]}"

    def is_within(self, other: Rate) -> bool:
        """Whether the rate lies between the ends of `other`; a rough one, whether it may."""
        slack = _ROUNDING * other.high
        low, high = (self.high, self.low) if self.rough else (self.low, self.high)
        return low >= other.low - slack and high <= other.high + slack

    def times(self, low: float, high: float) -> Rate:
        """The range that begins `low` times and ends `high` times as high."""
        return Rate(self.low * low, self.high * high, self.currency, self.per)

    def by(self, unit: str) -> Rate | None:
        """The rate for an hour or a day, with so many hours a day as `HOURS_A_DAY`; None of what is for neither."""
        if self.per not in _HOURS_IN or unit not in _HOURS_IN:
            return self if self.per == unit else None
        times = _HOURS_IN[unit] / _HOURS_IN[self.per]
        return self._replace(low=self.low * times, high=self.high * times, per=unit)


_HOURS_IN = {"hour": 1, "day": HOURS_A_DAY}
PER = {
    "hour": "an hour",
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "quarter": "a quarter",
    "year": "a year",
    "project": "for the project",
}
"""What stands behind an amount for each unit."""


def rate_of(money: Any) -> Rate | None:
    """The rate that a value read as money is, if it says for what unit."""
    if not isinstance(money, dict) or money.get("per") not in PER:
        return None
    return Rate(money["from"], money["to"], money["currency"], money["per"])


def stated_rate(terms: dict[str, Any]) -> Rate | None:
    """What the terms of an engagement state: a rate, or else a total."""
    return rate_of(terms.get("rate")) or rate_of(terms.get("total"))


def rate_of_terms(terms: dict[str, Any]) -> Rate | None:
    """What an hour or a day costs by the terms of an engagement: its rate, or its total over its hours or days.

    A rate for a whole month or week becomes one for the hour or day where these are known: a retainer and an hourly
    rate can only be compared so. Otherwise the stated rate is returned as it is.
    """
    stated = stated_rate(terms)
    if stated is None or stated.per in _HOURS_IN:
        return stated
    for unit in _HOURS_IN:
        if worked := hours_in(terms.get("hours"), stated.per, f"{unit}s"):
            least, most = worked
            return Rate(stated.low / most, stated.high / least, stated.currency, unit, rough=least < most)
    return stated


def hours_in(effort: Any, period: str, unit: str = "hours") -> tuple[float, float] | None:
    """The hours (or days) of work in a `period` by a stated effort such as 20 hours a week, from and to.

    None where that cannot be told.
    """
    if not isinstance(effort, dict):
        return None
    hours = effort.get(unit, 0)  # days are no fixed number of hours, so none is reckoned by the other
    least, most = (hours["from"], hours["to"]) if isinstance(hours, dict) else (hours, hours)
    given = effort.get("per", "")
    weeks, weeks_given = _WEEKS_IN.get(period), _WEEKS_IN.get(given)
    if least <= 0:
        return None
    if given == period:
        return least, most
    if not weeks or not weeks_given:
        return None
    factors = [some / other for some, other in zip(weeks, weeks_given, strict=True)]
    return least * min(factors), most * max(factors)


def money_text(low: float, high: float, currency: str) -> str:
    """An amount or range of money as it is told: €150, €5,000–8,000, 150 SEK."""
    amounts = _amount(low) if _amount(low) == _amount(high) else f"{_amount(low)}–{_amount(high)}"
    return f"{amounts} {currency}" if currency.isalpha() else f"{currency}{amounts}"


def _amount(value: float) -> str:
    return f"{value:,.0f}" if abs(value - round(value)) < 0.005 or value >= 1000 else f"{value:,.2f}"
