"""The index of coaching packs."""

from __future__ import annotations

from pmcoach_lint.site.contents import HOME, PACK_INDEX, Site
from pmcoach_lint.site.html import element, unindexed
from pmcoach_lint.site.pack import STATUSES, Pack
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.listing import Cell, Filter, Listing, Row, choices, day_cell, head
from pmcoach_lint.site.pages.parts import findings_words, link, status_mark, status_word
from pmcoach_lint.site.pages.tags import TAGS

COLUMNS = ("PM", "Role", "Team", "Coach", "Status", "Start", "End", "Weeks", "Bets", "Findings")


def index_page(site: Site) -> Page:
    """The page that lists all packs."""
    writer = Writer("Coaching packs", description="All coaching packs that may be seen here.", hide=site.without("toc"))
    if site.packs:
        packs = sorted(site.packs, key=_order)
        columns = COLUMNS if site.inside else COLUMNS[:-1]
        listing = Listing("pm-packs", "Coaching packs", ("pack", "packs"), columns, _filters(packs))
        writer.html(listing.html([_row(pack, site) for pack in packs]))
        by_tag = link("All packs by competency, team and status", site.links.between(PACK_INDEX, TAGS))
        writer.html(unindexed(element("p", by_tag, class_="pm-note")))
    else:
        told = "There is no pack here yet that you may see."
        if site.inside:
            told += " A new one is private, until its visibility says who may see it."
        writer.paragraph(told)
    return Page(PACK_INDEX, writer.text(), under=None if site.has_packs else HOME)


def _order(pack: Pack) -> tuple[int, int, str]:
    """Active packs first, and of those the one that began last."""
    return (_status_order(pack), -pack.start.toordinal() if pack.start else 0, pack.title.casefold())


def _status_order(pack: Pack) -> int:
    return STATUSES.index(pack.status) if pack.status else len(STATUSES)


def _filters(packs: list[Pack]) -> list[Filter]:
    statuses = [(status, status_word(status)) for status in STATUSES if any(pack.status == status for pack in packs)]
    return [Filter("status", "Status", statuses), Filter("team", "Team", choices(pack.team for pack in packs))]


def _row(pack: Pack, site: Site) -> Row:
    cells = [
        Cell(pack.role),
        Cell(pack.team),
        Cell(pack.coach, short=True),
        Cell(status_mark(pack.status), _status_order(pack), short=True),
        day_cell(pack.start),
        day_cell(pack.end),
        Cell(_number(pack.weeks), short=True),
        Cell(_number(len(pack.bets) or None), short=True),
    ]
    if site.inside:
        cells.append(Cell(findings_words(pack.findings), len(pack.findings), short=True))
    address = site.links.between(PACK_INDEX, pack.path)
    first = head(pack.pm or pack.title, address, pack.title if pack.pm else None)
    return Row(first, pack.pm or pack.title, cells, (pack.status, pack.team))


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
