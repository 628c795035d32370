"""The end of a coaching cycle: what a pack lacks before the next one can begin, where it has led, and when that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from pmcoach_lint.binding.own_text.days import day_in_front
from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import Cycle
from pmcoach_lint.coaching.followed import CHECKPOINT, REVIEW
from pmcoach_lint.coaching.parts import REACHED, REVIEW_PLAN, Key
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.readers.calendar import DAY
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.text import is_nothing, says_none
from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.weekly.standing import Standing

_DAY = regex(rf"(?<![\w-]){DAY}(?![\w-])", re.IGNORECASE)
_UNSEEN = regex(
    r"\W*(?:(?:was|is|were) )?(?:not|never) (?:yet )?(?:coached|assessed|observed|judged|covered|reviewed|worked on"
    r"|looked at|practised|practiced|touched|(?:a |in |the )?focus|in scope)(?: (?:on|yet|in |this )[^.;:]{0,25})?\W*",
    re.IGNORECASE,
)
"""What is said of a competency in the place of evidence where nobody has looked at it."""


def lacking(standing: Standing) -> list[str]:
    """What a pack still lacks before its next cycle can begin, each in a sentence; nothing when it is over and done."""
    pack, cycle = standing.chain.pack, standing.cycle
    if cycle is None:
        return ["Its front matter does not say when the cycle is: `start` and `weeks`."]
    found = []
    if not cycle.is_over(standing.as_of):
        found.append(f"The cycle runs until {cycle.end.isoformat()}; this is {standing.as_of.isoformat()}.")
    if pack.status == "draft":
        found.append("The pack is still a draft: its cycle has never begun.")
    missed: dict[str, list[str]] = {}
    for item in standing.overdue:
        if item.kind in (CHECKPOINT, REVIEW):
            of = f" of {standing.bets[item.bet].name}" if item.bet is not None else ""
            missed.setdefault(f"{item.kind}{{}}{of}", []).append(item.day.isoformat())
    for what, days in missed.items():
        has = "s" if len(days) > 1 else ""
        found.append(
            f"The {what.format(has)} of {in_a_row(days)} {'have' if has else 'has'} no row in the tracker since."
        )
    reached = reached_levels(standing.chain)
    for bet in standing.bets:
        if bet.bet.competency is None and reached:
            continue  # nobody can tell which of them is meant
        if not any(standing.chain.competencies.same(key, bet.bet.competency) for key in reached):
            said = bet.bet.node.text("competency")
            name = standing.chain.competencies.called(said, bet.bet.competency) or bet.bet.node.value.get("bet")
            found.append(f"“Levels reached” in part 6 does not say where the PM stands on “{name}” ({bet.name}).")
    return found


def levels_table(standing: Standing) -> str:
    """The table “Levels reached” as it may be written into part 6, with the levels at the start."""
    called = standing.chain.competencies.called
    rows = [
        f"| {called(level.node.text('competency'), level.competency)} | {level.node.value.get('current', '')} |  |  |"
        for level in standing.chain.levels
    ] or [f"| {bet.bet.node.text('competency') or bet.bet.node.text('bet')} |  |  |  |" for bet in standing.bets]
    head = ["### Levels reached", "", "| Competency | Start | Reached | Evidence |", "|---|---|---|---|"]
    return "\n".join([*head, *rows])


def following_start(cycle: Cycle, as_of: date) -> date:
    """The day on which the next cycle begins by itself: the weekday of this one, after its end and not in the past."""
    start = cycle.start
    while start <= cycle.end or start < as_of:
        start += timedelta(days=7)
    return start


def reached_levels(chain: Chain) -> dict[Key, dict[str, Any]]:
    """The rows of “Levels reached” that say a level, by competency; else what the last review tells of a bet."""
    found: dict[Key, dict[str, Any]] = {}
    for node in chain.nodes(REACHED):
        keys = chain.competencies.of(node)
        if len(keys) == 1 and node.value.get("reached") and node.value.get("evidence"):
            found[keys[0]] = node.value
    for key, row in _seen_last(chain):
        if not any(chain.competencies.same(key, other) for other in found):
            found[key] = row
    return found


def _seen_last(chain: Chain) -> Iterator[tuple[Key, dict[str, Any]]]:
    """The levels that the last review of a cycle tells of bets, by their competencies, with what showed them there."""
    reviews = [node for node in chain.nodes(REVIEW_PLAN) if node.value.get("date")]
    last = max(reviews, key=lambda node: str(node.value["date"]), default=None)
    if last is None:
        return
    what = last.text("evidence") or last.text("review")
    for place, level in chain.levels_seen(last).items():
        if what and (key := chain.bets[place].competency):
            yield key, {"reached": level, "evidence": [f"{last.value['date']}: {what}"]}


def dated(text: str, end: date) -> tuple[date | None, str]:
    """The day of a piece of evidence, and what it says without one that it begins with.

    A day inside of the text counts as well, the last of several; a day without its year is the one nearest to the `end`
    of the cycle. Without any, nobody knows it.
    """
    front = day_in_front(text, 0, len(text))
    if front and (day := _day(text[slice(*front.day)], end)):
        return day, text[front.end :]
    days = (_day(match[0], end) for match in _DAY.finditer(text))
    return max((day for day in days if day and day <= end), default=None), text


def _day(words: str, end: date) -> date | None:
    with suppress(Unreadable):
        return parse_date(words, Context(near=end.isoformat()))
    return None


def says_unseen(text: str) -> bool:
    """Whether the words about what shows a level say that nothing does: `not coached`, `–`."""
    return is_nothing(text.strip()) or says_none(text, (0, len(text))) or bool(_UNSEEN.fullmatch(text))
