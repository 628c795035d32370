"""Steps up the ladder at the end of a bet's title, with what takes them and when they are to be reached."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read

_ABOVE = """## 1) Definition of Good PM

| Competency | Observable behaviours |
|---|---|
| Short memos | puts the ask first |
| Pricing | names the loser |

## 3) Shared Vision

"""
_BELOW = "\n\n- Why it matters: it pays\n- Success signals: two memos\n"


def _bet(head: str, above: str = _ABOVE) -> dict[str, Any]:
    bet = parts(f"{above}{head}{_BELOW}")["vision"]["bets"][0]
    return {name: value for name, value in bet.items() if name not in ("why", "signals")}


@pytest.mark.parametrize(
    "head",
    [
        "### B1 Short memos 2 -> 4",
        "### B1: short memos, L2 → L4",
        "### B1: short memos, 2 to 4",
        "### B1: Short memos Understand → Analyze",
        "### **B1: Short memos 2 → 4**",
        "### B1: Short memos from L2 to L4",
    ],
)
def test_the_title_takes_the_step(head: str) -> None:
    bet = _bet(head)
    assert bet | {"bet": bet["bet"].lower()} == {
        "id": "B1",
        "bet": "short memos",
        "current": "Understand",
        "target": "Analyze",
    }


@pytest.mark.parametrize("step", ["Short memos 2 → 4", "Short memos, L2 → L4", "short memos: Understand → Analyze"])
@pytest.mark.parametrize(
    "head",
    [
        "### Bet 1: Say it once ({})",
        "### **Bet 1: Say it once ({})**",
        "**Bet 1: Say it once ({})**",
        "**Bet 1: Say it once** ({})",
    ],
)
def test_the_competency_takes_the_step_in_brackets(head: str, step: str) -> None:
    bet = _bet(head.format(step))
    assert bet.pop("competency").lower() == "short memos"
    assert bet == {"bet": "Say it once", "current": "Understand", "target": "Analyze"}


@pytest.mark.parametrize("head", ["### Bet 1: Say it once ({})", "**Bet 1: Say it once** ({})"])
@pytest.mark.parametrize("when", [" by 1 November", ", by 1 November", ", until week 4"])
@pytest.mark.parametrize("step", ["Short memos 2 → 4", "Short memos, L2 → L4"])
def test_the_day_stands_behind_the_step(head: str, step: str, when: str) -> None:
    assert _bet(head.format(f"{step}{when}")) == {
        "bet": "Say it once",
        "competency": "Short memos",
        "current": "Understand",
        "target": "Analyze",
        "timeframe": {"from": 1, "to": 4},
    }


@pytest.mark.parametrize(
    "title",
    [
        "Cut the queue from 2 → 4 hours",
        "Calls per week 1 → 3",
        "Say it once (calls 2 → 4)",
        "Short memos 4 → 2",
        "Say it once (short memos 2 → 4, most of them)",
        "From a list to a recommendation",
    ],
)
def test_other_figures_stay_in_the_title(title: str) -> None:
    assert _bet(f"### Bet 1: {title}") == {"bet": title}


def test_bare_numbers_are_no_levels_of_what_nobody_knows() -> None:
    assert _bet("### Bet 1: Short memos 2 → 4", "## 3) Shared Vision\n\n") == {"bet": "Short memos 2 → 4"}


def test_what_takes_the_step_may_be_a_sentence_of_its_own() -> None:
    assert _bet("### Bet 1: Say it once. Short memos, Know → Apply, by week 4") == {
        "bet": "Say it once",
        "competency": "Short memos",
        "current": "Know",
        "target": "Apply",
        "timeframe": {"from": 1, "to": 4},
    }


def test_words_that_are_no_competency_stay_in_the_title() -> None:
    title = "Say it once (the spoken word, Know → Apply by 1 November)"
    assert _bet(f"### Bet 1: {title}") == {
        "bet": title,
        "current": "Know",
        "target": "Apply",
        "timeframe": {"from": 1, "to": 4},
    }


def test_what_another_label_tells_counts() -> None:
    body = f"{_ABOVE}### Bet 1: Short memos 2 → 4\n\n- Level: Apply → Analyze\n"
    bet = read(body).data["vision"]["bets"][0]
    assert (bet["bet"], bet["current"], bet["target"]) == ("Short memos 2 → 4", "Apply", "Analyze")


def test_each_value_has_its_place() -> None:
    document = read(f"{_ABOVE}### Bet 1: Say it once (Short memos 2 → 4){_BELOW}")
    places = {name: document.values[("vision", "bets", 0, name)] for name in ("bet", "competency", "current", "target")}
    assert {name: document.text[slice(*span)] for name, span in places.items()} == {
        "bet": "Say it once",
        "competency": "Short memos",
        "current": "2",
        "target": "4",
    }


def test_what_stands_in_brackets_behind_a_bold_title_is_of_the_bet() -> None:
    bets = parts(f"{_ABOVE}**Bet 1: Say it once** (weeks 1–6){_BELOW}\n**Bet 2: Ask** (new){_BELOW}")["vision"]["bets"]
    assert bets[0]["timeframe"] == {"from": 1, "to": 6}
    assert bets[1] == {"bet": "Ask", "why": "it pays", "signals": ["two memos"]}


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("**Bet 1: Say it once (C1, some C2)** Level 2 → 4 until 27.11.2026.", ("Understand", "Analyze", 8)),
        ("**Bet 1: Say it once** L2 → L4, by 27 November. Bold; 3 is fine as well.", ("Understand", "Analyze", 8)),
        ("**Bet 1 – Say it once** from Understand to Analyze", ("Understand", "Analyze", None)),
        ("**Bet 1: Say it once** → Analyze, 27 Nov", (None, "Analyze", 8)),
        ("**Bet 1: Say it once** -> analyze (27 November)", (None, "Analyze", 8)),
        ("**Bet 1: Say it once** → Analyze, when calm", (None, "Analyze", None)),
    ],
)
def test_a_step_may_stand_behind_a_name_in_bold(head: str, told: tuple[Any, ...]) -> None:
    bet = _bet(head)
    assert bet["bet"].startswith("Say it once")
    assert bet["bet"].endswith(("once", "C2)"))
    assert (bet.get("current"), bet["target"], bet.get("timeframe", {}).get("to")) == told


def test_a_step_may_stand_behind_the_bold_name_of_an_item() -> None:
    items = "".join(
        f"{number}. **{name}** → {level}, 27 Nov\n   - why: it pays\n   - signal: two memos\n"
        for number, name, level in ((1, "Short memos", "analyze"), (2, "Pricing", "apply"))
    )
    bets = parts(_ABOVE + items)["vision"]["bets"]
    assert [(bet["bet"], bet["competency"], bet["target"]) for bet in bets] == [
        ("Short memos", "Short memos", "Analyze"),
        ("Pricing", "Pricing", "Apply"),
    ]


@pytest.mark.parametrize("head", ["**Bet 1: Say it once** to anybody", "**Bet 1: Say it once** – two memos → one page"])
def test_what_is_no_step_stays_in_the_title(head: str) -> None:
    assert not {"current", "target"} & _bet(head).keys()


@pytest.mark.parametrize(
    "head",
    [
        "### Bet 1: “Therefore” — Short memos from Apply to Analyze, with a tendency to Synthesize",
        "**Bet 1: “Therefore” – Short memos Apply → Analyze, at times**",
        "### Bet 1: “Therefore” - short memos from Apply to a steady Analyze",
    ],
)
def test_what_takes_a_step_may_be_set_off_from_the_name(head: str) -> None:
    bet = _bet(head)
    assert (bet["bet"], bet["competency"].lower()) == ("“Therefore”", "short memos")
    assert (bet["current"], bet["target"]) == ("Apply", "Analyze")


def test_a_step_may_go_on_in_brackets() -> None:
    bet = _bet("### Bet 1: Short memos, from Understand to a steady Apply (Analyze, if we are lucky)")
    assert bet == {"bet": "Short memos", "current": "Understand", "target": "Apply"}
