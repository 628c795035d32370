"""Whether what matters most is taken up by a bet, and whether each bet is planned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.denials import ends_open, says_none
from pmcoach_lint.coaching.parts import COMPETENCIES, EVIDENCE, PLANS, TRACKER, WEEKS, Level
from pmcoach_lint.coaching.steps import gap_of
from pmcoach_lint.coaching.vague import ATTITUDE, OPEN
from pmcoach_lint.nearest import short
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import rule_of_chain
from pmcoach_lint.syntax.yaml_marks import Path

_PUT_OFF = anycase(
    r"\b(?:not (?:now|in this|this|a bet|coached)|next (?:cycle|quarter|time|year)|later|defer\w*|postpon\w*|parked"
    r"|waits?|waiting|until|second cycle|on hold|out of scope|left out|left for|no bet|covered by|comes after)\b"
)
_HEAD = regex(r"\s*(?:\band\b|[&/(,:+–—]).*")
_SILENT_PARTS: tuple[Path, ...] = (COMPETENCIES, EVIDENCE, ("plan",), ("cadence",), TRACKER)
_SHORTEST_NAME = 4
PARTS = {
    "reps": ("reps", "What is not practised every week does not change."),
    "artifacts": ("artifacts", "Name what the bet leaves behind: a brief, a map, a memo."),
    "commitments": (
        "commitment of the coach",
        "Name what the coach gives: a review a week, an introduction, a protected hour.",
    ),
    "measurement": ("measurement", "Name what is counted or scored, and where it stands today."),
}
"""What each bet needs (`coaching-pms`, step 5): in the words of a message, and what to do about it."""


@rule_of_chain("PMC415", severity=None, within=("vision",))
def top_gap_without_bet(chain: Chain) -> Offences:
    """A skill gap of the highest priority is taken up by no bet, and nothing says why.

    A reason is looked for in the gap itself (“next cycle”, “waits for the new mandate”) and wherever the context, the
    vision, the constraints or the closing part speak of the competency.

    Why it matters:
        The PM reads that this matters most, and then that nothing will be done about it.

    What to do:
        Make it a bet, lower its priority, or say why it waits.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence | Gap type | Priority |
        |---|---|---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March | skill | H |
        | Stakeholder leadership | Apply | Analyze | Council of 12 May | skill | H |

        ## 3) Shared Vision

        | ID | Bet | Competency |
        |---|---|---|
        | B1 | Frame first | Problem framing |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence | Gap type | Priority |
        |---|---|---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March | skill | H |
        | Stakeholder leadership | Apply | Analyze | Council of 12 May | skill | H |

        ## 3) Shared Vision

        Stakeholder leadership waits until the new head of sales is here, in January.

        | ID | Bet | Competency |
        |---|---|---|
        | B1 | Frame first | Problem framing |
    """
    if not chain.bets or chain.plans_of_none or not all(bet.competency and bet.levels for bet in chain.bets):
        return  # one of them may take it up, or is meant to
    taken = {id(level.node.value) for bet in chain.bets for level in bet.levels}
    for level in chain.levels:
        row, step = level.node.value, gap_of(level.node)
        if (row.get("priority"), row.get("gap_type")) != ("H", "skill") or id(row) in taken:
            continue
        if (step and step.rungs <= 0) or level.competency is None or _says_why(chain, level):
            continue
        message = f"The gap in “{row['competency']}” has the highest priority, and no bet takes it up."
        hint = "Make it a bet, lower its priority, or say why it waits."
        yield offence(chain.pack, level.node.at("priority"), message, hint)


def _says_why(chain: Chain, level: Level) -> bool:
    """Whether anything is said about the gap that may be the reason why it waits."""
    row, pack = level.node.value, chain.pack
    if _PUT_OFF.search(str(row.get("gap", ""))):
        return True
    silent = [pack.values[path] for path in _silent_places(chain) if path in pack.values]
    whole = str(row["competency"])
    for name in {whole, _HEAD.sub("", whole)}:
        if len(name) < _SHORTEST_NAME:
            continue
        for match in re.finditer(rf"\b{re.escape(name)}\b", pack.text, re.IGNORECASE):
            if not any(start <= match.start() < end for start, end in silent):
                return True
    return False


def _silent_places(chain: Chain) -> Iterator[Path]:
    """Where a competency is named without anything being said about when it is coached."""
    yield from _SILENT_PARTS
    for level in chain.levels:
        yield level.node.at("competency")
    for bet in chain.bets:
        yield bet.node.at("competency")
        yield from (plan.path for plan in bet.plans)


@rule_of_chain("PMC416", severity=None, within=("plan",))
def bet_without_plan(chain: Chain) -> Offences:
    """A bet of part 3 has no section in part 4.

    Why it matters:
        A bet without reps, artifacts, a measurement and something that the coach gives is a wish.

    What to do:
        Write its section of the development plan, or drop the bet.

    Bad:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |
        | B2 | Say no in writing |

        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** Write one brief (45 min)

    Good:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |
        | B2 | Say no in writing |

        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** Write one brief (45 min)

        ### B2: Say no in writing

        **Weekly reps:** Answer the requests of the week by the four criteria (30 min)
    """
    if not (chain.nodes(PLANS) or chain.nodes(WEEKS)) or chain.plans_of_none:
        return  # what is missing, or stands there under another name, is told of elsewhere
    for bet in chain.bets:
        if not bet.is_planned:
            message = f"{bet.node.subject} has no plan in part 4."
            hint = "Write its section of the development plan, or drop the bet."
            if chain.nodes(WEEKS):
                hint = "Name it in the weeks in which it is practised, or drop the bet."
            yield offence(chain.pack, bet.node.at("bet"), message, hint)


@rule_of_chain("PMC417", severity=None)
def plan_says_none(chain: Chain) -> Offences:
    """The plan of a bet says that there are no reps, artifacts, coach commitments or no measurement.

    A coach commitment for “when needed” is none either, nor is one that says only how the coach is (“to be
    supportive”), nor are artifacts that are still to be found (“to be seen in the course of the cycle”).

    Why it matters:
        Each bet needs all four: something to practise, something to look at, something to judge by, and somebody who
        helps. Without one of them it is left to chance.

    What to do:
        Say what it is, even if it is small.

    Bad:
        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** Write one brief (45 min)

        **Coach commitments:** None at this stage

    Good:
        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** Write one brief (45 min)

        **Coach commitments:** None for wording; lead-02 reads one brief a week and asks about the cause
    """
    for plan in chain.nodes(PLANS):
        for part, (what, hint) in PARTS.items():
            lines = plan.nodes(part)
            texts = [line.text("rep") for line in lines]
            if texts and all(map(says_none, texts)):
                message = f"{plan.subject} says that it has no {what}."
                yield offence(chain.pack, lines[0].path, message, hint)
            elif part == "commitments":
                for line in lines:
                    if _is_no_commitment(line.text("rep")):
                        message = f"“{short(line.text('rep'))}” commits the coach to nothing."
                        yield offence(chain.pack, line.path, message, hint)
            elif part == "artifacts" and texts and all(map(OPEN.is_all_of, texts)):
                message = f"“{short(texts[0])}” names no piece of work."
                yield offence(chain.pack, lines[0].path, message, hint)


def _is_no_commitment(text: str) -> bool:
    return ends_open(text) or ATTITUDE.is_all_of(text) or OPEN.is_all_of(text)
