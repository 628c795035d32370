"""The three documents of an engagement, filled in by hand as their usual templates have them, and what they say."""

from __future__ import annotations

from typing import Any

FRONT = """\
---
type: {type}
status: active
visibility: client:northwind
---

"""

ASSESSMENT = """\
# Engagement Value Assessment: Northwind

**Date**: 2026-09-07
**Current Engagement**: 20 hours a week, €120/hour, backlog and specs of the Search squad

---

## Current Value Position

### How Client Sees You
| Signal | Current | Ideal |
|--------|---------|-------|
| Meeting role | Facilitator | Decision-maker |
| Work type | Execution | Advisory |
| Access level | Team | Executive |
| Rate discussion | Commodity | Value-based |

### Value Ladder Position
- **Current Level**: Expert Executor
- **Target Level**: Strategic Advisor
- **Gap**: No seat where the quarter is planned; nobody asks which bets to drop

---

## Strategic Opportunity Analysis

### Untapped Value
| Opportunity | Current State | Strategic Alternative | Client Benefit |
|-------------|---------------|----------------------|----------------|
| Search relevance | Tickets, first in first out | One assessment a quarter | Fewer dead ends; one story for the board |
| Discovery | Specs after the date is set | Interviews before it | Fewer releases in vain |

### Time Allocation Review
| Work Type | Current % | Target % | Shift Required |
|-----------|-----------|----------|----------------|
| Tactical (specs, tickets) | 55% | 20% | Reduce |
| Operational (meetings, process) | 20% | 20% | Maintain |
| Strategic (decisions, direction) | 15% | 35% | Increase |
| Capability Building (coaching) | 10% | 25% | Increase |

---

## Client Team Assessment

### PM Team Strategic Capability
| PM | Current Level | Gap | Coaching Opportunity |
|----|---------------|-----|---------------------|
| pm-31 | Tactical | Takes requests as they come | Reframe one request a week together |
| pm-32 | Mostly strategic | Speaks to engineers, not to the board | Rewrite two updates for executives |

### Strategic Thinking Gaps
- [ ] Start with "why" before "what"
- [x] Connect features to business outcomes
- [ ] Think in quarters/years, not sprints
- [ ] Say no to misaligned requests
- [x] Communicate in business terms

---

## Repositioning Plan

### Quick Wins (This Week)
1. Open the planning meeting with the margin chart - shifts engagement toward decisions
2. Ask for the outcome behind the three largest tickets - demonstrates strategic framing

### Conversation to Have
**With**: VP Product
**Message**: "I've noticed we're spending most of our time on tickets.
I could add more value by helping with the choice of bets.
Would you be open to shifting some of our engagement toward the quarter's plan?"

### Deliverable to Add
| Strategic Deliverable | Replaces | Value |
|----------------------|----------|-------|
| Opportunity assessment | Ticket triage | Says what not to build |

---

## Rate Justification

### Current Rate Basis
- Rate: €120/hour
- Basis: Day rates of contractors in the region

### Strategic Value Proposition
"The current engagement is worth €10,400 a month because tickets get written.
By shifting toward strategic advisory, I can deliver €60,000 a year in value through bets that are not built in vain."

### Evidence to Build
| Strategic Contribution | Business Impact | Documentation |
|-----------------------|-----------------|---------------|
| Pricing workshop in July | Two plans dropped, €40k saved | Event log, 14 July |
| Kill criteria for the recommender | Stopped after four weeks instead of twelve | Artifact: decision brief |
"""

