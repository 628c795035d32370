"""Cases of the rules about following up: what is due, at risk, silent, ended; and of those about the cadence."""

from __future__ import annotations

from datetime import date

from tests.rules.cases import FRONT, Case


def _pack(*parts: str, status: str = "active", weeks: object = 8, start: str = "2026-10-05") -> str:
    front = f"---\ntype: coaching-pack\nstart: {start}\nweeks: {weeks}\nstatus: {status}\n---\n\n"
    bets = "## 3) Shared Vision\n\n| ID | Bet |\n|---|---|\n| B1 | Frame first |\n| B2 | Say no in writing |\n\n"
    return front + bets + "".join(parts)


def _points(*rows: str) -> str:
    """The checkpoints of the first bet: week and day of each."""
    lines = "".join(f"| {row} | Two briefs are written |\n" for row in rows)
    head = "## 4) Development Plan\n\n### B1: Frame first\n\n#### Checkpoints\n\n"
    return f"{head}| Week | Date | On track when |\n|---|---|---|\n{lines}\n"


def _tracker(*rows: str) -> str:
    """Rows with the day, the bet, what was done, the feedback, the next rep and the status."""
    head = "| Date | Bet | Rep or artifact done | Coach feedback | Next rep | Status |\n|---|---|---|---|---|---|\n"
    return f"## 6) Follow-up Tracker + Review Plan\n\n{head}{''.join(f'| {row} |{chr(10)}' for row in rows)}\n"


def _reviews(*rows: str) -> str:
    return "### Review plan\n\n| Week | Date | Review |\n|---|---|---|\n" + "".join(f"| {row} |\n" for row in rows)


def _log(*entries: str) -> str:
    head = "## 2) Current Assessment\n\n### Evidence log\n\n| ID | Date | Evidence | Artifact |\n|---|---|---|---|\n"
    rows = (f"| E{number} | {entry} | Brief |\n" for number, entry in enumerate(entries, 1))
    return f"{FRONT}{head}{''.join(rows)}"


def _session(length: str, *items: str) -> str:
    agenda = "".join(f"- {item}\n" for item in items)
    return f"{FRONT}## 5) Coaching Cadence\n\n**Session length:** {length}\n\n### 1:1 agenda\n\n{agenda}"


def _by_the_minute(length: str, *minutes: str) -> str:
    rows = "".join(f"| {each} | Wins |\n" for each in minutes)
    agenda = f"### 1:1 agenda\n\n| Min | Item |\n|---|---|\n{rows}"
    return f"{FRONT}## 5) Coaching Cadence\n\n**Session:** {length}\n\n{agenda}"


def _by_week(*rows: str) -> str:
    """A tracker with a column of levels for each bet."""
    head = "## 6) Tracker and reviews\n\n| Week | Bet 1 | Bet 2 | Notes |\n|---|---|---|---|\n"
    return head + "".join(f"| {row} |\n" for row in rows)


def _tools(reviews: str, directive: str) -> str:
    return (
        f"{FRONT}## 5) Coaching Cadence\n\n**Cadence:** weekly\n\n### Artifact review points\n\n{reviews}\n\n"
        f"### When to be directive\n\n{directive}\n"
    )


_START = "2026-10-09 | B1 | First brief | Cause named | R1.2 | On track"
_NOVEMBER = date(2026, 11, 9)
_OUTSIDE, _OVERDUE, _RISK = "checkpoint-outside-cycle", "checkpoint-overdue", "at-risk-without-change"
_OPEN, _UNTOLD = "adjustment-left-open", "closed-without-levels"
_ASSESSED = (
    "## 2) Current Assessment\n\n| Competency | Current level | Target level | Evidence |\n|---|---|---|---|\n"
    "| Framing | Apply | Analyze | Brief of 3 March |\n"
)
_REACHED = (
    "### Levels reached\n\n| Competency | Start | Reached | Evidence |\n|---|---|---|---|\n"
    "| Framing | Apply | Analyze | Two briefs with 7 of 8 |\n"
)
_SILENT, _FORTNIGHT, _ENDED = "no-review-for-a-month", "evidence-from-one-fortnight", "ended-yet-active"
_DUE = "This checkpoint was due on {}, and the tracker says nothing of growth bet “B1: Frame first” since."
_B1 = "Growth bet “B1: Frame first” is at risk "

