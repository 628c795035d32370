"""Cases of the rules about fractional work: offers, prices, outcomes, and what a client can do alone afterwards."""

from __future__ import annotations

from tests.rules.cases import PROPOSAL_FRONT, Case

_PRDS, _STANDUPS = "“Write PRDs”", "“Run standups”"
_ROADMAP, _SUPPORT = "“Help with the roadmap”", "“We need PM support”"


def _order(text: str, need: str, field: str = "offer") -> Case:
    return Case("low-value-deliverable", True, text, field, message=f"“{text}” takes the order {need} and no more.")


ORDERS = [
    _order("PRDs for checkout and search", _PRDS),
    _order("12 PRDs", _PRDS),
    _order("User stories and acceptance criteria", _PRDS),
    _order("Feature specs", _PRDS),
    _order("Facilitation of daily stand-ups", _STANDUPS),
    _order("Sprint ceremonies", _STANDUPS),
    _order("Updated product roadmap for 2027", _ROADMAP),
    _order("Create a roadmap", _ROADMAP, "instead"),
    _order("Interim PM for the Search squad", _SUPPORT),
    _order("Backlog grooming", _SUPPORT),
    *(
        Case("low-value-deliverable", False, text, "offer")
        for text in (
            "Decision on the three bets for checkout",
            "Outcome roadmap",
            "PRDs written by pm-31, read by me",
            "PRD template",
            "Roadmap to self-sufficiency",
            "Roadmap that follows from the strategy",
            "Roadmap (criteria first)",
            "Standups run by the team's own PM",
            "PM career ladder",
            "Opportunity assessment",
            "Meeting-free Wednesdays",
            "Readout of the pilot",
        )
    ),
    Case("low-value-deliverable", False, "Coach pm-31 until standups run alone", "instead"),
]

_HOUR = "Strategic work is priced by the hour here, at {}."
PRICES = [
    Case("strategy-by-the-hour", True, "12 hours a week, €240/hour", "price", "€240/hour", _HOUR.format("€240")),
    Case("strategy-by-the-hour", True, "$180–220 per hour", "price", "$180–220 per hour", _HOUR.format("$180–220")),
    Case("strategy-by-the-hour", True, "Rate: €240 an hour", "price", "€240 an hour", _HOUR.format("€240")),
    Case(
        "strategy-by-the-hour",
        True,
        "£950 per day, two days a week",
        "price",
        "£950 per day",
        "Strategic work is priced by the day here, at £950.",
    ),
    Case(
        "strategy-by-the-hour",
        True,
        "€12,500 a month, billed by the hour",
        "price",
        "billed by the hour",
        "“billed by the hour” prices strategic work by time.",
    ),
    Case(
        "strategy-by-the-hour",
        True,
        "Time and materials, about €12,500 a month",
        "price",
        "Time and materials",
        "“Time and materials” prices strategic work by time.",
    ),
    *(
        Case("strategy-by-the-hour", False, text, "price")
        for text in (
            "12 hours/week, €240/hour, €12,480 a month",
            "€12,500 a month",
            "Fixed fee of €38,000 for the project",
            "€240/hour, capped at 12 hours a week",
            "A retainer, reckoned at €240/hour",
            "€12,500 a month, not billed by the hour",
            "A share of the savings",
        )
    ),
]


def _priced(deliverable: str, price: str) -> str:
    return (
        f"{PROPOSAL_FRONT}## Proposed Strategic Engagement\n\n### Deliverables\n\n"
        f"| Deliverable | Purpose | Timeline |\n|---|---|---|\n| {deliverable} | The squad can start | 2026-10-16 |\n\n"
        f"## Investment\n\n### Proposed\n\n- {price}\n"
    )


