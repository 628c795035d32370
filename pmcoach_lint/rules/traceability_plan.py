"""Whether plans and reps belong to a bet, and whether all say the same about its levels."""

from __future__ import annotations

import re

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.followed import entries
from pmcoach_lint.coaching.parts import BETS, PLANS, Node
from pmcoach_lint.coaching.steps import Step, rung, step_of, told_of
from pmcoach_lint.names import name_key
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import Options, rule_of_chain
from pmcoach_lint.rules.traceability import names_of, there_are
from pmcoach_lint.syntax.source import Offence

_REP = regex(r"[A-Z]*-?(\d+)\.\d+")
_BET = regex(r"[A-Z]*-?(\d+)")
_FOLLOW = 3
"""So many times as many reps as do not must bear the number of the only bet before one that does not is a slip: with
several bets, most of them are enough."""

_FURTHER = regex(r"\b(?:way to|later|towards?|then|stretch(?: goal)?:?)\s[*_]{0,2}([^\W\d_]+)", re.IGNORECASE)
"""What a step leads to that is only a part of the way: `on the way to Analyze`, `(stretch: synthesize)`."""


@rule_of_chain("PMC418", within=("vision",))
def plan_of_no_bet(chain: Chain) -> Offences:
    """A section of the plan, with its reps and checkpoints, belongs to no bet of part 3, or to one of two.

    Why it matters:
        Time goes into practice that nobody has agreed on, while an agreed bet may go without.

    What to do:
        Head the section by the id or the name of its bet, add the bet to part 3, or drop the section.

    Bad:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |

        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** Write one brief (45 min)

        ### B2: Speak up in councils

        **Weekly reps:** Prepare one question (30 min)

    Good:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |
        | B2 | Speak up in councils |

        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** Write one brief (45 min)

        ### B2: Speak up in councils

        **Weekly reps:** Prepare one question (30 min)
    """
    names = names_of(chain.pack, BETS)
    if not names or not all(names):
        return  # a bet that is still to be named may be the one
    for plan in chain.plans_of_none:
        yield from _plan_of_none(chain, plan, names)
    for plan in chain.nodes(PLANS):
        by_id, by_name = chain.bet_of(plan.path), chain.named_bet(plan)
        if by_id is not None and by_name is not None and by_id != by_name:
            message = f"This plan has the id of “{names[by_id]}” and the name of “{names[by_name]}”."
            related = tuple(mention(chain.pack, (*BETS, place), "may be meant") for place in (by_id, by_name))
            hint = "Make id and name those of one bet."
            yield offence(chain.pack, plan.at("bet"), message, hint, related)


def _plan_of_none(chain: Chain, plan: Node, names: list[str]) -> Offences:
    path = plan.at("bet")
    if chain.is_unclear(plan) or chain.pack.is_settled(path):
        return  # another rule has said that the name may mean several, or cannot be read
    name = plan.text("bet")
    if not name and "id" not in plan.value:
        message = "This plan does not say which bet it is for."
        yield offence(chain.pack, plan.path, message, f"Head it by its bet. {there_are(names)}")
        return
    near = nearest(name, [bet.text("bet") for bet in chain.nodes(BETS)]) if name else None
    message = f"{plan.subject} belongs to no bet of part 3.{did_you_mean(near)}"
    yield offence(chain.pack, path if name else plan.at("id"), message, there_are(names), near=near)


@rule_of_chain("PMC419")
def rep_of_another_bet(chain: Chain) -> Offences:
    """A rep stands in the plan of one bet and bears the number of another, or of none.

    Only in packs whose reps are numbered by bets, most of them at least: `R1.1` and `R1.2` for `B1`, `R2.1` for `B2`.

    Why it matters:
        The tracker speaks of reps by their ids. Progress on this one is booked on the wrong bet.

    What to do:
        Give it the number of its bet, or move it to the other plan.

    Bad:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |
        | B2 | Say no in writing |

        ## 4) Development Plan

        ### B1: Frame first

        #### Weekly reps

        | Rep | Practice |
        |---|---|
        | R1.1 | Write one brief |
        | R1.2 | Rule out one explanation |

        ### B2: Say no in writing

        #### Weekly reps

        | Rep | Practice |
        |---|---|
        | R2.1 | Answer the requests of the week |
        | R3.1 | Write a memo on one swap |

    Good:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |
        | B2 | Say no in writing |

        ## 4) Development Plan

        ### B1: Frame first

        #### Weekly reps

        | Rep | Practice |
        |---|---|
        | R1.1 | Write one brief |
        | R1.2 | Rule out one explanation |

        ### B2: Say no in writing

        #### Weekly reps

        | Rep | Practice |
        |---|---|
        | R2.1 | Answer the requests of the week |
        | R2.2 | Write a memo on one swap |
    """
    numbers = [_BET.fullmatch(str(bet.node.value.get("id", place))) for place, bet in enumerate(chain.bets, 1)]
    fitting, others = 0, []
    for bet, number in zip(chain.bets, numbers, strict=True):
        for rep in bet.planned("reps") if number else ():
            own = _REP.fullmatch(rep.text("id"))
            if own and number and own[1] == number[1]:
                fitting += 1
            elif own:
                others.append((bet, rep, own[1]))
    is_slip = fitting >= _FOLLOW * len(others) or (len(chain.bets) > 1 and fitting > len(others))
    for bet, rep, number_of in others if is_slip else ():
        name = bet.node.text("id") or f"“{bet.node.value.get('bet', '')}”"
        is_there = any(each and each[1] == number_of for each in numbers)
        whose = f"bet {number_of}" if is_there else "a bet that there is not"
        message = f"{rep.value['id']} stands in the plan of {name} and bears the number of {whose}."
        hint = "Give it the number of its bet, or move it to the other plan."
        yield offence(chain.pack, rep.at("id"), message, hint)


