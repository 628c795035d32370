"""Plans that go from week to week, across bets."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.document import Document, read_document

HEAD = """\
---
type: coaching-pack
---

## 3) Shared Vision

| ID | Bet | Why it matters | Success signals | Timeframe |
|---|---|---|---|---|
| B1 | Frame first | We built what nobody asked for | Two readers agree | Weeks 1–8 |
| B2 | Say no in writing | Updates are asked for twice | No question twice | Weeks 2–8 |

## 4) Development Plan

"""


def read(plan: str) -> Document:
    return read_document((HEAD + plan).encode(), "a.md")


def weeks(plan: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(plan).data["plan"]["weeks"]
    return found


def run(first: int, last: int | None = None) -> dict[str, int]:
    return {"from": first, "to": last or first}


def test_a_table_with_a_row_for_each_week() -> None:
    document = read(
        "| Week | Starts | Bet | Rep | Artifact | Coach does | Measure | Done |\n|---|---|---|---|---|---|---|---|\n"
        "| 1 | 5 Oct | B1 | Rewrite the opening | One page | Comments | Two readers agree | [x] |\n"
        "| 2–3 | 12 Oct | 1, 2 | Answer in writing | Memo | | | |\n"
    )
    assert document.data["plan"] == {
        "weeks": [
            {
                "weeks": run(1),
                "bet": "B1",
                "rep": "Rewrite the opening",
                "artifact": "One page",
                "commitment": "Comments",
                "measurement": "Two readers agree",
                "done": "[x]",
            },
            {"weeks": run(2, 3), "bet": "1, 2", "rep": "Answer in writing", "artifact": "Memo"},
        ]
    }
    assert document.offences == {}
    assert [len(reference.targets) for reference in document.references] == [1, 1, 1]
    line = document.text.index("| 2–3")
    assert document.values[("plan", "weeks", 1, "weeks")] == (line + 2, line + 5)


@pytest.mark.parametrize("week", ["2", "Week 2", "W2", "2 (12 Oct)", "#2", "Wk 2", "2.", "2b"])
def test_a_number_is_that_of_the_week(week: str) -> None:
    assert weeks(f"| Week | Rep |\n|---|---|\n| 1 | One brief |\n| {week} | One memo |\n")[1]["weeks"] == run(2)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Week 2: One memo. Artifact: the memo. (Bet 1)", {"bet": "Bet 1", "rep": "One memo", "artifact": "the memo."}),
        ("**Week 2 (12 Oct).** One memo. *Coach:* reads it", {"rep": "One memo", "commitment": "reads it"}),
        ("**Week 2** · Bet 1 + 2 · One memo", {"bet": "Bet 1 + 2", "rep": "One memo"}),
        ("Wk 2 – One memo (45 min, both bets)", {"rep": "One memo (45 min, both bets)", "minutes": 45}),
        ("W2: One memo (45 min) (both bets)", {"bet": "both bets", "rep": "One memo", "minutes": 45}),
        ("Week 2: One memo, then a note (Bets 1, 2)", {"bet": "Bets 1, 2", "rep": "One memo, then a note"}),
        ("Week 2: All hands: ask one question", {"rep": "All hands: ask one question"}),
    ],
)
def test_a_list_item_for_each_week(line: str, expected: dict[str, Any]) -> None:
    assert weeks(f"- Week 1: One brief\n- {line}\n")[1] == {"weeks": run(2), **expected}


def test_labels_below_a_week() -> None:
    found = weeks(
        "- **Week 1 (5 Oct)** · Bet 1\n  - Rep: cut the deck to one page\n  - Artifact: one-pager\n"
        "- **Week 2 (12 Oct)** · Both\n  - Rep: map of interests\n  - Coach: names a decider\n"
    )
    assert found == [
        {"weeks": run(1), "bet": "Bet 1", "rep": "cut the deck to one page", "artifact": "one-pager"},
        {"weeks": run(2), "bet": "Both", "rep": "map of interests", "commitment": "names a decider"},
    ]


def test_a_section_for_each_week_and_what_is_told_once() -> None:
    document = read(
        "### Week 1 (Bet 1)\n\n**Rep:** One brief\n\n### Weeks 2–3\n\nOne memo\n\n**Artifact:** the memo\n\n"
        "### Stretch assignment\n\nThe opportunity assessment for the council\n\n### Measurement\n\n- Bet 1: comments\n"
    )
    assert document.data["plan"] == {
        "weeks": [
            {"weeks": run(1), "bet": "Bet 1", "rep": "One brief"},
            {"weeks": run(2, 3), "rep": "One memo", "artifact": "the memo"},
        ],
        "stretch": ["The opportunity assessment for the council"],
        "measurement": ["Bet 1: comments"],
    }


@pytest.mark.parametrize(
    "plan",
    [
        "### B1: Frame first\n\n| Week | Rep |\n|---|---|\n| 1 | One brief |\n| 2 | Two briefs |\n",
        "### B1: Frame first\n\n**Weekly reps:**\n\n- Week 1: one brief\n- Week 2: two briefs\n",
        "### Frame first\n\n**Checkpoints:**\n\n- Week 1: one brief\n- Week 4: two briefs\n",
        "### Frame first\n\n#### Weekly reps\n\n| Week | Rep |\n|---|---|\n| 1 | One brief |\n| 2 | Two briefs |\n",
        "**Bet 1: Frame first**\n\n- Reps: one brief a week\n- Checkpoints: W1 first brief, W4 two briefs\n",
    ],
)
def test_weeks_inside_the_plan_of_a_bet_are_its_own(plan: str) -> None:
    assert "weeks" not in read(plan).data["plan"]


@pytest.mark.parametrize("name", ["### Timeline", "### D.3 Timeline", "**Timeline**", "Week by week", "### Schedule"])
def test_a_timeline_beside_the_plans_of_bets_is_the_weeks_of_all_of_them(name: str) -> None:
    document = read(
        f"### B1: Frame first\n\n**Weekly reps:** One brief (45 min)\n\n{name}\n\n"
        "| Weeks | Focus | Output |\n|---|---|---|\n"
        "| 1–4 | Briefs | 4 briefs |\n| 🎄 | Off | – |\n| Break | Off | – |\n| 5–8 | Council | One paper |\n"
    )
    plan = document.data["plan"]
    assert plan["weeks"] == [
        {"weeks": run(1, 4), "rep": "Briefs", "artifact": "4 briefs"},
        {"weeks": run(5, 8), "rep": "Council", "artifact": "One paper"},
    ]
    assert plan["bets"] == [{"id": "B1", "bet": "Frame first", "reps": [{"rep": "One brief", "minutes": 45}]}]
    assert document.is_settled(("plan", "bets", 0, "artifacts"))
    assert not document.is_settled(("plan", "bets", 0, "commitments"))
    assert document.offences == {}


def test_a_timeline_in_each_plan_of_a_bet_is_that_of_the_bet() -> None:
    timeline = "**Timeline**\n\n| Weeks | Focus |\n|---|---|\n| 1–4 | Briefs |\n| 5–8 | Council |\n"
    plan = read(f"### B1: Frame first\n\n{timeline}\n### B2: Say no\n\n{timeline}").data["plan"]
    assert "weeks" not in plan


@pytest.mark.parametrize(
    "reps",
    [
        "Weekly reps\n- A: one interview (30 min)\n- B: one sentence\n",
        "**Weekly reps**\n\n- **A:** one interview (30 min)\n- **B:** one sentence\n",
        "### Weekly reps\n\n- *A* – one interview (30 min)\n- *B* – one sentence\n",
    ],
)
def test_reps_in_one_list_name_their_bet_by_its_letter(reps: str) -> None:
    document = read(
        f"{reps}\nStretch\n- A: eight interviews\n- B: a paper\n\n| Day | Who |\n|---|---|\n| Fri | pm-28 |\n"
    )
    assert document.data["plan"] == {
        "weeks": [{"bet": "A", "rep": "one interview", "minutes": 30}, {"bet": "B", "rep": "one sentence"}],
        "stretch": ["A: eight interviews", "B: a paper"],
    }
    begin = document.text.index("A")
    assert document.values[("plan", "weeks", 0, "bet")] == (begin, begin + 1)


@pytest.mark.parametrize(
    ("form", "bet"),
    [
        ("Weekly rep, {}: ", "bet"),
        ("Rep ({}): ", "Bet"),
        ("**Rep for {}:** ", "bet"),
        ("Rep – {}: ", "Bet"),
    ],
)
def test_reps_beside_the_weeks_name_their_bet(form: str, bet: str) -> None:
    table = "| Week | Plan |\n|---|---|\n| 1 | Kickoff |\n| 2 | First chain |\n"
    first, second = form.format(f"{bet} 1"), form.format(f"{bet} 2")
    plan = read(f"- {first}one range\n- {second}one chain\n- Artifacts: the log\n\n{table}").data["plan"]
    assert plan == {
        "weeks": [
            {"weeks": run(1), "rep": "Kickoff"},
            {"weeks": run(2), "rep": "First chain"},
            {"bet": f"{bet} 1", "rep": "one range"},
            {"bet": f"{bet} 2", "rep": "one chain"},
        ],
        "artifacts": ["the log"],
    }


def test_a_list_in_which_not_each_rep_names_a_bet_is_none_of_such_reps() -> None:
    assert "weeks" not in read("Weekly reps\n- A: one interview\n- one sentence\n- B: two sentences\n").data.get(
        "plan", {}
    )


def test_one_week_alone_is_no_plan_by_weeks() -> None:
    assert "weeks" not in read("**Hypothesis:** If pm-07 frames, then …\n\n- Week 4: look at it\n").data.get("plan", {})


def test_a_bet_may_tell_of_its_plan_itself() -> None:
    bet = read_document(
        b"---\ntype: coaching-pack\n---\n\n## 3) Bets\n\n### Bet 1: Frame first\n\n- Why: we build what nobody needs\n"
        b"- Success signals: two readers agree\n- Reps: one brief a week (45 min)\n- Artifacts: briefs; a memo\n"
        b"- Measure: framing comments (now 11, target 2)\n- Coach commits to: comments within a day\n"
        b"- Stretch: the opportunity assessment\n- Timeframe: weeks 1-8\n",
        "a.md",
    ).data["vision"]["bets"][0]
    assert bet == {
        "bet": "Frame first",
        "why": "we build what nobody needs",
        "signals": ["two readers agree"],
        "timeframe": run(1, 8),
        "reps": [{"rep": "one brief a week", "minutes": 45}],
        "stretch": ["the opportunity assessment"],
        "artifacts": ["briefs", "a memo"],
        "commitments": ["comments within a day"],
        "measurement": ["framing comments (now 11, target 2)"],
    }


@pytest.mark.parametrize(
    ("bet", "count"), [("Both", 2), ("all bets", 2), ("Bets 1, 2", 2), ("B1 + B2", 2), ("Bet 2", 1), ("Say no", 1)]
)
def test_a_week_may_be_for_several_bets(bet: str, count: int) -> None:
    document = read(f"| Week | Bet | Rep |\n|---|---|---|\n| 1 | {bet} | One brief |\n")
    assert [len(reference.targets) for reference in document.references] == [1] * count


def test_a_week_for_a_bet_that_there_is_not_is_unclear() -> None:
    document = read(
        "| Week | Bet | Rep |\n|---|---|---|\n| 1 | Bet 3 | One brief |\n| 2 | Every Friday | One brief |\n"
    )
    assert [(reference.text, reference.targets) for reference in document.unclear] == [
        ("Bet 3", ()),
        ("Every Friday", ()),
    ]


def test_reps_of_several_bets_may_stand_in_one_table_without_their_weeks() -> None:
    table = (
        "| Bet | Weekly rep | Minutes | Artifact | Measured by | Coach commitment |\n|---|---|---|---|---|---|\n"
        "| 1 | One brief | 45 | Brief | Comments | Reads it |\n| 1 | One call | 40 | Note | | |\n"
        "\n**Stretch assignment:** the council\n"
    )
    assert read(table).data["plan"] == {
        "weeks": [
            {
                "bet": "1",
                "rep": "One brief",
                "minutes": 45,
                "artifact": "Brief",
                "commitment": "Reads it",
                "measurement": "Comments",
            },
            {"bet": "1", "rep": "One call", "minutes": 40, "artifact": "Note"},
        ],
        "stretch": ["the council"],
    }


@pytest.mark.parametrize(
    "plan",
    [
        "| Bet | Hypothesis | Weekly rep | Artifacts |\n|---|---|---|---|\n| B1 | If I frame | One brief | Log |\n",
        "**Hypothesis:** If I frame, …\n\n| Rep | Practice | Minutes |\n|---|---|---|\n| R1 | One brief | 45 |\n",
    ],
)
def test_a_table_of_plans_and_one_of_the_reps_of_a_bet_are_none_of_weeks(plan: str) -> None:
    assert "weeks" not in read(plan).data["plan"]


PLANS = """### Bet 1: Framing

