"""The index of client engagements."""

from __future__ import annotations

from markupsafe import Markup

from pmcoach_lint.site.contents import CLIENT_INDEX, Site
from pmcoach_lint.site.doc import Doc
from pmcoach_lint.site.engagement import Engagement
from pmcoach_lint.site.html import Content, element, spaced
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.listing import Cell, Filter, Listing, Row, choices, head
from pmcoach_lint.site.pages.parts import any_status, day, link

COLUMNS = ("Client", "Phase", "Value ladder", "Status", "Since", "Coaching plans", "Documents", "To put right")


def index_page(site: Site) -> Page:
    """The page that lists all client engagements."""
    writer = Writer("Clients", description="All client engagements that may be seen here.", hide=site.without("toc"))
    engagements = sorted(site.engagements, key=lambda each: (each.client.casefold(), each.folder))
    filters = [
        Filter.of_status(sorted({each.status for each in engagements if each.status})),
        Filter("by-phase", "Phase", choices(phase_words(each, site) for each in engagements)),
    ]
    columns = COLUMNS if site.inside else COLUMNS[:-1]
    listing = Listing("pm-clients", "Client engagements", ("engagement", "engagements"), columns, filters)
    writer.html(listing.filled([_row(each, site) for each in engagements]))
    return Page(CLIENT_INDEX, writer.text())


def phase_words(engagement: Engagement, site: Site) -> str:
    """The phase of an engagement, with its number and its name where both are known."""
    place = site.frameworks.phase(engagement.phase)
    if place is not None:
        return f"{place + 1}: {site.frameworks.phases[place]}"
    return engagement.phase


def step_words(engagement: Engagement) -> Markup:
    """Where an engagement stands on the value ladder and where it is to go, in words."""
    position = engagement.position
    levels = [position.current, position.target] if position else []
    words = " → ".join(dict.fromkeys(filter(None, levels)))
    return element("span", words) if words else Markup("")


def doc_link(doc: Doc, engagement: Engagement, site: Site, words: Content = None) -> Markup:
    """A link from an engagement's page to one of its documents."""
    return link(doc.title if words is None else words, site.links.between(engagement.path, doc.path))


def said_in(doc: Doc, engagement: Engagement, site: Site) -> Markup:
    """Which document says so, and when."""
    when = [", ", day(doc.day)] if doc.day else None
    return element("p", "From ", doc_link(doc, engagement, site), when, ".", class_="pm-note")


def _row(engagement: Engagement, site: Site) -> Row:
    place = site.frameworks.phase(engagement.phase)
    phase = phase_words(engagement, site)
    position = engagement.position
    rung = site.frameworks.rung(position.current) if position else None
    findings = [finding for doc in engagement.docs for finding in doc.findings]
    cells = [
        Cell(phase, phase if place is None else place),
        Cell(step_words(engagement), rung),
        Cell(any_status(engagement.status), engagement.status, short=True),
        Cell.of_day(engagement.start),
        Cell(_plans(engagement), len(engagement.progress), short=True),
        Cell(str(len(engagement.docs)), short=True),
    ]
    if site.inside:
        cells.append(Cell.of_findings(findings))
    address = site.links.between(CLIENT_INDEX, engagement.path)
    return Row(head(engagement.client, address), engagement.client, cells, (engagement.status, phase))


def _plans(engagement: Engagement) -> Markup:
    """How many coaching plans there are, and how many of their PMs are ready to work alone."""
    plans = engagement.progress
    if not plans:
        return Markup("")
    ready = sum(plan.total > 0 and plan.done == plan.total for plan in plans)
    return spaced([str(len(plans)), element("span", f"({ready} ready)", class_="pm-muted")])
