"""Support that makes the PM lean on the coach."""

from __future__ import annotations

import re

from pmcoach_lint.doctypes import PACK
from pmcoach_lint.document import Document
from pmcoach_lint.language import Hit, lexicon, noted
from pmcoach_lint.language.cues import Cues
from pmcoach_lint.names import TITLED_HANDLE
from pmcoach_lint.readers.people import HANDLES
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.rules.wording import OPTIONS, hits, is_one_of
from pmcoach_lint.syntax.source import Offence

_UNSAID = noted(
    """
    ^ approves|vets|okays|authorises|authorizes|greenlights|green-lights each|every|all|any|the|her|his|their|final
    ^ signs_off on? each|every|all|any|the|her|his|their
    ^ i|i'll|@? will? rewrites|rewrite|corrects|correct|redoes|redo|reworks|rework|fixes|fix
        each|every|all|any|the|her|his|their|drafts|briefs|memos|prds|specs
    ^ gives|provides|tells her|him|them|the_pm|pm-*? the answer|answers|solution|solutions
    ^ decides|makes_the_call|has_the_final_say|has_the_last_word
    """
)
"""What does so where the coach is not named, as among the commitments of the coach."""

_WORK = (
    "analysis|answer|answers|ask|brief|briefs|deck|draft|drafts|frame|frames|map|maps|memo|memos|narrative|note|options|"
    "page|pages|one-pager|one-pagers|paper|papers|"
    "pitch|plan|prd|prds|pre-read|presentation|recommendation|roadmap|slides|spec|specs|strategy|synthesis|update|updates|wording"
)
"""What a PM writes and thinks through."""

_INSTEAD = noted(
    """
    writes|write|drafts|draft|prepares|prepare|makes|make|does|do|creates|create|produces|produce the|a|each
        first|initial|rough version|draft|cut|outline of
    write|writes|draft|drafts|prepare|prepares|do|does|create|creates|produce|produces|make|makes|build|builds ... ...
        analysis|brief|deck|frame|memo|narrative|one-pager|pitch|prd|pre-read|presentation|roadmap|slides|spec|synthesis
        for them|her|him|the_pm|pm-*
    negotiate|negotiates|present|presents|speak|speaks|decide|decides ... ... for them|her|him|the_pm|pm-*
    on her|his|their|the_pm's|pm-*'s behalf|side
    in the_pm's|pm-*'s place
    in her|his|their|the_pm's|pm-*'s stead
    edits|polishes|amends|completes|finalises|finalizes each|every|all|her|his|their
    edit|edits|rewrite|rewrites|correct|corrects|finalise|finalises|finalize|finalizes|polish|polishes|amend|amends|
        redo|redoes|revise|revises the|both|first|pm-*'s ... ... {work}
    write|writes|draft|drafts|prepare|prepares|do|does|create|creates|produce|produces|build|builds|finish|finishes
        the|each|every|all|her|his|their|first .. {work}
    write|writes|draft|drafts|prepare|prepares|do|does|build|builds|make|makes the ... ... for her|him|them|the_pm|pm-*
    answer|answers|lead|leads|handle|handles|resolve|resolves|settle|settles|clarify|clarifies ... ... ...
        for her|him|them|the_pm|pm-*
    take_over|takes_over the|all|her|his|their|difficult ... conversation|conversations|negotiation|talks|meeting|
        presentation|decision|decisions|part
    resolve|resolves|settle|settles|solve|solves the|any|all|open|her|his|their ... conflict|conflicts|dispute|disputes|
        escalation|escalations|problem|problems
    check|checks|go_through|goes_through each|every|all|any ... ... before
    ^ i|i'll|@? will? fill_in|fills_in|draw|draws|rework|reworks|complete|completes|supply|supplies
        the|all|her|his|their ... {work}
    ^ i|i'll|@? will? fill_in|fills_in|complete|completes ... is|are missing
    complete|completes|add|adds|fill_in|fills_in what is missing
    put|puts the final|finishing|last touch|touches to|on
    run|runs|hold|holds|lead|leads|take|takes|chair|chairs the|all|each|every|first ... ... conversation|conversations|
        interview|interviews|talks|calls|meetings|negotiations|workshop|workshops ... ... until|instead_of
    ^ i|i'll|@? will? run|runs|take|takes|hold|holds the? first interview|interviews|conversation|conversations|call|
        calls with
    is|are|gets|get finished|rewritten|corrected|reworked|completed|polished by me|@
    hand|hands|give|gives|send|sends her|him|them|the_pm|pm-* a|the ready|finished|complete|full
        outline|structure|draft|brief|recommendation|answer|version
    give|gives|hand|hands|supply|supplies her|him|them|the_pm|pm-*? the structure|key_messages|storyline|recommendation|
        argument|arguments|wording
    talk|talks|speak|speaks to|with .. .. .. when|whenever|if|as_soon_as
    convince|convinces|persuade|persuades|win_over|wins_over|placate|placates|calm|calms
        the|any|all|each|every|her|his|their
    bring|brings .. .. .. on_board
    settle|settles|sort_out|sorts_out|iron_out|irons_out open|it|things|the|differences with|points|out|between
    sort|sorts it|things|this out with|between
    smooth|smooths|smoothes|iron|irons things|it|this|matters over|out
    defend|defends|sell|sells|pitch|pitches the|her|his|their ..
        recommendation|decision|proposal|idea|brief|bet|plan|case to|in|at|before
    explain|explains the|her|his|their .. recommendation|decision|proposal|bet|case to|in|before
    represent|represents her|him|them|the_pm|pm-*
    pre-align|pre-aligns|prewire|prewires|pre-wire|pre-wires ... ... with
    handle|handles the head|heads|chair|lead|leads|cfo|ceo|coo|council|board|executives|stakeholders
    answer|answers the? questions of|from the|any executives|council|board|stakeholders|leads|functions
    present|presents the? ... {work} to|in|at .. council|board|forum|executives|meeting|round
    make|makes sure ... ... ... nothing|no_error|no_mistake|all
    """.replace("{work}", _WORK)
)
"""What the coach does in the place of the PM, where it stands among the commitments and the PM is not its subject."""

