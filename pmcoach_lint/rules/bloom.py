"""Whether the levels of a pack make sense: steps up the ladder, and reps that force them."""

from __future__ import annotations

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.parts import Bet, Level, Node
from pmcoach_lint.coaching.steps import Step, rung
from pmcoach_lint.coaching.verbs import TOP, clear_height, height_of, says_more
from pmcoach_lint.names import small
from pmcoach_lint.readers.bloom import LADDERS
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import Option, Options, rule_of_chain
from pmcoach_lint.syntax.source import Offence

_ABOVE = anycase(r"\b(?:above|beyond|exceed\w*|ahead|strength|surplus|enough)\b")


@rule_of_chain("PMC700", severity=None, within=("assessment", "vision"))
def bet_without_step(chain: Chain) -> Offences:
    """The target level of a growth bet is not above the level it starts from, or one of the assessment is below it.

    Why it matters:
        A bet is eight weeks of somebody's practice. If it ends where it began, they have maintained a strength, and
        the gap that needed the time got none.

    What to do:
        Raise the target by one level. If the level is to stay, list it under the strengths to compound, and bet on
        another competency.

    Bad:
        ## 3) Shared Vision

        | ID | Bet | Level change |
        |---|---|---|
        | B1 | Frame first | Apply → Apply |

    Good:
        ## 3) Shared Vision

        | ID | Bet | Level change |
        |---|---|---|
        | B1 | Frame first | Apply → Analyze |
    """
    for bet, step in chain.agreed_steps:
        if step.rungs > 0:
            continue
        where = f"below {step.current}, where it starts" if step.rungs else "the level it starts from"
        message = f"{bet.node.subject} aims at {step.target}, {where}."
        hint = _next_up(step, chain.pack.edition)
        yield offence(chain.pack, step.node.at("target"), message, hint)
    told = {step.node.path for _, step in chain.agreed_steps}
    for level in chain.levels:
        fall = chain.gap(level) if "target" in level.node.value and level.node.path not in told else None
        if fall and fall.rungs < 0 and not _is_above(level):
            name = level.node.text("competency")
            message = f"The target ({fall.target}) is below {fall.current}, where “{name}” stands."
            hint = "Nobody is coached down: correct one of the two levels."
            yield offence(chain.pack, level.node.at("target"), message, hint)


def _is_above(level: Level) -> bool:
    """Whether a row says that the level is above what is asked for: then its target is what the role expects."""
    pack, value = level.node.document, level.node.value
    told = (*map(str, value.values()), pack.text[slice(*pack.values[level.node.path])])
    return value.get("standing") == "strength" or any(map(_ABOVE.search, told))


def _next_up(step: Step, edition: int) -> str:
    first = above(step, edition)
    if first is None:
        return "There is no level above: list it as a strength to compound, and bet on another competency."
    return f"The next level up is {first}. If the level is to stay, it is a strength and no bet."


@rule_of_chain("PMC701", Option("largest", 2, "How many levels up a bet may go in one cycle."), severity=None)
def leap_of_levels(chain: Chain, options: Options) -> Offences:
    """A growth bet goes up more than two levels in one cycle.

    Why it matters:
        Each level rests on practice at the one before. Who is to judge what they cannot yet apply learns the words for
        it, and the coach books a failure that was planned.

    What to do:
        Aim one or two levels up in this cycle, and leave the rest for the next one.

    Bad:
        ## 3) Shared Vision

        | ID | Bet | Level change |
        |---|---|---|
        | B1 | Frame first | Understand → Synthesize |

    Good:
        ## 3) Shared Vision

        | ID | Bet | Level change |
        |---|---|---|
        | B1 | Frame first | Understand → Apply |
    """
    for bet, step in chain.agreed_steps:
        if step.rungs > options["largest"]:
            message = f"{bet.node.subject} goes up {step.rungs} levels in one cycle."
            first = above(step, chain.pack.edition)
            hint = f"The next level up is {first}: aim at that in this cycle, and at the rest in a later one."
            yield offence(chain.pack, step.node.at("target"), message, hint)


def above(step: Step, edition: int) -> str | None:
    """The level above the one that a step starts from; None where there is none."""
    ladder, at = LADDERS[edition], rung(step.current, edition)
    return ladder[at] if at and at < len(ladder) else None


@rule_of_chain("PMC702", severity=None)
def reps_below_the_step(chain: Chain) -> Offences:
    """All reps of a bet plainly practise a level that the PM has reached already.

    From Understand, reps are to force Apply; from Apply, Analyze; from Analyze, Synthesize or Evaluate. What a rep
    forces is judged by its verbs, and only where they leave no doubt: reading, listing, retelling. One rep that may ask
    for more is enough for the rule to be silent.

    Why it matters:
        Nobody reads their way to judgement. What is practised every week is what grows, and here that is the level
        which is there already.

    What to do:
        Change at least one rep so that it cannot be done without the next level: apply it to a live request, compare
        two explanations, defend a choice.

    Bad:
        ## 3) Shared Vision

        | ID | Bet | Level change |
        |---|---|---|
        | B1 | Frame first | Apply → Analyze |

        ## 4) Development Plan

        ### B1: Frame first

        #### Weekly reps

        | Practice | Minutes |
        |---|---|
        | Read one problem frame of another team | 30 |
        | Retell it to the coach | 15 |

    Good:
        ## 3) Shared Vision

        | ID | Bet | Level change |
        |---|---|---|
        | B1 | Frame first | Apply → Analyze |

        ## 4) Development Plan

        ### B1: Frame first

        #### Weekly reps

        | Practice | Minutes |
        |---|---|
        | Read one problem frame of another team | 30 |
        | Write two rival explanations and rule one out with data | 45 |
    """
    for bet, step in chain.agreed_steps:
        reps = bet.planned("reps")
        if step.rungs <= 0 or not reps:
            continue
        start = height_of(step.current, chain.pack.edition) or 1
        if start < TOP and all((height := _height(rep)) is not None and height <= start for rep in reps):
            yield _below(chain, bet, step, reps)


def _height(rep: Node) -> int | None:
    """The height that a rep plainly practises; None where it may ask for more, if only by what it leaves behind."""
    beside = (str(rep.value.get(name, "")) for name in ("artifact", "signal"))
    return None if any(map(says_more, beside)) else clear_height(rep.text("rep"))


def _below(chain: Chain, bet: Bet, step: Step, reps: tuple[Node, ...]) -> Offence:
    wanted = above(step, chain.pack.edition)
    what = {1: "The only rep", 2: "Both reps"}.get(len(reps), f"All {len(reps)} reps")
    asks = "asks" if len(reps) == 1 else "ask"
    message = f"{what} of {small(bet.node.subject)} {asks} for no more than {step.current}."
    hint = f"From {step.current}, reps are to force {wanted}: change at least one so that it cannot be done without."
    related = tuple(mention(chain.pack, rep.at("rep"), "neither does this one") for rep in reps[1:])
    related += (mention(chain.pack, step.node.at("target"), "what the bet aims at"),)
    return offence(chain.pack, reps[0].at("rep"), message, hint, related)
