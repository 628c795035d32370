"""Whether somebody is passed over: a step goes to whom they report to, or is taken without those whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.language.cues import Cues
from pmcoach_lint.language.excuses import is_excused
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Source, Span

_RANKS = (
    ("ceo", "board", "managing director", "founder", "chief executive", "executive board"),
    ("coo", "cfo", "cto", "cpo", "cio", "cmo", "chief product officer", "chief operating officer"),
    ("vp", "director", "vice president"),
    ("head", "lead", "manager", "sponsor", "group pm"),
)
"""How high somebody stands, by the word for it; who is named first stands above the others."""

_TITLE = "|".join(title for titles in _RANKS for title in titles)
_BOSS = rf"(?:(?:the|her|his|their|your|my|our|a) )?(?:[\w-]+ ){{0,2}}?(?:{_TITLE})(?:-\w+)?(?: of \w+| product\b)?"
_TOP = rf"(?:the |their |your )?(?:{'|'.join((*_RANKS[0], *_RANKS[1]))})\b"
_OTHERS = (
    rf"(?:(?:the|her|his|their|your|my|our|both|all) )?(?:[\w-]+ )?(?:pms?|team|squad|engineers?|designers?"
    rf"|{_TITLE})(?:-\w+)?(?: of [\w ]{{1,30}}?)?"
    r"|pm-\w+(?: and pm-\w+)?"
)
_NEAR = r"[^.;|\n]{0,50}?"

_PASSED = anycase(
    r"\bover (?:the|her|his|their|your|pm-\w+(?:'|’)s|the \w+(?:'|’)s) heads?\b"
    rf"|\bbehind {_BOSS}(?:'|’)s back\b"
    rf"|(?<!\bstop )\b(?:bypass(?:es|ing)?|circumvent(?:s|ing)?) (?:{_BOSS})\b"
    rf"|\bskip(?:s|ping)? {_BOSS}(?=\W*(?:\Z|[,.;|\n]))"
    rf"|\b(?:{_OTHERS}) (?:need not|needn(?:'|’)t|(?:do|does) not (?:need|have) to|(?:is|are) not (?:yet )?to"
    rf"|should not|shall not|must not)"
    r" (?:yet )?(?:be (?:yet )?)?(?:involved|told|informed|know|included)\b"
    rf"|\b(?:{_OTHERS}) (?:will )?(?:only )?(?:hears?|learns?|(?:is|are|be|gets?) (?:informed|told))\b{_NEAR}"
    r"\b(?:(?:when|once|after) (?:it|this|everything) (?:is|has been) (?:decided|signed|done|final|agreed)"
    r"|after the (?:fact|decision))\b"
    rf"|\b(?:{_OTHERS}) (?:will )?(?:only )?(?:hears?|learns?|(?:is|are|be|gets?) (?:informed|told))\b{_NEAR}"
    r"\bafterwards(?=[*_\s]*(?:[^\w\s*]|\Z|\n))"
    rf"|\b(?:{_OTHERS}) (?:is|are|(?:will )?be) presented\b{_NEAR}\bwith the finished\b"
    rf"|\b(?:{_OTHERS}) (?:is|are|stays?|will be) (?:\w+ )?(?:left|kept) (?:out(?: of (?:it|this|the loop))?\b"
    rf"|in the dark)"
    rf"|\b(?:goes?|going|takes?|turns?|brings?)\b{_NEAR}\bstraight to {_TOP}"
    rf"|\b(?:to|with|ask|asks)\W{{1,6}}{_BOSS}\b{_NEAR}\bwithout (?:(?:waiting for|asking|telling|involving"
    rf"|informing) )?{_BOSS}"
    rf"|\bif\b[^.;|\n]{{0,40}}?\b(?:no(?! \w+ (?:is|are|comes|has|was)\b)|not now|hesitates?|refuses?|declines?"
    r"|disagrees?)\b[^.;|\n]{0,70}?"
    rf"(?:\b(?:straight|directly) to {_BOSS}|\bto {_BOSS} (?:directly|instead)\b)"
    rf"|\bcop(?:y|ies) (?:\w+ )?to {_TOP}{_NEAR}\b(?:speed|push|press|pressure|accelerate)\w*"
    r"|\b(?P<boss>(?:her|his|their|pm-\w+(?:'|’)s) (?:own )?(?:boss|superior|manager(?:'|’)s manager)(?: directly"
    r"| first| instead))\b"
)
_FIRST = anycase(
    rf"\b(?:to|with)\W{{1,6}}(?P<above>{_BOSS})\b[^.;|\n]{{0,50}}?\bbefore (?:(?:i|we|it"
    rf"|pm-\w+) [^.;|\n]{{0,30}}?)?(?P<below>{_BOSS})(?=\s*(?:[^\w\s]|\Z|\n)"
    r"|\s(?:and|or|is (?:told|asked|informed|involved)|has|have|knows?|hears?|sees?|saw|learns?|agrees?)\b)"
)
_LABEL = anycase(r"with\W{2,6}")
_OF_THEIR_OWN = anycase(r"\b(?:pm-\w+|lead-\w+|s?he|they|the pms?)\b")
"""Whose boss it is that somebody turns to: that is the way that it goes."""
_PLAIN = (
    "over the head, over her head, over his head, over their heads, bypass, bypasses, bypassing, straight to, "
    "has seen, without waiting for, manager's manager, left out of, kept out of, in the dark, behind the"
)
_CUES = Cues(_PLAIN)
"""One of them is in whatever passes somebody over, as far as that is told in plain words; few packs have any."""

_CLIENT_CUES = Cues(
    f"{_PLAIN}, need not, not to be, not need to, not have to, afterwards, is decided, is signed, "
    "with the finished, left out, kept out, should not, must not, shall not, skip, skips, skipping, circumvent, "
    "circumvents, without cpo, without coo, without cto, without vp, without head, without lead, without my, "
    "without the, without their, without her, without his, without asking, without telling, without involving, "
    "without informing, directly, instead, speed up, superior, boss, before i, before we, before the, before my, "
    "before her, before his, before their, before pm, after the decision"
)
"""The same of documents for clients, where a conversation that goes another way is planned in many words."""


def passed_over(source: Source, start: int, *, for_client: bool) -> Iterator[Span]:
    """Where a text behind `start` says that somebody is passed over: the first words of each sentence that does."""
    for around in (_CLIENT_CUES if for_client else _CUES).sentences(source, start):
        found = _PASSED.search(source.text, *around)
        if found and found["boss"] and _OF_THEIR_OWN.search(source.text, around[0], found.start()):
            continue
        early = _FIRST.finditer(source.text, *around) if found is None else ()
        first = next((one for one in early if _rank(one["above"]) < _rank(one["below"])), None)
        span = found.span() if found else (first.start("above"), first.end()) if first else None
        if found and (label := _LABEL.match(found[0])):
            span = (found.start() + label.end(), found.end())
        if span and not is_excused(source.folded, *span):
            yield span


def _rank(title: str) -> int:
    """How far from the top somebody stands whose title holds a word of one of the ranks."""
    words = f" {title.casefold().replace('-', ' ')} "
    return next(
        (place for place, titles in enumerate(_RANKS) if any(f" {one} " in words for one in titles)), len(_RANKS)
    )
