"""What is kept, and what makes it be made again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pmcoach_lint.site.kept import Kept


class World:
    """Answers that can change, and a count of how often each was asked for."""

    def __init__(self, **answers: Any) -> None:
        self.answers = answers
        self.asked: list[Any] = []

    def answer(self, what: str, about: Any) -> Any:
        self.asked.append(about)
        return self.answers[about]


class Counted:
    """Makes values, and counts them; each rests on the answers about `about`."""

    def __init__(self, kept: Kept, *about: str) -> None:
        self.kept, self.about, self.count = kept, about, 0

    def __call__(self, *inputs: object) -> int:
        for each in self.about:
            self.kept.note("content", each)
        self.count += 1
        return self.count


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (lambda _: None, 1),
        (lambda world: world.answers.update(a=2), 2),
        (lambda world: world.answers.update(b=2), 1),
    ],
)
def test_a_value_is_kept_while_what_it_rests_on_is_the_same(change: Callable[[World], None], made: int) -> None:
    world, kept = World(a=1, b=1), Kept()
    make = Counted(kept, "a")
    kept.begin("ground", world.answer)
    assert kept.once("value", make) == 1
    change(world)
    kept.begin("ground", world.answer)
    assert kept.once("value", make) == made


def test_other_inputs_another_name_and_another_ground_make_another_value() -> None:
    world, kept = World(), Kept()
    make = Counted(kept)
    kept.begin("ground", world.answer)
    assert [kept.once("value", make, 1), kept.once("value", make, 1), kept.once("value", make, 2)] == [1, 1, 2]
    assert kept.once("other", make, 2) == 3
    kept.begin("another", world.answer)
    assert kept.once("value", make, 2) == 4


def test_a_value_rests_on_all_that_the_values_rest_on_of_which_it_is_made() -> None:
    world, kept = World(a=1), Kept()
    inner = Counted(kept, "a")
    outer = Counted(kept)
    for _ in range(2):  # the second time the inner value is kept when the outer one is made
        kept.begin("ground", world.answer)
        assert kept.once("outer", lambda given: (kept.once("inner", inner), outer())[1], _) == _ + 1
    assert inner.count == 1
    world.answers["a"] = 2
    kept.begin("ground", world.answer)
    kept.once("outer", lambda given: (kept.once("inner", inner), outer())[1], 1)
    assert (inner.count, outer.count) == (2, 3)


def test_each_question_is_asked_once_a_round() -> None:
    world, kept = World(a=1), Kept()
    kept.begin("ground", world.answer)
    for name in ("one", "two"):
        kept.once(name, Counted(kept, "a"))
    kept.begin("ground", world.answer)
    for name in ("one", "two"):
        kept.once(name, Counted(kept, "a"))
    assert world.asked == ["a", "a"]


def test_what_a_round_does_not_use_is_forgotten() -> None:
    world, kept = World(), Kept()
    make = Counted(kept)
    for used in (True, False, True):
        kept.begin("ground", world.answer)
        if used:
            kept.once("value", make)
    assert make.count == 2


def test_a_value_that_could_not_be_made_is_not_kept() -> None:
    kept = Kept()
    kept.begin("ground", World().answer)

    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        kept.once("value", fail)
    assert kept.once("value", Counted(kept)) == 1
