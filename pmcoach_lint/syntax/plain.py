"""The plain sections of a Markdown text, told line by line: headings, paragraphs, tables, and lists of one level.

Most of what people write in a document is made of these, and to look at the beginning of each line takes a fraction of
the time of a parser. A section in which any line may be something else is left to the parser as a whole; a test holds
the two against each other.
"""

from __future__ import annotations

import re
from string import ascii_letters

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_HEADING = regex(r"(#{1,6})[ \t]")
_CLOSING_SIGNS = regex(r"(?<=[ \t])#+$")
_LETTERS = frozenset(ascii_letters)
_WORDS = regex(r"[^\W\d_]|\*\*[^\W_]|\d(?!\d{0,8}[.)](?:[ \t]|$))|[“”„‘’]|[\"'($£]|€|\[[ xX]\] ")
"""How a line begins that is nothing but text, for sure."""

_BULLETS = frozenset("-*+")
_BREAK = regex(r"\\\s*(?:\n|$)|\r")
"""A backslash that only breaks the line, or a line end that is not of Unix."""

_RAW = regex(r"^[ \t>*+\-\d.)]*(?:`{3}|~{3}|<)", re.MULTILINE)
"""The first line of what may go on behind a heading: code between fences, or HTML."""


Part = tuple[int, int, list[Span], int, int]
"""A heading, a paragraph or a list item: its start and end, and the spans of its lines; of a heading that of its text.

Then the level of a heading, or 0, and a number from 1 that tells the lists of a section apart to which items belong.
"""


def next_section(text: str, start: int) -> int:
    """Where the section that begins at `start` ends: at the next heading, or with the text."""
    end = text.find("\n#", start)
    while end >= 0 and not _HEADING.match(text, end + 1):
        end = text.find("\n#", end + 1)
    return end + 1 if end >= 0 else len(text)


def may_go_on(text: str, start: int, end: int) -> bool:
    """Whether something in the section from `start` to `end` may go on behind its end."""
    return _RAW.search(text, start, end) is not None


def plain_parts(text: str, start: int, end: int) -> list[Part] | None:
    """The parts of the section from `start` to `end`; None where it may hold anything else than such parts."""
    section = text[start:end]
    if ("\\" in section or "\r" in section) and _BREAK.search(section):
        return None
    parts: list[Part] = []
    lines: list[Span] = []  # of the paragraph that is open
    bullet, lists, is_below_item = "", 0, False
    for line in section.split("\n"):
        words = line.rstrip()
        first = words[:1]
        at, stop, start = start, start + len(words), start + len(line) + 1
        if not words and not line.strip(" \t"):
            is_below_item, lines = False, []
        elif first == "#":
            if not (heading := _HEADING.match(words)):
                return None
            bullet, is_below_item, lines = "", False, []
            parts.append((at, stop, [heading_text(text, at, stop)], heading.end(1), 0))
        elif first in _BULLETS and words[1:2] == " ":
            if not _WORDS.match(words, 2):
                return None
            lists += bullet != first
            bullet, is_below_item, lines = first, True, []
            parts.append((at, stop, [(at + 2, stop)], 0, lists))
        elif not is_below_item and (first == "|" or first in _LETTERS or _WORDS.match(words)):
            if not lines:
                bullet = ""
                parts.append((at, stop, lines, 0, 0))
            lines.append((at, stop))
        else:
            return None
    return parts


def heading_text(text: str, start: int, end: int) -> Span:
    """The span of what stands between the number signs of the heading from `start` to `end`."""
    raw = text[start:end].rstrip()
    words = raw.lstrip().lstrip("#")
    begin = start + len(raw) - len(words)
    if words[-1:] == "#" and (closing := _CLOSING_SIGNS.search(words)):
        words = words[: closing.start()]
    return trim(text, (begin, begin + len(words)))
