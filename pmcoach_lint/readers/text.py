"""Single values out of a stretch of text: what is written, what stands for something, what is but a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_FOOTNOTE = regex(r"\[\^[^\[\]\s]{1,40}\]")
_COMMENT = regex(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NEW_LINE = regex(r"(?:\r\n|\n|\r)(?:[ \t]*>[ \t]?)*")
_STRAY = regex(r"(?<=\S)\*\*|\*\*(?=\S)")
EMPHASIS = regex(r"^(\*\*|__|\*|_|`|~~)(?=\S)(.+?)(?<=\S)\1$", re.DOTALL)
"""A text that is marked up as a whole: the marks, and what stands between them."""

MARKS = ("*", "_", "`", "~")
"""The signs that such marks are made of."""

_ENTITY = regex(r"&(?:[A-Za-z]\w{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_ESCAPE = regex(r"\\(?:([!-/:-@\[-`{-~])|\Z)")
"""A backslash before a sign that would otherwise mark something up: `pm\\-07`, `A \\| B`; or before one cut off."""
_NOTHING = regex(r"(?:[-–—]|<br\s*/?>)*", re.IGNORECASE)
_DASH_AND_REMARK = regex(r"[-–—]\s?\([^\d()]{1,40}\)")
_NONE = regex(
    r"(?:[-*•]\s+)?(?:there (?:were|are) )?(?:none|n/?a|nil|nothing)(?: (?:yet|so far|this time))?\.?"
    r"|(?:still )?empty(?: (?:yet|so far|for now|at the start|until then))?(?:\.|[;,:(–—].*|\s-\s.*)?",
    re.IGNORECASE,
    near="none n/a na nil nothing empty",
)
_NO_SUCH = regex(r"[*_(\s]*(?:none|n/a|not used|left out)\b(?=[*_)\s]*(?:[.;,:(–—-]|$))", re.IGNORECASE)
_NOTHING_STARTS = frozenset("-–—<")
_TOKEN = regex(
    r"""
      \[(?!\s*\]|\d+\]|[a-h]\]|[!^]|\[|(?:[A-Z]{1,3}-?\d[\d.]*[\s,;&/+–-]*)+\])[^\]\n]*\](?![(\[:])
                                                  # [Name], [X%]; not [1], [a], [!TIP], [^1], [[wiki]], [E1, E2]
    | <(?!https?:|mailto:|br\b)[A-Za-z][^<>\n@/]*>           # <name>; not an address
    | \b(?:YYYY[-/.]MM[-/.]DD|DD[-/.]MM[-/.]YYYY)\b
    | _{2,} | \.{3,} | … | \?{2,} | (?<![\w)])\? | \b[xX]{1,3}\ ?%
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
_BLANK = regex(r"\[([A-CNX-Z])%?\]")  # the form of a sentence: If the PM practises [X], then [Y], because [Z].
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


_BULLET_BELOW = regex(r"(?<!\s)\s*[\r\n][ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_UNKNOWN = regex(
    r"\W*(?:(?:can)?not (?:yet )?(?:be )?"
    r"(?:quantified|known|estimated|measured|counted|available|agreed|tracked|priced|valued|sized)"
    r"|un(?:quantified|known|measured|priced)|no (?:figure|estimate|number|data|baseline|price)s?|nil|none)\b",
    re.IGNORECASE,
)
"""How a text begins that says of a figure that there is none yet."""

LONGEST_SHORT_FORM = 4
_FEWEST = 2
"""One equation alone may be a sum, or a figure: `target = 40%`."""

_MARK = r"[*_`“”\"]{0,2}"
_EXPLAINED = regex(
    rf"(?<![\w.%]){_MARK}(?P<short>\w{{1,{LONGEST_SHORT_FORM}}}){_MARK}\s?[=:]?=\s?"
    rf"{_MARK}(?P<meant>[^\W\d_][^\r\n,;.()|=*_`“”\"]{{1,40}})"
)


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
    between = " " if first.rstrip("*_")[-1:] in (".", "!", "?") else ": "
    return f"{first.rstrip(' :')}{between}{'; '.join(below)}" if below else text


def without_indent(text: str) -> str:
    """The text without the indentation that all its lines but the first share, as inside a list item."""
    lines = text.split("\n")
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()), default=0)
    return "\n".join([lines[0], *(line[indent:] for line in lines[1:])]) if indent else text


def plain(text: str) -> str:
    """The text without comments, footnote marks, emphasis or quotation, entities (`&amp;`), and escapes of signs.

    Emphasis counts only where it is around the whole, or where what it begins or ends with has been cut off. Line ends
    are those of Unix.
    """
    if "\n" in text or "\r" in text:
        text = _NEW_LINE.sub("\n", text)
    if "<!--" in text:
        text = _COMMENT.sub("", text).strip()
    while text[:1] in MARKS and (match := EMPHASIS.match(text)):
        inner = match.group(2)
        if match.group(1) in inner:
            break
        text = inner.strip()
    if text.count("**") == 1:
        text = _STRAY.sub("", text)
    if "[^" in text:
        text = _FOOTNOTE.sub("", text).rstrip()
    if "&" in text and ";" in text:
        text = _ENTITY.sub(_character, text).strip()
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def plain_at(text: str, span: Span) -> str:
    """What stands at `span` of a text, as `plain` has it."""
    return plain(text[span[0] : span[1]])


def plain_cell(text: str, cells: list[Span], column: int) -> str:
    """What a row says in a column; nothing where it has fewer cells."""
    return plain_at(text, cells[column]) if column < len(cells) else ""


def _character(entity: re.Match[str]) -> str:
    """The character that an entity stands for."""
    from html import unescape  # noqa: PLC0415 - the table of names takes time to import, and few texts hold any

    return unescape(entity.group())


def is_plain(text: str) -> bool:
    """Whether the text is sure to be no other than it looks: not marked up, no dash, no placeholder, on one line."""
    if "<" in text or "&" in text or "[" in text or "\\" in text or "\n" in text or "\r" in text:
        return False
    if text.count("**") == 1:
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


def is_dash_and_remark(text: str) -> bool:
    """Whether the text says that there is nothing to say, and adds why: `– (a strength)`."""
    return text[:1] in _NOTHING_STARTS and bool(_DASH_AND_REMARK.fullmatch(text))


def says_none(text: str, span: Span) -> bool:
    """Whether the text at `span` says that a list has no entries: `None`, `- none yet`, `n/a`."""
    return span[1] - span[0] <= _LONGEST_NONE and bool(_NONE.fullmatch(text, *span))


def says_no_such(text: str, span: Span) -> bool:
    """Whether the text at `span`, below the head of something, says that there is none: `None. It waits.`, `n/a`."""
    return bool(_NO_SUCH.match(text, *span))


def says_unknown(text: str) -> bool:
    """Whether the text says that a figure is not known: `Not quantified`, `no figure yet`."""
    return bool(_UNKNOWN.match(text))


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


def read_legend(text: str) -> dict[str, str]:
    """What a text says that short forms stand for.

    Returns:
        Each short form in small letters with its words; nothing where there is but one, or where one stands for two.
    """
    if "=" not in text:
        return {}
    named = {(match["short"].casefold(), match["meant"].strip().casefold()) for match in _EXPLAINED.finditer(text)}
    legend = dict(named)
    return legend if len(legend) == len(named) >= _FEWEST else {}
