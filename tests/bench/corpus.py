"""Valid coaching packs for the benchmark: the same every time, no two alike, about 22 KB each.

Each pack has eight tables with eighty rows; what the written form allows as a list is written as a list. The rows are
counted from the text by `count`, not from what was meant to be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar

_Item = TypeVar("_Item")

TABLES = 8
RECORDS = 80

_DELIMITER = re.compile(r"^\|(?: *:?-+:? *\|)+$")
_START = date(2026, 10, 5)
_WEEKS = 8
_LEVELS = ("Know", "Understand", "Apply", "Analyze", "Synthesize", "Evaluate")


class Competency(NamedTuple):
    """A competency, the behaviours it shows in, the thing it is practised on and the artifact it leaves."""

    name: str
    behaviours: str
    thing: str
    artifact: str


_COMPETENCIES = (
    Competency(
        "Problem framing and insight",
        "Writes the problem before any solution; names who has it, how often and what it costs them",
        "customer problems",
        "opportunity assessment",
    ),
    Competency(
        "Strategy and prioritization",
        "Says what will not be done and why; ties each item of the roadmap to one measured outcome",
        "strategic choices",
        "decision memo",
    ),
    Competency(
        "Execution and delivery",
        "Cuts scope before the date slips; keeps one page on which every open risk has an owner",
        "delivery risks",
        "release plan",
    ),
    Competency(
        "Stakeholder leadership",
        "Brings a recommendation with its trade-offs; settles disagreements before the meeting",
        "conflicting interests",
        "stakeholder map",
    ),
    Competency(
        "Product craft",
        "Writes specifications that need no second meeting; covers the edge cases that support will see",
        "specifications",
        "annotated specification",
    ),
    Competency(
        "Business acumen",
        "Explains how the product earns and spends; puts a range of money on a proposal",
        "unit economics",
        "business case",
    ),
)
_TEAMS = ("checkout", "search", "onboarding", "billing", "catalogue", "returns", "loyalty")
_STAGES = ("growth", "scale-up", "early", "mature")
_SOURCES = ("weekly review", "launch debrief", "customer call", "planning round", "pricing discussion")
_GAPS = (
    "Stops at the first plausible cause and does not look for a second one",
    "Lists options without saying which one and on what grounds",
    "Leaves the trade-off for others to find in the discussion",
    "Takes the loudest request as the most common one",
)
_PRACTICES = (
    "Split one request of the week into the problem, the evidence and the assumption behind it",
    "Compare two earlier decisions on the same page and mark where the reasoning differs",
    "Write the case against the own proposal in five sentences and answer it",
    "Read three customer calls and draw the pattern that none of them states",
    "Rank the open questions by what a wrong answer would cost, and test the first",
)
_SIGNALS = (
    "Two causes are named and told apart by evidence",
    "A reader can repeat the choice and its price",
    "The draft needs no more than one round of comments",
    "The team quotes the page without the author in the room",
)
_FEEDBACK = (
    "The second cause was the better one: keep looking for it before writing the summary",
    "Clear choice, but the price of it stands only in the last line: move it up",
    "The pattern holds for new customers only: say so in the heading",
    "Good use of the criteria; next time score the option that was left out as well",
)


def file_name(number: int) -> str:
    """The name of the pack with this number, counted from 1."""
    return f"pack-{number:04}.md"


def write(folder: Path, packs: int) -> list[int]:
    """Write packs number 1 to `packs` into a new folder.

    Returns:
        The size of each in bytes.
    """
    folder.mkdir(parents=True)
    return [(folder / file_name(number)).write_bytes(pack(number).encode()) for number in range(1, packs + 1)]


def count(text: str) -> tuple[int, int]:
    """Count the tables of a text and the rows below their headers."""
    lines = text.splitlines()
    tables = [number for number, line in enumerate(lines) if _DELIMITER.match(line)]
    rows = sum(line.startswith("|") for line in lines) - 2 * len(tables)
    return len(tables), rows


def with_mistake(text: str) -> str:
    """The same pack with one level misspelt, in one cell."""
    return text.replace("| Analyze |", "| Analize |", 1)


def pack(number: int) -> str:
    """Write the pack with this number.

    Args:
        number: Any number; the same number gives the same text.

    Returns:
        A complete, valid, active coaching pack.
    """
    start = _START + timedelta(weeks=number % 20)
    bets = tuple(_pick(_COMPETENCIES, number + step) for step in (0, 2))
    parts = (
        _front_matter(number, start),
        _context(number),
        _definition(number),
        _assessment(number, start),
        _vision(bets),
        _plan(number, start, bets),
        _cadence(number, start, bets),
        _follow_up(number, start, bets),
        _closing(number, start, bets),
    )
    return "\n".join(parts)


def _pick(items: Sequence[_Item], number: int) -> _Item:
    return items[number % len(items)]


def _pm(number: int) -> str:
    return f"pm-{number:04}"


def _coach(number: int) -> str:
    return f"lead-{number % 9 + 1:02}"


def _table(headers: str, rows: Iterable[Sequence[object]]) -> str:
    """A table from its headers, parted by semicolons, and its rows."""
    names = headers.split(";")
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)


def _items(texts: Iterable[str]) -> str:
    return "".join(f"- {text}\n" for text in texts)


def _front_matter(number: int, start: date) -> str:
    return f"""\
