"""Whether evidence says what somebody could have seen, or only what somebody thinks."""

from __future__ import annotations

from collections.abc import Iterable

from pmcoach_lint.coaching.parts import Node
from pmcoach_lint.readers.people import HANDLES
from pmcoach_lint.regex import anycase

_OPINION = anycase(
    r"\b(?:seems?|seemed|appears? to|feels?|felt|feelings?|hunch|intuition|gut|i think|we think"
    r"|in my (?:view|opinion)|opinions?|impressions?"
    r"|perceived|perception|known (?:for|to)|reputation|everybody|everyone|general(?:ly)?|overall|always|never|often"
    r"|usually|typically|tends? to|lacks?|lacking|struggles?|weak(?:er|ness)?|poor|bad at|not (?:good|great|strong) at"
    r"|not (?:very |really )?\w+ enough|too \w+|isn['’]t|is not|needs? to|should|could be (?:more|better)"
    r"|obvious(?:ly)?|common knowledge|no evidence needed|unsure|insecure|unstructured|reactive|disorgani[sz]ed)\b"
)
_WORK = (
    r"\b(?:prds?|rfcs?|specs?|specifications?|briefs?|memos?|decks?|slides?|docs?|document|notes|minutes|drafts?"
    r"|roadmap|backlog|tickets?|requirements|user stor(?:y|ies)|emails?|mails?|e-mails?|messages?|threads?|update"
    r"|summary|report|analysis of|board|dashboard|canvas|one-pagers?|pre-?reads?"
    r"|proposal|post-?mortems?|retros?(?:pectives?)?|debriefs?|log|review|interviews?|surveys?|tests?|experiments?"
    r"|prototypes?|launch|releases?|incidents?|escalations?|decision|demos?|calls?|meeting|workshop"
    r"|standup|session|presentation|council|quotes?|feedback from|templates?|artifacts?|artefacts?)\b"
)
"""Pieces of work that can be looked up, and occasions on which something was seen."""

_SEEN = anycase(
    r"\d|[“”\"«»]|(?<!\w)['‘]|\[[^\]]+\]\(|https?:"
    r"|\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|monday|tuesday|wednesday|thursday|friday|yesterday|last|this|first|second|third"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|half|none of|twice|once|quarter|sprints?|weeks?|months?)\b"
    rf"|{_WORK}"
    r"|\b(?:said|asked|told|wrote|sent|showed|shown|shipped|launched|decided|chose|presented|missed|skipped|cut|named"
    r"|answered|explained|opened|closed|left|took|gave|brought|raised|dropped|ran|drew|built|changed|reopened"
    r"|complained|reported|proposed|rejected|agreed|refused|forgot|postponed|cancell?ed|delivered|interviewed)\b"
)
_WAITS = anycase(r"\bwaits? (?:to be told|for (?:instructions|direction|guidance))\b")
"""What somebody is said to do all the time: that something is “told” in it shows nothing."""
_HEARD = anycase(
    r"\W*(?:(?:general|overall|informal|verbal|negative|critical|repeated|consistent|some|recent)\s)*"
    r"(?:feedback|comments?|complaints?|remarks?|input)"
    r"\s(?:from|by|of)\s(?:(?:several|various|multiple|many|some|different|other|a few|the|key|senior|our)\s)*"
    r"(?:stakeholders?|people|colleagues|peers|teams?|engineers|designers|leaders|leadership|managers?|executives|others"
    r"|the business|partners|customers|users)\W*"
)
"""That somebody has said something, and not what: it can be looked up nowhere."""
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = anycase(
    rf"\b\d{{4}}-\d\d(?:-\d\d)?\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?{_MONTH}|\b{_MONTH} (?:\d{{1,2}}\b|\d{{4}}\b)"
)
"""A day, or a month with its year: enough to look something up."""
_PIECE = anycase(
    rf"{_WORK}|\b(?:lists?|plans?|epics?|tables?|sheets?|case|forms?|model|stud(?:y|ies)|notices?|announcements?|posts?"
    r"|updates|summaries|reports|letters?|newsletters?|articles?|guides?|runbooks?|agendas?|wikis?|transcripts?"
    r"|recordings?|charters?|scorecards?|syncs?|all-hands|one-on-ones?|1:1s?|kick-?offs?|off-?sites?|check-ins?|planning"
    r"|refinements?|meetings|sessions|workshops|decisions|presentations|quarterly|qbr|okrs?|hand-?overs?)\b"
)
_LABELLED = anycase(
    r"\A\W*assum\w+|\(assum\w+|\b(?:only|we|i|an|our) assum\w+|\bassumed? (?:so far|until|for now|level)"
    r"|\b(?:thin|provisional(?:ly)?|hypothes[ie]s|uncertain|unconfirmed|unverified|to be (?:confirmed|checked)"
    r"|not (?:yet )?(?:seen|observed|confirmed|verified)|self-(?:assessment|report\w*)|own account|hearsay|unknown)\b",
    near="thin provisional assum hypothes uncertain unconfirmed unverified unknown confirmed checked seen observed "
    "verified self- account hearsay",
)


_FEW = anycase(
    r"\b(?:one|1|single|only (?:two|2)|few|hardly any|little|limited) (?:\w+ )?(?:examples?|cases?|instances?|data"
    r"|evidence|observations?|occasions?|data ?points?|samples?)\b|\b(?:seen|observed) (?:only )?once\b|\bonly once\b"
)
"""Words by which a gap, or a confidence, says that there are few examples behind it."""

_LOW = ("low", "thin", "weak", "uncertain", "unsure", "not sure")
"""How a confidence begins that is a low one, in small letters."""


def is_opinion(node: Node, works: Iterable[str] = ()) -> bool:
    """Whether a line of evidence, or an entry of the log, holds an opinion and nothing that could be seen.

    It is no opinion when it names a piece of work, a day, a number, somebody's words or something that was done; or
    when it says itself that it is thin. What is neither clearly seen nor clearly an opinion is not one.

    Args:
        node: the line, or the entry.
        works: other words for pieces of work that can be seen.
    """
    if isinstance(node.value, dict) and (node.value.get("date") or node.value.get("artifact")):
        return False
    text = HANDLES.sub(" ", node.text("evidence"))
    if _HEARD.fullmatch(text):
        return True
    text = _WAITS.sub("always", text)
    if not _OPINION.search(text) or _SEEN.search(text) or is_labelled(text):
        return False
    folded = text.casefold()
    return not any(work.casefold() in folded for work in works)


def is_labelled(text: str) -> bool:
    """Whether a text says of itself that there is little behind it."""
    return bool(_LABELLED.search(text))


def says_thin(row: Node) -> bool:
    """Whether a row of the assessment says that there is little behind its level: in its gap, or by low confidence."""
    return is_labelled(row.text("gap")) or row.text("confidence").casefold().startswith(_LOW)


def says_few(row: Node) -> bool:
    """Whether a row of the assessment says that few examples are behind its level: in its gap, or its confidence."""
    return any(_FEW.search(row.text(name)) for name in ("gap", "confidence"))


def names_day(text: str) -> bool:
    """Whether a text names a day, or a month with its year."""
    return bool(_DAY.search(text))


def names_work(text: str) -> bool:
    """Whether a text names a piece of work, or an occasion, that something was seen in."""
    return bool(_PIECE.search(text))
