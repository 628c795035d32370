"""What rests on nothing that anybody could look up: talk, a reputation, a feeling, what is so elsewhere, a memory.

It is known by its grammar: everybody knows, it is generally said, one hears, it is so as everywhere, no example is at
hand. A day, a figure, somebody's words or an occasion beside it can be looked up after all.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.language.cues import Cues
from pmcoach_lint.readers.people import HANDLES
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Source, Span

_KNOWN = (
    r"(?:said|known|thought|believed|felt|accepted|agreed|acknowledged|recogni[sz]ed|regarded|understood|perceived)"
)
_WIDELY = r"(?:commonly|generally|widely|broadly|universally|internally)"
_CLAIM = r"(?:knows?|agrees?|feels?|thinks?|believes?|says?|sees?|senses?)"
_ALL = (
    r"(?:everybody|everyone|anybody|anyone|we all|they all|(?:every|any) (?:consultant|insider|expert|client|pm|one))"
)
_TEAM = (
    r"(?:(?:\w+ ){0,3}?(?:team|compan(?:y|ies)|firms?|organi[sz]ations?|clients?|places|pms|product managers?"
    r"|start-?ups?|industr(?:y|ies)|market|people|size|kind|stage|sort))"
)
_EXAMPLE = (
    r"(?:(?:work )?(?:samples?|examples?|instances?|cases?|proof|evidence|observations?|documents?|artifacts?"
    r"|artefacts?))"
)

_TALK = (
    rf"\b{_ALL}\b(?: (?:at|in|here|around|on|who)\b(?: [\w’'-]+){{0,4}}?)?"
    rf" (?:{_CLAIM}|(?:will|would|can|could) (?:\w+ )?(?:tell (?:you|us|me)|confirm|say (?:so|that)|agree))\b"
    r"(?! (?:his|her|their|which|who|one|whether|if|when|where|what|how|why)\b)"
    r"|\b(?:nobody|no[- ]one) (?:\w+ )?(?:doubts|disputes|denies"
    r"|questions(?= (?:that|this|it)\b)|would (?:deny|dispute|doubt))\b"
    rf"|\bit(?:['’]s| is) (?!not\b|never\b)(?:\w+ ){{0,2}}?(?:known|said|felt|thought|believed|rumou?red|accepted"
    rf"|acknowledged)"
    r"(?= (?:that|in|among|across|by|around)\b)"
    rf"|\b(?:{_WIDELY} {_KNOWN}|well known)(?= (?:that|in|as|among|to|by|across|around|to be)\b|\s*(?:[.;:,)|*]|\Z))"
    r"|\bknown to (?:everyone|everybody|all|anyone)\b"
    r"|\b(?:is|are|was|were) (?:\w+ )?(?:said|rumou?red|reputed|believed) to\b"
    r"|\bone (?:often |always |regularly |simply )?(?:hears|knows|gets (?:the|an?) (?:impression|feeling)"
    r"|can (?:feel|sense|tell))\b"
    r"|\b(?:from what|as far as) (?:one|i|we) (?:\w+ )?(?:hears?|gather)\b|\bas (?:we|you|they) (?:all )?know\b"
    r"|\b(?:the )?word (?:has it|gets around|on the street)\b|\b(?:word|rumou?r)s?(?: (?:on|in|from) the \w+)? (?:is"
    r"|has it|says?) that\b"
    r"|\brumou?r has it\b|\bopen secret\b|\bno secret that\b|\bcommon knowledge\b"
    r"|\b(?:insiders|sources|some people|many people|people) say that\b|\bwithout saying that\b"
    r"|\baccording to the (?:general|common|prevailing) (?:view|opinion|feeling|perception)\b"
    r"|\b(?:i|we) (?:was|were|have been|got) told that\b|\b(?:i|we)(?: have|['’]ve) been hearing\b"
    r"|\b(?:said|mentioned|told|heard|talk) (?:\w+ )?in the corridors?\b|\bcorridor (?:talk|chat|gossip)\b"
    r"|\bthe (?:general|common|prevailing) (?:view|opinion|feeling|perception|impression|tenor) (?:is|was|that|among"
    r"|in)\b"
    r"|\b(?:heard|told) (?:it |this |that |us |me )?(?:from|by) (?:several|many|some|various|different) (?:people"
    r"|colleagues|sides|others)\b"
    r"|(?:\A|[.;:|*\n])\s*(?:(?:apparently|supposedly|allegedly|reportedly)\b"
    r"|(?:obviously|needless to say)(?=,| (?:they|she|he|it|nobody|everybody|everyone)\b))"
)
"""What others are said to say, or to know."""

_FELT = (
    r"\b(?:my|our|general|overall|first|personal|initial|the coach['’]s) (?:\w+ )?(?:impression|feeling|hunch|intuition"
    r"|gut feel\w*|instinct)s?\b(?! (?:of|on) (?:the )?(?:customers?|users?|buyers?)| (?:tests?|shares?|counts?"
    r"|rates?)\b)|\b(?:my )?gut tells\b"
    r"|\b(?:i|we) (?:have|had|get|got) (?:the|a) (?:\w+ )?(?:feeling|impression|sense|hunch) that\b|\b(?:my"
    r"|our) sense is\b"
)
"""What somebody feels."""

_ELSEWHERE = (
    rf"\b(?:as|like) (?:in|with|at|for) (?:most|many|all|other|so many|any|every|nearly all) {_TEAM}\b"
    rf"|(?:\A|[.;:|*\n])\s*like (?:most|many|all|so many|nearly all) {_TEAM}\b|\bas (?:usual )?in such {_TEAM}\b"
    rf"|\bas everywhere\b"
    rf"|\b(?:same|just) as everywhere\b|\b(?:typical|normal|usual) (?:for|of|in) (?:an?|most|many|all|any"
    rf"|such)? ?{_TEAM}\b"
    r"|\b(?:experience|practice) (?:shows|tells|teaches)\b(?! in\b)"
)
"""What is so elsewhere, and says nothing of this person, this team, this client."""

_WITHOUT = (
    rf"\bno (?:concrete |specific |written |actual |good |single |clear )?{_EXAMPLE}(?: (?:was |is )?(?:yet|seen|so far"
    r"|at hand|to hand|available|needed|noted|collected|recorded|comes to mind)\b)+"
    r"(?=[\s*_]*(?:[^\w\s*]|\Z)|\s(?:of|on|that|for|where|in which|by which|but|and|to)\b)"
)
"""That there is nothing to look at. With a verb behind it, it is a count: `no case so far reached legal`."""

_CUES = Cues(
    "insiders, sources, people say, no secret, without saying, according to, told that, hearing, one can, like many, "
    "like all, as usual, our sense, my sense, we have the, everybody, everyone, anybody, anyone, we all, they all, "
    "every consultant, every insider, every expert, any client, every client, every pm, nobody, no one, no-one, "
    "known, said, felt, thought, believed, rumored, rumoured, accepted, acknowledged, agreed, recognised, recognized, "
    "regarded, understood, perceived, reputed, one hears, one often hears, one always hears, hear, hears, gather, as "
    "we know, as you know, word, rumor, rumour, rumours, rumors, open secret, common knowledge, corridor, corridors, "
    "general view, general opinion, common opinion, common view, prevailing, from several, from many, from some, by "
    "several, by many, from various, apparently, supposedly, allegedly, reportedly, obviously, needless, impression, "
    "impressions, feeling, feelings, hunch, intuition, gut, instinct, sense, as in, like in, as with, like most, as "
    "everywhere, typical, normal, usual, experience shows, experience tells, practice shows, no example, no concrete, "
    "no specific, no written, no evidence, no proof, no sample, no samples, no examples, no work, no case, no cases"
)
_HEARSAY = anycase(
    f"{_TALK}|{_FELT}|{_ELSEWHERE}|{_WITHOUT}",
    near="insider source people secret saying according hearing can such every any we they nobod no-one no known said "
    "felt thought believed rumo accept acknowledg agreed recogni regarded understood perceived reputed one hear "
    "gather know word view opinion feeling perception impression tenor told talk apparent supposed alleg reported "
    "obvious needless hunch intuition gut instinct sense most many typical normal usual experience practice",
)
_NOTHING = anycase(
    rf"\W*(?:{_WITHOUT}|(?:none|nothing)(?: (?:yet|so far|seen|at hand|available|noted|to show))+"
    rf"|not (?:yet )?seen(?: yet)?)\W*",
    near="no nothing",
)
MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|march|april|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?"
)
_FIRM = anycase(
    rf"\d|[“”\"«»]|(?<!\w)['‘]|\[[^\]]+\]\(|https?:|\b(?:{MONTHS}|monday|tuesday|wednesday|thursday|friday"
    r"|surveys?|interviews?|feedback|retros?(?:pectives?)?|reviews?|workshops?|meetings?|councils?|sessions?|calls?"
    r"|demos?|stand-?ups?|debriefs?|all-hands|kick-?offs?|1:1s?|assum\w+|hypothes\w+|unverified|to be (?:checked"
    r"|confirmed))\b"
)

_KEPT = anycase(
    r"\d|\b(?:logs?|artifacts?|artefacts?|memos?|e?-?mails?|notes?|minutes|pages?|files?|reports?|dashboards?|lists?"
    r"|sheets?|tables?|decks?|slides?|recordings?|letters?|records?|pdfs?|docs?|documents?|tickets?|screenshots?"
    r"|exports?"
    r"|surveys?|quotes?|case stud(?:y|ies)|wiki|folder|drive|archive"
    r"|slack|notion|confluence|jira|tracker|register|contract|threads?)\b"
)
"""Where something is kept in writing."""

_REMEMBERED = anycase(
    r"\A[\W_]*(?:"
    r"(?:(?:it|this|that) )?(?:will|shall|would) be (?:noticed|seen|felt|remembered|obvious|evident|apparent|visible)\b"
    r"|(?:(?:it|this|that) )?(?:(?:will be|to be|gets|can be|is) )?(?:written(?: up| down)?|documented|recorded|noted"
    r"|collected"
    r"|put on paper) (?:\w+ )?"
    r"(?:(?:when|if|once|as soon as) (?:[\w'’]+ ){0,4}?(?:needed|necessary|required|requested|possible|relevant|useful"
    r"|asks?|asked|wants?|arises?|comes up|(?:is|have|has|find|finds) time)\b"
    r"|at some point|some ?time|some day|later|eventually|in due course|on request|sooner or later|one day)\b"
    r"|i (?:(?:can|will|could|still|shall) )*(?:know|remember|recall|explain|tell|vouch|report)\b"
    r"|(?:they|we|everybody|everyone|people|all|the (?:client|team|sponsor))(?: (?:in|at|on) the \w+)? (?:(?:all"
    r"|will|still|already) )*(?:know|remember"
    r"|recall|noticed?)s?\b"
    r"|(?:(?:only |all |it is |still |i have it |i keep it )?(?:in|from) (?:my|our|the|their) (?:head|heads|memory)"
    r"|from memory|by heart)\b"
    r"|(?:only )?(?:(?:verbal|oral|spoken)(?:ly)? (?:agreement|consent|confirmation)\b|word of mouth\b"
    r"|in conversation\b|(?:verbal(?:ly)?|oral(?:ly)?|spoken|by word of mouth|hearsay)"
    r"(?=\W*(?:\Z|[(,;.:])| (?:only|so far|by|to)\b))"
    r"|(?:(?:was|is|only) )*(?:said|told|mentioned|discussed|agreed) (?:[\w-]+ ){0,3}?(?:verbally|orally|in passing"
    r"|in the corridor"
    r"|in conversation|over (?:lunch|coffee))\b"
    r"|(?:nothing|not|never) (?:\w+ )?(?:in writing|written|documented|recorded|noted)\b|no (?:written"
    r"|paper) (?:trace|record|proof)\b"
    r"|(?:none|not|nothing|no proof|no documentation) (?:is )?(?:needed|necessary|required)\b"
    r"|ask (?:me|him|her|them|the \w+|(?:pm|cpo|coo|ceo|vp|lead)-\w+)\W*\Z"
    r"|(?:(?:the )?[\w-]+ )?can (?:also )?(?:confirm|vouch for|attest|tell|explain)(?: (?:it|that|this))?\W*\Z"
    r"|(?:can be|is) (?:told|explained|shown|given) (?:on request|in person|when asked)\b"
    r"|(?:was |has been )?(?:discussed|agreed|said|told|settled) (?:in person|face to face|among us)\b"
    r"|(?:it )?(?:speaks for itself|goes without saying|is self-evident|is obvious)\b|(?:self-evident|obvious)\W*\Z)"
)
"""What is kept nowhere but in somebody's head."""


def has_hearsay(text: str) -> bool:
    """Whether a text has words by which it is hearsay, unless something in it can be looked up."""
    return bool(_HEARSAY.search(text))


def is_firm(text: str) -> bool:
    """Whether a text names a day, a figure, somebody's words or an occasion, or calls itself an assumption."""
    return bool(_FIRM.search(HANDLES.sub(" ", text)))


def is_nothing(text: str) -> bool:
    """Whether a text says no more than that there is nothing to look at."""
    return bool(_NOTHING.fullmatch(text))


def hearsay_among(source: Source) -> Iterator[Span]:
    """The words in a document by which a sentence, a cell or an item is hearsay."""
    for start, end in _CUES.sentences(source):
        piece = source.text[start:end]
        match = _HEARSAY.search(piece)
        if match and not is_firm(piece):
            words = match[0].lstrip(" .;:|*\n")
            yield start + match.end() - len(words), start + match.end()


def is_remembered(text: str) -> bool:
    """Whether what should be kept in writing is only to be remembered, noticed, or written up some day."""
    return bool(_REMEMBERED.search(text)) and not _KEPT.search(text)
