"""Days that cannot be right: of what was seen before it could be, and of what lies far outside of its week or cycle."""

from __future__ import annotations

from datetime import timedelta

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import Cycle, as_day, cycle_of
from pmcoach_lint.coaching.parts import EVIDENCE, REVIEW_PLAN
from pmcoach_lint.finding import Severity
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences, offence, offence_at_word
from pmcoach_lint.rules.registry import Options, rule_of_chain
from pmcoach_lint.syntax.yaml_marks import Path

_ISO = regex(r"(?<![\d-])20\d\d-[01]\d-[0-3]\d(?![\d-])")
_LOGGED = frozenset({"date", "done", "feedback", "next"})
"""What a row of the tracker says in the end. One that is planned has a day as well, and no feedback."""
_NEXT_STEPS = ("closing", "next_steps")
_HALF_A_YEAR = timedelta(weeks=26)
_FARTHEST = 2
"""So many weeks from the one that is named a day may lie: people leave out holidays when they count."""


@rule_of_chain("PMC429", severity=Severity.WARNING)
def evidence_in_the_future(chain: Chain, options: Options) -> Offences:
    """Evidence, or a row of the tracker with feedback on what was done, bears a day that has not come yet.

    In a pack whose cycle has not begun, evidence counts as of the future when its day lies behind the last one of the
    cycle. Of the tracker, one row among others that have come is told: where several have not, today is another day.

    Why it matters:
        Nobody can have seen it. Most often the year is wrong, and whoever looks it up finds nothing.

    What to do:
        Put the day right.

    Bad:
        === as of 2026-11-20
        ---
        type: coaching-pack
        ---

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 2027-03-03: opens with the solution |

    Good:
        === as of 2026-11-20
        ---
        type: coaching-pack
        ---

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 2026-03-03: opens with the solution |
    """
    cycle = cycle_of(chain.pack)
    last = (cycle.end if cycle and cycle.start > options.as_of else options.as_of).isoformat()
    told = [(node.at("date"), day) for node in chain.nodes(EVIDENCE) if (day := str(node.value.get("date", ""))) > last]
    for level in chain.levels:
        lines = level.node.value.get("evidence", ())
        told += [((*level.node.at("evidence"), at), line) for at, line in enumerate(lines) if "20" in str(line)]
    told += _misdated(chain, last)
    for path, said in told:
        if day := next((day for day in _ISO.findall(str(said)) if day > last and as_day(day)), ""):
            message = f"{day} has not come yet (as of {options.as_of}), and nobody can have seen this."
            hint = "Put the day right: evidence is what somebody has seen."
            yield offence_at_word(chain.pack, path, day, message, hint)


def _misdated(chain: Chain, last: str) -> list[tuple[Path, str]]:
    """The day of the one row of the tracker that tells what came of it, and is later than the `last` day that has."""
    logged = [row.node for row in chain.rows if row.node.value.keys() >= _LOGGED]
    late = [(node.at("date"), node.text("date")) for node in logged if node.text("date") > last]
    return late if len(late) == 1 < len(logged) else []


@rule_of_chain("PMC770", severity=Severity.WARNING)
def day_far_off(chain: Chain) -> Offences:
    """A review names a day that lies in quite another week than the one it names, or a next step one of another year.

    Two weeks more or less are fine: people leave out holidays when they count. A next step is far off when it lies more
    than half a year outside of the cycle.

    Why it matters:
        One of the two is wrong. Calendars and agendas go by the day, and people by the week.

    What to do:
        Correct the day, or the week.

    Bad:
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        ---

        ## 6) Follow-up Tracker + Review Plan

        ### Review plan

        | Week | Date | Review |
        |---|---|---|
        | 2 | 2026-10-16 | First frame |
        | 4 | 2026-11-27 | Two frames |
        | 6 | 2026-11-13 | Three frames |

    Good:
        ---
        type: coaching-pack
        start: 2026-10-05
        weeks: 8
        ---

        ## 6) Follow-up Tracker + Review Plan

        ### Review plan

        | Week | Date | Review |
        |---|---|---|
        | 2 | 2026-10-16 | First frame |
        | 4 | 2026-10-30 | Two frames |
        | 6 | 2026-11-13 | Three frames |
    """
    cycle = cycle_of(chain.pack)
    if cycle is None:
        return
    yield from _in_other_weeks(chain, cycle)
    first, last = (cycle.start - _HALF_A_YEAR).isoformat(), (cycle.end + _HALF_A_YEAR).isoformat()
    for step in chain.nodes(_NEXT_STEPS):
        day = str(step.value.get("due", first))
        if not first <= day <= last and as_day(day):
            message = f"This step is due on {day}, and the cycle lasts from {cycle.start} to {cycle.end}."
            yield offence(chain.pack, step.at("due"), message, "Correct the day: is it another year?")


def _in_other_weeks(chain: Chain, cycle: Cycle) -> Offences:
    """The reviews whose day lies far from the week that they name, where most of them agree."""
    told = [
        (node, day, week)
        for node in chain.nodes(REVIEW_PLAN)
        if (week := node.value.get("week")) and type(week) is int and (day := as_day(node.value.get("date")))
    ]
    off = [one for one in told if abs(cycle.week_of(one[1]) - one[2]) > _FARTHEST + cycle.span - cycle.weeks]
    for node, day, week in off if len(off) * 2 < len(told) or len(told) == 1 else ():
        where = cycle.week_of(day)
        lies = f"in week {where}" if 1 <= where <= cycle.span else "outside of the cycle"
        message = f"{day} lies {lies}, and this review is set for week {week}."
        yield offence(chain.pack, node.at("date"), message, "Correct the day, or the week.")
