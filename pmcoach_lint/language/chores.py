"""Chores: texts whose work keeps delivery going, such as tickets, boards, minutes and invitations, and decides nothing.

A chore is told by its verb and what that is done to (`clean up the backlog`), or by what is handed over (`user stories
for onboarding`). A word of deciding, choosing or leading in the same text makes other work of it.
"""

from __future__ import annotations

from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Span

_HELD = (
    r"tickets?|(?:user )?stor(?:y|ies)|epics?|acceptance[ -]criteria|backlogs?|(?:jira|kanban|scrum|sprint|task"
    r"|roadmap) boards?"
    r"|jira|daily|dailies|daily (?:call|meeting)|stand-?ups?|sprint (?:plans?|plannings?|reviews?|ceremon(?:y"
    r"|ies)|goals?)"
    r"|release (?:notes?|calendars?|plans?|plannings?|schedules?)|rollout (?:calendars?|schedules?)"
    r"|status (?:updates?|reports?|mails?|e-?mails?|slides?|calls?|meetings?|lists?)|test cases?|wireframes?"
    r"|mock-?ups?|click dumm(?:y|ies)"
)
"""What delivery is made of."""

_KEPT = (
    r"labels?|minutes|notes of|(?:missing )?fields|wikis?|confluence|api endpoints|calendar invit\w+|invitations?"
    r"|invites|naming"
)
"""What is only kept in order."""

_SPECS = (
    r"specs?|(?:functional |technical )?specifications?|prds?|(?:product )?requirements(?: documents?)?"
    r"|feature lists?"
)
"""What a product manager writes for those who build it: work of its own, and no strategy."""

_KEEPING = (
    r"clean(?:s|ed|ing)?(?: up)?|tid(?:y|ies|ied|ying)(?: up)?|groom(?:s|ed|ing)?|refin(?:e|es|ed|ing)|sort(?:s"
    r"|ed|ing)?"
    r"|label(?:s|led|ling)?|renam(?:e|es|ed|ing)|migrat(?:e|es|ed|ing)|transfer(?:s|red|ring)?|maintain(?:s|ed"
    r"|ing)?"
    r"|updat(?:e|es|ed|ing)|fill(?:s|ed|ing)?(?: in| out)?|format(?:s|ted|ting)?|collect(?:s|ed|ing)?|gather(?:s"
    r"|ed|ing)?"
    r"|compil(?:e|es|ed|ing)|set(?:s|ting)? up|book(?:s|ed|ing)?|schedul(?:e|es|ed|ing)|send(?:s|ing)?(?: out)?"
    r"|sent"
    r"|t(?:ake|akes|ook|aking)|ke(?:ep|eps|pt)|document(?:s|ed|ing)?|clos(?:e|es|ed|ing)|clear(?:s|ed|ing)?"
    r"|finish(?:es|ed|ing)?|complet(?:e|es|ed|ing)|estimat(?:e|es|ed|ing)"
)
_MAKING = (
    r"wr(?:ite|ites|ote|iting|itten)|draft(?:s|ed|ing)?|creat(?:e|es|ed|ing)|prepar(?:e|es|ed|ing)|r(?:un|uns|an"
    r"|unning)"
    r"|moderat(?:e|es|ed|ing)|facilitat(?:e|es|ed|ing)|coordinat(?:e|es|ed|ing)|do(?:es|ing)?|did|produc(?:e|es"
    r"|ed|ing)"
)
_GAP = r"(?:\s+(?!so\b|to\b|that\b|by\b|for\b|with\b|in\b|from\b)[\w'’%/-]+){0,5}?\s+"
_DONE_BY = r"\W*(?:(?:the pm|pm-\w+|i|she|he|they|we)\s+(?:will\s+|should\s+)?)?"
_ACT = anycase(
    rf"{_DONE_BY}(?:(?:{_KEEPING}|{_MAKING}){_GAP}(?:{_HELD}|{_KEPT})"
    rf"|(?:format|polish|beautify|align|collect)\w*{_GAP}(?:decks?|slides?|presentations?)"
    rf"|(?:organi[sz]e|book|set up|schedule|coordinate)\w*{_GAP}(?:room|rooms|catering|travel|slots|releases?)"
    rf"|(?:collect|gather|compile|send out)\w*(?:\s+the|\s+all)?\s+status\b[\w ]*)\b"
)
_WROTE_SPECS = anycase(rf"{_DONE_BY}(?:{_KEEPING}|{_MAKING}){_GAP}(?:{_SPECS})\b")
_ENDS = r"(?=\s*(?:\Z|[(:;,.–—]|\s-\s|\b(?:for|in|on|of|per|from|until|before|incl\w*|covering|with|while|to|and|&)\b))"
_THING = anycase(
    rf"\W*(?:[\w'’/-]+\s+){{0,4}}?(?:{_HELD}|{_SPECS}|minutes)"
    rf"(?:\s+(?:sets?|lists?|documents?|packs?|packages?|breakdowns?|hygiene|grooming|refinement|set-?up"
    rf"|maintenance"
    rf"|facilitation|moderation|preparation|writing|estimation))?{_ENDS}"
)
_WITH_THINGS = anycase(
    r"\b(?:with|incl\w*|including)\s+(?:[\w'’-]+\s+){0,2}?(?:(?:all )?fields|mock-?ups?|wireframes?"
    r"|acceptance[ -]criteria|user stories)\b"
)
_NO_CHORE = anycase(
    r"\b(?:deci[ds]\w*|options?|trade-?offs?|argu\w+|defend\w*|propos\w+|recommend\w*|choos\w+|chose|select\w*"
    r"|pick\w*|drop\w*"
    r"|cuts?|kill\w*|remov\w+|stop\w*|declin\w+|reasons?|reasoning|why|strategy|strategies|synthes\w+|lead(?:s"
    r"|ing)?|led|own(?:s|ed)?"
    r"|present(?:s|ed|ing)?|persuad\w+|convinc\w+|negotiat\w+|outcomes?|hypothes\w+|coach\w*|teach\w*|themes?"
    r"|question(?:s|ed)?"
    r"|priorit(?:y|ies|i[sz]e\w*(?<!d)|i[sz]ing)|bets?|alone|without (?:me|us)|themselves|hand\w* over"
    r"|instead of|habit|templates?|assumptions?|renewals?"
    r"|churn|business|value|goals?|review(?:s|ed|ing)? (?:of|with|by)|(?:\w+ )?review habit|triage|criteria to"
    r"|run by|kept by|written by)\b"
)
"""Words by which a text is about more than keeping delivery going."""


