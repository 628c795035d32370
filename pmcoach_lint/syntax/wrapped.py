"""Text that is wrapped at some column, as editors wrap it and those who write in git: its line breaks say nothing.

A line goes on with the one above it where that breaks off in the midst of a sentence, or is filled up to the column at
which the document is wrapped. What begins as a line of its own does, with a label, a number or a bullet, is one.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.blanks import blanked
from pmcoach_lint.syntax.block import Block
from pmcoach_lint.syntax.lines import line_begin
from pmcoach_lint.syntax.source import Span

_OF_ITS_OWN = regex(
    r"[|:>#☐☑✅✓✔✗✘❌⬜◻🔲•◦‣▪●○]|[*+·-]\s|\[[ xX]?\]\s|<|(?P<bold>\*\*|__)[^*_\n]{1,80}(?::(?P=bold)|(?P=bold)\s?:)"
)
"""How a line begins that goes on with none."""

_LABELLED = regex(
    r"\*\*|__|\d{1,2}[.)]\s|\(?(?:[a-h]|\d{1,2}|[ivx]{1,4})\)\s|\d{4}-\d\d-\d\d|[A-Z]{1,3}\d{1,2}\s?[:.)–—-]"
    r"|[*_]?[^\W\d_][\w'’/&+-]*(?:[ ][\w'’/&+-]+){0,3}(?:[ ]?\([^()\n]{1,30}\))?(?:[:?.]?[*_])?"
    r"(?::(?=\s|$)|\s[=→]\s)"
)
"""How one begins that goes on with another only where that cannot end with its last word."""

_LAST = "( → & = / a an the and or of our their its my your than if when because into is are was be"
_OPEN = frozenset(_LAST.split())
"""The last word of a line that breaks off for sure; written so, since `Bet A`, `Ap → An` and `Gaps: —` are whole."""

_LAST_OF_LONG = "– — + to in for with by on at from as we I he she they no not"
_HANGING = frozenset(_LAST_OF_LONG.split())
"""That of a long one that does."""

_ENDS = (".", "?", "!", ":", ";", "…")
_CLOSING = "*_)]\"'”’»"
_LONG, _COLUMN = 40, 70
"""A shorter line breaks off because its author wanted it to; and below which column nobody wraps a document."""

_RAGGED = 3
"""By so much lines that are wrapped by hand stay below the column."""

_LONGEST_WORD = 10
_FEWEST = 3
"""So many lines that break off in the midst of a sentence tell that the document is wrapped, and at which column."""


class _Break:
    """A line break, with the lines `before` and `behind` it."""

    def __init__(self, text: str, before: Span, behind: Span) -> None:
        self.text = text
        self.before = before
        self.behind = behind
        self.length = before[1] - line_begin(text, before[0])
        self.is_small = text[behind[0]].islower()
        self.is_broken = self.is_small and text[slice(*before)].rstrip(_CLOSING)[-1:] not in _ENDS

    @property
    def with_next(self) -> int:
        """How long the line would be with the word for which there was no room."""
        return self.length + 1 + len(self.text[slice(*self.behind)].split(maxsplit=1)[0])

    @cached_property
    def is_meant(self) -> bool:
        """Whether the author wants a line to end or to begin there."""
        before, behind = self.before, self.behind
        is_end = self.text.startswith(("  ", "\\"), before[1]) or self.text.endswith(">", *before)
        return is_end or self.text.startswith("[!", *before) or _OF_ITS_OWN.match(self.text, *behind) is not None

    @cached_property
    def is_labelled(self) -> bool:
        """Whether the line behind it begins as one of its own does."""
        return _LABELLED.match(self.text, *self.behind) is not None

    @cached_property
    def goes_on(self) -> bool:
        """Whether the line in front of it breaks off in the midst of a sentence."""
        word = self.text[slice(*self.before)][-_LONGEST_WORD:].rpartition(" ")[2]
        if word in _OPEN:
            return not self.is_meant
        if word in _HANGING and self.length >= _LONG:
            return (self.is_small or not self.is_labelled) and not self.is_meant
        return self.is_broken and self.with_next > _COLUMN and not self.is_labelled and not self.is_meant

    def is_filled(self, column: int) -> bool:
        """Whether there was no room for more in front of it, where lines are wrapped at the `column`."""
        is_full = self.length <= column < self.with_next + _RAGGED
        return is_full and (self.is_broken or not self.is_labelled) and not self.is_meant


def unwrapped(text: str, blocks: list[Block]) -> str:
    """The text of the same length with blanks in place of the line breaks that say nothing.

    The lines of the `blocks` that go on with each other become one.
    """
    several = [block for block in blocks if len(block.lines) > 1]
    breaks = [(block, [_Break(text, *two) for two in pairwise(block.lines)]) for block in several]
    sure = [each.length for _, found in breaks for each in found if each.goes_on]
    if not sure:
        return text
    column = max(sure) if len(sure) >= _FEWEST else 0
    gaps: list[Span] = []
    for block, found in breaks:
        lines = block.lines[:1]
        for each in found:
            if each.goes_on or each.is_filled(column):
                gaps.append((each.before[1], each.behind[0]))
                lines[-1] = (lines[-1][0], each.behind[1])
            else:
                lines.append(each.behind)
        block.lines = lines
    return blanked(text, sorted(gaps))