TACTICS = [
    *(
        Case(
            "tactics-by-value",
            True,
            _priced(deliverable, price),
            at=words,
            message=f"The price is “{words}”, and all that is delivered takes orders.",
        )
        for deliverable, price, words in (
            ("PRDs for checkout", "€14,000 a month, value-based", "value-based"),
            ("Product roadmap", "€14,000 a month on a value-based model", "value-based"),
            ("Standup facilitation", "€9,000 a month plus a success fee", "success fee"),
            ("Tickets", "Outcome-based: €14,000 a month", "Outcome-based"),
            ("Extra PM capacity", "€14,000 a month and a performance bonus", "performance bonus"),
        )
    ),
    *(
        Case("tactics-by-value", False, _priced(deliverable, price))
        for deliverable, price in (
            ("PRDs for checkout", "€120/hour"),
            ("PRDs for checkout", "€14,000 a month, not value-based"),
            ("Decision on the bets for checkout", "€14,000 a month, value-based"),
            ("PRDs for checkout | | |\n| Decision on the bets", "€14,000 a month, value-based"),
            ("Outcome roadmap", "€9,000 a month plus a success fee"),
            ("Strategy that the roadmap follows from", "A share of the savings"),
        )
    ),
]

_NO_COST = "“{}” does not say what it costs to do nothing."
IGNORED = [
    *(
        Case("nothing-if-ignored", True, text, "ignored", message=_NO_COST.format(text))
        for text in (
            "The status quo remains.",
            "Missed opportunity",
            "Nothing changes.",
            "Everything stays the same",
            "The opportunity is lost.",
            "No impact",
            "Business as usual continues.",
            "We lose the opportunity.",
        )
    ),
    *(
        Case("nothing-if-ignored", False, text, "ignored")
        for text in (
            "Two hospitals decide in March without a plan against no-shows.",
            "Missed opportunity of €1.2M a year",
            "Nothing changes until the renewal, and then it is too late.",
            "The status quo costs €90,948 a month.",
            "The relevance project ends like the recommender",
            "Everything stays as it is, and cfo-01 cuts the team in January.",
            "Competitors ship waitlists in the second quarter",
        )
    ),
]

_NOT_WHY = "The recommendation says what to do, and not why."
RECOMMENDATIONS = [
    *(
        Case("recommendation-without-reason", True, text, "recommendation", message=_NOT_WHY)
        for text in (
            "We recommend moving forward with the proposed strategic engagement.",
            "Approve the proposal and start on 1 October.",
            "I recommend approving the proposed engagement at €14,500/month starting in October.",
            "Start with the assessment for the first quarter, and decide in January whether to go on.",
            "Go with option B.",
            "Go with option B. Your PMs can own it by June.",
            "If you agree, we begin next week.",
        )
    ),
    *(
        Case("recommendation-without-reason", False, text, "recommendation")
        for text in (
            "Begin in October, because the renewals of the first quarter are decided by Christmas.",
            "Take option B. The problem is upstream of the specs, and your PMs can own it by June.",
            "Start with twelve weeks. That way the board has figures before it sets the budget.",
            "Approve it: €1.2M a year is at stake.",
            "Take option B. It costs half and leaves pm-31 able to go on alone.",
            "Keep the invoice and change what it buys. 48 hours are enough.",
            "Start now to reduce no-shows before the renewals.",
            "Say yes for one quarter; the return is twenty times the fee.",
        )
    ),
]

_NO_TIME = "“{}” is no time by which anybody could see that this is done."
TIMES = [
    *(
        Case("deliverable-without-end", True, text, "timeline", message=_NO_TIME.format(text))
        for text in ("Ongoing", "As needed", "ASAP", "On demand", "Later", "When required")
    ),
    *(
        Case("deliverable-without-end", False, text, "timeline")
        for text in (
            "Week 3",
            "Monthly until March",
            "Weeks 1–12",
            "2026-10-16",
            "End of November",
            "Ongoing until the board in March",
            "Q4 2026",
        )
    ),
]

