"""Columns, labels and headings inside parts, as people write them beside those that are read; and what is not told."""

from __future__ import annotations

from tests.rules.cases import FRONT, PLAN_FRONT, Case

_RULE = "left-unread"
_BET = f"{FRONT}## 3) Shared Vision\n\n### B1: Frame first\n\n**Why it matters:** Two sprints were lost.\n\n"
_RISKS = f"{FRONT}## 7) Risks\n\n### Risks\n\n"
_STEPS = f"{FRONT}## 7) Closing\n\n### Next steps\n\n"
_PLAN = f"{FRONT}## 4) Development Plan\n\n### B1: Frame first\n\n**Weekly reps:** One brief (45 min)\n\n"
_MEET = f"{FRONT}## 5) Coaching Cadence\n\n"
_REVIEWS = f"{FRONT}## 6) Follow-up Tracker\n\n### Checkpoints\n\n"

_LOST = {
    f"{FRONT}## 3) Shared Vision\n\n### B1: Frame first\n\nWhy not.\n\n**Sucess looks like:** Two briefs\n": (
        "Sucess looks like",
        "label",
    ),
    f"{_STEPS}| Step | Owner | Deadlime |\n|---|---|---|\n| Ask | pm-31 | soon |\n": ("Deadlime", "column"),
    f"{_BET}**House rule:** One brief a week\n": ("House rule", "label"),
    f"{_BET}**House rule**: One brief a week\n": ("House rule", "label"),
    f"{_RISKS}| Risk | Cost | Mitigation |\n|---|---|---|\n| Freeze | High | Ask |\n": ("Cost", "column"),
    f"{_RISKS}| # | Risk | Cost |\n|---|---|---|\n| 4 | Freeze | – |\n| 5 | Budget | 3 |\n": ("Cost", "column"),
    f"{_MEET}**Cadence:** weekly\n\n| Meeting | Room | Length |\n|---|---|---|\n| 1:1 | Blue | 45 min |\n": (
        "Meeting | Room | Length",
        "table",
    ),
    f"{_STEPS}- Talk to finance\n  - Owner: pm-31\n  - Sponsor: coo\n": ("Sponsor", "label"),
    f"{_STEPS}- **Talk to finance**\n  - **Owner:** pm-31\n  - **Sponsor:** coo\n": ("Sponsor", "label"),
    f"{_PLAN}#### Load by month\n\n| Month | Hours |\n|---|---|\n| May | 9 |\n": ("Load by month", "heading"),
    f"{_PLAN}#### Owed\n\n- **By me:** the mandate\n- **By her:** the log\n": ("Owed", "heading"),
    f"{_PLAN}**Rotation**\n\n- one week on\n- one week off\n": ("Rotation", "label"),
    f"{_MEET}- Cadence: weekly, 45 min\n- Order: wins, one decision\n": ("Order", "label"),
    f"{_MEET}Cadence: weekly, 45 min\nOrder: wins, one decision\n": ("Order", "label"),
    f"{_REVIEWS}| Week | Checkpoint | Weather |\n|---|---|---|\n| 4 | Brief | Halve the rep |\n": ("Weather", "column"),
    f"{_REVIEWS}| Checkpoint | Evidence to bring | Start |\n|---|---|---|\n| One | Brief | 5 May |\n": (
        "Start",
        "column",
    ),
    f"{PLAN_FRONT}## Success Metrics\n\n| Metric | Baseline | Target | Timeframe | Weather |\n"
    "|---|---|---|---|---|\n| Briefs | 2 | 4 | 8 weeks | lead |\n": ("Weather", "column"),
}

_WELCOME = [
    f"{_BET}**Note:** Her own words, from May.\n",
    f"{_BET}**Legend:** 1 is low\n",
    f"{_BET}**The reason why.** She asked for it. I agreed.\n",
    f"{_BET}**In short:** She asked for it. I agreed, and so did finance.\n",
    f"{_BET}**House rule:** TBD\n",
    f"{_BET}**House rule:** –\n",
    f"{_BET}**What we have agreed on and want to keep as it is:** one brief\n",
    f"{_BET}One thing for later: she wants to lead a group.\n",
    f"{_BET}> **House rule** is what she calls it.\n",
    f"{_BET}```\n**House rule:** One brief a week\n```\n",
    f"{_BET}**2 October:** she said no to sales\n",
    f"{_BET}<!-- **House rule:** One brief a week -->\n",
    f"{_BET}### Where the words come from\n\nFrom a talk in May, which was long and good.\n",
    f"{_BET}## House rules\n\n**House rule:** One brief a week\n\n| Rule | Since |\n|---|---|\n| One | May |\n",
    f"{FRONT}**House rule:** One brief a week\n\n## 7) Risks\n\n### Risks\n\n- The freeze\n",
    f"{_RISKS}| No. | Risk |\n|---|---|\n| R1 | Freeze |\n| R2 | Budget |\n",
    f"{_RISKS}| Risk | Cost |\n|---|---|\n| Freeze | – |\n",
    f"{_RISKS}- The freeze comes early: ask in May\n- Budget\n",
    f"{_STEPS}- Talk to finance: they hold the report\n- Ask sales\n",
    (
        f"{FRONT}## 7) Closing\n\n"
        "| Kind | Item | Owner |\n|---|---|---|\n| Risk | Freeze | lead-02 |\n| Next step | Ask | pm-31 |\n"
    ),
    (
        f"{FRONT}## 4) Development Plan\n\n"
        "| Week | Dates | Rep |\n|---|---|---|\n| 1 | 5–9 Oct | Brief |\n| 2 | 12–16 Oct | Map |\n"
    ),
    f"{_REVIEWS}| Week | Date | Review | Evidence |\n|---|---|---|---|\n| 4 | 2026-10-30 | First | Brief |\n",
    (
        f"{FRONT}## 6) Follow-up Tracker\n\n"
        "| Date | Bet | Done | Blockers |\n|---|---|---|---|\n| 2026-10-09 | B1 | Brief | Legal |\n"
    ),
]

CASES = [
    *(
        Case(
            _RULE,
            True,
            text,
            at=at,
            message=f"Nothing reads the {what} “{at}”, so no check, score or report knows of it.",
        )
        for text, (at, what) in _LOST.items()
    ),
    *(Case(_RULE, False, text) for text in _WELCOME),
]
