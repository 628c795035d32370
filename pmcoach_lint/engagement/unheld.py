"""What a document for a client refers to and does not hold: a session, an option, an appendix."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmcoach_lint.doctypes import ASSESSMENT, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.language.said import Said, said_at
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Span

_IN_PLAN = (
    "sessions.technique",
    "sessions.practice",
    "sessions.outcome",
    "transfer.frameworks.item",
    "transfer.habits.item",
    "metrics.metric",
    "metrics.timeframe",
    "graduation.criterion",
)
_SESSION = anycase(r"\bsession (?P<number>\d{1,2})\b(?! of\b)")
_PERHAPS = anycase(
    r"\b(?:if|optional\w*|extra|further|additional|added|perhaps|maybe|may|might|could|would|follow-?up|last|previous|earlier"
    r"|former|next cycle|first cycle|another)\b"
)
_OPTION = anycase(r"\b(?P<kind>option|variant|scenario|package)[ \t]+(?P<name>[A-Z]|\d)\b(?! (?:of|in|from|as) )")
_APPENDIX = anycase(r"\bsee[ \t]+(?:the )?(?P<kind>appendix|annex)[ \t]+(?P<name>[A-Z]|\d)\b")
_APART = anycase(r"\b(?:attach\w*|separate\w*|files?|links?|e-?mail\w*|sent|enclosed|pdf|xlsx|deck)\b")
_SENTENCE = re.compile(r"[.;!?]\s|\n")


def unheld(document: Document) -> Iterator[tuple[Span, str]]:
    """Where a document refers to something that it should hold and does not, and how the author calls it."""
    if document.is_a(PLAN):
        yield from _sessions(document)
    if document.is_a(PROPOSAL):
        for said in said_at(document, "recommendation"):
            yield from _named(document, said, _OPTION)
    if document.type in (PLAN, PROPOSAL, ASSESSMENT):
        whole = Said((), 0, document.standing, document.standing, "")
        yield from _named(document, whole, _APPENDIX)


def _sessions(document: Document) -> Iterator[tuple[Span, str]]:
    """Sessions by number that come behind the last one."""
    held = len(document.data.get("sessions", ()))
    for said in said_at(document, *_IN_PLAN) if held > 1 else ():
        for match in _SESSION.finditer(said.text):
            if int(match["number"]) > held and not _PERHAPS.search(_sentence(said.text, match)):
                yield said.span(*match.span()), match[0]


def _named(document: Document, said: Said, pattern: re.Pattern[str]) -> Iterator[tuple[Span, str]]:
    """Options and the like by name of which the document has no other word."""
    for match in pattern.finditer(said.text):
        kind, name = re.escape(match["kind"]), re.escape(match["name"])
        others = rf"(?i:\b{kind}s?[ \t]+(?:[A-Z]|\d)\b)|(?m:^[\W_]*{name}\b)|\W{name}[).:]"
        rest = document.standing.replace(match[0], "")
        is_only = document.standing.count(match[0]) == 1 and not re.search(others, rest)
        if is_only and not _APART.search(_sentence(said.text, match)):
            yield said.span(match.start("kind"), match.end()), said.text[match.start("kind") : match.end()]


def _sentence(text: str, match: re.Match[str]) -> str:
    """The sentence around a match."""
    before = [end.end() for end in _SENTENCE.finditer(text, 0, match.start())]
    after = _SENTENCE.search(text, match.end())
    return text[before[-1] if before else 0 : after.start() if after else len(text)]
