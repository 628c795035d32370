"""What people write, as HTML that can do nothing but be read.

The grammar is that of the reader: CommonMark with GitHub's tables, and a label above a lone `-` is no heading. Raw
HTML is shown as the text it is, comments vanish, and links lead only where the site can follow.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator

import nh3
import pyromark
from markupsafe import Markup

from pmcoach_lint.regex import regex
from pmcoach_lint.site import source
from pmcoach_lint.site.html import element, scrolling
from pmcoach_lint.syntax.block import Block, Kind
from pmcoach_lint.syntax.blocks import read_blocks
from pmcoach_lint.tuples import NamedTuple

Resolve = Callable[[str], str | None]
"""Where a link inside the repository leads on the site; None where it leads nowhere."""

_TAG_NAMES = (
    "a blockquote br code del em h1 h2 h3 h4 h5 h6 hr input li ol p pre strong sup table tbody td th thead tr ul"
)
_TAGS = set(_TAG_NAMES.split())
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "input": {"checked", "disabled"}}
_FIXED_VALUES = {
    "input": {"type": {"checkbox"}},
    "th": {"style": {f"text-align: {side}" for side in ("left", "center", "right")}},
    "td": {"style": {f"text-align: {side}" for side in ("left", "center", "right")}},
}
_SCHEMES = {"http", "https", "mailto"}
_IMAGE = regex(r'<img src="[^"]*" alt="([^"]*)"(?: title="[^"]*")? />')
_NOTE = regex(r'<div class="footnote-definition" id="[^"]*"><sup [^>]*>(\d+)</sup>\s*(?:<p>)?')
_NOTED = regex(r'<sup class="footnote-reference"><a [^>]*>(\d+)</a></sup>')
_SHORT_CELL = regex(r'<td((?: style="[^"]*")?)>([^<]{1,14})</td>')
_BOX = regex(r"<input ([^>]*)>")
_LEADS_NOWHERE = regex(r"<a(?![^>]*\shref=)[^>]*>(.*?)</a>", re.DOTALL)
_TABLE = regex(r"<table>(.*?)</table>", re.DOTALL)
_BEHIND_HEADING = regex(r"[ \t]*\{[#:.][^{}\n]*\}[ \t]*$")
"""What some programs write behind a heading: `{#2.-current-assessment}`."""

_SLUG_DROPS = regex(r"[^\w\- ]")
_INVISIBLE = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Section(NamedTuple):
    """A stretch of text under one heading: level, plain title and id of the heading, and the text as HTML.

    The text before the first heading has level 0, no title and no id.
    """

    level: int
    title: str
    id: str
    html: Markup


def sections(text: str, resolve: Resolve) -> list[Section]:
    """The sections of a Markdown text, in order.

    Args:
        text: The text, without front matter.
        resolve: Says where a relative link leads. Links within the page are seen to here.

    Returns:
        The sections, whose HTML is safe to publish. Headings inside lists and quotations belong to their section.
    """
    written, text = _prepared(text)
    blocks = read_blocks(text)
    if blocks.too_deep:  # no page could show it, and browsers give up at some depth
        return [Section(0, "", "", _finish(element("pre", written), ""))]
    mark = hashlib.sha256(text.encode()).hexdigest()
    heads, marked = _mark_headings(text, blocks.top, mark)
    ids = {head.id for head in heads}

    def link(address: str) -> str | None:
        return (address if address[1:] in ids else None) if address.startswith("#") else resolve(address)

    pieces = re.split(rf"<p>{mark}</p>\n?", _safe(_render(marked), link))
    titled = zip([Section(0, "", "", Markup()), *heads], pieces, strict=True)
    return [head._replace(html=_finish(piece, head.title)) for head, piece in titled]


def headings(text: str) -> list[Section]:
    """The headings that `sections` finds in a text, with their ids and without what stands below them."""
    _, text = _prepared(text)
    blocks = read_blocks(text)
    return [] if blocks.too_deep else _mark_headings(text, blocks.top, "")[0]


def passage(text: str) -> Markup:
    """A short Markdown text of ours, such as a description in a schema, as HTML."""
    return _finish(_safe(_render(source.inert(source.without_comments(text))), lambda _: None), "")


def inline(text: str) -> Markup:
    """One line of Markdown of ours as HTML, without a paragraph around it."""
    html = passage(text)
    single = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return Markup(html[3:-4]) if single else html  # noqa: S704 - a part of what has been made safe


def plain(text: str) -> str:
    """A short Markdown text as plain text: no emphasis, no comments, links by their words, on one line."""
    line = " ".join(source.without_comments(_INVISIBLE.sub("", text)).split())
    words: list[str] = []
    # As a heading the line holds nothing but inline markup, whatever it begins with.
    for event in pyromark.events(f"# {line} #", options=source.OPTIONS):
        what, value = next(iter(event.items())) if isinstance(event, dict) else (event, None)
        if what in ("Text", "Code"):
            words.append(str(value))
        elif what == "InlineHtml":
            words.append(" " if source.is_line_break(str(value)) else str(value))
    return " ".join("".join(words).split())


def slug(title: str) -> str:
    """The id of a heading, formed as GitHub forms it, so that links within a document work in both places."""
    return _SLUG_DROPS.sub("", title.strip().lower()).replace(" ", "-").strip("_") or "section"


def unique(names: Iterator[str]) -> Iterator[str]:
    """The names in their order; one that was there already gets a number after it."""
    numbers: dict[str, int] = {}
    for name in names:
        number = numbers.get(name, 0)
        while (candidate := f"{name}-{number}" if number else name) in numbers:
            number += 1
        numbers[name] = number + 1
        numbers.setdefault(candidate, 1)
        yield candidate


def _prepared(text: str) -> tuple[str, str]:
    """The text without comments and what no page can show, and the same with raw HTML as text."""
    text = _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    written = source.without_comments(text)
    return written, source.inert(written)


def _mark_headings(text: str, top: list[Block], mark: str) -> tuple[list[Section], str]:
    """The headings that divide `text`, and the text in which each of them has become a paragraph holding `mark`."""
    blocks = [block for block in top if block.kind is Kind.HEADING]
    pieces: list[str] = []
    begin = 0
    for block in blocks:
        pieces += [text[begin : block.start], f"\n\n{mark}\n\n"]
        begin = block.end
    titles = [plain(_BEHIND_HEADING.sub("", text[slice(*block.lines[0])])) if block.lines else "" for block in blocks]
    ids = unique(slug(title) for title in titles)
    heads = [
        Section(block.level, title, anchor, Markup()) for block, title, anchor in zip(blocks, titles, ids, strict=True)
    ]
    return heads, "".join(pieces) + text[begin:]


def _render(text: str) -> str:
    """The HTML of a text that holds no raw HTML. An image would be fetched from elsewhere: its words stay."""
    html = _IMAGE.sub(r"<em>[Image: \1]</em>", pyromark.html(text, options=source.OPTIONS))
    return _NOTE.sub(r"<p><sup>\1</sup> ", _NOTED.sub(r"<sup>\1</sup>", html)) if "<sup " in html else html


def _safe(html: str, resolve: Resolve) -> str:
    """`html` with nothing but harmless elements and attributes. Links that lead nowhere become their words."""
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values=_FIXED_VALUES,
        url_schemes=_SCHEMES,
        url_relative=resolve,
    )
    return _LEADS_NOWHERE.sub(r"\1", cleaned)


def _finish(html: str, title: str) -> Markup:
    """Safe `html` with tables that scroll on their own, on one line, so that Markdown around it leaves it alone."""
    html = _TABLE.sub(lambda match: _scrolling(match.group(1), title), html.strip())
    html = _BOX.sub(_named_box, html)
    html = html.replace("\n", "&#10;").replace("{", "&#123;")
    return Markup(html)  # noqa: S704 - nh3 has been over it


def _named_box(box: re.Match[str]) -> str:
    """A check box with its state in words, for those who hear a page."""
    return f'<input {box[1]} aria-label="{"done" if "checked" in box[1] else "open"}">'


def _scrolling(rows: str, title: str) -> str:
    """A table with these rows that scrolls on its own."""
    cells = _SHORT_CELL.sub(r'<td class="pm-short"\1>\2</td>', rows)
    label = f"Table: {title}" if title else "Table"
    table = Markup('<table class="pm-table">{}</table>').format(Markup(cells))  # noqa: S704 - nh3 has been over it
    return scrolling(table, label)
