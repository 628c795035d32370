"""Parts 3 and 4 of a draft: the bets, how they were chosen, and the plan for each."""

from __future__ import annotations

from pmcoach_lint.generate.draft.facts import Facts, begun
from pmcoach_lint.generate.draft.leverage import FORMULA, Candidate, bets_among
from pmcoach_lint.generate.draft.library import Step
from pmcoach_lint.generate.draft.schedule import Planned, Stretch, begins_with_a_session, checkpoint_weeks, day_in
from pmcoach_lint.generate.markdown import TBD, in_line, items, label, sentence, table

VISION = ["ID", "Bet", "Competency", "Level change", "Why it matters", "Target behaviour or artifact"]


def vision(facts: Facts, candidates: tuple[Candidate, ...], planned: list[list[Planned]]) -> list[str]:
    """Part 3: the bets, and how they were chosen."""
    rows = []
    for number, (bet, reps) in enumerate(zip(bets_among(candidates), planned, strict=True), 1):
        step = _step(bet)
        target = (
            f"{sentence(bet.area.ladder.get(step.target, '').rstrip('.'))} Seen in: {in_line(reps[0].rep.artifact)}"
        )
        rows.append(
            [
                f"B{number}",
                step.bet,
                bet.area.name,
                f"{step.start} → {step.target}",
                _why(bet),
                target,
                list(step.signals),
                f"Weeks 1–{facts.cycle.weeks}",
            ]
        )
    lines = ["### Growth bets", "", *table([*VISION, "Success signals", "Timeframe"], rows)]
    lines += ["### How the bets were chosen", "", FORMULA, ""]
    scores = [[each.area.name, each.score, each.lost or "Bet"] for each in candidates]
    return [*lines, *table(["Candidate", "Leverage", "Outcome"], scores)]


def _why(bet: Candidate) -> str:
    if not bet.score:
        return TBD
    if not bet.pieces:
        return bet.area.why
    ids = " and ".join(piece.id for piece in bet.pieces[:2])
    return f"{bet.area.why} It shows in {ids}"


def _step(bet: Candidate) -> Step:
    if bet.step is None:
        raise ValueError("a bet has a step up")
    return bet.step


def plan(
    facts: Facts, candidates: tuple[Candidate, ...], planned: list[list[Planned]], stretches: list[Stretch]
) -> list[str]:
    """Part 4: for each bet its hypothesis, reps, stretch work, artifacts, commitments, measurement and checkpoints."""
    lines: list[str] = []
    bets = bets_among(candidates)
    for number, (bet, reps, stretch) in enumerate(zip(bets, planned, stretches, strict=True), 1):
        step = _step(bet)
        lines += [f"### B{number}: {step.bet}", "", *label("Hypothesis", step.hypothesis)]
        rows = [
            [each.id, each.rep.text, each.rep.minutes, each.weeks, each.rep.artifact, each.rep.signal] for each in reps
        ]
        lines += ["#### Weekly reps", "", *table(["Rep", "Practice", "Minutes", "Weeks", "Artifact", "Signal"], rows)]
        lines += ["#### Stretch assignment", "", *items([_stretch_work(step, stretch)])]
        lines += ["#### Artifacts", "", *items(_artifacts(reps, stretch))]
        lines += [
            "#### Coach commitments",
            "",
            *items(f"{begun(facts.coach)} will {in_line(text)}" for text in bet.area.commitments),
        ]
        lines += ["#### Measurement", "", *items(_measurement(bet, step))]
        lines += ["#### Checkpoints", "", *_checkpoints(facts, step, reps)]
    return lines


def _stretch_work(step: Step, stretch: Stretch) -> str:
    first = step.stretch[0]
    return f"{sentence(first)} The real work for it: {stretch.work}" if stretch.work else first


def _artifacts(reps: list[Planned], stretch: Stretch) -> list[str]:
    found = [
        f"{each.rep.artifact}, one a week in week{'s' if each.first != each.last else ''} {each.weeks} ({each.id})."
        for each in reps
    ]
    left = f"a full draft in week {stretch.drafted}, what is used in week {stretch.used}"
    return [*found, f"What the stretch assignment leaves behind: {left}."]


def _measurement(bet: Candidate, step: Step) -> list[str]:
    seen = " and ".join(piece.id for piece in bet.pieces[:2])
    baseline = (
        f"what {seen} show{'s' if len(bet.pieces) == 1 else ''}"
        if seen
        else "unknown until the first artifact is scored"
    )
    level = f"{step.target} counts as reached when two artifacts from different weeks show it without a prompt."
    return [*bet.area.measurement, f"Baseline: {baseline}; scored by both in week 1.", level]


def _checkpoints(facts: Facts, step: Step, reps: list[Planned]) -> list[str]:
    weeks = checkpoint_weeks(facts)
    rows = []
    for week in weeks:
        if week == weeks[0]:
            artifact = in_line(reps[0].rep.artifact)
            signal = f"The first {artifact} on live work is written, and both have scored it"
            if begins_with_a_session(facts):
                signal = f"The live case for the first {artifact} is chosen, and both know how it is scored"
        elif week == weeks[-1]:
            signal = "; ".join(
                in_line(text).rstrip(".") if at else text.rstrip(".") for at, text in enumerate(step.signals)
            )
        elif week <= weeks[-1] // 2:
            signal = f"Seen in two artifacts: {in_line(reps[0].rep.signal)}"
        else:
            signal = f"Seen without a prompt: {in_line(reps[-1].rep.signal)}"
        rows.append([week, day_in(facts, week), signal])
    return table(["Week", "Date", "On track when"], rows)


def first_reps(planned: list[list[Planned]]) -> str:
    """The ids of the reps that the cycle begins with."""
    return " and ".join(reps[0].id for reps in planned) or TBD