_SAID = noted(
    """
    @ will? approves|approve|greenlights|green-lights|vets|authorises|authorizes|okays
    @ will|must? sign_off|signs_off|have_the_final_say|has_the_final_say|makes_the_call|makes_the_final_call
    @ will ... ... and approve|decide|rewrite|fix|sign_off all|every|each
    @ reads|reviews|checks and approves|corrects|rewrites|signs_off|fixes
    i'll|i|@ will? review|reviews|check|checks|approve every|all|each ... before it|they|she|he|anything|sending
    i'll|i|@ will? joins|join|attends|attend|sits_in_on|sit_in_on every|all .. .. meeting|meetings|calls|conversations
    i'm|i|@ am|is? always|constantly available|there|reachable|around|on_call
    available|reachable|there ... any_time|anytime|at_any_time|24/7|day_and_night|around_the_clock
    step|steps|jump|jumps in if|when|whenever|where needed|necessary|required
    step|steps|jump|jumps in if|when things|she|he|they|it|pm ... hard|tough|difficult|wrong|stuck|struggle|struggles
    approval|sign-off of ... by me|@
    @ decides
    i|i'll will? approve|decide|sign_off|make_the_call|rewrite|vet|have_the_final_say
    i|i'll|@ will|to? rewrites|rewrite|redoes|rewriting
    rewrite|rewrites|write|writes|draft|drafts|redo|fix|fixes|finish ... for them|her|him|the_pm
    check|checks|checking|clear|clears|confirm|confirms|validate|validates|align|aligns|run_it_by|runs_it_by
        ... with|by|past me|@|us before|first|prior_to|beforehand
    check|checks|checking with me|@
    run|runs ... by|past me|@ before|first
    ask|asks me|@ before|first
    needs|require|requires|get|gets|wait_for|waits_for|await|awaits|pending|subject_to|after|with ...
        my|coach|@'s approval|sign-off|signoff|permission|go-ahead|go|green_light|consent|ok|okay|blessing
    nothing|no|not|never|cannot|can't ... ... without ... my|coach|@'s
        approval|sign-off|signoff|permission|go-ahead|go|green_light|consent|ok|okay|blessing
    only with|after my|@'s approval|sign-off|signoff|permission|go-ahead|go|green_light|consent|ok|okay|blessing
    no decision|decisions|launch|release|update|change|document|memo|brief without me|@
    check|checks|clear|clears|confirm|confirms|validate|validates|align|aligns each|every|all|any
        ... ... ... with|by|past me|@ before|first|beforehand
    each|every|all|any ... ... is|are|gets|get cleared|vetted|okayed|released with|by me|@
    once|after|until|unless|as_soon_as i|@ has|have?
        approved|agreed|okayed|released|signed_off|signed_it_off|released_it|approved_it
    @ gives|give the? green_light|go-ahead|go|ok|okay for|to each|every|all|any
    send|sends|submit|submits ... ... to me|@ for approval|sign-off|release|permission
    i|i'll|@ will? have|has the last|final word|say
    approval|sign-off|permission|go-ahead|ok from|of|by me|@
    approved|signed_off|decided by me|@
    nothing|no_prd|no_document|no_decision|no_update goes_out|is_sent|ships|is_shared ... before|without|until me|i|@
    escalate|escalates|bring|brings|forward|forwards|route|routes|send|sends|take|takes|refer|refers everything|
        all_decisions|every_decision|all_issues|every_issue|all_conflicts|every_conflict|any_conflict|
        all_disagreements|every_disagreement|all_questions|every_question|all_problems|every_problem|
        all_blockers|every_blocker|all_trade-offs to
    come|comes|turn|turns to me|@ for|with answers|every|all|any|decisions|guidance_on_every|each
    @ will? speaks|speak|presents|present|negotiates|negotiate|answers|answer for|on_behalf_of them|her|him|the_pm
    @ will? handles|handle|takes_over|take_over difficult|all|the_difficult|escalations|conflict|conflicts
        stakeholders|conversations|conflicts|escalations|executives?
    i|i'll|@ will? tells|tell them|her|him|the_pm what|which|how
    gets|get|receives|receive a? ready-made|finished|prepared|complete ... from me|@
    i|i'll|@ will? gives|give|provides|provide them|her|him|the_pm|pm-*? the|all_the? answer|answers|solution|solutions
    gets|get|receives|receive the line|wording|answer|words to take|say|use
    hand-hold|hand-holding|handhold|handholding|spoon-feed|spoon-feeding|spoonfeed
    until|unless i|@ approve|approves|agree|agrees|say_so|says_so
    """
)
"""What does so wherever it is said."""

