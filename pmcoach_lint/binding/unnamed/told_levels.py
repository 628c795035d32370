"""Levels that paragraphs tell of competencies, in sentences: `On pricing I see *apply*. The plan of May …`."""

from __future__ import annotations

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Role
from pmcoach_lint.binding.records.record import Said
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.targets import Targets
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_LEVEL = regex(r"(?P<mark>[*_]{1,2})(?P<set_off>[^\W\d_]+)(?P=mark)|\bat\s(?:level\s)?(?P<named>[^\W\d_]+)")
_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_MOST_WORDS = 6
_FEWEST = 2
"""So many paragraphs tell levels where they are an assessment: one alone may say so in passing."""

Told = tuple[int, Span, Span, Span]
"""The index of a paragraph, where it names the competency and the level, and what it says behind that."""


def read_told_levels(rest: Rest) -> None:
    """Read lists whose records tell the level of another one each, out of paragraphs that name both in a sentence."""
    for name, field in rest.binding.lists.items():
        if field.level_so_far and name not in rest.data:
            _read(rest, field)


def _read(rest: Rest, field: Binding) -> None:
    named, use, shown = field.title_field, field.level_so_far, field.free_fields.get("items")
    known = rest.extraction.known(named) if named and use and shown else None
    if not known or not named or not use or not shown:
        return
    lines = {index: piece.text for index, piece in rest.texts.items() if piece.role is Role.LINE}
    told = [found for index, span in lines.items() if (found := _told(rest.text, index, span, known))]
    if len(told) < _FEWEST or len({plain_at(rest.text, name) for _, name, _, _ in told}) < len(told):
        return
    current = field.fields[use.name]
    rows = [
        (Said(named, name), Said(current, level), *([Said(shown, behind)] if behind[0] < behind[1] else []))
        for _, name, level, behind in told
    ]
    at = rest.at(field.name)
    rest.extraction.values[at] = (told[0][1][0], told[-1][3][1])
    rest.data[field.name] = rest.extraction.records.each(at, rows)
    rest.use_up([index for index, *_ in told])


def _told(text: str, index: int, span: Span, known: Targets) -> Told | None:
    """The first sentence of a paragraph that names one competency and one level behind it; None where none does."""
    for sentence in split_sentences(text, span):
        found = [match for match in _LEVEL.finditer(text, *sentence) if match[match.lastgroup or 0].casefold() in WORDS]
        name = _named(text, (sentence[0], found[0].start()), known) if len(found) == 1 else None
        if name:
            return index, name, found[0].span(found[0].lastgroup or 0), trim(text, (sentence[1], span[1]))
    return None


def _named(text: str, span: Span, known: Targets) -> Span | None:
    """The longest run of words that names one of the `known` records."""
    words = [match.span() for match in _WORD.finditer(text, *span)]
    runs = (
        (first[0], last[1])
        for more in range(_MOST_WORDS - 1, -1, -1)
        for first, last in zip(words, words[more:], strict=False)
    )
    return next((run for run in runs if len(known.resolve(text[slice(*run)])) == 1), None)
