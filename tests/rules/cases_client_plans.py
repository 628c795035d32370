"""Cases of rules about what is planned with a client, and sold to them: output, effort, and a coach who stays."""

from __future__ import annotations

from tests.rules.cases import ASSESSMENT_FRONT, PLAN_FRONT, PROPOSAL_FRONT, Case

_WITH = f"{ASSESSMENT_FRONT}## Repositioning Plan\n\n### Conversation to Have\n\n**With**: {{}}\n"
_METRIC = f"{PLAN_FRONT}## Success Metrics\n\n| Metric | Baseline | Target |\n|---|---|---|\n| {{}} | 4 | 8 |\n"
_SCOPE = f"{PROPOSAL_FRONT}## Proposed Strategic Engagement\n\n### Scope\n\n- {{}}\n- The price of the second plan\n"
_FEE = f"{PROPOSAL_FRONT}## Investment\n\n### Proposed\n\n- Total: €8,000 a month\n\n### ROI\n\n{{}}\n"

_COUNTS = "“{}” counts output, and no outcome."
_OUTPUT, _TAKEN = "“{}” is output, and no outcome.", "“{}” tells how it was taken, and no outcome."
OUTPUT = [
    *(
        Case("contribution-without-outcome", True, text, field, text, message.format(text))
        for text, field, message in (
            ("Four more tickets per sprint", "benefit", _OUTPUT),
            ("Faster specs", "benefit", _OUTPUT),
            ("A nicer deck for the steering", "benefit", _OUTPUT),
            ("Specs a week earlier", "benefit", _OUTPUT),
            ("The launch is on schedule", "benefit", _OUTPUT),
            ("All features were shipped", "business impact", _OUTPUT),
            ("Everyone enjoyed the session", "business impact", _TAKEN),
            ("The VP was very grateful", "business impact", _TAKEN),
            ("PRDs of higher quality", "benefit", _OUTPUT),
            ("The squad trusts me", "business impact", _TAKEN),
            ("A big success", "business impact", _TAKEN),
            ("It went well and made a good impression", "business impact", _TAKEN),
        )
    ),
    *(
        Case("contribution-without-outcome", False, text, field)
        for text, field in (
            ("Fewer specs that nobody reads", "benefit"),
            ("Features without a business case are not built", "benefit"),
            ("One roadmap that sales sells from as well", "benefit"),
            ("Ships on time, because two items were dropped", "benefit"),
            ("30% fewer support tickets", "benefit"),
            ("Everyone enjoyed it, and the CFO cut the second plan", "business impact"),
            ("The VP was sceptical and asked for the figures", "business impact"),
            ("The second vendor was not hired", "business impact"),
            ("Refunds no longer need a ticket", "benefit"),
            ("The board was happy to stop the second squad", "business impact"),
        )
    ),
    *(
        Case("contribution-without-outcome", True, _METRIC.format(text), at=text, message=_COUNTS.format(text))
        for text in ("Number of trainings given", "Slides produced", "Count of mails sent", "Releases per quarter")
    ),
    *(
        Case("contribution-without-outcome", False, _METRIC.format(text))
        for text in ("Requests questioned", "Tickets with a business reason", "Features dropped before build")
    ),
]

_DELIVERY = "“{}” is delivery, and no decision, direction or capability."
ADDED = [
    *(
        Case("low-value-deliverable", True, _SCOPE.format(text), at=text, message=_DELIVERY.format(text))
        for text in (
            "Grooming the backlog of the mobile squad",
            "Test cases and release notes for the app",
            "Sit in the status call and keep its minutes",
            "Daily coordination of the three squads",
        )
    ),
    *(
        Case("low-value-deliverable", False, _SCOPE.format(text))
        for text in (
            "Preparing the price decision with coo-01",
            "No more specs from 1 December",
            "Specs for checkout: pm-31, from January",
            "Handing the backlog over to pm-32",
            "Criteria by which the squad accepts tickets",
        )
    ),
    Case("low-value-deliverable", False, "Strategy\n\nOut of scope:\n\n- User stories for the app", "scope"),
    Case(
        "low-value-deliverable",
        True,
        "Answer the open tickets - demonstrates capability",
        "quick win",
        message="“Answer the open tickets” is a piece of delivery, and shifts nothing.",
    ),
]

