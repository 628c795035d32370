"""Rules about levels of the value ladder and the multiples that are told with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmcoach_lint.doctypes import ASSESSMENT, ENGAGEMENT, LOG, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.standards import LadderLevel
from pmcoach_lint.syntax.source import Offence, fold

_READ = (ASSESSMENT, PROPOSAL, LOG, ENGAGEMENT, "evidence-portfolio")
_ONE = r"\d{1,2}(?:[.,]\d{1,2})?"
_FIGURE = rf"(?P<low>{_ONE})(?:\s?[x×]?\s?(?:-|–|to)\s?(?P<high>{_ONE}))?\s?[x×](?![\w/])"
_BEHIND = regex(
    rf"[*_\"”]{{0,3}}\s?(?:\(\s?(?:[^\W\d]+ )?|[,:=]\s|at\s|[—–-]\s)[*_]{{0,2}}{_FIGURE}(?=\s*[)*_,.;|/]|\s*$)",
    re.MULTILINE,
)
"""The multiple that stands right behind the name of a level: `Strategic Advisor (2–3x)`."""


@rule("PMC604", severity=None)
def multiple_of_another_level(document: Document, options: Options) -> Offences:
    """A level of the value ladder is told with a multiple that is not its own.

    The multiples are those of the value ladder, or of your team's copy of it. One that lies within the range of the
    level, or meets it, is let pass.

    Why it matters:
        The level says what the client gets, the multiple what they pay. Where the two do not go together, the client
        keeps the lower one in mind, or doubts both.

    What to do:
        Correct the multiple, or the level.

    Bad:
        ---
        type: value-assessment
        client: northwind
        ---

        ## Current Value Position

        ### Value Ladder Position

        - **Current Level**: Staff Aug (1x)
        - **Target Level**: Strategic Advisor (1.5x)

    Good:
        ---
        type: value-assessment
        client: northwind
        ---

        ## Current Value Position

        ### Value Ladder Position

        - **Current Level**: Staff Aug (1x)
        - **Target Level**: Strategic Advisor (2–3x)
    """
    if document.type not in _READ:
        return
    for level, match in _told(document, options.standards.value_ladder):
        low, high = float(match["low"].replace(",", ".")), float((match["high"] or match["low"]).replace(",", "."))
        worth = level.multiplier
        if worth is None or (low <= worth.high and high >= worth.low):
            continue
        span = (match.start("low"), match.end())
        told = document.text[slice(*span)].strip()
        others = [other.level for other in options.standards.value_ladder if _is_of(other, low, high)]
        message = f"A {level.level} is worth {worth.text} on the value ladder, not {told}."
        hint = f"{told} is what a {others[0]} is worth." if others else ""
        yield Offence(span, message, f"Correct the multiple, or the level. {hint}".strip())


def _told(document: Document, ladder: tuple[LadderLevel, ...]) -> Iterator[tuple[LadderLevel, re.Match[str]]]:
    """The levels that are named with a multiple behind them, each with that."""
    small = fold(document.text)
    for level in ladder:
        name, at = fold(level.level), document.body
        while (at := small.find(name, at)) >= 0:
            at += len(name)
            if match := _BEHIND.match(document.text, at):
                yield level, match


def _is_of(level: LadderLevel, low: float, high: float) -> bool:
    """Whether a multiple is that of a level."""
    return level.multiplier is not None and level.multiplier.low <= low and high <= level.multiplier.high
