"""Whether a cycle is followed up: what is due and when, what is at risk, and whether anybody has looked of late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pmcoach_lint.checks.words import small, spot, subject
from pmcoach_lint.coaching.chain import Chain, chains
from pmcoach_lint.coaching.cycle import Cycle, cycle_of, day, due, weeks_of
from pmcoach_lint.coaching.evidence import is_labelled
from pmcoach_lint.coaching.followed import AT_RISK, Entry, due_nodes, entries, entries_of
from pmcoach_lint.coaching.mentions import EVIDENCE
from pmcoach_lint.coaching.parts import Bet, Node, nodes_at
from pmcoach_lint.document import Document
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.across import mention, offence
from pmcoach_lint.rules.registry import Option, Options, rule, rule_across
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Workspace

_TRACKER: Path = ("follow_up", "tracker")
_A_WEEK = 7
_OVERDUE_AFTER = 14
"""Days after the end of a cycle in which closing it may still be on its way."""
_MONTH = 31
_AFTERWARDS = regex(
    r"\b(?:after the (?:cycle|close|end|pack)|follow-?ups?|sustain\w*|retention|still|look(?:ing)? back|hindsight"
    r"|months? (?:later|after|on)|post-cycle|next cycle|beyond)\b",
    re.IGNORECASE,
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
        for node, what in due_nodes(chain) if weeks else ():
            words = " ".join(str(value) for value in node.value.values())
            if weeks and not (what == "review" and _AFTERWARDS.search(words)):
                yield from _outside(node, what, weeks)


def _outside(node: Node, what: str, weeks: int) -> Iterator[Offence]:
    pack, cycle = node.document, cycle_of(node.document)
    week, stated = node.value.get("week"), day(node.value.get("date"))
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
        cycle = _running(chain.pack, options.as_of)
        if cycle and _silent_since(chain, cycle, options.as_of) <= _MONTH:
            for place, bet in enumerate(chain.bets):
                first = _first_unseen(chain, place, bet, cycle, options.as_of - timedelta(days=options["days"]))
                if first:
                    yield _overdue(chain, bet, *first)


def _first_unseen(chain: Chain, place: int, bet: Bet, cycle: Cycle, by: date) -> tuple[Node, date] | None:
    """The first checkpoint of a bet that was due before the day `by`, and since whose week nothing was written down."""
    last = max((entry.on for entry in entries_of(chain, place)), default=date.min)
    for node in bet.planned("checkpoints"):
        when = due(node, cycle)
        if when and cycle.start <= when <= cycle.end and last + timedelta(days=_A_WEEK) <= when < by:
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
        Option("days", _OVERDUE_AFTER, "How many days a bet may be at risk before its next row."),
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
        cycle = _running(chain.pack, options.as_of)
        if not cycle or _silent_since(chain, cycle, options.as_of) > _MONTH:
            continue
        for place, bet in enumerate(chain.bets):
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
    while first and rows[first - 1].status == AT_RISK:
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


@rule_across(
    "PMC763",
    "no-review-for-a-month",
    severity=None,
    options=(Option("days", _MONTH, "How many days an active pack may go without a row in its tracker."),),
)
def no_review_for_a_month(workspace: Workspace, options: Options) -> Iterator[Offence]:
    """The tracker of an active pack has had no row for over a month.

    Why it matters:
        What nobody looks at for a month is over, whatever the status says. It should be over by decision.

    What to do:
        Meet, write down where each bet stands, and decide: keep, change or stop.

    Bad:
        === as of 2026-11-20
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        status: active
        ---

        ## 6) Follow-up Tracker + Review Plan

        | Date | Bet | Rep or artifact done | Status |
        |---|---|---|---|
        | 2026-10-09 | B1 | First brief | On track |

    Good:
        === as of 2026-11-20
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        status: active
        ---

        ## 6) Follow-up Tracker + Review Plan

        | Date | Bet | Rep or artifact done | Status |
        |---|---|---|---|
        | 2026-10-09 | B1 | First brief | On track |
        | 2026-11-13 | B1 | Fourth brief | On track |
    """
    for chain in chains(workspace):
        cycle = _running(chain.pack, options.as_of)
        days = _silent_since(chain, cycle, options.as_of) if cycle else 0
        if days > options["days"]:
            rows = entries(chain)
            path = rows[-1].row.node.at("date") if rows else _TRACKER
            since = (
                f"The last row of the tracker is {days} days old" if rows else f"After {days} days nothing is tracked"
            )
            message = f"{since} (as of {options.as_of})."
            hint = "Meet, write down where each bet stands, and decide: keep, change or stop."
            yield offence(chain.pack, "no-review-for-a-month", path, message, hint)


def _running(pack: Document, as_of: date) -> Cycle | None:
    """The cycle of a pack that is active, has a tracker, and has begun but not ended on the day `as_of`."""
    cycle = cycle_of(pack)
    followed = "tracker" in pack.data.get("follow_up", {}) and not pack.is_settled(_TRACKER)
    if cycle is None or pack.status != "active" or not followed:
        return None
    return cycle if cycle.start <= as_of <= cycle.end + timedelta(days=_OVERDUE_AFTER) else None


def _silent_since(chain: Chain, cycle: Cycle, as_of: date) -> int:
    """The days since the last row of the tracker, or since the cycle began."""
    rows = entries(chain)
    return (as_of - max(rows[-1].on if rows else cycle.start, cycle.start)).days


@rule(
    "PMC764",
    "evidence-from-one-fortnight",
    severity=None,
    options=(
        Option("days", _OVERDUE_AFTER, "Evidence from so many days or fewer is too close together."),
        Option("entries", 3, "How many entries a log must have at least to be judged by this."),
    ),
)
def evidence_from_one_fortnight(document: Document, options: Options) -> Iterator[Offence]:
    """All entries of the evidence log are from the same two weeks.

    A log that calls its evidence thin or provisional, as at the start with somebody new, is left alone.

    Why it matters:
        What happened last is remembered best. One bad launch, or one good one, becomes a level for a whole year.

    What to do:
        Look for examples from three to six months: planning, a launch, a conflict, a quiet week. If there are none, say
        that the evidence is thin.

    Bad:
        ---
        type: coaching-pack
        ---

        ## 2) Current Assessment

        ### Evidence log

        | ID | Date | Evidence | Artifact |
        |---|---|---|---|
        | E1 | 2026-09-14 | Names one cause out of five | Brief on saved cards |
        | E2 | 2026-09-17 | Reopened a decision a week after the council | Minutes |
        | E3 | 2026-09-22 | Eleven features and no problem | Requirements |

    Good:
        ---
        type: coaching-pack
        ---

        ## 2) Current Assessment

        ### Evidence log

        | ID | Date | Evidence | Artifact |
        |---|---|---|---|
        | E1 | 2026-05-14 | Names one cause out of five | Brief on saved cards |
        | E2 | 2026-07-02 | Reopened a decision a week after the council | Minutes |
        | E3 | 2026-09-22 | Eleven features and no problem | Requirements |
    """
    log = nodes_at(document, EVIDENCE)
    days = sorted(when for node in log if (when := day(node.value.get("date"))))
    if len(days) < max(options["entries"], 1) or len(days) < len(log):
        return
    if (days[-1] - days[0]).days >= options["days"] or any(_is_thin(node) for node in log):
        return
    span = document.keys.get(EVIDENCE) or spot(document, EVIDENCE)
    told = f"from {days[0]} to {days[-1]}" if days[0] != days[-1] else f"of {days[0]}"
    message = f"All {len(log)} entries of the evidence log are {told}."
    hint = "Look for examples from three to six months; if there are none, say that the evidence is thin."
    yield Offence("evidence-from-one-fortnight", span, message, hint)


def _is_thin(node: Node) -> bool:
    return is_labelled(str(node.value.get("evidence", "")))


@rule(
    "PMC765",
    "ended-yet-active",
    severity=None,
    options=(Option("days", _OVERDUE_AFTER, "How many days after its last one a cycle may take to be closed."),),
)
def ended_yet_active(document: Document, options: Options) -> Iterator[Offence]:
    """A pack is still active after its cycle has ended.

    Why it matters:
        A cycle that nobody closes has no result: levels are not judged again, and the next bets rest on old ones.

    What to do:
        Judge the levels again, set `status: completed`, and begin the next cycle as a pack of its own. If it goes on,
        set `weeks` to its new length.

    Bad:
        === as of 2026-12-21
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        status: active
        ---

    Good:
        === as of 2026-12-21
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        status: completed
        ---
    """
    cycle = cycle_of(document)
    if cycle and document.status == "active" and options.as_of > cycle.end + timedelta(days=options["days"]):
        message = f"The cycle ended on {cycle.end}, and the pack is still active (as of {options.as_of})."
        hint = "Judge the levels again and set `status: completed`, or set `weeks` to its new length."
        yield Offence("ended-yet-active", spot(document, ("status",)), message, hint)
