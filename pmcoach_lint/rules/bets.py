"""Whether bets can pay off in the time there is: their weeks, the reason why they should work, and their reps."""

from __future__ import annotations

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.cycle import cycle_of, weeks_of
from pmcoach_lint.coaching.parts import BETS, WEEKS, nodes_at
from pmcoach_lint.coaching.practice import at_least, at_most, heaviest, plans_of, reps_of
from pmcoach_lint.doctypes import PLAN
from pmcoach_lint.document import Document
from pmcoach_lint.language.said import said_at
from pmcoach_lint.names import small
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences, mention, offence, offence_at_word
from pmcoach_lint.rules.registry import Option, Options, rule
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path

_BUDGET: Path = ("context", "time_budget")
_NOT_A_WEEK = regex(
    r"\b(?:total|altogether|in all|months?|monthly|cycle|days?|daily|sprints?|fortnight\w*|quarter)\b",
    near="total altogether all month cycle day daily sprint fortnight quarter",
)

_DAYS = anycase(
    r"\A(?!.*\d\s?-?(?:h|min)).*?(?<!within )(?<!in )(?<!after )(?<!every )(?<!each )\b"
    r"(?P<days>(?P<half>half an? (?:\w+ )?day|(?:a|one) half[- ]day)"
    r"|(?:an?|one|1|two|2|three|3) (?:full|whole|entire|working|complete) days?"
    r"|(?:plan|block|spend|takes?|needs?|reserve|set aside) (?:about |up to )?(?:a|one|1|two|2|three|3) days?"
    r"|(?<=\()(?:1|one|2|two) days?(?=\))|all (?:day|of (?:mon|tues|wednes|thurs|fri)day))\b"
    r"(?!['’]s|\s(?:of|later|after|before|ahead|in advance|notice|old|between|each side))",
    near="day",
)
"""That a rep takes a day or more, in words, where nothing else is said of its time."""
_A_DAY = 8 * 60

_BECAUSE = anycase(
    r"\b(?:because|since|as (?:it|this|that|they|he|she|the|each|every|a|an|no|we|nobody|soon|long)|due to|owing to"
    r"|thanks to|given that|in that|so that|so (?:it|they|the|each|every|nobody|no one|that)|in order to|as a result"
    r"|which (?:\w+ )?(?:makes?|means?|lets?|forces?|gives?|shows?|turns?|keeps?|builds?|creates?|removes?|leads?"
    r"|allows?|enables?|exposes?|reveals?|reduces?|increases?|requires?|trains?|brings?|helps?|is|are|will|has|have)"
    r"|(?:this|that|it) (?:makes?|means?|lets?|forces?|gives?|shows?|turns?|keeps?|builds?|removes?|allows?|enables?"
    r"|exposes?|reveals?|works?|trains?|requires?|brings?|helps?|way)|by (?:then|that time) \w+|for the reason"
    r"|the (?:reason|mechanism|logic|idea|theory)(?: is|:)|why:|through (?:the|which|that|this|repeated|being|seeing)"
    r"|(?:forcing|making|letting|giving|showing|turning|exposing|revealing|removing|allowing|enabling|leaving"
    r"|requiring|bringing|meaning|causing) \w+|when(?:ever)? (?:the|a|an|each|every) \w+ (?:is|are|has|have)"
    r"|once (?:the|a|an|each|it|they)|the more|it['’]s (?:harder|easier)|therefore|thereby|thus|hence|in turn|has to"
    r"|have to|must|no longer|instead of|with \w+ (?:\w+ )?\w+ed|rests on|depends on|only (?:if|when))\b"
)
_BY_DOING = anycase(r"(?<!^)(?<![.!?] )\b(?:by|through) (?:\w+ )?\w+ing\b")
_SECOND_THOUGHT = regex(r"(?:[:;.!?]|\s[–—-]|—)\s*(?:\w+[^\s\w]*\s+){2,}\w+")
_FOR = anycase(r",\s*(?:for|as|and so|so)\s+\w+")


