"""When a step is due, and who does it, as people note it: in front without a colon, behind dashes, with a time."""

from __future__ import annotations

import pytest

from tests.binding.reading import read


@pytest.mark.parametrize(
    ("item", "step", "owner", "due"),
    [
        ("24.11. pm-07 reads this paper", "pm-07 reads this paper", "pm-07", "2026-11-24"),
        ("25.11. mail to Sales – lead-02", "mail to Sales", "lead-02", "2026-11-25"),
        ("27.11.: handover – pm-07", "handover", "pm-07", "2026-11-27"),
        ("2026-11-24 pm-07 reads it", "pm-07 reads it", "pm-07", "2026-11-24"),
        ("Tue 24 Nov pm-07 reads it", "pm-07 reads it", "pm-07", "2026-11-24"),
        ("Show it to pm-07 — me — Tue Nov 24, lunch", "Show it to pm-07", "me", "2026-11-24"),
        ("Show it – lead-02 – 24 Nov, 14:00", "Show it", "lead-02", "2026-11-24"),
        ("Score oneself — pm-07 — 12/1", "Score oneself", "pm-07", "2026-12-01"),
        ("pm-07: correct it until 26.11.", "correct it", "pm-07", "2026-11-26"),
    ],
)
def test_when_a_step_is_due(item: str, step: str, owner: str, due: str) -> None:
    document = read(f"## 7) Next\n\nSeen on 10/15 and 11/28.\n\n### Next steps\n\n- {item}\n")
    (told,) = document.data["closing"]["next_steps"]
    assert told == {"step": step, "owner": owner, "due": due}
    assert document.offences == {}


@pytest.mark.parametrize(
    "item",
    [
        "3.2. reads better than 3.1.",
        "24.11. to 27.11. the office is shut",
        "Half of them: 1/2",
        "5 May ideas",
        "40.11. is no day",
    ],
)
def test_other_numbers_are_no_day(item: str) -> None:
    document = read(f"## 7) Next\n\n### Next steps\n\n- {item}\n")
    (told,) = document.data["closing"]["next_steps"]
    assert "due" not in told


@pytest.mark.parametrize(
    "days", ["22.10., 19.11., 26.11.", "22 Oct, 19 Nov and 26 Nov.", "Thu 22 Oct, Thu 19 Nov, Thu 26 Nov"]
)
def test_days_alone_are_a_review_each(days: str) -> None:
    document = read(f"## 5) Coaching Cadence\n\nWeekly.\n\n**Artifact review points:** {days}\n")
    assert document.data["cadence"]["reviews"] == [{"date": f"2026-{day}"} for day in ("10-22", "11-19", "11-26")]


@pytest.mark.parametrize(
    ("item", "step", "done"),
    [
        ("done: pm-07 asked three dealers", "pm-07 asked three dealers", True),
        ("**Done:** the room is booked", "the room is booked", True),
        ("open: the figures of Finance", "the figures of Finance", False),
    ],
)
def test_a_word_in_front_says_whether_a_step_is_done(item: str, step: str, done: bool) -> None:
    document = read(f"## 7) Next\n\n### Next steps\n\n- {item}\n")
    assert document.data["closing"]["next_steps"] == [{"step": step, "done": done}]
    assert document.offences == {}
