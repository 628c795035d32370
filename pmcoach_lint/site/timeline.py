"""The weeks of a cycle as a drawing: reps as bars, checkpoints and reviews as marks, and the day of the build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from pmcoach_lint.site import charts
from pmcoach_lint.site.html import element
from pmcoach_lint.tuples import NamedTuple

_INK, _LINE, _BAR, _MARK, _TODAY = "#17343b", "#d5dfe1", "#2c7a86", "#d9772b", "#b3261e"
_HEAD, _ROW, _NAME, _DRAWN = 20, 36, 12, 17
"""The heights of the line of weeks and of a row, and how far below its top its name and what is drawn begin, in pixels.

Names stand above what is drawn: on a narrow screen there is no room beside it.
"""

_EDGE = 2.0
"""How much of the width, in percent, stays free on both sides, for marks on the first and the last day."""


class Bar(NamedTuple):
    """A stretch of weeks, both included, counted from 1."""

    first: int
    last: int


class Mark(NamedTuple):
    """A day: how far into the cycle it is in weeks from 0, and whether what belongs to it was done."""

    at: float
    done: bool


class Lane(NamedTuple):
    """A row of the drawing: its name, with bars and marks."""

    name: str
    bars: Sequence[Bar] = ()
    marks: Sequence[Mark] = ()


def timeline(lanes: Sequence[Lane], weeks: int, today: float | None, *, title: str, told: str, own_id: str) -> Markup:
    """The drawing of a cycle.

    Args:
        lanes: Its rows, from the top.
        weeks: How many weeks it has.
        today: How far into the cycle the day of the build is, in weeks from 0; None where it is outside.
        title: What the drawing shows.
        told: The same in words, for those who do not see it.
        own_id: What the ids in it begin with.
    """
    height = _HEAD + _ROW * len(lanes) + 4
    drawn = [*_grid(weeks, height)]
    for place, lane in enumerate(lanes):
        drawn += _lane(lane, weeks, _HEAD + place * _ROW)
    if today is not None:
        at = _x(today, weeks)
        drawn.append(
            element("line", x1=at, x2=at, y1=4, y2=height, stroke=_TODAY, stroke_width=2, class_="pm-time__today")
        )
    return charts.described(drawn, title, told, own_id, height=height, class_="pm-chart pm-time")


def weeks_into(start: date, day: date) -> float:
    """How far into a cycle the middle of a day is, in weeks."""
    return ((day - start).days + 0.5) / 7


def _grid(weeks: int, height: int) -> Iterator[Markup]:
    """The lines between the weeks, with their numbers above."""
    for week in range(weeks + 1):
        at = _x(week, weeks)
        yield element("line", x1=at, x2=at, y1=_HEAD - 4, y2=height, stroke=_LINE, class_="pm-chart__line")
    for week in range(1, weeks + 1):
        yield element(
            "text", str(week), x=_x(week - 0.5, weeks), y=_HEAD - 7, font_size=11, text_anchor="middle", fill=_INK,
            class_="pm-time__week",
        )  # fmt: skip


def _lane(lane: Lane, weeks: int, top: int) -> Iterator[Markup]:
    yield element(
        "text", lane.name, x=_x(0, weeks), dx=5, y=top + _NAME, font_size=12, fill=_INK, class_="pm-chart__name"
    )
    for bar in lane.bars:
        first, last = max(bar.first, 1), min(bar.last, weeks)
        if first <= last:
            width = f"{(last - first + 1) * _wide(weeks):.4g}%"
            yield element("rect", x=_x(first - 1, weeks), y=top + _DRAWN, width=width, height=11, rx=3, fill=_BAR,
                          class_="pm-time__bar")  # fmt: skip
    for mark in lane.marks:
        if 0 <= mark.at <= weeks:
            state = "done" if mark.done else "open"
            look = {"fill": _MARK if mark.done else "#ffffff", "class_": f"pm-time__mark pm-time__mark--{state}"}
            yield element(
                "circle", cx=_x(mark.at, weeks), cy=top + _DRAWN + 5, r=6, stroke=_MARK, stroke_width=2, **look
            )


def _wide(weeks: int) -> float:
    """The width of a week in percent."""
    return (100 - 2 * _EDGE) / weeks


def _x(at: float, weeks: int) -> str:
    return f"{_EDGE + at * _wide(weeks):.4g}%"