**Weekly reps**

- Week 1: one frame (30 min)
- Week 2: two frames (30 min)
- Week 3: a frame of a request (30 min)

### Bet 2: Writing

**Weekly reps**

- One brief a week (45 min)

"""
TIMELINE = (
    "- **Week 1 (5 Oct):** map of causes\n- **Week 2 (12 Oct):** brief 1\n- **Off (19 Oct)**\n- **Week 3:** brief 2\n"
)


@pytest.mark.parametrize("heading", ["### Timeline", "### Week by week", "### Schedule"])
def test_a_list_of_weeks_beside_plans_is_the_timeline_of_all(heading: str) -> None:
    document = read(f"{PLANS}{heading}\n\n{TIMELINE}")
    assert document.offences == {}
    plan = document.data["plan"]
    assert [week["rep"] for week in plan["weeks"]] == ["map of causes", "brief 1", "brief 2"]
    assert [week["weeks"]["from"] for week in plan["weeks"]] == [1, 2, 3]
    assert [len(bet["reps"]) for bet in plan["bets"]] == [3, 1]


@pytest.mark.parametrize("heading", ["#### Timeline", "### Weekly reps", "### What else", "**Timeline**"])
def test_a_list_of_weeks_that_may_be_of_one_bet_is_no_timeline_of_all(heading: str) -> None:
    assert "weeks" not in read(f"{PLANS}{heading}\n\n{TIMELINE}").data["plan"]


def test_a_column_for_each_rep_of_a_week_tells_them_one_by_one() -> None:
    found = weeks(
        "| Week | Rep 1 (Tuesday) | Rep 2 (Thursday) | Artifact |\n|---|---|---|---|\n"
        "| 1 · 30 Nov | Five lines | One page | Mail |\n| 2 · 7 Dec | Two pages | – | Notes |\n"
    )
    assert found == [
        {"weeks": run(1), "rep": "Five lines", "artifact": "Mail"},
        {"weeks": run(1), "rep": "One page", "artifact": "Mail"},
        {"weeks": run(2), "rep": "Two pages", "artifact": "Notes"},
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("| | |\n|---|---|\n| What | Lead the swap |\n| Sponsor | coo-01 |\n", ["Lead the swap"]),
        ("| What | Lead the swap |\n|---|---|\n| Sponsor | coo-01 |\n", ["Lead the swap"]),
        (
            "| Bet | Assignment |\n|---|---|\n| A | Lead the swap |\n| B | Chair the forum |\n",
            ["Bet A: Lead the swap", "Bet B: Chair the forum"],
        ),
        ("| Assignment | Due |\n|---|---|\n| Lead the swap | 21 Jan |\n", ["Lead the swap (Due: 21 Jan)"]),
    ],
)
def test_stretch_work_in_a_table_is_what_is_to_be_done(table: str, expected: list[str]) -> None:
    plan = read(f"| Week | Rep |\n|---|---|\n| 1 | One brief |\n| 2 | Two briefs |\n\n### Stretch\n\n{table}").data[
        "plan"
    ]
    assert plan["stretch"] == expected


@pytest.mark.parametrize("name", ["Stretch", "Stretch assignment", "Stretch work"])
@pytest.mark.parametrize("timeline", [f"\n**Timeline**\n\n{TIMELINE}", f"\n### Timeline\n\n{TIMELINE}", ""])
def test_a_row_for_each_bet_with_its_stretch_is_the_plan_of_that(name: str, timeline: str) -> None:
    table = (
        f"| Bet | Weekly rep | {name} | Artifact | Measured by | What I do |\n|---|---|---|---|---|---|\n"
        "| 1 | One brief | The council | Brief | Comments | Reads it |\n"
        "| 2 | One call | The fair | Note | Calls | Joins |\n"
    )
    document = read(f"{table}{timeline}")
    assert document.offences == {}
    assert document.data["plan"]["bets"] == [
        {
            "bet": bet,
            "reps": [{"rep": rep}],
            "stretch": [stretch],
            "artifacts": [artifact],
            "commitments": [commitment],
            "measurement": [measure],
        }
        for bet, rep, stretch, artifact, commitment, measure in (
            ("1", "One brief", "The council", "Brief", "Reads it", "Comments"),
            ("2", "One call", "The fair", "Note", "Joins", "Calls"),
        )
    ]
    assert len(document.data["plan"].get("weeks", [])) == (3 if timeline else 0)
