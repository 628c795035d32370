"""Chores: texts whose work keeps delivery going, such as tickets, boards, minutes and invitations, and decides nothing.

A chore is told by its verb and what that is done to (`clean up the backlog`), or by what is handed over (`user stories
for onboarding`). A word of deciding, choosing or leading in the same text makes other work of it.
"""

from __future__ import annotations

from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Span

_HELD = (
    r"tickets?|user stor(?:y|ies)(?! maps?)|(?<!success )(?<!customer )stories(?! (?:of|from)\b)"
    r"|epics?|acceptance[ -]criteria|backlogs?|(?:jira|kanban|scrum|sprint|task"
    r"|roadmap) boards?"
    r"|jira|daily|dailies|daily (?:call|meeting)|stand-?ups?|sprint (?:plans?|plannings?|reviews?|ceremon(?:y"
    r"|ies)|goals?)"
    r"|sprint reports?|release (?:notes?|calendars?|plans?|plannings?|schedules?)|rollout (?:calendars?|schedules?)"
    r"|status (?:updates?|reports?|mails?|e-?mails?|slides?|calls?|meetings?|lists?)|test cases?|wireframes?"
    r"|mock-?ups?|click dumm(?:y|ies)"
)
"""What delivery is made of."""

_KEPT = (
    r"labels?|minutes|roadmap tools?|bug reports?|notes of|(?:missing )?fields|wikis?|confluence|api endpoints"
    r"|calendar invit\w+|invitations?"
    r"|invites|naming"
)
"""What is only kept in order."""

_SPECS = (
    r"specs?|(?:functional |technical )?specifications?|prds?|(?:product )?requirements(?: documents?)?"
    r"|feature lists?"
)
"""What a product manager writes for those who build it: work of its own, and no strategy."""

_KEEPING = (
    r"(?:clean|tid[iy]|groom|refin|sort|label|renam|migrat|transfer|maintain|updat|fill|format|collect|gather|compil"
    r"|book|schedul|send|document|clos|clear|finish|complet|estimat|keep)"
    r"(?:e|es|ed|ing|s|ies|ied|y|ying)?(?: up| in| out)?"
    r"|set(?:s|ting)? up|sent|t(?:ake|akes|ook|aking)|kept"
)
_MAKING = (
    r"(?:writ|draft|creat|prepar|moderat|facilitat|coordinat|produc)(?:e|es|ed|ing|s)?|wrote|runs?|ran|running|do|does"
    r"|did|doing"
)
_NEAR = (
    "ticket stor epic criteria backlog board jira daily dailies stand sprint release rollout status test "
    "wireframe mock  click label minutes note field wiki confluence api invit naming deck slide presentation room "
    "catering travel slot"
)
_THERE = r"(?:attend(?:s|ing)?|join(?:s|ing)?|sit(?:s|ting)? in(?: on)?|tak(?:e|es|ing) part in|answer(?:s|ing)?)"
_GAP = r"(?:\s+(?!(?:so|to|that|by|for|with|in|from|of|on|about|behind|whose)\b)[^\s.;|]+){0,5}?\s+"
_DONE_BY = r"\W*(?:(?:the pm|pm-\w+|i|she|he|they|we)\s+(?:will\s+|should\s+)?)?"
_ACT = anycase(
    rf"{_DONE_BY}(?:(?:{_KEEPING}|{_MAKING}){_GAP}(?:{_HELD}|{_KEPT})(?!\s+(?:that|which|whose)\b)"
    rf"|(?:format|polish|beautify|align|collect)\w*{_GAP}(?:decks?|slides?|presentations?)"
    rf"|(?:organi[sz]e|book|set up|schedule|coordinate)\w*{_GAP}(?:room|rooms|catering|travel|slots|releases?)"
    rf"|(?:collect|gather|compile|send out)\w*(?:\s+the|\s+all)?\s+status\b[\w ]*)\b",
    near=_NEAR,
)
_WROTE_SPECS = anycase(rf"{_DONE_BY}(?:{_KEEPING}|{_MAKING}){_GAP}(?:{_SPECS})\b")
_SAT_IN = anycase(rf"{_DONE_BY}{_THERE}{_GAP}(?:{_HELD}|{_KEPT})\b")
_DONE_AS_NOUN = anycase(
    r"\W*(?:(?:my|the|daily|weekly|regular|ongoing|further|full) )*(?:preparation|coordination|moderation|facilitation"
    r"|maintenance|administration|documentation|creation|drafting|triage|processing|answering|participation|attendance)"
    r"\s(?:of|in|at|the)\b|\W*(?:\w+ )?(?:ticket|bug|backlog|request) triage\b"
)
"""Chores as proposals name them: `Coordination of the squads`."""
_ENDS = r"(?=\s*(?:\Z|[(:;,.–—]|\s-\s|\b(?:for|in|on|of|per|from|until|before|incl\w*|covering|with|while|to|and|&)\b))"
_THING = anycase(
    rf"\W*(?:[\w'’/-]+\s+){{0,4}}?(?:{_HELD}|{_SPECS}|minutes|(?:squad|team) meetings|meeting notes"
    rf"|retros?(?:pectives)?)"
    rf"(?:\s+(?:clean-?up|sets?|lists?|documents?|packs?|packages?|breakdowns?|hygiene|grooming|refinement|set-?up"
    rf"|maintenance"
    rf"|facilitation|moderation|preparation|writing|estimation))?{_ENDS}"
)
_WITH_THINGS = anycase(
    r"\b(?:with|incl\w*|including)\s+(?:[^\s.;|]+\s+){0,2}?(?:(?:all )?fields|mock-?ups?|wireframes?"
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
    r"|churn|business|value|goals?|problems?|experiments?|opportunit(?:y|ies)|patterns?"
    r"|analys[ei]s|interviews?|weigh\w*|review(?:s|ed|ing)? (?:of|with|by)|(?:\w+ )?review habit|triage|criteria to"
    r"|run by|kept by|written by)\b"
)
"""Words by which a text is about more than keeping delivery going."""


