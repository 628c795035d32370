"""What gaps rest on: what somebody thinks or has heard, and what can be looked up."""

from __future__ import annotations

from tests.rules.cases import Case


def _opinion(text: str, told: str = "") -> Case:
    message = f"The gap in “Strategy” rests on an opinion: “{told or text}”."
    return Case("gap-without-evidence", True, text, "claim", text, message)


OPINIONS = (
    _opinion("Seems unsure and is not assertive enough"),
    _opinion("Tends to lose the thread when it gets hard"),
    _opinion("Does not think about what to retire"),
    _opinion("Can't let go of details"),
    _opinion("Rarely says no"),
    _opinion("Has a hard time with figures"),
    _opinion("The PM mostly follows the loudest voice"),
    _opinion("Avoids conflict with engineers"),
    _opinion("People have the impression that the last one wins"),
    _opinion("It is felt that the roadmap changes too fast"),
    _opinion("Known across the company for late answers"),
    _opinion("Word is that she avoids conflict"),
    _opinion("Commonly mentioned around the office"),
    _opinion("Apparently he does this a lot"),
    _opinion("The general view is that she jumps to solutions"),
    _opinion("Engineers are said to be frustrated"),
    _opinion("No example at hand, but it is clear to all"),
    _opinion("Anyone can confirm"),
)
SEEN = (
    "explains it (v), does not do it (iv)",
    "Did not think about what to retire when the outage hit",
    "Skips the section on cost, see the Bulk Override case",
    "Names the solution in the first line",
    "Does not name an owner in the risk list",
    "Leaves the reason blank in the tickets",
    "Has no frame for Bulk Override",
    "People in the survey say that plans change",
    "Everyone in the October retro says that plans change",
    "Colleagues say “we hear of it from customers”",
    "The thread on the risk tier stops at positions",
    "Stakeholders were asked after the decision",
    "Not seen yet, to be looked at in December",
    "Order of items on the board is that of arrival",
    "Commonly used template left blank in all briefs",
    "Apparently a one-off: brief of 3 March has no goal",
    "Rumour page for the launch was edited without a decision",
    "The general manager's request of May was accepted without questions",
)


def _hearsay(text: str, words: str = "", field: str = "observation") -> Case:
    told = words or text
    return Case("claim-on-hearsay", True, text, field, told, f"“{told}” backs nothing that anybody could look up.")


def _unkept(text: str) -> Case:
    return Case("claim-on-hearsay", True, text, "documentation", text, f"“{text}” is in nobody's files.")


HEARSAY = (
    _hearsay("Generally known"),
    _hearsay("General impression so far", "General impression"),
    _hearsay("Everybody at Tailspin knows that they ship late", "Everybody at Tailspin knows", "untapped"),
    _hearsay("It is well known in the industry that dealers switch", "It is well known", "untapped"),
    _hearsay("Nobody doubts that the portal is slow", "Nobody doubts", "untapped"),
    _hearsay("A weak spot, as in most companies of this size", "as in most companies"),
    _hearsay("Takes it as it is, no concrete example yet", "no concrete example yet"),
    _hearsay("One often hears that sales promises features", "One often hears"),
    _hearsay("My gut feeling after the first weeks", "My gut feeling"),
    _hearsay("As we all know, requests are never questioned", "As we all know"),
    _hearsay("The PMs are said to be reactive", "are said to", "untapped"),
    _hearsay("Obviously they lack business sense", "Obviously"),
    _unkept("Will be noticed in daily work"),
    _unkept("I know the story and will tell it"),
    _unkept("Will be written up when needed"),
    _unkept("Written down when there is time"),
    _unkept("Oral consent of the COO"),
    _unkept("Spoken, by the COO"),
    _unkept("In my head"),
    _unkept("Only said in passing"),
    _unkept("Nothing in writing so far"),
    *(
        Case("claim-on-hearsay", False, text, field)
        for text, field in (
            ("Everybody who called in May was asked why: 31 of 50 named deliveries", "untapped"),
            ("Nobody at Tailspin owns the renewal number", "untapped"),
            ("All PMs know the metric but none reports it", "untapped"),
            ("Everyone knows their own number", "observation"),
            ("Everyone knows what the bet is", "observation"),
            ("Anyone can say stop", "untapped"),
            ("Obviously wrong estimates stay in the plan", "untapped"),
            ("The metric is well understood in both teams", "observation"),
            ("It is well known from the survey that deliveries are late", "untapped"),
            ("Everybody says “we ship late”", "untapped"),
            ("Assumption: everyone agrees that the roadmap is too full", "untapped"),
            ("It is not generally known that the form has two pages", "untapped"),
            ("Most teams release twice a month; this one once a quarter", "untapped"),
            ("I learned of it in the corridor from a tester", "observation"),
            ("The first impression test has not been run", "untapped"),
            ("Everybody sees her as a strategist", "criterion"),
            ("No case so far reached legal", "observation"),
            ("No cases noted by support came from dealers", "observation"),
            ("Written up in the event log when needed", "documentation"),
            ("Recorded when the call ends", "documentation"),
            ("Documented once the release is out", "documentation"),
            ("Spoken feedback of the director after the council", "documentation"),
            ("Verbal praise left out, mail of the COO", "documentation"),
            ("I write it up by 4 December", "documentation"),
            ("Dashboard, monthly export", "documentation"),
            ("None", "documentation"),
        )
    ),
)

STRENGTHS = (
    *(
        Case(
            "gap-without-evidence",
            True,
            text,
            "strength's evidence",
            text,
            f"The strength in “Data use” rests on nothing seen: “{text}”.",
        )
        for text in ("No work sample seen yet", "No evidence yet", "Nothing seen so far", "not seen yet")
    ),
    *(
        Case("gap-without-evidence", False, text, "strength's evidence")
        for text in ("No decision without figures since May", "Nothing to add in the review of 3 May", "Note on churn")
    ),
)

CASES = (*OPINIONS, *HEARSAY, *STRENGTHS, *(Case("gap-without-evidence", False, text, "claim") for text in SEEN))
