"""Bets that are told in sentences behind a bold head, and steps up the ladder in running text."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.rungs import step_in
from pmcoach_lint.readers.unreadable import Context
from tests.binding.reading import parts, read, told

SHORT = Context(short=(("an", "Analyze"), ("ii", "Understand"), ("iv", "Analyze"), ("u", "Understand")))


@pytest.mark.parametrize(
    ("text", "of", "now", "then", "rest"),
    [
        ("Insight synthesis L3 → L5 by 27 Nov.", "Insight synthesis", "L3", "L5", " by 27 Nov."),
        ("Reading the field, Apply ⇒ Analyse, by 13 November.", "Reading the field", "Apply", "Analyse", None),
        ("From *Understand* to *Analyze* by December", None, "Understand", "Analyze", None),
        ("From a shaky *Apply* to a confident *Evaluate*.", None, "Apply", "Evaluate", "."),
        ("A1 from Apply to Synthesize.", "A1", "Apply", "Synthesize", "."),
        ("Product context, Know → Apply (week 3) → Analyze (week 6).", "Product context", "Know", "Analyze", "."),
        ("Discovery 2/6 -> 4/6 in 6 weeks", "Discovery", "2/6", "4/6", " in 6 weeks"),
        ("Risk judgement II ⟶ IV, until 18 December", "Risk judgement", "II", "IV", None),
        ("Problem framing: U -> An.", "Problem framing", "U", "An", "."),
        ("Memos L2/3 → L4", "Memos", "L2/3", "L4", ""),
        (
            "From an unsteady *apply* to a steady one, touching *analyze*",
            None,
            "apply",
            "apply",
            ", touching *analyze*",
        ),
        ("From *apply, shaky* to **analyze by mid-January**.", None, "apply", "analyze", " by mid-January**."),
    ],
)
def test_a_step_in_running_text(text: str, of: str | None, now: str, then: str, rest: str | None) -> None:
    step = step_in(text, (0, len(text)), SHORT)
    assert step
    assert (step.of and text[slice(*step.of)], text[slice(*step.now)], text[slice(*step.then)]) == (of, now, then)
    assert rest is None or text[step.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "We apply to understand what sellers need",
        "They know how to apply it",
        "Go from 3 to 5 calls a week",
        "Complaints → analysis of causes → a brief",
        "Support asks to create a list",
        "Apply the frame, then analyze the answer",
        "",
    ],
)
def test_what_is_no_step(text: str) -> None:
    assert step_in(text, (0, len(text)), Context()) is None


def bets(body: str) -> list[dict[str, Any]]:
    """The bets of a part 3, of which everything must be readable."""
    found: list[dict[str, Any]] = parts(f"## 3) Shared Vision\n\n{body}\n")["vision"]["bets"]
    return found


FRAME = {"bet": "Frame first", "competency": "Framing", "current": "Apply", "target": "Analyze"}
UNTIL = {"timeframe": {"from": 1, "to": 8}}
SIGNALS = {"signals": ["We'll know it worked when two briefs need no rework."]}


@pytest.mark.parametrize(
    "head",
    [
        "**First bet — frame first.**",
        "**Our first bet: frame first.**",
        "**Bet one: frame first.**",
        "**Bet A: frame first.**",
        "**Bet A (for certain): frame first.**",
        "**Bet α: frame first.**",
        "**BET-1: frame first.**",
        "1. **Frame first.**",
        "- **Frame first.**",
    ],
)
def test_a_bet_in_sentences_behind_its_head(head: str) -> None:
    text = f"{head} Framing, Apply → Analyze, by 27 November. We'll know it worked when two briefs need no rework."
    (bet,) = bets(f"{text}\n")
    assert {**bet, "bet": bet["bet"].capitalize()} == {**FRAME, **SIGNALS, **UNTIL}


def test_its_sentences_stand_in_any_order_and_others_between_them() -> None:
    (bet,) = bets(
        "**Bet one: “Frame first.”** Framing from Apply to Analyze by 4 Dec. Four weeks for the first half. We will "
        "see it in two briefs without rework. *Matters because* the guess cost two sprints.\n"
    )
    assert bet == {
        "bet": "“Frame first.”",
        "competency": "Framing",
        "current": "Apply",
        "target": "Analyze",
        "why": "*Matters because* the guess cost two sprints.",
        "signals": ["We will see it in two briefs without rework."],
        "timeframe": {"from": 1, "to": 9},
    }


def test_labels_and_sentences_go_together() -> None:
    one, other = bets(
        "1. **Frame first.** Framing L3 → L4 by 27 Nov. Signal: two briefs without rework.\n"
        "2. **Say no.** Prioritization L2 → L3 by 27 Nov. Signal: three refusals with a reason.\n\n"
        "Why now: the roadmap is planned in December.\n"
    )
    assert one == {**FRAME, "signals": ["two briefs without rework"], **UNTIL}
    assert (other["bet"], other["competency"], other["signals"]) == (
        "Say no",
        "Prioritization",
        ["three refusals with a reason."],
    )


def test_a_title_tells_a_step_and_how_long_it_takes() -> None:
    (bet,) = bets("**BET-1 (the only one): Discovery 2/6 -> 4/6 in 6 weeks**\n\n- why: the budget depends on it\n")
    assert bet == {
        "bet": "Discovery",
        "current": "Understand",
        "target": "Analyze",
        "why": "the budget depends on it",
        "timeframe": {"from": 1, "to": 6},
    }


@pytest.mark.parametrize("step", ["2 → 4 by 27 Nov", "L2 → L4, by 27 Nov", "Understand → Analyze by 27 Nov"])
def test_an_item_that_is_a_step_and_its_day_is_that_of_the_bet(step: str) -> None:
    (bet,) = bets(f"- B1: Frame first\n  - {step}\n  - why: the L4 → L5 step depends on it\n")
    assert (bet["current"], bet["target"], bet["timeframe"]) == ("Understand", "Analyze", {"from": 1, "to": 8})


def test_the_level_so_far_of_a_step_may_be_between_two() -> None:
    body = "## 3) Shared Vision\n\n- B1: Frame first\n  - 2–3 → 4 by 27 Nov\n  - why: it costs a week\n"
    assert [(rule, text) for rule, text, _ in told(body)] == [("between-two-levels", "2–3")]
    (bet,) = read(body).data["vision"]["bets"]
    assert (bet["current"], bet["target"]) == ("Understand", "Analyze")


def test_items_without_a_step_stay_as_they_are() -> None:
    document = read("## 3) Shared Vision\n\n- **Frame first.** It comes before all else.\n- **Say no.** Often.\n")
    found = document.data["vision"]["bets"]
    assert found == [{"bet": "**Frame first.** It comes before all else."}, {"bet": "**Say no.** Often."}]


@pytest.mark.parametrize(
    "head", ["*For the first bet*", "**First bet**", "### The first bet", "#### For our first bet"]
)
def test_a_plan_is_for_a_bet_by_its_ordinal(head: str) -> None:
    document = read(
        "## 3) Shared Vision\n\n| Bet | Why it matters |\n|---|---|\n| Frame first | x |\n| Say no | y |\n\n"
        f"## 4) Development Plan\n\n{head}\n\n- Weekly rep: frame one request\n"
    )
    (reference,) = [one for one in document.references if one.path[:2] == ("plan", "bets")]
    assert reference.targets == (("vision", "bets", 0),)


@pytest.mark.parametrize("end", ["…", "...", " …"])
@pytest.mark.parametrize("mark", ["-", "1.", "- [ ]"])
def test_a_line_that_breaks_off_for_the_items_below_says_what_they_are(end: str, mark: str) -> None:
    text = f"## 3) Shared Vision\n\n### Bet A: Framing\n\n**Why:** reworks\n\nWe'll see it when{end}\n\n"
    items = f"{mark} two briefs need no rework\n{mark} the designer agrees\n"
    (bet,) = parts(text + items)["vision"]["bets"]
    assert bet == {"bet": "Framing", "why": "reworks", "signals": ["two briefs need no rework", "the designer agrees"]}


@pytest.mark.parametrize(
    "said", ["I'll be directive when food safety is at stake.", "I decide myself if a contract binds us."]
)
def test_a_paragraph_may_be_known_by_its_first_words_behind_another(said: str) -> None:
    text = f"**Prompts:** What did you drop?\n\nFeedback happens in the corridor.\n\n{said}\n"
    assert parts(f"## 5) Cadence\n\n{text}")["cadence"]["exceptions"] == [said]


def test_a_line_that_breaks_off_for_nothing_is_what_it_says() -> None:
    text = "## 3) Shared Vision\n\n### Bet A: Framing\n\n**Why:** reworks\n\nWe'll see it when briefs pass…\n"
    (bet,) = parts(text)["vision"]["bets"]
    assert bet["signals"] == ["We'll see it when briefs pass…"]


@pytest.mark.parametrize(
    ("told", "why", "signals"),
    [
        (
            "Framing from Apply to Analyze by 4 December. It matters since rework costs a week.",
            "It matters since …",
            None,
        ),
        ("Framing, Apply → Analyze. Because rework costs a week, we begin here.", "Because …", None),
        (
            "*Why:* rework costs a week.\n*We'll see it when:* two briefs pass",
            "rework costs a week.",
            "two briefs pass",
        ),
        ("Sense: rework costs a week.\n\nI'll believe it when: two briefs pass", "rework …", "two briefs pass"),
        (
            "- Reason: rework costs a week.\n- You will tell it works when: two briefs pass",
            "rework …",
            "two briefs pass",
        ),
        (
            "**What's at stake:** rework costs a week.\n\n**We'd know if:** two briefs pass",
            "rework …",
            "two briefs pass",
        ),
    ],
)
def test_why_and_signals_in_words_of_ones_own(told: str, why: str, signals: str | None) -> None:
    bet = parts(f"## 3) Shared Vision\n\n### Bet 1: Frame first\n\n{told}\n")["vision"]["bets"][0]
    assert bet["why"].startswith(why.removesuffix("…"))
    assert "rework costs a week" in bet["why"]
    assert bet.get("signals") == (signals and [signals])


@pytest.mark.parametrize("first", ["Signal 1: ", "**Signal a:** ", "- Signal a: "])
def test_signals_that_are_numbered_are_one_list(first: str) -> None:
    told = "\n".join(first.replace("1", number).replace("a:", f"{number}:") + f"brief {number}" for number in "123")
    bet = parts(f"## 3) Shared Vision\n\n### Bet 1: Frame first\n\n{told}\n\nWhy: rework costs a week\n")["vision"][
        "bets"
    ][0]
    assert bet == {"bet": "Frame first", "why": "rework costs a week", "signals": ["brief 1", "brief 2", "brief 3"]}


def test_what_else_a_bet_tells_is_none_of_its_reps() -> None:
    told = (
        "- **Why:** rework costs a week\n- **Signals:** 2 briefs pass\n- **Owner:** pm-07\n- **Not included:** slides\n"
    )
    bet = parts(f"## 3) Shared Vision\n\n### BET-A: Frame first\n\n{told}\n### BET-B: Say no\n\n{told}")["vision"][
        "bets"
    ][0]
    assert bet == {"bet": "Frame first", "why": "rework costs a week", "signals": ["2 briefs pass"]}


def test_the_one_bet_in_a_paragraph_keeps_its_signals() -> None:
    told = (
        "**Say it first.** Framing from apply/analyze up to synthesize, by week 8.\n\nJust one.\n\n"
        "It matters because rework costs a week.\n\nI'll believe it when:\n\n- two briefs pass\n- nobody asks\n"
    )
    document = read(f"## 3) The one bet\n\n{told}")
    bet = document.data["vision"]["bets"][0]
    assert (bet["bet"], bet["current"], bet["target"]) == ("Say it first", "Apply", "Synthesize")
    assert (bet["why"], bet["signals"]) == (
        "It matters because rework costs a week.",
        ["two briefs pass", "nobody asks"],
    )


@pytest.mark.parametrize("when", ["mid December", "before the council", "until the meeting in January", "after peak"])
def test_a_timeframe_in_words_alone_says_enough(when: str) -> None:
    table = f"| Bet | Why | Signals | Timeframe |\n|---|---|---|---|\n| Frame first | rework | 2 pass | {when} |\n"
    document = read(f"## 3) Shared Vision\n\n{table}")
    assert document.data["vision"]["bets"] == [{"bet": "Frame first", "why": "rework", "signals": ["2 pass"]}]
    assert document.offences == {}
    assert document.is_settled(("vision", "bets", 0, "timeframe"))


@pytest.mark.parametrize("head", ["**BET {}** *{}*", "**Bet {}** {}", "**Bet {}**: {}", "__Bet {}__ {}"])
def test_bets_whose_number_alone_is_in_bold(head: str) -> None:
    told = "Framing: Apply ➜ Analyze\nWhy: rework costs a week\nSignals: 2 briefs pass\n"
    found = bets(
        "\n\n".join(f"{head.format(number, name)}\n{told}" for number, name in ((1, "Frame first"), (2, "Say no")))
    )
    assert [bet["bet"] for bet in found] == ["Frame first", "Say no"]
    assert [(bet["target"], bet["why"], bet["signals"]) for bet in found] == [
        ("Analyze", "rework costs a week", ["2 briefs pass"])
    ] * 2


def test_what_a_bet_tells_in_a_quotation_is_its_own() -> None:
    told = "> Why: rework costs a week\n> Success: 2 briefs pass\n> By: week 8\n"
    assert bets(f"**Bet 1: Frame first**\n\n{told}\n**Bet 2: Say no**\n\n{told}")[1] == {
        "bet": "Say no",
        "why": "rework costs a week",
        "signals": ["2 briefs pass"],
        "timeframe": {"from": 8, "to": 8},
    }


DEFINED = "## 1) Definition\n\n| ID | Competency | Behaviours |\n|---|---|---|\n| C1 | Framing | Says what is out |\n\n"


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        (
            "## 3. Common goal",
            (
                '**Bet 1 "Frame first"** (in short)  ',
                "Competence C1, from 3 to stable 4, with a try at 5.  ",
                "Why: it is late.  ",
                "How we recognise it: (a) three briefs; (b) no surprise.  ",
                "Time: till 20 November 2026",
            ),
        ),
        (
            "## 3. Our way up",
            (
                "**Bet 1 “Frame first”**\n",
                "C1, from Apply to Analyze.\n",
                "*Why:* it is late.\n",
                "*Signs:* three briefs; no surprise\n",
                "*Until:* 20.11.2026",
            ),
        ),
    ],
)
def test_bets_in_lines_with_labels_of_ones_own(heading: str, lines: tuple[str, ...]) -> None:
    body = "\n".join((heading, "", *lines))
    document = read(f"{DEFINED}## 2) Current Assessment\n\n{body}\n\n## 4) Development Plan\n")
    (bet,) = document.data["vision"]["bets"]
    told = {name: bet[name] for name in ("competency", "current", "target", "timeframe")}
    assert told == {"competency": "C1", "current": "Apply", "target": "Analyze", "timeframe": {"from": 1, "to": 7}}
    assert "Frame first" in bet["bet"]
    assert bet["why"].startswith("it is late")
    said = [signal.removeprefix("(a) ").removeprefix("(b) ").rstrip(".") for signal in bet["signals"]]
    assert said == ["three briefs", "no surprise"]


def test_till_when_without_a_first_day_is_no_offence() -> None:
    document = read(
        "## 3) Growth bets\n\n### Bet 1: Frame first\n\n**Time:** till 20.11.2026\n",
        "---\ntype: coaching-pack\n---\n\n",
    )
    assert document.offences == {}
