"""What a cycle of the autumn (5 October to 29 November 2026) is to reach, and is due when it is over."""

from __future__ import annotations

from tests.rules.cases import Case

_GOAL, _SIGNAL, _WORK = "goal of the autumn", "signal of the autumn", "work of the autumn"


def _late(text: str, at: str, field: str) -> Case:
    return Case("due-after-cycle", True, text, field, at, f"“{at}” is after the cycle, which ends on 2026-11-29.")


LATE = (
    _late("The PM prices every wish by summer, and by March 2027 without help", "March 2027", _GOAL),
    _late("Briefs are read once and decided, no later than 15 January 2027", "15 January 2027", _GOAL),
    _late("In Q2 2027 the PM leads the round of wishes alone", "Q2 2027", _GOAL),
    _late(
        "By the end of the first quarter of 2027 each wish has its price", "the end of the first quarter of 2027", _GOAL
    ),
    _late("Until mid-January the PM writes the brief and shows it", "mid-January", _GOAL),
    _late("The first wish is dropped on 12 January 2027", "12 January 2027", _SIGNAL),
    _late("Returns fall below 3 % by the end of June 2027", "the end of June 2027", _SIGNAL),
    _late("Sales asks for the brief unasked in February 2027", "February 2027", _SIGNAL),
    _late("Nine of ten wishes have a price by 2027-03-31", "2027-03-31", _SIGNAL),
    _late("The field team writes its own frames in Q2", "Q2", _SIGNAL),
    _late("Brief on wishes: draft 6 November, final 11 December", "11 December", _WORK),
    _late("Price list, due Fri 8 January 2027", "Fri 8 January 2027", _WORK),
)
IN_TIME = {
    _GOAL: (
        "By the end of November 2026 each wish has its price",
        "By 27 November the PM leads the round, before the budget of March 2027 is set",
        "Prices every wish for the round of January 2027",
        "By 11 December 2026 the PM has led two rounds",
        "Ahead of the fair of February 2027 the PM drops what nobody asked for",
        "By week 8 the PM shows what the plan until June 2027 leaves out",
    ),
    _SIGNAL: (
        "The plan for Q1 2027 is decided at first reading",
        "The brief names what would have to be true by June 2027",
        "Two wishes are dropped from the launch in March 2027",
        "The brief for the fair on 12 January is read by 20 November",
        "Sales signs the list that is valid from January 2027",
        "Looks again after the cycle, in February 2027: are there still prices?",
        "Wishes are told apart by whether they matter in 2027",
    ),
    _WORK: (
        "Brief on wishes: draft 6 November, final 27 November",
        "Brief for the board of 14 January 2027",
        "Price list, due 1 December 2026",
        "Log of the launch, handed in on 4 January 2027 after the cycle",
    ),
}

CASES = (*LATE, *(Case("due-after-cycle", False, text, field) for field, texts in IN_TIME.items() for text in texts))
