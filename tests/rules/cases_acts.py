"""Cases of who does what: chores for stretch work, commitments that are none, and work in the place of a PM."""

from __future__ import annotations

from tests.rules.cases import Case

_NEEDS_MORE = "“{}” makes the client need you more, not less."


def _chore(text: str, shown: str = "") -> Case:
    message = f"“{shown or text}” keeps work in order, and asks for nothing that the PM cannot do yet."
    return Case("stretch-beside-the-work", True, text, "stretch", message=message)


def _no_commitment(text: str) -> Case:
    return Case("plan-says-none", True, text, "commitment", message=f"“{text}” commits the coach to nothing.")


def _no_artifact(text: str) -> Case:
    return Case("plan-says-none", True, text, "artifact", message=f"“{text}” names no piece of work.")


def _left_open(text: str) -> Case:
    message = f"“{text}” says neither when nor what is changed."
    return Case("adjustment-left-open", True, text, "adjust", message=message)


def _anytime(text: str) -> Case:
    message = f"“{text}” is no exception: it lets the coach decide at any time."
    return Case("toolkit-says-none", True, text, "directive", text, message)


def _delivery(text: str, shown: str = "") -> Case:
    message = f"“{shown or text}” is a piece of delivery, and no decision, direction or capability."
    return Case("low-value-deliverable", True, text, "offer", message=message)


def _booked(text: str) -> Case:
    message = f"“{text}” is booked as strategic, and is a piece of delivery."
    return Case("low-value-deliverable", True, text, "booked", message=message)


def _in_order(text: str, at: str) -> Case:
    message = f"“{at}” is delivery in order, not what the PM can do."
    return Case("activity-as-goal", True, text, "outcome", at, message)


def _leaning(text: str, field: str, at: str = "") -> Case:
    return Case("makes-itself-needed", True, text, field, at, _NEEDS_MORE.format(at or text))


CHORES = (
    _chore("Clean up the backlog and close stale tickets"),
    _chore("Take the minutes of the steering group"),
    _chore("Set up the calendar invites for the quarterly review"),
    _chore("Sorts the support tickets by label"),
    _chore("pm-07 updates the Jira board every Friday"),
    _chore("Collect the slides for the board"),
    *(
        Case("stretch-beside-the-work", False, text, "stretch")
        for text in (
            "Clean up the roadmap: propose which 6 of 18 items to drop, with reasons",
            "Take the backlog of 140 items and turn it into three themes with a kill list",
            "Set up and run the pricing workshop on 20 January so that it ends with a decision",
            "Replace the status mail by a one-page decision update",
            "Choose from the backlog the three tickets that matter for churn",
            "Collect the ten tickets that cost most, and size them",
            "Complete a teardown of the wireframes of a competitor",
            "Maintain an experiment backlog",
            "Write the user story map with sales",
            "Update the segment strategy with the data of October",
        )
    ),
    *(_no_commitment(text) for text in ("to be supportive", "Always has an open ear", "Is available for questions")),
    *(
        Case("plan-says-none", False, text, "commitment")
        for text in (
            "Supports pm-07 with data access by 4 Dec",
            "Is available on Tuesdays for questions on the brief",
            "Listens to one recorded talk and marks three places",
        )
    ),
    *(
        _no_artifact(text)
        for text in ("to be seen in the course of the cycle", "TBC with pm-07", "will emerge from the work")
    ),
    *(
        Case("plan-says-none", False, text, "artifact")
        for text in (
            "decision log with six entries",
            "options table, to be reviewed in week 4",
            "recorded talk",
            "See the document",
        )
    ),
    *(
        _left_open(text)
        for text in (
            "We will see as we go and change things if it does not feel right any more",
            "Flexible; we adapt where it makes sense",
            "If something does not work we change it",
            "In case of changes the plan is updated accordingly",
        )
    ),
    *(
        Case("adjustment-left-open", False, text, "adjust")
        for text in (
            "See the plan",
            "If a rep is missed twice, halve it",
            "If the board changes its priorities, the bet is written anew",
            "We change the rep, not the target, when two weeks go by without one",
        )
    ),
    *(
        _anytime(text)
        for text in (
            "Whenever I already know what the right answer is",
            "When pm-07 takes too long to decide",
            "If it saves time",
            "In important meetings",
            "When I have done it before myself",
        )
    ),
    *(
        Case("toolkit-says-none", False, text, "directive")
        for text in (
            "When pm-07 would promise a date that engineering has ruled out",
            "If pm-07 is about to breach a contract",
            "When a release would go out with a known loss of data",
        )
    ),
)