DEPENDENCY = _SAID + _UNSAID + _INSTEAD
"""What lets the coach think, decide or speak in the place of the PM."""

_COMMITMENT = frozenset({"commitments", "commitment"})
"""The fields of what the coach gives."""

_OWN_WORK = regex(
    r"\s+(?:my\b(?!\s+pm)"
    r"|(?:(?:on|for|of|the|a|any|each|all)\s+)*(?:budgets?|costs?|spend(?:ing)?|expenses?|travel|invoices?"
    r"|licen[cs]es?|leave|holidays?|time off|headcount)\b)"
)
"""What the coach changes or decides where it is none of the PM's work: `I rewrite my own brief`, a budget."""

_NO_WORK = regex(r"\s+(?:(?:the|a|my|our|all)\s+)?(?:agenda|comments?|feedback|invit\w+|questions?|tracker|to)\b")
"""What the coach may well write, and work that is there for the PM to look at: `a deck for pm-07 to take apart`."""

_STEPS = Cues(
    "approval, approve, approves, sign-off, go-ahead, permission, checks each, checks every, checks all, last word"
)
"""One of them is where a step through the coach is told beside what is asked for; few packs have any."""

_NOTHING_BEFORE = regex(r"\b(?:nothing|none)\b[^.;,]{0,30}\Z")
_NOTHING_BEHIND = regex(r"\s+(?:nothing|no\b|none\b|neither\b)")
"""What turns round words beside it: `decides nothing in her place`."""

_SUBJECT = regex(
    r"(?:\A|[,.;:(–—]|\b(?:and|then|that|which|when|while|as|if|until|after|before|what|where|how|once|so|or)\b)[\s*_]*"
    r"(?:(?P<pm>pm-\w+|the pm|she|he|they|who)|i|coach|the coach|(?:[a-z]+-){1,3}\d+)\b(?!['’]s)"
)
"""Who does what follows in a sentence: the PM, or the coach."""

_TITLED = regex(rf"\b{TITLED_HANDLE}")
_DIRECTIVE = regex(
    r"\b(?:safety|legal|compliance|regulat\w+|incidents?|outages?|emergenc\w+|urgent|time-critical|fraud|security"
    r"|data breach|customer harm|major customer|irreversible|directive)\b"
)


