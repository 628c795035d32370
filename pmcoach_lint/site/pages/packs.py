"""The index of packs: one table, which the site's script sorts and filters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from pmcoach_lint.finding import Severity
from pmcoach_lint.site.contents import PACK_INDEX, Site
from pmcoach_lint.site.html import Content, element, joined, spaced
from pmcoach_lint.site.pack import STATUSES, Pack
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.parts import counted, day, link, status_mark, status_word, unindexed

COLUMNS = ("PM", "Role", "Team", "Coach", "Status", "Start", "End", "Weeks", "Bets", "Findings")

_TABLE = "pm-packs"


def index_page(site: Site) -> Page:
    """The page that lists all packs."""
    writer = Writer(
        "Coaching packs", description="All coaching packs that may be seen here.", hide=["navigation", "toc"]
    )
    if site.packs:
        packs = sorted(site.packs, key=_order)
        parts = (_filters(packs), _table(packs, site), element("p", "No pack matches.", class_="pm-none", hidden=True))
        writer.html(unindexed(*parts, class_="pm-index"))
    else:
        writer.html(element("p", "There is no pack here yet that you may see."))
    return Page(PACK_INDEX, writer.text())


def _order(pack: Pack) -> tuple[int, int, str]:
    """Active packs first, and of those the one that began last."""
    return (_status_order(pack), -pack.start.toordinal() if pack.start else 0, pack.title.casefold())


def _status_order(pack: Pack) -> int:
    return STATUSES.index(pack.status) if pack.status else len(STATUSES)


def _filters(packs: list[Pack]) -> Markup:
    """The controls above the table. They do nothing without a script, which therefore shows them."""
    teams = sorted({pack.team for pack in packs if pack.team}, key=str.casefold)
    statuses = [(status, status_word(status)) for status in STATUSES if any(pack.status == status for pack in packs)]
    find = element("input", type="search", id="pm-find", name="q", aria_controls=_TABLE, autocomplete="off")
    fields = [
        _field("Find", "pm-find", find),
        _field("Status", "pm-status", _choice("status", "pm-status", statuses)),
        _field("Team", "pm-team", _choice("team", "pm-team", [(team, team) for team in teams])),
    ]
    count = element("p", counted(len(packs), "pack"), class_="pm-count", role="status")
    reset = element("button", "Show all", type="button", class_="pm-reset", hidden=True)
    return element("form", fields, count, reset, class_="pm-filters", hidden=True)


def _field(name: str, control_id: str, control: Markup) -> Markup:
    return element("div", element("label", name, for_=control_id), control, class_="pm-field")


def _choice(name: str, own_id: str, values: Iterable[tuple[str, str]]) -> Markup:
    options = [element("option", words, value=value) for value, words in values]
    first = element("option", "All", value="")
    return element("select", first, options, id=own_id, name=name, aria_controls=_TABLE)


def _table(packs: list[Pack], site: Site) -> Markup:
    caption = element("caption", "Coaching packs", class_="pm-hidden")
    head = element("tr", [element("th", column, scope="col") for column in COLUMNS])
    rows = [_row(pack, site) for pack in packs]
    table = element(
        "table", caption, element("thead", head), element("tbody", rows), class_="pm-table pm-table--packs", id=_TABLE
    )
    return element("div", table, class_="pm-scroll", role="region", tabindex=0, aria_label="Coaching packs")


def _row(pack: Pack, site: Site) -> Markup:
    address = site.links.between(PACK_INDEX, f"{pack.page}.md")
    name = link(pack.pm or pack.title, address, class_="pm-packs__name")
    title = element("span", pack.title, class_="pm-packs__title") if pack.pm else None
    cells = [
        _cell(pack.role),
        _cell(pack.team),
        _cell(pack.coach, short=True),
        _cell(status_mark(pack.status), key=_status_order(pack), short=True),
        _day_cell(pack.start),
        _day_cell(pack.end),
        _cell(_number(pack.weeks), short=True),
        _cell(_number(len(pack.bets) or None), short=True),
        _cell(_findings(pack), key=len(pack.findings), short=True),
    ]
    first = element("th", spaced(part for part in (name, title) if part), scope="row", data_key=pack.pm or pack.title)
    return element("tr", first, cells, data_status=pack.status, data_team=pack.team)


def _cell(content: Content, key: int | str | None = None, *, short: bool = False) -> Markup:
    return element("td", content, data_key=key, class_="pm-short" if short else None)


def _day_cell(value: date | None) -> Markup:
    return _cell(day(value), value.isoformat(), short=True) if value else _cell("", "")


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _findings(pack: Pack) -> Markup:
    """What the linter says of a pack, in a word or two."""
    errors = sum(finding.severity is Severity.ERROR for finding in pack.findings)
    warnings = len(pack.findings) - errors
    if not pack.findings:
        return element("span", "none", class_="pm-muted")
    parts = [counted(errors, "error") if errors else "", counted(warnings, "warning") if warnings else ""]
    return joined(", ".join(filter(None, parts)))
