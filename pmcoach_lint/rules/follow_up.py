"""Whether a cycle is followed up: what is due and when, what is at risk, and whether anybody has looked of late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pmcoach_lint.checks.words import small, subject
from pmcoach_lint.coaching.chain import Chain, chains
from pmcoach_lint.coaching.cycle import Cycle, as_day, cycle_of, due, weeks_of
from pmcoach_lint.coaching.followed import AT_RISK, EARLY, Entry, due_nodes, entries_of, followed_cycle
from pmcoach_lint.coaching.parts import Bet, Node
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.across import mention, offence
from pmcoach_lint.rules.registry import Option, Options, rule_across
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.workspace import Workspace

_A_WEEK = 7
_LONG_AT_RISK = 14
_AFTERWARDS = regex(
    r"\b(?:after the (?:cycle|close|end|pack)|follow-?ups?|sustain\w*|retention|still|look(?:ing)? back|hindsight"
    r"|months? (?:later|after|on)|post-cycle|next cycle|beyond)\b",
    re.IGNORECASE,
    near="after follow sustain retention still back hindsight later months cycle beyond",
)
_CHANGE = regex(
    r"\b(?:chang\w+|adjust\w*|instead|replac\w+|smaller|shorter|fewer|paus\w+|stop\w*|drop\w*|swap\w*|switch\w*|cut"
    r"|split\w*|reduc\w+|moved?|agreed?|new|next time|from now|until|first|halv\w+|simplif\w+|narrow\w*|rewrit\w+"
    r"|another|other|postpon\w+|extend\w*|re-?book\w*|re-?schedul\w+|re-?plan\w*|help\w*|pair\w*|shadow\w*|together"
    r"|ask(?:s|ed)?|protect\w*|block\w*|escalat\w+|lower\w*|less|only|before|template|try|tries|differently|rather)\b",
    re.IGNORECASE,
)


@rule_across("PMC760", "checkpoint-outside-cycle", severity=None)
def checkpoint_outside_cycle(workspace: Workspace) -> Iterator[Offence]:
    """A checkpoint or a review is set for a week that the cycle does not have, or for a day outside of it.

    A week before the first day and a week after the last one are still a part of it. A review that says that it looks
    back later, such as “three months later: does it hold?”, may lie anywhere.

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
    for chain in chains(workspace):
        weeks = weeks_of(chain.pack)
        for node, what, _ in due_nodes(chain) if weeks else ():
            for found in _outside(node, what, weeks) if weeks else ():
                if not (what == "review" and _is_for_afterwards(node)):
                    yield found


def _is_for_afterwards(node: Node) -> bool:
    return bool(_AFTERWARDS.search(" ".join(str(value) for value in node.value.values())))


def _outside(node: Node, what: str, weeks: int) -> Iterator[Offence]:
    pack, cycle = node.document, cycle_of(node.document)
    week, stated = node.value.get("week"), as_day(node.value.get("date"))
    hint = "Move it into the cycle, or correct `weeks` or `start` in the front matter."
    if isinstance(week, int) and week > weeks:
        message = f"This {what} is set for week {week}, and the cycle has {weeks}."
        related = (mention(pack, ("weeks",), "the weeks of the cycle"),)
        yield offence(pack, "checkpoint-outside-cycle", node.at("week"), message, hint, related)
    elif cycle and stated:
        away = timedelta(days=_A_WEEK)
        side = "before" if stated < cycle.start - away else "after" if stated > cycle.end + away else ""
        if side:
            message = f"This {what} lies {side} the cycle, which lasts from {cycle.start} to {cycle.end}."
            yield offence(pack, "checkpoint-outside-cycle", node.at("date"), message, hint)


