"""Days in running text: of evidence, of reviews told in one line, of next steps; the weeks of a cycle with a break."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.registry import Context, Unreadable, read_value, said_by
from tests.binding.reading import FRONT, read

CYCLE = Context(start="2026-11-30", weeks=10)
WINTER = FRONT.replace("2026-10-05", "2026-11-30").replace("weeks: 8", "weeks: 10")


def part(body: str, name: str) -> Any:
    document = read(body, WINTER)
    assert document.offences == {}
    return document.data[name]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "18.12. (two memos), 15.01. (outline), 29.01. (log)",
            [("2026-12-18", "two memos"), ("2027-01-15", "outline")],
        ),
        ("12-16 (two memos), 01-13 (outline), 01-25 (log)", [("2026-12-16", "two memos"), ("2027-01-13", "outline")]),
        (
            "Outline (January 8) → Draft (January 15) → Memo (January 22)",
            [("2027-01-08", "Outline"), ("2027-01-15", "Draft")],
        ),
    ],
)
def test_reviews_in_one_line_have_a_day_each(line: str, expected: list[tuple[str, str]]) -> None:
    found = part(f"## 5) Coaching Cadence\n\n**Artifact review points:** {line}\n", "cadence")["reviews"]
    assert len(found) == 3
    assert [(review["date"], review["artifact"]) for review in found[:2]] == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("26.11.2026, 14:00: pm-07 and the lead read it", {"due": "2026-11-26", "step": "pm-07 and the lead read it"}),
        ("until 04.12.2026: the plan is checked", {"due": "2026-12-04", "step": "the plan is checked"}),
        (
            "`lead-02` shares the pack by Thursday, 26 November 2026.",
            {"due": "2026-11-26", "step": "`lead-02` shares the pack", "owner": "lead-02"},
        ),
        (
            "pm-31 sends it, due on Thursday, 26 November 2026",
            {"due": "2026-11-26", "step": "pm-31 sends it", "owner": "pm-31"},
        ),
        (
            "First session on Tuesday, 1 December 2026, with the May memo",
            {"due": "2026-12-01", "step": "First session on Tuesday, 1 December 2026, with the May memo"},
        ),
        ("Read the memo of 12 May 2026 again", {"step": "Read the memo of 12 May 2026 again"}),
    ],
)
def test_steps_tell_their_day_and_who_does_them(item: str, expected: dict[str, str]) -> None:
    assert part(f"## 7) Next steps\n\n### Next steps\n\n- {item}\n", "closing")["next_steps"] == [expected]


LEVELS = "## 2) Current Assessment\n\n| Competency | Current | Evidence |\n|---|---|---|\n"


def test_what_was_seen_tells_its_only_day() -> None:
    body = f"""{LEVELS}| Costing | Apply | B1: no range; B2 |
| Hiring | Know | B3 |

### What it rests on

