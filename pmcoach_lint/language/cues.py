"""Where to look closer in a text: turns of phrase that give a matter away, and the sentence around each.

Most texts hold none, and to see that costs next to nothing: the words of the text are known already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from pmcoach_lint.language.near import PhraseList
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.source import Source, Span, fold

REACH = 400
"""How many characters a sentence is followed to either side; one that is longer ends there."""

_STOP = anycase(r"[.!?;](?=[\s\"”’)*_]|$)|\||\n[ \t]*(?:\n|[-*+#>|]|\d+[.)]\s)|<br")


class Cues:
    """Turns of phrase, in a list or with commas between: `pip, written warning, manage him`."""

    def __init__(self, phrases: str | Iterable[str]) -> None:
        self._noted = phrases

    @cached_property
    def _phrases(self) -> PhraseList:
        """The list, made when it is first looked for."""
        listed = self._noted.split(", ") if isinstance(self._noted, str) else self._noted
        return PhraseList(map(fold, listed))

    def among(self, source: Source) -> list[str]:
        """The phrases that may be in a text, as far as its words tell."""
        near = self._phrases.near(source)
        return [phrase for phrases in near.values() for phrase in phrases if source.may_hold(phrase)]

    def places(self, source: Source) -> list[Span]:
        """Where the phrases stand in a text; of those that begin together, the longest."""
        found = {
            place: place + len(phrase)
            for phrase in sorted(self.among(source), key=len)
            for place in _places(source.folded, [phrase], 0)
        }
        return sorted(found.items())

    def sentences(self, source: Source, start: int = 0, passing: Span = (0, 0)) -> Iterator[Span]:
        """The sentences that hold one of the phrases, each once.

        Args:
            source: The text.
            start: Where in the text to begin.
            passing: A stretch of the text that is passed over.
        """
        phrases = self.among(source)
        reached = start
        for place in sorted(_places(source.folded, phrases, start)) if phrases else ():
            if place >= reached and not passing[0] <= place < passing[1]:
                first, reached = sentence(source.text, place, start)
                yield first, reached


class Words:
    """Words of which some mean that it is worth to look closer: in a set, or in a list with blanks between."""

    def __init__(self, words: str | Iterable[str]) -> None:
        self._words = words

    @cached_property
    def _phrases(self) -> PhraseList:
        words = self._words.split() if isinstance(self._words, str) else self._words
        return PhraseList(["|".join(words)])

    def are_in(self, source: Source) -> bool:
        """Whether any of the words is in a text."""
        return bool(self._phrases.near(source))


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
