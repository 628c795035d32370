"""The rungs of a ladder in one text: `who *knows* can recite them; …`, `Know the steps · Understand why · …`."""

from __future__ import annotations

import re

from pmcoach_lint.readers.bloom import LADDERS, WORDS
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_FEW_RUNGS = 3
_SIGNS_BETWEEN = (" · ", " / ", " • ", " | ", " → ", " -> ", " --> ", "; ")
_FIRST_WORD = regex(r"[*_]{0,2}(?P<word>[^\W\d_]+)[*_]{0,2}(?!\w|\s*(?:[(:=]|[–—-]))")
_ALL_LADDERS = (*LADDERS.values(), ("Know", *LADDERS[2001][1:]))
"""The lowest level of the ladder of 2001 is often called Know."""

_EMPHATIC = regex(r"(?P<mark>\*{1,2}|__?)(?P<word>[^\W\d_]+)(?P<colon>:?)(?P=mark)(?P<behind>:?)")
_BETWEEN_RUNGS = regex(
    r"(?:[\s;,.·/]|→|-{1,2}>)*(?:\band\b\s*)?(?:\b(?:someone|anyone|one|a pm)\b\s*)?(?:\b(?:who|to)\b\s*)?$",
    re.IGNORECASE,
)
_SIGNS = " \t\n:,–—-"
_RUNG = regex(r"(?:\A|(?<=[.;,])\s+)(?P<word>[^\W\d_]+)(?:\s*\(?L?\d\)?)?\s*[:=–—]\s")


def rungs_told(text: str, span: Span) -> list[tuple[Span, Span]]:
    """The rungs of a ladder in running text: `who *knows* can recite them; who *understands* can explain why; …`.

    The words of three levels or more stand in the order of the ladder. They are marked in the same way, or begin what
    is parted by one and the same sign: `Know the steps · Understand why they hold · Apply them`.

    Returns:
        Of each rung where its level stands, and what is seen on it; nothing where there are no such words.
    """
    if text.find("\n", *span) >= 0 or text.find("<", *span) >= 0:
        return []  # they are in lines, and so told by their beginnings
    marked = [match for match in _EMPHATIC.finditer(text, *span) if match["word"].casefold() in WORDS]
    ways = [match.group("mark", "colon", "behind") for match in marked]
    marked = [match for match, way in zip(marked, ways, strict=True) if way == ways[0]]
    if not _is_ladder([match["word"] for match in marked]):
        return rungs_parted(text, span)
    ends = [match.start() for match in marked[1:]]
    stop = text.find(". ", marked[-1].end(), span[1])
    ends.append(stop if stop >= 0 else span[1])
    found = []
    for match, end in zip(marked, ends, strict=True):
        start = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip(_SIGNS))
        between = _BETWEEN_RUNGS.search(text, start, end)
        found.append((match.span("word"), (start, between.start() if between else end)))
    return found


def rungs_parted(text: str, span: Span) -> list[tuple[Span, Span]]:
    """The rungs that begin with their levels and are parted by one sign: `Know the changes / Understand the model / …`.

    What is seen on each is all of its text. Nothing where that is no ladder, or a rung is nothing but its level.
    """
    raw = text[slice(*span)]
    for sign in _SIGNS_BETWEEN:
        if raw.count(sign) < _FEW_RUNGS - 1:
            continue
        cuts = [match.span() for match in re.finditer(re.escape(sign), raw)]
        bounds = list(zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(raw)], strict=True))
        parts = [trim(text, (span[0] + start, span[0] + end)) for start, end in bounds]
        words = [_FIRST_WORD.match(text, *part) for part in parts]
        named = [word for word in words if word]
        if len(named) == len(parts) and _is_ladder([word["word"] for word in named]):
            told = [(word.span("word"), part) for word, part in zip(named, parts, strict=True)]
            return told if all(word.end() < part[1] for word, part in zip(named, parts, strict=True)) else []
    return []


def _is_ladder(words: list[str]) -> bool:
    """Whether the words are three levels or more, in the order of a ladder."""
    levels = [WORDS.get(word.casefold(), "") for word in words]
    return len(levels) >= _FEW_RUNGS and any(
        levels == [one for one in ladder if one in levels] for ladder in _ALL_LADDERS
    )


def split_levels(text: str, span: Span) -> list[Span]:
    """The parts of a line that begin with a level each: `Know: names the goals. Understand: explains one. Apply: …`.

    The line itself where there are fewer than three.
    """
    raw = text[slice(*span)]
    begins = [match.start("word") for match in _RUNG.finditer(raw) if match["word"].casefold() in WORDS]
    if len(begins) < _FEW_RUNGS or begins[0] != 0:
        return [span]
    ends = [len(raw[:end].rstrip(" .;,")) for end in (*begins[1:], len(raw))]
    return [(span[0] + begin, span[0] + end) for begin, end in zip(begins, ends, strict=True)]
