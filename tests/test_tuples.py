"""The named tuples of the package behave as those of `typing`, for whatever a class and a call may be."""

from __future__ import annotations

import copy
import pickle
import types
import typing
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.tuples import NamedTuple

NAMES = ("first", "second", "third", "fourth")


class Ours(NamedTuple):
    """A range."""

    low: int
    high: int | None = None
    text: str = "open"

    @property
    def is_open(self) -> bool:
        """Whether it has no end."""
        return self.high is None


def test_it_is_a_tuple_with_names() -> None:
    one = Ours(2, text="two and more")
    low, high, text = one

    assert one.is_open
    assert (low, high, text) == (one.low, one.high, one.text)
    assert tuple(one) == (2, None, "two and more")
    assert hash(one) == hash(tuple(one))
    assert repr(one) == "Ours(low=2, high=None, text='two and more')"
    assert Ours.__doc__ == "A range."


def test_it_takes_no_other_value_and_no_other_name() -> None:
    one: Any = Ours(2)

    with pytest.raises(AttributeError):
        one.low = 3
    with pytest.raises(AttributeError):
        one.lowest = 3


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])  # noqa: S301
def test_a_copy_is_the_same(again: Callable[[Ours], Ours]) -> None:
    copied = again(Ours(2, 3))

    assert copied == Ours(2, 3)
    assert type(copied) is Ours


@pytest.mark.parametrize(
    ("values", "named", "message"),
    [
        ((), {}, "Ours.__new__() missing 1 required positional argument: 'low'"),
        ((1, 2, "3", 4), {}, "Ours.__new__() takes from 2 to 4 positional arguments but 5 were given"),
        ((1,), {"low": 2}, "Ours.__new__() got multiple values for argument 'low'"),
        ((1,), {"middle": 2}, "Ours.__new__() got an unexpected keyword argument 'middle'"),
    ],
)
def test_what_cannot_be_made_is_told(values: tuple[Any, ...], named: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError) as told:
        Ours(*values, **named)

    assert str(told.value) == message


def test_nothing_is_replaced_that_is_not_there() -> None:
    one: Any = Ours(1)

    with pytest.raises(TypeError, match="unexpected keyword argument 'middle'"):
        one._replace(middle=2)


def made(base: Any, count: int, without: int) -> Any:
    """A class with `count` fields, of which the first have no defaults."""
    body: dict[str, Any] = {name: -place for place, name in enumerate(NAMES[:count]) if place >= without}
    body |= {"__annotations__": dict.fromkeys(NAMES[:count], "int"), "__module__": __name__}
    return types.new_class("Made", (base,), exec_body=lambda namespace: namespace.update(body))


def outcome(call: Callable[..., Any], *values: int, **named: int) -> Any:
    """What a call gives, or what it says is wrong."""
    try:
        one = call(*values, **named)
    except TypeError as error:
        return str(error)
    return repr(one), tuple(one), one._asdict(), one._fields, one._field_defaults, type(one).__match_args__


@given(
    st.integers(1, 4),
    st.integers(0, 4),
    st.lists(st.integers(), max_size=5),
    st.dictionaries(st.sampled_from([*NAMES, "fifth"]), st.integers()),
)
def test_it_behaves_as_that_of_typing(count: int, without: int, values: list[int], named: dict[str, int]) -> None:
    ours, theirs = made(NamedTuple, count, without), made(typing.NamedTuple, count, without)

    assert outcome(ours, *values, **named) == outcome(theirs, *values, **named)
    if set(named) <= set(NAMES[:count]):
        whole = range(count)
        assert outcome(ours(*whole)._replace, **named) == outcome(theirs(*whole)._replace, **named)
