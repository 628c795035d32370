"""The texts of a document, by what they say: a goal, a signal, a prompt. Schemas name that in `x-says`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.document import Document
from pmcoach_lint.syntax.source import Span, fold
from pmcoach_lint.syntax.yaml_marks import Path

_BETWEEN = "\n\n"

Route = tuple[str, ...]
"""The way down the data of a type, without the numbers of records."""


class Said(NamedTuple):
    """One text of a document.

    `path` is where it stands in the data, and `start` where it begins in the document. `text` is what is written
    there, mark-up included, so that a place in it is a place in the document. `folded` is the same in small letters,
    character by character. `says` is what the text is for, as its schema names it.
    """

    path: Path
    start: int
    text: str
    folded: str
    says: str

    def span(self, start: int, end: int) -> Span:
        """The place in the document of a part of the text."""
        return self.start + start, self.start + end


def said(document: Document, *kinds: str) -> Iterator[Said]:
    """The texts of a document that say one of `kinds`, in the order of its schema."""
    for kind in kinds:
        spoken = spoken_of(document, kind)
        yield from map(spoken.at, range(len(spoken.texts)))


def said_at(document: Document, *places: str) -> Iterator[Said]:
    """The texts of a document at `places`, each the way down its data without the numbers of records: `rate.basis`."""
    for place in places:
        for path in _paths(document.data, tuple(place.split(".")), ()):
            if path in document.values:
                yield text_at(document, path)


def text_at(document: Document, path: Path, kind: str = "") -> Said:
    """The text at `path`, which says what `kind` names."""
    start, end = document.values[path]
    text = document.text[start:end]
    return Said(path, start, text, fold(text), kind)


class Spoken:
    """All texts of one kind, as the data has them: `texts`.

    As one text in small letters, a word is looked for in them at next to no cost; where each stands in the document is
    worked out for those that matter.
    """

    def __init__(self, document: Document, kind: str) -> None:
        self._document = document
        self._kind = kind
        self._routes = _routes(document.binding).get(kind, ()) if document.doctype else ()
        self.texts = [text for route in self._routes for text in _texts(document.data, route)]

    @cached_property
    def folded(self) -> str:
        """The texts in small letters, one behind the other."""
        return fold(_BETWEEN.join(self.texts))

    def at(self, number: int) -> Said:
        """One of the texts, as it stands in the document."""
        return text_at(self._document, self._paths[number], self._kind)

    @cached_property
    def _paths(self) -> list[Path]:
        return [path for route in self._routes for path in _paths(self._document.data, route, ())]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(text) + len(_BETWEEN) for text in self.texts)]

    def with_word(self, word: str) -> Iterator[tuple[int, str]]:
        """The texts that hold `word`, or a word with it inside: the number of each, and the text in small letters."""
        place = self.folded.find(word)
        while place >= 0:
            index = bisect_right(self._starts, place) - 1
            start, end = self._starts[index : index + 2]
            yield index, self.folded[start:end]
            place = self.folded.find(word, end)


def spoken_of(document: Document, kind: str) -> Spoken:
    """The texts of a document that say what `kind` names. They are gathered once, when somebody first asks."""
    kept = document.views.setdefault(Spoken, {})
    if kind not in kept:
        kept[kind] = Spoken(document, kind)
    spoken: Spoken = kept[kind]
    return spoken


@cache
def _routes(binding: Binding) -> dict[str, list[Route]]:
    """The ways down the data of a type to the texts that say something, by what they say, in its own order."""
    routes: dict[str, list[Route]] = {}
    for name, field in binding.fields.items():
        if field.fields:
            for kind, inner in _routes(field).items():
                routes.setdefault(kind, []).extend((name, *route) for route in inner)
        elif field.is_text and "x-says" in field.schema:
            routes.setdefault(field.schema["x-says"], []).append((name,))
    return routes


def _texts(data: dict[str, Any], route: Route) -> list[str]:
    """The texts at the end of a route, which may lead through lists of records."""
    reached: list[Any] = [data]
    for name in route:
        found = [part[name] for part in reached if type(part) is dict and name in part]
        reached = []
        for value in found:
            if type(value) is list:
                reached += value
            else:
                reached.append(value)
    return [text for text in reached if type(text) is str]


def _paths(data: Any, route: Route, path: Path) -> Iterator[Path]:
    """The paths of the same texts, in the same order."""
    name, *further = route
    value, here = data.get(name) if type(data) is dict else None, (*path, name)
    several = enumerate(value) if type(value) is list else None
    for at, inner in [((*here, place), inner) for place, inner in several] if several else [(here, value)]:
        if further:
            yield from _paths(inner, tuple(further), at)
        elif type(inner) is str:
            yield at
