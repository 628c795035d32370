"""What the readers of values share: what they may know of the document, and how they say that a text is no value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from pmcoach_lint.nearest import short
from pmcoach_lint.readers.bloom import DEFAULT_EDITION
from pmcoach_lint.regex import regex, small_as_matched
from pmcoach_lint.syntax.source import Offence, Span, trim
from pmcoach_lint.tuples import NamedTuple


class Context(NamedTuple):
    """What a reader may need to know of the document: the Bloom edition, the cycle's first day (ISO) and its weeks.

    `near` is a day (ISO) near which those lie that do not say their year, where there is no such first day.
    `short` are the short forms of levels that the document explains, each with its level. `day_first` is whether days
    with strokes begin with the day (`15/10`) or the month, where others of the document make that certain. `people` are
    the handles that its front matter gives and that do not look like handles: those without a digit (`vp-platform`).
    """

    edition: int = DEFAULT_EDITION
    start: str | None = None
    weeks: int | None = None
    short: tuple[tuple[str, str], ...] = ()
    day_first: bool | None = None
    people: tuple[str, ...] = ()
    near: str | None = None


class Unreadable(Exception):
    """A value that cannot be read: the `rule` that says so, message and hint, and the text that was likely meant.

    `value` is what counts until the author has said it more clearly; None where nothing does. `slip` is the word of the
    text that is wrong, with what was likely meant by it, empty where nobody can tell.
    """

    def __init__(
        self,
        message: str,
        hint: str,
        *,
        rule: str = "unreadable-value",
        instead: str | None = None,
        value: str | dict[str, str] | None = None,
        slip: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint
        self.instead = instead
        self.value = value
        self.slip = slip

    def but(self, **changed: Any) -> Unreadable:
        """The same with some of it `changed`."""
        said = {name: getattr(self, name) for name in ("message", "hint", "rule", "instead", "value", "slip")}
        return Unreadable(**said | changed)

    def at(self, span: Span, text: str = "") -> Offence:
        """The offence that it is at the place in `text` where the value stands, or the one word of it that is wrong."""
        if self.slip and text.count(self.slip[0], *span) == 1:
            word, meant = self.slip
            at = text.find(word, *span)
            return Offence((at, at + len(word)), self.message, self.hint, meant or None, rule=self.rule)
        return Offence(span, self.message, self.hint, self.instead, rule=self.rule)


def several_figures(text: str) -> Unreadable:
    """What a reader of one figure says of a text that tells several: they are fine, and none of them can be taken."""
    message = f"“{short(text)}” tells several figures, from which not one can be taken."
    hint = "Tell only the one that counts here, and the others in the text."
    return Unreadable(message, hint, rule="told-in-sentences")


NUMBER = r"\d{1,9}(?:[.,]\d{1,9})?"
"""A number as people write it, with a point or a comma before its decimals; longer ones are none that anybody means."""

UNTIL = r"\s*(?:[-–—→]+>?|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*"
"""What parts the first from the last of a run, and the smaller from the larger of two numbers."""

ABOUT = (
    r"(?:(?:~|≈|about|around|roughly|approx(?:imately|\.)?|circa|ca\.?|c\.|nearly|almost"
    r"|maybe|perhaps|some|at best|just (?:over|under))\s*)?"
)
"""What may stand in front of a number that is not exact."""

SIDES = regex(r"\s*[–—→]\s*|\s+(?:-+>?|to|until|till|through)\s+")
"""What parts the two sides of a span of time, each of which may hold a hyphen: `2026-10-05 to 2026-11-27`."""

_BRACKETS = regex(r"\([^()]*\)|\[[^\[\]]*\](?!\()")
_THOUSANDS = regex(r"\d{1,3},\d{3}", near=",")


def number(text: str) -> float:
    """The number that `text`, in the form `NUMBER`, stands for; a comma before three digits parts thousands."""
    return float(text.replace(",", "" if _THOUSANDS.fullmatch(text) else "."))


PERIODS = {"hr": "hour", "h": "hour", "daily": "day", "wk": "week", "mo": "month", "yr": "year", "annually": "year"} | {
    f"{period}ly": period for period in ("hour", "week", "month", "quarter", "year")
}
"""The periods of time that are not called by their own names."""

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
NUMBERS = {word: count for count, word in enumerate(f"{_ONES} eighteen nineteen".split(), 1)}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_COUNTED = NUMBERS | _TENS
IN_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(NUMBERS)}))?|{'|'.join(NUMBERS)})"
"""The form of a number below a hundred in words."""

_IN_WORDS = regex(rf"\b{IN_WORDS}\b", re.IGNORECASE)


def in_digits(text: str) -> str:
    """The text with its numbers below a hundred in digits: `weeks three to eight`, `Forty-five minutes`."""
    return _IN_WORDS.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    """A number in words in digits."""
    return str(sum(_COUNTED[word] for word in small_as_matched(match[0]).replace("-", " ").split()))


def without_brackets(text: str) -> str:
    """The text without what stands in brackets."""
    return _BRACKETS.sub(" ", text).strip()


def matched(form: re.Pattern[str], text: str, what: str, hint: str, said: str = "") -> re.Match[str]:
    """The match of the whole `text`, which is what the author `said` or a part of it.

    Raises:
        Unreadable: It has not that form, so that it is not `what` it should be.
    """
    match = form.fullmatch(text)
    if match is None:
        raise Unreadable(f"“{said or text}” is {what}.", hint)
    return match


def bared(text: str, around: str = " .") -> str:
    """The text without what stands in brackets, without the signs `around` it, and with single spaces between words."""
    return " ".join(without_brackets(text).strip(around).split())


def forwards(text: str, first: Any, last: Any, hint: str) -> None:
    """Make sure that what `text` names does not run backwards. Raises Unreadable with the `hint` where it does."""
    if first > last:
        raise Unreadable(f"“{text}” runs backwards.", hint)


def run_of(text: str, unit: str, first: int, last: int) -> dict[str, int]:
    """The run of weeks or months that `text` names. Raises Unreadable where it runs backwards."""
    if first > last:
        message = f"“{text}” runs backwards, from {unit} {first} to {unit} {last}."
        raise Unreadable(message, f"Did you mean {unit}s {last}–{first}?")
    return {"from": first, "to": last}


def found_in(
    matches: Iterable[re.Match[str]], taken: Callable[[str, re.Match[str]], dict[str, Any]]
) -> list[tuple[Span, dict[str, Any]]]:
    """What is `taken` from the `matches` in a text, each with its span; those that cannot be read are left out."""
    found = []
    for match in matches:
        with suppress(Unreadable):
            found.append((trim(match.string, match.span()), taken(match.group(), match)))
    return found


def before_remark(
    text: str, value: re.Pattern[str], remark: re.Pattern[str], others: re.Pattern[str]
) -> re.Match[str] | None:
    """The `value` that the text begins with, when what follows is a `remark` in which there are no `others`."""
    match = value.match(text)
    if not match or not remark.match(text, match.end()) or others.search(text, match.end()):
        return None
    return match
