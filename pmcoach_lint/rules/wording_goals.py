"""Goals and behaviours that nobody could see: labels, and activities in the place of goals."""

from __future__ import annotations

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.parts import BETS
from pmcoach_lint.coaching.vague import LACK
from pmcoach_lint.document import Document
from pmcoach_lint.language import Hit, lexicon
from pmcoach_lint.language.activities import LEARNING, MEETING, PRESENCE
from pmcoach_lint.language.chores import done_in
from pmcoach_lint.language.labels import BEING, IDENTITIES, VAGUE
from pmcoach_lint.language.said import spoken_of
from pmcoach_lint.language.substance import has_purpose, is_means, is_shown, is_spelled_out, is_whole
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.rules.wording import OPTIONS, example, hits, is_one_of, words_alone
from pmcoach_lint.syntax.source import Offence, fold
from pmcoach_lint.syntax.yaml_marks import Path

_ENOUGH = 4
"""So many words beside a label may say what is meant by it. Our own figure."""

_SHOWN_AS = (
    (("stakeholder", "align", "relation", "collab", "team", "partner", "influenc"),
     "has heard each objection from its owner before the meeting"),
    (("commun", "comms", "present", "storytell", "gravitas", "vocal", "visib", "listen"),
     "asks for one decision in the first two lines of every update"),
    (("data", "analy", "critical"), "writes down which figure would change the plan before looking at it"),
    (("customer", "user", "discovery", "empath", "product"),
     "opens each brief with who is stuck, how often and at what cost"),
    (("owner", "proactiv", "initiativ", "accountab", "step", "responsib", "lead", "confiden", "assert", "decisi"),
     "raises a slip the day it is seen, with two ways out and a recommendation"),
    (("priorit", "execut", "time", "organi", "structur", "effici"),
     "names what goes out of the plan when something comes in"),
    (("",), "opens each proposal with the decision it serves and names what is dropped for it"),
)  # fmt: skip


@rule("PMC800", *OPTIONS, severity=None)
def vague_label(document: Document, options: Options) -> Offences:
    """A goal, a bet, a behaviour or a practice is a label that leaves open what would be seen.

    So is a next step that somebody is to be better by then (“gets better at sizing”), and a gap that only says that
    something is lacking (“needs to communicate better”). “Be more strategic” is no offence
    where the same text, or the target behaviour or the success signals beside a bet, say what the person does then.
    Quoted, negated and reported words are none either.

    Why it matters:
        Two people agree on “be more strategic” and mean two things. Nobody can practise a label, see it or be fair
        about it.

    What to do:
        Ask: what would I see them do, in which meeting or document? Write that down; the label may stay in front.

    Bad:
        ## Context snapshot

        **Coaching goal:** Be more strategic in roadmap discussions

    Good:
        ## Context snapshot

        **Coaching goal:** Be more strategic: opens each PRD with the decision it serves
    """
    found = list(hits(document, options, VAGUE, "goal", "behaviour", "practice", "step"))
    told: set[Path] = set()
    for hit in found:
        if hit.text.says == "step" and not is_one_of(hit, IDENTITIES + BEING, document):
            continue
        is_identity = is_one_of(hit, IDENTITIES, document)
        beside = (other for other in found if other.text.path == hit.text.path)
        is_clear = is_shown(hit) if is_identity else is_spelled_out(hit, beside)
        if hit.text.path not in told and is_whole(hit) and not is_clear and not _is_spelled_out_beside(document, hit):
            told.add(hit.text.path)
            message = f"“{hit.words}” names no behaviour that anybody could see."
            hint = f"Say what they do then that others can see, such as “{example(hit, _SHOWN_AS)}”."
            yield Offence(hit.span, message, hint)
    for text in words_alone(document, LACK, "gap"):
        message = f"“{text.text}” says that something is lacking, and not what was seen instead."
        yield Offence(text.span(0, len(text.text)), message, "Say what they did or left in which piece of work.")


def _is_spelled_out_beside(document: Document, hit: Hit) -> bool:
    """Whether the other entries of the same list, or the fields beside a bet, say what is meant."""
    path = hit.text.path
    if isinstance(path[-1], int):
        beside = [text for place, text in enumerate(_texts(document, path[:-1])) if place != path[-1]]
    elif path[:2] == BETS:
        beside = [text for name in ("target_behaviour", "signals") for text in _texts(document, (*path[:-1], name))]
    else:
        beside = []
    labels = lexicon(VAGUE)
    return any(len(text.split()) >= _ENOUGH and not labels.holds(document, fold(text)) for text in beside)


def _texts(document: Document, path: Path) -> list[str]:
    value = value_at(document, path)
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _is_time_served(hit: Hit) -> bool:
    """Whether a criterion for graduation is met by attendance alone, which `graduation-by-the-calendar` tells."""
    if hit.text.path[:1] != ("graduation",):
        return False
    from pmcoach_lint.rules.engagement_term import TIME_SERVED  # noqa: PLC0415 - packs have no use for it

    return TIME_SERVED.fullmatch(hit.text.text) is not None


@rule("PMC801", *OPTIONS, severity=None)
def activity_as_goal(document: Document, options: Options) -> Offences:
    """A goal, a bet or a success signal is something to do or to attend, and not what is different afterwards.

    Courses, books, meetings and the like are welcome in the plan. Here they are no offence where the text says what
    follows from them: “so that …”, “until …”.

    Why it matters:
        Three books can be read and nothing has changed. Who did everything that was asked has a right to call it
        done.

    What to do:
        Ask: and what will they do better at work after that? Make that the goal, and move the activity to the reps.

    Bad:
        ## Context snapshot

        **Coaching goal:** Attend a course on product analytics

    Good:
        ## Context snapshot

        **Coaching goal:** Answers questions about conversion with own queries instead of waiting for the analyst
    """
    for hit in hits(document, options, LEARNING + PRESENCE + MEETING, "goal", "behaviour", "signal"):
        is_meant = hit.text.says == "goal" or lexicon(LEARNING + PRESENCE).holds(document, hit.text.folded)
        if is_meant and is_whole(hit) and not (is_means(hit) or has_purpose(hit) or _is_time_served(hit)):
            message = f"“{hit.words}” is something to do, not what is different afterwards."
            hint = "Say what they do better at work after that, and move the activity to the reps or the stretch work."
            yield Offence(hit.span, message, hint)
    goals = spoken_of(document, "goal")
    for number, told in enumerate(goals.texts):
        text = goals.at(number) if done_in(told) else None
        span = done_in(text.text) if text else None
        if text and span:
            message = f"“{text.text[slice(*span)]}” is delivery in order, not what the PM can do."
            yield Offence(text.span(*span), message, "Say what they decide, decline, or put differently after that.")
