"""Reading a pack's body in a test, and a short pack whose headings can be written in any style."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pmcoach_lint.document import Document, read_document
from tests.linting import offences_of

FRONT = """---
type: coaching-pack
pm: pm-07
role: Product Manager, Checkout
coach: lead-02
team: checkout
start: 2026-10-05
weeks: 8
status: active
visibility: internal
---

"""


def read(body: str, front: str = FRONT) -> Document:
    return read_document((front + body).encode(), "packs/pm-07.md")


def parts(body: str) -> dict[str, Any]:
    """The data of the body, of which everything must be readable."""
    document = read(body)
    assert document.offences == {}
    assert document.repeated == []
    return {name: part for name, part in document.data.items() if isinstance(part, dict)}


def told(body: str) -> list[tuple[str, str, str]]:
    """What could not be read: the rule, the text at the place, and the message."""
    return offences_of(read(body))


Heading = Callable[[str, int], str]
"""Writes a heading, given its words and its depth: 0 for a part, 1 inside a part, 2 below that."""

TITLES = (
    "Definition of “Good PM” (in this context)",
    "Current Assessment (evidence-based)",
    "Shared Vision (1–3 growth bets)",
    "Development Plan (practice loops + stretch work)",
    "Coaching Cadence + Session Toolkit",
    "Follow-up Tracker + Review Plan",
    "Risks / Open questions / Next steps",
)


def pack(part: Callable[[int, str], str], inner: Heading) -> str:
    """A short pack: `part` writes the heading of a part, given its number and words, `inner` all headings below."""
    texts = [
        f"""**Decision rights:** the order of the backlog

{inner("Competency model", 1)}

| Competency | Observable behaviours | Bloom ladder |
|---|---|---|
| Framing | names who is stuck<br>writes rival explanations | Know: names the steps<br>Apply: fills the frame |
| Craft (docs, UX) | tests wording | Apply: runs a test |
""",
        f"""{inner("Levels", 1)}

| Competency | Current level | Target level | Evidence | Gap | Gap type | Priority |
|---|---|---|---|---|---|---|
| Framing | Apply | Analyze | E1, E2 | stops at the first guess | skill | H |
| Craft | Analyze | Analyze | E2 | – | none | L |

{inner("Evidence log", 1)}

| ID | Date | Evidence | Artifact | Competency |
|---|---|---|---|---|
| E1 | 2026-09-14 | opened with a solution | spec | Framing |
| E2 | 2026-09-21 | tested three texts | notes | Craft |

{inner("Strengths to compound", 1)}

- sets criteria first

{inner("Constraints to remove", 1)}

- no margin data
""",
        """| ID | Bet | Competency | Level change | Why it matters | Success signals | Timeframe |
|---|---|---|---|---|---|---|
| B1 | Frame first | Framing | Apply → Analyze | the guess cost two sprints | two frames at 6 of 8 | Weeks 1–8 |
""",
        f"""{inner("B1: Frame first", 1)}

**Hypothesis:** If the frame comes first, then plans hold, because guesses are tested.

{inner("Weekly reps", 2)}

| Rep | Practice | Minutes | Weeks |
|---|---|---|---|
| R1.1 | Frame one request | 45 | 1–4 |

{inner("Stretch assignment", 2)}

- assess the drop-off

{inner("Artifacts", 2)}

- four frames

{inner("Coach commitments", 2)}

- reads one a week

{inner("Measurement", 2)}

- score of 0 to 8

{inner("Checkpoints", 2)}

| Week | Date | On track when |
|---|---|---|
| 1 | 2026-10-08 | one frame is written |
| 4 | 2026-10-29 | a frame has 4 points |
""",
        f"""**Cadence:** weekly 1:1

**Session length:** 50 minutes

{inner("1:1 agenda", 1)}

| Item | Minutes |
|---|---|
| Wins | 5 |
| One bet | 45 |

{inner("Coaching prompts", 1)}

- What would sink this explanation?

{inner("Artifact review points", 1)}

| Week | Artifact | Reviewer |
|---|---|---|
| 2 | first frame | lead-02 |

{inner("When to be directive", 1)}

- a legal deadline
""",
        f"""{inner("Tracker", 1)}

| Date | Bet | Rep or artifact done | Coach feedback | Next rep | Status |
|---|---|---|---|---|---|
| 2026-10-09 | B1 | R1.1 | clear | R1.1 | On track |

