"""What is struck through: `~~Understand~~ **Apply**`. Its author has withdrawn it, so it is not read.

White space is put in its place, so that everything else stays where it is. Where something is left on the line, it is
of a kind that Markdown takes for words: behind so many plain spaces the rest of an item would be code.
"""

from __future__ import annotations

import re

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_around, next_line
from pmcoach_lint.syntax.source import Span

_STRUCK = regex(
    r"`[^`\n]*`"  # code, in which nothing is struck through
    r"|(?<![~\\])~~(?=[^\s~])"
    r"(?P<words>(?:[^\n~]|~(?!~)|\n(?![ \t]*(?:\n|[-*+#>|]|\d{1,9}[.)]))){1,1000}?)(?<=\S)~~(?!~)"
    r"|<(?P<tag>del|s|strike)>(?P<inner>[^\n<]{1,1000})</(?P=tag)>",
    re.IGNORECASE,
)
_LEAD = regex(
    r"(?P<marker>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|(?P<hashes>#{1,6}))[ \t]+)?)(?:\[[ xX]?\][ \t]+)?(?P<bold>[*_]{0,3})"
)
_NOTE = regex(r"[*_ \t]*\[[^\[\]\n]*\](?![(\[:])")
"""A remark in square brackets right behind what is struck through, which is about that: `[parked 12 Oct]`."""

_REMARK = regex(
    r"[\s*_.,;:–—→-]*(?:[(\[][^()\[\]]*[)\]][\s*_.,;:–—-]*)*"
    r"(?:(?:is |was |has been |now )?(?:resolved|solved|parked|dropped|done|closed|answered|cancel+ed|gone|withdrawn"
    r"|settled|obsolete|no longer|over|moved)\b.*)?",
    re.IGNORECASE,
)
_FIRST_CELL = regex(r"[ \t>]*\|[ \t*_]*")
_REST_OF_CELL = regex(rf"(?:{_NOTE.pattern})?[ \t*_]*\|")
_JOINT = regex(r"[*_ \t]*[,;/](?=[ \t\w])")
_LAST_JOINT = regex(r"[ \t]*[,;/][*_ \t]*$")
_ENDS = regex(r"[*_ \t]*(?:[|\n]|$)")
_BEFORE_FIRST = frozenset({"", "|", ":", "-", "(", ",", ";", "/"})
"""What stands before the first of several, or parts them."""

_NEAR = 80
"""So many characters in front of what is struck through are looked at for what parts it from others."""

_BULLETS = ("- ", "* ", "+ ")
_SPACE = "\xa0"


def without_struck(text: str, start: int = 0) -> str:
    """The text of the same length with white space where something is struck through, from `start` on.

    A line of which nothing but a remark is left goes as a whole (`- ~~No data~~ (resolved 3 Nov)`), and so does a
    question behind which no other one stands: what follows is its answer. What belongs to such a line goes with it: the
    bullets below an item, the section below a heading, the list below a bold line. So does a row of a table whose first
    cell is struck through.
    """
    if not ("~" in text and "~~" in text) and not ("<" in text and "</" in text):  # one sign is found much faster
        return text
    kept, last, line = [], 0, (0, -1)
    lines = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    for match in _STRUCK.finditer(lines, start):
        if match.start() >= last and (match["words"] or match["inner"]):
            if match.end() > line[1]:  # looked for once for all that is struck through on a line
                line = line_around(lines, *match.span())
            (begin, end), space = _withdrawn(lines, match, line)
            begin = max(begin, last)
            kept += [text[last:begin], re.sub(r"[^\n\r|]", space, text[begin:end])]
            last = end
    return "".join(kept) + text[last:]


def struck_texts(text: str, start: int = 0) -> list[str]:
    """What is struck through, from `start` on."""
    return [words for match in _STRUCK.finditer(text, start) if (words := match["words"] or match["inner"])]


def _withdrawn(text: str, struck: re.Match[str], around: Span) -> tuple[Span, str]:
    """The span of all that is withdrawn with what is `struck` through on a line, and the space to put in its place."""
    (begin, end), (line, stop) = struck.span(), around
    lead = _LEAD.match(text, line)
    words = (struck["words"] or struck["inner"]).rstrip("*_ ")
    if lead and lead.end() == begin:
        behind = text[end:stop]
        if _REMARK.fullmatch(behind) or (words.endswith("?") and "?" not in behind):
            is_bold = bool(lead["bold"]) or words.startswith(("**", "__"))
            return (line, _end_of_all(text, lead, stop, is_bold=is_bold)), " "
    elif (cell := _FIRST_CELL.match(text, line)) and cell.end() == begin and _REST_OF_CELL.match(text, end):
        return (line, stop), " "
    note = _NOTE.match(text, end, stop)
    return _with_joint(text, line, (begin, note.end() if note else end)), _SPACE


def _with_joint(text: str, line: int, struck: Span) -> Span:
    """What is struck through on the `line` that begins there, with the comma by which it is one of several."""
    begin, end = struck
    line = max(line, begin - _NEAR)
    before = text[line:begin].rstrip("*_ \t")
    if (joint := _JOINT.match(text, end)) and before[-1:] in _BEFORE_FIRST:
        return begin, joint.end()
    if (last := _LAST_JOINT.search(text, line, begin)) and _ENDS.match(text, end):
        return last.start(), end
    return struck


def _end_of_all(text: str, lead: re.Match[str], stop: int, *, is_bold: bool) -> int:
    """Where all ends that belongs to the line that begins with `lead` and ends at `stop`."""
    marker = lead["marker"]
    indent = len(marker) - len(marker.lstrip(" \t"))
    while stop < len(text):
        begin, end = line_around(text, next_line(text, stop))
        line = text[begin:end]
        words = line.lstrip(" \t")
        if lead["hashes"]:
            goes_on = not re.match(rf"#{{1,{len(lead['hashes'])}}}[ \t]", words)
        elif marker.strip():
            goes_on = len(line) - len(words) > indent or not words.strip()
        else:
            goes_on = is_bold and words.startswith(_BULLETS)
        if not goes_on:
            break
        stop = end
    return stop
