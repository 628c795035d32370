"""Several values in one text: where lists, lines and signs part them; and several sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from pmcoach_lint.readers.text import BRIEF, EMPHASIS, MARKS
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_begin
from pmcoach_lint.syntax.source import Span, between, trim

_PARTING = (";", "<", "\n", "\r")
_BULLET_STARTS = frozenset("-*•")
_BREAK = regex(
    r"(?:<br\s{0,9}/?>|</?(?:ul|ol|li|p)>|;(?=\s|$)|\r\n?[ \t>]*|\n[ \t>]*)\s*(?:[-*]\s+|•\s+)?", re.IGNORECASE
)
_BREAKING = ("<", "\n", "\r")
_SEMICOLON = regex(r";(?=\s|$)\s*(?:[-*]\s+|•\s+)?")
"""The same where there is nothing but semicolons, which is told in a fraction of the time."""

_BULLETS = regex(r"(?:^|\s)(?:[-*]\s+|•\s+)")
_NUMBERS = regex(r"(?P<number>\d{1,2})[.)]\s+")
_ENUMERATION = regex(r"(?:^|(?<=[.?!;,])\s+|\s+(?:and|or)\s+)\((?P<sign>[a-h1-8])\)\s+")
_SHELL = regex(r"“[^“”]*”|\"[^\"<>\n]*\"|`[^`\n]*`|&#?\w{1,31};")
_SHELLS = ("“", '"', "`", "&", ")")
_ROUND = regex(r"[()]")
_SHORT = 14
_LONG_LINE = 60
_FIRST_LINE = 40
"""In the first line a label stands in front, and leaves so much room at most for what is filled up."""

_ENDS = (".", "?", "!", ":", "  ", "\\")
"""How a line ends with which its value does: as a sentence, or with Markdown's signs for a line break that is meant."""

_ID_LIST = regex(r"\[?[A-Z]{1,3}-?\d+(?:\.\d+)*\]?(?:(?:\s*[,/&+]\s*|\s+and\s+|\s+)\[?[A-Z]{1,3}-?\d+(?:\.\d+)*\]?)+")
_ID = regex(r"[A-Z]{1,3}-?\d+(?:\.\d+)*")
_NEXT_SENTENCE = regex(r"(?P<end>[.!?…][\"”’»)*_]*)\s+(?=[*_\"“„‘«(\[]*(?:[A-Z\d]|[^\W\d_a-z]|[a-z]{2,6}-\d))")
_NEXT_QUESTION = regex(
    r"\?(?:[\"”’»)*_]+(?=\s+(?:(?:[/·|]|•)\s*)?[A-Z\d\"“„‘«*_])|(?![\"”’»)*_]))(?P<gap>\s*(?:(?:[/·|]|•)\s*|\s))(?=[^\s(])"
)
_ENDS_QUESTION = regex(r"\?[\"”’»)*_]*$")
_NO_END = regex(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|cf|incl|resp|no|nr|min|max|mr|mrs|ms|dr|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct"
    r"|nov|dec)|\b[A-Z]|(?:^|[\s(])\d{1,2})\.$",
    near=".",
)
"""What ends with a full stop and does not end a sentence: `approx.`, `J.`, `5.` of a day or a list."""

_DAY = regex(r"\d\s[A-Z][a-z]{2,3}\.$", near=".")
"""A day that may end a sentence: `by 4 Dec.`, unless its year follows."""

_LONGEST_END = 10


def split_values(text: str, span: Span, between: tuple[str, ...] = ()) -> list[Span]:
    """The spans of the several values that stand in one cell or on one line.

    They are parted by `<br>`, items of an HTML list, a semicolon outside brackets and quotes, a line break, bullets
    (`- a - b`), or else by one of the separators `between`. Ids alone (`E1, E3`) are parted by commas as well. Where
    semicolons part values, a line break in the midst of one is none.
    """
    start, end = trim(text, span)
    raw = text[start:end]
    if between and raw[:1] in MARKS and (whole := EMPHASIS.match(raw)) and whole[1] not in whole[2]:
        start, end = start + whole.start(2), start + whole.end(2)  # all of them are set in italics at once
        raw = text[start:end]
    pieces = _brief_pieces(raw, between) if len(raw) <= BRIEF else _pieces(raw, between)
    return [(start + left, start + right) for left, right in pieces]


def _pieces(raw: str, between: tuple[str, ...]) -> list[Span]:
    """The spans of the several values in `raw`."""
    if _ID_LIST.fullmatch(raw):
        return [match.span() for match in _ID.finditer(raw)]
    starts = raw[:1] in _BULLET_STARTS or raw.startswith(("(a)", "(1)"))
    if not between and not starts and not any(sign in raw for sign in _PARTING):
        return [(0, len(raw))] if raw else []
    pieces = _cut(raw, _breaks(raw) or _separators(raw, between))
    if len(pieces) > 1 and raw[pieces[0][0]].isdecimal():
        numbers = [_NUMBERS.match(raw, *piece) for piece in pieces]
        if [number and int(number["number"]) for number in numbers] == [*range(1, len(pieces) + 1)]:
            pieces = [(number.end(), right) for number, (_, right) in zip(numbers, pieces, strict=True) if number]
    return pieces


_brief_pieces = lru_cache(maxsize=4096)(_pieces)
"""The same for short texts, such as `E1, E3`, which are met again and again."""


def _cut(raw: str, cuts: list[Span]) -> list[Span]:
    """What is left of `raw` between the `cuts`, without white space at either end."""
    pieces = []
    begin = 0
    for left, right in [*sorted(cuts), (len(raw), len(raw))]:
        if left >= begin:
            pieces.append(trim(raw, (begin, left)))
        begin = max(begin, right)
    return [piece for piece in pieces if piece[0] < piece[1]]


