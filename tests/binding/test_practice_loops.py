"""Plans with a practice loop for each bet: how the loop is headed, and the table and the labels below it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import read, told

VISION = """\
## 3) Shared Vision

### Bet 1: Frame before fix

- **Why it matters:** we built what nobody asked for
- **Success signals:** two readers agree

### Bet 2: Say no in writing

- **Why it matters:** updates are asked for twice
- **Success signals:** no question twice

## 4) Development Plan

"""
BODY = """
| Week | Rep | Bloom level | Artifact |
|---|---|---|---|
| 1 (5 Oct) | Rewrite one opening | Apply | Opening v1 |
| 2 (12 Oct) | Holiday, no rep | — | — |

- **Measurement signal:** readers who agree
- **Coach commitment:** lead-02 reads it within 48 hours

"""


def plan(body: str) -> Any:
    return read(VISION + body).data["plan"]


@pytest.mark.parametrize(
    ("head", "bet"),
    [
        ("### Bet {} — Practice Loop", "Bet {}"),
        ("### Practice loop: Bet {}", "Bet {}"),
        ("### Practice loop for Bet {}: {}", "{}"),
        ("### Practice loop (Bet {}) — {}", "{}"),
        ("### 4.{} Bet {}: {}", "{}"),
        ("### 4.{} Practice loop for Bet {}", "Bet {}"),
        ("**Loop {letter} – Bet {}**", "Bet {}"),
        ("### Weekly reps — Bet {}", "Bet {}"),
        ("### Practice loop — {name}", "{}"),
        ("### {name}", "{}"),
    ],
)
def test_a_loop_is_headed_by_its_bet(head: str, bet: str) -> None:
    names = ("Frame before fix", "Say no in writing")

    def fill(form: str, number: int) -> str:
        name = names[number - 1]
        form = form.replace("{letter}", "AB"[number - 1]).replace("{name}", name)
        form = form.replace("4.{}", f"4.{number}").replace("Bet {}", f"Bet {number}")
        return form.replace("{}", name)

    plans = plan("".join(f"{fill(head, number)}\n{BODY}" for number in (1, 2)))["bets"]
    assert [each["bet"] for each in plans] == [fill(bet, 1), fill(bet, 2)]
    for each in plans:
        assert each["reps"] == [
            {
                "rep": "Rewrite one opening",
                "weeks": {"from": 1, "to": 1},
                "step": "Apply",
                "artifact": "Opening v1",
            },
            {"rep": "Holiday, no rep", "weeks": {"from": 2, "to": 2}},
        ]
        assert each["measurement"] == ["readers who agree"]
        assert each["commitments"] == ["lead-02 reads it within 48 hours"]
    assert told(VISION + "".join(f"{fill(head, number)}\n{BODY}" for number in (1, 2))) == []


def test_a_table_that_names_bets_is_that_of_all_plans_above_their_sections() -> None:
    table = "| Bet | Current → target | Artifacts | Measurement |\n|---|---|---|---|\n| 1 | Apply → Analyze | a | m |\n"
    assert [each["bet"] for each in plan(f"{table}\n### More\n\nNothing yet.\n")["bets"]] == ["1"]


def test_a_loop_without_measurement_is_still_told() -> None:
    body = "".join(f"### Bet {number} — Practice loop\n{BODY}" for number in (1, 2))
    plans = plan(body.replace("- **Measurement signal:** readers who agree\n", "", 1))["bets"]
    assert "measurement" not in plans[0]
    assert "measurement" in plans[1]


@pytest.mark.parametrize("mark", ["", "**"])
def test_labels_below_what_is_to_be_done_tell_more_of_it(mark: str) -> None:
    stretch = (
        f"### Stretch assignment\n\n{mark}Lead the beta decision.{mark}\n\n"
        "- **Support:** ds-2\n- **Audience:** the leads, 20 November\n"
    )
    told_of_it = plan(f"### Bet 1 — Practice loop\n{BODY}### Bet 2 — Practice loop\n{BODY}{stretch}")["stretch"]
    assert told_of_it == [
        f"{mark}Lead the beta decision.{mark} **Support:** ds-2; **Audience:** the leads, 20 November"
    ]


@pytest.mark.parametrize(
    "below",
    ["Two pieces of work:\n\n- **Memo:** for the leads\n- **Talk:** for all\n", "One of them.\n\n- a memo\n- a talk\n"],
)
def test_items_that_are_introduced_are_the_work_themselves(below: str) -> None:
    stretch = f"### Stretch assignment\n\n{below}"
    assert len(plan(f"### Bet 1 — Practice loop\n{BODY}### Bet 2 — Practice loop\n{BODY}{stretch}")["stretch"]) == 2


WEEKLY = "\n| Week | Frame before fix | Say no | Step we are on |\n|---|---|---|---|\n| 5 Oct | one | two | Apply |\n"


@pytest.mark.parametrize(
    ("heads", "bets"),
    [
        (("**For “Frame before fix”**", "**For “Say no in writing”**"), ["“Frame before fix”", "“Say no in writing”"]),
        (("**Reps for A (weekly)**", "**Reps for B (weekly)**"), ["A", "B"]),
        (("**Bet 1 – Frame before fix**", "**Bet 2 – Say no in writing**"), ["Frame before fix", "Say no in writing"]),
        (("### Plan A", "### Plan B"), ["A", "B"]),
    ],
)
def test_plans_stand_beside_weeks_that_are_called_as_bets_are(heads: tuple[str, str], bets: list[str]) -> None:
    labels = "- *Each week:* one call\n- *Each second week:* one talk\n- *To keep:* the log\n- *Measure:* calls\n"
    told_of_it = plan("".join(f"{head}\n\n{labels}- *I'll:* read it\n\n" for head in heads) + WEEKLY)
    assert [each["bet"] for each in told_of_it["bets"]] == bets
    for each in told_of_it["bets"]:
        assert [rep["rep"] for rep in each["reps"]] == ["one call", "one talk"]
        assert (each["artifacts"], each["commitments"]) == (["the log"], ["read it"])
    assert [(week["rep"], week["step"]) for week in told_of_it["weeks"]] == [("one", "Apply"), ("two", "Apply")]


LOOPS = """\
- practice loops
  - BET-1 loop, weekly
    - rep: one card
    - artifact: the card
    - signal: days to raise
    - coach: I read it
  - BET-2 loop, weekly
    - rep: one story
    - artifact: the story
    - signal: retold or not
    - coach: I find readers
