"""Signals and measures that are moods or impressions."""

from __future__ import annotations

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.vague import ALONE
from pmcoach_lint.doctypes import LOG, PACK, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.language import Hit, lexicon
from pmcoach_lint.language.cues import Cues
from pmcoach_lint.language.excuses import is_negated, is_quoted
from pmcoach_lint.language.labels import VAGUE
from pmcoach_lint.language.minds import IMPRESSIONS, MINDS, UNOBSERVABLE
from pmcoach_lint.language.substance import is_countable, is_counted, is_explained, is_whole
from pmcoach_lint.nearest import short
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.rules.wording import OPTIONS, example, hits, is_one_of, words_alone
from pmcoach_lint.syntax.source import Offence, Source
from pmcoach_lint.syntax.yaml_marks import Path

_GOES_ON = ("important", "crucial", "vital", "essential", "valuable", "internalised", "internalized", "internalises")
"""Whatever follows these, it is said already."""

_ASKS = regex(r"\b(?:ask|question|check|challenge|test)(?:s|ed)?\b")

_SEEN_BY = {
    PLAN: ("sessions.outcome", "graduation.criterion"),
    LOG: ("positioning.signal",),
    PROPOSAL: ("proposed.outcomes.metric",),
}
"""Where documents of other types than the pack say by what one sees that something is reached."""


_MEASURES = {PLAN: ("metrics",), PROPOSAL: ("proposed", "outcomes")}
"""Where documents for clients say where a measure starts and where it is to end."""

_DEGREE = anycase(
    r"\W*(?:(?:clearly|much|far|a lot|significantly|considerably|noticeably|visibly|markedly|hardly|very|too|rather"
    r"|quite"
    r"|still|as|so|increasingly|a bit|slightly|somewhat|nearly|almost) )*"
    r"(?:low|lower|high|higher|poor|good|better|best|bad|worse|weak|weaker|strong|stronger|few|fewer|many|more|most"
    r"|less"
    r"|some|any|much|little|a lot|lots|several|enough|sometimes|often|more often|rarely|seldom|regularly|mostly"
    r"|frequent(?:ly)?|infrequent(?:ly)?"
    r"|unclear|clear|clearer|small|large|larger|big|bigger|medium|average|ok|okay|fair|great|excellent|improved"
    r"|improving"
    r"|increase[ds]?|decrease[ds]?|rising|up|down|reduced|significant|marked|moderate)"
    r"(?: (?:than (?:today|now|before)|of (?:them|it|the time)|enough|as possible|often))?\W*"
)
"""More or less of something, without a figure."""
_OFTEN = anycase(r"\W*(?:rarely|sometimes|often|usually|always|never|seldom)\W*")
"""How often, on the scale of the indicators."""


_INNER = (
    r"(?:attitude|enthusiasm|effort|goodwill|motivation|willingness|positivity|team spirit|good mood|energy|dedication"
    r"|trying(?: hard)?|commitment|engagement|friendliness|passion)"
)
_POINTS = r"(?:points?|scores?|scored|marks?|stars?|credits?|bonus|\+ ?\d(?:[.,]\d)?)"
_SCORED = anycase(
    rf"\b{_POINTS} (?:extra |more |each |is given |are given |goes )?for (?:(?:an?|the|her|his|good|real|great"
    rf"|positive|right"
    rf"|visible|showing|a lot of) )*{_INNER}\b|(?<!\w)\+ ?\d(?:[.,]\d)? for (?:[\w-]+ ){{0,2}}?{_INNER}\b"
    rf"|\b(?!effort (?:is|are) (?:scored|rated|graded)){_INNER} (?:is |are |also |alone )*(?:scored|rated|graded"
    rf"|counts? (?:for|as|\d|one|two|half)|(?:gets?"
    rf"|gives?|earns?|adds?|brings?)"
    rf" (?:\w+ ){{0,3}}?points?)\b"
)
_INWARD = Cues(
    "attitude, enthusiasm, effort, goodwill, motivation, willingness, positivity, team spirit, good mood, dedication, "
    "trying, friendliness, passion"
)
"""What is no piece of work and no behaviour, and gets points all the same."""


