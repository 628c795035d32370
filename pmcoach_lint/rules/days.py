"""Days that cannot be right: of what was seen before it could be, and of what lies far outside of its week or cycle."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.cycle import Cycle, as_day, cycle_of
from pmcoach_lint.coaching.followed import due_nodes
from pmcoach_lint.coaching.parts import EVIDENCE, REVIEW_PLAN, Node
from pmcoach_lint.finding import Severity
from pmcoach_lint.readers.calendar import MONTH, NTH, month_number
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.left_blank import NEXT_STEPS
from pmcoach_lint.rules.offences import Offences, mention, offence, offence_at_word
from pmcoach_lint.rules.registry import Options, rule_of_chain
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

_ISO = regex(r"(?<![\d-])20\d\d-[01]\d-[0-3]\d(?![\d-])")
_LOGGED = frozenset({"date", "done", "feedback", "next"})
"""What a row of the tracker says in the end. One that is planned has a day as well, and no feedback."""
_GOAL: Path = ("context", "goal")
_FAR, _EARLIEST, _LATEST = timedelta(weeks=8), timedelta(weeks=4), timedelta(weeks=3)
_BY_DAY = anycase(
    r"\b(?:by|until|before) (?:the )?(?:end of |middle of |mid-)?(?P<day>(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"
    rf"|(?:(?P<n>\d{{1,2}}){NTH} )?(?P<month>{MONTH})\.?,? (?P<year>20\d\d))\b",
    near="20",
)
"""By when something is to be: a day or a month with its year."""
_A_WEEK, _SLACK = timedelta(weeks=1), timedelta(days=3)
_MOST_COMPARED = 200
"""So many planned days are compared with each other at most; a cycle has a few dozen."""
_FARTHEST = 2
"""So many weeks from the one that is named a day may lie: people leave out holidays when they count."""


class Placed(NamedTuple):
    """What is planned for a day of a week: its record, what it is called, the week and the day."""

    node: Node
    what: str
    week: int
    day: date

    def clashes(self, other: Placed) -> bool:
        """Whether no calendar has both: breaks make weeks longer than seven days, and nothing shorter."""
        weeks, days = other.week - self.week, (other.day - self.day).days
        if weeks < 0:
            return other.clashes(self)
        return days <= _A_WEEK.days * (weeks - 1) if weeks else abs(days) > _A_WEEK.days


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
    """A review names a day of another week than the one it names, or a step or a row one far outside of the cycle.

    Two weeks more or less are fine: people leave out holidays when they count. They are not where the last day of the
    cycle leaves no room for any, nor for a checkpoint or a review that clashes with others: week 8 cannot be a
    fortnight before the day on which it is elsewhere. A next step or a row of the tracker is far off when it lies more
    than two months outside of the cycle, the goal when it lies so long before it; a step as well that lies before what
    the tracker tells already, where the other steps lie behind it.

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
    yield from _outside(chain, cycle)
    yield from _behind(chain)


def _outside(chain: Chain, cycle: Cycle) -> Offences:
    """The next steps and the rows of the tracker whose day lies far outside of the cycle, and a goal before it."""
    first, last = (cycle.start - _FAR).isoformat(), (cycle.end + _FAR).isoformat()
    early, late = (cycle.start - _EARLIEST).isoformat(), (cycle.end + _LATEST).isoformat()
    told = [(step, "due", first, last, "This step is due on") for step in chain.nodes(NEXT_STEPS)]
    for row in chain.rows:  # what has feedback was held, and what has none may look back later on
        until = late if "feedback" in row.node.value else last
        told.append((row.node, "date", early, until, "This row is of"))
    for node, name, since, until, is_of in told:
        day = node.value.get(name)
        if day and not since <= day <= until and as_day(day):
            message = f"{is_of} {day}, and the cycle lasts from {cycle.start} to {cycle.end}."
            yield offence(chain.pack, node.at(name), message, "Correct the day: is it another month, or year?")
    yield from _goal_before(chain, first, cycle)


