"""What the errors of a YAML parser say to a reader who has never heard of YAML."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.lines import line_begin

_QUOTES = 'Put the whole value in quotes: key: "value".'
MORE = ("More follows after the end of the values.", "Keep to one “key: value” on each line.")
"""Message and hint for what stands below the end of the YAML."""

_NO_PAIR = ("This line has no “key: value” form.", "Write a key, a colon, a space, a value.")
_PLAIN_WORDS = (
    ("mapping values are not allowed", "A second colon stands in this value.", _QUOTES),
    ("cannot start any token", "A value may not begin with this character.", _QUOTES),
    ("unexpected end of stream", "A quotation mark is opened and never closed.", "Close it at the end of the value."),
    (
        "unexpected document indicator",
        "A quotation mark is opened and never closed.",
        "Close it at the end of the value.",
    ),
    ("expected ',' or", "A list in brackets is not closed, or lacks a comma.", "Write it as [one, two]."),
    ("did not find expected node content", "The brackets of a list do not fit together.", "Write it as [one, two]."),
    ("unknown escape character", "There is no such escape with a backslash.", "Use single quotes instead."),
    ("did not find expected key", "This line does not fit the lines above it.", "Begin every key at the line's start."),
    ("did not find expected '-'", "This line does not fit the list above it.", "Begin each entry of a list with “- ”."),
    ("expected <document start>", *MORE),
    ("alphabetic or numeric character", "A value may not begin with & or *.", _QUOTES),
    (
        "block sequence entries",
        "A list begins on the line of its key.",
        "Write each entry on a line of its own: “- entry”.",
    ),
    ("mapping keys are not allowed", "A value may not begin with a question mark and a space.", _QUOTES),
    ("comment or line break", "A value may not begin with | or >.", _QUOTES),
)
_AT_ITS_BEGINNING = (
    "unexpected end of stream",
    "unexpected document",
    "could not find expected ':'",
    "expected ',' or",
)
"""Errors that the parser notices long after the place where they are made, which it gives as the context."""

_PAIR = regex(r"[^:]*:(?:[ \t]|$)|[ \t]*(?:-|#|$)")


def plain_words(error: Any, text: str) -> tuple[int, str, str]:
    """What a YAML error in `text` says to a reader who has never heard of YAML: its offset, message and hint."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(words in problem for words in _AT_ITS_BEGINNING):
        mark = error.context_mark
    offset = min(mark.index, len(text)) if mark else 0
    if text[offset : offset + 1] == "\t" or "tab character" in problem:
        return offset, "A tab stands where the line's indentation should be.", "Use spaces instead of the tab."
    begin = line_begin(text, offset)
    if "mapping values are not allowed" in problem and ":" not in text[begin:offset]:
        return _above(text, begin, offset)
    if "could not find expected ':'" in problem:
        return _no_pair(text, offset)
    if "did not find expected" in problem and text[begin:offset].rstrip()[-1:] in ("'", '"'):
        return offset, "More follows after the closing quotation mark.", _QUOTES
    for words, message, hint in _PLAIN_WORDS:
        if words in problem:
            return offset, message, hint
    return offset, f"This is not valid YAML: {problem}.", "Keep to lines of the form “key: value”."


def _above(text: str, begin: int, offset: int) -> tuple[int, str, str]:
    """What to say where the line at `begin` is taken for more of the line above: that one may be at fault."""
    above = line_begin(text, max(begin - 1, 0))
    line = text[above : max(begin - 1, 0)].rstrip()
    if not line or line[0].isspace() or _PAIR.match(line):
        message = "This line does not fit the line above it."
        return offset, message, "Begin every key at the line's start, as “key: value”."
    return _no_pair(text, above)


def _no_pair(text: str, start: int) -> tuple[int, str, str]:
    """What to say of the line at `start`, which is no `key: value`."""
    line = text[start:].splitlines()[0] if start < len(text) else ""
    if ":" in line:
        return start + line.index(":"), "A space is missing after the colon.", _NO_PAIR[1]
    return start, *_NO_PAIR
