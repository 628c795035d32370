"""Parts that bear letters, and sections in them that are numbered with these: `D. Plan`, `D2. Timeline`."""

from __future__ import annotations

import pytest

from pmcoach_lint.settings import Settings
from tests.binding.reading import FRONT, parts, read
from tests.linting import lint

_VISION = """## {0}

| Bet | Why it matters | Success signals |
|---|---|---|
| Frame first | Fewer reworks | Two briefs without rework |
| Write it down | Fewer calls | One page a week |

"""
_REPS = "| Bet | Rep | Minutes | Artifact | Coach commitment | Measure |\n|---|---|---|---|---|---|\n"
_LOOPS = (
    _REPS
    + "| 1 | Write one brief | 45 | Brief | Reads it | Briefs |\n| 2 | Write one page | 30 | Page | Asks | Pages |\n\n"
)
_STRETCH = "- The pricing brief\n\n"


@pytest.mark.parametrize(
    ("part", "number"), [("{}. {}", "{}{}. {}"), ("{}) {}", "{}{} {}"), ("Part {}: {}", "{}{}: {}")]
)
def test_what_is_numbered_with_the_letter_of_its_part_is_a_section_of_it(part: str, number: str) -> None:
    plan = (
        f"## {part.format('D', 'Development plan')}\n\n"
        f"### {number.format('D', 1, 'Practice loops')}\n\n{_LOOPS}"
        f"### {number.format('D', 2, 'Stretch assignments')}\n\n{_STRETCH}"
        f"### {number.format('D', 3, 'Timeline')}\n\n- Phase one: briefs\n- Phase two: pages\n\n"
    )
    follow_up = (
        f"## {part.format('F', 'Follow-up')}\n\n### {number.format('F', 1, 'Tracker')}\n\n"
        "| Week | Starting | Briefs | Note |\n|---|---|---|---|\n"
        "| 1 | 2026-10-05 | 1 | Late |\n| 2 | 2026-10-12 | 2 | |\n\n"
        f"### {number.format('F', 2, 'Checkpoints')}\n\n"
        "| Date | What we look at |\n|---|---|\n| 2026-11-02 | Briefs |\n"
    )
    found = parts(_VISION.format(part.format("C", "Growth bets")) + plan + follow_up)
    assert [(week["bet"], week["rep"]) for week in found["plan"]["weeks"]] == [
        ("1", "Write one brief"),
        ("2", "Write one page"),
    ]
    assert found["plan"]["stretch"] == ["The pricing brief"]
    assert "bets" not in found["plan"]
    assert [entry["date"] for entry in found["follow_up"]["tracker"]] == ["2026-10-05", "2026-10-12"]
    assert [review["date"] for review in found["follow_up"]["reviews"]] == ["2026-11-02"]


@pytest.mark.parametrize("name", ["D1. Bet 1: Frame first", "D1. Frame first", "D1: Bet 1"])
def test_plans_may_be_numbered_so_as_well(name: str) -> None:
    below = "- Weekly reps: one brief\n- Artifacts: brief\n- Measurement: briefs\n- Coach commitments: reads it\n\n"
    other = name.replace("1", "2").replace("Frame first", "Write it down")
    body = _VISION.format("C. Growth bets") + f"## D. Plan\n\n### {name}\n\n{below}### {other}\n\n{below}"
    plans = parts(body)["plan"]["bets"]
    assert [plan["reps"][0]["rep"] for plan in plans] == ["one brief", "one brief"]


def test_bets_may_bear_the_letter_of_their_part_as_an_id() -> None:
    below = "- Why: it pays\n- Signals: two of three\n\n"
    body = f"## C. Growth bets\n\n### C1. Frame first\n\n{below}### C2. Write it down\n\n{below}"
    bets = parts(body)["vision"]["bets"]
    assert [(bet["id"], bet["bet"]) for bet in bets] == [("C1", "Frame first"), ("C2", "Write it down")]


def test_an_article_is_no_letter() -> None:
    assert "definition" in read("## A good PM\n\n### A1 notes\n\nWrites.\n").data


def test_a_plan_of_a_bet_that_there_is_none_of_is_told(settings: Settings) -> None:
    below = "- Weekly reps: one brief\n- Artifacts: brief\n- Measurement: briefs\n- Coach commitments: reads it\n\n"
    body = _VISION.format("C. Growth bets").replace("| Frame", "| B1: Frame").replace("| Write", "| B2: Write")
    body += f"## D. Plan\n\n### B1: Frame first\n\n{below}### B3: Talk it over\n\n{below}"
    messages = [message for code, _, _, message in lint(FRONT + body, settings) if code == "PMC418"]
    assert messages == ["The plan for bet “B3: Talk it over” belongs to no bet of part 3."]
