"""What rules are held to: one text each, and whether a rule must speak up at it.

Each module `cases_*.py` beside this one has its `CASES`; `test_cases` runs them all, and the table of rules on the site
counts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

FRONT = "---\ntype: coaching-pack\n---\n\n"
PLAN_FRONT = "---\ntype: coaching-plan\n---\n\n"
PROPOSAL_FRONT = "---\ntype: work-proposal\n---\n\n"
ASSESSMENT_FRONT = "---\ntype: value-assessment\n---\n\n"
_DATED = "---\ntype: coaching-pack\nstart: 2026-10-05\nweeks: 8\n---\n\n"
_VISION = "## 3) Shared Vision\n\n"
_PLAN = "## 4) Development Plan\n\n### B1: Frame first\n\n"
_CADENCE = "## 5) Coaching Cadence\n\n"
_OFFERED = f"{PROPOSAL_FRONT}## Proposed Strategic Engagement\n\n### Deliverables\n\n"


def _table(header: str, row: str) -> str:
    """A table of one row."""
    return f"| {header} |\n|{'---|' * (header.count('|') + 1)}\n| {row} |\n"


FIELDS = {
    "goal": f"{FRONT}## Context snapshot\n\n**Coaching goal:** {{}}\n",
    "goal of the autumn": f"{_DATED}## Context snapshot\n\n**Coaching goal:** {{}}\n",
    "behaviours": f"{FRONT}## 1) Definition of “Good PM”\n\n"
    + _table("Competency | Observable behaviours", "Strategy | {}"),
    "gap": f"{FRONT}## 2) Current Assessment\n\n"
    + _table("Competency | Evidence | Gap", "Strategy | Brief of 3 March | {}"),
    "mitigation": f"{FRONT}## 7) Risks\n\n### Risks\n\n" + _table("Risk | Mitigation", "Nobody reads the notes | {}"),
    "constraint": f"{FRONT}## 2) Current Assessment\n\n### Constraints to remove\n\n- {{}}\n",
    "owner": f"{FRONT}## 7) Next steps\n\n### Next steps\n\n" + _table("Step | Owner | Due", "Ask | {} | 2026-12-02"),
    "evidence": f"{FRONT}## 2) Current Assessment\n\n" + _table("Competency | Evidence", "Strategy | {}"),
    "strength's evidence": f"{FRONT}## 2) Current Assessment\n\n"
    + _table("Competency | Current level | Strength or gap | Evidence", "Data use | Analyze | Strength | {}"),
    "claim": f"{FRONT}## 2) Current Assessment\n\n"
    + _table("Competency | Current level | Target level | Evidence", "Strategy | Apply | Analyze | {}"),
    "log": f"{FRONT}## 2) Current Assessment\n\n### Evidence log\n\n" + _table("ID | Evidence", "E1 | {}"),
    "strength": f"{FRONT}## 2) Current Assessment\n\n### Strengths to compound\n\n- {{}}\n",
    "bet": f"{FRONT}{_VISION}" + _table("ID | Bet", "B1 | {}"),
    "target": f"{FRONT}{_VISION}" + _table("ID | Bet | Target behaviour", "B1 | Frame first | {}"),
    "signal": f"{FRONT}{_VISION}" + _table("ID | Bet | Success signals", "B1 | Frame first | {}"),
    "why": f"{FRONT}{_VISION}### B1: Frame first\n\n**Why it matters:** {{}}\n",
    "signal of the autumn": f"{_DATED}{_VISION}" + _table("ID | Bet | Success signals", "B1 | Frame first | {}"),
    "work of the autumn": f"{_DATED}{_VISION}"
    + _table("ID | Bet", "B1 | Frame first")
    + f"\n{_PLAN}**Weekly reps:** Write one brief (45 min)\n\n**Artifacts:** {{}}\n",
    "hypothesis": f"{FRONT}{_PLAN}**Hypothesis:** {{}}\n",
    "stretch": f"{FRONT}{_PLAN}**Stretch assignment:** {{}}\n",
    "minutes": f"{FRONT}{_PLAN}#### Weekly reps\n\n" + _table("Practice | Minutes", "Frame one request | {}"),
    "rep": f"{FRONT}{_PLAN}#### Weekly reps\n\n" + _table("Practice | Minutes", "{} | 45"),
    "untimed": f"{FRONT}{_PLAN}#### Weekly reps\n\n- {{}}\n",
    "artifact": f"{FRONT}{_PLAN}**Weekly reps:** Write one brief (45 min)\n\n**Artifacts:** {{}}\n",
    "commitment": f"{FRONT}{_PLAN}#### Coach commitments\n\n- {{}}\n",
    "measure": f"{FRONT}{_PLAN}#### Measurement\n\n- {{}}\n",
    "checkpoint": f"{FRONT}{_PLAN}#### Checkpoints\n\n" + _table("Week | On track when", "4 | {}"),
    "rhythm": f"{FRONT}{_CADENCE}**Cadence:** {{}}\n",
    "pre-work": f"{FRONT}{_CADENCE}**Pre-work:** {{}}\n",
    "pre-work for Tuesdays": f"{FRONT}{_CADENCE}**Cadence:** weekly 1:1, Tuesdays at 10:00\n\n**Pre-work:** {{}}\n",
    "coach's time": f"{FRONT}{_CADENCE}**Cadence:** weekly 1:1, Wednesdays at 9:30\n\n"
    "**Session length:** 60 minutes\n\n**Coach time:** {}\n",
    "prompt": f"{FRONT}{_CADENCE}### Coaching prompts\n\n- {{}}\n",
    "directive": f"{FRONT}{_CADENCE}### When to be directive\n\n- {{}}\n",
    "feedback": f"{FRONT}## 6) Follow-up Tracker\n\n" + _table("Date | Bet | Coach feedback", "2026-10-09 | B1 | {}"),
    "adjust": f"{FRONT}## 6) Follow-up Tracker\n\n**How and when we adjust:** {{}}\n",
    "step": "---\ntype: coaching-pack\nstart: 2026-10-05\nweeks: 8\n---\n\n## 7) Risks\n\n### Next steps\n\n- {}\n",
    "risk": f"{FRONT}## 7) Risks\n\n- {{}}\n",
    "outcome": f"{PLAN_FRONT}## Coaching Interventions\n\n### Session 1: Reframing\n\n- **Outcome**: {{}}\n",
    "support": f"{PLAN_FRONT}## Coaching Interventions\n\n### Session 1: Reframing\n\n"
    "- **Technique**: Take her last update\n- **Support**: {}\n- **Outcome**: She opens with the outcome\n",
    "criterion": f"{PLAN_FRONT}## Graduation Criteria\n\n- [ ] {{}}\n",
    "metric": f"{PLAN_FRONT}## Success Metrics\n\n" + _table("Metric | Baseline", "{} |"),
    "measure's end": f"{PLAN_FRONT}## Success Metrics\n\n"
    + _table("Metric | Baseline | Target", "Asked why | 3 of 20 | {}"),
    "measure's start": f"{PLAN_FRONT}## Success Metrics\n\n"
    + _table("Metric | Baseline | Target", "Asked why | {} | 12 of 20"),
    "how often": f"{PLAN_FRONT}## Success Metrics\n\n" + _table("Metric | Baseline | Target", "Asks why | rarely | {}"),
    "observation": f"{PLAN_FRONT}## Current Assessment\n\n### Work Pattern\n\n"
    + _table("Pattern | Observation", "How they prioritize | {}"),
    "offer": _OFFERED + _table("Deliverable | Purpose | Timeline", "{} | The squad can start | 2026-10-16"),
    "timeline": _OFFERED + _table("Deliverable | Purpose | Timeline", "Decision brief | One page for the board | {}"),
    "price": f"{PROPOSAL_FRONT}## Investment\n\n### Proposed\n\n- {{}}\n",
    "ignored": f"{PROPOSAL_FRONT}## The Opportunity\n\n### Business Impact\n\nIf ignored: {{}}\n",
    "recommendation": f"{PROPOSAL_FRONT}## Recommendation\n\n{{}}\n",
    "gets": f"{PROPOSAL_FRONT}## Investment\n\n### Proposed\n\n- €12,500 a month\n- What it gets you: {{}}\n",
    "scope": f"{PROPOSAL_FRONT}## Proposed Strategic Engagement\n\n### Scope\n\n{{}}\n",
    "instead": f"{ASSESSMENT_FRONT}## Strategic Opportunity Analysis\n\n### Untapped Value\n\n"
    + _table(
        "Opportunity | Current State | Strategic Alternative | Client Benefit", "Search | Tickets | {} | Fewer bugs"
    ),
    "benefit": f"{ASSESSMENT_FRONT}## Strategic Opportunity Analysis\n\n### Untapped Value\n\n"
    + _table(
        "Opportunity | Current State | Strategic Alternative | Client Benefit",
        "Search | Tickets | Choose the three failures that cost renewals | {}",
    ),
    "help": f"{ASSESSMENT_FRONT}## Client Team Assessment\n\n### PM Team Strategic Capability\n\n"
    + _table("PM | Current Level | Gap | Coaching Opportunity", "pm-31 | Tactical | Takes requests as they are | {}"),
    "quick win": f"{ASSESSMENT_FRONT}## Repositioning Plan\n\n### Quick Wins (This Week)\n\n- {{}}\n",
    "untapped": f"{PROPOSAL_FRONT}## The Opportunity\n\n### Untapped Value\n\n{{}}\n",
    "later": f"{PROPOSAL_FRONT}## Proposed Strategic Engagement\n\n### Time Horizons\n\n"
    + _table("Horizon | When | Focus", "LATER | 6+ months | {}"),
    "framework": f"{PLAN_FRONT}## Knowledge Transfer Artifacts\n\n### Frameworks to Leave Behind\n\n- [ ] {{}}\n",
    "proposition": f"{ASSESSMENT_FRONT}## Rate Justification\n\n### Strategic Value Proposition\n\n{{}}\n",
    "business impact": f"{ASSESSMENT_FRONT}## Rate Justification\n\n### Evidence to Build\n\n"
    + _table("Strategic Contribution | Business Impact | Documentation", "Pricing workshop | {} | Event log"),
    "documentation": f"{ASSESSMENT_FRONT}## Rate Justification\n\n### Evidence to Build\n\n"
    + _table("Strategic Contribution | Business Impact | Documentation", "Pricing workshop | Two plans dropped | {}"),
    "session practice": f"{PLAN_FRONT}## Coaching Interventions\n\n### Session 1: Reframing\n\n- **Practice**: {{}}\n",
    "habit": f"{PLAN_FRONT}## Knowledge Transfer Artifacts\n\n### Habits to Install\n\n- [ ] {{}}\n",
    "entry": "---\ntype: event-log\n---\n\n## 2026-06-23 — Meeting — The portal\n\n{}\n\n**Work type:** Strategic\n",
    "technique": f"{PLAN_FRONT}## Coaching Interventions\n\n### Session 1: Reframing\n\n- **Technique**: {{}}\n",
    "moment": f"{FRONT}{_CADENCE}**Cadence:** weekly 1:1\n\n### Feedback moments\n\n- {{}}\n",
    "credited": "---\ntype: evidence-portfolio\n---\n\n## Decisions\n\n### 1. Options page\n\n- **My part**: {}\n",
    "booked": "---\ntype: event-log\n---\n\n"
    + _table("Date | Event | Type | Impact", "2026-10-02 | {} | S | Done on 16 October"),
    "whole": "{}",
}
"""The smallest document that says something in one place, by what that place is; `whole` is the document itself."""


class Case(NamedTuple):
    """One text that a rule is held to.

    `rule` is the name of the rule, and `bad` whether it must speak up. `text` is what stands in the place `field`, one
    of `FIELDS`. `at` are the words that a finding must point at, all of `text` where it is empty, and `message` is what
    the finding must say; both only count for bad ones. `as_of` is the day on which it is read, where that matters.
    """

    rule: str
    bad: bool
    text: str
    field: str = "whole"
    at: str = ""
    message: str = ""
    as_of: date | None = None

    @property
    def document(self) -> str:
        """The document that holds the text."""
        return FIELDS[self.field].replace("{}", self.text)


def all_cases() -> Iterator[Case]:
    """The cases of all modules beside this one."""
    package = __name__.rpartition(".")[0]
    for module in iter_modules(import_module(package).__path__):
        if module.name.startswith("cases_"):
            yield from import_module(f"{package}.{module.name}").CASES
