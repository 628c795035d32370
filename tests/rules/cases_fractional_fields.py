"""Cases of rules that are asked of the fields of documents for clients, beside those of the packs."""

from __future__ import annotations

from tests.rules.cases import PLAN_FRONT, PROPOSAL_FRONT, Case

_NEEDED = "“{}” makes the client need you more, not less."
NEEDED = [
    *(
        Case("makes-itself-needed", True, text, field, words, _NEEDED.format(words))
        for text, field, words in (
            ("I take the supplier calls off her desk", "help", "I take the supplier calls off her desk"),
            ("I handle the COO for pm-31", "help", "I handle the COO for pm-31"),
            ("I draft the update in her name", "help", "I draft the update in her name"),
            ("All requests go through me", "help", "All requests go through me"),
            ("Requests go to me, I hand them on", "habit", "Requests go to me"),
            ("Guide for framing: stays with me", "framework", "stays with me"),
            ("They will need me daily well into next year", "later", "need me daily"),
            ("I stay embedded for 30 hours a week", "later", "I stay embedded"),
        )
    ),
    *(
        Case("makes-itself-needed", False, text, field)
        for text, field in (
            ("I read the first three, pm-31 the rest", "help"),
            ("I decide nothing; pm-31 brings options", "help"),
            ("I take over no requests any more", "help"),
            ("I draft a template for her to fill in", "help"),
            ("Requests go to the board first, pm-31 asks why", "habit"),
            ("Template, stays with the team", "framework"),
            ("Nobody needs me every day", "later"),
            ("One check-in a month, they no longer need me weekly", "later"),
        )
    ),
]

_TOOK, _BOOKED = "“{}” takes the order {} and shifts nothing.", "“{}” is booked as strategic, and takes the order {}."
_PRDS, _STANDUPS = "“Write PRDs”", "“Run standups”"
_PURPOSE = (
    f"{PROPOSAL_FRONT}## Proposed Strategic Engagement\n\n### Deliverables\n\n"
    "| Deliverable | Purpose | Timeline |\n|---|---|---|\n| PRDs for checkout | {} | 2026-10-16 |\n"
)
_LOGGED = (
    "---\ntype: event-log\n---\n\n| Date | Event | Type of work |\n|---|---|---|\n| 2026-11-02 | {} | Strategic |\n"
)
ORDERS = [
    *(
        Case(
            "low-value-deliverable",
            True,
            _PURPOSE.format(text),
            at="PRDs for checkout",
            message="“PRDs for checkout” takes the order “Write PRDs” and no more.",
        )
        for text in ("A strategic basis for the squad", "Strategic value")
    ),
    Case("low-value-deliverable", False, _PURPOSE.format("The strategic choice of the first flow")),
    Case("low-value-deliverable", False, _PURPOSE.format("The strategy of the board in the product")),
    *(
        Case("low-value-deliverable", True, f"{lead}{text} – {claim}", "quick win", "", _TOOK.format(text, need))
        for lead, text, claim, need in (
            ("Tue 24 Nov: ", "clear the 12 open tickets", "shifts it towards strategic delivery", _PRDS),
            ("", "Finish the acceptance-criteria for the export", "demonstrates strategic value", _PRDS),
            ("On Friday: ", "facilitate the sprint planning", "shows strategic support", _STANDUPS),
        )
    ),
    *(
        Case("low-value-deliverable", False, text, "quick win")
        for text in (
            "Hand the standups over to pm-31 – demonstrates capability building",
            "Close the two tickets that nobody needs – demonstrates saying no",
            "Write the PRD for checkout as options for the VP – shifts it towards decisions",
            "Tickets: pm-31 writes them",
            "Write tickets: never again",
        )
    ),
    *(
        Case("low-value-deliverable", True, _LOGGED.format(text), at=text, message=_BOOKED.format(text, need))
        for text, need in (("Wrote 14 tickets for the export", _PRDS), ("Facilitated standups", _STANDUPS))
    ),
    *(
        Case("low-value-deliverable", False, _LOGGED.format(text))
        for text in ("Wrote the options note on pricing", "Roadmap talk with the CPO", "Stopped the rewrite")
    ),
]

_NO_TIME = "“{}” is no time at which anybody could see that this is done."
TIMES = [
    *(
        Case("deliverable-without-end", True, text, field, words, _NO_TIME.format(words))
        for text, field, words in (
            ("**At some point:** somebody else writes the minutes", "quick win", "At some point"),
            ("Look at the renewals when there is time – shows outcomes", "quick win", "when there is time"),
            ("Strategic reflection from time to time", "habit", "from time to time"),
            ("Once in a while, a look at LATER", "habit", "Once in a while"),
        )
    ),
    *(
        Case("deliverable-without-end", False, text, field)
        for text, field in (
            ("Ask the VP whether we could at some point skip the weekly", "quick win"),
            ("Ask in each refinement what can be done later", "quick win"),
            ("Says when there is time for a request and when not", "habit"),
            ("Asks why whenever a request comes in", "habit"),
        )
    ),
    *(
        Case(
            "deliverable-without-end",
            True,
            text,
            "timeline",
            message=f"“{text}” is no time by which anybody could see that this is done.",
        )
        for text in ("soon after the start", "in the coming months", "as soon as we can", "when time allows")
    ),
    *(
        Case("deliverable-without-end", False, text, "timeline")
        for text in (
            "soon after the board of 9 December",
            "with the first review",
            "in the next two weeks",
            "At kick-off",
        )
    ),
]