_CHECKPOINTS = (
    Case(
        _OUTSIDE,
        True,
        _pack(_points("4 | 2026-10-30", "12 | ")),
        at="12",
        message="This checkpoint is set for week 12, and the cycle has 8.",
    ),
    Case(
        _OUTSIDE,
        True,
        _pack(_points("4 | 2027-10-30")),
        at="2027-10-30",
        message="This checkpoint lies after the cycle, which lasts from 2026-10-05 to 2026-11-29.",
    ),
    Case(
        _OUTSIDE,
        True,
        _pack(_points("1 | 2026-01-07")),
        at="2026-01-07",
        message="This checkpoint lies before the cycle, which lasts from 2026-10-05 to 2026-11-29.",
    ),
    Case(
        _OUTSIDE,
        True,
        _pack(_tracker(_START), _reviews("12 | | Close: keep or change the bets"), weeks=8),
        at="12",
        message="This review is set for week 12, and the cycle has 8.",
    ),
    Case(_OUTSIDE, False, _pack(_points("0 | 2026-10-01", "8 | 2026-12-04"))),
    Case(_OUTSIDE, False, _pack(_tracker(_START), _reviews(" | 2027-02-26 | Three months later: does it hold?"))),
    Case(_OUTSIDE, False, _pack(_tracker(_START), _reviews(" | 2027-02-26 | Did it stick in the first frosts?"))),
    Case(_OUTSIDE, False, _pack(_tracker(_START), _reviews(" | 2027-02-26 | One brief, no help given. Does it hold?"))),
    Case(_OUTSIDE, False, _pack(_tracker(_START), _reviews(" | 2026-11-27 | Close", " | 2027-02-26 | One brief more"))),
    Case(
        _OUTSIDE,
        True,
        _pack(_tracker(_START), _reviews(" | 2026-11-06 | Middle", " | 2027-02-26 | Close")),
        at="2027-02-26",
        message="This review lies after the cycle, which lasts from 2026-10-05 to 2026-11-29.",
    ),
    Case(
        _OUTSIDE,
        True,
        _pack(_tracker(_START), _reviews(" | 2026-11-27 | Close", " | 2027-11-06 | Middle")),
        at="2027-11-06",
        message="This review lies after the cycle, which lasts from 2026-10-05 to 2026-11-29.",
    ),
    Case(_OUTSIDE, False, _pack(_tracker(_START), _reviews(" | 2027-02-26 | Three real calls (after)"))),
    Case(
        _OUTSIDE,
        False,
        _pack(_reviews(" | 2026-12-18 | Final review")).replace("weeks: 8", "weeks: 8\ncycle_end: 2026-12-18"),
    ),
    Case(
        _OUTSIDE,
        True,
        _pack(_reviews(" | 2026-12-18 | Final review")).replace("weeks: 8", "weeks: 8\nend: 2027-11-30"),
        at="2026-12-18",
        message="This review lies after the cycle, which lasts from 2026-10-05 to 2026-11-29.",
    ),
    Case(_OUTSIDE, False, _pack(_points("4 | TBD", "8 | "))),
    Case(_OUTSIDE, False, _pack(_points("12 | 2026-12-24"), weeks=12)),
    Case(_OUTSIDE, False, _pack(_points("12 | 2026-12-24"), weeks="eight")),
    Case(
        _OVERDUE,
        True,
        _pack(_points("4 | 2026-10-30"), _tracker("2026-10-16 | B1 | Brief | | | On track")),
        at="2026-10-30",
        message=_DUE.format("2026-10-30"),
        as_of=_NOVEMBER,
    ),
    Case(
        _OVERDUE,
        True,
        _pack(_points("Week 1 | ", "Week 4 | "), _tracker("2026-10-16 | B2 | Memo | | | On track")),
        at="Week 1",
        message=_DUE.format("2026-10-09"),
        as_of=date(2026, 10, 19),
    ),
    Case(_OVERDUE, False, _pack(_points("4 | 2026-10-30"), _tracker(_START)), as_of=date(2026, 11, 6)),
    Case(
        _OVERDUE,
        False,
        _pack(_points("4 | 2026-10-30"), _tracker("2026-10-28 | B1 | Checkpoint | | | On track")),
        as_of=_NOVEMBER,
    ),
    Case(
        _OVERDUE,
        False,
        _pack(_points("4 | 2026-10-30"), _tracker("2026-11-02 | Both | Review | | | On track")),
        as_of=_NOVEMBER,
    ),
    Case(_OVERDUE, False, _pack(_points("4 | 2026-10-30"), _tracker(_START), status="draft"), as_of=_NOVEMBER),
    Case(_OVERDUE, False, _pack(_points("4 | 2026-10-30"), _tracker(_START)), as_of=date(2027, 3, 1)),
    Case(_OVERDUE, False, _pack(_points("4 | 2026-10-30"), _tracker(_START)), as_of=date(2026, 11, 20)),  # a month
)
_RISKS = (
    Case(
        _RISK,
        True,
        _pack(
            _tracker(
                "2026-10-30 | B1 | No brief | Peak preparation | R1.1 | At risk",
                "2026-11-06 | B1 | No brief | Peak preparation | R1.1 | Off track",
            )
        ),
        at="Off track",
        message=f"{_B1}in 2 rows, and none of them says what changes.",
        as_of=_NOVEMBER,
    ),
    Case(
        _RISK,
        True,
        _pack(
            _tracker(
                "2026-10-16 | B1 | No brief | Peak preparation | R1.1 | At risk",
                "2026-11-06 | B2 | First memo | Names the swap | R2.2 | On track",
            )
        ),
        at="At risk",
        message=f"{_B1}since 2026-10-16, and nothing was written down about it since.",
        as_of=_NOVEMBER,
    ),
    Case(
        _RISK,
        True,
        _pack(
            _tracker(
                "2026-10-16 | B1 | First brief | Names the cause | R1.1 | On track",
                "2026-10-23 | B1 | Nothing in the first week of peak | No time | | At risk",
            ),
            status="completed",
        ),
        at="At risk",
        message=f"{_B1}in its last row, and that says neither what changes nor what comes next.",
        as_of=_NOVEMBER,
    ),
    Case(
        _RISK,
        False,
        _pack(
            _tracker(
                "2026-10-16 | B1 | First brief | Names the cause | R1.1 | On track",
                "2026-11-27 | B1 | Nothing in the week of peak | No time | | At risk",
            ),
            status="completed",
        ),
        as_of=_NOVEMBER,
    ),
    Case(
        _RISK,
        False,
        _pack(
            _tracker(
                "2026-10-30 | B1 | No brief | Peak preparation | R1.1 | At risk",
                "2026-11-06 | B1 | No brief | Agreed: half a page | R1.1 | At risk",
            )
        ),
        as_of=_NOVEMBER,
    ),
    Case(
        _RISK,
        False,
        _pack(
            _tracker(
                "2026-10-30 | B1 | No brief | Peak preparation | R1.1 | At risk",
                "2026-11-06 | B1 | No brief | Peak preparation | R1.2 | At risk",
            )
        ),
        as_of=_NOVEMBER,
    ),
    Case(
        _RISK,
        False,
        _pack(
            _tracker(
                "2026-10-23 | B1 | No brief | Peak preparation | R1.1 | At risk",
                "2026-10-30 | B1 | No brief | Peak preparation | R1.1 | At risk",
                "2026-11-06 | B1 | Two briefs | Causes named | R1.1 | On track",
            )
        ),
        as_of=_NOVEMBER,
    ),
    Case(
        _RISK,
        False,
        _pack(_tracker("2026-11-06 | B1 | No brief | Peak preparation | R1.1 | At risk")),
        as_of=_NOVEMBER,
    ),
    Case(
        _RISK,
        True,
        _pack(_tracker(_START, "2026-11-06 | B1 | No brief | Peak preparation | – | At risk")),
        at="At risk",
        message=f"{_B1.strip()}, and the row says neither what changes nor what comes next.",
        as_of=_NOVEMBER,
    ),
    Case(
        _RISK,
        False,
        _pack(_tracker(_START, "2026-11-06 | B1 | No brief | Agreed: half a page, on the peak plan | – | At risk")),
        as_of=_NOVEMBER,
    ),
    Case(
        _RISK,
        False,
        _pack(_tracker("2026-11-06 | B1 | No brief | Peak preparation | – | At risk")),
        as_of=_NOVEMBER,
    ),
    Case(
        _RISK,
        False,
        _pack(
            _tracker(
                "2026-10-30 | B1 | No brief | | R1.1 | At risk",
                "2026-11-06 | B1 | No brief | | R1.1 | At risk",
            ),
            "**How and when we adjust:** Adjusted on 2026-11-06, from week 5: one brief in two weeks.\n",
        ),
        as_of=_NOVEMBER,
    ),
)
_SILENCES = (
    Case(
        _SILENT,
        True,
        _pack(_points("4 | 2026-10-30"), _tracker(_START)),
        at="2026-10-09",
        message="The last row of the tracker is 42 days old (as of 2026-11-20).",
        as_of=date(2026, 11, 20),
    ),
    Case(_SILENT, False, _pack(_tracker(_START)), as_of=_NOVEMBER),
    Case(
        _SILENT,
        False,
        _pack(_by_week("Week 1 | Understand | Know | x", "Week 5 | Apply | Know | y")),
        as_of=date(2026, 11, 20),
    ),
    Case(
        _SILENT,
        True,
        _pack(_by_week("Week 1 | Understand | Know | x", "Week 2 | Apply | Know | y", "Week 8 | | | Final review")),
        at="Week 2",
        message="The last row of the tracker is 39 days old (as of 2026-11-20).",
        as_of=date(2026, 11, 20),
    ),
    Case(_SILENT, False, _pack(_tracker("[Date] | [Bet] | [Done] | | | ")), as_of=date(2026, 11, 20)),
    Case(_SILENT, False, _pack(_tracker(_START), status="in-review"), as_of=date(2026, 11, 20)),
    Case(_SILENT, False, _pack(_points("4 | 2026-10-30")), as_of=date(2026, 11, 20)),  # the whole part is missing
    Case(_SILENT, False, _pack(_tracker(_START)), as_of=date(2026, 12, 21)),  # it has ended
    Case(
        _ENDED,
        True,
        _pack(_tracker(_START)),
        at="active",
        message="The cycle ended on 2026-11-29, and the pack is still active (as of 2026-12-21).",
        as_of=date(2026, 12, 21),
    ),
    Case(_ENDED, False, _pack(_tracker(_START)), as_of=date(2026, 12, 13)),
    Case(_ENDED, False, _pack(_tracker(_START), status="completed"), as_of=date(2026, 12, 21)),
    Case(_ENDED, False, _pack(_tracker(_START), start="TBD"), as_of=date(2026, 12, 21)),
    Case(_ENDED, False, _pack(_tracker(_START), start="9999-12-31"), as_of=date(2026, 12, 21)),
    Case(_OUTSIDE, False, _pack(_points("4 | 2026-10-30"), start="0001-01-01")),
    Case(_OVERDUE, False, _pack(_points("4 | 9999-12-31"), _tracker("9999-12-31 | B1 | A | B | C | At risk"))),
    Case(
        _FORTNIGHT,
        True,
        _log("2026-09-14 | Names one cause", "2026-09-17 | Reopened a decision", "2026-09-22 | Eleven features"),
        at="Evidence log",
        message="All 3 entries of the evidence log are from 2026-09-14 to 2026-09-22.",
    ),
    Case(
        _FORTNIGHT,
        True,
        _log("2026-09-14 | Names one cause", "14 Sep 2026 | Reopened a decision", "2026-09-14 | Eleven features"),
        at="Evidence log",
        message="All 3 entries of the evidence log are of 2026-09-14.",
    ),
    Case(_FORTNIGHT, False, _log("2026-05-14 | Names one cause", "2026-09-17 | A", "2026-09-22 | B")),
    Case(_FORTNIGHT, False, _log("2026-09-14 | Names one cause", "2026-09-17 | Reopened a decision")),
    Case(_FORTNIGHT, False, _log("2026-09-14 | Thin: names one cause", "2026-09-17 | A", "2026-09-22 | B")),
    Case(_FORTNIGHT, False, _log("2026-09-14 | Names one cause", " | A", "2026-09-22 | B", "2026-09-22 | C")),
)
_CADENCES = (
    Case(
        "agenda-over-time",
        True,
        _session("45 minutes", "Wins (5 min)", "Decisions (15 min)", "Deep dive (30 min)", "Next reps (10 min)"),
        at="30 min",
        message="The agenda adds up to 60 minutes, and a session has 45. Here its time is up.",
    ),
    Case(
        "agenda-over-time",
        True,
        _session("half an hour", "Wins – 5 min", "Deep dive (20–30 min)", "Next reps – 10 min"),
        at="10 min",
        message="The agenda adds up to 35 minutes, and a session has 30. Here its time is up.",
    ),
    Case("agenda-over-time", False, _session("60 minutes", "Wins (5 min)", "Deep dive (45 min)", "Next reps (10 min)")),
    Case("agenda-over-time", False, _session("30–60 min", "Wins (5 min)", "Deep dive (45 min)", "Next (10 min)")),
    Case("agenda-over-time", False, _session("45 min", "Wins (5 min)", "Deep dive (20–30 min)", "Next (5–10 min)")),
    Case("agenda-over-time", False, _by_the_minute("40 min", "0–5", "5–15", "15–30", "30–37", "37–40")),
    Case("agenda-over-time", False, _session("Thu 11:00, 40 min, weekly. Async: notes by Tue", "Wins (5 min)")),
    Case(
        "agenda-over-time",
        True,
        _by_the_minute("30 min", "0–5", "5–15", "15–40"),
        at="15–40",
        message="The agenda adds up to 40 minutes, and a session has 30. Here its time is up.",
    ),
    Case(
        "agenda-over-time",
        True,
        _by_the_minute("30 min", "5–10", "10–15", "20–30"),
        at="20–30",
        message="The agenda adds up to 35 minutes, and a session has 30. Here its time is up.",
    ),
    Case("agenda-over-time", False, _session("TBD", "Wins (5 min)", "Deep dive (45 min)")),
    *(
        Case(
            "agenda-under-time",
            True,
            _session(length, *parts),
            at="1:1 agenda",
            message=f"The agenda adds up to {total} minutes, and a session has {longest}.",
        )
        for length, longest, total, parts in (
            ("45 min", 45, 30, ("Wins (5 min)", "Decisions (15 min)", "Next reps (10 min)")),
            ("one hour", 60, 40, ("Wins (10 min)", "Deep dive (20–30 min)")),
            ("60 minutes", 60, 20, ("Wins – 5 min", "Decisions – 10 min", "Next – 5 min")),
            ("90 min", 90, 45, ("Wins (5 min)", "Work (30 min)", "Next (10 min)")),
        )
    ),
    Case(
        "agenda-under-time",
        True,
        _by_the_minute("60 min", "0–5", "5–15", "15–30"),
        at="1:1 agenda",
        message="The agenda adds up to 30 minutes, and a session has 60.",
    ),
    *(
        Case("agenda-under-time", False, text)
        for text in (
            _session("45 min", "Wins (5 min)", "Decisions (10 min)", "Deep dive (20 min)"),
            _session("45 min", "Wins (5 min)", "Decisions (10 min)", "The rest for one artifact"),
            _session("30–60 min", "Wins (10 min)", "Deep dive (20 min)"),
            _session("12 hours", "Wins (10 min)", "Deep dive (20 min)"),  # of all sessions together
            _session("60 min", "Wins (10 min)", "Deep dive (20–40 min)", "Next (5 min)"),
            _session("TBD", "Wins (5 min)", "Deep dive (10 min)"),
            _session("60 min", "Wins (5 min)"),
            _by_the_minute("40 min", "0–5", "5–15", "15–30"),
        )
    ),
    Case(
        "toolkit-says-none",
        True,
        _tools("- Week 4: brief", "- Never."),
        at="Never.",
        message="There are no directive exceptions.",
    ),
    Case(
        "toolkit-says-none",
        True,
        _tools("- None planned", "- Safety"),
        at="None planned",
        message="There are no artifact review points.",
    ),
    Case(
        "toolkit-says-none",
        True,
        _tools("- Week 4: brief", "- None, we are a coaching culture"),
        at="None, we are a coaching culture",
        message="There are no directive exceptions.",
    ),
    Case("toolkit-says-none", False, _tools("- Week 4: brief", "- None, unless a customer is harmed")),
    Case("toolkit-says-none", False, _tools("- Week 4: brief", "- Never, save for legal dates")),
    Case("toolkit-says-none", False, _tools("- Week 4: brief", "- TBD")),
    Case(
        "toolkit-says-none",
        True,
        _tools("- as needed", "- Safety"),
        at="as needed",
        message="“as needed” leaves the artifact review points open.",
    ),
    Case(
        "toolkit-says-none",
        True,
        _tools("- Week 4: brief", "- When necessary."),
        at="When necessary.",
        message="“When necessary.” leaves the directive exceptions open.",
    ),
    Case("toolkit-says-none", False, _tools("- As needed, and the brief in week 4", "- Safety")),
    Case("toolkit-says-none", False, _tools("- Week 4: brief", "- When a customer would be harmed")),
)
_CLOSINGS = (
    *(
        Case(_OPEN, True, text, "adjust", message=f"“{text.strip('.')}” says neither when nor what is changed.")
        for text in (
            "We will adjust if needed",
            "As needed.",
            "Bets can be changed when necessary",
            "Ad hoc",
            "The plan is adapted as appropriate.",
        )
    ),
    *(
        Case(_OPEN, False, text, "adjust")
        for text in (
            "Two rows at risk in a row: halve the reps",
            "In week 4 each bet is kept, changed or stopped; reps are swapped as needed",
            "If a bet stalls two weeks, cut it",
            "If practice takes more than 3 hours we drop a rep, and if needed the second bet",
            "When the budget is cut, bet 2 pauses",
        )
    ),
    Case(
        _UNTOLD,
        True,
        _pack(_ASSESSED, _tracker(_START), status="completed"),
        at="completed",
        message="The pack is completed, and nothing says which levels were reached.",
    ),
    Case(_UNTOLD, False, _pack(_ASSESSED, _tracker(_START), _REACHED, status="completed")),
    Case(_UNTOLD, False, _pack(_ASSESSED, _tracker(_START))),
    Case(
        _UNTOLD,
        False,
        _pack(
            _ASSESSED.replace("Current level | Target", "End, 16 Oct | Target"), _tracker(_START), status="completed"
        ),
    ),
    Case(
        _UNTOLD,
        False,
        _pack(_ASSESSED, _by_week("Week 1 | Apply | Know | x", "Week 8 | S (5) | Ap (3) | y"), status="completed"),
    ),
    Case(_UNTOLD, False, _pack(_ASSESSED, _reviews("8 | | Third reader: Analyze"), status="completed")),
    Case(
        _UNTOLD,
        True,
        _pack(_ASSESSED, _reviews("4 | | Midpoint: Analyze", "8 | | Final review (2)"), status="completed"),
        at="completed",
        message="The pack is completed, and nothing says which levels were reached.",
    ),
    Case(_UNTOLD, False, _pack(_tracker(_START), status="completed")),
)
_UNSEEN, _UNRECORDED = "work-not-reviewed", "progress-not-recorded"
_NO_PLACE = "There is no tracker, and no place beside the reviews for what came of them."
_NOT_LOOKED_AT = "Nothing says when the PM's work is looked at: there is no review point, and none on the agenda."


