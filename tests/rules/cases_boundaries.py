"""Matters that a coaching document is no place for, as people write of them; and what only sounds alike."""

from __future__ import annotations

from pmcoach_lint.language.boundaries import (
    COMPENSATION,
    CONFLICT,
    HR_RECORDS,
    INVESTIGATION,
    PERFORMANCE,
)
from pmcoach_lint.language.crossings import Boundary
from tests.rules.cases import FRONT, Case

_RULES = {
    "formal-performance-process": PERFORMANCE,
    "hr-documentation": HR_RECORDS,
    "investigation": INVESTIGATION,
    "compensation": COMPENSATION,
    "conflict-mediation": CONFLICT,
}

_BAD = {
    "formal-performance-process": [
        ("risk", "If week 8 shows no change, pm-07 goes on a PIP.", "on a PIP"),
        ("risk", "She reads the PIP on Monday", "PIP"),
        ("risk", "This is a PIP, and it is due in June", "PIP"),
        ("risk", "It was a PIP in March", "PIP"),
        ("risk", "Next step would be a performance improvement plan", "performance improvement plan"),
        ("risk", "She already has a written warning from May", "has a written warning"),
        ("goal", "Document underperformance in three weeks", "Document underperformance"),
        ("rhythm", "Weekly, until we can manage him out", "manage him out"),
        ("feedback", "Final written warning given", "Final written warning"),
        ("checkpoint", "Two briefs, otherwise we open a disciplinary procedure", "disciplinary procedure"),
        (
            "risk",
            "If both checkpoints are missed, we start the formal performance process",
            "start the formal performance process",
        ),
        ("adjust", "Without progress by week 8 pm-07 will be let go", "pm-07 will be let go"),
        ("checkpoint", "Decides whether pm-07 stays on as PM", "Decides whether pm-07 stays on"),
        ("risk", "If she doesn't deliver, I have to let her go", "let her go"),
    ],
    "hr-documentation": [
        ("commitment", "Send the tracker to HR at the end of each month", "Send the tracker to HR"),
        ("feedback", "Late again; goes into the HR file", "HR file"),
        ("rhythm", "Document each missed deadline for HR", "Document each missed deadline for HR"),
        ("commitment", "Copy HR on the assessment", "Copy HR on the assessment"),
        ("log", "Noted in the personnel file in March", "personnel file"),
        ("risk", "If the targets aren't met, this pack goes to HR", "this pack goes to HR"),
        (
            "adjust",
            "The final levels are passed on to the people team in March",
            "The final levels are passed on to the people team",
        ),
        ("rhythm", "HR gets a copy after each checkpoint", "HR gets a copy"),
        ("commitment", "I'll forward the results to HR", "I'll forward the results to HR"),
        ("risk", "Our HRBP has access to the tracker", "Our HRBP has access to the tracker"),
    ],
    "investigation": [
        ("risk", "A harassment complaint against pm-07 is open", "harassment complaint"),
        (
            "risk",
            "We still wait for what comes of the complaint that a designer filed about pm-07's conduct",
            "complaint that a designer filed about pm-07's conduct",
        ),
        ("evidence", "pm-12 filed a grievance in May", "filed a grievance"),
        ("commitment", "lead-02 investigates the allegation first", "investigates the allegation"),
        ("risk", "The HR investigation may end in week 3", "HR investigation"),
        ("log", "Complaint about pm-07 from a colleague", "Complaint about pm-07"),
        ("risk", "Suspected misconduct around the vendor", "Suspected misconduct"),
        ("risk", "pm-07 was accused of shouting at a designer", "pm-07 was accused of shouting"),
        ("log", "Two colleagues complained about how she treats them", "complained about how she treats"),
        ("risk", "The compliance case against pm-07 is open", "compliance case against pm-07"),
    ],
    "compensation": [
        ("risk", "We draft new grade descriptors for all product managers", "draft new grade descriptors for all"),
        ("risk", "Define the career ladder for the whole department", "Define the career ladder for the whole"),
        ("checkpoint", "The score decides about her salary", "decides about her salary"),
        ("goal", "Prepare the pay review in December", "pay review"),
        ("signal", "Two reviews that justify a raise", "justify a raise"),
        ("risk", "Will the salary be raised to 120,000 EUR?", "salary be raised"),
        ("checkpoint", "If level is reached, pm-02 gets a raise of 10 %", "gets a raise"),
        ("risk", "pm-02 will be promoted if both bets pay off", "will be promoted if"),
        ("checkpoint", "If both bets are met, pm-02 will be promoted", "If both bets are met, pm-02 will be promoted"),
        ("adjust", "The promotion depends on the score in week 8", "promotion depends on"),
        ("goal", "Reach the level, which decides about the promotion", "decides about the promotion"),
        ("feedback", "Deserves a pay raise", "Deserves a pay raise"),
        ("adjust", "The result is input to the bonus", "input to the bonus"),
        ("rep", "Draft the comp bands for all PMs", "comp bands"),
        ("risk", "pm-07's salary is below the others", "pm-07's salary"),
        (
            "checkpoint",
            "New levels are written down and passed on to the March rating",
            "New levels are written down and passed on to the March rating",
        ),
        ("adjust", "The outcome is used in the performance review", "The outcome is used in the performance review"),
        ("risk", "Her rating depends on the second bet", "Her rating depends"),
        ("checkpoint", "If both are met I propose pm-07 for promotion", "propose pm-07 for promotion"),
        ("commitment", "Copies the levels into the appraisal", "Copies the levels into the appraisal"),
    ],
    "conflict-mediation": [
        (
            "goal",
            "Settle the quarrel between pm-16 and the staff engineer",
            "Settle the quarrel between pm-16 and the staff",
        ),
        ("risk", "Patch up the rift between pm-07 and eng-04", "Patch up the rift between pm-07 and eng-04"),
        (
            "goal",
            "Sort out the argument with the engineering manager",
            "Sort out the argument with the engineering manager",
        ),
        ("commitment", "lead-02 mediates between pm-07 and pm-12", "mediates between pm-07"),
        ("rep", "Mediation session with the other team", "Mediation session"),
        ("goal", "Resolve the conflict between two PMs", "Resolve the conflict between two PMs"),
        ("risk", "pm-07 and the tech lead are not speaking", "pm-07 and the tech lead are not speaking"),
        ("risk", "There is bad blood between the squads", "bad blood between"),
        ("rep", "Clear the air between pm-07 and the tech lead", "Clear the air between pm-07 and the tech"),
        (
            "risk",
            "pm-07 and lead-02 need to sort out their differences",
            "pm-07 and lead-02 need to sort out their differences",
        ),
        ("commitment", "Acts as a go-between for pm-07 and sales", "go-between for pm-07 and sales"),
    ],
}

