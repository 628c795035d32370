"""The index of coaching packs."""

from __future__ import annotations

from pmcoach_lint.site.contents import HOME, PACK_INDEX, Site
from pmcoach_lint.site.html import element, unindexed
from pmcoach_lint.site.pack import STATUSES, Pack
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.dues import stand_words
from pmcoach_lint.site.pages.listing import Cell, Filter, Listing, Row, choices, head
from pmcoach_lint.site.pages.parts import link, status_mark
from pmcoach_lint.site.pages.tags import TAGS

COLUMNS = ("PM", "Status", "Now", "Role", "Team", "Coach", "Start")
FOR_INSIDE = ("Score", "To put right")


def index_page(site: Site) -> Page:
    """The page that lists all packs."""
    writer = Writer("Coaching packs", description="All coaching packs that may be seen here.", hide=site.without("toc"))
    if site.packs:
        packs = sorted(site.packs, key=_order)
        columns = (*COLUMNS, *FOR_INSIDE) if site.inside else COLUMNS
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
    statuses = Filter.of_status(status for status in STATUSES if any(pack.status == status for pack in packs))
    return [statuses, Filter("team", "Team", choices(pack.team for pack in packs))]


def _row(pack: Pack, site: Site) -> Row:
    cells = [
        Cell(status_mark(pack.status), _status_order(pack), short=True),
        Cell(stand_words(pack), _urgency(pack)),
        Cell(pack.role),
        Cell(pack.team),
        Cell(pack.coach, short=True),
        Cell.of_day(pack.start),
    ]
    if site.inside:
        total = pack.score.total if pack.score else None
        cells.append(Cell(pack.score.words if pack.score else "", total, short=True))
        cells.append(Cell.of_findings(pack.findings))
    address = site.links.between(PACK_INDEX, pack.path)
    first = head(pack.pm or pack.title, address, pack.title if pack.pm else None)
    words = dict.fromkeys(word for bet in pack.bets for word in (bet.name, bet.competency) if word)
    words |= dict.fromkeys(level.competency for level in pack.levels)
    return Row(first, pack.pm or pack.title, cells, (pack.status, pack.team), "; ".join(words))


def _urgency(pack: Pack) -> str:
    """What the packs are sorted by where the most urgent ones come first: at risk, overdue, due, then by the week."""
    stand = pack.stand
    if stand is None or not stand_words(pack):
        return ""
    counts = (len(stand.at_risk), len(stand.overdue), len(stand.due))
    return "".join(f"{99 - min(count, 99):02}" for count in counts)
