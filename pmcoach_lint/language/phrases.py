"""Lists of phrases, and where a document holds one of them. `notation` tells how a phrase is noted down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from pmcoach_lint.document import Document
from pmcoach_lint.language.excuses import Excuse, is_excused
from pmcoach_lint.language.loose import planned
from pmcoach_lint.language.near import Found, PhraseList
from pmcoach_lint.language.notation import compiled, may_be, others_in
from pmcoach_lint.language.said import Said, Spoken, said_at, spoken_of
from pmcoach_lint.syntax.source import Span, words_of
from pmcoach_lint.tuples import NamedTuple

_MOST = 20
"""So many places of one text are looked at; one that says the same more often is no text that people write."""


class Hit(NamedTuple):
    """A phrase that was found: from `start` to `end` of a text."""

    text: Said
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place of the phrase in the document."""
        return self.text.span(self.start, self.end)

    @property
    def words(self) -> str:
        """What stands there, on one line and without mark-up."""
        return " ".join(re.sub(r"[*_>\s]+", " ", self.text.text[self.start : self.end]).split())


class Lexicon:
    """A list of phrases, and a list of phrases that pass."""

    def __init__(self, phrases: PhraseList, allowed: Iterable[str]) -> None:
        self._phrases = phrases
        self._allowed = [phrase for phrase in allowed if phrase.strip()]

    def among(self, document: Document, *kinds: str, excused: Excuse = is_excused) -> Iterator[Hit]:
        """Where texts of a document that say one of `kinds` hold one of the phrases, and nothing excuses it.

        Of phrases that overlap the first counts, and of those that begin together the longest. `excused` tells what
        excuses a phrase: by default that it is quoted, negated, or reported.
        """
        near, words = self._phrases.near(document.source), document.source.words
        for kind in kinds if near else ():
            spoken = spoken_of(document, kind)
            for number, patterns in _holding(spoken, near, words).items():
                yield from self._hits(spoken.at(number), patterns, excused)

    def at(self, document: Document, *places: str) -> Iterator[Hit]:
        """The same in the texts of a document at `places`, as `said_at` has them."""
        near = self._phrases.near(document.source) if places else {}
        for text in said_at(document, *places) if near else ():
            yield from self._hits(text, _patterns(near, text.folded), is_excused)

    def beyond(self, document: Document) -> Iterator[Hit]:
        """The same in texts that nothing reads and that are about what is to come."""
        near = self._phrases.near(document.source)
        for text in planned(document) if near else ():
            yield from self._hits(text, _patterns(near, text.folded), is_excused)

    def holds(self, document: Document, folded: str) -> bool:
        """Whether a text in small letters, out of a document, holds one of the phrases at all."""
        patterns = _patterns(self._phrases.near(document.source), folded)
        return any(pattern.search(folded) for pattern in patterns)

    def _hits(self, text: Said, patterns: set[re.Pattern[str]], excused: Excuse) -> Iterator[Hit]:
        found = sorted((match.start(), -match.end()) for pattern in patterns for match in pattern.finditer(text.folded))
        reached = 0
        for start, below_zero in found[:_MOST]:
            end = -below_zero
            if start >= reached and not excused(text.folded, start, end) and not self._passes(text, start, end):
                reached = end
                yield Hit(text, start, end)

    def _passes(self, text: Said, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` of a text are part of a phrase that is allowed, or one of them."""
        return any(
            match.start() < end and start < match.end()
            for phrase in self._allowed
            for match in compiled(phrase).finditer(text.folded)
        )


def _holding(spoken: Spoken, near: Found, words: frozenset[str]) -> dict[int, set[re.Pattern[str]]]:
    """The texts that may hold one of the phrases, by their numbers, with the patterns that are to be tried there.

    Args:
        spoken: The texts.
        near: The phrases that may be in the document.
        words: The words that there are in the document: no others need be looked for.
    """
    found: dict[int, set[re.Pattern[str]]] = {}
    whole = spoken.folded
    for word, phrases in near.items():
        if word in whole:
            choices = [(phrase, [sought & words for sought in others_in(phrase)]) for phrase in phrases]
            choices = [(phrase, further) for phrase, further in choices if _are_in(whole, further)]
            for number, folded in spoken.with_word(word) if choices else ():
                for phrase, further in choices:
                    if _are_in(folded, further) and may_be(phrase, folded, spoken.words(number)):
                        found.setdefault(number, set()).add(compiled(phrase))
    return found


def _patterns(near: Found, folded: str) -> set[re.Pattern[str]]:
    """The patterns of those phrases that may be in a text in small letters."""
    words = words_of(folded) if near else frozenset()
    phrases = (phrase for word, phrases in near.items() if word in words for phrase in phrases)
    return {compiled(phrase) for phrase in phrases if may_be(phrase, folded, words)}


def _are_in(folded: str, choices: list[frozenset[str]]) -> bool:
    """Whether one word of each choice is in a text in small letters."""
    for words in choices:  # loops, as this is asked of many texts
        for word in words:
            if word in folded:
                break
        else:
            return False
    return True


@lru_cache(maxsize=64)
def lexicon(phrases: tuple[str, ...], also: tuple[str, ...] = (), allow: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon of a rule's `phrases` and those that a team has added; what it allows passes. Built once."""
    return Lexicon(_phrase_list((*phrases, *also)), allow)


_phrase_list = cache(PhraseList)