def _goal_before(chain: Chain, first: str, cycle: Cycle) -> Offences:
    """The goal that is for a day, or a month, long before the cycle, by its own words or those of its label."""
    pack = chain.pack
    for where in (pack.keys, pack.values):
        begin, end = where.get(_GOAL, (0, 0))
        found = _BY_DAY.search(pack.text, begin, end)
        if found and (day := _last_day(found)) < first:
            message = f"The goal is for {found['day']} ({day}), and the cycle lasts from {cycle.start} to {cycle.end}."
            hint = "Correct the day: is it another year?"
            yield Offence(found.span("day"), message, hint, source=pack.source)


def _last_day(found: re.Match[str]) -> str:
    """The day that is named, or the last one of the month."""
    year, month, day = found["y"] or found["year"], found["m"] or month_number(found["month"]), found["d"] or found["n"]
    last = monthrange(int(year), min(int(month), 12) or 1)[1]
    return f"{int(year)}-{int(month):02}-{int(day) if day else last:02}"


def _behind(chain: Chain) -> Offences:
    """The few next steps that lie before the last row of the tracker that tells what came of something."""
    steps = [step for step in chain.nodes(NEXT_STEPS) if "due" in step.value]
    values = [row.node.value for row in chain.rows] if steps else []
    seen = max([value["date"] for value in values if value.keys() >= _LOGGED], default="")
    past = [step for step in steps if step.value["due"] < seen and "done" not in step.value]
    for step in past if len(past) * 2 < len(steps) else ():
        message = f"This step was due on {step.text('due')}, and the tracker goes on to {seen}."
        yield offence(chain.pack, step.at("due"), message, "Tick it, take it out, or give it a day to come.")


def _in_other_weeks(chain: Chain, cycle: Cycle) -> Offences:
    """The reviews whose day lies far from the week that they name, where most of them agree, and those that clash."""
    told = [
        Placed(node, what, week, day)
        for node, what, _ in due_nodes(chain)
        if (week := node.value.get("week")) and type(week) is int and (day := as_day(node.value.get("date")))
    ]
    off = [one for one in told if one.node.path[:2] == REVIEW_PLAN and _is_far(one, cycle)]
    off = off if len(off) * 2 < len(told) or len(told) == 1 else []
    clashing = {one.node.path: other for one, other in _out_of_line(told, cycle)}
    for one in told:
        where = cycle.week_of(one.day)
        lies = f"in week {where}" if 1 <= where <= cycle.span else "outside of the cycle"
        message = f"{one.day} lies {lies}, and this {one.what} is set for week {one.week}."
        other = clashing.get(one.node.path)
        if other:
            related = (mention(chain.pack, other.node.at("date"), f"week {other.week} is here"),)
            yield offence(chain.pack, one.node.at("date"), message, "Correct the day, or the week.", related)
        elif one in off:
            yield offence(chain.pack, one.node.at("date"), message, "Correct the day, or the week.")


def _is_far(one: Placed, cycle: Cycle) -> bool:
    """Whether a day lies so far from its week that no holidays may account for it; a cycle without any has no room."""
    if cycle.last and cycle.span == cycle.weeks:
        first = cycle.first_of(one.week)
        return not first - _SLACK <= one.day < first + _A_WEEK + _SLACK
    return abs(cycle.week_of(one.day) - one.week) > _FARTHEST + cycle.span - cycle.weeks


def _out_of_line(told: list[Placed], cycle: Cycle) -> list[tuple[Placed, Placed]]:
    """Those that cannot be in one calendar with others, each with one of these, where most of all go together.

    Of two that clash it is the one that clashes with more, else the one that is not in its week of the cycle.
    """
    if len(told) > _MOST_COMPARED or len({cycle.week_of(one.day) - one.week for one in told}) <= 1:
        return []  # all go together, as in most packs
    against = {one.node.path: [other for other in told if one.clashes(other)] for one in told}

    def weight(one: Placed) -> tuple[int, int]:
        return len(against[one.node.path]), abs(cycle.week_of(one.day) - one.week)

    off = [one for one in told if (others := against[one.node.path]) and all(weight(one) > weight(o) for o in others)]
    off = off if len(off) * 2 < len(told) else []
    return [(one, against[one.node.path][0]) for one in off if cycle.start <= one.day <= cycle.end + _A_WEEK]
