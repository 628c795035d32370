"""Which phrases may be in a text, as far as its words tell: those of all lists are looked up together, and once.

A text has some hundred words, and all phrases together need some thousand. Most lists have nothing to do with most
texts, and so nothing of them is looked for.

Each phrase has a number, and a set of phrases is an integer with their bits: so one operation tells of a word all
phrases that it may be a part of.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import islice
from operator import and_
from typing import NamedTuple

from pmcoach_lint.language.notation import Need, Parts, count_words, most_words
from pmcoach_lint.syntax.source import Source


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


class _Near(NamedTuple):
    """What a text has of an index: the phrases that may be there, words that they need, and choices that are there.

    `size` is how many phrases the index had, and `seen` how many choices and words.
    """

    size: int
    seen: tuple[int, int]
    phrases: int
    words: frozenset[str]
    there: frozenset[Need]


class _Index:
    """Phrases by the choices of words that they need, each known once however many phrases need it.

    Words that are in every document tell nothing, so a phrase is looked up by them only if it has no others.
    """

    def __init__(self) -> None:
        self.size = 0
        self._bits: dict[Need, dict[int, int]] = {}
        self._telling: list[Need] = []
        self._by_word: dict[str, list[tuple[Need, Parts]]] = {}
        self._words: dict[bytes, str] = {}
        self._known: frozenset[bytes] | None = None
        self._without: list[int] = []

    def add(self, phrases: list[Phrase]) -> None:
        """Add phrases; the number of the first is the size that the index had before."""
        for number, phrase in enumerate(phrases, self.size):
            bit = 1 << number
            telling = [need for need in phrase.needs if need.rareness] or phrase.needs
            for place, need in enumerate(telling):
                if place == len(self._without):
                    self._without.append(bit - 1)
                bits = self._bits_of(need)
                if not bits:
                    self._telling.append(need)
                    for parts in need.choices:
                        self._by_word.setdefault(parts[0], []).append((need, parts[1:]))
                bits[place] = bits.get(place, 0) | bit
            for place in range(len(telling), len(self._without)):
                self._without[place] |= bit
            for need in phrase.needs:
                self._bits_of(need)
        self._known = None
        self.size += len(phrases)

    def _bits_of(self, need: Need) -> dict[int, int]:
        """The phrases that need something, by the place that it has among all that they need."""
        bits = self._bits.get(need)
        if bits is None:
            bits = self._bits[need] = {}
            for parts in need.choices:
                for word in parts:
                    self._words[word.encode("utf-8", "surrogatepass")] = word
        return bits

    def near(self, source: Source) -> _Near:
        """Which phrases may be in a text: of each choice, as far as single words tell, one part of it has something.

        It is looked up once, and again only for the phrases that the index has got since.
        """
        near: _Near | None = source.views.get(self)
        if near is None or near.size < self.size:
            source.views[self] = near = self._look_up(source, near)
        return near

    def _look_up(self, source: Source, before: _Near | None) -> _Near:
        if before is None:
            if self._known is None:
                self._known = frozenset(self._words)
            words = frozenset([self._words[word] for word in self._known & source.words])
            found = [pair for word in words for pair in self._by_word.get(word, ())]
            there = frozenset([need for need, others in found if not others or words.issuperset(others)])
        else:
            needs, known = before.seen
            added = {self._words[word] for word in islice(self._words, known, None) if word in source.words}
            words = before.words | added
            there = before.there.union([need for need in self._telling[needs:] if need.is_among(words)])
        phrases = self._without.copy()
        for need in there:
            for place, bits in self._bits[need].items():
                phrases[place] |= bits
        seen = (len(self._telling), len(self._words))
        return _Near(self.size, seen, reduce(and_, phrases, (1 << self.size) - 1), words, there)


class PhraseList:
    """A list of phrases, each with what must be in a text for it to be there.

    One that is `shared` is looked up together with all others that are; it stays in memory until the program ends.
    """

    def __init__(self, phrases: Iterable[Phrase], *, shared: bool = False) -> None:
        self._phrases = [phrase for phrase in phrases if phrase.needs]
        self._index = _shared if shared else _Index()
        self._first = self._index.size
        self._index.add(self._phrases)
        self._all = (1 << len(self._phrases)) - 1

    def near(self, source: Source) -> list[Phrase]:
        """The phrases of the list that may be in a text; mostly few."""
        left = self._index.near(source).phrases >> self._first & self._all
        phrases = []
        while left:
            number = left.bit_length() - 1
            phrases.append(self._phrases[number])
            left ^= 1 << number
        return phrases

    def words(self, source: Source) -> frozenset[str]:
        """The words of a text that any phrase needs, of this list or another."""
        return self._index.near(source).words


_shared = _Index()
