"""What is told with the minutes that it takes, such as the parts of an agenda."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from pmcoach_lint.readers.unreadable import in_digits
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between

MINUTE = r"(?:min(?:ute)?s?|m|['′’])"
"""The form of a unit of minutes, in full and for short."""

_NEXT_STEP = regex(r"(?<!\s)\s+[/→]\s+")
_DIGIT = regex(r"\d")
_NEXT_TIMED = regex(r"(?<=\))\s*[,;]\s+(?=[^\W\d_])|(?<!\s)\s+[/+→]\s+")
_NEXT_IN_MINUTES = regex(r"(?<!\s)(?:\s*[,;]|\s+[/+→])\s+")
_TIMED = regex(r"[^()\n]+\(~?\d[^()\n]{0,20}\)\s*\.?")
_UNTIMED = regex(r"[^()\d\n]+")
_MINUTES_IN_PART = regex(r"(?<![\w(])~?\d{1,3}(?:\s?[–-]\s?\d{1,3})?\s?(?:min(?:ute)?s?\b|m\b|['′’])", re.IGNORECASE)

_SAYS_MINUTES = regex(
    rf"[(*_]{{0,3}}(?:\d{{1,3}}\s?(?:[–-]\s?\d{{1,3}}\s?)?{MINUTE}(?=\W)|\d{{1,2}}[:.]\d\d\s?[–-]\s?\d{{1,2}}[:.]\d\d).+"
    r"|\((?:5|[1-9]\d)\)\s.+|(?:5|[1-9][05])\s?(?:-|[–—])\s.+|[*_]{1,2}\d{1,2}[*_]{1,2}\s*[:–—-]?\s.+"
    rf"|[^()\n]{{1,60}}\(~?\d{{1,2}}(?:\s?[–-]\s?\d{{1,2}})?(?:\s?{MINUTE})?\)(?:[:.,*_]+(?:\s.*)?|\s[–—-]\s.*)"
    rf"|.+(?:\(~?\d{{1,3}}(?:\s?[–-]\s?\d{{1,3}})?(?:\s?{MINUTE})?\)|[,–—-]\s?\d{{1,3}}(?:\s?min(?:ute)?s?)?)\.?",
    re.DOTALL,
)

_ON_CLOCK = regex(
    r"[*_(\[]{0,3}(?P<from>\d{1,2})\s?(?:-|[–—])\s?\d{1,2}[*_)\]]{0,3}(?::|\s[–—-]|(?=\s+[^\W\d_]))[*_]{0,3}\s.+",
    re.DOTALL,
)

_FEWEST = 3
_LONGEST = 2000
"""So many characters are no agenda on one line any more, but a text with figures in it."""

_LENGTHS_OF_SESSIONS = range(20, 91)
_BEGINS = r"(?<=[^\W\d_]|[)'′’])[.:]\s+|(?<=\d)[.:]\s+(?=[^\W\d_])|(?<!\s)\s+[–—-]\s+"
_NEXT_STRETCH = regex(rf"{_BEGINS}|\s\((?=[^\W\d_])")
_NEXT_WHOLE_STRETCH = regex(_BEGINS)
"""The same where what stands in brackets belongs to a part."""

_NEXT_IN_LIST = regex(r"(?<!\s)(?:\s*[,;]|\s+[|/·+→])\s+")
_NEXT_IN_FRONT = regex(rf"{_NEXT_IN_LIST.pattern}(?=[1-9]\d?(?:\s?{MINUTE})?\s+[^\W\d_])")
_IN_MINUTES = regex(rf"(?P<item>[^\W\d_][^\d\n()]*?)(?<!\s)\s+\(?(?P<minutes>[1-9]\d?)(?:\s?{MINUTE})?\)?\.?")
_IN_FRONT = regex(rf"(?P<minutes>[1-9]\d?)(?P<unit>\s?{MINUTE})?\s+(?P<item>[^\W\d_][^\n]*?)\.?")
_BEFORE_DASH = regex(
    rf"(?<![\w.,:/–—-])(?P<minutes>[1-9]\d?)(?:\s?{MINUTE})?\s[–—-]\s(?P<item>[^\W\d_][^;\n]*?)"
    r"(?=\s*;|\.\s|\.?\s*\Z|\s*\n)"
)
"""A part behind its minutes and a dash: `10 – the reps; 25 – one brief, on screen`."""
_LENGTH = regex(r"(?<![\d.,])(?P<minutes>\d{2,3})(?:[\s-]?min(?:ute)?s?\b|\s?['′’](?!\w))", re.IGNORECASE)
_NUMBER = r"(?P<length>\d{1,2}|five|ten|fifteen|twelve|(?:twenty|thirty|forty|fifty)(?:[- ]five)?|sixty)"
_MINUTES = regex(r"\bminutes?\b|\d\s?min\b", re.IGNORECASE)
_ON = regex(rf"\b{_NUMBER}(?:\s(?:minutes|min))?\s(?:on|for|to go)\s(?P<item>[^.,;()\n]+)", re.IGNORECASE)
_STOP = regex(r"[.!?](?=\s)")
_BRACKETED = regex(rf"\s\((?:about\s)?{_NUMBER}(?:\s(?:minutes|min))?\)", re.IGNORECASE)
_AT_END = regex(r"\s*(?P<item>[^;\n]+?)\s?[,:–—-]\s(?P<length>\d{1,2})(?:\s?min(?:ute)?s?)?(?=[;.]|,?\s\(|\s*$)")
_AND_THEN = regex(r"[\s.,;]*(?:(?:and|then)\s)*", re.IGNORECASE)
_FROM_FIRST_TO_LAST = regex(
    r"\b(?:we|i|they|you|it|sessions?|meetings?)\s(?P<steps>(?:always\s)?(?:begin|open|start)s?\swith\s[^.!?\n]+,"
    r"[^.!?\n]*\b(?:finish|end|close|wrap\sup)(?:es|s)?\s(?:with|on|by)\s[^.!?\n]+)",
    re.IGNORECASE,
)
_NEXT_CLAUSE = regex(r",\s+(?:and\s+)?(?:then\s+)?(?![^()]*\))|\s+and\s+(?=(?:finish|end|close)\w*\s)")
_DAY = regex(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|w(?:ee)?ks?|days?|bets?|kw|pm)\.?$"
)
"""What a number behind says which one it is, and not how long it takes."""


def says_minutes(text: str, span: Span) -> bool:
    """Whether a text is something with the minutes that it takes: `5 min: what changed`, `(10) the brief`."""
    return _SAYS_MINUTES.fullmatch(text, *span) is not None


def clock_begins(text: str, span: Span) -> int | None:
    """The minute in which something begins that is told by the clock: 15 for `15–35: the brief`; None for all else."""
    match = _ON_CLOCK.fullmatch(text, *span)
    return int(match["from"]) if match else None


def split_timed(text: str, span: Span) -> list[Span]:
    """The parts of a line that have their time each: `Wins (5), decisions (10)`, `wins 5 min, decisions 10 min`.

    Behind several with their time in brackets there may be one without any. Where nothing is said of times, parts may
    stand between slashes or arrows: `what slipped / artifact / next rep`. The line itself where there are no such
    parts.
    """
    parts = _parted(text, span, _NEXT_TIMED)
    untimed = [part for part in parts if not _TIMED.fullmatch(text, *part)]
    if not untimed or (len(untimed) == 1 and len(parts) > 2 and _UNTIMED.fullmatch(text, *untimed[0])):
        return parts
    parts = _parted(text, span, _NEXT_IN_MINUTES)
    if all(len(_MINUTES_IN_PART.findall(text, *part)) == 1 for part in parts):
        return parts
    parts = _parted(text, span, _NEXT_STEP)
    return parts if len(parts) >= _FEWEST and not _DIGIT.search(text, *span) else [span]


def told_in_minutes(text: str, span: Span) -> list[tuple[Span, Span]]:
    """The parts of a text that end with a number each, which can only be minutes: `wins 5, decisions 10, next reps 5`.

    They are the whole text, or one sentence of it, or what stands behind a dash or a colon in it; there are three of
    them at least. Numbers in front are minutes where they add up to those that the text names (`45 min: 5 wins, 30 one
    brief, 10 next reps`), or where nothing else stands there and they go by fives: `5 wins / 15 one brief / 10 reps`.

    Returns:
        Of each part where it says what is done, and where it says how long; nothing where there are no such parts.
    """
    if span[1] - span[0] > _LONGEST or sum(map(str.isdigit, text[slice(*span)])) < _FEWEST:
        return []
    for stretch in _parted(text, span, _NEXT_STRETCH):
        found = _all_of(_IN_MINUTES, text, stretch)
        items = {part["item"].lower() for part in found}
        is_one = len(items) == len(found) >= _FEWEST and not any(int(part["minutes"]) % 5 for part in found)
        if is_one and not any(_DAY.search(item) for item in items):
            return [(part.span("item"), part.span("minutes")) for part in found]
    return _told_in_front(text, span)


def told_in_words(text: str, span: Span) -> list[tuple[Span, Span, int | None]]:
    """The parts of running text that each say how long they take, or what comes first and last.

    Such are `Ten minutes on the log, twenty on the brief, five on what is next`, `We begin with a story (ten minutes),
    look at one brief (twenty) and end with a promise (five)`, and `We begin with the log, go on to the brief, and
    finish with what is next`. There are three parts at least.

    Returns:
        Of each part where it says what is done, and where it says how long, with the minutes; none where it does not.
    """
    says_unit = _MINUTES.search(text, *span)
    told = (says_unit and _minutes_on(text, span)) or _minutes_behind(text, span)
    if len(told) >= _FEWEST and (says_unit or go_by_fives([number or 0 for _, _, number in told])):
        return told
    steps = _FROM_FIRST_TO_LAST.search(text, *span)
    parts = _parted(text, steps.span("steps"), _NEXT_CLAUSE) if steps else []
    return [(part, part, None) for part in parts] if len(parts) >= _FEWEST else []


def _minutes_on(text: str, span: Span) -> list[tuple[Span, Span, int | None]]:
    """The parts with their minutes in front: `Ten minutes on the log, twenty on the brief`.

    Where one sentence tells them all, another one tells of something else: `The coach has 15 minutes for comments.`
    """
    found = [*_ON.finditer(text, *span)]
    stops = [at for at, (one, other) in enumerate(pairwise(found), 1) if _STOP.search(text, one.end(), other.start())]
    within = [found[begin:end] for begin, end in pairwise([0, *stops, len(found)])]
    found = next((run for run in within if len(run) >= _FEWEST), found)
    return [(match.span("item"), match.span("length"), _number(match)) for match in found] if found[2:] else []


def _minutes_behind(text: str, span: Span) -> list[tuple[Span, Span, int | None]]:
    """The parts with their minutes in brackets behind: `a story (ten minutes), one brief (twenty)`."""
    told: list[tuple[Span, Span, int | None]] = []
    begin, brackets = 0, [*_BRACKETED.finditer(text, *span)]
    if [_number(match) for match in brackets] == [*range(1, len(brackets) + 1)]:
        return _numbered(text, [*(match.end() for match in brackets), span[1]])
    for match in brackets:
        begin = begin or max(span[0], *(text.rfind(stop, span[0], match.start()) + 1 for stop in (". ", ": ")))
        lead = _AND_THEN.match(text, begin, match.start())
        told.append(((lead.end() if lead else begin, match.start()), match.span("length"), _number(match)))
        begin = match.end()
    return told


def _numbered(text: str, begins: list[int]) -> list[tuple[Span, Span, int | None]]:
    """The parts that begin behind their numbers, and end with their minutes: `(1) a story, 10; (2) one brief, 20`."""
    parts = [_AT_END.match(text, *part) for part in pairwise(begins)]
    return [(part.span("item"), part.span("length"), _number(part)) for part in parts if part] if all(parts) else []


def _number(match: re.Match[str]) -> int:
    """The minutes that a part takes."""
    return int(in_digits(match["length"]))


def _told_in_front(text: str, span: Span) -> list[tuple[Span, Span]]:
    """The parts of a text that begin with their minutes, which add up to the length that it names, or go by fives."""
    lengths = {int(match["minutes"]) for match in _LENGTH.finditer(text, *span)}
    stretches = _parted(text, span, _NEXT_WHOLE_STRETCH)
    for stretch in stretches if lengths or len(stretches) == 1 else ():
        found = _all_of(_IN_FRONT, text, stretch, _NEXT_IN_FRONT)
        if _are_minutes(found, lengths) or (len(found) >= _FEWEST and all(part["unit"] for part in found)):
            return [(part.span("item"), part.span("minutes")) for part in found]
    found = _all_of(_IN_FRONT, text, span, _NEXT_WHOLE_STRETCH)  # `5 the log – 25 one brief – 10 next reps`
    if _are_minutes(found, lengths):
        return [(part.span("item"), part.span("minutes")) for part in found]
    dashed = [*_BEFORE_DASH.finditer(text, *span)]
    lengths -= {int(part["minutes"]) for part in dashed}
    return [(part.span("item"), part.span("minutes")) for part in dashed] if _are_minutes(dashed, lengths) else []


def _all_of(
    form: re.Pattern[str], text: str, span: Span, parting: re.Pattern[str] = _NEXT_IN_LIST
) -> list[re.Match[str]]:
    """The parts of a list on one line, if all of them are of a `form`; else none."""
    parts = [form.fullmatch(text, *part) for part in _parted(text, span, parting)]
    return [part for part in parts if part] if all(parts) else []


def _are_minutes(parts: list[re.Match[str]], lengths: set[int]) -> bool:
    """Whether the numbers in front of some parts are minutes: they add up to a length that is told, or go by fives."""
    minutes = [int(part["minutes"]) for part in parts]
    return len(parts) >= _FEWEST and (sum(minutes) in lengths or (not lengths and go_by_fives(minutes)))


def go_by_fives(numbers: list[int]) -> bool:
    """Whether some numbers can only be the minutes of the parts of a session: `5`, `25`, `10`."""
    is_round = not any(number % 5 for number in numbers)
    return is_round and len(numbers) >= _FEWEST and sum(numbers) in _LENGTHS_OF_SESSIONS


def _parted(text: str, span: Span, parting: re.Pattern[str]) -> list[Span]:
    """What is left of the text at `span` without what is `parting` it."""
    return between(span, (match.span() for match in parting.finditer(text, *span)))


def lengths_of_clock(rows: list[dict[str, Any]], name: str) -> None:
    """Make lengths of times that go on from each other, as in `0–5 min: wins`, `5–15 min: decisions`.

    Where only the minutes are told at which parts begin (`:00 wins`, `:10 decisions`), the last one has no length.
    """
    times = [row.get(name) for row in rows]
    spans = [time for time in times if isinstance(time, dict)]
    if spans and len(spans) == len(times) and all(time["from"] == time["to"] for time in spans):
        for time, behind in pairwise(spans):
            time["to"] = max(behind["from"], time["from"])
        del rows[-1][name]
        spans.pop()
        times.pop()
    if len(spans) < 2 or len(spans) < len(times) or spans[0]["from"] != 0:
        return
    if all(before["to"] == behind["from"] for before, behind in pairwise(spans)):
        for row, time in zip(rows, spans, strict=False):
            row[name] = time["to"] - time["from"]
