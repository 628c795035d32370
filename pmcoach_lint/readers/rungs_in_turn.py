"""Ladders whose rungs follow each other in running text: by their numbers, or as many steps as there are levels.

So it is in `1 knows the laws … 3 applies them … 4 analyses cases`, and in `From knowing the guide, to …, to …`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pmcoach_lint.readers.bloom import LADDERS, WORDS
from pmcoach_lint.readers.several import begin_of_sentence, split_sentences
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between, strip, trim
from pmcoach_lint.tuples import NamedTuple

_NUMBER = regex(
    r"(?:\A|<br\s?/?>[ \t]{0,8}|(?:(?<=[(>|·\n])|(?<=…)|(?<=→)|(?<=•))[ \t]{0,8}"
    r"|(?<=[;,.:/!?)])[ \t]{1,8}|(?<=\s)(?=\(?[1-6]\)))"
    r"[*_(`]{0,3}(?P<word>(?P<prefix>L|Level |Step |Stage |Rung )?(?P<number>[1-6]))[*_)`]{0,3}"
    r"(?:[ \t]?(?:[:=.·)]|–|—|-(?=\s))[*_]{0,2}[ \t]*|[ \t]+)(?=[^\W\d_]|[\"'(*]|“)"
)
_BARE = regex(r"[*_]{0,2}(?P<number>[1-6])[*_]{0,2}[ \t]?(?:[:=]|–|—|-(?=\s))[*_]{0,2}[ \t]*(?=\S)")
"""How an item may begin that is a rung below others: `2: explains why`."""
_NAME = regex(r"(?P<word>[^\W\d_]{4,13})[*_]{0,2}[ \t]?(?:[:=]|–|—|-(?=\s))[*_]{0,2}[ \t]*(?=\S)")
_ENDS = " \t\r\n.;,/|→…·•(-<>"
_WORD_BEHIND = regex(r"(?P<word>[^\W\d_]+)[*_]{0,2}\s?\($", near="(")
_STOP = regex(r"[.!?]\s")
_FEWEST, _FEWEST_BARE = 2, 4
"""So many rungs in a row make a ladder that bear a number of a level, and those with a number alone."""

_FROM = regex(r"\bfrom\s+(?=[^\W\d_]+ing\b)", re.IGNORECASE, near="from")
_TO = regex(r"[;,]\s+(?:and\s+)?(?:then\s+|finally\s+)?to\s+(?:[^\W\d_]+ly\s+)?(?=[^\W\d_]+ing\b)", re.IGNORECASE)
_IN_BRACKETS = regex(r"\s\([*_]{0,2}(?P<word>[^\W\d_]{4,13})[*_]{0,2}\)")
_LEAD = regex(r"[\s,;.]*(?:(?:[^\W\d_]+\s+){0,3}?from\s+|(?:(?:and|then|to)\s+){1,3})?", re.IGNORECASE)
_NEXT = regex(r"[;,]\s+(?:and\s+)?")
_FIRST_WORD = regex(r"[^\W\d_]+(?=\s+[^\s(:=→/|-])(?!\s[–—])")
"""The word of a level with which a part begins that goes on as a sentence."""


class Rung(NamedTuple):
    """A level and what is seen on it, each with the span where it stands."""

    level: str
    word: Span
    behaviour: Span


def rungs_by_number(text: str, span: Span, context: Context, below: int = 0) -> list[Rung]:
    """The rungs that bear the numbers of their levels in the text at `span`: `L1 lists them → L2 explains why`.

    A text that begins with the number of a level may be a single one; so may one that begins with a number alone that
    is higher than that of those `below` it. Numbers without a word are those of a ladder where they begin with 1.
    """
    raw = text[slice(*span)]
    if not any(number in raw for number in "123456"):
        return []
    marks = [mark for mark in _NUMBER.finditer(raw) if not _is_behind_name(raw, mark)]
    for run, fewest in ((_run(marks, prefixed=True), _FEWEST), (_run(marks, prefixed=False), _FEWEST_BARE)):
        if len(run) >= fewest or (run and run[0]["prefix"] and run[0].start() == 0):
            ends = [*(mark.start() for mark in run[1:]), _end(raw, run)]
            return [_numbered(raw, mark, end, context, span[0]) for mark, end in zip(run, ends, strict=True)]
    bare = _BARE.match(raw)
    if bare and int(bare["number"]) > below and (below or bare["number"] == "1"):
        said = trim(raw, strip(raw, (bare.end(), len(raw)), "", _ENDS))
        return [Rung(_level(bare, context), _shift(bare.span("number"), span[0]), _shift(said, span[0]))]
    return []


def _numbered(raw: str, mark: re.Match[str], end: int, context: Context, by: int) -> Rung:
    """The rung from a number to the `end`; a name of a level behind the number counts more than that: `4 Create: …`."""
    named = _NAME.match(raw, mark.end(), end)
    level = WORDS.get(named["word"].casefold()) if named else None
    word, start = (named.span("word"), named.end()) if named and level else (mark.span("word"), mark.end())
    said = trim(raw, strip(raw, (start, end), "", _ENDS))
    return Rung(level or _level(mark, context), _shift(word, by), _shift(said, by))


def _is_behind_name(raw: str, mark: re.Match[str]) -> bool:
    """Whether a number stands in brackets behind the name of its level: `Know (L1)`."""
    before = _WORD_BEHIND.search(raw, 0, mark.start("word"))
    return before is not None and before["word"].casefold() in WORDS


def _run(marks: list[re.Match[str]], *, prefixed: bool) -> list[re.Match[str]]:
    """The first of the numbers that rise, with a word in front or without; those without from 1 on."""
    run: list[re.Match[str]] = []
    for mark in marks:
        number = int(mark["number"])
        if bool(mark["prefix"]) is not prefixed:
            continue
        if not run or (number == 1 and len(run) < _FEWEST_BARE):
            run = [mark] if prefixed or number == 1 else []
        elif number > int(run[-1]["number"]):
            run.append(mark)
        else:
            break
    return run


def _end(raw: str, run: list[re.Match[str]]) -> int:
    """Where the last of several rungs ends: with its sentence."""
    stop = _STOP.search(raw, run[-1].end()) if len(run) > 1 else None
    return stop.start() if stop else len(raw)


def _level(mark: re.Match[str], context: Context) -> str:
    """The level that a number stands for, by the document's own numbering or by the ladder."""
    return dict(context.short).get(mark["number"], LADDERS[context.edition][int(mark["number"]) - 1])


