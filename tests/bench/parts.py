"""The parts of a coaching pack of the benchmark, in the order in which they stand: `ALL`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

from tests.bench.phrases import (
    AGENDA,
    COMPETENCIES,
    FEEDBACK,
    GAPS,
    NO_CRITERION,
    PRACTICES,
    SIGNALS,
    SOURCES,
    STAGES,
    Competency,
    Facts,
)

_WEEKS = 8


def _table(headers: str, rows: Iterable[Sequence[object]]) -> str:
    """A table from its headers, parted by semicolons, and its rows."""
    names = headers.split(";")
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)


def _items(texts: Iterable[str]) -> str:
    return "".join(f"- {text}\n" for text in texts)


def _front_matter(facts: Facts) -> str:
    return f"""\
---
type: coaching-pack
pm: {facts.pm}
role: Product Manager, {facts.team.title()}
coach: {facts.coach}
team: {facts.team}
stage: {facts.pick(STAGES)}
start: {facts.start}
weeks: {_WEEKS}
status: active
visibility: internal
bloom: 1956
assumptions:
  - The role expectations are taken from last year's description and were not revised since.
  - The feedback of two partner teams was given in conversation and is quoted in summary.
---

# Coaching pack {facts.number:04}: from execution to direction
"""


def _context(facts: Facts) -> str:
    return f"""\
## Context snapshot

**Coaching goal:** By week {_WEEKS} the PM of {facts.team} frames the problem and defends the choice without help.
**Scope:** The {facts.team} journey on web and app, with one engineering team and a shared designer.
**Time budget:** 4 hours a week
**Constraints:** The data team answers requests within a week; the release train leaves every second Tuesday.
**Unknowns:** Whether the budget for user research is renewed in the middle of the cycle.
"""


def _definition(facts: Facts) -> str:
    headers = "Competency;Observable behaviours;Know;Understand;Apply;Analyze;Synthesize;Evaluate"
    rows = [
        (
            each.name,
            each.behaviours,
            f"Names the terms used for {each.thing}",
            f"Explains an example of {each.thing} in own words",
            f"Produces a first {each.artifact} from a template",
            f"Separates cause from symptom in {each.thing}",
            f"Joins several sources into one {each.artifact}",
            f"Judges a colleague's {each.artifact} against criteria",
        )
        for each in COMPETENCIES
    ]
    return f"""\
## 1) Definition of “Good PM” (in this context)

**Scope:** Owns the outcome of the {facts.team} journey and the order of work of one team.
**Decision rights:** Decides on scope and sequence; recommends on price, staffing and partner contracts.

### Competency model

{_table(headers, rows)}"""


def _assessment(facts: Facts) -> str:
    levels = [
        (
            each.name,
            *(("Apply", "Analyze") if place % 2 == facts.number % 2 else ("Understand", "Apply")),
            f"E{place * 3 + 1}, E{place * 3 + 2}, E{place * 3 + 3}",
            facts.pick(GAPS, place),
            "skill" if place % 3 else "constraint",
            "HML"[place % 3],
        )
        for place, each in enumerate(COMPETENCIES)
    ]
    evidence = [
        (
            f"E{row + 1}",
            facts.start - timedelta(days=80 - 4 * row),
            f"In the {facts.pick(SOURCES, row)} the talk of {each.thing} {NO_CRITERION}",
            f"{each.artifact.capitalize()}, version {row % 3 + 1}",
            each.name,
        )
        for row, each in ((row, COMPETENCIES[row // 3]) for row in range(18))
    ]
    return f"""\
## 2) Current Assessment (evidence-based)

### Levels

{_table("Competency;Current level;Target level;Evidence;Gap;Gap type;Priority", levels)}
### Evidence log

{_table("ID;Date;Evidence;Artifact;Competency", evidence)}
### Strengths to compound

- Plans releases that hold their date, and tells early when one will not.
- Is trusted by engineers, who bring problems before they grow.

### Constraints to remove

- Has no access to the warehouse and waits for every number.
"""


def _vision(facts: Facts) -> str:
    headers = "ID;Bet;Competency;Level change;Why it matters;Target behaviour or artifact;Success signals;Timeframe"
    rows = [
        (
            f"B{place}",
            f"Make {each.thing} explicit",
            each.name,
            "Apply → Analyze",
            f"Half of last quarter's rework came from {each.thing} that nobody had written down",
            f"A {each.artifact} for every decision of more than a week's work",
            "Two reviewers reach the same reading without asking",
            f"Weeks 1–{_WEEKS}",
        )
        for place, each in enumerate(facts.bets, start=1)
    ]
    return f"""\
