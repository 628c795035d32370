"""The home page: what this is, how the documents stand, what runs at present, and where to go on."""

from __future__ import annotations

from markupsafe import Markup

from pmcoach_lint.doctypes import PACK
from pmcoach_lint.names import with_article
from pmcoach_lint.report.tally import counted
from pmcoach_lint.site.contents import (
    CLIENT_INDEX,
    DOCUMENT_INDEX,
    FAMILIES,
    GETTING_STARTED,
    HOME,
    PACK_INDEX,
    PEOPLE_INDEX,
    RULE_INDEX,
    TYPE_INDEX,
    Site,
)
from pmcoach_lint.site.engagement import Engagement
from pmcoach_lint.site.html import bullets, element, joined, spaced, unindexed, unless_empty
from pmcoach_lint.site.pack import STATUSES, Pack
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.clients import phase_words, step_words
from pmcoach_lint.site.pages.dues import due_list, stand_words
from pmcoach_lint.site.pages.parts import any_status, cycle, day, facts, ladder, link, status_word
from pmcoach_lint.site.pages.scores import distribution

_ABOUT = "Who is being coached, what comes next, and what is at risk: every pack and engagement, as it stands today."
_ABOUT_OUTSIDE = "What is written down here for you to read, as it stands today."
_MOST = 6
_MOST_DUE = 8


def home_page(site: Site) -> Page:
    """The home page."""
    about = site.description or (_ABOUT if site.inside else _ABOUT_OUTSIDE)
    writer = Writer(site.name, description=about, hide=site.without("toc"))
    writer.paragraph(about, class_="pm-lead")
    writer.html(_doors(site))
    if site.packs:
        writer.heading(2, "Coaching packs", search=False)
        writer.html(_standing(site))
        _write_week(writer, site)
        _write_running(writer, site)
        _write_scores(writer, site)
    _write_engagements(writer, site)
    _write_changes(writer, site)
    if site.reference:
        _write_parts(writer, site)
        _write_types(writer, site)
    if site.words:
        writer.words(site.words)
    return Page(HOME, writer.text(), words=f"{site.words.strip()}\n" if site.words else "")


def _doors(site: Site) -> Markup:
    """The ways on from here, the first of them the most likely one."""
    doors = [
        ("Browse the packs", PACK_INDEX, bool(site.packs) or not site.documents),
        ("See who grows where", PEOPLE_INDEX, bool(site.people.coached)),
        ("Browse the clients", CLIENT_INDEX, bool(site.engagements)),
        ("Browse all documents", DOCUMENT_INDEX, bool(site.documents)),
        ("Get started", GETTING_STARTED, GETTING_STARTED in site.own),
        ("How packs are checked", RULE_INDEX, site.reference),
    ]
    open_ = [(words, page) for words, page, is_open in doors if is_open]
    links = [
        link(words, site.links.between(HOME, page), class_="md-button" if place else "md-button md-button--primary")
        for place, (words, page) in enumerate(open_)
    ]
    return element("p", spaced(links), class_="pm-doors")


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


def _write_week(writer: Writer, site: Site) -> None:
    """Add what is due this week or overdue, and what is stuck."""
    writer.part("Due this week and overdue", due_list(site.packs, site, HOME, _MOST_DUE), level=3)
    stuck = [_stuck(pack, pack.stand.at_risk, site) for pack in site.packs if pack.stand and pack.stand.at_risk]
    writer.part("At risk", bullets(stuck, "pm-dues"), level=3)


def _stuck(pack: Pack, bets: tuple[str, ...], site: Site) -> Markup:
    """Whose bets are at risk, and which."""
    return spaced([link(pack.pm or pack.title, site.links.between(HOME, pack.path)), ", ".join(bets)])


def _write_running(writer: Writer, site: Site) -> None:
    """Add the active packs that began last."""
    active = [pack for pack in site.packs if pack.status == "active"]
    active.sort(key=lambda pack: pack.start.toordinal() if pack.start else 0, reverse=True)
    cards = [_card(pack, site) for pack in active[:_MOST]]
    writer.part("Running now", unless_empty("ul", spaced(cards), class_="pm-cards"), level=3)