@rule("PMC802", *OPTIONS, severity=None)
def unobservable_signal(document: Document, options: Options) -> Offences:
    """A success signal or a measure is a mood or an impression: nobody could count it or see it.

    It is no offence where the same text has a number, a rubric, a piece of work or somebody who observes. How a review
    is judged is looked at as well, and what documents for clients say by which one sees that something is reached. A
    measure that starts at “low” or is to end at “clearly more” is one as well, and so are points for an attitude.

    Why it matters:
        At the checkpoint two people will look at the same eight weeks and see two things. Progress is told by
        artifacts and behaviours, not by how it feels.

    What to do:
        Ask: who would see what, in which document or meeting, how often? Write that, with the number it starts from.

    Bad:
        ## 3) Shared Vision

        | ID | Bet | Success signals |
        |---|---|---|
        | B1 | Decision briefs that get decided | Stakeholders are happier |

    Good:
        ## 3) Shared Vision

        | ID | Bet | Success signals |
        |---|---|---|
        | B1 | Decision briefs that get decided | Two of three briefs are decided in the first meeting |
    """
    found = list(hits(document, options, UNOBSERVABLE, "signal"))
    told: set[Path] = set()
    if places := _SEEN_BY.get(document.type):
        at_places = hits(document, options, UNOBSERVABLE, places=places)
        found += [hit for hit in at_places if _is_told_here(document, hit)]
    for hit in found:
        is_impression = is_one_of(hit, IMPRESSIONS, document)
        is_seen = is_counted(hit) if is_impression else is_countable(hit)
        if (is_whole(hit) or hit.words.endswith(_GOES_ON)) and not is_seen and not is_explained(hit):
            message = f"“{hit.words}” is nothing that anybody could count or see."
            hint = f"Say who would see what, where and how often, such as “{example(hit, _SIGNS)}”."
            told.add(hit.text.path)
            yield Offence(hit.span, message, hint)
    for text in words_alone(document, ALONE, "signal"):
        if text.path not in told:
            hint = "Say who would see what, where and how often."
            yield Offence(text.span(0, len(text.text)), f"“{text.text}” is nothing that anybody could see.", hint)
    yield from _uncounted(document)
    if document.is_a(PACK) or document.is_a(PLAN):
        yield from _points_for_attitude(document.source)


def _points_for_attitude(source: Source) -> Offences:
    """Scores that are given for how somebody is inside."""
    for start, end in _INWARD.sentences(source):
        match = _SCORED.search(source.text, start, end)
        if match and not is_negated(source.folded, match.start()) and not is_quoted(source.folded, *match.span()):
            message = f"“{' '.join(match[0].split())}”: nobody can see or count that."
            hint = "Give points for what a piece of work shows, such as “1 point: names what is given up”."
            yield Offence(match.span(), message, hint)


def _uncounted(document: Document) -> Offences:
    """Measures of which the end, or else the start, is told in words of more and less alone, and not how often."""
    at = _MEASURES.get(document.type, ())
    for index, record in enumerate(value_at(document, at) or () if at else ()):
        told = {name: str(record.get(name, "")) for name in ("target", "baseline")}
        of_degree = [name for name, text in told.items() if _DEGREE.fullmatch(text)]
        if of_degree and not all(map(_OFTEN.fullmatch, told.values())):
            message = f"“{short(told[of_degree[0]])}” is nothing that anybody could count."
            hint = "Write a figure for the start and one for the end, such as “3 of 20” and “12 of 20”."
            yield offence(document, (*at, index, of_degree[0]), message, hint)


def _is_told_here(document: Document, hit: Hit) -> bool:
    """Whether a wish in another place than a signal is told by this rule, and is nothing that somebody asks about."""
    if is_one_of(hit, IMPRESSIONS + MINDS, document):
        return True
    return not _ASKS.search(hit.text.folded) and not lexicon(VAGUE).holds(document, hit.text.folded)


_SIGNS = (
    (("confiden", "comfort", "feel", "assert", "independ", "autonom"),
     "gives a recommendation unasked in three of four reviews"),
    (("align", "happ", "satisf", "stakeholder", "relation", "trust", "friction", "collab", "team"),
     "at most one objection is first heard in the meeting"),
    (("quality", "prds", "specs", "docs", "brief", "clar", "commun"), "two briefs in a row score 8 of 10"),
    (("",), "two artifacts in a row score 6 of 8 without a prompt"),
)  # fmt: skip
