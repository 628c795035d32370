"""A page of the site before it is built: Markdown headings, with everything else as finished HTML between them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml
from markupsafe import Markup, escape

from pmcoach_lint.site.html import Content, element, entities, unindexed
from pmcoach_lint.site.prose import slug, unique


@dataclass(frozen=True)
class Page:
    """One page: where it stands on the site, its Markdown, and the page it belongs under.

    `path` ends in `.md`. `under` is the path of the page in whose place of the navigation this one belongs; None for
    a page that stands in the navigation itself. `words` is the end of its Markdown that somebody wrote by hand.
    """

    path: str
    markdown: str
    under: str | None = None
    words: str = ""


class Writer:
    """Puts the Markdown of one page together.

    Args:
        title: The page's title, plain text. It is the first heading as well.
        anchor: The id of that heading, where it must be a certain one.
        meta: What MkDocs and its theme are to know of the page besides.
    """

    def __init__(self, title: str, *, anchor: str | None = None, **meta: Any) -> None:
        texts = {name: str(escape(value)) for name, value in meta.items() if isinstance(value, str)}
        # Themes write the title and the description as they are, so they are escaped here.
        self._meta = {"title": str(escape(title)), **meta, **texts}
        self._parts: list[tuple[str, str, str]] = []
        self.heading(1, title, anchor or "top")

    def heading(self, level: int, title: str, anchor: str = "", *, search: bool = True) -> None:
        """Add a heading. `anchor` is its id where that must be a certain one; `search` says whether it is indexed."""
        attributes = "" if search else " data-search-exclude"
        self._parts.append((f"{'#' * level} {entities(title)}", anchor or slug(title), attributes))

    def part(self, title: str, content: Content, level: int = 2) -> None:
        """Add a heading with content, if there is any. The search passes over both: it would hold too much."""
        if content:
            self.heading(level, title, search=False)
            self.html(unindexed(content))

    def html(self, *content: Markup) -> None:
        """Add finished HTML."""
        self._parts += [(str(part).replace("\n", "&#10;"), "", "") for part in content if part]

    def paragraph(self, *content: Content, class_: str | None = None) -> None:
        """Add a paragraph."""
        self.html(element("p", *content, class_=class_))

    def words(self, markdown: str) -> None:
        """Add Markdown that somebody of the repository wrote for its site, as it is."""
        self._parts.append((markdown.strip(), "", ""))

    def code(self, text: str, language: str = "") -> None:
        """Add a block of code."""
        fence = "`" * 4
        while fence in text:
            fence += "`"
        self._parts.append((f"{fence}{language}\n{text.rstrip()}\n{fence}", "", ""))

    def text(self) -> str:
        """The page's Markdown, front matter included."""
        anchors = unique(anchor for _, anchor, _ in self._parts if anchor)
        body = [
            f"{text} {{ #{next(anchors)}{attributes} }}" if anchor else text for text, anchor, attributes in self._parts
        ]
        head = yaml.safe_dump(self._meta, allow_unicode=True, sort_keys=False, width=10_000)
        return "\n\n".join([f"---\n{head}---", *body]) + "\n"


@dataclass(frozen=True)
class Links:
    """Addresses within the site. `directories` says whether pages are folders with an index (`packs/pm-07/`)."""

    directories: bool = True

    def between(self, page: str, target: str, anchor: str = "") -> str:
        """The address of `target` (a page's path, or a file's) as a link on `page` gives it."""
        relative = _between(page, target, directories=self.directories)
        return f"{relative}#{anchor}" if anchor else relative


@lru_cache(maxsize=1 << 16)
def _between(page: str, target: str, *, directories: bool) -> str:
    here, there = _address(page, directories=directories), _address(target, directories=directories)
    start = here if here.endswith("/") or not here else posixpath.dirname(here)
    relative = posixpath.relpath(f"/{there}", f"/{start}")
    return f"{relative}/" if there.endswith("/") or not there else relative


def _address(path: str, *, directories: bool) -> str:
    if not path.endswith(".md"):
        return path
    bare = path.removesuffix(".md")
    if not directories:
        return f"{bare}.html"
    return bare.removesuffix("index") if bare == "index" or bare.endswith("/index") else f"{bare}/"
