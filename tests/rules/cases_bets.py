"""Cases of the rules about bets and plans: weeks, hypotheses, time, stretch assignments."""

from __future__ import annotations

from tests.rules.cases import Case

_HYPOTHESES_WITHOUT_REASON = (
    "If the PM frames problems every week, then their strategic thinking will improve.",
    "If pm-07 writes a brief a week, rework falls by half.",
    "By practising framing weekly, the PM will move from Apply to Analyze",
    "Weekly framing practice leads to better decisions.",
    "Practising stakeholder maps will make the PM better at alignment.",
    "If we review one memo a week, then by week 8 the PM writes memos unaided.",
    "If pm-12 runs reviews each sprint, we will see faster decisions and fewer escalations.",
)
_HYPOTHESES_WITH_REASON = (
    "If the PM frames first, then rework falls, because causes come before solutions.",
    "If the PM answers requests in writing, the roadmap follows the goals, since a written no has to name its price.",
    "If pm-77 maps who is affected, surprises stop: they hear first.",
    "If pm-77 maps who is affected, surprises stop – people hear before they read it.",
    "Writing rival explanations each week forces the PM to test the first guess, which makes plans start from causes.",
    "If the PM writes first, quality rises. Writing shows gaps that talking hides.",
    "If the PM compares two options, choices get firmer, as each option has a price.",
    "If the PM practises with live requests, decisions improve by making the trade-off visible.",
    "Weekly practice so that trade-offs become visible will lead to fewer escalations.",
    "If pm-01 shares drafts early, reviews get shorter, given that objections surface before the meeting.",
    "If pm-01 drafts the ask first, executives decide in the meeting; they no longer look for it.",
    "If the PM practises predicting, objections surface early, with interests examined and not assumed.",
    "If the PM frames each request, then plans start right; seeing the cost makes a weak idea easy to drop.",
)
_BESIDE_THE_WORK = (
    "Take an online course on product strategy",
    "Read the book ‘Good Strategy’ and two articles",
    "Attend the spring product conference",
    "Write a mock brief for a fictional product",
    "Get certified as a product owner",
    "Online course in statistics",
    "Watch three talks on discovery",
    "Take part in an online course on release management",
    "Attend a two-day workshop on negotiation",
    "Read ‘Accelerate’",
    "Read the pricing handbook and summarise it",
    "A hackathon project outside of checkout",
    "Present the book club chapter to the squad",
)
_REAL_WORK = (
    "Lead the decision on wallet payments up to the council of 25 November",
    "Take a course on pricing and apply it to the price change of the first quarter",
    "Read the ten churn interviews and decide what to fix",
    "Complete the certification launch in two countries",
    "Take over the training rollout for support",
    "Attend the pricing council and present the options",
    "Design the practice tests for the driving app",
    "pricing change with finance",
    "Take part in the release of the voucher page as its owner",
    "Run the two-day workshop on slots with three departments",
    "Read the terms with legal until one page of them can go",
    "Present the case for the hackathon winner to the council",
)


def _weeks(cycle: int, timeframe: str, reps: str = "1–4") -> str:
    return (
        f"---\ntype: coaching-pack\nweeks: {cycle}\n---\n\n## 3) Shared Vision\n\n| ID | Bet | Timeframe |\n"
        f"|---|---|---|\n| B1 | Frame first | {timeframe} |\n\n## 4) Development Plan\n\n### B1: Frame first\n\n"
        f"#### Weekly reps\n\n| Rep | Practice | Weeks |\n|---|---|---|\n| R1.1 | Frame one request | {reps} |\n"
    )


def _with_break(timeframe: str) -> str:
    """A pack of eight weeks and two off."""
    return _weeks(8, timeframe).replace("weeks: 8\n", "start: 2026-11-30\nend: 2027-02-05\nweeks: 8\n")


def _time(budget: str, *reps: str, weeks: int = 8) -> str:
    rows = "".join(f"| {rep} |\n" for rep in reps)
    return (
        f"---\ntype: coaching-pack\nweeks: {weeks}\n---\n\n## Context snapshot\n\n**Time budget:** {budget}\n\n"
        "## 4) Development Plan\n\n### B1: Frame first\n\n#### Weekly reps\n\n| Practice | Minutes | Weeks |\n"
        f"|---|---|---|\n{rows}"
    )


_BESIDE_THE_BET = "## 3) Shared Vision\n\n### B1: Bet 1\n\n**Stretch:** The roadmap talk on 19 November\n\n"


def _plans(*stretches: str) -> str:
    """A plan for each text, which is the stretch assignment with its label, or nothing."""
    plans = "".join(
        f"### B{number}: Bet {number}\n\n**Weekly reps:** Frame one request (45 min)\n\n{stretch}\n\n"
        for number, stretch in enumerate(stretches, 1)
    )
    return f"---\ntype: coaching-pack\n---\n\n## 4) Development Plan\n\n{plans}"


