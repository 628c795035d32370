"""Values written as the rest of the document writes them: levels in its own style, days as year-month-day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pmcoach_lint.binding.bloom import STYLES, WORDS, style_of
from pmcoach_lint.binding.dates import DateProblem, parse_date
from pmcoach_lint.checks.words import binding_at, value_at
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding
from pmcoach_lint.fixes.proposal import Proposal
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

_ISO = regex(r"\d{4}-\d{2}-\d{2}")
_NAMES_A_DAY = regex(r"[\d\w][\w\d\s.,/’'-]*")


def as_usual(document: Document, _findings: tuple[Finding, ...]) -> Iterator[Proposal]:
    """Levels in the style that the document mostly uses, and days that are clear without their context."""
    levels: list[tuple[Span, str]] = []
    for path, span in document.values.items():
        field = binding_at(document, path)
        text = document.text[slice(*span)]
        if field is None or field.reader not in ("date", "level") or not isinstance(value_at(document, path), str):
            continue
        if field.reader == "date":
            yield from _day(document, path, span, text)
        elif text.casefold() in WORDS:
            levels.append((span, text))
    yield from _levels(levels)


def _day(document: Document, path: Path, span: Span, text: str) -> Iterator[Proposal]:
    """A day that is written otherwise than year-month-day, where the whole text is nothing but the day."""
    if _ISO.fullmatch(text) or not _NAMES_A_DAY.fullmatch(text):
        return
    try:
        day = parse_date(text).isoformat()
    except DateProblem:
        return
    if value_at(document, path) == day:
        yield Proposal(f"{text} → {day}", ((span, day),), safe=True, keeps_data=True)


def _levels(found: list[tuple[Span, str]]) -> Iterator[Proposal]:
    """The levels that are in another style than most, or in small letters."""
    styles = Counter(style_of(text) for _, text in found)
    if not styles:
        return
    usual = max(STYLES, key=lambda style: styles[style])
    for span, text in found:
        canonical = STYLES[usual].get(WORDS[text.casefold()])
        if canonical and text != canonical:
            yield Proposal(f"{text} → {canonical}", ((span, canonical),), safe=True, keeps_data=True)
