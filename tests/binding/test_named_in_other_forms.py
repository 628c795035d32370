"""Names of records with more behind them, in tables, brackets and folded parts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read

FOLDED = """## 1) Definition of “Good PM”

<details>
<summary><b>Patient & site insight</b> — you know what happens in the room</summary>

**You can see it when…**
- Comprehension is tested

| Bloom | Looks like |
|---|---|
| Know | Lists the steps |
| Apply | Runs sessions |
| Analyze | Separates causes |

</details>

<details>
<summary><b>Alignment across functions</b></summary>

**You can see it when…**
- Positions are known before the meeting

| Bloom | Looks like |
|---|---|
| Know | Names who has a say |
| Apply | Runs talks before |
| Analyze | Maps interests |

</details>

"""


def test_what_is_folded_up_is_a_record_with_its_ladder_each() -> None:
    found = parts(FOLDED)["definition"]["competencies"]
    assert [one["competency"] for one in found] == ["Patient & site insight", "Alignment across functions"]
    assert found[0]["behaviours"] == ["Comprehension is tested"]
    assert [rung["level"] for rung in found[1]["ladder"]] == ["Know", "Apply", "Analyze"]


@pytest.mark.parametrize("arrow", ["→", "->", ":", "–"])
def test_bold_lines_name_competencies_in_front_of_their_level(arrow: str) -> None:
    body = f"""{FOLDED}## 2) Current assessment

**🟢 Insight {arrow} Evaluate**
- Stopped the study for want of readers

**🟠 Alignment {arrow} Apply, near Analyze**
- The workshop ended without a decision
"""
    levels = read(body).data["assessment"]["levels"]
    assert [(level["current"], level["evidence"]) for level in levels] == [
        ("Evaluate", ["Stopped the study for want of readers"]),
        ("Apply", ["The workshop ended without a decision"]),
    ]


DEFINED = """## 1) Definition of “Good PM”

| Code | Competency | Observable behaviours |
|---|---|---|
| C1 | Framing | names who is stuck |
| C2 | Writing | writes options |

"""


def bets(body: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(DEFINED + "## 3) Growth bets\n\n" + body).data["vision"]["bets"]
    return found


@pytest.mark.parametrize("number", ["Bet A", "Bet 1"])
def test_an_id_in_brackets_behind_a_number_is_that_of_the_competency(number: str) -> None:
    bet = bets(f"### {number}: Problem framing (C1)\n\n- **Why:** it saves weeks\n")[0]
    assert bet == {"bet": "Problem framing", "competency": "C1", "why": "it saves weeks"}


def test_an_id_in_brackets_without_a_number_is_the_bets_own() -> None:
    assert bets("### Problem framing (B1)\n\n- **Why:** it saves weeks\n")[0]["id"] == "B1"


def test_letters_name_bets_that_bear_them_beside_ids_of_competencies() -> None:
    body = f"""{DEFINED}## 3) Growth bets

| | Bet A: Framing first (C1) | Bet B: Written decisions (C2) |
|---|---|---|
| Why | it saves weeks | they are reopened |
| Success signals | two frames | six briefs |
| Timeframe | weeks 1–8 | weeks 2–8 |

## 4) Development plan

| Bet | Weekly rep |
|---|---|
| A | one frame |
| B | one brief |
"""
    assert read(body).unclear == []


@pytest.mark.parametrize(
    ("said", "competency", "step"),
    [
        ("A, from Apply (3) to Synthesize (5)", "A", ("Apply", "Synthesize")),
        ("Writing, from Apply (3) to Analyze (4), with first signs of 5", "Writing", ("Apply", "Analyze")),
        ("Framing, 2 Understand → 4 Analyze for now (3 is good as well)", "Framing", ("Understand", "Analyze")),
        ("Framing: Apply → Analyze", "Framing", ("Apply", "Analyze")),
    ],
)
def test_a_step_behind_the_name_of_a_competency(said: str, competency: str, step: tuple[str, str]) -> None:
    bet = bets(f"### Growth bet 1: Frame first\n\n**Competency:** {said}\n\n**Why:** it saves weeks\n")[0]
    assert (bet["competency"], (bet["current"], bet["target"])) == (competency, step)


@pytest.mark.parametrize("said", ["Framing, and how to sell it", "Framing, which leads to Writing"])
def test_what_is_no_step_stays_with_the_name(said: str) -> None:
    bet = bets(f"### Growth bet 1: Frame first\n\n**Competency:** {said}\n\n**Why:** it saves weeks\n")[0]
    assert (bet["competency"], "current" in bet) == (said, False)


def test_stages_by_weeks_are_no_step_of_the_plan() -> None:
    body = """## 4) Development plan

