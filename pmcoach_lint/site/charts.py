"""Small charts, drawn as SVG when the site is built: right in light, dark and on paper, without any script.

Every figure in a chart also stands beside it as text. Colours are variables of the style sheet; what stands in the
attributes is for paper and for readers that know no style sheets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from pmcoach_lint.site.html import Content, element
from pmcoach_lint.tuples import NamedTuple

_PAPER, _INK, _TRACK, _FILL = "#ffffff", "#17343b", "#cfdadc", "#2c7a86"
_SHADES = (("#8fa3a8", "#10262b"), ("#a9d3d9", "#10262b"), ("#2c7a86", "#ffffff"), ("#d9772b", "#1b0d02"))
"""The colour of each part of a bar, and that of words on it; further parts begin again."""

_BAR, _GAP, _HEAD = 26, 14, 18
_ROOM_FOR_FIGURE = 9
_CYCLE, _LADDER, _RUNG = 34, 34, 5
"""How wide a cycle is in a drawing of steps, how high its ladder, and how far apart the rungs, in pixels."""

_RUNGS = 6


class Bar(NamedTuple):
    """A stacked bar: its name, and the sizes of its parts in percent of the whole width."""

    name: str
    parts: Sequence[float]


def stacked_bars(bars: Sequence[Bar], names: Sequence[str], *, title: str, own_id: str) -> Markup:
    """Stacked bars below each other.

    Args:
        bars: The bars. Parts that add up to more than 100 are drawn in proportion.
        names: What the parts of every bar stand for.
        title: What the chart shows.
        own_id: What the ids in it begin with.

    Returns:
        The chart. Its width follows that of the page; its words keep their size.
    """
    step = _HEAD + _BAR + _GAP
    told = "; ".join(
        f"{bar.name}: {', '.join(f'{name} {figure(part)}' for name, part in zip(names, bar.parts, strict=True))}"
        for bar in bars
    )
    drawn = [_drawn(bar, place * step) for place, bar in enumerate(bars)]
    return described(drawn, title, told, own_id, height=len(bars) * step - _GAP)


def described(drawn: Content, title: str, told: str, own_id: str, *, height: int, class_: str = "pm-chart") -> Markup:
    """A chart with its title, and with its figures in words for those who do not see it.

    Args:
        drawn: What is drawn.
        title: What the chart shows.
        told: Its figures in words.
        own_id: What the ids in it begin with.
        height: Its height in pixels; its width follows that of the page.
        class_: The classes by which the style sheet knows it.
    """
    return element(
        "svg",
        element("title", title, id=f"{own_id}-title"),
        element("desc", told, id=f"{own_id}-desc"),
        drawn,
        class_=class_,
        role="img",
        aria_labelledby=f"{own_id}-title",
        aria_describedby=f"{own_id}-desc",
        width="100%",
        height=height,
        xmlns="http://www.w3.org/2000/svg",
    )


def meter(done: int, total: int) -> Markup:
    """A bar that shows how much of a whole is done. The figures stand beside it, so it has no words of its own."""
    filled = 100 * done / total if total else 0
    bars = [
        element("rect", width="100%", height="100%", rx=3, fill=_TRACK, class_="pm-chart__track"),
        element("rect", width=f"{filled:g}%", height="100%", rx=3, fill=_FILL, class_="pm-chart__fill"),
    ]
    return element("svg", bars, class_="pm-meter", aria_hidden="true", width=96, height=8)


def steps(cycles: Sequence[tuple[int | None, int | None, int | None]]) -> Markup:
    """Where each cycle began on a ladder (a dot), what it was headed for (a ring), and where it ended (a dot).

    Args:
        cycles: The three rungs of each cycle, counted from 1; None where nobody knows.

    Returns:
        The drawing. The figures stand beside it, so it has no words of its own.
    """
    width = _CYCLE * len(cycles)
    heights = [_LADDER - _RUNG * number for number in range(_RUNGS + 1)]
    drawn = [
        element("line", x1=0, x2=width, y1=at, y2=at, stroke=_TRACK, class_="pm-chart__line") for at in heights[1:]
    ]
    for place, rung in enumerate(cycles):
        drawn += _cycle(place * _CYCLE, [heights[each] if each and each <= _RUNGS else None for each in rung])
    return element("svg", drawn, class_="pm-steps", aria_hidden="true", width=width, height=_LADDER + 2)


def _cycle(left: int, heights: Sequence[int | None]) -> Iterator[Markup]:
    """One cycle of a ladder, from the heights at which it began, was headed for, and ended."""
    low, aim, end = heights
    begin, finish = left + 8, left + 26
    to = end or aim
    if low and to:
        yield element("line", x1=begin, x2=finish, y1=low, y2=to, stroke=_FILL, stroke_width=2, class_="pm-chart__step")
    if aim:
        yield element(
            "circle", cx=finish, cy=aim, r=4, fill=_PAPER, stroke=_FILL, stroke_width=2, class_="pm-chart__aim"
        )
    for across, at in ((begin, low), (finish, end)):
        if at:
            yield element("circle", cx=across, cy=at, r=3, fill=_FILL, class_="pm-chart__dot")


def swatch(place: int) -> Markup:
    """The colour of the part at `place` of a bar, for its name in a legend."""
    fill, _ = _SHADES[place % len(_SHADES)]
    square = element("rect", width=10, height=10, rx=2, fill=fill, class_=f"pm-part pm-part--{place % len(_SHADES)}")
    return element("svg", square, class_="pm-swatch", aria_hidden="true", width=10, height=10)


def figure(percent: float) -> str:
    """A share in percent, as text."""
    return f"{percent:.4g}%"


def _drawn(bar: Bar, top: int) -> Iterable[Markup]:
    """The name of a bar, and the bar below it."""
    yield element("text", bar.name, x=0, y=top + 12, font_size=12, fill=_INK, class_="pm-chart__name")
    scale = 100 / max(100.0, sum(bar.parts))
    begin = 0.0
    for place, part in enumerate(bar.parts):
        width = part * scale
        if width > 0:
            yield from _part(place, part, begin, width, top + _HEAD)
        begin += width


def _part(place: int, part: float, begin: float, width: float, top: int) -> Iterable[Markup]:
    number = place % len(_SHADES)
    fill, ink = _SHADES[number]
    across = {"x": f"{begin:.6g}%", "width": f"{width:.6g}%"}
    shape = element("rect", **across, y=top, height=_BAR, fill=fill, stroke=_PAPER, class_=f"pm-part pm-part--{number}")
    yield shape
    if width >= _ROOM_FOR_FIGURE:
        yield element(
            "text",
            figure(part),
            x=f"{begin + width / 2:.6g}%",
            y=top + _BAR // 2 + 4,
            font_size=12,
            text_anchor="middle",
            fill=ink,
            class_=f"pm-part__figure pm-part__figure--{number}",
        )