_GOOD = {
    "formal-performance-process": [
        ("risk", "pm-07 reads this as a PIP"),
        ("risk", "It may feel like a PIP in the first weeks"),
        ("risk", "Mistaken for a performance improvement plan by the team"),
        ("risk", "This is not a PIP."),
        ("risk", "pm-07 was relieved, and then asked “is this a PIP?”"),
        ("risk", "They will ask: am I on a PIP"),
        ("risk", "pm-07 wondered whether this was a PIP"),
        ("risk", "Coaching `!= PIP`, whatever the team says"),
        ("risk", "Coaching ≠ PIP"),
        ("risk", "A PIP belongs to HR."),
        ("risk", "A PIP, should it come to that, is run by HR and never from here."),
        ("goal", "Improve performance of the checkout page"),
        ("rhythm", "Coaching, not performance management"),
        ("evidence", "Rewrote the final warning before an account is deleted"),
        ("log", "PIP mode lost the picture when the window closed"),
        ("risk", "Boundary: no PIP, no warning, nothing for HR"),
        ("risk", "If it ever becomes a formal performance process, this plan is closed"),
        ("rep", "Lets go of the feature that nobody uses"),
        ("checkpoint", "Decides whether the pilot stays in the plan"),
        ("log", "pm-07 dismissed two options by their cost"),
        ("risk", "The team fears that it leads to a formal process"),
    ],
    "hr-documentation": [
        ("commitment", "The tracker is never sent to HR"),
        ("risk", "No HR file is made of this"),
        ("log", "Shared the roadmap with HR, who use the tool"),
        ("evidence", "Interviewed nine HR managers about onboarding"),
        ("rhythm", "Weekly; HR documentation, if any, stays separate"),
        ("risk", "HR gets no copy, and the tracker stays between the two of us"),
        ("log", "HR managers get a copy of the payslip since the release"),
        ("risk", "If a question of level comes up, it goes to HR and not in here"),
        ("log", "The results of the survey went to HR at the customer"),
        ("rhythm", "HR knows that coaching takes place, and nothing of what is said"),
        ("rep", "Ask HR for the ladder of levels"),
    ],
    "investigation": [
        ("log", "Investigated why activation dropped in March"),
        ("evidence", "Followed up the complaint of a carrier about late labels"),
        ("evidence", "Asked for an investigation of the outage, with a date"),
        ("rep", "Take one customer complaint and trace it to its cause"),
        ("rep", "Take the complaints that sellers filed about our conduct rules and group them by rule"),
        ("risk", "An HR investigation, if there were one, would run elsewhere"),
        ("log", "Two customers complained about how the app treats returns"),
        ("rep", "Group the reports of insults in the forum by rule"),
    ],
    "compensation": [
        ("rep", "Write job stories for all segments"),
        ("rep", "Define the level definitions for all customers"),
        ("checkpoint", "Nothing in here decides about her salary"),
        ("evidence", "The salary range filter on the job board doubled replies"),
        ("log", "Wrote the rules of compensation for delayed flights"),
        ("signal", "Two memos recommend that we raise prices or say why we should not"),
        ("measure", "How many merchants pay in time"),
        ("behaviours", "Meets the ladder of 2025 for the senior grade"),
        ("goal", "pm-02 wants to be promoted to senior PM next year"),
        ("risk", "No raise and no promotion hangs on this pack"),
        ("risk", "Whether pm-02 gets a raise is decided elsewhere"),
        ("risk", "pm-02 asked whether she will be promoted if this goes well: that belongs to the review"),
        ("evidence", "Promoted from analyst to PM in May 2025, when the team was split"),
        ("rep", "Write the promotion page for the spring sale"),
        ("log", "Raised the salary question with the job board's users"),
        ("evidence", "The promotion banner was raised in the review of 3 May"),
        ("signal", "A raised hand for each open risk, and a raise of the limit to 5 %"),
        ("checkpoint", "Both rate E1 by the ladder and compare their ratings"),
        ("signal", "Three hosts' ratings feed the ranking before week 6"),
        ("log", "The result of the test was passed on to the March release"),
        ("checkpoint", "The note is input to the portfolio review"),
        ("risk", "The levels are kept out of the performance review"),
        ("rhythm", "A calibration session of both coaches on E1"),
    ],
    "conflict-mediation": [
        ("goal", "Resolve the conflict between the two goals in the roadmap"),
        ("goal", "Settles scope arguments with written criteria"),
        ("risk", "Names tensions between speed and cost in each brief"),
        ("behaviours", "Mediates between the interests of sales and operations"),
        ("log", "Settled a ranking dispute between merchandising and search"),
        ("evidence", "Conflicts between words and logs go unseen in two notes"),
        ("rep", "Name one conflict of goals and offer two ways out"),
        ("risk", "Mediation between pm-07 and pm-12 is not part of this pack"),
        ("rep", "A talk between pm-07 and lead-02 about who decides on prices"),
        ("log", "Settled with Engineering what is in the release"),
    ],
}