@rule_across(
    "PMC761",
    "checkpoint-overdue",
    severity=None,
    options=(Option("days", _A_WEEK, "How many days after a checkpoint the tracker may take to speak of it."),),
)
def checkpoint_overdue(workspace: Workspace, options: Options) -> Iterator[Offence]:
    """A checkpoint of an active pack is past, and the tracker has no row about its bet since.

    A row from the week of the checkpoint on counts, about this bet or about all. Of each bet the first such checkpoint
    is told.

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
    for chain in chains(workspace):
        cycle = followed_cycle(chain, options.as_of)
        if cycle:
            for place, bet in enumerate(chain.bets):
                first = _first_unseen(chain, place, bet, cycle, options.as_of - timedelta(days=options["days"]))
                if first:
                    yield _overdue(chain, bet, *first)


def _first_unseen(chain: Chain, place: int, bet: Bet, cycle: Cycle, by: date) -> tuple[Node, date] | None:
    """The first checkpoint of a bet that was due before the day `by`, and since whose week nothing was written down."""
    last = max((entry.on for entry in entries_of(chain, place)), default=date.min)
    for node in bet.planned("checkpoints"):
        when = due(node, cycle)
        if when and cycle.start <= when <= cycle.end and (when - last).days > EARLY and when < by:
            return node, when
    return None


def _overdue(chain: Chain, bet: Bet, node: Node, when: date) -> Offence:
    whose = small(subject(chain.pack, bet.node.path))
    message = f"This checkpoint was due on {when}, and the tracker says nothing of {whose} since."
    hint = "Hold it now, and add a row with what was seen. If it was held, write it down."
    name = "date" if "date" in node.value else "week"
    return offence(chain.pack, "checkpoint-overdue", node.at(name), message, hint)


@rule_across(
    "PMC762",
    "at-risk-without-change",
    severity=None,
    options=(
        Option("days", _LONG_AT_RISK, "How many days a bet may be at risk before its next row."),
        Option("rows", 2, "How many rows in a row may be at risk before something is to change."),
    ),
)
def at_risk_without_change(workspace: Workspace, options: Options) -> Iterator[Offence]:
    """A bet of an active pack is at risk, and nothing says what is done about it.

    Either the last rows of the tracker about the bet are at risk and none of them speaks of a change, or there is one
    such row and nothing was written down for two weeks.

    Why it matters:
        “At risk” is a request for help. If nothing changes, the PM learns to write “on track”.

    What to do:
        Say in the row what changes: a smaller rep, another case, a protected hour, a bet that is paused.

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

        ## 6) Follow-up Tracker + Review Plan

        | Date | Bet | Rep or artifact done | Coach feedback | Next rep | Status |
        |---|---|---|---|---|---|
        | 2026-10-30 | B1 | No brief | Peak preparation | R1.1 | At risk |
        | 2026-11-06 | B1 | No brief | Peak preparation | R1.1 | At risk |

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

        ## 6) Follow-up Tracker + Review Plan

        | Date | Bet | Rep or artifact done | Coach feedback | Next rep | Status |
        |---|---|---|---|---|---|
        | 2026-10-30 | B1 | No brief | Peak preparation | R1.1 | At risk |
        | 2026-11-06 | B1 | No brief | Agreed: half a page, on the peak plan itself | R1.1 | At risk |
    """
    for chain in chains(workspace):
        for place, bet in enumerate(chain.bets) if followed_cycle(chain, options.as_of) else ():
            run = _at_risk_at_last([entry for entry in entries_of(chain, place) if entry.row.bets])
            if not run or _changes(chain, run):
                continue
            waited = (options.as_of - run[-1].on).days
            if len(run) >= options["rows"]:
                said = f"is at risk in {len(run)} rows, and none of them says what changes"
            elif waited > options["days"]:
                said = f"is at risk since {run[-1].on}, and nothing was written down about it since"
            else:
                continue
            message = f"{subject(chain.pack, bet.node.path)} {said}."
            hint = "Say what changes: a smaller rep, another case, a protected hour, a bet that is paused."
            related = tuple(mention(chain.pack, entry.row.node.at("status"), "at risk") for entry in run[:-1])
            yield offence(chain.pack, "at-risk-without-change", run[-1].row.node.at("status"), message, hint, related)


def _at_risk_at_last(rows: list[Entry]) -> list[Entry]:
    """The rows at the end that are all at risk."""
    first = len(rows)
    while first and rows[first - 1].status in AT_RISK:
        first -= 1
    return rows[first:]


def _changes(chain: Chain, run: list[Entry]) -> bool:
    """Whether one of the rows, or how the pack is adjusted on one of their days, speaks of a change."""
    values = [entry.row.node.value for entry in run]
    if len({str(value["next"]) for value in values if "next" in value}) > 1:
        return True
    texts = (str(value.get(name, "")) for value in values for name in ("done", "feedback", "next"))
    adjust = str(chain.pack.data.get("follow_up", {}).get("adjust", ""))
    return any(map(_CHANGE.search, texts)) or any(entry.on.isoformat() in adjust for entry in run)
