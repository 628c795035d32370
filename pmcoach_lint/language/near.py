"""Which phrases may be in a text, as far as its words tell: those of all lists are looked up together, and once.

A text has some hundred words, and all phrases together need some thousand. Most lists have nothing to do with most
texts, and so nothing of them is looked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pmcoach_lint.language.notation import others_in, rarest_in
from pmcoach_lint.syntax.source import Source
from pmcoach_lint.tuples import NamedTuple

Found = dict[str, list[str]]
"""Phrases that may be in a text, by the words of what is rarest in them, as far as these are there."""


class _Near(NamedTuple):
    """What a text has of an index: the phrases that may be there, by their lists, and how many phrases there were."""

    phrases: int
    found: dict[PhraseList, Found]


class _Index:
    """The phrases of several lists, by the words of what is rarest in them."""

    def __init__(self) -> None:
        self._phrases: list[tuple[PhraseList, str]] = []
        self._by_word: defaultdict[str, list[tuple[PhraseList, str]]] = defaultdict(list)

    def add(self, of: PhraseList, phrases: Iterable[str]) -> None:
        """Add the phrases of a list. One of which no word is sure to be there is never looked for."""
        for phrase in phrases:
            self._phrases.append((of, phrase))
            for word in rarest_in(phrase):
                self._by_word[word].append((of, phrase))

    def near(self, source: Source) -> dict[PhraseList, Found]:
        """Which phrases may be in a text, by their lists: of each choice something is among its words.

        It is looked up once, and again only for the phrases that the index has got since.
        """
        near: _Near | None = source.views.get(self)
        if near is None:
            near = source.views[self] = _Near(len(self._phrases), self._look_up(source.words))
        elif near.phrases < len(self._phrases):
            self._look_further(source.words, near)
            near = source.views[self] = _Near(len(self._phrases), near.found)
        return near.found

    def _look_up(self, words: frozenset[str]) -> dict[PhraseList, Found]:
        found: dict[PhraseList, Found] = {}
        for word in filter(self._by_word.__contains__, words):
            for of, phrase in self._by_word[word]:
                if _are_among(words, others_in(phrase)):
                    found.setdefault(of, {}).setdefault(word, []).append(phrase)
        return found

    def _look_further(self, words: frozenset[str], near: _Near) -> None:
        for of, phrase in self._phrases[near.phrases :]:
            for word in rarest_in(phrase) & words:
                if _are_among(words, others_in(phrase)):
                    near.found.setdefault(of, {}).setdefault(word, []).append(phrase)


def _are_among(words: frozenset[str], choices: tuple[frozenset[str], ...]) -> bool:
    """Whether one word of each choice is among the `words`."""
    for choice in choices:  # noqa: SIM110 - takes a fraction of the time, and is asked of many phrases
        if words.isdisjoint(choice):
            return False
    return True


class PhraseList:
    """A list of phrases as they are noted down. It is looked up together with all others, and kept as long as they."""

    def __init__(self, phrases: Iterable[str]) -> None:
        _all.add(self, phrases)

    def near(self, source: Source) -> Found:
        """The phrases of the list that may be in a text, mostly few."""
        return _all.near(source).get(self, {})


_all = _Index()
