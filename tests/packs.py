"""The smallest complete coaching pack, and the example packs, as texts for tests to change."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "packs").glob("*.md"))
ACTIVE = ROOT / "packs" / "pm-07-strategic-thinking.md"

WHOLE = """\
---
type: coaching-pack
pm: pm-07
role: PM, Checkout
coach: lead-02
team: checkout
start: 2026-10-05
weeks: 8
status: active
visibility: internal
---

# Pack

## 1) Definition of “Good PM”

| Competency | Observable behaviours |
|---|---|
| Problem framing | Names who is stuck and how often |
| Strategy and prioritization | Says no with a reason |

## 2) Current Assessment

| Competency | Current level | Target level | Evidence |
|---|---|---|---|
| Problem framing | Apply | Analyze | Brief of 3 March named one cause |

## 3) Shared Vision

| Bet | Why it matters | Success signals | Timeframe |
|---|---|---|---|
| Frame first | Fewer reworks | Two briefs without rework | Weeks 1–8 |

## 4) Development Plan

### Bet 1: Frame first

**Hypothesis:** If the PM frames first, then rework falls, because causes come before solutions.

#### Weekly reps

| Practice | Minutes |
|---|---|
| Write a one-page brief | 45 |

#### Artifacts

- Brief

#### Coach commitments

- Reads one brief a week

#### Measurement

- Briefs without rework

#### Checkpoints

| Week | Date | On track when |
|---|---|---|
| 4 | 2026-10-30 | Two briefs are written |

## 5) Coaching Cadence + Session Toolkit

**Cadence:** weekly

### 1:1 agenda

- Wins (5 min)

### Coaching prompts

- What did you rule out?

### Artifact review points

- Week 4: brief

### When to be directive

- Safety

## 6) Follow-up Tracker + Review Plan

**How and when we adjust:** at week 4, by what the briefs show.

| Date | Bet | Rep or artifact done | Coach feedback | Next rep | Status |
|---|---|---|---|---|---|
| 2026-10-09 | 1 | Brief | Cause named | Brief 2 | On track |

## 7) Risks / Open questions / Next steps

### Risks

- Freeze in week 8

### Open questions

- Who reads the briefs?

### Next steps

- Send the brief by Friday
"""
"""It has everything that is required and nothing else; it lints without a finding."""


def replaced(text: str, old: str, new: str) -> str:
    """`text` with the only place of `old` changed into `new`. Raises AssertionError when it stands there otherwise."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)
