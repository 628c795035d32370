"""Whether a hypothesis says why the practice should work: if the PM practises X, then Y, *because Z*."""

from __future__ import annotations

import re

from pmcoach_lint.regex import regex

_BECAUSE = regex(
    r"\b(?:because|since|as (?:it|this|that|they|he|she|the|each|every|a|an|no|we|nobody|soon|long)|due to|owing to"
    r"|thanks to|given that|in that|so that|so (?:it|they|the|each|every|nobody|no one|that)|in order to|as a result"
    r"|which (?:\w+ )?(?:makes?|means?|lets?|forces?|gives?|shows?|turns?|keeps?|builds?|creates?|removes?|leads?"
    r"|allows?|enables?|exposes?|reveals?|reduces?|increases?|requires?|trains?|brings?|helps?|is|are|will|has|have)"
    r"|(?:this|that|it) (?:makes?|means?|lets?|forces?|gives?|shows?|turns?|keeps?|builds?|removes?|allows?|enables?"
    r"|exposes?|reveals?|works?|trains?|requires?|brings?|helps?|way)|by (?:then|that time) \w+|for the reason"
    r"|the (?:reason|mechanism|logic|idea|theory)(?: is|:)|why:|through (?:the|which|that|this|repeated|being|seeing)"
    r"|(?:forcing|making|letting|giving|showing|turning|exposing|revealing|removing|allowing|enabling|leaving"
    r"|requiring|bringing|meaning|causing) \w+|when(?:ever)? (?:the|a|an|each|every) \w+ (?:is|are|has|have)"
    r"|once (?:the|a|an|each|it|they)|the more|it['’]s (?:harder|easier)|therefore|thereby|thus|hence|in turn|has to"
    r"|have to|must|no longer|instead of|with \w+ (?:\w+ )?\w+ed|rests on|depends on|only (?:if|when))\b",
    re.IGNORECASE,
)
_BY_DOING = regex(r"(?<!^)(?<![.!?] )\b(?:by|through) (?:\w+ )?\w+ing\b", re.IGNORECASE)
_SECOND_THOUGHT = regex(r"(?:[:;.!?]|\s[–—-]|—)\s*(?:\w+[^\s\w]*\s+){2,}\w+")
_FOR = regex(r",\s*(?:for|as|and so|so)\s+\w+", re.IGNORECASE)


def names_mechanism(hypothesis: str) -> bool:
    """Whether a hypothesis gives a reason, in any of the many words for it.

    A second sentence, or what follows a colon or a dash, counts as one. So does “by comparing”, unless the hypothesis
    begins with it: there it is the practice.
    """
    text = " ".join(hypothesis.split())
    return " because " in text or any(form.search(text) for form in (_BECAUSE, _BY_DOING, _FOR, _SECOND_THOUGHT))