_TURN = "“The work is worth €9k a month. By shifting it, {}”"
_PUT_IN = "“{}” is what you put in, not what the client gets."
HOURS = [
    *(
        Case("value-in-hours", True, _TURN.format(text), "proposition", at, _PUT_IN.format(at))
        for text, at in (
            ("I would charge €170 an hour.", "charge"),
            ("you get 25 hours a week.", "25 hours"),
            ("it would be €900 a day.", "€900 a day"),
        )
    ),
    *(
        Case("value-in-hours", False, _TURN.format(text), "proposition")
        for text in (
            "I can help you avoid €14,000 a month in waiting time.",
            "the squad saves 30 hours a week.",
            "every hour of downtime that is avoided saves €2,000.",
        )
    ),
]

_FAR = "“{}” is not this week, and a quick win is."
LATE = [
    *(
        Case("deliverable-without-end", True, f"{text} - shifts it towards strategy", "quick win", at, _FAR.format(at))
        for text, at in (
            ("In March, take pm-31 along to the board", "In March"),
            ("Next quarter I will set up a review", "Next quarter"),
            ("Over the next six months build trust with the board", "Over the next six months"),
        )
    ),
    *(
        Case("deliverable-without-end", False, f"{text} - shifts it towards strategy", "quick win")
        for text in (
            "Send the sponsor one page on the March renewals",
            "Bring one question for the next quarter to the review on Friday",
            "In refinement, ask for the reason of each item",
        )
    ),
]

_PAST = "“{}” passes over somebody whose matter it is."
_OVER = "“{}” is nobody in particular."
TALKS = [
    *(
        Case("step-left-open", True, _WITH.format(text), at=text, message=_OVER.format(text))
        for text in (
            "somebody from management",
            "leadership",
            "the right people",
            "one of the directors",
            "not sure yet",
        )
    ),
    *(
        Case("step-left-open", False, _WITH.format(text))
        for text in (
            "cpo-01",
            "the VP Product, on Friday",
            "Head of Digital",
            "the management team's chief of staff",
            "Priya Rao of the client",
        )
    ),
    *(
        Case("goes-over-a-head", True, _WITH.format(text), at=at, message=_PAST.format(at))
        for text, at in (
            ("the CEO directly, without cpo-01", "the CEO directly, without cpo-01"),
            ("the CFO, skipping the VP", "skipping the VP"),
        )
    ),
    Case("goes-over-a-head", False, _WITH.format("the CEO, with cpo-01 in the room")),
]

_NEEDED = "“{}” makes the client need you more, not less."
STAYING = [
    *(
        Case("makes-itself-needed", True, text, field, at, _NEEDED.format(at))
        for text, field, at in (
            ("Weekly appointment with the coach", "habit", "with the coach"),
            ("Show me the roadmap on Fridays", "habit", "Show me"),
            ("Gets my feedback before each talk", "criterion", "my feedback"),
            ("Half an hour of coaching each Friday", "habit", "hour of coaching"),
            ("Sends me the page for the board", "criterion", "Sends me"),
            ("I chair the review for as long as you need it", "scope", "I chair the review for as long as"),
            ("I write what goes to the board", "scope", "I write what goes"),
            ("pm-31 sends me each ticket and I rewrite it", "session practice", "and I rewrite it"),
            ("Own the backlog of the squad - shows ownership", "quick win", "Own the backlog"),
            (
                "Take over the chair of refinement - shifts it towards decisions instead of meetings",
                "quick win",
                "Take over the chair of refinement",
            ),
        )
    ),
    *(
        Case("makes-itself-needed", False, text, field)
        for text, field in (
            ("Weekly reflection; with me until December, then alone", "habit"),
            ("Monthly check-in with cpo-01 on what was decided", "habit"),
            ("Has led three reviews without me", "criterion"),
            ("pm-31 reads each ticket aloud and I ask whom it is for", "session practice"),
            ("Has run one coaching session for the new PM", "criterion"),
            ("Coaches others on strategic thinking", "criterion"),
            ("Each Friday: one thing that I did not do, and why", "habit"),
            ("Leads the review and tells me afterwards how it went", "criterion"),
            ("I chair the first two reviews, pm-31 the next ones", "scope"),
            ("Show pm-31 how to run a daily in ten minutes - builds capability", "quick win"),
        )
    ),
]

