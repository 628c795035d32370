"""Figures that stand beside each other and tell one thing twice: a share and its fraction, a number and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmcoach_lint.readers.calendar import MONTH
from pmcoach_lint.readers.unreadable import NUMBERS
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.lines import line_around
from pmcoach_lint.syntax.source import Source, Span, trim
from pmcoach_lint.tuples import NamedTuple

_ROUNDED, _ABOUT = 2, 7
"""So many points a share may be off, and one that is told in a word, or as a rough one. Our own figures."""

_SHARES = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0}
_TIMES = {"two": 2, "three": 3, "four": 4}
_IN_WORDS = frozenset({"percent", "cent", *_SHARES, *(f"{share}s" for share in _SHARES)})

_SHARE = (
    r"(?:\b(?P<rough>about|around|roughly|some|nearly|almost|just (?:under|over)|approx\.?|ca\.?)\s?"
    r"|(?P<tilde>[~≈])\s?)?"
    r"(?:\ban?\s)?"
    r"(?:(?<![\d.,])(?P<percent>\d{1,3}(?:[.,]\d+)?)\s?(?:%|per\s?cent\b)"
    rf"|\b(?:(?P<times>{'|'.join(_TIMES)})[ -]|(?<=\ba )|one[ -]|(?=half))(?P<word>{'|'.join(_SHARES)})s?\b)"
)
_NUMBER = rf"(?:\d{{1,2}},\d{{3}}|\d{{1,4}}|{'|'.join(NUMBERS)})(?![\w-]|[.,:/]\d)"
_FRACTION = (
    rf"(?<![\w.,:/-])(?:(?P<part>{_NUMBER})\s(?:out\s)?of\s(?:(?:the|all|his|her|their|my|our)\s)?(?P<whole>{_NUMBER})"
    r"(?!\s?%|\spoints)|(?P<over>\d{1,4})\s?/\s?(?P<under>\d{1,4})(?![\w/-]|[.,]\d))"
)
_SO = r"(?:\s?=\s?|,\sor[,:]?\s|,?\s(?:i\.e\.|that is|so|which (?:is|makes)|making|makes|call it|equals)[,:]?\s)"
_NOUNS = r"(?:\s(?!(?:of|in|on|to|by|and|or|so|for|with|at|from)\b)[a-z’'-]+){0,3}"
_FEW = "|".join(tuple(NUMBERS)[:12])
_MAY_BE_FRACTION = regex(rf"\d ?/ ?\d|[\da-z] of (?:the |all |h[ie][sr] |their |my |our )?(?:\d|(?:{_FEW})\b)")
_IN_BRACKETS = regex(r"\((?:\d+ (?:out )?of \d|[a-z0-9 ]{0,20}per ?cent)")
_REACH = 90
"""So far from a share its fraction ends at most, or begins."""
_SHARE_FIRST = anycase(
    rf"{_SHARE}(?:(?:\s(?:of|for)\s[\w’' -]{{1,40}}?(?=\s\([^()]*\d(?:\s(?:h|hours|days))?\)))?"
    rf"\s?\((?:(?:i\.e\.|that is),?\s|=\s?|or\s|only\s)?|{_SO}){_FRACTION}\)?"
)
_FRACTION_FIRST = anycase(
    rf"{_FRACTION}{_NOUNS}(?:(?P<open>\s?\()|{_SO}|(?P<comma>,\s)){_SHARE}"
    r"(?(open)\s?(?:\)|(?=[,;]))|(?(comma)(?=[;,.)|]|\s*$)|(?!\s(?:of|more|less|fewer|higher|lower)\b)))",
    re.MULTILINE,
)
_BOUND = anycase(
    r"(?:(?P<least>at least|[≥>]=?|over|above|more than|min(?:imum)?\.?(?: of)?)"
    r"|(?P<most>at most|[≤<]=?|under|below|(?:less|fewer) than|max(?:imum)?\.?(?: of)?|up to)"
    r"|(?P<other>\b(?:to|by|up|down|top|rose|grew|fell)|→|->|\d\s?%?\s?(?:[–-]|and)"
    r"|\btargets?|\bgoals?|\baim|\binstead of|\bnot)[:\s]*)\s?\Z"
)
_NUMBERED = anycase(r"\b(?:quarter|week|day|sprint|step|stage|phase|part|page|slide|session|round|wave|level)\s\Z")
"""What bears the first number of a fraction that is none: `week 2 of 4`."""


class Share(NamedTuple):
    """A share told beside a fraction that makes another one: where the two stand, and what the fraction makes."""

    span: Span
    fraction: str
    made: str


def wrong_shares(source: Source, text: str) -> Iterator[Share]:
    """The shares in a text that are not those of the fraction beside them: `25% (6 of 40)`, `4 of 12, so half`."""
    for line in _lines(source, text):
        for pattern in (_SHARE_FIRST, _FRACTION_FIRST):
            for match in pattern.finditer(text, *line):
                if made := _made(text[line[0] : match.start()], match):
                    part, whole = match["part"] or match["over"], match["whole"] or match["under"]
                    yield Share(match.span(), f"{part} of {whole}", made)


def _lines(source: Source, text: str) -> Iterator[Span]:
    """The lines of a text that hold a share, and a fraction besides."""
    places = [*_places(text, "%")]
    if not source.words.isdisjoint(_IN_WORDS):
        places += [match.start() for match in _IN_BRACKETS.finditer(text)]
    near = (at for at in places if _MAY_BE_FRACTION.search(text, max(0, at - _REACH), at + _REACH))
    yield from sorted({line_around(text, at) for at in near})


def _places(text: str, words: str) -> Iterator[int]:
    """Where `words` stand in a text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _made(before: str, match: re.Match[str]) -> str:
    """What share the fraction makes, where the stated one is another; nothing where it is the same, or a bound."""
    part, whole = _value(match["part"] or match["over"]), _value(match["whole"] or match["under"])
    if not 0 <= part <= whole or whole == 0 or (match["over"] and _may_be_day(match)):
        return ""
    made = 100 * part / whole
    stated = _stated(match)
    off = abs(made - stated)
    if off < (_ROUNDED if match["percent"] and not (match["rough"] or match["tilde"]) else _ABOUT):
        return ""
    bound = _BOUND.search(before)
    if _NUMBERED.search(before) or (bound and (bound["other"] or (made > stated if bound["least"] else made < stated))):
        return ""
    return f"{made:.0f} %"