ASSESSMENT_DATA: dict[str, Any] = {
    "client": "Northwind",
    "date": "2026-09-07",
    "current_engagement": "20 hours a week, €120/hour, backlog and specs of the Search squad",
    "position": {
        "signals": [
            {"signal": "Meeting role", "current": "Facilitator", "ideal": "Decision-maker"},
            {"signal": "Work type", "current": "Execution", "ideal": "Advisory"},
            {"signal": "Access level", "current": "Team", "ideal": "Executive"},
            {"signal": "Rate discussion", "current": "Commodity", "ideal": "Value-based"},
        ],
        "ladder": {
            "current": "Expert Executor",
            "target": "Strategic Advisor",
            "gap": "No seat where the quarter is planned; nobody asks which bets to drop",
        },
    },
    "opportunities": {
        "untapped": [
            {
                "opportunity": "Search relevance",
                "current_state": "Tickets, first in first out",
                "alternative": "One assessment a quarter",
                "benefit": "Fewer dead ends; one story for the board",
            },
            {
                "opportunity": "Discovery",
                "current_state": "Specs after the date is set",
                "alternative": "Interviews before it",
                "benefit": "Fewer releases in vain",
            },
        ],
        "time": [
            {"work_type": "tactical", "current": 55, "target": 20, "shift": "reduce"},
            {"work_type": "operational", "current": 20, "target": 20, "shift": "maintain"},
            {"work_type": "strategic", "current": 15, "target": 35, "shift": "increase"},
            {"work_type": "capability building", "current": 10, "target": 25, "shift": "increase"},
        ],
    },
    "team": {
        "pms": [
            {
                "pm": "pm-31",
                "level": "Tactical",
                "gap": "Takes requests as they come",
                "coaching": "Reframe one request a week together",
            },
            {
                "pm": "pm-32",
                "level": "Mostly strategic",
                "gap": "Speaks to engineers, not to the board",
                "coaching": "Rewrite two updates for executives",
            },
        ],
        "thinking_gaps": [
            {"gap": 'Start with "why" before "what"', "done": False},
            {"gap": "Connect features to business outcomes", "done": True},
            {"gap": "Think in quarters/years, not sprints", "done": False},
            {"gap": "Say no to misaligned requests", "done": False},
            {"gap": "Communicate in business terms", "done": True},
        ],
    },
    "repositioning": {
        "quick_wins": [
            "Open the planning meeting with the margin chart - shifts engagement toward decisions",
            "Ask for the outcome behind the three largest tickets - demonstrates strategic framing",
        ],
        "conversation": {
            "with": "VP Product",
            "message": (
                "\"I've noticed we're spending most of our time on tickets.\n"
                "I could add more value by helping with the choice of bets.\n"
                "Would you be open to shifting some of our engagement toward the quarter's plan?\""
            ),
        },
        "deliverables": [
            {
                "deliverable": "Opportunity assessment",
                "replaces": "Ticket triage",
                "value": "Says what not to build",
            }
        ],
    },
    "rate": {
        "basis": {
            "rate": {"from": 120, "to": 120, "currency": "€", "per": "hour"},
            "basis": "Day rates of contractors in the region",
        },
        "proposition": (
            '"The current engagement is worth €10,400 a month because tickets get written.\n'
            "By shifting toward strategic advisory, I can deliver €60,000 a year in value through bets that are not "
            'built in vain."'
        ),
        "evidence": [
            {
                "contribution": "Pricing workshop in July",
                "impact": "Two plans dropped, €40k saved",
                "documentation": "Event log, 14 July",
            },
            {
                "contribution": "Kill criteria for the recommender",
                "impact": "Stopped after four weeks instead of twelve",
                "documentation": "Artifact: decision brief",
            },
        ],
    },
}

