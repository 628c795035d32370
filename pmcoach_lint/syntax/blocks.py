"""Markdown to blocks: what stands where, down to each line of a paragraph and each cell of a table.

The grammar is CommonMark with GitHub's tables, parsed by pyromark. Two readings differ from it on purpose, because
authors never mean the other: a paragraph above a single `-` is no heading but a label above an empty bullet, and a
table whose delimiter row has the wrong number of columns is still a table, though a broken one.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple

import pyromark

from pmcoach_lint.syntax.source import Span, trim
from pmcoach_lint.syntax.tables import Table, delimiter_columns, read_table

MAX_NESTING = 40
"""How deep lists and quotations may nest. Deeper ones are reported and not descended into."""

Kind = Enum("Kind", "HEADING PARAGRAPH ITEM TABLE CODE QUOTE HTML RULE")


class Block:
    """One block of Markdown.

    `lines` are the spans of its own lines of text: the heading's text, a paragraph's lines, a list item's first
    paragraph. `children` are the blocks inside an item or a quotation. Lists are not blocks: their items are.
    `level` is a heading's level; `ordinal` tells the items of different lists apart.
    """

    __slots__ = ("children", "end", "kind", "level", "lines", "ordinal", "start", "table")

    def __init__(self, kind: Kind, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.level = 0
        self.ordinal = 0
        self.lines: list[Span] = []
        self.children: list[Block] = []
        self.table: Table | None = None


class Blocks(NamedTuple):
    """The blocks of a text, in order, and where it nested too deep to be followed."""

    top: list[Block]
    too_deep: list[Span]


_parser = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)
_LINE_END = re.compile(r"\r\n|\n|\r")
_QUOTE_MARK = re.compile(r"[ \t]*(?:>[ \t]?)*")
_SINGLE_DASH = re.compile(r"(?:\r\n|\n|\r)[ \t>]*-[ \t]*(?:\r\n|\n|\r|\Z)")
_CONTAINERS = {"Item": Kind.ITEM, "BlockQuote": Kind.QUOTE}
_LEAVES = {
    "Heading": Kind.HEADING,
    "Paragraph": Kind.PARAGRAPH,
    "CodeBlock": Kind.CODE,
    "HtmlBlock": Kind.HTML,
    "Table": Kind.TABLE,
}


def _one_for_one(error: UnicodeError) -> tuple[str, int]:
    """Stand in for each character outside ASCII by one letter, so that byte offsets are character offsets."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "x" * (error.end - error.start), error.end


codecs.register_error("pmcoach.one-for-one", _one_for_one)


def read_blocks(text: str, offset: int = 0) -> Blocks:
    """Read `text` from `offset` on into blocks, with spans in the whole of `text`."""
    plain = text[offset:].encode("ascii", "pmcoach.one-for-one").decode("ascii")
    return _Reader(text, offset).read(_parser.events_with_range(plain))


