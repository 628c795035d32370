"""Phrases as people note them down, and where a text holds one of them.

A phrase is written in plain words: `be more strategic`. It is found whatever its case, across line breaks and
mark-up, and only as whole words. A few signs stand for more:

- `be|become|being` is any of these words;
- `really?` may be there or not;
- `improv*` is any word that begins so;
- `...` are up to three words;
- `_` joins what counts as one word, so that there may be a choice of several: `get_better|improve`;
- `^` and `$` are the beginning and the end of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pmcoach_lint.language.excuses import is_excused
from pmcoach_lint.language.said import Said
from pmcoach_lint.syntax.source import Span, fold

_BETWEEN = r"[\s*_>]+"
_GAP = rf"(?:[\w'’%/-]+{_BETWEEN}){{0,3}}?"
_JOINTS = re.compile(r"[_'-]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found: from `start` to `end` of a text."""

    text: Said
    start: int
    end: int

    @property
    def words(self) -> str:
        """What stands there, on one line and without mark-up."""
        return " ".join(re.sub(r"[*_>\s]+", " ", self.text.text[self.start : self.end]).split())

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return self.text.span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase, ready: its pattern, and for each of its words that must be there the forms that it may have.

    `anchor` are the forms of its longest word, which is most likely the rarest.
    """

    pattern: re.Pattern[str]
    anchor: frozenset[str]
    needs: tuple[frozenset[str], ...]


class Lexicon:
    """A list of phrases, and a list of phrases that pass."""

    def __init__(self, phrases: Iterable[str], allowed: Iterable[str] = ()) -> None:
        self._phrases = [_compile(phrase) for phrase in phrases if phrase.strip()]
        self._allowed = [_compile(phrase).pattern for phrase in allowed if phrase.strip()]
        self._by_anchor: dict[str, list[_Phrase]] = {}
        self._always = [phrase for phrase in self._phrases if not phrase.anchor]
        for phrase in self._phrases:
            for word in phrase.anchor:
                self._by_anchor.setdefault(word, []).append(phrase)
        self._anchors = frozenset(self._by_anchor)

    def among(self, words: frozenset[str]) -> list[re.Pattern[str]]:
        """The patterns of the phrases of which every word is among `words`: mostly none, at next to no cost."""
        near = {id(phrase): phrase for word in self._anchors & words for phrase in self._by_anchor[word]}
        found = [phrase.pattern for phrase in near.values() if not any(map(words.isdisjoint, phrase.needs))]
        return [*found, *(phrase.pattern for phrase in self._always)]

    def hits(self, texts: Iterable[Said], words: frozenset[str]) -> Iterator[Hit]:
        """Where `texts` hold one of the phrases, and nothing excuses it; `words` are those of the whole document.

        Of phrases that overlap the first counts, and of those that begin together the longest.
        """
        patterns = self.among(words)
        if not patterns:
            return
        for text in texts:
            found = sorted(
                (match.start(), -match.end()) for pattern in patterns for match in pattern.finditer(text.folded)
            )
            reached = 0
            for start, negative_end in found:
                if start >= reached and not self._passes(text, start, -negative_end):
                    reached = -negative_end
                    yield Hit(text, start, reached)

    def _passes(self, text: Said, start: int, end: int) -> bool:
        """Whether a phrase in a text is no offence: it lies in one that is allowed, or is excused by what is around."""
        if is_excused(text.folded, start, end):
            return True
        return any(
            match.start() <= start and end <= match.end()
            for pattern in self._allowed
            for match in pattern.finditer(text.folded)
        )


@lru_cache(maxsize=64)
def lexicon(phrases: tuple[str, ...], also: tuple[str, ...] = (), allow: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon of a rule's `phrases` and those that a team has added; what it allows passes. Built once."""
    return Lexicon((*phrases, *also), allow)


def _compile(phrase: str) -> _Phrase:
    words = fold(phrase).replace("’", "'").split()
    pattern, needs, follows = "", [], False
    for word in words:
        if word in ("^", "$"):
            pattern += r"\A[\W_]*" if word == "^" else r"[\W_]*\Z"
            continue
        part, forms = _word(word)
        optional = word.endswith("?")
        if word == "...":
            pattern += (_BETWEEN if follows else "") + _GAP
            follows = False
            continue
        if optional:
            pattern += f"(?:{_BETWEEN}{part})?" if follows else f"(?:{part}{_BETWEEN})?"
            continue
        pattern += (_BETWEEN if follows else "") + part
        follows = True
        if forms:
            needs.append(forms)
    begins = "" if pattern.startswith(r"\A") else r"(?<![\w'’-])"
    ends = "" if pattern.endswith(r"\Z") else r"(?![\w-])"
    anchor = max(needs, key=lambda forms: min(map(len, forms)), default=frozenset[str]())
    return _Phrase(re.compile(begins + pattern + ends), anchor, tuple(needs))


def _word(word: str) -> tuple[str, frozenset[str]]:
    """The pattern of one word of a phrase, and the words of which one is in every text that holds it."""
    choices = [choice for choice in word.removesuffix("?").split("|") if choice]
    patterns = [
        _BETWEEN.join(
            re.escape(piece.rstrip("*")).replace("'", "['’]").replace(r"\-", r"[-‐‑\s]")
            + (r"\w*" if piece.endswith("*") else "")
            for piece in choice.split("_")
        )
        for choice in choices
    ]
    if any("*" in choice for choice in choices):
        return f"(?:{'|'.join(patterns)})", frozenset()
    forms = frozenset(max(_JOINTS.split(choice), key=len) for choice in choices)
    return f"(?:{'|'.join(patterns)})", forms
