"""Where to look closer in a text: turns of phrase that give a matter away, and the sentence around each.

Most texts hold none, and to see that costs next to nothing: the words of the text are known already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Source, Span, fold, words_of

REACH = 400
"""How many characters a sentence is followed to either side; one that is longer ends there."""

_STOP = regex(r"[.!?;](?=[\s\"”’)*_]|$)|\||\n[ \t]*(?:\n|[-*+#>|]|\d+[.)]\s)|<br", re.IGNORECASE)


class Cues:
    """Turns of phrase, in a list or with commas between: `pip, written warning, manage him`."""

    def __init__(self, phrases: str | Iterable[str]) -> None:
        listed = phrases.split(", ") if isinstance(phrases, str) else phrases
        self._by_anchor: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for phrase in listed:
            if words := words_of(phrase):
                longest = max(words, key=len)  # the rarest, mostly
                self._by_anchor.setdefault(longest, []).append((fold(phrase), words))
        self._anchors = frozenset(self._by_anchor)

    def among(self, words: frozenset[str]) -> list[str]:
        """The phrases of which every word is among `words`."""
        return [phrase for anchor in self._anchors & words for phrase, own in self._by_anchor[anchor] if own <= words]

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


def _places(folded: str, phrases: list[str], start: int) -> Iterator[int]:
    """Where the `phrases` stand in a text in small letters, as whole words."""
    for phrase in phrases:
        place = folded.find(phrase, start)
        while place >= 0:
            end = place + len(phrase)
            if not (folded[place - 1 : place].isalnum() or folded[end : end + 1].isalnum()):
                yield place
            place = folded.find(phrase, end)
