"""Coaches who do the work, commit themselves to nothing, or decide whenever they like; bets without a reason."""

from __future__ import annotations

from tests.rules.cases import Case


def _done(text: str, at: str) -> Case:
    return Case("coach-dependency", True, text, "commitment", at, f"“{at}” leaves the thinking to the coach.")


def _nothing(text: str) -> Case:
    return Case("plan-says-none", True, text, "commitment", text, f"“{text}” commits the coach to nothing.")


def _rule(text: str) -> Case:
    message = f"“{text}” is no exception: it lets the coach decide at any time."
    return Case("toolkit-says-none", True, text, "directive", text, message)


def _no_reason(text: str) -> Case:
    message = f"“{text}” holds for any bet, and gives no reason for this one."
    return Case("why-says-nothing", True, text, "why", text, message)


DONE = (
    _done("I'll rework each page until it is clean", "I'll rework each"),
    _done("lead-05 fills in the options that pm-12 left out", "lead-05 fills in the options"),
    _done("The update is corrected by me before it goes out", "is corrected by me"),
    _done("lead-05 gives pm-12 the storyline of the brief", "gives pm-12 the storyline"),
    _done("lead-05 holds the first interviews with carriers", "lead-05 holds the first interviews with"),
    _done("I lead the meetings with sales until she is ready", "lead the meetings with sales until"),
    _done("I talk to care whenever they complain", "talk to care whenever"),
    _done("lead-05 wins over the chair before each council", "wins over the"),
    _done("lead-05 pitches the plan to the board", "pitches the plan to"),
    _done("Sorts things out with finance", "Sorts things out with"),
    _done("lead-05 brings sceptical leads on board", "brings sceptical leads on board"),
    _done("Answers the questions of the executives", "Answers the questions of the executives"),
)
ASKED = (
    "lead-05 asks pm-12 to correct the brief before the next session",
    "lead-05 has pm-12 rewrite the page aloud",
    "lead-05 finishes the feedback within a day",
    "lead-05 gives pm-12 the minutes of the council",
    "lead-05 draws two lines where reading stopped",
    "I talk to pm-12 about one complaint a week",
    "lead-05 tells the chair once that pm-12 leads",
    "lead-05 listens when pm-12 pitches the plan to the board",
    "lead-05 brings one sceptical lead as a reader",
    "I explain the rubric in week 1",
    "Answers with a question",
)
NOTHING = (
    "Always there to help",
    "I'll support pm-12 where I can",
    "Regular feedback and support",
    "Backing and encouragement throughout",
    "lead-05 gladly helps when asked",
    "Mentoring",
)
SOMETHING = (
    "Feedback on Fridays",
    "Helps to find two readers",
    "lead-05 is there on 10 December",
    "Mentoring by coach-3, two hours",
    "Encourages one objection per session",
    "Offers two slots a week",
)
THE_RULE = (
    "When pm-12 wants an answer",
    "pm-12 hesitates",
    "If I know a quicker solution",
    "When the work stalls",
    "There is a simpler option",
    "I have more experience",
    "If the meeting runs late",
)
EXCEPTIONS = (
    "pm-12 hesitates while customers are charged twice",
    "When the work stalls a release with a legal date",
    "I have to sign by law",
    "The regulator wants an answer within a day",
    "If she is asked to break a rule of the house",
    "The chair calls for a decision in the meeting",
)
NO_REASON = (
    "This matters a lot in every product role",
    "It is essential",
    "A valuable skill for a professional PM",
    "Fundamental to good product work",
    "Helps pm-07 to become a better manager",
    "Every senior should be good at this",
    "Important.",
    "It's a must nowadays",
)
REASONS = (
    "It is important because sales sells dates",
    "Two projects solved a problem that nobody had",
    "Key accounts leave",
    "E2, E4",
    "Renewals are decided in March",
    "The board asks for it",
    "Helps the squad to drop work early",
    "It matters to support: 300 calls a week",
    "pm-07 is to lead the hub from May on",
)

CASES = (
    *DONE,
    *(Case("coach-dependency", False, text, "commitment") for text in ASKED),
    *map(_nothing, NOTHING),
    *(Case("plan-says-none", False, text, "commitment") for text in SOMETHING),
    *map(_rule, THE_RULE),
    *(Case("toolkit-says-none", False, text, "directive") for text in EXCEPTIONS),
    *map(_no_reason, NO_REASON),
    *(Case("why-says-nothing", False, text, "why") for text in REASONS),
)