- **B1** – Concept “Tiers” of 12.05.2026 (38 pages)
- **B2** – Visit to the depot on 22.09.2026, I sat in the back
- **B3** – Talks of 01.09.2026 and of 04.09.2026, both short
"""
    found = part(body, "assessment")["evidence"]
    assert [entry.get("date") for entry in found] == ["2026-05-12", "2026-09-22", None]
    assert found[0]["evidence"] == "Concept “Tiers” of 12.05.2026 (38 pages)"


@pytest.mark.parametrize(
    ("entry", "seen_on"),
    [
        ("Read-out on fees, 2 Sep: 14 working days after the end", "2026-09-02"),
        ("Minutes of Wed 9 Sep: no owner for two of five", "2026-09-09"),
        ("Fair in Leeds, 14–18 Sep: three interviews", "2026-09-14"),
        ("Brief for the launch on 12 Dec: no number in it", None),  # what lies ahead was not seen then
        ("Brief on fees: the launch of 2 Sep is no reason", None),
        ("Three calls of 2 Sep and 4 Sep, all short", None),
    ],
)
def test_what_was_seen_tells_its_day_in_front(entry: str, seen_on: str | None) -> None:
    body = f"## 2) Current Assessment\n\n### Evidence log\n\n- E1 – {entry}\n"
    found = read(body).data["assessment"]["evidence"]
    assert found == [{"id": "E1", **({"date": seen_on} if seen_on else {}), "evidence": entry}]


@pytest.mark.parametrize("intro", ["I rely on three things, marked E1–E3.", "**Raw material**", "### What I went by"])
def test_a_list_of_ids_that_levels_name_is_the_evidence_whatever_stands_above(intro: str) -> None:
    log = "- **E1** Pricing paper\n- **E2** Call with the depot\n- **E3** Note of the lead\n"
    body = f"## 2) Current Assessment\n\n{intro}\n\n{log}\n{LEVELS[26:]}| Costing | Apply | E1: no range; E3 |\n"
    found = part(body, "assessment")["evidence"]
    assert [(entry["id"], entry["evidence"]) for entry in found][:2] == [
        ("E1", "Pricing paper"),
        ("E2", "Call with the depot"),
    ]


def test_ids_may_be_in_small_letters() -> None:
    log = "- e1 – Pricing paper\n- e2: Call with the depot\n- e-mail of the lead\n"
    found = part(f"{LEVELS}| Costing | Apply | no range (e1) |\n\n### Evidence log\n\n{log}", "assessment")
    assert [entry.get("id") for entry in found["evidence"]] == ["e1", "e2", None]


def test_a_list_of_ids_that_nothing_names_is_no_evidence() -> None:
    body = f"{LEVELS}| Costing | Apply | the May memo |\n\n### Rooms\n\n- R1 the small one\n- R2 the large one\n"
    assert "evidence" not in part(body, "assessment")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18.–22.01.2027", "2027-01-18"),
        ("18. - 22.1.2027", "2027-01-18"),
        ("18.–22.01.", "2027-01-18"),
        ("18–22 Jan 2027", "2027-01-18"),
    ],
)
def test_several_days_of_a_month_count_from_the_first(text: str, expected: str) -> None:
    assert read_value("date", text, CYCLE) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("February 5; mid-point January 8.", 10),
        ("05.02.2027, intermediate 18.12.2026", 10),
        ("January 29 (check 18 December)", 9),
        ("29 Jan, first note 18 Dec", 9),
        ("29 January, all plans since week 2 count", 9),
    ],
)
def test_a_timeframe_ends_on_its_day_and_not_on_the_way(text: str, last: int) -> None:
    assert read_value("timeframe", text, CYCLE) == {"from": 1, "to": last}


@pytest.mark.parametrize("text", ["15 Jan, final 29 Jan", "15 Jan, extended to 29 Jan", "15 Jan; the end is 29 Jan"])
def test_a_timeframe_with_a_later_day_behind_is_none(text: str) -> None:
    with pytest.raises(Unreadable):
        read_value("timeframe", text, CYCLE)


def test_any_number_of_days_on_the_way_is_no_timeframe_and_no_crash() -> None:
    for text in ("; mid 1" * 2000, f"{'(mid1' * 2000};"):
        with pytest.raises(Unreadable):
            read_value("timeframe", text, CYCLE)


def test_two_days_of_which_none_is_on_the_way_are_no_timeframe() -> None:
    assert said_by("timeframe", "memo February 5; talk January 8", CYCLE) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30.11.2026 – 05.02.2027, 10 weeks, of them 8 active (KW 49–51, KW 1–5)", ("2027-02-05", 8)),
        ("30.11.2026 – 19.02.2027 (12 calendar weeks, KW 49 – KW 07, of that 10 working weeks)", ("2027-02-19", 10)),
        ("30 Nov 2026 – 5 Feb 2027, ten weeks, of which two are off", ("2027-02-05", 10)),
        ("30 Nov 2026 – 5 Feb 2027, 10 weeks (of which 1 review week)", ("2027-02-05", 10)),
        ("10 weeks (8 working weeks), 30 Nov 2026 to 5 Feb 2027", ("2027-02-05", 8)),
    ],
)
def test_a_cycle_ends_on_the_day_that_is_written_and_counts_no_weeks_off(text: str, expected: tuple[str, int]) -> None:
    told = read_value("cycle", text, Context())
    assert (told["end"], told["weeks"]) == expected


def test_weeks_of_a_plan_are_those_of_their_days_under_any_short_word() -> None:
    rows = "| 1 | Nov 30 | sheet | call |\n| – | Dec 21, 28 | none | none |\n| 2 | Jan 4 | sheet | call |\n"
    body = f"## 4) Plan\n\n### Timeline\n\n| Week | Of | Bet A | Bet B |\n|---|---|---|---|\n{rows}"
    weeks = part(body, "plan")["weeks"]
    assert [(week["weeks"]["from"], week["bet"]) for week in weeks] == [
        (1, "Bet A"),
        (1, "Bet B"),
        (6, "Bet A"),
        (6, "Bet B"),
    ]
