"""Numbers in front of all that a document says, as contracts and memoranda have them: `4.1.3 Lead the decision`.

They are there to be cited, and are neither values nor parts of names.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.blanks import blanked
from pmcoach_lint.syntax.block import Block
from pmcoach_lint.syntax.source import Span

_DAY = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\s"
_NUMBER = regex(rf"(?!{_DAY})(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\\?\.?\s+(?=\S)")
"""The number of a clause, which is no day of a month: `11.1. the pilots sign`."""

_FEWEST = 4
"""So many of them that follow on each other are no amounts."""


def without_clause_numbers(text: str, blocks: list[Block]) -> str:
    """The text of the same length with blanks for the numbers in front of the lines of `blocks`, if they go on."""
    told: set[tuple[int, ...]] = set()
    found: list[tuple[Span, Block, int]] = []
    for block, at, span, number in _numbered(text, blocks):
        *above, last = number
        if last == 1 or (*above, last - 1) in told:
            told.add(number)
            found.append((span, block, at))
    if len(found) < _FEWEST:
        return text
    for (_, end), block, at in found:
        block.lines[at] = (end, block.lines[at][1])
    return blanked(text, sorted(span for span, _, _ in found))


def _numbered(text: str, blocks: list[Block]) -> Iterator[tuple[Block, int, Span, tuple[int, ...]]]:
    """The lines of `blocks` that begin with a number of several parts: which it is of which, where, and the number."""
    for block in blocks:
        for at, (start, end) in enumerate(block.lines):
            if "." in text[start + 1 : start + 3] and (match := _NUMBER.match(text, start, end)):
                yield block, at, match.span(), tuple(map(int, match["number"].split(".")))
