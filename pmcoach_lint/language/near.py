"""Which phrases may be in a text, as far as its words tell: those of all lists are looked up together, and once.

A text has some hundred words, and all phrases together need some thousand. Most lists have nothing to do with most
texts, and so nothing of them is looked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from pmcoach_lint.language.notation import Need, Parts, count_words, most_words
from pmcoach_lint.syntax.source import Source
from pmcoach_lint.tuples import NamedTuple


class Phrase:
    """A phrase as it is noted down, and the choices of words of which something must be there, the rarest first.

    `sought` has one word of each thing to choose: where none of them is, there is nothing of the choice.
    """

    __slots__ = ("needs", "noted", "sought")

    def __init__(self, noted: str, needs: tuple[Need, ...]) -> None:
        self.noted = noted
        self.needs = needs
        self.sought = tuple(need.sought for need in needs)

    def is_among(self, words: frozenset[str]) -> bool:
        """Whether something of each choice is among `words`."""
        return all(need.is_among(words) for need in self.needs)

    def may_be(self, folded: str, words: frozenset[str]) -> bool:
        """Whether the phrase may be in a text in small letters with these `words`, which has not too many of them."""
        if not self.is_among(words):
            return False
        most = most_words(self.noted)
        return most is None or count_words(folded) <= most


Found = dict[str, list[Phrase]]
"""Phrases that may be in a text, by the words of what is rarest in them, as far as these are there."""


class _Near(NamedTuple):
    """What a text has of an index: the words that phrases need, and the phrases that may be there, by their lists.

    `phrases` and `needed` are how many phrases the index had, and how many words these need.
    """

    phrases: int
    needed: int
    words: frozenset[str]
    found: dict[PhraseList, Found]


class _Index:
    """The phrases of several lists, by the words of what is rarest in them."""

    def __init__(self) -> None:
        self._phrases: list[tuple[PhraseList, Phrase]] = []
        self._by_word: defaultdict[str, list[tuple[PhraseList, Phrase, Parts, tuple[Need, ...]]]] = defaultdict(list)
        self._words: dict[str, None] = {}
        self._known: frozenset[str] = frozenset()

    def add(self, of: PhraseList, phrases: Iterable[Phrase]) -> None:
        """Add the phrases of a list."""
        for phrase in phrases:
            self._phrases.append((of, phrase))
            rarest, *needs = phrase.needs
            further = tuple([need for need in needs if need.rareness])
            alone = (of, phrase, (), further)
            for word in rarest.single:
                self._by_word[word].append(alone)
            for word, *others in rarest.several:
                self._by_word[word].append((of, phrase, tuple(others), further))
            for need in phrase.needs:
                self._words.update(need.words)

    def near(self, source: Source) -> _Near:
        """Which phrases may be in a text: of each choice something is among its words.

        It is looked up once, and again only for the phrases that the index has got since.
        """
        near: _Near | None = source.views.get(self)
        if near is None:
            near = source.views[self] = self._look_up(source)
        elif near.phrases < len(self._phrases):
            near = source.views[self] = self._look_further(source, near)
        return near

    def _look_up(self, source: Source) -> _Near:
        if len(self._known) < len(self._words):
            self._known = frozenset(self._words)
        words = self._known & source.words
        found: dict[PhraseList, Found] = {}
        there: dict[Need, bool] = {}
        for word in words:
            for of, phrase, others, needs in self._by_word.get(word, ()):  # loops, as there are many
                for other in others:
                    if other not in words:
                        break
                else:
                    for need in needs:
                        if need not in there:
                            there[need] = need.is_among(words)
                        if not there[need]:
                            break
                    else:
                        found.setdefault(of, {}).setdefault(word, []).append(phrase)
        return _Near(len(self._phrases), len(self._words), words, found)

    def _look_further(self, source: Source, near: _Near) -> _Near:
        added = source.words.intersection(islice(self._words, near.needed, None))
        words, found = near.words | added, near.found
        for of, phrase in self._phrases[near.phrases :]:
            if phrase.is_among(words):
                for word in phrase.needs[0].among(words):
                    found.setdefault(of, {}).setdefault(word, []).append(phrase)
        return _Near(len(self._phrases), len(self._words), words, found)


class PhraseList:
    """A list of phrases, each with what must be in a text for it to be there.

    One that is `shared` is looked up together with all others that are; it stays in memory until the program ends.
    """

    def __init__(self, phrases: Iterable[Phrase], *, shared: bool = False) -> None:
        self._index = _shared if shared else _Index()
        self._index.add(self, (phrase for phrase in phrases if phrase.needs))

    def near(self, source: Source) -> Found:
        """The phrases of the list that may be in a text, mostly few."""
        return self._index.near(source).found.get(self, {})

    def words(self, source: Source) -> frozenset[str]:
        """The words of a text that any phrase needs, of this list or another."""
        return self._index.near(source).words


_shared = _Index()