PLAN = """\
# Client PM Coaching Plan: pm-31

**Customer**: Northwind
**Date**: 2026-09-14
**Coaching Goal**: Elevate from tactical to strategic thinking

---

## Current Assessment

### Strategic Thinking Indicators
| Indicator | Current | Target |
|-----------|---------|--------|
| Starts with "why" | Rarely | Usually |
| Connects to outcomes | Sometimes | Usually |
| Thinks beyond sprint | Rarely | Sometimes |
| Influences upward | Rarely | Usually |

### Work Pattern
| Pattern | Observation |
|---------|-------------|
| How they receive requests | Takes as-is |
| How they prioritize | First-in |
| How they communicate | Feature language |

---

## Coaching Interventions

### Session 1: Strategic Reframing
**Technique**: Take the filter redesign, reframe it together
**Practice**: For each feature, ask "Why does this matter to the business?"
**Outcome**: pm-31 can articulate what search is worth

### Session 2: Saying No Strategically
**Technique**: Role-play pushback on the sales team's list
**Practice**: One "no, because strategy" a week
**Outcome**: Two requests declined without an escalation

---

## Knowledge Transfer Artifacts

### Frameworks to Leave Behind
- [x] Strategic vs. Tactical checklist
- [ ] NOW/NEXT/LATER planning template

### Habits to Install
- [ ] Weekly strategic reflection
- [x] "Why does this matter?" question

---

## Success Metrics

| Metric | Baseline | Target | Timeframe |
|--------|----------|--------|-----------|
| % strategic conversations | 10% | 40% | 12 weeks |
| Upward influence instances | 0 | 3 | 12 weeks |

---

## Graduation Criteria

Client PM is ready to operate independently when:
- [x] Consistently frames work in business terms
- [ ] Proactively questions strategic alignment
- [ ] Coaches others on strategic thinking
"""

PLAN_DATA: dict[str, Any] = {
    "pm": "pm-31",
    "client": "Northwind",
    "date": "2026-09-14",
    "goal": "Elevate from tactical to strategic thinking",
    "assessment": {
        "indicators": [
            {"indicator": 'Starts with "why"', "current": "rarely", "target": "usually"},
            {"indicator": "Connects to outcomes", "current": "sometimes", "target": "usually"},
            {"indicator": "Thinks beyond sprint", "current": "rarely", "target": "sometimes"},
            {"indicator": "Influences upward", "current": "rarely", "target": "usually"},
        ],
        "patterns": [
            {"pattern": "How they receive requests", "observation": "Takes as-is"},
            {"pattern": "How they prioritize", "observation": "First-in"},
            {"pattern": "How they communicate", "observation": "Feature language"},
        ],
    },
    "sessions": [
        {
            "title": "Strategic Reframing",
            "technique": "Take the filter redesign, reframe it together",
            "practice": 'For each feature, ask "Why does this matter to the business?"',
            "outcome": "pm-31 can articulate what search is worth",
        },
        {
            "title": "Saying No Strategically",
            "technique": "Role-play pushback on the sales team's list",
            "practice": 'One "no, because strategy" a week',
            "outcome": "Two requests declined without an escalation",
        },
    ],
    "transfer": {
        "frameworks": [
            {"item": "Strategic vs. Tactical checklist", "done": True},
            {"item": "NOW/NEXT/LATER planning template", "done": False},
        ],
        "habits": [
            {"item": "Weekly strategic reflection", "done": False},
            {"item": '"Why does this matter?" question', "done": True},
        ],
    },
    "metrics": [
        {"metric": "% strategic conversations", "baseline": "10%", "target": "40%", "timeframe": "12 weeks"},
        {"metric": "Upward influence instances", "baseline": "0", "target": "3", "timeframe": "12 weeks"},
    ],
    "graduation": [
        {"criterion": "Consistently frames work in business terms", "done": True},
        {"criterion": "Proactively questions strategic alignment", "done": False},
        {"criterion": "Coaches others on strategic thinking", "done": False},
    ],
}

