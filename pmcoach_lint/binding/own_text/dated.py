"""The text of a record with a day that heads no entry of a log: `17 Nov – lunch`, `**Review, 4 Dec:** two maps`."""

from __future__ import annotations

import re

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.own_text.days import NEAR_REVIEW, REVIEW, day_in_front
from pmcoach_lint.binding.own_text.heads import HeadReader
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_WORD_IN_FRONT = regex(r"[*_]*(?P<word>[^\W\d_]{3,10})[,:]?\s+(?=\d|[A-Z])")
_NAMED = regex(
    rf"(?P<name>{REVIEW.pattern}(?:\s?#?\d{{1,2}})?(?:\s?\([^()\n]*\))?)\s*:\s+(?=\S)", re.IGNORECASE, near=NEAR_REVIEW
)
_IN_BOLD = regex(r"(?P<mark>\*\*|__)(?P<name>[^*_:\n]{2,60})(?::(?P=mark)|(?P=mark)\s?(?::|[–—]|-(?=\s)))\s+(?=\S)")
_ASKS = regex(r".*\?\W*$|(?:decide|keep|change|adjust|stop|drop|continue|go on|carry on)\b", re.IGNORECASE | re.DOTALL)
"""What a review is to answer, and no evidence: `keep, change or stop each bet`, `does it reach the meeting?`"""

_JUDGED_AGAIN = regex(r"(?:[\w-]+\s){0,2}(?:re-?)?(?:judg|scor|assess|rat)(?:es?|ed|ing)\b", re.IGNORECASE)
"""What is done at a review, and is neither: `levels judged again`."""


class DatedReader(HeadReader):
    """Reads the text of a record that may begin with its day: `17 Nov – lunch with the COO`."""

    @property
    def told_behind_name(self) -> Binding | None:
        """What is done on that day: `Saying no (5 Jan): role-play with the CPO`."""
        first = self.binding.free_fields.get("first")
        return super().told_behind_name or (first if first and first.name not in self.known else None)

    def cut_box(self, start: int, end: int) -> int:
        """Take a check box off the front, and the day behind it, whatever follows: `[ ] 3 Dec decision`."""
        behind = super().cut_box(start, end)
        date = self.binding.holders.get("date") if behind > start else None
        front = day_in_front(self.text, start, end) if date and date.name not in self.head.found else None
        if date and front:
            self.head.tell(front.day, Use(date.name))
        return front.end if front else behind

    def cut_noun_and_id(self, start: int, end: int, *, ordinal: bool) -> int:
        """Take a number, the noun, the id and the day off the front, and return where the rest begins."""
        start = super().cut_noun_and_id(start, end, ordinal=ordinal)
        date = self.binding.holders.get("date")
        begin = self.state_in_front(start, end) if date else start
        is_sure = "sections" not in self.binding.shapes  # else it may be the number of one: `3.1. Say no`
        front = day_in_front(self.text, begin, end, sure=is_sure) if date else None
        if not date or not front or self.text.startswith("of ", front.end):  # `1/2 of the specs`
            return start
        self.head.tell(front.day, Use(date.name))
        return front.end

    def state_in_front(self, start: int, end: int) -> int:
        """Take a word of a fixed set off the front, and return where the day behind it is: `planned 3 Dec`."""
        field = next((bound for bound in self.binding.found_fields if bound.words), None)
        word = _WORD_IN_FRONT.match(self.text, start, end) if field else None
        value = field.words.get(word["word"].lower()) if field and word else None
        if not field or not word or value is None or not day_in_front(self.text, word.end(), end):
            return start
        self.head.found[field.name] = (value, word.span("word"))
        return word.end()


class DueReader(HeadReader):
    """Tells what a review is called from what is brought to it, or what it is to answer."""

    def cut_front(self, start: int, end: int) -> int:
        """Take values and the record's name off the front, and return where the rest begins."""
        is_bold = self.text.startswith(("**", "__"), start)
        if is_bold and (bold := _IN_BOLD.match(self.text, start, end)):
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
        date = self.binding.holders["date"]
        if REVIEW.match(self.text, *name) and (front := day_in_front(self.text, *told, sure=True)):
            self.head.tell(front.day, Use(date.name))  # `**Closing review:** Thu 28 Jan. Base: all artifacts`
            told = trim(self.text, (front.end, told[1]))
            if told[0] == told[1] or evidence.name in self.known:
                self.head.tell(name, Use(title.name))
                return told[1]
        is_again = begin == name[0] and _JUDGED_AGAIN.match(self.text, *told)
        field = asked if _ASKS.match(self.text, *told) else evidence
        if field is None or is_again or field.name in self.known or field.name in self.head.labelled:
            return begin if begin == name[0] else told[0]
        self.head.tell((told[0], self.cut_end(*told)), Use(field.name))
        self.head.tell(name, Use(title.name))
        return told[1]