def act_in(text: str) -> Span | None:
    """The words by which a text begins with a chore: `Clean up the backlog`; None where it is about more than that."""
    found = _ACT.match(text)
    return found.span() if found and not _NO_CHORE.search(text) else None


def delivery_in(text: str, told: str = "") -> bool:
    """Whether what is handed over, or was done, is a piece of delivery: a chore, specs, or a thing that holds them.

    So it is not where what is `told` about it is about more.
    """
    if _NO_CHORE.search(text) or _NO_CHORE.search(told):
        return False
    return bool(_ACT.match(text) or _WROTE_SPECS.match(text) or _THING.match(text) or _WITH_THINGS.search(text))


_DONE = anycase(
    rf"\b(?:{_HELD}|{_SPECS}|reports?|updates?)(?:\s+[\w'’-]+){{0,5}}?\s+(?:is|are|gets?|has been"
    rf"|have been)\s+(?:all\s+|fully\s+|now\s+)?"
    r"(?:sent(?: out)?\s+)?(?:punctual\w*|on time|complete\w*|finished|done|ready|estimated|groomed|refined"
    r"|final|up to date|written|filled|closed"
    r"|clean|sent out|shorter|finali[sz]ed)\b"
    rf"|\b(?:{_HELD})(?:\s+[\w'’-]+){{0,3}}?\s+(?:has|have)\s+(?:a|an)\s+(?:description|owner|label|estimate)\b"
    r"|\b(?:release|version|sprint)\s+[\w.]+\s+(?:ships|is shipped|goes live|is delivered|is out)\s+(?:on time"
    r"|in time|as planned)\b"
    r"|\b(?:reports?|updates?|mails?)\s+(?:goes?|go|comes?|are sent|is sent)\s+(?:out\s+)?(?:punctually|on time"
    r"|each|every|weekly)\b"
)
"""That delivery is in order, told as something that was reached."""


def done_in(text: str) -> Span | None:
    """The words by which a text says that delivery is in order: `all tickets are estimated`."""
    found = _DONE.search(text)
    return found.span() if found and not _NO_CHORE.search(text) else None
