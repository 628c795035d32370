"""What is followed up or due, in items of which each part tells one thing: `Brief 1: pm-07, 8 Jan, evidence: a page`.

Of a review, the day may stand behind its name, and what is looked at behind a colon: `Middle, Fri 8 Jan: both briefs`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.labels import CHECKBOX
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece
from pmcoach_lint.binding.own_text.days import BET
from pmcoach_lint.binding.records.record import Said
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.people import person_in
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between, strip
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.records.record import RecordReader

_FEWEST = 2
_WEEK_WORDS = ("week", "wk", "**week", "**wk")
_JOINTS = (", ", "; ", " – ", " — ", " - ", " (", " | ")
_PARTING = regex(r"[:;,]\s+|(?<=\s)[–—|→-]\s+|\(|\)[\s,:;]*")
_WHEN = regex(rf"(?:(?:by|on|until|due(?:\s(?:by|on))?)\s+)?(?P<day>(?:{WEEKDAY}\.?,?\s+)?{DAY})", re.IGNORECASE)
_WEEK = regex(r"(?:(?:the\s)?(?:end|middle)\sof\s|in\s)?(?P<week>(?:week|wk)\s\d{1,2})", re.IGNORECASE)
_SENTENCE = regex(r"[.?!][*_]*\s")


class SegmentReader:
    """Reads such items for a reader of records."""

    def __init__(self, reader: RecordReader, field: Binding) -> None:
        self.reader, self.text, self.field = reader, reader.text, field
        self.people = reader.extraction.context.people

    def read(self, items: list[Piece], path: Path) -> list[dict[str, Any]]:
        """The records that the items are; none unless all of them tell their day, and who does it or what shows it."""
        told_in = self.due if self.field.falls_due else self.told
        if "evidence" not in self.field.fields or len(items) < _FEWEST or not all(map(self.may_tell, items)):
            return []
        told = [told_in(item.text) if not item.pieces else None for item in items]
        records: list[dict[str, Any]] = []
        for item, said in zip(items, told, strict=True) if all(told) else ():
            self.reader.add(records, path, *(said or ()), at=(item.text[0], item.end))
        return [self.field.in_order(record) for record in records]

    def may_tell(self, item: Piece) -> bool:
        """Whether an item may have a day and more than one part: most lists are seen at a glance to be others."""
        colon = self.text.find(": ", *item.text) if self.field.falls_due else item.text[1]
        said = self.text[item.text[0] : colon].lower() if colon > 0 else ""
        if self.field.falls_due and said.startswith(_WEEK_WORDS):  # `Week 4 (2 Nov): …` is told by its week
            return False
        return any(map(str.isdecimal, said)) and any(map(said.__contains__, _JOINTS))

    def told(self, span: Span) -> list[Said] | None:
        """What the parts of a text tell; None where one of them tells nothing, behind what is followed up."""
        title, found = self.field.title_field, dict[str, Span]()
        box = CHECKBOX.match(self.text, *span)
        span = (box.end(), span[1]) if box else span
        cuts = (match.span() for match in _PARTING.finditer(self.text, *span))
        stripped = (strip(self.text, part, "*_ ", "*_ .") for part in between(span, cuts))
        parts = [part for part in stripped if part[0] < part[1]]
        known = [self.known(part) for part in parts]
        first = next((at for at, (name, _) in enumerate(known) if name), 0)
        for at, (name, where) in enumerate(known[first:], first):
            if name is None and "date" in found and ":" in self.text[parts[at - 1][1] : where[0]]:
                found["evidence"] = (where[0], parts[-1][1])  # `Brief 1, pm-07, 16 Oct: page in the folder`
                break
            if name is None or name in found:
                return None
            found[name] = where
            if name == "evidence":  # what follows shows it, be it in several parts
                found[name] = (parts[at + 1][0], parts[-1][1]) if parts[at + 1 :] else where
                break
        if not title or not first or "date" not in found or found.keys().isdisjoint(("owner", "evidence")):
            return None
        named = {title.name: (parts[0][0], parts[first - 1][1])} | found
        told = [Said(self.field.fields[name], where) for name, where in named.items()]
        if box and "status" not in found:
            told.append(Said(self.field.fields["status"], box.span(), "done" if "x" in box[0].lower() else "open"))
        return told

    def due(self, span: Span) -> list[Said] | None:
        """What the text of a review tells with its day or week behind its name, and a colon behind that."""
        title, colon = self.field.title_field, self.text.find(": ", *span)
        if not title or colon < 0 or _SENTENCE.search(self.text, span[0], colon):
            return None
        cuts = (match.span() for match in _PARTING.finditer(self.text, span[0], colon))
        first, *others = [strip(self.text, part, "*_ ", "*_ ") for part in between((span[0], colon), cuts)]
        found = {name: where for part in others for name, where in self.when(part)}
        if not found or self.when(first) or not self.text[first[0]].isalpha():
            return None
        behind = strip(self.text, (colon + 1, span[1]), "*_ ", "")
        named = {title.name: first} | found | {"evidence": behind}
        return [Said(self.field.fields[name], where) for name, where in named.items()]

    def when(self, part: Span) -> list[tuple[str, Span]]:
        """The day or the week that a part tells, if it does."""
        if day := _WHEN.fullmatch(self.text, *part):
            return [("date", day.span("day"))]
        week = _WEEK.fullmatch(self.text, *part)
        return [("week", week.span("week"))] if week else []

    def known(self, part: Span) -> tuple[str | None, Span]:
        """Which field a part tells, and where; None for none."""
        text = self.text[slice(*part)]
        if day := _WHEN.fullmatch(self.text, *part):
            return "date", day.span("day")
        if person_in(text, self.people):
            return "owner", part
        if BET.fullmatch(text):
            return "bet", part
        key = name_key(text)
        if key in self.field.fields["status"].words:
            return "status", part
        is_label = any(use.name == "evidence" for use in self.field.uses_of(text))
        return ("evidence" if is_label or self.field.told_by_clues(key) == "evidence" else None), part
