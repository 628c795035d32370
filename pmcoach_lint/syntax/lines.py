"""Where the lines of a text begin and end, whatever ends them: a line feed, a carriage return, or both."""

from __future__ import annotations

from pmcoach_lint.regex import regex

LINE_END = regex(r"\r\n|\n|\r")
SENTENCE_END = regex(r"[.;!?]\s|\n")
"""Where a sentence ends, for whatever asks what stands in the same one."""


def line_begin(text: str, at: int) -> int:
    """Where the line begins in which `at` stands."""
    begin = text.rfind("\n", 0, at) + 1
    stop = at - 1 if text.startswith("\r\n", at - 1) else at  # both signs belong to the line that they end
    return text.rfind("\r", begin, stop) + 1 or begin


def line_end(text: str, at: int) -> int:
    """Where the line ends in which `at` stands: before its line break."""
    return found.start() if (found := LINE_END.search(text, at)) else len(text)


def next_line(text: str, at: int) -> int:
    """Where the line begins that follows the one in which `at` stands: behind its line break."""
    return found.end() if (found := LINE_END.search(text, at)) else len(text)


def line_around(text: str, start: int, end: int | None = None) -> tuple[int, int]:
    """The span of the whole line of `text` that holds `start`, or of the lines to the one that holds `end`."""
    return (line_begin(text, start), line_end(text, start if end is None else end))


def with_line_feeds(text: str) -> str:
    """A text with a line feed for each line break."""
    return LINE_END.sub("\n", text)


def line_break(text: str, at: int) -> str:
    """The line break that is used around `at`: the next one, else the last one in front, else a line feed."""
    found = LINE_END.search(text, at)
    return found[0] if found else ["\n", *LINE_END.findall(text)][-1]
