"""Forms that writers of packs use for lists, heads, tables and days."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.names import is_short_form
from tests.binding.reading import FRONT, parts, read, told
from tests.linting import offences_of

REPS = "- Rep: frame one request, 45 min\n- Artifact: a frame\n"
BETS = """## 3) Shared Vision

| Bet | Competency | Why it matters | Success signals | Timeframe |
|---|---|---|---|---|
| Frame first | Framing | x | two briefs | Weeks 1–8 |
| Say no | Letting go | y | three refusals | Weeks 1–8 |

"""


def part(name: str, body: str) -> dict[str, Any]:
    found: dict[str, Any] = read(body).data[name]
    return found


@pytest.mark.parametrize("mark", ["*", "_"])
def test_heads_in_italics_run_in(mark: str) -> None:
    said = f"{mark}Risks.{mark} A freeze. A move.\n\n{mark}Open questions.{mark} Who reads it?\n"
    body = f"## 7) Risks, open questions\n\n{said}"
    assert part("closing", body) == {
        "risks": [{"risk": "A freeze."}, {"risk": "A move."}],
        "questions": ["Who reads it?"],
    }


@pytest.mark.parametrize("line", ["*Most of the risks are known by now.* A freeze.", "*risks.* A freeze.", "*Risks.*"])
def test_other_words_in_italics_are_no_heads(line: str) -> None:
    assert "risks" not in read(f"## 7) Risks, open questions\n\n{line}\n").data.get("closing", {})


def test_definition_lists_tell_plans() -> None:
    found = part(
        "plan",
        "## 4) Development Plan\n\nBet one\n: *Rep* — reopen one test, 50 min.\n: *Leaves behind* — a card.\n"
        ": *Measured by* — cards that hold.\n: *Coach* — reads the card.\n\nBet two\n: *Rep* — one call, 20 min.\n",
    )
    assert found["bets"] == [
        {
            "bet": "Bet one",
            "reps": [{"rep": "reopen one test", "minutes": 50}],
            "artifacts": ["a card."],
            "commitments": ["reads the card."],
            "measurement": ["cards that hold."],
        },
        {"bet": "Bet two", "reps": [{"rep": "one call", "minutes": 20}]},
    ]


def test_headings_that_name_no_bet_head_no_plan() -> None:
    body = (
        f"{BETS}## 4) Development Plan\n\n### 4.1 Week by week\n\n"
        "| Week | Dates | Bet 1 rep | Bet 2 rep | Artifact due |\n|---|---|---|---|---|\n"
        "| Week 1 | 5–11 Oct | Frame one | List the nos | a list |\n| Week 2 | 12–18 Oct | Frame two | | a note |\n\n"
        "### 4.2 Stretch assignments\n\n- **Bet 1:** the launch review\n\n"
        "### 4.3 Commitments\n\n- no comments before theirs\n\n### 4.4 How each bet is measured\n\n- Bet 1: frames\n"
    )
    found = part("plan", body)
    assert found["weeks"] == [
        {"weeks": {"from": 1, "to": 1}, "bet": "Bet 1", "rep": "Frame one", "artifact": "a list"},
        {"weeks": {"from": 1, "to": 1}, "bet": "Bet 2", "rep": "List the nos", "artifact": "a list"},
        {"weeks": {"from": 2, "to": 2}, "bet": "Bet 1", "rep": "Frame two", "artifact": "a note"},
    ]
    assert found["commitments"] == ["no comments before theirs"]
    assert (found["measurement"], "bets" in found) == (["Bet 1: frames"], False)


def test_headings_that_name_one_head_plans() -> None:
    body = f"{BETS}## 4) Development Plan\n\n### Frame first\n\n{REPS}\n### Another one\n\n{REPS}"
    assert [bet["bet"] for bet in part("plan", body)["bets"]] == ["Frame first", "Another one"]


def test_a_timeline_beside_plans_tells_what_is_done_when() -> None:
    weeks = "### Timeline\n\n| Week | Bet 1 | Bet 2 |\n|---|---|---|\n| 1 | frame | cut |\n"
    sections = f"{BETS}## 4) Development Plan\n\n### Bet 1\n\n{REPS}\n### Bet 2\n\n{REPS}\n"
    found = part("plan", f"{sections}{weeks}")
    assert found["bets"] == part("plan", sections)["bets"]
    assert [(week["bet"], week["rep"]) for week in found["weeks"]] == [("Bet 1", "frame"), ("Bet 2", "cut")]
    assert told(f"{sections}{weeks}") == told(sections)


def test_a_timeline_beside_a_table_with_a_column_for_each_bet() -> None:
    rows = (
        "| Weekly rep | frame one | cut one |\n| Stretch | the launch | the cuts |\n| Measurement | frames | cuts |\n"
    )
    table = f"### Loops\n\n| Element | Bet 1 | Bet 2 |\n|---|---|---|\n{rows}"
    weeks = "\n### Week by week\n\n| Week | Starts | Bet 1 rep | Bet 2 |\n|---|---|---|---|\n| 1 | 5 Oct | one | – |\n"
    found = part("plan", f"{BETS}## 4) Development Plan\n\n{table}{weeks}")
    assert [bet["stretch"] for bet in found["bets"]] == [["the launch"], ["the cuts"]]
    assert found["weeks"] == [{"weeks": {"from": 1, "to": 1}, "bet": "Bet 1", "rep": "one"}]
    assert list(found) == ["bets", "weeks"]


def test_a_timeline_below_a_table_of_reps() -> None:
    reps = "| Bet | Weekly rep | Artifact |\n|---|---|---|\n| 1 | frame one | a frame |\n| 2 | cut one | a list |\n"
    weeks = "\n| Wk | Bet 1 | Bet 2 |\n|---|---|---|\n| 1 | one | two |\n"
    found = part("plan", f"{BETS}## 4) Development Plan\n\n{reps}{weeks}")
    assert [(week["bet"], week["rep"]) for week in found["weeks"]] == [
        ("1", "frame one"),
        ("2", "cut one"),
        ("Bet 1", "one"),
        ("Bet 2", "two"),
    ]


def test_reps_of_several_bets_in_a_table_below_their_name() -> None:
    body = (
        f"{BETS}## 4) Development Plan\n\n### Reps\n\n| Bet | What | When |\n|---|---|---|\n"
        "| 1 | One old bug | Wednesday before noon |\n| 2 | Sit in | every time |\n\n"
        "### What I'll produce\n\n- [ ] notes\n"
    )
    assert told(body) == []
    found = part("plan", body)
    assert found["weeks"] == [{"bet": "1", "rep": "One old bug"}, {"bet": "2", "rep": "Sit in"}]
    assert found["artifacts"] == ["notes"]


@pytest.mark.parametrize(
    "items",
    [
        "- 5 min: what changed\n- 15 min: the claim\n- 20 min: the artifact\n",
        "1. What changed (5)\n2. The claim (15)\n3. The artifact (20)\n",
        "- 14:00–14:05 What changed\n- 14:05–14:20 The claim\n- 14:20–14:40 The artifact\n",
        "* What changed, 5\n* The claim, 15\n* The artifact, 20\n",
    ],
)
def test_items_with_their_minutes_are_the_agenda(items: str) -> None:
    found = part(
        "cadence", f"## 5) Coaching Cadence\n\nWednesdays 15:00, 40 min.\n\n{items}\nPrompts:\n- What changed?\n"
    )
    told = [item["item"].lower() for item in found["agenda"]]
    assert told == ["what changed", "the claim", "the artifact"]
    assert found["prompts"] == ["What changed?"]


@pytest.mark.parametrize(
    "items", ["- 5 min: what changed\n- 15 min: the claim\n", "- what changed\n- 15 min\n- the claim\n"]
)
def test_two_or_others_are_no_agenda(items: str) -> None:
    assert "agenda" not in part("cadence", f"## 5) Coaching Cadence\n\nWednesdays 15:00.\n\n{items}")


@pytest.mark.parametrize("head", ["Key", "Code", "", "Capability"])
def test_levels_are_those_of_what_the_first_column_names(head: str) -> None:
    found = part(
        "assessment", f"## 2) Assessment\n\n| {head} | Level | Evidence |\n|---|---|---|\n| DISC | 2/6 | E1 |\n"
    )
    assert found["levels"] == [{"competency": "DISC", "current": "Understand", "evidence": ["E1"]}]


def test_what_nobody_knows_is_no_level() -> None:
    found = part(
        "assessment",
        "## 2) Assessment\n\n- **Framing: Apply**\n  - 14 Aug: 22 facts\n- **Uncertain:** how much was theirs\n\n"
        "Needs work: patience\n",
    )
    assert [level["competency"] for level in found["levels"]] == ["Framing"]
    assert (found["unknowns"], found["gaps"]) == (["how much was theirs"], ["patience"])


@pytest.mark.parametrize(
    ("line", "current", "target", "timeframe"),
    [
        ("**Framing. Apply → Analyze.** Ends week 6.", "Apply", "Analyze", {"from": 1, "to": 6}),
        ("Move from Apply to Analyze by 13 November. That is a lot.", "Apply", "Analyze", {"from": 1, "to": 6}),
        ("2/6 -> 4/6, in 6 weeks", "Understand", "Analyze", {"from": 1, "to": 6}),
    ],
)
def test_a_line_below_a_bet_tells_its_step(line: str, current: str, target: str, timeframe: dict[str, int]) -> None:
    head = "## 1) Good PM\n\n| Competency | Behaviours |\n|---|---|\n| Framing | says who |\n\n## 3) Shared Vision\n\n"
    (bet,) = part("vision", f"{head}### Bet 1: Frame first\n\n{line}\n\nWhy: two guesses failed\n")["bets"]
    assert (bet["current"], bet["target"], bet["timeframe"]) == (current, target, timeframe)


def test_a_sentence_tells_the_level_of_today() -> None:
    (level,) = part("assessment", "## 2) Assessment\n\n### Framing\n\nCurrently at Apply. I had written Understand.\n")[
        "levels"
    ]
    assert level["current"] == "Apply"


def test_one_unmistakable_order_tells_that_of_all_days() -> None:
    front = FRONT.replace("start: 2026-10-05", "start: 12/10/2026")
    rows = "| Date | Bet | Rep done |\n|---|---|---|\n| 15/10 | 1 | x |\n| 22/10 | 1 | y |\n| 05/11 | 1 | z |\n"
    document = read(f"## 6) Follow-up Tracker\n\n{rows}", front)
    assert document.data["start"] == "2026-10-12"
    assert [row["date"] for row in document.data["follow_up"]["tracker"]] == ["2026-10-15", "2026-10-22", "2026-11-05"]


@pytest.mark.parametrize(
    ("short", "full"), [("carrying room", "carry room"), ("choosing", "choose"), ("listen", "listening")]
)
def test_a_verb_with_ing_is_the_same(short: str, full: str) -> None:
    assert is_short_form(short, full)


@pytest.mark.parametrize(("short", "full"), [("string", "str"), ("framing", "frames"), ("bring", "br"), ("king", "k")])
def test_other_words_are_not(short: str, full: str) -> None:
    assert not is_short_form(short, full)


def test_competencies_folded_up_with_their_ladders() -> None:
    body = (
        "## 1) Good PM\n\n<details open>\n<summary><strong>👀 Product sense</strong>: sees as an owner</summary>\n\n"
        "- Can walk a flow\n\n| Depth | What we'd see |\n|---|---|\n| 🥚 Know | recites |\n"
        "| 🐣 Understand | explains |\n| 🐥 Apply | uses |\n\n</details>\n\n"
        "<details>\n<summary><strong>Critique</strong></summary>\n\n"
        "- Shows work at 30%\n\n</details>\n"
    )
    one, other = part("definition", body)["competencies"]
    assert one["competency"] == "Product sense"
    assert [rung["level"] for rung in one["ladder"]] == ["Know", "Understand", "Apply"]
    assert (other["competency"], other["behaviours"]) == ("Critique", ["Shows work at 30%"])


def test_why_the_bets_matter_may_be_told_once() -> None:
    bets = "1. **Frame first.** Framing L3 → L4 by 27 Nov.\n2. **Say no.** Letting go L2 → L3 by 27 Nov.\n"
    document = read(f"## 3) Shared Vision\n\n{bets}\nWhy now: the roadmap is planned in December.\n")
    assert document.data["vision"]["why"] == "the roadmap is planned in December."
    assert [document.is_settled(("vision", "bets", at, "why")) for at in (0, 1)] == [True, True]


def test_as_many_rungs_as_levels_are_the_ladder() -> None:
    steps = ["knows it", "explains it", "runs one", "finds why", "builds a model", "judges it"]
    (one,) = part("definition", f"## 1) Good PM\n\n### Discovery\n\nLadder: {' → '.join(steps)}\n")["competencies"]
    levels = ["Know", "Understand", "Apply", "Analyze", "Synthesize", "Evaluate"]
    assert one["ladder"] == [{"level": each, "behaviour": step} for each, step in zip(levels, steps, strict=True)]


def test_fewer_are_not() -> None:
    document = read("## 1) Good PM\n\n### Discovery\n\nLadder: knows it → explains it → runs one\n")
    (one,) = document.data["definition"]["competencies"]
    assert [rung.get("level") for rung in one["ladder"]] == ["Know", None, None]


def test_items_that_begin_with_days_are_days_of_review() -> None:
    items = "- 🟢 **4 Nov (W1)**: 0 of 3.\n- 🟡 **11 Nov (W2)**: 1 of 3.\n- **18 Nov**: half a session.\n"
    found = part("follow_up", f"## 6) Follow-up Tracker\n\n{items}")
    assert [review["date"] for review in found["reviews"]] == ["2026-11-04", "2026-11-11", "2026-11-18"]


def test_a_week_off_is_about_no_bet() -> None:
    rows = (
        "| Date | Bet | Rep done |\n|---|---|---|\n| 8 Oct | 1 | one |\n| 15 Oct | | vacation |\n| 22 Oct | | two |\n"
    )
    document = read(f"{BETS}## 6) Follow-up Tracker\n\n{rows}")
    assert [document.is_settled(("follow_up", "tracker", at, "bet")) for at in (1, 2)] == [True, False]


def test_a_table_of_what_is_looked_at_holds_reviews() -> None:
    table = (
        "| When | What we'll look at together | What happened |\n|---|---|---|\n| 21 October (week 3) | two notes | |\n"
    )
    assert part("follow_up", f"## 6) Follow-up\n\n{table}") == {
        "reviews": [{"date": "2026-10-21", "evidence": "two notes"}]
    }


def test_until_when_is_not_asked_where_nothing_says_when_the_cycle_begins() -> None:
    front = "---\ntype: coaching-pack\npm: pm-07\n{}---\n\n"
    body = "## 3) Shared Vision\n\n### Bet 1: Frame first\n\n- **Timeframe:** by 5 February\n"
    assert offences_of(read(body, front.format(""))) == []
    timed = read(body, front.format("start: 2026-11-30\nweeks: 10\n"))
    assert timed.data["vision"]["bets"][0]["timeframe"] == {"from": 1, "to": 10}


def test_a_line_beside_bets_is_of_a_competency_only_where_it_names_one() -> None:
    body = (
        "## 1) Definition of “Good PM”\n\n| Competency | Observable behaviours |\n|---|---|\n| Framing | asks |\n\n"
        "## 3) Shared Vision\n\n**Bet one: Frame first.** From *apply* to *analyse*.\n\n{}\n"
    )
    (bet,) = parts(body.format("Ten working weeks, with a fortnight off at Christmas."))["vision"]["bets"]
    assert "competency" not in bet
    (bet,) = parts(body.format("Framing, weeks 1–8"))["vision"]["bets"]
    assert (bet["competency"], bet["timeframe"]) == ("Framing", {"from": 1, "to": 8})


def test_a_list_of_texts_in_the_column_that_bears_its_name() -> None:
    rows = "| Apply | Where else? · What would it look like here? |\n| Analyze | What are all the causes? |\n"
    head = "## 5) Coaching Cadence\n\n### Coaching prompts by level\n\n"
    named = part("cadence", f"{head}| Level | Prompts |\n|---|---|\n{rows}")
    assert named["prompts"] == ["Where else?", "What would it look like here?", "What are all the causes?"]
    unnamed = part("cadence", f"{head}| Ask | When |\n|---|---|\n| Where else? | At the start |\n")
    assert unnamed["prompts"] == ["Where else?"]