{inner("Review plan", 1)}

**How progress is judged:** by frames

| Week | Review |
|---|---|
| 4 | keep or change |

**How and when we adjust:** in week 4
""",
        f"""{inner("Risks", 1)}

| Risk | Mitigation |
|---|---|
| no time | one rep less |

{inner("Open questions", 1)}

- who decides?

{inner("Next steps", 1)}

| Step | Owner | Due |
|---|---|---|
| agree this pack | lead-02 | 2026-10-06 |
""",
    ]
    written = zip(TITLES, texts, strict=True)
    return "\n".join(f"{part(number, title)}\n\n{text}" for number, (title, text) in enumerate(written, 1))


DATA: dict[str, Any] = {
    "definition": {
        "decision_rights": "the order of the backlog",
        "competencies": [
            {
                "competency": "Framing",
                "behaviours": ["names who is stuck", "writes rival explanations"],
                "ladder": [
                    {"level": "Know", "behaviour": "names the steps"},
                    {"level": "Apply", "behaviour": "fills the frame"},
                ],
            },
            {
                "competency": "Craft (docs, UX)",
                "behaviours": ["tests wording"],
                "ladder": [{"level": "Apply", "behaviour": "runs a test"}],
            },
        ],
    },
    "assessment": {
        "levels": [
            {
                "competency": "Framing",
                "current": "Apply",
                "target": "Analyze",
                "evidence": ["E1", "E2"],
                "gap": "stops at the first guess",
                "gap_type": "skill",
                "priority": "H",
            },
            {
                "competency": "Craft",
                "current": "Analyze",
                "target": "Analyze",
                "evidence": ["E2"],
                "gap_type": "none",
                "priority": "L",
            },
        ],
        "evidence": [
            {
                "evidence": "opened with a solution",
                "id": "E1",
                "date": "2026-09-14",
                "artifact": "spec",
                "competency": "Framing",
            },
            {
                "evidence": "tested three texts",
                "id": "E2",
                "date": "2026-09-21",
                "artifact": "notes",
                "competency": "Craft",
            },
        ],
        "strengths": ["sets criteria first"],
        "constraints": ["no margin data"],
    },
    "vision": {
        "bets": [
            {
                "bet": "Frame first",
                "id": "B1",
                "competency": "Framing",
                "current": "Apply",
                "target": "Analyze",
                "why": "the guess cost two sprints",
                "signals": ["two frames at 6 of 8"],
                "timeframe": {"from": 1, "to": 8},
            }
        ]
    },
    "plan": {
        "bets": [
            {
                "bet": "Frame first",
                "id": "B1",
                "hypothesis": "If the frame comes first, then plans hold, because guesses are tested.",
                "reps": [
                    {"rep": "Frame one request", "id": "R1.1", "minutes": 45, "weeks": {"from": 1, "to": 4}},
                ],
                "stretch": ["assess the drop-off"],
                "artifacts": ["four frames"],
                "commitments": ["reads one a week"],
                "measurement": ["score of 0 to 8"],
                "checkpoints": [
                    {"signal": "one frame is written", "week": 1, "date": "2026-10-08"},
                    {"signal": "a frame has 4 points", "week": 4, "date": "2026-10-29"},
                ],
            }
        ]
    },
    "cadence": {
        "rhythm": "weekly 1:1",
        "session_length": 50,
        "agenda": [{"item": "Wins", "minutes": 5}, {"item": "One bet", "minutes": 45}],
        "prompts": ["What would sink this explanation?"],
        "reviews": [{"artifact": "first frame", "week": 2, "reviewer": "lead-02"}],
        "exceptions": ["a legal deadline"],
    },
    "follow_up": {
        "tracker": [
            {
                "date": "2026-10-09",
                "bet": "B1",
                "done": "R1.1",
                "feedback": "clear",
                "next": "R1.1",
                "status": "on track",
            }
        ],
        "judged": "by frames",
        "reviews": [{"review": "keep or change", "week": 4}],
        "adjust": "in week 4",
    },
    "closing": {
        "risks": [{"risk": "no time", "mitigation": "one rep less"}],
        "questions": ["who decides?"],
        "next_steps": [{"step": "agree this pack", "owner": "lead-02", "due": "2026-10-06"}],
    },
}
"""What the short pack says, however its headings are written."""
