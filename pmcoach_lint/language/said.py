"""The texts of a document, by what they say: a goal, a signal, a prompt. Schemas name that in `x-says`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.document import Document
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, fold, view, words_of
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

_BETWEEN = "\0\n"

Tree = dict[str, Any]
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
    return (text_at(document, path) for path, _ in told_at(document, *places) if path in document.values)


_LINE = regex(r"[^\n]+")
_MARK = regex(r"[ \t>]*(?:[-*+•]|\d+[.)])?[ \t]*(?:\[[ xX]\][ \t]*)?")


def lines_of(text: Said) -> Iterator[Said]:
    """The lines of a text that is told in paragraphs and items, each without the mark of its item."""
    for match in _LINE.finditer(text.text):
        mark = _MARK.match(match[0])
        start = match.start() + (mark.end() if mark else 0)
        line = slice(start, match.end())
        if start < match.end():
            yield Said(text.path, text.start + start, text.text[line], text.folded[line], text.says)


def told_at(document: Document, *places: str) -> Iterator[tuple[Path, str]]:
    """The same as the data has them, each with its path: where they stand is not worked out."""
    return (told for place in places for told in _told(document.data, tuple(place.split(".")), ()))


def text_at(document: Document, path: Path, kind: str = "") -> Said:
    """The text at `path`, which says what `kind` names."""
    start, end = document.values[path]
    text = document.standing[start:end]
    return Said(path, start, text, fold(text), kind)


class Spoken:
    """All texts of one kind, as the data has them: `texts`.

    As one text, a word is looked for in them at next to no cost; where each stands in the document is worked out for
    those that matter.
    """

    def __init__(self, document: Document, kind: str) -> None:
        self._document = document
        self._kind = kind
        self.texts = [text for text in _all_values(document).get(kind, ()) if type(text) is str]
        self._words: dict[int, frozenset[str]] = {}

    @cached_property
    def folded(self) -> str:
        """The texts casefolded, as words are, one behind the other, with a sign between them that is in none."""
        whole = _BETWEEN.join(map(str.casefold, self.texts))
        if whole.count(_BETWEEN) >= len(self.texts):
            whole = _BETWEEN.join([text.casefold().replace(_BETWEEN, "  ") for text in self.texts])
        return whole

    def at(self, number: int) -> Said:
        """One of the texts, as it stands in the document."""
        return text_at(self._document, self._paths[number], self._kind)

    def words(self, number: int) -> frozenset[str]:
        """The words of one of the texts, for all that look for phrases in it."""
        if number not in self._words:
            self._words[number] = words_of(self.texts[number])
        return self._words[number]

    @cached_property
    def _paths(self) -> list[Path]:
        routes = _routes_in(self._document.binding, self._kind)
        return [path for route in routes for path, _ in _told(self._document.data, route, ())]

    def with_word(self, word: str) -> Iterator[tuple[int, str]]:
        """The texts that hold `word`, or a word with it inside: the number of each, and the text casefolded."""
        whole = self.folded
        place = whole.find(word)
        while place >= 0:
            number, end = whole.count(_BETWEEN, 0, place), whole.find(_BETWEEN, place)
            start = whole.rfind(_BETWEEN, 0, place) + len(_BETWEEN) if number else 0
            yield number, whole[start:] if end < 0 else whole[start:end]
            place = whole.find(word, end) if end >= 0 else end


def spoken_of(document: Document, kind: str) -> Spoken:
    """The texts of a document that say what `kind` names. They are gathered once, when somebody first asks."""
    kept = document.views.setdefault(Spoken, {})
    if kind not in kept:
        kept[kind] = Spoken(document, kind)
    spoken: Spoken = kept[kind]
    return spoken


@view
def _all_values(document: Document) -> dict[str, list[Any]]:
    """What a document says where there may be a text that says something, by what that is."""
    values: dict[str, list[Any]] = {}
    if document.doctype:
        _gather([document.data], _tree(document.binding), values)
    return values


def _gather(records: list[Any], tree: Tree, values: dict[str, list[Any]]) -> None:
    """Add what `records` say to the `values`, property by property, as this is quickest."""
    for name, inner in tree.items():
        found: list[Any] = []
        for record in records:
            if type(record) is dict and name in record:
                value = record[name]
                if type(value) is list:
                    found += value
                else:
                    found.append(value)
        if type(inner) is dict:
            _gather(found, inner, values)
        else:
            values.setdefault(inner, []).extend(found)


@cache
def _tree(binding: Binding) -> Tree:
    """The properties of a type that say something, each with what it says or with the properties inside it."""
    tree: Tree = {}
    for name, field in binding.fields.items():
        is_text = field.is_text or field.reader == "handle"
        if inner := _tree(field) if field.fields else is_text and field.schema.get("x-says"):
            tree[name] = inner
    return tree


@cache
def _routes_in(binding: Binding, kind: str) -> tuple[Route, ...]:
    """The ways down a type to the texts that say what `kind` names, found once for each type."""
    return tuple(_routes(_tree(binding), kind))


def _routes(tree: Tree, kind: str) -> Iterator[Route]:
    """The same of a tree, in its own order."""
    for name, inner in tree.items():
        if type(inner) is dict:
            yield from ((name, *route) for route in _routes(inner, kind))
        elif inner == kind:
            yield (name,)


def _told(data: Any, route: Route, path: Path) -> Iterator[tuple[Path, str]]:
    """The same texts with their paths, in the same order."""
    name, *further = route
    value, here = data.get(name) if type(data) is dict else None, (*path, name)
    several = enumerate(value) if type(value) is list else None
    for at, inner in [((*here, place), inner) for place, inner in several] if several else [(here, value)]:
        if further:
            yield from _told(inner, tuple(further), at)
        elif type(inner) is str:
            yield at, inner
