"""The level that a text tells among other things: `Two were asked. Apply, I think`, `at **apply** on paper`."""

from __future__ import annotations

import re

from pmcoach_lint.readers.bloom import STYLES
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span

_NAMES = "|".join(sorted({*(name for names in STYLES.values() for name in names.values()), "Analyse", "Synthesise"}))
_VERBS = "|".join((*STYLES["verb"].values(), "Analyse", "Synthesise"))
_NUMBER = r"(?:L|[Ll]evel |[Ss]tep |[Ss]tage )[1-6]"
_END = r"(?=\s*(?:[.,;:!?)]|–|—|$)|\s(?:or better|or above|at (?:least|best|most)|for now|today|now)\b)"
_STANDS_OUT = regex(
    rf"(?:\*\*|__)(?P<bold>(?i:{_NAMES})|{_NUMBER})(?:\*\*|__)|(?<![*\w])[*_](?P<italic>(?i:{_VERBS})|{_NUMBER})[*_](?!\w)"
)
_BEFORE = r"\b(?:[Aa]t|say|call (?:it|this)|rate (?:it|this)|[Ll]evel(?: is)?:?)\s(?:an?\s(?:[a-z]+\s)?)?"
_SAID = regex(
    rf"{_BEFORE}(?P<named>(?:{_NAMES}|{_VERBS.lower()}|{_NUMBER})\b)"
    rf"|(?:(?<=[.!?]\s)|(?<=[.!?][”\"]\s)|\A)(?P<alone>(?:{_VERBS})|{_NUMBER}){_END}"
)


def level_within(text: str, span: Span) -> Span | None:
    """Where the text at `span` tells a level: the first that stands out, is said to be one, or begins a sentence alone.

    None where it tells none.
    """
    raw = text[slice(*span)]
    found: re.Match[str] | None = _STANDS_OUT.search(raw) or _SAID.search(raw)
    if found is None:
        return None
    start, end = found.span(found.lastgroup or 0)
    return span[0] + start, span[0] + end
