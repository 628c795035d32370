"""The home page: what this is, how the packs stand, what runs at present, and where to go on."""

from __future__ import annotations

from markupsafe import Markup

from pmcoach_lint.site.contents import GETTING_STARTED, HOME, PACK_INDEX, RULE_INDEX, Site
from pmcoach_lint.site.html import element, joined, spaced
from pmcoach_lint.site.pack import STATUSES, Pack
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.parts import cycle, ladder, link, status_word, unindexed

_ABOUT = (
    "One coaching cycle of one product manager, on one page: what good looks like here, where they stand and by what "
    "evidence, one to three growth bets, and the practice that makes them pay off. Written as Markdown, reviewed like "
    "code, checked down to the single cell, and published here."
)
_MOST = 6


def home_page(site: Site) -> Page:
    """The home page."""
    writer = Writer(site.name, description=site.description or _ABOUT, hide=["navigation", "toc"])
    writer.html(element("p", site.description or _ABOUT, class_="pm-lead"))
    writer.html(_doors(site))
    if site.packs:
        writer.html(_standing(site))
        _write_running(writer, site)
    _write_parts(writer, site)
    return Page(HOME, writer.text())


def _doors(site: Site) -> Markup:
    """The ways on from here."""
    doors = [
        link("Browse the packs", site.links.between(HOME, PACK_INDEX), class_="md-button md-button--primary"),
        link("Get started", site.links.between(HOME, GETTING_STARTED), class_="md-button")
        if GETTING_STARTED in site.own
        else None,
        link("What is checked", site.links.between(HOME, RULE_INDEX), class_="md-button"),
    ]
    return element("p", spaced(door for door in doors if door), class_="pm-doors")


def _standing(site: Site) -> Markup:
    """How many packs there are of each status, each number a way to them."""
    index = site.links.between(HOME, PACK_INDEX)
    tiles = []
    for status in STATUSES:
        count = sum(pack.status == status for pack in site.packs)
        words = [element("span", str(count), class_="pm-tile__count"), " ", element("span", status_word(status))]
        address = f"{index}?status={status}"
        tile = link(words, address, class_="pm-tile") if count else element("span", words, class_="pm-tile")
        tiles.append(element("li", tile, class_=f"pm-tiles__item pm-tiles__item--{status}"))
    return unindexed(element("ul", spaced(tiles), class_="pm-tiles", aria_label="Packs by status"))


def _write_running(writer: Writer, site: Site) -> None:
    """Add the active packs that began last."""
    active = [pack for pack in site.packs if pack.status == "active"]
    if not active:
        return
    active.sort(key=lambda pack: pack.start.toordinal() if pack.start else 0, reverse=True)
    writer.heading(2, "Running now", search=False)
    cards = [_card(pack, site) for pack in active[:_MOST]]
    writer.html(unindexed(element("ul", spaced(cards), class_="pm-cards")))


def _card(pack: Pack, site: Site) -> Markup:
    steps = [
        element("li", element("span", bet.name, class_="pm-card__bet"), " ", ladder(bet, pack.edition))
        for bet in pack.bets
    ]
    return element(
        "li",
        element("p", " · ".join(filter(None, (pack.pm, pack.role))), class_="pm-card__small"),
        element("p", link(pack.title, site.links.between(HOME, f"{pack.page}.md")), class_="pm-card__title"),
        element("ul", spaced(steps), class_="pm-card__bets") if steps else None,
        element("p", cycle(pack), class_="pm-card__small"),
        class_="pm-card",
    )


def _write_parts(writer: Writer, site: Site) -> None:
    """Add what each type of document holds, as its schema says."""
    for doctype in site.doctypes:
        properties = doctype.schema["properties"]
        parts = [
            element("li", element("strong", part["title"]), " ", element("span", part["description"]))
            for name, part in properties.items()
            if name in doctype.binding.required and "section" in part.get("x-markdown", {})
        ]
        if len(parts) > 1:
            writer.heading(2, f"What a {doctype.title} holds")
            writer.html(element("ol", spaced(parts), class_="pm-parts"))
            page = site.links.between(HOME, site.type_page(doctype))
            writer.html(element("p", joined(link("Every field of it, and how it may be written", page))))
