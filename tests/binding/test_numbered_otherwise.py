"""Bets that are numbered with letters or in words, and what refers to them."""

from __future__ import annotations

import pytest

from pmcoach_lint.binding.nouns import Nouns, number_of
from tests.binding.reading import parts, read

BELOW = """
- Why: it pays
- Signals: two of three
- Timeframe: weeks 1–8
"""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bet 2: Framing", 2),
        ("**Bet 2** · Framing", None),
        ("**Bet 2 · Framing**", 2),
        ("Bet A · Framing", 1),
        ("Bet B. Framing", 2),
        ("bet C – Framing", 3),
        ("Bet D", 4),
        ("Bet one: Framing", 1),
        ("**Bet two. Framing**", 2),
        ("Growth bet three - Framing", 3),
        ("Bet: Framing", None),
        ("Bet 1.2: Framing", None),
        ("Bet a horse", None),
        ("Bet one horse", None),
        ("Bet A horse", None),
        ("Better: Framing", None),
    ],
)
def test_a_number_behind_a_noun(text: str, number: int | None) -> None:
    assert number_of(Nouns(["Bet", "Growth bet"]).match(text)) == number


@pytest.mark.parametrize(
    ("text", "number"), [("Rep 1.2: frames", 2), ("*Rep 2.1, weekly:* frames", 1), ("Rep 1.2.3: x", None)]
)
def test_a_rep_may_be_numbered_after_its_bet(text: str, number: int | None) -> None:
    assert number_of(Nouns(["Rep", "Weekly rep"]).match(text)) == number


@pytest.mark.parametrize(
    "head",
    [
        "### Bet {}: Framing, from Apply to Analyze",
        "### Bet {} · Framing 🗣️",
        "**Bet {}. Framing**",
        "**Bet {} – Framing: Apply → Analyze** 🤝",
        "- **Bet {} · Framing** 🗣️",
    ],
)
@pytest.mark.parametrize("numbers", ["AB", "12", ("one", "two")])
def test_bets_are_read_however_they_are_numbered(head: str, numbers: str) -> None:
    below = BELOW.replace("\n-", "\n  -").lstrip("\n") if head.startswith("-") else BELOW
    body = "\n".join(f"{head.format(number)}\n{below}" for number in numbers)
    bets = parts(f"## 3) Shared Vision\n\n{body}")["vision"]["bets"]
    assert [bet["bet"] for bet in bets] == ["Framing", "Framing"]
    assert all(bet["signals"] == ["two of three"] for bet in bets)


VISION = "## 3) Shared Vision\n\n" + "".join(
    f"**Bet {letter} · {name}**\n{BELOW}\n" for letter, name in (("A", "Briefs that get decided"), ("B", "A good bet"))
)


@pytest.mark.parametrize(
    ("said", "bets"),
    [
        ("Bet A", [0]),
        ("A", [0]),
        ("bet B", [1]),
        ("Bet one", [0]),
        ("Bet A + B", [0, 1]),
        ("Bets A and B", [0, 1]),
        ("A, B", [0, 1]),
        ("Both", [0, 1]),
        ("Briefs", [0]),
    ],
)
def test_they_are_referred_to_by_these_numbers(said: str, bets: list[int]) -> None:
    tracker = "| Date | Bet | Rep or artifact done | Next rep |\n|---|---|---|---|\n"
    document = read(f"{VISION}\n## 6) Tracker\n\n{tracker}| 2026-10-09 | {said} | one page | two |\n")
    found = [target for reference in document.references for target in reference.targets]
    assert found == [("vision", "bets", bet) for bet in bets]


@pytest.mark.parametrize("said", ["Bet C", "C", "Bet seven", "AB"])
def test_a_number_that_no_bet_has_is_told(said: str) -> None:
    tracker = "| Date | Bet | Rep or artifact done | Next rep |\n|---|---|---|---|\n"
    document = read(f"{VISION}\n## 6) Tracker\n\n{tracker}| 2026-10-09 | {said} | one page | two |\n")
    assert [reference.targets for reference in document.unclear if reference.to == ("vision", "bets")] == [()]


@pytest.mark.parametrize(
    "change", ["Application → Analysis", "From Apply → **Analyze** this cycle", "Apply to Analyze."]
)
@pytest.mark.parametrize("bullet", ["- ", ""])
def test_a_step_in_a_line_of_its_own_is_no_rep(change: str, bullet: str) -> None:
    body = f"## 3) Shared Vision\n\n### Bet 1: Frame first\n\n{bullet}{change}\n\nWhy: it pays\n"
    assert parts(body)["vision"]["bets"] == [
        {"bet": "Frame first", "current": "Apply", "target": "Analyze", "why": "it pays"}
    ]