@rule("PMC820", *OPTIONS, severity=None)
def coach_dependency(document: Document, options: Options) -> Offences:
    """The coach thinks, decides or speaks in the place of the PM: “lead-02 approves each decision”, “check with me”.

    Commitments, cadence, reps and adjustments are looked at; a commitment without a subject is the coach's. It counts
    as well when the coach does the PM's work: writes the first version, negotiates for them. What the coach decides in
    an emergency stands under “When to be directive” and is no offence there, nor where the same text names the
    emergency.

    Why it matters:
        A PM who has every decision approved learns to have decisions approved. The coaching is over when the work is
        as good without the coach.

    What to do:
        Let the PM decide and the coach ask: read afterwards, question before, be there and not speak.

    Bad:
        ---
        type: coaching-pack
        coach: lead-02
        ---

        ## 4) Development Plan

        ### B1: Frame first

        #### Coach commitments

        - lead-02 approves each decision before it goes out

    Good:
        ---
        type: coaching-pack
        coach: lead-02
        ---

        ## 4) Development Plan

        ### B1: Frame first

        #### Coach commitments

        - lead-02 reads one decision a week after it went out, and asks what was given up for it
    """
    coach = str(document.data.get("coach", "")).casefold()
    loose = lexicon(_SAID).beyond(document) if document.is_a(PACK) and _STEPS.among(document.source) else ()
    for hit in (*hits(document, options, DEPENDENCY, "support", "practice"), *loose):
        if not _COMMITMENT.intersection(hit.text.path) and is_one_of(hit, _UNSAID, document):
            continue
        is_instead = is_one_of(hit, _INSTEAD, document) and not is_one_of(hit, _SAID, document)
        is_own = _OWN_WORK.match(hit.text.folded, hit.end)
        is_nothing = _NOTHING_BEFORE.search(hit.text.folded, 0, hit.start) or _NOTHING_BEHIND.match(
            hit.text.folded, hit.end
        )
        is_support = is_own or is_nothing or _DIRECTIVE.search(_clause(hit))
        if not is_support and (_is_done_instead(hit) if is_instead else _is_the_coach(hit, coach)):
            message = f"“{hit.words}” leaves the thinking to the coach."
            hint = "Let the PM decide and the coach ask: read it afterwards, question it before, sit in and not speak."
            yield Offence(hit.span, message, hint)


_CLAUSE_END = regex(r"[.;\n]|,\s+and\b")


def _clause(hit: Hit) -> str:
    """The clause in which something is said."""
    folded = hit.text.folded
    start = max((found.end() for found in _CLAUSE_END.finditer(folded, 0, hit.start)), default=0)
    end = _CLAUSE_END.search(folded, hit.end)
    return folded[start : end.start() if end else len(folded)]


_HAS_IT_DONE = regex(
    r"\b(?:asks?|lets?|ha(?:s|ve)|invites?|tells?|encourages?|helps?|leaves?)\s+(?:pm-\w+|the pm|her|him|them)\s+"
    r"(?:to\s+)?(?:\w+\s+){0,2}?\Z"
)
"""What the coach only has the PM do: `asks pm-07 to correct the brief`."""


def _is_done_instead(hit: Hit) -> bool:
    """Whether the coach does the work of the PM here, and not the PM, nor anything else of the kind."""
    by_pm = any(found["pm"] for found in [*_SUBJECT.finditer(hit.text.folded, 0, hit.start)][-1:])
    by_pm = by_pm or _HAS_IT_DONE.search(hit.text.folded[: hit.start]) is not None
    return bool(_COMMITMENT.intersection(hit.text.path)) and not by_pm and not _NO_WORK.match(hit.text.folded, hit.end)


def _is_the_coach(hit: Hit, coach: str) -> bool:
    """Whether the one on whom somebody depends is the coach: anybody else's handle is another matter."""
    words = hit.text.folded[hit.start : hit.end]
    handles = [*HANDLES.findall(words), *_TITLED.findall(words)]
    together = re.search(r"\b(?:and|or|with|together)\s+\Z", hit.text.folded[: hit.start])
    return not together and all(handle == coach if coach else not handle.startswith("pm") for handle in handles)
