"""Rules about the time of an engagement: shares of work types, and what the log says of them."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.doctypes import LOG
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.logged import DRIFT, SHARES, STRATEGIC, LoggedTime, is_kept, logged_time, shift_of
from pmcoach_lint.engagement.position import assessments, dated
from pmcoach_lint.engagement.shares import odd_share
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import rule_across
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.workspace import Workspace

_MOVES = {"increase": "an increase", "reduce": "a reduction", "maintain": "no change"}


@rule_across("PMC620")
def shares_off(workspace: Workspace) -> Offences:
    """The shares of a time allocation do not add up to 100.

    A point that rounding explains is let pass.

    Why it matters:
        What is missing or too much is time that the plan for repositioning has forgotten or counted twice.

    What to do:
        Correct the shares, so that each column adds up to 100.

    Bad:
        ---
        type: value-assessment
        client: northwind
        ---

        ## Strategic Opportunity Analysis

        ### Time Allocation Review

        | Work Type | Current % | Target % | Shift Required |
        |---|---|---|---|
        | Tactical (specs, tickets) | 60% | 30% | Reduce |
        | Operational (meetings, process) | 20% | 20% | Maintain |
        | Strategic (decisions, direction) | 10% | 30% | Increase |
        | Capability Building (coaching) | 15% | 20% | Increase |

    Good:
        ---
        type: value-assessment
        client: northwind
        ---

        ## Strategic Opportunity Analysis

        ### Time Allocation Review

        | Work Type | Current % | Target % | Shift Required |
        |---|---|---|---|
        | Tactical (specs, tickets) | 60% | 30% | Reduce |
        | Operational (meetings, process) | 20% | 20% | Maintain |
        | Strategic (decisions, direction) | 10% | 30% | Increase |
        | Capability Building (coaching) | 10% | 20% | Increase |
    """
    for assessment in assessments(workspace):
        for column in ("current", "target"):
            shares = _shares(assessment, column)
            if not shares or _adds_up(shares):
                continue
            added = " + ".join(f"{share:g}" for share in shares.values())
            message = f"The {column} shares add up to {sum(shares.values()):g} % ({added}), not to 100."
            hint = "Correct the shares, so that the column adds up to 100."
            odd = odd_share(assessment, column, sum(shares.values()) - 100)
            path = (*SHARES, odd or 0, column)
            span = assessment.values[path]
            if odd is None:
                span = assessment.keys.get(path, span)
            yield Offence(span, message, hint, source=assessment.source)


@rule_across("PMC621")
def shift_contradicted(workspace: Workspace) -> Offences:
    """A share moves otherwise than it should, or than the row itself says.

    A repositioning takes time out of tactical work and puts it into strategic work and capability building. Where a
    row states its shift (reduce, maintain, increase), the two shares must do what it says. What is maintained may move
    by less than ten points.

    Why it matters:
        The target shares are what the next months are planned by. One that goes the wrong way leaves the time where it
        was, or puts more of it into work that the client can buy cheaper elsewhere.

    What to do:
        Correct the target share, or the shift that the row states.

    Bad:
        ---
        type: value-assessment
        client: northwind
        ---

        ## Strategic Opportunity Analysis

        ### Time Allocation Review

        | Work Type | Current % | Target % | Shift Required |
        |---|---|---|---|
        | Tactical (specs, tickets) | 40% | 45% | Reduce |
        | Operational (meetings, process) | 30% | 10% | Reduce |
        | Strategic (decisions, direction) | 20% | 30% | Increase |
        | Capability Building (coaching) | 10% | 15% | Increase |

    Good:
        ---
        type: value-assessment
        client: northwind
        ---

        ## Strategic Opportunity Analysis

        ### Time Allocation Review

        | Work Type | Current % | Target % | Shift Required |
        |---|---|---|---|
        | Tactical (specs, tickets) | 40% | 20% | Reduce |
        | Operational (meetings, process) | 30% | 30% | Maintain |
        | Strategic (decisions, direction) | 20% | 35% | Increase |
        | Capability Building (coaching) | 10% | 15% | Increase |
    """
    for assessment in assessments(workspace):
        for index, row in enumerate(_rows(assessment)):
            current, target = row.get("current"), row.get("target")
            if current is None or target is None:
                continue
            moves = shift_of(current, target)
            problem = _against_itself(row, moves) or _against_the_aim(row, moves)
            if problem:
                path = (*SHARES, index, "target")
                hint = "Correct the target share, or the shift that the row states."
                yield offence(assessment, path, problem, hint)


@rule_across("PMC622")
def log_says_otherwise(workspace: Workspace) -> Offences:
    """A stated share of time is more than ten points off what the event log shows.

    The log's hours by work type, from the last assessment before this one, or from the log's beginning, up to the
    date of this one. A log with less than five entries that give duration and work type is not asked.

    Why it matters:
        People feel more strategic than their calendar is. The client sees the calendar.

    What to do:
        Correct the share, or log the work that is missing.

    Bad:
        === value-assessment.md
        ---
        type: value-assessment
        client: northwind
        date: 2026-07-03
        ---

        ## Strategic Opportunity Analysis

        ### Time Allocation Review

        | Work Type | Current % | Target % |
        |---|---|---|
        | Tactical | 40% | 20% |
        | Strategic | 60% | 80% |

        === event-log.md
        ---
        type: event-log
        client: northwind
        ---

        | Date | Title | Duration | Work type |
        |---|---|---|---|
        | 2026-07-02 | Tickets | 3 h | Tactical |
        | 2026-07-01 | Specs | 3 h | Tactical |
        | 2026-06-30 | Pricing decision | 2 h | Strategic |
        | 2026-06-29 | Release notes | 1 h | Tactical |
        | 2026-06-26 | Specs | 1 h | Tactical |

    Good:
        === value-assessment.md
        ---
        type: value-assessment
        client: northwind
        date: 2026-07-03
        ---

        ## Strategic Opportunity Analysis

        ### Time Allocation Review

        | Work Type | Current % | Target % |
        |---|---|---|
        | Tactical | 80% | 40% |
        | Strategic | 20% | 60% |

        === event-log.md
        ---
        type: event-log
        client: northwind
        ---

        | Date | Title | Duration | Work type |
        |---|---|---|---|
        | 2026-07-02 | Tickets | 3 h | Tactical |
        | 2026-07-01 | Specs | 3 h | Tactical |
        | 2026-06-30 | Pricing decision | 2 h | Strategic |
        | 2026-06-29 | Release notes | 1 h | Tactical |
        | 2026-06-26 | Specs | 1 h | Tactical |
    """
    log = workspace.only(LOG)
    before = ""
    for assessment in assessments(workspace) if log else ():
        shares = _shares(assessment, "current")
        logged = logged_time(log.data.get("entries", []), before, dated(assessment)) if log else None
        before = dated(assessment) or before
        if log and logged and shares and _adds_up(shares):
            yield from _drift(assessment, shares, log, logged)


def _rows(assessment: Document) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = assessment.data.get("opportunities", {}).get("time", [])
    return rows


def _shares(assessment: Document, column: str) -> dict[str, float]:
    """The shares of one column by work type; nothing when one is missing, or a type is there twice."""
    rows = _rows(assessment)
    shares = {row["work_type"]: row[column] for row in rows if "work_type" in row and column in row}
    return shares if len(shares) == len(rows) else {}


def _adds_up(shares: dict[str, float]) -> bool:
    """Whether shares add up to 100, give or take what rounding each of them to a whole number may do."""
    return abs(sum(shares.values()) - 100) < max(len(shares) / 2, 1)


def _against_itself(row: dict[str, Any], moves: str) -> str | None:
    stated = row.get("shift")
    if stated is None or is_kept(stated, row["current"], row["target"]):
        return None
    return f"The row says “{stated}”, but from {row['current']:g} to {row['target']:g} % is {_MOVES[moves]}."


def _against_the_aim(row: dict[str, Any], moves: str) -> str | None:
    work = row.get("work_type")
    if work in STRATEGIC and moves == "reduce":
        return f"The share of {work} work falls from {row['current']:g} to {row['target']:g} %; it should rise."
    if work == "tactical" and moves == "increase":
        return f"The share of {work} work rises from {row['current']:g} to {row['target']:g} %; it should fall."
    return None


def _drift(assessment: Document, shares: dict[str, float], log: Document, logged: LoggedTime) -> Offences:
    """One offence at the share that is furthest off, naming all that are."""
    off = {work: abs(share - logged.share(work)) for work, share in shares.items()}
    worst = max(off, key=lambda work: off[work])
    if off[worst] <= DRIFT:
        return
    hours = f"{round(logged.minutes.get(worst, 0) / 60, 1):g} of {round(logged.total / 60, 1):g} hours"
    message = (
        f"You state {shares[worst]:g} % {worst} work; the log shows {logged.share(worst):.0f} % "
        f"({hours}, {logged.first} to {logged.last})."
    )
    others = [
        f"{work} {shares[work]:g} % stated, {logged.share(work):.0f} % logged"
        for work in shares
        if work != worst and off[work] > DRIFT
    ]
    also = f" Also off: {'; '.join(others)}." if others else ""
    index = next(number for number, row in enumerate(_rows(assessment)) if row.get("work_type") == worst)
    words = f"the last of the {len(logged.indexes)} entries that count"
    related = (mention(log, ("entries", min(logged.indexes), "date"), words),)
    hint = "Correct the share, or log the work that is missing."
    yield offence(assessment, (*SHARES, index, "current"), message + also, hint, related)
