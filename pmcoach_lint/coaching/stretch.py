"""Whether a stretch assignment is real work, or training beside the work."""

from __future__ import annotations

import re

from pmcoach_lint.regex import regex

_TRAINING = regex(
    r"\W*(?:(?:please|optionally|also|first|the pm|pm)\s+(?:should |will |to )?)?"
    r"(?:(?:read|study|skim|re-?read|work through|finish)\b[^.;]*\b(?:books?|articles?|chapters?|blogs?|posts?|papers?"
    r"|newsletters?|summar(?:y|ies)|classics|literature)\b"
    r"|(?:watch|listen to)\b[^.;]*\b(?:talks?|videos?|webinars?|podcasts?|recordings? of (?:a )?(?:talk|conference))\b"
    r"|(?:take(?! over| on| up| part)|attend|complete|join|enrol(?:l)?|sign up|book|visit|go to|follow|do|finish|get"
    r"|earn|pass|obtain)\b"
    r"[^.;]*\b(?:courses?|trainings?|certifica\w+|certified|webinars?|bootcamps?|boot camps?|conferences?|meetups?"
    r"|e-?learnings?|mooc|masterclass(?:es)?|seminars?|classes|reforge|coursera|udemy)\b"
    r"|(?:an? )?(?:online |external |advanced |internal )?(?:courses?|trainings?|certification|webinars?)\b)",
    re.IGNORECASE,
)
_MADE_UP = regex(
    r"\b(?:hypothetical|fictional|fictitious|imaginary|made-up|invented|mock(?:ed)?|simulated|simulation|toy|dummy"
    r"|practice) (?:\w+ )?(?:cases?|compan(?:y|ies)|products?|scenarios?|problems?|projects?|pitch(?:es)?|briefs?"
    r"|roadmaps?|strateg(?:y|ies)|exercises?|presentations?|stakeholders?|decisions?)\b"
    r"|\b(?:case stud(?:y|ies) (?:of|about|on|from) (?:an?other|a famous|a well-known|an external|other)"
    r"|harvard case|kata|interview (?:question|case)s?)\b",
    re.IGNORECASE,
)
_HINTS = (
    "book", "article", "chapter", "blog", "post", "paper", "newsletter", "summar", "classics", "literature", "talk",
    "video", "webinar", "podcast", "recording", "course", "training", "certif", "bootcamp", "boot camp", "conference",
    "meetup", "learning", "mooc", "masterclass", "seminar", "classes", "reforge", "coursera", "udemy",
    "hypothetical", "ficti", "imaginary", "made-up", "invented", "mock", "simulat", "toy", "dummy", "practice", "case",
    "kata", "interview",
)  # fmt: skip
"""One of them is in whatever the two patterns match; most assignments have none, and need no pattern compiled."""

_REAL_TOO = regex(
    r"\b(?:then (?:apply|use|run|lead|present|decide)|and (?:apply|use|run|lead|present|rewrite|decide|change|bring)"
    r"|appl(?:y|ied|ying)|live|real|current|our|own|launch\w*|roll-?out\w*"
    r"|releas\w+|customers?|clients?|next (?:quarter|council|release|planning)|before the actual)\b",
    re.IGNORECASE,
)


def is_beside_the_work(assignment: str) -> bool:
    """Whether an assignment is plainly a course, a book or a made-up case, and nothing of it is used at work."""
    folded = assignment.lower()
    if not any(hint in folded for hint in _HINTS):
        return False
    found = _TRAINING.match(assignment) or _MADE_UP.search(assignment)
    return bool(found) and not _REAL_TOO.search(assignment)