def _meeting(agenda: str, more: str = "") -> str:
    return f"{FRONT}## 5) Coaching Cadence\n\n**Cadence:** weekly, 45 min\n\n**Agenda:** {agenda}\n\n{more}"


_FEELINGS = "wins (5 min), feelings (20 min)"


def _promised(promise: str) -> str:
    plan = f"## 4) Development Plan\n\n### B1: Frame first\n\n{promise}\n"
    return f"{FRONT}{plan}## 5) Coaching Cadence\n\n**Cadence:** weekly, 45 min\n\n**Agenda:** {_FEELINGS}\n"


def _following(text: str) -> str:
    return f"{FRONT}## 6) Follow-up Tracker + Review Plan\n\n{text}"


_LOOKED_AT = (
    *(
        Case(_UNSEEN, True, _meeting(agenda), at=agenda, message=_NOT_LOOKED_AT)
        for agenda in (
            "how the week was (15 min), what is next (15 min)",
            "wins (5 min), feelings (20 min), blockers (10 min)",
            "check-in 10 min, delivery status 20 min, next reps 10 min",
        )
    ),
    *(
        Case(_UNSEEN, False, _meeting(agenda))
        for agenda in (
            "wins (5 min), one artifact (20 min), next rep (5 min)",
            "5 min wins, 20 min artefact deep-dive, 5 min next rep",
            "What moved? 5, hazard sketch: pm-14 walks through, coach only asks 15, next rep 5",
            "play 3 minutes of a recording 10 min, plan reps 7 min",
            "pace 5, answer file 15, next reps 5",
        )
    ),
    Case(_UNSEEN, False, _meeting("wins 5 min, decisions 10 min", "**Pre-work:** draft in the folder by Monday\n")),
    Case(_UNSEEN, False, _meeting("wins 5 min, decisions 10 min", "### Artifact review points\n\n- Week 4: brief\n")),
    Case(_UNSEEN, False, _meeting("wins 5 min, decisions 10 min", "### Artifact review points\n\n- TBD\n")),
    *(
        Case(_UNSEEN, False, _promised(f"#### Coach commitments\n\n- {promise}\n"))
        for promise in (
            "Weekly review of one frame",
            "lead-02 reads one problem frame within a day and answers with questions",
            "Score each frame apart from pm-61, then compare",
            "Comments on whatever was written by Thursday",
            "Review cadence: every second Friday",
        )
    ),
    Case(_UNSEEN, False, _promised("**Coach commitments:** review of one frame a week; two introductions\n")),
    *(
        Case(_UNSEEN, True, _promised(f"#### Coach commitments\n\n- {promise}\n"), at=_FEELINGS, message=_NOT_LOOKED_AT)
        for promise in (
            "Introduce pm-61 to finance in week 1",
            "Shadowing in the council, each month",
            "Sponsor the pricing review",
            "One hour a week is kept free",
            "Take the hard calls off the calendar every Friday",
        )
    ),
    Case(_UNSEEN, False, f"{FRONT}## 5) Coaching Cadence\n\n**Cadence:** weekly, 45 min\n"),  # it lacks more
    Case(
        _UNRECORDED,
        True,
        _following("| Date | Review | Evidence |\n|---|---|---|\n| 2026-10-29 | Level of B1 | Two briefs |\n"),
        at="| Date | Review | Evidence |",
        message=_NO_PLACE,
    ),
    Case(
        _UNRECORDED,
        True,
        _following("**Reviews:** week 4: two briefs; week 8: all briefs\n"),
        at="week 4: two briefs; week 8: all briefs",
        message=_NO_PLACE,
    ),
    *(
        Case(
            _UNRECORDED,
            False,
            _following(f"| Date | Review | {name} |\n|---|---|---|\n| 2026-10-29 | Level of B1 | |\n"),
        )
        for name in ("Outcome", "Result", "Status", "Decision", "Reached", "Mood")
    ),
    Case(
        _UNRECORDED,
        False,
        _following("**Reviews:** week 4: two briefs\n\n| Week | Rep 1 | Rep 2 |\n|---|---|---|\n| 1 | done | |\n"),
    ),
    Case(_UNRECORDED, False, _pack(_tracker(_START), _reviews("4 | 2026-10-30 | Level of B1"))),
    Case(_UNRECORDED, False, _pack(_tracker(), _reviews("4 | 2026-10-30 | Level of B1"))),
    Case(
        _UNRECORDED,
        False,
        _following(
            "**Reviews:**\n\n- 4 Nov (W1): found eleven problems, could not choose; Understand, and the napkin worked\n"
        ),
    ),
    Case(_UNRECORDED, False, _following("**How progress is judged:** by briefs\n")),  # there are no reviews either
)


