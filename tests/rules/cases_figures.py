"""Figures that disagree with those beside them, and such as only look so."""

from __future__ import annotations

from tests.rules.cases import Case

_RULE = "figures-disagree"


def _share(text: str, at: str, made: str, field: str = "evidence") -> Case:
    return Case(_RULE, True, text, field, at, f"“{at}”: {made}.")


def _parts(text: str, at: str, added: int, whole: str) -> Case:
    return Case(_RULE, True, text, "evidence", at, f"These parts add up to {added}, and they are parts of {whole}.")


CASES = (
    _share("40 % (6 of 20 briefs)", "40 % (6 of 20", "6 of 20 make 30 %"),
    _share("Asked in 3 of 8 meetings (50%)", "3 of 8 meetings (50%)", "3 of 8 make 38 %"),
    _share("Seven of ten frames (50 per cent)", "Seven of ten frames (50 per cent)", "Seven of ten make 70 %"),
    _share("14 of 31 items, or 30 %, name a user", "14 of 31 items, or 30 %", "14 of 31 make 45 %"),
    _share("About a quarter of the updates (8 of 14)", "About a quarter of the updates (8 of 14)", "8 of 14 make 57 %"),
    _share("More than 50 % (6 of 20)", "50 % (6 of 20)", "6 of 20 make 30 %"),
    _share("One quarter (8 of 14)", "One quarter (8 of 14)", "8 of 14 make 57 %"),
    _share("~ 25 % (8 of 14)", "~ 25 % (8 of 14)", "8 of 14 make 57 %"),
    _share("Two thirds of them (4 of 12)", "Two thirds of them (4 of 12)", "4 of 12 make 33 %"),
    _share("5/24 = 33 %", "5/24 = 33 %", "5 of 24 make 21 %", "measure"),
    _parts(
        "Of the 22 requests, 12 came from risk (55 %), 8 from sales and 5 from support.",
        "12 came from risk (55 %), 8 from sales and 5 from support",
        25,
        "22",
    ),
    _parts("Out of 16 briefs 9 were declined, 5 held, 4 left", "9 were declined, 5 held, 4 left", 18, "16"),
    *(
        Case(_RULE, False, text, "evidence")
        for text in (
            "30 % (6 of 20 briefs)",
            "38 % (3 of 8)",
            "About a third (4 of 11)",
            "Half of them (7 of 15)",
            "At least 80 % (9 of 10)",
            "60 % → 80 % (3 of 5 so far)",
            "Target 50 % (today 3 of 12)",
            "40 % of revenue (3 of 12 customers)",
            "15 % (10/12)",
            "Quarter 2 of 4 (25 %)",
            "Half a day (2 of 3 weeks)",
            "In 5 of 8 weeks, 20 % more",
            "Of the 22 requests, 12 came from risk, 8 from sales and 2 from support.",
            "Of 12 briefs, 9 name a cost, 5 a user and 3 a date.",
            "Of 16 sessions, 9 were on both topics, 6 on one and 4 on the other",
            "Of the 3 bets, 1 framing, 2 sizing, 3 writing",
            "Of 20 tickets, 12 were late and 10 unclear",
            "Of 20 requests, 9 were from sales, 8 late and 6 about prices.",
            "Of 20 specs, 12 reviewed, 9 rewritten and 3 returned.",
            "Of 20 briefs, 12 with a cost, 9 with a user and 3 with a date.",
            "Margin 30 % or 3 of 12 deals",
            "More than half (6 of 8)",
            "More than 50 % (6 of 8)",
            "Fewer than 10 % (2 of 40)",
            "Between 20 % and 30 % (5 of 20)",
            "Reach grew 50 % (4 of 10 before, 6 of 10 now)",
            "First quarter (2 of 4 goals met)",
            "Next quarter (3 of 5 bets)",
            "The fifth (5 of 12) review names a cause",
        )
    ),
)
