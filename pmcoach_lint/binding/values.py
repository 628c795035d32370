"""Single values out of a stretch of text: what is written, what is only a placeholder, what are several in one."""

from __future__ import annotations

import re

from pmcoach_lint.syntax.source import Span, trim

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_EMPHASIS = re.compile(r"^(\*\*|__|\*|_|`|~~)(?=\S)(.+?)(?<=\S)\1$", re.DOTALL)
_MARKS = ("*", "_", "`", "~")
_NOTHING = re.compile(r"[-–—]*")
_PLACEHOLDER = re.compile(
    r"""
      \[(?!\s*[xX]?\s*\]|\d+\]|[!^]|\[)[^\]\n]*\](?![(\[:])   # [Name], [X%]; not [ ], [1], [!TIP], [^1], [[wiki]]
    | <(?!https?:|mailto:)[A-Za-z][^<>\n@/]*>                  # <name>; not an address
    | (?:TBD|TBC|TODO|FIXME|XXX|TK|N\.?N\.?)\b[.:!?]?(?:\s*\([^()]*\))?
    | to\ be\ (?:determined|defined|decided|confirmed|agreed|filled(?:\ in)?|done)\b.{0,3}
    | _{2,} | \.{3,} | … | \?+ | [xX]{1,3}\ ?%
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PLACEHOLDER_STARTS = frozenset("[<_.…?xXtTfFnN")
_MEANT = re.compile(r"redacted|removed|withheld|anonymi[sz]ed|omitted|confidential", re.IGNORECASE)
_SEVERAL = re.compile(r"<br|[;\n\r]|^[-*•]\s|\d[\s,/&+]", re.IGNORECASE)
_BREAK = re.compile(r"\s*(?:<br\s*/?>|;(?=\s|$)|(?:\r\n|\n|\r)[ \t>]*)\s*(?:[-*•]\s+)?", re.IGNORECASE)
_BULLETS = re.compile(r"(?:^|\s)[-*•]\s+")
_ID_LIST = re.compile(r"[A-Z]{1,3}-?\d+(?:\.\d+)*(?:(?:\s*[,/&+]\s*|\s+and\s+|\s+)[A-Z]{1,3}-?\d+(?:\.\d+)*)+")
_ID = re.compile(r"[A-Z]{1,3}-?\d+(?:\.\d+)*")


def without_comments(text: str, span: Span) -> Span:
    """The part of `span` left when comments at either end are set aside."""
    start, end = trim(text, span)
    while (match := _COMMENT.match(text, start, end)) and match.end() > start:
        start, end = trim(text, (match.end(), end))
    for match in _COMMENT.finditer(text, start, end):
        if match.end() == end:
            return trim(text, (start, match.start()))
    return (start, end)


def plain(text: str) -> str:
    """The text without comments, emphasis around the whole, and the backslash of an escaped pipe."""
    if "<!--" in text:
        text = _COMMENT.sub("", text).strip()
    while text[:1] in _MARKS and (match := _EMPHASIS.match(text)):
        inner = match.group(2)
        if match.group(1) in inner:
            break
        text = inner.strip()
    return text.replace("\\|", "|") if "\\|" in text else text


def is_nothing(text: str) -> bool:
    """Whether the text says that there is no value: empty, or a dash."""
    return not text or (text[0] in "-–—" and bool(_NOTHING.fullmatch(text)))


def is_placeholder(text: str) -> bool:
    """Whether the whole text stands in for something still to fill in: `TBD`, `[Name]`, `<name>`, `___`, `XX%`."""
    if text[0] not in _PLACEHOLDER_STARTS:
        return False
    return bool(_PLACEHOLDER.fullmatch(text)) and not _MEANT.search(text)


def split_values(text: str, span: Span, between: tuple[str, ...] = ()) -> list[Span]:
    """The spans of the several values that stand in one cell or on one line.

    They are parted by `<br>`, a semicolon outside brackets, a line break, bullets (`- a - b`), or by one of the
    separators `between`. Ids alone (`E1, E3`) are parted by commas as well.
    """
    start, end = trim(text, span)
    raw = text[start:end]
    if not between and not _SEVERAL.search(raw):
        return [(start, end)] if raw else []
    if _ID_LIST.fullmatch(raw):
        return [(start + match.start(), start + match.end()) for match in _ID.finditer(raw)]
    cuts = [match.span() for match in _BREAK.finditer(raw) if _outside_brackets(raw, match.start())]
    if lead := re.match(r"[-*•]\s+", raw):
        cuts += [lead.span(), *(match.span() for match in _BULLETS.finditer(raw, lead.end()))]
    for separator in between:
        cuts += [match.span() for match in re.finditer(rf"\s*{re.escape(separator)}\s*", raw)]
    spans = []
    begin = 0
    for left, right in [*sorted(cuts), (len(raw), len(raw))]:
        if left >= begin:
            spans.append(trim(text, (start + begin, start + left)))
            begin = right
        else:
            begin = max(begin, right)
    return [piece for piece in spans if piece[0] < piece[1]]


def _outside_brackets(raw: str, offset: int) -> bool:
    """Whether `offset` stands outside all round brackets (a line break always does)."""
    return raw[offset : offset + 1] != ";" or raw.count("(", 0, offset) <= raw.count(")", 0, offset)
