"""The plain sections of a Markdown text, told line by line: headings, paragraphs, tables, and lists of one level.

Most of what people write in a document is made of these, and to look at the beginning of each line takes a fraction of
the time of a parser. A section in which any line may be something else is left to the parser as a whole; a test holds
the two against each other.
"""

from __future__ import annotations

import re
from string import ascii_letters

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.block import Block, Kind
from pmcoach_lint.syntax.source import Span, trim

_HEADING = regex(r"(#{1,6})[ \t]")
_CLOSING_SIGNS = regex(r"(?<=[ \t])#+$")
_TEXT = frozenset((*ascii_letters, "|"))
_WORDS = regex(r"[^\W\d_]|\*\*[^\W_]|\d(?!\d{0,8}[.)](?:[ \t]|$))|[“”„‘’]|[\"'($£]|€|\[[ xX]\] ")
"""How a line begins that is nothing but text, for sure."""

_BULLETS = frozenset("-*+")
_BREAK = regex(r"\\\s*(?:\n|$)|\r")
"""A backslash that only breaks the line, or a line end that is not of Unix."""

_RAW = regex(r"^[ \t>*+\-\d.)]*(?:`{3}|~{3}|<)", re.MULTILINE)
"""The first line of what may go on behind a heading: code between fences, or HTML."""


def next_section(text: str, start: int) -> int:
    """Where the section that begins at `start` ends: at the next heading, or with the text."""
    end = text.find("\n#", start)
    while end >= 0 and not _HEADING.match(text, end + 1):
        end = text.find("\n#", end + 1)
    return end + 1 if end >= 0 else len(text)


def may_go_on(text: str, start: int, end: int) -> bool:
    """Whether something in the section from `start` to `end` may go on behind its end."""
    return _RAW.search(text, start, end) is not None


def plain_blocks(text: str, start: int, end: int, lists: int) -> list[Block] | None:
    """The headings, paragraphs and items in the section from `start` to `end`; None where it may hold anything else.

    Before the section there are so many `lists`.
    """
    section = text[start:end]
    if ("\\" in section or "\r" in section) and _BREAK.search(section):
        return None
    blocks: list[Block] = []
    paragraph: Block | None = None  # that is open
    bullet, is_below_item = "", False
    for line in section.split("\n"):
        words = line.rstrip()
        at, stop = start, start + len(words)
        start += len(line) + 1
        if not words and not line.strip(" \t"):
            is_below_item, paragraph = False, None
            continue
        first = words[:1]
        if first in _TEXT or _WORDS.match(words):
            if is_below_item:
                return None
            if paragraph is None:
                bullet, paragraph = "", Block(Kind.PARAGRAPH, at, stop)
                blocks.append(paragraph)
            paragraph.lines.append((at, stop))
            paragraph.end = stop
            continue
        paragraph = None
        if first == "#" and (heading := _HEADING.match(words)):
            bullet, is_below_item = "", False
            blocks.append(Block(Kind.HEADING, at, stop, [heading_text(text, at, stop)]))
            blocks[-1].level = heading.end(1)
        elif first in _BULLETS and words[1:2] == " " and _WORDS.match(words, 2):
            lists += bullet != first
            bullet, is_below_item = first, True
            blocks.append(Block(Kind.ITEM, at, stop, [(at + 2, stop)]))
            blocks[-1].ordinal = lists
        else:
            return None
    return blocks


def heading_text(text: str, start: int, end: int) -> Span:
    """The span of what stands between the number signs of the heading from `start` to `end`."""
    raw = text[start:end].rstrip()
    words = raw.lstrip().lstrip("#")
    begin = start + len(raw) - len(words)
    if words[-1:] == "#" and (closing := _CLOSING_SIGNS.search(words)):
        words = words[: closing.start()]
    return trim(text, (begin, begin + len(words)))
