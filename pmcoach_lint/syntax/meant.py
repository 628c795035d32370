"""What people mean where CommonMark says something else: lines above dashes, lines right below a list item, panels."""

from __future__ import annotations

import re

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.block import Block, Kind
from pmcoach_lint.syntax.source import Span

_LABELLED = regex(r"(\*\*|__)(?!\s)[^*_\n]+(?::\1|\1\s*:)\s*\S")
_NUMBERED = regex(r"\d{1,2}[.)]\s+")
BOXES = "☐☑✅✓✔✗✘❌⬜◻🔲"
"""Signs that stand for a box to tick, or for what has been ticked or not."""
_PLAIN_LABEL = r"[A-Z][\w'’/&+-]*(?: [\w'’/&+-]+){0,3}(?: ?\([^()\n]{1,30}\))?:(?:[ \t]|$)"
_BOLD_LINE = r"(?:\*\*|__)[A-Z\d][^*_\r\n]{1,80}(?:\*\*|__)[ \t]*(?=[\r\n]|\Z)"
_OF_ITS_OWN = regex(
    rf"(\*\*|__)(?!\s)[^*_\n]{{1,80}}(?::\1|\1(?:\s*\([^()\n]*\))?\s*:)|{_BOLD_LINE}|[{BOXES}]\ufe0f?\s|{_PLAIN_LABEL}",
    re.MULTILINE,
)
_SHORTEST_RULE = 3
"""So many dashes make a line across the page."""

_PANEL = regex(r"<aside\b[^<>\n]*>[ \t]*[\r\n]+")
_SENTENCE = regex(r"(?:\S+\s+){5,}\S+[.!?…][\"”’')*_]*")


def is_ruled_off(lines: list[str], underline: str) -> bool:
    """Whether dashes right below some lines are meant to close them off, and not to make a heading of them.

    So they are below several lines, below a label in bold with its value, and below a whole sentence.
    """
    if not lines or underline[:1] != "-":
        return False
    return len(lines) > 1 or bool(_LABELLED.match(lines[0])) or bool(_SENTENCE.fullmatch(lines[0]))


def is_numbered_heading(text: str, block: Block, below: int) -> bool:
    """Whether an item is a numbered heading, since dashes that begin at `below` stand right under its only line.

    CommonMark takes the number for that of a list, and so the dashes for a line across the page.
    """
    if block.kind is not Kind.ITEM or block.children or len(block.lines) != 1:
        return False
    start, end = block.lines[0]
    if not _NUMBERED.fullmatch(text, block.start, start) or text[end:below].strip(" \t\r") != "\n":
        return False
    return text.startswith("---", below) and not is_ruled_off([text[start:end]], "---")


def underlines(text: str, block: Block, below: int) -> bool:
    """Whether the dashes that begin at `below` are exactly as long as the line of an item, with its number."""
    length = block.lines[0][1] - block.start if len(block.lines) == 1 else 0
    dashes = text[below : below + length + 1].rstrip("\r\n")
    return length > _SHORTEST_RULE and dashes == "-" * length


def lines_of_their_own(text: str, lines: list[Span]) -> list[Span]:
    """Those of the lines of a list item that nobody means as part of it.

    They are the ones from the first on that begins with the line, and with a label or a box to tick, or is bold as a
    whole, like the heading that it stands for.
    """
    for index, (start, _) in enumerate(lines[1:], 1):
        if text[start - 1] in "\r\n" and _OF_ITS_OWN.match(text, start):
            return lines[index:]
    return []


def inside_panel(text: str, start: int, end: int) -> Span | None:
    """Where the text of a panel stands that begins a block of HTML: what Notion sets off is Markdown inside `<aside>`.

    CommonMark takes all lines down to the first blank one for HTML. None where there is no text, or a panel inside.
    """
    opening = _PANEL.match(text, start, end)
    if opening is None or text.find("<aside", opening.end(), end) >= 0:
        return None
    closing = text.find("</aside>", opening.end(), end)
    inside = (opening.end(), closing if closing >= 0 else end)
    return inside if text[slice(*inside)].strip() else None
