"""Markdown to blocks: what stands where, down to each line of a paragraph and each cell of a table.

The grammar is CommonMark, parsed by pyromark, with GitHub's tables, found by `tables` among the lines of paragraphs
(which takes half the time of having every cell parsed for emphasis). Five readings differ from it on purpose, because
authors never mean the other: a paragraph above a single `-` is no heading but a label above an empty bullet; running
text above `---` is no heading but text with a line below it; a number and a few words above it are a heading, and no
list; a table whose delimiter row has the wrong number of columns is still a table, though a broken one; and what
stands in a panel of HTML is Markdown, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmcoach_lint.syntax.block import Block, Kind
from pmcoach_lint.syntax.meant import (
    BOXES,
    inside_panel,
    is_numbered_heading,
    is_ruled_off,
    lines_of_their_own,
    underlines,
)
from pmcoach_lint.syntax.parser import LONE_RETURN
from pmcoach_lint.syntax.parser import events as events_of
from pmcoach_lint.syntax.plain import heading_text, may_go_on, next_section, plain_blocks
from pmcoach_lint.syntax.source import Span, trim
from pmcoach_lint.syntax.tables import Table, find_table
from pmcoach_lint.tuples import NamedTuple

MAX_NESTING = 40
"""How deep lists and quotations may nest. Deeper ones are reported and not descended into."""


class Blocks(NamedTuple):
    """The blocks of a text, in order; all tables in it, wherever they stand; and where it nested too deep to follow."""

    top: list[Block]
    tables: list[Table]
    too_deep: list[Span]


_CONTAINERS = {"Item": Kind.ITEM, "BlockQuote": Kind.QUOTE}
_LEAVES = {
    "Heading": Kind.HEADING,
    "Paragraph": Kind.PARAGRAPH,
    "CodeBlock": Kind.CODE,
    "HtmlBlock": Kind.HTML,
}


def read_blocks(text: str, offset: int = 0) -> Blocks:
    """Read `text` from `offset` on into blocks, with spans in the whole of `text`."""
    reader = _Reader(text)
    start = offset
    while start < len(text):
        end = next_section(text, start)
        blocks = plain_blocks(text, start, end, reader.lists)
        if blocks is not None:
            reader.take(blocks)
        else:
            end = len(text) if may_go_on(text, start, end) else end
            reader.read(events_of(text, start, end), start)
        start = end
    return Blocks(reader.top, reader.tables, reader.too_deep)


class _Reader:
    """Builds the blocks of each section in its turn, without recursion: from plain blocks, or from parser's events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.offset = 0
        self.top: list[Block] = []
        self.tables: list[Table] = []
        self.too_deep: list[Span] = []
        self.stack: list[Block] = []
        self.lists = 0
        self.inline: list[int] | None = None  # start and end of the text that stands directly in a tight item

    def take(self, blocks: list[Block]) -> None:
        """Take the blocks of a plain section, with the tables among the lines of its paragraphs."""
        for block in blocks:
            lines = block.lines
            header = find_table(self.text, lines) if len(lines) > 1 else None
            if header:  # there is text above the table
                block.lines, block.end = lines[:header], lines[header - 1][1]
            if header != 0:
                self.top.append(block)
            if header is not None:
                self.table(lines[header:], lines[-1][1])
            self.lists = block.ordinal or self.lists

    def read(self, events: Iterator[Any], offset: int) -> None:
        """Run through all events of a section that begins at the `offset`."""
        self.offset = offset
        for event, where in events:
            if type(event) is dict and "End" in event:
                tag = event["End"]
                if tag == "Item" or (type(tag) is dict and "BlockQuote" in tag):
                    self.end()
                continue
            start, end = where["start"] + offset, where["end"] + offset
            if type(event) is dict and "Start" in event:
                value = event["Start"]
                tag = value if type(value) is str else next(iter(value))
                if tag in _LEAVES:
                    self.leaf(_LEAVES[tag], value, start, end, events)
                elif tag in _CONTAINERS:
                    self.open(_CONTAINERS[tag], start, end)
                elif tag == "List":
                    self.lists += 1
                    self.flush()
                else:
                    self.text_seen(start, end)
            elif event == "Rule":
                self.rule(start, end)
            else:
                self.text_seen(start, end)

    def add(self, block: Block) -> None:
        """Put a finished or opened block where it belongs."""
        self.flush()
        if not self.stack:
            self.top.append(block)
        elif len(self.stack) < MAX_NESTING:
            self.stack[-1].children.append(block)
        elif len(self.stack) == MAX_NESTING and not self.too_deep:
            self.too_deep.append((block.start, block.start))

    def open(self, kind: str, start: int, end: int) -> None:
        """Begin an item or a quotation."""
        block = Block(kind, start, end)
        block.ordinal = self.lists
        self.add(block)
        self.stack.append(block)

    def end(self) -> None:
        """End an item or a quotation."""
        self.flush()
        self.stack.pop()

    def text_seen(self, start: int, end: int) -> None:
        """Take note of text that stands in an item without a paragraph of its own."""
        if self.inline is None:
            self.inline = [start, end]
        elif end > self.inline[1]:
            self.inline[1] = end

    def flush(self) -> None:
        """Take the text that stood directly in a tight item as that item's own paragraph."""
        if self.inline is not None:
            start, end = self.inline
            self.inline = None
            if self.stack:
                self.paragraph(start, end)

    def leaf(self, kind: str, value: Any, start: int, end: int, events: Iterator[Any]) -> None:
        """Take a block without blocks inside, and all events up to its end."""
        opened = 1
        for event, _ in events:
            if type(event) is str:
                continue
            if "Start" in event:
                opened += 1
            elif "End" in event:
                opened -= 1
                if not opened:
                    break
        block = Block(kind, start, end)
        if kind is Kind.HEADING:
            self.heading(block, int(value["Heading"]["level"][1]))
        elif kind is Kind.PARAGRAPH:
            self.paragraph(block.start, block.end)
        elif kind is Kind.HTML and (inside := inside_panel(self.text, start, end)):
            self.read(events_of(self.text, *inside), inside[0])
        else:
            self.add(block)

    def heading(self, block: Block, level: int) -> None:
        """Take a heading, or what CommonMark takes for one."""
        if self.text[block.start : block.end].lstrip(" \t")[:1] == "#":
            block.lines = [heading_text(self.text, block.start, block.end)]
        else:
            lines = self.lines(block.start, block.end)
            underline = self.text[slice(*lines[-1])] if lines else ""
            above = [self.text[slice(*line)] for line in lines[:-1]]
            if underline == "-" or find_table(self.text, lines[:-1]) is not None or is_ruled_off(above, underline):
                self.above_dashes(block, lines)
                return
            block.lines = [(lines[0][0], lines[-2][1])] if len(lines) > 1 else []
        block.level = level
        self.add(block)

    def above_dashes(self, block: Block, lines: list[Span]) -> None:
        """Read a paragraph or table above dashes as what it is meant to be, and a single dash as an empty bullet."""
        start, end = lines[-1]
        if len(lines) > 1:  # the lines above may hold nothing but white space that the parser takes for text
            self.paragraph(block.start, lines[-2][1])
        single = end - start == 1
        below = Block(Kind.ITEM if single else Kind.RULE, start, end)
        self.lists += 1
        below.ordinal = self.lists
        self.add(below)

    def rule(self, start: int, end: int) -> None:
        """Take dashes on a line of their own: right below a number and a few words they make a heading of these.

        The last item of a list stays one, unless they underline all of it: it is headed by the number of a part.
        """
        self.flush()
        only = self.top[-1] if self.top and not self.stack else None
        listed = len(self.top) > 1 and self.top[-2].kind is Kind.ITEM and only and self.top[-2].ordinal == only.ordinal
        if only and (not listed or underlines(self.text, only, start)) and is_numbered_heading(self.text, only, start):
            only.kind, only.end, only.level = Kind.HEADING, end, 2
            only.lines = [(only.start, only.lines[0][1])]
        else:
            self.add(Block(Kind.RULE, start, end))

    def paragraph(self, start: int, end: int) -> None:
        """Take a paragraph that stands from `start` to `end`, with the table that may follow in it."""
        lines = self.lines(start, end)
        header = find_table(self.text, lines) if len(lines) > 1 else None
        text = lines if header is None else lines[:header]
        self.flush()
        below = self.below_item(text)
        text = text[: len(text) - len(below)]
        if text:
            item = self.stack[-1] if self.stack and self.stack[-1].kind is Kind.ITEM else None
            if item and not item.lines and not item.children:
                item.lines = text
            else:
                block = Block(Kind.PARAGRAPH, start, end if header is None else text[-1][1])
                block.lines = text
                self.add(block)
        if below:
            self.after_items(below)
        if header is not None:
            self.table(lines[header:], end)

    def table(self, lines: list[Span], end: int) -> None:
        """Take a table made of `lines`."""
        block = Block(Kind.TABLE, lines[0][0], end)
        block.table = Table(self.text, lines)
        self.tables.append(block.table)
        self.add(block)

    def below_item(self, lines: list[Span]) -> list[Span]:
        """Those of the lines of a paragraph in an item that nobody means as part of it."""
        if len(lines) > 1 and self.stack and self.stack[-1].kind is Kind.ITEM:
            return lines_of_their_own(self.text, lines)
        return []

    def after_items(self, lines: list[Span]) -> None:
        """Take lines right below a list as what they are: an item each where they begin with a box, else text."""
        outermost = next(at for at, block in enumerate(self.stack) if block.kind is Kind.ITEM)
        siblings = self.stack[outermost - 1].children if outermost else self.top
        for start, end in lines:
            boxed = self.text[start] in BOXES
            if not boxed and siblings[-1].kind is Kind.PARAGRAPH:
                siblings[-1].lines.append((start, end))
                siblings[-1].end = end
                continue
            block = Block(Kind.ITEM if boxed else Kind.PARAGRAPH, start, end)
            block.ordinal = self.stack[outermost].ordinal
            block.lines = [(start, end)]
            siblings.append(block)

    def lines(self, start: int, end: int) -> list[Span]:
        """The spans of the lines from `start` to `end`, without indentation and quotation marks."""
        raw = self.text[start:end]
        if "\n" not in raw and "\r" not in raw and raw == raw.strip() and raw[:1] != ">" and raw[-1:] not in ("", "\\"):
            return [(start, end)]
        if "\r" in raw:
            raw = LONE_RETURN.sub("\n", raw)
        spans = []
        for line in raw.split("\n"):
            words = line.strip()
            if words[:1] == ">" and not self.text.endswith("\\", 0, start):  # `\> 5` begins with a sign of its own
                words = words.lstrip("> \t").strip()
            if words:
                begin = start if words == line else start + line.rindex(words)
                stop = begin + len(words)
                if words[-1] == "\\" and words[-2:-1] != "\\" and start + len(line) < end:
                    stop = trim(self.text, (begin, stop - 1))[1]  # a backslash that only breaks the line
                if begin < stop:
                    spans.append((begin, stop))
            start += len(line) + 1
        return spans
