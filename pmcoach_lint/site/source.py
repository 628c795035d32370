"""Changes to Markdown before it is rendered: comments go, raw HTML becomes text, labels stay labels.

All places here are byte offsets, as the parser gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pyromark
from pyromark import Options

from pmcoach_lint.names import LINE_BREAK
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.meant import is_ruled_off

OPTIONS = Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS | Options.ENABLE_FOOTNOTES
_OPENING, _CLOSING = b"<!--", b"-->"
_NO_LINE_BREAK = regex(rb"<(?!br\s*/?>)", re.IGNORECASE)
_DASH_LINE = regex(rb"(?:\r\n|\n|\r)(?=(?P<before>[ \t>]*)(?P<dashes>-+)[ \t]*(?:\r\n|\n|\r|\Z))")
_LABEL = regex(rb"[ \t>]*(?:\*\*|__)(?P<label>[^*_\r\n]{1,60}?)(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*:)")

_MOST_ROUNDS = 10

Edit = tuple[int, int, bytes]
"""A stretch of the text, and what stands there instead."""


def is_line_break(html: str) -> bool:
    """Whether `html` is the one tag that has a meaning in a document: `<br>`."""
    return LINE_BREAK.fullmatch(html.strip()) is not None


def without_comments(text: str, keep: re.Pattern[str] | None = None) -> str:
    """The text without its HTML comments, which may hold private notes; those shown as code stay.

    A comment that is never closed takes all that follows with it. Those that `keep` matches are kept.
    """
    if "<!--" not in text:
        return text
    data = text.encode()
    code = iter([*_code(text), (len(data), len(data))])
    shown = next(code)
    kept: list[bytes] = []
    begin = place = 0
    while (start := data.find(_OPENING, place)) >= 0:
        while shown[1] <= start:
            shown = next(code)
        if shown[0] <= start or _is_escaped(data, start):
            place = start + 1
            continue
        end = data.find(_CLOSING, start + 2)
        if keep and end >= 0 and keep.fullmatch(data[start : end + len(_CLOSING)].decode()):
            place = end + len(_CLOSING)
            continue
        kept.append(data[begin:start])
        if data[max(start - 1, 0) : start] in (b"<", b"!", b"-"):
            kept.append(b" ")  # or what stands around the comment could become one
        begin = place = len(data) if end < 0 else end + len(_CLOSING)
    return b"".join([*kept, data[begin:]]).decode()


def inert(text: str) -> str:
    """The text with raw HTML as text, and with what its author meant where CommonMark reads something else.

    A label directly above a lone `-`, and running text directly above `---`, get a blank line below them, or they
    would be a heading. A label at the beginning of a line begins one on the page as well.
    """
    for _ in range(_MOST_ROUNDS):
        edits = sorted(_edits(text, text.encode()))
        if not edits:
            return text
        text = _edited(text.encode(), edits)  # which may have let other HTML out of what held it
    return _NO_LINE_BREAK.sub(b"&lt;", text.encode()).decode()


def _edited(data: bytes, edits: list[Edit]) -> str:
    pieces, begin = [], 0
    for start, end, instead in edits:
        pieces += [data[begin:start], instead]
        begin = end
    return b"".join([*pieces, data[begin:]]).decode()


def _edits(text: str, data: bytes) -> Iterator[Edit]:
    for event, start, end in _events(text):
        if event == "SoftBreak":
            if _LABEL.match(data, end):
                yield (start, start, b"\\")
            continue
        what, value = next(iter(event.items())) if isinstance(event, dict) else (event, None)
        if what in ("InlineHtml", "Html"):
            for match in _NO_LINE_BREAK.finditer(data, start, end):
                yield (match.start(), match.end(), b"&lt;")
        elif what == "Start" and isinstance(value, dict) and "Heading" in value:
            yield from _labels(data, start, end)


def _labels(data: bytes, start: int, end: int) -> Iterator[Edit]:
    """The blank line between a text and the dashes below it, where CommonMark sees a heading in the two."""
    if data[start:end].lstrip(b" \t").startswith(b"#"):
        return
    for match in _DASH_LINE.finditer(data, start, end):
        lines = [line.decode().strip(" \t>") for line in data[start : match.start()].splitlines()]
        dashes = match["dashes"].decode()
        if dashes == "-" or is_ruled_off([line for line in lines if line], dashes):
            yield (match.end(), match.end(), match["before"].rstrip() + b"\n")


def _code(text: str) -> list[tuple[int, int]]:
    """Where the text shows code, in order."""
    return [
        (start, end)
        for event, start, end in _events(text)
        if isinstance(event, dict) and ("Code" in event or _starts_code(event))
    ]


def _starts_code(event: dict[str, Any]) -> bool:
    tag = event.get("Start")
    return isinstance(tag, dict) and "CodeBlock" in tag


def _is_escaped(data: bytes, offset: int) -> bool:
    """Whether an odd number of backslashes stands before `offset`."""
    first = offset
    while data[first - 1 : first] == b"\\":
        first -= 1
    return (offset - first) % 2 == 1


def _events(text: str) -> Iterator[tuple[Any, int, int]]:
    for event, place in pyromark.events_with_range(text, options=OPTIONS):
        yield event, place["start"], place["end"]
