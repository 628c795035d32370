"""The text of what falls due and has a name: `**2026-12-16 – checkpoint 1:** two maps`, `Close (4 Dec): memo`."""

from __future__ import annotations

import re

from pmcoach_lint.binding.model import Use
from pmcoach_lint.binding.own_text.heads import HeadReader
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_REVIEW = (
    r"(?:[\w-]+\s){0,2}"
    r"(?:reviews?|check-?\s?(?:point|in)s?|look-?(?:in)?|mid-?(?:point|cycle)|clos(?:e|ing)|kick-?off)\b"
)
REVIEW = regex(_REVIEW, re.IGNORECASE)
"""What days of review are called, with a word or two before it: `Final review`, `Checkpoint`."""

_NAMED = regex(rf"(?P<name>{_REVIEW}(?:\s?#?\d{{1,2}})?(?:\s?\([^()\n]*\))?)\s*:\s+(?=\S)", re.IGNORECASE)
_IN_BOLD = regex(r"(?P<mark>\*\*|__)(?P<name>[^*_:\n]{2,60})(?::(?P=mark)|(?P=mark)\s?(?::|[–—]|-(?=\s)))\s+(?=\S)")
_ASKS = regex(r".*\?\W*$|(?:decide|keep|change|adjust|stop|drop|continue|go on|carry on)\b", re.IGNORECASE | re.DOTALL)
"""What a review is to answer, and no evidence: `keep, change or stop each bet`, `does it reach the meeting?`"""

_JUDGED_AGAIN = regex(r"(?:[\w-]+\s){0,2}(?:re-?)?(?:judg|scor|assess|rat)(?:es?|ed|ing)\b", re.IGNORECASE)
"""What is done at a review, and is neither: `levels judged again`."""


class DueReader(HeadReader):
    """Tells what a review is called from what is brought to it, or what it is to answer."""

    def cut_front(self, start: int, end: int) -> int:
        """Take values and the record's name off the front, and return where the rest begins."""
        if bold := _IN_BOLD.match(self.text, start, end):
            first, last = bold.span("name")
            led = super().cut_front(first, last)
            name = trim(self.text, (led, self.cut_end(led, last)))
            is_told = name != (first, last) or REVIEW.match(self.text, *name)
            if is_told and name[0] < name[1] and self.text[name[0]] != "(":
                return self.behind_name(name, (bold.end(), end), start)
            start = bold.end() if is_told and name[0] == name[1] else start
        led = super().cut_front(start, end)
        if named := _NAMED.match(self.text, led, end):
            first, last = named.span("name")
            name = trim(self.text, (first, self.cut_end(first, last)))
            return self.behind_name(name, (named.end(), end), led)
        return led

    def behind_name(self, name: Span, told: Span, begin: int) -> int:
        """Tell what stands behind the name of a record, and return where the rest begins, which is its title.

        Args:
            name: where the name stands.
            told: what stands behind it.
            begin: where the text begins that is both.
        """
        title, asked, evidence = (
            self.binding.title_field,
            self.binding.fields.get("question"),
            self.binding.beside_levels,
        )
        if title is None or evidence is None:
            return told[0] if REVIEW.match(self.text, *name) else begin
        is_again = begin == name[0] and _JUDGED_AGAIN.match(self.text, *told)
        field = asked if _ASKS.match(self.text, *told) else evidence
        if field is None or is_again or field.name in self.known or field.name in self.head.labelled:
            return begin if begin == name[0] else told[0]
        self.head.tell((told[0], self.cut_end(*told)), Use(field.name))
        self.head.tell(name, Use(title.name))
        return told[1]
