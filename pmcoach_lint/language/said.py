"""The texts of a document, by what they say: a goal, a signal, a prompt. Schemas name that in `x-says`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.document import Document
from pmcoach_lint.syntax.source import Span, fold, words_of
from pmcoach_lint.syntax.yaml_marks import Path

_BETWEEN = "\n\n"


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
        spoken = spoken_of(document).get(kind)
        for path in spoken.paths if spoken else ():
            yield text_at(document, path, kind)


def said_at(document: Document, *places: str) -> Iterator[Said]:
    """The texts of a document at `places`, each the way down its data without the numbers of records: `rate.basis`."""
    for place in places:
        for path in _paths(document.data, place.split("."), ()):
            if path in document.values:
                yield text_at(document, path)


def _paths(value: Any, steps: list[str], path: Path) -> Iterator[Path]:
    """The paths of the texts that lie `steps` further down, in every record on the way."""
    if isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _paths(inner, steps, (*path, place))
    elif isinstance(value, str) and not steps:
        yield path
    elif isinstance(value, dict) and steps and steps[0] in value:
        yield from _paths(value[steps[0]], steps[1:], (*path, steps[0]))


def text_at(document: Document, path: Path, kind: str = "") -> Said:
    """The text at `path`, which says what `kind` names."""
    start, end = document.values[path]
    text = document.text[start:end]
    return Said(path, start, text, fold(text), kind)


class Spoken:
    """All texts of one kind as one text in small letters, in which a word is looked for at next to no cost."""

    def __init__(self, texts: list[tuple[Path, str]]) -> None:
        self.paths = [path for path, _ in texts]
        self._texts = [text for _, text in texts]
        self.folded = fold(_BETWEEN.join(self._texts))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the texts: fewer than the document has, so that fewer phrases may be there."""
        return words_of("\n".join(set(self._texts)))  # each once, as the cells of a tracker are much alike

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(text) + len(_BETWEEN) for text in self._texts)]

    def with_word(self, word: str) -> Iterator[tuple[Path, str]]:
        """The texts that hold `word`, or a word that has it in it: the path of each, and the text in small letters."""
        place = self.folded.find(word)
        while place >= 0:
            index = bisect_right(self._starts, place) - 1
            start, end = self._starts[index : index + 2]
            yield self.paths[index], self.folded[start:end]
            place = self.folded.find(word, end)


_known: WeakKeyDictionary[Document, dict[str, Spoken]] = WeakKeyDictionary()


def spoken_of(document: Document) -> dict[str, Spoken]:
    """The texts of a document by what they say. They are gathered once, when somebody first asks."""
    spoken = _known.get(document)
    if spoken is None:
        texts: dict[str, list[tuple[Path, str]]] = {}
        if document.doctype:
            _gather(_plan(document.binding), document.data, (), texts)
        spoken = _known[document] = {kind: Spoken(found) for kind, found in texts.items()}
    return spoken


class _Step(NamedTuple):
    """A property on the way to texts: what it says itself, or the steps inside it."""

    name: str
    says: str
    inside: tuple[_Step, ...]


@cache
def _plan(binding: Binding) -> tuple[_Step, ...]:
    """The properties of a schema that are texts which say something, or hold such texts."""
    steps = (
        _Step(name, str(inner.schema.get("x-says", "")) if inner.is_text else "", _plan(inner))
        for name, inner in binding.fields.items()
    )
    return tuple(step for step in steps if step.says or step.inside)


def _gather(
    plan: tuple[_Step, ...], record: dict[str, Any], path: Path, texts: dict[str, list[tuple[Path, str]]]
) -> None:
    for name, says, inside in plan:
        value = record.get(name)
        if not value:
            continue
        here = (*path, name)
        if not inside:
            several = value if isinstance(value, list) else None
            found = texts.setdefault(says, [])
            if several is None:
                found.append((here, value))
            else:
                found += [((*here, place), text) for place, text in enumerate(several)]
        elif isinstance(value, list):
            for place, inner in enumerate(value):
                _gather(inside, inner, (*here, place), texts)
        else:
            _gather(inside, value, here, texts)
