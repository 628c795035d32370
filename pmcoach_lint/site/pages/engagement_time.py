"""Where the time of an engagement goes: as it was assessed, as it should be, and as the log has it month by month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from pmcoach_lint.engagement.logged import LoggedTime
from pmcoach_lint.site import charts
from pmcoach_lint.site.contents import Site
from pmcoach_lint.site.engagement import WORK, Engagement, Share
from pmcoach_lint.site.html import Content, element, joined, unless_empty
from pmcoach_lint.site.pages.clients import said_in
from pmcoach_lint.site.pages.parts import day_words, month_words, sparse, table

_HOUR = 60


def time_spent(engagement: Engagement, site: Site) -> Markup | None:
    """Where the time goes and where it should, then what the log says of each month: as bars and as tables."""
    return joined(_allocation(engagement, site), _months(engagement)) or None


def _allocation(engagement: Engagement, site: Site) -> Markup | None:
    """The shares of the latest assessment, beside those that the log shows for the same time."""
    shares, doc = engagement.allocation, engagement.assessment
    if not shares or doc is None:
        return None
    bars = [charts.Bar(name, parts) for name, parts in _bars(engagement) if any(parts)]
    title = f"Where the time goes at {engagement.client}"
    drawn = charts.stacked_bars(bars, [each.work for each in shares], title=title, own_id="time") if bars else None
    rows = [
        (
            [charts.swatch(place), " ", share.work],
            _figure(share.current),
            _figure(logged) if logged is not None else None,
            _figure(share.target),
            _change(share),
            share.shift,
        )
        for place, (share, logged) in enumerate(zip(shares, _logged(engagement), strict=True))
    ]
    heads = ("Work", "Now", "By the log", "Target", "Change", "Shift")
    return joined(
        unless_empty("figure", drawn, class_="pm-figure"),
        sparse(heads, rows, "Time by type of work", "figures"),
        said_in(doc, engagement, site),
    )


def _bars(engagement: Engagement) -> Iterator[tuple[str, list[float]]]:
    """The bars of the assessment: now, by the log in the time before, and the target."""
    shares, doc, logged = engagement.allocation, engagement.assessment, engagement.logged
    now = f"Now (assessed {day_words(doc.day)})" if doc and doc.day else "Now"
    yield now, [each.current or 0 for each in shares]
    if logged:
        when = f"{_day(logged.first)} to {_day(logged.last)}"
        yield f"By the log, {when}", [figure or 0 for figure in _logged(engagement)]
    yield "Target", [each.target or 0 for each in shares]


def _logged(engagement: Engagement) -> list[float | None]:
    """What the log shows for each share of the assessment, as far as it has enough entries to show anything."""
    logged = engagement.logged
    return [round(logged.share(share.work.lower()), 1) if logged else None for share in engagement.allocation]


def _day(written: str) -> str:
    return day_words(date.fromisoformat(written))


def _months(engagement: Engagement) -> Markup | None:
    """The log month by month."""
    months = engagement.months
    if not months:
        return None
    keys = [name.lower() for name in WORK]
    bars = [
        charts.Bar(f"{month_words(month)}: {_hours(logged)}", [round(logged.share(key), 1) for key in keys])
        for month, logged in months
    ]
    title = f"The log of {engagement.client} by month"
    drawn = charts.stacked_bars(bars, WORK, title=title, own_id="months")
    rows = [
        (
            month_words(month),
            element("span", _hours(logged), class_="pm-number"),
            *(_figure(logged.share(key)) for key in keys),
            _figure(logged.strategic),
        )
        for month, logged in months
    ]
    works = [element("span", charts.swatch(place), " ", name) for place, name in enumerate(WORK)]
    heads: list[Content] = ["Month", "Logged", *works, "Strategic + capability"]
    return joined(
        element("h3", "By the log, month by month", id="by-the-log", data_search_exclude=True),
        element("figure", drawn, class_="pm-figure"),
        table(heads, rows, "Logged time by month", "figures"),
        element(
            "p",
            "Entries that say both how long they took and what type of work they were. The last column is strategic "
            "work and capability building together.",
            class_="pm-note",
        ),
    )


def _hours(logged: LoggedTime) -> str:
    return f"{logged.total / _HOUR:.1f} h"


def _figure(value: float | None) -> Markup:
    return element("span", charts.figure(round(value, 1)) if value is not None else "–", class_="pm-number")


def _change(share: Share) -> Markup:
    """By how many points a share is to change."""
    if share.current is None or share.target is None:
        return element("span", "–", class_="pm-number")
    points = share.target - share.current
    words = "±0" if not points else f"{'+' if points > 0 else '−'}{abs(points):.4g}"
    return element("span", words, class_="pm-number")
