"""The frameworks: an index of them, and a page for each."""

from __future__ import annotations

from markupsafe import Markup

from pmcoach_lint.site.contents import STANDARD_INDEX, Site
from pmcoach_lint.site.html import Content, element, spaced, unindexed
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.parts import day, facts, link, status_mark, table
from pmcoach_lint.site.pages.text import document_page, readers, source
from pmcoach_lint.site.prose import inline
from pmcoach_lint.site.standard import Standard


def index_page(site: Site) -> Page:
    """The page that lists the frameworks."""
    writer = Writer("Frameworks", description="The ladder, the horizons and the other frameworks behind the documents.")
    writer.paragraph(
        "What the documents are held to: which levels there are and what each is worth, how many months a horizon "
        "has, what the phases of an engagement are. Each framework is a document itself. A file of the same type "
        "in your repository counts in its place."
    )
    rows = [
        (
            link(each.title, site.links.between(STANDARD_INDEX, each.path)),
            inline(each.about),
            "Our own" if each.is_own else "pmcoach",
        )
        for each in site.standards
    ]
    if rows:
        writer.html(table(("Framework", "What it is", "From"), rows, "Frameworks"))
    else:
        writer.paragraph("There is none that may be seen here.")
    return Page(STANDARD_INDEX, writer.text())


def standard_page(each: Standard, site: Site) -> Page:
    """The page of a framework."""
    return document_page(each, site, *_summary(each, site), description=each.about, under=STANDARD_INDEX)


def _summary(each: Standard, site: Site) -> list[Markup]:
    who = spaced([status_mark(each.status), element("span", "Framework")])
    types = {doctype.name: site.type_page(doctype) for doctype in site.doctypes if site.reference}
    form = link(each.kind, site.links.between(each.path, types[each.type])) if each.type in types else each.kind
    described = [
        ("Version", each.fact("version")),
        ("Counts from", day(each.day)),
        ("From", _origin(each, site)),
        ("Who may see this", readers(each)),
        ("How it is written", form),
    ]
    return [element("p", who, class_="pm-who"), unindexed(facts(described))]


def _origin(each: Standard, site: Site) -> Content:
    """Whose a framework is. Where its file lies is for those inside."""
    return (source(each, site) or "Our own") if each.is_own else "Comes with pmcoach"
