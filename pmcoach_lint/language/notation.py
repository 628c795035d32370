"""How people note down phrases, what a phrase that is noted down looks like in a text, and which words it has.

A phrase is written in plain words: `be more strategic`. It is found whatever its case, across line breaks and
mark-up, and only as whole words. A few signs stand for more:

- `be|become|being` is any of these words;
- `really?` may be there or not;
- `improv*` is any word that begins so, `pm-*'s` any that is so as well around the sign;
- `...` are up to three words, and `..` at most one, with commas behind them or not;
- `@` is the coach: `the coach`, `my manager`, or a handle such as `lead-02`, `vp-platform`; `@'s` is what is theirs;
- `_` joins what counts as one word, so that there may be a choice of several: `get_better|improve`;
- `^` and `$` are the beginning and the end of a text.

A list of them is one text, a line for each; a line that stands further in goes on with the one above.
"""

from __future__ import annotations

import re
from functools import cache
from inspect import cleandoc
from operator import attrgetter

from pmcoach_lint.names import TITLED_HANDLE
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import fold


def words_in(text: str) -> frozenset[str]:
    """The words of a list, which is one text."""
    return frozenset(text.split())


Parts = tuple[str, ...]
"""Words of which all must be there, the rarest first, such as those of `strategic_thinking`."""


_ALONE = 1000
"""So much rarer a word is than any choice of words."""


class Need:
    """A choice of which something must be there: one of the `single` words, or all words of one of `several` parts.

    `sought` has one word of each: where none of these is, there is nothing of the choice. `rareness` is 0 where one of
    them is in every document, 1 where one is in most, else how long the shortest is; one word is rarer than any choice.
    """

    __slots__ = ("rareness", "several", "single", "sought")

    def __init__(self, single: frozenset[str], several: tuple[Parts, ...] = ()) -> None:
        self.single = single
        self.several = several
        self.sought = single.union([parts[0] for parts in several]) if several else single
        self.rareness = _least_rareness(self.sought)
        if self.rareness > 1 and len(single) == 1 and not several:
            self.rareness += _ALONE

    def is_among(self, words: frozenset[str]) -> bool:
        """Whether something of the choice is among `words`."""
        return not self.single.isdisjoint(words) or any(map(words.issuperset, self.several))


_BETWEEN = r"[\s*_>]+"
_GAPS = {gap: rf"(?:[\w'’%/:-]+,?{_BETWEEN}){{0,{most}}}?" for gap, most in (("..", 1), ("...", 3))}
_SIGNS = {"^": r"\A[\W_]*", "$": r"[\W_]*\Z", **_GAPS}
_COACH = (
    rf"(?:(?:the|your|their|my|his|her){_BETWEEN})?"
    rf"(?:coach|lead|manager|mentor|(?:[a-z]+-){{1,3}}\d+|{TITLED_HANDLE})"
)
_JOINTS = regex(r"[\W_]+")
_COMMON = words_in(
    """
    a after all an and any are as at be before been being but by can could do does each every first for from get gets go
    had has have he her his how i if in is it its just less many me more most my no not of on only or other our out
    over she should so some than that the their them then there they this to too until up us use was we week weekly
    were what when which who will with without would write writes you your
    """
)
"""Words that are taken to be in every document: no phrase is looked for by them if it has others."""

_USUAL = words_in(
    """
    better business coach customer decision decisions execution feedback good growth lead leadership level manager need
    needs outcome owner partner pm prioritization problem product progress question questions review stakeholder
    strategic strategy team teams visibility why work
    """
)
"""Words that are in most documents: a phrase is looked for by them only if it has no others."""


def _rareness(word: str) -> int:
    """How rare a word is, as far as we know: long ones are."""
    return 0 if word in _COMMON else 1 if word in _USUAL else len(word)


def _least_rareness(words: frozenset[str]) -> int:
    """How rare the most usual of the words is."""
    if not _COMMON.isdisjoint(words):
        return 0
    return 1 if not _USUAL.isdisjoint(words) else min(map(len, words), default=0)


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


@cache
def needs_of(phrase: str) -> tuple[Need, ...]:
    """What must be in a text for a phrase to be there, the rarest first: that whose shortest word is longest."""
    needs = [need for word in _words(phrase) if (need := _need(word))]
    needs.sort(key=attrgetter("rareness"), reverse=True)
    return tuple(needs)


@cache
def rarest_in(phrase: str) -> frozenset[str]:
    """The words by which a phrase is looked for: those of the rarest that it needs. There may be none.

    Most phrases have a word that is rare enough, and then nothing else of them is looked at.
    """
    longest = max(filter(str.isalnum, _words(phrase)), key=len, default="").casefold()
    if _rareness(longest) > 1:
        return frozenset((longest,))
    return next((need.sought for need in needs_of(phrase)), frozenset())


@cache
def others_in(phrase: str) -> tuple[frozenset[str], ...]:
    """Of each choice that a phrase needs besides the rarest the words that are sought: one of them must be there."""
    return tuple([need.sought for need in needs_of(phrase)[1:]])


def may_be(phrase: str, folded: str, words: frozenset[str]) -> bool:
    """Whether a phrase may be in a text in small letters with these `words`, which has not too many of them."""
    if not all(need.is_among(words) for need in needs_of(phrase)):
        return False
    most = most_words(phrase)
    return most is None or len(_parts(folded)) <= most


@cache
def most_words(phrase: str) -> int | None:
    """How many words a text can have that is a phrase from beginning to end; None where it may have any number."""
    words = _words(phrase)
    if words[:1] != ["^"] or words[-1] != "$" or any(word in _GAPS or {"*", "@"} & {*word} for word in words):
        return None
    return sum(max(len(_parts(choice)) for choice in _choices(word)) for word in words[1:-1])


@cache
def compiled(phrase: str) -> re.Pattern[str]:
    """The pattern of a phrase. Only those are compiled whose words are all in some text."""
    pattern, follows = "", False
    for word in _words(phrase):
        between = _BETWEEN if follows else ""
        if word in _SIGNS:
            pattern += (f",?{between}" if between and word in _GAPS else "") + _SIGNS[word]
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


def _words(phrase: str) -> list[str]:
    return fold(phrase).replace("’", "'").split()


def _choices(word: str) -> list[str]:
    return [choice for choice in word.removesuffix("?").split("|") if choice]


@cache
def _need(word: str) -> Need | None:
    """The choice that a word leaves, of which something is in every text that holds it; None when nobody can tell."""
    if word in _SIGNS or word.endswith("?") or "*" in word:
        return None
    choices = frozenset(_choices(word.casefold()))
    if word.replace("|", "").isalnum():
        return Need(choices)
    joint = [one for one in choices if not one.isalnum()]
    several = tuple(map(_parts, joint))
    return Need(choices.difference(joint), several) if all(several) and "@" not in word else None


def _parts(joint: str) -> Parts:
    parts = [part for part in _JOINTS.split(joint) if part]
    parts.sort(key=_rareness, reverse=True)
    return tuple(parts)


def _one(choice: str) -> str:
    if choice.startswith("@"):
        return _COACH + choice[1:].replace("'", "['’]")
    pieces = (re.escape(piece).replace(r"\*", r"\w*") for piece in choice.split("_"))
    return _BETWEEN.join(pieces).replace("'", "['’]").replace(r"\-", r"[-‐‑\s]")
