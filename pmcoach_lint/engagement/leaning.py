"""Who does the work of the client's PMs, in what is planned: they themselves, or the fractional PM in their place."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import ASSESSMENT, ENGAGEMENT, LOG, PLAN, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.in_place import ADVISER, ME, THEIRS, THEM, WHAT, done_in_place
from pmcoach_lint.engagement.involvement import not_less_later
from pmcoach_lint.language import lexicon, noted
from pmcoach_lint.language.coach_stays import coach_in
from pmcoach_lint.language.excuses import is_excused
from pmcoach_lint.language.loose import planned
from pmcoach_lint.language.said import Said, said_at
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

_MUCH = r"(?:[89]|[1-9]\d|eight|ten|twelve|fifteen|sixteen|twenty|thirty|forty)"
_OF_OTHERS = r"(?! (?:freed|saved|less|fewer|back|of (?:pm|their|her|his)|for (?:discovery|customers?|users?))\b)"
_LONG_RUN = anycase(
    rf"(?:(?<!to )(?<!from )\b{_MUCH}\s?(?:h|hrs?|hours?)\b(?: of \w+)?\s?(?:a|an|per|each|every|/)\s?(?:wk|week)"
    rf"|(?<!from )\b(?:one|two|three|four|five|[1-5])(?: more| full| further)? days? (?:a|per|each|every) week)\b"
    rf"{_OF_OTHERS}"
    r"|\b(?:daily|every day|each day|twice a week|three times a week|several times a week|each week as"
    r"|full[- ]time|embedded|permanent(?:ly)?"
    r"|indefinite(?:ly)?|unlimited|until further notice|for good|for another year)\b"
    r"|\b(?:automatic(?:ally)? (?:renew|exten)\w*|(?:renew|extend)\w* automatically|as today|as before|as now"
    r"|well into 20\d\d)\b"
    rf"|{ME} (?:(?:keep|continue|go on)s? (?:on )?\w+ing|(?:chair|run|lead|manage|own|check|approve|decide"
    rf"|write|prepare|attend|maintain|moderate"
    r"|facilitate)s?|take[s]? (?:on|over)|(?:remain|stay)s? (?:responsible|in charge|the))\b"
)
"""What would go on once the client is to stand alone."""

_MORE = anycase(
    r"\b(?:increas|extension|expansion|extend|expand|grow|rais)\w*\b[^.;|\n]{0,30}?\b(?:to|by|of) "
    r"(?:full[- ](?:time|days?)|more (?:hours|days|weeks|products|teams|pms)|\d+ (?:hours|h|days))\b"
    r"|\b(?:long-term|permanent|embedded)\b[^.;|\n]{0,20}?\b(?:role|member|seat|position)\b"
)
"""That it grows."""

_LESS = anycase(
    r"\b(?:(?<!each )(?<!every )(?:month|quarter)(?:ly)?|once|advis\w+|on request|at most|hand(?:s|ed"
    r"|ing)? (?:\w+ ){0,4}(?:to|over)"
    r"|from \d+|down to|instead of|fewer|less|until then|ends?|reduc\w+|alone|themselves)\b"
)
"""What tells that less and less of it is left."""

_BY_THEM = anycase(r"[\W_]*(?:\w+ ){0,3}?(?:pms?|pm-\w+|team|squad|they|client|leads?|lead-\w+|business|reviews?)\b")
_WITH_ME = anycase(rf"\b(?:(?<!without )me|us|my|our|I|{ADVISER}(?:-\w+)?)\b")
"""Who goes on: the client's own people, and nobody from outside."""

_TAKES_ON = anycase(
    r"[\W_]*(?:[^:.\n]{0,30}:\s*|(?:from|on|this|today|tomorrow)\b[^:.\n]{0,20}?,?\s)?(?:i(?: will)? |offer to |also )*"
    r"(?P<act>(?:take over|take on|takes over)\b[^.;|\n]{0,60}"
    r"|(?:join|attend|run|chair|moderate|facilitate|host|lead|sit in on)\b[^.;|\n]{0,40}?\b(?:stand-?ups?|dail(?:y|ies)"
    r"|sprint \w+|status \w+|release \w+|refinements?|groomings?|retros?(?:pectives?)?|plannings?)"
    r"|own the (?:\w+ )?(?:backlog|roadmap|board)\b|(?:become|be) (?:the |their )?(?:\w+ )?(?:product owner|owner|pm"
    r"|chair"
    r"|scrum master|product lead)\b"
    rf"|(?:write|answer|prepare|draft|send|finish)\b{WHAT}\b(?:for {THEM}(?! \w+\b)|myself)\b"
    rf"|(?:take|handle|do)\b{WHAT} off {THEIRS} (?:desk|plate|hands|table|shoulders))"
)
_KEEPS_BACK = anycase(
    r"\b(?:(?:stays?|remains?|kept|keep) (?:\w+ )?(?:with|in|on|by) me\b|(?:stays?|remains?|is|are|kept|keep) (?:\w+ )?"
    r"(?:with|in|on|by) my (?:own )?(?:\w+ )?(?:workspace|account|drive|folder|laptop|hands|files?)\b)"
    r"|\bonly in my (?:own )?\w+|\bmy (?:intellectual property|ip|property)\b|\bi keep the (?:file|original"
    r"|master|template|editable)\w*"
    r"|\b(?:not|never) (?:handed out|handed over|left behind|given away|shared)\b|\blicen[cs]ed to me\b"
    r"|\bview[- ]only\b"
    r"|\b(?:on request|available) from me\b|\bedit(?:s|ed|able)? (?:only )?by (?:me|the coach)\b"
)
"""What is to be left behind, and is not."""

