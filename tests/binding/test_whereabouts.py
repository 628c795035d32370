"""Which value is written at a place in the text."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pmcoach_lint.binding.places import Whereabouts
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path
from tests.effort import bounded

VALUES: dict[Path, Span] = {
    (): (0, 100),
    ("bets",): (10, 90),
    ("bets", 0): (20, 40),
    ("bets", 0, "bet"): (21, 30),
    ("bets", 0, "current"): (31, 39),
    ("bets", 0, "target"): (31, 39),
    ("bets", 1): (40, 60),
    ("bets", 1, "why"): (50, 50),
    ("risks",): (92, 99),
    ("risks", 0): (92, 99),
    ("risks", 0, "risk"): (92, 99),
}
NAMES: dict[Path, Span] = {
    ("bets",): (2, 8),
    ("bets", 0, "bet"): (11, 14),
    ("bets", 1, "bet"): (11, 14),
    ("bets", 0, "why"): (15, 18),
    ("bets", 1, "why"): (42, 45),
}


@pytest.mark.parametrize(
    ("span", "path", "found"),
    [
        ((21, 30), ("bets", 0, "bet"), (21, 30)),
        ((22, 25), ("bets", 0, "bet"), (21, 30)),
        ((21, 31), ("bets", 0), (20, 40)),
        ((20, 20), ("bets", 0), (20, 40)),
        ((31, 39), ("bets", 0, "current"), (31, 39)),
        ((40, 40), ("bets", 1), (40, 60)),
        ((50, 50), ("bets", 1, "why"), (50, 50)),
        ((50, 51), ("bets", 1), (40, 60)),
        ((39, 41), ("bets",), (10, 90)),
        ((92, 99), ("risks", 0, "risk"), (92, 99)),
        ((2, 8), ("bets",), (2, 8)),
        ((11, 14), ("bets",), (11, 14)),
        ((15, 18), ("bets",), (15, 18)),
        ((42, 45), ("bets", 1, "why"), (42, 45)),
        ((0, 3), (), (0, 100)),
        ((99, 100), (), (0, 100)),
    ],
)
def test_the_innermost_value_is_found(span: Span, path: Path, found: Span) -> None:
    assert Whereabouts(VALUES, NAMES).at(span) == (path, found)


@pytest.mark.parametrize("span", [(99, 101), (100, 101), (200, 200)])
def test_outside_of_all_there_is_none(span: Span) -> None:
    assert Whereabouts(VALUES, NAMES).at(span) is None
    assert Whereabouts({}, {}).at(span) is None


@st.composite
def nested(draw: st.DrawFn) -> dict[Path, Span]:
    """Spans that lie inside one another, as readers make them."""
    spans: dict[Path, Span] = {}

    def fill(path: Path, start: int, end: int) -> None:
        spans[path] = (start, end)
        place = start
        for number in range(draw(st.integers(0, 3 if len(path) < 3 else 0))):
            begin = draw(st.integers(place, end))
            place = draw(st.integers(begin, end))
            fill((*path, number), begin, place)

    fill((), 0, 40)
    return spans


@given(nested(), st.integers(0, 40), st.integers(0, 40))
def test_it_is_the_shortest_of_all_that_hold_the_place(spans: dict[Path, Span], one: int, other: int) -> None:
    assume(one != other)  # between two that touch, an empty place lies in both
    start, end = sorted((one, other))
    found = Whereabouts(spans, {}).at((start, end))
    lengths = [last - first for first, last in spans.values() if first <= start and end <= last]
    assert found is not None
    assert found[1][1] - found[1][0] == min(lengths)


def test_many_values_and_many_questions_take_little_work() -> None:
    values: dict[Path, Span] = {
        ("rows", row, name): (row * 10 + name, row * 10 + name + 1) for row in range(5000) for name in range(8)
    }
    values |= {("rows", row): (row * 10, row * 10 + 9) for row in range(5000)}
    with bounded(30):
        where = Whereabouts(values, {})
        assert all(where.at((row * 10 + 3, row * 10 + 4)) for row in range(5000))
