"""Whether what a cycle plans for a week or a day lies in it, and whether it was looked at."""

from __future__ import annotations

import re
from datetime import timedelta

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import Cycle, as_day, cycle_of, weeks_of
from pmcoach_lint.coaching.followed import (
    REVIEW,
    due_nodes,
    entries,
    entries_of,
    first_unseen,
    followed_cycle,
    reviews_planned,
)
from pmcoach_lint.coaching.parts import Node
from pmcoach_lint.names import small
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences, mention, offence, offence_at_word
from pmcoach_lint.rules.registry import Option, Options, rule_of_chain
from pmcoach_lint.syntax.source import Offence

_A_WEEK = 7
_WEEKEND = 4
"""Days; so long after the last day, where that is told, a review still belongs to the cycle. Our own figure."""
_MOVE = "Move it into the cycle, or correct `weeks` or `start` in the front matter."
_DUE = regex(r"\b(?:due|by|until):?\s(?P<day>20\d\d-[01]\d-[0-3]\d)(?![\d-])", re.IGNORECASE, near="due by until")
_AFTERWARDS = anycase(
    r"\(after\)|\b(?:after the (?:cycle|close|end|pack)|follow-?ups?|sustain\w*|retention|still|look(?:ing)? back"
    r"|hindsight|months? (?:later|after|on)|post-cycle|next cycle|beyond|after-?check"
    r"|(?:did|does|do|will|has|have) (?:it|they|that|this) (?:stick|stuck|last|lasted|hold|held|stay|stayed))\b",
    near="after follow sustain retention still back hindsight later month cycle beyond stick stuck last hold held stay",
)
_LATER, _LATEST = timedelta(weeks=3), timedelta(weeks=26)
"""So long after a cycle people look whether something holds, where they look at it at its end as well. Our own figures:
what lies nearer is rather a slip of the day, and what lies farther away one of the year."""


@rule_of_chain("PMC760", severity=None)
def checkpoint_outside_cycle(chain: Chain) -> Offences:
    """A checkpoint or a review is set for a week that the cycle does not have, or for a day outside of it.

    So it is with stretch work that is due after it. A week before the first day and a week after the last one are
    still a part of it, four days where the pack tells its last day. A review that says that it looks back later, such
    as “three months later: does it hold?”, may lie anywhere, and so may one well after the cycle where another looks at
    the end of it.

    Why it matters:
        Nobody opens a pack again that is closed. What is to be checked then is not checked.

    What to do:
        Move it into the cycle, or correct `weeks` or `start` in the front matter.

    Bad:
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        ---

        ## 4) Development Plan

        ### B1: Frame first

        **Checkpoints:**

        - Week 4: two briefs are written
        - Week 12: briefs are written unasked

    Good:
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        ---

        ## 4) Development Plan

        ### B1: Frame first

        **Checkpoints:**

        - Week 4: two briefs are written
        - Week 8: briefs are written unasked
    """
    weeks, cycle = weeks_of(chain.pack), cycle_of(chain.pack)
    planned = list(due_nodes(chain)) if weeks else []
    for node, what, _ in planned:
        for found in _outside(node, what, weeks or 0):
            if not (what == REVIEW and _is_for_afterwards(node, [each.node for each in planned], cycle)):
                yield found
    work = {line.path: str(line.value) for bet in chain.bets for line in bet.planned("stretch")} if cycle else {}
    for path, said in work.items():
        due = _DUE.search(said) if "20" in said else None
        day = as_day(due["day"]) if due else None
        if cycle and due and day and day > cycle.end + timedelta(days=_A_WEEK):
            message = f"This stretch assignment is due on {day}, and the cycle ends on {cycle.end}."
            yield offence_at_word(chain.pack, path, due["day"], message, _MOVE)


