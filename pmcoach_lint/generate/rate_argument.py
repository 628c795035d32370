"""What may be said for another rate: today's, what the value ladder makes of it, and how the work has shifted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.logged import LoggedTime
from pmcoach_lint.engagement.position import CURRENT_RATE, LADDER, Baseline, baseline_of, rung_of
from pmcoach_lint.engagement.rates import Rate, rate_of
from pmcoach_lint.workspace import Workspace


def argued(workspace: Workspace, assessment: Document, months: Sequence[tuple[str, LoggedTime]]) -> Iterator[str]:
    """The lines of a draft, for the `assessment` that holds and the first and the last of the `months` of the log."""
    rate = rate_of(value_at(assessment, CURRENT_RATE))
    ladder = workspace.standards.value_ladder
    now, then = (rung_of(workspace, assessment, (*LADDER, name)) for name in ("current", "target"))
    if rate:
        place = f", as {ladder[now].level}" if now is not None else ""
        yield f"- Today: {rate.text}{place}."
    base = baseline_of(workspace, assessment)
    multiplier = ladder[then].multiplier if then is not None else None
    if base and multiplier and then is not None:
        yield from _worth(ladder[then].level, base.rate.times(multiplier.low, multiplier.high), base)
    if len(months) > 1:
        (first, before), (last, after) = months[0], months[-1]
        shares = f"{before.strategic:.0f}% of the logged hours in {first}, {after.strategic:.0f}% in {last}"
        yield f"- Strategic work and capability building: {shares}."


def _worth(level: str, worth: Rate, base: Baseline) -> Iterator[str]:
    """What a level of the value ladder is worth, and on which baseline that rests: a stated one, or none."""
    if not base.reckoned:
        yield f"- By the value ladder, a {level} is worth {worth.text} here, from a baseline of {base.rate.text}."
        return
    yield (
        f"- No baseline is given. Reckoned back from today's rate and level, extra hands would cost {base.rate.text}, "
        f"and a {level} would be worth {worth.text}: that is an assumption, and nothing to show a client."
    )
    yield (
        "- To be found out: what extra hands would cost here. It is written down in the engagement, as the baseline of "
        "the rate."
    )
