"""Phrases as people note them down, and where a text holds one of them.

A phrase is written in plain words: `be more strategic`. It is found whatever its case, across line breaks and
mark-up, and only as whole words. A few signs stand for more:

- `be|become|being` is any of these words;
- `really?` may be there or not;
- `improv*` is any word that begins so;
- `...` are up to three words, and `..` at most one;
- `@` is the coach: `the coach`, `my manager`, or a handle such as `lead-02`;
- `_` joins what counts as one word, so that there may be a choice of several: `get_better|improve`;
- `^` and `$` are the beginning and the end of a text.

A list of them is one text, a line for each; a line that stands further in goes on with the one above.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from inspect import cleandoc
from operator import attrgetter
from typing import NamedTuple

from pmcoach_lint.document import Document
from pmcoach_lint.language.excuses import Excuse, is_excused
from pmcoach_lint.language.said import Said, Spoken, spoken_of, text_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, fold
from pmcoach_lint.syntax.yaml_marks import Path

_BETWEEN = r"[\s*_>]+"
_GAPS = {gap: rf"(?:[\w'’%/:-]+{_BETWEEN}){{0,{most}}}?" for gap, most in (("..", 1), ("...", 3))}
_SIGNS = {"^": r"\A[\W_]*", "$": r"[\W_]*\Z", **_GAPS}
_COACH = rf"(?:(?:the|your|their|my|his|her){_BETWEEN})?(?:coach|lead|manager|mentor|[a-z]+-\d+)"
_MOST = 20
"""So many places of one text are looked at; one that says the same more often is no text that people write."""

_JOINTS = regex(r"[\W_]+")


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


def words_of(text: str) -> frozenset[str]:
    """The words of a list, which is one text."""
    return frozenset(text.split())


Parts = frozenset[str]
"""The words of one choice of a phrase, such as `strategic thinking`: all of them must be there."""

_COMMON = words_of(
    """
    a after all an and any are as be before been being but by can could do does each every first for from get gets go
    had has have he her his how i if in is it its just less many me more most my no not of on only or other our out
    over she should so some than that the their them then there they this to too until up us use was we week weekly
    were what when which who will with without would write writes you your
    """
)
"""Words that are in every document: no phrase is looked for by them."""


class _Choice(NamedTuple):
    """The choice that a word of a phrase leaves: words, and combinations of which all must be there."""

    single: frozenset[str]
    several: tuple[Parts, ...]

    def is_among(self, words: frozenset[str]) -> bool:
        return not self.single.isdisjoint(words) or any(parts <= words for parts in self.several)

    def is_in(self, folded: str) -> bool:
        for word in self.single:  # a loop, as this is asked of many texts
            if word in folded:
                return True
        return any(all(part in folded for part in parts) for parts in self.several)

    @property
    def rareness(self) -> int:
        """How long its shortest word is; 0 where a word is common."""
        if not self.single.isdisjoint(_COMMON):
            return 0
        return min((*map(len, self.single), *(max(map(len, parts)) for parts in self.several)))


class _Phrase(NamedTuple):
    """A phrase as it is noted down, and the choices of its words that must be there, the rarest first."""

    noted: str
    needs: tuple[_Choice, ...]

    def is_among(self, words: frozenset[str]) -> bool:
        return all(choice.is_among(words) for choice in self.needs)

    def may_be_in(self, folded: str) -> bool:
        return all(choice.is_in(folded) for choice in self.needs)


_NONE = _Choice(frozenset(), ())
_NO_MORE: Parts = frozenset()
_rareness = attrgetter("rareness")


class Lexicon:
    """A list of phrases, and a list of phrases that pass."""

    def __init__(self, phrases: Iterable[str], allowed: Iterable[str] = ()) -> None:
        self._allowed = [phrase for phrase in allowed if phrase.strip()]
        self._by_anchor: dict[str, list[tuple[Parts, _Phrase]]] = {}
        for phrase in map(_take_apart, phrases):
            anchor = phrase.needs[0] if phrase.needs else _NONE
            for word in anchor.single:
                self._by_anchor.setdefault(word, []).append((_NO_MORE, phrase))
            for parts in anchor.several:
                self._by_anchor.setdefault(max(parts, key=len), []).append((parts, phrase))
        self._anchors = frozenset(self._by_anchor)

    def among(self, document: Document, *kinds: str, excused: Excuse = is_excused) -> Iterator[Hit]:
        """Where texts of a document that say one of `kinds` hold one of the phrases, and nothing excuses it.

        Of phrases that overlap the first counts, and of those that begin together the longest. `excused` tells what
        excuses a phrase: by default that it is quoted, negated, or reported.
        """
        spoken = spoken_of(document)
        for kind in kinds:
            texts = spoken.get(kind)
            if texts and (near := self._near(texts.words)):
                for path, patterns in _holding(texts, near).items():
                    yield from self._hits(text_at(document, path, kind), patterns, excused)

    def hits(self, texts: Iterable[Said], words: frozenset[str], excused: Excuse = is_excused) -> Iterator[Hit]:
        """The same in any texts of a document with these `words`."""
        near = {phrase for phrases in self._near(words).values() for phrase in phrases}
        for text in texts if near else ():
            patterns = {_compile(phrase.noted) for phrase in near if phrase.may_be_in(text.folded)}
            yield from self._hits(text, patterns, excused)

    def holds(self, folded: str, words: frozenset[str]) -> bool:
        """Whether a text in small letters, out of a document with these `words`, holds one of the phrases at all."""
        return any(
            phrase.may_be_in(folded) and _compile(phrase.noted).search(folded)
            for phrases in self._near(words).values()
            for phrase in phrases
        )

    def _near(self, words: frozenset[str]) -> dict[str, list[_Phrase]]:
        """The phrases of which every word is among `words`, by the word to look for; mostly few."""
        near: dict[str, list[_Phrase]] = {}
        for word in self._anchors & words:
            found = [phrase for parts, phrase in self._by_anchor[word] if parts <= words and phrase.is_among(words)]
            if found:
                near[word] = found
        return near

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
            for match in _compile(phrase).finditer(text.folded)
        )


def _holding(spoken: Spoken, near: dict[str, list[_Phrase]]) -> dict[Path, set[re.Pattern[str]]]:
    """The texts that may hold one of the phrases, with the patterns that are to be tried there."""
    found: dict[Path, set[re.Pattern[str]]] = {}
    whole = spoken.folded
    for word in [word for word in near if word in whole]:
        for path, folded in spoken.with_word(word):
            for phrase in near[word]:
                if phrase.may_be_in(folded):
                    found.setdefault(path, set()).add(_compile(phrase.noted))
    return found


def noted(text: str) -> tuple[str, ...]:
    """The phrases of a list, which is one text."""
    phrases: list[str] = []
    for line in cleandoc(text).splitlines():
        if line.startswith(" "):
            between = "" if phrases[-1].endswith("|") else " "
            phrases[-1] += between + line.strip()
        else:
            phrases.append(line)
    return tuple(phrases)


def choice(words: str) -> str:
    """The choice of any of `words`, as a phrase has it."""
    return "|".join(words.split())


@lru_cache(maxsize=64)
def lexicon(phrases: tuple[str, ...], also: tuple[str, ...] = (), allow: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon of a rule's `phrases` and those that a team has added; what it allows passes. Built once."""
    return Lexicon((*phrases, *also), allow)


