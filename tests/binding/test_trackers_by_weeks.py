"""Trackers that go by weeks, with columns of their author's own; what stands there instead of a day or a bet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.followed import days_silent, entries, running
from pmcoach_lint.generate.agenda import agenda_of, to_markdown
from pmcoach_lint.generate.tables import tables_of
from pmcoach_lint.readers.spells import is_spell
from pmcoach_lint.settings import Settings
from pmcoach_lint.site.trace import threads_of
from pmcoach_lint.standards import Standards
from pmcoach_lint.weekly.standing import Standing
from pmcoach_lint.workspace import Workspace
from tests.binding.reading import FRONT, read, told
from tests.linting import lint

BETS = """## 3) Shared Vision

| Bet | Competency | Why it matters | Success signals | Timeframe |
|---|---|---|---|---|
| Frame first | Framing | x | two briefs | Weeks 1–8 |
| Say no | Letting go | y | three refusals | Weeks 1–8 |

## 6) Follow-up Tracker + Review Plan

"""

WEEKS = """| Week | Interviews done | Ask in first 60 s | Notes |
|---|---|---|---|
| Baseline | 0 | no | from the recordings |
| 1 (5 Oct) | 2 | no | opened with the roadmap |
| 2 | 3 | yes | – |
| 3–4 | 1 | | |
| 5 | | | |
"""


def follow_up(table: str) -> dict[str, Any]:
    document = read(BETS + table)
    assert document.offences == {}
    found: dict[str, Any] = document.data["follow_up"]
    return found


def measures(**said: str) -> list[dict[str, str]]:
    return [{"measure": name.replace("_", " "), "value": value} for name, value in said.items()]


def test_the_columns_that_nothing_else_reads_are_measures() -> None:
    assert follow_up(WEEKS) == {
        "tracker": [
            {
                "done": "Baseline",
                "measures": measures(Interviews_done="0", Ask_in_first_60_s="no", Notes="from the recordings"),
            },
            {
                "week": 1,
                "measures": measures(Interviews_done="2", Ask_in_first_60_s="no", Notes="opened with the roadmap"),
            },
            {"week": 2, "measures": measures(Interviews_done="3", Ask_in_first_60_s="yes")},
            {"week": 4, "measures": measures(Interviews_done="1")},
            {"week": 5},
        ]
    }


def test_such_a_tracker_lacks_nothing() -> None:
    found = lint(FRONT + BETS + WEEKS, Settings(root=Path("/"), as_of=date(2026, 11, 9)))
    assert [one for one in found if one[2].startswith(("21:", "22:", "23:", "24:", "25:", "26:", "27:"))] == []
    assert not any("Tracker" in one[3] for one in found)


def test_each_measure_has_its_place() -> None:
    document = read(BETS + WEEKS)
    at = ("follow_up", "tracker", 1, "measures", 1)
    assert document.text[slice(*document.values[(*at, "value")])] == "no"
    assert document.text[slice(*document.values[(*at, "measure")])] == "Ask in first 60 s"


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (
            "| Wk of | Brief rung | Notes |\n|---|---|---|\n| 12 Oct | 3 | better |\n",
            {"date": "2026-10-12", "measures": measures(Brief_rung="3", Notes="better")},
        ),
        (
            "| W | Mon | B1 lvl | B2 lvl | Shown |\n|---|---|---|---|---|\n| W2 | 12 Oct | apply | know | two |\n",
            {"week": 2, "date": "2026-10-12", "measures": measures(B1_lvl="apply", B2_lvl="know", Shown="two")},
        ),
        (
            "| Week | Rep done | Calls | Status |\n|---|---|---|---|\n| Week 3 | one frame | 4 | on track |\n",
            {"week": 3, "done": "one frame", "status": "on track", "measures": measures(Calls="4")},
        ),
        (
            "| Date | Calls | Share of asks |\n|---|---|---|\n| 2026-10-16 | 4 | 1 of 3 |\n",
            {"date": "2026-10-16", "measures": measures(Calls="4", Share_of_asks="1 of 3")},
        ),
    ],
)
def test_weeks_and_days_are_written_in_many_ways(table: str, row: dict[str, Any]) -> None:
    assert follow_up(table)["tracker"] == [row]


@pytest.mark.parametrize(
    "table",
    [
        "| Week | Bet 1 | Bet 2 | Notes |\n|---|---|---|---|\n| 1 | Apply | Know | x |\n",
        "| Date | Review | Evidence | Decision |\n|---|---|---|---|\n| 2026-10-29 | Mid | two briefs | keep |\n",
        "| When | What we'll look at | Glad to see | What happened |\n|---|---|---|---|\n| 29 Oct | notes | x | y |\n",
        "| Date | Checkpoint | Bet 1 level | Bet 2 level | Status |\n|-|-|-|-|-|\n| 29 Oct | Mid | 2 | 3 | ok |\n",
    ],
)
def test_reviews_stay_reviews(table: str) -> None:
    found = read(BETS + table).data["follow_up"]
    assert "tracker" not in found
    assert len(found["reviews"]) == 1


def test_a_week_with_a_figure_in_it_is_a_row_that_was_kept() -> None:
    document = read(BETS + WEEKS)
    chain = Chain(Workspace([document], Standards(Settings(root=Path("/")))), document)
    assert [(entry.on.isoformat(), entry.row.bets) for entry in entries(chain)] == [
        ("2026-10-05", (0, 1)),
        ("2026-10-12", (0, 1)),
        ("2026-10-26", (0, 1)),
    ]
    cycle = running(chain, date(2026, 10, 30))
    assert cycle is not None
    assert days_silent(chain, cycle, date(2026, 10, 30)) == 4
    latest = Standing(chain, date(2026, 10, 30)).bets[0].row
    assert latest is not None
    assert latest.value["week"] == 4


def test_a_number_of_the_calendar_is_no_week_of_the_cycle() -> None:
    document = read(BETS + "| Week | Calls | Notes |\n|---|---|---|\n| 41 | 2 | x |\n")
    assert entries(Chain(Workspace([document], Standards(Settings(root=Path("/")))), document)) == []


@pytest.mark.parametrize(
    "said",
    [
        "01-04 on",
        "4 Jan onwards",
        "from Mon 4 Jan on",
        "4.1. and later",
        "weekly",
        "per change",
        "ongoing",
        "each Friday",
        "Fridays",
        "every 2nd week",
        "twice a month",
        "as needed",
        "–",
    ],
)
def test_what_comes_back_has_no_day(said: str) -> None:
    row = f"| Cards | 1 | {said} | open |\n| Memo | 2 | 16 Oct | open |\n"
    table = f"| Item | Bet | Due | Status |\n|---|---|---|---|\n{row}"
    rows = follow_up(table)["tracker"]
    assert rows[0] == {"bet": "1", "done": "Cards", "status": "open"}
    assert not any("Due" in one[3] or "Date" in one[3] for one in lint(FRONT + BETS + table, Settings(root=Path("/"))))


@pytest.mark.parametrize("said", ["soon", "2026-13-40", "16", "Friday", "every", "openly"])
def test_what_is_no_day_and_does_not_come_back_is_told(said: str) -> None:
    assert not is_spell(said)
    table = f"| Item | Bet | Due |\n|---|---|---|\n| Cards | 1 | {said} |\n"
    assert [text for _, text, _ in told(BETS + table)] == [said]


@pytest.mark.parametrize(
    ("said", "bets"),
    [
        ("one", [0]),
        ("two", [1]),
        ("Bet two", [1]),
        ("first", [0]),
        ("both", [0, 1]),
        ("1 & 2", [0, 1]),
        ("one and two", [0, 1]),
    ],
)
def test_a_bet_is_named_by_its_number_in_words(said: str, bets: list[int]) -> None:
    document = read(f"{BETS}| Date | Bet | Rep done |\n|---|---|---|\n| 2026-10-09 | {said} | one brief |\n")
    named = [one.targets for one in document.references if one.path[:2] == ("follow_up", "tracker")]
    assert named == [(("vision", "bets", number),) for number in bets]


def test_a_row_of_no_bet_may_say_so_by_a_dash() -> None:
    table = (
        "| Date | Bet | Rep done |\n|---|---|---|\n| 2026-10-09 | – | Self-assessment |\n| 2026-10-16 | 1 | Brief |\n"
    )
    found = lint(FRONT + BETS + table, Settings(root=Path("/"), as_of=date(2026, 10, 20)))
    assert not any("Bet" in one[3] and "empty" in one[3] for one in found)


@pytest.mark.parametrize(
    ("said", "status"), [("todo", "open"), ("Closed", "done"), ("Cancelled", "missed"), ("shipped", "done")]
)
def test_a_status_in_other_words(said: str, status: str) -> None:
    table = f"| To follow | Who | When | Status |\n|---|---|---|---|\n| Panel | lead-02 | 2026-10-09 | {said} |\n"
    (row,) = follow_up(table)["tracker"]
    assert row == {"date": "2026-10-09", "done": "Panel", "status": status, "owner": "lead-02"}


def test_a_table_of_measures_is_a_tracker_where_nothing_else_is() -> None:
    table = (
        "| Subject | Target | 27 Nov | Traffic light |\n|---|---|---|---|\n"
        "| Reviews without rewriting | 5 | 1 | yellow |\n| Growth goals | 3 | – | green |\n"
    )
    assert follow_up(table) == {
        "tracker": [
            {
                "done": "Reviews without rewriting",
                "status": "at risk",
                "measures": [{"measure": "Target", "value": "5"}, {"measure": "27 Nov", "value": "1"}],
            },
            {"done": "Growth goals", "status": "on track", "measures": [{"measure": "Target", "value": "3"}]},
        ]
    }
    found = lint(FRONT + BETS + table, Settings(root=Path("/"), as_of=date(2026, 10, 20)))
    assert not any("Tracker" in one[3] or "tracker" in one[3] for one in found)


@pytest.mark.parametrize("head", ["", "Checkpoint", "Look-in"])
def test_days_head_its_rows_under_any_name(head: str) -> None:
    rows = "| Baseline | 2 | 20 |\n| 26 Oct | 3 | 10 |\n| 9 Nov (mid) | | |\n| 23 Nov | | |\n"
    assert follow_up(f"| {head} | Scope level | Lag |\n|---|---|---|\n{rows}")["tracker"] == [
        {"done": "Baseline", "measures": measures(Scope_level="2", Lag="20")},
        {"date": "2026-10-26", "measures": measures(Scope_level="3", Lag="10")},
        {"date": "2026-11-09"},
        {"date": "2026-11-23"},
    ]
    table = f"| {head} | Scope level | Lag |\n|---|---|---|\n{rows}"
    found = lint(FRONT + BETS + table, Settings(root=Path("/"), as_of=date(2026, 10, 20)))
    assert not any("Tracker" in one[3] or "tracker" in one[3] for one in found)


def test_what_is_followed_up_is_ticked() -> None:
    items = "- [x] Oct 12 note 1 – shipped late\n- [x] 19 Oct 2026: note 2\n- [ ] Nov 2 note 3, deposits\n"
    assert follow_up(items)["tracker"] == [
        {"date": "2026-10-12", "done": "note 1 – shipped late", "status": "done"},
        {"date": "2026-10-19", "done": "note 2", "status": "done"},
        {"date": "2026-11-02", "done": "note 3, deposits", "status": "open"},
    ]


def test_weeks_with_their_day_head_rows() -> None:
    text = (
        "**Week 1 (5 Oct):** done\n- Map drafted\n- Brief 1 written\n\n"
        "**Week 2 · Mon 12 Oct** — Card. Call done.\n\n"
        "Week 3, 19 October\n- [ ] two talks\n- [ ] a record\n\n**How progress is judged:** by artifacts\n"
    )
    assert follow_up(text) == {
        "tracker": [
            {"date": "2026-10-05", "done": "- Map drafted\n- Brief 1 written", "status": "done"},
            {"date": "2026-10-12", "done": "Card. Call done."},
            {"date": "2026-10-19", "done": "- [ ] two talks\n- [ ] a record", "status": "open"},
        ],
        "judged": "by artifacts",
    }


def test_its_measures_are_exported_with_their_weeks_and_told_in_the_agenda() -> None:
    document = read(BETS + WEEKS)
    (table,) = [one for one in tables_of(document) if one.name == "measures"]
    assert [row for row in table.rows if row[3] == "Interviews done"][1:3] == [
        ("1", "", "", "Interviews done", "2"),
        ("2", "", "", "Interviews done", "3"),
    ]
    workspace = Workspace([document], Standards(Settings(root=Path("/"))))
    standing = Standing(Chain(workspace, document), date(2026, 10, 30))
    assert "is not rated (week 4). Interviews done: 1." in to_markdown(agenda_of(standing))
    assert [(log.day, log.done) for log in threads_of(standing)[0].log][3] == (date(2026, 10, 26), "Interviews done: 1")


REVIEWS = {
    "a day in bold under another name": "Check-ins:\n\n- **16 October:** two briefs\n- **20 November:** levels\n",
    "a word and a day": "- Mid review, 16 October: two briefs\n- Closing review 20 November (both): levels\n",
    "a checkpoint with its number": "- **Checkpoint 1, 16 October:** briefs\n- **Checkpoint 2, 20 November:** levels\n",
}


@pytest.mark.parametrize("text", REVIEWS.values(), ids=REVIEWS)
def test_reviews_stand_in_a_list_beside_a_tracker(text: str) -> None:
    table = "| Subject | Target | Now |\n|---|---|---|\n| Briefs | 5 | 1 |\n| Talks | 3 | 2 |\n"
    found = follow_up(f"{table}\n{text}")
    assert [review["date"] for review in found["reviews"]] == ["2026-10-16", "2026-11-20"]
    assert [row["done"] for row in found["tracker"]] == ["Briefs", "Talks"]


def test_other_items_with_a_day_are_no_reviews() -> None:
    found = read(f"{BETS}- Sales asked on 16 October for a list\n- Talk to Finance by 20 November\n").data
    assert "reviews" not in found.get("follow_up", {})
