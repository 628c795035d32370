"""Single values of a document: what stands at a place, by the reader of its field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import MISSING, Piece
from pmcoach_lint.names import name_key
from pmcoach_lint.nearest import nearest
from pmcoach_lint.readers.choices import choice_said
from pmcoach_lint.readers.dates import lacks_year
from pmcoach_lint.readers.registry import Context, Unreadable, read_choice, read_plain, read_value, said_by
from pmcoach_lint.readers.spells import is_measure, is_pending, is_spell, stays
from pmcoach_lint.readers.text import (
    LONGEST_SHORT_FORM,
    blank_in,
    is_dash_and_remark,
    is_nothing,
    is_placeholder,
    is_plain,
    plain,
    plain_at,
    read_legend,
    says_unknown,
    without_comments,
)
from pmcoach_lint.readers.told_days import beside_words, names_days
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.yaml_marks import Path

_SLIP = 0.75
"""How much alike a text and a word of a value must be for the one to be a slip of the pen for the other."""

_OF_THE_CYCLE = frozenset({"timeframe", "week", "last-week", "numbered-weeks"})
"""The readers that make weeks of days, for which they need the first day of the cycle."""

_IN_STEAD = {"level": stays, "money": is_measure}
"""By reader, how what may stand in a value's stead is known, where it is no time."""

_IN_WORDS = frozenset({"timeframe", "numbered-weeks", "result"})
"""The readers of what people also tell in words alone, which say enough: `🎄`, `before the council`, `not yet`."""

