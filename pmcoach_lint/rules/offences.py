"""What rules yield: offences at the values of documents, and the words for a place in one of them."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.checks.words import spot
from pmcoach_lint.document import Document
from pmcoach_lint.readers.text import plain
from pmcoach_lint.syntax.source import Mention, Offence, Span
from pmcoach_lint.syntax.yaml_marks import Path

Offences = Iterator[Offence]


def offence(
    document: Document, path: Path, message: str, hint: str, related: tuple[Mention, ...] = (), near: str | None = None
) -> Offence:
    """An offence at the value at `path` of `document`; `near` is what was likely meant to stand there."""
    return Offence(spot(document, path), message, hint, near, related, document.source)


def offence_at_word(document: Document, path: Path, word: str, message: str, hint: str) -> Offence:
    """An offence at a word of the value at `path`."""
    return Offence(word_of(document, path, word), message, hint, source=document.source)


def mention(document: Document, path: Path, words: str) -> Mention:
    """The value at `path` of `document` as another place that an offence speaks of."""
    return Mention(spot(document, path), words, document.source)


def written(document: Document, path: Path) -> str:
    """What stands at the value at `path`, as it is written, without marks of emphasis."""
    return plain(document.text[slice(*spot(document, path))])


def word_of(document: Document, path: Path, word: str) -> Span:
    """Where the value at `path` says a word; all of the value where it is not written so."""
    begin, end = spot(document, path)
    at = document.text.find(word, begin, end)
    return (at, at + len(word)) if at >= 0 else (begin, end)