- stretch
  - run the decision
  - carry the page
"""


@pytest.mark.parametrize(
    "loops",
    [
        LOOPS,
        LOOPS.replace("- practice loops", "- **Loops**").replace("BET-1 loop, weekly", "Bet 1: Frame before fix"),
        LOOPS.replace("- practice loops", "* By bet").replace("BET-1 loop, weekly", "**Bet 1**"),
    ],
)
def test_loops_may_be_items_below_an_item_that_leads_to_them(loops: str) -> None:
    told_of_it = plan(loops)
    assert [[rep["rep"] for rep in each["reps"]] for each in told_of_it["bets"]] == [["one card"], ["one story"]]
    assert [each["measurement"] for each in told_of_it["bets"]] == [["days to raise"], ["retold or not"]]
    assert told_of_it["stretch"] == ["run the decision", "carry the page"]
    assert told(VISION + loops) == []


def test_a_table_of_what_the_coach_does_may_tell_the_measurement_too() -> None:
    weeks = "| Week | Bet 1 rep | Bet 2 rep | Artifact |\n|---|---|---|---|\n| 1 | one | two | page |\n\n"
    table = (
        "### What I do\n\n| Bet | Coach commitment | Measure |\n|---|---|---|\n"
        "| 1 | read it | rounds |\n| both | ask | – |\n"
    )
    told_of_it = plan(weeks + table)
    assert (told_of_it["commitments"], told_of_it["measurement"]) == (["Bet 1: read it", "both: ask"], ["rounds"])


def test_lines_behind_the_plans_tell_in_their_own_words_what_holds_for_all() -> None:
    loops = "".join(f"**Reps for {bet}**\n\n1. one page\n2. one talk\n\n" for bet in "AB")
    lines = "Things that must exist at the end: two pages, a memo\n\nWhat pm-07 gets from me: an hour a week\n"
    told_of_it = plan(f"{loops}{WEEKLY}\n{lines}")
    assert (told_of_it["artifacts"], told_of_it["commitments"]) == (["two pages, a memo"], ["an hour a week"])


def test_a_sentence_that_begins_with_if_it_is_no_hypothesis() -> None:
    loops = "".join(f"### Bet {number} — Practice loop\n{BODY}" for number in (1, 2))
    assert "hypothesis" not in plan(f"{loops}It takes three hours. If it costs five, we cut.\n")["bets"][1]
    assert "hypothesis" in plan(f"{loops}If I practise, calls come sooner because I know why.\n")["bets"][1]


def test_a_part_comes_before_what_bears_a_name_of_it_further_down() -> None:
    body = (
        "## 3. Shared vision\n\n### Bet 1: Frame first\n\n- Why: w\n- Signals: s\n\n"
        "## 4. Development plan: ten weeks, small reps\n\n### 4.1 Reps\n\n**Bet 1 – Frame first**\n- Rep: one call\n"
        "- Measure: calls\n\n### 4.2 Week by week\n\n| Wk | Bet 1 rep |\n|---|---|\n| 1 | one |\n\n"
        "## 5. Cadence\n\nWeekly\n"
    )
    told_of_it = read(body).data["plan"]
    assert [rep["rep"] for rep in told_of_it["bets"][0]["reps"]] == ["one call"]
    assert [each["rep"] for each in told_of_it["weeks"]] == ["one"]


@pytest.mark.parametrize(("first", "second"), [("bet one", "bet two"), ("bet 1", "bet 2"), ("for bet A", "for bet B")])
def test_stretch_work_may_name_its_bet_behind_a_comma(first: str, second: str) -> None:
    lines = f"Stretch, {first}: you chair the round\nStretch, {second}: you propose the pilot\n"
    assert plan(f"{WEEKLY}\n{lines}")["stretch"] == ["you chair the round", "you propose the pilot"]


def test_a_timeline_beside_plans_may_tell_the_emphasis_of_its_weeks() -> None:
    loops = "".join(f"### Bet {number}\n\n- Rep: one call\n- Measure: calls\n\n" for number in (1, 2))
    table = "### Timeline\n\n| Weeks | Emphasis |\n|---|---|\n| 1–2 | first map |\n| 3–5 | brief 1 |\n"
    assert [each["rep"] for each in plan(loops + table)["weeks"]] == ["first map", "brief 1"]


@pytest.mark.parametrize("marks", [("Yes", "Yes"), ("✓", "✓"), ("yes", "no"), ("[x]", "[ ]"), ("✅", "not yet")])
def test_a_table_that_only_ticks_the_plans_off_is_none_of_them(marks: tuple[str, str]) -> None:
    loop = "- **Weekly rep:** one opening, 40 min\n- **Artifacts:** opening v1\n\n"
    table = "| Bet | Reps | Artifacts | Measurement |\n|---|---|---|---|\n"
    rows = "".join(f"| {bet} | {marks[0]} | {marks[1]} | {marks[0]} |\n" for bet in (1, 2))
    found = plan(f"### Bet 1\n\n{loop}### Bet 2\n\n{loop}### Is it all there?\n\n{table}{rows}")
    assert [(one["bet"], one["artifacts"]) for one in found["bets"]] == [
        ("Bet 1", ["opening v1"]),
        ("Bet 2", ["opening v1"]),
    ]


def test_a_table_that_says_more_holds_the_plans() -> None:
    table = "| Bet | Reps | Artifacts | Measurement |\n|---|---|---|---|\n"
    rows = "| 1 | one opening | opening v1 | yes |\n| 2 | one no | the list | no |\n"
    found = plan(table + rows)
    assert [one["artifacts"] for one in found["bets"]] == [["opening v1"], ["the list"]]
