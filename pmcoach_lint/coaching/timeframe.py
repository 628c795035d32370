"""When a growth bet runs, wherever the pack says so."""

from __future__ import annotations

from itertools import chain

from pmcoach_lint.coaching.parts import Bet, Node
from pmcoach_lint.readers.calendar import DAY, MONTH
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.yaml_marks import Path

_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PART_OF = r"(?:(?:the )?(?:end|middle|start|beginning|close|week) of |mid[- ]|early |late )?(?:the )?"
_SEASON = r"(?:year|quarter|month|cycle|spring|summer|autumn|fall|winter|Q[1-4]\b)"
_WHEN = anycase(
    rf"\bw(?:(?:ee)?ks?)? ?\d|\b{_NUMBER}[ -]weeks?\b|\bweek of (?:{DAY}|\d)"
    rf"|\b(?:by|until|till|before|through|end of|middle of) {_PART_OF}(?:{DAY}|\d{{4}}-\d\d|{MONTH}\b|{_SEASON})"
)
"""Words that say when something runs, or by when: not each month that a text speaks of is one in which it does."""

_DAY = anycase(rf"(?<![\w.-]){DAY}(?![\w-])")


def timeframe_of(bet: Bet) -> Path | None:
    """What says when a bet runs; None where nothing does.

    It is the bet's timeframe, a week of the plan, a rep with its weeks, a checkpoint with its week or day, stretch work
    with its day, or words of the bet's own: then its path is that of the bet. What is there and cannot be read is told
    elsewhere.
    """
    at = bet.node.at("timeframe")
    if "timeframe" in bet.node.value or bet.node.document.is_settled(at):
        return at
    points = (point for plan in bet.plans for point in plan.nodes("checkpoints"))
    places = chain(
        (week.path for week in bet.weeks if "weeks" in week.value),
        (rep.path for rep in bet.planned("reps") if isinstance(rep.value, dict) and "weeks" in rep.value),
        (point.path for point in points if point.is_placed or _says_when(point)),
        (work.path for work in bet.planned("stretch") if _DAY.search(str(work.value))),
    )
    return next(places, bet.node.path if _says_when(bet.node) else None)


def first_week(bet: Bet) -> int:
    """The week of the cycle in which a bet begins, as far as its timeframe says; else the first one."""
    told = bet.node.value.get("timeframe")
    return int(told["from"]) if isinstance(told, dict) and "from" in told else 1


def _says_when(node: Node) -> bool:
    """Whether the words of a record say when it is. Those that say why it matters may speak of any other time."""
    start, end = node.document.values.get(node.path, (0, 0))
    why = node.document.values.get(node.at("why"), (end, end))
    return any(_WHEN.search(node.document.standing, *part) for part in ((start, why[0]), (why[1], end)))