DELIVERY = (
    _delivery("Spec set for the form, incl. acceptance criteria"),
    _delivery("Intake form for the portal with all fields and mock-ups"),
    _delivery("Ticket breakdown of the three epics"),
    _delivery("Weekly status report"),
    *(
        Case("low-value-deliverable", False, text, "offer")
        for text in (
            "Requirements triage that the PMs run themselves",
            "Spec review habit, run by pm-8",
            "Backlog cut",
            "Success stories of the pilot",
        )
    ),
    _booked("Wrote 14 tickets for the calendar export"),
    _booked("Spec for the catalog filter, taken over from pm-71"),
    _booked("Groomed the backlog with pm-22"),
    *(
        Case("low-value-deliverable", False, text, "booked")
        for text in (
            "Sprint planning stopped for one question: what is this release for",
            "Recommended to drop the export",
        )
    ),
    _in_order("the sprint plan for February is complete", "sprint plan for February is complete"),
    _in_order("Reports are sent out punctually every Friday", "Reports are sent out punctually"),
    *(
        Case("activity-as-goal", False, text, "outcome")
        for text in (
            "The PRD for search starts with the why and one metric",
            "Tickets are written by the team",
            "Specs are written after the cause is agreed",
            "Support tickets are done in half the time",
        )
    ),
)

LEANING = (
    _leaning("I write the update of January in her name", "support"),
    _leaning("I join every planning and every review with him", "support", "I join every planning"),
    _leaning("I finalise the roadmap before it goes to the VP", "support", "I finalise the roadmap before"),
    _leaning("I prepare the slides and she presents them", "support", "I prepare the slides and she presents"),
    _leaning("I prepare the slides for her", "support"),
    _leaning("I check every spec", "support"),
    _leaning("They send me all drafts for sign-off", "support"),
    _leaning("Every no goes over my desk first", "support", "Every no goes over my desk"),
    _leaning("at least 12 h a week, with automatic renewal", "later", "12 h a week"),
    _leaning("Increase from 12 to 20 hours a week", "later", "Increase from 12 to 20 hours"),
    _leaning("I keep running the portfolio review", "later", "I keep running"),
    _leaning(
        "Wednesday: take over the chair of the planning as well",
        "quick win",
        "take over the chair of the planning as well",
    ),
    *(
        Case("makes-itself-needed", False, text, field)
        for text, field in (
            ("She writes the update, I ask two questions", "support"),
            ("I used to write the update for her, and no longer write it for her", "support"),
            ("From 12 to 4 hours a week, then one day a quarter", "later"),
            ("I hand the chair of the portfolio meeting to pm-8", "later"),
            ("No daily involvement; PMs decide", "later"),
            ("PMs run the council daily", "later"),
            ("The team meets twice a week without me", "later"),
            ("8 hours per week freed for discovery", "later"),
            ("Grow the share of strategic work to more than 60%", "later"),
            ("I read the specs before each session", "support"),
            ("I prepare a role-play and she presents the no", "support"),
            ("I send questions for her brief", "support"),
            ("I join her review once to watch", "support"),
            ("I build a template for them", "support"),
            ("I review each decision with pm-31", "support"),
            ("She shows me each brief", "support"),
            ("pm-31 brings the draft to me by Friday", "support"),
            ("Join the daily for a week to listen", "quick win"),
            ("Draft a question card for them", "quick win"),
            ("One strategic check-in a month with the VP", "later"),
            ("Let pm-31 chair the planning; I sit in the back", "quick win"),
            ("Thursday: hand the minutes to pm-31", "quick win"),
        )
    ),
    *(
        Case("makes-itself-needed", False, f"---\ntype: coaching-plan\n---\n\n# Plan\n\n{text}\n")
        for text in (
            "I write this for pm-31.",
            "## Current patterns\n\nI write each update for her today.",
            "## Risks\n\nI check all specs before they go out, if nobody stops me.",
        )
    ),
)


