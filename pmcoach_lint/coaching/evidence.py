"""Whether evidence says what somebody could have seen, or only what somebody thinks."""

from __future__ import annotations

from collections.abc import Iterable

from pmcoach_lint.coaching.parts import Node
from pmcoach_lint.language.hearsay import MONTHS, has_hearsay, is_firm
from pmcoach_lint.language.notation import words_in
from pmcoach_lint.readers.people import HANDLES
from pmcoach_lint.regex import anycase, regex

_OPINION = anycase(
    r"\b(?:seems?|seemed|appears? to|feels?|felt|feelings?|hunch|intuition|gut|i think|we think"
    r"|in my (?:view|opinion)|opinions?|impressions?"
    r"|perceived|perception|known (?:for|to|in|across|among|as)|reputation"
    r"|everybody|everyone|in general|generally|overall|always|never|often"
    r"|usually|typically|tends? to|lacks?|lacking|struggles?|weak(?:er|ness)?|poor|bad at|not (?:good|great|strong) at"
    r"|not (?:very |really )?\w+ enough|too \w+|isn['’]t|is not|needs? to|should|could be (?:more|better)"
    r"|obvious(?:ly)?|common knowledge|no evidence needed|unsure|insecure|unstructured|reactive|disorgani[sz]ed)\b"
)
_WORK = (
    r"\b(?:prds?|rfcs?|specs?|specifications?|briefs?|memos?|decks?|slides?|docs?|document|notes|minutes|drafts?"
    r"|roadmap|backlog|tickets?|requirements|user stor(?:y|ies)|emails?|mails?|e-mails?|messages?"
    r"|(?<!lose the )(?<!loses the )threads?|update"
    r"|summary|report|analysis of|board|dashboard|canvas|one-pagers?|pre-?reads?"
    r"|proposal|post-?mortems?|retros?(?:pectives?)?|debriefs?|log|review|interviews?|surveys?|tests?|experiments?"
    r"|prototypes?|launch|releases?|incidents?|escalations?|decision|demos?|calls?|meeting|workshop"
    r"|stand-?up|session|presentation|council|quotes?|feedback from|templates?|artifacts?|artefacts?)\b"
)
"""Pieces of work that can be looked up, and occasions on which something was seen."""

_SEEN = anycase(
    r"\d|\((?:[ivx]{1,5}|[a-h])\)|[“”\"«»]|(?<!\w)['‘]|\[[^\]]+\]\(|https?:"
    rf"|\b(?:{MONTHS}|(?:of|in|since|by|from|last) May|monday|tuesday|wednesday|thursday|friday|yesterday|last|this"
    rf"|first|second|third"
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
    r"(?:stakeholders?|people|colleagues|peers|teams?|engineers|designers|leaders|leadership|managers?|executives"
    r"|others"
    r"|the business|partners|customers|users)\W*"
)
"""That somebody has said something, and not what: it can be looked up nowhere."""
_OFTEN = (
    r"(?:commonly|generally|widely|often|frequently|repeatedly|regularly|usually|broadly|internally|sometimes"
    r"|occasionally)"
)
_SIDE = (
    r"(?:people|others|everybody|everyone|colleagues|peers|stakeholders|the team|sales|finance|operations|ops|support"
    r"|legal|engineering|marketing|design|leadership|management|product|customers|users|carriers|partners|executives"
    r"|engineers|designers|procurement|compliance|service|care|(?:several|many|some|most|all|the) (?:\w+ )?\w+s)"
)
"""Those who are said to find something: a group, or a function."""
_HEARSAY = anycase(
    r"\b(?:(?:people|some|others|colleagues|peers|stakeholders|engineers|designers|the (?:team|leads|company))\b"
    r"[^.;:,]{0,40}?\b(?:keeps? )?(?:says?|saying|thinks?|feels?|believes?|knows?|agrees?|mention(?:s|ing|ed)?"
    r"|complain(?:s|ing)?|ha(?:s|ve) the (?:impression|feeling))\b"
    r"|(?:the )?word is\b|rumou?rs?\b(?! (?:pages?|features?|posts?)\b)"
    rf"|(?:it is )?{_OFTEN} (?:felt|said|known|thought|believed|mentioned|heard|noted|noticed|reported|discussed|seen"
    r"|perceived|raised|observed)\b|it is (?:felt|said|known|thought|believed)\b|(?:is|are) said to\b"
    r"|(?:apparently|supposedly|allegedly|reportedly|presumably|probably|obviously)\b"
    r"|(?:mentioned|known|discussed|heard) (?:around|across|throughout|all over"
    r"|by (?:several|many|some|all|others|the team|people))\b|talks? about (?:it|this)|hear(?:ing|d) (?:this|it|that)"
    r"|commented on by|told (?:me|us)|raised (?:this|it)|famous for|(?:can|could|will) (?:\w+ )?confirm\b"
    r"|(?:sees?|thinks?) (?:it|so|this)(?: the same)?(?: way)?\W*\Z|nothing (?:concrete|specific|to show)(?! in\b)"
    r"|comes up (?:again|often|everywhere)|no (?:doubt|question) about (?:it|this|that)"
    r"|there(?: is|['’]s) (?:a|the|some) (?:\w+ )?(?:perception|feeling|sense|impression|concern|view|talk) that\b"
    rf"|(?:is|are|was) (?:well |widely |generally )?known (?:for|as|to)\b"
    rf"|{_SIDE} (?:finds?|consider(?:s|ed)?|sees?|perceives?|regards?|thinks? of) (?:pm-\w+|the pm|her|him|them)"
    r" (?!in\b|at\b|on\b)"
    rf"|{_SIDE} (?:(?:describes?|calls?|experiences?) (?:pm-\w+|the pm|her|him|them) as"
    r"|(?:is|are|was|were|feels?|felt) (?:\w+ )?(?:unhappy|disappointed|annoyed|frustrated|irritated|dissatisfied"
    r"|tired of|fed up))\b"
    rf"|{_SIDE} (?:thinks?|feels?|believes?|assumes?) (?:that )?(?:pm-\w+|the pm|she|he)\b"
    rf"|{_SIDE} (?:will|would) (?:surely|certainly|probably|no doubt|undoubtedly|likely)"
    r" (?:say|agree|confirm|see|think|know)\b"
    r"|(?:was|were|is|are|has|have) (?:surely|certainly|probably|presumably|no doubt|undoubtedly) (?:not |never )?\w+"
    rf"|{_SIDE} (?:ha(?:s|ve) )?(?:often |repeatedly )?(?:complain(?:s|ed)?|moan(?:s|ed)?) about"
    r"|(?:an? )?(?:old|known|familiar) (?:story|topic|issue)\b)",
    near="told raised talk hear famous confirm sees nothing say think feel believ know agree mention complain feeling "
    "impression word rumo felt said thought heard note notic report discuss seen perceived observed apparent supposed "
    "alleg presum probab obvious certain surely undoubted find "
    "describe call experience unhappy disappoint annoyed frustrat irritat dissatisf tired fed consider "
    "see regard assumes moan concern view sense percep comes story topic issue doubt question",
)
"""Talk of which a sentence in a document for a client could do without proof, and a gap cannot."""

