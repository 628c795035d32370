"""The indexes of documents: one for each type, with the front matter's keys for columns, and the list of these."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from pmcoach_lint.report.tally import counted
from pmcoach_lint.site.contents import DOCUMENT_INDEX, PACK_INDEX, Site
from pmcoach_lint.site.doc import Doc, Fact
from pmcoach_lint.site.html import joined
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.document import shown
from pmcoach_lint.site.pages.listing import Cell, Filter, Listing, Row, choices, head
from pmcoach_lint.site.pages.parts import any_status, link, sparse
from pmcoach_lint.site.prose import inline

_MOST_COLUMNS, _MOST_FILTERS, _MOST_OPTIONS = 6, 3, 30
_SHORTEST_WIDE = 24
_LONGEST = 60
"""Texts that are longer on average make no column."""


def index_page(site: Site) -> Page:
    """The page that lists the types of which there are documents."""
    writer = Writer("Documents", description="All documents that may be seen here, by what they are.", hide=["toc"])
    about = {doctype.name: str(doctype.schema.get("description", "")) for doctype in site.doctypes}
    if not (site.inside or site.reference):
        about = {}  # to clients it would tell what their documents are good for to whoever works for them
    found = [(name, docs[0].kind, len(docs), site.type_index(name)) for name, docs in site.by_type.items()]
    if site.packs:
        found.insert(0, (site.packs[0].type, "Coaching packs", len(site.packs), PACK_INDEX))
    rows = [
        (link(kind, site.links.between(DOCUMENT_INDEX, page)), str(count), inline(about.get(name, "")))
        for name, kind, count, page in found
    ]
    heads = ("Documents", "How many", "What it is")
    writer.html(joined(sparse(heads, rows, "Documents by type", "documents")))
    return Page(DOCUMENT_INDEX, writer.text())


def type_indexes(site: Site) -> Iterator[Page]:
    """A page for each type that lists its documents."""
    for name, docs in site.by_type.items():
        yield Page(site.type_index(name), _type_text(docs, site))


def _type_text(docs: list[Doc], site: Site) -> str:
    kind = docs[0].kind
    writer = Writer(kind, description=f"{counted(len(docs), 'document')} of the type {kind}.", hide=["toc"])
    facts = _columns(docs)
    filters = _filters(docs, facts)
    columns = ["Title", *(fact.title for fact in facts)]
    columns += [
        name for name, there in (("Status", any(doc.status for doc in docs)), ("To put right", site.inside)) if there
    ]
    listing = Listing("pm-documents", kind, ("document", "documents"), columns, [each for _, each in filters])
    keys = [key for key, _ in filters]
    rows = [_row(doc, [fact.key for fact in facts], keys, columns, site) for doc in sorted(docs, key=_order)]
    writer.html(listing.html(rows))
    return writer.text()


def _order(doc: Doc) -> tuple[int, str]:
    """The newest first."""
    return (-doc.day.toordinal() if doc.day else 0, doc.title.casefold())


def _columns(docs: list[Doc]) -> list[Fact]:
    """The keys of the front matter that make a column: those with short values, in the order of the schema."""
    found: dict[str, list[Fact]] = {}
    for doc in docs:
        for fact in doc.facts:
            found.setdefault(fact.key, []).append(fact)
    columns = [facts[0] for facts in found.values() if sum(map(_length, facts)) <= _LONGEST * len(facts)]
    return sorted(columns, key=lambda fact: fact.place)[:_MOST_COLUMNS]


def _length(fact: Fact) -> int:
    if isinstance(fact.value, date):
        return 0
    return len(fact.value) if isinstance(fact.value, str) else sum(map(len, fact.value))


def _filters(docs: list[Doc], columns: list[Fact]) -> list[tuple[str, Filter]]:
    """The keys by which the documents are worth filtering, with the status first: there are a few values of them.

    A filter's name must be none that a form has for something else, which the prefix sees to.
    """
    filters = []
    statuses = sorted({doc.status for doc in docs if doc.status})
    if len(statuses) > 1:
        filters.append(("", Filter.of_status(statuses)))
    for fact in columns:
        options = choices(doc.fact(fact.key) for doc in docs)
        most = _MOST_OPTIONS if fact.is_choice else min(_MOST_OPTIONS, max(2, len(docs) // 2))
        if 1 < len(options) <= most:
            filters.append((fact.key, Filter(f"by-{fact.key}", fact.title, options)))
    return filters[:_MOST_FILTERS]


def _row(doc: Doc, facts: list[str], filters: list[str], columns: list[str], site: Site) -> Row:
    index = site.type_index(doc.type)
    cells = [_cell(doc, key, site) for key in facts]
    if "Status" in columns:
        cells.append(Cell(any_status(doc.status), doc.status, short=True))
    if site.inside:
        cells.append(Cell.of_findings(doc.findings))
    values = [doc.fact(key) if key else doc.status for key in filters]
    return Row(head(doc.title, site.links.between(index, doc.path)), doc.title, cells, values)


def _cell(doc: Doc, key: str, site: Site) -> Cell:
    """The value behind a key; a client leads to the page of the engagement."""
    fact = doc.named.get(key)
    if fact is None:
        return Cell("")
    if isinstance(fact.value, date):
        return Cell.of_day(fact.value)
    engagement = site.engagement_of(doc) if key == "client" else None
    words: Markup = joined(shown(fact.value))
    if engagement is None:
        return Cell(words, wide=_length(fact) > _SHORTEST_WIDE)
    return Cell(link(words, site.links.between(site.type_index(doc.type), engagement.path)), doc.fact(key))
