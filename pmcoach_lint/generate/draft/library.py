"""What the libraries know: the areas with their anchors, the steps up with their reps, and the risks."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pmcoach_lint.coaching.practice import at_most
from pmcoach_lint.generate.markdown import one_line
from pmcoach_lint.names import is_short_form, name_key
from pmcoach_lint.readers.bloom import DEFAULT_EDITION, LADDERS
from pmcoach_lint.standards import Standards
from pmcoach_lint.tuples import NamedTuple

LEVELS = LADDERS[DEFAULT_EDITION]
"""The levels of a draft, from the lowest up: those of the edition that packs have by default."""

_MINUTES = 60
"""What a rep is taken to need that gives no time. Our own figure."""

_RISK_OF = {
    "problem framing and insight": "framing bet",
    "strategy and prioritization": "strategy bet",
    "execution and delivery": "delivery bet",
    "stakeholder leadership": "stakeholder bet",
    "product craft": "craft bet",
    "business acumen": "business bet",
}
"""The situation of the risk catalogue that a bet in an area is."""


class Rep(NamedTuple):
    """A piece of practice, as the library has it."""

    text: str
    minutes: int
    artifact: str
    signal: str


@dataclass(frozen=True)
class Step:
    """The way from one level of an area to the next."""

    start: str
    target: str
    bet: str
    hypothesis: str
    signals: tuple[str, ...]
    reps: tuple[Rep, ...]
    stretch: tuple[str, ...]
    prompts: tuple[str, ...]


@dataclass(frozen=True)
class Area:
    """A competency area."""

    name: str
    why: str
    words: tuple[str, ...]
    behaviours: tuple[str, ...]
    ladder: dict[str, str]
    commitments: tuple[str, ...] = ()
    measurement: tuple[str, ...] = ()
    steps: dict[str, Step] = field(default_factory=dict)

    @property
    def situation(self) -> str:
        """The situation that a bet in this area is, for the risks."""
        return next((risk for name, risk in _RISK_OF.items() if name_key(name) == name_key(self.name)), "")


class Risk(NamedTuple):
    """A risk with the situation it belongs to."""

    situation: str
    text: str
    sign: str
    mitigation: str


@dataclass(frozen=True)
class Library:
    """All that a draft is made from besides the answers."""

    areas: tuple[Area, ...]
    risks: tuple[Risk, ...]

    @cached_property
    def _words(self) -> re.Pattern[str]:
        """What points to an area in a folded text: words that begin so, the longest first, abbreviations as a whole."""
        words = sorted({word for area in self.areas for word in area.words}, key=len, reverse=True)
        folded = ((re.escape(word.casefold()), word.isupper()) for word in words)
        parts = (f"{word}s?(?!\\w)" if is_whole else word for word, is_whole in folded)
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})")

    @cached_property
    def _area_of_word(self) -> dict[str, Area]:
        return {word.casefold(): area for area in reversed(self.areas) for word in area.words}

    def pointers(self, text: str) -> dict[str, list[str]]:
        """The words of a text that point to areas, by the areas' names, in the order of the text."""
        found: dict[str, list[str]] = {}
        for match in self._words.finditer(text.casefold()):
            word = match[0]
            area = self._area_of_word.get(word) or self._area_of_word[word.removesuffix("s")]
            found.setdefault(area.name, []).append(word)
        return found

    def area_of(self, text: str, favoured: Collection[str] = ()) -> Area | None:
        """The area that most different words of a text point to; None where none does.

        Of equals it is the one to which most words point in all, then the one with the longest phrase, and then the
        one that is named first. A `favoured` name counts as one word more where any word points to it.
        """
        found = self.pointers(text)

        def weight(name: str) -> tuple[int, int, int]:
            words = found[name]
            return len(set(words)) + (name in favoured), len(words), max(word.count(" ") for word in words)

        best = max(found, key=weight, default=None)
        return next((area for area in self.areas if area.name == best), None)

    def areas_of(self, text: str) -> list[Area]:
        """The areas that most different words of a text point to, all of which are equals."""
        found = {name: len(set(words)) for name, words in self.pointers(text).items()}
        return [area for area in self.areas if area.name in found and found[area.name] == max(found.values())]

    def named(self, name: str) -> Area | None:
        """The area called so, or with a clear short form of its name."""
        key = name_key(name)
        return next((area for area in self.areas if key and (is_short_form(key, name_key(area.name)))), None)


def read_library(standards: Standards) -> Library:
    """The libraries that hold for a repository."""
    practice = {name_key(each["area"]): each for each in standards.records("practice-library", "areas", "area")}
    competencies = standards.records("competency-library", "areas", "area")
    areas = tuple(_area(each, practice.get(name_key(each["area"]), {})) for each in competencies)
    risks = (
        Risk(each.get("situation", "always"), *(_text(each, key) for key in ("risk", "sign", "mitigation")))
        for each in standards.records("risk-catalogue", "risks", "risk")
    )
    return Library(areas, tuple(risks))


def next_level(level: str) -> str:
    """The level above; the highest one is its own."""
    return LEVELS[min(LEVELS.index(level) + 1, len(LEVELS) - 1)]


def _area(record: dict[str, Any], practice: dict[str, Any]) -> Area:
    rungs = {each["level"]: _text(each, "behaviour") for each in record.get("ladder", ()) if "level" in each}
    steps = [_step(each) for each in practice.get("steps", ()) if {"from", "to", "bet", "reps"} <= each.keys()]
    return Area(
        name=_text(record, "area"),
        why=_text(record, "why"),
        words=_texts(record, "words"),
        behaviours=_texts(record, "behaviours"),
        ladder=rungs,
        commitments=_texts(practice, "commitments"),
        measurement=_texts(practice, "measurement"),
        steps={step.start: step for step in steps},
    )


def _step(record: dict[str, Any]) -> Step:
    reps = tuple(
        Rep(
            _text(each, "rep"),
            at_most(each.get("minutes")) or _MINUTES,
            _text(each, "artifact"),
            _text(each, "signal"),
        )
        for each in record["reps"]
    )
    start, target, bet, hypothesis = (_text(record, key) for key in ("from", "to", "bet", "hypothesis"))
    stretch, prompts = _texts(record, "stretch"), _texts(record, "prompts")
    return Step(start, target, bet, hypothesis, _texts(record, "signals"), reps, stretch, prompts)


def _text(record: dict[str, Any], key: str) -> str:
    return one_line(record.get(key, ""))


def _texts(record: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(map(one_line, record.get(key, ())))