_MAY_BE_KEPT = anycase(
    r"\b(?:my (?:own )?(?:notes|log|diary)|private notes|in confidence|confidential\w*|what is said|interviews?"
    r"|transcripts?|until|till|moves?|handover)\b"
)
"""What nobody else needs, and what is kept no longer than to some day."""

_HANDS_ON = anycase(
    r"\b(?:hand\w*|let|lets|with|together|instead|coach\w*|watch\w*|observ\w*|listen\w*|decid\w+|decisions?|strateg\w+|ask\w*"
    r"|no longer|stop\w*)\b"
)
"""What a quick win does that leaves more to the client's own people."""


_CLAIM = regex(r"\s[-–—]{1,2}\s")
_BY_THE_PM_ALONE = ("habits", "graduation")
"""Parts of a coaching plan that tell what a PM does when the coach is gone."""


_QUICK_WINS = ("repositioning", "quick_wins")

PLANNED = {
    PLAN: (
        "sessions.practice",
        "sessions.outcome",
        "transfer.frameworks.item",
        "horizons.focus",
        "transfer.habits.item",
        "graduation.criterion",
        "next_steps.step",
    ),
    PROPOSAL: (
        "proposed_addition",
        "proposed.scope",
        "proposed.deliverables.deliverable",
        "proposed.deliverables.purpose",
        "proposed.outcomes.outcome",
        "proposed.horizons.focus",
        "investment.proposed.gets",
    ),
    ASSESSMENT: (
        "opportunities.untapped.alternative",
        "opportunities.horizons.focus",
        "team.pms.coaching",
        "repositioning.quick_wins",
        "repositioning.deliverables.deliverable",
    ),
    ENGAGEMENT: ("horizons.focus", "horizons.value", "opportunities"),
    LOG: ("horizons.focus",),
    "evidence-portfolio": (),
}
"""Where each type says what is to be done or reached."""

_BINDING = (
    "everything|all|every|each ... goes|go|passes|runs|comes through|past|via|over me|us",
    "goes|go|passes|runs|routed through|via|past me|us",
    "needs|need|requires|require|with|after|get|gets|await|awaiting my|our approval|sign-off|go-ahead|ok|blessing",
    "wait|waits|waiting for|on my|our|me|us",
    "check|checks|clear|clears|align|aligns|confirm|confirms with me|us|the_coach first|before|beforehand",
    "ask|asks|call|calls|ping|pings|come_to|comes_to me|us|the_coach first|before|whenever|every_time|each_time",
    "only i|we can|know|knows|decide|approve|have",
    "call|sync|meeting|check-in|session with me|us to|for check|checking|approve|approval|confirm|decide|sign-off",
    "i|we|i'll|we'll ... own|run|manage|maintain|groom the|your|their ... roadmap|backlog|strategy",
    "i|we|i'll|we'll ... attend|join all|every ... meetings",
    "i|we approve|sign_off|decide everything|all|every|each",
    "single|sole point of contact|decision|truth is|with|through me|us",
    "i|we become|am|are your|their|the head_of_product|go-to|product_lead|gatekeeper|product_owner",
    "i|we stay|remain|continue as|to_be|being? your|the|their product_owner|pm|product_manager|go-to|lead",
    "always available|on_call|reachable",
    "available|on_call 24/7|around_the_clock|at_all_times|at_any_time",
    "rely|relies|relying|depend|depends|depending|lean|leans on|upon me|us|the_coach|fractional_pm",
    "cannot|can't do|work|run without me|us",
    "i|we answer|present|decide|speak|write|run|do it|this|them|that? for them|him|her|you",
    "i|we|i'll|we'll answer|present|decide|speak|write|rewrite ... for|of @",
    "forward|forwards|bring|brings|pass|passes ... difficult|hard|all|every .. requests|decisions|cases to me|us",
    "indispensable|irreplaceable",
    "open-ended|indefinite|permanent retainer|support|engagement|involvement|role",
    "long-term dependency|reliance|dependence",
)