@cache
def _take_apart(phrase: str) -> _Phrase:
    words = (word for word in _words(phrase) if word not in _SIGNS and not word.endswith("?"))
    needs = [choice for word in words if (choice := _choice(word))]
    return _Phrase(phrase, tuple(sorted(needs, key=_rareness, reverse=True)))


def _words(phrase: str) -> list[str]:
    return fold(phrase).replace("’", "'").split()


@cache
def _choice(word: str) -> _Choice | None:
    """The choice that a word leaves, of which something is in every text that holds it; None when nobody can tell."""
    choices = _choices(word)
    if not choices or any("*" in choice or choice == "@" for choice in choices):
        return None
    joint = [choice for choice in choices if not choice.isalnum()]
    several = tuple(parts for choice in joint if (parts := frozenset(filter(None, _JOINTS.split(choice)))))
    single = frozenset(choices).difference(joint)
    return _Choice(single, several) if single or several else None


def _choices(word: str) -> list[str]:
    return [choice for choice in word.removesuffix("?").split("|") if choice]


@cache
def _compile(phrase: str) -> re.Pattern[str]:
    """The pattern of a phrase. Only those are compiled whose words are all in some document."""
    pattern, follows = "", False
    for word in _words(phrase):
        between = _BETWEEN if follows else ""
        if word in _SIGNS:
            pattern += (between if word in _GAPS else "") + _SIGNS[word]
            follows = False
            continue
        part = f"(?:{'|'.join(map(_one, sorted(_choices(word), key=len, reverse=True)))})"
        if word.endswith("?"):
            pattern += f"(?:{between}{part})?" if follows else f"(?:{part}{_BETWEEN})?"
            continue
        pattern += between + part
        follows = True
    begins = "" if pattern.startswith(_SIGNS["^"]) else r"(?<![\w'’-])"
    ends = "" if pattern.endswith(_SIGNS["$"]) else r"(?![\w-])"
    return re.compile(begins + pattern + ends)


def _one(choice: str) -> str:
    if choice == "@":
        return _COACH
    pieces = (re.escape(piece.rstrip("*")) + (r"\w*" if piece.endswith("*") else "") for piece in choice.split("_"))
    return _BETWEEN.join(pieces).replace("'", "['’]").replace(r"\-", r"[-‐‑\s]")
