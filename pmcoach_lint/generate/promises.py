"""Which promises of the coach are open: those for each week, and those of one time that nothing shows to be kept."""

from __future__ import annotations

import re

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.regex import regex
from pmcoach_lint.weekly.standing import Standing

_AGAIN = regex(
    r"\b(?:each|every|weekly|fortnightly|monthly|daily|always|per|a (?:week|fortnight|month)|within|whenever)\b",
    re.IGNORECASE,
)
_WEEK = regex(
    r"\b(?:in|during)\s+(?:weeks?|wks?|w)\.?\s?(?P<week>\d{1,2})\b(?!\s*(?:[-,&+]|–|and|to)\s*\d)",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W_]{3,}")
_FEWEST = 2
"""So many words of a step make certain which promise is meant."""

_COMMON = frozenset(("the", "and", "for", "with", "from", "that", "this", "into", "get", "give", "one", "two", "our"))


def is_kept(promise: str, standing: Standing) -> bool:
    """Whether a promise of one time is no longer open on the day of the session.

    A next step in the same words is ticked, or the week that it is for has passed. What comes back is always open.
    """
    if _AGAIN.search(promise):
        return False
    return _is_past(promise, standing) or any(words <= _words(promise) for words in _ticked(standing))


def _is_past(promise: str, standing: Standing) -> bool:
    """Whether the one week in which it was to be kept has passed; what is due by a day is open until it is ticked."""
    weeks = [int(match["week"]) for match in _WEEK.finditer(promise)]
    return standing.cycle is not None and len(weeks) == 1 and weeks[0] < standing.cycle.week_of(standing.session_day)


def _ticked(standing: Standing) -> list[frozenset[str]]:
    """The words of each next step that is done, of those with enough of them."""
    steps = value_at(standing.chain.pack, ("closing", "next_steps")) or ()
    done = [_words(str(step.get("step", ""))) for step in steps if step.get("done") is True]
    return [words for words in done if len(words) >= _FEWEST]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _COMMON