_NO_OUTCOME = "“{}” is no outcome that the client could find in their business."
OUTCOMES = [
    *(
        Case("contribution-without-outcome", True, text, "business impact", words, _NO_OUTCOME.format(words))
        for text, words in (
            ("Better alignment across teams", "Better alignment"),
            ("Improved visibility for leadership", "Improved visibility"),
            ("Positive feedback from stakeholders", "Positive feedback"),
            ("The workshop was well received", "well received"),
            ("Leadership was very happy", "Leadership was very happy"),
            ("Delivered on time", "Delivered on time"),
            ("Presented to the board", "Presented to"),
            ("High impact", "High impact"),
        )
    ),
    *(
        Case("contribution-without-outcome", False, text, "business impact")
        for text in (
            "Two plans dropped, €40k not spent",
            "Stopped after four weeks instead of twelve",
            "Better alignment: three of eleven items stopped",
            "Not “better alignment” but a list that fits the people",
            "Claims at receivers' docks can be proven",
            "The renewal with shipper-01 was signed",
            "Churn in the pilot fell by half",
            "Presented to the board, which decided against the portal",
        )
    ),
]

_OUTCOMES = (
    f"{PROPOSAL_FRONT}## Proposed Strategic Engagement\n\n### Expected Outcomes\n\n"
    "| Outcome | Metric | Target |\n|---|---|---|\n| {} |\n"
)
EXPECTED = [
    *(
        Case("contribution-without-outcome", True, _OUTCOMES.format(row), at=at, message=_NO_OUTCOME.format(at))
        for row, at in (
            ("Better alignment | Happiness | up", "Better alignment"),
            ("Improved communication | Survey | higher", "Improved communication"),
        )
    ),
    *(
        Case("contribution-without-outcome", False, _OUTCOMES.format(row))
        for row in (
            "Better alignment | Decisions reopened | from 5 a quarter to 1",
            "Renewals kept | Net revenue retention | 104% by June 2027",
        )
    ),
]

_ENTRY = "This strategic entry says neither what was decided nor what it changed."
ENTRIES = [
    *(
        Case("strategic-entry-without-result", True, text, "entry", "Strategic", _ENTRY)
        for text in (
            "**What happened:** A good talk about where the portal is going.",
            "**Participants:** cpo-01, cto-01",
            "**Duration:** 60 min",
            "**Context:** The board wants to know by December.",
            "**Decisions:** none",
        )
    ),
    *(
        Case("strategic-entry-without-result", False, text, "entry")
        for text in (
            "**Decisions:** The rewrite is off.",
            "**Business impact:** 16 engineer-weeks not spent.",
            "**Action items:**\n\n- pm-31: price the sites, due 2026-06-30",
            "**Lessons:** Ask cco-01 first, alone.",
            "**Outcome:** cpo-01 takes the choice to the board.",
        )
    ),
]

_PUT_IN = "“{}” is what you put in, not what the client gets."
EFFORT = [
    *(
        Case("value-in-hours", True, text, field, words, _PUT_IN.format(words))
        for text, field, words in (
            ("12 hours a week of senior PM time", "gets", "hours a week of senior PM time"),
            ("Ten years of product experience", "gets", "years of product experience"),
            ("My availability, Tuesday to Thursday", "gets", "My availability"),
            ("Two more days from me each month", "gets", "more days from me"),
            ("By shifting to strategic advisory you get 40 hours of my time.", "proposition", "hours of my time"),
            ("The many hours I put in since June", "business impact", "hours I put in"),
            ("40 hours of workshops delivered", "business impact", "hours of workshops delivered"),
        )
    ),
    *(
        Case("value-in-hours", False, text, field)
        for text, field in (
            ("The roll-out decided, and two PMs who run the review", "gets"),
            ("Saves 20 hours a week of PM time", "gets"),
            ("15 hours a week come back to the squad", "gets"),
            ("The board decides in one hour instead of three", "gets"),
            (
                "Today it is worth €9,600: 80 hours of my time. As strategic advice it can bring you €14,000.",
                "proposition",
            ),
            ("Fewer hours of PM time lost in triage", "business impact"),
            ("3 days of user interviews led to two plans dropped", "business impact"),
        )
    ),
]

