"""The coach in what a PM is to do alone: habits that need them, and criteria that they decide."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Span

_THE_COACH = anycase(
    r"(?:\A[\W_]*|\b(?:asks?|shows?|pings?|calls?|consults?|meets?|tells?|sends?|lets?|texts?|brings?|gives?) )"
    r"(?:me|us)\b|\b(?:with|to|by|past|through|at|from) (?:me|us|the coach)\b"
    r"|\b(?:the|a|her|his|their) coach\b(?! others)|\b(?:the |my )?fractional(?: pm)?\b|\bcoach (?:joins|signs|reads"
    r"|checks|approves)"
    r"|\bcoaching (?:(?:calls?|talks?|hours?|sessions?)? ?(?:each|every|on)\b|team)|\b(?:hour|minutes"
    r"|round) of coaching\b"
    r"|\b(?:our|the next|each) (?:coaching )?sessions?\b"
    r"|\bmy (?:\w+ )?(?:look|review|check|ok|feedback|read|approval|comments?|eyes|advice|opinion|recommendations?"
    r"|help|support|desk|hands)\b"
    r"|\bI (?:(?:always|also|then|have) )?(?:go|join|attend|sit|read|review|check|approve|sign|look|signed)\b"
)
"""That the coach takes part in what a PM is to do alone."""

_THEN_ALONE = anycase(
    r"\b(?:explains?|teach(?:es)?|how it went|monthly|quarterly|(?:once )?(?:a|each|every) (?:month|quarter)|without"
    r"|until|alone|afterwards|then"
    r"|no longer|not|instead|once|(?:first|last) (?:two|three|time|month|weeks?)|only|on (?:her|his|their) own|by"
    r" (?:herself|himself|themselves))\b"
)


def coach_in(text: str) -> Iterator[Span]:
    """The words by which the coach takes part, unless the text says that this ends, or is seldom."""
    return (found.span() for found in _THE_COACH.finditer(text) if not _THEN_ALONE.search(text))