def _passed(text: str, at: str, field: str = "quick win") -> Case:
    message = f"“{at}” passes over somebody whose matter it is."
    return Case("goes-over-a-head", True, text, field, at, message)


OVER_HEADS = (
    _passed(
        "With the COO on Friday, before I raise it with the VP", "the COO on Friday, before I raise it with the VP"
    ),
    _passed("I present it to the board before my sponsor has seen it", "the board before my sponsor"),
    _passed("The lead of claims need not be involved", "The lead of claims need not be involved"),
    _passed("The PMs will hear about it when it is decided", "The PMs will hear about it when it is decided"),
    _passed("Ask over the head of the VP", "over the head"),
    _passed("The PMs hear of it afterwards", "The PMs hear of it afterwards"),
    _passed("I talk to her boss first", "her boss first"),
    _passed("When the VP hesitates, I take it straight to the CEO", "take it straight to the CEO"),
    _passed(
        "pm-07 asks the CEO for a slot, without waiting for the CPO",
        "asks the CEO for a slot, without waiting for the CPO",
        "step",
    ),
    *(
        Case("goes-over-a-head", False, text, field)
        for text, field in (
            ("With the VP on Friday, before the board", "quick win"),
            ("Show it to the CEO before the lead is on leave", "quick win"),
            ("Agree it with the CPO before the head count is frozen", "quick win"),
            ("The sponsor hears afterwards how it went", "quick win"),
            ("Stop bypassing the head of product", "quick win"),
            ("If no decision is taken by Friday, it goes to the CPO directly", "quick win"),
            ("pm-07 asks her boss first whether it fits", "quick win"),
            ("Bypasses the lead when support asks", "gap"),
            ("Before I raise it with the COO, I show it to the VP", "quick win"),
            ("No step goes over the head of the VP", "quick win"),
            ("Customers need not be involved in the first test", "quick win"),
            ("The PMs hear of it on the same day, from their lead", "quick win"),
            ("I report to the VP directly", "quick win"),
            ("pm-07 decides without asking the manager", "step"),
            ("pm-07 asks the CPO for a slot with the CEO", "step"),
        )
    ),
)


def _open_step(text: str, at: str, message: str) -> Case:
    return Case("step-left-open", True, text, "step", at, f"“{at}” {message}.")


_NO_DAY = "is no day by which anybody could see that this is done"
_NO_AGENDA = "has a session begin without an agenda"
_NOBODY = "is nobody who could be asked about it"

_LATE = "All feedback is given at the final review"