---
type: coaching-pack
pm: {_pm(number)}
role: Product Manager, {_pick(_TEAMS, number).title()}
coach: {_coach(number)}
team: {_pick(_TEAMS, number)}
stage: {_pick(_STAGES, number)}
start: {start}
weeks: {_WEEKS}
status: active
visibility: internal
bloom: 1956
assumptions:
  - The role expectations are taken from last year's description and were not revised since.
  - The feedback of two partner teams was given in conversation and is quoted in summary.
---

# Coaching pack {number:04}: from execution to direction
"""


def _context(number: int) -> str:
    team = _pick(_TEAMS, number)
    return f"""\
## Context snapshot

**Coaching goal:** By week {_WEEKS} the PM of {team} frames the problem and defends the choice without help.
**Scope:** The {team} journey on web and app, with one engineering team and a shared designer.
**Time budget:** 3 hours a week
**Constraints:** The data team answers requests within a week; the release train leaves every second Tuesday.
**Unknowns:** Whether the budget for user research is renewed in the middle of the cycle.
"""


def _definition(number: int) -> str:
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
        for each in _COMPETENCIES
    ]
    headers = "Competency;Observable behaviours;Know;Understand;Apply;Analyze;Synthesize;Evaluate"
    return f"""\
## 1) Definition of “Good PM” (in this context)

**Scope:** Owns the outcome of the {_pick(_TEAMS, number)} journey and the order of work of one team.
**Decision rights:** Decides on scope and sequence; recommends on price, staffing and partner contracts.

### Competency model

{_table(headers, rows)}"""


def _assessment(number: int, start: date) -> str:
    levels = [
        (
            each.name,
            *(("Apply", "Analyze") if place % 2 == number % 2 else ("Understand", "Apply")),
            f"E{place * 3 + 1}, E{place * 3 + 2}, E{place * 3 + 3}",
            _pick(_GAPS, number + place),
            "skill" if place % 3 else "constraint",
            _pick("HML", place),
        )
        for place, each in enumerate(_COMPETENCIES)
    ]
    evidence = [
        (
            f"E{row + 1}",
            start - timedelta(days=80 - 4 * row),
            f"In the {_pick(_SOURCES, number + row)} the discussion of {each.thing} ended without a stated criterion",
            f"{each.artifact.capitalize()}, version {row % 3 + 1}",
            each.name,
        )
        for row, each in ((row, _COMPETENCIES[row // 3]) for row in range(18))
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


def _vision(bets: Sequence[Competency]) -> str:
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
        for place, each in enumerate(bets, start=1)
    ]
    headers = "ID;Bet;Competency;Level change;Why it matters;Target behaviour or artifact;Success signals;Timeframe"
    return f"""\
## 3) Shared Vision (1–3 growth bets)

