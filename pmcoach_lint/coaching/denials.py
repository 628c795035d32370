"""Whether a text says that there is nothing, or leaves open what there is."""

from __future__ import annotations

import re

from pmcoach_lint.regex import anycase

_NONE = anycase(
    r"(?:none|nothing|never|n/?a|not (?:applicable|needed|required|necessary|planned|any)"
    r"|no (?:weekly |stretch |coaching |artifact |artefact |directive )?(?:reps?|artifacts?|artefacts?|commitments?"
    r"|measure(?:ment|s)?|signals?|practice|support|work|assignments?|reviews?|review points?|exceptions?|prompts?"
    r"|questions?))"
    r"(?:[\s,]+(?:yet|needed|required|planned|for now|at this (?:stage|point|time)|this cycle|so far))*[\s.]*"
)
_NONE_BECAUSE = anycase(
    r"(?:none|n/?a)\s*(?:[,;:.(–—]|\s-\s|\b(?:as|since|because|for|in)\b)"
    r"(?!.*\b(?:except|unless|but|save|other than|apart|only)\b).*",
    re.DOTALL,
)


def says_none(text: str) -> bool:
    """Whether a text says no more than that there is nothing: “none”, “no reps planned”, “None, we trust people”."""
    text = text.strip()
    return text[:1] in ("n", "N") and bool(_NONE.fullmatch(text) or _NONE_BECAUSE.fullmatch(text))


_WHENEVER = (
    r"(?:as|when(?:ever)?|if|where(?:ver)?)\s(?:and when\s)?(?:needed|required|necessary|appropriate|possible"
    r"|applicable|it makes sense)|ad[- ]hoc|on demand|on request|as we go(?: along)?|as it comes"
)
_NEAR = "need requ necessary appropriate possible applicable sense hoc demand go comes"
_LEFT_OPEN = anycase(rf"\W*(?:only\s)?(?:{_WHENEVER})\W*", near=_NEAR)
_MOST_BEFORE = 5
_ENDS_OPEN = anycase(rf"\W*(?:[\w'’/-]+\s+){{0,{_MOST_BEFORE}}}(?:{_WHENEVER})\W*", near=_NEAR)


def leaves_open(text: str) -> bool:
    """Whether a text says no more than that something is done some time: “as needed”, “ad hoc”."""
    return bool(_LEFT_OPEN.fullmatch(text))


def ends_open(text: str) -> bool:
    """Whether a short text says of something only that it is done when it is needed: “We adjust as needed”."""
    return bool(_ENDS_OPEN.fullmatch(text))


_NO_RHYTHM = anycase(
    rf"\W*(?:[\w'’/-]+\s+){{0,{_MOST_BEFORE}}}?(?:{_WHENEVER}|by (?:arrangement|appointment)|flexib(?:le|ly)"
    r"|irregular(?:ly)?|sporadic(?:ally)?|occasional(?:ly)?|from time to time|now and then|depending on"
    r"|(?:no|without (?:an?|any)) (?:fixed|set|regular) (?:rhythm|cadence|schedule|slots?|dates?|days?)"
    r"|when(?:ever)? (?:there|it|time|we|they|one|both|either|the|pm|she|he|i|calendars?|something)\b)",
    near=f"{_NEAR} when arrange appoint flexib irregular sporadic occasion from now depending fixed set regular",
)
_REGULAR = anycase(
    r"\b(?:(?:bi-?)?weekly|daily|monthly|fortnight\w*|every|each|once|twice|per|alternate|weeks?"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\b|(?<![\w-])\d"
)


def sets_no_rhythm(text: str) -> bool:
    """Whether a text about when people meet says only that they will: “as needed”, “whenever there is time”."""
    return bool(_NO_RHYTHM.match(text)) and not _REGULAR.search(text)