def _cycle(weeks: str, end: str, *parts: str, start: str = "2026-11-30") -> str:
    """A pack that tells its weeks and its last day."""
    return f"---\ntype: coaching-pack\nstart: {start}\nweeks: {weeks}\nend: {end}\n---\n\n{''.join(parts)}"


_LENGTH = "end-and-weeks-disagree"
_PAUSED = "## 5) Coaching Cadence\n\n**Cadence:** weekly, Mondays; no session over the holidays\n"

_LENGTHS = [
    Case(
        _LENGTH,
        True,
        _cycle("12", "2027-03-19"),
        at="2027-03-19",
        message="12 weeks from 2026-11-30 end on 2027-02-21; the last day is 2027-03-19, 4 weeks later.",
    ),
    Case(
        _LENGTH,
        True,
        _cycle("12", "2027-03-19", _PAUSED),
        at="2027-03-19",
        message="12 weeks from 2026-11-30 end on 2027-02-21; the last day is 2027-03-19, 4 weeks later.",
    ),
    Case(
        _LENGTH,
        True,
        _cycle("12", "19 Jan 2027"),
        at="19 Jan 2027",
        message="12 weeks from 2026-11-30 end on 2027-02-21; the last day is 2027-01-19, 4 weeks earlier.",
    ),
    Case(
        _LENGTH,
        True,
        _cycle("8", "2028-01-22"),
        at="2028-01-22",
        message="8 weeks from 2026-11-30 end on 2027-01-24; the last day is 2028-01-22, 52 weeks later.",
    ),
    Case(
        _LENGTH,
        True,
        _cycle("8", "2026-01-22"),
        at="2026-01-22",
        message="The cycle ends on 2026-01-22, before it begins on 2026-11-30.",
    ),
    Case(_LENGTH, False, _cycle("12", "2027-02-19")),
    Case(_LENGTH, False, _cycle("12", "2027-02-22")),
    Case(_LENGTH, False, _cycle("12", "2027-03-05")),  # two weeks between the years, as most know
    Case(_LENGTH, False, _cycle("12", "2027-03-12", _PAUSED)),
    Case(_LENGTH, False, _cycle("12", "2027-02-28", start="2026-12-01")),  # three months
    Case(_LENGTH, False, _cycle("8", "2027-01-22", start="2026-12-04")),  # calendar weeks, from a Friday on
    Case(_LENGTH, False, _cycle("8", "after the launch")),
]


