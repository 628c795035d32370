"""What the pages of all documents share: the text as it was written, the findings, where it comes from."""

from __future__ import annotations

import posixpath
import shlex
from collections.abc import Sequence
from urllib.parse import quote, unquote, urlsplit

from markupsafe import Markup, escape

from pmcoach_lint.audience import INTERNAL, PUBLIC, audiences
from pmcoach_lint.report.tally import counted
from pmcoach_lint.site.contents import Site
from pmcoach_lint.site.doc import Doc
from pmcoach_lint.site.html import Content, element, unindexed
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.parts import link
from pmcoach_lint.site.prose import Resolve, sections

_READERS = {INTERNAL: "Everybody inside", PUBLIC: "Everybody"}


def document_page(
    doc: Doc, site: Site, *summary: Markup, description: str, under: str, tags: Sequence[str] = ()
) -> Page:
    """The page of a document: its summary on top, then the text.

    Args:
        doc: The document.
        site: The site.
        summary: What stands above the text.
        description: The page in a line, for search engines and previews.
        under: The path of the page that this one belongs under.
        tags: By what the search finds it besides.

    Returns:
        The page.
    """
    text = sections(doc.text, _resolver(doc, site))
    before, rest = text[0], text[1:]
    leading = rest.pop(0) if rest and rest[0].level == 1 else None
    found_by = {"tags": [str(escape(tag)) for tag in tags]} if tags else {}  # the search writes them as they are
    writer = Writer(doc.title, description=description, hide=site.without(), anchor=leading and leading.id, **found_by)
    writer.html(*summary, _checked(doc, site))
    _write_text(writer, [part.html for part in (before, leading) if part and part.html])
    for section in rest:
        if section.title:
            writer.heading(max(section.level, 2), section.title, section.id, search=False)
        _write_text(writer, [section.html] if section.html else [])
    return Page(doc.path, writer.text(), under=under)


def readers(doc: Doc) -> str:
    """Who may see a document, in words."""
    return ", ".join(_READERS.get(each, each.replace(":", " ")) for each in audiences(doc.visibility))


def source(doc: Doc, site: Site) -> Content:
    """The path of a document's file for those inside, with a link where the repository can be read in a browser."""
    if not site.inside:
        return None
    path = element("code", Markup("/<wbr>").join(doc.file.split("/")))
    return link(path, f"{site.source}{quote(doc.file)}") if site.source else path


def folded(title: str, *content: Content) -> Markup:
    """Content that opens when its title is clicked."""
    return unindexed(element("details", element("summary", title), *content, class_="pm-folded"))


def _write_text(writer: Writer, parts: list[Markup]) -> None:
    """Add what the author wrote. It stays out of the search index, which it would make too large to load."""
    for part in parts:
        writer.html(unindexed(part, class_="pm-text"))


def _checked(doc: Doc, site: Site) -> Markup:
    """What the linter says of a document, each finding with a link to its rule."""
    if not doc.findings or not site.inside:
        return Markup("")
    pages = {rule.code: site.links.between(doc.path, site.rule_page(rule)) for rule in site.rules}
    told = [
        element(
            "li",
            link(finding.code, pages[finding.code]) if finding.code in pages else finding.code,
            " ",
            element("span", finding.severity.value, class_=f"pm-severity pm-severity--{finding.severity.value}"),
            " ",
            finding.message,
        )
        for finding in doc.findings
    ]
    where = element(
        "p", "In the file they are shown at their lines by ", element("code", f"pmcoach lint {shlex.quote(doc.file)}")
    )
    return folded(f"{counted(len(doc.findings), 'finding')} when this was checked", element("ul", told), where)


def _resolver(doc: Doc, site: Site) -> Resolve:
    """Where relative links in a document lead: to pages of what is published, and nowhere else."""
    folder = posixpath.dirname(doc.file)

    def resolve(address: str) -> str | None:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        page = site.page_of(posixpath.normpath(posixpath.join(folder, unquote(parts.path))))
        return site.links.between(doc.path, page, parts.fragment) if page else None

    return resolve