_BY_TIME = "“{}” is met by time alone, and says nothing of what the PM can do."
CALENDAR = [
    *(
        Case("graduation-by-the-calendar", True, text, "criterion", text, _BY_TIME.format(text))
        for text in ("Ten weeks are over", "After three months of coaching", "The contract ends in February")
    ),
    *(
        Case("graduation-by-the-calendar", False, text, "criterion")
        for text in ("Three updates in a row without edits", "Keeps the ranking for a whole quarter")
    ),
]

PRACTICE = [
    *(
        Case(
            "rep-length",
            True,
            text,
            "session practice",
            at,
            f"“{at}” is more practice than there is room for beside the work.",
        )
        for text, at in (
            ("A full day a week in the call centre", "A full day a week"),
            ("Every Monday she keeps the whole day free", "Every Monday she keeps the whole day"),
            ("Six hours per week of market research", "Six hours per week"),
            ("Go through all 120 items each week", "through all 120 items"),
        )
    ),
    *(
        Case("rep-length", False, text, "session practice")
        for text in (
            "One day in November with a driver, once",
            "15 minutes on Friday",
            "One request a week declined with the reason",
            "For every feature, ask why it matters",
        )
    ),
]

FEES = [
    Case(
        "sum-off",
        True,
        _FEE.format("Five months, August to December. The fee is €45,000 in all."),
        at="€45,000",
        message="The total is €45,000, but 5 months at €8,000 are €40,000.",
    ),
    Case(
        "sum-off",
        True,
        _FEE.format("€8,000 a month: €44,000 for five months."),
        at="€44,000",
        message="The total is €44,000, but 5 months at €8,000 are €40,000.",
    ),
    *(
        Case("sum-off", False, _FEE.format(text))
        for text in (
            "Five months, August to December. The fee is €40,000 in all. It pays back in two months.",
            "The engagement costs €40,000 for five months.",
            "The fee is €45,000 in all, in five months, expenses of €5,000 included.",
            "It saves €45,000 in five months.",
        )
    ),
]

_WIN = f"{PROPOSAL_FRONT}## Recommendation\n\n{{}}\n"
_ABOUT_YOU = "“{}” is about you, not about what the client gets."
ARGUED = [
    *(
        Case("value-in-hours", True, _TURN.format(text), "proposition", at, _ABOUT_YOU.format(at))
        for text, at in (
            ("your team decides alone; my other clients pay more.", "my other clients"),
            ("your team decides alone, which keeps my utilisation up.", "my utilisation"),
        )
    ),
    Case("value-in-hours", False, _TURN.format("your other clients get one price."), "proposition"),
    Case(
        "recommendation-without-reason",
        True,
        _WIN.format("Both can be done, and I go along with whatever suits you."),
        at="whatever suits you",
        message="“whatever suits you” recommends nothing.",
    ),
    Case(
        "makes-itself-needed",
        True,
        "coach-2 sits in on intake and declines the requests",
        "session practice",
        "coach-2 sits in on intake and declines the requests",
        _NEEDED.format("coach-2 sits in on intake and declines the requests"),
    ),
    Case("makes-itself-needed", False, "Decline one request a week; I sit in and listen", "session practice"),
]

CASES = [*ARGUED, *OUTPUT, *ADDED, *HOURS, *LATE, *TALKS, *STAYING, *CALENDAR, *PRACTICE, *FEES]
