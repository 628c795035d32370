"""Whether anything changes where a bet is at risk."""

from __future__ import annotations

from datetime import timedelta

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import cycle_of
from pmcoach_lint.coaching.followed import AT_RISK, Entry, entries_of, followed_cycle
from pmcoach_lint.coaching.parts import measured
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, mention, offence
from pmcoach_lint.rules.registry import Option, Options, rule_of_chain

_LONG_AT_RISK = 14
_CHANGE = anycase(
    r"\b(?:chang\w+|adjust\w*|instead|replac\w+|smaller|shorter|fewer|paus\w+|stop\w*|drop\w*|swap\w*|switch\w*|cut"
    r"|split\w*|reduc\w+|moved?|agreed?|halv\w+|simplif\w+|narrow\w*|rewrit\w+|postpon\w+|extend\w*|re-?book\w*"
    r"|re-?schedul\w+|re-?plan\w*|pair\w*|shadow\w*|protect\w*|block\w*|escalat\w+|lower\w*)\b"
)
_TO_COME = anycase(
    r"\b(?:new|next time|from now|until|(?<!the )first|another|other|help\w*|together|ask(?:s|ed)?|less|only|before"
    r"|template|try|tries|differently|rather)\b"
)
"""What is a change in what comes next, and nothing in what was done."""
_NEAR_THE_END = timedelta(weeks=2)


@rule_of_chain(
    "PMC762",
    Option("days", _LONG_AT_RISK, "How many days a bet may be at risk before its next row."),
    Option("rows", 2, "How many rows in a row may be at risk before something is to change."),
    severity=None,
)
def at_risk_without_change(chain: Chain, options: Options) -> Offences:
    """A bet is at risk, and nothing says what is done about it.

    The last rows of the tracker about the bet are at risk, and none of them speaks of a change. One such row is enough
    when it leaves out what comes next, which other rows say, or when nothing was written down for two weeks. Of a pack
    that is not active, only the first of these counts.

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
    risky = [row.node.value for row in chain.rows if row.node.value.get("status") in AT_RISK]
    is_followed = risky and followed_cycle(chain, options.as_of)
    for place, bet in enumerate(chain.bets) if is_followed or any("next" not in value for value in risky) else ():
        run = _at_risk_at_last([entry for entry in entries_of(chain, place) if entry.row.bets])
        said = _wrong_with(chain, run, options) if run and not _changes(chain, run) else ""
        if said:
            hint = "Say what changes: a smaller rep, another case, a protected hour, a bet that is paused."
            related = tuple(mention(chain.pack, entry.row.node.at("status"), "at risk") for entry in run[:-1])
            yield offence(chain.pack, run[-1].row.node.at("status"), f"{bet.node.subject} {said}.", hint, related)


def _wrong_with(chain: Chain, run: list[Entry], options: Options) -> str:
    """What is wrong with rows that are at risk and speak of no change; empty where there may still be one."""
    last = run[-1]
    is_silent = "next" not in last.row.node.value and any("next" in row.node.value for row in chain.rows)
    if not followed_cycle(chain, options.as_of):
        cycle = cycle_of(chain.pack)
        is_early = cycle is not None and last.on <= cycle.end - _NEAR_THE_END
        said = "is at risk in its last row, and that says neither what changes nor what comes next"
        return said if is_silent and is_early else ""
    if len(run) >= options["rows"]:
        return f"is at risk in {len(run)} rows, and none of them says what changes"
    if (options.as_of - last.on).days > options["days"]:
        return f"is at risk since {last.on}, and nothing was written down about it since"
    return "is at risk, and the row says neither what changes nor what comes next" if is_silent else ""


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
    to_come = [str(value.get(name, "")) for value in values for name in ("feedback", "next")]
    texts = [*to_come, *(str(value.get("done", "")) for value in values), *(measured(entry.row.node) for entry in run)]
    adjust = str(chain.pack.data.get("follow_up", {}).get("adjust", ""))
    if any(map(_CHANGE.search, texts)) or any(map(_TO_COME.search, to_come)):
        return True
    return any(entry.on.isoformat() in adjust for entry in run)
