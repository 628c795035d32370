"""What is private in a document is repeated nowhere: in no message, no excerpt, no log of a CI system."""

from __future__ import annotations

from collections.abc import Iterable

from pmcoach_lint.finding import Finding
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Source, Span

VEIL = "•"

_FORM = "wrong-form"

_WORD = regex(r"[^\W\d_][\w'’-]*")
_SIGN = regex(r"\S")


def masked(text: str) -> str:
    """As much of a private `text` as its author needs to know it again: `j…@…`, `A… S…`, `…67`."""
    name, at, _ = text.strip().partition("@")
    if at and name:
        return f"{name[0]}…@…"
    words = _WORD.findall(text)
    return " ".join(f"{word[0]}…" for word in words) if words else f"…{text.strip()[-2:]}"


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
    spans = [source.span(finding.range) for finding in found if finding.private]
    if not spans:
        return source.text, told
    text = source.text
    secrets = sorted({text[start:end] for start, end in spans if end > start}, key=len, reverse=True)
    for start, end in spans:
        text = text[:start] + _SIGN.sub(VEIL, text[start:end]) + text[end:]
    kept = (finding for finding in told if finding.rule != _FORM or not _holds_any(source.span(finding.range), spans))
    return text, [_without(finding, secrets) for finding in kept]


def _holds_any(span: Span, spans: list[Span]) -> bool:
    return any(span[0] <= start and end <= span[1] for start, end in spans)


def _without(finding: Finding, secrets: list[str]) -> Finding:
    """The finding with each of the `secrets` masked wherever it is told."""

    def say(words: str) -> str:
        for secret in secrets:
            if secret in words:
                words = words.replace(secret, masked(secret))
        return words

    fix = finding.fix
    if fix and any(secret in f"{fix.message}{edit.text}" for edit in fix.edits for secret in secrets):
        fix = None  # a proposal that repeats what is private is none
    return finding._replace(
        message=say(finding.message),
        hint=finding.hint and say(finding.hint),
        about=say(finding.about),
        related=tuple(place._replace(message=say(place.message)) for place in finding.related),
        fix=fix,
    )
