"""Where the sentences of a text begin and end."""

from __future__ import annotations

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_NEXT = regex(r"(?P<end>[.!?…][\"”’»)*_]*)\s+(?=[*_\"“„‘«(\[]*(?:[A-Z\d]|[^\W\d_a-z]|[a-z]{2,6}-\d))")
_NO_END = regex(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|cf|incl|resp|no|nr|min|max|mr|mrs|ms|dr|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct"
    r"|nov|dec)|\b[A-Z]|(?:^|[\s(])\d{1,2})\.$",
    near=".",
)
"""What ends with a full stop and does not end a sentence: `approx.`, `J.`, `5.` of a day or a list."""

_DAY = regex(r"\d\s[A-Z][a-z]{2,3}\.$", near=".")
"""A day that may end a sentence: `by 4 Dec.`, unless its year follows."""

_LONGEST = 10


def split_sentences(text: str, span: Span) -> list[Span]:
    """The spans of the sentences in the text at `span`, without the space between them."""
    start, end = span
    found: list[Span] = []
    for match in _NEXT.finditer(text, start, end):
        before = text[max(start, match.start() + 1 - _LONGEST) : match.start() + 1]
        ends = match["end"] != "." or not _NO_END.search(before.lower() if before[-3:-1].islower() else before)
        if ends or (_DAY.search(before) and text[match.end()].isalpha()):
            found.append((start, match.end("end")))
            start = match.end()
    return [*found, (start, end)] if start < end else found


def begin_of_sentence(text: str, span: Span, offset: int) -> int:
    """Where the sentence begins in which the `offset` is, of those in the text at `span`."""
    return max((begin for begin, _ in split_sentences(text, span) if begin <= offset), default=span[0])
