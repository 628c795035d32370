"""How many weeks of a cycle are worked in, where its days alone tell how long it is: `eight working weeks`."""

from __future__ import annotations

import re

from pmcoach_lint.readers.unreadable import IN_WORDS, in_digits
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_WORKED = regex(
    rf"(?<![\w.,/-])(?P<weeks>\d{{1,2}}|{IN_WORDS})[ -]"
    r"(?:(?:working|work|active|net)[ -](?:weeks?|wks?)|weeks?\sof\swork)\b",
    re.IGNORECASE,
    near="week wk",
)
_SHORTEST = 4
_MOST_OFF = 4
"""So many weeks off there may be in a cycle, be it for holidays or a freeze."""


def working_weeks(text: str, body: int, reckoned: int) -> tuple[int, Span] | None:
    """How many weeks are worked in of the weeks `reckoned` from the first to the last day, and where that is told.

    None where the text from `body` on does not say so, or more than one number of them.
    """
    told = [(int(in_digits(match["weeks"])), match.span()) for match in _WORKED.finditer(text, body)]
    told = [(weeks, span) for weeks, span in told if max(_SHORTEST, reckoned - _MOST_OFF) <= weeks <= reckoned]
    return told[0] if len({weeks for weeks, _ in told}) == 1 else None
