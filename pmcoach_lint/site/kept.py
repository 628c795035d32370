"""What took long to work out, kept for as long as all that it rests on is the same.

A value is made from what it is given (its inputs) and from what is looked up on the way. Each thing that is looked up
is noted as a question with its answer. As long as inputs and answers are the same, so is the value, and it need not be
made again. What holds for all values (settings, schemas, the day) is the ground: on another one nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from pmcoach_lint.tuples import NamedTuple

_Value = TypeVar("_Value")

Answer = Callable[[str, Any], Any]
"""Answers a question: what is asked, and what it is about."""


class _Entry(NamedTuple):
    value: Any
    inputs: tuple[Any, ...]
    rests_on: dict[tuple[str, Any], Any]


class Kept:
    """Values by name, each with what it rests on. It lives as long as the site is built again and again."""

    def __init__(self) -> None:
        self._entries: dict[Hashable, _Entry] = {}
        self._used: dict[Hashable, _Entry] = {}
        self._ground: object = None
        self._answer: Answer | None = None
        self._answers: dict[tuple[str, Any], Any] = {}
        self._noting: list[dict[tuple[str, Any], Any]] = []

    def begin(self, ground: object, answer: Answer) -> None:
        """Begin a round, in which every question is asked once. What the round before did not use is forgotten."""
        self._entries = self._used if ground == self._ground else {}
        self._used = {}
        self._ground, self._answer, self._answers = ground, answer, {}

    def once(self, name: Hashable, make: Callable[..., _Value], *inputs: Any) -> _Value:
        """The value that `make` gives for `inputs`: the one that is kept under `name`, where it is the same.

        `make` may ask for other values; what they rest on, it rests on as well.
        """
        entry = self._entries.get(name)
        if entry is None or entry.inputs != inputs or not self._holds(entry):
            entry = self._made(make, inputs)
        self._entries[name] = self._used[name] = entry
        if self._noting:
            self._noting[-1].update(entry.rests_on)
        value: _Value = entry.value
        return value

    def note(self, what: str, about: Any) -> None:
        """Note that the value which is being made rests on the answer to a question."""
        if self._noting:
            self._noting[-1][what, about] = self._ask(what, about)

    def _made(self, make: Callable[..., Any], inputs: tuple[Any, ...]) -> _Entry:
        self._noting.append({})
        try:
            value = make(*inputs)
        finally:
            rests_on = self._noting.pop()
        return _Entry(value, inputs, rests_on)

    def _holds(self, entry: _Entry) -> bool:
        return all(self._ask(*question) == answer for question, answer in entry.rests_on.items())

    def _ask(self, what: str, about: Any) -> Any:
        if (what, about) not in self._answers and self._answer:
            self._answers[what, about] = self._answer(what, about)
        return self._answers[what, about]
