"""Values written as the rest of the document writes them: levels in its own style, days as year-month-day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pmcoach_lint.checks.words import binding_at, value_at, way_of
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding
from pmcoach_lint.fixes.proposal import Proposal
from pmcoach_lint.readers.bloom import STYLES, WORDS, british, in_spelling, in_style, style_of
from pmcoach_lint.readers.dates import parse_date
from pmcoach_lint.readers.unreadable import Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

_ISO = regex(r"\d{4}-\d{2}-\d{2}")
_NAMES_A_DAY = regex(r"(?:(?:by|on|due|until|before|from|since)\s+)?(?P<day>\w[\w\s.,/’'-]*?)[\s.,]*", re.IGNORECASE)
_RUNS_ON = regex(r"[*_]+ +[a-z]|, +[a-z]")
_LED_UP_TO = regex(r"[a-z] [*_]*$")
_NEAR = 6
_NAMES_A_LEVEL = regex(r"(?P<level>\w+)(?:\s*\(.*\))?")


def as_usual(document: Document, _findings: tuple[Finding, ...]) -> Iterator[Proposal]:
    """Levels in the style and spelling that the document mostly uses, and days that are clear without their context."""
    levels: dict[tuple[str, ...], list[tuple[Span, str]]] = {}  # what stands together is written alike
    for path, span in document.values.items():
        field = binding_at(document, path)
        text = document.text[slice(*span)]
        if field is None or field.reader not in ("date", "level") or not isinstance(value_at(document, path), str):
            continue
        if field.reader == "date":
            yield from _day(document, path, span, text)
        elif text.islower() and _is_in_a_sentence(document.text, span):
            continue
        elif (match := _NAMES_A_LEVEL.fullmatch(text)) and match["level"].casefold() in WORDS:
            place = (span[0] + match.start("level"), span[0] + match.end("level"))
            levels.setdefault(way_of(path[:-1]), []).append((place, match["level"]))
    spelling = british(document.text)
    for found in levels.values():
        yield from _levels(found, spelling)


def _is_in_a_sentence(text: str, span: Span) -> bool:
    """Whether a level is a word among others: who *knows* can recite them; from apply to analyze by May."""
    return bool(_RUNS_ON.match(text, span[1]) or _LED_UP_TO.search(text, max(0, span[0] - _NEAR), span[0]))


def _day(document: Document, path: Path, span: Span, text: str) -> Iterator[Proposal]:
    """A day that is written otherwise than year-month-day, where the whole text is nothing but the day."""
    match = _NAMES_A_DAY.fullmatch(text)
    if match is None or _ISO.search(text):
        return
    try:
        day = parse_date(match["day"]).isoformat()
    except Unreadable:
        return
    if value_at(document, path) == day:
        place = (span[0] + match.start("day"), span[0] + match.end("day"))
        yield Proposal(f"“{match['day']}” → “{day}”", ((place, day),), safe=True, keeps_data=True)


def _levels(found: list[tuple[Span, str]], spelling: bool | None) -> Iterator[Proposal]:
    """Of levels that stand together, those that are in another style or spelling than most, or in small letters.

    Where neither `spelling` is more frequent, each keeps its own.
    """
    styles = Counter(style_of(text) for _, text in found)
    if not styles:
        return
    usual = max(STYLES, key=lambda style: styles[style])
    for span, text in found:
        canonical = in_style(text, usual)
        own = british(text) if spelling is None else spelling
        canonical = canonical and in_spelling(canonical, british=own or False)
        if canonical and text != canonical:
            yield Proposal(f"“{text}” → “{canonical}”", ((span, canonical),), safe=True, keeps_data=True)
