"""Bets that keep their numbers when one of them is gone: `Bet 1`, `Bet 3`."""

from __future__ import annotations

import pytest

from tests.binding.reading import read

WHY = "- Why it matters: two guesses failed\n"
ROWS = "| Date | Bet | Done |\n|---|---|---|\n"


def meant(heads: list[str], bet: str) -> list[str] | None:
    """The titles of the bets that a row of the tracker may mean; None where it refers to nothing."""
    bets = "\n".join(f"{head}\n\n{WHY}" for head in heads)
    body = f"## 3) Shared Vision\n\n{bets}\n## 6) Follow-up Tracker\n\n{ROWS}| 2026-10-09 | {bet} | one brief |\n"
    document = read(body)
    references = [reference for reference in document.references if reference.path[:2] == ("follow_up", "tracker")]
    titles = [bet["bet"] for bet in document.data["vision"]["bets"]]
    return [titles[int(target[-1])] for reference in references for target in reference.targets] or None


KEPT = ["### Bet 1: Frame first", "### Bet 3: Sellers' own words"]


@pytest.mark.parametrize(
    ("bet", "titles"),
    [
        ("1", ["Frame first"]),
        ("3", ["Sellers' own words"]),
        ("Bet 3", ["Sellers' own words"]),
        ("1 + 3", ["Frame first", "Sellers' own words"]),
        ("2", None),
        ("Bet 2", None),
    ],
)
@pytest.mark.parametrize("heads", [KEPT, [head.replace("### ", "**") + "**" for head in KEPT]])
def test_a_bet_is_known_by_the_number_it_bears(heads: list[str], bet: str, titles: list[str] | None) -> None:
    assert meant(heads, bet) == titles


def test_bets_in_a_table_bear_numbers_as_well() -> None:
    table = "| Bet | Why it matters |\n|---|---|\n| Bet 2: Frame first | x |\n| Bet 3: Own words | y |\n"
    rows = f"{ROWS}| 2026-10-09 | 2 | one brief |\n| 2026-10-16 | 1 | none |\n"
    document = read(f"## 3) Shared Vision\n\n{table}\n## 6) Follow-up Tracker\n\n{rows}")
    told = [reference.targets for reference in document.references if reference.path[0] == "follow_up"]
    assert told == [(("vision", "bets", 0),), ()]


@pytest.mark.parametrize(
    "heads",
    [
        ["### Bet 1: Frame first", "### Bet 1: Own words"],
        ["### Frame first", "### Own words"],
        ["### Bet 1: Frame first", "### Bet 2: Own words"],
        ["### Bet 1: Frame first", "### Bet: Own words"],
    ],
    ids=["twice-the-same", "none", "in-order", "one-without"],
)
def test_else_the_place_counts(heads: list[str]) -> None:
    assert meant(heads, "2") == ["Own words"]