_MINE = "i|we|i'll|we'll|i'd will?"
_IN_PLACE_OF_A_PM = noted(
    f"""
    {_MINE} take|takes ... off her|his|their|the_pm's|@'s desk|plate|hands|table|shoulders
    {_MINE} take_over ... from|for her|him|them|@
    {_MINE} decide|answer|prioritise|prioritize|approve|handle ... them|it|that|these|those myself|ourselves
    {_MINE} write|draft|send|present|answer|sign|decide ... in|on her|his|their|the_pm's|@'s name|place|stead|behalf
    {_MINE} handle|decide|prioritise|prioritize|present|do|make|take|rewrite ... for her|him|them|@
    {_MINE} sit_in|sit_in_on|sit in? every|each|all
    {_MINE} approve|check|rewrite|correct each|every|all|her|his|their specs|spec|briefs|brief|
        updates|update|decisions|decision|documents|document|prds|prd|answers|answer|drafts|draft
    requests|decisions|questions|specs|escalations|tickets|issues|prds|updates|drafts all|always|still|first?
        go|goes|come|comes|pass|are_sent|are_routed|get_sent|get_routed to|through|via|by|past me|us
    requests|decisions|escalations|conversations|stakeholders|cases are|get handled|answered|decided|taken by me|us
    stays|stay|remains|remain|kept|is_kept with|by|in me|us|my_hands|our_hands
    i|we ... fill|fill_in|update|maintain in|out? for her|him|them|@
    need|needs|needed me|us|i ... daily|every_day|permanently|full-time|full_time|for_good|indefinitely
    i|we|@ stay|stays|remain|remains|continue|continues embedded|full-time|full_time|daily|day-to-day|every_day
    daily call|sync|check-in|meeting|standup with|by me|us
    """
)
"""What the fractional PM does where a PM of the client would learn it."""

_AFTERWARDS = anycase(
    r"[\W_]*(?:later\b|from (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|spring"
    r"|summer|autumn|then on)\b|after (?:the )?(?:graduation|coaching|cycle|term|engagement|review)\b|afterwards\b)"
)
"""How a line begins that is about the time in which the client stands alone."""

_ALLOWED = (
    "nobody|no_one|nothing ... for|through|on|past|via me|us|my",
    "nobody|no_one need|needs me|us",
    "no_longer|not need|needs|with|by|for me|us",
    "my notes|log|diary stay|stays|remain|remains|kept with|by|in me|my_hands",
    "i|we will? no_longer|never|don't|won't|not|stop own|run|manage|maintain|owning|running|managing|maintaining",
)


_HORIZONS: dict[str, Path] = {
    PLAN: ("horizons",),
    LOG: ("horizons",),
    PROPOSAL: ("proposed", "horizons"),
    ASSESSMENT: ("opportunities", "horizons"),
}
"""Where each type says what comes now, next and later."""


def leaning(document: Document) -> Iterator[Span]:
    """Where a document plans that the client leans on the fractional PM; of places that overlap the first."""
    reached = 0
    for start, end in sorted(_leaning(document, PLANNED[document.type])) if document.type in PLANNED else ():
        if start >= reached:
            reached = end
            yield start, end


def _leaning(document: Document, places: tuple[str, ...]) -> Iterator[Span]:
    binding = lexicon(_BINDING + _IN_PLACE_OF_A_PM, allow=_ALLOWED)
    if document.type in _HORIZONS:
        yield from not_less_later(document, _HORIZONS[document.type])
    bound = [hit.span for hit in binding.at(document, *places)]
    yield from bound
    yield from (hit.span for hit in binding.beyond(document) if document.is_a(PLAN))
    for text in (*said_at(document, *places), *planned(document)):
        yield from done_in_place(text)
        if {*_BY_THE_PM_ALONE} & {*text.path}:
            kept_on = (text.span(*span) for span in coach_in(text.text))
            yield from (span for span in kept_on if not any(span[0] < end and start < span[1] for start, end in bound))
        if "frameworks" in text.path or (not text.path and document.is_a(PLAN)):
            kept = _KEEPS_BACK.search(text.text)
            if kept and not _MAY_BE_KEPT.search(text.text):
                yield text.span(*kept.span())
        is_win = text.path[:2] == _QUICK_WINS
        span = _taken_on(text.text) if is_win else _goes_on(text.text) if _is_later(document, text) else None
        if span and not is_excused(text.folded, *span):
            yield text.span(*span)


def _is_later(document: Document, text: Said) -> bool:
    """Whether a text is about the last horizon, or the time after a coaching."""
    if text.path[-2:-1] and text.path[-3:-2] == ("horizons",):
        return bool(value_at(document, (*text.path[:-1], "horizon")) == "LATER")
    return bool(_AFTERWARDS.match(text.text))


def _goes_on(text: str) -> Span | None:
    """Where a text on the last horizon, or on the time after a coaching, says that the client goes on leaning."""
    is_less = _LESS.search(text) or (_BY_THEM.match(text) and not _WITH_ME.search(text))
    found = _MORE.search(text) or (None if is_less else _LONG_RUN.search(text))
    return found.span() if found else None


def _taken_on(win: str) -> Span | None:
    """Where a quick win takes on operational work of the client's people."""
    action = _CLAIM.split(win, maxsplit=1)[0]  # what it is said to be good for makes no other deed of it
    found = None if _HANDS_ON.search(action) else _TAKES_ON.match(action)
    return found.span("act") if found else None
