"""What excuses a phrase: it is quoted, it is what is not meant, or somebody is reported to have said it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pmcoach_lint.regex import regex

Excuse = Callable[[str, int, int], bool]
"""Tells of a text in small letters, and of where words in it begin and end, whether they are excused there."""

_LONGEST = 600
"""How long a quotation may be, in characters; a mark that is not closed by then was none."""

_REACH = 2000
"""So far to either side of the words quotation marks are looked for."""

_QUOTED = regex(
    "|".join(
        form.replace("+", f"{{0,{_LONGEST}}}")
        for form in (
            r"“[^”]+”", r"„[^“”]+[“”]", r"«[^»]+»", r"\"[^\"]+\"", r"`[^`]+`", r"(?<!\w)‘(?:[^’]|’(?=\w))+’",
            r"(?<!\w)'(?:[^']|'(?=\w))+'(?!\w)",
        )
    )
)  # fmt: skip
_QUOTES = regex(r"[“„«\"`‘']")
_AROUND = " \t\n*_.!"
_NEGATED = regex(
    r"\b(?:not|never|no|nobody|nor|neither|without|avoid\w*|instead of|rather than|versus|vs|over"
    r"|labels?|buzzwords?|phrases?|(?:do|does|did|is|are|was|were|has|have|had|wo|would|should|could|ca)n['’]t"
    r"|cannot|far from|move[sd]? (?:away )?from)(?:[\s*_]+[\w'’/-]+){0,5}?[\s*_]*\Z"
)
_REPORTED = regex(
    r"\b(?:(?:said|says|saying)(?! (?:no|yes)\b)|told|tells|wrote|writes(?=[^.;]{0,30}?(?:\bthat\b|[:“\"]))|called"
    r"|calls"
    r"|described|describes|according to|in the words of"
    r"|quotes?|quoted|heard|complain(?:s|ed)|commented|remarked|reports? that|reported|self-?(?:assessment"
    r"|rating|image|description)|feedback from|verbatim)\b"
)
_SENTENCE = regex(r"[.!?;|\n](?:\s|\Z)|<br\s*/?>")
_CLAUSE = regex(r"[.!?;:,|()\n](?:\s|\Z)|<br\s*/?>|\s[-–—]\s")


def is_excused(folded: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` of a text in small letters are only spoken about."""
    return is_quoted(folded, start, end) or is_negated(folded, start) or is_reported(folded, start, end)


def is_quoted(folded: str, start: int, end: int) -> bool:
    """Whether the words stand in quotation marks or in code."""
    return any(left <= start and end <= right for left, right in _quotations(folded, start, end))


def is_cited(folded: str, start: int, end: int) -> bool:
    """Whether the words are a quotation inside a text; one that is the whole text is only how it is written down."""
    whole = len(folded.strip(_AROUND))
    return any(
        left <= start and end <= right and right - left < whole for left, right in _quotations(folded, start, end)
    )


def _quotations(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The quotations in a text around a place in it."""
    if _QUOTES.search(folded):
        yield from (match.span() for match in _QUOTED.finditer(folded, max(0, start - _REACH), end + _REACH))


def is_negated(folded: str, start: int) -> bool:
    """Whether what stands before the words, in the same clause and a few words away at most, turns them round."""
    return bool(_NEGATED.search(_last(_CLAUSE, folded[:start])))


def is_reported(folded: str, start: int, end: int) -> bool:
    """Whether the sentence around the words says that somebody has said them."""
    after = _SENTENCE.search(folded, end)
    rest = folded[end : after.start() if after else len(folded)]
    return bool(_REPORTED.search(_last(_SENTENCE, folded[:start])) or _REPORTED.search(rest))


def _last(ends: re.Pattern[str], text: str) -> str:
    """What of a text stands behind the last of its ends."""
    place = 0
    for match in ends.finditer(text):
        place = match.end()
    return text[place:]
