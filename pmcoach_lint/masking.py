"""What is private in a document is repeated nowhere: in no message, no excerpt, no log of a CI system."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from pmcoach_lint.finding import Finding
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Source, Span
from pmcoach_lint.tuples import NamedTuple

VEIL = "•"

_FORM = "wrong-form"
_NAMES = frozenset({"real-name", "listed-name"})
"""The rules that tell of a name, which may be repeated by one of its parts."""

_WORD = regex(r"[^\W\d_][\w'’-]*")
_PART = regex(r"[^\W\d_]{3,}")
_AT = regex("@|\uff20|%40")
_SIGN = regex(r"\S")
_PIECE = regex(r"[^\s*_\\`~]+")
_BETWEEN = r"[\s*_\\`~]+"
_FEWEST_SAID = 2
"""So many words of a longer private text say something of it, where a message quotes no more."""


def masked(text: str) -> str:
    """As much of a private `text` as its author needs to know it again: `j…@…`, `A… S…`, `…67`."""
    text = plain(text.strip())
    if (at := _AT.search(text)) and at.start():
        return f"{text[0]}…@…"
    words = _WORD.findall(text)
    return " ".join(f"{word[0]}…" for word in words) if words else f"…{text[-2:]}"


def said_again(text: str, name: str) -> Iterator[Span]:
    """Where a text says a `name`, whole or by a part of it; not where a part is a word of the text in small letters."""
    for match in re.finditer(_called(text, name), text):
        yield match.span()


def _called(text: str, name: str) -> str:
    """The pattern of a name, and of those of its parts that are nothing else in the text."""
    parts = [part for part in _PART.findall(name) if not re.search(rf"(?<![\w.-]){part.lower()}(?![\w-]|\.\w)", text)]
    called = dict.fromkeys([name, *(f"{part[0].upper()}{part[1:]}" for part in parts)])
    return rf"(?<!\w)(?:{'|'.join(map(_in_a_row, called))})(?!\w)"


def _in_a_row(text: str) -> str:
    """The pattern of the words of a text, however they are parted and marked up."""
    return _BETWEEN.join(map(re.escape, _PIECE.findall(text)))


class Private(NamedTuple):
    """What is private in a text, by the findings that say where it stands."""

    source: Source
    found: tuple[Finding, ...]


def without_private(source: Source, private: Sequence[Private], told: list[Finding]) -> tuple[str, list[Finding]]:
    """A text for excerpts, and findings, without what is private.

    Args:
        source: The text that the findings are about.
        private: What is private in it, and in others that the findings may quote.
        told: The findings that will be told.

    Returns:
        The text with a sign in place of each private letter, so that places stay the same; and the findings, in which
        whatever repeats a private text says it masked. Of the form of what should not stand there nothing is told.
    """
    text, everywhere = source.text, _everywhere(private, source)
    if not everywhere:
        return text, told
    spans = [source.span(finding.range) for each in private if each.source is source for finding in each.found]
    kept = (finding for finding in told if finding.rule != _FORM or not _holds_any(source.span(finding.range), spans))
    for start, end in spans:
        text = text[:start] + _veiled(text[start:end]) + text[end:]
    return everywhere.sub(lambda found: _veiled(found[0]), text), [_without(each, everywhere) for each in kept]


def masker(private: Sequence[Private]) -> Callable[[Any], Any]:
    """What masks all that is private in some texts, in whatever texts values hold.

    It is given any plain value or tuple, and gives the same with such texts masked; the names of files stay.
    """
    everywhere = _everywhere(private)
    if everywhere is None:
        return lambda value: value

    def mask(value: Any) -> Any:
        if isinstance(value, str):
            return everywhere.sub(lambda found: masked(found[0]), value)
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


def _everywhere(private: Iterable[Private], shown: Source | None = None) -> re.Pattern[str] | None:
    """The pattern of all that is private, wherever and however it is said; None where nothing is.

    `shown` is a text in which it is looked for: where that has a part of a name in small letters, this is a word.
    """
    names: set[str] = set()
    texts: set[str] = set()
    for source, found in private:
        for finding in found:
            secret = source.text[slice(*source.span(finding.range))]
            if not secret.strip():
                continue
            if finding.rule in _NAMES:
                known = source.text if shown in (None, source) else f"{source.text}\n{shown.text}"
                names.add(_called(known, plain(secret)))
            else:
                texts.update(_said(secret), _said(plain(secret)))
    patterns = [each for kind in (texts, names) for each in sorted(kind, key=len, reverse=True)]
    return re.compile("|".join(patterns)) if patterns else None  # an address before the name that it begins with


def _said(secret: str) -> Iterator[str]:
    """The patterns of a private text: whole, however its words are parted and marked up, and cut short at a word."""
    words = _PIECE.findall(secret)
    yield _in_a_row(secret)
    for number in range(_FEWEST_SAID, len(words)):
        yield rf"{_in_a_row(' '.join(words[:number]))}(?=\s?…)"


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