_LATE = "The timeframe of growth bet “B1: Frame first” reaches to week 12; the cycle has 8."
_TOO_MUCH = "more-practice-than-time"
CASES = (
    Case("weeks-outside-cycle", True, _weeks(8, "Weeks 1–12"), at="Weeks 1–12", message=_LATE),
    Case("weeks-outside-cycle", True, _weeks(8, "12 weeks"), at="12 weeks", message=_LATE),
    Case(
        "weeks-outside-cycle",
        True,
        _weeks(6, "Weeks 1–6", "5–8"),
        at="5–8",
        message="The weeks of rep “R1.1: Frame one request” reach to week 8; the cycle has 6.",
    ),
    Case("weeks-outside-cycle", False, _weeks(8, "Weeks 1–8", "5–8")),
    Case("weeks-outside-cycle", False, _weeks(12, "from week 3")),
    Case("weeks-outside-cycle", False, _weeks(8, "TBD")),
    Case("weeks-outside-cycle", False, _with_break("by 5 February")),
    Case("weeks-outside-cycle", True, _with_break("Weeks 1–12"), at="Weeks 1–12", message=_LATE),
    *(
        Case(
            "hypothesis-without-reason",
            True,
            text,
            "hypothesis",
            message="This hypothesis does not say why the practice should lead to that.",
        )
        for text in _HYPOTHESES_WITHOUT_REASON
    ),
    *(Case("hypothesis-without-reason", False, text, "hypothesis") for text in (*_HYPOTHESES_WITH_REASON, "TBD")),
    *(
        Case("stretch-beside-the-work", True, text, "stretch", message=f"“{text}” is no real work.")
        for text in _BESIDE_THE_WORK
    ),
    *(Case("stretch-beside-the-work", False, text, "stretch") for text in _REAL_WORK),
    Case(
        _TOO_MUCH,
        True,
        _time("1 hour a week", "Frame one request | 45 | 1–8", "Rule one cause out | 30 | 5–8"),
        at="1 hour a week",
        message="In weeks 5 to 8 the reps take 75 minutes, and there are 60 for practice.",
    ),
    Case(
        _TOO_MUCH,
        True,
        _time("1–2 hours a week", "Frame one request | 90 | ", "Rule one cause out | 60–90 | "),
        at="1–2 hours a week",
        message="Every week the reps take 150 minutes, and there are 120 for practice.",
    ),
    Case(
        _TOO_MUCH,
        True,
        _time("45 min", "Frame one request | 45 | 1–4", "Rule one cause out | 30 | Week 4"),
        at="45 min",
        message="In week 4 the reps take 75 minutes, and there are 45 for practice.",
    ),
    Case(_TOO_MUCH, False, _time("1 hour a week", "Frame one request | 45 | 1–4", "Rule one cause out | 60 | 5–8")),
    Case(_TOO_MUCH, False, _time("2–3 hours a week", "Frame one request | 90 | 1–8", "Rule one out | 90 | 1–8")),
    Case(_TOO_MUCH, False, _time("1 hour a week", "Frame one request | 60 | ", "Optional: read a case | 30 | ")),
    Case(_TOO_MUCH, False, _time("1 hour a week", "Frame one request | 60 | ", "Every second week: a memo | 60 | ")),
    Case(_TOO_MUCH, False, _time("1 hour a week", "Frame one request | 60 | ", "In place of it: a memo | 60 | ")),
    Case(_TOO_MUCH, False, _time("1 hour a week", " | 60 | 1–8", "Rule one cause out | 45 | Week 4")),
    Case(_TOO_MUCH, False, _time("3 hours in total", "Frame one request | 45 | ", "Rule one out | 240 | ")),
    Case(_TOO_MUCH, False, _time("TBD", "Frame one request | 45 | ", "Rule one out | 240 | ")),
    Case("rep-length", True, "180", "minutes", message="This rep takes 180 minutes."),
    Case("rep-length", True, "2–3 hours", "minutes", message="This rep takes 180 minutes."),
    Case("rep-length", True, "10 min", "minutes", message="This rep takes 10 minutes."),
    Case("rep-length", True, "5–20", "minutes", message="This rep takes 5 minutes."),
    Case("rep-length", False, "15", "minutes"),
    Case("rep-length", False, "2 hours", "minutes"),
    Case("rep-length", False, "30–90 min", "minutes"),
    Case("rep-length", False, "TBD", "minutes"),
    Case("rep-length", False, "", "minutes"),
    Case(
        "bet-without-stretch",
        True,
        _plans(""),
        at="B1: Bet 1",
        message="The plan for bet “B1: Bet 1” has no stretch assignment.",
    ),
    Case(
        "bet-without-stretch",
        True,
        _plans("**Stretch assignment:** None planned", "**Stretch:** The Q1 roadmap"),
        at="None planned",
        message="The plan for bet “B1: Bet 1” has no stretch assignment.",
    ),
    Case(
        "bet-without-stretch",
        True,
        _plans("**Stretch assignment:** The Q1 roadmap", ""),
        at="B2: Bet 2",
        message="The plan for bet “B2: Bet 2” has no stretch assignment.",
    ),
    Case("bet-without-stretch", False, _plans("").replace("## 4)", f"{_BESIDE_THE_BET}## 4)")),
    Case("bet-without-stretch", False, _plans("**Stretch assignment:** The Q1 roadmap, for both bets", "")),
    Case("bet-without-stretch", False, _plans("**Stretch assignment:** The Q1 roadmap, which B2 needs too", "")),
    Case("bet-without-stretch", False, _plans("**Stretch assignment:** TBD")),
    Case("bet-without-stretch", False, _plans("#### Stretch assignment\n\n- The Q1 roadmap")),
)
