"""Where to look closer in a text: turns of phrase that give a matter away, and the sentence around each.

Most texts hold none, and to see that costs next to nothing: the words of the text are known already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Source, Span, fold

REACH = 400
"""How many characters a sentence is followed to either side; one that is longer ends there."""

_WORD = regex(r"\w+")
_STOP = regex(r"[.!?;](?=[\s\"”’)*_]|$)|\||\n[ \t]*(?:\n|[-*+#>|]|\d+[.)]\s)|<br", re.IGNORECASE)


class Cues:
    """Turns of phrase, in a list or with commas between: `pip, written warning, manage him`."""

    def __init__(self, phrases: str | Iterable[str]) -> None:
        listed = phrases.split(", ") if isinstance(phrases, str) else phrases
        self._phrases = [(fold(phrase), words_of(phrase)) for phrase in listed]
        self._words = frozenset(word for _, words in self._phrases for word in words)

    def among(self, words: frozenset[str]) -> list[str]:
        """The phrases of which every word is among `words`."""
        if self._words.isdisjoint(words):
            return []
        return [phrase for phrase, own in self._phrases if own <= words]

    def places(self, source: Source, words: frozenset[str]) -> list[Span]:
        """Where the phrases stand in a text that has these `words`; of those that begin together, the longest."""
        found = {
            place: place + len(phrase)
            for phrase in sorted(self.among(words), key=len)
            for place in _places(source.folded, [phrase], 0)
        }
        return sorted(found.items())

    def sentences(
        self, source: Source, words: frozenset[str], start: int = 0, passing: Span = (0, 0)
    ) -> Iterator[Span]:
        """The sentences that hold one of the phrases, each once.

        Args:
            source: The text.
            words: The words of the text.
            start: Where in the text to begin.
            passing: A stretch of the text that is passed over.
        """
        phrases = self.among(words)
        reached = start
        for place in sorted(_places(source.folded, phrases, start)) if phrases else ():
            if place >= reached and not passing[0] <= place < passing[1]:
                first, reached = sentence(source.text, place, start)
                yield first, reached


def sentence(text: str, place: int, start: int = 0) -> Span:
    """The sentence, cell or list item of `text` that holds the character at `place`, no further back than `start`."""
    first = max(start, place - REACH)
    for stop in _STOP.finditer(text, first, place):
        first = stop.end()
    after = _STOP.search(text, place, place + REACH)
    return (first, after.start() if after else min(len(text), place + REACH))


def words_of(text: str) -> frozenset[str]:
    """The words of a text, casefolded, as a document has them."""
    return frozenset(_WORD.findall(text.casefold()))


def _places(folded: str, phrases: list[str], start: int) -> Iterator[int]:
    """Where the `phrases` stand in a text in small letters, as whole words."""
    for phrase in phrases:
        place = folded.find(phrase, start)
        while place >= 0:
            end = place + len(phrase)
            if not (folded[place - 1 : place].isalnum() or folded[end : end + 1].isalnum()):
                yield place
            place = folded.find(phrase, end)