### Bet 1

**Weekly rep:** one drill (60 min)

**Climb**

- *Weeks 1–3, Apply → Analyze:* drills on finished bets
- *Weeks 4–6, Analyze → Synthesize:* tests
"""
    assert "current" not in read(body).data["plan"]["bets"][0]


def test_tables_by_the_name_of_a_list_of_texts_hold_that() -> None:
    body = """## 7) Risks / Open questions / Next steps

| Open question | Who | By |
|---|---|---|
| Who decides? | lead-02 | 2026-10-09 |

| Next step | Who | By |
|---|---|---|
| Send the pack | lead-02 | 2026-10-06 |
"""
    closing = parts(body)["closing"]
    assert closing["questions"] == ["Who decides?"]
    assert closing["next_steps"] == [{"step": "Send the pack", "owner": "lead-02", "due": "2026-10-06"}]


def test_a_tracker_of_what_is_due() -> None:
    body = """## 6) Follow-up

### Tracker

| Item | Owner | Due | Status |
|---|---|---|---|
| Driver tree | pm-07 | 2026-10-09 | open |
"""
    assert parts(body)["follow_up"]["tracker"] == [
        {"date": "2026-10-09", "done": "Driver tree", "status": "open", "owner": "pm-07"}
    ]


def test_an_agenda_may_begin_with_its_minutes_in_brackets() -> None:
    items = "1. 🌤️ (5 min) What surprised you?\n2. 📄 (15 min) They read the card\n3. (5 min) Next rep\n"
    agenda = read(f"## 5) Coaching cadence\n\n### Recipe\n\n{items}").data["cadence"]["agenda"]
    assert [(one["item"], one["minutes"]) for one in agenda] == [
        ("What surprised you?", 5),
        ("They read the card", 15),
        ("Next rep", 5),
    ]


@pytest.mark.parametrize("label", ["**Current: Understand (2)**", "*Current: Understand*", "**Current: Understand**"])
def test_a_value_may_stand_inside_the_label(label: str) -> None:
    body = f"### Framing\n\n- Confidence: high\n- {label}\n- Evidence\n  - a spec\n"
    level = read(f"{DEFINED}## 2) Current assessment\n\n{body}").data["assessment"]["levels"][0]
    assert (level["competency"], level["current"], level["evidence"]) == ("Framing", "Understand", ["a spec"])


def test_steps_below_their_days() -> None:
    body = """## 7) Risks / Open questions / Next steps

### Next steps

- By 2026-11-30
  - lead-14 sends this draft
- 2026-12-04
  - lead-14 tells the PMs
  - Session 1
    - compare levels
"""
    document = read(body)
    steps = document.data["closing"]["next_steps"]
    assert [(step["step"], step["due"]) for step in steps] == [
        ("lead-14 sends this draft", "2026-11-30"),
        ("lead-14 tells the PMs", "2026-12-04"),
        ("Session 1", "2026-12-04"),
    ]
    at = document.values["closing", "next_steps", 2, "due"]
    assert document.text[slice(*at)] == "2026-12-04"


def test_what_stands_below_a_step_that_says_what_it_is_stays_there() -> None:
    body = "## 7) Risks / Open questions / Next steps\n\n### Next steps\n\n- Send it by 2026-11-30\n  - to all three\n"
    assert len(read(body).data["closing"]["next_steps"]) == 1