_DONE = anycase(
    r"\b(?!need\b|feed\b|indeed\b|speed\b)\w{2,}ed\b|\b(?:was|were|had|did|came|went|spoke|found|made|got|led|held"
    r"|met|kept|began|felt|built|rebuilt|knew|fell|(?<!gets )lost|saw|seen|spent|stood|taught|thought|understood|won"
    r"|written|shown|done|taken|given|grown|become|became|bought|caught|paid|put|read|set|sold|stuck|threw)\b"
)
"""That something has happened, in whatever words."""

_NAME = regex(r"[a-z,;] (?!PMs?\b|I\b)[A-Z]")
"""A word in capitals amid others: the name of a product, a team, a piece of work."""

_HABIT = anycase(
    r"\W*(?:(?:the )?(?:pm|she|he|they)\s)?"
    r"(?:(?:still|mostly|sometimes|frequently|rarely|seldom|hardly|barely|simply)\s)?"
    r"(?:(?:do|does|is|are|has|have|will|would)(?:\s+not|n['’]t)|cannot|can['’]t|rarely|seldom|hardly|barely|not an?"
    r"|(?!this\b|its\b|his\b|perhaps\b)[a-z]+[a-rt-z]s)\s+\w+\s*\w*"
)
"""What somebody does all the time: the first word is a verb, or one that goes with it."""

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
    r"|recordings?|charters?|scorecards?|syncs?|all-hands|one-on-ones?|1:1s?|kick-?offs?|off-?sites?|check-ins?"
    r"|planning"
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


_COUNT = anycase(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|none|half) (?:of|out of|times)\b|twice|once"
)


_TALK = words_in(
    """
    allegedly apparently certainly complain complained complains famous feeling gut hear heard hearing hears hunch
    impression instinct intuition known obviously perception presumably probably reportedly reputation rumor rumors
    rumour rumours said supposedly surely undoubtedly
    """
)
"""Words that are talk by themselves."""
_VIEWS = words_in(
    """
    annoyed believe believes confirm consider considers describe describes disappointed dissatisfied feel
    feels felt find finds frustrated irritated knows perceive perceives regards say saying says see sees think thinks
    unhappy
    """
)
_SIDES = words_in(
    """
    care carriers colleagues compliance customers design designers engineering engineers everybody everyone executives
    finance leaders leads legal management many marketing most nobody operations ops others partners peers people
    procurement product sales service several some stakeholders support team users
    """
)
"""What somebody is said to think, and those who are said to: of each there is one in other talk."""


class Talk:
    """What is talk among the texts of a document, of which the `words` are given."""

    def __init__(self, words: frozenset[str]) -> None:
        views = () if _SIDES.isdisjoint(words) else words & _VIEWS
        self._cues = (*(words & _TALK), *views)

    def has(self, text: str) -> bool:
        """Whether a text tells what others say, find or feel, and nothing in it can be looked up."""
        folded = text.casefold() if self._cues else ""
        if not any(map(folded.__contains__, self._cues)) or is_firm(text) or _COUNT.search(text):
            return False
        return bool(has_hearsay(text) or _HEARSAY.search(text))


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
    if _is_seen(text) or is_labelled(text):
        return False
    folded = text.casefold()
    return not any(work.casefold() in folded for work in works)


def _is_seen(text: str) -> bool:
    """Whether something could be seen of what a text tells, or it is neither clearly so nor clearly an opinion."""
    if has_hearsay(text) or _HEARSAY.search(text):
        return is_firm(text)
    if _SEEN.search(text):
        return True
    is_habit = _HABIT.match(text) and not any(mark.search(text) for mark in (_DONE, _NAME, _PIECE))
    return not (_OPINION.search(text) or is_habit)


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
