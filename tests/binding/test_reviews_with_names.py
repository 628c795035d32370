"""Reviews that are items or headings with a day and a name: what is brought to them, and what they are to answer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read, told

PART = "## 6) Follow-up Tracker + Review Plan\n\n"
TRACKER = "| Date | Bet | Rep or artifact done | Next rep | Status |\n|---|---|---|---|---|\n"
ROW = "| 2026-10-09 | B1 | One call | Two calls | on track |\n"


def follow_up(body: str) -> dict[str, Any]:
    found: dict[str, Any] = read(PART + body).data["follow_up"]
    return found


@pytest.mark.parametrize(
    "items",
    [
        "- **2026-10-14 – checkpoint 1:** two maps\n- **2026-11-04 – checkpoint 2:** the memo\n",
        "- **2026-10-14 – checkpoint 1**: two maps\n- **2026-11-04 – checkpoint 2**: the memo\n",
        "- **Checkpoint 1 (2026-10-14):** two maps\n- **Checkpoint 2 (2026-11-04):** the memo\n",
        "- 2026-10-14 – checkpoint 1: two maps\n- 2026-11-04 – checkpoint 2: the memo\n",
        "- Checkpoint 1 (14 Oct): two maps\n- Checkpoint 2 (4 Nov): the memo\n",
        "### Checkpoint 1 – 2026-10-14\n\nTwo maps\n\n### Checkpoint 2 – 2026-11-04\n\nThe memo\n",
        "**Reviews**\n\n- **2026-10-14 – checkpoint 1:** two maps\n- Checkpoint 2 (2026-11-04): the memo\n",
    ],
)
def test_what_stands_behind_the_name_of_a_review_is_brought_to_it(items: str) -> None:
    assert [{name: value.lower() for name, value in review.items()} for review in follow_up(items).pop("reviews")] == [
        {"date": "2026-10-14", "review": "checkpoint 1", "evidence": "two maps"},
        {"date": "2026-11-04", "review": "checkpoint 2", "evidence": "the memo"},
    ]
    assert "tracker" not in follow_up(items)


def test_what_a_review_is_to_answer_is_its_question() -> None:
    assert follow_up(
        "- **2026-10-14 – checkpoint 1 (early):** two maps; decide: keep or drop\n"
        "- 2026-11-04 – midpoint: keep, change or stop each bet\n"
        "- 2026-11-11 – close: does it reach the meeting?\n"
        "- 2026-11-12 – final review: levels judged again\n"
    )["reviews"] == [
        {
            "date": "2026-10-14",
            "review": "checkpoint 1 (early)",
            "evidence": "two maps",
            "question": "keep or drop",
        },
        {"date": "2026-11-04", "review": "midpoint", "question": "keep, change or stop each bet"},
        {"date": "2026-11-11", "review": "close", "question": "does it reach the meeting?"},
        {"date": "2026-11-12", "review": "final review: levels judged again"},
    ]


@pytest.mark.parametrize(
    "table", ["{items}", "{items}\n" + TRACKER, TRACKER + "\n{items}", TRACKER + ROW + "\n{items}"]
)
def test_two_days_in_a_list_are_reviews_beside_a_tracker_as_well(table: str) -> None:
    found = follow_up(table.format(items="- 2026-10-14: two maps\n- 2026-11-04: the memo\n"))
    assert found["reviews"] == [
        {"date": "2026-10-14", "review": "two maps"},
        {"date": "2026-11-04", "review": "the memo"},
    ]


def test_a_day_that_there_is_not_is_told_there() -> None:
    assert told(f"{PART}- 2026-10-14: two maps\n- 2026-11-33: the memo\n\n{TRACKER}") == [
        ("impossible-date", "2026-11-33", "“2026-11-33” is no date: November 2026 has 30 days.")
    ]


@pytest.mark.parametrize(
    "other",
    [
        "- 2026-10-06: ill for a week\n- 2026-10-07: no meeting\n",  # before the last row
        "**House rules**\n\n- 2026-10-14: no phones\n- 2026-11-04: no laptops\n",
        "- 2026-10-14: two maps\n- as the team likes\n",
    ],
)
def test_other_lists_beside_a_tracker_are_no_reviews(other: str) -> None:
    assert "reviews" not in follow_up(f"{TRACKER}{ROW}\n{other}")


def test_headings_with_labels_of_the_tracker_are_its_rows() -> None:
    found = follow_up(
        "### Check-in 2026-10-14\n\n**Bet:** B1\n**Done:** two calls\n**Next:** one more\n\n"
        "### Check-in 2026-10-21\n\n**Bet:** B1\n**Done:** two maps\n**Next:** one more\n"
    )
    assert [row["next"] for row in found["tracker"]] == ["one more", "one more"]
    assert "reviews" not in found


def test_a_checkpoint_of_a_bet_is_known_by_what_should_be_true() -> None:
    found = read(
        "## 4) Development Plan\n\n### Bet 1\n\n- Rep: one call, 30 min\n\n**Checkpoints**\n\n"
        "- **Week 4 – checkpoint 1:** two of four maps\n- Checkpoint 2 (week 8): all of them\n"
    ).data["plan"]["bets"][0]
    assert found["checkpoints"] == [
        {"week": 4, "signal": "two of four maps"},
        {"week": 8, "signal": "all of them"},
    ]
