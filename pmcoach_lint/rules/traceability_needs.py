"""Whether each bet has all that it needs, wherever in the pack that is told."""

from __future__ import annotations

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.parts import BETS, LEVELS, PLANS, REVIEW_PLAN, WEEKS, Node
from pmcoach_lint.coaching.timeframe import timeframe_of
from pmcoach_lint.finding import Severity
from pmcoach_lint.names import small
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.readers.calendar import DAY
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import rule_of_chain
from pmcoach_lint.rules.traceability_bets import PARTS

_WHEN = anycase(
    rf"\b(?:(?:{DAY}|w(?:ee)?k\.? ?\d{{1,2}}|[CK]?W ?\d{{1,2}})\b|\d{{1,2}}\.\d{{1,2}}\.(?!\d)"
    r"|(?:0?[1-9]|1[0-2])/(?:1[1-9]|2\d|3[01])(?![\w/]))"
)
"""Days and weeks in whatever form, those without a year among them: `13.11.`, `CW46`, `11/17`; `9/10` is a figure."""

_LOOKS = anycase(
    r"\b(?:check(?:-?points?|[ -]?ins?| \d)|mid-?(?:point|way|cycle|term)|half-?way|clos(?:e|ing)|re-?(?:rate|assess)"
    r"|(?:mid|interim|final|closing|progress) (?:review|look|check))\b"
)
_STEP = "Write the level to reach by the end of the cycle beside the current one: Apply → Analyze."


@rule_of_chain("PMC424", severity=None, within=("plan",))
def weeks_lack_part(chain: Chain) -> Offences:
    """A plan that goes from week to week names no artifacts, no coach commitments or no measurement.

    They may stand in its weeks, or be said once for all of them.

    Why it matters:
        Each bet needs something to look at, something to judge by, and somebody who helps. Reps alone are homework.

    What to do:
        Add a column, or say it once below the weeks.

    Bad:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |

        ## 4) Development Plan

        | Week | Bet | Rep | Artifact | Coach |
        |---|---|---|---|---|
        | 1 | B1 | Rewrite the opening of the July brief | One page | Comments within a day |
        | 2 | B1 | Rule out one explanation with data | Half a page | Lends the analyst |

    Good:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |

        ## 4) Development Plan

        | Week | Bet | Rep | Artifact | Coach |
        |---|---|---|---|---|
        | 1 | B1 | Rewrite the opening of the July brief | One page | Comments within a day |
        | 2 | B1 | Rule out one explanation with data | Half a page | Lends the analyst |

        **Measurement:** framing comments on each brief (11 on the July brief, 2 or fewer in week 8)
    """
    bets = [bet for bet in chain.bets if bet.weeks and not bet.plans]  # beside plans, weeks are their timeline
    parts = {part: [bet for bet in bets if not bet.planned(part)] for part in PARTS if part != "reps"}
    of_all = [part for part, without in parts.items() if bets and len(without) == len(bets)]
    if of_all:
        message = f"The plan names no {_in_words(of_all)}."
        hint = " ".join(PARTS[part][1] for part in of_all)
        yield offence(chain.pack, WEEKS, message, hint)
    for bet in bets:
        lacking = [part for part, without in parts.items() if part not in of_all and bet in without]
        if lacking:
            message = f"The plan names no {_in_words(lacking)} for {small(bet.node.subject)}."
            hint = " ".join(PARTS[part][1] for part in lacking)
            yield offence(chain.pack, bet.weeks[0].path, message, hint)


def _practised(chain: Chain) -> list[Node]:
    """The plans of bets that say what is practised; of others that is told first."""
    return [plan for plan in chain.nodes(PLANS) if any(rep.value for rep in plan.nodes("reps"))]


def _in_words(parts: list[str]) -> str:
    return in_a_row([PARTS[part][0] for part in parts], "or")


@rule_of_chain("PMC425", severity=None, within=("plan", "follow_up"))
def bet_without_checkpoint(chain: Chain) -> Offences:
    """The plan of a bet has no checkpoints, and part 6 sets no day on which progress is looked at.

    Checkpoints may stand in the plan of each bet, or once for all bets in part 6.

    Why it matters:
        Without a day on which somebody looks, a bet that stalls is noticed at the end, when nothing can be changed.

    What to do:
        Say in which weeks you look at it, and what should be true by then: weeks 1, 4 and 8.

    Bad:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |

        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** Write one brief (45 min)

    Good:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |

        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** Write one brief (45 min)

        ## 6) Follow-up Tracker + Review Plan

        **Reviews:** week 4: two briefs; week 8: all briefs
    """
    plans = [plan for plan in _practised(chain) if not chain.pack.is_settled(plan.at("checkpoints"))]
    looked_at = any(node.is_placed for node in chain.nodes(REVIEW_PLAN))
    for plan in plans if not looked_at and not _names_days(chain) else ():
        if not plan.nodes("checkpoints"):
            who = plan.subject
            message = f"{who} has no checkpoints, and part 6 names no day or week to look at it."
            hint = "Say in which weeks you look at it, and what should be true by then."
            yield offence(chain.pack, plan.path, message, hint)


def _names_days(chain: Chain) -> bool:
    """Whether part 6 names days or weeks in whatever form (a list of sessions, a table of figures by the week).

    The plan may do so as well, on a line that tells of a look at how it goes: `W6 (25 Jan): checkpoint with eng-04`.
    """
    text, values = chain.pack.standing, chain.pack.values
    if len(set(_WHEN.findall(text, *values.get(REVIEW_PLAN[:1], (0, 0))))) > 1:
        return True
    lines = text[slice(*values.get(PLANS[:1], (0, 0)))].splitlines()
    return any(_LOOKS.search(line) and _WHEN.search(line) for line in lines)


