"""HTML, made so that text cannot become code: whatever is not markup already is escaped on its way in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

Content = str | Markup | Iterable["Content"] | None
"""What stands inside an element: text, markup, several of these, or nothing."""


def element(tag: str, *content: Content, **attributes: str | int | bool | None) -> Markup:
    """An HTML element.

    Args:
        tag: Its name.
        content: What stands inside.
        attributes: Its attributes. `class_` is written `class`, and an underscore as a hyphen; True gives the bare
            name; None and False leave the attribute out.

    Returns:
        The element as markup.
    """
    written = "".join(_attribute(name, value) for name, value in attributes.items())
    return Markup(f"<{tag}{written}>{joined(*content)}</{tag}>")  # noqa: S704 - names are ours, all else is escaped


def unless_empty(tag: str, *content: Content, **attributes: str | int | bool | None) -> Markup | None:
    """An HTML element, where there is anything to stand inside; else nothing."""
    inside = joined(*content)
    return element(tag, inside, **attributes) if inside else None


def joined(*content: Content) -> Markup:
    """All of `content` in a row, escaped where it is text."""
    return Markup("".join(_escaped(content)))  # noqa: S704 - what is joined is escaped


def spaced(parts: Iterable[Content]) -> Markup:
    """All of `parts` that there are with a space between, which keeps their words apart wherever tags are dropped."""
    return Markup(" ".join(filter(None, map(joined, parts))))  # noqa: S704 - what is joined is escaped


def bullets(entries: Iterable[Content], class_: str | None = None) -> Markup | None:
    """A list with an item for each of its `entries`; nothing where there is none."""
    items = [element("li", entry) for entry in entries]
    return element("ul", spaced(items), class_=class_) if items else None


def unindexed(*content: Content, class_: str | None = None) -> Markup:
    """Content that is kept out of the search index. It must not hold a `section` of its own: the index loses count."""
    return element("section", *content, class_=class_, data_search_exclude="true")


def scrolling(table: Markup, label: str) -> Markup:
    """A table that scrolls inside a container of its own, which the keyboard can reach."""
    return element("div", table, class_="pm-scroll", role="region", tabindex=0, aria_label=label)


def entities(text: str) -> str:
    """`text` for a Markdown heading: every sign that Markdown could take for markup is written by its number."""
    return "".join(
        character if character.isalnum() or character in " ,–—’“”" else f"&#{ord(character)};" for character in text
    )


def _escaped(content: Iterable[Content]) -> Iterator[str]:
    for part in content:
        if isinstance(part, Markup):
            yield part
        elif isinstance(part, str):
            yield escape(part)
        elif part is not None:
            yield from _escaped(part)


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    written = name.rstrip("_").replace("_", "-")
    return f" {written}" if value is True else f' {written}="{escape(value)}"'
