"""Who looks after what: each check of the frameworks with the rules that hold it, and each rule with its cases."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from pmcoach_lint.rubric.coverage import Held
from pmcoach_lint.site.contents import COVERAGE, Site
from pmcoach_lint.site.html import Content, element, spaced, unindexed
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.parts import link, table
from pmcoach_lint.site.prose import inline

_BESIDE = {
    "checks": "Step",
    "boundaries": "Where it belongs",
    "items": "Checklist",
    "standards": "What it means",
    "principles": "In practice",
}
_TITLES = {"boundaries": "Boundaries of coaching"}


def coverage_page(site: Site) -> Page:
    """The page that shows who looks after each check of the frameworks."""
    writer = Writer(
        "Who checks what", description="Each check of the frameworks, and the rules or people that hold it."
    )
    writer.paragraph(
        "Everything that the workflow, the checklists, the quality standards and the principles ask for, with the "
        "rules that look after it. Where it says that a person attests it, no rule can tell, and none pretends to."
    )
    titles = {each.type: (each.title, each.path) for each in site.standards}
    for (kind, part), checks in groupby(site.frameworks.checks, key=lambda held: (held.framework, held.part)):
        title, path = titles.get(kind, (kind, ""))
        name = _TITLES.get(part) or title or kind
        writer.heading(2, name, search=False)
        if path:
            writer.paragraph("From ", link(title, site.links.between(COVERAGE, path)), ".")
        rows = [_row(held, site) for held in checks]
        head = ("Check", _BESIDE.get(part, ""), "Who looks")
        writer.html(unindexed(table(head, rows, name)))
    if not site.frameworks.checks:
        writer.paragraph("There is none that may be seen here.")
    return Page(COVERAGE, writer.text())


def _row(held: Held, site: Site) -> tuple[Content, ...]:
    pages = {rule.name: site.links.between(COVERAGE, site.rule_page(rule)) for rule in site.rules}
    who: list[Markup] = [
        link(element("code", name), pages[name]) if name in pages else element("code", name) for name in held.rules
    ]
    if held.attested:
        who.append(element("span", "A person attests it", class_="pm-attested"))
    return (inline(held.check), inline(held.beside), spaced(who) if who else "Nobody")