@rule("PMC720", severity=None)
def weeks_outside_cycle(document: Document) -> Offences:
    """The timeframe of a bet, or the weeks of a rep, reach beyond the last week of the cycle.

    Why it matters:
        What is planned for week 12 of eight weeks happens after the last review, so that nobody sees whether it did.

    What to do:
        Shorten it to the cycle, or set `weeks` in the front matter to the number that was meant.

    Bad:
        ---
        type: coaching-pack
        weeks: 8
        ---

        ## 3) Shared Vision

        | ID | Bet | Timeframe |
        |---|---|---|
        | B1 | Frame first | Weeks 1–12 |

    Good:
        ---
        type: coaching-pack
        weeks: 8
        ---

        ## 3) Shared Vision

        | ID | Bet | Timeframe |
        |---|---|---|
        | B1 | Frame first | Weeks 1–8 |
    """
    weeks = weeks_of(document)
    if weeks is None:
        return
    cycle = cycle_of(document)
    longest = cycle.last_week if cycle else weeks  # breaks make a cycle longer than its weeks
    places = [(bet, "timeframe") for bet in nodes_at(document, BETS)]
    places += [(rep, "weeks") for rep in reps_of(document)]
    for node, name in places:
        last = at_most(node.value.get(name))
        if last and last > longest:
            verb = "reaches" if name == "timeframe" else "reach"
            message = f"The {name} of {small(node.subject)} {verb} to week {last}; the cycle has {weeks}."
            related = (mention(document, ("weeks",), "the weeks of the cycle"),)
            hint = f"Let it end in week {weeks}, or correct `weeks` in the front matter."
            yield offence(document, node.at(name), message, hint, related)


@rule("PMC721", severity=None)
def hypothesis_without_reason(document: Document) -> Offences:
    """A hypothesis says what the PM practises and what will come of it, and not why one should lead to the other.

    The usual form is: if the PM practises X, then Y, because Z. Any other words for a reason do as well: “since”, “so
    that”, “which forces”, a second sentence, what follows a colon.

    Why it matters:
        Without the reason nobody can tell in week 4 whether the practice was wrong or only not done. With it, coach and
        PM know what to look for.

    What to do:
        Add the reason: what will the practice change in how the PM thinks or works?

    Bad:
        ## 4) Development Plan

        ### B1: Frame first

        **Hypothesis:** If the PM frames problems every week, then their strategic thinking will improve.

    Good:
        ## 4) Development Plan

        ### B1: Frame first

        **Hypothesis:** If the PM frames problems every week, then rework falls, because causes are
        tested before work begins.
    """
    for plan in (*plans_of(document), *nodes_at(document, BETS), *nodes_at(document, WEEKS)):
        text = plan.value.get("hypothesis")
        if isinstance(text, str) and not _names_mechanism(text):
            message = "This hypothesis does not say why the practice should lead to that."
            hint = "Add the reason: “…, because …”."
            yield offence(document, plan.at("hypothesis"), message, hint)


@rule("PMC722", severity=None)
def more_practice_than_time(document: Document) -> Offences:
    """In some week the reps take more time than the pack says there is for practice.

    Counted is the least that each rep takes, in the weeks that it names, or in all weeks. Reps that say that they are
    optional, stand in for another or are done every second week are left out, and of a range of time the most counts.

    Why it matters:
        A plan that does not fit into the week is dropped in the second one, and the PM books it as their own failure.

    What to do:
        Drop or shorten a rep, give reps weeks that do not overlap, or find more time and say so.

    Bad:
        ---
        type: coaching-pack
        weeks: 8
        ---

        ## Context snapshot

        **Time budget:** 1 hour a week

        ## 4) Development Plan

        ### B1: Frame first

        #### Weekly reps

        | Practice | Minutes | Weeks |
        |---|---|---|
        | Frame one request | 45 | 1–8 |
        | Rule one explanation out | 30 | 5–8 |

    Good:
        ---
        type: coaching-pack
        weeks: 8
        ---

        ## Context snapshot

        **Time budget:** 1 hour a week

        ## 4) Development Plan

        ### B1: Frame first

        #### Weekly reps

        | Practice | Minutes | Weeks |
        |---|---|---|
        | Frame one request | 45 | 1–4 |
        | Rule one explanation out | 30 | 5–8 |
    """
    budget, weeks = at_most(value_at(document, _BUDGET)), weeks_of(document)
    if not budget or weeks is None or _NOT_A_WEEK.search(document.text[slice(*document.values[_BUDGET])]):
        return
    load = heaviest(document, weeks, budget)
    if load:
        when = f"In week {load.first}" if load.first == load.last else f"In weeks {load.first} to {load.last}"
        when = "Every week" if (load.first, load.last) == (1, weeks) else when
        message = f"{when} the reps take {load.minutes} minutes, and there are {budget} for practice."
        related = tuple(
            mention(document, rep.at("minutes"), f"{at_least(rep.value['minutes'])} of them") for rep in load.reps
        )
        hint = "Drop or shorten a rep, give reps weeks that do not overlap, or find more time."
        yield offence(document, _BUDGET, message, hint, related)