@rule_of_chain("PMC426", severity=None, within=("assessment", "vision"))
def bet_without_target(chain: Chain) -> Offences:
    """Nothing says which level a bet is to reach: not the bet, nor its plan, nor the assessment of its competency.

    Why it matters:
        Reps are chosen for the step between two levels. Without the second, any practice will do, and none can fail.

    What to do:
        Write the level to reach by the end of the cycle beside the current one: Apply → Analyze.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Evidence |
        |---|---|---|
        | Problem framing | Apply | Brief of 3 March opens with the solution |

        ## 3) Shared Vision

        | ID | Bet | Competency |
        |---|---|---|
        | B1 | Frame first | Problem framing |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Evidence |
        |---|---|---|
        | Problem framing | Apply | Brief of 3 March opens with the solution |

        ## 3) Shared Vision

        | ID | Bet | Competency | Target level |
        |---|---|---|---|
        | B1 | Frame first | Problem framing | Analyze |
    """
    targets = [level.node.at("target") for level in chain.levels]
    if not targets or any(map(chain.pack.is_settled, targets)):
        return  # what is assessed is told of elsewhere, and what cannot be read may be the level
    without = [bet for bet in chain.bets if not bet.targets and not chain.pack.is_settled(bet.node.at("target"))]
    if any({"target", "expected"} & level.node.value.keys() for level in chain.levels):
        without = [bet for bet in without if bet.levels]
    elif without and len(without) == len(chain.bets):
        message = "Neither the assessment nor a bet says which level is to be reached."
        yield offence(chain.pack, LEVELS, message, _STEP)
        return
    for bet in without:
        message = f"{bet.node.subject} does not say which level is to be reached."
        yield offence(chain.pack, bet.node.at("bet"), message, _STEP)


@rule_of_chain("PMC427", severity=Severity.WARNING, within=("vision", "plan"))
def bet_without_hypothesis(chain: Chain) -> Offences:
    """The plan of one bet says why its practice should lead to the next level, and that of another does not.

    A pack that gives no hypothesis at all is fine: then it tells what is expected in other words, or leaves it open.

    Why it matters:
        A hypothesis can turn out wrong, and then something is learned: the wrong practice, or the wrong reason. Of two
        bets with one between them, only one can teach that.

    What to do:
        Write one sentence: if the PM practises X, then Y, because Z.

    Bad:
        ## 4) Development Plan

        ### B1: Frame first

        **Hypothesis:** If pm-07 names the cause before the solution, rework falls, because readers see what is meant.

        **Weekly reps:** Write one brief (45 min)

        ### B2: Say no

        **Weekly reps:** Write one refusal (30 min)

    Good:
        ## 4) Development Plan

        ### B1: Frame first

        **Hypothesis:** If pm-07 names the cause before the solution, rework falls, because readers see what is meant.

        **Weekly reps:** Write one brief (45 min)

        ### B2: Say no

        **Hypothesis:** If pm-07 refuses in writing, fewer ask again, because they see what their wish would cost.

        **Weekly reps:** Write one refusal (30 min)
    """
    plans = _practised(chain)
    known = [{"hypothesis"} & plan.value.keys() or chain.pack.is_settled(plan.at("hypothesis")) for plan in plans]
    for plan in (plan for plan, is_known in zip(plans, known, strict=True) if any(known) and not is_known):
        message = f"{plan.subject} has no hypothesis."
        hint = "Write one sentence, as for the other: if the PM practises X, then Y, because Z."
        yield offence(chain.pack, plan.path, message, hint)


@rule_of_chain("PMC428", severity=Severity.WARNING, within=("vision", "plan"))
def bet_without_timeframe(chain: Chain) -> Offences:
    """A growth bet does not say when it runs, and neither does its plan.

    Weeks or a last day do, in the bet or in words of its own (`by the end of November`); so do the weeks of a plan that
    goes from week to week, checkpoints with a week or a day, and stretch work that is due on one.

    Why it matters:
        Without an end, a bet runs on until the cycle is over, and nobody notices in time that it will not pay off. Two
        bets that both run all the time also take each other's hours.

    What to do:
        Write the weeks of the cycle in which it runs, or the day by which it should have paid off.

    Bad:
        ## 3) Shared Vision

        | ID | Bet | Why it matters | Success signals |
        |---|---|---|---|
        | B1 | Frame first | 3 of 5 briefs come back | 4 of 5 briefs pass at the first reading |

    Good:
        ## 3) Shared Vision

        | ID | Bet | Why it matters | Success signals | Timeframe |
        |---|---|---|---|---|
        | B1 | Frame first | 3 of 5 briefs come back | 4 of 5 briefs pass at the first reading | Weeks 1–8 |
    """
    told = [bet for bet in chain.bets if {"why", "signals"} & bet.node.value.keys()]  # of others it goes without saying
    without = [bet.node for bet in told if timeframe_of(bet) is None]
    hint = "Write the weeks in which it runs, such as Weeks 1–8, or the day by which it should have paid off."
    if len(without) == len(told) > 1:
        yield offence(chain.pack, BETS, "No growth bet says when it runs.", hint)
        return
    for bet in without:
        at = bet.at("timeframe")
        has_place = at in chain.pack.values or at in chain.pack.keys
        message = f"{bet.subject} does not say when it runs."
        yield offence(chain.pack, at if has_place else bet.at("bet"), message, hint)
