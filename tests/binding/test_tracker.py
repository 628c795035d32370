"""Trackers that are kept as a list or in lines with a day each, and what is no tracker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.settings import Settings
from tests.binding.reading import FRONT, parts, read
from tests.linting import lint

ROW = {
    "date": "2026-10-08",
    "bet": "Frame first",
    "done": "Wrote two frames",
    "feedback": "one is an answer",
    "next": "rewrite it",
}


def tracker(text: str) -> list[Any]:
    rows: list[Any] = parts(f"## 6) Follow-up Tracker + Review Plan\n\n{text}\n")["follow_up"]["tracker"]
    return rows


@pytest.mark.parametrize(
    "text",
    [
        "- 2026-10-08: Wrote two frames. Bet: Frame first. Feedback: one is an answer. Next: rewrite it",
        "- 8 Oct 2026 – Bet: Frame first. Wrote two frames. Feedback: one is an answer. Next: rewrite it",
        "- 2026-10-08: Bet: Frame first. Done: Wrote two frames. Feedback: one is an answer. Next: rewrite it",
        "**8 Oct 2026** – Wrote two frames. Bet: Frame first. Feedback: one is an answer. Next: rewrite it",
        "- 2026-10-08: Wrote two frames\n  - Bet: Frame first\n  - Feedback: one is an answer\n  - Next: rewrite it",
        "### 2026-10-08\n\n- Bet: Frame first\n- Done: Wrote two frames\n- FB: one is an answer\n- Next: rewrite it",
        "### Tracker\n\n- 2026-10-08: Wrote two frames. Bet: Frame first. Feedback: one is an answer. Next: rewrite it",
    ],
)
def test_a_row_without_a_table(text: str) -> None:
    assert tracker(text) == [ROW]


def test_the_status_may_stand_at_the_end_of_an_item() -> None:
    text = (
        "- 2026-10-08: Wrote it. Status: at risk\n- 2026-10-15 – Wrote it – on track\n- 2026-10-22: Wrote it. Missed."
    )
    assert [(row["done"], row["status"]) for row in tracker(text)] == [
        ("Wrote it", "at risk"),
        ("Wrote it", "on track"),
        ("Wrote it", "missed"),
    ]
    (row,) = tracker("**8 Oct 2026** – Bet: Frame first. Wrote it. Next: rewrite it. On track.")
    assert row == {
        "date": "2026-10-08",
        "bet": "Frame first",
        "done": "Wrote it",
        "next": "rewrite it",
        "status": "on track",
    }


@pytest.mark.parametrize(
    "text",
    [
        "- 2026-11-02: mid-cycle review\n- 2026-11-27: close",
        "**Review plan:**\n\n- 2026-11-02: mid-cycle. Evidence: two frames\n- 2026-11-27: close",
        "We look at the frames on 2026-11-02.",
    ],
)
def test_days_alone_are_no_tracker(text: str) -> None:
    assert "tracker" not in read(f"## 6) Follow-up Tracker + Review Plan\n\n{text}\n").data.get("follow_up", {})


def test_a_row_that_has_not_begun_waits_for_its_day() -> None:
    table = (
        "| Date | Bet | Rep or artifact done | Status |\n|---|---|---|---|\n"
        "| 2026-10-08 | Bet 1 | Two frames | done |\n| 2026-10-15 | Bet 1 | | ⚪ Not started |\n"
        "| 2026-10-22 | Bet 1 | | Planned |\n| 2026-10-29 | Bet 1 | | On track |\n"
    )
    text = f"{FRONT}## 6) Follow-up Tracker + Review Plan\n\n{table}"
    assert [finding for finding in lint(text, Settings(Path("/"))) if finding[0] == "PMC202"] == [
        ("PMC202", "error", "20:24-20:24", "“Rep or artifact done” is empty for tracker row 4.")
    ]


def test_follow_ups_with_owner_and_day_say_what_will_show_that_they_are_done() -> None:
    head = "| # | Follow-up | Owner | Due | {} | Status |\n|---|---|---|---|---|---|\n"
    row = "| F1 | Frame 1 in the wiki | pm-07 | 4 Dec 2026 | Link to the page | Open |"
    for name in ("Evidence", "Proof", "Shown by", "Where it shows"):
        assert tracker(head.format(name) + row) == [
            {
                "date": "2026-12-04",
                "done": "Frame 1 in the wiki",
                "status": "open",
                "owner": "pm-07",
                "evidence": "Link to the page",
            }
        ]


@pytest.mark.parametrize("name", ["Follow-up", "Follow-up item", "What"])
def test_follow_ups_may_be_called_so(name: str) -> None:
    table = f"| # | {name} | Owner | Due |\n|---|---|---|---|\n| 1 | Confirm the board date | coach-2 | 2026-10-16 |\n"
    [row] = tracker(f"{table}| 2 | Two frames | pm-07 | 2026-10-23 |")[:1]
    assert row == {"date": "2026-10-16", "done": "Confirm the board date", "owner": "coach-2"}


def test_another_question_about_evidence_stays_a_measure() -> None:
    table = "| Date | Bet | Done | Fresh outside evidence? |\n|---|---|---|---|\n| 2026-10-08 | B1 | A frame | Yes |"
    assert tracker(table)[0]["measures"] == [{"measure": "Fresh outside evidence?", "value": "Yes"}]


@pytest.mark.parametrize("name", ["Method", "How it is judged", "Scored with"])
def test_checkpoints_say_what_is_looked_at_and_how_it_is_judged(name: str) -> None:
    table = f"""## 6) Follow-up Tracker + Review Plan

| Checkpoint | Date | What we look at | {name} |
|---|---|---|---|
| Middle | 19 Jan 2027 | Two orders | Both rate by the ladder |
"""
    assert parts(table)["follow_up"]["reviews"] == [
        {
            "date": "2027-01-19",
            "review": "Middle",
            "evidence": "Two orders",
            "judged": "Both rate by the ladder",
        }
    ]


def test_a_row_that_tells_only_the_evidence_of_a_day_is_whole(settings: Settings) -> None:
    table = "| Date | Bet | Evidence |\n|---|---|---|\n| 2026-10-08 | B1 | The frame names two options |"
    text = f"{FRONT}## 6) Follow-up Tracker + Review Plan\n\n{table}\n"
    assert tracker(table) == [{"date": "2026-10-08", "bet": "B1", "evidence": "The frame names two options"}]
    assert not [found for found in lint(text, settings) if "Rep or artifact" in str(found)]
