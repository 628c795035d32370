"""Whether a bet says why it matters."""

from __future__ import annotations

from pmcoach_lint.coaching.parts import BETS, Node, nodes_at
from pmcoach_lint.coaching.vague import REASON
from pmcoach_lint.doctypes import PACK
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.nearest import short
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import rule

_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 80
"""In characters; who writes more than that has given a reason."""


@rule("PMC728", severity=Severity.WARNING)
def why_says_nothing(document: Document) -> Offences:
    """Why a bet matters is told in words that hold for any bet: “It is important”, “good practice for every PM”.

    Words of the bet's own name, and of its competency, count for nothing either: “communication is key”.

    Why it matters:
        In week five something else is urgent. What is only important gives way to it; what costs four weeks a quarter
        does not.

    What to do:
        Say what went wrong without it, or what the company needs it for: a piece of evidence, a date, a figure.

    Bad:
        ## 3) Shared Vision

        ### B1: Frame first

        **Why it matters:** It is a key skill for every product manager

    Good:
        ## 3) Shared Vision

        ### B1: Frame first

        **Why it matters:** Two of the last three projects solved a problem that nobody had
    """
    for bet in nodes_at(document, BETS) if document.is_a(PACK) else ():
        why = bet.value.get("why")
        if isinstance(why, str) and len(why) <= _LONGEST and REASON.is_all_of(_beside_name(why, bet)):
            message = f"“{short(why)}” holds for any bet, and gives no reason for this one."
            hint = "Say what went wrong without it, or what it is needed for: a piece of evidence, a date, a figure."
            yield offence(document, bet.at("why"), message, hint)


def _beside_name(why: str, bet: Node) -> str:
    """What is said of a bet but for the words of its name."""
    own = {word.casefold() for word in _WORD.findall(f"{bet.text('bet')} {bet.text('competency')}")}
    return " ".join(word for word in _WORD.findall(why) if word.casefold() not in own)
