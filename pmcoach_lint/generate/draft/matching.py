"""What each text of an intake is about: the coach's own words decide before a stray word does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pmcoach_lint.generate.draft.library import LEVELS, Area, Library
from pmcoach_lint.generate.markdown import begun, shown
from pmcoach_lint.language.notation import words_in
from pmcoach_lint.names import name_key, same_root
from pmcoach_lint.tuples import NamedTuple

_KIN, _SAME = 2, 3
"""How many words that say something a piece of work shares with a challenge that it shows, and with a strength."""

_SHORTEST = 4
_FUNCTION_WORDS = words_in(
    "about after again also because been before both does during each ever every from have into just like made make "
    "makes many more most much must never nobody nothing once only other others over said same says should since some "
    "such than that their them then there these they this those through until very want wants week weeks were what "
    "when where which while will with without work would your"
)


class Told(NamedTuple):
    """What the coach has told in a text, and the area that it is about; None where its words point to none."""

    text: str
    area: Area | None


class Piece(NamedTuple):
    """A piece of evidence with its number in the log, and the area it belongs to.

    It `is_strength` where it shows what the coach has told as a strength: then it is no evidence of a gap.
    """

    id: str
    date: str
    text: str
    artifact: str
    area: Area | None
    level: str
    is_strength: bool = False


class Matched(NamedTuple):
    """The challenges, strengths and pieces of evidence of an intake, each with its area."""

    challenges: tuple[Told, ...]
    strengths: tuple[Told, ...]
    pieces: tuple[Piece, ...]


def match(
    records: Iterable[dict[str, Any]], challenges: Iterable[str], strong: Iterable[str], library: Library
) -> Matched:
    """The texts of an intake with their areas.

    A piece of evidence is about what its column says; else about the challenge or strength whose words it shares; else
    about what most of its words point to, where areas that challenges name are favoured.

    Args:
        records: The pieces of evidence, as the intake has them.
        challenges: What the coach has named as challenges, the main one first.
        strong: What is said of strengths.
        library: The areas.
    """
    matching = _Matching(library, challenges, strong)
    pieces = [matching.piece(f"E{number}", record) for number, record in enumerate(filter(_says, records), 1)]
    return Matched(tuple(matching.challenges), tuple(matching.strengths), tuple(pieces))


def _says(record: dict[str, Any]) -> bool:
    return bool(record.get("evidence"))


class _Matching:
    """The challenges and strengths with their areas, which pieces of evidence may tell better than their words do."""

    def __init__(self, library: Library, challenges: Iterable[str], strong: Iterable[str]) -> None:
        self.library = library
        self.challenges = [Told(text, library.area_of(text)) for text in challenges]
        self.strengths = [Told(text, library.area_of(text)) for text in strong]

    def piece(self, number: str, record: dict[str, Any]) -> Piece:
        """A piece of evidence with its area, which what it shows takes over."""
        text, artifact = (begun(shown(str(record.get(key, "")))) for key in ("evidence", "artifact"))
        words, column = f"{text} {artifact}", str(record.get("area", ""))
        shows, at = self._shown_by(words)
        area = self.library.named(column) or self.library.area_of(column)
        if not column:
            area = self._area(words, shows[at] if at >= 0 else None)
        if at >= 0 and (shows is self.strengths or shows[at].area is None):
            shows[at] = Told(shows[at].text, area)
        level = record.get("level", "")
        level = level if level in LEVELS else ""
        is_strength = at >= 0 and shows is self.strengths
        return Piece(number, record.get("date", ""), text, artifact, area, level, is_strength)

    def _shown_by(self, words: str) -> tuple[list[Told], int]:
        """The challenge or strength whose words a piece of work shares: its list, and its place there; -1 for none."""
        challenge, strength = _nearest(words, self.challenges, _KIN), _nearest(words, self.strengths, _SAME)
        if strength.shared > challenge.shared:
            return self.strengths, strength.at
        return self.challenges, challenge.at

    def _area(self, words: str, shows: Told | None) -> Area | None:
        """The area of a piece whose column tells none: that of the challenge it shows, else where its words point."""
        if shows and shows in self.strengths:
            return self.library.area_of(f"{shows.text} {words}")
        if shows and shows.area:
            return shows.area
        return self.library.area_of(words, {each.area.name for each in self.challenges if each.area})


class _Nearest(NamedTuple):
    """How many words a text shares with the nearest of others, and the place of that one; -1 where none is near."""

    shared: int
    at: int


def _nearest(text: str, told: list[Told], least: int) -> _Nearest:
    shared = [_shared(text, each.text) for each in told]
    most = max(shared, default=0)
    return _Nearest(most, shared.index(most)) if most >= least else _Nearest(0, -1)


def _shared(text: str, other: str) -> int:
    """How many words that say something two texts have in common, in whatever form."""
    words, others = _words(text), _words(other)
    return sum(any(same_root(word, one) for one in others) for word in words)


def _words(text: str) -> set[str]:
    """The words of a text that say something: neither small words, nor numbers, nor handles."""
    return {
        word
        for word in name_key(text).split()
        if len(word) >= _SHORTEST and word.isalpha() and word not in _FUNCTION_WORDS
    }
