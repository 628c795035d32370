"""What a document refers to and does not hold: a session, an option, an appendix."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from pmcoach_lint.binding.references import AT_ITS_END
from pmcoach_lint.doctypes import PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.language.said import Said, said_at
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.lines import SENTENCE_END
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
_TO = r"(?:\b(?:see|in|of|to|per|from|by|under|with|following|using|on|as)[ \t]+(?:the[ \t]+)?|\((?:see )?)"
_KINDS = "|".join(sorted(AT_ITS_END))
_APPENDIX = anycase(
    rf"(?:{_TO}|[;:.(—–][ \t]+(?=\w+[ \t]\w[ \t](?:makes|shows|lists|holds|has|gives|tells|contains|explains)\b))"
    rf"(?P<all>(?P<kind>{_KINDS})[ \t]+(?P<name>[A-Z]|\d))\b"
    r"(?![ \t]*(?:\(|of|to|in|from|[’']s)(?:[ \t]|\b))"
)
_HELD = anycase(
    rf"(?:^|\|)[\W_]*(?:the )?(?:(?P<many>(?:{_KINDS})e?s|appendices)|{_KINDS})\b(?:[ \t]+(?P<name>[A-Z]|\d)\b)?",
    re.MULTILINE,
)
_FIRST = ("a", "1")
"""How the only one may be called that has no name where it stands."""
_WITH_IT = anycase(
    r"\b(?:briefs?|prds?|contracts?|sow|proposals?|reports?|papers?|decks?|notes?|handbooks?|guides?|ladders?|models?|polic\w+"
    r"|assessments?|agreements?|specs?|documents?|e\d+)\b[^.;,|()]{0,25}\Z"
)
_APART = anycase(r"\b(?:attach\w*|separate\w*|files?|links?|e-?mail\w*|sent|enclosed|pdf|xlsx|deck)\b")


def unheld(document: Document) -> Iterator[tuple[Span, str]]:
    """Where a document refers to something that it should hold and does not, and how the author calls it."""
    if document.is_a(PLAN):
        yield from _sessions(document)
    if document.is_a(PROPOSAL):
        for said in said_at(document, "recommendation"):
            yield from _named(document, said, _OPTION)
    if not document.source.words.isdisjoint(AT_ITS_END):
        yield from _appendices(document)


def _sessions(document: Document) -> Iterator[tuple[Span, str]]:
    """Sessions by number that come behind the last one."""
    held = len(document.data.get("sessions", ()))
    for said in said_at(document, *_IN_PLAN) if held > 1 else ():
        for match, sentence in _with_sentences(_SESSION, said.text):
            if int(match["number"]) > held and not _PERHAPS.search(sentence):
                yield said.span(*match.span()), match[0]


def _named(document: Document, said: Said, pattern: re.Pattern[str]) -> Iterator[tuple[Span, str]]:
    """Options and the like by name of which the document has no other word."""
    found = [*_with_sentences(pattern, said.text)]
    times = Counter(match[0] for match, _ in found)
    for match, sentence in found:
        if times[match[0]] > 1 or _APART.search(sentence) or document.standing.count(match[0]) > 1:
            continue
        kind, name = re.escape(match["kind"]), re.escape(match["name"])
        others = rf"(?i:\b{kind}s?[ \t]+(?:[A-Z]|\d)\b)|(?m:^[\W_]*{name}\b)|\W{name}[).:]"
        if not re.search(others, document.standing.replace(match[0], "")):
            yield said.span(match.start("kind"), match.end()), said.text[match.start("kind") : match.end()]


def _appendices(document: Document) -> Iterator[tuple[Span, str]]:
    """The appendices that are referred to, each once, where no line begins with the name of one."""
    held: dict[str, bool] = {}
    for match, sentence in _with_sentences(_APPENDIX, document.standing):
        name = match["all"].casefold()
        if held.get(name) or _APART.search(sentence.replace(match["all"], "")) or _is_of_another(document, match):
            continue
        if name not in held and not _holds(document.standing, match):
            yield match.span("all"), match["all"]
        held[name] = True


def _holds(text: str, match: re.Match[str]) -> bool:
    """Whether a line, or a cell, begins with the appendix that is referred to, or one with all of them."""
    name, found = match["name"].casefold(), [*_HELD.finditer(text)]
    held = {(one["name"] or "").casefold() for one in found}
    if name in held or any(one["many"] for one in found) or (held == {""} and name in _FIRST):
        return True
    return name.isalpha() and re.search(rf"(?im:^[\W_]*{name}[).:])", text) is not None


def _is_of_another(document: Document, match: re.Match[str]) -> bool:
    """Whether what is referred to is a part of a document that was looked at: a brief, a contract, the evidence."""
    place = document.whereabouts.at(match.span("all"))
    is_evidence = place is not None and place[0][:1] == ("assessment",)
    return is_evidence or bool(_WITH_IT.search(document.standing, max(0, match.start() - 40), match.start()))


def _with_sentences(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], str]]:
    """What matches a pattern in a text, each with the sentence around it."""
    found = [*pattern.finditer(text)]
    cuts = [0, *(end.end() for end in SENTENCE_END.finditer(text)), len(text)] if found else []
    for match in found:
        behind = bisect_right(cuts, match.start())
        yield match, text[cuts[behind - 1] : cuts[behind]]