_MISREAD = frozenset({"unreadable-value", "not-a-level"})
_WORD = regex(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3
"""What is told in so many words is no slip of the pen."""

_WEEK = regex(r"\W*(?:w(?:ee)?k?|[kc]w)\.?\s?\d{1,2}\W*", re.IGNORECASE)
_PART = regex(r"\s*(?:[,;/&+→()]|--?>|\s[–—-]\s|\b(?:and|or|to)\b)\s*")
"""What stands between several values, or a value and a remark."""

_FIGURES = frozenset({"money", "hours", "percent", "multiplier"})
"""The readers of figures, of which an author may say in words that there is none yet."""

_LAST_TOLD = 8
"""So many offences are looked at for one that says the same: what is read twice is read soon."""


class ValueReader:
    """Reads single values out of `text`.

    `values` are the spans of values by path, `settled` the paths about which an offence has said all there is to say.
    """

    def __init__(self, text: str, context: Context) -> None:
        self.text = text
        self.context = context
        self.values: dict[Path, Span] = {}
        self.settled: set[Path] = set()
        self.offences: list[Offence] = []

    def value(self, field: Binding, span: Span, path: Path, use: Use | None = None) -> Any:
        """Read one value at `span` with the field's reader, or as text."""
        start, end = span
        raw = self.text[start:end]
        if not is_plain(raw):
            span = without_comments(self.text, span)
            return self.take(field, plain(self.text[span[0] : span[1]]), span, path, use)
        self.values[path] = span
        if not raw:
            return False if field.reader == "check" else MISSING
        if field.is_text and (use is None or use.reader is None):
            return raw
        return self.read_text(field, raw, span, path, use)

    def take(self, field: Binding, text: str, span: Span, path: Path, use: Use | None = None) -> Any:
        """Read the value that `text`, which stands at `span`, says with the field's reader."""
        self.values[path] = span
        if is_nothing(text) or (field.is_text and is_dash_and_remark(text)):
            if field.may_be_none:
                self.settled.add(path)
            return False if field.reader == "check" else MISSING
        is_word = bool(field.words) and name_key(text) in field.words
        may_wait = (field.may_be_unknown and not text.strip("? ")) or (field.reader == "result" and is_pending(text))
        if is_placeholder(text) and not is_word and not may_wait:
            return self.unfilled(field, span, text, path)
        if field.blanks and (blank := blank_in(self.text, span, field.blanks)):
            return self.unfilled(field, blank, self.text[slice(*blank)], path)
        return self.read_text(field, text, span, path, use)

    def unfilled(self, field: Binding, span: Span, text: str, path: Path) -> Any:
        """Report the placeholder `text` at `span`, and return that there is no value."""
        self.settled.add(path)
        message = f"{field.title}: “{text}” is still to fill in."
        hint = field.schema.get("description", "Fill it in, or say under “Open questions” who will.")
        self.offences.append(Offence(span, message, hint, rule="still-to-fill"))
        return MISSING

    def read_text(self, field: Binding, text: str, span: Span, path: Path, use: Use | None) -> Any:
        """Read the value that `text` says; one that cannot be read is an offence, but for `Not quantified`."""
        try:
            return self.parse(field, text, use)
        except Unreadable as problem:
            change = field.change if use is None or use.reader is None else None
            if change and self.can_parse(field, text, change):  # `Target level: Apply → Analyze`
                return self.read_text(field, text, span, path, change)
            if problem.value is not None:
                problem.rule = self.told_by(problem, field, text)
                if (value := self.until_clear(problem, span, use)) is MISSING:
                    self.settled.add(path)
                return value
            is_in_words = field.reader in _IN_WORDS and not any(map(str.isdigit, text))
            in_stead = _IN_STEAD.get(field.reader or "", is_spell)
            if is_in_words or (field.mark.get("spells") and in_stead(text)):
                self.settled.add(path)
                return MISSING
            if field.reader == "date" and (day := beside_words(text)):
                return self.read_text(field, day, span, path, use)
            if field.reader in _OF_THE_CYCLE and not self.context.start and self.tells_day(text):
                self.settled.add(path)  # that the first day is missing is said elsewhere
                return MISSING
            if problem.rule == "unknown-choice" and (said := self.said(field, text, problem)) is not None:
                return said
            self.settled.add(path)
            if field.reader not in _FIGURES or not says_unknown(text):
                problem.rule = self.told_by(problem, field, text)
                self.offences.append(problem.at(span, self.text))
            return MISSING

    def told_by(self, problem: Unreadable, field: Binding, text: str) -> str:
        """The rule that tells a `problem`: another one where what is said is no slip of the pen."""
        is_slip = problem.rule not in _MISREAD or problem.instead or not self._is_meant(field, text)
        return problem.rule if is_slip else "value-in-own-words"

    def _is_meant(self, field: Binding, text: str) -> bool:
        """Whether what is said is no slip: many words, a value beside others, or a week in the place of a day.

        A day that lacks its year may be put right.
        """
        if field.reader == "date" and _WEEK.fullmatch(text):
            return True
        if lacks_year(text):
            return False
        parts = _PART.split(text)
        return len(_WORD.findall(text)) >= _FEWEST_WORDS or (
            len(parts) > 1 and any(part and self.can_parse(field, part, Use(field.name)) for part in parts)
        )

    def tells_day(self, text: str) -> bool:
        """Whether a text tells a day or several, with or without their year."""
        return lacks_year(text) or names_days(text) or said_by("date", text, self.context) is not None

    def until_clear(self, problem: Unreadable, span: Span, use: Use | None) -> Any:
        """What counts of a value at `span` until its author has said it more clearly, which is told once."""
        self.report([problem.at(span, self.text)])
        value = problem.value.get(str(use.part)) if use and type(problem.value) is dict else problem.value
        return MISSING if value is None else value

    def report(self, offences: Iterable[Offence]) -> None:
        """Report offences, each unless one of the last begins at the same place and says the same."""
        for told in offences:
            last = self.offences[-_LAST_TOLD:]
            if not any(one.span[0] == told.span[0] and one.message == told.message for one in last):
                self.offences.append(told)

    def said(self, field: Binding, text: str, problem: Unreadable) -> Any:
        """What a `text` says of a fixed set of values in words of its own; None where nobody can tell.

        The `problem` is that it is none of their words: where the value may be missing, that is no error.
        """
        value = choice_said(text, field.words) if field.words else None
        if value is None and (field.is_optional or field.is_wanted):
            is_slip = nearest(text, field.words, cutoff=_SLIP) is not None
            if field.other is not None and not is_slip:
                return field.other
            if field.is_optional or not is_slip or " " in text:
                problem.rule = "choice-in-own-words"
        return value

    def parse(self, field: Binding, text: str, use: Use | None) -> Any:
        """What `text` says, by the field's reader. Raises Unreadable."""
        reader = (use and use.reader) or field.reader
        if reader:
            try:
                value = read_value(reader, text, self.context)
            except Unreadable:
                if reader != "percent-change" or not use or not self.can_parse(field, text, Use(field.name)):
                    raise
                return self.parse(field, text, None) if use.part == "from" else MISSING  # a share alone is what is
            value = value.get(use.part, MISSING) if use and use.part and type(value) is dict else value
            return read_choice(value, field.words, field.title.lower()) if field.words and type(value) is str else value
        if field.words:
            return self.choice(field, text)
        return read_plain(text, field.plain_kind) if field.plain_kind else text

    def choice(self, field: Binding, text: str) -> Any:
        """One of the words of `field`, or what the document itself says that `text` is short for. Raises Unreadable."""
        try:
            return read_choice(text, field.words, field.title.lower())
        except Unreadable:
            short = text.casefold().strip(" .")
            meant = self.legend.get(short) if len(short) <= LONGEST_SHORT_FORM else None
            if meant is None and text in field.initials:
                return field.initials[text]
            if meant is None:
                raise
            return read_choice(meant, field.words, field.title.lower())

    @cached_property
    def legend(self) -> dict[str, str]:
        """What the document says that short forms stand for: `1 = rarely, 2 = sometimes, 3 = usually`."""
        return read_legend(self.text)

    def can_parse(self, field: Binding, text: str, use: Use) -> bool:
        """Whether `text` says something by the field's reader."""
        try:
            self.parse(field, text, use)
        except Unreadable as problem:
            return problem.value is not None and (type(problem.value) is not dict or len(problem.value) > 1)
        return True

    def value_of(self, field: Binding, span: Span, use: Use) -> Any:
        """What the text at `span` says by the field's reader; MISSING where it says nothing by that."""
        return self.parsed(field, plain_at(self.text, span), use)

    def parsed(self, field: Binding, text: str, use: Use) -> Any:
        """What `text` says by the field's reader; MISSING where it says nothing by that."""
        try:
            return self.parse(field, text, use)
        except Unreadable:
            return MISSING

    def reads(self, field: Binding, use: Use, piece: Piece) -> bool:
        """Whether what the label `piece` names reads as a value of `field`; text always does."""
        is_text = not (field.reader or field.words)
        return is_text or self.can_parse(field, plain_at(self.text, piece.value), use)
