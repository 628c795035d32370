"""The blocks of a text, turned into pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from pmcoach_lint.binding.labels import FIRST_PICTURE, SIGNS, split_label, without_pictures
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.names import keys_of_heading, name_key
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.block import Block, Kind
from pmcoach_lint.syntax.source import Span, between, trim

_BETWEEN_LABELS = "|·•"
_NEXT_LABEL = regex(r"\s+[|·•]\s+(?=\*\*|__)")
_BULLET = regex(rf"[{SIGNS}][ \t\xa0]+(?=\S)")
_ATTRIBUTES = regex(r"[ \t]*\{[#:.][^{}\n]*\}[ \t]*$")
"""What some programs write behind a heading: `{#2.-current-assessment}`."""
_MARKER = regex(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
_BARE_NAME = regex(r"(?P<mark>[*_]{0,3})(?P<name>[^\W_][^|`<\[\n.!?]{0,58}?)(?P=mark)(?:\s*\([^()\n]*\))?")
_SUMMARY = regex(
    r"<summary>(?:<[^<>]*>|\s)*(?P<name>[^<>\n]+?)(?:<[^<>]*>|\s)*"
    r"(?::\s*(?P<value>[^<>\n]*?)\s*|(?<=>|\s)(?:[–—]|-)\s[^<>\n]*)?</summary>",
    re.IGNORECASE,
)
_RELATIVE = regex(r",\s(?:which|that|who|whom|whose|where|when|each|all|both|one|with|in|as)\b", near=",")
_LETTERS = frozenset("ABCDEFGHIJK")
_PARTS = ("part", "section")
_NUMBER = regex(r"[A-K]\d{1,2}(?:\.\d{1,2})*(?:\\?[.):]|\s?(?:-|[–—]))?\s+(?=\S)")
_FOLDED = 6
_LED = (Kind.ITEM, Kind.TABLE)
_TWO = 2
_ENDS = (".", "?", '"', "”", "’", ")")
_OF_PARTS = 2
"""The level of headings down to which they head parts."""
_TIMED_LINE = regex(r"^[ \t]*(?P<item>\d{1,2}\s?[–-]\s?\d{1,2}(?::|['′’])?[ \t]+[^\W\d_].*\S)", re.MULTILINE)
_OF_PANELS = (Role.HEADING, Role.LABEL, Role.TABLE)


class Outline:
    """Turns the blocks of a text into pieces."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.groups = 0
        self.letter = ""

    def pieces(self, blocks: Iterable[Block]) -> list[Piece]:
        """The pieces of `blocks`, in order."""
        result: list[Piece] = []
        for block in blocks:
            self.groups += 1
            if block.kind in _LED and result and result[-1].role is Role.LINE:
                self._lead(result[-1])
            if block.kind is Kind.PARAGRAPH:
                result += self._paragraph(block)
            elif block.kind is Kind.HEADING:
                result.append(self._heading(block))
            elif block.kind is Kind.ITEM:
                result.append(self._item(block))
            elif block.kind is Kind.TABLE:
                piece = Piece(self, Role.TABLE, trim(self.text, (block.start, block.end)), self.groups)
                piece.table = block.table
                result.append(piece)
            elif block.kind is Kind.QUOTE:
                result += self._quoted(block)
            elif block.kind is not Kind.RULE:
                result += self._timed(block) or [self._other(block)]
        return result

    def _paragraph(self, block: Block) -> list[Piece]:
        """The lines of a paragraph, or what they are parted into."""
        result = self._signed(block.lines) or self._defined(block.lines)
        for line in () if result else block.lines:
            piece = self.line(line)
            parts = self._parts(piece) if piece.role is Role.LABEL else []
            result += map(self.line, parts) if parts else [piece]
        return result

    def _signed(self, lines: list[Span]) -> list[Piece]:
        """The items that lines are in front of which stand signs of two kinds: `● Framing`, `○ Know: names it`."""
        text = self.text
        first = text[lines[0][0] : lines[0][0] + 1]
        if first.isascii() or len({text[line[0] : line[0] + 1] for line in lines}) != _TWO:
            return []
        bullets = [_BULLET.match(text, *line) for line in lines]
        items: list[Piece] = []
        for bullet, line in zip(bullets, lines, strict=True):
            if bullet is None:
                return []
            item = self.labelled(Piece(self, Role.ITEM, (bullet.end(), line[1]), self.groups))
            if text[line[0]] == first:
                items.append(item)
            else:
                items[-1].hold([*items[-1].pieces, item])
        return items

    def _defined(self, lines: list[Span]) -> list[Piece]:
        """The term of a definition list, and the items that its definitions are: `Bet one`, `: *Rep* — cut a test`."""
        text = self.text
        if len(lines) == 1 or not text.startswith(": ", *lines[1]):
            return []
        begins = [at for at, line in enumerate(lines) if at and text.startswith(": ", *line)]
        spans = [(lines[at][0] + 2, lines[end - 1][1]) for at, end in pairwise([*begins, len(lines)])]
        term = self.line(lines[0])
        if term.role is Role.LINE:
            self._lead(term)
            term.role = Role.LABEL if term.name else term.role
        return [term, *(self.labelled(Piece(self, Role.ITEM, span, self.groups)) for span in spans)]

    def _quoted(self, block: Block) -> list[Piece]:
        """The pieces of a quotation: one, or all that is in it where it is a list or has headings, labels or tables."""
        start = block.children[0].start if block.children else block.start  # behind the > of a quotation
        piece = Piece(self, Role.OTHER, trim(self.text, (start, block.end)), self.groups, block.children)
        is_panel = any(inside.role in _OF_PANELS for inside in piece.pieces)
        if len(piece.pieces) > 1:
            is_panel = is_panel or all(inside.name is not None for inside in piece.pieces)
            is_panel = is_panel or all(inside.role is Role.ITEM for inside in piece.pieces)
            is_panel = is_panel or self._is_labelled(*piece.pieces[:2])
        if not is_panel and self._asks(piece.pieces):
            return [Piece(self, Role.ITEM, inside.text, self.groups) for inside in piece.pieces]
        return piece.pieces if is_panel else [piece]

    def _is_labelled(self, first: Piece, second: Piece) -> bool:
        """Whether a quotation begins with a label in a paragraph of its own: `> With: the COO` above what is said."""
        is_value = first.name is not None and not first.is_bare and first.group != second.group
        return is_value and len(self.text[slice(*(first.name or (0, 0)))].split()) <= _TWO

    def _asks(self, lines: list[Piece]) -> bool:
        """Whether each of several lines ends as a sentence does, and nearly each asks something."""
        ends = sum(line.role is Role.LINE and self.text.endswith(_ENDS, *line.text) for line in lines)
        asks = sum(self.text.find("?", *line.text) >= 0 for line in lines)
        return len(lines) == ends >= _TWO and asks >= ends - 1

    def _timed(self, block: Block) -> list[Piece]:
        """The items that the lines of code are if each begins with the minutes from which to which it goes."""
        if block.kind is not Kind.CODE:
            return []
        start = self.text.rfind("\n", 0, block.start) + 1
        lines = [*_TIMED_LINE.finditer(self.text, start, block.end)]
        told = [line.strip() for line in self.text[start : block.end].splitlines()]
        is_all = len(lines) > _TWO and len(lines) == len([line for line in told if line and line[0] not in "`~"])
        return [Piece(self, Role.ITEM, line.span("item"), self.groups) for line in lines] if is_all else []

    def _other(self, block: Block) -> Piece:
        """What is no text of its own: code, or HTML, which may be the name of what is folded up below it."""
        span = trim(self.text, (block.start, block.end))
        summary = _SUMMARY.search(self.text, *span) if block.kind is Kind.HTML else None
        if summary is None:
            return Piece(self, Role.OTHER, span, self.groups)
        name = without_pictures(self.text, summary.span("name"))
        piece = Piece(self, Role.LABEL, name, self.groups)
        piece.be_named(name, summary.span("value") if summary["value"] else (name[1], name[1]))
        if "<strong>" in self.text[slice(*span)] or "<b>" in self.text[slice(*span)]:  # set off as a heading is
            piece.role, piece.level, piece.value = Role.HEADING, _FOLDED, (name[1], name[1])
        return piece

    def _lead(self, piece: Piece) -> None:
        """Take a bare line above a list or a table for the name of that: `Prompts`, `1:1 agenda (45 min)`.

        What it goes on to say of that is no part of the name: `And the habits, which matter more:`.
        """
        if piece.name and piece.is_bare and (aside := _RELATIVE.search(self.text, *piece.name)):
            piece.keys = (*piece.keys, name_key(self.text[piece.name[0] : aside.start()]))
        match = _BARE_NAME.fullmatch(self.text, *piece.text) if piece.name is None else None
        if match:
            piece.be_named(match.span("name"), piece.value)

    def _parts(self, piece: Piece) -> list[Span]:
        """The labelled values on one line: `**Client**: Northwind | **Date**: 2026-10-05`; none where there is one."""
        value = self.text[slice(*piece.value)]
        if not any(map(value.__contains__, _BETWEEN_LABELS)):
            return []
        cuts = [match.span() for match in _NEXT_LABEL.finditer(self.text, *piece.value)]
        return between(piece.text, cuts) if cuts else []

    def _heading(self, block: Block) -> Piece:
        text = block.lines[0] if block.lines else trim(self.text, (block.start, block.end))
        if self.text[text[0] : text[0] + 1] >= FIRST_PICTURE:
            text = without_pictures(self.text, text)
        if self.text[text[1] - 1] == "}" and (attributes := _ATTRIBUTES.search(self.text, *text)):
            text = (text[0], attributes.start())
        underlined = self.text[block.start] != "#" and self.text[block.start : block.end].lstrip()[:1] != "#"
        label = split_label(self.text, text) if underlined else None
        if label and label.bold:
            piece = Piece(self, Role.LABEL, text, self.groups)  # a bold label above a rule, not a heading
            piece.be_named(label.name, label.value)
            return piece
        piece = Piece(self, Role.HEADING, text, self.groups)
        piece.level = block.level
        piece.name = text
        self._number(piece)
        said = keys_of_heading(self.text[text[0] : text[1]], block.level)
        piece.keys = (*keys_of_heading(self.text[slice(*piece.own)], block.level), *said) if piece.numbered else said
        return piece

    def _number(self, heading: Piece) -> None:
        """Take note of the letter of a part, or of where the number of a heading ends that has it in front."""
        if heading.level <= _OF_PARTS:
            first, _, rest = self.text[slice(*heading.text)].partition(" ")
            first = rest.partition(" ")[0] if first.lower() in _PARTS else first
            letter = first.rstrip("\\.):")
            self.letter = letter if letter in _LETTERS and first != "A" else ""  # else the article
        elif self.letter and self.text.startswith(self.letter, *heading.text):
            number = _NUMBER.match(self.text, *heading.text)
            heading.numbered = number.end() if number else 0

    def line(self, line: Span) -> Piece:
        """The piece that a line of text is."""
        if not self.text[line[0] : line[0] + 1].isascii():
            bullet = _BULLET.match(self.text, *line)
            line = without_pictures(self.text, (bullet.end(), line[1]) if bullet else line)
        label = split_label(self.text, line)
        piece = Piece(self, Role.LABEL if label and label.bold else Role.LINE, line, self.groups)
        if label:
            piece.be_named(label.name, label.value)
        return piece

    def own_line(self, line: Span) -> Piece:
        """The piece that a line of text is which no other goes on with."""
        self.groups += 1
        return self.line(line)

    def labelled(self, piece: Piece) -> Piece:
        """The `piece` with the name that its text bears, if it does."""
        if label := split_label(self.text, piece.text):
            piece.be_named(label.name, label.value)
        return piece

    def _item(self, block: Block) -> Piece:
        if block.lines:
            text = (block.lines[0][0], block.lines[-1][1])
            if self.text[text[0] : text[0] + 1] >= FIRST_PICTURE:
                text = without_pictures(self.text, text)
        else:
            marker = _MARKER.match(self.text, block.start)
            spot = min(marker.end(), block.end) if marker else block.end
            text = trim(self.text, (spot, spot))
        piece = self.labelled(Piece(self, Role.ITEM, text, block.ordinal, block.children))
        if not piece.name and block.children and block.children[0].kind in _LED:
            self._lead(piece)
        return piece
