"""When something happens, as people write it: months of an engagement, months of the calendar, days."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.registry import Context, Unreadable, read_value


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("0–3 months", {"from": 0, "to": 3}),
        ("0-3 mo", {"from": 0, "to": 3}),
        ("(3–6 mo)", {"from": 3, "to": 6}),
        ("6+ months", {"from": 6}),
        ("month 4", {"from": 4, "to": 4}),
        ("Weeks 1–4", {"from": 0, "to": 1}),
        ("week 6", {"from": 1, "to": 2}),
        ("W1-W13", {"from": 0, "to": 3}),
        ("first 30 days", {"from": 0, "to": 1}),
        ("within 90 days", {"from": 0, "to": 3}),
        ("first 6 weeks", {"from": 0, "to": 2}),
        ("Day 60", {"from": 0, "to": 2}),
        ("June 2026", {"from": "2026-06-01", "to": "2026-06-30"}),
        ("by Feb 2028", {"from": "2028-02-01", "to": "2028-02-29"}),
        ("2026-06", {"from": "2026-06-01", "to": "2026-06-30"}),
        ("March–May 2026", {"from": "2026-03-01", "to": "2026-05-31"}),
        ("Mar-May 2026", {"from": "2026-03-01", "to": "2026-05-31"}),
        ("November 2026 to January 2027", {"from": "2026-11-01", "to": "2027-01-31"}),
        ("Q3 2026", {"from": "2026-07-01", "to": "2026-09-30"}),
        ("Sep–Nov 26", {"from": "2026-09-01", "to": "2026-11-30"}),
        ("Dec 26–Feb 27", {"from": "2026-12-01", "to": "2027-02-28"}),
        ("Dec–Feb 2027", {"from": "2026-12-01", "to": "2027-02-28"}),
        ("Q4 '26", {"from": "2026-10-01", "to": "2026-12-31"}),
        ("2026 Q4", {"from": "2026-10-01", "to": "2026-12-31"}),
        ("2026-06-15", "2026-06-15"),
        ("by 15 June 2026", "2026-06-15"),
        ("2026-03-02 – 2026-05-31", {"from": "2026-03-02", "to": "2026-05-31"}),
        ("2 Oct 2026 to 7 Nov 2026", {"from": "2026-10-02", "to": "2026-11-07"}),
        ("2–7 Oct 2026", "2026-10-02"),
        ("from July 2027", {"from": "2027-07-01"}),
        ("July 2027 onward", {"from": "2027-07-01"}),
        ("Q3 2026 and beyond", {"from": "2026-07-01"}),
        ("from 15 June 2026", {"from": "2026-06-15"}),
        ("from June 2026 to Aug 2026", {"from": "2026-06-01", "to": "2026-08-31"}),
    ],
)
def test_months_and_days_are_read(text: str, when: Any) -> None:
    assert read_value("when", text, Context()) == when


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        ("soon", "unreadable-value", "“soon” does not say when."),
        ("3", "unreadable-value", "“3” does not say when."),
        ("Weeks 4–3", "unreadable-value", "“Weeks 4–3” runs backwards."),
        ("Sprint 3", "unreadable-value", "“Sprint 3” does not say when."),
        ("June", "unreadable-value", "“June” does not say the year."),
        ("03/04/2026", "unreadable-value", "“03/04/2026” could be 3 April or 4 March."),
        ("May 2026 – March 2026", "unreadable-value", "“May 2026 – March 2026” runs backwards."),
        ("2026-13", "impossible-date", "“2026-13” is no time: there is no month 13."),
        ("2026-02-30", "impossible-date", "“2026-02-30” is no date: February 2026 has 28 days."),
    ],
)
def test_what_is_no_time_is_told(text: str, rule: str, message: str) -> None:
    with pytest.raises(Unreadable) as told:
        read_value("when", text, Context())
    assert (told.value.rule, told.value.message) == (rule, message)
