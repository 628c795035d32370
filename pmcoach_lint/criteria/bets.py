"""Criteria of a coaching pack: what to grow, and how it is practised."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.coaching.followed import reviews_of
from pmcoach_lint.coaching.parts import BETS, TRACKER, Bet, Level, Node
from pmcoach_lint.coaching.steps import steps_of
from pmcoach_lint.coaching.timeframe import timeframe_of
from pmcoach_lint.criteria.assessment import ENOUGH, firm, gaps, number_of
from pmcoach_lint.criteria.registry import COACHING, Case, Mark, Marks, criterion, each, is_placed
from pmcoach_lint.syntax.yaml_marks import Path

TIME_BUDGET: Path = ("context", "time_budget")
_MOST = 3
_SHORTEST, _LONGEST = 15, 120
"""The minutes of a rep that people do every week: the source says 30 to 90, and some take less or more."""
_CHECKPOINTS = 2
_RANKS = {"H": 0, "M": 1, "L": 2}


def _none(case: Case) -> Mark:
    return case.lacks("No growth bet can be read.", *BETS)


def bets(case: Case) -> list[Bet]:
    """The bets that say anything."""
    return [bet for bet in case.chain.bets if bet.node.value]


def reviews(case: Case) -> list[Node]:
    """The reviews of all bets: also the rows of the tracker for days to come, on which the bets are looked at."""
    found = reviews_of(case.chain)
    known = {node.path for node in found}
    days = ((node, as_day(node.value.get("date"))) for node in case.nodes(*TRACKER) if node.path not in known)
    return found + [node for node, day in days if day and day > case.as_of]


def _each_bet(
    case: Case,
    find: Callable[[Bet], Path | None],
    has: str,
    lacks: str | Callable[[Bet], str],
    place: Callable[[Bet], Path] | None = None,
    *,
    by_level: bool = False,
) -> Marks:
    """A mark for each bet of the pack, by what `find` finds of it; `place` says where it would belong.

    What is said of a bet that lacks it may depend on the bet.

    What goes by the assessment (`by_level`) cannot be told of a bet that names no competency: then that is said.
    """
    for bet in bets(case):
        path = find(bet)
        said = lacks if isinstance(lacks, str) else lacks(bet)
        said = "names no competency that was found in the assessment" if by_level and not bet.levels else said
        words = f"{bet.node.subject} {said if path is None else has}."
        missing = place(bet) if place else bet.node.path
        yield Mark(case.main, missing if path is None else path, path is not None, words)
    if not bets(case):
        yield _none(case)


def _by_plans(
    case: Case,
    of_bet: Callable[[Bet], Path | None],
    of_plan: Callable[[Node], Path | None],
    has: str,
    lacks: str,
    place: Callable[[Bet], Path] | None = None,
) -> Marks:
    """A mark for each bet, by what `of_bet` finds; in a pack without bets, one for each plan, by `of_plan`."""
    if bets(case):
        yield from _each_bet(case, of_bet, has, lacks, place)
    else:
        yield from each(case.chain.plans_of_none, of_plan, has, lacks, none=_none(case))


def _each_plan(
    case: Case, part: str, has: str, lacks: str, fits: Callable[[Node], bool] | None = None, number: int = 1
) -> Marks:
    """A mark for each bet: whether as many entries as that are planned in a `part`, of those that fit."""

    def found(planned: Iterable[Node]) -> Path | None:
        entries = [node for node in case.sound(planned) if fits is None or fits(node)]
        return entries[0].path if len(entries) >= number else None

    def place(bet: Bet) -> Path:
        return bet.plans[0].at(part) if bet.plans else bet.node.path

    yield from _by_plans(
        case, lambda bet: found(bet.planned(part)), lambda plan: found(plan.nodes(part)), has, lacks, place
    )


@criterion(COACHING, "vision")
def bets_few(case: Case) -> Marks:
    """There are one to three growth bets."""
    number = len(bets(case))
    if not number:
        yield _none(case)
        return
    words = f"There {'is one growth bet' if number == 1 else f'are {number} growth bets'}."
    yield Mark(case.main, BETS, number <= _MOST, words)


@criterion(COACHING, "assessment")
def bets_on_gaps(case: Case) -> Marks:
    """Each bet grows a competency that the assessment shows a gap in, by a firm example, to a higher level."""
    claimed = {level.node.path for level in gaps(case) if firm(case, level)}

    def on_gap(bet: Bet) -> Path | None:
        rising = any(step.rungs > 0 for step in steps_of(bet))
        return next((level.node.path for level in bet.levels if rising and level.node.path in claimed), None)

    yield from _each_bet(
        case,
        on_gap,
        "takes up a gap that was seen",
        "takes up no gap for which a firm example was found",
        by_level=True,
    )


@criterion(COACHING, "assessment")
def bets_supported(case: Case) -> Marks:
    """Each bet takes up a gap that rests on two firm examples or more: a cycle is too long for a guess."""

    def supported(bet: Bet) -> Path | None:
        found = (level for level in bet.levels if number_of(firm(case, level)) >= ENOUGH)
        return next((level.node.at("evidence") for level in found), None)

    has, lacks = "rests on firm examples", "rests on fewer than two firm examples"

    def place(bet: Bet) -> Path:
        return bet.levels[0].node.at("evidence") if bet.levels else bet.node.path

    yield from _each_bet(case, supported, has, lacks, place, by_level=True)


@criterion(COACHING, "assessment")
def bets_top_priority(case: Case) -> Marks:
    """Each bet takes up a gap of the highest priority that there is: the pack says which gaps matter most."""
    ranked = [rank for level in gaps(case, "skill", "both") if (rank := _rank(level.node)) is not None]

    def on_top(bet: Bet) -> Path | None:
        ranks = [(_rank(level.node), level.node.at("priority")) for level in bet.levels]
        return next((path for rank, path in ranks if ranked and rank == min(ranked)), None)

    has = "takes up a gap of the highest priority"
    lacks = "takes up no gap of the highest priority" if ranked else "takes up a gap for which no priority was found"
    yield from _each_bet(case, on_top, has, lacks, by_level=True)


@criterion(COACHING, "vision")
def bets_why(case: Case) -> Marks:
    """Each bet says why it matters."""
    has, lacks = "says why it matters", "does not say why it matters"
    yield from _each_bet(case, lambda bet: case.within(bet.node, "why"), has, lacks, lambda bet: bet.node.at("why"))


@criterion(COACHING, "vision")
def bets_signals(case: Case) -> Marks:
    """Each bet has a success signal that somebody could see or count."""

    def signal(bet: Bet) -> Path | None:
        return next((line.path for line in case.sound(bet.node.nodes("signals"))), None)

    has, lacks = (
        "has success signals",
        "has no success signal that somebody could see or count",
    )
    yield from _each_bet(case, signal, has, lacks, lambda bet: bet.node.at("signals"))


@criterion(COACHING, "vision")
def bets_timeframe(case: Case) -> Marks:
    """Each bet says when it runs, or its plan does."""

    def when(bet: Bet) -> Path | None:
        path = timeframe_of(bet)
        return path if path and case.holds(case.main, path) else None

    def lacks(bet: Bet) -> str:
        spoilt = "timeframe" in bet.node.value
        return "has weeks that lie outside of the cycle" if spoilt else "has no weeks or day that can be read"

    yield from _each_bet(case, when, "says when it runs", lacks, lambda bet: bet.node.at("timeframe"))


@criterion(COACHING, "plan")
def plan_for_this_pm(case: Case) -> Marks:
    """Each bet is planned from where a firm example shows the PM: from an assumed level, a plan would fit anybody."""
    yield from _from_an_example(
        case, "is planned from where the PM was seen", "is planned from a level for which no firm example was found"
    )


@criterion(COACHING, "follow_up")
def progress_from_evidence(case: Case) -> Marks:
    """Each bet starts from a level that a firm example shows: else nobody could tell later what has changed."""
    yield from _from_an_example(case, "has a start to be judged against", "has no example to judge progress against")


def _from_an_example(case: Case, has: str, lacks: str) -> Marks:
    """A mark for each bet: whether the level that it starts from has a firm example behind it.

    Of a bet that names no competency, which costs points elsewhere, any gap with such an example is taken.
    """
    claimed = gaps(case)

    def seen(levels: Iterable[Level]) -> Path | None:
        return next((level.node.at("evidence") for level in levels if firm(case, level)), None)

    yield from _by_plans(case, lambda bet: seen(bet.levels or claimed), lambda _: seen(claimed), has, lacks)


@criterion(COACHING, "plan")
def plan_hypothesis(case: Case) -> Marks:
    """The plan of each bet says by which mechanism practice leads to growth."""

    def of_plan(plan: Node) -> Path | None:
        return case.within(plan, "hypothesis")

    def of_bet(bet: Bet) -> Path | None:
        return next(filter(None, map(of_plan, (*bet.plans, bet.node, *bet.weeks))), None)

    yield from _by_plans(case, of_bet, of_plan, "has a hypothesis", "has no hypothesis that says why")


@criterion(COACHING, "plan")
def plan_reps(case: Case) -> Marks:
    """Each bet has a weekly rep of a length that people keep up: 15 minutes to two hours.

    Of a rep without a length it is the time that the pack gives to practice each week, shared among the bets.
    """
    share = _share(case)
    has, lacks = "has reps that fit a week", "has no rep for which a length of 15 minutes to two hours was found"
    yield from _each_plan(case, "reps", has, lacks, lambda rep: _fits(rep.value.get("minutes", share)))


@criterion(COACHING, "plan")
def plan_stretch(case: Case) -> Marks:
    """Each bet has a stretch assignment on real work."""
    yield from _each_plan(case, "stretch", "has a stretch assignment", "has no stretch assignment on real work")


@criterion(COACHING, "plan")
def plan_artifacts(case: Case) -> Marks:
    """Each bet says what it leaves behind, by which it can be judged."""
    has, lacks = "leaves artifacts behind", "leaves nothing behind by which it can be judged"
    yield from _each_plan(case, "artifacts", has, lacks)


@criterion(COACHING, "plan")
def plan_commitments(case: Case) -> Marks:
    """Each bet says what the coach gives."""
    has, lacks = (
        "has commitments of the coach",
        "has no commitment of the coach that leaves the thinking to the PM",
    )
    yield from _each_plan(case, "commitments", has, lacks)


@criterion(COACHING, "plan")
def plan_measurement(case: Case) -> Marks:
    """Each bet says what is counted or scored, and so shows progress."""
    yield from _each_plan(case, "measurement", "is measured", "has no measurement")


@criterion(COACHING, "plan")
def plan_checkpoints(case: Case) -> Marks:
    """Each bet has two checkpoints or more, each with a week or a day: its own, or those of all bets in part 6."""
    has, lacks = "has checkpoints", "has fewer than two checkpoints with a week or a day"
    together = [node for node in reviews(case) if is_placed(node)]
    if len(together) < _CHECKPOINTS:
        yield from _each_plan(case, "checkpoints", has, lacks, is_placed, _CHECKPOINTS)
    else:
        has = "has checkpoints, or is looked at together with all others"
        yield from _each_bet(case, lambda _: together[0].path, has, lacks)


def _rank(node: Node) -> int | None:
    return _RANKS.get(str(node.value.get("priority")))


def _share(case: Case) -> object:
    """The minutes of the PM's time each week that there are for each bet; None where the pack does not tell them."""
    time, number = case.value(*TIME_BUDGET), max(len(bets(case)), 1)
    if not case.holds(case.main, TIME_BUDGET):
        return None
    return {name: each // number for name, each in time.items()} if isinstance(time, dict) else time // number


def _fits(minutes: object) -> bool:
    if isinstance(minutes, dict):
        return int(minutes["from"]) >= _SHORTEST and int(minutes["to"]) <= _LONGEST
    return isinstance(minutes, int) and _SHORTEST <= minutes <= _LONGEST
