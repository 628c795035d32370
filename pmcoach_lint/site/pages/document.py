"""The page of a document of any type: what its front matter says on top, then the text as it was written."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from pmcoach_lint.report.tally import counted
from pmcoach_lint.site.contents import CLIENT_INDEX, Site
from pmcoach_lint.site.doc import Doc, Fact
from pmcoach_lint.site.html import Content, bullets, element, spaced, unindexed
from pmcoach_lint.site.page import Page
from pmcoach_lint.site.pages.parts import any_status, day, facts, link
from pmcoach_lint.site.pages.text import document_page, folded, readers, source

_LONGEST_LIST = 100


def doc_page(doc: Doc, site: Site) -> Page:
    """The page of a document."""
    engagement = site.engagement_of(doc)
    under = CLIENT_INDEX if engagement else site.type_index(doc.type)
    description = ": ".join(filter(None, (doc.kind, " · ".join(doc.who)))) or doc.title
    return document_page(doc, site, *_summary(doc, site), description=description, under=under)


def _summary(doc: Doc, site: Site) -> list[Markup]:
    """What kind of document this is and whom it is about; then what the front matter says."""
    kind = link(doc.kind or "Document", site.links.between(doc.path, site.type_index(doc.type)))
    engagement = site.engagement_of(doc)
    names: list[Content] = [name for name in doc.who if not engagement or name != engagement.client]
    if engagement:
        names.insert(0, link(engagement.client, site.links.between(doc.path, engagement.path)))
    who = spaced((any_status(doc.status), element("span", kind, *([" · ", name] for name in names))))
    parts = [element("p", who, class_="pm-who")]
    long = [fact for fact in doc.facts if _is_long(fact)]
    short = [(fact.title, shown(fact.value)) for fact in doc.facts if fact not in long]
    ours = [("Who may see this", readers(doc)), ("Last changed", day(doc.changed)), ("File", source(doc, site))]
    parts.append(unindexed(facts([*short, *ours])))
    parts += [_listed(fact) for fact in long]
    return parts


def shown(value: date | str | tuple[str, ...]) -> Content:
    """A value of the front matter as readers see it."""
    if isinstance(value, date):
        return day(value)
    return value if isinstance(value, str) else ", ".join(value)


def _is_long(fact: Fact) -> bool:
    return isinstance(fact.value, tuple) and sum(map(len, fact.value)) > _LONGEST_LIST


def _listed(fact: Fact) -> Markup:
    """A long list, which opens when its title is clicked."""
    values = fact.value if isinstance(fact.value, tuple) else ()
    return folded(f"{fact.title}: {counted(len(values), 'entry', 'entries')}", bullets(values))
