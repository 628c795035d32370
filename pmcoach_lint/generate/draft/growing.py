"""Parts 3 and 4 of a draft: the bets, how they were chosen, and the plan for each."""

from __future__ import annotations

from pmcoach_lint.generate.draft.facts import Facts
from pmcoach_lint.generate.draft.leverage import FORMULA, Candidate
from pmcoach_lint.generate.draft.outline import Bet, Outline
from pmcoach_lint.generate.draft.schedule import begins_with_a_session, checkpoint_weeks, day_in
from pmcoach_lint.generate.markdown import TBD, begun, in_line, items, label, sentence, table

VISION = ["ID", "Bet", "Competency", "Level change", "Why it matters", "Target behaviour or artifact"]


def vision(outline: Outline) -> list[str]:
    """Part 3: the bets, and how they were chosen."""
    rows = [_bet_row(bet, outline.facts) for bet in outline.bets]
    lines = ["### Growth bets", "", *table([*VISION, "Success signals", "Timeframe"], rows)]
    lines += ["### How the bets were chosen", "", FORMULA, ""]
    scores = [[each.area.name, each.score, each.lost or "Bet"] for each in outline.candidates]
    return [*lines, *table(["Candidate", "Leverage", "Outcome"], scores)]


def _bet_row(bet: Bet, facts: Facts) -> list[object]:
    step = bet.step
    anchor = sentence(bet.area.ladder.get(step.target, "").rstrip("."))
    return [
        bet.id,
        step.bet,
        bet.area.name,
        f"{step.start} → {step.target}",
        _why(bet.chosen),
        f"{anchor} Seen in: {in_line(bet.reps[0].rep.artifact)}",
        bet.signals,
        f"Weeks 1–{facts.cycle.weeks}",
    ]


def _why(bet: Candidate) -> str:
    if not bet.score:
        return TBD
    if not bet.pieces:
        return bet.area.why
    return f"{bet.area.why} It shows in {_seen_in(bet)}"


def _seen_in(bet: Candidate) -> str:
    """The ids of the pieces of evidence for a bet, two at most."""
    return " and ".join(piece.id for piece in bet.pieces[:2])


def plan(outline: Outline) -> list[str]:
    """Part 4: for each bet its hypothesis, reps, stretch work, artifacts, commitments, measurement and checkpoints."""
    lines: list[str] = []
    coach = begun(outline.facts.coach)
    for bet in outline.bets:
        lines += [f"### {bet.id}: {bet.step.bet}", "", *label("Hypothesis", bet.step.hypothesis)]
        rows = [
            [each.id, each.rep.text, each.rep.minutes, each.weeks, each.rep.artifact, each.rep.signal]
            for each in bet.reps
        ]
        lines += ["#### Weekly reps", "", *table(["Rep", "Practice", "Minutes", "Weeks", "Artifact", "Signal"], rows)]
        lines += ["#### Stretch assignment", "", *items([_stretch_work(bet)])]
        lines += ["#### Artifacts", "", *items(_artifacts(bet))]
        given = (f"{coach} will {in_line(text)}" for text in bet.area.commitments)
        lines += ["#### Coach commitments", "", *items(given)]
        lines += ["#### Measurement", "", *items(_measurement(bet))]
        lines += ["#### Checkpoints", "", *_checkpoints(outline.facts, bet)]
    return lines


def _stretch_work(bet: Bet) -> str:
    first, work = bet.step.stretch[0], bet.stretch.work
    return f"{sentence(first)} The real work for it: {work}" if work else first


def _artifacts(bet: Bet) -> list[str]:
    found = [
        f"{each.rep.artifact}, one a week in week{'s' if each.first != each.last else ''} {each.weeks} ({each.id})."
        for each in bet.reps
    ]
    left = f"a full draft in week {bet.stretch.drafted}, what is used in week {bet.stretch.used}"
    return [*found, f"What the stretch assignment leaves behind: {left}."]


def _measurement(bet: Bet) -> list[str]:
    baseline = "unknown until the first artifact is scored"
    if seen := _seen_in(bet.chosen):
        baseline = f"what {seen} show{'s' if len(bet.chosen.pieces) == 1 else ''}"
    level = f"{bet.step.target} counts as reached when two artifacts from different weeks show it without a prompt."
    return [*bet.area.measurement, f"Baseline: {baseline}; scored by both in week 1.", level]


def _checkpoints(facts: Facts, bet: Bet) -> list[str]:
    weeks = checkpoint_weeks(facts)
    first, last = bet.reps[0].rep, bet.reps[-1].rep
    rows = []
    for week in weeks:
        if week == weeks[0]:
            artifact = in_line(first.artifact)
            signal = f"The first {artifact} on live work is written, and both have scored it"
            if begins_with_a_session(facts):
                signal = f"The live case for the first {artifact} is chosen, and both know how it is scored"
        elif week == weeks[-1]:
            signal = "; ".join(
                in_line(text).rstrip(".") if at else text.rstrip(".") for at, text in enumerate(bet.signals)
            )
        elif week <= weeks[-1] // 2:
            signal = f"Seen in two artifacts: {in_line(first.signal)}"
        else:
            signal = f"Seen without a prompt: {in_line(last.signal)}"
        rows.append([week, day_in(facts, week), signal])
    return table(["Week", "Date", "On track when"], rows)
