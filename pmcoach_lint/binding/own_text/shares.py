"""Shares told in sentences: `About 40% of my time was tactical, 20% went to meetings, 30% to strategic work`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pmcoach_lint.names import name_key
from pmcoach_lint.readers.amounts import read_percent
from pmcoach_lint.readers.calendar import MONTH
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.tuples import NamedTuple

_SENTENCE = regex(r"[.!?](?:\s+|$)(?=[A-Z\"“(]|$)|\n\s*\n")
_ASIDE = regex(r"\([^()]*\)")
_PERCENT = regex(r"\d{1,3}(?:[.,]\d)?\s?(?:%|percent\b|per cent\b)", re.IGNORECASE)
_PART = regex(rf"[,;]|\band\b(?=\s+(?:about\s+|around\s+|some\s+)?{_PERCENT.pattern})", re.IGNORECASE)
_AND = regex(r"\band\b", re.IGNORECASE)
_WORD = regex(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
TO_BE = regex(
    r"\b(?:target\w*|goal|aim\w*|should|i['’]d like|would like|want\w*|plan\w*"
    rf"|by (?:the end of )?(?:{MONTH}|q[1-4]|next|spring|summer|autumn)|down to|up to|in future|ideally|ought)\b",
    re.IGNORECASE,
)
_LONGEST = 3


class Share(NamedTuple):
    """The share of one kind: which kind and where that is said, and the percentage and where that is said."""

    kind: Any
    named: Span
    percent: float
    said: Span


class Shares(NamedTuple):
    """What one sentence says of several kinds: as it is, or as it is to be."""

    of: list[Share]
    is_to_be: bool


def shares_in(text: str, span: Span, words: Mapping[str, Any]) -> Iterator[Shares]:
    """The sentences of the text at `span` that tell the shares of two kinds or more, each kind once.

    Args:
        text: the document.
        span: where to look.
        words: the kinds by the words for them, as keys of names.
    """
    begin = span[0]
    for stop in [*(match.start() for match in _SENTENCE.finditer(text, *span)), span[1]]:
        sentence = _without_asides(text[begin:stop])
        shares = [share for part in _parts(sentence) if (share := _share(sentence, part, begin, words))]
        if len(shares) > 1 and len({share.kind for share in shares}) == len(shares):
            yield Shares(shares, bool(TO_BE.search(sentence)))
        begin = stop + 1


def _without_asides(sentence: str) -> str:
    """The sentence with spaces in place of what stands in brackets, so that places stay."""
    return _ASIDE.sub(lambda match: " " * len(match.group()), sentence)


def _parts(sentence: str) -> Iterator[Span]:
    """The parts of a sentence that tell of one kind each: `20% went to meetings`."""
    begin = 0
    for stop in [*(match.start() for match in _PART.finditer(sentence)), len(sentence)]:
        joined = _AND.search(sentence, begin, stop) if len(_PERCENT.findall(sentence, begin, stop)) > 1 else None
        yield from [(begin, joined.start()), (joined.end(), stop)] if joined else [(begin, stop)]
        begin = stop + 1


def _share(sentence: str, part: Span, offset: int, words: Mapping[str, Any]) -> Share | None:
    """The share that a part of a sentence tells; None where it names no kind, or several, or not one percentage."""
    said = list(_PERCENT.finditer(sentence, *part))
    named: dict[Any, Span] = {}
    found = list(_WORD.finditer(sentence, *part))
    for first in range(len(found)):
        for last in range(min(first + _LONGEST, len(found)), first, -1):
            span = found[first].start(), found[last - 1].end()
            kind = words.get(name_key(sentence[slice(*span)]))
            if kind is not None:
                named.setdefault(kind, span)
                break
    if len(said) != 1 or len(named) != 1:
        return None
    kind, span = next(iter(named.items()))
    place = said[0].span()
    percent = read_percent(said[0].group(), Context())
    return Share(kind, (span[0] + offset, span[1] + offset), percent, (place[0] + offset, place[1] + offset))
