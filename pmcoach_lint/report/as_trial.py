"""How the trial of types is told: each example in a line, and at the end the checks that none reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.examples.trial import Outcome, Trial
from pmcoach_lint.finding import Finding
from pmcoach_lint.report.tally import counted
from pmcoach_lint.report.visible import visible, visible_place

_INDENT = "  "


def render_trial(trial: Trial) -> Iterator[str]:
    """Tell how the examples of one type went."""
    yield f"{trial.name}: {visible(trial.file)}\n"
    if not trial.outcomes:
        yield f"{_INDENT}The schema is sound. It has no examples: “x-examples” would hold them.\n"
        return
    for outcome in trial.outcomes:
        yield from _told(outcome)
    if trial.unreached:
        number = len(trial.unreached)
        yield f"{_INDENT}No example that fails reaches {number} of {counted(trial.checks, 'check')}:\n"
        for place, words in trial.unreached:
            yield f"{_INDENT * 2}{visible_place(*place)}: {visible(words)}\n"


def summary(trials: Iterable[Trial], broken: int) -> str:
    """What came out, in one line."""
    trials = list(trials)
    examples, wrong = sum(len(trial.outcomes) for trial in trials), sum(trial.wrong for trial in trials)
    unreached = sum(len(trial.unreached) for trial in trials)
    parts = [f"{counted(len(trials) + broken, 'type')} tested", counted(examples, "example")]
    if broken:
        parts.append(f"{counted(broken, 'schema')} with problems")
    if wrong:
        parts.append(f"{wrong} not judged as wanted")
    if unreached:
        parts.append(f"{counted(unreached, 'check')} not reached")
    return f"{', '.join(parts)}.\n"


def _told(outcome: Outcome) -> Iterator[str]:
    name = visible(outcome.name)
    if outcome.problem is None:
        judged = f"fails: {outcome.wanted}" if outcome.wanted else "passes"
        yield f"{_INDENT}ok     {name} {visible(judged)}.\n"
        return
    yield f"{_INDENT}WRONG  {name}\n"
    lines = [visible(outcome.problem), *map(_found, outcome.found), f"See {visible_place(*outcome.place)}"]
    yield "".join(f"{_INDENT}       {line}\n" for line in lines)


def _found(finding: Finding) -> str:
    return visible(f"line {finding.range.start.line}: {finding.rule}: {finding.message}")