_NEEDED = "“{}” makes the client need you more, not less."
NEEDED = [
    *(
        Case("makes-itself-needed", True, text, field, words, _NEEDED.format(words))
        for text, field, words in (
            ("Check with me first before turning a request down", "session practice", "Check with me first"),
            ("Send each brief, and wait for my go-ahead", "session practice", "wait for my"),
            ("Ask me whenever a request seems odd", "habit", "Ask me whenever"),
            ("Decisions about scope go through me", "scope", "go through me"),
            ("I become your head of product", "scope", "I become your head of product"),
            ("An open-ended retainer for decisions of any kind", "scope", "open-ended retainer"),
            ("I remain the go-to for all three squads", "scope", "I remain the go-to"),
            ("I will own the product roadmap", "scope", "I will own the product roadmap"),
            ("I attend all leadership meetings", "scope", "I attend all leadership meetings"),
            ("Weekly call with me to check decisions", "habit", "call with me to check"),
            ("I maintain the roadmap weekly", "instead", "I maintain the roadmap"),
            ("pm-31 forwards difficult requests to me", "outcome", "forwards difficult requests to me"),
            (
                "I answer the ops director for pm-31",
                "session practice",
                "I answer the ops director for pm-31",
            ),
        )
    ),
    *(
        Case("makes-itself-needed", False, text, field)
        for text, field in (
            ("Turn one request down, and tell me afterwards what happened", "session practice"),
            ("Decides without my approval", "session practice"),
            ("Monthly call with me on what they decided", "habit"),
            ("I no longer run the roadmap", "scope"),
            ("pm-31 maintains the roadmap; I read it once a month", "instead"),
            ("Asks “why does this matter?” first", "habit"),
            ("Decisions about scope no longer go through me", "scope"),
            ("The bet review, which pm-31 chairs from its second time on", "scope"),
            ("Until March I do it with them; then they do it without me", "scope"),
            ("Nobody has to wait for me: pm-32 signs off", "scope"),
            ("I coach pm-31 until pm-31 owns the roadmap", "scope"),
            ("I leave the planning meetings, one after the other", "scope"),
        )
    ),
]


def _proposed(deliverable: str, more: str = "") -> str:
    return (
        f"{PROPOSAL_FRONT}## Proposed Strategic Engagement\n\n### Deliverables\n\n"
        f"| Deliverable | Purpose | Timeline |\n|---|---|---|\n| {deliverable} | One page for the board | Monthly |\n\n"
        f"{more}"
    )


_NOTHING_LEFT = "Nothing in this proposal says what the client will be able to do alone."
LEFT = [
    *(
        Case("nothing-stays-behind", True, _proposed(text, more), at="Deliverables", message=_NOTHING_LEFT)
        for text, more in (
            ("Decision brief", ""),
            ("Pricing strategy", "## Recommendation\n\nStart in October, because the board meets in December.\n"),
            ("PRDs for checkout", ""),
            ("Quarterly bets", "## Investment\n\n### Proposed\n\n- €12,500 a month\n"),
            ("No-show analysis", "### Scope\n\nThe business case, and nothing else.\n"),
            ("Quarterly strategy", "### Scope\n\nI own the decisions that are made without the product view.\n"),
        )
    ),
    *(
        Case("nothing-stays-behind", False, _proposed(text, more))
        for text, more in (
            ("Coaching for pm-31", ""),
            ("Decision brief; pm-31 writes the third one alone", ""),
            ("Handbook of the bet review", ""),
            ("Decision brief", "## Recommendation\n\nBy March the review runs without me.\n"),
            ("Decision brief and the template for the next ones", ""),
            ("Pricing strategy", "### Scope\n\npm-31 learns to run the next round.\n"),
            ("Pricing strategy", "### Scope\n\nFrom January pm-31 runs the round.\n"),
            ("Pricing strategy", "## Investment\n\n### Proposed\n\n- A squad that writes its own briefs\n"),
            ("Pricing strategy", "### Scope\n\nPricing, and a PM who can do the next round.\n"),
            ("Decision brief", "### Scope\n\nThe brief is handed to pm-31 over the quarter.\n"),
        )
    ),
]

CASES = [
    *ORDERS, *PRICES, *TACTICS, *IGNORED, *RECOMMENDATIONS, *TIMES, *OUTCOMES, *EXPECTED, *ENTRIES, *EFFORT,
    *NEEDED, *LEFT,
]  # fmt: skip
