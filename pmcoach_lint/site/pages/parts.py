"""Pieces of HTML that several pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from pmcoach_lint.coaching.steps import rung
from pmcoach_lint.finding import Finding
from pmcoach_lint.readers.bloom import LADDERS
from pmcoach_lint.report.tally import counted, found
from pmcoach_lint.site.contents import Site
from pmcoach_lint.site.html import Content, element, joined, scrolling, spaced
from pmcoach_lint.site.pack import Bet, Pack

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STATUS_WORDS = {
    "active": "Active",
    "in-review": "In review",
    "draft": "Draft",
    "completed": "Completed",
    "final": "Final",
}


def status_word(status: str) -> str:
    """A status as a word."""
    return _STATUS_WORDS.get(status) or (f"{status[:1].upper()}{status[1:]}" if status else "Unknown")


def status_mark(status: str) -> Markup:
    """A status as a mark that differs by more than its colour."""
    kind = status if status in _STATUS_WORDS else "unknown"
    return element("span", status_word(status), class_=f"pm-status pm-status--{kind}")


def any_status(status: str) -> Markup:
    """A status as a mark; nothing for a document that has none."""
    return status_mark(status) if status else Markup("")


def link(words: Content, address: str, **attributes: str) -> Markup:
    """A link."""
    return element("a", words, href=address, **attributes)


def party_link(site: Site, kind: str, name: str, page: str) -> Content:
    """A way from `page` to the page of somebody or of a team, or the bare name where there is none."""
    there = site.party_page(kind, name)
    return link(name, site.links.between(page, there)) if there else name


def findings_words(findings: Iterable[Finding]) -> Markup:
    """What the linter says of a document, in a word or two."""
    words = found(findings)
    return element("span", words, class_="pm-nowrap") if words else element("span", "none", class_="pm-muted")


def day(value: date | None, *, year: bool = True) -> Markup:
    """A day as readers see it, and as programs do; nothing where there is none."""
    if value is None:
        return Markup("")
    return element("time", day_words(value, year=year), datetime=value.isoformat())


def day_words(value: date, *, year: bool = True) -> str:
    """A day in words."""
    return f"{value.day} {_MONTHS[value.month - 1]}" + (f" {value.year}" if year else "")


def month_words(month: str) -> str:
    """A month (2026-09) in words."""
    year, _, number = month.partition("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def cycle(pack: Pack) -> Markup:
    """The cycle of a pack: its days and how many weeks they are."""
    start, end = pack.start, pack.end
    same_year = start and end and start.year == end.year
    days = Markup(" – ").join(filter(None, (day(start, year=not same_year), day(end))))
    return Markup(", ").join(filter(None, (days, in_one_line(counted(pack.weeks, "week")) if pack.weeks else "")))


def in_one_line(words: str) -> Markup:
    """A few words between which a line is not broken."""
    return element("span", words, class_="pm-nowrap")


def ladder(bet: Bet, edition: int) -> Markup | None:
    """The step of a bet on Bloom's ladder, drawn and in words; None where the bet names no level."""
    words = " → ".join(dict.fromkeys(level for level in (bet.current, bet.target) if level))
    if not words:
        return None
    current, target = (rung(level, edition) for level in (bet.current, bet.target))
    rungs = [
        element("span", class_=f"pm-rung pm-rung--{_reached(number, current, target)}")
        for number in range(1, len(LADDERS[edition]) + 1)
    ]
    drawn = element("span", rungs, class_="pm-ladder", aria_hidden="true") if target else None
    return element("span", drawn, " ", element("span", words, class_="pm-step__words"), class_="pm-step")


def facts(pairs: Iterable[tuple[str, Content]]) -> Markup:
    """Names with their values; those without a value are left out."""
    entries = [element("div", element("dt", name), " ", element("dd", value)) for name, value in pairs if joined(value)]
    return element("dl", spaced(entries), class_="pm-facts")


def sparse(heads: Sequence[Content], rows: Sequence[Sequence[Content]], label: str, kind: str) -> Markup | None:
    """A table without the columns that nobody has filled, of which the first one stays; nothing without rows."""
    kept = [place for place in range(len(heads)) if not place or any(joined(row[place]) for row in rows)]
    shown = [[row[place] for place in kept] for row in rows]
    return table([heads[place] for place in kept], shown, label, kind) if rows else None


def table(heads: Iterable[Content], rows: Iterable[Iterable[Content]], label: str, kind: str = "reference") -> Markup:
    """A table that scrolls inside its own container; the first cell of a row is its head."""
    head = element("tr", spaced(element("th", cell, scope="col") for cell in heads))
    body = spaced(_row(*row) for row in rows)
    content = element("table", element("thead", head), element("tbody", body), class_=f"pm-table pm-table--{kind}")
    return scrolling(content, label)


def _row(head: Content, *cells: Content) -> Markup:
    return element("tr", spaced([element("th", head, scope="row"), *(element("td", cell) for cell in cells)]))


def _reached(number: int, current: int | None, target: int | None) -> str:
    """Whether a rung is held already, is to be reached, or lies above."""
    if current is not None and number <= current:
        return "held"
    return "next" if target is not None and number <= target else "above"
