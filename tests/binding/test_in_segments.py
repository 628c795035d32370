"""Trackers and reviews in items of which each part tells one thing; reps in stages; weeks off in plans."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.breaks import says_break
from tests.binding.reading import read

FOLLOWED = "## 6) Follow-up Tracker + Review Plan\n\n"
PLAN = "## 4) Development Plan\n\n### Bet 1: Frame first\n\n"
CADENCE = "## 5) Coaching Cadence + Session Toolkit\n\n"


def followed(name: str, *items: str) -> list[dict[str, Any]]:
    body = f"{FOLLOWED}- {name}\n" + "".join(f"  - {item}\n" for item in items)
    found: list[dict[str, Any]] = read(body).data.get("follow_up", {}).get(name.lower(), [])
    return found


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (
            "Two sets of notes: pm-07, Fri 16 Oct, evidence: notes",
            {"date": "2026-10-16", "done": "Two sets of notes", "owner": "pm-07", "evidence": "notes"},
        ),
        (
            "Triage sheet, first ten: pm-07, Fri 16 Oct, evidence: sheet, marks",
            {"date": "2026-10-16", "done": "Triage sheet, first ten", "owner": "pm-07", "evidence": "sheet, marks"},
        ),
        ("Brief 1 – lead-02 – by 4 Nov", {"date": "2026-11-04", "done": "Brief 1", "owner": "lead-02"}),
        (
            "Read access (lead-02, due 4 Nov, Bet 1)",
            {"date": "2026-11-04", "bet": "Bet 1", "done": "Read access", "owner": "lead-02"},
        ),
        ("Brief 2: pm-07, 6 Nov, done", {"date": "2026-11-06", "done": "Brief 2", "status": "done", "owner": "pm-07"}),
    ],
)
def test_a_row_of_the_tracker_in_one_line(item: str, told: dict[str, str]) -> None:
    rows = followed("Tracker", item, "Map: pm-07, 20 Nov, evidence: map")
    assert rows[0] == told
    assert rows[1]["done"] == "Map"


@pytest.mark.parametrize(
    "item",
    [
        "pm-07 was late with the notes",
        "Notes: pm-07, when there is time, evidence: notes",
        "Notes: 16 Oct, and more of them from the visits",
    ],
)
def test_what_has_a_part_that_tells_nothing_is_none(item: str) -> None:
    assert followed("Tracker", item, "Map: pm-07, 20 Nov, evidence: map") == []


REVIEWS = "- Checkpoints\n"


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (
            "Middle, end of week 4, Fri 30 October: notes and drafts",
            {"week": 4, "date": "2026-10-30", "review": "Middle", "evidence": "notes and drafts"},
        ),
        ("Middle – Fri 30 Oct: notes", {"date": "2026-10-30", "review": "Middle", "evidence": "notes"}),
        (
            "**Mid review:** Fri 30 Oct. Base: notes",
            {"date": "2026-10-30", "review": "Mid review", "evidence": "notes"},
        ),
        ("**Mid review:** Fri 30 Oct", {"date": "2026-10-30", "review": "Mid review"}),
    ],
)
def test_a_review_with_its_day_behind_its_name(item: str, told: dict[str, Any]) -> None:
    last = item.replace("30 Oct", "27 Nov").replace("week 4", "week 8").replace("Mid", "Closing")
    body = (
        f"{FOLLOWED}- Checkpoints\n  - {item}\n  - {last}\n" if "**" not in item else f"{FOLLOWED}- {item}\n- {last}\n"
    )
    assert read(body).data["follow_up"]["reviews"][0] == told


def test_reviews_in_sentences_that_begin_with_their_days() -> None:
    line = "**Checkpoints:** Fri 30 October (middle): both briefs, reps kept. Wed 25 November (final): all signals.\n"
    reviews = read(FOLLOWED + line).data["follow_up"]["reviews"]
    assert [review["date"] for review in reviews] == ["2026-10-30", "2026-11-25"]


def test_a_sentence_with_a_colon_is_no_review_with_a_day_behind_its_name() -> None:
    item = "Checkpoint 1, 30 October. If yes, the gap was the quota: raise the target"
    body = f"{FOLLOWED}### Checkpoints\n\n- {item}\n- {item.replace('1, 30 October', '2, 25 November')}\n"
    assert "evidence" not in read(body).data["follow_up"]["reviews"][0]


def test_what_is_looked_at_in_several_weeks() -> None:
    line = "- **Artifact points:** briefs in weeks 1, 3 and 5; page weeks 6 and 8\n"
    reviews = read(CADENCE + line).data["cadence"]["reviews"]
    assert [(one["artifact"], one["week"]) for one in reviews] == [
        *(("briefs", week) for week in (1, 3, 5)),
        *(("page", week) for week in (6, 8)),
    ]


@pytest.mark.parametrize(
    "rep",
    [
        "- **Weekly rep:** one page, 45 minutes, with sources. From week 5: name what decides.\n",
        "*Weekly rep (45 minutes).* One page with sources. From week 5: name what decides.\n",
        "**Weekly reps:** One page (45 min), then two lines. From week 5: name what decides (45 min)\n",
    ],
)
def test_a_rep_that_is_done_otherwise_from_a_week_on(rep: str) -> None:
    one, other = read(f"{PLAN}{rep}\n**Artifacts:** pages\n").data["plan"]["bets"][0]["reps"]
    assert (one["minutes"], other["minutes"]) == (45, 45)
    assert other["weeks"] == {"from": 5, "to": 8}
    assert other["rep"].startswith("name what decides")
    assert "week" not in one["rep"]


def test_stages_with_weeks_each() -> None:
    rep = "*Weekly rep (30 minutes).* Weeks 1 to 4: half a page. Weeks 5 to 8: the same, with an objection.\n"
    reps = read(f"{PLAN}{rep}\n*Artifacts.* Three pages.\n").data["plan"]["bets"][0]["reps"]
    assert [(rep["weeks"], rep["minutes"]) for rep in reps] == [
        ({"from": 1, "to": 4}, 30),
        ({"from": 5, "to": 8}, 30),
    ]


def test_a_week_in_the_midst_of_a_sentence_begins_no_stage() -> None:
    rep = "- **Weekly rep:** one page, 45 minutes; the one from week 5: is read by both of us.\n"
    assert len(read(PLAN + rep).data["plan"]["bets"][0]["reps"]) == 1


def test_two_weeks_that_follow_each_other_are_a_run() -> None:
    reps = "- Weekly reps\n  - Weeks 1 and 2: one 30-minute call\n  - Weeks 3 to 6: two calls (30 minutes)\n"
    found = read(f"## 4) Development Plan\n\n### Bet 1: Frame first\n\n{reps}").data["plan"]["bets"][0]["reps"]
    assert [rep["weeks"] for rep in found] == [{"from": 1, "to": 2}, {"from": 3, "to": 6}]


@pytest.mark.parametrize("off", ["Pause", "closed", "Holiday break", "no sessions"])
def test_a_week_off_is_nothing_that_is_practised(off: str) -> None:
    rows = f"| 1 | 5 Oct | Kick-off |\n| 2 | 12 Oct | First page |\n| – | 19 Oct | {off} |\n"
    rows += "| 3 | 26 Oct | Off to the field |\n"
    for head in ("Focus", "Main points"):
        table = f"### Timeline\n\n| Week | From | {head} |\n|---|---|---|\n{rows}"
        weeks = read(f"{PLAN}- **Weekly rep:** a page, 45 min\n\n{table}").data["plan"]["weeks"]
        assert [week["rep"] for week in weeks] == ["Kick-off", "First page", "Off to the field"]


@pytest.mark.parametrize(
    ("said", "is_off"), [("Week off", True), ("Both off", True), ("Kick off", False), ("Sign off", False)]
)
def test_what_is_kicked_or_signed_off_is_no_break(said: str, is_off: bool) -> None:
    assert says_break(said) is is_off


def test_the_first_days_of_weeks_are_no_column_for_a_bet() -> None:
    vision = (
        "## 3) Shared Vision\n\n### Bet A: write it down\n\n- Why: a\n\n### Bet B: start from the job\n\n- Why: b\n\n"
    )
    table = "| Week | From | A | B |\n|---|---|---|---|\n| 1 | 5 Oct | page | call |\n| – | 12 Oct | off | off |\n"
    weeks = read(f"{vision}## 4) Development Plan\n\n{table}| 2 | 19 Oct | page | call |\n").data["plan"]["weeks"]
    assert [(week["bet"], week["rep"]) for week in weeks] == [("A", "page"), ("B", "call")] * 2


WEEKS = "- Weeks\n  - 1, from 5 Oct: kick-off\n  - 2, from 12 Oct: first page\n  - 3, from 19 Oct: second page\n"


@pytest.mark.parametrize("weeks", [WEEKS, "- timeline\n  - w1: kick-off\n  - w2: first page\n  - w3: second page\n"])
def test_weeks_in_an_item_that_names_them(weeks: str) -> None:
    bets = "".join(f"- **Bet {bet}**\n  - Weekly rep: one page, 45 min\n  - Artifacts: pages\n" for bet in "AB")
    plan = read(f"## 4) Plan\n\n{bets}{weeks}").data["plan"]
    assert [week["rep"] for week in plan["weeks"]] == ["kick-off", "first page", "second page"]
    assert [bet["artifacts"] for bet in plan["bets"]] == [["pages"], ["pages"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("**Note rubric:** 1 = no source; 2 = one source\n", "1 = no source; 2 = one source"),
        (
            "### Review rubric\n\n| 1 | no source |\n|---|---|\n| 2 | one |\n",
            "| 1 | no source |\n|---|---|\n| 2 | one |",
        ),
        ("- Scale for notes\n  - 1: no source\n  - 2: one\n", "- 1: no source\n  - 2: one"),
        (
            "Progress is judged by both of us:\n\n- 1, no source\n- 2, one\n",
            "Progress is judged by both of us:\n\n- 1, no source\n- 2, one",
        ),
    ],
)
def test_a_rubric_says_how_progress_is_judged(text: str, told: str) -> None:
    assert read(FOLLOWED + text).data["follow_up"]["judged"] == told


def test_reviews_behind_the_table_of_a_scale_are_none_of_it() -> None:
    table = "**Scale**\n\n| 1 | no source |\n|---|---|\n| 2 | one |\n\n"
    items = "- **Mid review:** Fri 30 Oct. Base: notes\n- **Closing review:** Wed 25 Nov. Base: all\n"
    found = read(FOLLOWED + table + items).data["follow_up"]
    assert [one["review"] for one in found["reviews"]] == ["Mid review", "Closing review"]
    assert "Mid review" not in found["judged"]


@pytest.mark.parametrize(
    "line",
    [
        "*Northwind, Search. Prepared by coach-4 (service lead) for the cycle 5 October to 27 November 2026.*\n",
        "Written by coach-4 on 23 September 2026, for eight weeks.\n",
    ],
)
def test_who_wrote_a_pack_coaches(line: str) -> None:
    document = read(
        f"# Coaching pack: pm-07, Search\n\n{line}\n## 1) Definition of “Good PM”\n\n- Writes it down\n", ""
    )
    assert document.data["coach"] == "coach-4"


def test_what_a_coach_is_goes_on_with_what_the_coach_does() -> None:
    front = "---\ntype: coaching-pack\ncoach: coach-2, head of product, manages pm-07 since August\n---\n"
    assert read("", front).data["coach"] == "coach-2"


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("pm-07 can spend 2.5 h a week", 150),
        ("pm-07: about 2 hours a week, out of the rota", 120),
        ("pm-08 has 2 h a week", None),
        ("gpm-01 (group PM), 2 h per week", None),
    ],
)
def test_the_time_that_the_pm_has_each_week(line: str, minutes: int | None) -> None:
    found = read(f"## Context snapshot\n\n- Time we have\n  - {line}\n").data.get("context", {})
    assert found.get("time_budget") == minutes


def test_what_is_to_be_reached_by_a_review_and_what_was_changed() -> None:
    table = "| Checkpoint | Date | Evidence | Target | Adjustment |\n|---|---|---|---|---|\n"
    row = "| Midpoint | 30 Oct 2026 | Briefs 1 to 3 | 2 of 3 with a claim | Rep cut to half a page |\n"
    reviews = read(f"{FOLLOWED}### Review plan\n\n{table}{row}").data["follow_up"]["reviews"]
    assert reviews == [
        {
            "date": "2026-10-30",
            "review": "Midpoint",
            "evidence": "Briefs 1 to 3",
            "target": "2 of 3 with a claim",
            "decision": "Rep cut to half a page",
        }
    ]


@pytest.mark.parametrize(
    ("item", "review"),
    [
        (
            "Review point: page two, 8 Jan",
            {"date": "2027-01-08", "review": "page two"},
        ),
        ("Final review: Thu 28 Jan", {"date": "2027-01-28", "review": "Final review"}),
    ],
)
def test_what_is_reviewed_stands_behind_the_label_unless_that_is_a_day(item: str, review: dict[str, Any]) -> None:
    found = read(f"{FOLLOWED}### Review plan\n\n- {item}\n- Close: all pages, 29 Jan\n").data["follow_up"]
    assert found["reviews"][0] == review


@pytest.mark.parametrize(
    "text",
    [
        f"{FOLLOWED}### Review plan\n\n- Middle{' ' * 20_000}x, 8 Jan: a, b\n- End, 9 Jan: a, b\n",
        f"{CADENCE}- **Artifact review points:** pages {',' * 20_000} weeks x\n",
        f"{CADENCE}{'pm-07 has 2 h a week, ' * 500}\n",
    ],
)
def test_runs_of_signs_are_read_in_one_go(text: str) -> None:
    assert read(text).data["type"] == "coaching-pack"