## 3) Shared Vision (1–3 growth bets)

{_table(headers, rows)}"""


def _plan(facts: Facts) -> str:
    bets = [_bet(facts, place, each) for place, each in enumerate(facts.bets, start=1)]
    return "## 4) Development Plan (practice loops + stretch work)\n\n" + "\n".join(bets)


def _bet(facts: Facts, place: int, bet: Competency) -> str:
    reps = [
        (
            f"R{place}.{row + 1}",
            facts.pick(PRACTICES, row + place),
            30,
            f"{row * 4 // 10 * 2 + 1}–{row * 4 // 10 * 2 + 2}",
            f"{bet.artifact.capitalize()}, section {row + 1}",
            facts.pick(SIGNALS, row),
        )
        for row in range(10)
    ]
    states = {1: "has a first version", 4: "stands without the coach", 8: "is used by other teams"}
    checks = [f"Week {week} ({facts.day(week)}): the {bet.artifact} {state}" for week, state in states.items()]
    return f"""\
### B{place}: Make {bet.thing} explicit

**Hypothesis:** If the PM practises on {bet.thing} every week, then the {bet.artifact} gets shorter and firmer, \
because each round is compared with the one before.

#### Weekly reps

{_table("Rep;Practice;Minutes;Weeks;Artifact;Signal", reps)}
#### Stretch assignment

- Lead the next {bet.artifact} across two teams, from the first question to the decision.

#### Artifacts

- A {bet.artifact} reviewed in weeks 2, 4 and 6.

#### Coach commitments

- Reads each {bet.artifact} within two days and comments on the reasoning only.

#### Measurement

- Comments on reasoning for each page, counted by the coach: from six to two.

#### Checkpoints

{_items(checks)}"""


def _cadence(facts: Facts) -> str:
    reviews = [f"Week {week} ({facts.day(week)}): {bet.artifact}" for week, bet in zip((2, 4), facts.bets, strict=True)]
    return f"""\
## 5) Coaching Cadence + Session Toolkit

**Cadence:** weekly 1:1
**Session length:** 50 minutes
**Coach time:** 90 minutes a week
**Pre-work:** The PM sends the page of the week one day ahead, with one question on top.

### 1:1 agenda

{_table("Item;Minutes", AGENDA)}
### Coaching prompts

- What would have to be true for the opposite choice to be right?
- Which piece of evidence would change your mind, and how soon can you have it?
- Who loses by this decision, and do they know?

### Feedback moments

- After each review, within a day and in writing: one thing to keep, one to change.

### Artifact review points

{_items(reviews)}
### When to be directive

- Safety, compliance, or harm to a customer that grows by the hour.
"""


def _follow_up(facts: Facts) -> str:
    tracker = [
        (
            facts.day(row // 3 + 1, row % 3 * 2),
            f"B{row % 2 + 1}",
            f"{facts.bets[row % 2].artifact.capitalize()}, round {row + 1}, with the coach's questions answered",
            facts.pick(FEEDBACK, row),
            f"R{row % 2 + 1}.{row // 3 + 1}",
            "At risk" if row % 7 == 5 else "On track",
        )
        for row in range(24)
    ]
    reviews = [f"Week {week} ({facts.day(week)}): {name}" for week, name in ((4, "half-way"), (8, "close"))]
    return f"""\
## 6) Follow-up Tracker + Review Plan

### Tracker

{_table("Date;Bet;Rep or artifact done;Coach feedback;Next rep;Status", tracker)}
### Review plan

{_items(reviews)}
**How progress is judged:** By the pages and the behaviour seen in decisions, against the levels of part 2.

**How and when we adjust:** At the half-way review, or as soon as two weeks in a row are at risk.
"""


def _closing(facts: Facts) -> str:
    risks = [f"The week leaves no time for {each.thing}: one rep moves into running work" for each in facts.bets]
    steps = [f"{facts.pm} shares the first page by {facts.day(1)}", f"{facts.coach} books the reviews"]
    return f"""\
## 7) Risks / Open questions / Next steps

### Risks

{_items(risks)}
### Open questions

- Does the research budget continue after week {_WEEKS // 2}?

### Next steps

{_items(steps)}"""


ALL: tuple[Callable[[Facts], str], ...] = (
    _front_matter,
    _context,
    _definition,
    _assessment,
    _vision,
    _plan,
    _cadence,
    _follow_up,
    _closing,
)
