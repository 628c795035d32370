"""Whether the rows of the tracker are booked on a bet of the pack, and on the right one."""

from __future__ import annotations

import re

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.chain import Chain, is_rep
from pmcoach_lint.coaching.parts import BETS, TRACKER, Row
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import rule_of_chain
from pmcoach_lint.rules.traceability import names_of, stray_id, there_are
from pmcoach_lint.syntax.yaml_marks import Path

_ALL = anycase(
    r"\W*(?:all|both|each|every|any|general|overall|several|various|mixed|whole|n/?a|none|pack|cycle|plan|intake"
    r"|baseline|kick-?off|check-?in|review|session|1:1|cadence|other|wrap-?up|close|closing|setup|same"
    r"|ditto|as above)\b.*|\W+",
    re.DOTALL,
)


@rule_of_chain("PMC420", within=("vision",))
def row_of_no_bet(chain: Chain) -> Offences:
    """A row of the tracker names a bet or a rep that the pack does not have.

    Rows about all bets, or about the cycle as a whole, may say so: “both”, “all”, “review”.

    Why it matters:
        What was done counts for nothing when nobody can tell what it was done for.

    What to do:
        Write the id of the bet and the rep as they stand in parts 3 and 4.

    Bad:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |
        | B2 | Say no in writing |

        ## 6) Follow-up Tracker + Review Plan

        | Date | Bet | Rep or artifact done | Status |
        |---|---|---|---|
        | 2026-10-09 | B3 | Brief on saved cards | On track |

    Good:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |
        | B2 | Say no in writing |

        ## 6) Follow-up Tracker + Review Plan

        | Date | Bet | Rep or artifact done | Status |
        |---|---|---|---|
        | 2026-10-09 | B1 | Brief on saved cards | On track |
        | 2026-10-16 | Both | Baseline scored together | On track |
    """
    told = set()
    planned = {str(plan.value.get(name)) for plan in chain.plans_of_none for name in ("id", "bet")}
    for row in chain.rows:
        path = row.node.at("bet")
        text = row.node.text("bet")
        if not text or not chain.is_unknown(row.node) or _ALL.fullmatch(text) or chain.pack.is_settled(path):
            continue
        if text in planned or chain.pack.is_withdrawn(text):
            continue  # the bet is missing: that is told of its plan, or it is parked
        names = names_of(chain.pack, BETS)
        if names:
            told.add(path)
            near = nearest(text, names)
            message = f"There is no bet “{text}” in part 3.{did_you_mean(near)}"
            yield offence(chain.pack, path, message, there_are(names), near=near)
    named: set[str] = set()
    for stray, path in chain.mentions.unknown:
        if path[:2] == TRACKER and path not in told and stray.id not in named:
            named.add(stray.id)  # what is named again is the same mistake
            yield stray_id(chain, stray)


@rule_of_chain("PMC421")
def row_on_another_bet(chain: Chain) -> Offences:
    """A row of the tracker books the rep of one bet on another.

    Why it matters:
        Progress that is booked on the wrong bet hides the one that is stuck.

    What to do:
        Correct the bet or the rep.

    Bad:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |
        | B2 | Say no in writing |

        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** R1.1 Write one brief

        ### B2: Say no in writing

        **Weekly reps:** R2.1 Answer the requests of the week

        ## 6) Follow-up Tracker + Review Plan

        | Date | Bet | Rep or artifact done | Status |
        |---|---|---|---|
        | 2026-10-09 | B1 | R2.1: three of four requests | On track |

    Good:
        ## 3) Shared Vision

        | ID | Bet |
        |---|---|
        | B1 | Frame first |
        | B2 | Say no in writing |

        ## 4) Development Plan

        ### B1: Frame first

        **Weekly reps:** R1.1 Write one brief

        ### B2: Say no in writing

        **Weekly reps:** R2.1 Answer the requests of the week

        ## 6) Follow-up Tracker + Review Plan

        | Date | Bet | Rep or artifact done | Status |
        |---|---|---|---|
        | 2026-10-09 | B2 | R2.1: three of four requests | On track |
    """
    for row in chain.rows:
        said = row.node.value
        reps = row.reps or (_planned(chain, row) if "next" in said and "done" not in said else ())
        of_reps = [bet for path in reps if (bet := chain.bet_of(path)) is not None]
        if not row.bets or not of_reps or len(of_reps) < len(reps) or set(of_reps) & set(row.bets):
            continue
        rep = value_at(chain.pack, reps[0])["id"]
        whose, booked = (chain.bets[place].node.subject for place in (of_reps[0], row.bets[0]))
        message = f"{rep} is a rep of {whose}, and this row is booked on {booked}."
        yield offence(chain.pack, row.node.at("bet"), message, "Correct the bet or the rep.")


def _planned(chain: Chain, row: Row) -> tuple[Path, ...]:
    """The reps that a row plans for its bet: what comes next behind something that was done may be for another one."""
    return tuple(path for path in chain.mentions.records_in(row.node.text("next")) if is_rep(path))
