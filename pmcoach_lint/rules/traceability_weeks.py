"""Whether a plan that goes from week to week has all that its bets need."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.checks.words import small, subject
from pmcoach_lint.coaching.chain import chains
from pmcoach_lint.coaching.parts import WEEKS
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.rules.across import offence
from pmcoach_lint.rules.registry import rule_across
from pmcoach_lint.rules.traceability_bets import PARTS
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.workspace import Workspace


@rule_across("PMC424", "weeks-lack-part", severity=None)
def weeks_lack_part(workspace: Workspace) -> Iterator[Offence]:
    """A plan that goes from week to week names no artifacts, no coach commitments or no measurement.

    They may stand in its weeks, or be said once for all of them.

    Why it matters:
        Each bet needs something to look at, something to judge by, and somebody who helps. Reps alone are homework.

    What to do:
        Add a column, or say it once below the weeks.

    Bad:
        ---
        type: coaching-pack
        ---

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
        ---
        type: coaching-pack
        ---

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
    for chain in chains(workspace):
        bets = [bet for bet in chain.bets if bet.weeks]
        parts = {part: [bet for bet in bets if not bet.planned(part)] for part in PARTS if part != "reps"}
        of_all = [part for part, without in parts.items() if bets and len(without) == len(bets)]
        if of_all:
            message = f"The plan names no {_in_words(of_all)}."
            hint = " ".join(PARTS[part][1] for part in of_all)
            yield offence(chain.pack, "weeks-lack-part", WEEKS, message, hint)
        for bet in bets:
            lacking = [part for part, without in parts.items() if part not in of_all and bet in without]
            if lacking:
                message = f"The plan names no {_in_words(lacking)} for {small(subject(chain.pack, bet.node.path))}."
                hint = " ".join(PARTS[part][1] for part in lacking)
                yield offence(chain.pack, "weeks-lack-part", bet.weeks[0].path, message, hint)


def _in_words(parts: list[str]) -> str:
    return in_a_row([PARTS[part][0] for part in parts], "or")