STEPS = (
    _open_step("lead-02 tells the director some time soon", "some time soon", _NO_DAY),
    _open_step("At some point pm-07 visits a customer", "At some point", _NO_DAY),
    _open_step("Ask which customers left; talk to the director soon", "soon", _NO_DAY),
    _open_step("lead-02 makes sure that pm-07 eventually visits a customer", "eventually", _NO_DAY),
    _open_step("First session on 3 December; agenda to follow", "agenda to follow", _NO_AGENDA),
    _open_step("By Friday somebody asks Finance for the figures", "somebody", _NOBODY),
    _open_step("Somebody should ask Finance for the figures", "Somebody", _NOBODY),
    *(
        Case("step-left-open", True, text, "owner", text, f"“{text}” {_NOBODY}.")
        for text in ("all", "All of us", "everyone involved", "the whole team")
    ),
    *(Case("step-left-open", False, text, "owner") for text in ("both", "allocation lead", "pm-07", "coach")),
    *(
        Case("step-left-open", False, text, "step")
        for text in (
            "pm-07 sends the first brief on 4 December",
            "pm-07 compares the brief with what eventually shipped",
            "pm-07 sends the first half by Friday, the rest comes later",
            "lead-02 sends the agenda of the first session by 2 December",
            "First session on 3 December with the agenda above",
            "Before the first session pm-07 rates each competency",
            "Interview someone from finance on 4 December",
            "Kick-off on 5 December, agenda sent on 3 December, minutes to follow",
            "Kick-off on 5 December: the agenda is the open bets",
            "First session on 3 December: think of three cases in which a request was taken",
        )
    ),
    *(
        Case("risk-without-response", True, text, "risk", at, f"“{at}” leaves the risk to itself.")
        for text, at in (
            ("The vendor changes its lead; there is nothing one can do.", "nothing one can do."),
            ("Budget freeze – no response possible", "no response possible"),
            ("Holidays cost two weeks; we can only hope", "can only hope"),
            ("Finance is short of people, and pm-07 has to live with that.", "has to live with that."),
        )
    ),
    *(
        Case("risk-without-response", True, text, "mitigation", text, f"“{text}” leaves the risk to itself.")
        for text in (
            "We hope for the best",
            "That would be a pity",
            "Keep an eye on it",
            "Hopefully it will not happen",
            "Unlikely",
            "None",
            "pm-07 should be careful",
            "To be discussed",
        )
    ),
    *(
        Case("risk-without-response", False, text, "mitigation")
        for text in (
            "Watched by the count of open notes; at three we stop",
            "Careful readers: two of them score first",
            "lead-02 reads one note a week",
            "Accepted until week 4",
            "Owners confirm",
        )
    ),
    *(
        Case("risk-without-response", True, text, "constraint", at, f"“{at}” leaves it to itself.")
        for text, at in (
            ("Cost per order comes once a quarter; that cannot be changed.", "cannot be changed."),
            ("The agenda closes a day ahead. It is what it is.", "It is what it is."),
        )
    ),
    Case("risk-without-response", False, "The agenda cannot be changed, so pm-07 writes on Mondays", "constraint"),
    *(
        Case("risk-without-response", False, text, "risk")
        for text in (
            "The day of the audit cannot be changed, so the checkpoint is a week earlier",
            "Nothing can be done before 10 January, then bet 2 is halved",
            "Customers who ask about the price get no answer",
        )
    ),
    *(
        Case(
            "recommendation-without-reason",
            True,
            text,
            "recommendation",
            at,
            f"“{at}” recommends nothing.",
        )
        for text, at in (
            ("Options B and C both have their merits.", "both have their merits"),
            ("There are good reasons for A as well as for B.", "good reasons for A as well as for"),
        )
    ),
    Case(
        "recommendation-without-reason",
        False,
        "We recommend B, because it pays off before March. A would have its merits too.",
        "recommendation",
    ),
    Case(
        "stretch-beside-the-work",
        True,
        "Lecture on strategy maps",
        "technique",
        message="“Lecture on strategy maps” is a lecture, and not their work seen anew.",
    ),
    Case("stretch-beside-the-work", False, "Ten minutes of input on framing, then her own update", "technique"),
    *(
        Case("credit-taken", True, text, "credited", at, f"“{at}” takes what is the client's for your own.")
        for text, at in (
            ("I decided for option 2", "I decided for option 2"),
            ("Without me nobody would have found it", "Without me nobody would have found it"),
        )
    ),
    *(
        Case("credit-taken", False, text, "credited")
        for text in ("The CPO decided on my recommendation", "I decided not to join", "They decided without me")
    ),
    *(
        Case("value-in-hours", True, text, field, at, f"“{at}” is about you, not about what the client gets.")
        for text, field, at in (
            ("Gives me a regular reason to join", "benefit", "Gives me a regular reason to join"),
            ("My days would be fewer", "ignored", "My days would be fewer"),
        )
    ),
    *(
        Case("value-in-hours", False, text, field)
        for text, field in (
            ("Gives the VP one number for the board", "benefit"),
            ("Your PMs stay in the role of ticket writers", "ignored"),
        )
    ),
    Case(
        "toolkit-says-none",
        True,
        _LATE,
        "moment",
        message=f"“{_LATE}” gives feedback when nothing can be changed by it any more.",
    ),
    Case("toolkit-says-none", False, "In each session, and a summary at the final review", "moment"),
    Case(
        "deliverable-without-end",
        True,
        "as soon as the calendar allows",
        "timeline",
        message="“as soon as the calendar allows” is no time by which anybody could see that this is done.",
    ),
    Case("deliverable-without-end", False, "two weeks after the kick-off", "timeline"),
    Case(
        "deliverable-without-end",
        True,
        "In January: a note to the sponsor",
        "quick win",
        "In January",
        "“In January” is not this week, and a quick win is.",
    ),
)

CASES = (*STEPS, *OVER_HEADS, *CHORES, *DELIVERY, *LEANING)