class _Reader:
    """Builds the blocks from the parser's events, without recursion."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.top: list[Block] = []
        self.too_deep: list[Span] = []
        self.stack: list[Block] = []
        self.lists = 0
        self.inline: list[int] | None = None  # start and end of the text that stands directly in a tight item

    def read(self, events: Iterator[Any]) -> Blocks:
        """Run through all events."""
        for event, where in events:
            start, end = where["start"] + self.offset, where["end"] + self.offset
            if type(event) is str:
                if event == "Rule":
                    self.add(Block(Kind.RULE, start, end))
                else:
                    self.text_seen(start, end)
                continue
            what, value = next(iter(event.items()))
            if what != "Start" and what != "End":
                self.text_seen(start, end)
                continue
            tag = value if type(value) is str else next(iter(value))
            if what == "End":
                self.end(tag)
            elif tag in _LEAVES:
                self.leaf(_LEAVES[tag], value, start, end, events)
            elif tag in _CONTAINERS:
                self.open(_CONTAINERS[tag], start, end)
            elif tag == "List":
                self.lists += 1
                self.flush()
            else:
                self.text_seen(start, end)
        return Blocks(self.top, self.too_deep)

    def add(self, block: Block) -> None:
        """Put a finished or opened block where it belongs."""
        self.flush()
        if not self.stack:
            self.top.append(block)
        elif len(self.stack) < MAX_NESTING:
            self.stack[-1].children.append(block)
        elif len(self.stack) == MAX_NESTING and not self.too_deep:
            self.too_deep.append((block.start, block.start))

    def open(self, kind: Kind, start: int, end: int) -> None:
        """Begin an item or a quotation."""
        block = Block(kind, start, end)
        block.ordinal = self.lists
        self.add(block)
        self.stack.append(block)

    def end(self, tag: str) -> None:
        """End an item or a quotation."""
        if tag in _CONTAINERS:
            self.flush()
            self.stack.pop()

    def text_seen(self, start: int, end: int) -> None:
        """Take note of text that stands in an item without a paragraph of its own."""
        if self.inline is None:
            self.inline = [start, end]
        elif end > self.inline[1]:
            self.inline[1] = end

    def flush(self) -> None:
        """Make the text that stood directly in a tight item that item's own lines."""
        if self.inline is not None and self.stack:
            item = self.stack[-1]
            if not item.lines and not item.children:
                item.lines = self.lines(*self.inline)
            else:
                paragraph = Block(Kind.PARAGRAPH, *self.inline)
                paragraph.lines = self.lines(*self.inline)
                item.children.append(paragraph)
        self.inline = None

    def leaf(self, kind: Kind, value: Any, start: int, end: int, events: Iterator[Any]) -> None:
        """Take a block without blocks inside, and all events up to its end."""
        rows: list[Span] = []
        opened = 1
        for event, where in events:
            if type(event) is str:
                continue
            started = event.get("Start")
            if started is not None:
                opened += 1
                if started == "TableRow" or started == "TableHead":
                    rows.append((where["start"] + self.offset, where["end"] + self.offset))
            elif "End" in event:
                opened -= 1
                if not opened:
                    break
        block = Block(kind, start, end)
        if kind is Kind.TABLE:
            block.table = read_table(self.text, (start, end), rows)
        elif kind is Kind.HEADING:
            self.heading(block, int(value["Heading"]["level"][1]))
            return
        elif kind is Kind.PARAGRAPH:
            self.paragraph(block)
            return
        self.add(block)

    def heading(self, block: Block, level: int) -> None:
        """Take a heading, or what CommonMark takes for one."""
        raw = self.text[block.start : block.end]
        if not raw.lstrip(" \t").startswith("#"):
            dash = _SINGLE_DASH.search(raw)
            if dash and dash.end() == len(raw):
                self.label_above_dash(block, block.start + dash.start())
                return
            lines = self.lines(block.start, block.end)[:-1]
            block.lines = [(lines[0][0], lines[-1][1])] if lines else []
        else:
            stripped = raw.strip()
            left = len(raw) - len(raw.lstrip())
            text = stripped.lstrip("#")
            start = block.start + left + len(stripped) - len(text)
            text = re.sub(r"(?:^|[ \t])#+$", "", text)
            block.lines = [trim(self.text, (start, start + len(text)))]
        block.level = level
        self.add(block)

    def label_above_dash(self, block: Block, line_end: int) -> None:
        """Read a paragraph above a single `-` as what it is meant to be: a label above an empty bullet."""
        dash = self.text.index("-", line_end)
        paragraph = Block(Kind.PARAGRAPH, block.start, line_end)
        self.paragraph(paragraph)
        bullet = Block(Kind.ITEM, dash, dash + 1)
        self.lists += 1
        bullet.ordinal = self.lists
        self.add(bullet)

    def paragraph(self, block: Block) -> None:
        """Take a paragraph; inside an item that has no text yet it is the item's own text."""
        block.lines = self.lines(block.start, block.end)
        broken = self.broken_table(block)
        if broken:
            self.add(broken)
            return
        self.flush()
        if self.stack and self.stack[-1].kind is Kind.ITEM:
            item = self.stack[-1]
            if not item.lines and not item.children:
                item.lines = block.lines
                return
        self.add(block)

    def broken_table(self, block: Block) -> Block | None:
        """The table that a paragraph is meant to be, when only its delimiter row keeps it from being one."""
        lines = block.lines
        if len(lines) < 2:
            return None
        for index in range(1, min(len(lines), 3)):
            first, delimiter = lines[index - 1], lines[index]
            columns = delimiter_columns(self.text[slice(*delimiter)])
            if columns and "|" in self.text[slice(*first)]:
                table = Block(Kind.TABLE, first[0], block.end)
                rows = [first, *lines[index + 1 :]]
                table.table = read_table(self.text, (first[0], block.end), rows)
                table.table.delimiter = (delimiter, columns)
                return table
        return None

    def lines(self, start: int, end: int) -> list[Span]:
        """The spans of the lines from `start` to `end`, without indentation and quotation marks."""
        spans = []
        raw = self.text[start:end]
        begin = 0
        for match in _LINE_END.finditer(raw):
            spans.append((begin, match.start()))
            begin = match.end()
        spans.append((begin, len(raw)))
        result = []
        for number, (left, right) in enumerate(spans):
            mark = _QUOTE_MARK.match(raw[left:right]) if number else None
            span = trim(self.text, (start + left + (mark.end() if mark else 0), start + right))
            if span[0] != span[1]:
                result.append(span)
        return result