@rule_of_chain("PMC422")
def levels_disagree(chain: Chain, options: Options) -> Offences:
    """A bet, its plan and the assessment of its competency name different levels.

    One that goes a part of the step, and says so, is welcome: `Apply → Analyze, on the way to Synthesize`.

    Why it matters:
        Reps are made for the step between two levels. If nobody knows which step, they train something else.

    What to do:
        Decide on one current and one target level, and say them once.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Understand | Apply | Brief of 3 March |

        ## 3) Shared Vision

        | ID | Bet | Competency | Level change |
        |---|---|---|---|
        | B1 | Frame first | Problem framing | Apply → Analyze |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March |

        ## 3) Shared Vision

        | ID | Bet | Competency | Level change |
        |---|---|---|---|
        | B1 | Frame first | Problem framing | Apply → Analyze |
    """
    for bet in chain.bets:
        nodes = told_of(bet)
        steps = list(filter(None, map(step_of, nodes)))
        parts = [step.node for step in steps[:-1] if _is_part(step, steps[-1])]
        nodes = tuple(node for node in nodes if node not in parts)
        steps = [step for step in steps if step.node in nodes]
        odd = next((step for step in steps[:-1] if not _agree(step, steps[-1])), None)
        if odd:
            other = steps[-1]
            name = "target" if odd.target != other.target else "current"
            said = (f"{odd.current} → {odd.target}", f"{other.current} → {other.target}")
            yield _disagreement(chain, odd.node, other.node, name, *said)
            continue
        for name in ("current", "target"):
            told = [node for node in nodes if _rung(node, name)]
            odd_one = (node for node in told[:-1] if _is_odd(node, told[-1], name))
            one = next((node for node in odd_one if not _may_have_risen(chain, node, told[-1], name, options)), None)
            if one:
                yield _disagreement(chain, one, told[-1], name, one.value[name], told[-1].value[name])
                break


def _rung(node: Node, name: str) -> int:
    return rung(node.value.get(name), node.document.edition) or 0


def _is_odd(node: Node, other: Node, name: str) -> bool:
    """Whether two records tell levels that cannot both be right."""
    return _rung(node, name) != _rung(other, name) and not _may_meet(node, other, name)


def _may_have_risen(chain: Chain, node: Node, other: Node, name: str, options: Options) -> bool:
    """Whether where the PM stands may have risen in the assessment since the bet was made.

    That is what one updates it for, as soon as there is something that has been followed up.
    """
    if name != "current" or other.path[0] != "assessment" or _rung(node, name) > _rung(other, name):
        return False
    followed = any(entry.on <= options.as_of for entry in entries(chain))
    return followed or bool(chain.pack.data.get("follow_up", {}).get("reached"))


def _disagreement(chain: Chain, node: Node, other: Node, name: str, this: str, that: str) -> Offence:
    message = f"This says {this}, and {_where(other)} says {that}."
    related = (mention(chain.pack, other.at(name), f"{that} here"),)
    return offence(chain.pack, node.at(name), message, "Decide on one step, and say it in one place.", related)


def _is_part(step: Step, whole: Step) -> bool:
    """Whether a step goes a part of the `whole` by its own words: `Know → Apply, on the way to Analyze`."""
    if step.current != whole.current or step.rungs >= whole.rungs:
        return False
    document, path = step.node.document, step.node.path
    said = document.text[slice(*document.values.get(path, (0, 0)))]
    return any(name_key(match[1]) == name_key(whole.target) for match in _FURTHER.finditer(said))


def _agree(step: Step, other: Step) -> bool:
    """Whether two steps lead from one level to the same other, as far as they say which."""
    levels = (("current", step.current, other.current), ("target", step.target, other.target))
    return all(this == that or _may_meet(step.node, other.node, name) for name, this, that in levels)


def _may_meet(node: Node, other: Node, name: str) -> bool:
    """Whether one of two records tells a level between two, the upper one of which the other tells."""
    further = _rung(other, name) - _rung(node, name)
    lower = {1: node, -1: other}.get(further)
    if lower is None:
        return False
    start, end = lower.document.values.get((*lower.path, name), (0, 0))
    between = lower.document.offences.get("between-two-levels", ())
    return any(start <= told.span[0] < told.span[1] <= end for told in between)


def _where(node: Node) -> str:
    return "part 2" if node.path[0] == "assessment" else "the plan" if node.path[:2] == PLANS else "part 3"
