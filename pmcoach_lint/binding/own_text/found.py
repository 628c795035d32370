"""Which value a stretch of a record's own text is, when it looks like one: `45 min`, `Week 4`, `Meeting`, `pm-31`."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from typing import Any

from pmcoach_lint.binding.labels import split_label
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.calendar import SHORT_MONTH, TIME_OF_DAY
from pmcoach_lint.readers.misspelt import is_misspelt
from pmcoach_lint.readers.people import person_in
from pmcoach_lint.readers.registry import Context, Unreadable, narrowed, read_choice, read_value, remembered
from pmcoach_lint.readers.rungs import step_in
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Offence, Span, trim

_PARTING = frozenset(",;()")
_PARTS = regex(r"[^,;()]+")
_ONE_VALUE = regex(rf"\d,\s\d{{4}}\s*$|^[^\W\d_]+\s?\(L?\d\)$|[\w.],\s(?:{TIME_OF_DAY})\s*$", re.IGNORECASE)
"""A value in which there is what parts others: `October 9, 2026`, `Know (1)`, `24 Nov, 14:00`."""
_NUMBERS = regex(r"(?:[1-9]\d{0,2}|0(?=\s*[-–—]))(?:\s*[-–—]\s*[1-9]\d{0,2})?")
_COMMAS = (",", ";")
STEP = regex(
    r"-{1,2}>|=>|[→⇒➜➔⟶➡⟹➝↗»▸►]|\b(?:maintain(?:ed)?|no change|unchanged|should|to|target|aim|goal|needs?|wanted)\b",
    re.IGNORECASE,
    near="> → ⇒ ➜ ➔ ⟶ ➡ ⟹ ➝ ↗ » ▸ ► maintain change should to target aim goal need want",
)

NO_ID = r"(?!Q[1-4]\b|H[12]\b|L[1-9]\b|[CK]?W\d|FY\d)"
"""What looks like an id and is none: quarters, half years, levels, weeks."""

_OTHER_ID = regex(r"[A-Z]{1,2}\d{1,2}")
_RUN_OF_WEEKS = regex(r"(?:weeks?|wks?|w)\.?\s*\d+|\d+\s*weeks?$|weekly$|every week$|all weeks$", re.IGNORECASE)
_SHAPES = {
    "id": regex(rf"{NO_ID}[A-Z]{{1,2}}\d{{1,3}}(?:\.\d{{1,3}})*$"),
    "minutes": regex(r".*\d.*(?:m\b|min|h\b|hour|hr|′|')", re.IGNORECASE),
    "week": regex(r"(?:weeks?|wks?|w)\.?\s*\d+", re.IGNORECASE),
    "weeks": _RUN_OF_WEEKS,
    "timeframe": _RUN_OF_WEEKS,
    "months": regex(r"(?=.*\d).*(?<![a-z])m(?:onths?|os?)?(?![a-z])", re.IGNORECASE),
    "multiplier": regex(r"(?=.*\d).*(?:x|×|\btimes)", re.IGNORECASE),
    "when": regex(r".*\d"),
    "date": regex(
        rf".*\d{{4}}|(?:(?:by|due|until)\s)?(?:[01]\d-[0-3]\d(?!\d)|\d{{1,2}}\.\d{{1,2}}\.|\d{{1,2}}/\d{{1,2}}$)|(?=.*\d).{{0,16}}(?:{SHORT_MONTH})",
        re.IGNORECASE,
    ),
    "level": regex(r"(?:L\d|\w[\w\s()]{2,24})$", re.IGNORECASE),
}
"""What a text must look like to be tried as a value, so that a bare number is not taken for minutes or a week."""


def value_in(bound: Binding, text: str, context: Context) -> Any:
    """The value of the field `bound` that `text` is, or MISSING when it does not look like one.

    Raises:
        Unreadable: The text is a day that there is not.
    """
    value = _value_in(bound, text, narrowed(bound.reader or bound.mark["find"], context))
    return dict(value) if type(value) is dict else value


@lru_cache(maxsize=4096)
def _value_in(bound: Binding, text: str, context: Context) -> Any:
    if bound.mark["find"] == "person":
        return person_in(text, context.people) or MISSING
    if not bound.reader:
        return bound.words.get(name_key(text) or text, MISSING)
    shape = _SHAPES.get(bound.reader)
    if not shape or not shape.match(text):
        return MISSING
    try:
        value = remembered(bound.reader, text, context)
    except Unreadable as problem:
        if problem.rule == "impossible-date":
            raise
        return MISSING
    return MISSING if value == "unknown" else value


class Head:
    """What a record's own text says: values found in it, with their spans; labelled values; its title and number.

    `unread` are the fields of which it says what nobody can read, which is among the `offences`.
    """

    __slots__ = ("found", "labelled", "number", "offences", "title", "unread")

    def __init__(self) -> None:
        self.number: int | None = None
        self.found: dict[str, tuple[Any, Span]] = {}
        self.labelled: dict[str, tuple[Use, Span]] = {}
        self.title: Span | None = None
        self.offences: list[Offence] = []
        self.unread: list[str] = []

    def tell(self, span: Span, *uses: Use) -> None:
        """Take note of where the text tells what stands behind a label, unless it has told it before."""
        for use in uses:
            self.labelled.setdefault(use.name, (use, span))


class Finder:
    """Finds values in one record's own text; `known` are the fields of the record that are read already."""

    def __init__(self, text: str, binding: Binding, context: Context, known: Container[str] = ()) -> None:
        self.text = text
        self.binding = binding
        self.context = context
        self.known = known
        self.head = Head()

    def is_told(self, _bound: Binding) -> bool:
        """Whether the record's own text has said already what there is to say of a field."""
        return False

    def uses(self, name: Span) -> tuple[Use, ...]:
        """What the label at `name` stands for in the record; empty when it is no label there."""
        return self.binding.uses_of(self.text[slice(*name)])

    def all_found(self, span: Span) -> bool:
        """Read each part of the text at `span`, labelled or not, and tell whether all of them were values."""
        spans = [trim(self.text, span)]
        if self.change_behind(spans[0]):
            return True
        if not _PARTING.isdisjoint(self.text[span[0] : span[1]]):
            if _ONE_VALUE.search(self.text[span[0] : span[1]]) and self.found(spans[0]):
                return True
            spans = [trim(self.text, match.span()) for match in _PARTS.finditer(self.text, *span)]
        parts = [part for part in spans if part[0] < part[1]]
        used = [self.is_value(part) for part in parts]
        return bool(parts) and all(used)

    def is_value(self, span: Span) -> bool:
        """Read the text at `span`, labelled or not, and tell whether it was a value."""
        if self.head.number and self.is_of_another(span):
            return True
        label = split_label(self.text, span) if self.text.find(":", *span) >= 0 else None
        uses = self.uses(label.name) if label else ()
        self.head.tell(label.value if label else span, *uses)
        return bool(uses) or self.found(span) or self.change(span) or self.bare_minutes(span)

    def is_of_another(self, span: Span) -> bool:
        """Whether an id behind a number is that of what the record is about, which is kept: `Bet A: Framing (C1)`."""
        field = self.binding.referring
        if field is None or field.is_title or not _OTHER_ID.fullmatch(self.text, *span):
            return False
        if self.text[: span[0]].endswith(("→ ", "> ")):  # it is the end of a step: `L2 → L4`
            return False
        self.head.tell(span, Use(field.name))
        return True

    def found(self, span: Span) -> bool:
        """Read the text at `span` by the first found field that can, and tell whether one could."""
        raw = plain_at(self.text, span)
        for bound in self.binding.found_fields:
            if self.is_told(bound) or (bound.reader == "level" and bound.name in self.head.found):
                continue  # “Know: knows the goals”: the second is what is seen on the level
            try:
                value = value_in(bound, raw, self.context)
            except Unreadable as problem:
                self.head.offences.append(problem.at(span))
                return True
            if value is not MISSING and self.head.found.setdefault(bound.name, (value, span))[0] == value:
                return True
        return False

    def bare_minutes(self, span: Span) -> bool:
        """Read a bare number as minutes, where nothing else could be meant: `Wins (5)` in an agenda."""
        only = self.binding.only_minutes
        if not only or only.name in self.head.found or not _NUMBERS.fullmatch(self.text, *span):
            return False
        if self.text[max(0, span[0] - 2) : span[0]].strip() in _COMMAS and self.text[span[1] : span[1] + 1] in _COMMAS:
            return False  # one of several things in brackets: `(a number, 1–5; no reasons)`
        self.head.found[only.name] = (read_value("minutes", self.text[slice(*span)], self.context), span)
        return True

    def change(self, span: Span) -> bool:
        """Read a change (`Apply → Analyze`, `60% → 25%`) for the fields that have one, and tell whether it was one."""
        raw = self.text[slice(*span)]
        uses = self.binding.change_uses
        if not uses or (uses[0].reader == "level-change" and not STEP.search(raw)):
            return False
        try:
            change = read_value(str(uses[0].reader), raw, self.context)
        except Unreadable as problem:
            if type(problem.value) is not dict or (len(problem.value) == 1 and not self.is_level(problem, span)):
                return False
            self.head.offences.append(problem.at(span, self.text))  # `Understand/Apply → Analyze`: the lower one counts
            change = problem.value
            self.head.unread += [use.name for use in uses if str(use.part) not in change]
        try:
            told = [use for use in uses if str(use.part) in change]
            sides = [(use.name, self.side(self.binding.fields[use.name], change[str(use.part)])) for use in told]
        except Unreadable:
            return False
        for name, side in sides:
            self.head.found.setdefault(name, (side, span))
        return True

    def is_level(self, problem: Unreadable, span: Span) -> bool:
        """Whether what cannot be read of a change at `span` is meant for a level: it is misspelt, or in brackets."""
        word = problem.slip[0] if problem.slip else ""
        is_last = self.text.startswith(")", span[1]) and word.istitle() and "from" in (problem.value or ())
        return is_last or is_misspelt(word)

    def change_within(self, span: Span) -> bool:
        """Read a change of what has a fixed set of words, behind what another says, or before what is added to it.

        Such is `you: sometimes / me: rarely → usually, by May`.
        """
        is_choice = any(self.binding.fields[use.name].words for use in self.binding.change_uses)
        step = STEP.search(self.text, *span) if is_choice else None
        if step is None:
            return False
        begin = max(self.text.rfind(sign, span[0], step.start()) for sign in (": ", "; "))
        ends = (self.text.find(sign, step.end(), span[1]) for sign in (", ", "; ", ". ", " ("))
        end = min((end for end in ends if end >= 0), default=span[1])
        return self.change(trim(self.text, (max(begin + 1, span[0]), end)))

    def side(self, bound: Binding, said: Any) -> Any:
        """What one side of a change says, of what has a fixed set of values one of them. Raises Unreadable."""
        return read_choice(said, bound.words, bound.title.lower()) if bound.words and type(said) is str else said

    def step_of(self, holder: Binding, span: Span) -> bool:
        """Read a step right behind what takes it (`Framing, Apply → Analyze`), if that is all there is."""
        raw = self.text[slice(*span)]
        may_be = "→" in raw or ">" in raw or " to " in raw
        step = step_in(self.text, span, self.context) if may_be and STEP.search(raw) else None
        is_all = step and step.of and step.of[0] == span[0] and step.end == span[1]
        if not step or not step.of or not is_all or not self.text[span[0]].isupper() or self.uses(step.of):
            return False
        if not self.change((step.now[0], step.end)):
            return False
        self.head.tell(step.of, Use(holder.name))
        return True

    def change_behind(self, span: Span) -> bool:
        """Read a change behind the competency that it is told of (`K1: from step 1 to step 3`), if it is one."""
        holder = self.binding.fields.get("competency")
        if not holder or not self.binding.change_uses:
            return False
        if self.text.find(":", *span) < 0:
            return self.step_of(holder, span)
        label = split_label(self.text, span)
        if not label or self.uses(label.name) or not self.change(label.value):
            return False
        self.head.tell(label.name, Use(holder.name))
        return True