def _is_for_afterwards(review: Node, planned: list[Node], cycle: Cycle | None) -> bool:
    """Whether a review looks back: it says so, or it lies well after a cycle at whose end there is something else."""
    if _AFTERWARDS.search(" ".join(str(value) for value in review.value.values())):
        return True
    day = as_day(review.value.get("date"))
    if day is None or cycle is None or not _LATER <= day - cycle.end <= _LATEST:
        return False
    ends = (as_day(node.value.get("date")) for node in planned)
    return any(end and abs(end - cycle.end) <= timedelta(days=_A_WEEK) for end in ends)


def _outside(node: Node, what: str, weeks: int) -> Offences:
    pack, cycle = node.document, cycle_of(node.document)
    week, stated = node.value.get("week"), as_day(node.value.get("date"))
    if isinstance(week, int) and week > (cycle.last_week if cycle else weeks):
        message = f"This {what} is set for week {week}, and the cycle has {weeks}."
        related = (mention(pack, ("weeks",), "the weeks of the cycle"),)
        yield offence(pack, node.at("week"), message, _MOVE, related)
    elif cycle and stated:
        early, late = timedelta(days=_A_WEEK), timedelta(days=_WEEKEND if cycle.last else _A_WEEK)
        side = "before" if stated < cycle.start - early else "after" if stated > cycle.end + late else ""
        if side:
            message = f"This {what} lies {side} the cycle, which lasts from {cycle.start} to {cycle.end}."
            yield offence(pack, node.at("date"), message, _MOVE)


@rule_of_chain(
    "PMC761",
    Option("days", _A_WEEK, "How many days after a checkpoint the tracker may take to speak of it."),
    severity=None,
)
def checkpoint_overdue(chain: Chain, options: Options) -> Offences:
    """A checkpoint or a review of an active pack is past, and nothing was written down about it since.

    A row of the tracker from that week on counts, about this bet or about all, and so does a result beside a review. Of
    each bet the first such checkpoint is told, and of the reviews the first.

    Why it matters:
        A checkpoint that passes unseen teaches that the plan is not meant. It is also the last cheap moment to change a
        bet that does not work.

    What to do:
        Hold it now, and add a row with what was seen. If it was held, write it down.

    Bad:
        === as of 2026-11-09
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        status: active
        ---

        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |

        ## 4) Development Plan

        ### B1: Frame first

        #### Checkpoints

        | Week | Date | On track when |
        |---|---|---|
        | 4 | 2026-10-30 | Two briefs are written |

        ## 6) Follow-up Tracker + Review Plan

        | Date | Bet | Rep or artifact done | Status |
        |---|---|---|---|
        | 2026-10-16 | B1 | First brief | On track |

    Good:
        === as of 2026-11-09
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        status: active
        ---

        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |

        ## 4) Development Plan

        ### B1: Frame first

        #### Checkpoints

        | Week | Date | On track when |
        |---|---|---|
        | 4 | 2026-10-30 | Two briefs are written |

        ## 6) Follow-up Tracker + Review Plan

        | Date | Bet | Rep or artifact done | Status |
        |---|---|---|---|
        | 2026-10-16 | B1 | First brief | On track |
        | 2026-10-30 | B1 | Checkpoint: two briefs are written | On track |
    """
    cycle = followed_cycle(chain, options.as_of)
    if cycle is None:
        return
    by = options.as_of - timedelta(days=options["days"])
    for place, bet in enumerate(chain.bets):
        days = [entry.on for entry in entries_of(chain, place)]
        if first := first_unseen(bet.planned("checkpoints"), days, cycle, by):
            whose = small(bet.node.subject)
            said = f"This checkpoint was due on {first[1]}, and the tracker says nothing of {whose} since."
            yield _overdue(
                first[0], said, "Hold it now, and add a row with what was seen. If it was held, write it down."
            )
    if first := first_unseen(reviews_planned(chain), [entry.on for entry in entries(chain)], cycle, by):
        said = f"This review was due on {first[1]}, and nothing says what came of it."
        yield _overdue(first[0], said, "Hold it now. If it was held, write down what came of it.")


def _overdue(node: Node, message: str, hint: str) -> Offence:
    return offence(node.document, node.when, message, hint)