def _may_be_day(match: re.Match[str]) -> bool:
    """Whether what is parted by a slash may be a day, `(3/12)`; behind “=” it is none."""
    return int(match["over"]) <= 12 and int(match["under"]) <= 31 and "=" not in match[0]


def _stated(match: re.Match[str]) -> float:
    if match["percent"]:
        return float(match["percent"].replace(",", "."))
    return _SHARES[match["word"].lower()] * _TIMES.get((match["times"] or "").lower(), 1)


def _value(number: str) -> int:
    small = number.casefold()
    return NUMBERS[small] if small in NUMBERS else int(number.replace(",", ""))


_NOT_COUNTED = rf"(?:(?:{MONTH}|of|min\w*|am|pm)\b|st\b|nd\b|th\b|[%x×])"
_COUNTED = rf"{_NUMBER}(?!\s?{_NOT_COUNTED})\s[^\W\d][^,;.:()|\n]*?(?:\s\([^()\n]{{1,30}}\))?"
_WHOLE = anycase(
    rf"\b(?:out of|of|among)\s(?:(?:the|these|those|all|my|his|her|our)\s)?(?P<whole>{_NUMBER})"
    r"(?:\s[a-z’'-]+){1,4}?,?\s"
    rf"(?P<parts>{_COUNTED}(?:(?:,\s(?:and\s)?|\sand\s|\s?\+\s?|;\s){_COUNTED}){{2,7}})(?=[.;:)|]|\s?$)",
    re.MULTILINE,
)
"""`Of the 30 topics, 3 …, 21 …, 8 …`."""
_BEGINS = {"out": "ut of ", "among": "mong "}
_EACH = regex(rf"(?:^|,\s(?:and\s)?|\sand\s|\s?\+\s?|;\s)({_NUMBER})(?=\s)", re.IGNORECASE)
_PART = anycase(
    rf"{_NUMBER}\s(?:(?:were|was|are|is|came|come|went|go|fell|fall)\s)?(?:(?P<by>about|on|from|in|into|to|by|for)"
    r"|tactical|operational|strategic|accepted|approved|granted|declined|rejected|refused|dropped|deferred|postponed"
    r"|parked|held|kept|left|open|won|lost)\b"
)
"""How each of several parts begins of which none is another: things `about` this and that, what is taken or `declined`.

Those that are told by several marks may overlap: many may `name` two things, or be from sales and `late`.
"""
_OVERLAP = anycase(r"\b(?:both|also|of (?:which|these|them)|as well|too|overlap\w*|same|each|several|double)\b")
_MOST_OFF = 0.25
"""What is farther off is counted by several marks at once, and no slip. Our own figure."""


class Parts(NamedTuple):
    """More parts than the number that they are parts of: where they stand, the number, and what they add up to."""

    span: Span
    whole: str
    added: int


def too_many_parts(source: Source, text: str) -> Iterator[Parts]:
    """The numbers whose three or more parts, told right behind them, add up to more."""
    begins = ("Of ", *(begin for word, begin in _BEGINS.items() if word in source.words))
    lines = {line_around(text, at) for begin in begins for at in _places(text, begin)}
    for match in (match for line in sorted(lines) for match in _WHOLE.finditer(text, *line)):
        told, whole = match["parts"], match["whole"]
        starts = [number.start(1) for number in _EACH.finditer(told)]
        parts, most = [_value(number) for number in _EACH.findall(told)], _value(whole)
        if max(parts) <= most < sum(parts) <= most + max(2, most * _MOST_OFF) and _fall_apart(told, starts):
            yield Parts(trim(text, match.span("parts")), whole, sum(parts))


def _fall_apart(told: str, starts: list[int]) -> bool:
    """Whether parts, each with its number at one of `starts`, are of one kind, so that none is counted twice."""
    kinds = {found and (found["by"] or "").lower() for found in (_PART.match(told, start) for start in starts)}
    return len(kinds) == 1 and None not in kinds and not _OVERLAP.search(told)
