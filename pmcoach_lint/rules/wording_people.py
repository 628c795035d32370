"""What is said of the person rather than of the work: traits, and feedback that is about somebody or about nothing."""

from __future__ import annotations

import re

from pmcoach_lint.coaching.vague import ALONE
from pmcoach_lint.document import Document
from pmcoach_lint.language import Hit, noted, spoken_of, words_in
from pmcoach_lint.language.substance import is_spelled_out, is_whole, rest_of
from pmcoach_lint.language.traits import INNER, PRAISED, TRAITS
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.rules.wording import OF_CLIENTS, OPTIONS, hits, is_one_of, words_alone
from pmcoach_lint.syntax.lines import SENTENCE_END
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path

_DESCRIBED = TRAITS + PRAISED
_WORK = regex(
    r"\b(?:memos?|repl(?:y|ies)|tone|updates?|decks?|e?-?mails?|messages?|timelines?|plans?|copy|wording|estimates?|goals?"
    r"|roadmap|answers?|prds?|briefs?|specs?|docs?|documents?|texts?|designs?|releases?|backlog|board|notes?|handling"
    r"|schedule|forecast|drafts?|papers?|pilots?|options?|proposals?|requests?|markets?|customers?|users?|buyers?|analys[ie]s|summary|scope|data|process|product|code)\b"
)
_CLIENTS_PM = regex(r"\b(?:pms?|pm-\w+|she|he|product managers?)\b")
_PERSON = regex(r"\b(?:pm|pm-\d+|she|he|they|you|who|person|himself|herself|themselves)\b")


@rule("PMC803", *OPTIONS, severity=None)
def personality_trait(document: Document, options: Options) -> Offences:
    """The person is described, and not what they do: “is too shy”, “not a strategic thinker”, “lacks confidence”.

    Goals, gaps, evidence, strengths and behaviours are looked at, and what a proposal or a log says of the client's
    PMs. What stands in quotation marks, or is reported to have been said, is evidence and passes; a strength passes
    that says in the same line where it shows.

    Why it matters:
        Nobody can practise being somebody else. A trait ends the conversation, a behaviour begins one; and a pack that
        judges character is one that nobody wants to be read in.

    What to do:
        Ask: what did I see or hear that makes me think so? Write down that, and leave the conclusion out.

    Bad:
        ## 2) Current Assessment

        | Competency | Evidence | Gap |
        |---|---|---|
        | Strategy | Roadmap of the third quarter | Not a strategic thinker |

    Good:
        ## 2) Current Assessment

        | Competency | Evidence | Gap |
        |---|---|---|
        | Strategy | Roadmap of the third quarter | Justifies nine of eleven items by who asked, none by a goal |
    """
    hint = "Say what was seen: in which piece of work, what did they do or leave?"
    told: set[Path] = set()
    for hit in hits(document, options, _DESCRIBED, "goal", "behaviour", "gap", "evidence", "strength"):
        is_praise = is_one_of(hit, PRAISED, document)
        passes = is_praise and (hit.text.says in ("goal", "behaviour") or is_spelled_out(hit))
        if is_whole(hit) and not passes and not _is_about_work(hit):
            told.add(hit.text.path)
            yield Offence(hit.span, f"“{hit.words}” describes the person, not what they do.", hint)
    for hit in hits(document, options, INNER, "gap", "evidence"):
        if hit.text.path not in told:
            told.add(hit.text.path)
            yield Offence(hit.span, f"“{hit.words}” is in somebody's mind, and no one has seen it there.", hint)
    for text in words_alone(document, ALONE, "behaviour", "gap", "strength"):
        if text.path not in told:
            yield Offence(text.span(0, len(text.text)), f"“{text.text}” describes the person, not what they do.", hint)
    for hit in hits(document, options, TRAITS, places=OF_CLIENTS.get(document.type, ())):
        sentence = SENTENCE_END.split(hit.text.folded[: hit.start])[-1]
        if is_whole(hit) and _CLIENTS_PM.search(sentence) and not _WORK.search(sentence):
            yield Offence(hit.span, f"“{hit.words}” describes the person, not what they do.", hint)


def _is_about_work(hit: Hit) -> bool:
    """Whether it is a piece of work that is called so: “the tone of the memo was defensive”."""
    before = re.split(r"[.;!?]\s", rest_of(hit)[0])[-1]
    return bool(_WORK.search(before)) and not _PERSON.search(before)