PROPOSAL = """\
# Strategic Work Proposal: Northwind

**Current Engagement**: Backlog and specs of the Search squad
**Proposed Addition**: Choosing the quarter's bets with the leads
**Date**: 2026-10-12
**Target Level**: Strategic Advisor

---

## The Opportunity

### Current State
Specs and tickets take 20 hours a week.
They come from five teams, and nobody weighs them against each other.

### Untapped Value
One assessment a quarter would say which bets to drop before they are built.

### Business Impact
If addressed: Two releases a year are not built in vain
If ignored: The relevance project ends like the recommender

---

## Proposed Strategic Engagement

### Scope
The quarter's bets, from the margin chart to the decision. Tickets go to pm-31.

### Deliverables
| Deliverable | Purpose | Timeline |
|-------------|---------|----------|
| Opportunity assessment | Says what not to build | End of November |
| Decision brief | One page for the board | Monthly |

### Expected Outcomes
| Outcome | Metric | Target |
|---------|--------|--------|
| Fewer releases in vain | Releases without use after 90 days | 0 of 6 |

---

## Investment

### Current
- 20 hours/week, €120/hour, €10,400 a month
- Specs, tickets and stand-ups

### Proposed
- 12 hours/week, €240/hour, €12,480 a month
- The quarter's bets, decided with the leads
- Coaching for pm-31

### ROI
One release that is not built in vain saves more than the difference of two years.

| Item | Amount |
|------|--------|
| Releases not built | €90,000 a year |
| Additional fee | −€24,960 a year |
| Net | €65,040 a year |

---

## Recommendation

Start with the assessment for the first quarter, and decide in January whether to go on.
"""

PROPOSAL_DATA: dict[str, Any] = {
    "client": "Northwind",
    "date": "2026-10-12",
    "current_engagement": "Backlog and specs of the Search squad",
    "proposed_addition": "Choosing the quarter's bets with the leads",
    "target_level": "Strategic Advisor",
    "opportunity": {
        "current_state": (
            "Specs and tickets take 20 hours a week.\n"
            "They come from five teams, and nobody weighs them against each other."
        ),
        "untapped_value": "One assessment a quarter would say which bets to drop before they are built.",
        "impact": {
            "addressed": "Two releases a year are not built in vain",
            "ignored": "The relevance project ends like the recommender",
        },
    },
    "proposed": {
        "scope": "The quarter's bets, from the margin chart to the decision. Tickets go to pm-31.",
        "deliverables": [
            {
                "deliverable": "Opportunity assessment",
                "purpose": "Says what not to build",
                "timeline": "End of November",
            },
            {"deliverable": "Decision brief", "purpose": "One page for the board", "timeline": "Monthly"},
        ],
        "outcomes": [
            {
                "outcome": "Fewer releases in vain",
                "metric": "Releases without use after 90 days",
                "target": "0 of 6",
            }
        ],
    },
    "investment": {
        "current": {
            "terms": "20 hours/week, €120/hour, €10,400 a month",
            "hours": {"hours": 20, "per": "week"},
            "rate": {"from": 120, "to": 120, "currency": "€", "per": "hour"},
            "total": {"from": 10_400, "to": 10_400, "currency": "€", "per": "month"},
            "gets": ["Specs, tickets and stand-ups"],
        },
        "proposed": {
            "terms": "12 hours/week, €240/hour, €12,480 a month",
            "hours": {"hours": 12, "per": "week"},
            "rate": {"from": 240, "to": 240, "currency": "€", "per": "hour"},
            "total": {"from": 12_480, "to": 12_480, "currency": "€", "per": "month"},
            "gets": ["The quarter's bets, decided with the leads", "Coaching for pm-31"],
        },
        "roi": {
            "statement": "One release that is not built in vain saves more than the difference of two years.",
            "lines": [
                {
                    "item": "Releases not built",
                    "amount": {"from": 90_000, "to": 90_000, "currency": "€", "per": "year"},
                },
                {
                    "item": "Additional fee",
                    "amount": {"from": -24_960, "to": -24_960, "currency": "€", "per": "year"},
                },
                {"item": "Net", "amount": {"from": 65_040, "to": 65_040, "currency": "€", "per": "year"}},
            ],
        },
    },
    "recommendation": "Start with the assessment for the first quarter, and decide in January whether to go on.",
}

DOCUMENTS: dict[str, tuple[str, dict[str, Any]]] = {
    "value-assessment": (ASSESSMENT, ASSESSMENT_DATA),
    "coaching-plan": (PLAN, PLAN_DATA),
    "work-proposal": (PROPOSAL, PROPOSAL_DATA),
}
"""Each document and what it says, by its type."""
