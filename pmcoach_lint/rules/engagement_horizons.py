"""Whether what an engagement plans lies in the horizon that it is planned for."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.doctypes import ENGAGEMENT
from pmcoach_lint.rules.offences import Offences, mention, offence, written
from pmcoach_lint.rules.registry import rule_across
from pmcoach_lint.standards import Horizon
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.workspace import Workspace


@rule_across("PMC623")
def outside_its_horizon(workspace: Workspace) -> Offences:
    """An item is planned for a time that its horizon does not reach.

    The horizons are months from the start of the engagement: NOW 0–3, NEXT 3–6, LATER 6 and more, unless your team
    has horizons of its own.

    Why it matters:
        A quick win in month five builds no trust, and a transformation promised for month two breaks it.

    What to do:
        Move the item to the horizon it is in, or change when it is to happen.

    Bad:
        ---
        type: engagement
        client: northwind
        start: 2026-06-01
        ---

        ## Horizons

        | Horizon | Focus | When | Client value |
        |---|---|---|---|
        | NOW | Weekly decision log | 2026-11-02 | Decisions stop coming back |

    Good:
        ---
        type: engagement
        client: northwind
        start: 2026-06-01
        ---

        ## Horizons

        | Horizon | Focus | When | Client value |
        |---|---|---|---|
        | NOW | Weekly decision log | 2026-07-06 | Decisions stop coming back |
    """
    for engagement in workspace.of_type(ENGAGEMENT):
        spans = {horizon.name: horizon for horizon in workspace.standards.horizons}
        start = engagement.data.get("start")
        for index, item in enumerate(engagement.data.get("horizons", [])):
            horizon, when = spans.get(item.get("horizon", "")), item.get("when")
            planned = _planned(when, start, written(engagement, ("horizons", index, "when")))
            if horizon is None or planned is None or planned.fits(horizon):
                continue
            message = f"{horizon.name} reaches {horizon.text}, and {planned.text}."
            fits = next((other.name for other in workspace.standards.horizons if planned.fits(other)), None)
            hint = f"By its time it belongs to {fits}." if fits else "Change when it is to happen."
            related = (mention(engagement, ("start",), "the start"),) if planned.dated else ()
            yield offence(engagement, ("horizons", index, "when"), message, hint, related)


class _Planned(NamedTuple):
    """From which to which month of the engagement something is planned, how that is told, and whether by the calendar.

    A month or quarter of the calendar says only that something happens in it.
    """

    low: float
    high: float
    text: str
    dated: bool

    def fits(self, horizon: Horizon) -> bool:
        """Whether it lies in the horizon, or, where only the month or quarter is known, whether it may."""
        if self.dated and self.low < self.high:
            return self.low <= horizon.high and horizon.low <= self.high
        return horizon.holds(self.low, self.high)


def _planned(when: Any, start: Any, text: str) -> _Planned | None:
    """When something is planned, in the words of `text`; None where nobody can tell, or before the engagement."""
    if isinstance(when, dict) and not isinstance(when.get("from"), str):
        low, high = float(when.get("from", 0)), when.get("to")
        if high is None:
            return _Planned(low, low, f"this begins in month {low:g}", dated=False)
        return _Planned(low, float(high), f"this is months {low:g} to {high:g}", dated=False)
    first, last = (when.get("from"), when.get("to")) if isinstance(when, dict) else (when, when)
    begin, end = _since(first, start), _since(last or first, start)
    if begin is None or end is None or end[0] < 0:
        return None
    behind = f"ends {end[1]}" if begin[0] < 0 else f"is {begin[1]}" if first == last else f"begins {begin[1]}"
    is_month = last is None and str(first).endswith("-01")  # `from June 2027` may be any day of that month
    return _Planned(begin[0], end[0] + is_month, f"{text} {behind} after the start", dated=True)


def _since(day: Any, start: Any) -> tuple[float, str] | None:
    """How many months of an engagement have passed on a day, as a number and in words; None for what is no day."""
    then, first = as_day(day), as_day(start)
    if then is None or first is None:
        return None
    whole = (then.year - first.year) * 12 + then.month - first.month - (then.day < first.day)
    days = then.day - first.day if then.day >= first.day else then.day
    months = f"{whole} month" if whole == 1 else f"{whole} months"
    return whole + days / 31, months + (f" and {days} day{'s' if days > 1 else ''}" if days else "")