@rule(
    "PMC723",
    Option("shortest", 15, "The fewest minutes that a rep may take."),
    Option("longest", 120, "The most minutes that a rep may take."),
    severity=None,
)
def rep_length(document: Document, options: Options) -> Offences:
    """A rep takes less time than it needs to be practice, or more than anybody will spend on it every week.

    The usual length is 30 to 90 minutes. Of a coaching plan a practice is told that takes half a day of each week or
    more: “one full day a week”, “through all 140 items”.

    Why it matters:
        In ten minutes nobody thinks again. A rep of three hours is done once; what is done once a week in 45 minutes
        becomes a habit.

    What to do:
        Cut it down to the part that is practice, make it the stretch assignment, or join two short reps into one.

    Bad:
        ## 4) Development Plan

        ### B1: Frame first

        #### Weekly reps

        | Practice | Minutes |
        |---|---|
        | Frame one request | 180 |

    Good:
        ## 4) Development Plan

        ### B1: Frame first

        #### Weekly reps

        | Practice | Minutes |
        |---|---|
        | Frame one request | 45 |
    """
    shortest, longest = options["shortest"], options["longest"]
    if document.is_a(PLAN):
        yield from _long_practice(document)
    for rep in reps_of(document):
        minutes = rep.value.get("minutes")
        low, high = at_least(minutes), at_most(minutes)
        if low is None and (told := _DAYS.search(rep.text("rep"))) and longest < _A_DAY / (2 if told["half"] else 1):
            hint = f"Cut it down to {longest} minutes at most, or make it the stretch assignment."
            yield offence_at_word(document, rep.at("rep"), told["days"], f"This rep takes “{told['days']}”.", hint)
        if low is None or high is None or shortest <= low <= high <= longest:
            continue
        if low < shortest:
            message = f"This rep takes {_minutes(low)}."
            hint = f"Give it at least {shortest} minutes, or join it to another."
        else:
            message = f"This rep takes {_minutes(high)}."
            hint = f"Cut it down to {longest} minutes at most, or make it the stretch assignment."
        yield offence(document, rep.at("minutes"), message, hint)


def _long_practice(plan: Document) -> Offences:
    """The practice and the habits of a coaching plan that take more than anybody will give them."""
    from pmcoach_lint.language.long_hours import long_in  # noqa: PLC0415 - no pack asks for it

    for text in said_at(plan, "sessions.practice", "transfer.habits.item"):
        if span := long_in(text.text):
            message = f"“{text.text[slice(*span)]}” is more practice than there is room for beside the work."
            yield Offence(text.span(*span), message, "Cut it down to the part that can be done beside the work.")


def _minutes(number: int) -> str:
    return "a minute" if number == 1 else f"{number} minutes"


def _names_mechanism(hypothesis: str) -> bool:
    """Whether a hypothesis gives a reason, in any of the many words for it.

    A second sentence, or what follows a colon or a dash, counts as one. So does “by comparing”, unless the hypothesis
    begins with it: there it is the practice.
    """
    text = " ".join(hypothesis.split())
    return " because " in text or any(form.search(text) for form in (_BECAUSE, _BY_DOING, _FOR, _SECOND_THOUGHT))
