"""Links from a Markdown text to files: found by a glance at it, and confirmed by the parser where it matters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.parser import ranges
from pmcoach_lint.syntax.source import Change, Span
from pmcoach_lint.tuples import NamedTuple

_TARGET = regex(r"\s{0,9}(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*))")
_SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.-]*:|//|[/#?\\]|\{")
_DEFINITION = regex(r"^ {0,3}\[(?P<name>[^\[\]\n]+)\]:", re.MULTILINE)
_LINKED = {"Link", "Image"}
_WRITTEN = {"Text", "Code", "CodeBlock", "Html", "InlineHtml", "HtmlBlock"}


class Link(NamedTuple):
    """A link to a file: where its target stands, the target as written, and whether it stands behind `[text]`."""

    span: Span
    target: str
    inline: bool


def file_links(text: str, offset: int = 0) -> Iterator[Link]:
    """What looks like a link to a file, relative to the text, from `offset` on. Addresses and anchors do not."""
    if "]" not in text:
        return
    at = text.find("](", offset)
    while at >= 0:
        if link := _target(text, at + 2, inline=True):
            yield link
        at = text.find("](", at + 2)
    if "]:" in text:
        for match in _DEFINITION.finditer(text, offset):
            if link := _target(text, match.end(), inline=False):
                yield link


def confirmed(text: str, links: list[Link], offset: int = 0) -> list[Link]:
    """Those of `links` that Markdown takes for links too, and not for code, a comment or plain text."""
    in_order = sorted(links, key=_begin)
    around: dict[Link, set[str]] = {link: set() for link in links}
    for name, start, end in ranges(text, offset) if links else ():
        for link in in_order[bisect_left(in_order, start, key=_begin) : bisect_left(in_order, end, key=_begin)]:
            around[link].add(name)
    return [link for link in links if (bool(around[link] & _LINKED) if link.inline else not around[link] & _WRITTEN)]


def to_carry(text: str, move: Callable[[str], str], offset: int = 0) -> list[Change]:
    """The changes by which any part of a text can stand in another file.

    Links to files lead to where `move` says. A link that has its address elsewhere in the text, as in `[plan][1]`,
    bears it itself from then on.

    Args:
        text: The text.
        move: From the target of a link to a file to the one that it has elsewhere.
        offset: Where the Markdown begins.
    """
    found = confirmed(text, list(file_links(text, offset)), offset)
    changes = [(link.span, move(link.target)) for link in found]
    addresses: dict[str, str] = {}
    for match in _DEFINITION.finditer(text, offset) if "]:" in text else ():
        if target := _TARGET.match(text, match.end()):
            address = target["angled"] or target["bare"]
            addresses.setdefault(_key(match["name"]), address if _SCHEME.match(address) else move(address))
    for kind, start, end in ranges(text, offset) if addresses else ():
        if kind in _LINKED and text[end - 1] == "]":
            name = text.rfind("[", start, end)
            tail = (end, end + 2 * text.startswith("[]", end)) if text[start:name] in ("", "!") else (name, end)
            if address := addresses.get(_key(text[name + 1 : end - 1])):
                changes.append((tail, f"({address})"))
    return changes


def _begin(link: Link) -> int:
    return link.span[0]


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _target(text: str, start: int, *, inline: bool) -> Link | None:
    match = _TARGET.match(text, start)
    name = "angled" if match and match["angled"] is not None else "bare"
    if not match or not match[name] or _SCHEME.match(match[name]):
        return None
    return Link(match.span(name), match[name], inline)