_IN_BOUNDARY = {
    "formal-performance-process": (
        "Coaching only. If week 8 shows no change, this is the basis for a written warning.",
        "a written warning",
    ),
    "hr-documentation": ("Coaching. Should it fail, the final review is sent to HR.", "the final review is sent to HR"),
    "compensation": (
        "Coaching; the final levels count in the salary round",
        "the final levels count in the salary round",
    ),
}


def _message(boundary: Boundary) -> str:
    return f"This is about {boundary.what}, which no coaching document is the place for."


_ALONE = "## 4) Development Plan\n\n### Bet 1: Frame first\n\n**Weekly reps:** Write one brief (45 min)\n"
_TOLD_ALONE = "This development plan stands alone, and nothing says that it is no HR document."
_RULE = "plan-without-label"
_MEANT_ALONE = (
    "# Development plan for pm-07\n\n> A non-HR coaching document.",
    "# Growth plan: pm-07\n\n**This is not an HR document.**",
    "# pm-07\n\nPlan only; this is no HR document.",
    "# Development plan of pm-07\n\n## Context\n\n**Boundary:** Coaching only; HR matters go to the people team",
)
_NOT_MEANT_ALONE = (
    "# Development plan for pm-07",
    "# Growing together\n\n> A non-HR coaching document.",
    "# pm-07\n\n## Context\n\n**Boundary:** Coaching, not performance management",
)

CASES = [
    *(
        Case(rule, True, text, field, at, _message(_RULES[rule]))
        for rule, cases in _BAD.items()
        for field, text, at in cases
    ),
    *(Case(rule, False, text, field) for rule, cases in _GOOD.items() for field, text in cases),
    *(
        Case(rule, True, f"{FRONT}## Context\n\n**Boundary:** {text}\n", at=at, message=_message(_RULES[rule]))
        for rule, (text, at) in _IN_BOUNDARY.items()
    ),
    Case("formal-performance-process", False, f"{FRONT}## Boundaries\n\n- A PIP\n- Any HR file\n"),
    Case("formal-performance-process", False, f"{FRONT}## Context\n\n**Boundary:**\n\n- PIP: with the people team\n"),
    Case("formal-performance-process", False, "---\ntype: event-log\n---\n\nThe client asked for help with a PIP.\n"),
    *(Case("missing-part", False, f"{FRONT}{above}\n\n{_ALONE}") for above in _MEANT_ALONE),
    Case(_RULE, True, f"{FRONT}{_ALONE}", at="4) Development Plan", message=_TOLD_ALONE),
    Case(_RULE, False, f"{FRONT}## Context\n\n**Boundary:** Coaching only\n\n{_ALONE}"),
    Case(_RULE, False, f"{FRONT}**This is a non-HR document.**\n\n{_ALONE}"),
    Case(_RULE, False, f"{FRONT}# A coaching plan, not an HR document\n\n{_ALONE}"),
    Case(_RULE, False, f"{FRONT}## 3) Shared Vision\n\n- B1: Frame first\n\n{_ALONE}"),
    Case(_RULE, False, f"{FRONT}## 2) Current Assessment\n\n### Strengths\n\n- Says no\n"),
]