def _planned(head: str, *rows: str, title: str = "### Tracker") -> str:
    """A pack whose part 6 is one table, of which the first column is `Date`."""
    line = "|---" * (head.count("|") + 2)
    table = "".join(f"| {row} |\n" for row in rows)
    return _pack(f"## 6) Follow-up Tracker + Review Plan\n\n{title}\n\n| Date | {head} |\n{line}|\n{table}")


_REVIEWED = "This review was due on {}, and nothing says what came of it."
_AFTER = date(2026, 10, 20)
_LATE = date(2026, 11, 20)
_PLAN = "### Review plan"
_BOXES = "## 6) Follow-up Tracker\n\n### Tracker\n\n- [{}] **9 Oct 2026** – Check 1\n- [ ] **6 Nov 2026** – Close\n"

_PASSED = [
    Case(
        _OVERDUE,
        True,
        _planned("Checkpoint | Bet | Evidence | Status", "2026-10-09 | Kick-off | Both | Pack | Not started"),
        at="2026-10-09",
        message=_REVIEWED.format("2026-10-09"),
        as_of=_AFTER,
    ),
    Case(
        _OVERDUE,
        True,
        _planned("Checkpoint | Evidence | Result", "2026-10-09 | Kick-off | Pack |"),
        at="2026-10-09",
        message=_REVIEWED.format("2026-10-09"),
        as_of=_AFTER,
    ),
    Case(
        _OVERDUE,
        True,
        _pack(_BOXES.format(" ")),
        at="9 Oct 2026",
        message=_REVIEWED.format("2026-10-09"),
        as_of=_AFTER,
    ),
    Case(
        _OVERDUE,
        True,
        _planned("What we check | Status", "2026-10-09 | Kick-off | ⚪ Planned", title=_PLAN),
        at="2026-10-09",
        message=_REVIEWED.format("2026-10-09"),
        as_of=_AFTER,
    ),
    Case(
        _OVERDUE,
        True,
        _planned("Review | Outcome", "2026-10-07 | Kick-off | Kept both", "2026-10-16 | Briefs |", title=_PLAN),
        at="2026-10-16",
        message=_REVIEWED.format("2026-10-16"),
        as_of=date(2026, 10, 30),
    ),
    Case(_OVERDUE, False, _planned("Review | Outcome", "2026-10-09 | Kick-off | Kept both", title=_PLAN), as_of=_AFTER),
    Case(_OVERDUE, False, _planned("Review | Outcome", "2026-10-16 | Kick-off |", title=_PLAN), as_of=_AFTER),
    Case(_OVERDUE, False, _planned("Review", "2026-10-09 | Kick-off", title=_PLAN), as_of=_AFTER),  # PMC768 tells it
    Case(_OVERDUE, False, _pack(_BOXES.format("x")), as_of=_AFTER),
    Case(_OVERDUE, False, _planned("Checkpoint | Result", "2026-10-09 | Kick-off | Bets agreed"), as_of=_AFTER),
    Case(_OVERDUE, False, _planned("Checkpoint | Status", "2026-10-09 | Kick-off | Done"), as_of=_AFTER),
    Case(_OVERDUE, False, _planned("Bet | Rep | Status", "2026-10-09 | B1 | One brief | Not started"), as_of=_AFTER),
    Case(
        _OVERDUE,
        False,
        _pack(_tracker("2026-10-16 | B1 | Brief | Met | | On track"), _reviews("1 | 2026-10-09 | Kick-off")),
        as_of=_AFTER,
    ),
    Case(
        _SILENT,
        True,
        _planned("Review | Outcome", "2026-10-09 | Kick-off |", title=_PLAN),
        at="2026-10-09",
        message="After 46 days no review has a result (as of 2026-11-20).",
        as_of=_LATE,
    ),
    Case(
        _SILENT,
        True,
        _planned("Review | Status", "2026-10-09 | Kick-off | Kept both", "2026-11-12 | Close | Planned", title=_PLAN),
        at="2026-10-09",
        message="The last review with a result is 42 days old (as of 2026-11-20).",
        as_of=_LATE,
    ),
    Case(_SILENT, False, _planned("Review | Outcome", "2026-11-27 | Close |", title=_PLAN), as_of=_LATE),
    Case(_SILENT, False, _planned("Review | Outcome", "2026-11-12 | Middle | Kept both", title=_PLAN), as_of=_LATE),
]

CASES = (*_LOOKED_AT, *_CHECKPOINTS, *_RISKS, *_SILENCES, *_CADENCES, *_CLOSINGS, *_LENGTHS, *_PASSED)