{_table(headers, rows)}"""


def _plan(number: int, start: date, bets: Sequence[Competency]) -> str:
    parts = [_bet(number, start, place, each) for place, each in enumerate(bets, start=1)]
    return "## 4) Development Plan (practice loops + stretch work)\n\n" + "\n".join(parts)


def _bet(number: int, start: date, place: int, bet: Competency) -> str:
    reps = [
        (
            f"R{place}.{row + 1}",
            _pick(_PRACTICES, number + row + place),
            35,
            f"{row * 4 // 10 * 2 + 1}–{row * 4 // 10 * 2 + 2}",
            f"{bet.artifact.capitalize()}, section {row + 1}",
            _pick(_SIGNALS, number + row),
        )
        for row in range(10)
    ]
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

{_table("Week;Date;On track when", _checkpoints(start, bet))}"""


def _checkpoints(start: date, bet: Competency) -> list[tuple[object, ...]]:
    return [
        (week, start + timedelta(weeks=week - 1), f"The {bet.artifact} {state}")
        for week, state in ((1, "has a first version"), (4, "stands without the coach"), (8, "is used by others"))
    ]


def _cadence(number: int, start: date, bets: Sequence[Competency]) -> str:
    agenda = [
        ("Wins and lessons of the week", 5),
        ("Decisions that need a second head", 10),
        ("Deep dive on one bet, with the page open", 25),
        ("Next reps and dates", 10),
    ]
    reviews = [(2 + 2 * place, each.artifact) for place, each in enumerate(bets)]
    rows = [(week, start + timedelta(weeks=week - 1), name.capitalize(), _coach(number)) for week, name in reviews]
    return f"""\
## 5) Coaching Cadence + Session Toolkit

**Cadence:** weekly 1:1
**Session length:** 50 minutes
**Coach time:** 90 minutes a week
**Pre-work:** The PM sends the page of the week one day ahead, with one question on top.

### 1:1 agenda

{_table("Item;Minutes", agenda)}
### Coaching prompts

- What would have to be true for the opposite choice to be right?
- Which piece of evidence would change your mind, and how soon can you have it?
- Who loses by this decision, and do they know?

### Feedback moments

- After each review, within a day and in writing: one thing to keep, one to change.

### Artifact review points

{_table("Week;Date;Artifact;Reviewer", rows)}
### When to be directive

- Safety, compliance, or harm to a customer that grows by the hour.
"""


def _follow_up(number: int, start: date, bets: Sequence[Competency]) -> str:
    tracker = [
        (
            start + timedelta(weeks=row // 3, days=row % 3 * 2),
            f"B{row % 2 + 1}",
            f"{_pick(bets, row).artifact.capitalize()}, round {row + 1}",
            _pick(_FEEDBACK, number + row),
            f"R{row % 2 + 1}.{min(row // 3 + 1, 10)}",
            "At risk" if row % 7 == 5 else "On track",
        )
        for row in range(24)
    ]
    reviews = [
        (week, start + timedelta(weeks=week - 1), name, "Tracker and the latest pages")
        for week, name in ((4, "Half-way review"), (8, "Final review"))
    ]
    return f"""\
## 6) Follow-up Tracker + Review Plan

### Tracker

{_table("Date;Bet;Rep or artifact done;Coach feedback;Next rep;Status", tracker)}
### Review plan

**How progress is judged:** By the pages and the behaviour seen in decisions, against the levels of part 2.

{_table("Week;Date;Review;Evidence to bring", reviews)}
**How and when we adjust:** At the half-way review, or as soon as two weeks in a row are at risk.
"""


def _closing(number: int, start: date, bets: Sequence[Competency]) -> str:
    risks = [(f"The week leaves no time for {each.thing}", "Move one rep into running work") for each in bets]
    steps = [
        ("Share the first page", _pm(number), start),
        ("Book the reviews", _coach(number), start + timedelta(days=2)),
    ]
    return f"""\
## 7) Risks / Open questions / Next steps

### Risks

{_table("Risk;Mitigation", risks)}
### Open questions

- Does the research budget continue after week {_WEEKS // 2}?

### Next steps

{_table("Step;Owner;Due", steps)}"""
