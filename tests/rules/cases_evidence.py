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
)
SEEN = (
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
)

CASES = (*OPINIONS, *(Case("gap-without-evidence", False, text, "claim") for text in SEEN))
