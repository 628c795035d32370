"""What a line without a label tells of a bet: of which competency it is, from which level to which, and when."""

from __future__ import annotations

from typing import Any

import pytest

from tests.binding.reading import parts, read

LEVELS = {"current": "Understand", "target": "Apply"}
WEEKS = {"timeframe": {"from": 1, "to": 6}}


def bet(above: str, item: str = "") -> Any:
    body = f"### Bet 1: Frame first\n\n{above}\n\n- Why it matters: two guesses\n{item}- Success signals: two briefs\n"
    found = parts(f"## 3) Shared Vision\n\n{body}")["vision"]["bets"][0]
    assert (found.pop("bet"), found.pop("why"), found.pop("signals")) == ("Frame first", "two guesses", ["two briefs"])
    return found


@pytest.mark.parametrize(
    "line",
    [
        "*Problem framing, Understand to Apply, wk 1-6*",
        "Problem framing | Understand → Apply | Weeks 1–6",
        "Problem framing – Understand → Apply – Weeks 1–6",
        "Problem framing (Understand → Apply, weeks 1–6)",
        "Problem framing · Understand → Apply · 6 weeks.",
    ],
)
def test_a_line_tells_competency_levels_and_weeks(line: str) -> None:
    assert bet(line) == {"competency": "Problem framing", **LEVELS, **WEEKS}


@pytest.mark.parametrize("line", ["Understand → Apply, weeks 1–6", "Understand → Apply (weeks 1–6)"])
def test_a_line_tells_levels_and_weeks(line: str) -> None:
    assert bet(line) == {**LEVELS, **WEEKS}


@pytest.mark.parametrize("weeks", ["Weeks 1–6", "W1-W6", "Wk 1 to wk 6", "*Weeks 1–6*"])
def test_weeks_stand_alone_in_a_line_or_an_item(weeks: str) -> None:
    assert bet(weeks) == bet("", f"- {weeks}\n") == WEEKS


@pytest.mark.parametrize(
    "line",
    [
        "We start in week 2, with care",
        "Problem framing, as agreed, weeks 1–6",
        "The competency is problem framing",
        "Weeks 1–6: find the causes, then test them",
    ],
)
def test_other_lines_tell_no_weeks(line: str) -> None:
    assert "timeframe" not in bet(line)


def test_what_has_a_label_counts() -> None:
    assert bet("Weeks 1–6", "- Timeframe: Weeks 3–8\n")["timeframe"] == {"from": 3, "to": 8}


def test_the_places_of_the_values_are_those_of_their_parts() -> None:
    line = "Problem framing, Understand → Apply, weeks 1–6"
    document = read(f"## 3) Shared Vision\n\n### Bet 1: Frame first\n\n{line}\n\n- Why it matters: two guesses\n")
    place = ("vision", "bets", 0)
    said = [document.text[slice(*document.values[(*place, name)])] for name in ("competency", "timeframe")]
    assert said == ["Problem framing", "weeks 1–6"]
