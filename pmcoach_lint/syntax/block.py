"""What a Markdown text is made of."""

from __future__ import annotations

from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.tables import Table


class Kind:
    """The kinds of blocks. The members of an Enum would take four times as long to look up, thousands of times."""

    HEADING = "HEADING"
    PARAGRAPH = "PARAGRAPH"
    ITEM = "ITEM"
    TABLE = "TABLE"
    CODE = "CODE"
    QUOTE = "QUOTE"
    HTML = "HTML"
    RULE = "RULE"


class Block:
    """One block of Markdown.

    `lines` are the spans of its own lines of text: the heading's text, a paragraph's lines, a list item's first
    paragraph. `children` are the blocks inside an item or a quotation. Lists are not blocks: their items are.
    `level` is a heading's level; `ordinal` tells the items of different lists apart.
    """

    __slots__ = ("children", "end", "kind", "level", "lines", "ordinal", "start", "table")

    def __init__(self, kind: str, start: int, end: int, lines: list[Span] | None = None) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.level = 0
        self.ordinal = 0
        self.lines: list[Span] = lines or []
        self.children: list[Block] = []
        self.table: Table | None = None


def all_texts(blocks: list[Block]) -> list[Block]:
    """The paragraphs and items, those inside others as well, in order."""
    texts: list[Block] = []
    for block in blocks:
        if block.lines and block.kind is not Kind.HEADING:
            texts.append(block)
        if block.children:
            texts += all_texts(block.children)
    return texts
