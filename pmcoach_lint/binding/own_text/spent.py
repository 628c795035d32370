"""How long something took and which work it was, as an entry's own text tells it: `1.5h strategic: …`, `(4h, ops)`."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.durations import DAYS, LENGTH
from pmcoach_lint.readers.unreadable import ABOUT
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip, trim
from pmcoach_lint.tuples import NamedTuple

SPENT = rf"{ABOUT}(?:{LENGTH}|\d{{2,3}}m\b)(?!/)"
"""The form of a length of time that was spent, to be looked for without regard to case."""

_DAYS_SPENT = rf"(?:{SPENT}|{ABOUT}{DAYS})"
_LENGTH = regex(_DAYS_SPENT, re.IGNORECASE)
_DAYS = regex(rf"{ABOUT}{DAYS}", re.IGNORECASE)
_PARTS = regex(r"\s*(?:[;|·]|,(?!\d)|\s/\s|\s[–—-]\s)\s*")
_WORK_FIRST = regex(rf"(?P<work>[^\W\d].*?)\s+\(?(?P<length>{_DAYS_SPENT})\)?", re.IGNORECASE)
_LENGTH_FIRST = regex(rf"(?P<length>{_DAYS_SPENT})\s+(?:of\s+)?\(?(?P<work>[^\W\d][^()]*)\)?", re.IGNORECASE)
_WITH = regex(r"(?:(?P<before>.+?)\s)?(?:with|w/)\s?(?P<who>\S+(?:\s\S+){0,3})", re.IGNORECASE)
_MARKS = "*_` "
_LEADS = ("~", "≈", "½", "(", "[", "*", "_", "half a", "about", "ca")
_LONGEST_NAME = 24


class Spent(NamedTuple):
    """One thing that a text tells of how time was spent: for which field, and where."""

    field: Binding
    span: Span


class SpentReader:
    """Tells time and work in the texts of the records of `binding`; `length` is its field for how long they took."""

    def __init__(self, text: str, binding: Binding) -> None:
        self.text = text
        fields = binding.fields.values()
        self.length = next((bound for bound in fields if bound.reader == "time-spent"), None)
        self.works = [bound for bound in fields if bound.words and not bound.is_found]
        self.kinds = [bound for bound in binding.found_fields if bound.words]
        self.people = next((use.name for use in binding.uses_of("With")), None)
        self.binding = binding

    @cached_property
    def begins(self) -> tuple[str, ...]:
        """How a text may begin, in small letters, that tells the work first."""
        return tuple(str(value).lower() for work in self.works for value in work.value["enum"])

    def may_begin(self, start: int) -> bool:
        """Whether the text from `start` on may begin with time or work: most texts do not, and need no closer look."""
        lead = self.text[start : start + _LONGEST_NAME].lower()
        return lead[:1].isdigit() or lead.startswith((*_LEADS, *self.begins))

    def told(self, span: Span, *, sure: bool) -> list[Spent]:
        """What the text at `span` tells, which must be all that it says; nothing else.

        Unless it is `sure` that time and work stand there, as in brackets, a lone word must be the name of a kind of
        work itself: “process” and “direction” are words like any other. Days alone may then be a delay.
        """
        told = self.all_told(span, [*self.works, *self.kinds])
        if sum(each.field in self.works for each in told) > 1:  # “delivery, tactical, 4h”
            told = self.all_told(span, [*self.kinds, *self.works])
        lengths = [each for each in told if each.field is self.length]
        works = [each for each in told if each.field in self.works]
        if len(lengths) > 1 or len(works) > 1 or not (lengths or works):
            return []
        if sure or (works and (lengths or self.is_own_name(works[0]))):
            return told
        return told if lengths and not works and not _DAYS.fullmatch(self.text, *lengths[0].span) else []

    def all_told(self, span: Span, choices: list[Binding]) -> list[Spent]:
        """What the parts of a text tell; nothing where one of them tells something else.

        A word that is one of several of the `choices` is of the first.
        """
        told: list[Spent] = []
        start = span[0]
        for stop in [*(match.span() for match in _PARTS.finditer(self.text, *span)), (span[1], span[1])]:
            part = self.part(strip(self.text, (start, stop[0]), _MARKS, _MARKS), choices)
            if not part:
                return []
            told += part
            start = stop[1]
        return told

    def part(self, span: Span, choices: list[Binding]) -> list[Spent]:
        """What one part of such a text tells: a length of time, a word for the work or the event, who took part."""
        if self.length and _LENGTH.fullmatch(self.text, *span):
            return [Spent(self.length, span)]
        if word := self.word(span, choices):
            return [word]
        if self.people and (match := _WITH.fullmatch(self.text, *span)):
            before = self.part(match.span("before"), choices) if match["before"] else []
            who = Spent(self.binding.fields[self.people], match.span("who"))
            return [*before, who] if before or not match["before"] else []
        for form in (_LENGTH_FIRST, _WORK_FIRST):
            match = form.fullmatch(self.text, *span) if self.length else None
            work = self.part(trim(self.text, match.span("work")), choices) if match else []
            if self.length and match and work:
                return [Spent(self.length, match.span("length")), *work]
        return []

    def word(self, span: Span, fields: list[Binding]) -> Spent | None:
        """The word of a fixed set, or its initial, that stands at `span`."""
        code = self.text[slice(*span)]
        field = next((bound for bound in fields if code in bound.initials or name_key(code) in bound.words), None)
        return Spent(field, span) if field else None

    def is_own_name(self, work: Spent) -> bool:
        """Whether a word for the work is the name of it, and not one of several others that stand for it."""
        values: list[Any] = work.field.value.get("enum", [])
        return name_key(self.text[slice(*work.span)]) in map(name_key, map(str, values))
