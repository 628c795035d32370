"""The Markdown parser, and what it sees in a text, with offsets in characters."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from pmcoach_lint.regex import regex

if TYPE_CHECKING:
    import pyromark

LONE_RETURN = regex(r"\r(?!\n)")
"""The line end of old Macs, which the parser does not take for one everywhere."""


@cache
def _parser() -> pyromark.Markdown:
    import pyromark  # noqa: PLC0415 - takes as long as ten modules of ours, and plain sections need no parser

    return pyromark.Markdown()


def _one_for_one(error: UnicodeError) -> tuple[str, int]:
    """Stand in for each character outside ASCII by one letter, so that byte offsets are character offsets."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "x" * (error.end - error.start), error.end


codecs.register_error("pmcoach.one-for-one", _one_for_one)


def events(text: str, start: int, end: int) -> Iterator[Any]:
    """The events of the parser for `text` from `start` to `end`, each with where it stands behind `start`."""
    section = text[start:end]
    if "\r" in section:
        section = LONE_RETURN.sub("\n", section)  # blocks of HTML do not end at such a line end
    return _parser().events_with_range(section.encode("ascii", "pmcoach.one-for-one").decode("ascii"))


def ranges(text: str, offset: int = 0) -> Iterator[tuple[str, int, int]]:
    """Everything that the parser sees in `text` from `offset` on, by the parser's name for it, with start and end."""
    for event, where in events(text, offset, len(text)):
        for what, value in event.items() if type(event) is dict else ():
            name = what if what != "Start" else value if type(value) is str else next(iter(value))
            if what != "End":
                yield name, where["start"] + offset, where["end"] + offset
