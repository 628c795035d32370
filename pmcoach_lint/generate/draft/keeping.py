"""Parts 5 to 7 of a draft: the rhythm and the toolkit, the follow-up, and what is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pmcoach_lint.generate.draft.facts import Facts
from pmcoach_lint.generate.draft.library import Risk
from pmcoach_lint.generate.draft.outline import Bet, Outline
from pmcoach_lint.generate.draft.schedule import begins_with_a_session, checkpoint_weeks, day_in, review_week, weeks_off
from pmcoach_lint.generate.markdown import TBD, in_line, items, label, table
from pmcoach_lint.weekly.rhythm import is_working_day

_PROMPTS = 5
"""The most prompts for a session (`coaching-pms`, its templates: 3–5)."""

_RISKS, _QUESTIONS = 5, 5
_SHORT = 40
_SHORT_CYCLE = 5
"""Weeks; in a cycle that is no longer, each bet has one review of its reps."""

_A_GAP = 5
"""Working days off in a row that break a rhythm: a week. Our own figure."""

_DEEPEST = 30
"""Minutes for the deep dive at most (`coaching-pms`, its templates: 20–30)."""

EXCEPTIONS = (
    "Somebody could come to harm, or data be exposed: the coach stops it, and goes through the reasons afterwards.",
    "A law or a rule of compliance is at stake: the rule is kept, and the choice is reviewed later.",
    "Many customers would be hit: the coach decides with those on duty, and the two look back within the week.",
    "The decision cannot wait for the next session: the coach decides, says so, and gives the reasons next time.",
)


def cadence(outline: Outline) -> list[str]:
    """Part 5: when the two meet, what a session holds, and when the coach decides."""
    facts, bets = outline.facts, outline.bets
    meetings = facts.given("meetings", facts.meetings)
    lines = label("Cadence", "; ".join([meetings, *_moved(facts), *_skipped(facts)]))
    lines += label("Session length", facts.given("session_length", f"{facts.session} minutes"))
    lines += label("Coach time", facts.given("coach_time", f"{facts.coach_time} minutes a week"))
    on_top = "two lines on top: where I was unsure, and what I chose"
    lines += label("Pre-work", f"The day before, {facts.pm} shares the week's artifact with {on_top}.")
    lines += ["### 1:1 agenda", "", *table(["Item", "Minutes"], _agenda(facts.session))]
    lines += ["### Coaching prompts", "", *items(_prompts(bets))]
    lines += ["### Feedback moments", "", *items(_feedback(bets))]
    lines += ["### Artifact review points", "", *_reviews(facts, bets)]
    return [*lines, "### When to be directive", "", *items(EXCEPTIONS)]


def _moved(facts: Facts) -> Iterator[str]:
    """The words for sessions whose day is off in a week that is not: held on another day of it, or left out."""
    rhythm = facts.rhythm
    if rhythm is None:
        return
    planned = [day for day in rhythm.planned(facts.cycle) if day in facts.off]
    for day in planned:
        week = facts.cycle.week_of(day)
        if week in weeks_off(facts):
            continue
        other = day_in(facts, week)
        if day.weekday() == rhythm.weekdays[0] and other not in rhythm.planned(facts.cycle):
            yield f"on {other} instead of {day}"
        else:
            yield f"not on {day}"


def _skipped(facts: Facts) -> Iterator[str]:
    """The words for the weeks that are off altogether, as a rhythm is read."""
    weeks = weeks_off(facts)
    if weeks:
        yield f"no sessions in week{'s' if len(weeks) > 1 else ''} {', '.join(map(str, weeks))}"


def _agenda(session: int) -> list[tuple[str, int]]:
    """The parts of a session, which add up to its length."""
    decisions, following = (5, 5) if session < _SHORT else (10, 10)
    wins = min(5, session)
    deep = max(0, min(_DEEPEST, session - wins - decisions - following))
    rest = session - wins - decisions - following - deep
    parts = [
        ("Wins: what worked since last time, and what made it work", wins),
        ("Decisions that the PM faces, with the options the PM sees", decisions),
        ("Deep dive into one bet: the week's artifact, scored apart and then compared", deep),
        ("Next reps: which live case they are done on", following),
        ("What the PM wants to bring", rest),
    ]
    return [(item, minutes) for item, minutes in parts if minutes > 0]


def _prompts(bets: tuple[Bet, ...]) -> list[str]:
    """The prompts of the steps in turn; with a single bet, one of the next step as well."""
    lists = [list(bet.step.prompts) for bet in bets]
    if len(bets) == 1 and (above := bets[0].area.steps.get(bets[0].step.target)):
        lists[0] += above.prompts[:1]
    found: list[str] = []
    while any(lists) and len(found) < _PROMPTS:
        found += [prompts.pop(0) for prompts in lists if prompts]
    return found[:_PROMPTS]


def _feedback(bets: tuple[Bet, ...]) -> Iterator[str]:
    asked = (
        "Within a day of its first use, five minutes on the {}: what was decided with it, and what did it leave open?",
        "One line from each reader of the {}: what were you asked, and what did you do?",
    )
    for question, bet in zip(asked, bets, strict=False):
        yield question.format(in_line(bet.reps[0].rep.artifact))
    yield "At each checkpoint both say first what they saw in the artifacts, and only then what they make of it."


def _reviews(facts: Facts, bets: tuple[Bet, ...]) -> list[str]:
    """When which artifact is looked at, spread so that no session holds two of them, as far as the weeks allow."""
    last = facts.cycle.weeks
    rows: list[tuple[date, str, str]] = []

    def add(week: int, artifact: str, who: str) -> None:
        rows.append((day_in(facts, week), artifact, who))

    for number, bet in enumerate(bets):
        reps, stretch = bet.reps, bet.stretch
        add(review_week(facts, min(2 + number, last)), f"{reps[0].rep.artifact} from {reps[0].id}", facts.coach)
        if len(reps) > 1 and last > _SHORT_CYCLE:
            later = min(max(reps[-1].first, last // 2 + 1) + number, last)
            add(review_week(facts, later), f"{reps[-1].rep.artifact} from {reps[-1].id}", facts.coach)
        assignment = f"tretch assignment of {bet.id}"
        add(stretch.drafted, f"Full draft of the s{assignment}", "a colleague who knows nothing of the case")
        rows.append((stretch.day, f"S{assignment} as it is used", TBD))
    found = [(facts.cycle.week_of(day), day, artifact, who) for day, artifact, who in sorted(rows)]
    return table(["Week", "Date", "Artifact", "Reviewer"], found)


def follow_up(outline: Outline) -> list[str]:
    """Part 6: the rows of the first session, the reviews, and how the plan is adjusted."""
    first = day_in(outline.facts, 1)
    rows = [[first, bet.id, "", "", bet.reps[0].id, ""] for bet in outline.bets]
    header = ["Date", "Bet", "Rep or artifact done", "Coach feedback", "Next rep", "Status"]
    lines = ["### Tracker", "", *table(header, rows), "### Review plan", ""]
    judged = (
        "By artifacts and behaviours, each against its baseline, scored by both apart; never by how a session felt."
    )
    lines += label("How progress is judged", judged)
    lines += table(["Week", "Date", "Review", "Evidence to bring"], list(_review_rows(outline)))
    adjust = (
        "At each checkpoint a bet is kept, changed or stopped, with the reason in the tracker. Between checkpoints, "
        "two rows at risk in a row change the rep first. If practice takes more than the time there is for two weeks "
        "running, one rep is paused."
    )
    return [*lines, *label("How and when we adjust", adjust)]


def _review_rows(outline: Outline) -> Iterator[tuple[object, ...]]:
    facts = outline.facts
    weeks = checkpoint_weeks(facts)
    for week in weeks:
        if week == weeks[0]:
            brought = "Live cases for" if begins_with_a_session(facts) else "First artifacts of"
            said = (
                "Do we read the levels alike? The assessment is corrected together",
                f"{brought} {outline.first_reps}",
            )
        elif week == weeks[-1]:
            said = (
                "Close: each level is judged again from artifacts",
                "All artifacts, the stretch work, a self-assessment",
            )
        else:
            said = "Keep, change or stop each bet", "All artifacts so far, the tracker"
        yield (week, day_in(facts, week), *said)


def closing(outline: Outline) -> list[str]:
    """Part 7: risks, open questions, and what happens in the first two weeks."""
    risks = [(f"{each.text}. Early sign: {in_line(each.sign)}", each.mitigation) for each in _risks(outline)]
    steps = [(*step, "") for step in _steps(outline)]
    lines = ["### Risks", "", *table(["Risk", "Mitigation"], risks or [(TBD, TBD)])]
    lines += ["### Open questions", "", *items(_questions(outline))]
    return [*lines, "### Next steps", "", *table(["Step", "Owner", "Due", "Done"], steps)]


def _risks(outline: Outline) -> list[Risk]:
    """The risks of the situations that the intake shows, the first of each, up to five."""
    found: list[Risk] = []
    for situation in [*_situations(outline.facts, outline.bets), "always"]:
        found += [risk for risk in outline.library.risks if risk.situation == situation and risk not in found][:1]
    return found[:_RISKS]


def _situations(facts: Facts, bets: tuple[Bet, ...]) -> Iterator[str]:
    role = f"{facts.text('context', 'coach_role')} {facts.text('context', 'product')}".casefold()
    shown = {
        "thin evidence": len(facts.pieces) < 3,
        "constraints": bool(facts.removable),
        **{bet.area.situation: True for bet in bets},
        "client PM": "fractional" in role or "client" in role,
        "manager coaches": "reports to me" in role or "direct report" in role or "my report" in role,
        "little time": facts.practice < 90,
        "short cycle": facts.cycle.weeks < 6,
        "days off": _longest_gap(facts) >= _A_GAP,
        "new PM": facts.is_new,
        "senior PM": facts.is_senior,
        "several bets": len(bets) > 1,
    }
    return (situation for situation, holds in shown.items() if holds)


def _longest_gap(facts: Facts) -> int:
    """The most working days in a row that are off in the cycle; weekends do not part them."""
    longest = run = 0
    for number in range((facts.cycle.end - facts.cycle.start).days + 1):
        day = facts.cycle.start + timedelta(days=number)
        if is_working_day(day):
            run = run + 1 if day in facts.off else 0
            longest = max(longest, run)
    return longest


def _questions(outline: Outline) -> list[str]:
    facts, bets = outline.facts, [bet.chosen for bet in outline.bets]
    found = [f"{question.text} ({question.id})" for question in facts.open[:_QUESTIONS]]
    if facts.unmatched:
        found.append(f"Which competency does each of these show: {', '.join(facts.unmatched)}?")
    found += [
        f"Which two pieces of work show {facts.pm} at {bet.level} in {in_line(bet.area.name)}, to both of us?"
        for bet in bets
        if bet.is_assumed
    ]
    found += [
        f"{bet.area.name} is named as a strength and as something to grow: what differs between the two?"
        for bet in bets
        if any(each.area == bet.area for each in facts.matched.strengths)
    ]
    asked = {field.path for question in facts.open[:_QUESTIONS] for field in question.fields}
    if not facts.texts("goals", "work") and ("goals", "work") not in asked:
        found.append("Which real work of the coming weeks carries the stretch assignment?")
    return found or [f"What would {facts.pm} choose as the bet, and on what grounds?"]


def _steps(outline: Outline) -> Iterator[tuple[object, ...]]:
    facts = outline.facts
    first, second = day_in(facts, 1), day_in(facts, review_week(facts, 2))
    shared_for = second if begins_with_a_session(facts) else first
    begin = max(facts.cycle.start, shared_for - timedelta(days=1))
    begin = begin if begin not in facts.off and is_working_day(begin) else shared_for
    week, session = ("this week", "session") if shared_for == first else ("the first week", "second session")
    both = f"{facts.coach} and {facts.pm}"
    yield f"Go through the assessment together, and strike what {facts.pm} can refute", both, first
    yield f"Do {outline.first_reps} on a case of {week}, and share it before the {session}", facts.pm, begin
    yield "Put the sessions, the checkpoints and the artifact reviews into both calendars", facts.coach, first
    if facts.removable:
        yield "Say what came of the constraints, and who removes which", facts.coach, second
    if facts.open:
        ids = ", ".join(question.id for question in facts.open[:_QUESTIONS])
        yield f"Answer what the intake left open: {ids}", facts.coach, second
