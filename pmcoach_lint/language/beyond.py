"""What is out of somebody's reach, and what they leave out themselves: a constraint and a gap, by their grammar."""

from __future__ import annotations

from pmcoach_lint.language.notation import words_in
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Span

_BEGIN = r"(?:\A|[.;:,(]\s?)\W*"
_REACH = (
    r"(?:access|mandate|authority|permission|budget|clearance|licen[cs]es?|say|vote|seat|insight|analysts?|researchers?"
    r"|designers?|tools?|tooling|headcount|documentation|decision rights?|data|figures|numbers)"
)
_LET = r"(?:available|open|accessible|allowed|permitted|authori[sz]ed|entitled|invited|shared|provided|given)"
_BEYOND = anycase(
    rf"\b(?:(?:has|have|had|having|gets?|with|there (?:is|are)) no (?:\w+ )?{_REACH}\b(?! (?:on|in) the )"
    r"|(?:no|without(?: any)?|lacks?|lack of|missing) (?:access|mandate|authority|permission|budget|clearance"
    r"|decision rights?|documentation)\b"
    rf"|(?<!that )(?<!which )(?:is|are|was|were) (?:not |never )(?:\w+ )?{_LET}\b"
    r"|(?:is|are|was|were) (?:closed|off limits|out of bounds|reserved|up to"
    r"|(?:decided|owned|set|fixed|held|controlled) by|in the hands of|the decision of|cut|frozen)\b"
    r"|belongs? to (?:the |an? )?\w+|do(?:es)? not allow|forbids?|forbidden|prohibit(?:s|ed)?|undocumented"
    r"|not documented|comes? (?:only )?(?:once|twice) a (?:month|quarter|year))"
    rf"|{_BEGIN}(?:no (?:\w+ )?{_REACH}|not (?:\w+ )?{_LET})\b",
    near="access mandate authori permi budget clearance licen vote insight analyst research tooling headcount document "
    "data figures numbers available open entitled invited shared allow closed limits bounds reserved decided owned "
    "held controlled frozen belong forbid prohibit quarter month",
)
_ASKED = anycase(r"\b(?:who|which function|by whom|asks?|says?|names?|knows?|tells?|shows?)\b")
"""That something is out of reach may be what the PM finds out, or does not."""
_LEARNS = anycase(
    r"\b(?:must|has to|have to|needs? to|should|ought to) (?:still )?(?:learn|get used|get better|become|work on"
    r"|improve|take (?:the |more )?(?:initiative|ownership|responsibility))\b"
    r"|\bcounts? (?:(?:this|it|these|that|them) )?(?:towards|as|to|into|for) (?:a |the |an )?(?:[\w-]+ )?(?:gap|skill)",
    near="learn used better become work improve initiative ownership responsib gap skill",
)
_LEAVES_OUT = anycase(
    rf"{_BEGIN}(?P<who>(?:pm-\w+|the pm|s?he) )?(?:does not|doesn['’]t|never|rarely|seldom|forgets to|fails to)"
    r" (?P<verb>\w+)",
    near="does doesn never rarely seldom forget fail",
)
_HAPPENS = words_in("have get receive know hear own decide see reach exist allow need want belong apply")
"""What somebody does not do because it is not theirs to do."""
_CAUSE = anycase(
    r"\b(?:because|as|since|until|while|when|before|unless|due to|owing to|for lack|that is why|so)\b|[:;–—]"
)


def beyond_in(text: str) -> Span | None:
    """Where a text says that something is out of somebody's reach: no access, no mandate, decided by others."""
    found = _BEYOND.search(text)
    return found.span() if found and not _ASKED.search(text, 0, found.start()) else None


def learning_in(text: str) -> Span | None:
    """Where a text says that somebody has to learn something, or counts it as a gap."""
    found = _LEARNS.search(text)
    return found.span() if found else None


def left_out_in(text: str, *, by_name: bool = False) -> Span | None:
    """Where a text says what somebody leaves out, and no cause for it; of the PM alone where others are told of."""
    found = _LEAVES_OUT.search(text)
    if found is None or found["verb"].casefold() in _HAPPENS or (by_name and not found["who"]):
        return None
    return None if _CAUSE.search(text, found.end()) else found.span()


def left_out_by_the_pm(text: str) -> Span | None:
    """The same of the PM, by handle or pronoun."""
    return left_out_in(text, by_name=True)
