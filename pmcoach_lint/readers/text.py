"""Single values out of a stretch of text: what is written, what is only a placeholder, what are several in one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_FOOTNOTE = regex(r"\[\^[^\[\]\s]{1,40}\]")
_COMMENT = regex(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NEW_LINE = regex(r"(?:\r\n|\n|\r)(?:[ \t]*>[ \t]?)*")
_EMPHASIS = regex(r"^(\*\*|__|\*|_|`|~~)(?=\S)(.+?)(?<=\S)\1$", re.DOTALL)
_MARKS = ("*", "_", "`", "~")
_ENTITY = regex(r"&(?:[A-Za-z]\w{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_ESCAPE = regex(r"\\([!-/:-@\[-`{-~])")
"""A backslash before a sign that would otherwise mark something up: `pm\\-07`, `A \\| B`."""
_NOTHING = regex(r"(?:[-–—]|<br\s*/?>)*", re.IGNORECASE)
_NONE = regex(
    r"(?:[-*•]\s+)?(?:there (?:were|are) )?(?:none|n/?a|nil|nothing)(?: (?:yet|so far|this time))?\.?"
    r"|(?:still )?empty(?: (?:yet|so far|for now|at the start|until then))?(?:\.|[;,:(–—].*|\s-\s.*)?",
    re.IGNORECASE,
    near="none n/a na nil nothing empty",
)
_NOTHING_STARTS = frozenset("-–—<")
_TOKEN = regex(
    r"""
      \[(?!\s*\]|\d+\]|[!^]|\[|(?:[A-Z]{1,3}-?\d[\d.]*[\s,;&/+–-]*)+\])[^\]\n]*\](?![(\[:])
                                                  # [Name], [X%]; not [1], [!TIP], [^1], [[wiki]], [E1, E2]
    | <(?!https?:|mailto:|br\b)[A-Za-z][^<>\n@/]*>           # <name>; not an address
    | \b(?:YYYY[-/.]MM[-/.]DD|DD[-/.]MM[-/.]YYYY)\b
    | _{2,} | \.{3,} | … | \?+ | \b[xX]{1,3}\ ?%
    | \b(?:TBD|TBC|TODO|FIXME|XXX|TK|N\.?N\.?)(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_JOINING = regex(
    r"(?:[\s\d$€£~%/.,:;&+<>=→–—-]|\b(?:to|and|or|by|per|of|months?|weeks?|days?|hours?|min|minutes|id)\b)*",
    re.IGNORECASE,
)
_PROMISE = regex(
    r"(?:TBD|TBC|TODO|FIXME|XXX)\s*[:(–—-].*"  # TODO: ask finance; TBD (after week 2)
    r"|to be (?:determined|defined|decided|confirmed|agreed|filled(?: in)?|done)\b.{0,3}",
    re.IGNORECASE | re.DOTALL,
)
_BLANK = regex(r"\[([A-Z])%?\]")  # the form of a sentence: If the PM practises [X], then [Y], because [Z].
_IN_BRACKETS = regex(r"\[[^\[\]\n]{1,80}\](?![(\[:])")
_ODD_STARTS = frozenset("*_`~-–—")
_HINT = regex(r"\[|<|_|…|\?|%|yyyy|\.\.|tb[dc]|todo|fixme|xx|tk|n\.?n|to be")
"""What every placeholder holds, in small letters: each form begins with a sign of its own, which is found quickly."""

_LONGEST_HINT = 5
ODD_START = regex(rf"[*_`~-]|[–—]|{_HINT.pattern}", re.IGNORECASE)
"""How a long text begins that may be marked up, a dash, or a placeholder."""

BRIEF = 30
_LONGEST_NONE = 60
_LONGEST_PLACEHOLDER = 500
_CHECK_BOX = regex(r"\[[ xX]?\]")
_MEANT = regex(r"redacted|removed|withheld|anonymi[sz]ed|omitted|confidential", re.IGNORECASE)
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

_BULLET_BELOW = regex(r"(?<!\s)\s*[\r\n][ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")


def without_comments(text: str, span: Span) -> Span:
    """The part of `span` left when comments at either end are set aside."""
    start, end = trim(text, span)
    while (match := _COMMENT.match(text, start, end)) and match.end() > start:
        start, end = trim(text, (match.end(), end))
    for match in _COMMENT.finditer(text, start, end):
        if match.end() == end:
            return trim(text, (start, match.start()))
    return (start, end)


def with_bullets(text: str) -> str:
    """The text of a list item with that of the bullets below it on one line: `Delivery: on time; on budget`."""
    if "\n" not in text and "\r" not in text:
        return text
    first, *below = _BULLET_BELOW.split(text)
    between = " " if first[-1:] in ".!?" else ": "
    return f"{first.rstrip(' :')}{between}{'; '.join(below)}" if below else text


def without_indent(text: str) -> str:
    """The text without the indentation that all its lines but the first share, as inside a list item."""
    lines = text.split("\n")
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()), default=0)
    return "\n".join([lines[0], *(line[indent:] for line in lines[1:])]) if indent else text


def plain(text: str) -> str:
    """The text without comments, footnote marks, emphasis or quotation, entities (`&amp;`), and escapes of signs.

    Emphasis counts only where it is around the whole. Line ends are those of Unix.
    """
    if "\n" in text or "\r" in text:
        text = _NEW_LINE.sub("\n", text)
    if "<!--" in text:
        text = _COMMENT.sub("", text).strip()
    while text[:1] in _MARKS and (match := _EMPHASIS.match(text)):
        inner = match.group(2)
        if match.group(1) in inner:
            break
        text = inner.strip()
    if "[^" in text:
        text = _FOOTNOTE.sub("", text).rstrip()
    if "&" in text and ";" in text:
        text = _ENTITY.sub(_character, text).strip()
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def _character(entity: re.Match[str]) -> str:
    """The character that an entity stands for."""
    from html import unescape  # noqa: PLC0415 - the table of names takes time to import, and few texts hold any

    return unescape(entity.group())


def is_plain(text: str) -> bool:
    """Whether the text is sure to be no other than it looks: not marked up, no dash, no placeholder, on one line."""
    if "<" in text or "&" in text or "[" in text or "\\" in text or "\n" in text or "\r" in text:
        return False
    if len(text) > BRIEF:
        return not ODD_START.match(text)
    return text[:1] not in _ODD_STARTS and not _HINT.search(text.lower())


def _has_hint(text: str) -> bool:
    """Whether the text may be a placeholder: nearly all texts are values. A long one is what its beginning makes it."""
    if len(text) <= BRIEF:
        return bool(_HINT.search(text.lower()))
    return bool(_HINT.match(text[:_LONGEST_HINT].lower()))


def is_nothing(text: str) -> bool:
    """Whether the text says that there is no value: empty, a dash, or an empty line."""
    return not text or (text[0] in _NOTHING_STARTS and bool(_NOTHING.fullmatch(text)))


def says_none(text: str, span: Span) -> bool:
    """Whether the text at `span` says that a list has no entries: `None`, `- none yet`, `n/a`."""
    return span[1] - span[0] <= _LONGEST_NONE and bool(_NONE.fullmatch(text, *span))


def is_placeholder(text: str) -> bool:
    """Whether the whole text stands in for something still to fill in.

    Such are `TBD`, `TODO: ask finance`, `[Name]`, `<name>`, `___`, `XX%`, and several joined: `[Current] → [Target]`.
    """
    if not _has_hint(text) and "[" not in text and "<" not in text:
        return False
    if len(text) > _LONGEST_PLACEHOLDER or _CHECK_BOX.fullmatch(text) or _MEANT.search(text):
        return False
    if _PROMISE.fullmatch(text):
        return True
    if len(set(_BLANK.findall(text))) > 1:
        return True
    rest, found = _TOKEN.subn(" ", text)
    return bool(found and _JOINING.fullmatch(rest))


def blanks_of(texts: Iterable[str]) -> frozenset[str]:
    """The words in square brackets that the `texts` of a new document hold, brackets included, in small letters."""
    return frozenset(match.group().casefold() for text in texts for match in _IN_BRACKETS.finditer(text))


def blank_in(text: str, span: Span, blanks: frozenset[str]) -> Span | None:
    """Where the first of the `blanks` of a new document still stands in the text at `span`; None where none does."""
    found = (match.span() for match in _IN_BRACKETS.finditer(text, *span) if match.group().casefold() in blanks)
    return next(found, None)


def split_values(text: str, span: Span, between: tuple[str, ...] = ()) -> list[Span]:
    """The spans of the several values that stand in one cell or on one line.

    They are parted by `<br>`, items of an HTML list, a semicolon outside brackets and quotes, a line break, bullets
    (`- a - b`), or else by one of the separators `between`. Ids alone (`E1, E3`) are parted by commas as well. Where
    semicolons part values, a line break in the midst of one is none.
    """
    start, end = trim(text, span)
    raw = text[start:end]
    if between and raw[:1] in _MARKS and (whole := _EMPHASIS.match(raw)) and whole[1] not in whole[2]:
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
    """The spans of what parts values: line breaks, semicolons, bullets."""
    matches = list((_BREAK if any(sign in raw for sign in _BREAKING) else _SEMICOLON).finditer(raw))
    if matches and ";" in raw:
        inside = _inside(raw, ";")
        matches = [match for match in matches if match.start() not in inside]
        if "\n" in raw and any(match[0][0] == ";" for match in matches):
            widest = max(map(len, raw.splitlines()))
            matches = [match for match in matches if not _goes_on(raw, match, widest)]
    cuts = [match.span() for match in matches]
    if not cuts and raw.startswith(("(a)", "(1)")):
        return _enumerated(raw)
    if not cuts and _BOLD_LABEL.match(raw):
        return [match.span() for match in _NEXT_BOLD_LABEL.finditer(raw)]
    if lead := _BULLETS.match(raw):
        inline = [] if cuts else [match.span() for match in _BULLETS.finditer(raw, lead.end())]
        cuts += [lead.span(), *inline]
    return cuts


def _enumerated(raw: str) -> list[Span]:
    """The spans of the letters or numbers in brackets before several values: `(a) Who decides? (b) Who pays?`."""
    found = [*_ENUMERATION.finditer(raw)]
    signs = [match["sign"] for match in found]
    runs = ("".join(signs) in run for run in ("abcdefgh", "12345678"))
    return [match.span() for match in found] if len(found) > 1 and any(runs) else []


def _goes_on(raw: str, line_break: re.Match[str], widest: int) -> bool:
    """Whether a value of a list parted by semicolons goes on behind a line break, because the lines are filled up.

    Then there was no room for the next word, and it goes on in small letters or the line is a long one.
    """
    start, end = line_break.span()
    if line_break[0].strip(" \t>") not in ("\n", "\r\n"):
        return False  # another sign, a bullet behind it, or an empty line
    begin = raw.rfind("\n", 0, start) + 1
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
