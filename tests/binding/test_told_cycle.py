"""The cycle of a pack that tells it in its first lines, and what is no cycle."""

from __future__ import annotations

import pytest

from tests.binding.reading import read
from tests.linting import offences_of

FRONT = "---\ntype: coaching-pack\npm: pm-07\n{}---\n\n# Pack\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "This pack covers eight working weeks, from 30 November 2026 to 5 February 2027, with a break in between.",
        "- **Cycle:** 8 weeks, 2026-11-30 → 2027-02-05 (week of 12-21 off)",
        "**Window:** 30 November 2026 to 5 February 2027 (8 working weeks)",
        "It runs 30 Nov 2026 – 5 Feb 2027: 8 weeks and two off.",
        "It covers 30 November 2026 to 5 February 2027: eight weeks, with a pause from 21 December to 1 January.",
    ],
)
def test_a_cycle_in_the_first_lines(line: str) -> None:
    document = read(
        f"{line}\n\n## 7) Next\n\n### Next steps\n\n- pm-07: send the brief by 4 December\n", FRONT.format("")
    )
    told = {name: document.data.get(name) for name in ("start", "end", "weeks")}
    assert told == {"start": "2026-11-30", "end": "2027-02-05", "weeks": 8}
    place = document.text[slice(*document.values[("start",)])]
    assert place in line
    assert document.data["closing"]["next_steps"][0]["due"] == "2026-12-04"
    assert offences_of(document) == []


@pytest.mark.parametrize(
    "lines",
    [
        "pm-07 was a PM from 1 January 2024 to 30 November 2026, for 150 weeks.",
        "The review covers 30 November 2026 to 4 December 2026, less than a week.",
        "Cycle one: 8 weeks, 2026-10-05 → 2026-11-27\n\nCycle two: 8 weeks, 2026-11-30 → 2027-01-22",
        "On leave from 30 November 2026 to 5 February 2027.",
        "It covers 31 February 2026 to 5 May 2026, eight weeks.",
    ],
)
def test_what_is_no_cycle(lines: str) -> None:
    assert "start" not in read(f"{lines}\n", FRONT.format("")).data


def test_the_front_matter_comes_first() -> None:
    line = "This pack covers eight weeks, from 30 November 2026 to 5 February 2027.\n"
    data = read(line, FRONT.format("start: 2026-12-07\n")).data
    assert (data["start"], data.get("end")) == ("2026-12-07", None)


@pytest.mark.parametrize(
    "line",
    [
        "The coaching starts on Monday 11 January, once peak is behind us, and runs eight weeks until Friday 5 March.",
        "**TL;DR** Eight weeks, two bets. Start Jan 11, ending Mar 5.",
        "8 weeks from 11 January until 5 March 2027.",
        "Beginning 2027-01-11 (8 weeks), through 5 Mar.",
    ],
)
def test_weeks_that_begin_on_a_day(line: str) -> None:
    document = read(f"{line}\n", FRONT.format("date: 27 Nov 2026\n"))
    told = {name: document.data.get(name) for name in ("start", "weeks", "end")}
    assert told == {"start": "2027-01-11", "weeks": 8, "end": "2027-03-05"}


@pytest.mark.parametrize(
    "line",
    [
        "The new COO starts Jan 11.",
        "pm-07 started 1 September 2026 and has had eight weeks here.",
        "Start Monday, eight weeks.",
        "Eight weeks.\n\nThe committee begins on 11 January.",
        "Starts Tuesday 11 January, 8 weeks.",
    ],
)
def test_what_is_no_beginning(line: str) -> None:
    assert "start" not in read(f"{line}\n", FRONT.format("date: 27 Nov 2026\n")).data


@pytest.mark.parametrize("front", ["cycle: 2026-11-30 to 2027-02-05", "cycle_start: 2026-11-30\ncycle_end: 2027-02-05"])
@pytest.mark.parametrize(
    ("line", "weeks"),
    [
        ("| Timeframe | 30 Nov 2026 – 5 Feb 2027, 8 working weeks (no reps in the freeze) |", 8),
        ("The plan runs over eight working weeks: three in December, five from 4 January on.", 8),
        ("Eight weeks of work, and two off.", 8),
        ("A reply takes two working weeks.", 10),
        ("Nine working weeks for bet 1, eight working weeks for bet 2.", 10),
        ("It lasts eight weeks.", 10),
    ],
)
def test_the_weeks_of_a_cycle_are_those_of_work_where_days_alone_tell_how_long_it_is(
    front: str, line: str, weeks: int
) -> None:
    document = read(f"{line}\n", FRONT.format(f"{front}\n"))
    assert {name: document.data[name] for name in ("start", "weeks", "end")} == {
        "start": "2026-11-30",
        "weeks": weeks,
        "end": "2027-02-05",
    }
    assert (document.text[slice(*document.values[("weeks",)])] in line) is (weeks == 8)
