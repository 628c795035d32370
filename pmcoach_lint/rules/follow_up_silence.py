"""Whether anybody has looked of late: months without a row, evidence from one fortnight, cycles nobody has closed."""

from __future__ import annotations

from datetime import timedelta

from pmcoach_lint.checks.words import spot
from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import as_day, cycle_of
from pmcoach_lint.coaching.evidence import is_labelled
from pmcoach_lint.coaching.followed import (
    CLOSING,
    MONTH,
    days_silent,
    entries,
    first_unseen,
    is_tracked,
    last_entry,
    reviews_planned,
    running,
)
from pmcoach_lint.coaching.parts import EVIDENCE, TRACKER, nodes_at
from pmcoach_lint.document import Document
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import Option, Options, rule, rule_of_chain
from pmcoach_lint.syntax.source import Offence


@rule_of_chain(
    "PMC763", Option("days", MONTH, "How many days an active pack may go without a row in its tracker."), severity=None
)
def no_review_for_a_month(chain: Chain, options: Options) -> Offences:
    """The tracker of an active pack has had no row for over a month.

    Where a pack keeps no tracker, but notes beside its reviews what came of them, it is told when one of these has
    passed without a result.

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
    cycle = running(chain, options.as_of)
    days = days_silent(chain, cycle, options.as_of) if cycle else 0
    if cycle is None or days <= options["days"]:
        return
    last = last_entry(chain, options.as_of)
    missed = None
    if not is_tracked(chain):
        seen = (entry.on for entry in entries(chain))
        missed = first_unseen(reviews_planned(chain), seen, cycle, options.as_of)
        if missed is None:
            return  # the reviews are farther apart than that
    if last:
        path, what = last.row.node.when, "row of the tracker" if is_tracked(chain) else "review with a result"
        since = f"The last {what} is {days} days old"
    elif missed:
        path, since = missed[0].when, f"After {days} days no review has a result"
    else:
        path, since = TRACKER, f"After {days} days nothing is tracked"
    hint = "Meet, write down where each bet stands, and decide: keep, change or stop."
    yield offence(chain.pack, path, f"{since} (as of {options.as_of}).", hint)


@rule(
    "PMC764",
    Option("days", CLOSING.days, "Evidence from so many days or fewer is too close together."),
    Option("entries", 3, "How many entries a log must have at least to be judged by this."),
    severity=None,
)
def evidence_from_one_fortnight(document: Document, options: Options) -> Offences:
    """All entries of the evidence log are from the same two weeks.

    A log that calls its evidence thin or provisional, as at the start with somebody new, is left alone.

    Why it matters:
        What happened last is remembered best. One bad launch, or one good one, becomes a level for a whole year.

    What to do:
        Look for examples from three to six months: planning, a launch, a conflict, a quiet week. If there are none, say
        that the evidence is thin.

    Bad:
        ## 2) Current Assessment

        ### Evidence log

        | ID | Date | Evidence | Artifact |
        |---|---|---|---|
        | E1 | 2026-09-14 | Names one cause out of five | Brief on saved cards |
        | E2 | 2026-09-17 | Reopened a decision a week after the council | Minutes |
        | E3 | 2026-09-22 | Eleven features and no problem | Requirements |

    Good:
        ## 2) Current Assessment

        ### Evidence log

        | ID | Date | Evidence | Artifact |
        |---|---|---|---|
        | E1 | 2026-05-14 | Names one cause out of five | Brief on saved cards |
        | E2 | 2026-07-02 | Reopened a decision a week after the council | Minutes |
        | E3 | 2026-09-22 | Eleven features and no problem | Requirements |
    """
    log = nodes_at(document, EVIDENCE)
    days = sorted(when for node in log if (when := as_day(node.value.get("date"))))
    if len(days) < max(options["entries"], 1) or len(days) < len(log):
        return
    if (days[-1] - days[0]).days >= options["days"] or any(is_labelled(node.text("evidence")) for node in log):
        return
    span = document.keys.get(EVIDENCE) or spot(document, EVIDENCE)
    told = f"from {days[0]} to {days[-1]}" if days[0] != days[-1] else f"of {days[0]}"
    message = f"All {len(log)} entries of the evidence log are {told}."
    hint = "Look for examples from three to six months; if there are none, say that the evidence is thin."
    yield Offence(span, message, hint)


@rule(
    "PMC765",
    Option("days", CLOSING.days, "How many days after its last one a cycle may take to be closed."),
    severity=None,
)
def ended_yet_active(document: Document, options: Options) -> Offences:
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
        yield offence(document, ("status",), message, hint)
