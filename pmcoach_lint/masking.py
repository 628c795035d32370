"""What is private in a document is repeated nowhere: in no message, no excerpt, no log of a CI system."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pmcoach_lint.finding import Finding
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Source, Span

VEIL = "•"

_FORM = "wrong-form"
_NAMES = frozenset({"real-name", "listed-name"})
"""The rules that tell of a name, which may be repeated by one of its parts."""

_WORD = regex(r"[^\W\d_][\w'’-]*")
_PART = regex(r"[^\W\d_]{3,}")
_SIGN = regex(r"\S")


def masked(text: str) -> str:
    """As much of a private `text` as its author needs to know it again: `j…@…`, `A… S…`, `…67`."""
    name, at, _ = text.strip().partition("@")
    if at and name:
        return f"{name[0]}…@…"
    words = _WORD.findall(text)
    return " ".join(f"{word[0]}…" for word in words) if words else f"…{text.strip()[-2:]}"


def said_again(text: str, name: str) -> Iterator[Span]:
    """Where a text says a `name`, whole or by a part of it; not where a part is a word of the text in small letters."""
    for match in re.finditer(_called(text, name), text):
        yield match.span()


def _called(text: str, name: str) -> str:
    """The pattern of a name, and of those of its parts that are nothing else in the text."""
    parts = [part for part in _PART.findall(name) if not re.search(rf"(?<![\w.-]){part.lower()}(?![\w-]|\.\w)", text)]
    called = dict.fromkeys([name, *(f"{part[0].upper()}{part[1:]}" for part in parts)])
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, called))})(?!\w)"


def without_private(source: Source, found: Iterable[Finding], told: list[Finding]) -> tuple[str, list[Finding]]:
    """A text for excerpts, and findings, without what is private.

    Args:
        source: The text that the findings are about.
        found: All findings, those that somebody lets pass as well: they tell what is private.
        told: The findings that will be told.

    Returns:
        The text with a sign in place of each private letter, so that places stay the same; and the findings, in which
        whatever repeats a private text says it masked. Of the form of what should not stand there nothing is told.
    """
    text, private = source.text, [finding for finding in found if finding.private]
    everywhere = _everywhere(source, private)
    if not everywhere:
        return text, told
    spans = [source.span(finding.range) for finding in private]
    kept = (finding for finding in told if finding.rule != _FORM or not _holds_any(source.span(finding.range), spans))
    for start, end in spans:
        text = text[:start] + _veiled(text[start:end]) + text[end:]
    return everywhere.sub(lambda found: _veiled(found[0]), text), [_without(each, everywhere) for each in kept]


def masker(source: Source, found: Iterable[Finding]) -> Callable[[Any], Any]:
    """What masks all that is private in a text, by the findings about it, in whatever texts values hold.

    It is given any plain value or tuple, and gives the same with such texts masked; the names of files stay.
    """
    private = _everywhere(source, [finding for finding in found if finding.private])
    if private is None:
        return lambda value: value

    def mask(value: Any) -> Any:
        if isinstance(value, str):
            return private.sub(lambda found: masked(found[0]), value)
        if not isinstance(value, tuple):
            return value
        names = getattr(value, "_fields", None)
        parts = [mask(each) for each in value]
        if names is None:
            return tuple(parts)
        return type(value)(
            *(own if name == "file" else each for name, own, each in zip(names, value, parts, strict=True))
        )

    return mask


def _everywhere(source: Source, private: Iterable[Finding]) -> re.Pattern[str] | None:
    """The pattern of all texts that are told to be private, wherever they stand; None where there are none."""
    text = source.text
    told = [(text[slice(*source.span(finding.range))], finding.rule in _NAMES) for finding in private]
    patterns = {_called(text, secret) if is_name else re.escape(secret) for secret, is_name in told if secret.strip()}
    return re.compile("|".join(sorted(patterns, key=len, reverse=True))) if patterns else None


def _veiled(text: str) -> str:
    return _SIGN.sub(VEIL, text)


def _holds_any(span: Span, spans: list[Span]) -> bool:
    return any(span[0] <= start and end <= span[1] for start, end in spans)


def _without(finding: Finding, private: re.Pattern[str]) -> Finding:
    """The finding with all that is `private` masked wherever it is told."""

    def say(words: str) -> str:
        return private.sub(lambda found: masked(found[0]), words)

    fix = finding.fix
    if fix and any(private.search(f"{fix.message}{edit.text}") for edit in fix.edits):
        fix = None  # a proposal that repeats what is private is none
    return finding._replace(
        message=say(finding.message),
        hint=finding.hint and say(finding.hint),
        about=say(finding.about),
        related=tuple(place._replace(message=say(place.message)) for place in finding.related),
        singles=tuple(_without(single, private) for single in finding.singles),
        fix=fix,
    )
