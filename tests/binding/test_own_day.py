"""The year of days that do not say theirs, by the day that a document bears itself."""

from __future__ import annotations

import pytest

from tests.binding.reading import read

FRONT = "---\ntype: coaching-pack\npm: pm-07\n{}---\n\n# Pack\n\n"
STEPS = "{}## 7) Next\n\n### Next steps\n\n- pm-07: send the brief by 4 December\n- lead-02: read it by Jan 8\n"


def dues(front: str, above: str = "") -> list[str | None]:
    document = read(STEPS.format(above), FRONT.format(front))
    return [step.get("due") for step in document.data["closing"]["next_steps"]]


@pytest.mark.parametrize(
    "front",
    [
        "date: 27 Nov 2026\n",
        "last-updated: 2026-11-27\n",
        "lastReviewed: 2026/11/27\n",
        "Last change: 27.11.2026\n",
        "date_issued: November 27, 2026\n",
        "created: 2026-10-20\nupdated: 2026-11-27\n",
        "prepared_on: Fri 27 Nov 2026\n",
    ],
)
def test_by_the_front_matter(front: str) -> None:
    assert dues(front) == ["2026-12-04", "2027-01-08"]


@pytest.mark.parametrize(
    "above",
    [
        "Written 20 November 2026, updated on 27 November 2026.\n\n",
        "Draft 3, 27 Nov 2026 (the second was too short)\n\n",
        "Status: 2026-11-27\n\n",
        "last edit: Fri 27 Nov 2026\n\n",
        "**Last touched:** 27 Nov '26\n\n",
        "**Pack for pm-07 | by the CPO | 27-Nov-2026 | second draft**\n\n",
        "lead-02 · 27 November 2026 · for two readers\n\n",
        "- date: 27.11.2026\n\n",
        "Author: lead-02 (Munich) Version: 0.3 Date: 27.11.2026\n\n",
        "From 2026-08-20 on we met often, on 2026-11-04 and 2026-11-18 as well, until 2027-03-20.\n\n",
        "Money lasts until 2027. We met on Tue Nov 17, Thu Nov 26 and will again on Fri, 15 January.\n\n",
        "On 2026-10-14 pm-07 spoke once, on 2026-11-04 twice, and on 2026-11-18 not at all.\n\n",
    ],
)
def test_by_the_days_in_the_text(above: str) -> None:
    assert dues("", above) == ["2026-12-04", "2027-01-08"]


@pytest.mark.parametrize(
    ("front", "above"),
    [
        ("", ""),
        ("next-review: 2026-12-17\n", ""),
        ("joined-date: 2024-02-01\n", ""),
        ("created: 2025-10-20\nupdated: 2026-11-27\n", ""),
        ("", "Reorganised on 2024-03-01.\n\n"),
        ("", "The draft of 2024-03-01 was thrown away.\n\n"),
        ("", "Reorganised on 2024-03-01, and again on 2026-03-01.\n\n"),
        ("", "Came as a PM on 2024-03-01 | from Support\n\n"),
        ("", "Start date: 2024-03-01, as a PM\n\n"),
        ("", "From 2026-01-20 on we met often, on 2026-11-04 and 2026-11-18 as well.\n\n"),
        ("", "We met on Tue Nov 17, Thu Nov 26 and will again on Fri, 15 January.\n\n"),
        ("", "Money lasts until 2027. We met on Tue Nov 17 and Thu Nov 26.\n\n"),
        ("", "Money lasts until 2027. We met on Tue Nov 17, Wed Nov 26 and will again on Fri 15 Jan.\n\n"),
        ("", "Not in 2020, nor in 2026. We met on Tue Nov 17, Thu Nov 26 and will again on Fri 15 Jan.\n\n"),
        ("", "Money lasts until 2031. We met on Tue Nov 17, Thu Nov 26 and will again on Fri 15 Jan.\n\n"),
    ],
)
def test_a_year_that_nothing_tells_is_not_guessed(front: str, above: str) -> None:
    assert dues(front, above) == [None, None]


def test_the_first_day_of_the_cycle_comes_first() -> None:
    assert dues("start: 2025-11-03\nweeks: 8\nupdated: 2026-11-27\n") == ["2025-12-04", "2026-01-08"]


@pytest.mark.parametrize(
    ("title", "start"),
    [
        ("KD: coaching pack, Nov–Jan 26/27", "2026-11-02"),
        ("Coaching pack, November 2026 to January 2027", "2026-11-02"),
        ("Coaching pack, Nov-Jan 2027", "2026-11-02"),
        ("Coaching pack for Q4 2026", "2026-11-02"),
        ("Coaching pack, Nov–Jan", None),
        ("Coaching pack, Nov–Jan 26/28", None),
        ("Coaching pack 2026", None),
    ],
)
def test_by_the_months_in_the_title(title: str, start: str | None) -> None:
    document = read("", f"---\ntype: coaching-pack\npm: pm-07\nfrom: Nov 2\nto: Jan 8\nweeks: 8\n---\n\n# {title}\n\n")
    assert document.data.get("start") == start
    assert document.data.get("end") == (start and "2027-01-08")