_VERBS = (
    "clean", "tid", "groom", "refin", "sort", "label", "renam", "migrat", "transfer", "maintain", "updat", "fill",
    "format", "collect", "gather", "compil", "book", "schedul", "sen", "document", "clos", "clear", "finish", "complet",
    "estimat", "keep", "kept", "set",
    "tak", "took", "writ", "wrote", "draft", "creat", "prepar", "moderat",
    "facilitat", "coordinat", "produc", "run", "ran", "do", "did", "polish", "beautif", "align", "organi",
)  # fmt: skip
"""How one of the first words of a chore begins; most assignments begin otherwise, and need no pattern compiled."""

_FIRST_WORDS = 4


def act_in(text: str) -> Span | None:
    """The words by which a text begins with a chore: `Clean up the backlog`; None where it is about more than that."""
    first = text[:60].lower().replace("*", " ").replace("_", " ").split()[:_FIRST_WORDS]
    found = _ACT.match(text) if any(word.startswith(_VERBS) for word in first) else None
    return found.span() if found and not _NO_CHORE.search(text) else None


def delivery_in(text: str, told: str = "") -> bool:
    """Whether what is handed over, or was done, is a piece of delivery: a chore, specs, or a thing that holds them.

    So it is not where what is `told` about it is about more.
    """
    if _NO_CHORE.search(text) or _NO_CHORE.search(told):
        return False
    return is_chore(text) or bool(_DONE_AS_NOUN.match(text) or _THING.match(text) or _WITH_THINGS.search(text))


def is_chore(text: str) -> bool:
    """Whether a text says by its verb that it keeps delivery going: `Clean up the backlog`, `Answer the tickets`."""
    begins = _ACT.match(text) or _WROTE_SPECS.match(text) or _SAT_IN.match(text)
    return bool(begins) and not _NO_CHORE.search(text)


_OF_DELIVERY = anycase(rf"\W*(?:[\w'’/-]+\s+){{0,2}}?(?:{_HELD}){_ENDS}")


def is_of_delivery(text: str) -> bool:
    """Whether what is handed over is a thing of which delivery is made, and no specs: user stories, release notes."""
    return bool(_OF_DELIVERY.match(text))


_DONE = anycase(
    rf"\b(?:{_HELD}|{_SPECS}|reports?|updates?)(?:\s+[^\s.;|]+){{0,5}}?\s+(?:(?:is|are|gets?|ha(?:s|ve) been)\s+"
    r"(?:\w+\s+){0,2}?(?:punctual\w*|on time|complete\w*|finished|done|ready|estimated|groomed|refined|final|up to date"
    r"|written|filled|closed|shorter|finali[sz]ed)|ha(?:s|ve)\s+an?\s+(?:description|owner|label|estimate)"
    r"|(?:goes?|comes?)\s+(?:out\s+)?(?:punctually|on time|each|every|weekly))\b"
    r"(?!\s+(?:after|with|without|so|once|only|to|because|from|in (?:half|less)|enough)\b)"
    r"|\b(?:release|version|sprint)\s+[\w.]+\s+(?:ships|is shipped|goes live|is delivered|is out)\s+(?:on|in) time\b",
    near="ticket stories epic criteria backlog jira dailies standup stand-up sprint release rollout status wireframe "
    " spec prd requirement punctual",
)
"""That delivery is in order, told as something that was reached."""


_STATES = (
    "complete", "finished", " done", "ready", "estimated", "groomed", "refined", " final", "up to date", "written",
    "closed", "punctual", "on time", "in time", "shorter", "description", "an owner", "goes out", "go out",
)  # fmt: skip
"""One of them is in whatever tells that delivery is in order."""


def done_in(text: str) -> Span | None:
    """The words by which a text says that delivery is in order: `all tickets are estimated`."""
    folded = text.lower()
    found = _DONE.search(text) if any(state in folded for state in _STATES) else None
    return found.span() if found and not _NO_CHORE.search(text) else None
