"""Small charts, drawn as SVG when the site is built: right in light, dark and on paper, without any script.

Every figure in a chart also stands beside it as text. Colours are variables of the style sheet; what stands in the
attributes is for paper and for readers that know no style sheets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from pmcoach_lint.site.html import element

_PAPER, _INK, _TRACK, _FILL = "#ffffff", "#17343b", "#cfdadc", "#2c7a86"
_SHADES = (("#8fa3a8", "#10262b"), ("#a9d3d9", "#10262b"), ("#2c7a86", "#ffffff"), ("#d9772b", "#1b0d02"))
"""The colour of each part of a bar, and that of words on it; further parts begin again."""

_BAR, _GAP, _HEAD = 26, 14, 18
_ROOM_FOR_FIGURE = 9


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
    return element(
        "svg",
        element("title", title, id=f"{own_id}-title"),
        element("desc", told, id=f"{own_id}-desc"),
        drawn,
        class_="pm-chart",
        role="img",
        aria_labelledby=f"{own_id}-title",
        aria_describedby=f"{own_id}-desc",
        width="100%",
        height=len(bars) * step - _GAP,
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


def steps(cycles: Sequence[tuple[int | None, int | None]], rungs: int = 6) -> Markup:
    """Where each cycle began on a ladder (a dot) and what it was headed for (a ring), one after the other.

    Args:
        cycles: Both rungs of each cycle, counted from 1; None where nobody knows.
        rungs: How many rungs the ladder has.

    Returns:
        The drawing. The figures stand beside it, so it has no words of its own.
    """
    wide, high, gap = 34, 34, 5
    drawn = [
        element("line", x1=0, x2=wide * len(cycles), y1=high - gap * number, y2=high - gap * number, stroke=_TRACK,
                class_="pm-chart__line")
        for number in range(1, rungs + 1)
    ]
    for place, (low, top) in enumerate(cycles):
        left, right = place * wide + 8, place * wide + 26
        if low and top:
            drawn.append(
                element("line", x1=left, x2=right, y1=high - gap * low, y2=high - gap * top, stroke=_FILL,
                        stroke_width=2, class_="pm-chart__step")
            )
        if top:
            drawn.append(element("circle", cx=right, cy=high - gap * top, r=3, fill=_PAPER, stroke=_FILL, stroke_width=2,
                                 class_="pm-chart__aim"))
        if low:
            drawn.append(element("circle", cx=left, cy=high - gap * low, r=4, fill=_FILL, class_="pm-chart__dot"))
    return element("svg", drawn, class_="pm-steps", aria_hidden="true", width=wide * len(cycles), height=high + 2)


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