def _breaks(raw: str) -> list[Span]:
    """The spans of what parts values: letters in front of them, or line breaks, semicolons, bullets."""
    if raw.startswith(("(a)", "(1)")) and (enumerated := _enumerated(raw)):
        return enumerated
    matches = list((_BREAK if any(sign in raw for sign in _BREAKING) else _SEMICOLON).finditer(raw))
    if matches and ";" in raw:
        inside = _inside(raw, ";")
        matches = [match for match in matches if match.start() not in inside]
        if "\n" in raw and any(match[0][0] == ";" for match in matches):
            widest = max(map(len, raw.splitlines()))
            matches = [match for match in matches if not _goes_on(raw, match, widest)]
    cuts = [match.span() for match in matches]
    if not cuts and _BOLD_LABEL.match(raw):
        return [match.span() for match in _NEXT_BOLD_LABEL.finditer(raw)]
    if lead := _BULLETS.match(raw):
        inline = [] if cuts else [match.span() for match in _BULLETS.finditer(raw, lead.end())]
        cuts += [lead.span(), *inline]
    return cuts


def _enumerated(raw: str) -> list[Span]:
    """The spans of the letters or numbers in brackets before several values: `(a) Who decides? (b) Who pays?`.

    None where semicolons part all of them.
    """
    found = [*_ENUMERATION.finditer(raw)]
    signs = [match["sign"] for match in found]
    if all(raw[: match.start()].endswith(";") for match in found[1:]):
        return []
    runs = ("".join(signs) in run for run in ("abcdefgh", "12345678"))
    return [match.span() for match in found] if len(found) > 1 and any(runs) else []


def _goes_on(raw: str, line_break: re.Match[str], widest: int) -> bool:
    """Whether a value of a list parted by semicolons goes on behind a line break, because the lines are filled up.

    Then there was no room for the next word, and it goes on in small letters or the line is a long one.
    """
    start, end = line_break.span()
    if line_break[0].strip(" \t>") not in ("\n", "\r\n", "\r"):
        return False  # another sign, a bullet behind it, or an empty line
    begin = line_begin(raw, start)
    word = raw[end:].split(maxsplit=1)[0] if raw[end:] else ""
    room = widest if begin else _FIRST_LINE
    if raw.endswith(_ENDS, 0, start) or not word or start - begin + 1 + len(word) <= room:
        return False
    return word[0].islower() or (start - begin >= _LONG_LINE and not _NUMBERS.match(raw, end))


_BOLD_LABEL = regex(r"\*\*[^*:\n]{1,30}(?::\*\*|\*\*:)\s")
_NEXT_BOLD_LABEL = regex(rf"(?<!\s)\s+(?={_BOLD_LABEL.pattern})")


def _inside(raw: str, sign: str) -> set[int]:
    """The offsets of the `sign` where it stands in brackets, quotes or code, or ends an entity such as `&amp;`."""
    if not any(shell in raw for shell in _SHELLS):
        return set()
    opened: list[int] = []
    shells = [match.span() for match in _SHELL.finditer(raw)]
    for match in _ROUND.finditer(raw) if ")" in raw else ():
        if match.group() == "(":
            opened.append(match.start())
        elif opened:
            begin = opened.pop()
            if not opened:
                shells.append((begin, match.end()))
    return {offset for left, right in shells for offset in range(left, right) if raw[offset] == sign}


def _separators(raw: str, between: tuple[str, ...]) -> list[Span]:
    """The spans of the separators `between` the values; one with no space around it only parts short values.

    A separator that has its space with it (`, `) parts them wherever it stands, but for brackets and quotes.
    """
    cuts = []
    for separator in between:
        if separator.endswith(" "):
            sign = separator.rstrip()
            inside = _inside(raw, sign)
            found = (match.span() for match in re.finditer(re.escape(sign) + r"\s+", raw))
            cuts += [span for span in found if span[0] not in inside]
            continue
        matches = [match.span() for match in re.finditer(re.escape(separator), raw)]
        spaced = [
            (left, right)
            for left, right in matches
            if raw[left - 1 : left].isspace() and raw[right : right + 1].isspace()
        ]
        short = ":" not in raw and all(right - left <= _SHORT for left, right in _cut(raw, matches))
        cuts += matches if short else spaced
    return cuts


def split_sentences(text: str, span: Span) -> list[Span]:
    """The spans of the sentences in the text at `span`, without the space between them."""
    start, end = span
    found: list[Span] = []
    for match in _NEXT_SENTENCE.finditer(text, start, end):
        before = text[max(start, match.start() + 1 - _LONGEST_END) : match.start() + 1]
        ends = match["end"] != "." or not _NO_END.search(before.lower() if before[-3:-1].islower() else before)
        if ends or (_DAY.search(before) and text[match.end()].isalpha()):
            found.append((start, match.end("end")))
            start = match.end()
    return [*found, (start, end)] if start < end else found


def split_questions(text: str, span: Span) -> list[Span]:
    """The spans of the questions that a text consists of, whether they begin with a capital or are parted by a sign.

    None where it is anything else: `what's next? what will you drop?`, `Who decides? / Who pays?`.
    """
    start, end = trim(text, span)
    if not _ENDS_QUESTION.search(text, max(start, end - _LONGEST_END), end):
        return []
    return between((start, end), (match.span("gap") for match in _NEXT_QUESTION.finditer(text, start, end)))


def begin_of_sentence(text: str, span: Span, offset: int) -> int:
    """Where the sentence begins in which the `offset` is, of those in the text at `span`."""
    return max((begin for begin, _ in split_sentences(text, span) if begin <= offset), default=span[0])