_COACH = r"(?:i|we|(?:the |your |my )?(?:coach|lead|manager|mentor)|(?!pm-)(?:[a-z]+-){1,3}\d+)"
_WHEN = r"(?:when(?:ever)?|if|where(?:ver)?|any ?time|(?:every|each) time|as soon as|as long as|in case)"
_BY_THE_WAY = r"(?:\s(?:just|simply|already|really|clearly|personally))?"
_MIND = (
    r"(?:(?:do(?:es)? not|don(?:'|’)t|doesn(?:'|’)t) (?:agree|like)\b|disagrees?\b|knows? (?:the answer|better|a better"
    r"|what|how|which|where)\b"
    r"|(?:sees?|ha(?:s|ve)|knows?|finds?|thinks? of) (?:an?|the) (?:\w+ )?"
    r"(?:better|other|easier|faster|quicker|simpler|shorter|different|right|stronger)\b"
    r"|(?:sees?|ha(?:s|ve)|knows?|finds?) (?:another|the) (?:solution|way|answer|idea|view|opinion)\b"
    r"|(?:thinks?|feels?|believes?|finds?) (?:it|that|this|so|like)\b|wants? (?:to|it)\b|sees? fit\b"
    r"|(?:am|are|is|feels?|was|would be) (?:\w+ ){0,2}?(?:sure|certain|convinced|confident|comfortable|impatient"
    r"|of another opinion)\b"
    r"|ha(?:s|ve) (?:\w+ ){0,2}?(?:done|seen|solved|had) (?:it|this|that|such)\b|prefers?\b"
    r"|would (?:\w+ )?(?:do|decide|solve|write|have|prefer)\b|(?:'|’)d (?:\w+ )?(?:do|decide|solve|write|prefer)\b)"
)
_PM = r"(?:pm-\w+|the pm|my pm|s?he|they)"
_LEARNING = (
    r"(?:(?:is|are) (?:\w+ )?(?:unsure|uncertain|insecure|slow|stuck|not sure|about to (?:make a mistake|fail"
    r"|get it wrong"
    r"|go wrong)|wrong|hesitant|struggling)\b|hesitates?\b|struggles?\b|takes? (?:too |so )?long\b"
    r"|needs? too much time\b"
    r"|(?:wants?|needs?) (?:(?:me|us|for|an?|the|some|clear|more) )*"
    r"(?:it|answers?|advice|direction|guidance|help|solutions?|support)\b"
    r"|(?:gets?|becomes?|feels?) (?:\w+ )?(?:frustrated|impatient|nervous|insecure|lost|overwhelmed)\b"
    r"|(?:makes?|might make|could make) (?:a |an )?(?:\w+ )?mistakes?\b|gets? (?:it wrong|stuck)\b"
    r"|(?:does not|do not|doesn(?:'|’)t|don(?:'|’)t|cannot|can(?:'|’)t) (?:\w+ )?(?:know|find|see|come up|decide|get"
    r"|manage)\b"
    r"|(?:fails?|is unable|are unable) to\b)"
)
_EASE = (
    r"it helps\b|there is (?:an?|the) (?:\w+ )?(?:better|easier|quicker|simpler|faster|shorter) (?:way|option|solution)"
    r"|(?:things|it|the work|work|progress) (?:stops?|stalls?|slows?|(?:do(?:es)? not|don(?:'|’)t|doesn(?:'|’)t) \w+)\b"
    r"|(?:the )?(?:session|meeting|1:1|agenda) (?:runs|is running) (?:out of time|late|over)"
    r"|it(?: is|(?:'|’)s)? (?:just |simply )?(?:would be )?(?:faster|quicker|easier|simpler|more efficient|obvious"
    r"|clear what"
    r"|important|saves|matters|gets (?:difficult|hard|tough|important))\b"
    r"|(?:a|the|any) (?:decision|topic|meeting|case|question|matter) (?:is|seems|becomes) (?:\w+ )?(?:important"
    r"|difficult|hard|key|tricky)\b"
    r"|there is (?:\w+ )?(?:pressure|time pressure|disagreement|doubt)\b"
    r"|(?:my|the coach(?:'|’)s) (?:\w+ )?(?:experience|gut|instinct|feeling|intuition|view) (?:tells|says|differs"
    r"|suggests)\b"
    r"|(?:the )?(?:quality|result|work|outcome) (?:is|does) (?:not|n(?:'|’)t) (?:\w+ )?(?:what|good enough|as good"
    r"|meet my|up to)"
)
_THE_RULE = anycase(
    rf"\W*(?:always |only )?(?:{_WHEN}(?: {_COACH}{_BY_THE_WAY}(?: |(?=(?:'|’))){_MIND}"
    rf"|{_BY_THE_WAY} {_PM}{_BY_THE_WAY} {_LEARNING}"
    rf"|{_BY_THE_WAY} (?:things|one|you) (?:get|gets) (?:stuck|difficult|hard|tough)\b"
    rf"|{_BY_THE_WAY} (?:{_EASE}))"
    rf"|at (?:my|the coach(?:'|’)s|{_COACH}(?:'|’)s) (?:own )?discretion"
    r"|in (?:most|all|nearly all|many|important|difficult|key)(?: \w+)? (?:cases|decisions|situations|questions"
    r"|meetings|topics)\b).*",
    re.DOTALL,
    near="when where if time soon long case discretion decisions situations questions meetings topics",
)
_STATED = anycase(
    rf"\W*(?:{_PM}{_BY_THE_WAY} {_LEARNING}"
    r"|there is (?:an?|the) (?:\w+ )?(?:better|easier|quicker|simpler|faster|shorter) (?:way|option|solution)"
    rf"|{_COACH} (?:has|have) (?:\w+ )?(?:more|better|the) (?:experience|knowledge|insight|overview|idea)\b).*",
    re.DOTALL,
    near="unsure stuck slow wrong hesita struggl long want need frustrat nervous option solution experience insight",
)
"""The same without a word for when: “pm-07 is stuck”."""
_DANGER = anycase(
    r"\b(?:and|but|unless|except|risks?|risky|harm\w*|danger\w*|damag\w*|legal\w*|law|unlawful|illegal|safety"
    r"|unsafe"
    r"|privacy|data|contracts?|deadline|hours?|minutes|compliance|security|incidents?|outages?|regulat\w+|fraud"
    r"|ethic\w+|irreversible|undone|reversed?|urgent|emergenc\w+|customers?|patients?|breach\w*)\b"
)


def makes_it_the_rule(text: str) -> bool:
    """Whether an exception is one whenever the coach likes: “when I disagree”, “at the coach's discretion”."""
    return bool(_THE_RULE.fullmatch(text) or _STATED.fullmatch(text)) and not _DANGER.search(text)
