"""Packs whose headings are all of one level, and what stands below them: levels with evidence, a log, checkpoints."""

from __future__ import annotations

import pytest

from tests.binding.reading import parts, read

LEVELS = """## Levels

| skill | behaviours | bar | 5 Oct | 2 Nov |
|---|---|---|---|---|
| short memos | puts the ask first | 4 | 2 | 3 |
| pricing | names the loser | 5 | 3 | 3 |

"""
GOOD = LEVELS.replace("Levels", "Definition of Good PM")
BETS = """## Bets

### B1 short memos 2 -> 4

Why: it pays
Signals:
- two memos

"""
LOG = """## Log

| wk | date | memo | asked first |
|---|---|---|---|
| 1 | 9 Oct | on minutes | n |
| 2 | 16 Oct | on regions | y |

"""
CHECKPOINTS = """## Checkpoints

- 2026-10-16, done: levels unchanged.
- 2026-11-27: last one.

"""


def test_levels_and_their_evidence_under_headings_of_their_own() -> None:
    evidence = (
        "## Evidence for the levels of 5 Oct\n\n- short memos 2: memo of 3 May. Ask on page 9.\n- pricing 3: the plan\n"
    )
    found = parts(f"{LEVELS}{evidence}\n{BETS}")
    assert found["definition"]["competencies"] == [
        {"competency": "short memos", "behaviours": ["puts the ask first"], "expected": "Analyze"},
        {"competency": "pricing", "behaviours": ["names the loser"], "expected": "Synthesize"},
    ]
    assert found["assessment"]["levels"] == [
        {"competency": "short memos", "current": "Understand", "evidence": ["memo of 3 May. Ask on page 9."]},
        {"competency": "pricing", "current": "Apply", "evidence": ["the plan"]},
    ]
    bet = found["vision"]["bets"][0]
    assert (bet["id"], bet["bet"], bet["current"], bet["target"]) == ("B1", "short memos", "Understand", "Analyze")


@pytest.mark.parametrize(
    "item", ["short memos 2: {}", "**Short memos (2):** {}", "Short memos, L2: {}", "short memos at level 2: {}"]
)
def test_a_name_and_its_level_stand_before_the_evidence(item: str) -> None:
    body = f"{GOOD}## 2) Current Assessment\n\n- {item.format('memo of 3 May')}\n- pricing 3: the plan\n"
    first = parts(body)["assessment"]["levels"][0]
    assert first | {"competency": first["competency"].lower()} == {
        "competency": "short memos",
        "current": "Understand",
        "evidence": ["memo of 3 May"],
    }


def test_evidence_may_stand_behind_the_name_alone() -> None:
    levels = parts(f"{GOOD}## 2) Current Assessment\n\n- short memos: memo of 3 May\n- pricing: a plan\n")["assessment"]
    assert levels["levels"] == [
        {"competency": "short memos", "evidence": ["memo of 3 May"]},
        {"competency": "pricing", "evidence": ["a plan"]},
    ]


def test_what_stands_behind_a_name_that_nobody_knows_is_no_evidence() -> None:
    levels = parts(f"{GOOD}## 2) Current Assessment\n\n- Week 2: memo\n- Other: plan\n")["assessment"]["levels"]
    assert [level["competency"] for level in levels] == ["Week 2: memo", "Other: plan"]


@pytest.mark.parametrize("both", [LOG + CHECKPOINTS, CHECKPOINTS + LOG])
def test_a_log_and_checkpoints_under_headings_of_their_own(both: str) -> None:
    follow_up = parts(f"{LEVELS}{BETS}## Cadence\n\nFridays, 40 min.\n\n{both}## Risks\n\n- a freeze\n")["follow_up"]
    assert [row["date"] for row in follow_up["tracker"]] == ["2026-10-09", "2026-10-16"]
    assert [review["date"] for review in follow_up["reviews"]] == ["2026-10-16", "2026-11-27"]


@pytest.mark.parametrize("day", ["October", "Oct–Nov", "October (from the 5th)", "October to date"])
def test_a_tracker_may_go_by_months(day: str) -> None:
    body = f"## Tracker\n\n| When | What I saw | Own words |\n|---|---|---|\n| {day} | three of four | 45% |\n"
    (row,) = parts(body)["follow_up"]["tracker"]
    assert row == {"done": "three of four", "measures": [{"measure": "Own words", "value": "45%"}]}


@pytest.mark.parametrize(
    "heading", ["How the PM practises", "How pm-07 practices", "What has happened so far", "Where T. stood in August"]
)
def test_more_headings_in_the_authors_words(heading: str) -> None:
    document = read(f"## Good PM\n\n**Memos.** Puts the ask first.\n\n## {heading}\n\ntext\n\n## Risks\n\n- a freeze\n")
    names = {"How": "plan", "What": "follow_up", "Where": "assessment"}
    assert (names[heading.split(maxsplit=1)[0]],) in document.keys


def test_what_one_person_expects() -> None:
    body = "## Good PM\n\n**Memos.** Asks first. I expect apply.\n\n**Prices.** Names the loser. I expect analyze.\n"
    assert [one["expected"] for one in parts(body)["definition"]["competencies"]] == ["Apply", "Analyze"]