_OUTPUT = "“{}” is output, and no outcome."
_RISES = (
    f"{PLAN_FRONT}## Success Metrics\n\n"
    "| Metric | Baseline | Target | Timeframe |\n|---|---|---|---|\n| {} | 9 weeks |\n"
)
OUTCOMES = [
    *(
        Case("contribution-without-outcome", True, text, "business impact", message=_OUTPUT.format(text))
        for text in ("9 specs and 20 tickets finished", "6 workshops held", "Wrote 14 tickets and 3 specs")
    ),
    *(
        Case("contribution-without-outcome", False, text, "business impact")
        for text in (
            "8 specs dropped, 30 tickets not built",
            "12 PRDs written by pm-31 alone",
            "30 tickets fewer a month",
        )
    ),
    Case(
        "contribution-without-outcome",
        True,
        "Better alignment and more synergy",
        "benefit",
        "Better alignment and more synergy",
        "“Better alignment and more synergy” is no outcome that the client could find in their business.",
    ),
    Case("contribution-without-outcome", False, "Better alignment of two plans: one list instead of two", "benefit"),
    Case("contribution-without-outcome", False, "Sales knows what to promise", "benefit"),
    *(
        Case(
            "contribution-without-outcome",
            True,
            _RISES.format(f"{text} | 30 | 40"),
            at=text,
            message=f"“{text}” counts output, and no outcome.",
        )
        for text in ("Story points delivered per sprint", "Number of PRDs written", "Velocity")
    ),
    *(
        Case("contribution-without-outcome", False, _RISES.format(row))
        for row in ("Tickets closed per week | 14 | 5", "PRDs finished without me | 0 | 3", "Features stopped | 0 | 3")
    ),
]

_OWN = "“{}” is about you, not about what the client gets."
GAINS = [
    *(
        Case("value-in-hours", True, text, field, words, _OWN.format(words))
        for text, field, words in (
            ("Secures my 16 hours a week until summer", "benefit", "Secures my 16 hours"),
            ("More strategic work for me", "benefit", "More strategic work for me"),
            ("My contract would end in March", "ignored", "My contract would end"),
        )
    ),
    *(
        Case("value-in-hours", False, text, field)
        for text, field in (
            ("My hours go down to eight", "benefit"),
            ("The contract of the carrier is secured", "benefit"),
            ("Two hours a week of my time back", "benefit"),
            ("The contract with the carrier ends without a plan", "ignored"),
        )
    ),
]

_PERSON = "“{}” describes the person, not what they do."
TRAITS = [
    *(
        Case("personality-trait", True, text, "untapped", words, _PERSON.format(words))
        for text, words in (
            ("pm-31 is kind but too junior to ever do that.", "too junior"),
            ("Your PMs simply lack ambition.", "lack ambition"),
        )
    ),
    *(
        Case("personality-trait", False, text, "untapped")
        for text in ("The market is too cautious to buy a first release.", "pm-31 questions two of 22 requests.")
    ),
]

PRACTICE = [
    *(
        Case("stretch-beside-the-work", True, text, "session practice", "", f"“{text}” is no practice in real work.")
        for text in ("She reads a book on pricing and makes notes", "Watches two talks on strategy")
    ),
    *(
        Case("stretch-beside-the-work", False, text, "session practice")
        for text in ("Reads one board paper a week and marks the decision in it", "Books two customer calls")
    ),
]

_ABSENT = "There is no “{}” in this document."
_SESSIONS = (
    f"{PLAN_FRONT}## Coaching Interventions\n\n### Session 1: Reframing\n\n**Practice**: One spec a week\n\n"
    "### Session 2: Saying no\n\n**Practice**: {}\n"
)
_CHOICE = f"{PROPOSAL_FRONT}## The Opportunity\n\n{{}}\n\n## Recommendation\n\n{{}}, because it costs half.\n"
REFERENCES = [
    Case(
        "unknown-reference",
        True,
        _SESSIONS.format("The sheet of Session 3"),
        at="Session 3",
        message=_ABSENT.format("Session 3"),
    ),
    Case("unknown-reference", False, _SESSIONS.format("The sheet of Session 1")),
    Case("unknown-reference", False, _SESSIONS.format("The sheet, and if needed a Session 3")),
    Case(
        "unknown-reference",
        True,
        _CHOICE.format("Dealers phone.", "Take Option B"),
        at="Option B",
        message=_ABSENT.format("Option B"),
    ),
    Case("unknown-reference", False, _CHOICE.format("Option A is coaching, Option B is more.", "Take Option B")),
    Case("unknown-reference", False, _CHOICE.format("Dealers phone.", "Take Option B of the brief")),
    Case(
        "unknown-reference",
        True,
        _CHOICE.format("Dealers phone, see Appendix B.", "Go"),
        at="Appendix B",
        message=_ABSENT.format("Appendix B"),
    ),
    Case("unknown-reference", False, _CHOICE.format("Dealers phone, see Appendix B (sent by mail).", "Go")),
]

CASES = [*NEEDED, *ORDERS, *TIMES, *OUTCOMES, *GAINS, *TRAITS, *PRACTICE, *REFERENCES]
