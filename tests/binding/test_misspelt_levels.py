"""Levels that are misspelt, or of another ladder: told at the word, and the level beside them is read all the same."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.nearest import is_one_slip
from tests.binding.reading import parts, read, told

_BET = "\n- Why it matters: it pays\n- Success signals: two memos\n"


def _levels(body: str) -> tuple[list[dict[str, Any]], list[tuple[str, str, str]]]:
    document = f"## 2) Current Assessment\n\n{body}"
    return read(document).data["assessment"]["levels"], [one for one in told(document) if one[0] == "not-a-level"]


def _bet(head: str) -> tuple[dict[str, Any], list[tuple[str, str, str]]]:
    document = f"## 3) Growth bets\n\n{head}\n{_BET}"
    bet = read(document).data["vision"]["bets"][0]
    found = [one for one in told(document) if one[0] == "not-a-level"]
    return {name: value for name, value in bet.items() if name not in ("why", "signals")}, found


def _is_not(word: str, meant: str = "") -> tuple[str, str, str]:
    question = f" Did you mean “{meant}”?" if meant else ""
    return ("not-a-level", word, f"“{word}” is not a Bloom level.{question}")


@pytest.mark.parametrize(
    ("item", "levels", "word", "meant"),
    [
        ("- **Memos**: Aply → Analyze. Memo of 2026-09-14: no ask", {"target": "Analyze"}, "Aply", "Apply"),
        ("- **Memos**: Aply -> Analyze", {"target": "Analyze"}, "Aply", "Apply"),
        ("- **Memos**: Understand → Analize", {"current": "Understand"}, "Analize", "Analyze"),
        ("- **Memos**: Understand → Evalaute. Memo of 2026-09-14", {"current": "Understand"}, "Evalaute", "Evaluate"),
    ],
)
def test_a_misspelt_level_beside_an_arrow_is_told(item: str, levels: dict[str, str], word: str, meant: str) -> None:
    records, found = _levels(f"{item}\n- **Pricing**: Apply → Analyze. Note of 2026-09-21: no loser\n")
    assert {name: value for name, value in records[0].items() if name in ("current", "target")} == levels
    assert found == [_is_not(word, meant)]


@pytest.mark.parametrize("header", ["Level", "Current → target", "Current level"])
def test_so_it_is_in_a_cell(header: str) -> None:
    table = f"| Competency | {header} | Evidence |\n|---|---|---|\n| Memos | Aply → Analyze | Memo of 2026-09-14 |\n"
    records, found = _levels(table)
    assert "current" not in records[0]
    assert found == [_is_not("Aply", "Apply")]


@pytest.mark.parametrize(
    ("item", "level"),
    [("- Analytics → Apply", "Apply"), ("- Framing → Apply", "Apply"), ("- Strategy → Analyze", "Analyze")],
)
def test_a_competency_before_an_arrow_is_no_level(item: str, level: str) -> None:
    records, found = _levels(f"{item}\n- Pricing → Understand\n")
    assert found == []
    assert records[0]["current"] == level


@pytest.mark.parametrize(
    ("head", "read_as", "word", "meant"),
    [
        ("### Bet 1: Framing Aply → Analyze", {"bet": "Framing", "target": "Analyze"}, "Aply", "Apply"),
        ("### Bet 1: Framing Apply → Analize", {"bet": "Framing", "current": "Apply"}, "Analize", "Analyze"),
        ("**Bet 1: Framing** Aply → Analyze", {"bet": "Framing", "target": "Analyze"}, "Aply", "Apply"),
        (
            "### Bet 1: Say it once (Memos: Apply → Advanced)",
            {"bet": "Say it once", "competency": "Memos", "current": "Apply"},
            "Advanced",
            "",
        ),
        (
            "**Bet 1: Say it once** (Memos: Apply → Expert)",
            {"bet": "Say it once", "competency": "Memos", "current": "Apply"},
            "Expert",
            "",
        ),
    ],
)
def test_so_it_is_in_the_line_of_a_bet(head: str, read_as: dict[str, str], word: str, meant: str) -> None:
    assert _bet(head) == (read_as, [_is_not(word, meant)])


@pytest.mark.parametrize("title", ["Analyze → Decide", "From notes → one page", "Apply → better calls"])
def test_a_title_with_an_arrow_is_a_title(title: str) -> None:
    assert _bet(f"### Bet 1: {title}") == ({"bet": title}, [])


def test_a_bet_whose_level_cannot_be_read_is_not_told_to_lack_it() -> None:
    label = "- **From → to:** Understand → Proficient"
    _, found = _bet(f"### Bet 1: Say it once\n\n{label}")
    assert found == []
    assert ("value-in-own-words", "Proficient", "“Proficient” is not a Bloom level.") in told(
        f"## 3) Growth bets\n\n### Bet 1: Say it once\n\n{label}{_BET}"
    )


_WEEKS = """## 4) Development Plan

| Week | Bet | Rep | Bloom level |
|---|---|---|---|
| 1 | B1 | Cut one memo | {} |
| 2 | B1 | Cut two memos | Analyze |
"""


@pytest.mark.parametrize(("word", "meant"), [("Expert", ""), ("Analise", "Analyze"), ("Aplly", "Apply")])
def test_the_level_of_a_week_is_one_of_the_ladder(word: str, meant: str) -> None:
    assert _is_not(word, meant) in told(_WEEKS.format(word))


@pytest.mark.parametrize("said", ["Apply", "2 → 3", "3–4", "apply again", "Apply / Analyse", "Review", "–", "L3"])
def test_what_goes_on_in_a_week_may_be_told_in_other_words(said: str) -> None:
    assert [one for one in told(_WEEKS.format(said)) if one[0] == "not-a-level"] == []


@pytest.mark.parametrize(
    ("cells", "targets"),
    [
        (["Apply → Analyze", "Evaluate (maintain)"], ["Analyze", "Evaluate"]),
        (["Apply to Analyze", "Know, should be at Understand"], ["Analyze", "Understand"]),
        (["Know → Understand", "Apply"], [None, None]),
        (["Apply", "Analyze"], [None, None]),
    ],
)
def test_a_column_of_levels_tells_the_level_to_reach_where_each_cell_does(
    cells: list[str], targets: list[str | None]
) -> None:
    rows = "".join(f"| C{number} | {cell} | Memo of 2026-09-14 |\n" for number, cell in enumerate(cells))
    levels = parts(f"## 2) Current Assessment\n\n| Competency | Level | Evidence |\n|---|---|---|\n{rows}")
    assert [level.get("target") for level in levels["assessment"]["levels"]] == targets


@pytest.mark.parametrize("gap", ["–", "– (strength)", "- (a strength)"])
def test_a_dash_with_a_remark_is_no_gap(gap: str) -> None:
    row = f"| Memos | Apply | Memo of 2026-09-14 | {gap} |\n"
    levels = parts(f"## 2) Current Assessment\n\n| Competency | Level | Evidence | Gap |\n|---|---|---|---|\n{row}")
    assert "gap" not in levels["assessment"]["levels"][0]


@pytest.mark.parametrize(
    ("word", "meant", "is_one"),
    [
        ("aply", "apply", True),
        ("applly", "apply", True),
        ("aplpy", "apply", True),
        ("analize", "analyze", True),
        ("evaluat", "evaluate", True),
        ("apply", "apply", False),
        ("analytics", "analysis", False),
        ("framing", "apply", False),
    ],
)
def test_one_slip(word: str, meant: str, is_one: bool) -> None:
    assert is_one_slip(word, meant) is is_one
