"""Finished HTML, set aside while a page's Markdown is rendered.

What stands between the headings of a page that is made is finished HTML, each piece on a line of its own. Markdown and
the search index would parse all of it only to give it back as it is, which takes longer than everything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmcoach_lint.regex import regex

# A block of code may hold lines that look like a piece: it is passed over as a whole.
_PIECE = regex(r"^(?P<fence>`{4,})[^\n]*\n.*?^(?P=fence)$|^<[^\n]*>$", re.MULTILINE | re.DOTALL)
_PLACE = regex(r'<section data-pm-piece="(\d+)"></section>')
_ID = regex(r'\bid="([^"]+)"')
_NOT_SEARCHED = "data-search-exclude"


def set_aside(markdown: str) -> tuple[str, tuple[str, ...]]:
    """The Markdown of a page that was made with a mark in the place of each piece of HTML; and the pieces."""
    pieces: list[str] = []

    def mark(match: re.Match[str]) -> str:
        if match["fence"]:
            return match[0]
        pieces.append(match[0])
        return f'<section data-pm-piece="{len(pieces) - 1}"></section>'

    return _PIECE.sub(mark, markdown), tuple(pieces)


def put_back(html: str, pieces: Sequence[str]) -> str:
    """HTML with all pieces in their places."""
    return _PLACE.sub(lambda match: pieces[int(match[1])], html)


def put_searched_back(html: str, pieces: Sequence[str]) -> str:
    """HTML with those pieces in their places that the search index holds; all others are marks still."""

    def piece(match: re.Match[str]) -> str:
        text = pieces[int(match[1])]
        return match[0] if _NOT_SEARCHED in text[: text.index(">")] else text

    return _PLACE.sub(piece, html)


def anchors(pieces: Sequence[str]) -> set[str]:
    """The ids in the pieces, to which links may lead."""
    return {anchor for piece in pieces for anchor in _ID.findall(piece)}