def _write_scores(writer: Writer, site: Site) -> None:
    """Add how many of the packs that are under way score how much."""
    scores = distribution(pack.score for pack in site.packs if pack.score and pack.status != "completed")
    writer.part("Scores of the packs under way", scores, level=3)


def _write_changes(writer: Writer, site: Site) -> None:
    """Add which documents were changed last, and when."""
    docs = [doc for doc in (*site.packs, *site.documents) if doc.changed]
    docs.sort(key=lambda doc: (-doc.changed.toordinal() if doc.changed else 0, doc.title.casefold()))
    lines = [spaced([day(doc.changed), link(doc.title, site.links.between(HOME, doc.path))]) for doc in docs[:_MOST]]
    writer.part("Changed last", bullets(lines, "pm-dues"))


def _card(pack: Pack, site: Site) -> Markup:
    steps = (
        joined(element("span", bet.name, class_="pm-card__bet"), " ", ladder(bet, pack.edition)) for bet in pack.bets
    )
    return element(
        "li",
        element("p", " · ".join(filter(None, (pack.pm, pack.role))), class_="pm-card__small"),
        element("p", link(pack.title, site.links.between(HOME, pack.path)), class_="pm-card__title"),
        bullets(steps, "pm-card__bets"),
        element("p", cycle(pack), class_="pm-card__small"),
        element("p", stand_words(pack), class_="pm-card__small") if pack.stand else None,
        unless_empty("p", _next_session(pack), class_="pm-card__small"),
        class_="pm-card",
    )


def _next_session(pack: Pack) -> Markup:
    """When coach and PM meet next, where the pack tells."""
    when = pack.stand.next_session if pack.stand else None
    return joined("Next session: ", day(when, year=False)) if when else Markup("")


def _write_engagements(writer: Writer, site: Site) -> None:
    """Add the engagements with what is said of each in a line or two."""
    ordered = sorted(site.engagements, key=lambda each: (each.status != "active", each.client.casefold()))
    cards = [_engagement_card(each, site) for each in ordered[:_MOST]]
    writer.part("Client engagements", unless_empty("ul", spaced(cards), class_="pm-cards"))


def _engagement_card(engagement: Engagement, site: Site) -> Markup:
    phase = phase_words(engagement, site)
    small = [
        f"Phase {phase}" if phase else "",
        counted(len(engagement.docs), "document"),
        counted(len(engagement.progress), "coaching plan") if engagement.progress else "",
    ]
    return element(
        "li",
        unless_empty("p", any_status(engagement.status), class_="pm-card__small"),
        element("p", link(engagement.client, site.links.between(HOME, engagement.path)), class_="pm-card__title"),
        unless_empty("p", step_words(engagement), class_="pm-card__bet"),
        element("p", " · ".join(filter(None, small)), class_="pm-card__small"),
        class_="pm-card",
    )


def _write_parts(writer: Writer, site: Site) -> None:
    """Add what a coaching pack holds, as its schema says."""
    for doctype in site.doctypes:
        properties = doctype.schema["properties"]
        if doctype.name != PACK or (site.documents and not site.packs):
            continue
        parts = [
            element("li", element("strong", part["title"]), " ", element("span", part["description"]))
            for name, part in properties.items()
            if name in doctype.binding.required and "section" in part.get("x-markdown", {})
        ]
        writer.heading(2, f"What {with_article(doctype.title)} holds")
        writer.html(element("ol", spaced(parts), class_="pm-parts"))
        page = site.links.between(HOME, site.type_page(doctype))
        writer.paragraph(joined(link("Every field of it, and how it may be written", page)))


def _write_types(writer: Writer, site: Site) -> None:
    """Add which types of documents there are, family by family."""
    if len(site.doctypes) < 2:
        return
    rows = []
    for family, types in site.families.items():
        links = (link(doctype.title, site.links.between(HOME, site.type_page(doctype))) for doctype in types)
        rows.append((FAMILIES[family], Markup(", ").join(links)))
    writer.part("Kinds of documents", facts(rows))
    index = site.links.between(HOME, TYPE_INDEX)
    writer.paragraph(link("What each of them is for", index))