_TO_SOMEBODY = noted(
    """
    you|you're|she|she's|he|he's|they|they're always|never
    great|good|bad|poor|positive|wonderful|amazing|fantastic|right|wrong|negative attitude|energy|spirit|enthusiasm|
        personality
    so|very|really? proud of you
    i'm|am|are|so|very? disappointed in|with|by you
    should know|have_known better
    you don't|do_not|clearly_don't care
    you_are|you_were|you're|she_is|she's|he_is|he's a|an .. natural|star|genius|machine|legend|hero|mess|disaster|
        lifesaver|champion
    natural|born|gifted|talented strategist|leader|communicator|storyteller|presenter|negotiator|writer|facilitator|pm
    you_are|you_were|you're|she_is|she's|he_is|he's a|an .. natural|born|gifted|talented strategist|leader|communicator|
        storyteller|presenter|negotiator|writer|facilitator|pm
    you|she|he|they have|has great|good|strong instincts|intuition
    be|being more|less confident|assertive|proactive|strategic|vocal|decisive|bold|patient|careful|positive|organised|
        organized|structured|ambitious|visible|senior|defensive
    you|she|he|they have|has|'ve what_it_takes
    ^ what? a? really? great|good|nice|lovely|brilliant|wonderful guy|girl|chap|bloke|lad|lady
    ^ what? a? really? great|good|nice|lovely|brilliant|wonderful person|colleague|human|teammate $
    you_are|you're|she_is|she's|he_is|he's|they_are such? a|an really|truly? great|good|nice|lovely|brilliant|wonderful
        guy|girl|chap|bloke|lad|lady|person|colleague|teammate
    ^ you|you_are|you're|she_is|he_is so|very|really|too? gifted|talented|smart|bright|brilliant|soft|quiet|nice|shy
    ^ so|very|really? talented|gifted
    you|she|he|they have|has a|an|the? .. potential|talent|gift|mind $
    ^ shows? great|good|real|huge|much|a_lot_of? potential|talent|promise $
    ^ great|brilliant|sharp|good mind
    you|she|he just|really|only? need|needs more confidence|self-confidence|courage|ambition|drive|presence
    you|she|he need|needs to_be|to_become|to_get tougher|braver|bolder|stronger|louder
    you|she|he lack|lacks .. ambition|confidence|drive|courage|presence
    you|she|he aren't|isn't|are_not|is_not strategic|a_details_person|a_strategist|a_leader|ambitious|confident
    you_are|you're|she_is|he_is born for|to
    has|have it in her|him|you
    you_are|you're|she_is|he_is a|an gifted|talented|brilliant analyst|writer|pm|product_manager|thinker
    love|loved|like your|the|her|his|their attitude|energy|enthusiasm|passion|spirit
    """
)
_ABOUT_SOMEBODY = _DESCRIBED + _TO_SOMEBODY
_SPOKEN_TO = anycase(r"(?:you|she|he|they)\b(?!['’ ]*(?:re|are|is|was|were)\b)")


@rule("PMC804", *OPTIONS, severity=None)
def feedback_on_the_person(document: Document, options: Options) -> Offences:
    """Feedback in the tracker is about the person and not about the work: “you are a natural”, “great attitude”.

    Why it matters:
        Praise of a talent teaches nothing that could be done again, and blame of a character nothing that could be
        done otherwise. Feedback on the work teaches both.

    What to do:
        Name the artifact, the criterion and what to keep or change.

    Bad:
        ## 6) Follow-up Tracker

        | Date | Bet | Coach feedback |
        |---|---|---|
        | 2026-10-09 | B1 | You are a natural |

    Good:
        ## 6) Follow-up Tracker

        | Date | Bet | Coach feedback |
        |---|---|---|
        | 2026-10-09 | B1 | Names who is stuck and how often; the cost is still missing |
    """
    for hit in hits(document, options, _ABOUT_SOMEBODY, "feedback"):
        is_said_to_somebody = _SPOKEN_TO.match(hit.words)
        if is_said_to_somebody or (is_whole(hit) and not _is_about_work(hit)):
            message = f"“{hit.words}” is about the person, not about the work."
            hint = "Say which part of the artifact worked or did not, by which criterion, and what to try next."
            yield Offence(hit.span, message, hint)


_VERDICTS = words_in(
    """
    good great nice excellent solid fantastic awesome amazing super superb brilliant perfect ok okay fine strong bad
    poor weak better well improve improved improves improving improvement improvements progress keep needs impressive
    happy love proud positive negative meh lgtm mixed 👍 liked nicely start step right top nothing there polish room
    """
)
_SAYING_NOTHING = _VERDICTS | words_in(
    """
    very really so all still look looks looking a an this it that was is were some bit the your and but of with on as
    done job work stuff effort going start up getting there need more could be should not enough yet quite almost
    thanks thank you yes no feedback doing in right direction track practice expected usual overall today week than
        last time before much lot to complain about add good clear room
    for forward me us i really keep on nothing going more little polish move everything here have has got
    """
)
_SHORT = 60
"""Longer feedback says something. Our own figure."""

_WORDS = regex(r"[^\W_]+|👍")


@rule("PMC805", *OPTIONS, severity=None)
def empty_feedback(document: Document, options: Options) -> Offences:
    """Feedback in the tracker says nothing but that something was good, or was not: “great job”, “needs work”.

    Why it matters:
        The PM cannot tell what to keep and what to change, and at the review nobody remembers what it was about.

    What to do:
        Add one thing that worked or did not, where it stands in the artifact, and by which criterion.

    Bad:
        ## 6) Follow-up Tracker

        | Date | Bet | Coach feedback |
        |---|---|---|
        | 2026-10-09 | B1 | Great job, keep it up! |

    Good:
        ## 6) Follow-up Tracker

        | Date | Bet | Coach feedback |
        |---|---|---|
        | 2026-10-09 | B1 | Good: one explanation is ruled out by data. The second restates the first. |
    """
    also, allow = ({_plain(str(phrase)) for phrase in options[name]} for name in ("also", "allow"))
    feedback = spoken_of(document, "feedback")
    for number, said in enumerate(feedback.texts):
        words = _plain(said) if len(said) <= _SHORT else ()
        is_empty = words and _SAYING_NOTHING.issuperset(words) and _VERDICTS.intersection(words)
        if (is_empty or words in also) and words not in allow:
            text = feedback.at(number)
            message = f"“{' '.join(text.text.split())}” does not say what was good or what was missing."
            hint = "Name one thing that worked or did not, where it stands in the artifact, and by which criterion."
            yield Offence(text.span(0, len(text.text)), message, hint)


def _plain(text: str) -> tuple[str, ...]:
    """The words of a text in small letters."""
    return tuple(_WORDS.findall(text.casefold()))