def rungs_in_brackets(text: str, span: Span) -> list[Rung]:
    """The rungs whose levels stand in brackets behind what is seen: `from running it (*apply*) to changing it (…)`."""
    marks = [mark for mark in _IN_BRACKETS.finditer(text, *span) if mark["word"].casefold() in WORDS]
    if len(marks) < _FEWEST:
        return []
    first = begin_of_sentence(text, span, marks[0].start())
    starts = [first, *(mark.end() for mark in marks[:-1])]
    told = [_LEAD.match(text, start, mark.start()) for start, mark in zip(starts, marks, strict=True)]
    seen = [strip(text, (lead.end(), mark.start()), "", _ENDS) for lead, mark in zip(told, marks, strict=True) if lead]
    if len(seen) < len(marks) or any(start >= end or "." in text[start:end] for start, end in seen):
        return []
    rungs = zip(marks, seen, strict=True)
    return [Rung(WORDS[mark["word"].casefold()], mark.span("word"), behaviour) for mark, behaviour in rungs]


def rungs_in_turn(text: str, span: Span, context: Context) -> list[Rung]:
    """The rungs of a ladder that a sentence tells as so many steps as there are levels, with or without their names.

    Such are `From knowing the guide, to seeing why it helps, to …`, and `knows the rituals, understands them, …`.
    """
    ladder = LADDERS[context.edition]
    for sentence in split_sentences(text, span):
        if first := _FROM.search(text, *sentence):
            steps = _parts(text, (first.end(), sentence[1]), _TO)
            if len(steps) == len(ladder) and _fits(text, steps, ladder):
                return _rungs(steps, ladder)
        begin = max(text.rfind(": ", *sentence), text.rfind("(", *sentence)) + 1 or sentence[0]
        parts = _parts(text, (begin, sentence[1]), _NEXT)
        named = [(at, level) for at, part in enumerate(parts) if (level := _named(text, part)) in ladder]
        places = [(at, ladder.index(level)) for at, level in named]
        is_whole = all(other[0] - one[0] == other[1] - one[1] > 0 for one, other in pairwise(places))
        if len(places) >= _FEWEST_BARE and is_whole:
            (first_at, lowest), (last_at, _) = places[0], places[-1]
            return _rungs(parts[first_at : last_at + 1], ladder[lowest:])
    return []


def _parts(text: str, span: Span, cut: re.Pattern[str]) -> list[Span]:
    cuts = (match.span() for match in cut.finditer(text, *span))
    return [trim(text, strip(text, part, "", " .)")) for part in between(span, cuts)]


def _named(text: str, part: Span) -> str:
    """The level whose word a part begins with; empty for none."""
    word = _FIRST_WORD.match(text, *part)
    return WORDS.get(word.group().casefold(), "") if word else ""


def _fits(text: str, parts: list[Span], ladder: tuple[str, ...]) -> bool:
    """Whether the parts that begin with the word of a level stand where that is."""
    named = [_named(text, part) for part in parts]
    return all(not name or name == rung for name, rung in zip(named, ladder, strict=True))


def _rungs(parts: list[Span], levels: tuple[str, ...]) -> list[Rung]:
    return [Rung(level, part, part) for part, level in zip(parts, levels, strict=False)]


def _shift(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
