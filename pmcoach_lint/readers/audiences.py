"""Who may see a document, as people write it who do not know our words for it."""

from __future__ import annotations

import re

from pmcoach_lint.audience import PRIVATE, is_visibility
from pmcoach_lint.names import HANDLE
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.regex import regex

_PERSONS = (
    r"coach(?:ee|es)?|pms?|me|us|we|you|lead(?:er)?s?|managers?|boss(?:es)?|sponsors?|mentors?|skip[ -]levels?"
    r"|team leads?|(?:head|director|vp) of product|hr"
)
_JOINTS = (
    r"just|only|both|two|the|our|my|his|her|their|and|or|between|for|of|shared|visible|to|with|nobody else|confidential"
)
_FEW = regex(rf"(?:(?:{_PERSONS}|{_JOINTS}|private|{HANDLE})(?![\w:])[\s,;+&/()-]*)+\.?", re.IGNORECASE)
_NAMED = regex(rf"\b(?:{_PERSONS}|private|confidential|{HANDLE})\b", re.IGNORECASE)


def read_visibility(text: str, context: Context) -> str:
    """Who may see a document: `private`, `internal`, `team:checkout`; or persons, as in `coach and PM only`, `just us`.

    Who names single persons means that it is on no site, so that this is `private`. Anything else stays as it is: the
    schema then says what it should be.
    """
    if is_visibility(text):
        return text
    said = text.strip()
    for name in context.people:
        said = said.replace(name, "me")
    return PRIVATE if _FEW.fullmatch(said) and _NAMED.search(said) else text
